package gazetteer

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// line makes a row of a GeoNames dump with the columns given by number.
func line(set map[int]string) string {
	col := make([]string, geoNamesColumns)
	for i, s := range map[int]string{0: "172054", 1: "Az Zakah", 2: "Az Zakah", 4: "35.34", 5: "36.58", 6: "P", 7: "PPL", 8: "SY", 10: "10"} {
		col[i] = s
	}
	for i, s := range set {
		col[i] = s
	}
	return strings.Join(col, "\t")
}

// drain reads to the end and returns the places, the bad rows, and the error that ended reading.
func drain[T any](rows iter.Seq2[T, error]) (good []T, bad []*RowError, err error) {
	for v, e := range rows {
		var row *RowError
		switch {
		case errors.As(e, &row):
			bad = append(bad, row)
		case e != nil:
			return good, bad, e
		default:
			good = append(good, v)
		}
	}
	return good, bad, nil
}

// refusals are inputs with the text that the one error about them must contain.
type refusals []struct{ name, text, says string }

// checkRefused checks that each input yields one bad row with the expected error, and the given
// number of good rows.
func checkRefused[T any](t *testing.T, tests refusals, good int, read func(text string) iter.Seq2[T, error]) {
	t.Helper()
	for _, tt := range tests {
		got, bad, err := drain(read(tt.text))
		if err != nil || len(bad) != 1 || !strings.Contains(bad[0].Error(), tt.says) {
			t.Errorf("%s: bad rows %v, error %v; want one that says %q", tt.name, bad, err, tt.says)
		}
		if len(got) != good {
			t.Errorf("%s: %d good rows, want %d", tt.name, len(got), good)
		}
	}
}

func readDump(text string) iter.Seq2[Entry, error] { return ReadGeoNames(strings.NewReader(text)) }

func TestReadGeoNames(t *testing.T) {
	entries, bad, err := drain(readDump("\ufeff" + line(map[int]string{3: "الزكاة,Zakat", 14: "1200"}) + "\r\n\n# comment\n" + line(map[int]string{0: "421190429"})))
	if err != nil || len(bad) > 0 || len(entries) != 2 {
		t.Fatalf("%d entries, want 2; bad %v, error %v", len(entries), bad, err)
	}
	e := entries[0]
	if e.ID != "gn172054" || e.Kind != "P.PPL" || e.Country != "SY" || e.Admin1 != "10" || e.Population != 1200 || e.Point[0] != 36.58 || e.Point[1] != 35.34 {
		t.Errorf("read as %+v", e)
	}
	if fmt.Sprint(e.Names) != "[الزكاة Zakat]" {
		t.Errorf("names %q", e.Names)
	}
	if entries[1].ID != "wof421190429" {
		t.Errorf("an ID beyond GeoNames' is %s", entries[1].ID)
	}
}

func TestReadGeoNamesRefuses(t *testing.T) {
	good := line(nil) + "\n"
	checkRefused(t, refusals{
		{"columns", good + "1\tx\n" + good, "line 2: 2 tab-separated columns; want the 19"},
		{"id", good + line(map[int]string{0: "x"}) + "\n" + good, `line 2, column 1 (geonameid): "x"; want a whole number`},
		{"latitude", good + line(map[int]string{4: "91"}) + "\n" + good, "line 2, column 5 (latitude): 91 is beyond 90 degrees"},
		{"longitude", good + line(map[int]string{5: "NaN"}) + "\n" + good, `line 2, column 6 (longitude): "NaN"; want decimal degrees`},
		{"name", good + line(map[int]string{1: " "}) + "\n" + good, "line 2, column 2 (name): empty"},
		{"country", good + line(map[int]string{8: "SYR"}) + "\n" + good, `line 2, column 9 (country code): "SYR"; want two letters`},
		{"long line", good + strings.Repeat("x", maxLine+1) + "\n" + good, "line 2: longer than"},
		{"no UTF-8", good + line(map[int]string{1: "\xe9"}) + "\n" + good, "line 2: not UTF-8"},
	}, 2, readDump)
}

func TestReadingStops(t *testing.T) {
	n := 0
	for range readDump(strings.Repeat(line(nil)+"\n", 5)) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("read %d entries after it was told to stop at 2", n)
	}
}

func readNames(text string) iter.Seq2[AlternateName, error] {
	return ReadAlternateNames(strings.NewReader(text))
}

func TestReadAlternateNames(t *testing.T) {
	names, bad, err := drain(readNames("1\t170654\ten\tDamascus\t1\t\t\t\t\t\n" +
		"2\t170654\tlink\thttps://example.org/\t\t\t\t\t\t\n" +
		"3\t170654\tiata\tDAM\t\t\t\t\t\t\n" +
		"4\t170654\twkdt\tQ3766\t\t\t\t\t\t\n" +
		"5\t170654\tpost\t0100\t\t\t\t\t\t\n" +
		"6\t170654\t\tDimashq\t\t\t\t\t\t\n" +
		"7\t170654\tzh-TW\t大馬士革\t\t1\t1\t1\t1900\t1950\n" +
		"8\t170654\tar\tدمشق\t1\t\t\t\n"))
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	want := []AlternateName{
		{PlaceID: "gn170654", Name: "Damascus", Language: "en", Preferred: true},
		{PlaceID: "gn170654", Name: "Dimashq"},
		{PlaceID: "gn170654", Name: "大馬士革", Language: "zh-TW", Short: true, Colloquial: true, Historic: true},
		{PlaceID: "gn170654", Name: "دمشق", Language: "ar", Preferred: true},
	}
	if fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("read\n%v, want\n%v", names, want)
	}
}

func TestReadAlternateNamesRefuses(t *testing.T) {
	checkRefused(t, refusals{
		{"columns", "1\t2\n", "line 1: 2 tab-separated columns; want the 10"},
		{"id", "1\tx\ten\tA\t\t\t\t\t\t\n", `line 1, column 2 (geonameid): "x"`},
		{"name", "1\t2\ten\t\t\t\t\t\t\t\n", "line 1, column 4 (alternate name): empty"},
		{"flag", "1\t2\ten\tA\t\t\t\tyes\t\t\n", `line 1, column 8: "yes"; want 1 or nothing`},
	}, 0, readNames)
}

// seedRows adds the first rows of a shared file to a fuzz target, if the file exists.
func seedRows(f *testing.F, file string) {
	in, err := os.Open(filepath.Join(sharedDir(), "gazetteer", file))
	if err != nil {
		return
	}
	defer in.Close()
	rows := bufio.NewScanner(in)
	for n := 0; n < 20 && rows.Scan(); n++ {
		f.Add(rows.Text())
	}
}

// checkBuilds checks that what was read can be built and opened.
func checkBuilds(t *testing.T, entries []Entry) {
	t.Helper()
	data, err := Build(entries)
	if err != nil {
		t.Fatalf("what was read can't be built: %v", err)
	}
	x, err := OpenIndex(data)
	if err != nil {
		t.Fatalf("what was built does not open: %v", err)
	}
	for i := range x.Len() {
		x.Place(i)
		x.Geometry(i)
	}
}

func FuzzReadGeoNames(f *testing.F) {
	f.Add(line(nil))
	f.Add(line(map[int]string{3: "a,,b"}) + "\r\n")
	seedRows(f, "SY.txt")
	seedRows(f, "TR.txt")
	f.Fuzz(func(t *testing.T, text string) {
		entries, _, err := drain(readDump(text))
		if err != nil {
			t.Fatal(err)
		}
		checkBuilds(t, entries)
	})
}

func FuzzReadAlternateNames(f *testing.F) {
	f.Add("1\t170654\ten\tDamascus\t1\t\t\t\t\t\n")
	f.Add("6\t170654\t\tDimashq\t\t\t\t1")
	seedRows(f, "SY.txt")
	f.Fuzz(func(t *testing.T, text string) {
		names, _, err := drain(readNames(text))
		if err != nil {
			t.Fatal(err)
		}
		e := Entry{Place: Place{ID: "gn1", Name: "A"}}
		for _, a := range names {
			a.addTo(&e)
		}
		checkBuilds(t, []Entry{e})
	})
}

// TestPanicInARow: a panic while a row is read is an error of that row, and later rows are read.
func TestPanicInARow(t *testing.T) {
	rows := line(nil) + "\n" + line(nil) + "\n" + line(nil) + "\n"
	n, read, failed := 0, 0, 0
	for _, err := range entriesOf(lines(strings.NewReader(rows)), func([]string) (Entry, error) {
		if n++; n == 2 {
			panic("injected")
		}
		return Entry{}, nil
	}) {
		var row *RowError
		switch {
		case err == nil:
			read++
		case errors.As(err, &row) && row.Line == 2 && strings.Contains(err.Error(), "injected"):
			failed++
		}
	}
	if read != 2 || failed != 1 {
		t.Errorf("%d rows read, %d failed", read, failed)
	}
}
