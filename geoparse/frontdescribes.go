package geoparse

import (
	"strings"

	"dateline/geo"
)

// maxApposition is how many words may stand between a name and the expression
// that says where it lies: "Morek, a small town that lies about 30 km north of".
const maxApposition = 7

// describedShare is by how much more than the uncertainty of an expression a
// place may lie from what is drawn, to be what it describes.
const describedShare = 1.5

// described returns the name of a place that a phrase only says the position
// of: "Atshan, a village west of Morek", "Suran, 18 km north of Hama", مورك
// الواقعة شمال حماة. Nothing is reported to be elsewhere in the area then.
func (p *parse) described(f *phrase, d *drawing) (spot int, ok bool) {
	if f.kind != Offset && f.kind != Countryside {
		return 0, false
	}
	k := p.nameBefore(f.first)
	if k < 0 || p.spots[k].role != RolePlace || !p.anchors(k) {
		return 0, false
	}
	for _, a := range f.anchors {
		if a == k || p.taken(a).ID == p.taken(k).ID {
			return 0, false
		}
	}
	place := p.taken(k)
	if place.Kind.Class() == 'A' || place.Kind.Class() == 'L' {
		return 0, false
	}
	return k, geo.DistanceTo(d.geometry, place.Point) <= describedShare*d.uncertaintyKm
}

// nameBefore returns the name that stands before token first with nothing
// between but what joins it to a description, -1 for none.
func (p *parse) nameBefore(first int) int {
	for at := first - 1; at >= 0 && at >= first-maxApposition; at-- {
		switch strings.TrimSpace(p.gap(at)) {
		case "", ",", "،", "(", "–", "—", "-":
		default:
			return -1
		}
		if k := p.spotOf[at]; k >= 0 {
			return int(k)
		}
		if !p.isApposed(at) {
			return -1
		}
	}
	return -1
}

// isApposed reports whether token i may stand between a name and what describes
// its place: "a village", "located", "some", الواقعة.
func (p *parse) isApposed(i int) bool {
	return p.lex.apposition[p.tokens[i].base] || p.words[i]&(isClass|isSpanClass) != 0 || p.lex.amounts[p.tokens[i].fold] == "about"
}
