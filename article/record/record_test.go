package record

import (
	"errors"
	"testing"
	"unicode/utf8"

	"dateline/newsdate"
)

// TestRead reads objects as written by other tools.
func TestRead(t *testing.T) {
	for _, tt := range []struct{ name, line, title, text, day, byline, source, url string }{
		{"our own", `{"id":1,"text":"a","title":"b","published":"2019-06-12","source":"c","url":"https://example.org/1"}`, "b", "a", "2019-06-12T00:00", "", "c", "https://example.org/1"},
		{"news-please", `{"maintext":"a","title":"b","date_publish":"2019-06-12 10:11:12","authors":["Vera Bell","Jo Hill"],"source_domain":"example.org","url":"https://example.org/1"}`, "b", "a", "2019-06-12T00:00", "Vera Bell, Jo Hill", "example.org", "https://example.org/1"},
		{"trafilatura", `{"title":"b","author":"Vera Bell","hostname":"example.org","date":"2019-06-12","text":"a","source":"https://example.org/1","sitename":"Hill Post"}`, "b", "a", "2019-06-12T00:00", "Vera Bell", "Hill Post", "https://example.org/1"},
		{"newspaper", `{"url":"https://example.org/1","title":"b","text":"a","authors":[],"publish_date":"2019-06-12T10:00:00+00:00"}`, "b", "a", "2019-06-12T10:00", "", "", "https://example.org/1"},
		{"Mastodon", `{"id":"7","created_at":"2019-06-12T10:00:00.000Z","content":"<p>a</p>","account":{"acct":"vera","display_name":"Vera Bell"},"mentions":[{"username":"jo"}],"url":"https://example.org/7"}`, "", "<p>a</p>", "2019-06-12T10:00", "Vera Bell", "", "https://example.org/7"},
		{"twint", `{"id":7,"date":"2019-06-12","tweet":"a","username":"vera","mentions":[],"link":"https://example.org/7"}`, "", "a", "2019-06-12T00:00", "vera", "", "https://example.org/7"},
		{"Unix time", `{"text":"a","published":1560330000}`, "", "a", "2019-06-12T09:00", "", "", ""},
		{"Unix time in milliseconds, as a string", `{"text":"a","timestamp":"1560330000000"}`, "", "a", "2019-06-12T09:00", "", "", ""},
		{"MongoDB", `{"text":"a","created_at":{"$date":"2019-06-12T09:00:00Z"}}`, "", "a", "2019-06-12T09:00", "", "", ""},
		{"MongoDB, number", `{"text":"a","created_at":{"$date":{"$numberLong":"1560330000000"}}}`, "", "a", "2019-06-12T09:00", "", "", ""},
		{"MongoDB, id", `{"_id":{"$oid":"65b5"},"text":"a"}`, "", "a", "", "", "", ""},
		{"CSL", `{"title":"b","abstract":"a","container-title":"c","issued":{"date-parts":[["2019",6,12]]}}`, "b", "a", "2019-06-12T00:00", "", "c", ""},
		{"Fundus", `{"title":"b","body":{"summary":["a"],"sections":[{"headline":["c"],"paragraphs":["d","e"]}]},"publishing_date":"2019-06-12"}`, "b", "a\n\nc\n\nd\n\ne", "2019-06-12T00:00", "", "", ""},
		{"Arabic has the day first", `{"text":"قصف","date":"05/06/2019"}`, "", "قصف", "2019-06-05T00:00", "", "", ""},
		{"a key of signs", `{"_":"Message","text":"a"}`, "", "a", "", "", "", ""},
		{"the first key is empty", `{"text":"","content":"a","title":""}`, "", "a", "", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Read([]byte(tt.line), nil, newsdate.Hint{})
			day := ""
			if !r.Published.IsZero() {
				day = r.Published.UTC().Format("2006-01-02T15:04")
			}
			if err != nil || r.Title != tt.title || r.Text != tt.text || day != tt.day || r.Byline != tt.byline || r.Source != tt.source || r.URL != tt.url {
				t.Errorf("%+v, error %v", r, err)
			}
		})
	}
}

// TestMessagesWithoutText reads messages that have no text of their own.
func TestMessagesWithoutText(t *testing.T) {
	for line, want := range map[string]bool{
		`{"content":"","attachments":[{"url":"x"}],"id":1}`:             true,
		`{"sender_name":"Rana","photos":[{"uri":"x"}]}`:                 true,
		`{"type":"message","subtype":"channel_join","text":"x joined"}`: true,
		`{"type":"m.room.member","content":{"membership":"join"}}`:      true,
		`{"type":"m.room.message","content":{"body":"a"}}`:              false,
		`{"content":"","attachments":[],"id":1}`:                        false,
		`{"_":"MessageService","id":8}`:                                 false,
		`{"text":"a","media":[{"url":"x"}],"type":"message"}`:           false,
	} {
		if r, _ := Read([]byte(line), nil, newsdate.Hint{}); r.Silent != want {
			t.Errorf("%s: %v", line, r.Silent)
		}
	}
}

func TestIsParsed(t *testing.T) {
	for line, want := range map[string]bool{
		`{"text":"a","mentions":[]}`:                      false,
		`{"text":"a","mentions":[{"username":"vera"}]}`:   false,
		`{"text":"a","mentions":["vera"]}`:                false,
		`{"text":"a","mentions":3}`:                       false,
		`{"text":"a"}`:                                    false,
		`{"text":"a","mentions":[],"fronts":[]}`:          true,
		`{"text":"a","mentions":[{"start":0,"end":1}]}`:   true,
		`{"mentions":[{"phrase":"Tarmin"}],"fronts":[1]}`: true,
		`{"id":"a","title":"b","mentions":[]}`:            true,
	} {
		if got := IsParsed([]byte(line)); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`{"id":1,"text":"a","published":5}`, `{"content":"<p>a","account":{"name":["b"]},"date":{"$date":{"$date":1}}}`, `{"text":"\ud800","authors":[["a"]]}`, `{"text":null,"body":[]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := Read(line, nil, newsdate.Hint{})
		if err != nil && !errors.Is(err, ErrNoDate) && !errors.Is(err, ErrNoRecord) {
			t.Errorf("error %v is of no kind", err)
		}
		if !utf8.ValidString(r.Text + r.Title + r.Byline + r.Source) {
			t.Errorf("not UTF-8: %+v", r)
		}
		IsParsed(line)
	})
}

func TestOrderOf(t *testing.T) {
	for piece, want := range map[string]newsdate.Order{
		`{"date": "13/06/2019"}`:                          newsdate.DayFirst,
		`{"Publish_Date":"06/13/2019 10:00","text":"brea`: newsdate.MonthFirst,
		`{"date": "13/06/2019"} {"date":"06/13/2019"}`:    newsdate.UnknownOrder,
		`{"version": "13/06/2019", "date": "5/6/2019"}`:   newsdate.UnknownOrder,
	} {
		if got := OrderOf([]byte(piece)); got != want {
			t.Errorf("%s: %v, want %v", piece, got, want)
		}
	}
}

// TestColumnsOfOneName reads an object with one key for two fields of a record.
func TestColumnsOfOneName(t *testing.T) {
	for range 20 { // the order of a map varies
		r, err := Read([]byte(`{"note":"a"}`), map[string]string{"text": "note", "title": "note"}, newsdate.Hint{})
		if err != nil || r.Text != "a" || r.Title != "a" {
			t.Fatalf("%+v, error %v", r, err)
		}
	}
}
