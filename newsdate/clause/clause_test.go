package clause

import (
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/newsdate/expression"
	"dateline/newsdate/token"
)

// divide writes a sentence with a stroke where another clause begins or continues, subordinate
// clauses in small brackets, and after each date whether it is of a statement (s) or in the future
// (f).
func divide(text string) string {
	s := token.New(text, nil)
	found, _ := expression.Find(s, newsdate.UnknownOrder, nil)
	p := Divide(s, found, nil)
	marks := map[int]string{}
	for i, run := range p.Runs {
		if i == 0 || run.Start == 0 {
			continue
		}
		if p.Clauses[run.Clause].Side {
			marks[run.Start] = "<"
		} else {
			marks[run.Start] = "|"
		}
	}
	for i, e := range found {
		mark := ""
		if p.Said[i] {
			mark = "(s)"
		} else if p.Tense(i) == expression.Future {
			mark = "(f)"
		}
		marks[s.At(e.Last).End] = mark + marks[s.At(e.Last).End]
	}
	var b strings.Builder
	for i := range len(text) + 1 {
		b.WriteString(marks[i])
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func TestDivide(t *testing.T) {
	for _, want := range []string{
		"Rebels took the town on Friday.",
		"Rebels took the town on Friday, |but lost it on Sunday.",
		"Rebels took the town, <which fell on Friday, |on Sunday.",
		"Rebels took the town (<it fell on Friday) |on Sunday.",
		"Rebels took it on Friday; |jets hit it on Sunday.",
		"Rebels took it on Friday <after the fall of the city.",
		"Rebels took it after dawn on Friday.",
		"Officials said on Friday(s) |that it fell on Sunday.",
		"Ten died, officials said on Friday(s).",
		"Ten died on Friday, officials said.",
		"Ten died, officials told reporters on Friday(s).",
		"Ten died, officials told reporters whose camera broke Friday.",
		"Ten died, officials told reporters who fled Friday.",
		"On Friday(s), a monitor said, ten died.",
		"On Friday, a monitor met us, ten died.",
		"The talks will begin on Friday(f).",
		"On Friday(f) the talks will begin.",
		"On Friday the army attacked and the talks will begin.",
		"The talks are due to begin on Friday(f).",
		"It was quiet on Friday due to the rain.",
		"They are to meet on Friday(f).",
		"It is to the north on Friday.",
		"قال المسؤول يوم الجمعة(s) |إن البلدة سقطت الأحد.",
		"سيبدأ الهجوم يوم الجمعة(f).",
		"بدأ الهجوم يوم الجمعة.",
	} {
		text := strings.NewReplacer("|", "", "<", "", "(s)", "", "(f)", "").Replace(want)
		if got := divide(text); got != want {
			t.Errorf("%s", got)
			t.Logf("want %s", want)
		}
	}
}

// TestOpener: what a sentence reports did not happen on the date on which something is said to have
// been founded.
func TestOpener(t *testing.T) {
	s := token.New("Founded in October the alliance seized the town on Friday.", nil)
	found, _ := expression.Find(s, newsdate.UnknownOrder, nil)
	if p := Divide(s, found, nil); len(found) != 2 || p.Of[0] == p.Of[1] {
		t.Errorf("%d dates, in clauses %v", len(found), p.Of)
	}
}

// TestDepth: nested brackets are bounded, and unmatched closing ones are harmless.
func TestDepth(t *testing.T) {
	s := token.New(strings.Repeat("( Monday ", 50)+strings.Repeat(") Monday", 90), nil)
	found, _ := expression.Find(s, newsdate.UnknownOrder, nil)
	p := Divide(s, found, nil)
	for _, c := range p.Clauses {
		if c.depth > maxDepth {
			t.Errorf("a clause %d deep", c.depth)
		}
	}
}

// TestDivideInSpace: the result does not depend on reused Parts.
func TestDivideInSpace(t *testing.T) {
	other := token.New("Officials said on Friday that it will fall on Sunday.", nil)
	before, _ := expression.Find(other, newsdate.UnknownOrder, nil)
	s := token.New("Rebels took it on Friday.", nil)
	found, _ := expression.Find(s, newsdate.UnknownOrder, nil)
	p := Divide(s, found, Divide(other, before, nil))
	if len(p.Of) != 1 || p.Of[0] != 0 || p.Said[0] || len(p.Clauses) != 1 {
		t.Errorf("%+v", p)
	}
}
