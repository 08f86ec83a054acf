// Package topic files a corpus: it makes one topic of everything the articles name alike and gathers what each topic page shows.
//
// In go the annotated articles, the links between them and the editor's decisions; out comes a Corpus whose values are finished: addresses,
// names, passages, dates and reasons, all of them spans of the articles. Nothing here depends on the order in which articles are given.
// The package reads no files, knows no Markdown and asks no clock: Options.Today says what day it is.
package topic

import (
	"time"

	"copydesk/generator/internal/news"
)

// Corpus is the articles of a site with the topics they share.
type Corpus struct {
	Articles []*Article // newest first
	Topics   []*Topic   // those with a page, by slug
	Pairs    []*Topic   // pages of two topics, by slug; of kind Pair
	Editions []*Edition // newest first
	Today    time.Time
	position []int // in Articles, of the articles as they were given
}

// Article is an annotated article with its address and what it leads to.
type Article struct {
	*news.Annotated
	Name      string    // of its file under content/briefings/, without ".md"
	Slug      string    // last part of Path
	Path      string    // site-relative address: "/2017/07/slug/"
	Redirects []string  // addresses it once had
	Dated     time.Time // zero where the text has no date; such an article lives under /undated/
	Filed     []Filing  // what it is about, best first
	Named     []Filing  // named, but not filed under, most mentions first
	Related   []Relation
	Retold    []*Article // the same story told again
	index     int
	first     []int   // of Body, by entity: where its first mention begins
	names     []uint8 // by sentence: how many names it has, up to one more than a list needs
}

// Filing is what one article has to do with one topic.
type Filing struct {
	Topic      *Topic // nil where the name has no page
	Name       string
	Kind       news.Kind
	Score      float64
	Entities   []string // ids of the article's entities it stands for
	Mentions   int
	Spans      []news.Span // of Body: the mentions, in order
	Paragraphs []int
	As         []string // the forms used, in order of first use
	Described  news.Span
	Reason     string
	group      *group
	sentences  []int32 // of the article, by index: those that hold a mention's first letter, in order
}

// Relation leads from an article to another, with the reason.
type Relation struct {
	To        *Article
	Direction string // "background", "follow-up" or "same day"
	Reason    string
}

// Topic is a page of its own: a name or a subject that at least one article is about.
type Topic struct {
	Name        string
	Slug        string
	Kind        news.Kind
	Redirects   []string // addresses it once had
	KnownAs     []string
	Description string // the editor's own, from the decisions
	SameAs      []string
	Thin        bool
	Appearances []Appearance // newest first
	Described   []Passage    // newest first
	Passages    []Passage    // best first
	Dates       []Date       // by value
	Open        []Date       // were coming, have passed, and no article came after
	Quotes      []Quote      // newest first
	Neighbours  []Neighbour  // best first
	Coverage    []Month      // oldest first
	Pairs       []*Topic     // pages of it and another, those with most articles first
	Of          []*Topic     // the two that a pair is of; nil elsewhere
	group       *group
}

// Path returns the site-relative address of t.
func (t *Topic) Path() string { return "/topics/" + t.Slug + "/" }

// Appearance is an article that names a topic.
type Appearance struct {
	Article  *Article
	About    bool
	Mentions int
}

// Passage is a stretch of an article's body.
type Passage struct {
	Article *Article
	news.Span
}

// Text returns the words of p.
func (p Passage) Text() string { return p.Of(p.Article.Body) }

// Paragraph returns the number of the paragraph p stands in.
func (p Passage) Paragraph() int { return p.Article.Annotated.Paragraph(p.Start) }

// Date is a date with the sentence that gives it.
type Date struct {
	news.DateRef
	Sentence Passage
}

// Quote is something said by or about a topic.
type Quote struct {
	Passage
	Speaker string
	By      bool
}

// Neighbour is another topic that is often named together with one.
type Neighbour struct {
	Topic    *Topic
	Count    int // articles that name both
	Reason   string
	Sentence Passage // names both; the zero value where no single sentence does
}

// Month is how many articles a month brought.
type Month struct {
	Month string // "2017-07"
	Count int
}

// Edition is the articles of one day.
type Edition struct {
	Day      time.Time
	Articles []*Article
	Coming   []Date
	Topics   []Neighbour // Topic and Count alone
}
