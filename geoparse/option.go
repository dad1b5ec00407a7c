package geoparse

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"dateline/gazetteer"
	"dateline/geo"
)

// option is one place that a name may mean.
type option struct {
	ref          gazetteer.Ref
	place        *gazetteer.Place // held once for the whole text
	ray          geo.Ray          // to place
	name         string
	below        bool // the name is not that of the layer which decides
	quality      float64
	holds        bool    // it holds a place that the text says it does
	overshadowed bool    // another place so called is far better known
	own          float64 // score by the name itself, without the rest of the text
	score        float64
}

// asName is what the options of a name depend on, beside its hits.
type asName struct {
	written, class, ownClass string
	demonym                  bool
}

// weighed are the options of a name that was found with the hits.
type weighed struct {
	hits    []gazetteer.Hit
	options []option
}

// options scores the places a name can mean by the name itself. A name that the
// text repeats is scored once.
func (p *parse) options(s *spotted) []option {
	if s.role == roleNone || s.role == rolePerson || s.role == roleOrg {
		return nil
	}
	p.step(len(s.hits))
	name := asName{s.written, s.class, p.ownClass(s), s.role == RoleDemonym}
	before, known := p.weighed[name]
	if !known || !slices.Equal(before.hits, s.hits) {
		before = weighed{s.hits, p.weigh(s)}
		p.weighed[name] = before
	}
	return slices.Clone(before.options)
}

// weigh scores the places a name can mean by the name itself.
func (p *parse) weigh(s *spotted) []option {
	byPlace := map[gazetteer.Ref]int{}
	var options []option
	for _, h := range s.hits {
		q := 1.0
		if s.role != RoleDemonym {
			q = gazetteer.Quality(s.written, h.Name)
		}
		if i, seen := byPlace[h.Ref]; seen {
			if q > options[i].quality || q == options[i].quality && !h.Below {
				options[i].quality, options[i].name, options[i].below = q, h.Name, h.Below
			}
			continue
		}
		byPlace[h.Ref] = len(options)
		options = append(options, option{ref: h.Ref, place: p.place(h.Ref), name: h.Name, below: h.Below, quality: q})
	}
	options = p.withDivisions(s, p.withoutUnlike(s, options))
	for i := range options {
		options[i].ray = geo.RayTo(options[i].place.Point)
		options[i].own = p.ownScore(s, &options[i])
	}
	slices.SortFunc(options, byOwnScore)
	options = options[:min(len(options), maxHits)]
	overshadow(options)
	p.preferSeats(s, options)
	return options
}

// withoutUnlike drops what can be no village where the text calls a name one:
// rivers and the quarters of cities.
func (p *parse) withoutUnlike(s *spotted, options []option) []option {
	if p.lex.words[s.class]&isVillage == 0 {
		return options
	}
	return slices.DeleteFunc(options, func(o option) bool {
		return o.place.Kind == gazetteer.Quarter || o.place.Kind.Class() == 'H'
	})
}

func byOwnScore(a, b option) int {
	return cmp.Or(-cmp.Compare(a.own, b.own), -cmp.Compare(a.quality, b.quality), cmp.Compare(a.place.ID, b.place.ID))
}

func (p *parse) ownScore(s *spotted, o *option) float64 {
	score := p.weights.known * p.gaz.Prominence(o.ref)
	switch {
	case o.hasUsualName(), !o.below && p.gaz.Curated(o.ref) && !o.isShortened():
		score += p.weights.own
	case o.below && p.gaz.Curated(o.ref) && !p.isListed(o):
		score -= p.weights.unlisted
	case !o.isSpelling():
		score -= p.weights.dead * o.obscurity()
	}
	if p.hasUsualArabicName(o) && !p.gaz.Curated(o.ref) {
		score += p.weights.own / 2
	}
	if o.place.Kind.IsGone() || o.quality == gazetteer.QualityArticle && shapeOf(o.name) == arabic {
		score -= p.weights.unlike
	}
	if fit := p.lex.fit(p.ownClass(s), o.place.Kind); fit > 0 {
		score += p.weights.class * fit
	} else if s.holder && o.place.Kind == gazetteer.FirstDivision {
		score += p.weights.class / 2
	} else if o.place.Kind.IsDivision() {
		score -= p.weights.class / 4 // a bare name is the town
	}
	if s.class == "" && o.quality >= gazetteer.QualityMarks && (o.place.Kind.IsCountry() || o.place.Kind == gazetteer.Continent) {
		score += p.weights.land // a country's name is not a village's
	} else if s.class == "" && o.place.Kind.Class() == 'L' && p.gaz.Curated(o.ref) && o.quality >= gazetteer.QualityMarks {
		score += p.weights.land / 2
	}
	return score
}

// A place is overshadowed by one of its name that is a capital, or a city of so
// many people and so many times as large. What the text says around it then
// counts only in part, unless the text names the division that it lies in.
const (
	overshadowFrom    = 500_000
	overshadowSeat    = 150_000 // of the seat of a first-level division
	overshadowTimes   = 8
	overshadowedShare = 0.3
)

// overshadow notes which of the options are overshadowed by another.
func overshadow(options []option) {
	largest, capital := 0, false
	for i := range options {
		if place := options[i].place; place.Kind.Class() == 'P' && options[i].quality >= gazetteer.QualityArticle {
			if place.Population >= overshadowFrom || place.Kind == "P.PPLA" && place.Population >= overshadowSeat {
				largest = max(largest, place.Population)
			}
			capital = capital || place.Kind == gazetteer.Capital
		}
	}
	for i := range options {
		place := options[i].place
		options[i].overshadowed = place.Kind.Class() == 'P' && place.Kind != gazetteer.Capital &&
			(capital || largest > 0 && place.Population <= largest/overshadowTimes)
	}
}

// withDivisions adds the divisions that a class word calls for and that have no
// name of their own but their seat's: "Ryazan region".
func (p *parse) withDivisions(s *spotted, options []option) []option {
	if !p.lex.fits(s.class, gazetteer.FirstDivision) || slices.ContainsFunc(options, func(o option) bool { return o.place.Kind == gazetteer.FirstDivision }) {
		return options
	}
	for _, o := range options {
		if r, ok := p.gaz.Division(divisionOf(o.place)); ok && isSeat(o.place.Kind) && p.shareName(r, o.place) {
			options = append(options, option{ref: r, place: p.place(r), name: o.name, quality: o.quality})
		}
	}
	return options
}

// preferSeats takes a division behind the town of its name that it is ruled
// from: without a word for it a name is the town's.
func (p *parse) preferSeats(s *spotted, options []option) {
	if p.lex.fits(p.ownClass(s), gazetteer.FirstDivision) || s.holder {
		return
	}
	changed := false
	for i := range options {
		o := &options[i]
		isSeatHere := func(q option) bool {
			return isSeat(q.place.Kind) && q.quality >= o.quality-0.1 && q.place.Country == o.place.Country && q.place.Admin1 == o.place.Admin1
		}
		if o.place.Kind.IsDivision() && slices.ContainsFunc(options, isSeatHere) {
			o.own -= p.weights.seat
			changed = true
		}
	}
	if changed {
		slices.SortFunc(options, byOwnScore)
	}
}

// isSeat reports whether a kind is that of the seat of a country or first-level
// division.
func isSeat(k gazetteer.Kind) bool { return k == gazetteer.Capital || k == "P.PPLA" }

// hasUsualName reports whether the name that matched is the one that the place
// goes by, with or without its class word: Idlib, of Idlib Governorate.
func (o *option) hasUsualName() bool {
	if o.quality < gazetteer.QualityArticle {
		return false
	}
	usual, _, _ := strings.Cut(o.place.Name, ",") // Washington, D.C.
	name, usual := gazetteer.Fold(o.name), gazetteer.Fold(usual)
	return name == usual || o.place.Kind.IsDivision() && strings.HasPrefix(usual, name+" ")
}

// hasUsualArabicName reports whether the name that matched is the first of the
// place's in Arabic script, with its article or without: what gazetteers add behind
// are often its neighbours'.
func (p *parse) hasUsualArabicName(o *option) bool {
	return shapeOf(o.name) == arabic && o.quality >= gazetteer.QualityMarks && p.gaz.NameIn(o.ref, unicode.Arabic) == o.name
}

// isShortened reports whether the name that matched is only the beginning of
// the usual one: the New York of New York City.
func (o *option) isShortened() bool {
	return o.place.Kind.Class() == 'P' && strings.HasPrefix(gazetteer.Fold(o.place.Name), gazetteer.Fold(o.name)+" ")
}

// isSpelling reports whether the name that matched, in Latin letters, is but
// another spelling of the usual one; names in other scripts all count as such.
func (o *option) isSpelling() bool {
	return shapeOf(o.name) == arabic || gazetteer.Quality(o.name, o.place.Name) >= minSound
}

// obscurity falls from 1 for a village to 0 for a city of a million: a city has
// names of its own in many languages, the other names of a village are mostly
// dead ones (Athens, of Lemont in Illinois).
func (o *option) obscurity() float64 {
	return max(0, 6-math.Log10(float64(o.place.Population)+1)) / 6
}

// isListed reports whether the table that a place stands in lists the name that
// matched, in some spelling.
func (p *parse) isListed(o *option) bool {
	return slices.ContainsFunc(p.gaz.Names(o.ref), func(name string) bool { return gazetteer.Quality(o.name, name) >= minSound })
}

// ownClass returns the class word beside a name, else the one that the name
// itself ends in: the sea of Red Sea.
func (p *parse) ownClass(s *spotted) string {
	if s.class != "" || s.first == s.last || p.words[s.last]&isClass == 0 {
		return s.class
	}
	return p.tokens[s.last].fold
}
