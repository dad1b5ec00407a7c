package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

// option is a candidate: one place that a name may mean.
type option struct {
	ref          gazetteer.Ref
	place        *gazetteer.Place // shared by all options of the text
	ray          geo.Ray          // to place
	codes        *codes           // of the containers of place
	name         string
	overlaid     bool // the name is from another layer than the one that decides
	quality      float64
	known        float64      // how well known place is, 0..1
	outline      orb.Geometry // of a division or region that the text says something lies in; nil where none is known
	outlined     bool         // that was looked up
	holds        bool         // it holds a place that the text says it does
	overshadowed bool         // another place of that name is far better known
	shadowedHere bool         // and is in the same country
	byname       bool         // the place is hardly ever called by the name
	own          float64      // score by the name itself, without the rest of the text
	score        float64
	support      float64 // share of the text that is about its country
}

// options returns the candidates of a name, scored without context. A name repeated in the text
// is scored once.
func (res *Resolution) options(s *toponym.Toponym) []option {
	if s.Role == toponym.RoleNone || s.Role == toponym.RolePerson || s.Role == toponym.RoleOrganisation {
		return nil
	}
	res.Step(len(s.Hits))
	name := asName{s.Written, s.Class, res.ownClass(s), s.Role == toponym.RoleDemonym, s.Holder}
	before, known := res.weighed[name]
	if !known || !isSame(before.hits, s.Hits) {
		before = res.cache.weighed(name, s.Hits, func() []option { return res.weigh(s) })
		res.weighed[name] = before
	}
	return slices.Clone(before.options)
}

// weigh scores the candidates of a name without context. It must depend on nothing of the text
// but asName, as a Cache holds the result.
func (res *Resolution) weigh(s *toponym.Toponym) []option {
	byPlace := map[gazetteer.Ref]int{}
	var options []option
	for _, h := range s.Hits {
		q := 1.0
		if s.Role != toponym.RoleDemonym {
			q = gazetteer.Quality(s.Written, h.Name)
		}
		if i, seen := byPlace[h.Ref]; seen {
			if q > options[i].quality || q == options[i].quality && !h.Overlaid {
				options[i].quality, options[i].name, options[i].overlaid = q, h.Name, h.Overlaid
			}
			continue
		}
		byPlace[h.Ref] = len(options)
		options = append(options, option{ref: h.Ref, place: res.place(h.Ref), name: h.Name, overlaid: h.Overlaid, quality: q})
	}
	options = res.withDivisions(s, res.withoutUnlike(s, options))
	for i := range options {
		options[i].ray = geo.RayTo(options[i].place.Point)
		options[i].codes = codesOf(options[i].place)
		options[i].known = res.Gaz.Prominence(options[i].ref)
		options[i].own = res.ownScore(s, &options[i])
	}
	slices.SortFunc(options, byOwnScore)
	options = options[:min(len(options), maxHits)]
	res.overshadow(options)
	res.preferSeats(s, options)
	return options
}

// withoutUnlike drops rivers, regions and city quarters if the text calls the name a village.
func (res *Resolution) withoutUnlike(s *toponym.Toponym, options []option) []option {
	if res.Lex.Words[s.Class]&lexicon.Village == 0 {
		return options
	}
	return slices.DeleteFunc(options, func(o option) bool {
		return o.place.Kind == gazetteer.Quarter || o.place.Kind.Class() == 'H' || o.place.Kind == "L.RGN"
	})
}

func byOwnScore(a, b option) int {
	return cmp.Or(-cmp.Compare(a.own, b.own), -cmp.Compare(a.quality, b.quality), cmp.Compare(a.place.ID, b.place.ID))
}

func (res *Resolution) ownScore(s *toponym.Toponym, o *option) float64 {
	score := res.weights.known * o.known
	switch {
	case o.hasUsualName(), !o.overlaid && res.Gaz.Curated(o.ref) && !o.isShortened():
		score += res.weights.own
	case o.overlaid && res.Gaz.Curated(o.ref) && !res.isListed(o):
		score -= res.weights.unlisted
		o.byname = true
	case !o.isSpelling():
		score -= res.weights.dead * o.obscurity()
		o.byname = true
	}
	if res.hasUsualArabicName(o) && !res.Gaz.Curated(o.ref) {
		score += res.weights.own / 2
	}
	if o.place.Kind == "P.PPLA2" && res.Gaz.Curated(o.ref) && !o.byname {
		score += res.weights.own / 3 // a curated table, which takes namesakes into account
	}
	if o.place.Kind.IsGone() || o.quality == gazetteer.QualityArticle && token.ShapeOf(o.name) == token.Arabic {
		score -= res.weights.unlike
	}
	if fit := res.Lex.Fit(res.ownClass(s), o.place.Kind); fit > 0 {
		score += res.weights.class * fit
	} else if s.Holder && o.place.Kind == gazetteer.FirstDivision {
		score += res.weights.class / 2
	} else if o.place.Kind.IsDivision() {
		score -= res.weights.class / 4 // a bare name means the town
	}
	return score
}

// withDivisions adds divisions requested by a class word that have no name but that of their
// seat: "Ryazan region".
func (res *Resolution) withDivisions(s *toponym.Toponym, options []option) []option {
	if !res.Lex.Fits(s.Class, gazetteer.FirstDivision) || slices.ContainsFunc(options, func(o option) bool { return o.place.Kind == gazetteer.FirstDivision }) {
		return options
	}
	for _, o := range options {
		if r, ok := res.Gaz.Division(toponym.DivisionOf(o.place)); ok && toponym.IsSeat(o.place.Kind) && res.ShareName(r, o.place) {
			options = append(options, option{ref: r, place: res.place(r), name: o.name, quality: o.quality})
		}
	}
	return options
}

// preferSeats ranks a division below its seat of the same name, and a country below the capital
// of another: without a class word the name means the town. عمان is Amman rather than Oman,
// which is called a sultanate.
func (res *Resolution) preferSeats(s *toponym.Toponym, options []option) {
	if res.Lex.Fits(res.ownClass(s), gazetteer.FirstDivision) || s.Holder {
		return
	}
	changed := false
	for i := range options {
		o := &options[i]
		isSeatHere := func(q option) bool {
			return q.quality >= o.quality-0.1 && q.place.Country == o.place.Country && q.place.Admin1 == o.place.Admin1 && res.isNamesake(&q, o.place)
		}
		isCapitalElsewhere := func(q option) bool {
			return q.place.Kind == gazetteer.Capital && q.quality >= o.quality-0.1 && q.place.Country != o.place.Country
		}
		if o.place.Kind.IsDivision() && slices.ContainsFunc(options, isSeatHere) ||
			o.place.Kind.IsCountry() && slices.ContainsFunc(options, isCapitalElsewhere) {
			o.own -= res.weights.seat
			changed = true
		}
	}
	if changed {
		slices.SortFunc(options, byOwnScore)
	}
}

// isSomeSeat reports whether a kind is a seat of a first- or second-level division.
func isSomeSeat(k gazetteer.Kind) bool { return toponym.IsSeat(k) || k == "P.PPLA2" }

// namesakePeople is the population above which a town that is not a seat gives its name to the
// division around it.
const namesakePeople = 50_000

// isNamesake reports whether a bare name shared by a town and its division means the town: the
// town is the seat, or large, or in a curated table, such as Sennar, which is no longer the seat of
// Sennar.
func (res *Resolution) isNamesake(town *option, division *gazetteer.Place) bool {
	switch {
	case town.place.Kind.Class() != 'P' || town.byname:
		return false
	case toponym.IsSeat(town.place.Kind), division.Kind == gazetteer.SecondDivision && isSomeSeat(town.place.Kind):
		return true
	}
	return town.hasUsualName() && (town.place.Population >= namesakePeople || res.Gaz.Curated(town.ref))
}

// hasUsualName reports whether the matching name is the usual one, with or without a class word:
// Idlib, for Idlib Governorate.
func (o *option) hasUsualName() bool {
	if o.quality < gazetteer.QualityArticle {
		return false
	}
	usual, _, _ := strings.Cut(o.place.Name, ",") // Washington, D.C.
	name, usual := gazetteer.Fold(o.name), gazetteer.Fold(usual)
	return name == usual || o.place.Kind.IsDivision() && strings.HasPrefix(usual, name+" ")
}

// hasUsualArabicName reports whether the matching name is the place's first in Arabic script,
// with or without article: the later ones in gazetteers are often those of its neighbours.
func (res *Resolution) hasUsualArabicName(o *option) bool {
	return token.ShapeOf(o.name) == token.Arabic && o.quality >= gazetteer.QualityMarks && res.Gaz.NameIn(o.ref, unicode.Arabic) == o.name
}

// isShortened reports whether the matching name is only the beginning of the usual one: New
// York, for New York City.
func (o *option) isShortened() bool {
	return o.place.Kind.Class() == 'P' && strings.HasPrefix(gazetteer.Fold(o.place.Name), gazetteer.Fold(o.name)+" ")
}

// isSpelling reports whether the matching name, in Latin letters, is a variant spelling of the
// usual one; names in other scripts always count as such.
func (o *option) isSpelling() bool {
	return token.ShapeOf(o.name) == token.Arabic || gazetteer.Quality(o.name, o.place.Name) >= toponym.MinSound
}

// obscurity falls from 1 for a village to 0 for a city of a million: cities have names in many
// languages, whereas other names of villages are mostly obsolete (Athens, of Lemont in
// Illinois).
func (o *option) obscurity() float64 {
	return max(0, 6-math.Log10(float64(o.place.Population)+1)) / 6
}

// isListed reports whether the curated table of a place lists the matching name, in any
// spelling.
func (res *Resolution) isListed(o *option) bool {
	return slices.ContainsFunc(res.Gaz.Names(o.ref), func(name string) bool { return gazetteer.Quality(o.name, name) >= toponym.MinSound })
}

// ownClass returns the class word next to a name, else the one at its end: "sea" for Red Sea.
func (res *Resolution) ownClass(s *toponym.Toponym) string {
	if s.Class != "" || s.First == s.Last || res.Words[s.Last]&lexicon.Class == 0 {
		return s.Class
	}
	return res.Tokens[s.Last].Fold
}
