package event

// maxWay is how many words may stand between a trigger and its places.
const maxWay = 60

// way adds up the words from one to another, other triggers and bounds of clauses
// counting more.
func (s *sentence) way(from, to int, c *candidate) float64 {
	cost := 0.0
	inner := s.depthOf(from-1, to)
	for i := from; i < to; i++ {
		w := &s.words[i]
		if w.comma && i > from && s.is(i, isRelative|isClause) {
			if end := s.asideEnd(i, to); end > 0 {
				i, cost = end-1, cost+2
				continue
			}
		}
		if w.depth > inner {
			cost += 0.1 // in brackets that both stand outside of
			continue
		}
		switch {
		case w.trigger >= 0 && w.trigger != c.index:
			if s.triggers[w.trigger].first == i {
				cost += s.crossing(w.trigger)
			}
		case w.group >= 0:
			cost += 0.7
		case w.actor >= 0:
			cost += 0.5
		case w.set&isSay != 0 && to == c.first:
			cost += 10 // where it was said
		case w.set&isSay != 0:
			cost += 4
		case s.foldIs(i, "response", "retaliation", "revenge"):
			cost += 8
		case w.set&isClause != 0:
			cost += 4
		case w.set&isRelative != 0:
			cost += 3
		case w.set&(isArticle|isPart|isOf|isAdverb|isPosition|isIn|isAnd|isBe) != 0:
			cost += 0.3
		default:
			cost++
		}
		cost += bound(w)
	}
	if to < len(s.words) && from <= to {
		cost += bound(&s.words[to])
	}
	if from <= to && from > 0 && to < len(s.words) && s.words[from-1].depth != s.words[to].depth {
		cost += 5
	}
	return cost
}

// depthOf returns in how many brackets the deeper of two words stands.
func (s *sentence) depthOf(from, to int) int {
	depth := 0
	for _, i := range [...]int{from, to} {
		if i >= 0 && i < len(s.words) {
			depth = max(depth, s.words[i].depth)
		}
	}
	return depth
}

// asideEnd returns the word behind the comma that ends a clause set off by commas, 0
// for none.
func (s *sentence) asideEnd(i, to int) int {
	for k := i + 1; k < to; k++ {
		if s.words[k].comma {
			return k
		}
	}
	return 0
}

func bound(w *word) float64 {
	switch {
	case w.stop:
		return 6
	case w.aside:
		return 3
	case w.comma:
		return 2
	case w.mark:
		return 0.5
	}
	return 0
}

// crossing is what it costs to pass another trigger.
func (s *sentence) crossing(t int) float64 {
	f := &s.triggers[t]
	if f.form == noun || f.form == state || f.class == killClass || f.class == class(Control) || s.words[f.first].dash {
		return 1.5
	}
	return 5
}
