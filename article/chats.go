package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/article/chat"
	"dateline/article/html"
	"dateline/article/mail"
	"dateline/article/segment"
	"dateline/text"
)

// fromMessage converts a message to an article.
func fromMessage(m chat.Message, source string) Article {
	first, _, _ := strings.Cut(m.Text, "\n")
	return Article{
		Key: m.Key, Title: text.Clip(text.OneLine(first), maxEntryTitle), Byline: m.Writer, Source: source,
		Published: m.Published, Text: m.Text, Lines: m.Lines,
	}
}

func readChat(w task, name, s string, yield yieldFunc) bool {
	messages, notices, err := chat.Text(w.Counter, s)
	if err == nil && len(messages) == 0 {
		return yield(Article{}, noTexts(name, len(notices)))
	}
	var articles []Article
	for _, m := range messages {
		articles = append(articles, fromMessage(m, ""))
	}
	for _, n := range notices {
		if len(articles) > 0 {
			articles[0].LeftOut = append(articles[0].LeftOut, LeftOut{Reason: segment.Notices, Text: n.Text, Lines: n.Lines})
		}
	}
	return yieldAll(name, articles, err, yield)
}

// noTexts is the error for a chat in which no message has text.
func noTexts(name string, messages int) error {
	return &Error{Input: name, Err: fmt.Errorf("%w: none of its %d messages has a text", ErrEmpty, messages), Hint: "export the chat with its texts"}
}

func readTelegram(s source, r *bufio.Reader, yield yieldFunc) bool {
	c := heldChat{source: s, yield: yield}
	err := chat.Telegram(r, c.take)
	n := len(c.notices)
	switch {
	case c.ended:
		return false
	case c.held == nil && n > 0 && err == nil:
		return yield(Article{}, noTexts(s.name, n))
	case !c.give():
		return false
	case err != nil:
		return s.fail(err, yield)
	}
	return true
}

// heldChat yields each message of a chat only when the next one arrives: messages without text
// that come in between are then listed in its LeftOut.
type heldChat struct {
	source  source
	yield   yieldFunc
	held    *Article
	notices []LeftOut
	ended   bool // the consumer wants no more
}

func (c *heldChat) take(name string, m chat.Message) bool {
	if m.Notice != "" {
		c.notices = append(c.notices, LeftOut{Reason: segment.Notices, Text: m.Notice})
		return true
	}
	if !c.give() {
		return false
	}
	a := fromMessage(m, name).finish(c.source.name)
	c.held = &a
	return true
}

// give yields the held message.
func (c *heldChat) give() bool {
	if c.held == nil {
		return true
	}
	a := *c.held
	a.LeftOut, c.held, c.notices = append(a.LeftOut, c.notices...), nil, nil
	c.ended = !c.yield(a, nil)
	return !c.ended
}

// readMail reads a message or a mailbox.
func readMail(s source, r *bufio.Reader, yield yieldFunc) bool {
	if !mail.IsBox(buffered(r)) {
		return readMessage(s, r, yield)
	}
	box := mail.NewBox(r, MaxDocument)
	for {
		message, lines, err := box.Next()
		switch {
		case err == io.EOF:
			return true
		case s.ctx.Err() != nil:
			return s.fail(s.ctx.Err(), yield)
		case errors.Is(err, mail.ErrTooLarge):
			if !yield(Article{}, &Error{Input: s.name, Line: lines[0], Err: err, Hint: "the other messages were read"}) {
				return false
			}
			continue
		case err != nil:
			return s.fail(err, yield)
		}
		if !readMessage(s, bytes.NewReader(message), yield) {
			return false
		}
	}
}

// readMessage reads a message; a newsletter may have several articles.
func readMessage(s source, r io.Reader, yield yieldFunc) bool {
	m, err := mail.Read(r)
	if err != nil {
		return s.fail(err, yield)
	}
	return takeMessage(s, m, yield)
}

// takeMessage yields the articles of a message and of the messages it forwards.
func takeMessage(s source, m mail.Message, yield yieldFunc) bool {
	if !m.Published.IsZero() {
		s.options.Fetched = m.Published
	}
	var articles []Article
	var err error
	switch {
	case strings.TrimSpace(m.Text) == "":
	case m.Markup && m.URL != "":
		articles, err = fromPage(s.task(), m.URL, m.Text)
	default:
		articles, err = fromLetter(s.task(), m)
	}
	for i := range articles {
		if articles[i].Published.IsZero() && m.URL == "" { // the date of a saved page is when it was saved, not published
			articles[i].Published = m.Published
		}
	}
	if (len(articles) > 0 || err != nil || len(m.Forwarded) == 0) && !yieldAll(s.name, articles, err, yield) {
		return false
	}
	for _, inner := range m.Forwarded {
		if !takeMessage(s, inner, yield) {
			return false
		}
	}
	return true
}

func fromLetter(w task, m mail.Message) ([]Article, error) {
	var left []LeftOut
	said := m.Text
	if m.Markup {
		var err error
		if said, left, err = html.Text(w.Counter, m.Text); err != nil {
			return nil, err
		}
	}
	said, signature, _ := strings.Cut(said, "\n-- \n") // RFC 3676, 4.3
	if signature = strings.TrimSpace(signature); signature != "" {
		left = append(left, LeftOut{Reason: segment.Footer, Text: signature})
	}
	for _, name := range m.Attached {
		left = append(left, LeftOut{Reason: segment.Attachments, Text: printable(name)})
	}
	articles, err := fromTitled(w, m.Subject, said, segment.Titled)
	for i := range articles {
		if i == 0 {
			articles[i].LeftOut = append(articles[i].LeftOut, left...)
		}
		if articles[i].Byline == "" {
			articles[i].Byline = m.From
		}
	}
	return articles, err
}
