package document

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/article"
	"dateline/feature"
	"dateline/geoparse"
	"dateline/newsdate"
)

// NewDocument combines an article with the parser's result.
func NewDocument(a article.Article, r geoparse.Result) Document {
	d := Document{
		ID: a.ID, Lang: r.Lang, Title: a.Title, Byline: a.Byline, Source: a.Source, URL: a.URL, Canonical: canonicalAddress(a.Address), GUID: a.Key,
		Published: newsdate.Format(a.Published), Aside: newAside(a.Aside), LeftOut: newLeftOut(a.LeftOut), Text: a.Text, Focus: newFocus(r.Focus),
		Mentions: make([]Mention, 0, len(r.Mentions)), Fronts: make([]Front, 0, len(r.Fronts)),
		Events: make([]Event, 0, len(r.Events)),
	}
	if a.Lang != "" {
		d.Lang = a.Lang
	}
	if a.Lines != [2]int{} {
		d.Lines = &a.Lines
	}
	c := newConverter()
	for i := range r.Mentions {
		d.Mentions = append(d.Mentions, c.mention(&r.Mentions[i]))
	}
	d.markDateline(a.Dateline)
	d.addPoint(a)
	for i := range r.Fronts {
		d.Fronts = append(d.Fronts, c.front(&r.Fronts[i]))
	}
	for i := range r.Events {
		if e := &r.Events[i]; e.Implied {
			d.Implied = append(d.Implied, c.event(e))
		} else {
			d.Events = append(d.Events, c.event(e))
		}
	}
	return d
}

// markDateline gives the places in a dateline their role.
func (d *Document) markDateline(dateline string) {
	at := strings.Index(d.Text, dateline)
	if dateline == "" || at < 0 {
		return
	}
	start := utf8.RuneCountInString(d.Text[:at])
	end := start + utf8.RuneCountInString(dateline)
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Start >= start && m.End <= end {
			m.Role = RoleDateline
		}
	}
}

// addPoint adds a point given by the publisher as a mention: the headline is its name.
func (d *Document) addPoint(a article.Article) {
	end := utf8.RuneCountInString(a.Title)
	if a.Point == nil || end == 0 || !strings.HasPrefix(a.Text, a.Title) {
		return
	}
	lon, lat := a.Point[0], a.Point[1]
	name := fmt.Sprintf("%.5f, %.5f", lat, lon)
	place, kind, precision := fmt.Sprintf("pt%.5f_%.5f", lat, lon), string(geoparse.GivenCoordinates), "given"
	d.Mentions = append([]Mention{{
		End: end, Phrase: a.Title, Lat: &lat, Lon: &lon, Place: &place, Name: &name, Kind: &kind, Role: string(geoparse.RolePlace),
		Precision: &precision, Confidence: 1, Reason: "a point that the publisher gives", Candidates: []Candidate{},
	}}, d.Mentions...)
}

func newAside(aside []article.Aside) [][2]int {
	var out [][2]int
	for _, s := range aside {
		out = append(out, [2]int{s.Start, s.End})
	}
	return out
}

func newLeftOut(left []article.LeftOut) []LeftOut {
	var out []LeftOut
	for _, l := range left {
		if l.Reason == article.Field || l.Reason == article.Rule {
			continue // nothing is lost with it
		}
		one := LeftOut{Reason: string(l.Reason), Text: l.Text}
		if l.Lines != [2]int{} {
			one.Lines = &l.Lines
		}
		out = append(out, one)
	}
	return out
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

// converter converts a parser's result. Values that many mentions or fronts share are stored
// once, as a long text names few places very often.
type converter struct {
	sentence   *[2]int       // of the last mention
	date       newsdate.Date // the last
	day        string        // of it
	precisions map[geoparse.Precision]*string
	candidates map[*geoparse.Candidate][]Candidate // by the first of a list
	values     map[string]json.RawMessage
}

func newConverter() *converter {
	return &converter{
		sentence: new([2]int), precisions: map[geoparse.Precision]*string{},
		candidates: map[*geoparse.Candidate][]Candidate{}, values: map[string]json.RawMessage{},
	}
}

func (c *converter) sentenceOf(s geoparse.Span) *[2]int {
	if *c.sentence != [2]int{s.Start, s.End} {
		c.sentence = &[2]int{s.Start, s.End}
	}
	return c.sentence
}

// dayOf returns a day as Date.String does; most are that of publication.
func (c *converter) dayOf(d newsdate.Date) string {
	if d != c.date {
		c.date, c.day = d, d.String()
	}
	return c.day
}

func (c *converter) precision(p geoparse.Precision) *string {
	if c.precisions[p] == nil {
		s := string(p)
		c.precisions[p] = &s
	}
	return c.precisions[p]
}

// value encodes JSON, reusing that of an equal earlier front.
func (c *converter) value(b []byte) json.RawMessage {
	same, known := c.values[string(b)]
	if !known {
		same = b
		c.values[string(b)] = same
	}
	return same
}

// candidateList converts a list, which must not be changed: equal mentions share it.
func (c *converter) candidateList(list []geoparse.Candidate) []Candidate {
	if len(list) == 0 {
		return []Candidate{}
	}
	out, known := c.candidates[&list[0]]
	if !known {
		out = make([]Candidate, len(list))
		for i := range list {
			out[i] = newCandidate(list[i])
		}
		c.candidates[&list[0]] = out
	}
	return out
}

func (c *converter) mention(m *geoparse.Mention) Mention {
	out := Mention{
		Start: m.Start, End: m.End, Phrase: m.Phrase, Role: string(m.Role), Confidence: m.Confidence, Reason: m.Reason,
		Sentence: c.sentenceOf(m.Sentence), Candidates: c.candidateList(m.Candidates),
		Date: c.dayOf(m.When.Date), DatePrecision: m.When.Precision.String(), DateFrom: string(m.When.From),
	}
	if p := m.Place; p != nil {
		out.Lat, out.Lon = &p.Point[1], &p.Point[0]
		out.Place, out.Name, out.Kind, out.Precision = &p.ID, &p.Name, (*string)(&p.Kind), c.precision(m.Precision)
	} else if p := m.Within; p != nil { // no pin, only the container
		out.Place, out.Name, out.Kind, out.Precision = &p.ID, &p.Name, (*string)(&p.Kind), c.precision(m.Precision)
	}
	return out
}

func newCandidate(c geoparse.Candidate) Candidate {
	return Candidate{
		Place: c.Place.ID, Name: c.Place.Name, Kind: string(c.Place.Kind),
		Lat: c.Place.Point[1], Lon: c.Place.Point[0], Score: c.Score,
	}
}

func (c *converter) front(f *geoparse.Front) Front {
	out := Front{
		Start: f.Start, End: f.End, Phrase: f.Phrase, Kind: string(f.Kind), Geometry: c.value(feature.AppendGeometry(nil, f.Geometry)),
		UncertaintyKm: f.UncertaintyKm, Schematic: f.Schematic, Reading: f.Reading, Tree: c.value(treeJSON(&f.Tree)), Confidence: f.Confidence,
		Sentence: c.sentenceOf(f.Sentence), Anchors: make([]Anchor, 0, len(f.Anchors)),
	}
	if f.Describes != nil {
		out.Describes = &[2]int{f.Describes.Start, f.Describes.End}
	}
	for _, p := range f.Anchors {
		out.Anchors = append(out.Anchors, Anchor{Place: p.ID, Name: p.Name, Lat: p.Point[1], Lon: p.Point[0]})
	}
	if date := c.dayOf(f.When.Date); date != "" {
		out.Date, out.DatePrecision, out.DateFrom = &date, f.When.Precision.String(), string(f.When.From)
	}
	return out
}

func (c *converter) event(e *geoparse.Event) Event {
	out := Event{
		Start: e.Start, End: e.End, Trigger: e.Trigger, Type: string(e.Type), Places: make([]EventPlace, 0, len(e.Places)),
		Agent: orNull(&e.Agent), Target: orNull(&e.Target), Holder: orNull(&e.Holder), From: orNull(&e.From), Source: orNull(&e.Source),
		Status: string(e.Status), Sentence: c.sentenceOf(e.Sentence), Confidence: e.Confidence, Reason: e.Reason,
	}
	if date := e.When.Short(); date != "" {
		out.Date, out.DatePrecision, out.DateFrom = &date, e.When.Precision.String(), string(e.When.From)
	}
	for i := range e.Places {
		p := &e.Places[i]
		place := EventPlace{Start: p.Start, End: p.End}
		if p.Known {
			place.Lat, place.Lon = &p.Point[1], &p.Point[0]
		}
		if p.Place != nil {
			place.Place, place.Name, place.Precision = &p.Place.ID, &p.Place.Name, c.precision(p.Precision)
		}
		out.Places = append(out.Places, place)
	}
	return out
}

func orNull(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}
