package token

import (
	"sort"
	"strings"
)

// line is a line of the text as a range of tokens.
type line struct {
	first, after int
	headline     bool // most of its words are capitalised
	capitals     bool // most of its long words are in capitals
	foreign      bool // neither in English nor in Arabic
}

// minHeadlineWords is the minimum length of a line for its capitals to count.
const minHeadlineWords = 4

// minLong is the minimum length of a word that is not just an acronym.
const minLong = 4

// CutLines splits the tokens into lines.
func (x *Text) CutLines() {
	start := 0
	for i := range x.Tokens {
		if i+1 == len(x.Tokens) || x.breaksLine(i) {
			x.lines = append(x.lines, x.newLine(start, i+1))
			start = i + 1
		}
	}
	x.markForeign()
}

// breaksLine reports whether a line ends between tokens i and i+1.
func (x *Text) breaksLine(i int) bool {
	gap := x.Gap(i)
	return gap != " " && strings.ContainsAny(gap, "\n\r")
}

// newLine classifies a line: in a headline at least four fifths of the words, not counting
// particles, are capitalised.
func (x *Text) newLine(first, after int) line {
	words, capitals, long, longInCapitals := 0, 0, 0, 0
	for i := first; i < after; i++ {
		t := &x.Tokens[i]
		if len(t.Text) < 4 && t.Shape == Lower || t.Shape == Number || t.Shape == Arabic {
			continue
		}
		words++
		if t.Shape.UpperCase() {
			capitals++
		}
		if len(t.Fold) >= minLong {
			long++
			if t.Shape == Caps {
				longInCapitals++
			}
		}
	}
	return line{
		first: first, after: after, capitals: longInCapitals*2 > long,
		headline: !x.endsInStop(after) && words >= minHeadlineWords && capitals*5 >= words*4,
	}
}

// endsInStop reports whether a full stop follows the line that ends before token after;
// headlines have none.
func (x *Text) endsInStop(after int) bool {
	return strings.HasPrefix(x.Source[x.Tokens[after-1].End:], ".")
}

// lineOf returns the line that contains token i.
func (x *Text) lineOf(i int) line {
	return x.lines[sort.Search(len(x.lines), func(l int) bool { return x.lines[l].after > i })]
}

// InHeadline reports whether token i is in a headline, where capitals mean nothing.
func (x *Text) InHeadline(i int) bool {
	return x.lineOf(i).headline
}

// InCapitals reports whether token i is in a line of capitals.
func (x *Text) InCapitals(i int) bool { return x.lineOf(i).capitals }

// IsWithoutCapitals reports whether at least nine in ten words of a text, and more than half of
// its sentences, begin in lower case.
func (x *Text) IsWithoutCapitals() bool {
	words, capitals, starts, capitalStarts := 0, 0, 0, 0
	for i := range x.Tokens {
		t := &x.Tokens[i]
		if t.Shape != Lower && !t.Shape.UpperCase() || len(t.Text) < 2 || strings.HasSuffix(x.Source[:t.Start], "#") {
			continue
		}
		words++
		if t.NewSentence {
			starts++
		}
		if t.Shape.UpperCase() {
			capitals++
			if t.NewSentence {
				capitalStarts++
			}
		}
	}
	return words > 0 && capitals*10 <= words && capitalStarts*2 < max(starts, 1)
}
