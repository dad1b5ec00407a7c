package chat

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/jsonstream"
	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// ErrNoMessages reports an export without a list of messages.
var ErrNoMessages = errors.New("no list of messages in it")

// IsTelegram reports whether JSON begins as a Telegram export.
func IsTelegram(head []byte) bool {
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"messages"`)) && bytes.Contains(head, []byte(`"type"`)) && bytes.Contains(head, []byte(`"date_unixtime"`)) ||
		bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"messages": [`)) && bytes.Contains(head, []byte(`"from_id"`))
}

// message is a message in Telegram's JSON.
type message struct {
	ID     json.Number     `json:"id"`
	Type   string          `json:"type"`
	Date   string          `json:"date"`
	Unix   string          `json:"date_unixtime"`
	From   string          `json:"from"`
	Text   json.RawMessage `json:"text"`
	Action string          `json:"action"` // of a service message
	Media  string          `json:"media_type"`
	Photo  string          `json:"photo"`
	File   string          `json:"file"`
}

// what describes a message that has no text.
func (m *message) what() string {
	what := m.Action
	switch {
	case what != "":
	case m.Media != "":
		what = m.Media
	case m.Photo != "":
		what = "photo"
	case m.File != "":
		what = "file"
	default:
		what = "nothing"
	}
	return fmt.Sprintf("message %s without text: %s", m.ID, what)
}

// Telegram reads an export of one chat or of all, and yields its messages one by one, with the
// name of the chat. Messages without text and service messages have a Notice. It stops when
// yield returns false.
func Telegram(r io.Reader, yield func(chat string, m Message) bool) error {
	e := export{Decoder: jsonstream.NewDecoder(r), yield: yield}
	err := e.object(maxDepth)
	switch {
	case err == errStop:
		return nil
	case err == jsonstream.ErrNoObject, err == jsonstream.ErrNoList, err == nil && !e.found:
		return ErrNoMessages
	}
	return err
}

// errStop stops reading when yield wants no more.
var errStop = errors.New("no more messages are wanted")

// export reads what is in an export.
type export struct {
	*jsonstream.Decoder
	yield func(string, Message) bool
	found bool
}

// maxDepth is how deeply a chat is nested in an export of all chats.
const maxDepth = 3

// object reads a chat, or an object that contains chats, down to a depth.
func (e *export) object(depth int) error {
	if depth == 0 {
		return ErrNoMessages
	}
	chat := ""
	return e.Object(func(key string) error {
		switch key {
		case "name":
			return e.Decode(&chat)
		case "messages":
			e.found = true
			return e.List(func() error { return e.message(chat) })
		case "chats":
			return e.object(depth - 1)
		case "list":
			return e.List(func() error { return e.object(depth - 1) })
		}
		var other json.RawMessage
		return e.Decode(&other)
	})
}

// message reads and yields a message.
func (e *export) message(chat string) error {
	var m message
	if err := e.Decode(&m); err != nil {
		return err
	}
	said := strings.TrimSpace(textOf(m.Text))
	out := Message{Key: m.ID.String(), Writer: text.OneLine(m.From), Text: said}
	if m.Type != "message" || said == "" {
		out = Message{Key: m.ID.String(), Notice: m.what()}
	}
	if out.Published, _ = datestamp.Parse(m.Unix, newsdate.Hint{}); out.Published.IsZero() {
		out.Published, _ = datestamp.Parse(m.Date, newsdate.Hint{})
	}
	if !e.yield(chat, out) {
		return errStop
	}
	return nil
}

// textOf returns the text of a message: a string, or a list of strings and of objects with a
// text.
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
