package read

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"dateline/cmd/dateline/cli"
	"dateline/document"
	"dateline/gazetteer"
)

// Limits of the hint.
const (
	hintMentions  = 3 // in a text, at least
	hintCountries = 3 // named, most frequent first
)

// villageHints counts the texts about countries whose villages are not installed. It is safe for
// concurrent use.
type villageHints struct {
	gazetteer *gazetteer.Gazetteer

	mu    sync.Mutex
	texts map[string]int // by country code; -1 if its villages are installed
}

// note records the country of a text.
func (v *villageHints) note(d *document.Document) {
	if d.Focus == nil || d.Focus.Country == "" || len(d.Mentions) < hintMentions {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	country := d.Focus.Country
	n, known := v.texts[country]
	switch {
	case !known && v.texts == nil:
		v.texts = map[string]int{}
		fallthrough
	case !known:
		if n = 1; v.gazetteer.HasVillages(country) {
			n = -1
		}
		v.texts[country] = n
	case n > 0:
		v.texts[country]++
	}
}

// print prints which villages are missing, and how to install them.
func (v *villageHints) print(say *cli.Console) {
	codes := slices.SortedFunc(maps.Keys(v.texts), func(a, b string) int {
		return cmp.Or(cmp.Compare(v.texts[b], v.texts[a]), strings.Compare(a, b))
	})
	var names []string
	for _, code := range codes[:min(len(codes), hintCountries)] {
		if v.texts[code] < 0 {
			break
		}
		name := code
		if r, ok := v.gazetteer.Division(code); ok {
			name = v.gazetteer.Place(r).Name
		}
		names = append(names, name)
	}
	if len(names) > 0 {
		say.Say("the villages of %s are not installed; to find them too: dateline gazetteer import %s",
			strings.Join(names, ", "), strings.Join(codes[:len(names)], " "))
	}
}
