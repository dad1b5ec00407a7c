// Package chat reads what messengers export: the text of WhatsApp and the JSON of
// Telegram. Each message has its own time and writer.
//
//	messages, notices, err := chat.WhatsApp(work.New(ctx), text)
//
// Time is linear in the bytes; Telegram's JSON is streamed, a message at a time.
package chat

import (
	_ "embed" // notices.txt
	"regexp"
	"strings"
	"sync"
	"time"

	"dateline/newsdate"
	"dateline/text"
	"dateline/work"
)

// Message is one message.
type Message struct {
	Key       string
	Writer    string
	Published time.Time // zero when day and month can't be told apart
	Text      string
	Lines     [2]int // in the input, 1-based; zero when it has none
}

// stamp is how a message or a notice of WhatsApp begins, its digits folded.
const stamp = `^\[?(\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4})[,،]? (\d{1,2}:\d{2})`

var stamped = regexp.MustCompile(stamp)

// opening is how a message begins: "12/06/2019, 10:11 - Vera: ", "[12/06/2019, 10:11:12
// AM] Vera: ".
var opening = regexp.MustCompile(stamp + `(?::\d{2})? ?([apAPصم]\.?[mM]?\.?)?\]?(?: ?[-–])? ([^:]{1,60}): ?`)

// minMessages is how many lines must begin a message for a text to be a chat.
const minMessages = 3

// IsWhatsApp reports whether a text begins as a chat that WhatsApp exports.
func IsWhatsApp(head string) bool {
	lines, messages := 0, 0
	for l := range strings.SplitSeq(head, "\n") {
		if lines++; lines > 40 {
			break
		}
		if opening.MatchString(plain(l)) {
			messages++
		}
	}
	return messages >= minMessages && 3*messages >= lines
}

// maxOpening is how many bytes of a line are looked at for an opening.
const maxOpening = 200

// plain folds the digits and blanks of a line's beginning and drops the marks of
// direction.
func plain(l string) string {
	if len(l) > maxOpening {
		l = strings.ToValidUTF8(l[:maxOpening], "")
	}
	return strings.Map(func(r rune) rune {
		if d, ok := text.Digit(r); ok {
			return '0' + rune(d)
		}
		switch {
		case r == '\u200e' || r == '\u200f' || r == '\u202a' || r == '\u202b' || r == '\u202c' || r == '\ufeff':
			return -1
		case r == '\u00a0' || r == '\u202f':
			return ' '
		}
		return r
	}, l)
}

// Notice is what a messenger writes itself: that somebody left, that a picture is not
// part of the export.
type Notice struct {
	Text  string
	Lines [2]int
}

//go:embed notices.txt
var noticeTable string

// notices are the messages that stand for one that was left out.
var notices = sync.OnceValue(func() map[string]bool {
	table := map[string]bool{}
	for l := range strings.Lines(noticeTable) {
		table[strings.TrimSpace(l)] = true
	}
	return table
})

// inBrackets is such a message in any language.
var inBrackets = regexp.MustCompile(`^<[^<>]{1,60}>$`)

// isNotice reports whether a message stands for one that was left out.
func isNotice(said string) bool {
	said = strings.ToLower(strings.Trim(plain(said), " ."))
	return inBrackets.MatchString(said) || notices()[said]
}

// WhatsApp reads a chat. Lines that begin no message go on with the one before.
func WhatsApp(steps *work.Counter, s string) ([]Message, []Notice, error) {
	lines := strings.Split(s, "\n")
	openings := make([][]string, len(lines))
	var dates []string
	for i, l := range lines {
		if err := steps.Add(1 + len(l)); err != nil {
			return nil, nil, err
		}
		if openings[i] = opening.FindStringSubmatch(plain(l)); openings[i] != nil {
			dates = append(dates, fullYear(openings[i][1]))
		}
	}
	c := whatsApp{order: newsdate.OrderOfAll(dates)}
	for i, l := range lines {
		if err := steps.Add(1); err != nil {
			return nil, nil, err
		}
		c.line(i, l, openings[i])
	}
	c.close()
	return c.messages, c.notices, nil
}

// whatsApp is a chat that is being read.
type whatsApp struct {
	order    newsdate.Order
	messages []Message
	notices  []Notice
	said     []string // lines of the message that is open
	open     *Message
}

// line reads line i, which begins a message where it has an opening.
func (c *whatsApp) line(i int, l string, m []string) {
	switch {
	case m != nil:
		c.close()
		at, _ := newsdate.Parse(fullYear(m[1])+" "+m[2]+" "+m[3], newsdate.Hint{Order: c.order})
		c.open = &Message{Writer: strings.TrimSpace(m[4]), Published: at, Lines: [2]int{i + 1, i + 1}}
		c.said = []string{afterOpening(l, m[4])}
	case stamped.MatchString(plain(l)) || c.open == nil && strings.TrimSpace(l) != "":
		c.close()
		c.notices = append(c.notices, Notice{strings.TrimSpace(l), [2]int{i + 1, i + 1}})
	case c.open != nil:
		c.said = append(c.said, l)
		c.open.Lines[1] = i + 1
	}
}

// close ends the message that is open.
func (c *whatsApp) close() {
	if c.open == nil {
		return
	}
	m := *c.open
	m.Text = strings.TrimSpace(strings.Join(c.said, "\n"))
	if isNotice(m.Text) {
		c.notices = append(c.notices, Notice{m.Text, m.Lines})
	} else if m.Text != "" {
		c.messages = append(c.messages, m)
	}
	c.open, c.said = nil, nil
}

// afterOpening returns what a line says behind the name of its writer.
func afterOpening(l, writer string) string {
	if i := strings.Index(l, writer+":"); i >= 0 {
		return strings.TrimSpace(l[i+len(writer)+1:])
	}
	_, said, _ := strings.Cut(l, ": ")
	return strings.TrimSpace(said)
}

// fullYear writes the year of a date of numbers in four digits.
func fullYear(date string) string {
	i := strings.LastIndexAny(date, "/.-") + 1
	if first := strings.IndexAny(date, "/.-"); len(date)-i == 2 && first < 4 {
		return date[:i] + "20" + date[i:]
	}
	return date
}
