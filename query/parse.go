package query

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// ParseBBox reads "west,south,east,north" in degrees, or the same with minimum
// and maximum height, which are ignored (OGC API Features 1.0, 7.15.3).
func ParseBBox(s string) (*orb.Bound, error) {
	parts := strings.Split(s, ",")
	if len(parts) != 4 && len(parts) != 6 {
		return nil, fmt.Errorf("%d numbers where west,south,east,north are four", len(parts))
	}
	v := make([]float64, len(parts))
	for i, part := range parts {
		var err error
		if v[i], err = strconv.ParseFloat(strings.TrimSpace(part), 64); err != nil || v[i] != v[i] {
			return nil, fmt.Errorf("%q is no number", part)
		}
	}
	if len(v) == 6 {
		v = []float64{v[0], v[1], v[3], v[4]}
	}
	b := orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
	switch {
	case b.Min[0] < -180 || b.Min[0] > 180 || b.Max[0] < -180 || b.Max[0] > 180:
		return nil, fmt.Errorf("a longitude is beyond 180 degrees")
	case b.Min[1] < -90 || b.Max[1] > 90:
		return nil, fmt.Errorf("a latitude is beyond 90 degrees")
	case b.Min[1] > b.Max[1]:
		return nil, fmt.Errorf("south %v lies north of north %v", b.Min[1], b.Max[1])
	}
	return &b, nil
}

// ParseDatetime reads an RFC 3339 instant, a date, or an interval of them with
// "/" between, where ".." or nothing is an open end (OGC API Features 1.0,
// 7.15.4).
func ParseDatetime(s string) (*geo.Days, error) {
	first, last, interval := strings.Cut(s, "/")
	from, err := parseEnd(first, geo.Beginning, interval)
	if err != nil {
		return nil, err
	}
	if !interval {
		return &geo.Days{First: from, Last: from, Known: true}, nil
	}
	to, err := parseEnd(last, geo.End, true)
	if err != nil {
		return nil, err
	}
	if from > to {
		return nil, fmt.Errorf("the interval ends before it begins")
	}
	return &geo.Days{First: from, Last: to, Known: true}, nil
}

func parseEnd(s string, open geo.Day, mayBeOpen bool) (geo.Day, error) {
	if mayBeOpen && (s == ".." || s == "") {
		return open, nil
	}
	for _, layout := range [...]string{time.RFC3339Nano, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return geo.DayOf(t), nil
		}
	}
	return 0, fmt.Errorf("%q is neither a date (2019-08-22) nor an instant (2019-08-22T12:00:00Z)", s)
}
