package news

// Kind is what sort of thing a name or a tag stands for.
type Kind string

// The kinds. Subject is for topical tags alone, never for a name.
const (
	Person       Kind = "person"
	Place        Kind = "place"
	Organization Kind = "organization"
	Event        Kind = "event"
	Other        Kind = "other"
	Subject      Kind = "subject"
)

// Sentence is one sentence of an article's body.
type Sentence struct {
	Span
	Paragraph int // counted from 1
}

// Mention is one place where a text names something.
type Mention struct {
	Span
	Surface string // the name as written: Text[Start:End]
	Kind    Kind
	Entity  string // id of the Entity it names; "" until names are merged
}

// Entity is one thing, however many names an article has for it.
type Entity struct {
	ID         string // slug of Name, unique in the article
	Name       string // the fullest, best-known name
	Kind       Kind
	Aliases    []string // the other forms used, with titles ("Mr. Moon"), in order of first use
	Count      int      // mentions in the body
	InHeadline bool
	Paragraphs []int  // numbers of the paragraphs that name it, ascending
	Described  []Span // of Body: how the article says who or what it is ("South Korea’s liberal new president")
	About      bool   // the article is about it, so it is a tag
	Score      float64
	Reason     string // why it is a tag, or why not, in one line
}

// Phrase is a candidate for a subject.
type Phrase struct {
	Text  string // as it is filed: lower case, head word in the number used most
	Score float64
	Spans []Span // of Body
}

// Tag is one heading that an article is filed under, or was considered for.
type Tag struct {
	Name   string
	Kind   Kind
	Entity string // id of the entity; "" for a subject
	Score  float64
	Reason string
}

// Quote is something said, as the article quotes it.
type Quote struct {
	Span              // of Body, inside the quotation marks
	Speaker    string // as the article writes it; "" where it is not sure
	Entity     string // id of the speaker's entity, where it is a named one
	Cue        string // "said"
	Confidence float64
}

// Precision tells how exact a resolved date is.
type Precision string

// The precisions.
const (
	Day     Precision = "day"
	Month   Precision = "month"
	Year    Precision = "year"
	Decade  Precision = "decade"
	Week    Precision = "week"
	Quarter Precision = "quarter"
	Season  Precision = "season"
)

// DateRef is a date that the body names.
type DateRef struct {
	Span
	Surface   string
	Value     string // "2017-07-21", "2017-07", "2017": as long as the precision allows
	Precision Precision
	Coming    bool // later than the day of publication
}

// Annotated is an article with all that was understood of it. Spans and offsets are of Article.Body, but for Headlined.
type Annotated struct {
	Article
	Sentences []Sentence
	Mentions  []Mention // in order, never overlapping
	Headlined []Mention // names in the headline; offsets of Headline
	Entities  []Entity  // most salient first
	Phrases   []Phrase  // keyphrases, names among them, best first
	Tags      []Tag     // best first
	Rejected  []Tag     // considered and not filed, with the reason, best first
	Summary   []Span    // key sentences, in reading order
	Quotes    []Quote
	Dates     []DateRef
}

// SpeakerName returns the name of who said q: of the entity, or else the speaker as the article writes it. It is "" for a pronoun that stands for nobody known.
func (a *Annotated) SpeakerName(q Quote) string {
	if e := a.Entity(q.Entity); e != nil {
		return e.Name
	}
	switch q.Speaker {
	case "he", "she", "they", "it", "He", "She", "They", "It", "who":
		return ""
	}
	return q.Speaker
}

// Entity returns the entity of that id, or nil.
func (a *Annotated) Entity(id string) *Entity {
	for i := range a.Entities {
		if a.Entities[i].ID == id {
			return &a.Entities[i]
		}
	}
	return nil
}
