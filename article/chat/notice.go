package chat

import (
	_ "embed" // notices.txt
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Notice is a line written by the messenger itself: somebody left, a picture was not exported.
type Notice struct {
	Text  string
	Lines [2]int
}

//go:embed notices.txt
var noticeTable string

// noticeWords are the texts of notices that replace an omitted message, and beginnings of
// others.
type noticeWords struct {
	whole    map[string]bool
	prefixes []string
}

var notices = sync.OnceValue(func() noticeWords {
	table := noticeWords{whole: map[string]bool{}}
	for l := range strings.Lines(noticeTable) {
		l = strings.TrimSpace(l)
		if prefix, ok := strings.CutSuffix(l, "*"); ok {
			table.prefixes = append(table.prefixes, prefix)
		} else {
			table.whole[l] = true
		}
	}
	return table
})

// inBrackets matches such a notice in any language; atEnd matches a remark after a message, such
// as that it was edited.
var (
	inBrackets = regexp.MustCompile(`^<[^<>]{1,60}>$`)
	atEnd      = regexp.MustCompile(` \x{200e}?<[^<>]{1,60}>$`)
)

// isNotice reports whether a text replaces an omitted message.
func isNotice(said string) bool {
	said = strings.ToLower(strings.Trim(plain(said), " ."))
	begins := func(prefix string) bool { return strings.HasPrefix(said, prefix) }
	return inBrackets.MatchString(said) || notices().whole[said] || slices.ContainsFunc(notices().prefixes, begins)
}
