// Package chat reads chats exported or copied from messengers: WhatsApp, Telegram, Discord and
// IRC as text, Telegram as JSON. Each message has its own time and author.
//
//	messages, notices, err := chat.Text(work.New(ctx), text)
//
// Time is linear in the size; Telegram's JSON is streamed message by message.
package chat

import (
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/work"
)

// Message is one message of a chat.
type Message struct {
	Key       string
	Writer    string
	Published time.Time // zero if unknown, also if day and month are ambiguous
	Text      string
	Notice    string // what replaces the text, such as a picture; empty if there is text
	Lines     [2]int // in the input, 1-based; zero if it has none
}

// Text reads a chat in text form. Lines that begin no message continue the previous one, in
// dialects whose messages may have several lines.
func Text(steps *work.Counter, s string) ([]Message, []Notice, error) {
	d := dialectOf(s)
	if d == nil {
		return nil, nil, nil
	}
	return read(steps, d, s)
}

// read reads a chat in a dialect.
func read(steps *work.Counter, d *dialect, s string) ([]Message, []Notice, error) {
	lines := strings.Split(s, "\n")
	var dates []string
	for _, l := range lines {
		if err := steps.Add(1 + len(l)); err != nil {
			return nil, nil, err
		}
		if b, ok := d.begins(l); ok {
			dates = append(dates, b.date)
		}
	}
	r := reader{dialect: d, order: datestamp.OrderOfAll(dates)}
	for i, l := range lines {
		if err := steps.Add(1); err != nil {
			return nil, nil, err
		}
		r.line(i, l)
	}
	r.close()
	return r.messages, r.notices, nil
}

// reader reads a chat.
type reader struct {
	*dialect
	order         newsdate.Order
	day           string // day of the messages that follow
	messages      []Message
	notices       []Notice
	said          []string // lines of the open message
	open          *Message
	ended         bool // the text of the open message has ended
	noticesBefore int  // notices before the open message
}

// line reads line i, which begins a message if it matches an opening.
func (r *reader) line(i int, l string) {
	b, begins := r.begins(l)
	bare := strings.TrimSpace(plain(l))
	switch {
	case begins:
		r.begin(i, l, b)
	case bare == "" && r.open == nil:
	case r.rest != nil && r.rest.MatchString(bare):
		r.ended = true
		r.notice(i, l)
	case r.open == nil, r.oneLine, r.dialect.notice.MatchString(bare):
		if day := r.dayIn(bare); day != "" {
			r.day = day
		}
		if len(r.said) == 0 || strings.TrimSpace(r.said[0]) != "" { // otherwise the notice replaces the text
			r.close()
		}
		r.notice(i, l)
	case r.ended:
		r.notice(i, l)
	default:
		r.said = append(r.said, l)
		r.open.Lines[1] = i + 1
	}
}

// begin opens the message that begins on line i.
func (r *reader) begin(i int, l string, b begun) {
	r.close()
	date := b.date
	if date == "" {
		date = r.day
	}
	at, _ := datestamp.Parse(date+" "+b.clock+" "+b.half, newsdate.Hint{Order: r.order})
	r.open = &Message{Writer: b.writer, Published: at, Lines: [2]int{i + 1, i + 1}}
	r.said = []string{behind(l, b.size)}
	r.ended, r.noticesBefore = false, len(r.notices)
}

// notice records line i as a notice of the program.
func (r *reader) notice(i int, l string) {
	if l = strings.TrimSpace(l); l != "" {
		r.notices = append(r.notices, Notice{l, [2]int{i + 1, i + 1}})
	}
}

// close ends the open message.
func (r *reader) close() {
	if r.open == nil {
		return
	}
	m := *r.open
	m.Text = strings.TrimSpace(strings.Join(r.said, "\n"))
	if end := atEnd.FindString(m.Text); end != "" {
		m.Text = strings.TrimSpace(strings.TrimSuffix(m.Text, end))
		r.notices = append(r.notices, Notice{strings.TrimSpace(end), m.Lines})
	}
	switch {
	case m.Text == "" && len(r.notices) == r.noticesBefore:
		r.notices = append(r.notices, Notice{"a message without text", m.Lines})
	case m.Text == "":
	case isNotice(m.Text):
		r.notices = append(r.notices, Notice{m.Text, m.Lines})
	default:
		r.messages = append(r.messages, m)
	}
	r.open, r.said = nil, nil
}

// behind returns the text of a line after an opening. The size is measured in the line
// normalised by plain, which drops direction marks and folds digits.
func behind(l string, size int) string {
	for i := range l {
		if len(plain(l[:i])) >= size {
			return strings.TrimSpace(l[i:])
		}
	}
	return ""
}
