package geoparse

import "dateline/gazetteer"

// takeSpans makes a spotted name of each span that was asked for.
func (p *parse) takeSpans() {
	for _, span := range p.in.Spans {
		s := spotted{start: p.byteAt(span.Start), end: p.byteAt(span.End), role: RolePlace}
		s.first = min(p.tokenAt(s.start), len(p.tokens)-1)
		s.last = s.first
		for s.last+1 < len(p.tokens) && p.tokens[s.last+1].start < s.end {
			s.last++
		}
		s.written = p.text[s.start:s.end]
		p.lookUp(&s)
		p.spots = append(p.spots, s)
	}
}

// lookUp fills a given span with the places it can mean: by its whole name, by
// that of its country where it is a demonym, without class words, by sound.
func (p *parse) lookUp(s *spotted) {
	for _, m := range p.gaz.Lookup(s.written, gazetteer.Wish{Limit: maxHits}) {
		s.hits = append(s.hits, gazetteer.Hit{Ref: m.Ref, Name: m.Name})
	}
	s.exact = true
}

// byteAt returns the byte offset of a code point.
func (p *parse) byteAt(at int) int {
	n := 0
	for i := range p.text {
		if n == at {
			return i
		}
		n++
	}
	return len(p.text)
}
