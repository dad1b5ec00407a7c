package preview

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/view"

	"github.com/paulmach/orb"
)

// scene is what a link leads to.
type scene struct {
	frame    frame
	spots    []spot // the most mentioned first
	mentions int    // in the frame
	chosen   string // id of the place that is open, or empty

	subject string        // the article, place or words; empty for none
	days    *feature.Days // nil for all time
}

// spot is a place and how often it is mentioned.
type spot struct {
	place string
	name  string
	at    orb.Point
	area  bool
	n     int
}

// newScene reads the query of a link.
func newScene(ctx context.Context, v *view.View, asked url.Values) (*scene, error) {
	s := &scene{chosen: asked.Get("place")}
	q := query.Query{Text: query.Words(clip(asked.Get("q")))}
	if days, err := query.ParseDatetime(asked.Get("time")); err == nil && asked.Get("time") != "" {
		s.days, q.Datetime = days, days
	}
	article := asked.Get("article")
	all, err := s.count(ctx, v, &q, article)
	if err != nil {
		return nil, err
	}
	s.subject = subject(v, asked, article, all)
	s.frame = s.frameOf(asked.Get("map"), all)
	for _, p := range all {
		if x, y := s.frame.at(p.at); x >= 0 && y >= 0 && x < width && y < height {
			s.spots, s.mentions = append(s.spots, p), s.mentions+p.n
		}
	}
	return s, nil
}

// maxWords bounds the words of a search, as the page does.
const maxWords = 200

func clip(s string) string { return string([]rune(s)[:min(len([]rune(s)), maxWords)]) }

// count returns the places that are mentioned, countries left out, the most
// mentioned first; of an article only those that it names.
func (s *scene) count(ctx context.Context, v *view.View, q *query.Query, article string) ([]spot, error) {
	layer, ok := v.Layer(schema.Mentions)
	if !ok {
		return nil, nil
	}
	column := layer.Features.Column
	place, name, role, precision, in := column("place"), column("name"), column("role"), column("precision"), column("article")
	known, all := map[uint32]int{}, []spot(nil)
	err := layer.Each(ctx, q, func(f feature.Feature) {
		code := f.Codes()[place]
		at, placed := f.Point()
		if code == feature.Null || !placed || f.Text(role) != "place" || article != "" && f.Text(in) != article {
			return
		}
		i, seen := known[code]
		if !seen {
			size := f.Text(precision)
			if size == "country" {
				return
			}
			i = len(all)
			known[code] = i
			all = append(all, spot{place: f.Text(place), name: f.Text(name), at: at, area: size != "town" && size != "site"})
		}
		all[i].n++
	})
	slices.SortFunc(all, func(a, b spot) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.place, b.place)) })
	return all, err
}

// subject is what is open: the article, the place, or the words of a search.
func subject(v *view.View, asked url.Values, article string, all []spot) string {
	if layer, ok := v.Layer(schema.Articles); ok && article != "" {
		if f, found := layer.Feature(article); found {
			return f.Text(layer.Features.Column("title"))
		}
	}
	if i := slices.IndexFunc(all, func(p spot) bool { return p.place == asked.Get("place") }); i >= 0 {
		return all[i].name
	}
	if layer, ok := v.Layer(schema.Places); ok && asked.Get("place") != "" {
		if f, found := layer.Feature(asked.Get("place")); found {
			return f.Text(layer.Features.Column("name"))
		}
	}
	if words := strings.TrimSpace(clip(asked.Get("q"))); words != "" {
		return "“" + words + "”"
	}
	return ""
}

// frameOf is the part of the world that a link shows: what it says, else the place
// that is open, else where nine of ten mentions of towns and sites are.
func (s *scene) frameOf(position string, all []spot) frame {
	if f, ok := parseFrame(position); ok {
		return f
	}
	if i := slices.IndexFunc(all, func(p spot) bool { return p.place == s.chosen }); i >= 0 {
		return frame{centre: all[i].at, zoom: placeZoom}
	}
	return fit(all)
}

// parseFrame reads zoom/lat/lon.
func parseFrame(s string) (frame, bool) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 {
		return frame{}, false
	}
	var v [3]float64
	for i, part := range parts {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || n != n {
			return frame{}, false
		}
		v[i] = n
	}
	zoom, lat, lon := v[0], v[1], v[2]
	if zoom < 0 || zoom > 20 || lat < -85 || lat > 85 || lon < -180 || lon > 180 {
		return frame{}, false
	}
	return frame{centre: orb.Point{lon, lat}, zoom: zoom}, true
}

// siteTitle is what a link is called that leads to nothing in particular.
const siteTitle = "Places mentioned in the news"

// title says what a link leads to: what is open, and the time.
func (s *scene) title() string {
	parts := []string{cmp.Or(s.subject, siteTitle)}
	if s.days != nil {
		parts = append(parts, period(s.days))
	}
	return strings.Join(parts, " · ")
}

// period writes days as 1 Aug 2019 – 31 Aug 2019.
func period(d *feature.Days) string {
	first, last := d.First.Time().Format(dayLayout), d.Last.Time().Format(dayLayout)
	switch {
	case d.First == feature.Beginning && d.Last == feature.End:
		return "all time"
	case d.First == feature.Beginning:
		return "until " + last
	case d.Last == feature.End:
		return "since " + first
	case first == last:
		return first
	}
	return first + " – " + last
}

const dayLayout = "2 Jan 2006"

// description counts what is in the frame, and names what is mentioned most.
func (s *scene) description() string {
	if s.mentions == 0 {
		return "A map of the places that articles mention, with a timeline."
	}
	var most []string
	for _, p := range s.spots[:min(3, len(s.spots))] {
		most = append(most, p.name)
	}
	return fmt.Sprintf("%s of %s on the map; most often %s. Mentions in articles, not events.",
		counted(s.mentions, "mention"), counted(len(s.spots), "place"), strings.Join(most, ", "))
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
