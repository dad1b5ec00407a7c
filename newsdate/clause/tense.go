package clause

import (
	"dateline/newsdate/expression"
	"dateline/newsdate/words"
)

// isFuture tells "due to begin" from "due to the shelling".
func (p *Parts) isFuture(i int) bool {
	if !p.Is(i, words.Due) || !p.Is(i+1, words.Bound) {
		return true
	}
	return p.Is(i-1, words.Be) && !p.At(i+2).Upper && !p.Is(i+2, words.Article)
}

// isToCome tells "are to meet" from "is to the north".
func (p *Parts) isToCome(i int) bool {
	return p.Is(i+1, words.Infinitive) && !p.At(i+2).Upper && !p.Is(i+2, words.Article)
}

// maxFuture is the number of words allowed between a date and a following "will".
const maxFuture = 6

// Tense returns on which side of publication an expression lies according to its clause.
func (p *Parts) Tense(at int) expression.Tense {
	e, c := &p.found[at], &p.Clauses[p.Of[at]]
	if p.Said[at] {
		return expression.Past
	}
	for _, i := range c.future {
		switch {
		case i < e.First:
			return expression.Future
		case e.First-c.first <= 3 && i-e.Last <= maxFuture && !p.hasAnd(e.Last, i):
			return expression.Future
		case i > e.Last:
			return expression.Past
		}
	}
	return expression.Past
}

func (p *Parts) hasAnd(from, to int) bool {
	for i := from; i < to; i++ {
		if p.Is(i, words.And) {
			return true
		}
	}
	return false
}
