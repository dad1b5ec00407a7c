package archive

import (
	"slices"
	"testing"
	"time"
)

// text is a row of one text.
type text string

func (t text) Int(int) int64    { return 0 }
func (t text) Text(int) string  { return string(t) }
func (t text) Bytes(int) []byte { return []byte(t) }
func (t text) Value(int) any    { return string(t) }

// TestTimes: times are read as they were written, and sort as texts in their order.
func TestTimes(t *testing.T) {
	noon := time.Date(2020, 5, 1, 12, 0, 0, 0, time.FixedZone("", 2*60*60))
	var texts []string
	for _, at := range []time.Time{{}, noon.AddDate(-1000, 0, 0), noon.Add(-time.Second), noon, noon.Add(time.Millisecond), noon.Add(90 * time.Millisecond), noon.Add(time.Second)} {
		written := FormatTime(at)
		if got := (Row{text(written)}).Time(0); !got.Equal(at) {
			t.Errorf("%v is written %q and read %v", at, written, got)
		}
		texts = append(texts, written)
	}
	if !slices.IsSorted(texts) {
		t.Errorf("%q are not in order", texts)
	}
	for _, other := range []string{"2020-05-01", "2020-05-01T12:00:00Z", "yesterday"} {
		if got := (Row{text(other)}).Time(0); !got.IsZero() {
			t.Errorf("%q is read %v", other, got)
		}
	}
}
