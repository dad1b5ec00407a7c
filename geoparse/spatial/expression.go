package spatial

import "dateline/geoparse/spatial/expr"

// Kind says what kind of line or area a Front is.
type Kind string

// Kinds of fronts.
const (
	Axis        Kind = "axis" // a line through places in the order named
	Road        Kind = "road" // a road by its name or by its ends
	Contact     Kind = "line of contact"
	Pocket      Kind = "pocket"
	Border      Kind = "border"
	Countryside Kind = "countryside" // a part of a division or the surroundings of a town
	Offset      Kind = "offset"      // so far from a place in a direction
	River       Kind = "river"       // a river by its name
	Region      Kind = "region"      // a plain, mountain, desert or zone by its name
)

// Expression is an expression for a line or an area as it stands in the text.
type Expression struct {
	First, Last int // tokens
	Kind        Kind
	Anchors     []int // spotted names that it is made of, in the order of the text
	Tree        expr.Tree
	Describes   int // the name whose place it may only say the position of, -1 for none
}
