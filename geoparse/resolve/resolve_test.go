package resolve

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

// resolved reads a text up to the resolution of its names.
func resolved(t testing.TB, source string) *Resolution {
	t.Helper()
	return Resolve(geoparsetest.Classified(t, source), Settings{Weights: DefaultWeights(), Places: Places{}})
}

// nameOf returns the last name written so, -1 for none.
func nameOf(r *Resolution, written string) int {
	last := -1
	for i := range r.Names {
		if r.Source[r.Names[i].Start:r.Names[i].End] == written {
			last = i
		}
	}
	return last
}

// where writes the place of a name: "Hama/SY P", "Idlib Governorate/SY A", "-".
func where(r *Resolution, written string) string {
	i := nameOf(r, written)
	if i < 0 {
		return "no name"
	}
	place := r.Taken(i)
	switch {
	case place != nil:
		return fmt.Sprintf("%s/%s %c", place.Name, place.Country, place.Kind.Class())
	case r.Within(i) != nil:
		return "in " + r.Within(i).Name
	}
	return "-"
}

type placeTest struct{ name, text, written, want string }

func testPlaces(t *testing.T, tests []placeTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := where(resolved(t, tt.text), tt.written); got != tt.want {
				t.Errorf("%s: %s is %s, want %s", tt.text, tt.written, got, tt.want)
			}
		})
	}
}

func TestTheNameAlone(t *testing.T) {
	testPlaces(t, []placeTest{
		{"the best known", "He flew to Paris.", "Paris", "Paris/FR P"},
		{"the town before its division", "He drove to Hama.", "Hama", "Hama/SY P"},
		{"a country before a village", "He drove to Lebanon.", "Lebanon", "Lebanon/LB A"},
		{"a class word", "He drove to Hama Governorate.", "Hama Governorate", "Hama Governorate/SY A"},
		{"a class word before", "The governorate of Hama is quiet.", "Hama", "Hama Governorate/SY A"},
		{"what lies in it", "Towns in Idlib were hit.", "Idlib", "Idlib Governorate/SY A"},
		{"the same in arabic", "قصفت القرى المحررة في إدلب.", "إدلب", "Idlib Governorate/SY A"},
		{"an adjective is its country", "Syrian doctors left.", "Syrian", "Syria/SY A"},
	})
}

func TestTheNeighboursDecide(t *testing.T) {
	testPlaces(t, []placeTest{
		{"near others", "Richmond, Hounslow and Ealing voted.", "Richmond", "Richmond/GB P"},
		{"a capital before a county abroad", "Wellington and Canberra sent help.", "Wellington", "Wellington/NZ P"},
		{"a city that two tables know", "حادث على طريق صيدا صور.", "صيدا", "Sidon/LB P"},
		{"far from them", "Richmond, Norfolk and Roanoke voted.", "Richmond", "Richmond/US P"},
		{"a state that holds the others", "Georgia was hit by storms from Atlanta to Savannah and Macon.", "Georgia", "Georgia/US A"},
		{"a country beside its neighbours", "Georgia, Armenia and Azerbaijan signed it.", "Georgia", "Georgia/GE A"},
		{"one sense a text", "He left Alexandria, Virginia. In Alexandria it rained.", "Alexandria", "Alexandria/US P"},
	})
}

func TestTheTextSaysWhere(t *testing.T) {
	testPlaces(t, []placeTest{
		{"behind a comma", "She left Cairo for Alexandria, Virginia.", "Alexandria", "Alexandria/US P"},
		{"in", "She lives in Paris in Texas.", "Paris", "Paris/US P"},
		{"possessive", "Lebanon's Tripoli was hit.", "Tripoli", "Tripoli/LB P"},
		{"adjective and class word", "The Lebanese city of Tripoli was hit.", "Tripoli", "Tripoli/LB P"},
		{"countryside in arabic", "قصف الطيران كفرزيتا بريف حماة.", "كفرزيتا", "Kafr Zita/SY P"},
		{"known nowhere there", "The village of Zalqatunah in Hama province was hit.", "Zalqatunah", "in Hama Governorate"},
	})
}

// TestRounds: the second round resolves Franklin to West Virginia once Hillsboro, listed with it,
// is.
func TestRounds(t *testing.T) {
	r := resolved(t, "Schools in Lewisburg, Hillsboro and Franklin closed. So did those of Marlinton.")
	if i := nameOf(r, "Franklin"); i < 0 || r.Taken(i) == nil || r.Taken(i).Admin1 != "WV" {
		t.Errorf("Franklin is %s", where(r, "Franklin"))
	}
}

// TestContainment: the relation of two names by the words between them.
func TestContainment(t *testing.T) {
	for _, tt := range []struct {
		text string
		want relation
	}{
		{"Morek in Hama province fell.", lyingIn},
		{"Morek, in Hama province, fell.", lyingIn},
		{"Morek, a village in northern Hama, fell.", lyingIn},
		{"Morek within Hama fell.", lyingIn},
		{"Morek near Hama fell.", lyingBy},
		{"Morek, close to Hama, fell.", lyingBy},
		{"Morek, outside Hama, fell.", lyingBy},
		{"Morek, north of Hama, fell.", lyingBy},
		{"Morek, Hama fell.", followed},
		{"Morek and Latamneh in Hama fell.", listedIn},
		{"Morek and Hama fell.", unrelated},
		{"Morek. In Hama they slept.", unrelated},
		{"Morek fell; Hama stood.", unrelated},
		{"Morek was taken from Hama.", unrelated},
		{"مورك بريف حماة سقطت.", lyingIn},
		{"مورك في محافظة حماة سقطت.", lyingIn},
		{"مورك شمال حماة سقطت.", lyingBy},
		{"مورك قرب حماة سقطت.", lyingBy},
		{"مورك وحماة سقطتا.", unrelated},
	} {
		r := resolved(t, tt.text)
		if len(r.containers) == 0 {
			t.Errorf("%s: no names", tt.text)
		} else if got := r.containers[0].relation; got != tt.want {
			t.Errorf("%s: relation %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestCredible(t *testing.T) {
	for _, tt := range []struct {
		name, text, written string
		want                bool
	}{
		{"well known", "He flew to Chicago.", "Chicago", true},
		{"a village with a class word", "He drove to the village of Morek.", "Morek", true},
		{"a village among its neighbours", "Morek, Kafr Zita and Latamneh in Hama fell.", "Latamneh", true},
		{"a village far from all", "Talks in Paris, Berlin and Rome; Morek agreed.", "Morek", false},
		{"by its sound among its neighbours", "Shells hit Ltaminna, Morek and Kafr Zita in Hama.", "Ltaminna", true},
		{"by its sound alone", "They flew to Lincoln. Talks with Ltaminna failed.", "Ltaminna", false},
		{"an arabic word of everyday", "تحدث مع سلمى أمس.", "سلمى", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := resolved(t, tt.text)
			i := nameOf(r, tt.written)
			if i < 0 {
				if tt.want {
					t.Fatal("not found")
				}
				return
			}
			if got := r.Taken(i) != nil && r.IsCredible(i); got != tt.want {
				t.Errorf("credible: %v, taken for %s", got, where(r, tt.written))
			}
		})
	}
}

// TestConfidence: what raises the confidence in a place.
func TestConfidence(t *testing.T) {
	for _, tt := range []struct{ name, surer, text, written string }{
		{"neighbours", "Morek, Kafr Zita and Latamneh were hit.", "Morek was hit.", "Morek"},
		{"what it lies in", "Tripoli, Lebanon, was hit.", "Tripoli was hit.", "Tripoli"},
		{"its country", "In Syria, Homs and Aleppo, Idlib too.", "In France, Lyon and Paris, Idlib too.", "Idlib"},
		{"by its sound at home", "They left Damascus for Harirra.", "They left Erbil for Harirra.", "Harirra"},
		{"its own name", "Latamneh and Morek were hit in Hama.", "Ltaminna and Morek were hit in Hama.", "Morek"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := resolved(t, tt.surer), resolved(t, tt.text)
			i, j := nameOf(a, tt.written), nameOf(b, tt.written)
			if i < 0 || j < 0 || a.Taken(i) == nil || b.Taken(j) == nil {
				t.Fatal("not found")
			}
			if x, y := a.Confidence(i), b.Confidence(j); x < y || tt.name != "its own name" && x == y {
				t.Errorf("%.2f in %q, %.2f in %q", x, tt.surer, y, tt.text)
			}
		})
	}
}

// TestConfidenceIsCalibrated: the intercept and the weights of the fit (docs/accuracy.md). Changing
// one of them requires a new fit.
func TestConfidenceIsCalibrated(t *testing.T) {
	for _, tt := range []struct {
		text, written string
		want          float64
	}{
		{"Paris.", "Paris", 0.79}, {"Springfield voted.", "Springfield", 0.38}, {"Syria and Turkey talked.", "Syria", 0.97},
		{"Shells hit Kafr Ruma.", "Kafr Ruma", 0.70}, {"Shells hit Morek.", "Morek", 0.70}, {"Shells hit Saraqib.", "Saraqib", 0.96},
		{"Aleppo, Homs and Hama in Syria.", "Homs", 0.99}, {"In France, Lyon and Nice, then Homs.", "Homs", 0.64}, {"Tripoli, Lebanon, was hit.", "Tripoli", 0.99},
		{"Chicago, Boston and Lincoln voted.", "Lincoln", 0.57}, {"Aleppo, Homs and Marcq-en-Baroeul signed it.", "Marcq-en-Baroeul", 0.50},
		{"The Cauca river flooded.", "Cauca", 0.50}, {"Mount Tolima erupted.", "Tolima", 0.50}, {"The Cauca department flooded.", "Cauca", 0.88},
	} {
		r := resolved(t, tt.text)
		i := nameOf(r, tt.written)
		if i < 0 || r.Taken(i) == nil {
			t.Errorf("%s: not found", tt.text)
			continue
		}
		if got := r.Confidence(i); math.Abs(got-tt.want) > 0.03 {
			t.Errorf("%s: confidence %.2f, want %.2f", tt.text, got, tt.want)
		}
	}
}

func TestSamePlace(t *testing.T) {
	at := func(id, country string, km float64) *gazetteer.Place {
		return &gazetteer.Place{ID: id, Country: country, Point: orb.Point{36.7, 35 + km/111.2}}
	}
	for _, tt := range []struct {
		name string
		b    *gazetteer.Place
		want bool
	}{
		{"itself", at("a", "SY", 0), true}, {"its division", at("b", "SY", 10), true}, {"near", at("b", "SY", 14), true},
		{"another town", at("b", "SY", 17), false}, {"far", at("b", "SY", 100), false}, {"over the border", at("b", "TR", 1), false},
	} {
		if got := toponym.SamePlace(at("a", "SY", 0), tt.b); got != tt.want {
			t.Errorf("%s: the same place: %v", tt.name, got)
		}
	}
}

func TestCandidates(t *testing.T) {
	r := resolved(t, "He flew to Paris.")
	list := r.Candidates(nameOf(r, "Paris"))
	if len(list) < 2 || len(list) > maxCandidates || list[0].Place != r.Taken(nameOf(r, "Paris")) {
		t.Fatalf("%d candidates", len(list))
	}
	for i, c := range list {
		if c.Score < 0 || c.Score > 1 || i > 0 && c.Score > list[i-1].Score {
			t.Errorf("candidate %d has a score of %v", i, c.Score)
		}
		if math.Round(1000*c.Score) != 1000*c.Score && math.Abs(math.Round(1000*c.Score)-1000*c.Score) > 1e-6 {
			t.Errorf("%v has more than three digits", c.Score)
		}
	}
}

func TestReason(t *testing.T) {
	for _, tt := range []struct{ text, written, want string }{
		{"Shells hit the village of Morek in Hama.", "Morek", "called a village"},
		{"Tripoli, Lebanon, was hit.", "Tripoli", "named with what it lies in"},
		{"Syrian doctors left.", "Syrian", "a people or their adjective"},
		{"Shells hit Ltaminna, Morek and Kafr Zita in Hama.", "Ltaminna", "sounds like"},
		{"He flew to Chicago.", "Chicago", "well known"},
	} {
		r := resolved(t, tt.text)
		if i := nameOf(r, tt.written); i < 0 || r.Taken(i) == nil || !strings.Contains(r.Reason(i), tt.want) {
			t.Errorf("%s: no %q", tt.text, tt.want)
		}
	}
}

func TestCountrySupport(t *testing.T) {
	r := resolved(t, "Homs, Hama and Aleppo in Syria, and one in Paris, France.")
	sum := 0.0
	for _, share := range r.Support {
		sum += share
	}
	if math.Abs(sum-1) > 1e-9 || r.Support["SY"] < 0.5 || r.Support["FR"] < 0.1 {
		t.Errorf("support %v", r.Support)
	}
	if country, ok := r.MainCountry(); !ok || country.Country != "SY" {
		t.Errorf("the main country is %s", country.Name)
	}
	if _, ok := resolved(t, "Nothing here.").MainCountry(); ok {
		t.Error("a country of nothing")
	}
}

func TestWithoutSignals(t *testing.T) {
	whole := DefaultWeights()
	for _, s := range signal.All() {
		if without := whole.Without(s); without == whole {
			switch s {
			case signal.OneSense, signal.BySound, signal.Prefixes, signal.People, signal.Organisations, signal.CommonWords, signal.Credibility, signal.Unlisted:
			default:
				t.Errorf("%s has no weight", s)
			}
		}
	}
	if whole != DefaultWeights() {
		t.Error("the weights were changed")
	}
}
