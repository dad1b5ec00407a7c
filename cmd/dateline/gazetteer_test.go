package main

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
)

func TestLookup(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	tests := []struct {
		args  []string
		first string // of the lines of JSON
	}{
		{[]string{"Khan Sheikhoun"}, `"how":"exact"`},
		{[]string{"Khan Shei", "--prefix"}, `"how":"prefix"`},
		{[]string{"Damascuss"}, `"matched":"Damascus","how":"sounds alike"`},
		{[]string{"حللب"}, `"matched":"حلب","how":"fuzzy"`},
		{[]string{"gn170063"}, `"name":"Aleppo"`},
		{[]string{"Tripoli", "--country", "lb", "--limit", "1"}, `"country":"LB"`},
		{[]string{"Tripoli", "--near", "13.2,32.9"}, `"country":"LY"`},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			got := run(t, "", append([]string{"gazetteer", "lookup", "--json"}, tt.args...)...)
			first, _, _ := strings.Cut(got.out, "\n")
			if got.code != 0 || !json.Valid([]byte(first)) || !strings.Contains(first, tt.first) {
				t.Errorf("exit %d: %s%s", got.code, first, got.err)
			}
		})
	}
	if got := run(t, "", "gazetteer", "lookup", "Latamneh"); !strings.Contains(got.out, "matched     Latamneh, exact") {
		t.Errorf("%s%s", got.out, got.err)
	}
}

func TestGeocode(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
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
	for _, args := range [][]string{{"Xyzzyqqq"}, {"Tripoli", "--near", "here"}, {"Tripoli", "--near", "200,10"}} {
		if got := run(t, "", append([]string{"geocode"}, args...)...); got.code != cli.NoneDone || !strings.Contains(got.err, args[len(args)-1]) {
			t.Errorf("%v: exit %d, %s", args, got.code, got.err)
		}
	}
}
