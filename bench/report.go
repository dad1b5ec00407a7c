package main

import (
	"fmt"
	"io"
	"time"
)

// report prints tables in Markdown.
func (b *bench) report(w io.Writer) {
	fmt.Fprintf(w, "%d points, %d connections\n\n", b.n, connections)
	fmt.Fprintln(w, "| question | server | answers a second | median | KB an answer, largest | Dateline is faster by |")
	fmt.Fprintln(w, "|---|---|---:|---:|---:|---:|")
	for k, kind := range kinds() {
		var ours float64
		for i, s := range b.servers {
			if len(b.found[i][k]) == 0 {
				continue
			}
			r := sum(b.found[i][k])
			if i == 0 {
				ours = r.rate
			}
			fmt.Fprintf(w, "| %s | %s | %.1f | %s | %.0f, %.0f | %.2f |\n", kind.name, s.name, r.rate, milliseconds(r.median), r.mean, r.most, ours/r.rate)
		}
	}
	fmt.Fprintln(w, "\n| server | start to first answer | memory after all questions |\n|---|---:|---:|")
	for _, s := range b.servers {
		fmt.Fprintf(w, "| %s | %.2f s | %.0f MB |\n", s.name, s.started.Seconds(), s.memory)
	}
	if b.db != nil {
		fmt.Fprintf(w, "| PostgreSQL | | %.0f MB |\n", b.db.memory())
	}
	fmt.Fprintln(w, "\n| stored by | in | points a second |\n|---|---:|---:|")
	for i, name := range []string{"`dateline ingest`", "PostgreSQL, COPY and indexes", "`dateline copy` into PostgreSQL, with counts"} {
		if t := b.stored[i]; t > 0 {
			fmt.Fprintf(w, "| %s | %.1f s | %.0f |\n", name, t.Seconds(), float64(b.n)/t.Seconds())
		}
	}
}

// result summarises the rounds of a server and a kind.
type result struct {
	rate       float64 // answers per second, median of the rounds
	median     time.Duration
	mean, most float64 // kilobytes of a body
}

func sum(rounds []measured) result {
	var rates []float64
	var each []time.Duration
	var r result
	var bytes int64
	for i := range rounds {
		m := &rounds[i]
		rates, each, bytes = append(rates, m.rate()), append(each, m.each...), bytes+m.bytes
		r.most = max(r.most, float64(m.largest)/1000)
	}
	r.rate, r.median, r.mean = median(rates), median(each), float64(bytes)/1000/float64(len(each))
	return r
}

func milliseconds(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	if ms < 10 {
		return fmt.Sprintf("%.2f ms", ms)
	}
	return fmt.Sprintf("%.0f ms", ms)
}
