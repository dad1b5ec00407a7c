// Package mail reads messages (RFC 5322) and pages saved as such (MHTML), one or a box of
// them:
//
//	m, err := mail.Read(r)
//
// Time is linear in the bytes; a message is held in memory whole.
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
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// ErrNoText reports a message without text.
var ErrNoText = errors.New("a message without text")

// Limits on messages.
const (
	maxDepth = 8 // nested parts
	maxParts = 1000
)

// Message is a message or a saved page. Text is HTML if Markup is true.
type Message struct {
	Subject   string
	From      string // name of the author, else the address
	Published time.Time
	URL       string // of a saved page
	Text      string
	Markup    bool
	Forwarded []Message // messages contained as parts
	Attached  []string  // names or types of attachments, which are not read
}

// Is reports whether a file begins as a message: with header lines, at least one of which is
// specific to mail unless an mbox line precedes them.
func Is(head string) bool {
	lines := strings.Split(head, "\n")
	known := IsBox([]byte(lines[0]))
	if known {
		lines = lines[1:]
	}
	letter := map[string]bool{} // header fields of a letter pasted as text
	for i, l := range lines[:max(len(lines)-1, 0)] {
		name, _, ok := strings.Cut(l, ":")
		switch {
		case strings.TrimSpace(l) == "":
			return i > 0 && (known || letter["from"] && letter["date"] && letter["subject"])
		case i > 0 && (l[0] == ' ' || l[0] == '\t'):
		case !ok || strings.ContainsAny(name, " \t"):
			return false
		}
		letter[strings.ToLower(name)] = true
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
	} else if said := decoded(&decoder, m.Header.Get("From")); !strings.ContainsAny(said, "@<") {
		out.From = text.OneLine(said) // only a name, as in a pasted letter
	}
	out.URL = m.Header.Get("Snapshot-Content-Location")
	out.Published, _ = datestamp.Parse(m.Header.Get("Date"), newsdate.Hint{})
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

// part reads a part of a message. Of alternatives, plain text is preferred unless it is a stub;
// of the parts of a saved page, the first HTML part.
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
		return nil // an unreadable header says nothing
	case strings.HasPrefix(strings.ToLower(header("Content-Disposition")), "attachment"):
		m.attach(header("Content-Disposition"), mediaType, params)
		return nil
	case mediaType == "text/plain" && (m.Text == "" || m.Markup), mediaType == "text/html" && !m.Markup:
		data, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		s, err := charset.Decode(data, header("Content-Type"))
		if err != nil || m.Text != "" && mediaType == "text/html" && !isStub(m.Text, s) {
			return err
		}
		m.Text, m.Markup = s, mediaType == "text/html"
		if at := header("Content-Location"); m.Markup && m.URL == "" {
			m.URL = at
		}
	}
	return nil
}

// attach records an attachment by its file name, else by its type.
func (m *Message) attach(disposition, mediaType string, params map[string]string) {
	name := params["name"]
	if _, more, err := mime.ParseMediaType(disposition); err == nil && more["filename"] != "" {
		name = more["filename"]
	}
	decoder := mime.WordDecoder{}
	if name = decoded(&decoder, name); name == "" {
		name = mediaType
	}
	m.Attached = append(m.Attached, name)
}

// stubShare is how many times longer than the plain text an HTML part must be for the plain text
// to be a stub: "This message has to be read in a browser".
const stubShare = 4

// isStub reports whether a plain text only refers to the HTML part.
func isStub(plain, page string) bool {
	said := 0
	for rest := page; rest != "" && said <= stubShare*len(plain); {
		outside, tag, _ := strings.Cut(rest, "<")
		said += len(strings.TrimSpace(outside))
		name, behind, _ := strings.Cut(tag, ">")
		if strings.HasPrefix(strings.ToLower(name), "style") {
			_, behind, _ = strings.Cut(behind, "</style")
		}
		rest = behind
	}
	return said > stubShare*len(plain)
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
