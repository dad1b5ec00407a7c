package incident

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"dateline/text"
)

//go:embed killed.txt
var killedWords string

// Killed returns the number of people killed according to a sentence, in English or Arabic;
// false if it gives none, or several. "Dozens" is not a number.
func Killed(sentence string) (int, bool) {
	v := killing()
	words := strings.Fields(strings.ToLower(text.LatinDigits(sentence)))
	found, n := false, 0
	for i, w := range words {
		k, ok := v.deaths(words, i, bare(w))
		switch {
		case !ok:
		case found && k != n:
			return 0, false
		default:
			n, found = k, true
		}
	}
	return n, found
}

// killed has the words of killed.txt, by heading.
type killed map[string]map[string]int

var killing = sync.OnceValue(func() killed {
	v, heading := killed{}, ""
	for line := range strings.Lines(killedWords) {
		name, isHeading := strings.CutPrefix(strings.TrimSpace(line), "# ")
		if isHeading {
			heading, _, _ = strings.Cut(name, ":")
			v[heading] = map[string]int{}
			continue
		}
		for w := range strings.FieldsSeq(line) {
			w, number, _ := strings.Cut(w, "=")
			v[heading][w], _ = strconv.Atoi(number)
		}
	}
	return v
})

// bare strips punctuation from a word.
func bare(w string) string { return strings.Trim(w, `.,;:!?()[]"'“”«»،؛؟`) }

// endsClause reports whether the punctuation after a word ends a clause.
func endsClause(w string) bool {
	return w != "" && strings.ContainsAny(w[len(w)-1:], ",.;:)") || strings.HasSuffix(w, "،")
}

// deaths returns the number that goes with a word for killing.
func (v killed) deaths(words []string, at int, word string) (int, bool) {
	_, active := v["active"][word]
	_, passive := v["passive"][word]
	_, counted := v["counted"][word]
	if active || passive {
		for i := at; i+1 < len(words) && !endsClause(words[i]); i++ {
			next := bare(words[i+1])
			if n, ok := v.number(next, true); ok {
				return n, true
			}
			if _, vague := v["about"][next]; !vague {
				break
			}
		}
	}
	reach := 0
	switch {
	case passive:
		reach = 4
	case counted:
		reach = 1
	}
	for i := at - 1; i >= 0 && i >= at-reach && !endsClause(words[i]); i-- {
		if n, ok := v.number(bare(words[i]), false); ok {
			return n, true
		}
	}
	return 0, false
}

// number reads a number of people, but not a year.
func (v killed) number(w string, article bool) (int, bool) {
	if n, ok := v["numbers"][w]; ok {
		return n, true
	}
	if article {
		if _, ok := v["articles"][w]; ok {
			return 1, true
		}
	}
	n, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
	isYear := n >= 1900 && n < 2100 && !strings.Contains(w, ",")
	return n, err == nil && n > 0 && n < 100_000 && !isYear
}
