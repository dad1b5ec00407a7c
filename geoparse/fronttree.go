package geoparse

import (
	"slices"
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// Op is what a Tree does with its parts.
type Op string

// Operations. Those that end in an area take areas; a place without an outline
// is a disc as large as it is likely to be.
const (
	OpSector       Op = "sector"       // the part towards Bearing; Level "far" its outer half, "centre" the middle
	OpRing         Op = "ring"         // the land around; Level says how much of it
	OpOffset       Op = "offset"       // the point Km away towards Bearing; Level "about" when the distance is vague
	OpSide         Op = "side"         // the land on the Bearing side of a line
	OpCorridor     Op = "corridor"     // the land along a line
	OpBetween      Op = "between"      // the land between two places
	OpMidpoint     Op = "midpoint"     // the point in the middle between two places
	OpLine         Op = "line"         // the line through places in their order
	OpRoad         Op = "road"         // the road through places in their order
	OpBorder       Op = "border"       // where two countries meet
	OpHull         Op = "hull"         // the smallest area without dents around places
	OpUnion        Op = "union"        // any of the parts
	OpDifference   Op = "difference"   // the first part without the second
	OpIntersection Op = "intersection" // what two parts have in common
)

// Levels of operations.
const (
	levelFar       = "far"
	levelCentre    = "centre"
	levelNear      = "near"      // of a ring: the place and the land around it
	levelAround    = "around"    // the land around it alone
	levelOutskirts = "outskirts" // its edge
	levelWithin    = "within"    // up to Km from it
	levelAt        = "at"        // Km from it on all sides
	levelAbout     = "about"     // of an offset: not measured
)

// Tree is a front as operations on places: "the northern countryside of Hama"
// is the difference of the northern sector of Hama Governorate and the city.
type Tree struct {
	Op       Op     // empty for a place
	Bearing  string // by its name in compassNames
	Level    string
	Km       float64          // as the text says it; of a range the middle
	SpreadKm float64          // half of the range, 0 when it is none
	Place    *gazetteer.Place // of a leaf
	Of       []Tree
}

func placeTree(p *gazetteer.Place) Tree { return Tree{Place: p} }

func (op Op) of(parts ...Tree) Tree { return Tree{Op: op, Of: parts} }

func sectorOf(t Tree, bearing float64, level string) Tree {
	return Tree{Op: OpSector, Bearing: compassName(bearing), Level: level, Of: []Tree{t}}
}

func ringOf(t Tree, level string) Tree { return Tree{Op: OpRing, Level: level, Of: []Tree{t}} }

// united is the union of trees, or the only one.
func united(trees []Tree) Tree {
	if len(trees) == 1 {
		return trees[0]
	}
	return OpUnion.of(trees...)
}

// String writes a tree on one line: "difference(sector north(Hama Governorate),
// Hama)".
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
		words = append(words, t.kmRange("-"))
	}
	parts := make([]string, len(t.Of))
	for i := range t.Of {
		parts[i] = t.Of[i].String()
	}
	return strings.Join(words, " ") + "(" + strings.Join(parts, ", ") + ")"
}

// kmRange writes the distance of a tree, or the ends of its range.
func (t *Tree) kmRange(to string) string {
	if t.SpreadKm == 0 {
		return formatKm(t.Km)
	}
	return formatKm(t.Km-t.SpreadKm) + to + formatKm(t.Km+t.SpreadKm)
}

// key tells trees apart that are drawn differently.
func (t *Tree) key() string {
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

// first returns the first place of a tree.
func (t *Tree) first() *gazetteer.Place {
	for t.Place == nil {
		t = &t.Of[0]
	}
	return t.Place
}

// isAtPlaces reports whether what happens at a front happens at its places: at
// the towns of an axis, but not in Hama for the countryside north of it.
func (t *Tree) isAtPlaces() bool {
	switch t.Op {
	case "", OpLine, OpHull:
		return true
	case OpRing:
		return t.Level == levelNear || t.Level == levelOutskirts
	case OpSector:
		return t.Level == levelCentre
	case OpUnion:
		return !slices.ContainsFunc(t.Of, func(part Tree) bool { return !part.isAtPlaces() })
	}
	return false
}

// markAnchors gives places that only say where a front is the role of an anchor,
// and takes a town for the division of its name where the front was drawn from
// that: "Greater Idlib". Both lists are in the order of the text.
func markAnchors(mentions []Mention, fronts []Front) {
	for i := range mentions {
		m := &mentions[i]
		for len(fronts) > 0 && fronts[0].End <= m.Start {
			fronts = fronts[1:]
		}
		if len(fronts) == 0 || !fronts[0].Overlaps(m.Span) || m.Role != RolePlace {
			continue
		}
		m.takeDivision(&fronts[0])
		if !fronts[0].Tree.isAtPlaces() {
			m.Role = RoleAnchor
		}
	}
}

// takeDivision makes a mention mean the division of its name that a front around
// it was drawn from.
func (m *Mention) takeDivision(f *Front) {
	if m.Place == nil || m.Place.Kind.Class() != 'P' || len(f.Anchors) != 1 {
		return
	}
	division := f.Anchors[0]
	if !division.Kind.IsDivision() || !strings.HasPrefix(gazetteer.Fold(division.Name), townName(m.Place)) {
		return
	}
	m.Place, m.Precision = division, precisionOf(division.Kind)
	m.Reason += "; the region, by the words around it"
}
