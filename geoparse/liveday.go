package geoparse

import (
	"regexp"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
)

// The entries of a live blog have only a time of day; the day is in its headline.

const (
	leastEntries  = 2   // entries that begin with a time in a live blog
	maxHeadline   = 200 // bytes of its first line
	maxBlogSearch = maxPartBytes
)

var entryTime = regexp.MustCompile(`(?m)^[^\pL\pN\n]{0,4}\pN{1,2}[:٫]\pN{2}(?:$|[^\pN:])`)

// liveDay returns the day in the headline of a live blog.
func liveDay(text string) (newsdate.Date, bool) {
	line, entries, _ := strings.Cut(strings.TrimLeft(text, "\n\r "), "\n")
	line = strings.TrimSpace(line)
	if len(line) > maxHeadline || strings.HasSuffix(line, ".") {
		return newsdate.Date{}, false
	}
	headline, ok := datestamp.Find(line, newsdate.UnknownOrder)
	if !ok || headline.Date.Precision != newsdate.Day {
		return newsdate.Date{}, false
	}
	entries = entries[:min(len(entries), maxBlogSearch)]
	return headline.Date, len(entryTime.FindAllStringIndex(entries, leastEntries)) == leastEntries
}
