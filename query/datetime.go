package query

import (
	"fmt"
	"strings"
	"time"

	"dateline/feature"
	"dateline/newsdate"
)

// ParseDatetime parses a date (2019-08-22), an instant (2019-08-22T12:00:00Z, RFC 3339, 5.6), or
// an interval of them separated by "/", with ".." or nothing for an open end (OGC 17-069r4,
// 7.15.4). Both ends are inclusive. The end may be a duration after the start (P7D, ISO 8601-1,
// 5.5.2.4), which the standard lacks and its test suite uses.
//
// A date may end in T, as GDAL 3.6 writes it in attribute filters.
//
// Features are dated to the day, so an instant selects its day in UTC.
func ParseDatetime(s string) (*feature.Days, error) {
	start, end, interval := strings.Cut(s, "/")
	if !interval {
		t, err := parseTime(s)
		if err != nil {
			return nil, err
		}
		day := feature.DayOf(t)
		return &feature.Days{First: day, Last: day, Known: true}, nil
	}
	return parseInterval(start, end)
}

func parseInterval(start, end string) (*feature.Days, error) {
	days := feature.Days{First: feature.Beginning, Last: feature.End, Known: true}
	var from, to time.Time
	var err error
	if !isOpen(start) {
		if from, err = parseTime(start); err != nil {
			return nil, err
		}
		days.First = feature.DayOf(from)
	}
	if !isOpen(end) {
		if to, err = parseEnd(end, start, from); err != nil {
			return nil, err
		}
		days.Last = feature.DayOf(to)
	}
	if !isOpen(start) && !isOpen(end) && days.First > days.Last {
		return nil, fmt.Errorf("the interval ends on %s before it begins on %s", end, start)
	}
	return &days, nil
}

func isOpen(end string) bool { return end == "" || end == ".." }

func parseTime(s string) (time.Time, error) {
	written := strings.TrimSuffix(strings.ToUpper(s), "T")
	if len(written) > 19 && written[16:19] == ":60" { // a leap second (RFC 3339, 5.7), of the same day
		written = written[:16] + ":59" + written[19:]
	}
	if t, ok := newsdate.ISO(written); ok && !strings.Contains(written, ",") {
		return t, nil
	}
	return time.Time{}, fmt.Errorf("%q is neither a date (2019-08-22) nor an instant (2019-08-22T12:00:00Z), "+
		"alone or two with / between, .. for an open end", s)
}

// parseEnd parses the end of an interval, which may be a duration after its start.
func parseEnd(end, start string, from time.Time) (time.Time, error) {
	if end[0] != 'P' && end[0] != 'p' {
		return parseTime(end)
	}
	if isOpen(start) {
		return time.Time{}, fmt.Errorf("%q needs a start to be counted from", end)
	}
	return parseDuration(end, from)
}
