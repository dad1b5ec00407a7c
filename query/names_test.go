package query

import (
	"slices"
	"strings"
	"testing"

	"dateline/query/cql2"
)

// TestFunctionsHaveAMeaning: what cql2 reads as a function of space or time is compiled, and
// nothing else.
func TestFunctionsHaveAMeaning(t *testing.T) {
	var meant []string
	for name := range spatialRelations() {
		meant = append(meant, name)
	}
	for name := range temporalRelations() {
		meant = append(meant, name)
	}
	slices.Sort(meant)
	var read []string
	for _, name := range cql2.Functions() {
		if strings.HasPrefix(name, "s_") || strings.HasPrefix(name, "t_") {
			read = append(read, name)
		}
	}
	if !slices.Equal(meant, read) {
		t.Errorf("read are %v, compiled %v", read, meant)
	}
}
