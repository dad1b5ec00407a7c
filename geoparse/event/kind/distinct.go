package kind

import (
	"slices"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxApart is how many candidates may separate two that report the same event.
const maxApart = 12

// distinct merges candidates of one type at the same places, and drops deaths whose cause is
// reported.
func (s stage) distinct(list []sentence.Candidate) []sentence.Candidate {
	kept := make([]sentence.Candidate, 0, len(list))
	for _, c := range list {
		near := kept[max(0, len(kept)-maxApart):]
		k := slices.IndexFunc(near, func(o sentence.Candidate) bool {
			return o.Kind == c.Kind && s.Groups[o.Group].Key == s.Groups[c.Group].Key && !s.isTakenAgain(&o, &c)
		})
		switch {
		case k < 0:
			kept = append(kept, c)
		case s.weight(&near[k]) < s.weight(&c) || s.weight(&near[k]) == s.weight(&c) && c.Cost+3 < near[k].Cost:
			c.Also = append(near[k].Also, near[k].Index)
			near[k] = c
		default:
			near[k].Also = append(near[k].Also, c.Index)
		}
	}
	out := make([]sentence.Candidate, 0, len(kept))
	for i := range kept {
		near := kept[max(0, i-maxApart):min(len(kept), i+maxApart+1)]
		if !slices.ContainsFunc(near, func(o sentence.Candidate) bool { return s.covers(&o, &kept[i]) }) {
			out = append(out, kept[i])
		}
	}
	return out
}

// isTakenAgain reports whether a sentence reports a second capture after a semicolon: "rebels
// took X in May; the army retook it in June".
func (s stage) isTakenAgain(o, c *sentence.Candidate) bool {
	if event.GroupOf(c.Kind) != "territory" {
		return false
	}
	for i := min(o.Last, c.Last) + 1; i <= max(o.First, c.First); i++ {
		if s.Words[i].Stop {
			return true
		}
	}
	return false
}

// isWeapon reports whether a candidate is a weapon whose effect is reported too.
func (s stage) isWeapon(c *sentence.Candidate) bool {
	switch c.Class {
	case lexicon.WeaponClass, lexicon.BombClass, lexicon.BombsClass, lexicon.AirWeaponClass:
		return true
	}
	return false
}

// weight is how informative a trigger is by itself.
func (s stage) weight(c *sentence.Candidate) int {
	switch c.Class {
	case lexicon.KillClass:
		return 0
	case lexicon.WeaponClass, lexicon.BombClass, lexicon.AirWeaponClass:
		return 1
	}
	return 2
}

// covers reports whether o includes c: a strike its deaths, a fight the storming that it is for.
func (s stage) covers(o, c *sentence.Candidate) bool {
	same := s.Groups[o.Group].Key == s.Groups[c.Group].Key
	strikes := o.Kind == event.AirStrike || o.Kind == event.Shelling || o.Kind == event.Explosion || o.Kind == event.Clash
	switch {
	case o.Index == c.Index:
		return false
	case c.Kind == event.Killing && strikes && same:
		if s.Says(c.Last+1, lexicon.During) || o.Kind == event.Clash && s.HasTerm(c.Last, o.First, lexicon.During) {
			return false
		}
		return o.Class != lexicon.HitClass || c.Form != lexicon.Verb && c.Form != lexicon.Participle || o.First < c.First || s.IsPassive(&c.Trigger) || s.HasTerm(c.Last, o.First, lexicon.Upon)
	case s.isWeapon(c) && !s.isWeapon(o) && (o.Kind == event.AirStrike || o.Kind == event.Shelling) && same:
		return true // struck it with bombs
	case c.Class == lexicon.HitClass && c.Kind == event.Clash && o.Kind == event.Killing && same && o.First < c.First && o.Form != lexicon.Noun && !s.IsPassive(&o.Trigger):
		return true // killed them and destroyed their vehicles
	case c.Kind == event.Clash && o.Kind == event.Detention && same && c.Form == lexicon.Noun && s.Says(c.Last, lexicon.RaidOrOperation):
		return true // arrested during a raid
	case c.Class == lexicon.AttackClass && o.Kind != event.Clash && strikes && same && c.Form == lexicon.Noun && s.Words[c.First].Arabic && c.First > o.Last && c.First <= o.Last+3:
		return true // an attack with drones struck it
	case c.Form == lexicon.Gerund && (c.Class == lexicon.KillClass || c.Class == lexicon.HitClass) && s.Groups[c.Group].First < c.First && same:
		return o.First < c.First
	case c.Kind == event.Killing && strikes && o.Kind != event.Clash && c.First < o.First && s.HasTerm(c.Last, o.First, lexicon.Upon):
		return true // killed when shells hit another place
	case c.Kind == event.Killing && (strikes || o.Kind == event.Capture) && o.First < c.First && s.Says(c.First-1, lexicon.DeadAnd) && s.HasTerm(o.Last, c.First, lexicon.Leaving):
		return true // leaving ten dead and wounded
	case c.Kind == event.Killing && c.Form == lexicon.Gerund && strikes:
		return s.Groups[c.Group].First < c.First
	case c.Kind == event.Clash && (c.Class == lexicon.HitClass || c.Class == lexicon.AttackClass) && same && strikes && o.Kind != event.Clash && o.Form == lexicon.Noun:
		return true // the strikes that hit it
	case c.Kind == event.Withdrawal && o.Class == lexicon.OustClass && same:
		return true // forced them to retreat
	case o.Kind == event.Capture && same && c.Kind == event.Clash && s.Says(c.Last, lexicon.OperationBefore) && (c.First < o.First || c.Form == lexicon.Noun && s.HasTerm(max(o.Last, c.First-5), c.First, lexicon.InWord)):
		return true // the operation that led to its capture, or in which it was
	case c.Class == lexicon.AttackClass && same && o.Kind == event.Clash && o.Form != lexicon.Noun && c.First > o.Last && c.First <= o.Last+5:
		return true // foiled an attack
	case o.Mood == sentence.Attempted && o.Kind == event.Clash && c.Kind == event.Clash && o.Class != c.Class:
		return !same && c.Last < o.First && s.Groups[c.Group].Size > s.Groups[o.Group].Size
	}
	return false
}
