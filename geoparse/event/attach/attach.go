package attach

import (
	"iter"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxCost is the maximum cost of attaching a group to a trigger.
const maxCost = 16.5

// finerCost is how much more a place may cost than a country over which it is preferred.
const finerCost = 7

// preferFiner replaces a country by a place of little more cost.
func (s stage) preferFiner(c *sentence.Candidate) {
	best := min(maxCost, c.Cost+finerCost)
	for g := range s.groupsAround(c.Span) {
		if gr := &s.Groups[g]; gr.Size == event.Country {
			continue
		}
		if cost := s.cost(c, g); cost < best {
			c.Group, c.Cost, best = g, cost, cost
		}
	}
}

// groupsAround yields the groups within reach of a trigger, from the left.
func (s stage) groupsAround(w sentence.Span) iter.Seq[int] {
	return func(yield func(int) bool) {
		last := -1
		for i := max(0, w.First-sentence.MaxDistance); i < len(s.Words) && i <= w.Last+sentence.MaxDistance; i++ {
			g := s.Words[i].Group
			if g < 0 || g == last || len(s.Groups[g].Spots) == 0 {
				continue
			}
			if last = g; !yield(g) {
				return
			}
		}
	}
}

// tightCost is the maximum cost of a place governed by a trigger's own preposition.
const tightCost = 3.2

// cost returns the cost of attaching group g to a trigger.
func (s stage) cost(c *sentence.Candidate, g int) float64 {
	gr := &s.Groups[g]
	switch {
	case s.isOut(c, gr):
		return maxCost
	case gr.First > c.Last:
		return s.costBehind(c, gr)
	}
	return s.costBefore(c, gr)
}

// isOut reports whether a group cannot be the location of the event, however close.
func (s stage) isOut(c *sentence.Candidate, gr *sentence.Group) bool {
	from := gr.Prep >= 0 && s.Is(gr.Prep, lexicon.From)
	switch {
	case c.Class == lexicon.FallClass && gr.First > c.Last:
		return true
	case gr.Acts && gr.Prep >= 0 && !(from && lexicon.Leaves(c.Class)):
		return true
	case from && (c.Class == lexicon.Class(event.Protest) || c.Class == lexicon.SendClass), s.isRetreat(c, gr):
		return true
	}
	return s.opensClause(c, gr) || s.isOverlooked(gr) || s.isWithout(gr) || s.isOfSource(gr) || s.isSpeaker(gr) || s.IsSpokenAt(gr)
}

// isRetreat reports whether forces withdraw to a group rather than from it: "withdrew towards X".
func (s stage) isRetreat(c *sentence.Candidate, gr *sentence.Group) bool {
	return c.Class == lexicon.Class(event.Withdrawal) && gr.Prep > c.Last && s.Is(gr.Prep, lexicon.To) && !s.Is(gr.Prep, lexicon.Of|lexicon.From)
}

// costBehind returns the cost of a group after a trigger.
func (s stage) costBehind(c *sentence.Candidate, gr *sentence.Group) float64 {
	cost := s.distance(s.pastJoined(c), gr.First, c)
	switch {
	case c.Form == lexicon.Participle && s.Words[c.First].Arabic && c.First > 0 && s.Words[c.First-1].Group >= 0:
		return maxCost // X الخاضعة لسيطرة: the place before
	case c.Form == lexicon.Participle && gr.Prep > c.Last && s.Is(gr.Prep, lexicon.To) && !s.Is(gr.Prep, lexicon.Of) && s.Is(c.Last+1, lexicon.PlaceNoun):
		return maxCost // from besieged towns to X
	case s.isHyphened(c) && (c.Form == lexicon.Participle || c.Form == lexicon.Verb) && cost > tightCost:
		return maxCost
	case gr.Size == event.Country && gr.Prep < c.First && (cost > 1 || s.Words[c.First].Arabic):
		return maxCost
	case s.isTight(c) && !s.isAtPositionIn(c, gr) && (cost > tightCost || s.hasPreposition(c.Last+1, gr.First)):
		return maxCost
	case gr.Prep > c.Last && s.Is(gr.Prep, lexicon.From) && !lexicon.Leaves(c.Class):
		cost += 10
	case gr.Prep > c.Last && s.Is(gr.Prep, lexicon.From) && s.goesOn(c, gr):
		cost += 6 // fled from X to Y
	case c.Class == lexicon.SendClass && gr.Prep > c.Last && !s.Is(gr.Prep, lexicon.To):
		cost += 8 // "sent fighters who live in X to Y"
	}
	return cost + s.destination(c, gr) + s.ownership(c, gr) + s.vagueness(gr) + s.operation(c, gr)
}

// costBefore returns the cost of a group before a trigger.
func (s stage) costBefore(c *sentence.Candidate, gr *sentence.Group) float64 {
	country := gr.Size == event.Country && gr.Prep < 0
	switch {
	case s.isHyphened(c) && !s.isPredicate(c.First):
		return maxCost // X but for two regime-held bases
	case c.Form == lexicon.Participle && (s.Is(c.First-1, lexicon.Article) || s.Is(c.First-1, lexicon.In) && !c.Passive):
		return maxCost // the occupied east, in besieged X
	case c.Class == lexicon.Class(event.Control) && c.Form == lexicon.Participle && !s.Words[c.First].Dash && s.isOfOther(c, gr):
		return maxCost
	case country && gr.Last+1 == c.First && c.Form == lexicon.Noun && !s.Words[c.First].Arabic:
		return 10 // "Syria air strike kills 12", where no other place is named
	case !c.Passive && (country || s.isTight(c) && !s.Says(gr.Last+1, lexicon.Whereby)):
		return maxCost
	}
	return s.distance(gr.Last+1, c.First, c) + s.beforeCost(c, gr) + s.ownership(c, gr) + s.vagueness(gr) + s.operation(c, gr)
}

// isHyphened reports whether a trigger is the second half of a compound for a holder:
// "rebel-held".
func (s stage) isHyphened(c *sentence.Candidate) bool {
	return c.Class == lexicon.Class(event.Control) && s.Words[c.First].Dash
}

// pastJoined returns the word after a trigger and the verbs joined to it by "and", which share
// its object: "besieged and stormed the town".
func (s stage) pastJoined(c *sentence.Candidate) int {
	i := c.Last + 1
	if c.Form == lexicon.Noun || c.Form == lexicon.State {
		return i
	}
	for s.Is(i, lexicon.And) && i+1 < len(s.Words) && s.Words[i+1].Trigger >= 0 && s.Triggers[s.Words[i+1].Trigger].Form == c.Form {
		i = s.Triggers[s.Words[i+1].Trigger].Last + 1
	}
	return i
}

// isAtPositionIn reports whether a trigger's own preposition governs a base or the like inside
// the group: "arrived at a camp outside X".
func (s stage) isAtPositionIn(c *sentence.Candidate, gr *sentence.Group) bool {
	i := c.Last + 1
	for s.Is(i, lexicon.Article|lexicon.Mod|lexicon.Part) && !s.Is(i, lexicon.Position) {
		i++
	}
	return s.Is(i, lexicon.Position) && gr.Prep == i+1 && !s.Is(gr.Prep, lexicon.From|lexicon.To)
}

// hasPreposition reports whether a preposition other than "of" occurs between words.
func (s stage) hasPreposition(from, to int) bool {
	for i := from; i < to; i++ {
		if s.Is(i, lexicon.In|lexicon.To|lexicon.From) && !s.Is(i, lexicon.Of|lexicon.Part) {
			return true
		}
	}
	return false
}

// isTight reports whether a trigger ends with the preposition that governs its
// place: "fall of", "entered into".
func (s stage) isTight(c *sentence.Candidate) bool {
	if c.Class == lexicon.HitClass || c.Class == lexicon.LandClass || s.Says(c.Last, lexicon.Through) {
		return false // fired on the crowd in X
	}
	return c.Last > c.First && !c.Passive && !s.Words[c.Last].Dash && s.Is(c.Last, lexicon.In|lexicon.Of|lexicon.To) && !s.Says(c.Last, lexicon.Over) && c.Class != lexicon.FallClass && !s.Is(c.Last, lexicon.By) && !s.Words[c.Last].Arabic
}
