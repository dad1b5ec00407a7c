package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// ask starts a server and times its answers.
func (f *filler) ask(dateline string) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	dir, err := os.MkdirTemp("", "dateline-scale-server-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	p, err := start(dir, nil, nil, dateline, "serve", "--data", f.url, "--engine", "postgis", "--addr", address, "--client-steps", "0")
	if err != nil {
		return err
	}
	defer p.stop()
	base := "http://" + address
	if err := p.awaitURL(base + "/healthz"); err != nil {
		return err
	}
	box := func() string {
		x, y := west+f.rand.Float64()*(east-west-1), south+f.rand.Float64()*(north-south-1)
		return fmt.Sprintf("bbox=%.3f,%.3f,%.3f,%.3f", x, y, x+1, y+1)
	}
	month := func() string {
		days := f.articles / articlesADay
		from := time.Date(2011, 1, 1+f.rand.IntN(max(1, days-30)), 0, 0, 0, 0, time.UTC)
		return "datetime=" + from.Format(time.DateOnly) + "/" + from.AddDate(0, 0, 30).Format(time.DateOnly)
	}
	tile := func(zoom int) string {
		t := maptile.At(orb.Point{west + f.rand.Float64()*(east-west), south + f.rand.Float64()*(north-south)}, maptile.Zoom(zoom))
		return fmt.Sprintf("/tiles/mentions/%d/%d/%d.mvt", zoom, t.X, t.Y)
	}
	items, sums := "/collections/mentions/items?limit=1000&", "/collections/mentions/sums?by=place,week&"
	for _, q := range []struct {
		what string
		n    int
		path func() string
	}{
		{"box of one degree, first 1,000", 40, func() string { return items + box() }},
		{"the same of 31 days", 40, func() string { return items + box() + "&" + month() }},
		{"31 days, first 1,000", 40, func() string { return items + month() }},
		{"31 days, without some roles", 10, func() string {
			return items + month() + "&filter=" + "(role+IS+NULL+OR+role+NOT+IN+('metonym','dateline'))"
		}},
		{"a filter (source, confidence)", 20, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3E0.9", f.rand.IntN(40))
		}},
		{"a rarer one (confidence > 0.98)", 10, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3E0.98", f.rand.IntN(40))
		}},
		{"one of nothing (confidence < 0.1)", 5, func() string {
			return items + fmt.Sprintf("filter=source%%3D'Paper+%d'+AND+confidence%%3C0.1", f.rand.IntN(40))
		}},
		{"sums of a box in 31 days", 20, func() string { return sums + box() + "&" + month() }},
		{"tile of zoom 10", 20, func() string { return tile(10) }},
		{"tile of zoom 8 of 31 days", 20, func() string { return tile(8) + "?" + month() }},
		{"tile of zoom 8", 5, func() string { return tile(8) }},
		{"tile of zoom 5", 3, func() string { return tile(5) }},
		{"tile of zoom 5 of 31 days", 3, func() string { return tile(5) + "?" + month() }},
		{"tile of zoom 0", 1, func() string { return tile(0) }},
		{"all sums", 1, func() string { return sums }},
	} {
		took, failed := []time.Duration(nil), ""
		for range q.n {
			if err := f.ctx.Err(); err != nil {
				return err
			}
			began := time.Now()
			if _, err := f.get(base + q.path()); err != nil {
				failed = err.Error()
			}
			took = append(took, time.Since(began))
		}
		slices.Sort(took)
		fmt.Printf("  %-34s p50 %7.1f ms  p95 %7.1f ms  %s\n", q.what, ms(took[len(took)/2]), ms(took[len(took)*95/100]), failed)
	}
	body, err := f.get(base + items + "bbox=36,34,37,35")
	var page struct {
		NumberMatched          int
		NumberMatchedEstimated bool
	}
	if err == nil {
		err = json.Unmarshal(body, &page)
	}
	fmt.Printf("  bbox=36,34,37,35 matches %d, estimated: %v\n", page.NumberMatched, page.NumberMatchedEstimated)
	return err
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// get requests a path.
func (f *filler) get(url string) ([]byte, error) {
	q, err := http.NewRequestWithContext(f.ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	r, err := http.DefaultClient.Do(q)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("%s: %.150s", r.Status, body)
	}
	return body, err
}
