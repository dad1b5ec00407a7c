// Package mail reads messages (RFC 5322) and pages saved as such (MHTML).
package mail

import (
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"dateline/article/charset"
	"dateline/newsdate"
	"dateline/text"
)

// ErrNoText is the error of a message without a text.
var ErrNoText = errors.New("a message without a text")

// Bounds of a message.
const (
	maxDepth = 8 // parts in each other
	maxParts = 1000
)

// Message is what is in a message. Text is HTML where Markup says so.
type Message struct {
	Subject   string
	From      string // name of the writer, else the address
	Published time.Time
	URL       string // of a saved page
	Text      string
	Markup    bool
	Forwarded []Message // that are parts of it
}

// Is reports whether a file begins as a message does: with lines of a header, one
// of which only messages have, or any below the line that begins a mailbox.
func Is(head string) bool {
	lines := strings.Split(head, "\n")
	known := IsBox([]byte(lines[0]))
	if known {
		lines = lines[1:]
	}
	for i, l := range lines[:max(len(lines)-1, 0)] {
		name, _, ok := strings.Cut(l, ":")
		switch {
		case strings.TrimSpace(l) == "":
			return known && i > 0
		case i > 0 && (l[0] == ' ' || l[0] == '\t'):
		case !ok || strings.ContainsAny(name, " \t"):
			return false
		}
		switch strings.ToLower(name) {
		case "mime-version", "message-id", "received", "return-path", "delivered-to", "snapshot-content-location":
			known = true
		}
	}
	return known
}

// Read reads a message.
func Read(r io.Reader) (Message, error) {
	parts := 0
	return read(r, 0, &parts)
}

func read(r io.Reader, depth int, parts *int) (Message, error) {
	m, err := mail.ReadMessage(r)
	if err != nil {
		return Message{}, err
	}
	var out Message
	decoder := mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		s, err := charset.Decode(data, "text/plain; charset="+label)
		return strings.NewReader(s), err
	}}
	out.Subject = decoded(&decoder, m.Header.Get("Subject"))
	parser := mail.AddressParser{WordDecoder: &decoder}
	if from, err := parser.Parse(m.Header.Get("From")); err == nil {
		out.From = from.Name
		if from.Name == "" {
			out.From = from.Address
		}
	}
	out.URL = m.Header.Get("Snapshot-Content-Location")
	out.Published, _ = newsdate.Parse(m.Header.Get("Date"), newsdate.Hint{})
	if err := out.part(m.Header.Get, m.Body, depth, parts); err != nil {
		return out, err
	}
	if strings.TrimSpace(out.Text) == "" && len(out.Forwarded) == 0 {
		return out, ErrNoText
	}
	return out, nil
}

func decoded(d *mime.WordDecoder, s string) string {
	if out, err := d.DecodeHeader(s); err == nil {
		s = out
	}
	return text.OneLine(s)
}

// part reads a part of a message. Of its alternatives plain text wins, of the parts
// of a saved page the first that is HTML.
func (m *Message) part(header func(string) string, body io.Reader, depth int, parts *int) error {
	if *parts++; depth > maxDepth || *parts > maxParts {
		return nil
	}
	mediaType, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		mediaType = "text/plain"
	}
	body = transferDecoded(header("Content-Transfer-Encoding"), body)
	switch {
	case strings.HasPrefix(mediaType, "multipart/"):
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			if err := m.part(p.Header.Get, p, depth+1, parts); err != nil {
				return err
			}
		}
	case mediaType == "message/rfc822", mediaType == "message/global":
		inner, err := read(body, depth+1, parts)
		if err == nil {
			m.Forwarded = append(m.Forwarded, inner)
		}
		return nil // of one that can't be read its letter says no more
	case strings.HasPrefix(header("Content-Disposition"), "attachment"):
		return nil
	case mediaType == "text/plain" && (m.Text == "" || m.Markup), mediaType == "text/html" && m.Text == "":
		data, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		s, err := charset.Decode(data, header("Content-Type"))
		if err != nil {
			return err
		}
		m.Text, m.Markup = s, mediaType == "text/html"
		if at := header("Content-Location"); m.Markup && m.URL == "" {
			m.URL = at
		}
	}
	return nil
}

func transferDecoded(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}
