package html

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestMask shows a joiner as ~ and the end of a line as /.
func TestMask(t *testing.T) {
	for _, tt := range []struct{ markup, want string }{
		{"Hama", "Hama"},
		{"<p>Hama</p>", "// Hama//  "},
		{"Khan Shay<b>khun</b> fell", "Khan Shay~~~khun     fell"},
		{"Deir&nbsp;ez-Zor &amp; Hama", "Deir      ez-Zor &~~~~ Hama"},
		{"Hama<br>Homs", "Hama/   Homs"},
		{"a<script>var Raqqa</script>b", "a~~~~~~~~~~~~~~~~~~~~~~~~~~b"},
		{`<a href="x/Homs">Hama</a>`, "                 Hama    "},
		{"a < b & c &nosuch; d", "a < b & c &nosuch; d"},
		{"<!-- Homs -->Hama", "             Hama"},
		{"كفر<i>زيتا</i>", "كفر~~~زيتا    "},
	} {
		got := strings.NewReplacer("\u2060", "~", "\n", "/").Replace(Mask(tt.markup))
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.markup, got, tt.want)
		}
	}
}

func FuzzMask(f *testing.F) {
	for _, s := range []string{"<p>a&nbsp;b</p>", "<script>x", "a<b<c", "&#x1F600;<br/>", "<!--", "<textarea></p>", "&", "&NotEqualTilde;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if got := Mask(s); utf8.RuneCountInString(got) != utf8.RuneCountInString(s) {
			t.Errorf("%d code points of %d: %q of %q", utf8.RuneCountInString(got), utf8.RuneCountInString(s), got, s)
		}
	})
}
