package article

import (
	"time"

	"dateline/newsdate"
)

// bound sets Around of the undated articles of a page to the day, month or year that the dated
// articles before and after them have in common. It sets nothing unless the dates of the page
// are in order.
func bound(articles []Article) {
	if !inOrder(articles) {
		return
	}
	var last newsdate.Date
	undated := 0 // undated articles in a row before article i
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

// inOrder reports whether the dates of the articles only ascend or only descend.
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
