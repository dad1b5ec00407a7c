package geoparse

// composed joins an area and the line that it lies along into their
// intersection: "the western countryside of Aleppo along the M5".
func (p *parse) composed(phrases []phrase) []phrase {
	var out []phrase
	for _, f := range phrases {
		if n := len(out); n > 0 && p.liesAlong(&out[n-1], &f) {
			out[n-1] = p.alongLine(&out[n-1], &f)
			continue
		}
		out = append(out, f)
	}
	return out
}

// liesAlong reports whether the words between two phrases put the first, an
// area, along the second, a line.
func (p *parse) liesAlong(area, line *phrase) bool {
	if area.kind != Countryside || !isLineKind(line.kind) || area.tree.Op == OpIntersection || line.first-area.last > 3 {
		return false
	}
	along := false
	for i := area.last; i < line.first; i++ {
		if p.breaks(i) {
			return false
		}
		switch p.tokens[i].base {
		case "along", "near", "علي", "قرب":
			along = along || i > area.last
		}
	}
	return along
}

func isLineKind(kind FrontKind) bool {
	return kind == RoadFront || kind == Border || kind == RiverFront
}

// alongLine is the part of an area along a line; the area alone where that is
// nothing.
func (p *parse) alongLine(area, line *phrase) phrase {
	f := phrase{first: area.first, last: line.last, kind: area.kind, anchors: append(append([]int{}, area.anchors...), line.anchors...)}
	f.tree = OpIntersection.of(area.tree, OpCorridor.of(line.tree))
	if p.draw(&f.tree).geometry == nil {
		return *area
	}
	return f
}
