package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"dateline/article"
	"dateline/geoparse"
	"dateline/geoparse/score"
)

type evalCommand struct {
	gazetteerFlag
	NeedsCapital bool     `help:"Gold phrases without a capital letter are optional."`
	Demonyms     bool     `help:"Gold marks peoples and their adjectives too."`
	Files        []string `arg:"" name:"gold" help:"Gold standards, a JSON document a line." type:"existingfile"`
}

func (c *evalCommand) Run() error {
	parser, err := c.parser()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "corpus\tdocuments\tgold\tsaid\tstrict P\tR\tF1\toverlap P\tR\tF1\t@161\tspans @161\ttolerance\tmedian km\tfronts\tkind\tanchors\tdirection\tfocus\t")
	for _, file := range c.Files {
		if err := c.measure(w, parser, file); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return w.Flush()
}

func (c *evalCommand) measure(w io.Writer, parser *geoparse.Parser, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	gold, err := score.ReadGold(f)
	if err != nil {
		return err
	}
	results := slices.Collect(ordered(slices.Values(gold), func(d score.Document) geoparse.Result {
		return parser.Parse(c.input(&d, nil))
	}))
	given := slices.Collect(ordered(slices.Values(gold), func(d score.Document) geoparse.Result {
		return parser.Parse(c.input(&d, spansOf(&d)))
	}))
	printRow(w, file, gold, results, given, c.NeedsCapital)
	return nil
}

func (c *evalCommand) input(d *score.Document, spans []geoparse.Span) geoparse.Input {
	in := geoparse.Input{Text: d.Text, Title: d.Title, Demonyms: c.Demonyms, Spans: spans}
	in.Published, _ = article.ParseDate(d.Published)
	return in
}

// spansOf returns the gold spans, so that resolution can be measured by itself.
func spansOf(d *score.Document) []geoparse.Span {
	spans := make([]geoparse.Span, 0, len(d.Toponyms))
	for _, t := range d.Toponyms {
		spans = append(spans, geoparse.Span{Start: t.Start, End: t.End})
	}
	return spans
}

func printRow(w io.Writer, file string, gold []score.Document, results, given []geoparse.Result, needsCapital bool) {
	mentions, onSpans := make([][]geoparse.Mention, len(gold)), make([][]geoparse.Mention, len(gold))
	fronts, focus := make([][]geoparse.Front, len(gold)), make([]*geoparse.Focus, len(gold))
	for i := range gold {
		mentions[i], onSpans[i], fronts[i], focus[i] = results[i].Mentions, given[i].Mentions, results[i].Fronts, results[i].Focus
	}
	t := score.MeasureToponyms(gold, mentions, needsCapital)
	s := score.MeasureToponyms(gold, onSpans, needsCapital)
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t", filepath.Base(file), t.Documents, t.Gold, t.Predicted)
	if t.Gold == 0 {
		fmt.Fprint(w, "\t\t\t\t\t\t")
	} else {
		fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t",
			t.Strict.Precision, t.Strict.Recall, t.Strict.F1, t.Overlap.Precision, t.Overlap.Recall, t.Overlap.F1)
	}
	printResolution(w, t, s)
	if f := score.MeasureFronts(gold, fronts); f.Gold > 0 {
		fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.3f\t", f.Recall, f.Kind, f.Anchors, f.Direction)
	} else {
		fmt.Fprint(w, "\t\t\t\t")
	}
	if f := score.MeasureFocus(gold, focus); f.Gold > 0 {
		fmt.Fprintf(w, "%.3f", f.Accuracy)
	}
	fmt.Fprintln(w, "\t")
}

func printResolution(w io.Writer, t, given score.Toponyms) {
	if t.WithCoordinates == 0 {
		fmt.Fprint(w, "\t\t\t\t")
		return
	}
	fmt.Fprintf(w, "%.3f\t%.3f\t", t.Within161, given.Within161)
	if t.WithTolerance > 0 {
		fmt.Fprintf(w, "%.3f", t.WithinTolerance)
	}
	fmt.Fprintf(w, "\t%.1f\t", t.MedianKm)
}
