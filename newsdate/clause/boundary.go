package clause

import (
	"strings"

	"dateline/newsdate/words"
)

// maxDepth limits the nesting of side clauses.
const maxDepth = 3

// open starts a clause at token i.
func (p *Parts) open(i, parent int, bracket bool) {
	depth := 0
	if parent >= 0 {
		depth = p.Clauses[parent].depth + 1
	}
	if depth > maxDepth {
		return
	}
	p.Clauses = append(p.Clauses, Clause{first: i, Start: p.At(i).Start, Parent: parent, Side: parent >= 0, opened: bracket, depth: depth, said: -1, Relative: -1})
	p.enter(i, len(p.Clauses)-1)
}

func (p *Parts) enter(i, c int) {
	p.now = c
	at := 0
	if i > 0 {
		at = p.At(i).Start
	}
	p.Runs = append(p.Runs, Run{at, c})
}

// boundary starts and ends clauses between tokens i-1 and i.
func (p *Parts) boundary(i int) {
	gap, t, comma := p.Gap(i-1), p.At(i), false
	if gap != " " {
		if strings.Contains(gap, ")") {
			p.leave(i, true)
		}
		comma = strings.ContainsAny(gap, ",،")
		switch {
		case strings.Contains(gap, "("):
			p.open(i, p.now, true)
			return
		case isBreak(gap):
			p.open(i, -1, false)
			return
		case comma:
			p.leave(i, false)
		}
	}
	switch {
	case p.dated[i] > 0 && p.found[p.dated[i]-1].Shift.Aside:
		p.open(i, p.now, false)
		p.opener = p.found[p.dated[i]-1].Last
	case i <= p.opener: // the "after" of "a week after"
	case t.Is&words.Conjunction != 0, comma && (t.Is&words.And != 0 || strings.HasPrefix(p.Text[t.Start:], "و")):
		if !p.Clauses[p.now].Side {
			p.open(i, -1, false)
		}
	case comma && t.Is&words.Relative != 0, t.Is&words.Subordinate != 0 && p.isSubordinate(i):
		p.open(i, p.now, false)
	}
}

// leave returns from a side clause to the enclosing one.
func (p *Parts) leave(i int, bracket bool) {
	if c := &p.Clauses[p.now]; c.Side && c.opened == bracket {
		p.enter(i, c.Parent)
	}
}

// isBreak reports whether a gap ends a clause: a semicolon, a dash, a colon.
func isBreak(gap string) bool {
	return strings.ContainsAny(gap, ";؛—\n") || strings.Contains(gap, ": ") || strings.Contains(gap, " – ") || strings.Contains(gap, " - ")
}

// isSubordinate reports whether "after" or similar at token i starts a clause and not a date:
// after the fall of Aleppo, but not after dawn on Friday.
func (p *Parts) isSubordinate(i int) bool {
	at := i + 1
	for p.Is(at, words.At|words.Article) {
		at++
	}
	return p.dated[i] == 0 && p.dated[min(at, len(p.Tokens))] == 0 && !p.Is(at, words.DayPart|words.Weekday|words.Month|words.Pair|words.Unit|words.Yesterday|words.Today) && p.At(at).Digits == 0
}
