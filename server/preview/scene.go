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

// scene is what a link shows.
type scene struct {
	words    *words
	frame    frame
	spots    []spot // most mentioned first
	mentions int    // in the frame
	chosen   string // id of the open place, or empty

	subject string        // the article, place or words; empty for none
	days    *feature.Days // nil for all time
}

// spot is a place with its number of mentions.
type spot struct {
	place string
	name  string
	at    orb.Point
	area  bool
	n     int
}

// newScene reads the query of a link.
func newScene(ctx context.Context, v *view.View, asked url.Values) (*scene, error) {
	s := &scene{words: wordsOf(asked.Get("lang")), chosen: asked.Get("place")}
	var q query.Query
	if days, err := query.ParseDatetime(asked.Get("time")); err == nil && asked.Get("time") != "" {
		s.days, q.Datetime = days, days
	}
	article := asked.Get("article")
	var in map[string]bool
	if article != "" {
		in = map[string]bool{article: true}
	}
	if text := query.Words(clip(asked.Get("q"))); len(text) > 0 && article == "" {
		found, err := articlesWith(ctx, v, text)
		if err != nil {
			return nil, err
		}
		in = found
	}
	all, err := s.count(ctx, v, &q, in)
	if err != nil {
		return nil, err
	}
	if s.subject, err = s.subjectOf(ctx, v, asked, article); err != nil {
		return nil, err
	}
	s.frame = s.frameOf(asked.Get("map"), all)
	for _, p := range all {
		if x, y := s.frame.at(p.at); x >= 0 && y >= bandHeight && x < width && y < height {
			s.spots, s.mentions = append(s.spots, p), s.mentions+p.n
		}
	}
	return s, nil
}

// maxWords limits the words of a search, as on the page.
const maxWords = 200

func clip(s string) string { return string([]rune(s)[:min(len([]rune(s)), maxWords)]) }

// articlesWith returns the ids of the articles that contain words, in the title or in a sentence
// that names a place, as the page does.
func articlesWith(ctx context.Context, v *view.View, text []query.Term) (map[string]bool, error) {
	found := map[string]bool{}
	q := &query.Query{Text: text}
	articles, _, err := v.Reader(ctx, schema.Articles, nil)
	if err != nil {
		return nil, err
	}
	if err := articles.Tally(ctx, q, view.Grouping{ID: true}, func(f feature.Feature, _ int) { found[f.ID()] = true }); err != nil {
		return nil, err
	}
	mentions, _, err := v.Reader(ctx, schema.Mentions, nil)
	if err != nil {
		return nil, err
	}
	return found, mentions.Tally(ctx, q, view.Grouping{Columns: []string{"article"}}, func(f feature.Feature, _ int) {
		found[f.Text(f.Table().Column("article"))] = true
	})
}

// count returns the mentioned places, without countries, most mentioned first; nil articles are
// all.
func (s *scene) count(ctx context.Context, v *view.View, q *query.Query, articles map[string]bool) ([]spot, error) {
	layer, _, err := v.Reader(ctx, schema.Mentions, nil)
	if err != nil {
		return nil, err
	}
	by := view.Grouping{Columns: []string{"place", "name", "role", "precision"}, Geometry: true}
	if articles != nil {
		by.Columns = append(by.Columns, "article")
	}
	known, all := map[string]int{}, []spot(nil)
	err = layer.Tally(ctx, q, by, func(f feature.Feature, n int) {
		column := f.Table().Column
		id := f.Text(column("place"))
		at, placed := f.Point()
		if id == "" || !placed || f.Text(column("role")) != "place" || articles != nil && !articles[f.Text(column("article"))] {
			return
		}
		i, seen := known[id]
		if !seen {
			size := f.Text(column("precision"))
			if size == "country" {
				return
			}
			i = len(all)
			known[id] = i
			all = append(all, spot{place: id, name: f.Text(column("name")), at: at, area: size != "town" && size != "site"})
		}
		all[i].n += n
	})
	if err != nil {
		return nil, err
	}
	if err := s.rename(ctx, v, all); err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b spot) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.place, b.place)) })
	return all, nil
}

// frameOf returns the part of the world that a link shows: as given, else around the open place,
// else where nine of ten mentions of towns and sites are.
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

// title describes the link: what is open, and the period.
func (s *scene) title() string {
	parts := []string{cmp.Or(s.subject, s.words.site)}
	if s.days != nil {
		parts = append(parts, s.words.period(s.days))
	}
	return strings.Join(parts, " · ")
}

// description counts what is in the frame, and names the places mentioned most.
func (s *scene) description() string {
	if s.mentions == 0 {
		return s.words.about
	}
	var most []string
	for _, p := range s.spots[:min(3, len(s.spots))] {
		most = append(most, p.name)
	}
	return fmt.Sprintf(s.words.description, s.words.count(s.mentions, len(s.spots)), strings.Join(most, s.words.comma))
}
