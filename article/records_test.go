package article

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"dateline/article/html"
)

func TestRecords(t *testing.T) {
	for _, tt := range []struct {
		name, line                         string
		key, title, day, source, lang, url string
		text                               string
	}{
		{name: "all keys", line: `{"id":"a","text":"Army enters Tarmin","title":"T","published":"2018-05-03","source":"S","url":"https://example.org/1","lang":"en-GB","spans":[1]}`,
			key: "a", title: "T", day: "2018-05-03", source: "S", lang: "en", url: "https://example.org/1", text: "T\n\nArmy enters Tarmin"},
		{name: "number", line: `{"id":12345678901234567890,"text":"x"}`, key: "12345678901234567890", title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "no id", line: `{"text":"x"}`, title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "null", line: `{"id":null,"text":"x","title":null,"published":null}`, title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "empty date", line: `{"id":"a","text":"x","published":" "}`, key: "a", title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "parsed already", line: `{"id":"a","title":"T","mentions":[]}`},
		{name: "not parsed yet", line: `{"id":"a","text":"x","mentions":null}`, key: "a", title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "mentions of people", line: `{"id":"a","text":"x","mentions":[{"username":"vera"}]}`, key: "a", title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "mentions of nobody", line: `{"id":"a","text":"x","mentions":[]}`, key: "a", title: "x", lang: "und", source: "a.jsonl", text: "x"},
		{name: "text as given", line: `{"text":"\r\n Army \t enters Tarmin\r\n\r\n3 May 2018\r\n\r\nIt did so. Share\r\n\r\nRelated News\r\n"}`,
			title: "Army enters Tarmin", day: "2018-05-03", lang: "en", source: "a.jsonl",
			text: "\r\n Army \t enters Tarmin\r\n\r\n3 May 2018\r\n\r\nIt did so. Share\r\n\r\nRelated News\r\n"},
		{name: "date that opens the text", line: `{"text":"Wed 05 Apr 2017 Army enters Tarmin. It did so."}`,
			title: "Wed 05 Apr 2017 Army enters Tarmin. It did so.", day: "2017-04-05", lang: "en", source: "a.jsonl", text: "Wed 05 Apr 2017 Army enters Tarmin. It did so."},
		{name: "date in the text", line: `{"text":"On 5 April 2017 the army entered Tarmin."}`,
			title: "On 5 April 2017 the army entered Tarmin.", lang: "en", source: "a.jsonl", text: "On 5 April 2017 the army entered Tarmin."},
		{name: "date and time that open the text", line: `{"text":"Fri 07 Apr 2017 at 0914 Army enters Tarmin."}`,
			title: "Fri 07 Apr 2017 at 0914 Army enters Tarmin.", day: "2017-04-07", lang: "en", source: "a.jsonl", text: "Fri 07 Apr 2017 at 0914 Army enters Tarmin."},
		{name: "date without a day of the week that opens the text", line: `{"text":"5 April 2017 A convoy entered Tarmin."}`,
			title: "5 April 2017 A convoy entered Tarmin.", day: "2017-04-05", lang: "en", source: "a.jsonl", text: "5 April 2017 A convoy entered Tarmin."},
		{name: "labelled date that opens the text", line: `{"text":"Posted on April 19 2017 by Tarmin Today Army enters Tarmin."}`,
			title: "Posted on April 19 2017 by Tarmin Today Army enters Tarmin.", day: "2017-04-19", lang: "en", source: "a.jsonl", text: "Posted on April 19 2017 by Tarmin Today Army enters Tarmin."},
		{name: "date with a preposition", line: `{"text":"On April 19 2017 Tarmin was entered."}`,
			title: "On April 19 2017 Tarmin was entered.", lang: "en", source: "a.jsonl", text: "On April 19 2017 Tarmin was entered."},
		{name: "date that begins a sentence", line: `{"text":"Wednesday 5 April 2017 saw the army in Tarmin."}`,
			title: "Wednesday 5 April 2017 saw the army in Tarmin.", lang: "en", source: "a.jsonl", text: "Wednesday 5 April 2017 saw the army in Tarmin."},
		{name: "dateline", line: `{"text":"TARMIN (AFP) – The army entered it on Thursday, it said."}`,
			title: "TARMIN (AFP) – The army entered it on Thursday, it said.", lang: "en", source: "AFP", text: "TARMIN (AFP) – The army entered it on Thursday, it said."},
		{name: "half a surrogate", line: `{"text":"c\ud800d"}`, title: "c\ufffdd", lang: "und", source: "a.jsonl", text: "c\ufffdd"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("a.jsonl", strings.NewReader(tt.line))
			if len(articles) != 1 || len(errs) > 0 {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			a := articles[0]
			day := ""
			if !a.Published.IsZero() {
				day = a.Published.Format("2006-01-02")
			}
			if a.Key != tt.key || a.Title != tt.title || day != tt.day || a.Source != tt.source || a.Lang != tt.lang || a.URL != tt.url || a.Text != tt.text {
				t.Errorf("got %+v, want %+v", a, tt)
			}
			if (a.Record != nil) != (tt.name == "parsed already") || a.Lines != [2]int{1, 1} {
				t.Errorf("record %s of lines %v", a.Record, a.Lines)
			}
		})
	}
}

// TestRecordTitles: a title is put before the text once, unless offsets refer to the given text.
func TestRecordTitles(t *testing.T) {
	for _, tt := range []struct{ name, line, text, verbatim string }{
		{"a title of its own", `{"title":"Army enters Tarmin","text":"It did so."}`, "Army enters Tarmin\n\nIt did so.", "It did so."},
		{"the text begins with it", `{"title":"Army enters Tarmin","text":"Army enters Tarmin!\nIt did so."}`, "Army enters Tarmin!\nIt did so.", "Army enters Tarmin!\nIt did so."},
		{"the text goes on from it", `{"title":"Army enters…","text":"Army enters Tarmin. It did so."}`, "Army enters Tarmin. It did so.", "Army enters Tarmin. It did so."},
		{"no text", `{"title":"Army enters Tarmin","url":"https://example.org/1"}`, "Army enters Tarmin", "Army enters Tarmin"},
		{"no title", `{"text":"Army enters Tarmin"}`, "Army enters Tarmin", "Army enters Tarmin"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			begun, _, _ := readWith(t, Options{}, "a.jsonl", tt.line)
			given, _, _ := readWith(t, Options{Verbatim: true}, "a.jsonl", tt.line)
			if len(begun) != 1 || len(given) != 1 || begun[0].Text != tt.text || given[0].Text != tt.verbatim || begun[0].ID != given[0].ID {
				t.Errorf("got %+v and %+v", begun, given)
			}
		})
	}
}

func TestRecordErrors(t *testing.T) {
	const good = `{"id":"good","text":"Army enters Tarmin"}`
	for _, tt := range []struct {
		name, line string
		want       error
		says       string
	}{
		{"cut", `{"id":"x","text":"Army en`, ErrBadRecord, "a:2: not a record: unexpected end of JSON input"},
		{"no JSON", `Army enters Tarmin`, ErrBadRecord, "a:2: not a record: invalid character"},
		{"list", `[1,2]`, ErrBadRecord, "a:2: not a record"},
		{"empty text", `{"id":"x","text":" "}`, ErrBadRecord, "a:2: not a record: its text is empty"},
		{"no text", `{"id":"x"}`, ErrBadRecord, "a:2: not a record: no text"},
		{"text is a number", `{"text":5}`, ErrBadRecord, `a:2: not a record: "text" is a number`},
		{"id is a list", `{"id":[1],"text":"x"}`, ErrBadRecord, "neither a string nor a number"},
		{"NUL", "{\"text\":\"\x00\"}", ErrBadRecord, "NUL"},
		{"too long", `{"text":"` + strings.Repeat("x", MaxRecord) + `"}`, ErrTooLarge, "a:2: too large; a line may have 64 MiB"},
		{"published is not a date", `{"text":"x","published":"soon"}`, ErrBadDate, `a:2: not a date: published "soon"`},
		{"published is open", `{"text":"x","published":"04/05/2018"}`, ErrBadDate, `a:2: not a date: published "04/05/2018"`},
		{"published is a number", `{"text":"x","published":5}`, ErrBadDate, "a:2: not a date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("a", strings.NewReader(good+"\n"+tt.line+"\r\n\n"+good))
			want := 2
			if tt.want == ErrBadDate {
				want = 3 // the article is read without its date
			}
			if len(articles) != want || articles[0].Key != "good" || articles[want-1].Lines != [2]int{4, 4} {
				t.Fatalf("articles %v", articles)
			}
			if len(errs) != 1 || !errors.Is(errs[0], tt.want) || !strings.Contains(errs[0].Error(), tt.says) {
				t.Errorf("errors %v, want %v, %q", errs, tt.want, tt.says)
			}
		})
	}
}

func TestRecordsOverManyLines(t *testing.T) {
	for _, tt := range []struct {
		content string
		lines   []int // at which the records end
		says    string
	}{
		{"{\n \"text\": \"x\"\n}\n", []int{3}, ""},
		{"[{\"text\":\"x\"},\n{\"text\":\"y\"}]", []int{1, 2}, ""},
		{"[\n {\n  \"text\": \"x\"\n },\n {\n  \"text\": \"y\"\n }\n]\n", []int{4, 7}, ""},
		{"{\n \"text\": \"x\"\n}\n{\n \"text\": \"y\"\n}\n", []int{3, 6}, ""},
		{"{\"total\":2,\n\"items\":[{\"text\":\"x\"},{\"text\":\"y\"}]}", []int{2, 2}, ""},
		{"[{\"text\":\"x\"},\n{\"text\":\"y\"", []int{1}, "a.json:2: not a record: it is cut off; the records before it were read"},
		{"[\n{\"text\":\"x\"},\n{\"text\":5},\n{\"text\":\"y\"}]", []int{2, 4}, `a.json:3: not a record: "text" is a number`},
		{"\ufeff[\n{\"text\":\"x\"}\n]", []int{2}, ""},
		{"[\n{\"text\":\"x\"},\nnonsense\n]", []int{2}, "a.json:3: not a record"},
		{"[\n{\"text\":\"x\"},\n{\"text\":\n \"a\" \"b\",\n \"c\":1},\n{\"text\":\"y\"}\n]", []int{2, 6}, "a.json:4: not a record: invalid character '\"'"},
		{"[\n{\"text\":\"x\"},\n{\"a\":" + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + "},\n{\"text\":\"y\"}\n]", []int{2, 4}, "a.json:3: not a record: nested too deep"},
	} {
		articles, errs := readAll("a.json", strings.NewReader(tt.content))
		var lines []int
		for _, a := range articles {
			lines = append(lines, a.Lines[0])
		}
		if !slices.Equal(lines, tt.lines) || (tt.says == "") != (len(errs) == 0) || len(errs) > 0 && (len(errs) > 1 || !strings.Contains(errs[0].Error(), tt.says)) {
			t.Errorf("records on %v, errors %v of %q", lines, errs, tt.content)
		}
	}
}

// TestRecordsCutAtComma: reads JSON lines whose first line has a comma at the end of the examined
// bytes: they are recognised as JSON Lines, and a broken one does not end the input.
func TestRecordsCutAtComma(t *testing.T) {
	const begin = `{"text":"`
	first := begin + strings.Repeat("a", 64<<10-len(begin)-1) + `,b"}`
	articles, errs := readAll("a.jsonl", strings.NewReader(first+"\n{broken}\n{\"text\":\"x\"}\n"))
	if len(articles) != 2 || len(errs) != 1 || articles[1].Text != "x" {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

func TestRecordsStream(t *testing.T) {
	// More bytes than a document may have are read line by line.
	line := `{"text":"` + strings.Repeat("word ", 200<<10) + `"}` + "\n"
	n := 2 * MaxDocument / len(line)
	articles := 0
	var all []io.Reader
	for range n {
		all = append(all, strings.NewReader(line))
	}
	for _, err := range ReadFrom(t.Context(), "-", io.MultiReader(all...)) {
		if err != nil {
			t.Fatal(err)
		}
		articles++
	}
	if articles != n {
		t.Errorf("%d articles, want %d", articles, n)
	}
}

// TestRowsThatCantBeRead reads a table with a row whose page has too many elements.
func TestRowsThatCantBeRead(t *testing.T) {
	page := strings.Repeat("<p>", html.MaxElements+1)
	articles, errs := readAll("a.csv", strings.NewReader("id,title,text\n1,a,"+page+"\n2,b,x\n"))
	if len(articles) != 1 || articles[0].Text != "b\n\nx" || len(errs) != 1 || !strings.Contains(errs[0].Error(), "a.csv:2: not a record: more than") {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}
