package segment

import (
	"strings"
	"unicode/utf8"
)

// markBullets turns list items with a date and a paragraph below into headings, as in digests.
func markBullets(lines []line) {
	var above [2]*line // the two non-blank lines above, the nearer first
	for i := range lines {
		l := &lines[i]
		if l.kind == blank {
			continue
		}
		if item := above[1]; item != nil && l.kind == body && above[0].kind == dated && isBullet(*item) && item.kind < dated {
			said := strings.TrimSpace(item.raw)
			_, n := utf8.DecodeRuneInString(said)
			item.becomeHeading()
			item.title = strings.TrimSpace(said[n:])
		}
		above = [2]*line{l, above[0]}
	}
}
