package about

import (
	"math"
	"strings"

	"copydesk/generator/internal/news"
)

// The features of an entity.
const (
	bias = iota
	person
	organization
	event
	otherKind
	headline
	headlinePerson
	headlinePlace
	headlineOrganization
	headlineOpens
	headlineCloses
	firstSentence
	firstSentencePlace
	firstSentencePerson
	firstSentenceOrganization
	firstParagraph
	secondParagraph
	frequency
	frequencyPerson
	frequencyPlace
	frequencyOrganization
	once
	oncePlace
	oncePerson
	share
	shareOfMost
	mostOfKind
	mostNamed
	spread
	paragraphShare
	oneParagraph
	oneParagraphPerson
	firstPlace
	opens
	acts
	possessor
	object
	speaks
	speakerOnly
	asSource
	located
	locatedPlace
	behindComma
	beforeComma
	bracketed
	quoted
	quotedOnly
	modifies
	joined
	many
	longName
	numbered
	described
	agency
	shortText
	shortTextFrequency
	modifiesPlace
	asks
	dated
	tailOnly
	onceLede
	onceHeadline
	behindCommaPlace
	secondHalf
	firstOrder
	opensOnce
	capitalCity
	locatedOrganization
	common
	commonHeadline
	customary
	possessorPerson
	actsOrganization
	expert
	chief
	fate
	expertOnce
	fateHeadline
	commonFrequency
	commonFirstSentence
	core
	coreOrganization
	corePlace
	coreNone
	home
	homeHeadline
	homeFrequency
	past
	broughtUp
	former
	example
	leads
	leadsOnce
	matter
	matterOnce
	matterOrganizationOnce
	metonym
	taleOnly
	taleOnlyPerson
	homeCore
	homeModifies
	people
	peopleHeadline
	peopleOnce
	rankAmong
	speaksPerson
	headlineFrequency
	ledeFrequency
	matchesHeadline
	matchesHeadlineMost
	besideForemost
	besideHeadline
	listed
	sentenceLength
	withinLede
	aroundLede
	opensBody
	followed
	allCapitals
	oneNamePerson
	companions
	central
	featureCount
)

// FeatureNames are the names of the features, in their order.
var FeatureNames = [featureCount]string{"bias", "person", "organization", "event", "otherKind", "headline", "headlinePerson", "headlinePlace",
	"headlineOrganization", "headlineOpens", "headlineCloses", "firstSentence", "firstSentencePlace", "firstSentencePerson",
	"firstSentenceOrganization", "firstParagraph", "secondParagraph", "frequency", "frequencyPerson", "frequencyPlace", "frequencyOrganization",
	"once", "oncePlace", "oncePerson", "share", "shareOfMost", "mostOfKind", "mostNamed", "spread", "paragraphShare", "oneParagraph",
	"oneParagraphPerson", "firstPlace", "opens", "acts", "possessor", "object", "speaks", "speakerOnly", "asSource", "located", "locatedPlace",
	"behindComma", "beforeComma", "bracketed", "quoted", "quotedOnly", "modifies", "joined", "many", "longName", "numbered", "described",
	"agency", "shortText", "shortTextFrequency", "modifiesPlace", "asks", "dated", "tailOnly", "onceLede", "onceHeadline", "behindCommaPlace",
	"secondHalf", "firstOrder", "opensOnce", "capitalCity", "locatedOrganization", "common", "commonHeadline", "customary",
	"possessorPerson", "actsOrganization", "expert", "chief", "fate", "expertOnce", "fateHeadline", "commonFrequency",
	"commonFirstSentence", "core", "coreOrganization", "corePlace", "coreNone", "home", "homeHeadline", "homeFrequency", "past", "broughtUp",
	"former", "example", "leads", "leadsOnce", "matter", "matterOnce", "matterOrganizationOnce", "metonym",
	"taleOnly", "taleOnlyPerson", "homeCore", "homeModifies", "people", "peopleHeadline",
	"peopleOnce", "rankAmong", "speaksPerson", "headlineFrequency", "ledeFrequency",
	"matchesHeadline", "matchesHeadlineMost", "besideForemost", "besideHeadline", "listed", "sentenceLength", "withinLede", "aroundLede",
	"opensBody", "followed", "allCapitals", "oneNamePerson", "companions", "central"}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// features measures the entity e of a: where it is named, how often, and beside which others.
func features(a *news.Article, e *news.Entity, t *tally, g standing) (f [featureCount]float64) {
	n := math.Max(1, float64(t.count))
	size, paragraphs := math.Max(1, float64(len(a.Body))), math.Max(1, float64(len(a.Paragraphs)))
	per, place, org := truth(e.Kind == news.Person), truth(e.Kind == news.Place), truth(e.Kind == news.Organization)
	f[bias], f[person], f[organization], f[event], f[otherKind] = 1, per, org, truth(e.Kind == news.Event), truth(e.Kind == news.Other)
	f[headline] = truth(t.headline)
	f[headlinePerson], f[headlinePlace], f[headlineOrganization] = f[headline]*per, f[headline]*place, f[headline]*org
	f[headlineOpens] = truth(t.headlineAt >= 0 && t.headlineAt < 4)
	f[headlineCloses] = truth(t.headlineLast)
	f[firstSentence] = truth(t.firstSent)
	f[firstSentencePlace], f[firstSentencePerson], f[firstSentenceOrganization] = f[firstSentence]*place, f[firstSentence]*per, f[firstSentence]*org
	f[firstParagraph], f[secondParagraph] = truth(t.lede), truth(t.firstParagraph == 2)
	f[frequency] = math.Log(n) / 3
	f[frequencyPerson], f[frequencyPlace], f[frequencyOrganization] = f[frequency]*per, f[frequency]*place, f[frequency]*org
	f[once] = truth(t.count <= 1)
	f[oncePlace], f[oncePerson] = f[once]*place, f[once]*per
	f[share] = float64(t.count) / math.Max(1, float64(g.total))
	f[shareOfMost] = float64(t.count) / float64(g.most)
	f[mostOfKind] = truth(t.count == g.mostOf[e.Kind])
	f[mostNamed] = truth(t.count == g.most)
	f[spread] = float64(t.last-max(0, t.first)) / size
	f[paragraphShare] = float64(t.paragraphs) / paragraphs
	f[oneParagraph] = truth(t.paragraphs <= 1)
	f[oneParagraphPerson] = f[oneParagraph] * per
	f[firstPlace] = float64(max(0, t.first)) / size
	stand(&f, e, t, g)
	f[many] = math.Log(float64(g.entities)+1) / 4
	f[longName] = truth(strings.Count(e.Name, " ") >= 2)
	f[numbered] = truth(strings.ContainsAny(e.Name, "0123456789"))
	f[described] = truth(len(e.Described) > 0)
	f[agency] = truth(outlet(e.Name))
	f[shortText] = truth(len(a.Body) < 1500)
	f[shortTextFrequency] = f[shortText] * f[frequency]
	f[tailOnly] = truth(f[firstPlace] > 0.7)
	f[onceLede], f[onceHeadline] = f[once]*f[firstParagraph], f[once]*f[headline]
	f[firstOrder] = math.Log(1+float64(t.order)) / 3
	f[leadsOnce], f[matterOnce], f[matterOrganizationOnce] = f[leads]*f[once], f[matter]*f[once], f[matter]*f[once]*org
	f[opensOnce] = f[opens] * f[once]
	f[people], f[peopleHeadline] = math.Log(1+float64(t.people))/3, truth(t.peopleHeadline)
	f[peopleOnce] = f[people] * f[once]
	f[rankAmong] = math.Log(1+float64(g.above(t.count))) / 3
	f[speaksPerson] = f[speaks] * per
	f[headlineFrequency], f[ledeFrequency] = f[headline]*f[frequency], f[firstParagraph]*f[frequency]
	f[home] = truth(e.Name == homeland)
	f[homeCore], f[homeModifies] = f[home]*f[core], f[home]*f[modifies]
	f[homeHeadline], f[homeFrequency] = f[home]*f[headline], f[home]*f[frequency]
	return f
}

// stand sets the features of how the mentions stand in their sentences, as shares of all mentions where the names do not say otherwise.
func stand(f *[featureCount]float64, e *news.Entity, t *tally, g standing) {
	n := math.Max(1, float64(t.count))
	per, place, org := truth(e.Kind == news.Person), truth(e.Kind == news.Place), truth(e.Kind == news.Organization)
	for _, x := range []struct{ feature, n int }{{opens, t.opens}, {acts, t.acts}, {possessor, t.possessor}, {object, t.object}, {speaks, t.speaks},
		{asSource, t.sources}, {located, t.located}, {behindComma, t.behind}, {beforeComma, t.before}, {bracketed, t.bracketed},
		{quoted, t.quoted}, {modifies, t.modifies}, {joined, t.joined}} {
		f[x.feature] = float64(x.n) / n
	}
	f[speakerOnly] = truth(t.speaks > 0 && t.paragraphs <= 2) * per
	f[locatedPlace] = f[located] * place
	f[quotedOnly] = truth(t.quoted == t.count && t.count > 0)
	f[modifiesPlace], f[behindCommaPlace] = f[modifies]*place, f[behindComma]*place
	f[asks], f[dated] = float64(t.asks)/n, float64(t.dated)/n
	f[secondHalf] = float64(t.late) / n
	f[expert], f[chief], f[fate] = truth(t.expert > 0)*per, truth(t.chief > 0)*per, float64(t.fate)/n
	f[expertOnce], f[fateHeadline] = f[expert]*f[oneParagraph], f[fate]*f[headline]
	f[core] = math.Log(1+float64(t.core)) / 3
	f[coreOrganization], f[corePlace], f[coreNone] = f[core]*org, f[core]*place, truth(t.core == 0)
	f[capitalCity] = truth(g.names[capitals[e.Name]])
	f[past], f[broughtUp], f[former], f[example] = float64(t.past)/n, truth(t.broughtUp), float64(t.former)/n, float64(t.examples)/n
	f[leads] = float64(t.leads) / n
	f[matter] = float64(t.matter) / n / 4
	f[taleOnly] = truth(t.tale == t.count && t.count > 0 && !t.lede && !t.headline)
	f[taleOnlyPerson] = f[taleOnly] * per
	f[metonym] = f[capitalCity] * (1 - f[located] - f[behindComma])
	f[locatedOrganization], f[actsOrganization], f[possessorPerson] = f[located]*org, f[acts]*org, f[possessor]*per
}
