package clause

import (
	"strings"

	"dateline/newsdate/expression"
	"dateline/newsdate/words"
)

// markSaid marks the dates of the clause that a "that" ends.
func (p *Parts) markSaid(counted int) {
	for i := counted - 1; i >= 0 && p.Of[i] == p.now; i-- {
		p.Said[i] = true
	}
}

// maxSaid is the number of unknown words allowed between a verb of saying and its date: told
// reporters on Friday.
const maxSaid = 1

// maxMedium is the same if they name the medium: said in a new toll on Friday.
const maxMedium = 3

// saysIn reports whether a verb of saying is followed by its medium: "said in a statement", not
// "was reported in a village".
func (p *Parts) saysIn(i int) bool {
	return p.Is(i+1, words.In) && p.Is(i+2, words.Article) && !p.Is(i-1, words.Be)
}

// isSaid reports whether an expression dates a statement: "officials said on Thursday", or "On
// Wednesday, a monitor said, …".
func (p *Parts) isSaid(at int) bool {
	e, unknown := &p.found[at], 0
	for i := e.First - 1; i >= p.Clauses[p.Of[at]].first && unknown <= maxMedium; i-- {
		t := p.At(i)
		switch {
		case strings.ContainsAny(p.Gap(i), ",،"):
			return p.isSaidBehind(e)
		case t.Is&words.Say != 0 && (unknown <= maxSaid || p.saysIn(i)):
			return true
		case t.Digits > 0 || t.Is&(words.At|words.Article|words.Part|words.DayPart|words.Unit|words.Bound|words.Of) == 0:
			unknown++
		}
	}
	return p.isSaidBehind(e)
}

// maxSpeaker is the maximum number of words of a speaker between two commas.
const maxSpeaker = 6

func (p *Parts) isSaidBehind(e *expression.Expression) bool {
	if !strings.ContainsAny(p.Gap(e.Last), ",،") {
		return false
	}
	for i := e.Last + 1; i <= e.Last+maxSpeaker && i < len(p.Tokens); i++ {
		comma := strings.ContainsAny(p.Tail(i), ",،")
		if p.Is(i, words.Say) {
			return comma || p.Is(i+1, words.That)
		}
		if comma {
			return false
		}
	}
	return false
}
