package chat

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"dateline/newsdate"
	"dateline/text"
)

// ErrNoMessages is the error of an export without a list of messages.
var ErrNoMessages = errors.New("no list of messages in it")

// IsTelegram reports whether JSON begins as an export of Telegram does.
func IsTelegram(head []byte) bool {
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"messages"`)) && bytes.Contains(head, []byte(`"type"`)) && bytes.Contains(head, []byte(`"date_unixtime"`)) ||
		bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"messages": [`)) && bytes.Contains(head, []byte(`"from_id"`))
}

// message is a message as Telegram writes it.
type message struct {
	ID   json.Number     `json:"id"`
	Type string          `json:"type"`
	Date string          `json:"date"`
	Unix string          `json:"date_unixtime"`
	From string          `json:"from"`
	Text json.RawMessage `json:"text"`
}

// Telegram reads an export, of one chat or of all, and hands out its messages one by
// one, with the name of the chat. It ends when yield returns false.
func Telegram(r io.Reader, yield func(chat string, m Message) bool) error {
	e := export{Decoder: json.NewDecoder(r), yield: yield}
	err := e.object(maxDepth)
	if err == nil && !e.found {
		return ErrNoMessages
	}
	return err
}

// export reads what is in an export.
type export struct {
	*json.Decoder
	yield        func(string, Message) bool
	found, ended bool
}

// maxDepth is how deep a chat lies in an export of all: in the list of its "chats".
const maxDepth = 3

// object reads a chat, or what holds a list of chats, down to a depth.
func (e *export) object(depth int) error {
	if depth == 0 {
		return ErrNoMessages
	}
	if start, err := e.Token(); err != nil || start != json.Delim('{') {
		return errors.Join(ErrNoMessages, err)
	}
	chat := ""
	for e.More() && !e.ended {
		key, err := e.Token()
		if err != nil {
			return err
		}
		switch key {
		case "name":
			err = e.Decode(&chat)
		case "messages":
			e.found = true
			err = e.list(func() error { return e.message(chat) })
		case "chats":
			err = e.object(depth - 1)
		case "list":
			err = e.list(func() error { return e.object(depth - 1) })
		default:
			var other json.RawMessage
			err = e.Decode(&other)
		}
		if err != nil {
			return err
		}
	}
	return e.close()
}

// list reads the members of a list.
func (e *export) list(member func() error) error {
	if start, err := e.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(ErrNoMessages, err)
	}
	for e.More() && !e.ended {
		if err := member(); err != nil {
			return err
		}
	}
	return e.close()
}

// close reads the bracket that closes a list or an object.
func (e *export) close() error {
	if e.ended {
		return nil
	}
	_, err := e.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// message reads a message and hands it out, where it has a text.
func (e *export) message(chat string) error {
	var m message
	if err := e.Decode(&m); err != nil {
		return err
	}
	said := strings.TrimSpace(textOf(m.Text))
	if m.Type != "message" || said == "" {
		return nil
	}
	out := Message{Key: m.ID.String(), Writer: text.OneLine(m.From), Text: said}
	if out.Published, _ = newsdate.Parse(m.Unix, newsdate.Hint{}); out.Published.IsZero() {
		out.Published, _ = newsdate.Parse(m.Date, newsdate.Hint{})
	}
	e.ended = !e.yield(chat, out)
	return nil
}

// textOf returns the text of a message: a string, or a list of strings and of
// objects that have one.
func textOf(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var parts []json.RawMessage
	var b strings.Builder
	if json.Unmarshal(raw, &parts) != nil {
		return ""
	}
	for _, p := range parts {
		var part struct{ Text string }
		if json.Unmarshal(p, &s) == nil {
			b.WriteString(s)
		} else if json.Unmarshal(p, &part) == nil {
			b.WriteString(part.Text)
		}
	}
	return b.String()
}
