package main

import (
	"strings"
	"testing"
)

func TestGeocode(t *testing.T) {
	tests := []struct {
		args  []string
		first string
	}{
		{[]string{"Khan Sheikhoun"}, "Khan Shaykhun"},
		{[]string{"خان شيخون"}, "Khan Shaykhun"},
		{[]string{"Tripoli", "--country", "LB"}, "Lebanon"},
		{[]string{"Tripoli", "--near", "13.2,32.9"}, "Libya"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			got := run(t, "", append([]string{"geocode"}, tt.args...)...)
			lines := strings.Split(got.out, "\n")
			if got.code != 0 || len(lines) < 2 || !strings.Contains(lines[1], tt.first) {
				t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
			}
		})
	}
	for _, args := range [][]string{{"Xyzzyqqq"}, {"Tripoli", "--near", "here"}} {
		if got := run(t, "", append([]string{"geocode"}, args...)...); got.code != 1 || !strings.Contains(got.err, args[len(args)-1]) {
			t.Errorf("%v: exit %d, %s", args, got.code, got.err)
		}
	}
}

func TestImportedPlacesAreFound(t *testing.T) {
	dump := inFile(t, "XX.txt", "1\tVaskelund\tVaskelund\tVaskelunda\t60.5\t20.25\tP\tPPL\tFI\t\t\t\t\t\t120\t\t\tEurope/Helsinki\t2020-01-01\n")
	store := t.TempDir()
	in := func(args ...string) ran { return run(t, "", append(args, "--gazetteers", store)...) }
	if got := in("gazetteer", "import", dump); got.code != 0 {
		t.Fatal(got.err)
	}
	if got := in("gazetteer", "lookup", "Vaskelunda"); !strings.Contains(got.out, "20.25000, 60.50000") {
		t.Errorf("%s%s", got.out, got.err)
	}
	if got := in("gazetteer", "info"); !strings.Contains(got.out, "FI 1") {
		t.Error(got.out)
	}
	bad := inFile(t, "bad.txt", "1\tA\n")
	if got := in("gazetteer", "import", bad); got.code != 1 || !strings.Contains(got.err, bad) || !strings.Contains(got.err, "line 1") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := in("gazetteer", "lookup", "Vaskelunda"); got.code != 0 {
		t.Error("a bad import loses what a good one stored")
	}
}
