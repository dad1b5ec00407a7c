package spatial

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// maxApposition is how many words may stand between a name and the expression
// that says where it lies: "Morek, a small town that lies about 30 km north of".
const maxApposition = 7

// described returns the name of a place that a phrase only says the position
// of: "Atshan, a village west of Morek", "Suran, 18 km north of Hama", مورك
// الواقعة شمال حماة; -1 for none. Nothing is reported to be elsewhere in the area then.
func (r *expressionReader) described(f *Expression) int {
	if f.Kind != Offset && f.Kind != Countryside {
		return -1
	}
	k := r.nameBefore(f.First)
	if k < 0 || r.Names[k].Role != toponym.RolePlace || !r.anchors(k) {
		return -1
	}
	for _, a := range f.Anchors {
		if a == k || r.taken(a).ID == r.taken(k).ID {
			return -1
		}
	}
	place := r.taken(k)
	if place.Kind.Class() == 'A' || place.Kind.Class() == 'L' {
		return -1
	}
	return k
}

// nameBefore returns the name that stands before token first with nothing
// between but what joins it to a description, -1 for none.
func (r *expressionReader) nameBefore(first int) int {
	for at := first - 1; at >= 0 && at >= first-maxApposition; at-- {
		switch strings.TrimSpace(r.Gap(at)) {
		case "", ",", "،", "(", "–", "—", "-":
		default:
			return -1
		}
		if k := r.NameOf[at]; k >= 0 {
			return int(k)
		}
		if !r.isApposed(at) {
			return -1
		}
	}
	return -1
}

// isApposed reports whether token i may stand between a name and what describes
// its place: "a village", "located", "some", الواقعة.
func (r *expressionReader) isApposed(i int) bool {
	return r.Lex.Apposition[r.Tokens[i].Base] || r.Words[i]&(lexicon.Class|lexicon.SpanClass) != 0 || r.Lex.Amounts[r.Tokens[i].Fold] == "about"
}
