package query

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// likeExpression translates a pattern into a regular expression.
func likeExpression(pattern string) *regexp.Regexp {
	var b strings.Builder
	escaped := false
	for _, r := range strings.ToValidUTF8(pattern, "\ufffd") {
		switch {
		case r == '\\' && !escaped:
			escaped = true
			continue
		case r == '%' && !escaped:
			b.WriteString(`.*`)
		case r == '_' && !escaped:
			b.WriteString(`.`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
		escaped = false
	}
	return regexp.MustCompile(`(?s)\A` + b.String() + `\z`)
}

// TestLikeAgainstRegexp: patterns match like the regular expressions.
func TestLikeAgainstRegexp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	word := func(alphabet []string, most int) string {
		var b strings.Builder
		for range r.IntN(most + 1) {
			b.WriteString(alphabet[r.IntN(len(alphabet))])
		}
		return b.String()
	}
	for range 200_000 {
		p, text := word([]string{"a", "b", "ح", "%", "%", "_", `\`}, 8), word([]string{"a", "a", "b", "ح", "%", "_"}, 10)
		pattern := newPattern(p)
		if got, _ := pattern.matches(text); got != likeExpression(p).MatchString(text) {
			t.Fatalf("%q LIKE %q: %v", text, p, got)
		}
	}
}

func FuzzLike(f *testing.F) {
	for _, s := range [][2]string{{"%a_b%", "xaxbx"}, {`\%\_`, "%_"}, {"_", "ح"}, {"%%", ""}, {"\xff_", "\ufffdx"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, p, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		if len(p) > 300 || len(text) > 3000 {
			return // the regular expression is slow
		}
		pattern := newPattern(p)
		got, compared := pattern.matches(text)
		if want := likeExpression(p).MatchString(text); got != want {
			t.Errorf("%q LIKE %q: %v", text, p, got)
		}
		if most := (len(p) + 1) * (len(text) + 1); compared > 2*most {
			t.Errorf("%q LIKE %q: %d bytes compared", text, p, compared)
		}
	})
}
