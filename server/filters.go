package server

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/query"

	"github.com/getkin/kin-openapi/openapi3"
)

// ParamBBox selects by a box.
func ParamBBox() Param {
	return Param{
		Name: "bbox", List: true,
		About: "Only features whose geometry touches this box: west,south,east,north in degrees (WGS 84, or as bbox-crs says), or six " +
			"numbers with the lowest and highest height third and sixth, which are ignored. A west greater than the east crosses the antimeridian.",
		Schema: bboxSchema(),
		Then: func(v string, into *Request) (err error) {
			into.Select.BBox, err = into.filters.bbox.ParseBBox(v)
			return err
		},
	}
}

// bboxSchema is the schema in OGC 17-069r4, 7.15.3: four numbers or six.
func bboxSchema() *openapi3.Schema {
	s := openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(4).WithMaxItems(6)
	for _, n := range []int64{4, 6} {
		s.OneOf = append(s.OneOf, openapi3.NewSchema().WithMinItems(n).WithMaxItems(n).NewRef())
	}
	return s
}

// timePattern matches what query.ParseDatetime accepts, and also days that do not exist and
// intervals that end before they begin.
const (
	instantPattern = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])` +
		`(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?`
	endPattern      = `(` + instantPattern + `|\.\.)?`
	durationPattern = `P([0-9]{1,3}D|[0-9]{1,2}W|[0-9]{1,2}M([0-9]{1,2}D)?|[0-9]{1,2}Y([0-9]{1,2}M)?([0-9]{1,2}D)?)`
	timePattern     = `^(` + instantPattern + `|` + endPattern + `/` + endPattern + `|` + instantPattern + `/` + durationPattern + `)$`
)

// ParamDatetime selects by dates.
func ParamDatetime() Param {
	return Param{
		Name: "datetime",
		About: "Only features with a date in this time: a date (2019-08-22), an instant (2019-08-22T12:00:00Z), or an interval " +
			"(2019-08-01/2019-08-31) whose ends may be open (2019-08-01/..) or a duration after its start (2019-08-01/P7D). " +
			"Features know the day only, in UTC.",
		Schema: openapi3.NewStringSchema().WithPattern(timePattern),
		Read: func(v string, into *Request) (err error) {
			into.Select.Datetime, err = query.ParseDatetime(v)
			return err
		},
	}
}

// ParamQ selects by words.
func ParamQ() Param {
	return Param{
		Name: "q", Costly: true, Schema: openapi3.NewStringSchema().WithMaxLength(MaxText),
		About: "Only features whose texts hold all of these words, in any order, whole, within a word or in another form (shelling finds " +
			"shelled) unless they stand in quotation marks; case, marks and variants of Arabic letters make no difference.",
		Read: func(v string, into *Request) error {
			if into.Select.Text = query.Words(v); len(into.Select.Text) == 0 && v != "" {
				return fmt.Errorf("%q contains no word", v)
			}
			return CheckLength(v)
		},
	}
}

// MaxText is the maximum length of a search in characters, as each costs time.
const MaxText = 200

// CheckLength refuses a text of more than MaxText characters.
func CheckLength(v string) error {
	if n := utf8.RuneCountInString(v); n > MaxText {
		return fmt.Errorf("it has %d characters; give at most %d", n, MaxText)
	}
	return nil
}

// ParamLimit reads Request.Limit. Values above the maximum mean the maximum (OGC 17-069r4,
// 7.15.2).
func ParamLimit(standard, most int) Param {
	s := openapi3.NewIntegerSchema().WithMin(1).WithMax(float64(most)).WithDefault(standard)
	return Param{
		Name: "limit", Schema: s, Default: strconv.Itoa(standard),
		About: fmt.Sprintf("How many to answer with at most: 1 to %d, which larger numbers mean too.", most),
		Read: func(v string, into *Request) (err error) {
			into.Limit, err = ReadWhole(v, 1, most)
			return err
		},
	}
}

// ReadWhole reads digits, at most most.
func ReadWhole(v string, least, most int) (int, error) {
	digits := strings.TrimPrefix(v, "-")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, fmt.Errorf("%q is not a whole number; give %d to %d", v, least, most)
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
