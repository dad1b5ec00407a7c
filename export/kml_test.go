package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// TestKMLTimesAndShapes: a single day is a TimeStamp, a period is a TimeSpan whose begin precedes
// its end, and a MultiGeometry has several members (OGC 07-134r2, ATC 4 and 66).
func TestKMLTimesAndShapes(t *testing.T) {
	day := feature.DayOf(time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC))
	line := orb.LineString{{36, 35}, {37, 36}}
	for name, c := range map[string]struct {
		days  feature.Days
		shape orb.Geometry
		want  string
	}{
		"a day":     {feature.Days{First: day, Last: day, Known: true}, nil, "<TimeStamp><when>2019-08-22</when></TimeStamp>"},
		"two days":  {feature.Days{First: day, Last: day + 1, Known: true}, nil, "<TimeSpan><begin>2019-08-22</begin><end>2019-08-23</end></TimeSpan>"},
		"undated":   {feature.Days{}, nil, `<name>a</name><ExtendedData><Data name="id">`},
		"one line":  {feature.Days{}, orb.MultiLineString{line}, "</ExtendedData><LineString>"},
		"two lines": {feature.Days{}, orb.MultiLineString{line, line}, "</ExtendedData><MultiGeometry><LineString>"},
	} {
		var b bytes.Buffer
		f := feature.NewFeature("a", c.shape, c.days, nil)
		if err := KML(t.Context(), &b, testTable(), slices.Values([]feature.Feature{f})); err != nil || !strings.Contains(b.String(), c.want) {
			t.Errorf("%s: no %q in\n%s, %v", name, c.want, b.String(), err)
		}
	}
}
