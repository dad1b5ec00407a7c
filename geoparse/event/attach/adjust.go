package attach

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isPredicate reports whether the compound of word i is a predicate: "X is rebel-held".
func (s stage) isPredicate(i int) bool {
	at := s.Dashed(i).First - 1
	for s.Is(at, lexicon.Adverb) {
		at--
	}
	return s.Is(at, lexicon.Be)
}

// vagueness is the cost of a group that is "the area" or "the region".
func (s stage) vagueness(gr *sentence.Group) float64 {
	if gr.Anaphor && s.Says(gr.Last, lexicon.Vague) {
		return 4
	}
	return 0
}

// operation is the cost of a group that only names an operation, during which another event
// happened: "during the 2016 Upper Kurna offensive rebels retook the town".
func (s stage) operation(c *sentence.Candidate, gr *sentence.Group) float64 {
	if !s.NamesOperation(gr) || s.Words[gr.Last+1].Trigger == c.Index {
		return 0
	}
	return 6
}

// isOfOther reports whether the controlled thing is another area, or the forces in the group, not
// the group: "the groups in X are controlled by", "fled X for areas controlled by".
func (s stage) isOfOther(c *sentence.Candidate, gr *sentence.Group) bool {
	if at := c.First - 1; s.Is(at, lexicon.PlaceNoun) && s.Words[at].Group < 0 && (s.Is(at-1, lexicon.To) || s.Is(at-1, lexicon.Article) && s.Is(at-2, lexicon.To)) {
		return true
	}
	return gr.Prep > 0 && !s.Words[gr.Prep].Comma && s.Is(gr.Prep, lexicon.In) && !s.Is(gr.Prep, lexicon.Of) && s.Words[gr.Prep-1].Actor >= 0
}

// ownership is the cost of a group that belongs to a state reported by another trigger: "rockets
// fired by fighters positioned in X".
func (s stage) ownership(c *sentence.Candidate, gr *sentence.Group) float64 {
	for at := gr.First - 1; at >= 0 && at >= gr.First-6; at-- {
		t := s.Words[at].Trigger
		if t < 0 {
			if s.Is(at, lexicon.In|lexicon.Article|lexicon.Part|lexicon.PlaceNoun|lexicon.Of) {
				continue
			}
			return 0
		}
		if o := &s.Triggers[t]; t != c.Index && o.Class == lexicon.Class(event.Control) && o.Form == lexicon.Participle && !s.Words[o.First].Dash && o.First > c.Last && s.Is(o.Last, lexicon.In) {
			return 12
		}
		return 0
	}
	return 0
}

// destination is the cost added to an attack if a verb in between sends or moves something to
// the group: "after the raids the army sent tanks to X".
func (s stage) destination(c *sentence.Candidate, gr *sentence.Group) float64 {
	if lexicon.IsHostile(c.Class) && s.isVisited(c, gr) {
		return 12
	}
	if c.Form != lexicon.Noun || !lexicon.IsHostile(c.Class) || gr.Prep <= c.Last || !s.Is(gr.Prep, lexicon.To) {
		return 0
	}
	for at := c.Last + 1; at < gr.Prep; at++ {
		if t := s.Words[at].Trigger; t >= 0 && (s.Triggers[t].Form != lexicon.Noun || s.Triggers[t].Class == lexicon.Class(event.Displacement)) && lexicon.Moves(s.Triggers[t].Class) {
			return 12
		}
	}
	return 0
}

// isVisited reports whether a group is where somebody travels before or after an attack, not during it:
// "the raids came before his visit to X".
func (s stage) isVisited(c *sentence.Candidate, gr *sentence.Group) bool {
	if gr.Prep <= c.Last || !s.Is(gr.Prep, lexicon.To|lexicon.Of) && !s.Says(gr.Prep, lexicon.InWord) {
		return false
	}
	for at := c.Last + 1; at < gr.Prep; at++ {
		if s.Says(at, lexicon.Travel) {
			return !s.HasTerm(c.Last, at, lexicon.During)
		}
	}
	return false
}

// goesOn reports whether the people who flee the group go on to another one after it.
func (s stage) goesOn(c *sentence.Candidate, gr *sentence.Group) bool {
	if c.Class != lexicon.FleeClass && c.Class != lexicon.Class(event.Displacement) {
		return false
	}
	if who := s.BeforeHelping(c.First); s.Is(who, lexicon.Actor) && !s.Is(who, lexicon.Civilian) {
		return false // gunmen: they leave it
	}
	to := gr.Last + 1
	if !s.Is(to, lexicon.To) || s.Words[to].Stop || s.Words[to].Comma {
		return false
	}
	for at := to + 1; at < len(s.Words) && at <= to+4; at++ {
		if s.Words[at].Group >= 0 {
			return true
		}
	}
	return false
}

// beforeCost is the extra cost of a group before its trigger.
func (s stage) beforeCost(c *sentence.Candidate, gr *sentence.Group) float64 {
	switch {
	case gr.Last+1 == c.First && c.Form == lexicon.Noun:
		return 1
	case s.Says(gr.Last+1, lexicon.Whereby):
		return 1
	case c.Class == lexicon.FallClass:
		return 0
	case c.Passive && s.followsClosely(gr.Last, c.First):
		return 0.5
	case c.Passive:
		return 3
	case gr.First <= 3 && gr.Prep >= 0 && s.opens(gr.Prep):
		return 5
	case c.Form == lexicon.State && s.HasTerm(c.First-4, c.First, lexicon.UnderWord):
		return 3 // X was under government control
	case c.Form == lexicon.Noun, c.Form == lexicon.State:
		return 7
	}
	return 8
}

// opens reports whether only a date or connectives precede a preposition: "On Sunday in X", not
// "Analysts in X".
func (s stage) opens(prep int) bool {
	for i := range prep {
		if !s.Is(i, lexicon.Date|lexicon.Clause|lexicon.Adverb|lexicon.And|lexicon.Article|lexicon.In|lexicon.Part) && !sentence.IsDigit(s.Words[i].Fold) && !s.Words[i+1].Comma {
			return false
		}
	}
	return true
}

// followsClosely reports whether only auxiliaries separate two words.
func (s stage) followsClosely(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !s.Is(i, lexicon.Be|lexicon.Have|lexicon.Adverb) {
			return false
		}
	}
	return true
}
