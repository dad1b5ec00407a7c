package dateline

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the figures that are measured, or counted, into the documents")

// figure is a number repeated in a document: the group of said in a file must equal what measured
// returns.
type figure struct {
	file, said string
	measured   func(t *testing.T) string
}

// figures lists the numbers that README and summaries repeat from tables of measurements, and
// counts of data.
func figures() []figure {
	const accuracy = "docs/accuracy.md"
	names := func(corpus string, column int) func(*testing.T) string {
		return cell(accuracy, `(?m)^\| `+corpus+`(?: \([^|]*\))? \| [\d,]+ (\|.*)$`, column)
	}
	all := []figure{
		{"README.md", `it finds (\.\d+) of the names`, names("seeds", 3)},
		{"README.md", `\(GeoVirus\) (\.\d+),`, names("geovirus", 3)},
		{"README.md", `a\s+sample of (\d+) dispatches`, files("sample/*.txt")},
		{accuracy, `names found, exact span, F1 \| 15 articles[^|]*\| (\.\d+)`, names("seeds", 3)},
		{accuracy, `distance that counts as right there \| \| (\.\d+)`, names("seeds", 9)},
		{accuracy, `names found, exact span, F1 \| 99 articles[^|]*\| (\.\d+)`, names("geovirus", 3)},
		{accuracy, `389 articles \(FA-KES\) \| (\.\d+)`, cell(accuracy, `(?m)^\| fakes, 389 articles (\|.*)$`, 1)},
		{accuracy, `annotators \(Dateline: (\.\d+), strict\)`, names("geovirus", 3)},
		{accuracy, `voting ensemble \(Hu et al\.\) \| \.821 \| (\.\d+)`, names("geovirus", 8)},
		{accuracy, `given spans, @161 \| LGL \|[^|]*\| \.827 \| (\.\d+)`, names("lgl", 8)},
		{accuracy, `names, strict F1 \| LGL \|[^|]*\| \.713 \| (\.\d+)`, names("lgl", 3)},
		{accuracy, `287 local papers \(LGL\) \| (\.\d+);`, names("geovirus", 8)},
		{accuracy, `287 local papers \(LGL\) \| \.\d+; (\.\d+)`, names("lgl", 8)},
	}
	entries, _ := os.ReadDir("gazetteer/data")
	for _, e := range entries {
		if e.IsDir() {
			rows := rowsIn(filepath.Join("gazetteer/data", e.Name(), "*.tsv"))
			all = append(all, figure{"docs/gazetteer.md", "(?m)^\\| `" + e.Name() + "` \\| ([\\d,]+) \\|", rows})
		}
	}
	return all
}

// cell returns a column, from 1, of the table row that the pattern matches.
func cell(file, pattern string, column int) func(*testing.T) string {
	return func(t *testing.T) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(read(t, file))
		if m == nil {
			t.Fatalf("%s has no row %s", file, pattern)
		}
		return strings.TrimSpace(strings.Split(m[1], "|")[column])
	}
}

func files(pattern string) func(*testing.T) string {
	return func(t *testing.T) string {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		return strconv.Itoa(len(found))
	}
}

// rowsIn counts the rows of tables without headers and comments.
func rowsIn(pattern string) func(*testing.T) string {
	return func(t *testing.T) string {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, file := range found {
			head := true
			for line := range strings.Lines(read(t, file)) {
				switch {
				case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"):
				case head:
					head = false
				default:
					n++
				}
			}
		}
		if n >= 1000 {
			return fmt.Sprintf("%d,%03d", n/1000, n%1000)
		}
		return strconv.Itoa(n)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// TestFigures checks numbers repeated in documents; with -update it writes them.
func TestFigures(t *testing.T) {
	for _, f := range figures() {
		body := []byte(read(t, f.file))
		at := regexp.MustCompile(f.said).FindSubmatchIndex(body)
		if at == nil {
			if !strings.Contains(f.said, "`") { // a folder that the table omits
				t.Errorf("%s does not say %s", f.file, f.said)
			}
			continue
		}
		said, want := string(body[at[2]:at[3]]), f.measured(t)
		switch {
		case said == want:
		case *update:
			changed := bytes.Join([][]byte{body[:at[2]], []byte(want), body[at[3]:]}, nil)
			if err := os.WriteFile(f.file, changed, 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s says %s where %s is measured (%s); go test . -run Figures -update writes it", f.file, said, want, f.said)
		}
	}
}
