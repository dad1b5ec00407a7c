package feed

import (
	"slices"

	ext "github.com/mmcdole/gofeed/extensions"
)

// media reads the media of an entry (Media RSS): for videos their description replaces the text;
// beside a text they are captions.
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

// maxMedia is how deeply captions are nested: groups have contents, and contents have
// descriptions.
const maxMedia = 3

// caption is the description or the credit of a picture or film.
type caption struct{ name, text string }

// captions appends the captions in elements and their children, down to a depth, without
// repetitions.
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
