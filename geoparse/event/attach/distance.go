package attach

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// distance sums the costs of the words from one to another; other triggers and clause boundaries cost
// more.
func (s stage) distance(from, to int, c *sentence.Candidate) float64 {
	cost := 0.0
	inner := s.depthOf(from-1, to)
	for i := from; i < to; i++ {
		w := &s.Words[i]
		if w.Comma && s.Is(i, lexicon.Relative|lexicon.Clause) {
			if end := s.asideEnd(i, to); end > 0 {
				i, cost = end-1, cost+2
				continue
			}
		}
		if w.Depth > inner {
			cost += 0.1 // brackets outside of both
			continue
		}
		switch {
		case w.Trigger >= 0 && w.Trigger != c.Index:
			if s.Triggers[w.Trigger].First == i {
				cost += s.crossing(w.Trigger)
			}
		case w.Group >= 0:
			cost += 0.7
		case w.Actor >= 0:
			cost += 0.5
		case w.Set&lexicon.Say != 0 && to == c.First:
			cost += 10 // where it was said
		case w.Set&lexicon.Say != 0:
			cost += 4
		case s.Says(i, lexicon.Response):
			cost += 8
		case w.Set&lexicon.Clause != 0:
			cost += 4
		case w.Set&lexicon.Relative != 0:
			cost += 3
		case w.Set&(lexicon.Article|lexicon.Part|lexicon.Of|lexicon.Adverb|lexicon.Position|lexicon.In|lexicon.And|lexicon.Be) != 0:
			cost += 0.3
		default:
			cost++
		}
		cost += bound(w)
	}
	if to < len(s.Words) && from <= to {
		cost += bound(&s.Words[to])
	}
	if from <= to && from > 0 && to < len(s.Words) && s.Words[from-1].Depth != s.Words[to].Depth {
		cost += 10
	}
	return cost
}

// depthOf returns the bracket depth of the deeper of two words.
func (s stage) depthOf(from, to int) int {
	depth := 0
	for _, i := range [...]int{from, to} {
		if i >= 0 && i < len(s.Words) {
			depth = max(depth, s.Words[i].Depth)
		}
	}
	return depth
}

// asideEnd returns the word after the comma that ends a clause set off by commas, 0 if none.
func (s stage) asideEnd(i, to int) int {
	for k := i + 1; k < to; k++ {
		if s.Words[k].Comma {
			return k
		}
	}
	return 0
}

func bound(w *sentence.Word) float64 {
	switch {
	case w.Stop:
		return 6
	case w.Aside:
		return 3
	case w.Comma:
		return 2
	case w.Mark:
		return 0.5
	}
	return 0
}

// crossing is the cost of passing another trigger.
func (s stage) crossing(t int) float64 {
	f := &s.Triggers[t]
	if f.Form == lexicon.Noun || f.Form == lexicon.State || f.Class == lexicon.KillClass || f.Class == lexicon.Class(event.Control) || s.Words[f.First].Dash {
		return 1.5
	}
	return 5
}
