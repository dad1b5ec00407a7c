package event

// A text about one town often doesn't name it where it says who took it: "The rebels
// took control in December", "the town was under government control". Who holds a
// place can be told from that; it is no event that the sentence reports at a place.

// addTopic adds a group for the town that the text is about to a sentence that names
// no town, and refers to none.
func (s *sentence) addTopic() {
	s.topic = -1
	if s.Topic == 0 && (!s.Nameless || s.unnamedAt.isEmpty()) {
		return
	}
	for i := range s.groups {
		if g := &s.groups[i]; len(g.spots) > 0 && !s.namesOperation(g) && (g.size == Town || g.anaphor) {
			return
		}
	}
	spot := Spot{s.unnamedAt, unnamed}
	if place := s.Topic - 1; place >= 0 {
		spot = Spot{s.Places[place].Range, place}
	}
	s.topic = len(s.groups)
	s.groups = append(s.groups, group{key: s.topic, span: span{-1, -1}, spots: []Spot{spot}, prep: -1, anaphor: true, size: Town})
}

// topicCost is how far from a trigger the town counts that the text is about.
const topicCost = 14

// implied joins a trigger that no group is near enough to with the town that the text
// is about, where it tells who holds a place.
func (s *sentence) implied(c *candidate) bool {
	if s.topic < 0 {
		return false
	}
	if !tellsHolder(c.class) {
		return false
	}
	c.group, c.cost = s.topic, topicCost
	return true
}

// tellsHolder reports whether triggers of a class tell who holds a place.
func tellsHolder(c class) bool {
	switch c {
	case class(Capture), class(Control), class(Withdrawal), takeClass, occupyClass, fallClass, loseClass, oustClass, fleeClass, holdClass, enterClass:
		return true
	}
	return false
}

// isUntold reports whether a group is a town that the text speaks of before it names any:
// it names towns, but not this one.
func (s *sentence) isUntold(g int) bool {
	return !s.Nameless && s.groups[g].anaphor && s.groups[g].spots[0].Place == unnamed
}

// impliedType says what a trigger tells of the town that its text is about.
func impliedType(c class) Type {
	switch c {
	case class(Control), occupyClass, holdClass:
		return Control
	case class(Withdrawal), loseClass, fleeClass:
		return Withdrawal
	}
	return Capture
}
