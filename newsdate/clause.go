package newsdate

import "strings"

// clause is a part of a sentence. Dates hold in their clause first.
type clause struct {
	first    int  // token
	start    int  // byte
	parent   int  // of a side clause, -1 for others
	side     bool // ", which …", "after the fall of …", "( … )": its dates stay in it
	opened   bool // by a bracket
	said     int  // last verb of saying, -1 for none
	dates    []int
	future   []int // tokens
	depth    int
	relative int // byte of the first "who", "that" or "الذي" without a comma before, -1 for none
}

// run is a row of tokens of one clause.
type run struct {
	start  int // byte
	clause int
}

// parts divides a sentence into clauses.
type parts struct {
	*scan
	clauses []clause
	runs    []run
	now     int
	dated   []int // of each token, 1 more than the expression it begins
}

// divide cuts the sentence into clauses, gives each expression its own, and
// finds those that are of saying.
func (s *scan) divide(found []expression, dated []int) *parts {
	p := &parts{scan: s, dated: append(dated[:0], make([]int, len(s.tokens)+1)...)}
	for i := range found {
		p.dated[found[i].first] = i + 1
	}
	p.clauses, p.runs = make([]clause, 0, 4), make([]run, 0, 4)
	p.open(0, -1, false)
	opener := p.openerEnd(found)
	if opener > 0 {
		p.open(0, p.now, false)
	}
	counted := 0 // expressions so far
	for i := range s.tokens {
		if i > 0 && i == opener {
			p.leave(i, false)
		}
		if i > 0 {
			p.boundary(i)
		}
		c := &p.clauses[p.now]
		switch is := s.tokens[i].is; {
		case is&isSay != 0:
			c.said = i
		case is&isThat != 0 && c.said >= 0 && c.parent < 0:
			p.markSaid(found[:counted])
			p.open(i, -1, false)
		case is&isFuture != 0 && p.isFuture(i):
			c.future = append(c.future, i)
		case is&isBe != 0 && p.isToCome(i):
			c.future = append(c.future, i)
		case is&isFutureTo != 0 && s.is(i+1, isBound|isAt|isFollow):
			c.future = append(c.future, i)
		case is&isRelative != 0 && c.relative < 0 && i > c.first:
			c.relative = s.tokens[i].start
		}
		if at := p.dated[i]; at > 0 {
			found[at-1].clause = p.now
			counted = at
		}
	}
	for i := range found {
		found[i].said = found[i].said || p.isSaid(&found[i])
	}
	return p
}

// openerEnd returns the token behind a participle and its date that a sentence begins
// with, 0 for none: "Founded in October the alliance has seized …". What the rest tells
// did not happen then.
func (p *parts) openerEnd(found []expression) int {
	first := p.at(0)
	if len(found) == 0 || !first.upper || !strings.HasSuffix(p.text[first.start:first.end], "ed") {
		return 0
	}
	at := 1
	for at < found[0].first && p.is(at, isAt|isArticle|isPart) {
		at++
	}
	if at != found[0].first || !p.is(1, isAt) {
		return 0
	}
	return found[0].last + 1
}

// maxDepth bounds how deep side clauses lie in each other.
const maxDepth = 3

// open begins a clause at token i.
func (p *parts) open(i, parent int, bracket bool) {
	depth := 0
	if parent >= 0 {
		depth = p.clauses[parent].depth + 1
	}
	if depth > maxDepth {
		return
	}
	p.clauses = append(p.clauses, clause{first: i, start: p.at(i).start, parent: parent, side: parent >= 0, opened: bracket, depth: depth, said: -1, relative: -1})
	p.enter(i, len(p.clauses)-1)
}

func (p *parts) enter(i, c int) {
	p.now = c
	at := 0
	if i > 0 {
		at = p.at(i).start
	}
	p.runs = append(p.runs, run{at, c})
}

// boundary begins and ends clauses between tokens i-1 and i.
func (p *parts) boundary(i int) {
	gap, t, comma := p.gap(i-1), p.at(i), false
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
	case t.is&isConjunction != 0, comma && (t.is&isAnd != 0 || strings.HasPrefix(p.text[t.start:], "و")):
		if !p.clauses[p.now].side {
			p.open(i, -1, false)
		}
	case comma && t.is&isRelative != 0, t.is&isSubordinate != 0 && p.isSubordinate(i):
		p.open(i, p.now, false)
	}
}

// leave ends a side clause and goes back to the one around it.
func (p *parts) leave(i int, bracket bool) {
	if c := &p.clauses[p.now]; c.side && c.opened == bracket {
		p.enter(i, c.parent)
	}
}

// isBreak reports whether a gap ends a clause: a semicolon, a dash, a colon.
func isBreak(gap string) bool {
	return strings.ContainsAny(gap, ";؛—\n") || strings.Contains(gap, ": ") || strings.Contains(gap, " – ") || strings.Contains(gap, " - ")
}

// isSubordinate reports whether "after" or its like at token i begins a clause
// and not a date: after the fall of Aleppo, but not after dawn on Friday.
func (p *parts) isSubordinate(i int) bool {
	at := i + 1
	for p.is(at, isAt|isArticle) {
		at++
	}
	return p.dated[i] == 0 && p.dated[min(at, len(p.tokens))] == 0 && !p.is(at, isDayPart|isWeekday|isMonth|isPair|isUnit|isYesterday|isToday) && p.at(at).digits == 0
}

// isFuture tells "due to begin" from "due to the shelling".
func (p *parts) isFuture(i int) bool {
	if !p.is(i, isDue) || !p.is(i+1, isBound) {
		return true
	}
	return p.is(i-1, isBe) && !p.at(i+2).upper && !p.is(i+2, isArticle)
}

// isToCome tells "are to meet" from "is to the north".
func (p *parts) isToCome(i int) bool {
	return p.is(i+1, isInfinitive) && !p.at(i+2).upper && !p.is(i+2, isArticle)
}

// markSaid marks the dates of the clause that "that" ends.
func (p *parts) markSaid(found []expression) {
	for i := len(found) - 1; i >= 0 && found[i].clause == p.now; i-- {
		found[i].said = true
	}
}

// maxSaid is how many words that are in no table may stand between a verb of
// saying and its date: told reporters on Friday.
const maxSaid = 1

// isSaid reports whether an expression tells when something was said: "officials
// said on Thursday", or "On Wednesday, a monitor said, …".
func (p *parts) isSaid(e *expression) bool {
	unknown := 0
	for i := e.first - 1; i >= p.clauses[e.clause].first && unknown <= maxSaid; i-- {
		t := p.at(i)
		switch {
		case strings.ContainsAny(p.gap(i), ",،"):
			return p.isSaidBehind(e)
		case t.is&isSay != 0:
			return true
		case t.digits > 0 || t.is&(isAt|isArticle|isPart|isDayPart|isUnit|isBound|isOf) == 0:
			unknown++
		}
	}
	return p.isSaidBehind(e)
}

// maxSpeaker is how many words a speaker takes between two commas.
const maxSpeaker = 6

func (p *parts) isSaidBehind(e *expression) bool {
	if !strings.ContainsAny(p.gap(e.last), ",،") {
		return false
	}
	for i := e.last + 1; i <= e.last+maxSpeaker && i < len(p.tokens); i++ {
		comma := strings.ContainsAny(p.tail(i), ",،")
		if p.is(i, isSay) {
			return comma || p.is(i+1, isThat)
		}
		if comma {
			return false
		}
	}
	return false
}

// maxFuture is how many words may stand between a date and "will" behind it.
const maxFuture = 6

// tenseOf says on which side of publication an expression lies by its clause.
func (p *parts) tenseOf(e *expression) tense {
	c := &p.clauses[e.clause]
	if e.said {
		return past
	}
	for _, i := range c.future {
		switch {
		case i < e.first:
			return future
		case e.first-c.first <= 3 && i-e.last <= maxFuture && !p.hasAnd(e.last, i):
			return future
		case i > e.last:
			return past
		}
	}
	return past
}

func (p *parts) hasAnd(from, to int) bool {
	for i := from; i < to; i++ {
		if p.is(i, isAnd) {
			return true
		}
	}
	return false
}
