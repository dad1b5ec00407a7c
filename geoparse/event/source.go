package event

// maxSource is how many words a source may take.
const maxSource = 9

// findSource returns to whom the sentence attributes what it tells: "according to X",
// "X said", "قال X إن", "بحسب X"; empty where it speaks for itself.
func (s *sentence) findSource() Range {
	for i := range s.words {
		switch {
		case s.foldIs(i, "according") && s.foldIs(i+1, "to"):
			if r := s.phraseFrom(i + 2); !r.isEmpty() {
				return r
			}
		case s.is(i-1, isBe), s.foldIs(i+1, "responsibility"), s.foldIs(i, "allegedly", "alleged", "purportedly", "purported", "supposedly", "rumored", "rumoured", "rumors", "rumours", "unconfirmed", "unverified"):
		case s.is(i, isSay|isClaim|isDeny) && s.words[i].Arabic:
			if r := s.phraseFrom(i + 1); !r.isEmpty() {
				return r
			}
		case s.is(i, isSay|isClaim|isDeny) && (!s.is(i, isSource) || s.foldIs(i, "reported")) && s.words[i].trigger < 0:
			if r := s.phraseTo(i - 1); !r.isEmpty() {
				return r
			}
			if i > 0 && (s.words[i].comma || s.words[i].mark || i >= len(s.words)-4) {
				if r := s.phraseFrom(i + 1); !r.isEmpty() {
					return r
				}
			}
		}
	}
	return Range{}
}

// phraseFrom returns the name of a speaker that begins at word i: up to a mark, a
// verb or "that".
func (s *sentence) phraseFrom(i int) Range {
	first := i
	for first < len(s.words) && s.is(first, isArticle) && !s.words[first].Arabic {
		first++
	}
	last := first - 1
	for at := first; at < len(s.words) && at < first+maxSource; at++ {
		if at > first && (s.words[at].comma || s.words[at].stop) || s.is(at, isSay|isRelative|isClause|isBe|isHave|isDate) && !s.is(at, isSource) || s.foldIs(at, "ان", "انه", "that") || s.words[at].trigger >= 0 {
			break
		}
		last = at
	}
	return s.speaker(span{first, last})
}

// phraseTo returns the name of a speaker that ends at word i.
func (s *sentence) phraseTo(i int) Range {
	for i >= 0 && s.is(i, isAdverb|isDate|isHave|isBe) && !s.is(i, isSource) {
		i--
	}
	first := i + 1
	for at := i; at >= 0 && at > i-maxSource; at-- {
		w := &s.words[at]
		if s.words[at+1].comma && at < i || s.words[at+1].stop || w.set&(isSay|isRelative|isClause|isBe|isHave) != 0 && w.set&isSource == 0 || w.trigger >= 0 {
			break
		}
		name := w.Upper || w.actor >= 0 || w.group >= 0 || w.set&(isSource|isOf|isIn|isMod|isPerson) != 0
		if !name && !s.is(at, isArticle) && first <= i && s.is(first, isArticle) {
			break
		}
		if first = at; s.is(at, isArticle) && !s.is(at-1, isOf|isIn) {
			first = at + 1
			break
		}
	}
	return s.speaker(span{first, i})
}

// speaker returns the text of words that hold a source, an actor or a name.
func (s *sentence) speaker(w span) Range {
	for w.first <= w.last && s.is(w.first, isIn|isOf|isAnd|isArticle) {
		w.first++
	}
	if w.first > w.last || w.first < 0 {
		return Range{}
	}
	for i := w.first; i <= w.last; i++ {
		if s.is(i, isSource) || s.words[i].actor >= 0 || s.words[i].Upper && s.words[i].group < 0 {
			return s.rangeOf(w)
		}
	}
	return Range{}
}
