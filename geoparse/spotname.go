package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// joins reports whether a name can go on across the gap after token i: across one
// run of white space with at most one line break, a hyphen, an apostrophe.
func (p *parse) joins(i int) bool {
	switch p.gap(i) {
	case " ", "\n", "-", "-\n", "_", "‐", "‑", "\u00a0", "-‘", " ‘", "-'", " '", "-’", " ’":
		return p.tokens[i].full == ""
	case ". ":
		return p.words[i]&isAbbreviation != 0 || len(p.tokens[i].text) == 1
	}
	return false
}

// longest walks the gazetteer's names from token i, whose first word is taken
// to be first; skip is the number of bytes of clitics before it.
func (p *parse) longest(i int, first string, skip int) (spotted, bool) {
	var best spotted
	found := false
	tail := i // the last token of the name, small-letter class words included
	cursor := p.gaz.Start()
	for j := i; j < len(p.tokens) && j-i < maxNameWords; j++ {
		t := &p.tokens[j]
		p.step(1)
		if t.end-p.tokens[i].start > maxNameBytes {
			break
		}
		if j > i && !p.joins(j-1) && !p.goesOnAfterPossessive(j-1) {
			break
		}
		word := t.fold
		if j == i {
			word = first
		}
		if gazetteer.IsArticle(word) && j+1 < len(p.tokens) && p.joins(j) && t.shape != arabic {
			continue
		}
		with := cursor
		more := cursor.Next(word)
		if more && cursor.Complete() && (t.shape != lower || j == i) && (j == i || !gazetteer.IsArticle(word)) {
			best = spotted{first: i, last: j, start: p.tokens[i].start + skip, end: t.end, exact: true}
			best.hits = cursor.Hits(nil)
			found, tail = true, j
		} else if more && found && p.isTail(best.first, best.last, j) && cursor.Complete() {
			best.hits, tail = cursor.Hits(nil), j // the gas field of that name, not the town
		}
		if t.full != "" { // on after 's only in a name that has it: Queen Anne's County
			cursor, more = with, with.Next(t.full)
			cursor = with
		}
		if !more {
			break
		}
	}
	if found {
		best.written = p.text[best.start:p.tokens[tail].end]
		found = p.keepFitting(&best)
	}
	return best, found
}

// isTail reports whether small-letter words that end in a class word, and
// nothing else, stand between the last token of a name and token j: the gas
// field of "Shaar gas field". Of two names tied by a hyphen it goes with both, and
// "a Khartoum hospital" is any of them.
func (p *parse) isTail(first, last, j int) bool {
	if p.words[j]&isClass == 0 || first > 0 && (p.isHyphen(first-1) || p.isIndefinite(first-1) && p.endsPhrase(&spotted{last: j})) {
		return false
	}
	for k := last + 1; k <= j; k++ {
		if p.tokens[k].shape != lower {
			return false
		}
	}
	return last < j
}

// isIndefinite reports whether token i is the article a or an.
func (p *parse) isIndefinite(i int) bool { return p.tokens[i].fold == "a" || p.tokens[i].fold == "an" }

// goesOnAfterPossessive reports whether only a blank follows the possessive of
// token i: a name can go on there only if it holds the possessive.
func (p *parse) goesOnAfterPossessive(i int) bool {
	t := &p.tokens[i]
	return t.full != "" && p.text[t.fullEnd:p.tokens[i+1].start] == " "
}

// keepFitting drops the hits whose name is written otherwise in what matters:
// abbreviations in their own letters and dots, short words in their own case,
// and articles only where the name has one. It reports whether any are left.
func (p *parse) keepFitting(s *spotted) bool {
	kept := s.hits[:0]
	p.step(len(s.hits))
	for _, h := range s.hits {
		if p.fitsAsWritten(s, &h) {
			kept = append(kept, h)
		}
	}
	s.hits = kept
	if len(kept) > 0 {
		p.dropArticle(s)
		p.takeDot(s)
	}
	return len(kept) > 0
}

// longestAbbreviation is the most letters of a name that is compared with its
// case.
const longestAbbreviation = 4

func (p *parse) fitsAsWritten(s *spotted, h *gazetteer.Hit) bool {
	name := h.Name
	if strings.HasPrefix(name, "The ") && !p.hasOwnThe(s) || !p.mayHaveArticle(s, h) {
		return false
	}
	if s.first != s.last || p.tokens[s.first].shape == arabic {
		return true
	}
	letters := len(gazetteer.Fold(strings.ReplaceAll(name, ".", "")))
	if letters > longestAbbreviation {
		return true
	}
	isAbbreviation := shapeOf(name) == caps || strings.HasSuffix(name, ".")
	switch {
	case !isAbbreviation:
		return letters > 3 || p.tokens[s.first].shape != caps || p.inHeadline(s.first)
	case strings.Contains(name, "."):
		return strings.HasPrefix(p.text[s.start:], name)
	case letters == 2 && !p.isAlone(h) && !strings.ContainsAny(name, "0123456789"):
		return s.written == name && p.followsComma(s.first)
	}
	return s.written == name
}

// hasOwnThe reports whether a name is written with its English article, with a
// capital where one tells it from any: The Hague, The Valley; not "The city".
func (p *parse) hasOwnThe(s *spotted) bool {
	i := s.first
	if p.tokens[i].fold != "the" {
		if i == 0 || p.tokens[i-1].fold != "the" || p.gap(i-1) != " " {
			return false
		}
		i--
	}
	return p.words[i+1]&(isCommon|isClass) == 0 || p.tokens[i].shape != lower && !p.tokens[i].newSentence
}

// isAlone reports whether a two-letter abbreviation is used without a town
// before it: that of a country or a union, not that of a state.
func (p *parse) isAlone(h *gazetteer.Hit) bool {
	kind := p.gaz.Place(h.Ref).Kind
	return kind.IsCountry() || kind.Class() == 'L'
}

// followsComma reports whether a capitalised word and a comma stand before
// token i: "Dayton, OH".
func (p *parse) followsComma(i int) bool {
	return i > 0 && strings.HasPrefix(p.gap(i-1), ",") && p.tokens[i-1].shape.upperCase()
}

// takeDot lets the dot of an abbreviated name ("Kan.") into its span.
func (p *parse) takeDot(s *spotted) {
	for _, h := range s.hits {
		if strings.HasSuffix(h.Name, ".") && !strings.HasSuffix(s.written, ".") && strings.HasPrefix(p.text[s.end:], ".") {
			s.end++
			s.written = p.text[s.start:s.end]
			return
		}
	}
}

// dropArticle takes an article off the start of a span whose names have none,
// unless a hyphen ties it: "As Damascus fell".
func (p *parse) dropArticle(s *spotted) {
	if s.first == s.last || p.tokens[s.first].shape == arabic || !gazetteer.IsArticle(p.tokens[s.first].fold) || p.isHyphen(s.first) {
		return
	}
	for _, h := range s.hits {
		if words := gazetteer.Words(h.Name); gazetteer.IsArticle(gazetteer.FoldWord(words[0])) {
			return
		}
	}
	s.first++
	s.start = p.tokens[s.first].start
	s.written = p.text[s.start:s.end]
}
