// trial: serves the sample corpus from memory while the real command is being written.
package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/article"
	"dateline/atlas"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/server"
)

func main() {
	g, err := gazetteer.Default()
	if err != nil {
		panic(err)
	}
	p, err := geoparse.New(g)
	if err != nil {
		panic(err)
	}
	var docs []atlas.Document
	files, _ := filepath.Glob(os.Args[2] + "/*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		parts := strings.SplitN(string(b), "\n\n", 3)
		date, _ := time.Parse("2006-01-02", filepath.Base(f)[:10])
		a := article.Article{Title: parts[0], Source: strings.TrimPrefix(strings.Split(parts[1], "\n")[1], "Source: "), Published: date, Text: parts[0] + "\n\n" + parts[2]}
		a.ID = article.NewID(a.Text, a.Published, a.Source, "")
		r := p.Parse(geoparse.Input{Text: a.Text, Published: a.Published})
		a.Lang = r.Lang
		docs = append(docs, atlas.NewDocument(a, r))
	}
	v := atlas.NewView(docs)
	h := server.New(server.Config{View: func() *atlas.View { return v }, Gazetteer: g, Parser: p, Page: os.DirFS(os.Args[3])})
	fmt.Println("http://" + os.Args[1])
	panic(http.ListenAndServe(os.Args[1], h))
}
