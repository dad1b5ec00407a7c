package stats

import (
	"testing"
	"time"

	"dateline/feature"
)

func TestWeeksBeginOnMondays(t *testing.T) {
	for day := feature.Day(-1000); day < 1000; day++ {
		week := binOf(day, byWeek)
		if week.Time().Weekday() != time.Monday || week > day || day-week > 6 {
			t.Fatalf("%s is in the week of %s", day.Time(), week.Time())
		}
	}
}
