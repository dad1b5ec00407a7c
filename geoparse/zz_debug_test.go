package geoparse

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestDebug(t *testing.T) {
	text := os.Getenv("TEXT")
	if text == "" {
		t.Skip()
	}
	p := testParser()
	g := p.gaz
	run := &parse{Parser: p, in: Input{}, text: text, persons: map[string]bool{}, dates: map[int]time.Time{}}
	run.tokens = tokenize(text)
	run.readWords()
	run.readLines()
	run.sentences = sentences(text)
	run.spot()
	run.cue()
	run.classify()
	run.resolve()
	for i, s := range run.spots {
		fmt.Printf("%q role=%q class=%q exact=%v cued=%v reason=%q hits=%d\n", text[s.start:s.end], s.role, s.class, s.exact, s.cued, s.reason, len(s.hits))
		c := run.choices[i]
		for j, o := range c.options[:min(len(c.options), 4)] {
			mark := " "
			if j == c.best {
				mark = "*"
			}
			fmt.Printf("   %s %s %s %s %s pop%d q%.2f own%.2f score%.2f prom%.2f near%.2f\n", mark, o.place.ID, o.place.Name, o.place.Kind, o.place.Country, o.place.Population, o.quality, o.own, o.score, g.Prominence(o.ref), run.nearness(i, &o))
		}
		if c.best >= 0 {
			fmt.Println("   credible", run.isCredible(i), "conf", run.confidence(i))
		}
	}
}
