package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse"
)

func main() {
	g, err := gazetteer.Default()
	if err != nil {
		panic(err)
	}
	p, _ := geoparse.New(g)
	dem := len(os.Args) > 1 && os.Args[1] == "-d"
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var in struct {
			ID    any
			Text  string
			Title string
			Spans []geoparse.Span
		}
		json.Unmarshal(sc.Bytes(), &in)
		r := p.Parse(geoparse.Input{Text: in.Text, Title: in.Title, Demonyms: dem, Spans: in.Spans})
		type m map[string]any
		ms := []m{}
		for _, x := range r.Mentions {
			y := m{"start": x.Start, "end": x.End, "phrase": x.Phrase, "role": x.Role, "confidence": x.Confidence, "reason": x.Reason}
			if x.Place != nil {
				y["lat"], y["lon"], y["name"] = x.Place.Point[1], x.Place.Point[0], x.Place.Name
			}
			ms = append(ms, y)
		}
		fs := []m{}
		for _, f := range r.Fronts {
			an := []m{}
			for _, a := range f.Anchors {
				an = append(an, m{"name": a.Name, "lat": a.Point[1], "lon": a.Point[0]})
			}
			fs = append(fs, m{"start": f.Start, "end": f.End, "phrase": f.Phrase, "kind": f.Kind, "reading": f.Reading, "geometry": json.RawMessage(geo.AppendGeometry(nil, f.Geometry)), "anchors": an})
		}
		out := m{"id": in.ID, "mentions": ms, "fronts": fs}
		if r.Focus != nil {
			out["focus"] = m{"admin1": r.Focus.Admin1}
		}
		b, _ := json.Marshal(out)
		fmt.Println(string(b))
	}
}
