// Package eval has the command that measures the parser against gold standards:
//
//	dateline eval --reliability gold.jsonl
//
// A corpus is parsed twice, once to find the names and once with those of the gold; with
// --ablation once more for each signal.
package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"dateline/article"
	"dateline/article/record"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/parallel"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/geoparse"
	"dateline/geoparse/score"
	"dateline/newsdate"
)

// Command measures the parser against gold standards.
type Command struct {
	setup.GazetteerFlag
	cli.OutputFlag
	NeedsCapital bool     `help:"Gold phrases without a capital letter are optional."`
	Demonyms     bool     `help:"Gold marks peoples and their adjectives too."`
	JSON         bool     `help:"Print all measures, one line of JSON per corpus." name:"json" xor:"what"`
	Reliability  bool     `help:"Print accuracy by confidence." xor:"what"`
	Ablation     bool     `help:"Print the figures with each signal switched off in turn." xor:"what"`
	Files        []string `arg:"" name:"gold" help:"Gold standards, one JSON document a line." type:"path"`
}

func (c *Command) Run(ctx context.Context) error {
	return cli.Promptly(ctx, func() error { return c.run(ctx) })
}

func (c *Command) run(ctx context.Context) error {
	parser, err := c.Parser(ctx, "")
	if err != nil {
		return err
	}
	corpora, err := readCorpora(c.Files)
	if err != nil {
		return err
	}
	return c.Write(func(out io.Writer) error { return c.print(ctx, out, parser, corpora) })
}

func (c *Command) print(ctx context.Context, out io.Writer, parser *geoparse.Parser, corpora []goldCorpus) error {
	if c.JSON {
		return c.printJSON(ctx, out, parser, corpora)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	var err error
	switch {
	case c.Reliability:
		err = c.printReliability(ctx, w, parser, corpora)
	case c.Ablation:
		err = c.printAblation(ctx, w, parser, corpora)
	default:
		err = c.printFigures(ctx, w, parser, corpora)
	}
	return errors.Join(err, w.Flush())
}

// goldCorpus is a gold standard with its name.
type goldCorpus struct {
	name  string
	gold  []score.Document
	order newsdate.Order // of day and month in its dates, as parse finds it
}

func readCorpora(files []string) ([]goldCorpus, error) {
	corpora := make([]goldCorpus, len(files))
	for i, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			return nil, cli.FileError(file, err)
		}
		gold, err := score.ReadGold(bytes.NewReader(lines))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		corpora[i] = goldCorpus{strings.TrimSuffix(filepath.Base(file), ".jsonl"), gold, record.OrderOf(lines)}
	}
	return corpora, nil
}

// figures are all measures of a parser on one corpus.
type figures struct {
	found, given score.Toponyms // spans found by the parser, and spans taken from gold
	fronts       score.Fronts
	focus        score.Focus
	events       score.Events
	probes       score.Probes
}

func (c *Command) measure(ctx context.Context, parser *geoparse.Parser, corpus goldCorpus) (figures, error) {
	gold := corpus.gold
	results, err := c.parse(ctx, parser, corpus, noSpans)
	if err != nil {
		return figures{}, err
	}
	onSpans, err := c.parse(ctx, parser, corpus, spansOf)
	if err != nil {
		return figures{}, err
	}
	fronts, focus, events := make([][]geoparse.Front, len(gold)), make([]*geoparse.Focus, len(gold)), make([][]geoparse.Event, len(gold))
	for i := range results {
		fronts[i], focus[i], events[i] = results[i].Fronts, results[i].Focus, results[i].Events
	}
	return figures{
		found:  score.MeasureToponyms(gold, mentionsOf(results), c.NeedsCapital),
		given:  score.MeasureToponyms(gold, mentionsOf(onSpans), c.NeedsCapital),
		fronts: score.MeasureFronts(gold, fronts), focus: score.MeasureFocus(gold, focus),
		events: score.MeasureEvents(gold, events),
		probes: score.MeasureProbes(gold, mentionsOf(results)),
	}, nil
}

// parse parses the documents of a corpus as dateline parse does, up to the first failure.
func (c *Command) parse(ctx context.Context, parser *geoparse.Parser, corpus goldCorpus, spans func(*score.Document) []span) ([]geoparse.Result, error) {
	reader := document.Reader{Parser: parser, Demonyms: c.Demonyms, Order: corpus.order}
	results := make([]geoparse.Result, 0, len(corpus.gold))
	for r, err := range parallel.Ordered(ctx, slices.Values(corpus.gold), sizeOfGold, func(d score.Document) (geoparse.Result, error) {
		line, err := json.Marshal(goldLine{d.Text, d.Title, d.Published, spans(&d)})
		if err != nil {
			return geoparse.Result{}, err
		}
		_, result, err := reader.Parse(ctx, line)
		if errors.Is(err, article.ErrBadDate) {
			err = nil // it is parsed without a date
		}
		return result, err
	}) {
		if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	return results, ctx.Err()
}

// goldLine is a document of a corpus as parse reads it.
type goldLine struct {
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Spans     []span `json:"spans,omitempty"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func sizeOfGold(d score.Document) int { return len(d.Text) }

func mentionsOf(results []geoparse.Result) [][]geoparse.Mention {
	mentions := make([][]geoparse.Mention, len(results))
	for i := range results {
		mentions[i] = results[i].Mentions
	}
	return mentions
}

// noSpans lets the parser find the spans.
func noSpans(*score.Document) []span { return nil }

// spansOf returns the gold spans, to measure resolution by itself.
func spansOf(d *score.Document) []span {
	spans := make([]span, 0, len(d.Toponyms))
	for _, t := range d.Toponyms {
		spans = append(spans, span{t.Start, t.End})
	}
	return spans
}
