package notify

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/archive/subscriptions"
	"dateline/geo"
	"dateline/query"
	"dateline/view"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// Request is a subscription as people ask for it.
type Request struct {
	Name       string `json:"name"`
	Address    string `json:"address"`              // that is called by POST
	Collection string `json:"collection,omitempty"` // mentions where it is empty
	BBox       string `json:"bbox,omitempty"`       // west,south,east,north
	Near       string `json:"near,omitempty"`       // lon,lat,km: what lies within a circle
	Datetime   string `json:"datetime,omitempty"`
	Filter     string `json:"filter,omitempty"` // CQL2
	Every      int    `json:"every,omitempty"`  // seconds between calls, at least; an hour where it is 0, 86400 for a digest by day
	Secret     string `json:"secret,omitempty"` // that calls are signed with; made where it is empty
}

// names are what subscriptions can be called.
var names = regexp.MustCompile(`^[\pL\pN][\pL\pN ._-]{0,63}$`)

// Subscription returns what is asked for, with a secret, due at a time; or what is wrong
// with it.
func (r Request) Subscription(now time.Time) (s subscriptions.Subscription, err error) {
	s = subscriptions.Subscription{
		Name: r.Name, Collection: r.Collection, Within: r.BBox, Datetime: r.Datetime, Filter: r.Filter,
		Address: r.Address, Secret: r.Secret, Every: time.Duration(r.Every) * time.Second, Due: now,
	}
	if s.Collection == "" {
		s.Collection = "mentions"
	}
	if r.Every == 0 {
		s.Every = time.Hour
	}
	u, err := url.Parse(r.Address)
	switch {
	case !names.MatchString(r.Name):
		return s, fmt.Errorf("name: %q; give letters, digits, blanks and . _ -, at most 64", r.Name)
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		return s, fmt.Errorf("address: %q does not begin with https:// or http://", r.Address)
	case s.Collection != "mentions" && s.Collection != "fronts" && s.Collection != "events" && s.Collection != "articles":
		return s, fmt.Errorf("collection: %q; give mentions, fronts, events or articles", s.Collection)
	case s.Every < time.Second:
		return s, fmt.Errorf("every: %v; a second at least", s.Every)
	case r.BBox != "" && r.Near != "":
		return s, errors.New("near: give a box or a circle, not both")
	case isCircle(r.BBox):
		return s, fmt.Errorf("bbox: %q; give west,south,east,north", r.BBox)
	case r.Near != "":
		s.Within = r.Near
		if _, _, err := circleOf(r.Near); err != nil {
			return s, err
		}
	}
	layer, _ := view.New(nil).Layer(s.Collection)
	if _, err := queryOf(&s, query.Fields(layer.Schema)); err != nil {
		return s, err
	}
	if s.Secret == "" {
		var b [24]byte
		_, err = rand.Read(b[:])
		s.Secret = SecretPrefix + base64.StdEncoding.EncodeToString(b[:])
	}
	return s, err
}

// queryOf reads what a subscription selects.
func queryOf(s *subscriptions.Subscription, fields []query.Field) (*query.Query, error) {
	q := &query.Query{}
	var err error
	switch {
	case isCircle(s.Within):
		centre, km, err := circleOf(s.Within)
		if err != nil {
			return nil, err
		}
		if q.Filter, err = query.ParseFilter(within(centre, km), fields, query.CRS84); err != nil {
			return nil, fmt.Errorf("near: %w", err)
		}
	case s.Within != "":
		if q.BBox, err = query.ParseBBox(s.Within); err != nil {
			return nil, fmt.Errorf("bbox: %w", err)
		}
	}
	if s.Datetime != "" {
		if q.Datetime, err = query.ParseDatetime(s.Datetime); err != nil {
			return nil, fmt.Errorf("datetime: %w", err)
		}
	}
	if s.Filter == "" {
		return q, nil
	}
	read := query.ParseFilter
	if strings.HasPrefix(strings.TrimSpace(s.Filter), "{") {
		read = query.ParseFilterJSON
	}
	f, err := read(s.Filter, fields, query.CRS84)
	if err != nil {
		return nil, fmt.Errorf("filter: %w", err)
	}
	q.Filter = q.Filter.And(f)
	return q, nil
}

// isCircle tells a circle, which has three numbers, from a box.
func isCircle(within string) bool { return strings.Count(within, ",") == 2 }

// Bounds of a radius, in km.
const (
	leastKm = 0.1
	mostKm  = 1000
)

// circleOf reads lon,lat,km.
func circleOf(near string) (centre orb.Point, km float64, err error) {
	var v [3]float64
	parts := strings.Split(near, ",")
	for i := range v {
		if err == nil && i < len(parts) {
			v[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		}
	}
	if err != nil || len(parts) != 3 || !(v[0] >= -180 && v[0] <= 180 && v[1] >= -85 && v[1] <= 85 && v[2] >= leastKm && v[2] <= mostKm) {
		return centre, 0, fmt.Errorf("near: %q; give LON,LAT,KM, as 36.63,35.93,15, of at most %d km", near, mostKm)
	}
	return orb.Point{v[0], v[1]}, v[2], nil
}

// corners of the polygon that stands for a circle: it lies within the circle, at most half
// of a hundredth of the radius inside.
const corners = 48

// within says in CQL2 that the geometry touches a circle, of which both sides of the
// antimeridian are named where it crosses that.
func within(centre orb.Point, km float64) string {
	ring := make(orb.Ring, corners+1)
	for i := range ring {
		p := geo.Destination(centre, 360*float64(corners-i%corners)/corners, km)
		switch {
		case p[0]-centre[0] > 180:
			p[0] -= 360
		case centre[0]-p[0] > 180:
			p[0] += 360
		}
		ring[i] = p
	}
	filter := touches(ring, 0)
	switch b := ring.Bound(); {
	case b.Max[0] > 180:
		filter += " OR " + touches(ring, -360)
	case b.Min[0] < -180:
		filter += " OR " + touches(ring, 360)
	}
	return filter
}

// touches says that the geometry touches what of a ring, moved along the parallels, lies
// on the map.
func touches(ring orb.Ring, moved float64) string {
	away := make(orb.Ring, len(ring))
	for i, p := range ring {
		away[i] = orb.Point{p[0] + moved, p[1]}
	}
	here := clip.Ring(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, away)
	points := make([]string, len(here))
	for i, p := range here {
		points[i] = fmt.Sprintf("%.5f %.5f", p[0], p[1])
	}
	return "S_INTERSECTS(geometry, POLYGON((" + strings.Join(points, ", ") + ")))"
}
