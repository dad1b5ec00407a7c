package story

import (
	"slices"
	"strings"
)

// mostOutlets is how many outlets of a story are named.
const mostOutlets = 20

// Outlets returns the outlets of a story, each once, of those of its articles in their
// order, empty ones passed over.
func Outlets(sources []string) []string {
	var all []string
	for _, o := range sources {
		if o != "" && len(all) < mostOutlets && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

// AlsoIn returns the outlets of a story but that of one of its articles, with ; between.
func AlsoIn(outlets []string, source string) string {
	others := slices.DeleteFunc(slices.Clone(outlets), func(o string) bool { return o == source })
	return strings.Join(others, "; ")
}
