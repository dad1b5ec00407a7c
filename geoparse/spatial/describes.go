package spatial

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// maxApposition is how many words may separate a name and the expression that locates it:
// "Morek, a small town that lies about 30 km north of".
const maxApposition = 7

// described returns the name of the place that an expression only locates: "Atshan, a village
// west of Morek", "Suran, 18 km north of Hama", مورك الواقعة شمال حماة; -1 if none. Such an
// expression is not an area where something is reported.
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

// nameBefore returns the name before token first, separated only by the beginning of a
// description, -1 if none.
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

// isApposed reports whether token i may begin a description of a place after its name: "a
// village", "located", "some", الواقعة.
func (r *expressionReader) isApposed(i int) bool {
	return r.Lex.Apposition[r.Tokens[i].Base] || r.Words[i]&(lexicon.Class|lexicon.SpanClass) != 0 || r.Lex.Amounts[r.Tokens[i].Fold] == "about"
}
