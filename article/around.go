package article

import (
	"time"

	"dateline/newsdate"
)

// bound gives the undated articles of one page, which stand between dated ones,
// the day, month or year that holds both. It tells nothing where the page is not
// in the order of its dates.
func bound(articles []Article) {
	if !inOrder(articles) {
		return
	}
	var last newsdate.Date
	undated := 0 // in a row before article i
	for i := range articles {
		day := newsdate.Civil(articles[i].Published)
		if day.IsZero() {
			undated++
			continue
		}
		around := newsdate.Enclosing(last, day)
		for j := i - undated; j < i; j++ {
			articles[j].Around = around
		}
		last, undated = day, 0
	}
}

// inOrder reports whether the dated articles run up or down the days.
func inOrder(articles []Article) bool {
	var last time.Time
	up, down := true, true
	for i := range articles {
		day := newsdate.Civil(articles[i].Published).Time()
		if day.IsZero() {
			continue
		}
		if !last.IsZero() {
			up, down = up && !day.Before(last), down && !last.Before(day)
		}
		last = day
	}
	return up || down
}
