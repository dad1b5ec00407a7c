package rows

import (
	"strings"
	"testing"

	"dateline/document"
)

func TestSentence(t *testing.T) {
	text := "A title\n\nIn Idlib it rained. Near Hama 3.5 km were taken! Where?\nنهاية؟ حلب"
	for name, c := range map[string]struct {
		bounds     *[2]int
		start, end int
		want       string
	}{
		"given":                   {&[2]int{9, 14}, 12, 14, "In Id"},
		"to the full stop":        {nil, 12, 17, "In Idlib it rained."},
		"no stop in a number":     {nil, 34, 38, "Near Hama 3.5 km were taken!"},
		"to the end of the line":  {nil, 2, 7, "A title"},
		"a line's last":           {nil, 58, 63, "Where?"},
		"Arabic":                  {nil, 65, 70, "نهاية؟"},
		"to the end of the text":  {nil, 72, 75, "حلب"},
		"beyond the text":         {nil, 72, 99, "phrase"},
		"given beyond the text":   {&[2]int{70, 99}, 72, 75, "حلب"},
		"given the wrong way":     {&[2]int{9, 3}, 12, 17, "In Idlib it rained."},
		"nowhere, in a full stop": {nil, 27, 27, "In Idlib it rained."},
	} {
		if got := newSentences(text).around(c.bounds, c.start, c.end, "phrase"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := newSentences("").around(nil, 0, 3, "phrase"); got != "phrase" {
		t.Errorf("without a text: %q", got)
	}
}

// A text without a full stop is not stored in full for each of its names, and names close together
// store the same part of it.
func TestSentenceWithoutEnd(t *testing.T) {
	text := strings.Repeat("Hama, ", 5000)
	s, whole := newSentences(text), [2]int{0, 30000}
	given, found := map[string]bool{}, 0
	for start := 0; start < len(text); start += 6 {
		sentence := s.around(&whole, start, start+4, "Hama")
		given[sentence] = true
		found += len(s.around(nil, start, start+4, "Hama"))
		if len(sentence) > maxSentence || !strings.Contains(sentence, "Hama") {
			t.Fatalf("at %d: %q", start, sentence)
		}
	}
	if len(given) > 3*len(text)/maxSentence || found > 5000*(maxSentence+1) {
		t.Errorf("%d different sentences, %d bytes where none are given", len(given), found)
	}
	for name, c := range map[string]struct{ start, from, to int }{
		"at the beginning": {0, 0, 750}, "behind half a sentence": {500, 250, 1250}, "in the middle": {15020, 14750, 15750},
		"at the end": {29994, 29250, 30000}, "behind it": {30000, 29250, 30000},
	} {
		if from, to := near(&whole, c.start); from != c.from || to != c.to {
			t.Errorf("%s: %d to %d, want %d to %d", name, from, to, c.from, c.to)
		}
	}
}

// Given spans may overlap and be as long as the text: a sentence is stored for each.
func TestSentenceOfLongStretch(t *testing.T) {
	text := strings.Repeat("Hama, ", 5000)
	s := newSentences(text)
	for start := 0; start < len(text); start += 600 {
		got := s.around(nil, start, len(text), "phrase")
		if len(got) > 2*maxSentence+1 || !strings.HasPrefix(strings.TrimSpace(text[max(0, start-maxSentence/2):]), got) {
			t.Fatalf("from %d on: %d bytes that begin %.20q", start, len(got), got)
		}
	}
}

// Two mentions of one span have different ids, and no id can equal that of another document's
// mention.
func TestSpanIDs(t *testing.T) {
	d := document.Document{ID: "a", Mentions: []document.Mention{{Start: 1, End: 2}, {Start: 1, End: 2}, {Start: 1, End: 2}}}
	e := document.Document{ID: "a-1", Mentions: []document.Mention{{Start: 1, End: 2}}}
	seen := map[string]bool{}
	for _, d := range []document.Document{d, e} {
		for _, r := range NewTables(DefaultModel()).mentionsOf(&d) {
			seen[r.ID] = true
		}
	}
	if len(seen) != 4 {
		t.Errorf("4 mentions have the ids %v", seen)
	}
}
