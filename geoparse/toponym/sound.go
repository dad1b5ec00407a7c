package toponym

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/token"
)

// BySound returns the places with the same transliteration key whose vowels are similar too.
func (p *Annotated) BySound(written string, least float64) []gazetteer.Hit {
	var hits []gazetteer.Hit
	p.Step(1 + len(written)/token.BytesPerStep)
	for _, h := range p.Gaz.Sounding(written) {
		p.Step(1)
		if h.Quality >= least {
			hits = append(hits, h.Hit)
		}
	}
	if len(hits) == 0 {
		return p.byVariant(written)
	}
	return hits
}

// byVariant returns the places with a one-word name that differs in common spellings of vowels.
// It finds names with too few consonants for a key.
func (p *Annotated) byVariant(written string) []gazetteer.Hit {
	if token.ShapeOf(written) == token.Arabic {
		return nil
	}
	for _, variant := range spellings(gazetteer.Fold(written)) {
		if hits := p.Gaz.ByName(variant); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// vowels pairs the press's spellings of Arabic vowels with the gazetteers'.
var vowels = [...]struct{ press, formal string }{
	{"ei", "ay"}, {"ai", "ay"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"aa", "a"}, {"au", "aw"}, {"o", "u"}, {"e", "i"},
}

// spellings returns other spellings of a folded name: with the gazetteers' vowels, and their
// ending for tāʾ marbūṭa.
func spellings(folded string) []string {
	ended := folded
	for _, ending := range [...]string{"eh", "ah", "a", "e"} {
		if stem, ok := strings.CutSuffix(folded, ending); ok && len(stem) > 2 {
			ended = stem + "ah"
			break
		}
	}
	formal := ended
	for _, v := range vowels {
		formal = strings.ReplaceAll(formal, v.press, v.formal)
	}
	return []string{ended, formal, strings.TrimSuffix(formal, "h"), undoubled(strings.TrimSuffix(formal, "h"))}
}

// undoubled reduces double letters: Baramulla for Bāramūla.
func undoubled(word string) string {
	return string(slices.Compact([]byte(word)))
}

// The least Quality of a match by sound: in general, and if the text marks the bounds of the
// name.
const (
	MinSound      = 0.7
	MinSoundWhole = 0.75
)
