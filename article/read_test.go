package article

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readAll reads a stream to its end.
func readAll(name string, r io.Reader) (articles []Article, errs []error) {
	for a, err := range ReadFrom(context.Background(), name, r) {
		if err != nil {
			errs = append(errs, err)
		} else {
			articles = append(articles, a)
		}
	}
	return articles, errs
}

func encoded(e encoding.Encoding, s string) string {
	out, err := e.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func TestReadFrom(t *testing.T) {
	const (
		english = "Army enters Tarmin\n\nMay 3, 2018\n\nIt did so on Thursday."
		arabic  = "الجيش يدخل ترمين\n\n3 أيار 2018\n\nقالت مصادر إن الجيش دخل البلدة يوم الخميس."
		page    = "<html><head><title>Army enters Tarmin</title></head><body><p>3 May 2018</p><p>It did so on Thursday.</p></body></html>"
	)
	for _, tt := range []struct{ name, input, content, title, day, source, lang string }{
		{"text", "a.txt", english, "Army enters Tarmin", "2018-05-03", "a.txt", "en"},
		{"stream", "-", english, "Army enters Tarmin", "2018-05-03", "", "en"},
		{"address", "https://example.org/news/1", english, "Army enters Tarmin", "2018-05-03", "example.org", "en"},
		{"byte order mark", "a.txt", "\ufeff" + english, "Army enters Tarmin", "2018-05-03", "a.txt", "en"},
		{"CRLF", "a.txt", strings.ReplaceAll(english, "\n", "\r\n"), "Army enters Tarmin", "2018-05-03", "a.txt", "en"},
		{"CR", "a.txt", strings.ReplaceAll(english, "\n", "\r"), "Army enters Tarmin", "2018-05-03", "a.txt", "en"},
		{"UTF-16 LE", "a.txt", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), english), "Army enters Tarmin", "2018-05-03", "a.txt", "en"},
		{"UTF-16 BE", "a.txt", encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), arabic), "الجيش يدخل ترمين", "2018-05-03", "a.txt", "ar"},
		{"Windows-1256", "a.txt", encoded(charmap.Windows1256, arabic), "الجيش يدخل ترمين", "2018-05-03", "a.txt", "ar"},
		{"Windows-1252", "a.txt", encoded(charmap.Windows1252, "L’armée à Tarmin\n\nL’armée est entrée dans la ville."), "L’armée à Tarmin", "-", "a.txt", "fr"},
		{"a letter cut in two", "a.txt", arabic + "\xd8", "الجيش يدخل ترمين", "2018-05-03", "a.txt", "ar"},
		{"page by ending", "a.html", page, "Army enters Tarmin", "2018-05-03", "a.html", "en"},
		{"page by look", "-", "\n " + page, "Army enters Tarmin", "2018-05-03", "", "en"},
		{"page in UTF-16", "a", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), page), "Army enters Tarmin", "2018-05-03", "a", "en"},
		{"page in Windows-1256", "a.html", encoded(charmap.Windows1256, `<meta charset="windows-1256"><title>الجيش يدخل ترمين</title><p>3 أيار 2018</p><p>دخل الجيش من البلدة.</p>`), "الجيش يدخل ترمين", "2018-05-03", "a.html", "ar"},
		{"page in UTF-8 that says otherwise", "a.html", `<meta charset="iso-8859-1"><title>الجيش يدخل ترمين</title><p>دخل الجيش من البلدة.</p>`, "الجيش يدخل ترمين", "-", "a.html", "ar"},
		{"feed by look", "-", `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>Army enters Tarmin</title></item></channel></rss>`, "Army enters Tarmin", "-", "T", "en"},
		{"feed in UTF-16", "-", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), `<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><title>T</title><item><title>Army enters Tarmin</title></item></channel></rss>`), "Army enters Tarmin", "-", "T", "en"},
		{"records by look", "-", "\n\n {\"text\":\"Army enters Tarmin\"}", "Army enters Tarmin", "-", "", "en"},
		{"text that begins like a tag", "-", "<3 from the army of Tarmin", "<3 from the army of Tarmin", "-", "", "en"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll(tt.input, strings.NewReader(tt.content))
			if len(articles) != 1 || len(errs) > 0 {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			a := articles[0]
			day := "-"
			if !a.Published.IsZero() {
				day = a.Published.Format("2006-01-02")
			}
			if a.Title != tt.title || day != tt.day || a.Source != tt.source || a.Lang != tt.lang {
				t.Errorf("got %q %s %q %s, want %q %s %q %s", a.Title, day, a.Source, a.Lang, tt.title, tt.day, tt.source, tt.lang)
			}
			if len(a.ID) != 16 || a.URL != addressOf(tt.input) || !strings.HasPrefix(a.Text, a.Title) {
				t.Errorf("id %q, address %q, text %q", a.ID, a.URL, a.Text)
			}
		})
	}
}

func TestReadFromErrors(t *testing.T) {
	for _, tt := range []struct {
		name, input, content string
		want                 error
		says                 string
	}{
		{"empty", "a.txt", "", ErrEmpty, "a.txt: nothing to read"},
		{"blank", "a.txt", " \n\t\r\n\ufeff", ErrEmpty, "a.txt: nothing"},
		{"byte order mark alone", "a.txt", "\xff\xfe", ErrEmpty, "a.txt: nothing"},
		{"navigation alone", "a.txt", "Share\n\nRelated News\n", ErrEmpty, "only navigation"},
		{"binary", "a.txt", "MZ\x90\x00\x03", ErrBinary, "NUL bytes"},
		{"binary page", "a.html", "<p>x\x00y", ErrBinary, "NUL bytes"},
		{"too large", "a.txt", strings.Repeat("word word\n", MaxDocument/10+1), ErrTooLarge, "16 MiB"},
		{"too many lines", "a.txt", strings.Repeat("\n", MaxLines) + "x", ErrTooLarge, "500000 lines"},
		{"empty page", "a.html", "<html><body></body></html>", ErrEmpty, "a.html: nothing"},
		{"empty records", "a.jsonl", "\n\n", ErrEmpty, "a.jsonl: nothing"},
		{"no feed", "a.rss", "Army enters Tarmin", ErrBadFeed, "a.rss: not a readable feed"},
		{"cut feed", "a.rss", `<rss version="2.0"><channel><title>T</title><item><ti`, ErrBadFeed, "a.rss: entry 1: not a readable feed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll(tt.input, strings.NewReader(tt.content))
			if len(articles) > 0 || len(errs) != 1 || !errors.Is(errs[0], tt.want) {
				t.Fatalf("%d articles, errors %v, want %v", len(articles), errs, tt.want)
			}
			var e *Error
			if !errors.As(errs[0], &e) || e.Input != tt.input || e.Hint == "" {
				t.Errorf("error %#v names no input or no way out", errs[0])
			}
			if says := errs[0].Error(); !strings.Contains(says, tt.says) || strings.Contains(says, "\n") {
				t.Errorf("error %q, want one line with %q", says, tt.says)
			}
		})
	}
}

// failing returns an error after its text.
type failing struct{ r io.Reader }

var errBroken = errors.New("broken")

func (f failing) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err == io.EOF {
		err = errBroken
	}
	return n, err
}

func TestReadFromBrokenStream(t *testing.T) {
	for _, content := range []string{"Army enters Tarmin", `{"text":"Army enters Tarmin"}` + "\n"} {
		_, errs := readAll("a", failing{strings.NewReader(content)})
		if len(errs) != 1 || !errors.Is(errs[0], errBroken) {
			t.Errorf("errors %v of %q, want the stream's", errs, content)
		}
	}
}

func TestReadStops(t *testing.T) {
	records := strings.Repeat(`{"text":"Army enters Tarmin"}`+"\n", 10)
	n := 0
	for range ReadFrom(context.Background(), "-", strings.NewReader(records)) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d records, want 3", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	n = 0
	for _, err := range ReadFrom(ctx, "-", strings.NewReader(records)) {
		n++
		last = err
		cancel()
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d steps and %v after the context ended, want 2 and its error", n, last)
	}
}

func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadFolder(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "b.txt", "Title of b\n\nText.")
	write(t, folder, "a/2.html", "<title>Title of a2</title><p>Text.</p>")
	write(t, folder, "a/10.jsonl", `{"text":"Title of a10"}`+"\n"+`{"text":`)
	write(t, folder, "c", "Title of c\n\nText.")
	write(t, folder, "empty.txt", "")
	write(t, folder, "picture.jpg", "\xff\xd8\x00")
	write(t, folder, ".hidden.txt", "Hidden\n\nText.")
	write(t, folder, "d.TXT", "Title of d\n\nText.")
	write(t, folder, "d_files/ad.html", "<script>x</script>")
	write(t, folder, "g.json", `[{"id":"U1","name":"rana"}]`)
	write(t, folder, "robots.txt", "User-agent: *\n")
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(folder, name)); err != nil {
			t.Skip("no links here")
		}
	}
	link(folder, "a/loop")
	link("b.txt", "e.txt")
	link("nowhere", "f.txt")
	link("a", "z")
	var got []string
	for a, err := range Read(context.Background(), folder) {
		if err != nil {
			got = append(got, strings.TrimPrefix(err.Error(), folder+"/"))
		} else {
			got = append(got, a.Title)
		}
	}
	want := []string{
		"Title of a10", "a/10.jsonl:2: not a record", "Title of a2", "a/loop: a link to a folder", "Title of b", "Title of c",
		"Title of d", "d_files/ad.html: skipped: part of a saved page", "Title of b", "empty.txt: nothing", "f.txt: no such file",
		"g.json: skipped: JSON without text", "picture.jpg: skipped: not text", "robots.txt: skipped: by its name no news",
		"Title of a10", "z/10.jsonl:2: not a record", "Title of a2", "z/loop: a link to a folder",
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no.txt")
	for _, err := range Read(context.Background(), path) {
		if !errors.Is(err, os.ErrNotExist) || err.Error() != path+": no such file or directory; check the name" {
			t.Errorf("error %v", err)
		}
	}
}

func TestReadForbidden(t *testing.T) {
	path := write(t, t.TempDir(), "a.txt", "Army enters Tarmin")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	for _, err := range Read(context.Background(), path) {
		if !errors.Is(err, os.ErrPermission) {
			t.Errorf("error %v, want of permission", err)
		}
	}
}

func TestReadTwice(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.txt", "Army enters Tarmin\n\nMay 3, 2018\n\nIt did so.\n\nRelated News\n\nConvoy reaches the east\n\nIt had forty trucks.")
	ids := func(path string) (ids []string) {
		for a := range Read(context.Background(), path) {
			ids = append(ids, a.ID)
		}
		return ids
	}
	first := ids(folder)
	if err := os.Rename(filepath.Join(folder, "a.txt"), filepath.Join(folder, "b.txt")); err != nil {
		t.Fatal(err)
	}
	if again := ids(folder); len(first) != 2 || !slices.Equal(first, again) {
		t.Errorf("ids %v, and %v when read again", first, again)
	}
}

func TestNewID(t *testing.T) {
	day := time.Date(2018, 5, 3, 0, 0, 0, 0, time.UTC)
	base := NewID("text", day, "source", "key")
	if len(base) != 16 || strings.Trim(base, "0123456789abcdef") != "" {
		t.Fatalf("id %q is not 16 hex digits", base)
	}
	for name, other := range map[string]string{
		"text":   NewID("texts", day, "source", "key"),
		"day":    NewID("text", day.AddDate(0, 0, 1), "source", "key"),
		"source": NewID("text", day, "sources", "key"),
		"key":    NewID("text", day, "source", "keys"),
		"bounds": NewID("text", day, "sourcekey", ""),
	} {
		if other == base {
			t.Errorf("another %s has the same id", name)
		}
	}
}
