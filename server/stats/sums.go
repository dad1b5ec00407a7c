package stats

import (
	"cmp"
	"context"
	"math"

	"dateline/feature"
	"dateline/query"
	"dateline/server"
	"dateline/view"
)

// sumsDoc has the number of mentions by place and bin of time. The entries of place i are those
// from Start[i] to before Start[i+1], with ascending bins. Mentions that are anchors of fronts
// are not counted.
type sumsDoc struct {
	NumberMatched int           `json:"numberMatched"` // of mentions counted
	By            []string      `json:"by"`
	Places        []string      `json:"places"`     // ids, ascending
	Bins          []string      `json:"bins"`       // first days of the non-empty bins, ascending
	Start         []int         `json:"start"`      // one more than Places
	Bin           []int         `json:"bin"`        // index in Bins, by entry
	Count         []int         `json:"count"`      // by entry
	Undated       []int         `json:"undated"`    // by place
	Confidence    []float64     `json:"confidence"` // by place: the highest of its mentions
	Nowhere       nowhereDoc    `json:"nowhere"`    // mentions without a place
	Links         []server.Link `json:"links"`
}

// nowhereDoc is sumsDoc for mentions without a place.
type nowhereDoc struct {
	Bin     []int `json:"bin"`
	Count   []int `json:"count"`
	Undated int   `json:"undated"`
}

// maxSums is the maximum number of sums in an answer, some 20 MB of JSON.
const maxSums = 2_000_000

// sums answers with the counts of the selected mentions.
func sums(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	p := req.Own.(*params)
	t, by, err := fittingTally(p, func(p *params) (*tally, error) { return newTally(req, layer, p) })
	if err != nil {
		return nil, err
	}
	doc := t.doc(by)
	doc.Links = append(req.Links(), req.LinkTo("/collections/"+req.Collection.ID, "collection", server.TypeJSON, "About "+req.Collection.Title))
	return server.OKJSON(req, doc)
}

// newTally counts the selected mentions, except anchors. If p allows coarser bins, it stops with
// errTooManySums as soon as it finds that those of p.by are too many for an answer.
func newTally(req *server.Request, layer view.Reader, p *params) (*tally, error) {
	ctx, stop := context.WithCancelCause(req)
	defer stop(nil)
	limit := stopsAt(p)
	date, finest := p.date, p.by
	if p.coarser && finest == byWeek {
		finest = byDay // weeks don't add up to months
	}
	var of *feature.Table
	var place, day, confidence int
	t, numbers, sure := &tally{}, map[uint32]int32{}, map[uint32]float64{} // both by code
	by := view.Grouping{
		Columns: []string{"place", date, "confidence"}, Geometry: true, Most: "confidence",
		Bin: func(d feature.Day) feature.Day { return binOf(d, finest) },
	}
	err := eachCounted(ctx, layer, &req.Select, by, func(f feature.Feature, many int) {
		if len(t.cells) >= limit {
			if limit *= 2; t.isTooMuch(p.by) {
				stop(errTooManySums)
				limit = math.MaxInt
			}
		}
		if of != f.Table() {
			of = f.Table()
			place, day, confidence = of.Column("place"), of.Column(date), of.Column("confidence")
		}
		c, known := sure[f.Code(confidence)]
		if !known {
			c = f.Number(confidence)
			sure[f.Code(confidence)] = c
		}
		at, id := feature.Null, "" // a name without a pin counts nowhere, even if its container is known
		if f.HasGeometry() {
			at, id = f.Code(place), f.Text(place)
		}
		n, known := numbers[at]
		if !known {
			n = t.addPlace(id)
			numbers[at] = n
		}
		told := noDay
		if f.Code(day) != feature.Null {
			told, _ = f.Day(day)
		}
		t.add(n, told, c, many)
	})
	if err != nil {
		return nil, cmp.Or(context.Cause(ctx), err)
	}
	t.sort()
	return t, nil
}

// The role of an anchor of a front: the front is counted instead.
const (
	roleName = "role"
	anchor   = "anchor"
)

// eachCounted calls with for the mentions that q selects, except anchors, whose fronts are
// counted instead; as Reader.Tally does.
func eachCounted(ctx context.Context, layer view.Reader, q *query.Query, by view.Grouping, with func(f feature.Feature, n int)) error {
	var of *feature.Table
	role := 0
	by.Columns = append([]string{roleName}, by.Columns...)
	return layer.Tally(ctx, q, by, func(f feature.Feature, n int) {
		if of != f.Table() {
			of = f.Table()
			role = of.Column(roleName)
		}
		if f.Text(role) != anchor {
			with(f, n)
		}
	})
}
