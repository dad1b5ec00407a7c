package spatial

import (
	"cmp"
	"slices"

	"dateline/geoparse/spatial/expr"
)

// phrasesAt appends the expressions that begin with name i.
func (r *expressionReader) phrasesAt(phrases []Expression, i int) []Expression {
	for _, read := range [...]func(int) (Expression, bool){r.linePhrase, r.polygonPhrase, r.namePhrase, r.areaPhrase} {
		if f, ok := read(i); ok {
			phrases = append(phrases, f)
		}
	}
	return phrases
}

// anchors reports whether name i can be an anchor.
func (r *expressionReader) anchors(i int) bool {
	r.Step(1)
	return r.in.Names[i].Anchors
}

// withoutOverlaps keeps the longest of overlapping expressions, in text order.
func (r *expressionReader) withoutOverlaps(phrases []Expression) []Expression {
	slices.SortStableFunc(phrases, func(a, b Expression) int {
		return cmp.Or(-cmp.Compare(a.Last-a.First, b.Last-b.First), cmp.Compare(a.First, b.First))
	})
	var kept []Expression
	covered := make([]bool, len(r.Tokens))
	for _, f := range phrases {
		if covered[f.First] || covered[f.Last] {
			continue // the kept one is at least as long, so it covers an end of f
		}
		for i := f.First; i <= f.Last; i++ {
			covered[i] = true
		}
		r.Step(f.Last - f.First)
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b Expression) int { return cmp.Compare(a.First, b.First) })
	return kept
}

// leaves returns the places of names as trees.
func (r *expressionReader) leaves(items []int) []expr.Tree {
	trees := make([]expr.Tree, len(items))
	for i, item := range items {
		trees[i] = expr.Leaf(r.taken(item))
	}
	return trees
}
