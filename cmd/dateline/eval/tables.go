package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/geoparse"
	"dateline/geoparse/score"
)

// printFigures prints a row of all measures for each corpus.
func (c *Command) printFigures(ctx context.Context, w io.Writer, parser *geoparse.Parser, corpora []goldCorpus) error {
	var withEvents []string
	fmt.Fprintln(w, "corpus\tdocuments\tgold\tsaid\tstrict P\tR\tF1\toverlap P\tR\tF1\t@161\tspans @161\ttolerance\tmedian km\tfronts\tkind\tanchors\tdirection\tfocus\t")
	for _, corpus := range corpora {
		f, err := c.measure(ctx, parser, corpus)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t", corpus.name, f.found.Documents, f.found.Gold, f.found.Predicted)
		printRecognition(w, f.found)
		printResolution(w, f.found, f.given)
		printFronts(w, f.fronts)
		if f.focus.Gold > 0 {
			fmt.Fprintf(w, "%.3f", f.focus.Accuracy)
		}
		fmt.Fprintln(w, "\t")
		if f.events.Gold > 0 {
			withEvents = append(withEvents, eventRow(corpus.name, f.events))
		}
	}
	if len(withEvents) > 0 {
		fmt.Fprintln(w, "\nevents\tgold\tsaid\ttypes P\tR\tF1\tgroups P\tR\tF1\tplaces\tagent\tholder\tfrom\tdate\tstatus\t")
		fmt.Fprint(w, strings.Join(withEvents, ""))
	}
	return nil
}

// printJSON prints all measures of each corpus, without those for which it has no gold.
func (c *Command) printJSON(ctx context.Context, w io.Writer, parser *geoparse.Parser, corpora []goldCorpus) error {
	lines := json.NewEncoder(w)
	for _, corpus := range corpora {
		f, err := c.measure(ctx, parser, corpus)
		if err != nil {
			return err
		}
		line := struct {
			Corpus   string         `json:"corpus"`
			Toponyms score.Toponyms `json:"toponyms,omitzero"`
			Spans    score.Toponyms `json:"given_spans,omitzero"` // the gold's, resolved
			Fronts   score.Fronts   `json:"fronts,omitzero"`
			Focus    score.Focus    `json:"focus,omitzero"`
			Events   score.Events   `json:"events,omitzero"`
		}{Corpus: corpus.name}
		if f.found.Gold > 0 {
			line.Toponyms, line.Spans = f.found, f.given
		}
		if f.fronts.Gold > 0 {
			line.Fronts = f.fronts
		}
		if f.focus.Gold > 0 {
			line.Focus = f.focus
		}
		if f.events.Gold > 0 {
			line.Events = f.events
		}
		if err := lines.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// eventRow is a row of the measures of events.
func eventRow(name string, e score.Events) string {
	row := fmt.Sprintf("%s\t%d\t%d\t", name, e.Gold, e.Predicted)
	for _, r := range [...]score.Ratio{e.Types, e.Groups} {
		row += fmt.Sprintf("%.3f\t%.3f\t%.3f\t", r.Precision, r.Recall, r.F1)
	}
	for _, r := range [...]score.Rate{e.Places, e.Agent, e.Holder, e.From, e.Date, e.Status} {
		row += fmt.Sprintf("%.3f\t", r.Share())
	}
	return row + "\n"
}

func printRecognition(w io.Writer, t score.Toponyms) {
	if t.Gold == 0 {
		fmt.Fprint(w, "\t\t\t\t\t\t")
		return
	}
	fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t",
		t.Strict.Precision, t.Strict.Recall, t.Strict.F1, t.Overlap.Precision, t.Overlap.Recall, t.Overlap.F1)
}

func printResolution(w io.Writer, found, given score.Toponyms) {
	if found.WithCoordinates == 0 {
		fmt.Fprint(w, "\t\t\t\t")
		return
	}
	fmt.Fprintf(w, "%.3f\t%.3f\t", found.Within161, given.Within161)
	if found.WithTolerance > 0 {
		fmt.Fprintf(w, "%.3f", found.WithinTolerance)
	}
	fmt.Fprintf(w, "\t%.1f\t", found.MedianKm)
}

func printFronts(w io.Writer, f score.Fronts) {
	if f.Gold == 0 {
		fmt.Fprint(w, "\t\t\t\t")
		return
	}
	fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.3f\t", f.Recall, f.Kind, f.Anchors, f.Direction)
}

// printReliability prints the number of answers and of right ones for each tenth of confidence,
// then for all from 0.8 up.
func (c *Command) printReliability(ctx context.Context, w io.Writer, parser *geoparse.Parser, corpora []goldCorpus) error {
	var all score.Reliability
	fmt.Fprintln(w, "corpus\tconfidence\tanswers\tmean\tright\tsame sense\t")
	for _, corpus := range corpora {
		results, err := c.parse(ctx, parser, corpus, noSpans)
		if err != nil {
			return err
		}
		r := score.MeasureReliability(corpus.gold, mentionsOf(results))
		printBin(w, corpus.name, "0.8 to 1", r.From(8))
		all = all.Sum(r)
	}
	for i, bin := range all {
		printBin(w, "all", fmt.Sprintf("%.1f to %.1f", float64(i)/10, float64(i+1)/10), bin)
	}
	printBin(w, "all", "0.8 to 1", all.From(8))
	return nil
}

func printBin(w io.Writer, corpus, label string, b score.Bin) {
	fmt.Fprintf(w, "%s\t%s\t%d\t", corpus, label, b.Answers)
	if b.Answers == 0 {
		fmt.Fprintln(w, "\t\t\t")
		return
	}
	n := float64(b.Answers)
	fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t\n", b.Confidence/n, float64(b.Right)/n, float64(b.SameSense)/n)
}

// printAblation prints the main figures of each corpus with all signals, and their changes
// without each.
func (c *Command) printAblation(ctx context.Context, w io.Writer, parser *geoparse.Parser, corpora []goldCorpus) error {
	fmt.Fprint(w, "without\t")
	whole := make([]figures, len(corpora))
	for i, corpus := range corpora {
		var err error
		if whole[i], err = c.measure(ctx, parser, corpus); err != nil {
			return err
		}
		for _, m := range mainMeasures() {
			if m.given(&whole[i]) {
				fmt.Fprintf(w, "%s: %s\t", corpus.name, m.name)
			}
		}
	}
	fmt.Fprint(w, "\n(nothing)\t")
	for i := range corpora {
		printMain(w, "", &whole[i], &figures{})
	}
	fmt.Fprintln(w)
	for _, signal := range geoparse.Signals() {
		fmt.Fprintf(w, "%s\t", signal)
		without := parser.Without(signal)
		for i, corpus := range corpora {
			f, err := c.measure(ctx, without, corpus)
			if err != nil {
				return err
			}
			printMain(w, "+", &f, &whole[i])
		}
		fmt.Fprintln(w)
	}
	return nil
}

// printMain prints the main measures of f minus those of base, with a flag of fmt for each.
func printMain(w io.Writer, flag string, f, base *figures) {
	for _, m := range mainMeasures() {
		if m.given(f) {
			fmt.Fprintf(w, "%"+flag+m.format+"\t", m.of(f)-m.of(base))
		}
	}
}

// measure is one of several figures, if the corpus has gold for it.
type measure struct {
	name, format string
	given        func(*figures) bool
	of           func(*figures) float64
}

func mainMeasures() []measure {
	return []measure{
		{"strict F1", ".3f", func(f *figures) bool { return f.found.Gold > 0 }, func(f *figures) float64 { return f.found.Strict.F1 }},
		{"strict R", ".3f", func(f *figures) bool { return f.found.Gold > 0 }, func(f *figures) float64 { return f.found.Strict.Recall }},
		{"spans @161", ".3f", func(f *figures) bool { return f.given.WithCoordinates > 0 }, func(f *figures) float64 { return f.given.Within161 }},
		{"focus", ".3f", func(f *figures) bool { return f.focus.Gold > 0 }, func(f *figures) float64 { return f.focus.Accuracy }},
		{"right", ".0f", func(f *figures) bool { return f.probes.Expected > 0 }, func(f *figures) float64 { return float64(f.probes.Right) }},
		{"wrong pins", ".0f", func(f *figures) bool { return f.probes.Expected > 0 }, func(f *figures) float64 { return float64(f.probes.Wrong) }},
	}
}
