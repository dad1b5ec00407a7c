// Package read has the commands that read texts: ingest, which stores the results, and parse,
// which prints them. Articles are parsed on all cores, in batches of which one is stored while
// the next is made; unreadable input is reported and counted, and does not end the run.
//
//	dateline ingest --data news articles/ https://news.example/1
package read

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"

	"dateline/archive"
	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/parallel"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/newsdate"

	"github.com/schollz/progressbar/v3"
)

// IngestCommand reads articles into an archive.
type IngestCommand struct {
	setup.GazetteerFlag
	cli.NetworkFlag
	Data    string            `required:"" help:"Folder of the archive; created if missing." type:"archive" placeholder:"DIR" shared:""`
	DryRun  bool              `help:"List the articles that would be read, one a line, and store nothing."`
	Columns map[string]string `help:"Mapping of columns or JSON keys: text=body,published=date; also title, source, url, byline, lang, id." mapsep:","`
	Fetched string            `help:"When the files were saved, which is what \"2 hours ago\" in them is reckoned from; of addresses, web archives and messages it is known." placeholder:"DATE"`
	Verbose bool              `short:"v" help:"List what is left out of articles, and skipped files."`
	Paths   []string          `arg:"" name:"path" help:"Texts, pages, feeds, lines of JSON, folders of them, or addresses; - is standard input."`
}

// inputs returns what is read and how.
func (c *IngestCommand) inputs() (Inputs, error) {
	in := Inputs{Paths: c.Paths, Options: article.Options{Columns: c.Columns}, Network: c.NetworkFlag}
	if c.Fetched == "" {
		return in, nil
	}
	at, ok := newsdate.ISO(c.Fetched)
	if !ok {
		return in, fmt.Errorf("--fetched: %q is not a date such as 2019-06-12 or 2019-06-12T10:00:00+03:00", c.Fetched)
	}
	in.Options.Fetched = at
	return in, nil
}

func (c *IngestCommand) Run(ctx context.Context, say *cli.Console) error {
	from, err := c.inputs()
	if err != nil {
		return err
	}
	if c.DryRun {
		return cli.Promptly(ctx, func() error { return c.dryRun(ctx, say, from) })
	}
	if err := someExist(c.Paths); err != nil {
		return err
	}
	cli.LimitMemory()
	parser, err := c.Parser(ctx, c.Data)
	if err != nil {
		return err
	}
	writer, err := setup.OpenWriter(ctx, setup.ModelOf(parser.Gazetteer()), c.Data, say)
	if err != nil {
		return err
	}
	in := NewIngest(writer, document.Reader{Parser: parser, Versions: setup.VersionsOf(parser)}, say)
	notes := NewLedger(say, c.Verbose)
	err = errors.Join(in.Read(ctx, notes.Noting(from.Articles(ctx))), writer.Close())
	say.Say("%s", in.Report())
	notes.Print()
	in.hints.print(say)
	if in.Changed() > 0 {
		err = errors.Join(err, setup.NoteWrite(c.Data, "ingest", in.Report()))
	}
	switch read := in.Changed() + in.total.Known + in.total.Removed; {
	case err == nil:
		return cli.Failure(read, in.failed+notes.unread(read))
	case read > 0:
		return cli.Partly(err)
	}
	return err
}

// someExist refuses files none of which exists, before an archive is made for them.
func someExist(paths []string) error {
	var missing error
	for _, path := range paths {
		_, err := os.Stat(path)
		if path == "-" || cli.IsWebAddress(path) || !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if missing == nil {
			missing = cli.FileError(path, err)
		}
	}
	return missing
}

// Ingest stores articles and counts the results.
type Ingest struct {
	into   Store
	reader document.Reader
	hints  villageHints
	say    *cli.Console
	bar    *progressbar.ProgressBar
	total  archive.PutResult
	failed int
}

// NewIngest returns an Ingest into an archive of articles that reader reads.
func NewIngest(into Store, reader document.Reader, say *cli.Console) *Ingest {
	return &Ingest{into: into, reader: reader, hints: villageHints{gazetteer: reader.Parser.Gazetteer()}, say: say, bar: say.Bar()}
}

// Changed returns how many articles it added or replaced.
func (in *Ingest) Changed() int { return in.total.Added + in.total.Revised }

// Store stores documents: an Archive, or a Corpus, which also shows them.
type Store interface {
	Pack(*document.Document) (*archive.Packed, error)
	PutPacked(context.Context, []*archive.Packed) (archive.PutResult, error)
	Checkpoint() error
}

// Result is an article or an error.
type Result struct {
	Article article.Article
	Err     error
}

// size is about the number of bytes to parse.
func (r Result) size() int { return len(r.Article.Text) + len(r.Article.Record) }

// Read parses and packs articles on all cores, and stores them in order, a batch while the next
// is made. Unreadable input is reported and counted, and does not end the run.
func (in *Ingest) Read(ctx context.Context, articles iter.Seq[Result]) error {
	defer in.bar.Finish()
	batches, stored := make(chan []*archive.Packed), make(chan error, 1)
	go func() { stored <- in.store(ctx, batches) }()
	for batch := range in.batches(ctx, articles) {
		select {
		case batches <- batch:
			continue
		case err := <-stored:
			return ended(ctx, err)
		}
	}
	close(batches)
	return ended(ctx, <-stored)
}

// ended returns the error of an ingest, which is that of its context where that has ended it.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%w; what was stored stays, read again to go on", context.Cause(ctx))
	}
	return err
}

// store stores batches, up to the first failure, and leaves a file of which a plain copy is
// complete.
func (in *Ingest) store(ctx context.Context, batches <-chan []*archive.Packed) error {
	for batch := range batches {
		if err := in.put(ctx, batch); err != nil {
			return err
		}
	}
	return in.into.Checkpoint()
}

// pack parses and packs an article.
func (in *Ingest) pack(ctx context.Context, r Result) (packed, error) {
	if r.Err != nil {
		return packed{}, r.Err
	}
	name := r.Article.Input
	if line := r.Article.Lines[0]; line > 0 {
		name = fmt.Sprintf("%s:%d", name, line)
	}
	return parallel.Guarded(name, func() (packed, error) {
		doc, err := in.reader.Document(ctx, r.Article)
		if err != nil {
			return packed{}, named(name, err)
		}
		in.hints.note(&doc)
		ready, err := in.into.Pack(&doc)
		return packed{ready, doc.Weight()}, named(name, err)
	})
}

// named adds the input to an error, unless it is there.
func named(input string, err error) error {
	var says *article.Error
	if err == nil || errors.As(err, &says) {
		return err
	}
	return fmt.Errorf("%s: %w", input, err)
}

func (in *Ingest) put(ctx context.Context, batch []*archive.Packed) error {
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

func (in *Ingest) fail(err error) {
	in.failed++
	in.bar.Clear()
	in.say.Fail(err)
}

// Report says how many articles were added, known and unreadable, and what was found in them.
func (in *Ingest) Report() string {
	t := &in.total
	s := fmt.Sprintf("%s added, %d known already; %s, %s, %s", cli.Count(t.Added, "article"), t.Known,
		cli.Count(t.Mentions, "mention"), cli.Count(t.Fronts, "front"), cli.Count(t.Places, "new place"))
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
