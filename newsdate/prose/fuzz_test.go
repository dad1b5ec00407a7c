package prose

import (
	"strings"
	"testing"
	"time"

	"dateline/newsdate"
)

// FuzzRead reads anything as a sentence: dates lie in it, in order, and are days of the calendar.
func FuzzRead(f *testing.F) {
	for _, e := range examples(f) {
		f.Add(e.text, int64(1566432000))
	}
	for _, unit := range units {
		f.Add(strings.Repeat(unit, 30), int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, published int64) {
		var ref Reference
		if at := time.Unix(published, 0).UTC(); newsdate.ValidYear(at.Year()) {
			ref.Published = at
		}
		r := NewReader(ref)
		for range 2 {
			s := r.Read(text)
			end := 0
			for _, e := range s.Dates() {
				if e.Start < end || e.End <= e.Start || e.End > len(text) {
					t.Fatalf("%d to %d of %d bytes, behind %d", e.Start, e.End, len(text), end)
				}
				end = e.End
				if d := e.Date; !d.IsZero() && !sameDay(newsdate.Civil(d.Time()), d) {
					t.Fatalf("%v is no day", d)
				}
			}
			for at := 0; at <= len(text); at += 7 {
				s.At(at)
			}
		}
	})
}

func sameDay(d, e newsdate.Date) bool {
	return d.Year == e.Year && d.Month == e.Month && d.Day == e.Day
}
