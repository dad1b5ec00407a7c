package article

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/xuri/excelize/v2"
)

const shells = "Shells fall on Marsa Nur\n\n12 June 2019\n\nTwo shells fell on the bakery of Marsa Nur, a nurse said.\n"

// zipped makes a zip archive of names and contents in turn.
func zipped(t *testing.T, parts ...string) string {
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
	return b.String()
}

// tarred makes a tar archive of names and contents in turn.
func tarred(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: parts[i], Mode: 0o600, Size: int64(len(parts[i+1])), Format: tar.FormatPAX}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstded(t *testing.T, s string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// workbook makes a workbook with a sheet of rows.
func workbook(t *testing.T, rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// capture is a record of a web archive.
func capture(kind, address, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, len(body), body)
}

func answer(status, mediaType, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", status, mediaType, len(body), body)
}

func TestContainers(t *testing.T) {
	word := `<w:document xmlns:w="x"><w:body>` + docParagraphs("w:p", "w:t") + `</w:body></w:document>`
	open := `<office:document-content xmlns:office="y" xmlns:text="z"><office:body>` + docParagraphs("text:p", "text:span") + `</office:body></office:document-content>`
	page := `<html><head><title>Shells fall on Marsa Nur</title></head><body><time datetime="2019-06-12">12 June</time><p>Two shells fell on the bakery of Marsa Nur, a nurse said.</p></body></html>`
	for _, tt := range []struct {
		name, input, content string
		passed               int
	}{
		{"gzip", "a.txt.gz", gzipped(t, shells), 0},
		{"gzip of JSON Lines", "a.jsonl.gz", gzipped(t, `{"title":"Shells fall on Marsa Nur","date":"2019-06-12","text":"Two shells fell on the bakery of Marsa Nur, a nurse said."}`), 0},
		{"zip", "a.zip", zipped(t, "b/picture.png", "\x89PNG\r\n\x1a\n", "b/a.txt", shells, ".hidden", "x"), 1},
		{"gzip in zip", "a.zip", zipped(t, "a.txt.gz", gzipped(t, shells)), 0},
		{"tar in gzip", "a.tgz", gzipped(t, tarred(t, "b/a.txt", shells, "b/.hidden", "x")), 0},
		{"zstd", "a.txt.zst", zstded(t, shells), 0},
		{"PPTX", "a.pptx", zipped(t, "ppt/presentation.xml", "x", "ppt/slides/slide1.xml", `<p:sld xmlns:p="x" xmlns:a="y">`+docParagraphs("a:p", "a:t")+`</p:sld>`), 0},
		{"XLSX", "a.xlsx", workbook(t, []any{"title", "date", "text"}, []any{"Shells fall on Marsa Nur", "2019-06-12", "Two shells fell on the bakery of Marsa Nur, a nurse said."}), 0},
		{"Markdown", "a.md", "# Shells fall on Marsa Nur\n\n*12 June 2019*\n\nTwo shells fell on the **bakery** of [Marsa Nur](https://example.org), a nurse said.\n", 0},
		{"front matter", "a.md", "---\ntitle: \"Shells fall on Marsa Nur\"\ndate: 2019-06-12\n---\nTwo shells fell on the bakery of Marsa Nur, a nurse said.\n", 0},
		{"DOCX", "a.docx", zipped(t, "[Content_Types].xml", "<a/>", "word/document.xml", word), 0},
		{"ODT", "a.odt", zipped(t, "META-INF/manifest.xml", "<a/>", "content.xml", open), 0},
		{"EPUB", "a.epub", zipped(t, "mimetype", "application/epub+zip",
			"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>`,
			"OEBPS/a.opf", `<package><manifest><item id="p1" href="1.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p1"/></spine></package>`,
			"OEBPS/1.xhtml", page), 0},
		{"WARC", "a.warc", capture("warcinfo", "", "software: x") + capture("response", "https://example.org/1", answer("200 OK", "text/html", page)) +
			capture("response", "https://example.org/2", answer("404 Not Found", "text/html", "<p>no</p>")) + capture("request", "https://example.org/1", "GET / HTTP/1.1\r\n\r\n"), 1},
		{"WARC in gzip, a member a record", "a.warc.gz", gzipped(t, capture("warcinfo", "", "x")) + gzipped(t, capture("response", "https://example.org/1", answer("200 OK", "text/html", page))), 0},
		{"texts of a WARC", "a.wet", capture("conversion", "https://example.org/1", shells), 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll(tt.input, strings.NewReader(tt.content))
			var passed *Skipped
			if len(articles) != 1 || len(errs) != tt.passed || tt.passed > 0 && !errors.As(errs[0], &passed) {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			a := articles[0]
			if a.Title != "Shells fall on Marsa Nur" || a.Published.Format("2006-01-02") != "2019-06-12" || !strings.Contains(a.Text, "Two shells fell on the bakery of Marsa Nur, a nurse said.") {
				t.Errorf("%q of %v: %q", a.Title, a.Published, a.Text)
			}
		})
	}
}

func docParagraphs(paragraph, span string) string {
	var b strings.Builder
	for _, l := range []string{"Shells fall on Marsa Nur", "12 June 2019", "Two shells fell on the bakery of Marsa Nur, a nurse said."} {
		half := strings.Index(l, " ") // words are split into runs
		fmt.Fprintf(&b, "<%[1]s><%[2]s>%[3]s</%[2]s><%[2]s>%[4]s</%[2]s></%[1]s>", paragraph, span, l[:half], l[half:])
	}
	return b.String()
}

func TestContainersRefuse(t *testing.T) {
	deep := shells
	for range maxNested + 1 {
		deep = gzipped(t, deep)
	}
	for _, tt := range []struct{ name, content, says string }{
		{"nested too deep", deep, "archives nested more than 3 deep"},
		{"no zip", "PK\x03\x04 but no more", "zip: not a valid zip file"},
		{"cut gzip", gzipped(t, shells)[:40], "unexpected EOF"},
		{"cut web archive", "WARC/1.0\r\nWARC-Type: response\r\n", "unexpected EOF"},
		{"web archive without pages", capture("warcinfo", "", "x"), "the web archive has no pages"},
		{"web archive whose head does not end", "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", maxHead/6+1) + "\r\n", "larger than 1 MiB"},
		{"web archive whose head has a long line", "WARC/1.0\r\nX: " + strings.Repeat("y", maxHead), "larger than 1 MiB"},
		{"an answer whose head does not end", capture("response", "https://example.org/1", "HTTP/1.1 200 OK\r\n"+strings.Repeat("X: y\r\n", maxHead/6+1)+"\r\n"), "larger than 1 MiB"},
		{"an answer without an address, cut short", capture("response", "", "HTTP/1.1 200 OK\r\n"), "a: unexpected EOF"},
		{"web archive without lengths", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "without a length"},
	} {
		articles, errs := readAll("a", strings.NewReader(tt.content))
		if len(articles) > 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), tt.says) {
			t.Errorf("%s: %d articles, errors %v", tt.name, len(articles), errs)
		}
	}
}

func FuzzContainer(f *testing.F) {
	t := &testing.T{}
	f.Add([]byte(gzipped(t, shells)))
	f.Add([]byte(zipped(t, "a.txt", shells)))
	f.Add([]byte(zipped(t, "word/document.xml", docParagraphs("w:p", "w:t"))))
	f.Add([]byte(capture("response", "https://example.org/1", answer("200 OK", "text/html", "<p>x"))))
	f.Add([]byte("From: a <a@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n"))
	f.Add([]byte("12/06/2019, 10:11 - A: x\n12/06/2019, 10:12 - B: y\n12/06/2019, 10:13 - A: z\n"))
	f.Add([]byte(`{"name":"a","messages": [{"id":1,"type":"message","date":"2019-06-12T10:11:12","from_id":"x","text":["a",{"text":"b"}]}]}`))
	f.Add([]byte("title,date,text\na,2019-06-12,\"b\nc\"\n"))
	fuzzInput(f, "a")
}
