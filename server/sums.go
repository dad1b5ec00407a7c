package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"dateline/atlas"
	"dateline/feature"
	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
)

// relSums leads to how often each place is mentioned in each week or day.
const relSums = "sums"

// sumsDoc says how often each place is mentioned in each bin of time. The
// entries of place i are those from Start[i] to before Start[i+1], with their
// bins rising. Mentions that stand for the anchor of a front are not counted.
type sumsDoc struct {
	NumberMatched int        `json:"numberMatched"` // all that is counted
	By            []string   `json:"by"`
	Places        []string   `json:"places"`     // ids, in their order
	Bins          []string   `json:"bins"`       // first days of the bins that hold anything, ascending
	Start         []int      `json:"start"`      // one more than Places
	Bin           []int      `json:"bin"`        // index in Bins, by entry
	Count         []int      `json:"count"`      // by entry
	Undated       []int      `json:"undated"`    // by place
	Confidence    []float64  `json:"confidence"` // by place: the most that any of its mentions has
	Nowhere       nowhereDoc `json:"nowhere"`    // mentions without a place
	Links         []link     `json:"links"`
}

// nowhereDoc is what sumsDoc says of a place, for mentions without one.
type nowhereDoc struct {
	Bin     []int `json:"bin"`
	Count   []int `json:"count"`
	Undated int   `json:"undated"`
}

// maxSums is how many sums an answer may have, some 20 MB of JSON.
const maxSums = 2_000_000

// sums answers with the counts of the mentions that are selected.
func (s *service) sums(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	t, err := newTally(req, layer, &req.params)
	if err != nil {
		return nil, err
	}
	doc := t.doc()
	if len(doc.Bin) > maxSums {
		return nil, newProblem(http.StatusBadRequest, "there are %d sums of these, and an answer may have %d; ask by=%s, or for less of them by bbox, datetime or filter", len(doc.Bin), maxSums, byWeek)
	}
	doc.By = strings.Split(req.params.sumBin, ",")
	doc.Links = append(req.own(), req.to("/collections/"+req.collection.ID, "collection", typeJSON, "About "+req.collection.Title))
	return okJSON(req, doc)
}

// newTally counts the mentions that are selected, anchors left out.
func newTally(ctx context.Context, layer *atlas.Layer, p *params) (*tally, error) {
	features := layer.Features
	place, day, confidence := features.Column("place"), features.Column(p.sumDate), features.Column("confidence")
	t, numbers, sure := &tally{}, map[uint32]int32{}, map[uint32]float64{} // both by code
	err := eachCounted(ctx, layer, &p.Query, func(f feature.Feature) {
		codes := f.Codes()
		c, known := sure[codes[confidence]]
		if !known {
			c = f.Number(confidence)
			sure[codes[confidence]] = c
		}
		at, id := feature.Null, "" // a name without a pin counts nowhere, though it may say what it lies in
		if f.HasGeometry() {
			at, id = codes[place], f.Text(place)
		}
		n, known := numbers[at]
		if !known {
			n = t.addPlace(id)
			numbers[at] = n
		}
		bin := noDay
		if codes[day] != feature.Null {
			d, _ := f.Day(day)
			bin = binOf(d, p.sumBin)
		}
		t.add(n, bin, c)
	})
	t.sort()
	return t, err
}

// eachCounted calls with for each mention that q selects but those that stand for
// the anchor of a front, which the front is counted for.
func eachCounted(ctx context.Context, layer *atlas.Layer, q *query.Query, with func(feature.Feature)) error {
	role := layer.Features.Column("role")
	return layer.Each(ctx, q, func(f feature.Feature) {
		if f.Text(role) != "anchor" {
			with(f)
		}
	})
}

// paramBy chooses the bins of sums.
func paramBy() param {
	return param{
		name: "by", standard: byWeek, about: "What the sums are by: weeks begin on Mondays.",
		schema: openapi3.NewStringSchema().WithEnum(byWeek, byDay).WithDefault(byWeek),
		read: func(v string, into *params) error {
			if v != byWeek && v != byDay {
				return fmt.Errorf("%q is none of the sums; there is %s and %s", v, byWeek, byDay)
			}
			into.sumBin = v
			return nil
		},
	}
}

// paramDate chooses the day that counts in sums.
func paramDate() param {
	return param{
		name: "date", standard: "event", about: "The day that counts: that of the event, or that of publication. datetime selects by the event's.",
		schema: openapi3.NewStringSchema().WithEnum("event", "published").WithDefault("event"),
		read: func(v string, into *params) error {
			switch v {
			case "event":
				into.sumDate = "date"
			case "published":
				into.sumDate = v
			default:
				return fmt.Errorf("%q is no day that could count; there is event and published", v)
			}
			return nil
		},
	}
}
