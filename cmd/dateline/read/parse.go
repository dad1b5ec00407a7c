package read

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"unicode"

	"dateline/article"
	"dateline/article/record"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/parallel"
	"dateline/cmd/dateline/setup"
	"dateline/control"
	"dateline/document"
	"dateline/geoparse"
	"dateline/jsonstream"
	"dateline/view"
)

// ParseCommand prints what is found in texts.
type ParseCommand struct {
	setup.GazetteerFlag
	cli.OutputFlag
	setup.OwnFlag
	Format   string   `help:"jsonl: one line per text; geojson: one FeatureCollection." enum:"jsonl,geojson" default:"jsonl"`
	Demonyms bool     `help:"Include peoples and their adjectives, with their country."`
	Files    []string `arg:"" optional:"" name:"file" help:"Texts, or lines of JSON {\"id\",\"text\",\"title\"?,\"published\"?,\"spans\"?}; none or - is standard input."`
}

func (c *ParseCommand) Run(ctx context.Context, say *cli.Console) error {
	cli.LimitMemory()
	parser, err := c.Parser(ctx, c.Data)
	if err != nil {
		return err
	}
	if len(c.Files) == 0 {
		c.Files = []string{"-"}
		if cli.IsTerminal(os.Stdin) {
			say.Say("reading a text from the terminal; end it with Ctrl-D on a line of its own")
		}
	}
	return cli.Promptly(ctx, func() error {
		return c.Write(func(w io.Writer) error { return c.parse(ctx, w, parser, say) })
	})
}

func (c *ParseCommand) parse(ctx context.Context, w io.Writer, parser *geoparse.Parser, say *cli.Console) error {
	out := newDocumentWriter(w, c.Format)
	reader := document.Reader{Parser: parser, Demonyms: c.Demonyms}
	done, failed := 0, 0
	hints := villageHints{gazetteer: parser.Gazetteer()}
	for _, file := range c.Files {
		for d, err := range parsed(ctx, reader, file) {
			if ctx.Err() != nil {
				break
			}
			var over *article.Skipped
			switch {
			case errors.As(err, &over):
				say.Say("%v", err)
				if !over.Empty {
					failed++
				}
			case err != nil:
				say.Fail(err)
				failed++
			}
			if err != nil && !errors.Is(err, article.ErrBadDate) {
				continue
			}
			hints.note(&d)
			d.Control = control.HoldersIn(&d, parser.Parties())
			if err := out.write(&d); err != nil {
				return err
			}
			done++
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	hints.print(say)
	return cli.Failure(done, failed)
}

// parsed parses a file, or standard input for "-": JSON Lines if its first non-blank byte is {,
// except pretty-printed JSON and JSON Feed, else articles.
func parsed(ctx context.Context, reader document.Reader, file string) iter.Seq2[document.Document, error] {
	return func(yield func(document.Document, error) bool) {
		in, name, err := openInput(file)
		if err != nil {
			yield(document.Document{}, err)
			return
		}
		defer in.Close()
		buf := bufio.NewReaderSize(in, 1<<20)
		if beginsObject(buf) && !isOneDocument(buf) {
			head, _ := buf.Peek(buf.Buffered())
			reader.Order = record.OrderOf(head)
			size := func(l inputLine) int { return len(l.text) }
			parallel.Ordered(ctx, lines(name, buf), size, func(l inputLine) (document.Document, error) { return l.parse(ctx, reader) })(yield)
			return
		}
		verbatim := article.Options{Verbatim: true}
		for a, err := range verbatim.ReadFrom(ctx, name, "", buf) {
			var d document.Document
			if err == nil {
				d, err = parallel.Guarded(name, func() (document.Document, error) { return reader.Article(ctx, a) })
				err = named(name, err)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func openInput(file string) (io.ReadCloser, string, error) {
	if file == "-" {
		return os.Stdin, "standard input", nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, "", cli.FileError(file, err)
	}
	return f, file, nil
}

// beginsObject reports whether a JSON object begins, rather than text in a brace: the next
// non-blank byte is a quote or the end of the object.
func beginsObject(r *bufio.Reader) bool {
	seen := byte(0)
	for n := 1; n <= r.Size(); n++ {
		head, _ := r.Peek(n)
		if len(head) < n {
			return seen == '{'
		}
		switch c := head[n-1]; {
		case unicode.IsSpace(rune(c)) || n <= 3 && strings.IndexByte("\xef\xbb\xbf\x1e", c) >= 0: // a byte order mark, RFC 7464
		case seen == '{':
			return c == '"' || c == '}'
		case c != '{':
			return false
		default:
			seen = c
		}
	}
	return false
}

// isOneDocument reports whether JSON is pretty-printed, or a JSON Feed.
func isOneDocument(r *bufio.Reader) bool {
	head, _ := r.Peek(r.Buffered())
	line, _, _ := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	return record.IsMultiline(head) || bytes.Contains(line, []byte("jsonfeed.org"))
}

// inputLine is a line of JSON with its position.
type inputLine struct {
	name   string
	number int
	text   []byte
	err    error
}

func (l inputLine) parse(ctx context.Context, reader document.Reader) (document.Document, error) {
	name := fmt.Sprintf("%s, line %d", l.name, l.number)
	if l.err != nil {
		return document.Document{}, named(name, l.err)
	}
	return parallel.Guarded(name, func() (document.Document, error) {
		d, err := reader.Record(ctx, l.text)
		return d, named(name, err)
	})
}

// lines yields the non-blank lines of r. One that is too long is an error, and the following
// ones go on.
func lines(name string, r *bufio.Reader) iter.Seq[inputLine] {
	return func(yield func(inputLine) bool) {
		in := jsonstream.NewLines(r)
		for {
			text, err := in.Next()
			switch {
			case err == io.EOF:
				return
			case err == jsonstream.ErrTooLarge:
				err = fmt.Errorf("%w: a line may have %d MiB; split its text", err, jsonstream.MaxLine>>20)
			case err == nil && len(bytes.TrimSpace(text)) == 0:
				continue
			case len(text) <= r.Size():
				text = bytes.Clone(text) // longer ones are not in the buffer
			}
			if !yield(inputLine{name: name, number: in.Number(), text: text, err: err}) {
				return
			}
		}
	}
}

// documentWriter writes documents as lines of JSON or as one FeatureCollection.
type documentWriter struct {
	out     *bufio.Writer
	geojson bool
	written int
}

func newDocumentWriter(w io.Writer, format string) *documentWriter {
	return &documentWriter{out: bufio.NewWriterSize(w, 1<<16), geojson: format == "geojson"}
}

func (w *documentWriter) write(d *document.Document) error {
	if !w.geojson {
		if err := d.WriteJSON(w.out); err != nil {
			return err
		}
		w.out.WriteByte('\n')
		return w.out.Flush() // readers may wait for each line
	}
	for _, f := range view.Features(d) {
		w.separate()
		w.out.Write(f.JSON())
	}
	return w.out.Flush()
}

func (w *documentWriter) separate() {
	if w.written == 0 {
		w.out.WriteString(`{"type":"FeatureCollection","features":[` + "\n")
	} else {
		w.out.WriteString(",\n")
	}
	w.written++
}

func (w *documentWriter) close() error {
	if w.geojson {
		if w.written == 0 {
			w.out.WriteString(`{"type":"FeatureCollection","features":[`)
		}
		w.out.WriteString("\n]}\n")
	}
	return w.out.Flush()
}
