package atlas

import (
	"encoding/json"
	"strings"
	"time"

	"dateline/article"
	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

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
	Text      string    `json:"text,omitempty"`
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
	Start      int         `json:"start"`
	End        int         `json:"end"`
	Phrase     string      `json:"phrase"`
	Lat        *float64    `json:"lat"`
	Lon        *float64    `json:"lon"`
	Place      *string     `json:"place"`
	Name       *string     `json:"name"`
	Kind       *string     `json:"kind"`
	Role       string      `json:"role"`
	Precision  *string     `json:"precision"`
	Confidence float64     `json:"confidence"`
	Reason     string      `json:"reason,omitempty"`
	Sentence   *[2]int     `json:"sentence,omitempty"` // where the sentence around it starts and ends
	Date       string      `json:"date,omitempty"`     // of the event, where the sentence says one
	Candidates []Candidate `json:"candidates"`
}

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
	Reading       string          `json:"reading"`
	Confidence    float64         `json:"confidence"`
	Anchors       []Anchor        `json:"anchors"`
	Sentence      *[2]int         `json:"sentence,omitempty"`
	Date          *string         `json:"date"`
}

// Anchor is a place that a front is drawn from.
type Anchor struct {
	Place string  `json:"place"`
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
}

// NewDocument puts an article and what was found in it together.
func NewDocument(a article.Article, r geoparse.Result) Document {
	d := Document{
		ID: a.ID, Lang: r.Lang, Title: a.Title, Byline: a.Byline, Source: a.Source, URL: a.URL,
		Published: formatTime(a.Published), Text: a.Text, Focus: newFocus(r.Focus),
		Mentions: make([]Mention, 0, len(r.Mentions)), Fronts: make([]Front, 0, len(r.Fronts)),
	}
	if a.Lang != "" {
		d.Lang = a.Lang
	}
	if a.Lines != [2]int{} {
		d.Lines = &a.Lines
	}
	for i := range r.Mentions {
		d.Mentions = append(d.Mentions, newMention(&r.Mentions[i]))
	}
	for i := range r.Fronts {
		d.Fronts = append(d.Fronts, newFront(&r.Fronts[i]))
	}
	return d
}

// formatTime writes a day without a time as a date, nothing for no time.
func formatTime(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.UTC().Truncate(24 * time.Hour)):
		return t.UTC().Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339)
}

func newFocus(f *geoparse.Focus) *Focus {
	if f == nil {
		return nil
	}
	focus := &Focus{
		Place: f.Place.ID, Name: f.Place.Name, Country: f.Place.Country,
		Lat: f.Place.Point[1], Lon: f.Place.Point[0], Confidence: f.Confidence,
	}
	if f.Admin1 != "" {
		focus.Admin1 = &f.Admin1
	}
	return focus
}

func newMention(m *geoparse.Mention) Mention {
	out := Mention{
		Start: m.Start, End: m.End, Phrase: m.Phrase, Role: string(m.Role), Confidence: m.Confidence, Reason: m.Reason,
		Sentence: &[2]int{m.Sentence.Start, m.Sentence.End}, Candidates: make([]Candidate, 0, len(m.Candidates)),
		Date: formatTime(m.Date),
	}
	if p := m.Place; p != nil {
		kind, precision := string(p.Kind), string(m.Precision)
		lon, lat := p.Point[0], p.Point[1]
		out.Lat, out.Lon, out.Place, out.Name, out.Kind, out.Precision = &lat, &lon, &p.ID, &p.Name, &kind, &precision
	}
	for _, c := range m.Candidates {
		out.Candidates = append(out.Candidates, newCandidate(c))
	}
	return out
}

func newCandidate(c geoparse.Candidate) Candidate {
	return Candidate{
		Place: c.Place.ID, Name: c.Place.Name, Kind: string(c.Place.Kind),
		Lat: c.Place.Point[1], Lon: c.Place.Point[0], Score: c.Score,
	}
}

func newFront(f *geoparse.Front) Front {
	out := Front{
		Start: f.Start, End: f.End, Phrase: f.Phrase, Kind: string(f.Kind), Geometry: geo.AppendGeometry(nil, f.Geometry),
		UncertaintyKm: f.UncertaintyKm, Reading: f.Reading, Confidence: f.Confidence,
		Sentence: &[2]int{f.Sentence.Start, f.Sentence.End}, Anchors: make([]Anchor, 0, len(f.Anchors)),
	}
	for _, a := range f.Anchors {
		out.Anchors = append(out.Anchors, newAnchor(a))
	}
	if date := formatTime(f.Date); date != "" {
		out.Date = &date
	}
	return out
}

func newAnchor(p gazetteer.Place) Anchor {
	return Anchor{Place: p.ID, Name: p.Name, Lat: p.Point[1], Lon: p.Point[0]}
}

// point returns the mention's place as lon, lat; nil when it has none.
func (m *Mention) point() orb.Geometry {
	if m.Lat == nil || m.Lon == nil {
		return nil
	}
	return orb.Point{*m.Lon, *m.Lat}
}

// focusPoint returns the focus as lon, lat; nil when there is none.
func (d *Document) focusPoint() orb.Geometry {
	if d.Focus == nil {
		return nil
	}
	return orb.Point{d.Focus.Lon, d.Focus.Lat}
}

// anchorNames lists the names of anchors for people, in their order.
func anchorNames(anchors []Anchor) string {
	names := make([]string, len(anchors))
	for i, a := range anchors {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}
