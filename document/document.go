package document

import "encoding/json"

// Document is an article and what was found in it, in the form in which
// `dateline parse` and POST /parse give it and `dateline ingest` takes it.
// Offsets count Unicode code points of Text, end exclusive.
type Document struct {
	ID        string    `json:"id"`
	Lang      string    `json:"lang"`
	Title     string    `json:"title,omitempty"`
	Byline    string    `json:"byline,omitempty"`
	Source    string    `json:"source,omitempty"`
	URL       string    `json:"url,omitempty"`
	Published string    `json:"published,omitempty"` // RFC 3339: a date, or date and time
	Lines     *[2]int   `json:"lines,omitempty"`     // of the input file, 1-based, inclusive
	Focus     *Focus    `json:"focus"`
	Mentions  []Mention `json:"mentions"`
	Fronts    []Front   `json:"fronts"`
	Aside     [][2]int  `json:"aside,omitempty"`    // stretches of Text that are not news: navigation, dates and bylines, repetitions
	LeftOut   []LeftOut `json:"left_out,omitempty"` // what of the input is not part of Text
	Text      string    `json:"text,omitempty"`
}

// Weight is about how many bytes of memory the document takes.
func (d *Document) Weight() int {
	const own, item, candidate = 1 << 10, 640, 96 // an item has five candidates
	n := own + len(d.Text) + item*(len(d.Mentions)+len(d.Fronts)) + 16*len(d.Aside)
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

// LeftOut is a stretch of an input that is not part of an article's text.
type LeftOut struct {
	Reason string  `json:"reason"` // comments, footer, links, navigation and their like
	Text   string  `json:"text"`
	Lines  *[2]int `json:"lines,omitempty"` // of the input file, 1-based, inclusive
}

// Focus is where an article as a whole is about.
type Focus struct {
	Place      string  `json:"place"`
	Name       string  `json:"name"`
	Admin1     *string `json:"admin1"` // usual English name, null when unsure
	Country    string  `json:"country"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Confidence float64 `json:"confidence"`
}

// Mention is a place name in an article. What names the place is null when
// nothing fits.
type Mention struct {
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
	Sentence   *[2]int  `json:"sentence,omitempty"` // where the sentence around it starts and ends

	Date          string `json:"date,omitempty"`           // it happened: a day; where only a month or year is known, a day in it
	DatePrecision string `json:"date_precision,omitempty"` // "day", "month" or "year": what is known of Date
	DateFrom      string `json:"date_from,omitempty"`      // "text", "context", "published" or "neighbours" (geoparse.DateSource)

	Candidates []Candidate `json:"candidates"`
}

// RoleDateline is the role of a place in the line that says where a report was
// written.
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
	Schematic     bool            `json:"schematic"` // drawn by rule: not the known outline or course of anything
	Reading       string          `json:"reading"`
	Tree          json.RawMessage `json:"tree,omitempty"` // the front as operations on places (geoparse.Tree)
	Confidence    float64         `json:"confidence"`
	Anchors       []Anchor        `json:"anchors"`
	Describes     *[2]int         `json:"describes,omitempty"` // start and end of the mention whose position it only says: no feature of its own
	Sentence      *[2]int         `json:"sentence,omitempty"`

	Date          *string `json:"date"` // as of a Mention
	DatePrecision string  `json:"date_precision,omitempty"`
	DateFrom      string  `json:"date_from,omitempty"`
}

// Anchor is a place that a front is drawn from.
type Anchor struct {
	Place string  `json:"place"`
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
}
