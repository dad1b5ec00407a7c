package watch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/archive/sources"
	"dateline/document"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/watch/fetch"
)

// BenchmarkDay watches a hundred sources for a day of simulated time. Whenever it is polled each
// source has one more article, every other one a teaser, some 9,600 in all. It measures the
// process, including the servers that it polls.
func BenchmarkDay(b *testing.B) {
	const feeds, perDay = 100, 96
	g, err := gazetteer.Default()
	if err != nil {
		b.Fatal(err)
	}
	parser, err := geoparse.New(g)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		day := newBench(b)
		listed := map[string]int{}
		day.otherwise(func(w http.ResponseWriter, r *http.Request) {
			var feed, article int
			if n, _ := fmt.Sscanf(r.URL.Path, "/%d/%d", &feed, &article); n == 2 {
				fmt.Fprintf(w, `<html><body><article><h1>%s</h1><p>%s</p></article></body></html>`, titleOf(feed, article), report(feed, article))
				return
			}
			if n, _ := fmt.Sscanf(r.URL.Path, "/%d", &feed); n != 1 {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			listed[r.URL.Path]++
			fmt.Fprint(w, window(day.server.URL, feed, listed[r.URL.Path]))
		})
		for i := range feeds {
			due := day.clock.now.Add(time.Duration(i) * 9 * time.Second)
			s := sources.Source{Address: fmt.Sprintf("%s/%d", day.server.URL, i), Every: 24 * time.Hour / perDay, State: sources.State{Due: due}}
			if _, err := sources.Add(b.Context(), day.archive, s); err != nil {
				b.Fatal(err)
			}
		}
		day.clock.end = day.clock.now.Add(24 * time.Hour)
		client := fetch.New(fetch.Options{Allow: local(), Clock: day.clock.clock()})
		began := cpu(b)
		err := Run(b.Context(), Config{
			Archive: day.archive, Read: document.Reader{Parser: parser}.Document, Client: client, Clock: day.clock.clock(),
			Random: rand.Float64, Say: func(string) {}, Workers: 1,
		})
		client.Close()
		if !errors.Is(err, errEnd) {
			b.Fatal(err)
		}
		took := cpu(b) - began
		b.ReportMetric(took.Seconds(), "cpu-s/day")
		b.ReportMetric(100*took.Seconds()/(24*3600), "%core")
		b.ReportMetric(float64(len(titlesOf(b, day.dir))), "articles/day")
	}
}

// window is a feed of the last twenty of so many articles.
func window(site string, feed, n int) string {
	var items strings.Builder
	for k := n - 1; k >= max(0, n-20); k-- {
		body, link := report(feed, k), ""
		if k%2 == 0 {
			body, link = body[:120]+" …", fmt.Sprintf("<link>%s/%d/%d</link>", site, feed, k)
		}
		fmt.Fprintf(&items, `<item><title>%s</title><guid>%d/%d</guid>%s<description>%s</description></item>`, titleOf(feed, k), feed, k, link, body)
	}
	return `<rss version="2.0"><channel><title>Example News</title>` + items.String() + `</channel></rss>`
}

// report is a text of some 2,500 bytes with some twenty place names.
func report(feed, article int) string {
	towns := [...]string{"Morek", "Kafr Zita", "Latamneh", "Saraqib", "Khan Sheikhoun", "Maarat al-Numan", "Jisr al-Shughour", "Aleppo", "Hama", "Idlib", "Palmyra"}
	var s strings.Builder
	for i := range 20 {
		fmt.Fprintf(&s, "Shelling hit %s on Wednesday, source %d said in report %d, and people left for the north of the province. ",
			towns[(feed*7+article*3+i)%len(towns)], feed, article)
	}
	return s.String()
}

// cpu is the CPU time of the process.
func cpu(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
