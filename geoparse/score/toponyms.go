package score

import (
	"math"
	"slices"
	"unicode"

	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// Ratio is precision and recall, with their harmonic mean.
type Ratio struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Toponyms are the scores of recognition and resolution.
type Toponyms struct {
	Documents       int     `json:"documents"`
	Gold            int     `json:"gold"`
	Predicted       int     `json:"predicted"`
	Strict          Ratio   `json:"strict"`
	Overlap         Ratio   `json:"overlap"`
	WithCoordinates int     `json:"with_coordinates"`    // gold names with coordinates
	Within161       float64 `json:"within_161_km"`       // share of them resolved within 161 km; missed ones count as wrong
	FoundWithin161  float64 `json:"found_within_161_km"` // the same over those whose span was found
	MeanKm          float64 `json:"mean_km"`             // over those resolved, as the next two
	MedianKm        float64 `json:"median_km"`
	AUC             float64 `json:"auc"`              // of ln(d+1)/ln(20039)
	WithTolerance   int     `json:"with_tolerance"`   // gold names with a tolerance of their own
	WithinTolerance float64 `json:"within_tolerance"` // share of them resolved within it
}

const (
	accuracyKm = 161   // 100 miles, the field's threshold
	worstKm    = 20039 // half the circumference of the Earth
)

// tally adds up scores over documents.
type tally struct {
	Toponyms
	exact, overGold, overPredicted int
	found, within, tolerated       int
	errors                         []float64
	needsCapital                   bool
}

// MeasureToponyms compares mentions with gold, document by document. With
// needsCapital, gold phrases without a capital letter ("the city") are optional.
func MeasureToponyms(gold []Document, mentions [][]geoparse.Mention, needsCapital bool) Toponyms {
	t := tally{needsCapital: needsCapital}
	for i := range gold {
		t.add(&gold[i], mentions[i])
	}
	return t.result(len(gold))
}

func (t *tally) add(d *Document, predicted []geoparse.Mention) {
	required, optional := t.split(d.Toponyms)
	matched := make([]bool, len(predicted))
	t.Gold += len(required)
	for _, g := range required {
		i := match(g, predicted)
		if i < 0 {
			t.resolve(g, nil)
			continue
		}
		if isExact(g, &predicted[i]) {
			t.exact++
		}
		t.overGold++
		matched[i] = true
		t.resolve(g, &predicted[i])
	}
	for i := range predicted {
		if matched[i] {
			t.overPredicted++
			t.Predicted++
		} else if !slices.ContainsFunc(optional, func(g Toponym) bool { return overlaps(g, &predicted[i]) }) {
			t.Predicted++
		}
	}
}

// split returns the required and the optional gold names, each span once.
func (t *tally) split(gold []Toponym) (required, optional []Toponym) {
	seen := map[[2]int]bool{}
	for _, g := range gold {
		span := [2]int{g.Start, g.End}
		if seen[span] {
			continue
		}
		seen[span] = true
		switch {
		case noGold(g.Type):
		case g.Optional || t.needsCapital && !slices.ContainsFunc([]rune(g.Phrase), unicode.IsUpper):
			optional = append(optional, g)
		default:
			required = append(required, g)
		}
	}
	return required, optional
}

// match returns the mention of a gold name: with the same span, else the first that overlaps it,
// else -1.
func match(g Toponym, predicted []geoparse.Mention) int {
	if i := slices.IndexFunc(predicted, func(m geoparse.Mention) bool { return isExact(g, &m) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(predicted, func(m geoparse.Mention) bool { return overlaps(g, &m) })
}

func isExact(g Toponym, m *geoparse.Mention) bool { return m.Start == g.Start && m.End == g.End }

func overlaps(g Toponym, m *geoparse.Mention) bool { return m.Start < g.End && g.Start < m.End }

func (t *tally) resolve(g Toponym, m *geoparse.Mention) {
	if g.Lat == nil {
		return
	}
	t.WithCoordinates++
	if g.TolKm != nil {
		t.WithTolerance++
	}
	if m == nil {
		return
	}
	t.found++
	if m.Place == nil {
		return
	}
	d := geo.Distance(orb.Point{*g.Lon, *g.Lat}, m.Place.Point)
	t.errors = append(t.errors, d)
	if d <= accuracyKm {
		t.within++
	}
	if g.TolKm != nil && d <= *g.TolKm {
		t.tolerated++
	}
}

func (t *tally) result(documents int) Toponyms {
	r := t.Toponyms
	r.Documents = documents
	r.Strict = ratio(t.exact, t.Predicted, t.exact, t.Gold)
	r.Overlap = ratio(t.overPredicted, t.Predicted, t.overGold, t.Gold)
	r.Within161 = share(t.within, t.WithCoordinates)
	r.FoundWithin161 = share(t.within, t.found)
	r.WithinTolerance = share(t.tolerated, t.WithTolerance)
	r.AUC = 1
	if n := len(t.errors); n > 0 {
		slices.Sort(t.errors)
		sum, area := 0.0, 0.0
		for _, d := range t.errors {
			sum += d
			area += math.Log(d+1) / math.Log(worstKm)
		}
		r.MeanKm, r.MedianKm, r.AUC = sum/float64(n), t.errors[n/2], area/float64(n)
	}
	return r
}

func ratio(hitsPredicted, predicted, hitsGold, gold int) Ratio {
	r := Ratio{Precision: share(hitsPredicted, predicted), Recall: share(hitsGold, gold)}
	if sum := r.Precision + r.Recall; sum > 0 {
		r.F1 = 2 * r.Precision * r.Recall / sum
	}
	return r
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
