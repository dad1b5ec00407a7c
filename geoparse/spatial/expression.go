package spatial

import "dateline/geoparse/spatial/expr"

// Kind is the kind of a front.
type Kind string

// Kinds of fronts.
const (
	Axis        Kind = "axis" // a line through places in the order given
	Road        Kind = "road" // a road by its name or ends
	Contact     Kind = "line of contact"
	Pocket      Kind = "pocket"
	Border      Kind = "border"
	Countryside Kind = "countryside" // a part of a division, or the surroundings of a town
	Offset      Kind = "offset"      // a distance from a place in a direction
	River       Kind = "river"       // a river by its name
	Region      Kind = "region"      // a named plain, mountain, desert or zone
)

// Expression is a spatial expression in the text.
type Expression struct {
	First, Last int // tokens
	Kind        Kind
	Anchors     []int // its names, in text order
	Tree        expr.Tree
	Describes   int // the name whose position it may only describe, -1 if none
}
