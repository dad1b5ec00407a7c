package server

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
)

func paramBBox() param {
	return param{
		name: "bbox", list: true,
		about: "Only features whose geometry touches this box: west,south,east,north in degrees (WGS 84, or as bbox-crs says), or six " +
			"numbers with the lowest and highest height third and sixth, which are ignored. A west greater than the east crosses the antimeridian.",
		schema: bboxSchema(),
		then: func(v string, into *params, _ *collection) (err error) {
			into.BBox, err = into.bboxCRS.ParseBBox(v)
			return err
		},
	}
}

// bboxSchema is that of OGC 17-069r4, 7.15.3: four numbers or six.
func bboxSchema() *openapi3.Schema {
	s := openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(4).WithMaxItems(6)
	for _, n := range []int64{4, 6} {
		s.OneOf = append(s.OneOf, openapi3.NewSchema().WithMinItems(n).WithMaxItems(n).NewRef())
	}
	return s
}

// timePattern is what query.ParseDatetime takes, but for days that a month
// lacks and intervals that end before they begin.
const (
	instantPattern = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])` +
		`(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?`
	endPattern      = `(` + instantPattern + `|\.\.)?`
	durationPattern = `P([0-9]{1,3}D|[0-9]{1,2}W|[0-9]{1,2}M([0-9]{1,2}D)?|[0-9]{1,2}Y([0-9]{1,2}M)?([0-9]{1,2}D)?)`
	timePattern     = `^(` + instantPattern + `|` + endPattern + `/` + endPattern + `|` + instantPattern + `/` + durationPattern + `)$`
)

func paramDatetime() param {
	return param{
		name: "datetime",
		about: "Only features with a date in this time: a date (2019-08-22), an instant (2019-08-22T12:00:00Z), or an interval " +
			"(2019-08-01/2019-08-31) whose ends may be open (2019-08-01/..) or a duration after its start (2019-08-01/P7D). " +
			"Features know the day only, in UTC.",
		schema: openapi3.NewStringSchema().WithPattern(timePattern),
		read: func(v string, into *params) (err error) {
			into.Datetime, err = query.ParseDatetime(v)
			return err
		},
	}
}

func paramQ() param {
	return param{
		name: "q", costly: true, schema: openapi3.NewStringSchema().WithMaxLength(maxText),
		about: "Only features whose texts hold all of these words, in any order, whole or within a word; case, marks and variants " +
			"of Arabic letters make no difference.",
		read: func(v string, into *params) error {
			if into.Text = query.Words(v); len(into.Text) == 0 && v != "" {
				return fmt.Errorf("there is no word in %q", v)
			}
			return checkLength(v)
		},
	}
}

// maxText is how many characters a search may have, as each costs time.
const maxText = 200

func checkLength(v string) error {
	if n := utf8.RuneCountInString(v); n > maxText {
		return fmt.Errorf("it has %d characters; give %d at most", n, maxText)
	}
	return nil
}

// paramLimit takes numbers above the maximum for the maximum (OGC 17-069r4,
// 7.15.2).
func paramLimit(standard, most int) param {
	s := openapi3.NewIntegerSchema().WithMin(1).WithMax(float64(most)).WithDefault(standard)
	return param{
		name: "limit", schema: s, standard: strconv.Itoa(standard),
		about: fmt.Sprintf("How many to answer with at most: 1 to %d, which larger numbers mean too.", most),
		read: func(v string, into *params) (err error) {
			into.limit, err = readWhole(v, 1, most)
			return err
		},
	}
}

// paramPosition is the paging token of next links: a position in the
// collection, not in the answer; with sortby the values and the position of the
// last feature before it.
func paramPosition() param {
	return param{
		name: "position", schema: openapi3.NewStringSchema().WithMinLength(1).WithPattern("^[A-Za-z0-9_-]+$"),
		about: "Where to go on, as next links say. It holds for one order of the features, and stays right when others are added " +
			"and for another limit.",
		then: func(v string, into *params, _ *collection) (err error) {
			if into.order == nil {
				into.from, err = readWhole(v, 0, maxPosition)
				return err
			}
			spot, err := into.order.ReadCursor(v)
			into.after = &spot
			return err
		},
	}
}

const maxPosition = 1<<31 - 1

// readWhole reads digits; what is larger than most is most.
func readWhole(v string, least, most int) (int, error) {
	digits := strings.TrimPrefix(v, "-")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, fmt.Errorf("%q is no whole number; give %d to %d", v, least, most)
	}
	n, err := strconv.Atoi(v)
	switch {
	case digits != v || err == nil && n < least:
		return 0, fmt.Errorf("%s is too small; give %d to %d", v, least, most)
	case err != nil:
		return most, nil
	}
	return min(n, most), nil
}
