package toponym

import "dateline/gazetteer"

// Toponym is a stretch of tokens that may be a place name.
type Toponym struct {
	First, Last int // tokens of the name itself
	Start, End  int // bytes of the span, class words included, clitics excluded
	Hits        []gazetteer.Hit
	Written     string // what is compared with the gazetteer's names
	Class       string // folded class word beside it: governorate, قرية; "" when none
	Shared      bool   // its class word stands behind a later name of its list
	Exact       bool   // found by its folded name, not by its sound
	Cued        bool   // found in no gazetteer, only called a place by the words around it
	Holder      bool   // the words before it speak of what lies in it: the villages in Idlib
	InCuedList  bool   // an item of a list whose items are called places
	Role        Role
	Reason      string // why it has its role
}

// Role says what a name stands for in its sentence.
type Role string

// Roles of names. Persons and organisations are found in order to leave them
// out.
const (
	RolePlace        Role = "place"   // where something is or happens
	RoleMetonym      Role = "metonym" // a government or people: "Ankara said"
	RoleDemonym      Role = "demonym" // "Syrian", "سوري"
	RoleAnchor       Role = "anchor"  // where a front is, no more: "the northern countryside of Hama"
	RolePerson       Role = "person"
	RoleOrganisation Role = "organisation"
	RoleNone         Role = ""
)

// MaxNameWords is how many words a name may have; names in the gazetteers
// that are longer are not found in running text.
const MaxNameWords = 8

// MaxNameBytes is how long a name may be, the most characters that GeoNames
// keeps of one.
const MaxNameBytes = 400

// LongestAbbreviation is the most letters of a name that is compared with its
// case.
const LongestAbbreviation = 4
