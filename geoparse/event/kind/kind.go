package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// typeOf returns the type that a trigger reports at its places; false if none.
func (s stage) typeOf(c *sentence.Candidate) (event.Type, bool) {
	if s.isNone(c) {
		return "", false
	}
	switch c.Class {
	case lexicon.AttackClass, lexicon.HitClass:
		if s.Says(c.First, lexicon.Striking) {
			return s.byMeans(c, event.Shelling), true
		}
		return s.byMeans(c, event.Clash), true
	case lexicon.StrikeClass:
		return s.byMeans(c, event.AirStrike), true
	case lexicon.KillClass:
		t := s.byMeans(c, event.Killing)
		return t, t != event.Killing || !s.isOfDisaster(c)
	case lexicon.Class(event.Shelling):
		if c.Form == lexicon.Noun && !s.Words[c.First].Arabic {
			return event.Shelling, true
		}
		return s.byMeans(c, event.Shelling), true
	case lexicon.RaidClass:
		return s.raid(c), true
	case lexicon.WeaponClass:
		return event.Shelling, s.isFiredNear(c)
	case lexicon.BombClass:
		return event.Explosion, s.isFiredNear(c)
	case lexicon.AirWeaponClass:
		return event.AirStrike, s.isFiredNear(c)
	case lexicon.BombsClass:
		return s.bombs(c)
	case lexicon.LandClass:
		return s.landed(c)
	case lexicon.SendClass:
		return s.sent(c)
	case lexicon.FleeClass:
		return s.fled(c)
	case lexicon.Class(event.Displacement):
		if s.Words[c.First].Arabic && s.isOfFighters(c) {
			return event.Withdrawal, !s.isDestination(c)
		}
		return event.Displacement, (c.First != c.Last || !s.Says(c.First, lexicon.Returns) || s.isOfCivilians(c)) && !s.isOfOne(c)
	case lexicon.Class(event.Deployment):
		return s.deployed(c)
	case lexicon.ServeClass:
		return s.served(c)
	case lexicon.Class(event.Aid):
		if c.Form == lexicon.Noun && s.isKeptOut(c.Last) {
			return event.Siege, true
		}
		return event.Aid, !s.SaysBase(c.First, lexicon.HandingOut) || c.First != c.Last || s.isRelief(c.Last+1, 1)
	case lexicon.CutClass:
		return event.Siege, s.isCut(c)
	case lexicon.HoldClass:
		return s.held(c)
	case lexicon.OccupyClass:
		return s.occupied(c)
	case lexicon.EnterClass:
		return s.entered(c)
	case lexicon.Class(event.Capture):
		return s.taken(c)
	case lexicon.TakeClass:
		return event.Capture, s.isObject(c)
	case lexicon.FallClass:
		return event.Capture, true
	case lexicon.OustClass:
		return s.ousted(c)
	case lexicon.LoseClass:
		return s.lost(c)
	case lexicon.Class(event.Withdrawal):
		return s.left(c)
	}
	return event.Type(c.Class), true
}

// isReportable reports whether an event in the trigger's mood is to be reported: intended captures,
// sieges and agreements are, intended shelling and killing are not.
func (s stage) isReportable(c *sentence.Candidate) bool {
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
