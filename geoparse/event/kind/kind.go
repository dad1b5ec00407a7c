package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// typeOf says what a trigger reports at its places; false where that is nothing.
func (s stage) typeOf(c *sentence.Candidate) (event.Type, bool) {
	if s.Groups[c.Group].Size == event.Country && (c.Class == lexicon.KillClass || c.Class == lexicon.Class(event.Displacement) || c.Class == lexicon.Class(event.Control) && !s.Words[c.First].Dash) {
		return "", false // the sum of a war, or where somebody is at work
	}
	if s.Groups[c.Group].Size == event.Country && c.Mood != sentence.Asserted && c.Mood != sentence.Alleged {
		return "", false // what could be done to a country
	}
	if c.Form == lexicon.State && s.HasTerm(c.First-4, c.First, lexicon.Outside) {
		return "", false // the last village outside their control
	}
	if c.Form == lexicon.State && (s.isEnded(c.First) || s.isDestroyed(c)) || s.Groups[c.Group].Size == event.Country && s.Says(c.Last, lexicon.Turmoil) {
		return "", false
	}
	if c.Form != lexicon.Noun && (s.Says(c.First-1, lexicon.Ceased) || lexicon.TellsHolder(c.Class) && !c.Passive && s.isOfOnePerson(c.First)) {
		return "", false
	}
	if c.Form != lexicon.Noun && lexicon.TellsHolder(c.Class) && s.isHeldTo(c) {
		return "", false
	}
	if c.Form == lexicon.Noun && (s.isNoEventAt(c.First) || s.isHalted(c.First) || s.isBackdrop(c) || s.isSpokenOf(c) || s.isRetold(c)) {
		return "", false
	}
	switch c.Class {
	case lexicon.LandClass:
		t := s.byMeans(c, "")
		if t == "" && s.Is(c.Last, lexicon.In) && s.isOfForces(c) {
			t = event.Deployment // soldiers landed in X
		}
		return t, t != ""
	case lexicon.Class(event.Displacement):
		if c.First == c.Last && s.Says(c.First, lexicon.Returns) && !s.isOfCivilians(c) {
			return "", false
		}
	case lexicon.BombsClass:
		for i := c.First - 3; i <= c.Last+4; i++ {
			if s.Says(i, lexicon.Dropped) {
				return event.AirStrike, true
			}
		}
		return event.Explosion, s.isFiredNear(c)
	case lexicon.RaidClass:
		return s.raid(c), true
	case lexicon.ServeClass:
		if (s.Says(c.First, lexicon.Reaches) || s.Words[c.First].Arabic && !s.isService(c)) && s.isOfCivilians(c) {
			return event.Displacement, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		return event.Aid, s.isService(c)
	case lexicon.SendClass:
		if s.isService(c) {
			return event.Aid, true
		}
		return event.Deployment, s.isSent(c)
	case lexicon.OustClass:
		if s.drivesOut(c) {
			return event.Displacement, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		return event.Capture, s.isOusted(c) || s.Says(c.First, lexicon.Clears) && s.isObject(c)
	case lexicon.CutClass:
		return event.Siege, s.isCut(c)
	case lexicon.FleeClass:
		if s.Words[c.First].Arabic {
			return event.Displacement, s.isOfCivilians(c)
		}
		return s.flight(c), !s.fleesWhat(c) && c.Mood != sentence.Intended && c.Mood != sentence.Possible
	case lexicon.HoldClass:
		return s.held(c)
	case lexicon.EnterClass:
		if c.Mood == sentence.Attempted {
			return event.Clash, true
		}
		if s.Is(c.First-1, lexicon.Goods|lexicon.Person) && s.Words[c.First-1].Actor < 0 || s.Subject(c.First).IsEmpty() {
			if s.isRelief(c.First-1, -1) {
				return event.Aid, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
			}
			return "", false // journalists
		}
		return s.taken(c)
	case lexicon.AttackClass, lexicon.HitClass:
		if c.Form == lexicon.Participle && s.Is(c.First-1, lexicon.Article) && s.Groups[c.Group].First > c.Last+1 {
			return "", false // a damaged building
		}
		otherwise := event.Clash
		if s.Says(c.First, lexicon.Striking) {
			otherwise = event.Shelling
		}
		return s.byMeans(c, otherwise), true
	case lexicon.StrikeClass:
		return s.byMeans(c, event.AirStrike), true
	case lexicon.KillClass:
		if c.Form == lexicon.Participle && s.Is(c.First-1, lexicon.Article) && !s.Is(c.First+1, lexicon.Person|lexicon.Actor|lexicon.In|lexicon.Mod) {
			return "", false // the wounded were taken to X
		}
		if c.Form == lexicon.Participle && s.Is(c.First-1, lexicon.Article) && s.Is(c.First-2, lexicon.Of) {
			return "", false // the evacuation of the wounded from X
		}
		return s.byMeans(c, event.Killing), true
	case lexicon.WeaponClass:
		return event.Shelling, s.isFiredNear(c)
	case lexicon.BombClass:
		return event.Explosion, s.isFiredNear(c)
	case lexicon.AirWeaponClass:
		return event.AirStrike, s.isFiredNear(c)
	case lexicon.TakeClass:
		return event.Capture, s.isObject(c)
	case lexicon.FallClass:
		return event.Capture, true
	case lexicon.OccupyClass:
		if c.Passive || s.Says(c.First-1, lexicon.Still) || s.Says(c.First, lexicon.Occupies) && c.Mood == sentence.Asserted && !s.Says(c.First-1, lexicon.ToWord) {
			return event.Control, true
		}
		return s.taken(c)
	case lexicon.Class(event.Capture):
		return s.taken(c)
	case lexicon.LoseClass:
		if !c.Passive && s.isOfCivilians(c) && (s.Words[c.First].Arabic || s.object(c) == placeObject) {
			return event.Displacement, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		return event.Withdrawal, c.Passive || s.object(c) == placeObject && c.Mood != sentence.Attempted && c.Mood != sentence.Intended
	case lexicon.Class(event.Withdrawal):
		if (c.Form != lexicon.Noun || s.Words[c.First].Arabic) && s.isOfCivilians(c) {
			return event.Displacement, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		if !s.TakerAfter(c).IsEmpty() {
			return event.Capture, true // the fall of X to Y
		}
		return event.Withdrawal, s.isLeft(c)
	case lexicon.Class(event.Aid):
		if c.Form == lexicon.Noun && s.isKeptOut(c.Last) {
			return event.Siege, true
		}
	case lexicon.Class(event.Deployment):
		if c.Form == lexicon.Verb && s.isRelief(c.First-1, -1) || c.Form == lexicon.Participle && s.isRelief(c.First-1, -1) {
			return event.Aid, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		if c.Form != lexicon.Noun && s.isOfCivilians(c) {
			return event.Displacement, c.Mood == sentence.Asserted || c.Mood == sentence.Alleged
		}
		return event.Deployment, !(c.Form == lexicon.Noun && s.isObjectOfTrigger(c))
	case lexicon.Class(event.Shelling):
		if c.Form != lexicon.Noun || s.Words[c.First].Arabic {
			return s.byMeans(c, event.Shelling), true
		}
	}
	return event.Type(c.Class), true
}

// isTold reports whether an event in the trigger's mood is worth telling: what may be
// taken, besieged or agreed on is, what may be shelled or killed is not.
func (s stage) isTold(c *sentence.Candidate) bool {
	switch c.Mood {
	case sentence.Intended, sentence.Possible:
		if c.Mood == sentence.Possible && (c.Class == lexicon.AttackClass || c.Class == lexicon.HitClass) {
			return false
		}
		switch c.Kind {
		case event.AirStrike, event.Shelling, event.Explosion, event.Killing, event.Displacement, event.Detention, event.Control, event.Protest:
			return false
		}
	}
	return true
}
