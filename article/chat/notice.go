package chat

import (
	_ "embed" // notices.txt
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Notice is what a messenger writes itself: that somebody left, that a picture is not
// part of the export.
type Notice struct {
	Text  string
	Lines [2]int
}

//go:embed notices.txt
var noticeTable string

// noticeWords are the messages that stand for one that was left out, and what others begin with.
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

// inBrackets is such a message in any language; atEnd is what is said of one: that it was
// edited.
var (
	inBrackets = regexp.MustCompile(`^<[^<>]{1,60}>$`)
	atEnd      = regexp.MustCompile(` \x{200e}?<[^<>]{1,60}>$`)
)

// isNotice reports whether a message stands for one that was left out.
func isNotice(said string) bool {
	said = strings.ToLower(strings.Trim(plain(said), " ."))
	begins := func(prefix string) bool { return strings.HasPrefix(said, prefix) }
	return inBrackets.MatchString(said) || notices().whole[said] || slices.ContainsFunc(notices().prefixes, begins)
}
