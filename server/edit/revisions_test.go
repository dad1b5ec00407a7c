package edit

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestChanges(t *testing.T) {
	for name, c := range map[string]struct {
		older, newer string
		want         []change
	}{
		"the same":           {"Two died.", "Two died.", []change{}},
		"a word":             {"In Homs two died.", "In Homs three died.", []change{{7, 11, " two", " three"}}},
		"code points":        {"في حمص قتيلان", "في حمص ثلاثة", []change{{6, 13, " قتيلان", " ثلاثة"}}},
		"a sentence more":    {"Two died.", "Two died. It goes on.", []change{{9, 9, "", " It goes on."}}},
		"a sentence less":    {"Two died.\n\nIt goes on.\n", "Two died.\n", []change{{9, 22, "\n\nIt goes on.", ""}}},
		"two places":         {"One in Homs, two in Hama.", "Six in Homs, ten in Hama.", []change{{0, 3, "One", "Six"}, {12, 16, " two", " ten"}}},
		"nothing before":     {"", "All.", []change{{0, 0, "", "All."}}},
		"white space, moved": {"a  b", "a b", []change{{1, 4, "  b", " b"}}},
	} {
		if got := changes(c.older, c.newer); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// TestChangesLead: applied one after another, changes lead from any text to any other.
func TestChangesLead(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 1))
	text := func(words int) string {
		var b strings.Builder
		for range words {
			fmt.Fprintf(&b, "%cé%d", " \n"[r.IntN(2)], r.IntN(5))
		}
		return b.String()
	}
	for range 300 {
		older, newer := text(r.IntN(400)), text(r.IntN(400))
		runes, made, at := []rune(older), "", 0
		for _, c := range changes(older, newer) {
			if got := string(runes[c.Start:c.End]); got != c.Removed || c.Start < at || c.Removed == c.Added {
				t.Fatalf("%+v stands for %q behind %d", c, got, at)
			}
			made += string(runes[at:c.Start]) + c.Added
			at = c.End
		}
		if made += string(runes[at:]); made != newer {
			t.Fatalf("%q became %q, want %q", older, made, newer)
		}
	}
}
