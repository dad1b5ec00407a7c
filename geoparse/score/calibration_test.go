package score

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/gazetteer"
	"dateline/geoparse"
)

// The least share of confident answers that must be right, over all probes and in every class of
// them.
const (
	sure        = 0.8
	sureOverall = 0.95
	sureInClass = 0.90
)

// probe is a sentence with the expected answers for some of its spans.
type probe struct {
	Class, Text, Published string
	Expect                 []Expectation
}

// TestCalibration: answers of high confidence are right as often as docs/accuracy.md says, also on
// generated probes, to which no weight was fitted.
func TestCalibration(t *testing.T) {
	file := filepath.Join(cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "..", "shared")), "eval", "dev", "probes.jsonl")
	f, err := os.Open(file)
	if err != nil {
		t.Skipf("no probes (DATELINE_SHARED): %v", err)
	}
	defer f.Close()
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := geoparse.New(g)
	if err != nil {
		t.Fatal(err)
	}
	classes, all := map[string]*Bin{}, &Bin{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p probe
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if classes[p.Class] == nil {
			classes[p.Class] = &Bin{}
		}
		in := geoparse.Input{Text: p.Text}
		in.Published, _ = time.Parse(time.DateOnly, p.Published)
		r, err := parser.Parse(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		p.count(r.Mentions, classes[p.Class], all)
	}
	if all.Answers == 0 || float64(all.Right) < sureOverall*float64(all.Answers) {
		t.Errorf("%d of %d sure answers are right", all.Right, all.Answers)
	}
	for class, b := range classes {
		if float64(b.Right) < sureInClass*float64(b.Answers) {
			t.Errorf("%s: %d of %d sure answers are right", class, b.Right, b.Answers)
		}
	}
}

// count compares the confident answers with the expected ones.
func (p *probe) count(mentions []geoparse.Mention, bins ...*Bin) {
	for _, e := range p.Expect {
		for i := range mentions {
			m := &mentions[i]
			if m.Place == nil || m.Confidence < sure || !e.isJudged() || !m.Overlaps(geoparse.Span{Start: e.Start, End: e.End}) {
				continue
			}
			for _, b := range bins {
				b.Answers++
				if e.fits(m) {
					b.Right++
				}
			}
		}
	}
}
