package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Ukrainian, Belarusian and Russian names are romanised in several ways; the gazetteer often holds
// one, and recent news write another: Energodar and Enerhodar, Berdyansk and Berdiansk.

// respellings pairs spellings in the news with those in older tables. The digraphs kh, zh, sh
// and ch keep their h.
var respellings = [...]struct{ news, table string }{
	{"h", "g"}, {"ia", "ya"}, {"iu", "yu"}, {"ie", "ye"}, {"ai", "ay"}, {"e$", "o$"},
}

// respelledCountries are the countries to whose names they apply.
var respelledCountries = []string{"UA", "BY", "RU"}

// minRespelled is the minimum length of a name that is looked up in other spellings.
const minRespelled = 6

// spotRespelled finds a one-word name by other romanisations.
func (r *Recogniser) spotRespelled(i int) (toponym.Toponym, bool) {
	t := &r.Tokens[i]
	if t.Shape != token.Capital || r.Words[i] != 0 || len(t.Fold) < minRespelled || t.NewSentence && r.IsLowered(t.Fold) {
		return toponym.Toponym{}, false
	}
	s := toponym.Toponym{First: i, Last: i, Start: t.Start, End: t.End, Exact: true}
	for _, spelling := range respelled(t.Fold) {
		hits := slices.DeleteFunc(r.Gaz.ByName(spelling), func(h gazetteer.Hit) bool {
			return !slices.Contains(respelledCountries, r.Gaz.Country(h.Ref))
		})
		if len(hits) > 0 {
			s.Hits, s.Written = hits, spelling
			return s, true
		}
	}
	return toponym.Toponym{}, false
}

// respelled returns a word with every combination of applicable respellings, the fewest first,
// without the word itself.
func respelled(word string) []string {
	spellings := []string{protectDigraphs(word) + "$"}
	for _, r := range respellings {
		for _, spelling := range spellings {
			if other := strings.ReplaceAll(spelling, r.news, r.table); other != spelling {
				spellings = append(spellings, other)
			}
		}
	}
	for i, spelling := range spellings {
		spellings[i] = strings.ReplaceAll(strings.TrimSuffix(spelling, "$"), "ħ", "h")
	}
	return spellings[1:]
}

// protectDigraphs marks the h of kh, zh, sh and ch, which is not a letter of its own.
func protectDigraphs(word string) string {
	return digraphs.Replace(word)
}

var digraphs = strings.NewReplacer("kh", "kħ", "zh", "zħ", "sh", "sħ", "ch", "cħ")
