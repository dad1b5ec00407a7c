package geoparse

import (
	"cmp"
	"math"
	"slices"

	"dateline/gazetteer"
	"dateline/geo"
)

// phrase is an expression for a line or an area as it stands in the text.
type phrase struct {
	first, last int // tokens
	kind        FrontKind
	anchors     []int // spotted names that it is made of, in the order of the text
	tree        Tree
}

// readFronts finds the expressions for lines and areas around the names and
// draws them. Where expressions overlap the longest one stands.
func (p *parse) readFronts() {
	p.readLists()
	var phrases []phrase
	for i := range p.spots {
		if p.anchors(i) {
			phrases = p.phrasesAt(phrases, i)
		}
	}
	phrases = p.backPhrases(phrases)
	for _, f := range p.composed(p.withoutOverlaps(phrases)) {
		if front, ok := p.front(&f); ok {
			p.fronts = append(p.fronts, front)
		}
	}
}

// phrasesAt appends what is said with name i.
func (p *parse) phrasesAt(phrases []phrase, i int) []phrase {
	for _, read := range [...]func(int) (phrase, bool){p.linePhrase, p.polygonPhrase, p.namePhrase, p.areaPhrase} {
		if f, ok := read(i); ok {
			phrases = append(phrases, f)
		}
	}
	return phrases
}

// anchors reports whether a front can be drawn from spotted name i.
func (p *parse) anchors(i int) bool {
	p.step(1)
	return p.anchoring[i]
}

func (p *parse) canAnchor(i int) bool {
	role := p.spots[i].role
	return (role == RolePlace || role == RoleMetonym || role == RoleDemonym) && p.choices[i].best >= 0 &&
		(role == RoleDemonym || p.isCredible(i))
}

// withoutOverlaps keeps the longest of phrases that share words, in the order
// of the text.
func (p *parse) withoutOverlaps(phrases []phrase) []phrase {
	slices.SortStableFunc(phrases, func(a, b phrase) int {
		return cmp.Or(-cmp.Compare(a.last-a.first, b.last-b.first), cmp.Compare(a.first, b.first))
	})
	var kept []phrase
	covered := make([]bool, len(p.tokens))
	for _, f := range phrases {
		if covered[f.first] || covered[f.last] {
			continue // what was kept is at least as long, so it covers an end of f
		}
		for i := f.first; i <= f.last; i++ {
			covered[i] = true
		}
		p.step(f.last - f.first)
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b phrase) int { return cmp.Compare(a.first, b.first) })
	return kept
}

// front draws a phrase; false when its places have no shape to be drawn from.
func (p *parse) front(f *phrase) (Front, bool) {
	drawn := p.drawFront(&f.tree)
	if drawn.geometry == nil {
		return Front{}, false
	}
	start, end := p.tokens[f.first].start, p.tokens[f.last].end
	confidence := drawn.sharpness
	anchors := make([]*gazetteer.Place, len(f.anchors))
	for i, a := range f.anchors {
		anchors[i] = p.anchorPlace(f, a)
		confidence = min(confidence, drawn.sharpness*p.confidence(a))
		if s := &p.spots[a]; s.last == f.last {
			end = s.end
		}
	}
	if confidence < leastSure {
		return Front{}, false
	}
	geometry, _ := geo.RFC7946(drawn.geometry)
	out := Front{
		Span: p.runeSpan(start, end), Phrase: p.in.Text[start:end], Sentence: p.sentenceOf(start).span, Kind: f.kind, Tree: f.tree,
		Geometry: geometry, UncertaintyKm: math.Round(max(1, drawn.uncertaintyKm)), Schematic: drawn.schematic,
		Reading: readingOf(f.kind, &f.tree, drawn.reading), Anchors: anchors, Confidence: math.Round(100*confidence) / 100, When: p.whenAt(start),
	}
	if k, ok := p.described(f, &drawn); ok {
		span := p.runeSpan(p.spots[k].start, p.spots[k].end)
		out.Describes = &span
	}
	return out, true
}

// leastSure is the confidence below which a front is not given: its places are
// guesses.
const leastSure = 0.25

// anchorPlace returns what an anchor stands for in the tree: the place its name
// was taken for, or the division of that name.
func (p *parse) anchorPlace(f *phrase, i int) *gazetteer.Place {
	place := p.taken(i)
	if len(f.anchors) == 1 {
		if first := f.tree.first(); first.Kind.IsDivision() {
			place = first
		}
	}
	return place
}

// readingOf puts what a front is before where it is.
func readingOf(kind FrontKind, tree *Tree, where string) string {
	switch {
	case kind == Contact && tree.Op != OpLine:
		return "front: " + where
	case kind == Pocket:
		return "pocket: " + where
	}
	return where
}

// leaves are the places of names.
func (p *parse) leaves(items []int) []Tree {
	trees := make([]Tree, len(items))
	for i, item := range items {
		trees[i] = placeTree(p.taken(item))
	}
	return trees
}
