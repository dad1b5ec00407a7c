// Package expr holds spatial expressions as values: operations on places, such as the
// difference of the northern sector of a governorate and its city, and the directions
// they are given in.
//
//	north := expr.SectorOf(expr.Leaf(governorate), 0, "")
//	tree := expr.Difference.Of(north, expr.Leaf(city))
//	tree.String() // "difference(sector north(Hama Governorate), Hama)"
package expr

import (
	"slices"
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// Op is the operation of a Tree on its parts.
type Op string

// Operations. Those that need areas take places without an outline as discs of a likely size.
const (
	Sector       Op = "sector"       // the part towards Bearing; Level "far" its outer half, "centre" the middle
	Ring         Op = "ring"         // the land around; Level defines which
	Offset       Op = "offset"       // the point Km away towards Bearing; Level "about" if the distance is approximate
	Side         Op = "side"         // the land on the Bearing side of a line
	Corridor     Op = "corridor"     // the land along a line
	Between      Op = "between"      // the land between two places
	Midpoint     Op = "midpoint"     // the point halfway between two places
	Line         Op = "line"         // the line through places in order
	Road         Op = "road"         // the road through places in order
	Border       Op = "border"       // the common border of two countries
	Hull         Op = "hull"         // the convex hull of places
	Union        Op = "union"        // any of the parts
	Difference   Op = "difference"   // the first part without the second
	Intersection Op = "intersection" // the common part of two
)

// Levels of operations.
const (
	Far       = "far"
	Centre    = "centre"
	Near      = "near"      // of a ring: including the place
	Around    = "around"    // excluding the place
	Outskirts = "outskirts" // its edge
	Within    = "within"    // up to Km from the place
	At        = "at"        // at Km from the place in all directions
	About     = "about"     // of an offset: approximate
)

// Tree is a spatial expression as operations on places: "the northern countryside of Hama" is
// the difference of the northern sector of Hama Governorate and the city.
type Tree struct {
	Op       Op     // empty for a leaf
	Bearing  string // a name in compassNames
	Level    string
	Km       float64          // as in the text; the middle of a range
	SpreadKm float64          // half the width of the range, 0 if none
	Place    *gazetteer.Place // of a leaf
	Of       []Tree
}

// Leaf returns a tree that is a place.
func Leaf(p *gazetteer.Place) Tree { return Tree{Place: p} }

// Of returns the operation on parts.
func (op Op) Of(parts ...Tree) Tree { return Tree{Op: op, Of: parts} }

// SectorOf returns the part of t towards a bearing in degrees.
func SectorOf(t Tree, bearing float64, level string) Tree {
	return Tree{Op: Sector, Bearing: CompassName(bearing), Level: level, Of: []Tree{t}}
}

// RingOf returns the land around t at a level.
func RingOf(t Tree, level string) Tree { return Tree{Op: Ring, Level: level, Of: []Tree{t}} }

// United returns the union of trees; a single tree unchanged.
func United(trees []Tree) Tree {
	if len(trees) == 1 {
		return trees[0]
	}
	return Union.Of(trees...)
}

// String formats a tree on one line: "difference(sector north(Hama Governorate), Hama)".
func (t Tree) String() string {
	if t.Place != nil {
		return t.Place.Name
	}
	words := []string{string(t.Op)}
	for _, word := range [...]string{t.Bearing, t.Level} {
		if word != "" {
			words = append(words, word)
		}
	}
	if t.Km > 0 {
		words = append(words, t.KmRange("-"))
	}
	parts := make([]string, len(t.Of))
	for i := range t.Of {
		parts[i] = t.Of[i].String()
	}
	return strings.Join(words, " ") + "(" + strings.Join(parts, ", ") + ")"
}

// KmRange formats the distance of a tree, or the ends of its range.
func (t *Tree) KmRange(to string) string {
	if t.SpreadKm == 0 {
		return formatKm(t.Km)
	}
	return formatKm(t.Km-t.SpreadKm) + to + formatKm(t.Km+t.SpreadKm)
}

// Key distinguishes trees that are drawn differently.
func (t *Tree) Key() string {
	var b strings.Builder
	t.writeKey(&b)
	return b.String()
}

func (t *Tree) writeKey(b *strings.Builder) {
	if t.Place != nil {
		b.WriteString(t.Place.ID)
		return
	}
	b.WriteString(string(t.Op) + " " + t.Bearing + " " + t.Level)
	for _, km := range [...]float64{t.Km, t.SpreadKm} {
		b.WriteString(" " + strconv.FormatFloat(km, 'g', -1, 64))
	}
	b.WriteByte('(')
	for i := range t.Of {
		t.Of[i].writeKey(b)
		b.WriteByte(',')
	}
	b.WriteByte(')')
}

// First returns the first place of a tree.
func (t *Tree) First() *gazetteer.Place {
	for t.Place == nil {
		t = &t.Of[0]
	}
	return t.Place
}

// IsAtPlaces reports whether events at a front are at its places: at the towns of an axis, but
// not in Hama for the countryside north of it.
func (t *Tree) IsAtPlaces() bool {
	switch t.Op {
	case "", Line, Hull:
		return true
	case Ring:
		return t.Level == Near || t.Level == Outskirts
	case Sector:
		return t.Level == Centre
	case Union:
		return !slices.ContainsFunc(t.Of, func(part Tree) bool { return !part.IsAtPlaces() })
	}
	return false
}

// formatKm formats kilometres with one decimal, or two below one kilometre.
func formatKm(km float64) string {
	digits := 1
	if km < 1 {
		digits = 2
	}
	s := strconv.FormatFloat(km, 'f', digits, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
