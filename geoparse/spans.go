package geoparse

import (
	"cmp"
	"slices"
	"sort"
	"unicode/utf8"

	"dateline/gazetteer"
)

// takeSpans makes a spotted name of each span that was asked for, in the order
// of the text; asked says which span each is.
func (p *parse) takeSpans() {
	p.asked = make([]int, len(p.in.Spans))
	for i := range p.asked {
		p.asked[i] = i
	}
	slices.SortStableFunc(p.asked, func(i, j int) int { return cmp.Compare(p.in.Spans[i].Start, p.in.Spans[j].Start) })
	offsets := runeOffsets(p.text)
	for _, i := range p.asked {
		span := p.in.Spans[i]
		s := spotted{start: byteAt(p.text, offsets, span.Start), end: byteAt(p.text, offsets, span.End), role: RolePlace}
		s.first = min(p.tokenAt(s.start), len(p.tokens)-1)
		s.last = max(s.first, p.tokenFrom(s.end)-1)
		s.written = p.text[s.start:s.end]
		if len(p.tokens) > 0 {
			p.lookUp(&s)
		}
		p.spots = append(p.spots, s)
	}
}

// inAskedOrder puts mentions of spans back into the order they were asked for.
func (p *parse) inAskedOrder(mentions []Mention) []Mention {
	out := make([]Mention, len(mentions))
	for at, i := range p.asked {
		out[i] = mentions[at]
	}
	return out
}

// tokenFrom returns the first token that begins at byte at or after it.
func (p *parse) tokenFrom(at int) int {
	p.step(1)
	return sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].start >= at })
}

// lookUp fills a given span with the places it can mean: by its whole name,
// as a demonym, without a class word at its end, by its sound.
func (p *parse) lookUp(s *spotted) {
	s.exact = true
	if s.class = p.classBefore(s.first); s.class == "" {
		s.class, _ = p.classAfter(&spotted{last: s.last})
	}
	if s.hits = p.named(s.written); len(s.hits) > 0 {
		return
	}
	if country, ok := p.demonym(s.last); ok {
		s.role, s.hits = RoleDemonym, []gazetteer.Hit{{Ref: country, Name: s.written}}
		return
	}
	if short := p.withoutClass(s); short != "" {
		if s.hits = p.named(short); len(s.hits) > 0 {
			s.written = short
			return
		}
	}
	s.exact = false
	if len(s.written) <= maxNameBytes {
		s.hits = p.bySound(s.written, minSound)
	}
	if len(s.hits) == 0 {
		p.lookInside(s)
	}
}

// maxSpanWords is how many words of a given span are looked through for a place
// that is named in it: what has more is a sentence.
const maxSpanWords = 24

// lookInside takes a given span for the place that is named in it: a hospital,
// a university, a road is somewhere in or near the town it is called after.
func (p *parse) lookInside(s *spotted) {
	last := min(s.last, s.first+maxSpanWords-1)
	for words := min(last-s.first, maxNameWords); words > 0; words-- {
		for first := s.first; first+words-1 <= last; first++ {
			if p.words[first]&(isStop|isClass|isDirection) != 0 {
				continue
			}
			start, end := max(p.tokens[first].start, s.start), min(p.tokens[first+words-1].end, s.end)
			if hits := p.named(p.text[start:end]); len(hits) > 0 {
				s.hits, s.written = hits, p.text[start:end]
				return
			}
		}
	}
}

// named returns the places that have the name but for case, marks and article,
// in Arabic also those that have it without what is written together with it.
func (p *parse) named(name string) []gazetteer.Hit {
	if len(name) > maxNameBytes {
		return nil
	}
	hits, known := p.looked[name]
	if !known {
		hits = p.lookNameUp(name)
		p.looked[name] = hits
	}
	return hits
}

func (p *parse) lookNameUp(name string) []gazetteer.Hit {
	for _, skip := range append([]int{0}, clitics(name)...) {
		p.step(1)
		if hits := p.gaz.ByName(name[skip:]); len(hits) > 0 {
			return hits
		}
		if _, hits := p.joined(name[skip:]); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// withoutClass cuts a class word off the end of a given span, or off the
// beginning of an Arabic one, and notes it.
func (p *parse) withoutClass(s *spotted) string {
	switch {
	case s.first == s.last:
	case p.tokens[s.first].shape == arabic && p.words[s.first]&isClass != 0:
		s.class = p.tokens[s.first].base
		return p.text[p.tokens[s.first+1].start:s.end]
	case p.words[s.last]&isClass != 0:
		s.class = p.tokens[s.last].fold
		return p.text[s.start:p.tokens[s.last-1].end]
	}
	return ""
}

// runeStep is how many code points lie between two entries of runeOffsets.
const runeStep = 256

// runeOffsets returns the byte offset of every runeStep-th code point.
func runeOffsets(text string) []int {
	var offsets []int
	n := 0
	for i := range text {
		if n%runeStep == 0 {
			offsets = append(offsets, i)
		}
		n++
	}
	return offsets
}

// byteAt returns the byte offset of a code point.
func byteAt(text string, offsets []int, at int) int {
	if at/runeStep >= len(offsets) {
		return len(text)
	}
	i := offsets[at/runeStep]
	for range at % runeStep {
		if i >= len(text) {
			break
		}
		_, w := utf8.DecodeRuneInString(text[i:])
		i += w
	}
	return i
}
