package gazetteer

import (
	"bufio"
	"fmt"
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

func readAll(text string) ([]Entry, error) {
	var entries []Entry
	err := ReadGeoNames(strings.NewReader(text), func(e Entry) bool {
		entries = append(entries, e)
		return true
	})
	return entries, err
}

func TestReadGeoNames(t *testing.T) {
	entries, err := readAll("\ufeff" + line(map[int]string{3: "الزكاة,Zakat", 14: "1200"}) + "\n\n# comment\n" + line(map[int]string{0: "421190429"}) + "\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 {
		t.Fatalf("%d entries, want 2", len(entries))
	}
	e := entries[0]
	if e.ID != "gn172054" || e.Kind != "P.PPL" || e.Country != "SY" || e.Admin1 != "10" || e.Population != 1200 || e.Point[0] != 36.58 || e.Point[1] != 35.34 {
		t.Errorf("read as %+v", e)
	}
	if fmt.Sprint(e.Names) != "[Az Zakah الزكاة Zakat]" {
		t.Errorf("names %q", e.Names)
	}
	if entries[1].ID != "wof421190429" {
		t.Errorf("an ID beyond GeoNames' is %s", entries[1].ID)
	}
}

func TestReadGeoNamesRefuses(t *testing.T) {
	tests := []struct {
		name, text, says string
	}{
		{"columns", "1\tx", "line 1: 2 tab-separated columns"},
		{"id", line(nil) + "\n" + line(map[int]string{0: "x"}), `line 2: column 1, geonameid: "x" is no number`},
		{"latitude", line(map[int]string{4: "91"}), "line 1: column 5, latitude: 91 is beyond 90 degrees"},
		{"longitude", line(map[int]string{5: "NaN"}), `line 1: column 6, longitude: "NaN" is no number`},
		{"name", line(map[int]string{1: ""}), "line 1: column 2, name: empty"},
		{"country", line(map[int]string{8: "SYR"}), `line 1: column 9, country code: "SYR"`},
		{"long line", line(nil) + "\n" + strings.Repeat("x", maxLine+1), "line 2: "},
	}
	for _, tt := range tests {
		if _, err := readAll(tt.text); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: error %v, want one that says %q", tt.name, err, tt.says)
		}
	}
}

func TestReadGeoNamesStops(t *testing.T) {
	n := 0
	err := ReadGeoNames(strings.NewReader(strings.Repeat(line(nil)+"\n", 5)), func(Entry) bool {
		n++
		return n < 2
	})
	if err != nil || n != 2 {
		t.Errorf("read %d entries (error %v) after it was told to stop at 2", n, err)
	}
}

func FuzzReadGeoNames(f *testing.F) {
	f.Add(line(nil))
	f.Add(line(map[int]string{3: "a,,b"}) + "\r\n")
	if file, err := os.Open(filepath.Join(sharedDir(), "gazetteer", "SY.txt")); err == nil {
		lines := bufio.NewScanner(file)
		for n := 0; n < 20 && lines.Scan(); n++ {
			f.Add(lines.Text())
		}
		file.Close()
	}
	f.Fuzz(func(t *testing.T, text string) {
		entries, err := readAll(text)
		if err != nil {
			return
		}
		if data, err := Build(entries); err == nil {
			if _, err := OpenIndex(data); err != nil {
				t.Errorf("what was built does not open: %v", err)
			}
		}
	})
}
