package read

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"dateline/jsonstream"
)

func TestLinesTooLong(t *testing.T) {
	in := io.MultiReader(strings.NewReader("{}\n\n"), strings.NewReader(strings.Repeat(" ", jsonstream.MaxLine+1)), strings.NewReader("\n"+line))
	var got []string
	for l := range lines("in", bufio.NewReader(in)) {
		got = append(got, fmt.Sprintf("%d %v %d", l.number, l.err != nil, len(l.text)))
	}
	if want := []string{"1 false 3", "3 true 0", fmt.Sprintf("4 false %d", len(line))}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
