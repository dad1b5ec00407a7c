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
