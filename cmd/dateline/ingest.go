package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"strings"
	"time"

	"dateline/article"
	"dateline/atlas"

	"github.com/schollz/progressbar/v3"
)

type ingestCommand struct {
	gazetteerFlag
	Data  string   `required:"" help:"Folder of the archive; made when there is none." type:"path" placeholder:"DIR"`
	Paths []string `arg:"" name:"path" help:"Texts, pages, feeds, lines of JSON, folders of them, or addresses; - is standard input."`
}

func (c *ingestCommand) Run(ctx context.Context) error {
	parser, err := c.parser()
	if err != nil {
		return err
	}
	archive, err := atlas.OpenWriter(c.Data)
	if err != nil {
		return err
	}
	in := ingest{archive: archive, reader: atlas.Reader{Parser: parser}, bar: newBar()}
	err = errors.Join(in.read(ctx, articles(ctx, c.Paths)), archive.Close())
	in.bar.Finish()
	fmt.Fprintln(os.Stderr, in.report())
	if err != nil {
		return err
	}
	return in.failure()
}

func newBar() *progressbar.ProgressBar {
	return progressbar.NewOptions(-1, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetVisibility(isTerminal(os.Stderr)))
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// ingest puts articles into an archive and counts what becomes of them.
type ingest struct {
	archive *atlas.Archive
	reader  atlas.Reader
	bar     *progressbar.ProgressBar // nil for none
	total   atlas.PutResult
	failed  int
}

// Documents are put into the archive so many at a time: many make it fast, few
// lose little when the process is killed, as what is lost is read again, and take
// little memory.
const (
	batchSize   = 256
	batchWeight = 16 << 20
	batchTime   = time.Second
)

// weight is about how many bytes of memory a document takes.
func weight(d *atlas.Document) int {
	const mention = 512
	return len(d.Text) + mention*(len(d.Mentions)+len(d.Fronts))
}

// reading is an article or why there is none.
type reading struct {
	article article.Article
	err     error
}

// read parses articles and makes them ready on all cores, and stores them in their
// order, a batch while the next is made. What can't be read is said and counted; it ends nothing.
func (in *ingest) read(ctx context.Context, articles iter.Seq[reading]) error {
	batches, stored := make(chan []*atlas.Packed), make(chan error, 1)
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
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("stopped: %w; what was stored stays, read again to go on", err)
	}
	return nil
}

// packed is an article ready to be stored, or why there is none.
type packed struct {
	doc    *atlas.Packed
	weight int
	err    error
}

// batches yields documents as they are stored. A batch that is not full when the
// context ends is lost.
func (in *ingest) batches(ctx context.Context, articles iter.Seq[reading]) iter.Seq[[]*atlas.Packed] {
	return func(yield func([]*atlas.Packed) bool) {
		var batch []*atlas.Packed
		size, since := 0, time.Now()
		for p := range ordered(articles, func(r reading) packed { return in.pack(ctx, r) }) {
			switch {
			case ctx.Err() != nil:
				return
			case p.err != nil:
				in.fail(p.err)
				continue
			}
			batch = append(batch, p.doc)
			size += p.weight
			if in.bar != nil {
				in.bar.Add(1)
			}
			if len(batch) >= batchSize || size >= batchWeight || time.Since(since) > batchTime {
				if !yield(batch) {
					return
				}
				batch, size, since = nil, 0, time.Now()
			}
		}
		if len(batch) > 0 && ctx.Err() == nil {
			yield(batch)
		}
	}
}

// store puts batches into the archive, up to the first that it does not take.
func (in *ingest) store(ctx context.Context, batches <-chan []*atlas.Packed) error {
	for batch := range batches {
		if err := in.put(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

// pack parses an article and makes it ready to be stored.
func (in *ingest) pack(ctx context.Context, r reading) packed {
	if r.err != nil {
		return packed{err: r.err}
	}
	doc, err := in.reader.Document(ctx, r.article)
	if err != nil {
		return packed{err: err}
	}
	ready, err := in.archive.Pack(&doc)
	return packed{ready, weight(&doc), err}
}

func (in *ingest) put(ctx context.Context, batch []*atlas.Packed) error {
	result, err := in.archive.PutPacked(ctx, batch)
	in.total.Added += result.Added
	in.total.Known += result.Known
	in.total.Mentions += result.Mentions
	in.total.Fronts += result.Fronts
	in.total.Places += result.Places
	return err
}

func (in *ingest) fail(err error) {
	in.failed++
	if in.bar != nil {
		in.bar.Clear()
	}
	fmt.Fprintln(os.Stderr, "dateline:", err)
}

func (in *ingest) report() string {
	t := &in.total
	s := fmt.Sprintf("%s added, %d known already; %s, %s, %s", counted(t.Added, "article"), t.Known,
		counted(t.Mentions, "mention"), counted(t.Fronts, "front"), counted(t.Places, "new place"))
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

// failure returns an error when something could not be read.
func (in *ingest) failure() error {
	if in.failed == 0 {
		return nil
	}
	return errSomeFailed
}

// articles yields the articles of all paths and addresses.
func articles(ctx context.Context, paths []string) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		for _, path := range paths {
			for a, err := range articlesOf(ctx, path) {
				if !yield(reading{a, err}) {
					return
				}
			}
		}
	}
}

func articlesOf(ctx context.Context, path string) iter.Seq2[article.Article, error] {
	switch {
	case path == "-":
		return article.ReadFrom(ctx, "-", os.Stdin)
	case strings.HasPrefix(path, "http://"), strings.HasPrefix(path, "https://"):
		return fetched(ctx, path)
	}
	return article.Read(ctx, path)
}

// fetchTime bounds the fetching of an address.
const fetchTime = time.Minute

// fetched yields the articles at an address.
func fetched(ctx context.Context, address string) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		ctx, cancel := context.WithTimeout(ctx, fetchTime)
		defer cancel()
		body, err := fetch(ctx, address)
		if err != nil {
			yield(article.Article{}, fmt.Errorf("%s: %w", address, err))
			return
		}
		defer body.Close()
		for a, err := range article.ReadFrom(ctx, address, body) {
			if !yield(a, err) {
				return
			}
		}
	}
}

func fetch(ctx context.Context, address string) (io.ReadCloser, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "dateline/"+version)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("the server answers %s", resp.Status)
	}
	return resp.Body, nil
}
