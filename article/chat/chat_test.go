package chat

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/work"
)

// brief describes a message in one line.
func brief(m Message) string {
	at := "-"
	if !m.Published.IsZero() {
		at = m.Published.Format("2006-01-02")
	}
	return fmt.Sprintf("%d-%d %s %s: %s", m.Lines[0], m.Lines[1], at, m.Writer, m.Text)
}

func TestWhatsApp(t *testing.T) {
	for _, tt := range []struct {
		name, chat string
		messages   []string
		notices    int
	}{
		{"Android", "21/06/2019, 22:11 - Rana: a\n21/06/2019, 22:12 - Omar: b\nc", []string{"1-1 2019-06-21 Rana: a", "2-3 2019-06-21 Omar: b\nc"}, 0},
		{"iPhone", "[21.06.19, 22:11:12] Rana: a\n[21.06.19, 22:12:12] ~ Omar: b", []string{"1-1 2019-06-21 Rana: a", "2-2 2019-06-21 ~ Omar: b"}, 0},
		{"month first, told by a later line", "6/5/19, 10:11 PM - Rana: a\n6/21/19, 10:11 PM - Rana: b", []string{"1-1 2019-06-05 Rana: a", "2-2 2019-06-21 Rana: b"}, 0},
		{"neither is told", "5/6/19, 22:11 - Rana: a", []string{"1-1 - Rana: a"}, 0},
		{"year first", "2019-06-21, 22:11 - Rana: a", []string{"1-1 2019-06-21 Rana: a"}, 0},
		{"Arabic digits, marks of direction", "\u200f٢١\u200f/٦\u200f/٢٠١٩، ١٠:١١ م - رنا: قصف", []string{"1-1 2019-06-21 رنا: قصف"}, 0},
		{"a text with a colon", "21/06/2019, 22:11 - Rana: they said: go", []string{"1-1 2019-06-21 Rana: they said: go"}, 0},
		{"notices", "Chat history\n21/06/2019, 22:10 - Messages are encrypted.\n21/06/2019, 22:11 - Rana: a\n21/06/2019, 22:12 - Omar left\n21/06/2019, 22:13 - Rana: <Media omitted>\n21/06/2019, 22:14 - Rana: This message was deleted",
			[]string{"3-3 2019-06-21 Rana: a"}, 5},
		{"a notice ends a message", "21/06/2019, 22:11 - Rana: a\n21/06/2019, 22:12 - Omar joined\nb", []string{"1-1 2019-06-21 Rana: a"}, 2},
		{"an empty message", "21/06/2019, 22:11 - Rana: \n21/06/2019, 22:12 - Rana: b", []string{"2-2 2019-06-21 Rana: b"}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			messages, notices, err := read(work.New(t.Context()), &dialects[0], tt.chat)
			var got []string
			for _, m := range messages {
				got = append(got, brief(m))
			}
			if err != nil || strings.Join(got, "|") != strings.Join(tt.messages, "|") || len(notices) != tt.notices {
				t.Errorf("%q, notices %v, error %v", got, notices, err)
			}
		})
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct {
		name, chat string
		messages   []string
		notices    int
	}{
		{"Telegram, copied", "Rana, [21.06.2019 22:11]\na\n\nb\n\nOmar, [22.06.2019 08:02]\n[ Photo ]\nc", []string{"1-5 2019-06-21 Rana: a\n\nb", "6-8 2019-06-22 Omar: c"}, 1},
		{"Telegram, American", "رنا, [6/21/2019 10:11 PM]\nقصف", []string{"1-2 2019-06-21 رنا: قصف"}, 0},
		{"Telegram, months by name", "Rana, [Jun 21, 2019 at 22:11]\na", []string{"1-2 2019-06-21 Rana: a"}, 0},
		{"Discord", "=====================\nGuild: G\n=====================\n\n[21/06/2019 22:11] rana\na\n\n{Attachments}\nx.jpg\n\n[21/06/2019 22:12] omar#12 (pinned)\nb\n\n=====================\nExported 2 message(s)",
			[]string{"5-7 2019-06-21 rana: a", "11-13 2019-06-21 omar#12: b"}, 7},
		{"IRC, days in lines of their own", "--- Log opened Thu Jun 20 10:00:01 2019\n22:11 < rana> a\n--- Day changed Fri Jun 21 2019\n08:02 <@omar> b\n08:03 -!- omar has quit\n08:04 <rana> c",
			[]string{"2-2 2019-06-20 rana: a", "4-4 2019-06-21 omar: b", "6-6 2019-06-21 rana: c"}, 3},
		{"IRC, dates in the lines", "[2019-06-21 22:11:12] <rana> a\n[2019-06-21 22:12:12] <omar> b\n[2019-06-22 22:13:12] <rana> c", []string{"1-1 2019-06-21 rana: a", "2-2 2019-06-21 omar: b", "3-3 2019-06-22 rana: c"}, 0},
		{"IRC, no day", "22:11 <rana> a\n22:12 <omar> b\n22:13 <rana> c", []string{"1-1 - rana: a", "2-2 - omar: b", "3-3 - rana: c"}, 0},
		{"an edited message", "21/06/2019, 22:11 - Rana: a \u200e<This message was edited>\n21/06/2019, 22:12 - Rana: b\n21/06/2019, 22:13 - Rana: c", []string{"1-1 2019-06-21 Rana: a", "2-2 2019-06-21 Rana: b", "3-3 2019-06-21 Rana: c"}, 1},
		{"no chat", "Shells fall\n\nTwo shells fell at 22:11.", nil, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			messages, notices, err := Text(work.New(t.Context()), tt.chat)
			var got []string
			for _, m := range messages {
				got = append(got, brief(m))
			}
			if err != nil || strings.Join(got, "|") != strings.Join(tt.messages, "|") || len(notices) != tt.notices {
				t.Errorf("%q, notices %v, error %v", got, notices, err)
			}
		})
	}
}

func TestIs(t *testing.T) {
	line := "21/06/2019, 22:11 - Rana: a\n"
	for text, want := range map[string]bool{
		strings.Repeat(line, 3):                          true,
		"Messages are encrypted.\n" + line + line + line: true,
		line + line: false,
		"Shells fall\n\n21/06/2019, 22:11: two shells fell.\n":             false,
		strings.Repeat("a line of a text\n", 20) + strings.Repeat(line, 3): false,
	} {
		if got := Is(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestTelegram(t *testing.T) {
	const one = `{"id":1,"type":"message","date":"2019-06-21T22:11:12","date_unixtime":"1561144272","from":"Rana","text":"a"}`
	for _, tt := range []struct {
		name, export string
		want         []string
		err          error
	}{
		{"one chat", `{"name":"Watch","id":5,"messages":[` + one + `]}`, []string{"Watch 1 2019-06-21T19:11:12Z Rana: a"}, nil},
		{"all chats", `{"about":{"x":[1]},"chats":{"about":"y","list":[{"name":"A","messages":[` + one + `]},{"name":"B","messages":[` + one + `]}]}}`,
			[]string{"A 1 2019-06-21T19:11:12Z Rana: a", "B 1 2019-06-21T19:11:12Z Rana: a"}, nil},
		{"a text in pieces, no Unix time", `{"name":"W","messages":[{"id":2,"type":"message","date":"2019-06-21T22:11:12","from":null,"text":["a ",{"type":"bold","text":"b"},3]}]}`,
			[]string{"W 2 2019-06-21T00:00:00Z : a b"}, nil},
		{"services and pictures", `{"name":"W","messages":[{"id":3,"type":"service","text":"x"},{"id":4,"type":"message","photo":"p","text":""}]}`, []string{"W 3 0001-01-01T00:00:00Z : message 3 without text: nothing", "W 4 0001-01-01T00:00:00Z : message 4 without text: photo"}, nil},
		{"no messages", `{"name":"W"}`, nil, ErrNoMessages},
		{"a list in their place", `{"name":"W","messages":{}}`, nil, ErrNoMessages},
		{"chats in chats", strings.Repeat(`{"chats":`, 5_000_000), nil, ErrNoMessages},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			err := Telegram(strings.NewReader(tt.export), func(chat string, m Message) bool {
				got = append(got, fmt.Sprintf("%s %s %s %s: %s", chat, m.Key, m.Published.UTC().Format("2006-01-02T15:04:05Z"), m.Writer, m.Text+m.Notice))
				return true
			})
			if !errors.Is(err, tt.err) || strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("%q, error %v", got, err)
			}
		})
	}
	n := 0
	if err := Telegram(strings.NewReader(`{"name":"W","messages":[`+one+`,`+one+`]}`), func(string, Message) bool { n++; return false }); err != nil || n != 1 {
		t.Errorf("%d messages after the end, error %v", n, err)
	}
	if err := Telegram(strings.NewReader(`{"name":"W","messages":[`+one), func(string, Message) bool { return true }); err == nil {
		t.Error("an export that breaks off is whole")
	}
}

func FuzzText(f *testing.F) {
	f.Add("21/06/2019, 22:11 - Rana: a\n21/06/2019, 22:12 - Omar left\nb")
	f.Add("[٢١.٦.١٩، ١٠:١١:١٢ م] رنا: \u200e<تم استبعاد الوسائط>")
	f.Add("Rana, [21.06.2019 22:11]\n[ Photo ]\na")
	f.Add("[21/06/2019 22:11] rana (pinned)\na\n\n{Embed}\nb")
	f.Add("--- Day changed Fri Jun 21 2019\n22:11 <@rana> a\n22:12 -!- omar has quit")
	f.Fuzz(func(t *testing.T, s string) {
		for i := range dialects {
			checkRead(t, &dialects[i], s)
		}
	})
}

// checkRead reads a text as a chat and checks that messages and notices lie in its lines.
func checkRead(t *testing.T, d *dialect, s string) {
	messages, notices, err := read(work.New(t.Context()), d, s)
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, m := range messages {
		if m.Text == "" || m.Lines[0] <= last || m.Lines[1] < m.Lines[0] || utf8.ValidString(s) && !utf8.ValidString(m.Text) {
			t.Errorf("%+v behind line %d", m, last)
		}
		last = m.Lines[1]
	}
	if lines := strings.Count(s, "\n") + 1; last > lines || len(messages) > lines || len(notices) > 2*lines {
		t.Errorf("%d messages and %d notices to line %d of %d", len(messages), len(notices), last, lines)
	}
}

func FuzzTelegram(f *testing.F) {
	f.Add(`{"name":"W","messages":[{"id":2,"type":"message","text":["a ",{"text":"b"}]}]}`)
	f.Add(`{"chats":{"list":[{"name":"A","messages":[]}]}}`)
	f.Fuzz(func(t *testing.T, s string) {
		_ = Telegram(strings.NewReader(s), func(_ string, m Message) bool {
			if strings.TrimSpace(m.Text) == "" && m.Notice == "" {
				t.Errorf("an empty message %+v", m)
			}
			return true
		})
	})
}
