package gazetteer

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Qualities of a match between a written form and a name. They are for ordering only.
const (
	qualitySame     = 1.00 // except for case
	QualityMarks    = 0.98 // except for diacritics, apostrophes, hyphens
	QualityArticle  = 0.92 // except for the article
	qualitySound    = 0.85 // same transliteration key, nearly the same vowels
	QualityScript   = 0.70 // same key across scripts, where vowels can't be compared
	qualityFarSound = 0.50 // same key, different vowels
	qualityFuzzy    = 0.60 // less per edit
)

// Quality returns how close the written form is to a name of a place, from 0 to 1.
func Quality(written, name string) float64 {
	if strings.EqualFold(written, name) {
		return qualitySame
	}
	w, n := Fold(written), Fold(name)
	if w == n || isArabic(written) && isArabic(name) { // whose vowel marks may hide an article
		switch {
		case bare(written) == bare(name):
			return QualityMarks
		case w == n:
			return QualityArticle
		}
	}
	if k := keyOfFolded(w); k != 0 && k == keyOfFolded(n) {
		if isArabic(written) != isArabic(name) {
			return QualityScript
		}
		return qualityFarSound + (qualitySound-qualityFarSound)*likeness(w, n)
	}
	return qualityFuzzy * likeness(w, n)
}

// bare is name in lower case without diacritics, apostrophes and hyphens, but with its articles.
func bare(name string) string {
	if isPlain(name) {
		return barePlain(name)
	}
	return bareAny(name)
}

func bareAny(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		switch {
		case r == '-' || r == '\u2010' || r == '\u2011':
			b.WriteByte(' ')
		default:
			if f := foldRune(r); f != 0 {
				b.WriteRune(unicode.ToLower(f))
			}
		}
	}
	return b.String()
}

// barePlain is bare for plain names.
func barePlain(name string) string {
	b := make([]byte, 0, len(name))
	for i := range len(name) {
		switch c := name[i]; {
		case c == '-':
			b = append(b, ' ')
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c != '\'' && c != '`' && c != 0:
			b = append(b, c)
		}
	}
	return string(b)
}

// likeness is 1 for equal strings and falls to 0 with their edit distance.
func likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	n := max(len(x), len(y))
	if n == 0 {
		return 1
	}
	return 1 - float64(editDistance(x, y))/float64(n)
}

// editDistance is the Levenshtein distance.
func editDistance(a, b []rune) int {
	row, next := firstRow(len(b)), make([]int, len(b)+1)
	for _, r := range a {
		row, next = nextRow(next, row, r, b), row
	}
	return row[len(b)]
}

// firstRow and nextRow are rows of Levenshtein's table: the distances of what has been read to
// every prefix of target. nextRow fills next.
func firstRow(n int) []int {
	row := make([]int, n+1)
	for i := range row {
		row[i] = i
	}
	return row
}

func nextRow(next, row []int, r rune, target []rune) []int {
	next[0] = row[0] + 1
	for i, t := range target {
		cost := 1
		if t == r {
			cost = 0
		}
		next[i+1] = min(row[i+1]+1, next[i]+1, row[i]+cost)
	}
	return next
}

// small is the population below which a first-level division or a capital is hardly known
// abroad, as municipalities of some small countries and seats of some islands.
const small = 100_000

// Prominence returns how well known a place is, from 0 to 1: what readers take a bare name for
// without further evidence.
func (g *Gazetteer) Prominence(r Ref) float64 {
	x := g.layers[r.layer()]
	return prominence(x.kind(r.place()), x.population(r.place()), g.Curated(r))
}

func (p *Place) prominence(curated bool) float64 { return prominence(p.Kind, p.Population, curated) }

func prominence(kind Kind, population int, curated bool) float64 {
	size := math.Log10(float64(population)+1) / 8
	floor := 0.0
	switch {
	case kind == Continent:
		floor = 1
	case kind.IsCountry():
		floor = 0.85
	case kind == Capital && (population == 0 || population >= small):
		floor = 0.75
	case kind == Capital, kind == FirstDivision && (population >= small || curated):
		floor = 0.55
	case curated:
		floor = 0.45
	}
	return min(1, max(size, floor+size/10))
}

// Curated reports whether the place is in a hand-written table, or is one of the user's own: it
// is there because the news mention it.
func (g *Gazetteer) Curated(r Ref) bool {
	return r.layer() == 0 && len(g.layers) > 1 || g.own > 0 && r.layer() == g.own
}
