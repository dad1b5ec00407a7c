package segment

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/work"

	"dateline/newsdate"
)

// seedParts returns the shared real pages in parts of some lines; none without the shared material.
func seedParts() [][]byte {
	folder := os.Getenv("DATELINE_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared")
	}
	names, _ := filepath.Glob(filepath.Join(folder, "seeds", "*.txt"))
	var parts [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		for lines := bytes.SplitAfter(data, []byte("\n")); len(lines) > 0; {
			n := min(len(lines), 20)
			parts = append(parts, bytes.Join(lines[:n], nil))
			lines = lines[n:]
		}
	}
	return parts
}

// FuzzText splits any text: nothing is lost or added, articles follow each other, and the result is
// the same a second time.
func FuzzText(f *testing.F) {
	for _, data := range seedParts() {
		f.Add(string(data))
	}
	for _, s := range []string{
		"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.\n\nRelated News\n\nConvoy reaches the east\n\nIt did.",
		"الجيش يدخل ترمين\n\n٣ أيار ٢٠١٨\n\nدخل الجيش.\n\nالتعليقات\n\nلا.",
		"A\n\nB.\n\n  • Jo\n\n    No.\n\nAlex says:\n3 May 2018\nNo.",
		"Home\nWorld\nSport\n\n-----\n\nShare", "By A\nBy B", "1 Feb 2000\n0", "1 Feb 2000", "  " + strings.Repeat("z", 2000), "\u200f\n\u00a0\n.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		articles, err := Split(work.New(t.Context()), text, Scraped, newsdate.Hint{})
		if err != nil {
			return
		}
		again, _ := Split(work.New(t.Context()), text, Scraped, newsdate.Hint{})
		lines, _ := readLines(work.New(t.Context()), text, newsdate.Hint{})
		found := map[string]int{}
		last := 0
		for i, a := range articles {
			if !reflect.DeepEqual(a, again[i]) {
				t.Errorf("another article the second time: %v", again[i])
			}
			if a.Lines[0] <= last || a.Lines[1] > len(lines) {
				t.Errorf("lines %v after %d of %d", a.Lines, last, len(lines))
			}
			last = a.Lines[1]
			checkLines(t, a, lines)
			for l := range strings.SplitSeq(a.Text+"\n"+strings.Join(around(a), "\n"), "\n") {
				found[strings.TrimSpace(l)]++
			}
		}
		for _, l := range lines {
			if key := strings.TrimSpace(l.raw); len(articles) > 0 && l.kind != blank && found[key] == 0 {
				t.Errorf("line %d %q is lost", l.number, l.raw)
			}
		}
	})
}

// checkLines checks that the lines of Text are lines of the input, in order.
func checkLines(t *testing.T, a Segment, lines []line) {
	t.Helper()
	n := a.Lines[0] - 1
	for i, want := range strings.Split(a.Text, "\n") {
		for n < len(lines) && lines[n].raw != want && want != "" {
			n++
		}
		if n == len(lines) || i == 0 && n != a.Lines[0]-1 {
			t.Errorf("line %q of the text is not where it should be", want)
			return
		}
		if want != "" {
			n++
		}
	}
}

// FuzzLine classifies any line.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"June 12, 2019", "٢٤ آب/أغسطس ٢٠١٩", "04/05/2019", "2 hours ago", "Vera Bell – June 12, 2019 by X for the Y",
		"Source: X، 3 أيار 2018", "BEIRUT (AFP) - June 12 2019 it did so on Friday", "Wed 05 Apr 2017 at 0914 Army"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []newsdate.Order{newsdate.UnknownOrder, newsdate.DayFirst, newsdate.MonthFirst} {
			if l := readLine(s, newsdate.Hint{Order: o}); l.kind != dated && l.kind != sourced && !l.day.IsZero() {
				t.Errorf("%q of kind %d has the day %v", s, l.kind, l.day)
			}
		}
		readDateline(s)
		readStamp(s)
	})
}
