package story

import (
	"slices"
	"strings"
)

// mostOutlets is the maximum number of outlets listed for a story.
const mostOutlets = 20

// Outlets returns the distinct non-empty outlets of a story's articles, in order.
func Outlets(sources []string) []string {
	var all []string
	for _, o := range sources {
		if o != "" && len(all) < mostOutlets && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

// AlsoIn joins the outlets of a story, except that of one of its articles, with semicolons.
func AlsoIn(outlets []string, source string) string {
	others := slices.DeleteFunc(slices.Clone(outlets), func(o string) bool { return o == source })
	return strings.Join(others, "; ")
}
