// Package chat reads what messengers export: the text of WhatsApp and the JSON of
// Telegram. Each message has its own time and writer.
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

// WhatsApp reads a chat. Lines that begin no message go on with the one before;
// those before the first are left out, as are notices, which have no writer.
func WhatsApp(steps *work.Counter, s string) ([]Message, error) {
	lines := strings.Split(s, "\n")
	order := newsdate.UnknownOrder
	for _, l := range lines {
		if m := opening.FindStringSubmatch(plain(l)); m != nil && order == newsdate.UnknownOrder {
			order = newsdate.OrderOf(fullYear(m[1]))
		}
	}
	var messages []Message
	var said []string
	for i, l := range lines {
		if err := steps.Add(1 + len(l)); err != nil {
			return nil, err
		}
		m := opening.FindStringSubmatch(plain(l))
		if m == nil {
			if len(messages) > 0 {
				said = append(said, l)
				messages[len(messages)-1].Lines[1] = i + 1
			}
			continue
		}
		closeMessage(messages, said)
		at, _ := newsdate.Parse(fullYear(m[1])+" "+m[2]+" "+m[3], newsdate.Hint{Order: order})
		messages = append(messages, Message{Writer: strings.TrimSpace(m[4]), Published: at, Lines: [2]int{i + 1, i + 1}})
		said = []string{afterOpening(l, m[4])}
	}
	closeMessage(messages, said)
	return messages, nil
}

// afterOpening returns what a line says behind the name of its writer.
func afterOpening(l, writer string) string {
	if i := strings.Index(l, writer+":"); i >= 0 {
		return strings.TrimSpace(l[i+len(writer)+1:])
	}
	_, said, _ := strings.Cut(l, ": ")
	return strings.TrimSpace(said)
}

func closeMessage(messages []Message, said []string) {
	if n := len(messages) - 1; n >= 0 {
		messages[n].Text = strings.TrimSpace(strings.Join(said, "\n"))
	}
}

// fullYear writes the year of a date of numbers in four digits.
func fullYear(date string) string {
	i := strings.LastIndexAny(date, "/.-") + 1
	if len(date)-i == 2 {
		return date[:i] + "20" + date[i:]
	}
	return date
}
