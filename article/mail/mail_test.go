package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

const header = "From: Canal Desk <desk@canal.example>\nSubject: Bridge closed\nDate: Thu, 12 Nov 2020 09:30:00 +0200\nMessage-ID: <1@x>\n"

// parts makes the body of a message of several parts, of headers and contents in turn.
func parts(kind string, parts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Content-Type: multipart/%s; boundary=bb\n\n", kind)
	for i := 0; i < len(parts); i += 2 {
		fmt.Fprintf(&b, "--bb\n%s\n\n%s\n", parts[i], parts[i+1])
	}
	return b.String() + "--bb--\n"
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, message string
		text          string
		markup        bool
	}{
		{"plain", header + "\nShots fell.", "Shots fell.", false},
		{"HTML", header + "Content-Type: text/html\n\n<p>Shots fell.", "<p>Shots fell.", true},
		{"quoted-printable", header + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 =\nclosed", "Café closed", false},
		{"base64 in windows-1256", header + "Content-Type: text/plain; charset=windows-1256\nContent-Transfer-Encoding: BASE64\n\n3dXd", "فصف", false},
		{"plain goes before HTML", header + parts("alternative", "Content-Type: text/html", "<p>b", "Content-Type: text/plain", "a"), "a", false},
		{"a note in place of HTML", header + parts("alternative", "Content-Type: text/plain", "See it online.", "Content-Type: text/html", "<style>p { color: red }</style><p>"+strings.Repeat("Shots fell. ", 20)), "<style>p { color: red }</style><p>" + strings.TrimSpace(strings.Repeat("Shots fell. ", 20)), true},
		{"attachments are left", header + parts("mixed", "Content-Type: text/plain", "a", "Content-Type: text/plain\nContent-Disposition: attachment", "b"), "a", false},
		{"parts in parts", header + parts("mixed", "Content-Type: multipart/alternative; boundary=cc", "--cc\nContent-Type: text/plain\n\na\n--cc--"), "a", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := Read(strings.NewReader(tt.message))
			if err != nil || strings.TrimSpace(m.Text) != tt.text || m.Markup != tt.markup {
				t.Errorf("%+v, error %v", m, err)
			}
			if m.Subject != "Bridge closed" || m.From != "Canal Desk" || m.Published.Format("2006-01-02T15:04Z07:00") != "2020-11-12T09:30+02:00" {
				t.Errorf("%+v", m)
			}
		})
	}
}

func TestReadHeader(t *testing.T) {
	m, err := Read(strings.NewReader("From: =?windows-1256?B?3dXd?= <a@x>\nSubject: =?utf-8?B?2YLYtdmB?=\n =?utf-8?Q?_2?=\nSnapshot-Content-Location: https://x.example/1\n\n<p>x"))
	if err != nil || m.From != "فصف" || m.Subject != "قصف 2" || m.URL != "https://x.example/1" || !m.Published.IsZero() {
		t.Errorf("%+v, error %v", m, err)
	}
	if m, err = Read(strings.NewReader("From: a@x.example\n\nx")); err != nil || m.From != "a@x.example" {
		t.Errorf("%+v, error %v", m, err)
	}
	if _, err = Read(strings.NewReader(header + parts("mixed", "Content-Type: image/png", "x"))); !errors.Is(err, ErrNoText) {
		t.Errorf("error %v", err)
	}
}

func TestIs(t *testing.T) {
	for head, want := range map[string]bool{
		header + "\nx": true,
		"From x@y Thu Nov 12 09:30:00 2020\nMessage-ID: <1>\n\nx":     true,
		"From x@y Thu Nov 12 09:30:00 2020\nFrom: a\nSubject: b\n\nx": true,
		"From x@y Thu Nov 12 shots were heard.\n\nx":                  false,
		"Received: by x\n\tby y\nFrom: a\n\nx":                        true,
		"Subject: x\nFrom: y\n\nz":                                    false,
		"Title: a\nDate: b\n\nc":                                      false,
		"From the hills shots were heard.\n\nx":                       false,
		"x":                                                           false,
	} {
		if got := Is(head); got != want {
			t.Errorf("%q: %v", head, got)
		}
	}
}

func TestBox(t *testing.T) {
	box := NewBox(bufio.NewReaderSize(strings.NewReader("From a Thu Nov 12 09:30:00 2020\nSubject: 1\n\nx\n>From the hill\n\nFrom b Thu Nov 12 09:30:00 2020\nSubject: 2\n\n"+strings.Repeat("y", 200)+"\n\nFrom c Thu Nov 12 09:30:00 2020\nSubject: 3\n\nz\nFrom here on\n"), 64), 100)
	var got []string
	for {
		message, lines, err := box.Next()
		if err == io.EOF {
			break
		}
		got = append(got, fmt.Sprintf("%d %q %v", lines[0], message, err))
	}
	want := []string{
		`1 "Subject: 1\n\nx\nFrom the hill\n\n" <nil>`, `8 "" ` + ErrTooLarge.Error(), `13 "Subject: 3\n\nz\nFrom here on\n" <nil>`,
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(header + parts("alternative", "Content-Type: text/html", "<p>b", "Content-Type: text/plain", "a")))
	f.Add([]byte("Subject: =?x?Q?=\nContent-Transfer-Encoding: base64\n\n####"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read(bytes.NewReader(data))
		if err == nil && (strings.TrimSpace(m.Text) == "" || !utf8.ValidString(m.Text)) {
			t.Errorf("text %q", m.Text)
		}
		Is(string(data))
	})
}

func FuzzBox(f *testing.F) {
	f.Add([]byte("From a Thu Nov 12 09:30:00 2020\nSubject: 1\n\nx\n\nFrom b Thu Nov 12\n>From c\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		box := NewBox(bufio.NewReaderSize(bytes.NewReader(data), 64), 80)
		size, last := 0, 0
		for {
			message, lines, err := box.Next()
			if err == io.EOF {
				break
			}
			if size += len(message); size > len(data) || lines[0] <= last && lines[1] <= last || err != nil && err != ErrTooLarge {
				t.Fatalf("%d bytes of %d, lines %v behind %d, error %v", size, len(data), lines, last, err)
			}
			last = lines[1]
		}
	})
}
