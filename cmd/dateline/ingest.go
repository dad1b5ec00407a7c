package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"

	"dateline/archive"
	"dateline/article"
	"dateline/document"
	"dateline/newsdate"

	"github.com/schollz/progressbar/v3"
)

type ingestCommand struct {
	gazetteerFlag
	networkFlag
	Data    string            `required:"" help:"Folder of the archive; made when there is none." type:"path" placeholder:"DIR" shared:""`
	DryRun  bool              `help:"Say what would be read, an article a line, and store nothing."`
	Columns map[string]string `help:"Which columns of a table, or keys of JSON, have what: text=body,published=date; also title, source, url, byline, lang, id." mapsep:","`
	Fetched string            `help:"When the files were saved, which is what \"2 hours ago\" in them is reckoned from; of addresses, web archives and messages it is known." placeholder:"DATE"`
	Verbose bool              `short:"v" help:"List what is left out of articles, and the files that are passed over."`
	Paths   []string          `arg:"" name:"path" help:"Texts, pages, feeds, lines of JSON, folders of them, or addresses; - is standard input."`
}

// inputs says what is read and how.
func (c *ingestCommand) inputs() (inputs, error) {
	in := inputs{c.Paths, article.Options{Columns: c.Columns}, c.networkFlag}
	if c.Fetched == "" {
		return in, nil
	}
	at, ok := newsdate.ISO(c.Fetched)
	if !ok {
		return in, fmt.Errorf("--fetched: %q is not a date such as 2019-06-12 or 2019-06-12T10:00:00+03:00", c.Fetched)
	}
	in.options.Fetched = at
	return in, nil
}

func (c *ingestCommand) Run(ctx context.Context, say *console) error {
	from, err := c.inputs()
	if err != nil {
		return err
	}
	if c.DryRun {
		return promptly(ctx, func() error { return c.dryRun(ctx, say, from) })
	}
	if err := someExist(c.Paths); err != nil {
		return err
	}
	limitMemory()
	parser, err := c.parser(ctx, c.Data)
	if err != nil {
		return err
	}
	writer, err := archive.OpenWriter(ctx, modelOf(parser.Gazetteer()), c.Data)
	if err != nil {
		return err
	}
	in := ingest{into: writer, reader: document.Reader{Parser: parser, Versions: versionsOf(parser)}, hints: villageHints{gazetteer: parser.Gazetteer()}, say: say, bar: say.bar()}
	notes := ledger{say: say, verbose: c.Verbose}
	err = errors.Join(in.read(ctx, notes.noting(from.articles(ctx))), writer.Close())
	in.bar.Finish()
	say.say("%s", in.report())
	notes.print()
	in.hints.print(say)
	if in.total.Added+in.total.Revised > 0 {
		err = errors.Join(err, noteWrite(c.Data, "ingest", in.report()))
	}
	switch read := in.total.Added + in.total.Revised + in.total.Known + in.total.Removed; {
	case err == nil:
		return failure(read, in.failed+notes.unread(read))
	case read > 0:
		return partly{err}
	}
	return err
}

// someExist refuses files of which none is there before an archive is made for them.
func someExist(paths []string) error {
	var missing error
	for _, path := range paths {
		_, err := os.Stat(path)
		if path == "-" || isWebAddress(path) || !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if missing == nil {
			missing = fileError(path, err)
		}
	}
	return missing
}

// ingest puts articles into an archive and counts what becomes of them.
type ingest struct {
	into   keeper
	reader document.Reader
	hints  villageHints
	say    *console
	bar    *progressbar.ProgressBar
	total  archive.PutResult
	failed int
}

// keeper stores documents: an Archive, or a Corpus, which shows them too.
type keeper interface {
	Pack(*document.Document) (*archive.Packed, error)
	PutPacked(context.Context, []*archive.Packed) (archive.PutResult, error)
	Checkpoint() error
}

// reading is an article or why there is none.
type reading struct {
	article article.Article
	err     error
}

// size is about how many bytes there are to be parsed.
func (r reading) size() int { return len(r.article.Text) + len(r.article.Record) }

// read parses articles and makes them ready on all cores, and stores them in their
// order, a batch while the next is made. What can't be read is said and counted; it ends nothing.
func (in *ingest) read(ctx context.Context, articles iter.Seq[reading]) error {
	batches, stored := make(chan []*archive.Packed), make(chan error, 1)
	go func() { stored <- in.store(ctx, batches) }()
	for batch := range in.batches(ctx, articles) {
		select {
		case batches <- batch:
			continue
		case err := <-stored:
			return err
		}
	}
	close(batches)
	if err := <-stored; err != nil && ctx.Err() == nil {
		return err
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%w; what was stored stays, read again to go on", context.Cause(ctx))
	}
	return nil
}

// store puts batches into the archive, up to the first that it does not take, and
// leaves a file of which a plain copy is whole.
func (in *ingest) store(ctx context.Context, batches <-chan []*archive.Packed) error {
	for batch := range batches {
		if err := in.put(ctx, batch); err != nil {
			return err
		}
	}
	return in.into.Checkpoint()
}

// pack parses an article and makes it ready to be stored.
func (in *ingest) pack(ctx context.Context, r reading) (packed, error) {
	if r.err != nil {
		return packed{}, r.err
	}
	name := r.article.Input
	if line := r.article.Lines[0]; line > 0 {
		name = fmt.Sprintf("%s:%d", name, line)
	}
	return guarded(name, func() (packed, error) {
		doc, err := in.reader.Document(ctx, r.article)
		if err != nil {
			return packed{}, named(name, err)
		}
		in.hints.note(&doc)
		ready, err := in.into.Pack(&doc)
		return packed{ready, doc.Weight()}, named(name, err)
	})
}

// named says in which input an error came up, where it does not say so itself.
func named(input string, err error) error {
	var says *article.Error
	if err == nil || errors.As(err, &says) {
		return err
	}
	return fmt.Errorf("%s: %w", input, err)
}

func (in *ingest) put(ctx context.Context, batch []*archive.Packed) error {
	result, err := in.into.PutPacked(ctx, batch)
	in.total.Added += result.Added
	in.total.Revised += result.Revised
	in.total.Known += result.Known
	in.total.Removed += result.Removed
	in.total.Mentions += result.Mentions
	in.total.Fronts += result.Fronts
	in.total.Places += result.Places
	return err
}

func (in *ingest) fail(err error) {
	in.failed++
	in.bar.Clear()
	in.say.fail(err)
}

func (in *ingest) report() string {
	t := &in.total
	s := fmt.Sprintf("%s added, %d known already; %s, %s, %s", counted(t.Added, "article"), t.Known,
		counted(t.Mentions, "mention"), counted(t.Fronts, "front"), counted(t.Places, "new place"))
	if t.Revised > 0 {
		s += fmt.Sprintf("; %d newer texts of articles", t.Revised)
	}
	if t.Removed > 0 {
		s += fmt.Sprintf("; %d left out, as they were removed", t.Removed)
	}
	if in.failed > 0 {
		s += fmt.Sprintf("; %d could not be read", in.failed)
	}
	return s
}

// counted writes a number and the noun in the number's form.
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
