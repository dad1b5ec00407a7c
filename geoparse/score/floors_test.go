package score

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/gazetteer"
	"dateline/geoparse"
)

// TestFloors checks the accuracy on the development corpora: a change that lowers it below these
// floors has broken something. They are a little below what docs/accuracy.md reports.
func TestFloors(t *testing.T) {
	dir := filepath.Join(cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "..", "shared")), "eval", "dev")
	if _, err := os.Stat(dir); err != nil {
		if slices.Contains(strings.Split(os.Getenv("DATELINE_REQUIRE"), ","), "shared") {
			t.Fatal(err)
		}
		t.Skipf("no gold standards at %s (DATELINE_SHARED)", dir)
	}
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := geoparse.New(g)
	if err != nil {
		t.Fatal(err)
	}
	floors := []struct {
		corpus, measure string
		floor           float64
		of              func(m *measured) float64
	}{
		{"seeds", "strict F1", .96, func(m *measured) float64 { return m.toponyms.Strict.F1 }},
		{"seeds", "strict precision", .95, func(m *measured) float64 { return m.toponyms.Strict.Precision }},
		{"seeds", "within tolerance", .97, func(m *measured) float64 { return m.toponyms.WithinTolerance }},
		{"seeds", "fronts, recall", .90, func(m *measured) float64 { return m.fronts.Recall }},
		{"seeds", "fronts, direction", .95, func(m *measured) float64 { return m.fronts.Direction }},
		{"halterman_syria", "overlap recall", .92, func(m *measured) float64 { return m.toponyms.Overlap.Recall }},
		{"halterman_syria", "strict recall", .85, func(m *measured) float64 { return m.toponyms.Strict.Recall }},
		{"fakes", "focus", .88, func(m *measured) float64 { return m.focus.Accuracy }},
		{"geovirus", "strict F1", .88, func(m *measured) float64 { return m.toponyms.Strict.F1 }},
		{"idrisi_lmd_ar", "overlap F1", .74, func(m *measured) float64 { return m.toponyms.Overlap.F1 }},
	}
	done := map[string]*measured{}
	for _, f := range floors {
		if done[f.corpus] == nil {
			done[f.corpus] = measure(t, parser, filepath.Join(dir, f.corpus+".jsonl"))
		}
		if got := f.of(done[f.corpus]); got < f.floor {
			t.Errorf("%s, %s: %.3f, below %.2f", f.corpus, f.measure, got, f.floor)
		}
	}
}

type measured struct {
	toponyms Toponyms
	fronts   Fronts
	focus    Focus
}

func measure(t *testing.T, parser *geoparse.Parser, file string) *measured {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	mentions, fronts, focus := make([][]geoparse.Mention, len(gold)), make([][]geoparse.Front, len(gold)), make([]*geoparse.Focus, len(gold))
	for i, d := range gold {
		in := geoparse.Input{Text: d.Text, Title: d.Title}
		in.Published, _ = time.Parse(time.DateOnly, d.Published)
		r, err := parser.Parse(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		mentions[i], fronts[i], focus[i] = r.Mentions, r.Fronts, r.Focus
	}
	return &measured{MeasureToponyms(gold, mentions, false), MeasureFronts(gold, fronts), MeasureFocus(gold, focus)}
}
