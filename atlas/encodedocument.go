package atlas

// document writes a Document as json.Marshal does, but with empty lists where it
// has none.
func (e *encoder) document(d *Document) {
	e.put(`{"id":`)
	e.text(d.ID)
	e.put(`,"lang":`)
	e.text(d.Lang)
	e.textIfAny(`,"title":`, d.Title)
	e.textIfAny(`,"byline":`, d.Byline)
	e.textIfAny(`,"source":`, d.Source)
	e.textIfAny(`,"url":`, d.URL)
	e.textIfAny(`,"published":`, d.Published)
	e.pairIfAny(`,"lines":`, d.Lines)
	e.put(`,"focus":`)
	e.focus(d.Focus)
	e.put(`,"mentions":`)
	encodeList(e, d.Mentions, e.mention)
	e.put(`,"fronts":`)
	encodeList(e, d.Fronts, e.front)
	if len(d.Aside) > 0 {
		e.put(`,"aside":`)
		encodeList(e, d.Aside, func(p *[2]int) { e.pair(*p) })
	}
	e.textIfAny(`,"text":`, d.Text)
	e.put("}")
}

func (e *encoder) focus(f *Focus) {
	if f == nil {
		e.put("null")
		return
	}
	e.put(`{"place":`)
	e.text(f.Place)
	e.put(`,"name":`)
	e.text(f.Name)
	e.put(`,"admin1":`)
	e.textOrNull(f.Admin1)
	e.put(`,"country":`)
	e.text(f.Country)
	e.put(`,"lat":`)
	e.real(f.Lat)
	e.put(`,"lon":`)
	e.real(f.Lon)
	e.put(`,"confidence":`)
	e.real(f.Confidence)
	e.put("}")
}

func (e *encoder) mention(m *Mention) {
	e.put(`{"start":`)
	e.integer(m.Start)
	e.put(`,"end":`)
	e.integer(m.End)
	e.put(`,"phrase":`)
	e.text(m.Phrase)
	e.put(`,"lat":`)
	e.realOrNull(m.Lat)
	e.put(`,"lon":`)
	e.realOrNull(m.Lon)
	e.put(`,"place":`)
	e.textOrNull(m.Place)
	e.put(`,"name":`)
	e.textOrNull(m.Name)
	e.put(`,"kind":`)
	e.textOrNull(m.Kind)
	e.put(`,"role":`)
	e.text(m.Role)
	e.put(`,"precision":`)
	e.textOrNull(m.Precision)
	e.put(`,"confidence":`)
	e.real(m.Confidence)
	e.textIfAny(`,"reason":`, m.Reason)
	e.pairIfAny(`,"sentence":`, m.Sentence)
	e.textIfAny(`,"date":`, m.Date)
	e.put(`,"candidates":`)
	encodeList(e, m.Candidates, e.candidate)
	e.put("}")
}

func (e *encoder) candidate(c *Candidate) {
	e.put(`{"place":`)
	e.text(c.Place)
	e.put(`,"name":`)
	e.text(c.Name)
	e.put(`,"kind":`)
	e.text(c.Kind)
	e.put(`,"lat":`)
	e.real(c.Lat)
	e.put(`,"lon":`)
	e.real(c.Lon)
	e.put(`,"score":`)
	e.real(c.Score)
	e.put("}")
}

func (e *encoder) front(f *Front) {
	e.put(`{"start":`)
	e.integer(f.Start)
	e.put(`,"end":`)
	e.integer(f.End)
	e.put(`,"phrase":`)
	e.text(f.Phrase)
	e.put(`,"kind":`)
	e.text(f.Kind)
	e.put(`,"geometry":`)
	e.raw(f.Geometry)
	e.put(`,"uncertainty_km":`)
	e.real(f.UncertaintyKm)
	e.put(`,"schematic":`)
	e.truth(f.Schematic)
	e.put(`,"reading":`)
	e.text(f.Reading)
	if len(f.Tree) > 0 {
		e.put(`,"tree":`)
		e.raw(f.Tree)
	}
	e.put(`,"confidence":`)
	e.real(f.Confidence)
	e.put(`,"anchors":`)
	encodeList(e, f.Anchors, e.anchor)
	e.pairIfAny(`,"sentence":`, f.Sentence)
	e.put(`,"date":`)
	e.textOrNull(f.Date)
	e.put("}")
}

func (e *encoder) anchor(a *Anchor) {
	e.put(`{"place":`)
	e.text(a.Place)
	e.put(`,"name":`)
	e.text(a.Name)
	e.put(`,"lat":`)
	e.real(a.Lat)
	e.put(`,"lon":`)
	e.real(a.Lon)
	e.put("}")
}
