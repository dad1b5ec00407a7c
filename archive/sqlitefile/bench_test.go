package sqlitefile_test

import (
	"testing"

	"dateline/archive/sqlitefile"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs/readervfs"
)

// BenchmarkRow stores rows of 31 columns, some 250 bytes each, in memory: copied from a file, and
// by a statement for each.
func BenchmarkRow(b *testing.B) {
	const rows = 20_000
	all := rowsOf(rows, 31, "Tell Made 2796", "Tell Made 2796 is named in a report", int64(1234), "2015-03-05", nil, 0.66, nil, "town")
	for _, way := range []struct {
		name  string
		store func(c *sqlite3.Conn) error
	}{
		{"copied", func(c *sqlite3.Conn) error {
			const name = "rows"
			var r sqlitefile.Record
			f := newFile([][][]any{all})
			for i, row := range all {
				f.Add(0, int64(i+1), encode(&r, row))
			}
			f.Finish()
			readervfs.Create(name, f)
			defer readervfs.Delete(name)
			return c.Exec("ATTACH 'file:" + name + "?vfs=reader' AS made; INSERT INTO t0 SELECT * FROM made.t0; DETACH made")
		}},
		{"by statements", func(c *sqlite3.Conn) error { return insertInto(c, 0, 1, all) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				c, err := sqlite3.Open(":memory:")
				if err != nil {
					b.Fatal(err)
				}
				if err := c.Exec(create("t0", all)); err != nil {
					b.Fatal(err)
				}
				if err := way.store(c); err != nil {
					b.Fatal(err)
				}
				if err := c.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}
