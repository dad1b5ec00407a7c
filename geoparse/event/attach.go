package event

import "iter"

// candidate is a trigger with the group of places it governs.
type candidate struct {
	found
	index   int // of s.triggers
	kind    Type
	group   int
	cost    float64
	passive bool
	mood    mood
	also    []int // triggers that tell the same
}

// maxCost is how far a group may lie from its trigger.
const maxCost = 16.5

// candidate joins trigger i with its places.
func (s *sentence) candidate(i int) (candidate, bool) {
	t := s.triggers[i]
	c := candidate{found: t, index: i, group: -1, cost: maxCost}
	c.passive = s.isPassive(&t)
	for g := range s.groupsAround(t.span) {
		if cost := s.cost(&c, g); cost < c.cost {
			c.group, c.cost = g, cost
		}
	}
	if c.group >= 0 && s.groups[c.group].size == Country {
		s.preferFiner(&c)
	}
	if c.group < 0 && !s.implied(&c) {
		return c, false
	}
	c.mood = s.moodOf(&c)
	if c.group == s.topic {
		c.kind = impliedType(c.class)
		return c, c.mood == asserted || c.mood == alleged
	}
	if s.isUntold(c.group) && !tellsHolder(c.class) {
		return c, false
	}
	kind, ok := s.typeOf(&c)
	c.kind = kind
	return c, ok && c.isTold()
}

// finerCost is how much farther than a country a place may lie that goes before it.
const finerCost = 7

// preferFiner takes a place instead of a country that is hardly nearer.
func (s *sentence) preferFiner(c *candidate) {
	best := min(maxCost, c.cost+finerCost)
	for g := range s.groupsAround(c.span) {
		if s.groups[g].size == Country {
			continue
		}
		if cost := s.cost(c, g); cost < best {
			c.group, c.cost, best = g, cost, cost
		}
	}
}

// groupsAround yields the groups within reach of a trigger, from the left.
func (s *sentence) groupsAround(w span) iter.Seq[int] {
	return func(yield func(int) bool) {
		last := -1
		for i := max(0, w.first-maxWay); i < len(s.words) && i <= w.last+maxWay; i++ {
			g := s.words[i].group
			if g < 0 || g == last || len(s.groups[g].spots) == 0 {
				continue
			}
			if last = g; !yield(g) {
				return
			}
		}
	}
}

// tightCost is how far the place may lie that a trigger's own preposition governs.
const tightCost = 3.2

// cost says how far group g lies from a trigger.
func (s *sentence) cost(c *candidate, g int) float64 {
	gr := &s.groups[g]
	if c.class == fallClass && gr.first > c.last || gr.acts && gr.prep >= 0 && !(s.is(gr.prep, isFrom) && leaves(c.class)) || c.class == class(Protest) && gr.prep >= 0 && s.is(gr.prep, isFrom) {
		return maxCost
	}
	if s.isOverlooked(gr) || s.isOfSource(gr) || s.isSpeaker(gr) || c.class == sendClass && gr.prep >= 0 && s.is(gr.prep, isFrom) {
		return maxCost
	}
	if gr.first > c.last {
		cost := s.way(s.pastJoined(c), gr.first, c)
		switch {
		case c.form == participle && s.words[c.first].Arabic && c.first > 0 && s.words[c.first-1].group >= 0:
			return maxCost // X الخاضعة لسيطرة: the place before
		case c.class == class(Control) && s.words[c.first].dash && (c.form == participle || c.form == verb) && cost > tightCost:
			return maxCost
		case gr.size == Country && gr.prep < c.first && (cost > 1 || s.words[c.first].Arabic):
			return maxCost
		case s.isTight(c) && (cost > tightCost || s.hasPreposition(c.last+1, gr.first)):
			return maxCost
		case gr.prep > c.last && s.is(gr.prep, isFrom) && !leaves(c.class):
			cost += 10
		case c.class == sendClass && gr.prep > c.last && !s.is(gr.prep, isTo):
			cost += 8 // "sent fighters who live in X to Y"
		}
		return cost + s.ownership(c, gr) + s.vagueness(gr) + s.operation(c, gr)
	}
	if c.class == class(Control) && s.words[c.first].dash && !s.isPredicate(c.first) {
		return maxCost // X but for two regime-held bases
	}
	if c.form == participle && (s.is(c.first-1, isArticle) || s.is(c.first-1, isIn) && !c.passive) {
		return maxCost // the occupied east, in besieged X
	}
	if c.class == class(Control) && c.form == participle && !s.words[c.first].dash && s.isOfOther(c, gr) {
		return maxCost
	}
	if gr.size == Country && gr.prep < 0 && gr.last+1 == c.first && c.form == noun {
		return 10 // "Syria air strike kills 12", where no other place is told
	}
	if gr.size == Country && gr.prep < 0 && !c.passive || s.isTight(c) && !c.passive {
		return maxCost
	}
	return s.way(gr.last+1, c.first, c) + s.leftCost(c, gr) + s.ownership(c, gr) + s.vagueness(gr) + s.operation(c, gr)
}

// isPredicate reports whether what a hyphen joins to word i is said of the subject: "X is
// rebel-held".
func (s *sentence) isPredicate(i int) bool {
	at := s.dashed(i).first - 1
	for s.is(at, isAdverb) {
		at--
	}
	return s.is(at, isBe)
}

// vagueness is what it adds that a group is "the area" or "the region".
func (s *sentence) vagueness(gr *group) float64 {
	if gr.anaphor && s.foldIs(gr.last, "area", "region", "zone", "territory", "منطقه") {
		return 4
	}
	return 0
}

// operation is what it adds that a group only names an operation that something else is
// told of: "during the 2016 Upper Kurna offensive rebels retook the town".
func (s *sentence) operation(c *candidate, gr *group) float64 {
	if !s.namesOperation(gr) || s.words[gr.last+1].trigger == c.index {
		return 0
	}
	return 6
}

// namesOperation reports whether the name of an operation begins with a group.
func (s *sentence) namesOperation(gr *group) bool {
	return gr.last >= 0 && s.foldIs(gr.last+1, "offensive", "campaign", "operation") && !s.words[gr.last+1].comma
}

// isOfOther reports whether what is held is not the group before it: other areas, or the
// forces there: "the groups in X are controlled by", "fled X for areas controlled by".
func (s *sentence) isOfOther(c *candidate, gr *group) bool {
	if at := c.first - 1; s.is(at, isPlaceNoun) && s.words[at].group < 0 && (s.is(at-1, isTo) || s.is(at-1, isArticle) && s.is(at-2, isTo)) {
		return true
	}
	return gr.prep > 0 && s.is(gr.prep, isIn) && !s.is(gr.prep, isOf) && s.words[gr.prep-1].actor >= 0
}

// isOverlooked reports whether a place only says where another lies: "the hilltop town of
// X, overlooking Y".
func (s *sentence) isOverlooked(gr *group) bool {
	return s.foldIs(gr.first-1, "overlooking", "facing")
}

// isOfSource reports whether a place is where a source is that the sentence quotes:
// "according to a source in X".
func (s *sentence) isOfSource(gr *group) bool {
	if gr.prep < 1 || !s.is(gr.prep-1, isSource) {
		return false
	}
	for at := gr.prep - 2; at >= 0 && at >= gr.prep-6; at-- {
		if s.foldIs(at, "to") && s.foldIs(at-1, "according") {
			return true
		}
	}
	return false
}

// isSpeaker reports whether a place belongs to who is quoted: ", Kyiv's General Staff
// said".
func (s *sentence) isSpeaker(gr *group) bool {
	if gr.prep >= 0 || !s.words[gr.first].comma {
		return false
	}
	for i := gr.last + 1; i < len(s.words) && i <= gr.last+6 && !s.words[i].comma; i++ {
		if s.is(i, isSay|isClaim) {
			return true
		}
	}
	return false
}

// pastJoined returns the word behind a trigger and the verbs that "and" joins to it,
// which share its object: "besieged and stormed the town".
func (s *sentence) pastJoined(c *candidate) int {
	i := c.last + 1
	if c.form == noun || c.form == state {
		return i
	}
	for s.is(i, isAnd) && i+1 < len(s.words) && s.words[i+1].trigger >= 0 && s.triggers[s.words[i+1].trigger].form == c.form {
		i = s.triggers[s.words[i+1].trigger].last + 1
	}
	return i
}

// hasPreposition reports whether another preposition than "of" stands between words.
func (s *sentence) hasPreposition(from, to int) bool {
	for i := from; i < to; i++ {
		if s.is(i, isIn|isTo|isFrom) && !s.is(i, isOf|isPart) {
			return true
		}
	}
	return false
}

// isTight reports whether a trigger ends with the preposition that governs its
// place: "fall of", "entered into".
func (s *sentence) isTight(c *candidate) bool {
	if c.class == hitClass || s.foldIs(c.last, "through") {
		return false // fired on the crowd in X
	}
	return c.last > c.first && !c.passive && s.is(c.last, isIn|isOf|isTo) && !s.foldIs(c.last, "over") && c.class != fallClass && !s.is(c.last, isBy) && !s.words[c.last].Arabic
}

// leaves reports whether a trigger of the class tells of leaving a place.
func leaves(c class) bool {
	switch c {
	case class(Withdrawal), class(Displacement), fleeClass, oustClass, loseClass:
		return true
	}
	return false
}

// ownership is what it adds that a group belongs to a state that another trigger
// tells: "rockets fired by fighters positioned in X".
func (s *sentence) ownership(c *candidate, gr *group) float64 {
	for at := gr.first - 1; at >= 0 && at >= gr.first-6; at-- {
		t := s.words[at].trigger
		if t < 0 {
			if s.is(at, isIn|isArticle|isPart|isPlaceNoun|isOf) {
				continue
			}
			return 0
		}
		if o := &s.triggers[t]; t != c.index && o.class == class(Control) && o.form == participle && !s.words[o.first].dash && o.first > c.last && s.is(o.last, isIn) {
			return 12
		}
		return 0
	}
	return 0
}

// leftCost is what it adds to the way that a group stands before its trigger.
func (s *sentence) leftCost(c *candidate, gr *group) float64 {
	switch {
	case gr.last+1 == c.first && c.form == noun:
		return 1
	case s.foldIs(gr.last+1, "where", "which", "حيث", "التي"):
		return 1
	case c.class == fallClass:
		return 0
	case c.passive && s.followsClosely(gr.last, c.first):
		return 0.5
	case c.passive:
		return 3
	case gr.first <= 3 && gr.prep >= 0:
		return 5
	case c.form == state && s.hasWord(c.first-4, c.first, "under"):
		return 3 // X was under government control
	case c.form == noun, c.form == state:
		return 7
	}
	return 8
}

// followsClosely reports whether only helping words stand between two words.
func (s *sentence) followsClosely(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !s.is(i, isBe|isHave|isAdverb) {
			return false
		}
	}
	return true
}
