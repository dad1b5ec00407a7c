package segment

import (
	"strings"
	"testing"

	"dateline/text"
)

func TestWords(t *testing.T) {
	for _, name := range []string{"en.txt", "ar.txt"} {
		lines := wordLines(name)
		if len(lines) == 0 {
			t.Fatalf("%s is not embedded", name)
		}
		section := ""
		for i, l := range lines {
			switch l = text.Fold(l); {
			case l == "" || strings.HasPrefix(l, "//"):
			case strings.HasPrefix(l, "["):
				section = strings.Trim(l, "[]")
			default:
				if !newTables().add(section, l) {
					t.Errorf("%s:%d: unknown section %q", name, i+1, section)
				}
			}
		}
	}
	w := words()
	for _, tt := range []struct {
		name string
		n    int
	}{
		{"navigation", len(w.exact)}, {"share", len(w.share)}, {"byline", len(w.bylines)}, {"source", len(w.sources)},
		{"commenter", len(w.commenters)}, {"outlet", len(w.outlets)}, {"particle", len(w.particles)},
	} {
		if tt.n == 0 {
			t.Errorf("no words for %s", tt.name)
		}
	}
}
