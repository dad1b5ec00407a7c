package geoparse

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"bufio"
	"dateline/gazetteer"
)

func TestDumpFocus(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	g, _ := gazetteer.Default()
	p, _ := New(g)
	f, _ := os.Open("/work/shared/eval/dev/fakes.jsonl")
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	out, _ := os.Create("/tmp/try/focus.jsonl")
	enc := json.NewEncoder(out)
	for sc.Scan() {
		var d struct{ ID, Text, Title, Governorate string }
		json.Unmarshal(sc.Bytes(), &d)
		run := &parse{Parser: p, in: Input{}, text: d.Text, persons: map[string]bool{}}
		run.tokens = tokenize(d.Text)
		run.readWords()
		run.readLines()
		run.sentences = sentences(d.Text)
		run.spot()
		run.cue()
		run.classify()
		run.resolve()
		ms := []map[string]any{}
		for i := range run.spots {
			pl := run.taken(i)
			if pl == nil || !run.isMention(i) || run.spots[i].role != RolePlace {
				continue
			}
			sent := 0
			for k, s := range run.sentences {
				if s.start <= run.spots[i].start {
					sent = k
				}
			}
			prep := ""
			if run.spots[i].first > 0 {
				prep = run.tokens[run.spots[i].first-1].fold
			}
			ms = append(ms, map[string]any{"a": g.DivisionName(pl), "cc": pl.Country, "k": pl.Kind, "at": run.spots[i].start, "s": sent, "prep": prep, "exact": run.spots[i].exact, "ph": run.spots[i].written})
		}
		enc.Encode(map[string]any{"id": d.ID, "g": d.Governorate, "title": d.Title, "n": len(d.Text), "m": ms})
	}
	fmt.Println("ok")
}
