package text_test

import (
	"strings"
	"testing"

	"dateline/text"
)

func TestOneLine(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "a\u00a0b", "a \u2003b", "في حلب", "في  حلب", "a b\u0085"} {
		if got, want := text.OneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", s, got, want)
		}
	}
}
