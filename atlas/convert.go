package atlas

import (
	"dateline/article"
	"dateline/geo"
	"dateline/geoparse"
	"dateline/newsdate"
)

// NewDocument puts an article and what was found in it together.
func NewDocument(a article.Article, r geoparse.Result) Document {
	d := Document{
		ID: a.ID, Lang: r.Lang, Title: a.Title, Byline: a.Byline, Source: a.Source, URL: a.URL,
		Published: newsdate.Format(a.Published), Aside: newAside(a.Aside), LeftOut: newLeftOut(a.LeftOut), Text: a.Text, Focus: newFocus(r.Focus),
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

func newMention(m *geoparse.Mention) Mention {
	out := Mention{
		Start: m.Start, End: m.End, Phrase: m.Phrase, Role: string(m.Role), Confidence: m.Confidence, Reason: m.Reason,
		Sentence: &[2]int{m.Sentence.Start, m.Sentence.End}, Candidates: make([]Candidate, 0, len(m.Candidates)),
		Date: m.When.String(), DatePrecision: m.When.Precision.String(), DateFrom: string(m.When.From),
	}
	if p := m.Place; p != nil {
		kind, precision := string(p.Kind), string(m.Precision)
		lon, lat := p.Point[0], p.Point[1]
		out.Lat, out.Lon, out.Place, out.Name, out.Kind, out.Precision = &lat, &lon, &p.ID, &p.Name, &kind, &precision
	} else if p := m.Within; p != nil { // no pin, only what it lies in
		kind, precision := string(p.Kind), string(m.Precision)
		out.Place, out.Name, out.Kind, out.Precision = &p.ID, &p.Name, &kind, &precision
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
		UncertaintyKm: f.UncertaintyKm, Schematic: f.Schematic, Reading: f.Reading, Tree: treeJSON(&f.Tree), Confidence: f.Confidence,
		Sentence: &[2]int{f.Sentence.Start, f.Sentence.End}, Anchors: make([]Anchor, 0, len(f.Anchors)),
	}
	if f.Describes != nil {
		out.Describes = &[2]int{f.Describes.Start, f.Describes.End}
	}
	for _, p := range f.Anchors {
		out.Anchors = append(out.Anchors, Anchor{Place: p.ID, Name: p.Name, Lat: p.Point[1], Lon: p.Point[0]})
	}
	if date := f.When.String(); date != "" {
		out.Date, out.DatePrecision, out.DateFrom = &date, f.When.Precision.String(), string(f.When.From)
	}
	return out
}
