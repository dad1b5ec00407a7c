package lexicon

import "dateline/geoparse/event"

// IsTerritorial reports whether triggers of a class are of taking, holding or besieging a place.
func IsTerritorial(c Class) bool {
	switch c {
	case Class(event.Capture), Class(event.Control), Class(event.Siege), TakeClass, OccupyClass, HoldClass, EnterClass, LoseClass:
		return true
	}
	return false
}

// Leaves reports whether triggers of a class are of leaving a place.
func Leaves(c Class) bool {
	switch c {
	case Class(event.Withdrawal), Class(event.Displacement), FleeClass, OustClass, LoseClass:
		return true
	}
	return false
}

// Form is the grammatical form of a trigger.
type Form uint8

// Forms.
const (
	Noun       Form = iota
	Verb            // finite, or with an auxiliary
	Participle      // captured, held: passive, or a past tense
	Gerund          // capturing
	State           // stronghold, presence: their holder is expressed as an agent is
)

// Entry is an entry of the lexicon: words that report an event.
type Entry struct {
	Words []string // folded, after the first
	Class Class
	Form  Form
}

// Class is a Type, or a class whose type depends on the context.
type Class string

// Classes beside the types.
const (
	AttackClass Class = "attack" // a clash, unless a means is named
	StrikeClass Class = "strike" // an air strike, unless rockets or guns are named
	HitClass    Class = "hit"    // as attack, but by shells and aircraft
	KillClass   Class = "kill"   // a killing, unless a means is named
	TakeClass   Class = "take"   // a capture if the place is the object
	OccupyClass Class = "occupy" // a capture; as a state, control
	FallClass   Class = "fallto" // a capture of the place before by the actor after it
	LoseClass   Class = "lose"   // a withdrawal if the place is the object
	RaidClass   Class = "raid"   // a clash if by ground forces, else an air strike
	SendClass   Class = "send"   // a deployment if people are sent to a place
	OustClass   Class = "oust"   // a capture if a side is driven from a place
	CutClass    Class = "cut"    // a siege if a road is cut
	FleeClass   Class = "flee"   // a displacement; of fighters, a withdrawal
	HoldClass   Class = "hold"   // control if a place is held; a capture after "managed to"
	ServeClass  Class = "serve"  // aid if relief or services are opened, supplied or sent
	EnterClass  Class = "enter"  // a capture by forces
	NoneClass   Class = "none"   // no event: "battle tanks"

	// Weapons are events if they are fired or hit
	WeaponClass    Class = "weapon"
	BombClass      Class = "bomb"
	BombsClass     Class = "bombs" // from aircraft if dropped
	LandClass      Class = "land"  // lands in, falls on: said of projectiles
	AirWeaponClass Class = "airweapon"
)

// IsHostile reports whether triggers of a class have a victim.
func IsHostile(c Class) bool {
	switch c {
	case Class(event.AirStrike), Class(event.Shelling), Class(event.Clash), Class(event.Explosion), AttackClass, StrikeClass, HitClass, RaidClass:
		return true
	}
	return false
}

// TellsHolder reports whether triggers of a class report who holds a place.
func TellsHolder(c Class) bool {
	switch c {
	case Class(event.Capture), Class(event.Control), Class(event.Withdrawal), TakeClass, OccupyClass, FallClass, LoseClass, OustClass, FleeClass, HoldClass, EnterClass:
		return true
	}
	return false
}

// Moves reports whether triggers of a class are of going or sending to a place.
func Moves(c Class) bool {
	switch c {
	case Class(event.Deployment), Class(event.Displacement), SendClass, FleeClass:
		return true
	}
	return false
}
