package document

import "encoding/json"

// Document is an article with everything found in it, in the form that `dateline parse` and POST
// /parse write and `dateline ingest` reads. Offsets count Unicode code points of Text, end
// exclusive.
type Document struct {
	ID        string     `json:"id"`
	Lang      string     `json:"lang"`
	Title     string     `json:"title,omitempty"`
	Byline    string     `json:"byline,omitempty"`
	Source    string     `json:"source,omitempty"`
	URL       string     `json:"url,omitempty"`
	Canonical string     `json:"canonical,omitempty"` // address of this article only: another text there is a newer one
	GUID      string     `json:"guid,omitempty"`      // likewise, the source's id
	Published string     `json:"published,omitempty"` // RFC 3339: a date, or date and time
	Corrected *Corrected `json:"corrected,omitempty"` // title, source and date
	Read      *Read      `json:"read,omitempty"`      // by which versions, if recorded
	Lines     *[2]int    `json:"lines,omitempty"`     // of the input file, 1-based, inclusive
	Focus     *Focus     `json:"focus"`
	Mentions  []Mention  `json:"mentions"`
	Fronts    []Front    `json:"fronts"`
	Events    []Event    `json:"events"`
	Implied   []Event    `json:"implied,omitempty"`  // who is said to hold the place that the text is about, by sentences that don't name it
	Control   []Held     `json:"control,omitempty"`  // who is said to hold which place, by this text alone
	Aside     [][2]int   `json:"aside,omitempty"`    // parts of Text that are not news: navigation, dates and bylines, repetitions
	LeftOut   []LeftOut  `json:"left_out,omitempty"` // parts of the input outside Text
	Text      string     `json:"text,omitempty"`
}

// Weight is about the number of bytes of memory the document takes.
func (d *Document) Weight() int {
	const own, item, candidate = 1 << 10, 640, 96 // an item has five candidates
	n := own + len(d.Text) + item*(len(d.Mentions)+len(d.Fronts)+len(d.Events)+len(d.Implied)) + 16*len(d.Aside)
	for i := range d.Mentions {
		n += candidate * max(0, len(d.Mentions[i].Candidates)-5)
	}
	for i := range d.Fronts {
		f := &d.Fronts[i]
		n += len(f.Geometry) + len(f.Tree) + candidate*len(f.Anchors)
	}
	for i := range d.LeftOut {
		n += candidate + len(d.LeftOut[i].Text)
	}
	return n
}

// LeftOut is a part of an input outside an article's text.
type LeftOut struct {
	Reason string  `json:"reason"` // comments, footer, links, navigation and so on
	Text   string  `json:"text"`
	Lines  *[2]int `json:"lines,omitempty"` // of the input file, 1-based, inclusive
}

// Focus is the place that an article as a whole is about.
type Focus struct {
	Place      string  `json:"place"`
	Name       string  `json:"name"`
	Admin1     *string `json:"admin1"` // usual English name, null when unsure
	Country    string  `json:"country"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Confidence float64 `json:"confidence"`
}

// Mention is a place name in an article. The place's properties are null if nothing fits.
type Mention struct {
	ID         string   `json:"id,omitempty"` // if not derived from its span (MentionIDs)
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Phrase     string   `json:"phrase"`
	Lat        *float64 `json:"lat"`
	Lon        *float64 `json:"lon"`
	Place      *string  `json:"place"`
	Name       *string  `json:"name"`
	Kind       *string  `json:"kind"`
	Role       string   `json:"role"`
	Precision  *string  `json:"precision"`
	Confidence float64  `json:"confidence"`
	Reason     string   `json:"reason,omitempty"`
	Sentence   *[2]int  `json:"sentence,omitempty"` // start and end of its sentence

	Date          string `json:"date,omitempty"`           // of the event: a day; if only a month or year is known, a day in it
	DatePrecision string `json:"date_precision,omitempty"` // "day", "month" or "year": the precision of Date
	DateFrom      string `json:"date_from,omitempty"`      // "text", "context", "published" or "neighbours" (geoparse.DateSource)

	Candidates []Candidate `json:"candidates"`
	Corrected  *Corrected  `json:"corrected,omitempty"`
}

// RoleDateline is the role of a place in a dateline, where the report was written.
const RoleDateline = "dateline"

// Candidate is a place that a name could mean, best first.
type Candidate struct {
	Place string  `json:"place"`
	Name  string  `json:"name"`
	Kind  string  `json:"kind"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	Score float64 `json:"score"`
}

// Front is an expression for a line or an area.
type Front struct {
	Start         int             `json:"start"`
	End           int             `json:"end"`
	Phrase        string          `json:"phrase"`
	Kind          string          `json:"kind"`
	Geometry      json.RawMessage `json:"geometry"` // GeoJSON
	UncertaintyKm float64         `json:"uncertainty_km"`
	Schematic     bool            `json:"schematic"` // drawn by rule: not a known outline or course
	Reading       string          `json:"reading"`
	Tree          json.RawMessage `json:"tree,omitempty"` // operations on places (expr.Tree)
	Confidence    float64         `json:"confidence"`
	Anchors       []Anchor        `json:"anchors"`
	Describes     *[2]int         `json:"describes,omitempty"` // start and end of the mention that it only locates: not a feature
	Sentence      *[2]int         `json:"sentence,omitempty"`

	Date          *string `json:"date"` // as for a Mention
	DatePrecision string  `json:"date_precision,omitempty"`
	DateFrom      string  `json:"date_from,omitempty"`

	Corrected *Corrected `json:"corrected,omitempty"`
}

// Anchor is a place from which a front is drawn.
type Anchor struct {
	Place string  `json:"place"`
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
}

// Event is a reported event at places (geoparse.Event). Parties are as written, null if not
// given.
type Event struct {
	Start    int          `json:"start"` // of its trigger
	End      int          `json:"end"`
	Trigger  string       `json:"trigger"`
	Type     string       `json:"type"` // event.Type
	Places   []EventPlace `json:"places"`
	Agent    *string      `json:"agent"`
	Target   *string      `json:"target"`
	Holder   *string      `json:"holder"` // later or present holder of the places
	From     *string      `json:"from"`   // former holder
	Date     *string      `json:"date"`   // as for a Mention, but cut to what is known: 2019-08-21, 2019-08 or 2019
	Source   *string      `json:"source"` // whom the text quotes
	Status   string       `json:"status"` // event.Status
	Sentence *[2]int      `json:"sentence,omitempty"`

	DatePrecision string  `json:"date_precision,omitempty"`
	DateFrom      string  `json:"date_from,omitempty"`
	Confidence    float64 `json:"confidence"`
	Reason        string  `json:"reason,omitempty"`

	Corrected *Corrected `json:"corrected,omitempty"`
}

// Day returns a day of the date: the first possible one, empty for none.
func (e *Event) Day() string {
	if e.Date == nil || len(*e.Date) < len("2006") {
		return ""
	}
	return (*e.Date + "-01-01")[:len("2006-01-02")]
}

// EventPlace is a place of an Event: a mention, a front, or words that refer to one. Place is
// null for a front and for a place in no gazetteer.
type EventPlace struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Place *string  `json:"place"`
	Name  *string  `json:"name"`
	Lat   *float64 `json:"lat"`
	Lon   *float64 `json:"lon"`

	Precision *string `json:"precision,omitempty"` // as for a Mention; none for an area
}

// Held is a period in which a party is said to hold a place (package control). Dates are cut to
// what is known: 2019-08-21, 2019-08 or 2019.
type Held struct {
	Place     string `json:"place"`
	Name      string `json:"name"`
	Holder    string `json:"holder"`       // the group, as in the theatre's table, else as written
	By        string `json:"by,omitempty"` // member of the group
	Contested bool   `json:"contested,omitempty"`
	Since     string `json:"since"`
	Until     string `json:"until,omitempty"`
	Claims    []int  `json:"claims"` // starts of the events that say so
}
