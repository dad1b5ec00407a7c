package html

import (
	"regexp"
	"strings"
	"time"

	"dateline/text"
)

// Notes of programs that saved the page, with address and time: the "mark of the web" of
// browsers, "saved from url=(0024)https://tarmin.example/", and the comment of SingleFile.
var (
	markOfTheWeb = regexp.MustCompile(`saved from url=\(\d+\)(https?://[^\s"<>]+)`)
	savedURL     = regexp.MustCompile(`(?m)^\s*url: (https?://\S+)\s*$`)
	savedDate    = regexp.MustCompile(`(?m)^\s*saved date: [A-Z][a-z]{2} (.+?)(?: \(.*\))?\s*$`)
)

// maxSavedHead is how many bytes of a page are searched for such a note.
const maxSavedHead = 4 << 10

// savedFrom returns the address from which a page was saved, and when, if a comment at its
// beginning tells.
func savedFrom(page string) (address string, at time.Time) {
	head := text.Prefix(page, maxSavedHead)
	if m := markOfTheWeb.FindStringSubmatch(head); m != nil {
		return m[1], at
	}
	_, comment, found := strings.Cut(head, "<!--")
	comment, _, _ = strings.Cut(comment, "-->")
	if m := savedURL.FindStringSubmatch(comment); found && m != nil {
		address = m[1]
		if m = savedDate.FindStringSubmatch(comment); m != nil {
			at, _ = time.Parse("Jan _2 2006 15:04:05 GMT-0700", m[1])
		}
	}
	return address, at
}
