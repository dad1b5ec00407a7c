package feed

import (
	"slices"

	ext "github.com/mmcdole/gofeed/extensions"
)

// media takes what an entry says of its media (Media RSS): videos have it instead of a
// text; beside a text it is captions.
func (e *Entry) media(extensions ext.Extensions) {
	said := captions(extensions["media"], 2)
	if e.Text == "" {
		for i, c := range said {
			if c.name == "description" {
				e.Text = c.text
				said = slices.Delete(said, i, i+1)
				break
			}
		}
	}
	for _, c := range said {
		e.Captions = append(e.Captions, c.text)
	}
}

// caption is a description of a picture or a film, or a credit.
type caption struct{ name, text string }

// captions returns those of elements and of the elements in them, each once.
func captions(elements map[string][]ext.Extension, depth int) []caption {
	var out []caption
	for _, name := range []string{"description", "credit", "content", "group"} {
		for _, element := range elements[name] {
			found := []caption{{name, element.Value}}
			if name == "content" || name == "group" {
				found = nil
				if depth > 0 {
					found = captions(element.Children, depth-1)
				}
			}
			for _, c := range found {
				if c.text != "" && !slices.Contains(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}
