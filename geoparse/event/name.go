package event

// Names that no table holds: of groups that nobody has listed yet.

// maxName is how many words of a name that no table holds may stand before "army" or
// "fighters".
const maxName = 3

// nameFrom returns the name that begins at word i, past articles: "by JNIM".
func (s *sentence) nameFrom(i int) Range {
	for n := 0; n < 2 && s.is(i, isArticle); n++ {
		i++
	}
	last := i
	for last < len(s.words) && last < i+maxName && s.isName(last) && (last == i || !s.words[last].comma && !s.words[last].stop) {
		last++
	}
	if last == i {
		return Range{}
	}
	return s.rangeOf(span{i, last - 1})
}

// nameBefore returns the name that is the subject of a verb at word i: "JNIM attacked".
func (s *sentence) nameBefore(i int) Range {
	last := i - 1
	for s.is(last, isAdverb|isBe|isHave) {
		last--
	}
	first := last
	for first > last-maxName && s.isName(first) {
		first--
	}
	if first == last || s.is(first, isAnd|isIn|isOf|isBy|isFrom|isTo) || s.words[last].comma {
		return Range{}
	}
	return s.rangeOf(span{first + 1, last})
}

// isName reports whether word i is written like a name and is none of a place, an
// actor or a word that is known.
func (s *sentence) isName(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	w := &s.words[i]
	return w.Upper && !w.Arabic && w.set == 0 && w.group < 0 && w.actor < 0 && s.lex.triggers[w.Fold] == nil && len(w.Fold) > 1
}
