package feed

import (
	"slices"

	ext "github.com/mmcdole/gofeed/extensions"
)

// media takes what an entry says of its media (Media RSS): videos have it instead of a
// text; beside a text it is captions.
func (e *Entry) media(extensions ext.Extensions) {
	said := captions(nil, map[caption]bool{}, extensions["media"], maxMedia)
	if e.Text == "" {
		if i := slices.IndexFunc(said, func(c caption) bool { return c.name == "description" }); i >= 0 {
			e.Text = said[i].text
			said = slices.Delete(said, i, i+1)
		}
	}
	for _, c := range said {
		e.Captions = append(e.Captions, c.text)
	}
}

// maxMedia is how deep captions lie in each other's elements: a group has contents, and
// they have descriptions.
const maxMedia = 3

// caption is a description of a picture or a film, or a credit.
type caption struct{ name, text string }

// captions appends those of elements, and of the elements in them down to a depth, that
// were not seen before.
func captions(out []caption, seen map[caption]bool, elements map[string][]ext.Extension, depth int) []caption {
	if depth == 0 {
		return out
	}
	for _, name := range []string{"description", "credit"} {
		for _, element := range elements[name] {
			if c := (caption{name, element.Value}); c.text != "" && !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	for _, name := range []string{"content", "group"} {
		for _, element := range elements[name] {
			out = captions(out, seen, element.Children, depth-1)
		}
	}
	return out
}
