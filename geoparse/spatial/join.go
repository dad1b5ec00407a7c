package spatial

import "dateline/geoparse/spatial/expr"

// composed replaces an area and the line along it by their intersection: "the western
// countryside of Aleppo along the M5".
func (r *expressionReader) composed(phrases []Expression) []Expression {
	var out []Expression
	for _, f := range phrases {
		if n := len(out); n > 0 && r.liesAlong(&out[n-1], &f) {
			out[n-1] = r.alongLine(&out[n-1], &f)
			continue
		}
		out = append(out, f)
	}
	return out
}

// liesAlong reports whether the words between two expressions locate the first, an area, along
// the second, a line.
func (r *expressionReader) liesAlong(area, line *Expression) bool {
	if area.Kind != Countryside || !isLineKind(line.Kind) || area.Tree.Op == expr.Intersection || line.First-area.Last > 3 {
		return false
	}
	along := false
	for i := area.Last; i < line.First; i++ {
		if r.Breaks(i) {
			return false
		}
		along = along || i > area.Last && r.Lex.Along[r.Tokens[i].Base]
	}
	return along
}

func isLineKind(kind Kind) bool {
	return kind == Road || kind == Border || kind == River
}

// alongLine returns the part of an area along a line; the whole area if that is empty.
func (r *expressionReader) alongLine(area, line *Expression) Expression {
	f := Expression{First: area.First, Last: line.Last, Kind: area.Kind, Anchors: append(append([]int{}, area.Anchors...), line.Anchors...)}
	f.Tree = expr.Intersection.Of(area.Tree, expr.Corridor.Of(line.Tree))
	if !r.in.CanDraw(&f.Tree) {
		return *area
	}
	return f
}
