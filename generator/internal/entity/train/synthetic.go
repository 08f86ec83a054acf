package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
)

// synthetic is the source of made-up texts: the results pages and datelines that the labelled texts hardly have.
var synthetic = &source{file: "synthetic", weight: 0.7, whole: true}

// Templates of lines. Names in braces are drawn from the lists; n is a number, s a score of sets, t a time, d a day.
var resultLines = []string{
	"{team} {n} {team} {n}", "{team} {n}, {team} {n}", "{team} {n} {team} {n}", "{team} {n} ({last} {n}, {last} {n}) {team} {n} ({last} {n})",
	"{team} {n} {n} {n} {n} {n} {n} {n}", "{n}. {team} {n} {n} {n} {n}", "{team} - {n} {n} {n}", "{n} {person} {n} {n} {n}",
	"{n}. {person} ({country}) {t}", "{n}. {person}, {country}, {t}", "{person} ({country}) beat {person} ({country}) {s} {s}",
	"{n} - {person} ({country}) beat {n} - {person} ({country}) {s} {s}", "{person}, {country}, def. {person}, {country}, {s}, {s}.",
	"{initial} c {last} b {last} {n}", "{initial} lbw b {last} {n}", "{initial} not out {n}", "{initial} run out {n}",
	"{n}. {person} ({country}) {team} {t}", "{n}. {country} {n} {n} {n}", "{country} {n} {country} {n}", "{country} {n} ({last} {n}) {country} {n}",
	"At {city}: {team} {n} ({initial} {n}, {initial} {n}), {team} {n}.", "In {city}: {team} ({country}) {n} {team} ({country}) {n}",
	"{person} {n} {n} {n} {n}", "{person} ({country}) {n} {n} {n}", "{n} {team} {n} {n} {n} {n}", "{city} at {city}", "{team} at {team}", "{team} v {team}",
	"{team} vs. {team}, {n} p.m.", "Scorers: {last} {n}, {last} {n}", "Attendance: {n}", "Second round, singles", "Standings after {d}'s games", "Goals: {last} {n}th",
	"{person} ({team}) {n} points", "{country}: {person}; {person}; {person}, {person}", "{TEAM} {n}, {TEAM} {n}",
}

var storyLines = []string{
	"{team} beat {team} {n}-{n} on {d}.", "{team} won {n}-{n} at {team}.", "{team} lost to {team} in the semifinal on {d}.", "{last} scored twice as {team} held {team} to a draw.",
	"{team}'s {person} is out for the season.", "The {nick} beat the {nick} {n}-{n}.", "The {nick} have won {n} of their last {n} games.", "{person} pitched seven innings for {team}, and the {nick} got {n} runs.",
	"{team} signed {person} from {team} on {d}.", "{city} coach {person} praised his side.", "In {city}, {person} hit a two-run homer to lift {team} over the {nick}.",
	"{person} had {n} points for {team}.", "{team} will meet {team} in {city} on {d}.", "{person} of {country} beat {country}'s {person} {s}, {s}.",
	"{team} striker {person} moved to {country} in the summer.", "Midfielder {person} left {team} for {team}.", "{country} beat {country} {n}-{n} in {city} on {d}.",
	"The match between {team} and {team} was called off.", "Shares of {org} fell {n} percent while {org} rose.", "{org} said it would buy {org} for ${n} million.",
	"{org} shares closed at {n} in {city}.", "Analysts at {org} cut {org} to hold.", "{org} of {city} named {person} chief executive.", "\"It is a good deal,\" said {person}, an analyst at {org} in {city}.",
	"{org}'s profit rose {n} percent.", "{person} of the {party} and {person} of the {party} will debate on {d}.", "The {party} lost {n} seats in {city}.", "{media} reported on {d} that {person} would resign.",
	"{person} told {media} in {city} that the talks went well.", "According to {media}, {org} will close its plant in {city}, {country}.", "Sen. {person}, R-{state}, voted no.", "Rep. {person} (D-{state}) asked for a delay.",
	"{city}'s mayor met {country}'s envoy on {d}.", "{person}, a {n}-year-old nurse from {city}, was not hurt.", "He flew from {city} to {city} via {city}.", "{country} and {country} signed it in {city}.",
}

var datelines = []string{
	"{CITY}, {country} ({agency}) - ", "{CITY}, {country} — ", "{CITY} ({agency}) — ", "{CITY}, {d} ({agency}) - ", "{CITY} — ", "{CITY}, {country} ({agency}) _ ", "{CITY} _ ", "{CITY}/{CITY} ({agency}) - ", "{city}, {d}: ", "{CITY}, {state} — ", "{CITY}, {state} ({agency}) _ ", "{CITY} -- ", "{city} ({agency}): ",
}

// maker writes made-up texts.
type maker struct {
	rng   *rand.Rand
	names map[string][]string
}

func newMaker(names map[string]tagger.Listed, seed uint64) *maker {
	m := &maker{rng: rand.New(rand.NewPCG(seed, 2)), names: map[string][]string{}}
	for _, l := range []string{"FIRST", "LAST", "CITY", "COUNTRY", "TEAM", "ORG", "PARTY", "MEDIA", "DEMONYM"} {
		m.names[l] = onList(names, l)
	}
	m.names["FIRST"] = append(m.names["FIRST"], onList(names, "GIVEN")...)
	m.names["LAST"] = append(m.names["LAST"], onList(names, "FAMILY")...)
	for _, t := range m.names["TEAM"] {
		if strings.HasSuffix(t, "s") && !strings.Contains(t, " ") {
			m.names["NICK"] = append(m.names["NICK"], t)
		}
	}
	m.names["AGENCY"] = []string{"Reuters", "AP", "AFP", "Xinhua", "UPI", "dpa", "Bloomberg"}
	m.names["STATE"] = strings.Fields("Calif. Fla. Mass. Conn. Ariz. Ill. Miss. Tenn. Va. Pa. Ohio Texas Iowa Utah Md. N.Y. N.J. N.C. N.H. N.M. W.Va. Wis. Minn. Mich. Ga. Ala. Colo. Wash. Ore. La. Ind. Kan. Mo. Neb. Nev. Okla. Vt. Wyo. Idaho Maine")
	return m
}

// texts makes n texts of results, n of short stories and n with composed names.
func (m *maker) texts(n int) []text {
	var out []text
	for i := range n {
		out = append(out, m.text(fmt.Sprintf("results-%d", i), resultLines, 12), m.text(fmt.Sprintf("story-%d", i), storyLines, 5), m.text(fmt.Sprintf("composed-%d", i), composedLines, 5))
	}
	return out
}

// text makes a text of some lines of the templates, the second sort with a dateline.
func (m *maker) text(id string, templates []string, lines int) text {
	w := made{text: text{id: id, source: synthetic}}
	line := ""
	for range lines {
		if line == "" || m.rng.IntN(3) > 0 {
			line = pick(m.rng, templates)
		}
		if m.rng.IntN(4) == 0 {
			m.fill(&w, pick(m.rng, datelines))
			m.fill(&w, pick(m.rng, storyLines))
		} else {
			m.fill(&w, line)
		}
		w.b.WriteByte('\n')
	}
	w.text.body = w.b.String()
	return w.text
}

// made is a text being made.
type made struct {
	text
	b strings.Builder
}

func (w *made) add(name, label string) {
	start := w.b.Len()
	w.b.WriteString(name)
	if label != "" {
		w.spans = append(w.spans, span{news.Span{Start: start, End: w.b.Len()}, label})
	}
}

// fill writes a template with its slots filled.
func (m *maker) fill(w *made, template string) {
	for template != "" {
		before, rest, ok := strings.Cut(template, "{")
		w.b.WriteString(before)
		if !ok {
			return
		}
		slot, after, _ := strings.Cut(rest, "}")
		template = after
		m.slot(w, slot)
	}
}

func (m *maker) slot(w *made, slot string) {
	one := func(list string) string { return pick(m.rng, m.names[list]) }
	if patterns := namePatterns[slot]; patterns != nil {
		w.add(m.compose(pick(m.rng, patterns)), patternLabels[slot])
		return
	}
	switch slot {
	case "n":
		w.add(fmt.Sprint(m.rng.IntN(pick(m.rng, []int{4, 12, 100, 40000}))), "")
	case "y":
		w.add(fmt.Sprint(1980+m.rng.IntN(45)), "")
	case "s":
		w.add(pick(m.rng, []string{"6-4", "6-3", "7-5", "7-6 (7-4)", "15-9", "6-0"}), "")
	case "t":
		w.add(pick(m.rng, []string{"10.02", "2:04.13", "1 hour 34 minutes", "+3.2 seconds", "23 points", "212"}), "")
	case "d":
		w.add(pick(m.rng, []string{"Saturday", "Monday", "July 5", "Wednesday", "Aug. 20", "Sunday"}), "")
	case "team":
		list := pick(m.rng, []string{"TEAM", "TEAM", "CITY", "CITY"})
		w.add(one(list), "ORG")
	case "TEAM":
		w.add(strings.ToUpper(one("TEAM")), "ORG")
	case "nick":
		w.add(one("NICK"), "ORG")
	case "org":
		w.add(one("ORG"), "ORG")
	case "party":
		w.add(one("PARTY"), "ORG")
	case "media", "agency":
		w.add(one(strings.ToUpper(slot)), "ORG")
	case "city", "country", "state":
		w.add(one(strings.ToUpper(slot)), "LOC")
	case "CITY":
		w.add(strings.ToUpper(one("CITY")), "LOC")
	case "last":
		w.add(one("LAST"), "PER")
	case "initial":
		w.add(string("ABCDEGHJKLMNPRSTW"[m.rng.IntN(17)])+". "+one("LAST"), "PER")
	case "person":
		w.add(one("FIRST")+" "+one("LAST"), "PER")
	}
}

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

// recased returns t with its headline and some paragraphs in capitals or with every word capitalised, and where they are; only those are
// to be learnt from, since t itself is as well.
func recased(t text, number int) (text, []news.Span) {
	var b strings.Builder
	var changed []news.Span
	i := 0
	for line := range strings.Lines(t.body) {
		start := b.Len()
		other := line
		switch {
		case i == 0 && number%2 == 0, i > 0 && (i+number)%9 == 0:
			other = strings.ToUpper(line)
		case i == 0, (i+number)%9 == 4:
			other = capitalised(line)
		}
		if other != line && len(other) == len(line) {
			changed = append(changed, news.Span{Start: start, End: start + len(line)})
			line = other
		}
		b.WriteString(line)
		if strings.TrimSpace(line) != "" {
			i++
		}
	}
	t.body = b.String()
	return t, changed
}

// capitalised returns line as headlines are written in American newspapers: "Mayor Calls for New Bridge".
func capitalised(line string) string {
	b := []byte(line)
	for i := range b {
		if (i == 0 || b[i-1] == ' ') && 'a' <= b[i] && b[i] <= 'z' {
			word, _, _ := strings.Cut(line[i:], " ")
			if !strings.Contains(" a an the of in on at to for and or but as by ", " "+word+" ") {
				b[i] -= 'a' - 'A'
			}
		}
	}
	return string(b)
}
