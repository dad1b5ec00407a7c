package event

import "slices"

// maxApart is how many candidates may stand between two that tell the same.
const maxApart = 12

// distinct leaves one of candidates of one type at the same places, and leaves out
// deaths where what caused them is told.
func (s *sentence) distinct(list []candidate) []candidate {
	var kept []candidate
	for _, c := range list {
		near := kept[max(0, len(kept)-maxApart):]
		k := slices.IndexFunc(near, func(o candidate) bool { return o.kind == c.kind && s.groups[o.group].key == s.groups[c.group].key })
		switch {
		case k < 0:
			kept = append(kept, c)
		case near[k].weight() < c.weight() || near[k].weight() == c.weight() && c.cost+3 < near[k].cost:
			c.also = append(near[k].also, near[k].index)
			near[k] = c
		default:
			near[k].also = append(near[k].also, c.index)
		}
	}
	var out []candidate
	for i := range kept {
		near := kept[max(0, i-maxApart):min(len(kept), i+maxApart+1)]
		if !slices.ContainsFunc(near, func(o candidate) bool { return s.covers(&o, &kept[i]) }) {
			out = append(out, kept[i])
		}
	}
	return out
}

// hasWord reports whether one of the words stands between two.
func (s *sentence) hasWord(from, to int, words ...string) bool {
	for i := from + 1; i < to; i++ {
		if s.foldIs(i, words...) {
			return true
		}
	}
	return false
}

// isWeapon reports whether a candidate is a weapon that is told with what it does.
func (c *candidate) isWeapon() bool {
	switch c.class {
	case weaponClass, bombClass, bombsClass, airWeaponClass:
		return true
	}
	return false
}

// weight says how much a trigger tells by itself.
func (c *candidate) weight() int {
	switch c.class {
	case killClass:
		return 0
	case weaponClass, bombClass, airWeaponClass:
		return 1
	}
	return 2
}

// covers reports whether what o tells holds what c tells: the deaths of a strike, the
// storming that a fight is for.
func (s *sentence) covers(o, c *candidate) bool {
	same := s.groups[o.group].key == s.groups[c.group].key
	strikes := o.kind == AirStrike || o.kind == Shelling || o.kind == Explosion || o.kind == Clash
	switch {
	case o.index == c.index:
		return false
	case c.kind == Killing && strikes && same:
		if s.foldIs(c.last+1, "during") || o.kind == Clash && s.hasWord(c.last, o.first, "during") {
			return false
		}
		return o.class != hitClass || c.form != verb && c.form != participle || o.first < c.first || s.isPassive(&c.found)
	case c.isWeapon() && !o.isWeapon() && (o.kind == AirStrike || o.kind == Shelling) && same:
		return true // struck it with bombs
	case c.class == hitClass && c.kind == Clash && o.kind == Killing && same && o.first < c.first && o.form != noun && !s.isPassive(&o.found):
		return true // killed them and destroyed their vehicles
	case c.kind == Clash && o.kind == Detention && same && c.form == noun && s.foldIs(c.last, "raid", "raids", "مداهمه", "مداهمات", "operation", "campaign"):
		return true // arrested during a raid
	case c.class == attackClass && o.kind != Clash && strikes && same && c.form == noun && s.words[c.first].Arabic && c.first > o.last && c.first <= o.last+3:
		return true // an attack with drones struck it
	case c.form == gerund && (c.class == killClass || c.class == hitClass) && s.groups[c.group].first < c.first && same:
		return o.first < c.first
	case c.kind == Killing && strikes && o.kind != Clash && c.first < o.first && s.hasWord(c.last, o.first, "when", "after"):
		return true // killed when shells hit another place
	case c.kind == Killing && c.form == gerund && strikes:
		return s.groups[c.group].first < c.first
	case c.kind == Clash && (c.class == hitClass || c.class == attackClass) && same && strikes && o.kind != Clash && o.form == noun:
		return true // the strikes that hit it
	case c.kind == Withdrawal && o.class == oustClass && same:
		return true // forced them to retreat
	case o.kind == Capture && same && c.kind == Clash && s.foldIs(c.last, "operation", "operations", "campaign") && c.first < o.first:
		return true // the operation that led to its capture
	case c.class == attackClass && same && o.kind == Clash && o.form != noun && c.first > o.last && c.first <= o.last+5:
		return true // foiled an attack
	case o.mood == attempted && o.kind == Clash && c.kind == Clash && o.class != c.class:
		return !same && c.last < o.first && s.groups[c.group].size > s.groups[o.group].size
	}
	return false
}
