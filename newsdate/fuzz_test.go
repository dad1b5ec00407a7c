package newsdate

import (
	"os"
	"strings"
	"testing"
	"time"
)

// FuzzRead reads anything as a sentence: what is found lies in it, in order, and
// is a day of the calendar.
func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/en.txt", "testdata/ar.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if fields := strings.Split(line, " | "); len(fields) == 3 {
				f.Add(fields[1], int64(1566432000))
			}
		}
	}
	for _, unit := range units {
		f.Add(strings.Repeat(unit, 30), int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, published int64) {
		var ref Reference
		if at := time.Unix(published, 0).UTC(); validYear(at.Year()) {
			ref.Published = at
		}
		r := NewReader(ref)
		for range 2 {
			s := r.Read(text)
			end := 0
			for _, e := range s.Found() {
				if e.Start < end || e.End <= e.Start || e.End > len(text) {
					t.Fatalf("%d to %d of %d bytes, behind %d", e.Start, e.End, len(text), end)
				}
				end = e.End
				if d := e.Date; !d.IsZero() && !Civil(d.Time()).sameDay(d) {
					t.Fatalf("%v is no day", d)
				}
			}
			for at := 0; at <= len(text); at += 7 {
				s.At(at)
			}
		}
	})
}

func (d Date) sameDay(e Date) bool { return d.Year == e.Year && d.Month == e.Month && d.Day == e.Day }

// FuzzParse reads anything as the date of a page. What Format writes is read as
// the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"June 12, 2019", "Fri, 23 Aug 2019 06:00:00 EDT", "23 آب/أغسطس 2019 6:00 م", "1560330000", "2 hours ago", "أمس", "04/05/2019", "٣ ﺗﺸﺮﻳﻦ ﺍﻷﻭﻝ ٢٠١٧",
		"August 23, 2019 6:00 PM America/Los_Angeles", "2019-08-22T10:00:00+14:00", "23 Aug 19 06:00 GMT", "0", "", "(", "America/America",
	} {
		f.Add(s)
	}
	now := time.Date(2019, 8, 22, 1, 30, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		for _, h := range []Hint{{}, {Order: DayFirst, Now: now}, {Order: MonthFirst, Now: now}} {
			got, err := Parse(s, h)
			if err != nil {
				if !got.IsZero() {
					t.Fatalf("%v beside %v", got, err)
				}
				continue
			}
			if again, err := Parse(Format(got), Hint{}); err != nil || !again.Equal(got.Truncate(time.Second)) {
				t.Fatalf("%q is %v, and then %v, %v", s, got, again, err)
			}
		}
		if found, ok := Find(s, DayFirst); ok && (found.Start >= found.End || found.Date.Precision != Day) {
			t.Fatalf("%q: %v", s, found)
		}
		Beside(s)
		OrderOf(s)
	})
}
