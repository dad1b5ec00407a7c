package article

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/article/html"
	"dateline/article/office"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/newsdate/datestamp"
)

// Limits on archives.
const (
	MaxArchive = 256 << 20 // compressed bytes of a zip archive
	maxNested  = 3         // archives within archives
)

// errNested reports archives nested too deeply.
var errNested = fmt.Errorf("%w: archives nested more than %d deep", ErrTooLarge, maxNested)

// errPacked reports compressed data and archives where Options.RefusePacked refuses them.
var errPacked = errors.New("compressed, or an archive")

// packings lists the magic numbers of compressed files and archives.
var packings = [...]string{"\x1f\x8b", "PK\x03\x04", "\x28\xb5\x2f\xfd", bzipped}

// isPacked reports whether bytes are compressed or an archive.
func isPacked(head []byte) bool {
	for _, magic := range packings {
		if bytes.HasPrefix(head, []byte(magic)) {
			return magic != bzipped || isBzip(head)
		}
	}
	return isTar(head)
}

// isWARC reports whether data begins as an uncompressed web archive; its captures may be
// compressed.
func isWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/1.")) }

// inside returns the source for a member of an archive.
func (s source) inside(name string) source {
	s.name, s.depth = printable(name), s.depth+1
	return s
}

// readZip reads an office document or e-book, which are zip archives, or the files of any other
// archive, sorted by name.
func readZip(s source, r io.Reader, yield yieldFunc) bool {
	data, err := io.ReadAll(io.LimitReader(r, MaxArchive+1))
	switch {
	case err != nil:
		return s.fail(err, yield)
	case len(data) > MaxArchive:
		return yield(Article{}, &Error{Input: s.name, Err: ErrTooLarge, Hint: fmt.Sprintf("an archive may have %d MiB: unpack it and give the folder", MaxArchive>>20)})
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	w := s.task()
	doc, err := office.Read(w.Counter, z)
	switch {
	case errors.Is(err, office.ErrNotOffice):
		return readMembers(s, z, yield)
	case errors.Is(err, office.ErrWorkbook):
		return readWorkbook(s, data, yield)
	case errors.Is(err, office.ErrSpreadsheet):
		return yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: %w", errUnsupported, err), Hint: "convert it: libreoffice --headless --convert-to xlsx FILE"})
	case err != nil:
		return s.fail(err, yield)
	case doc.Book != nil:
		return readBook(s, w, doc.Book, yield)
	}
	articles, err := fromText(w, doc.Text, segment.Scraped)
	return yieldAll(s.name, articles, err, yield)
}

// readWorkbook reads each sheet of a workbook as a table. Sheets without text are skipped if any
// sheet has some.
func readWorkbook(s source, data []byte, yield yieldFunc) bool {
	sheets, hidden, err := office.Sheets(s.task().Counter, data)
	if err != nil {
		return s.fail(err, yield)
	}
	some := slices.ContainsFunc(sheets, func(sheet office.Sheet) bool { return hasTexts(s, sheet) })
	for _, sheet := range sheets {
		at := s
		if len(sheets) > 1 {
			at.name += ", sheet " + sheet.Name
		}
		switch {
		case some && !hasTexts(s, sheet):
			if !yield(Article{}, &Skipped{Path: printable(at.name), Why: "no text column"}) {
				return false
			}
		case !readTable(at, bufio.NewReader(strings.NewReader(sheet.CSV)), yield):
			return false
		}
	}
	for _, name := range hidden {
		if !yield(Article{}, &Skipped{Path: printable(s.name + ", sheet " + name), Why: "hidden"}) {
			return false
		}
	}
	return true
}

// hasTexts reports whether a sheet has a text column.
func hasTexts(s source, sheet office.Sheet) bool {
	_, err := record.NewTable(bufio.NewReader(strings.NewReader(sheet.CSV)), s.options.Columns, MaxDocument, newsdate.Hint{})
	return err == nil
}

func readMembers(s source, z *zip.Reader, yield yieldFunc) bool {
	files := slices.DeleteFunc(slices.Clone(z.File), func(f *zip.File) bool { return f.FileInfo().IsDir() || isHidden(f.Name) })
	if len(files) == 0 {
		return yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: the archive has no files", ErrEmpty), Hint: "check that it is complete"})
	}
	slices.SortStableFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		r, err := f.Open()
		if err != nil {
			if !yield(Article{}, systemError(printable(s.name+"/"+f.Name), err)) {
				return false
			}
			continue
		}
		goOn := readMember(s.inside(s.name+"/"+f.Name), r, yield)
		r.Close()
		if !goOn {
			return false
		}
	}
	return true
}

func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.HasPrefix(name, "__MACOSX/")
}

// readBook reads the pages of a book, each one or more articles. The title of the book is their
// source, and its date is the date of articles without one.
func readBook(s source, w task, book *office.Book, yield yieldFunc) bool {
	published, _ := datestamp.Parse(book.Date, newsdate.Hint{})
	found := false
	var covers []LeftOut // also part titles and tables of contents
	for _, page := range book.Pages {
		articles, err := fromPage(w, s.name, page)
		if err == nil && len(articles) == 0 {
			continue
		}
		if err == nil && len(articles) == 1 && (articles[0].Text == articles[0].Title || html.IsContents(w.Counter, page)) {
			covers = append(covers, LeftOut{Reason: segment.Navigation, Text: articles[0].Text})
			continue
		}
		if len(articles) > 0 {
			articles[0].LeftOut, covers = append(articles[0].LeftOut, covers...), nil
		}
		found = true
		for i := range articles {
			if articles[i].Source == "" {
				articles[i].Source = book.Title
			}
			if articles[i].Published.IsZero() {
				articles[i].Published = published
			}
		}
		if !yieldAll(s.name, articles, err, yield) {
			return false
		}
	}
	return found || yieldAll(s.name, nil, nil, yield)
}

// readResource reads a captured HTTP response, unless it is only part of how a page looks.
func readResource(s source, body io.Reader, yield yieldFunc) bool {
	if isStyle(s.mediaType) {
		return yield(Article{}, &Skipped{Path: printable(s.name), Why: s.mediaType})
	}
	return readMember(s, body, yield)
}

// isStyle reports whether a media type is that of a style sheet, a script, a font, a
// picture or a film.
func isStyle(mediaType string) bool {
	kind, sub, _ := strings.Cut(strings.ToLower(mediaType), "/")
	switch kind {
	case "image", "audio", "video", "font":
		return true
	}
	return strings.HasPrefix(sub, "css") || strings.Contains(sub, "javascript") || strings.Contains(sub, "font")
}
