package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/work"

	"github.com/xuri/excelize/v2"
)

// document makes a zip archive of names and contents in turn.
func document(t testing.TB, parts ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ name, word, want string }{
		{"runs", `<w:p><w:r><w:t>Mo</w:t></w:r><w:r><w:t>rek</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>`, "Morek\n\nb"},
		{"tabs and breaks", `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`, "a b\nc"},
		{"tab stops are no tabs", `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, "a"},
		{"deleted", `<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins></w:p>`, "yes"},
		{"fields", `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>a</w:t></w:r></w:p>`, "a"},
		{"white space between elements", "<w:p>\n <w:r>\n<w:t>a</w:t></w:r></w:p>", "a"},
		{"nothing", ``, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read(work.New(t.Context()), document(t, "word/document.xml", `<w:document xmlns:w="x"><w:body>`+tt.word+`</w:body></w:document>`))
			if err != nil || strings.TrimSpace(d.Text) != tt.want {
				t.Errorf("%q, error %v", d.Text, err)
			}
		})
	}
}

func TestOpenDocument(t *testing.T) {
	d, err := Read(work.New(t.Context()), document(t, "META-INF/manifest.xml", "", "content.xml",
		`<o><text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:h>A</text:h><text:p>b<text:s/>c<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note> d<office:annotation><text:p>remark</text:p></office:annotation></text:p></o>`))
	if err != nil || d.Text != "A\n\nb c d\n\nnote" {
		t.Errorf("%q, error %v", d.Text, err)
	}
}

func TestBook(t *testing.T) {
	const container = `<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>`
	d, err := Read(work.New(t.Context()), document(t, "META-INF/container.xml", container, "O/a b.xhtml", "<p>1", "O/2.xhtml", "<p>2", "O/b.opf",
		`<package><metadata xmlns:dc="d"><dc:title>River Weekly</dc:title><dc:date>2020-11-14</dc:date></metadata><manifest><item id="x" href="2.xhtml" media-type="application/xhtml+xml"/>
		<item id="y" href="a%20b.xhtml" media-type="application/xhtml+xml"/><item id="z" href="c.jpg" media-type="image/jpeg"/></manifest><spine><itemref idref="y"/><itemref idref="z"/><itemref idref="x"/></spine></package>`))
	if err != nil || d.Book == nil || d.Book.Title != "River Weekly" || d.Book.Date != "2020-11-14" || !slices.Equal(d.Book.Pages, []string{"<p>1", "<p>2"}) {
		t.Errorf("%+v, error %v", d.Book, err)
	}
}

// TestBookBomb lists one page of 1 MB a thousand times, and a hundred pages of it.
func TestBookBomb(t *testing.T) {
	const container = `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`
	page := strings.Repeat("<p>Hama", 1<<17)
	once := `<package><manifest><item id="x" href="x.html" media-type="text/html"/><item id="y" href="./x.html" media-type="text/html"/></manifest><spine>` +
		strings.Repeat(`<itemref idref="x"/><itemref idref="y"/>`, 500) + `</spine></package>`
	d, err := Read(work.New(t.Context()), document(t, "META-INF/container.xml", container, "b.opf", once, "x.html", page))
	if err != nil || d.Book == nil || len(d.Book.Pages) != 1 {
		t.Errorf("one page: %+v, error %v", d.Book, err)
	}
	parts, items, spine := []string{"META-INF/container.xml", container}, "", ""
	for i := range 100 {
		id := fmt.Sprintf("x%d", i)
		parts = append(parts, id, page)
		items += `<item id="` + id + `" href="` + id + `" media-type="text/html"/>`
		spine += `<itemref idref="` + id + `"/>`
	}
	parts = append(parts, "b.opf", "<package><manifest>"+items+"</manifest><spine>"+spine+"</spine></package>")
	if d, err := Read(work.New(t.Context()), document(t, parts...)); err == nil || !strings.Contains(err.Error(), "64 MiB in total") {
		t.Errorf("a hundred pages: %d pages, error %v", len(d.Book.Pages), err)
	}
}

func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts []string
		want  error
	}{
		{"no document", []string{"a.txt", "x"}, ErrNotOffice},
		{"workbook", []string{"xl/workbook.xml", "x"}, ErrWorkbook},
		{"spreadsheet of OpenDocument", []string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "x", "META-INF/manifest.xml", ""}, ErrSpreadsheet},
		{"book without a list of its files", []string{"META-INF/container.xml", "<x/>"}, ErrNotOffice},
	} {
		if _, err := Read(work.New(t.Context()), document(t, tt.parts...)); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v", tt.name, err)
		}
	}
	if _, err := Read(work.New(t.Context()), document(t, "word/document.xml", "<w:p>&")); err == nil || !strings.Contains(err.Error(), "word/document.xml") {
		t.Errorf("error %v names no part", err)
	}
}

// FuzzText reads any XML as the text of a document.
func FuzzText(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>a</w:t><w:delText>b</w:delText></w:r></w:p>`)
	f.Add(`<text:p>a<text:note-body><text:p>b</text:p></text:note-body><office:annotation>c</text:p>`)
	f.Add(`</w:p></w:instrText><w:p>x`)
	f.Fuzz(func(t *testing.T, xml string) {
		text, err := paragraphText(work.New(t.Context()), xml)
		if err == nil && len(text) > 8+2*len(xml) {
			t.Errorf("%d bytes of %d", len(text), len(xml))
		}
	})
}

// FuzzBook reads any list of files of a book.
func FuzzBook(f *testing.F) {
	f.Add(`<package><manifest><item id="x" href="1.xhtml" media-type="text/html"/></manifest><spine><itemref idref="x"/></spine></package>`)
	f.Fuzz(func(t *testing.T, opf string) {
		_, _ = Read(work.New(t.Context()), document(t, "META-INF/container.xml", `<c><rootfiles><rootfile full-path="b"/></rootfiles></c>`, "b", opf, "1.xhtml", "<p>1"))
	})
}

func TestSlides(t *testing.T) {
	slide := func(s string) string {
		return `<p:sld xmlns:p="x" xmlns:a="y"><a:p><a:r><a:t>` + s + `</a:t></a:r></a:p></p:sld>`
	}
	d, err := Read(work.New(t.Context()), document(t, "ppt/presentation.xml", "x", "ppt/slides/slide10.xml", slide("not in the row"),
		"ppt/slides/slide2.xml", slide("b"), "ppt/slides/slide1.xml", slide("a"), "ppt/notesSlides/notesSlide1.xml", slide("note")))
	if err != nil || d.Text != "a\n\nb\n\nnote" {
		t.Errorf("%q, error %v", d.Text, err)
	}
}

// workbook makes a workbook with a sheet of rows for each name; those in parentheses are hidden.
func workbook(t testing.TB, rows [][]any, names ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, name := range names {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for j, row := range rows {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", j+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		f.SetSheetVisible(name, !strings.HasPrefix(name, "("))
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSheets(t *testing.T) {
	at := time.Date(2019, 6, 12, 0, 0, 0, 0, time.UTC)
	data := workbook(t, [][]any{{"date", "text", "n"}, {at, "Shells, two", 35.5}}, "قصف", "(old)")
	sheets, hidden, err := Sheets(work.New(t.Context()), data)
	if err != nil || len(sheets) != 1 || len(hidden) != 1 || hidden[0] != "(old)" {
		t.Fatalf("%v, hidden %v, error %v", sheets, hidden, err)
	}
	if got := sheets[0]; got.Name != "قصف" || !strings.HasPrefix(got.CSV, "date,text,n\n2019-06-12") || !strings.Contains(got.CSV, `,"Shells, two",35.5`) {
		t.Errorf("%q", got)
	}
}

func FuzzSheets(f *testing.F) {
	f.Add(workbook(f, [][]any{{"a", 1}, {"b"}}, "x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Sheets(work.New(t.Context()), data)
	})
}
