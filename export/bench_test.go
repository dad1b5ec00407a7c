package export_test

import (
	"io"
	"testing"

	"dateline/export"
	"dateline/feature"
	"dateline/schema"
	"dateline/server/servertest"
)

// BenchmarkFiles writes 99,000 mentions in each format.
func BenchmarkFiles(b *testing.B) {
	layer, _ := servertest.ViewOf(servertest.ManyDocuments(33_000))().Layer(schema.Mentions)
	var all []int
	for i := range layer.Len() {
		all = append(all, i)
	}
	for _, format := range export.Formats() {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if err := export.Write(b.Context(), io.Discard, format, layer.Schema, feature.Prefetched(layer.Features, all, true), false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
