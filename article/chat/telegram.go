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

// Telegram reads an export and hands out its messages one by one, with the name of
// the chat. It ends when yield returns false.
func Telegram(r io.Reader, yield func(chat string, m Message) bool) error {
	d := json.NewDecoder(r)
	if _, err := d.Token(); err != nil {
		return err
	}
	chat := ""
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		switch key {
		case "name":
			err = d.Decode(&chat)
		case "messages":
			return messagesOf(d, chat, yield)
		default:
			var other json.RawMessage
			err = d.Decode(&other)
		}
		if err != nil {
			return err
		}
	}
	return ErrNoMessages
}

func messagesOf(d *json.Decoder, chat string, yield func(string, Message) bool) error {
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(ErrNoMessages, err)
	}
	for d.More() {
		var m message
		if err := d.Decode(&m); err != nil {
			return err
		}
		said := strings.TrimSpace(textOf(m.Text))
		if m.Type != "message" || said == "" {
			continue
		}
		out := Message{Key: m.ID.String(), Writer: text.OneLine(m.From), Text: said}
		if out.Published, _ = newsdate.Parse(m.Unix, newsdate.Hint{}); out.Published.IsZero() {
			out.Published, _ = newsdate.Parse(m.Date, newsdate.Hint{})
		}
		if !yield(chat, out) {
			return nil
		}
	}
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
