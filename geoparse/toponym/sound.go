package toponym

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/token"
)

// BySound returns the places with the written name's transliteration key that
// are like it in its vowels too.
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

// byVariant returns the places that have a name of one word in another usual
// spelling of its vowels. Names with too few consonants for a key are found so.
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

// vowels are the press's ways to write Arabic vowels, and the gazetteers'.
var vowels = [...]struct{ press, formal string }{
	{"ei", "ay"}, {"ai", "ay"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"aa", "a"}, {"au", "aw"}, {"o", "u"}, {"e", "i"},
}

// spellings returns other spellings of a folded name: with the gazetteers'
// vowels, and with the ending that they give to tāʾ marbūṭa.
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

// undoubled writes each pair of equal letters once: Baramulla, of Bāramūla.
func undoubled(word string) string {
	return string(slices.Compact([]byte(word)))
}

// The least Quality at which a name found by sound is considered, and one of which
// the text shows how far it goes.
const (
	MinSound      = 0.7
	MinSoundWhole = 0.75
)
