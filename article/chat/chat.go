// Package chat reads what messengers export: the text of WhatsApp and the JSON of
// Telegram. Each message has its own time and writer.
//
//	messages, notices, err := chat.WhatsApp(work.New(ctx), text)
//
// Time is linear in the bytes; Telegram's JSON is streamed, a message at a time.
package chat

import (
	"regexp"
	"strings"
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

// opening is how WhatsApp begins a message, its digits folded: "12/06/2019, 10:11 -
// Vera: ", "[12/06/2019, 10:11:12 AM] Vera: ".
var opening = regexp.MustCompile(`^\[?(\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4})[,،]? (\d{1,2}:\d{2})(?::\d{2})? ?([apAPصم]\.?[mM]?\.?)?\]?(?: ?[-–])? ([^:]{1,60}): ?`)

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

// stamped is how a message or a notice begins.
var stamped = regexp.MustCompile(`^\[?\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}[,،]? \d{1,2}:\d{2}`)

// notices are messages that stand for what was left out: in angle brackets, in any
// language, or in one of these forms.
var notices = regexp.MustCompile(`^<[^<>]{1,60}>$|^(?:image|video|audio|sticker|gif|document|contact card) omitted$|^(?:this message was|you) deleted|` +
	`^تم حذف هذه الرسالة|^(?:لم يتم إدراج|تم حذف|تم استبعاد) (?:ال)?(?:صورة|فيديو|ملف|رسالة|وسائط)|^null$`)

// WhatsApp reads a chat. Lines that begin no message go on with the one before.
func WhatsApp(steps *work.Counter, s string) ([]Message, []Notice, error) {
	c := whatsApp{lines: strings.Split(s, "\n")}
	var dates []string
	for _, l := range c.lines {
		if m := opening.FindStringSubmatch(plain(l)); m != nil {
			dates = append(dates, fullYear(m[1]))
		}
	}
	c.order = newsdate.OrderOfAll(dates)
	for i, l := range c.lines {
		if err := steps.Add(1 + len(l)); err != nil {
			return nil, nil, err
		}
		c.line(i, l)
	}
	c.close()
	return c.messages, c.notices, nil
}

// whatsApp is a chat that is being read.
type whatsApp struct {
	lines    []string
	order    newsdate.Order
	messages []Message
	notices  []Notice
	said     []string // lines of the message that is open
	open     *Message
}

// line reads line i.
func (c *whatsApp) line(i int, l string) {
	head := plain(l)
	m := opening.FindStringSubmatch(head)
	switch {
	case m != nil:
		c.close()
		at, _ := newsdate.Parse(fullYear(m[1])+" "+m[2]+" "+m[3], newsdate.Hint{Order: c.order})
		c.open = &Message{Writer: strings.TrimSpace(m[4]), Published: at, Lines: [2]int{i + 1, i + 1}}
		c.said = []string{afterOpening(l, m[4])}
	case stamped.MatchString(head) || c.open == nil && strings.TrimSpace(l) != "":
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
	if notices.MatchString(strings.ToLower(strings.Trim(plain(m.Text), " .\u200e"))) {
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
