package toponym

import "dateline/gazetteer"

// Toponym is a range of tokens that may be a place name.
type Toponym struct {
	First, Last int             // tokens of the name itself
	Start, End  int             // bytes of the span, including class words, without clitics
	Hits        []gazetteer.Hit // shared: not to be changed in place
	Written     string          // the name to look up
	Class       string          // folded class word next to it: governorate, قرية; "" if none
	Shared      bool            // its class word follows a later name of the list
	Exact       bool            // found by its folded name rather than by sound
	Cued        bool            // not in the gazetteer, but called a place by the text
	Holder      bool            // the text speaks of places in it: the villages in Idlib
	InCuedList  bool            // in a list whose items are called places
	Role        Role
	Reason      string // why it has its role
}

// Role is what a name stands for in its sentence.
type Role string

// Roles of names. Persons and organisations are recognised in order to exclude them.
const (
	RolePlace        Role = "place"   // where something is or happens
	RoleMetonym      Role = "metonym" // a government or people: "Ankara said"
	RoleDemonym      Role = "demonym" // "Syrian", "سوري"
	RoleAnchor       Role = "anchor"  // only locates a front: "the northern countryside of Hama"
	RolePerson       Role = "person"
	RoleOrganisation Role = "organisation"
	RoleNone         Role = ""
)

// MaxNameWords is how many words a name may have; longer names of the gazetteer are not found in
// running text.
const MaxNameWords = 8

// MaxNameBytes is the maximum length of a name, the limit of GeoNames.
const MaxNameBytes = 400

// LongestAbbreviation is up to how many letters names are compared case-sensitively.
const LongestAbbreviation = 4
