package lexicon

import "dateline/geoparse/event"

// IsTerritorial reports whether triggers of a class say who takes, holds or besieges a
// place.
func IsTerritorial(c Class) bool {
	switch c {
	case Class(event.Capture), Class(event.Control), Class(event.Siege), TakeClass, OccupyClass, HoldClass, EnterClass, LoseClass:
		return true
	}
	return false
}

// Leaves reports whether a trigger of the class tells of leaving a place.
func Leaves(c Class) bool {
	switch c {
	case Class(event.Withdrawal), Class(event.Displacement), FleeClass, OustClass, LoseClass:
		return true
	}
	return false
}

// Form says how a trigger is built into its sentence.
type Form uint8

// Forms.
const (
	Noun       Form = iota
	Verb            // finite, or after a helping word
	Participle      // captured, held: passive, or a past tense
	Gerund          // capturing
	State           // stronghold, presence: who holds is told like who does
)

// Entry is an entry of the lexicon: words that carry an event.
type Entry struct {
	Words []string // folded, after the first
	Class Class
	Form  Form
}

// Class is a Type, or one that what stands beside it decides.
type Class string

// Classes beside the types.
const (
	AttackClass Class = "attack" // a clash, unless a means is told
	StrikeClass Class = "strike" // an air strike, unless rockets or guns are told
	HitClass    Class = "hit"    // like attack, but shells and aircraft do it
	KillClass   Class = "kill"   // a killing, unless a means is told
	TakeClass   Class = "take"   // a capture where the place is what is taken
	OccupyClass Class = "occupy" // a capture, as a state control
	FallClass   Class = "fallto" // a capture of the place before by the actor behind
	LoseClass   Class = "lose"   // a withdrawal where the place is what is lost
	RaidClass   Class = "raid"   // a clash by forces on the ground, else an air strike
	SendClass   Class = "send"   // a deployment where people are sent to a place
	OustClass   Class = "oust"   // a capture where a side is driven from a place
	CutClass    Class = "cut"    // a siege where a road is cut
	FleeClass   Class = "flee"   // a displacement, of fighters a withdrawal
	HoldClass   Class = "hold"   // control where a place is held; what one manages to hold is taken
	ServeClass  Class = "serve"  // aid where relief or services are what is opened, supplied, sent
	EnterClass  Class = "enter"  // a capture by forces
	NoneClass   Class = "none"   // no event: "battle tanks"

	// Weapons are events where they are fired or hit.
	WeaponClass    Class = "weapon"
	BombClass      Class = "bomb"
	BombsClass     Class = "bombs" // dropped ones are of aircraft
	LandClass      Class = "land"  // lands in, falls on: what weapons do
	AirWeaponClass Class = "airweapon"
)

// IsHostile reports whether triggers of a class are done to somebody.
func IsHostile(c Class) bool {
	switch c {
	case Class(event.AirStrike), Class(event.Shelling), Class(event.Clash), Class(event.Explosion), AttackClass, StrikeClass, HitClass, RaidClass:
		return true
	}
	return false
}

// TellsHolder reports whether triggers of a class tell who holds a place.
func TellsHolder(c Class) bool {
	switch c {
	case Class(event.Capture), Class(event.Control), Class(event.Withdrawal), TakeClass, OccupyClass, FallClass, LoseClass, OustClass, FleeClass, HoldClass, EnterClass:
		return true
	}
	return false
}

// Moves reports whether triggers of a class tell of going or sending to a place.
func Moves(c Class) bool {
	switch c {
	case Class(event.Deployment), Class(event.Displacement), SendClass, FleeClass:
		return true
	}
	return false
}
