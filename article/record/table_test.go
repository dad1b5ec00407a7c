package record

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"dateline/newsdate"
)

// rows reads a table and describes each row in one line.
func rows(t *testing.T, table string, columns map[string]string) (out []string, err error) {
	t.Helper()
	in, err := NewTable(bufio.NewReader(strings.NewReader(table)), columns, 1<<10, newsdate.Hint{})
	if err != nil {
		return nil, err
	}
	for {
		r, line, err := in.Next()
		switch {
		case err == io.EOF:
			return out, nil
		case errors.Is(err, ErrTooLarge):
			return out, err
		case err != nil && !errors.Is(err, ErrNoDate):
			out = append(out, fmt.Sprintf("%d error", line))
		default:
			out = append(out, fmt.Sprintf("%d %s|%s|%s", line, r.Title, newsdate.Format(r.Published), r.Text))
		}
	}
}

func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		columns     map[string]string
		want        []string
	}{
		{"commas", "title,date,text\na,2019-06-12,b\n", nil, []string{"2 a|2019-06-12|b"}},
		{"semicolons behind a line of Excel", "sep=;\nTitle;Publication Date;Body Text\na;12.06.2019;b\n", nil, []string{"3 a|2019-06-12|b"}},
		{"a byte order mark", "\ufefftitle\tdate\ttext\na\t2019-06-12\tb\n", nil, []string{"2 a|2019-06-12|b"}},
		{"a row of several lines", "title,text\na,\"b\nc\"\nd,e\n", nil, []string{"2 a||b\nc", "4 d||e"}},
		{"rows that are short or have no text", "title,text\na\nb,c,d\n", nil, []string{"2 error", "3 b||c"}},
		{"order of day and month by another row", "date,text\n05/06/2019,a\n25/06/2019,b\n", nil, []string{"2 |2019-06-05|a", "3 |2019-06-25|b"}},
		{"orders that contradict", "date,text\n05/06/2019,a\n25/06/2019,b\n06/25/2019,c\n", nil, []string{"2 ||a", "3 |2019-06-25|b", "4 |2019-06-25|c"}},
		{"other names", "kop,verhaal\na,b\n", map[string]string{"title": "kop", "text": "verhaal"}, []string{"2 a||b"}},
		{"a mapping goes before names", "text,body\na,b\n", map[string]string{"text": "body"}, []string{"2 ||b"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rows(t, tt.table, tt.columns)
			if err != nil || strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("%q, error %v", got, err)
			}
		})
	}
}

func TestTableRefused(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		columns     map[string]string
		want        error
		says        string
	}{
		{"no text column", "kop,verhaal,x\na,b,c\n", nil, ErrNoColumn, "it has kop, verhaal, x"},
		{"a column that is not there", "title,text\na,b\n", map[string]string{"text": "body"}, ErrNoColumn, `no column "body"; it has title, text`},
		{"events of GDELT", "974000001\t20201115\t202011\t2020\tx\n", nil, ErrEvents, ""},
		{"events of GDELT with names", "GLOBALEVENTID,SQLDATE,SOURCEURL\n1,20201115,x\n", nil, ErrEvents, ""},
		{"a row too long", "title,text\na," + strings.Repeat("b", 1<<13) + "\n", nil, ErrTooLarge, ""},
		{"a quote that nothing closes", "title,text\n\"" + strings.Repeat("b", 1<<13), nil, ErrTooLarge, ""},
		{"nothing", "", nil, io.EOF, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rows(t, tt.table, tt.columns)
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%q, error %v", got, err)
			}
		})
	}
}

func TestIsTable(t *testing.T) {
	for head, want := range map[string]bool{
		"id,title,text\n1":                            true,
		"sep=;\nid;title;text\n1":                     true,
		"\ufeffid\ttitle\tbody\n1":                    true,
		"GLOBALEVENTID,SQLDATE,SOURCEURL\n1":          true,
		"20201115101500-3\t20201115101500\t1\tx\ty\n": true,
		"id,title,kop\n1":                             false,
		"title,text\na,b":                             false,
		"Peace, bread, text: what they want.\n":       false,
		"id,title,text":                               false,
	} {
		if got := IsTable(head); got != want {
			t.Errorf("%q: %v", head, got)
		}
	}
}

func TestPoint(t *testing.T) {
	for line, want := range map[string]string{
		`{"text":"a","latitude":35.5,"longitude":"36.75"}`:                                                    "[36.75 35.5]",
		`{"text":"a","lat":"35.5","lng":36}`:                                                                  "[36 35.5]",
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[36,35]},"properties":{"text":"a"}}`:      "[36 35]",
		`{"text":"a","lat":0,"lon":0}`:                                                                        "none",
		`{"text":"a","lat":95,"lon":36}`:                                                                      "none",
		`{"text":"a","lat":35}`:                                                                               "none",
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[null,35]},"properties":{"text":"a"}}`:    "none",
		`{"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]},"properties":{"text":"a"}}`: "none",
	} {
		r, err := Read([]byte(line), nil, newsdate.Hint{})
		got := "none"
		if r.Point != nil {
			got = fmt.Sprint(*r.Point)
		}
		if err != nil || got != want {
			t.Errorf("%s: %s, error %v", line, got, err)
		}
	}
}

func TestMembers(t *testing.T) {
	for value, want := range map[string]int{
		`{"text":"a"}`:                                                 1,
		`[{"text":"a"},{"text":"b"}]`:                                  2,
		`{"status":"ok","articles":[{"text":"a"},{}]}`:                 2,
		`{"hits":{"hits":[{"_source":{"text":"a"}}]}}`:                 1,
		`{"text":"a","tags":[{"x":1},{"x":2}]}`:                        1,
		`{"description":"a feed","items":[{"text":"a"},{"text":"b"}]}`: 2,
		`{"description":"a text","tags":[{"x":1},{"x":2}]}`:            1,
		`["a","b"]`: 1,
		`5`:         1,
	} {
		if got := len(Members([]byte(value))); got != want {
			t.Errorf("%s: %d", value, got)
		}
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"title,date,text\na,2019-06-12,\"b\nc\"\n", "sep=;\na;text\n", "20201115101500-3\t20201115101500\t1\tx\ty\n", "text\n\"a\"b\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, table string) {
		got, _ := rows(t, table, nil)
		if lines := strings.Count(table, "\n") + strings.Count(table, "\r") + 1; len(got) > lines {
			t.Errorf("%d rows of %d lines", len(got), lines)
		}
	})
}

func FuzzValues(f *testing.F) {
	for _, s := range []string{"[\n{\"text\":\"a\"},\n{}]", "{\n\"text\":\"a\"}\n{\n}", "[{\"a\":1},\nx", "[,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		values := NewValues(bufio.NewReader(strings.NewReader(s)), 1<<10)
		last := 1
		for {
			value, line, err := values.Next()
			if line < last || line > strings.Count(s, "\n")+1 {
				t.Fatalf("line %d behind %d of %q", line, last, s)
			}
			if last = line; err != nil {
				return
			}
			Members(value)
		}
	})
}
