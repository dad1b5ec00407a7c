package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/geoparse/score"
)

func main() {
	store := flag.String("gaz", "", "")
	out := flag.String("out", "/tmp/try", "")
	flag.Parse()
	g, err := gazetteer.Default()
	if *store != "" {
		g, err = gazetteer.NewStore(*store).Gazetteer()
	}
	if err != nil {
		panic(err)
	}
	p, err := geoparse.New(g)
	if err != nil {
		panic(err)
	}
	for _, name := range flag.Args() {
		f, _ := os.Open("/work/shared/eval/dev/" + name + ".jsonl")
		gold, err := score.ReadGold(f)
		if err != nil {
			panic(err)
		}
		run := func(spans bool) []geoparse.Result {
			res := make([]geoparse.Result, len(gold))
			var wg sync.WaitGroup
			ch := make(chan int)
			for range 2 {
				wg.Go(func() {
					for i := range ch {
						in := geoparse.Input{Text: gold[i].Text, Title: gold[i].Title, Demonyms: name == "lgl"}
						in.Published, _ = time.Parse("2006-01-02", gold[i].Published)
						if spans {
							in.Spans = []geoparse.Span{}
							for _, t := range gold[i].Toponyms {
								in.Spans = append(in.Spans, geoparse.Span{Start: t.Start, End: t.End})
							}
						}
						res[i] = p.Parse(in)
					}
				})
			}
			for i := range gold {
				ch <- i
			}
			close(ch)
			wg.Wait()
			return res
		}
		t0 := time.Now()
		res := run(false)
		el := time.Since(t0)
		m := make([][]geoparse.Mention, len(gold))
		fr := make([][]geoparse.Front, len(gold))
		fo := make([]*geoparse.Focus, len(gold))
		for i := range res {
			m[i], fr[i], fo[i] = res[i].Mentions, res[i].Fronts, res[i].Focus
		}
		t := score.MeasureToponyms(gold, m, name == "re3d")
		fmt.Printf("%-16s strict %.3f %.3f %.3f  overlap %.3f %.3f %.3f  @161 %.3f tol %.3f", name, t.Strict.Precision, t.Strict.Recall, t.Strict.F1, t.Overlap.Precision, t.Overlap.Recall, t.Overlap.F1, t.Within161, t.WithinTolerance)
		if t.WithCoordinates > 0 {
			r2 := run(true)
			m2 := make([][]geoparse.Mention, len(gold))
			for i := range r2 {
				m2[i] = r2[i].Mentions
			}
			t2 := score.MeasureToponyms(gold, m2, false)
			fmt.Printf("  given@161 %.3f", t2.Within161)
			dump(*out, gold, name+".given", r2)
		}
		if f := score.MeasureFronts(gold, fr); f.Gold > 0 {
			fmt.Printf("  fronts %d %.3f %.3f %.3f %.3f", f.Predicted, f.Recall, f.Kind, f.Anchors, f.Direction)
		}
		if f := score.MeasureFocus(gold, fo); f.Gold > 0 {
			fmt.Printf("  focus %.3f", f.Accuracy)
		}
		fmt.Printf("  %.0f docs/s\n", float64(len(gold))/el.Seconds())
		dump(*out, gold, name, res)
	}
}

func dump(dir string, gold []score.Document, name string, res []geoparse.Result) {
	f, _ := os.Create(filepath.Join(dir, name+".pred"))
	defer f.Close()
	enc := json.NewEncoder(f)
	for i, r := range res {
		ms := []map[string]any{}
		for _, x := range r.Mentions {
			y := map[string]any{"start": x.Start, "end": x.End, "phrase": x.Phrase, "role": x.Role, "confidence": x.Confidence, "reason": x.Reason}
			if x.Place != nil {
				y["lat"], y["lon"], y["name"] = x.Place.Point[1], x.Place.Point[0], x.Place.Name
			}
			ms = append(ms, y)
		}
		fs := []map[string]any{}
		for _, x := range r.Fronts {
			fs = append(fs, map[string]any{"start": x.Start, "end": x.End, "phrase": x.Phrase, "kind": x.Kind, "reading": x.Reading})
		}
		o := map[string]any{"id": gold[i].ID, "mentions": ms, "fronts": fs}
		if r.Focus != nil {
			o["focus"] = map[string]any{"admin1": r.Focus.Admin1}
		}
		enc.Encode(o)
	}
}
