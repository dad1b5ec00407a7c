package clause

import (
	"strings"

	"dateline/newsdate/expression"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Clause is a part of a sentence. Dates apply to their own clause first.
type Clause struct {
	Start    int  // byte
	Parent   int  // the clause around a side clause, -1 for a main clause
	Side     bool // ", which …", "after the fall of …", "( … )": its dates apply only in it
	Relative int  // byte of the first "who", "that" or "الذي" without a comma, -1 for none
	first    int  // token
	opened   bool // in brackets
	said     int  // last verb of saying, -1 for none
	future   []int
	depth    int
}

// Run is a contiguous range of tokens of one clause.
type Run struct {
	Start  int // byte
	Clause int
}

// Parts is a sentence divided into clauses.
type Parts struct {
	Clauses []Clause
	Runs    []Run  // in order; a main clause resumes after its side clauses
	Of      []int  // the clause of each expression
	Said    []bool // whether each dates a statement

	*token.Scan
	found []expression.Expression
	now   int
	dated []int // by token, 1 plus the expression that starts there

	opener int // last token of the last expression that opens a side clause
}

// Divide divides a sentence into clauses and assigns the expressions found to them. space are
// Parts to be reused, or nil.
func Divide(s *token.Scan, found []expression.Expression, space *Parts) *Parts {
	p := &Parts{Scan: s, found: found, Clauses: make([]Clause, 0, 4), Runs: make([]Run, 0, 4)}
	if space != nil {
		p.dated, p.Of, p.Said = space.dated, space.Of, space.Said
	}
	p.dated = append(p.dated[:0], make([]int, len(s.Tokens)+1)...)
	p.Of = append(p.Of[:0], make([]int, len(found))...)
	p.Said = append(p.Said[:0], make([]bool, len(found))...)
	for i := range found {
		p.dated[found[i].First] = i + 1
	}
	p.open(0, -1, false)
	opener := p.openerEnd()
	if opener > 0 {
		p.open(0, p.now, false)
	}
	counted := 0 // expressions so far
	for i := range s.Tokens {
		if i > 0 && i == opener {
			p.leave(i, false)
		}
		if i > 0 {
			p.boundary(i)
		}
		p.note(i, counted)
		if at := p.dated[i]; at > 0 {
			p.Of[at-1] = p.now
			counted = at
		}
	}
	for i := range found {
		p.Said[i] = p.Said[i] || p.isSaid(i)
	}
	return p
}

// note records at token i what the dates of its clause depend on.
func (p *Parts) note(i, counted int) {
	c := &p.Clauses[p.now]
	switch is := p.Tokens[i].Is; {
	case is&words.Say != 0:
		c.said = i
	case is&words.That != 0 && c.said >= 0 && c.Parent < 0:
		p.markSaid(counted)
		p.open(i, -1, false)
	case is&words.Future != 0 && p.isFuture(i),
		is&words.Be != 0 && p.isToCome(i),
		is&words.FutureTo != 0 && p.Is(i+1, words.Bound|words.At|words.Follow):
		c.future = append(c.future, i)
	case is&words.Relative != 0 && c.Relative < 0 && i > c.first:
		c.Relative = p.Tokens[i].Start
	}
}

// openerEnd returns the token after a participle and its date that open a sentence, 0 for none:
// "Founded in October the alliance has seized …". The rest did not happen then.
func (p *Parts) openerEnd() int {
	first := p.At(0)
	if len(p.found) == 0 || !first.Upper || !strings.HasSuffix(p.Text[first.Start:first.End], "ed") {
		return 0
	}
	at := 1
	for at < p.found[0].First && p.Is(at, words.At|words.Article|words.Part) {
		at++
	}
	if at != p.found[0].First || !p.Is(1, words.At) {
		return 0
	}
	return p.found[0].Last + 1
}
