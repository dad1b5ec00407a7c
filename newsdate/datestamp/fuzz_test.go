package datestamp

import (
	"testing"
	"time"

	"dateline/newsdate"
)

// FuzzParse reads anything as the date of a page. The output of Format is read as the same date.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"June 12, 2019", "Fri, 23 Aug 2019 06:00:00 EDT", "23 آب/أغسطس 2019 6:00 م", "1560330000", "2 hours ago", "أمس", "04/05/2019", "٣ ﺗﺸﺮﻳﻦ ﺍﻷﻭﻝ ٢٠١٧",
		"August 23, 2019 6:00 PM America/Los_Angeles", "2019-08-22T10:00:00+14:00", "23 Aug 19 06:00 GMT", "0", "", "(", "America/America",
	} {
		f.Add(s)
	}
	now := time.Date(2019, 8, 22, 1, 30, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		for _, h := range []newsdate.Hint{{}, {Order: newsdate.DayFirst, Now: now}, {Order: newsdate.MonthFirst, Now: now}} {
			got, err := Parse(s, h)
			if err != nil {
				if !got.IsZero() {
					t.Fatalf("%v beside %v", got, err)
				}
				continue
			}
			if again, err := Parse(newsdate.Format(got), newsdate.Hint{}); err != nil || !again.Equal(got.Truncate(time.Second)) {
				t.Fatalf("%q is %v, and then %v, %v", s, got, again, err)
			}
		}
		if found, ok := Find(s, newsdate.DayFirst); ok && (found.Start >= found.End || found.Date.Precision != newsdate.Day) {
			t.Fatalf("%q: %v", s, found)
		}
		Beside(s)
		OrderOf(s)
	})
}
