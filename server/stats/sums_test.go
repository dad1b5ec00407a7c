package stats_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/document"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// sumsDocuments are articles with what sums must distinguish: anchors, places without a date, names
// without a place, and days of publication that are not the event's, before 1970 too.
func sumsDocuments() []document.Document {
	docs := append(servertest.ManyDocuments(60), servertest.Documents()...)
	for i := range docs {
		for j := range docs[i].Mentions {
			m := &docs[i].Mentions[j]
			switch (i + j) % 5 {
			case 1:
				m.Role = "anchor"
			case 2:
				m.Date = fmt.Sprintf("19%02d-%02d-%02d", 65+i%30, 1+(i+j)%12, 1+i%28)
			case 3:
				m.Confidence = 0.4
			}
		}
	}
	return docs
}

// sumsDoc is a response with sums.
type sumsDoc struct {
	NumberMatched              int
	By                         []string
	Places, Bins               []string
	Start, Bin, Count, Undated []int
	Confidence                 []float64
	Nowhere                    struct {
		Bin, Count []int
		Undated    int
	}
}

// asked is a mention as returned in items.
type asked struct {
	Place, Date, Published, Role *string
}

// bruteSums counts the items that a query selects, one by one.
func bruteSums(t *testing.T, body, date, by string) (counts map[string]map[string]int, n int) {
	t.Helper()
	counts = map[string]map[string]int{}
	for _, f := range gjson.Get(body, "features.#.properties").Array() {
		var m asked
		if err := json.Unmarshal([]byte(f.Raw), &m); err != nil {
			t.Fatal(err)
		}
		if *m.Role == "anchor" {
			continue
		}
		place, bin, day := "", "undated", m.Date
		if m.Place != nil {
			place = *m.Place
		}
		if date == "published" {
			day = m.Published
		}
		if day != nil {
			bin = binOf(t, *day, by)
		}
		if counts[place] == nil {
			counts[place] = map[string]int{}
		}
		counts[place][bin]++
		n++
	}
	return counts, n
}

// binOf returns the first day of the bin that holds a day, as text.
func binOf(t *testing.T, day, by string) string {
	t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	for by == "place,week" && at.Weekday() != time.Monday || by == "place,month" && at.Day() > 1 || by == "place,year" && at.YearDay() > 1 {
		at = at.AddDate(0, 0, -1)
	}
	return at.Format(time.DateOnly)
}

// counts converts a sumsDoc to the form of bruteSums.
func (d *sumsDoc) counts() map[string]map[string]int {
	all := map[string]map[string]int{}
	note := func(place string, bin, count []int, undated int) {
		sum := map[string]int{}
		for i := range bin {
			sum[d.Bins[bin[i]]] = count[i]
		}
		if undated > 0 {
			sum["undated"] = undated
		}
		if len(sum) > 0 {
			all[place] = sum
		}
	}
	for i, id := range d.Places {
		note(id, d.Bin[d.Start[i]:d.Start[i+1]], d.Count[d.Start[i]:d.Start[i+1]], d.Undated[i])
	}
	note("", d.Nowhere.Bin, d.Nowhere.Count, d.Nowhere.Undated)
	return all
}

func TestSumsAreThoseOfItems(t *testing.T) {
	h := servertest.New(t, sumsDocuments())
	for _, filter := range []string{
		"", "&bbox=36,35,37,36", "&bbox=178,-20,-179,-10", "&datetime=2012-01-01/2016-06-01", "&datetime=1960-01-01/1975-01-01", "&q=town", "&q=khan+shaykhun",
		"&confidence=0.4", "&filter=confidence%3E0.5+AND+precision%3D'town'", "&place=gn168325", "&role=anchor", "&datetime=1900-01-01",
	} {
		items := servertest.Get(t, h, "/collections/mentions/items?limit=10000"+filter)
		for _, by := range []string{"place,day", "place,week", "place,month", "place,year"} {
			for _, date := range []string{"event", "published"} {
				path := "/collections/mentions/sums?by=" + by + "&date=" + date + filter
				var got sumsDoc
				if err := json.Unmarshal([]byte(servertest.Get(t, h, path)), &got); err != nil {
					t.Fatal(err)
				}
				want, n := bruteSums(t, items, date, by)
				if strings.Join(got.By, ",") != by {
					t.Errorf("%s is by %v", path, got.By)
				}
				if got.NumberMatched != n || !maps.EqualFunc(got.counts(), want, maps.Equal) {
					t.Errorf("%s: %d %v, want %d %v", path, got.NumberMatched, got.counts(), n, want)
				}
				coarser := sumsDoc{}
				if err := json.Unmarshal([]byte(servertest.Get(t, h, path+"&coarser=1")), &coarser); err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(coarser, got) {
					t.Errorf("%s: few enough sums with coarser=1 are %v, want %v", path, coarser, got)
				}
				if want := bruteConfidence(items, &got); !slices.Equal(got.Confidence, want) {
					t.Errorf("%s: confidence %v, want %v", path, got.Confidence, want)
				}
				if !slices.IsSorted(got.Places) || !slices.IsSorted(got.Bins) || len(got.Undated) != len(got.Places) {
					t.Errorf("%s: not in order: %v %v", path, got.Places, got.Bins)
				}
			}
		}
	}
}

func TestSumsAreCompressed(t *testing.T) {
	w := servertest.Ask(servertest.New(t, servertest.ManyDocuments(60)), "/collections/mentions/sums", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("ETag") == "" {
		t.Errorf("%v", w.Header())
	}
}

// bruteConfidence finds the highest confidence of each place's mentions.
func bruteConfidence(body string, d *sumsDoc) []float64 {
	most := make([]float64, len(d.Places))
	for _, m := range gjson.Get(body, "features.#.properties").Array() {
		if i := slices.Index(d.Places, m.Get("place").Str); i >= 0 && m.Get("role").Str != "anchor" {
			most[i] = max(most[i], m.Get("confidence").Num)
		}
	}
	return most
}
