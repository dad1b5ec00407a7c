package archive_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"
)

// newDatabase returns an empty database, whose partitions will have so many rows each, and a
// connection to it.
func newDatabase(t *testing.T, rows int) (address string, c *pgx.Conn) {
	t.Helper()
	address = postgrestest.New(t)
	at, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := at.Exec(t.Context(), fmt.Sprintf("ALTER DATABASE %s SET dateline.partition_rows = %d", at.Config().Database, rows)); err != nil {
		t.Fatal(err)
	}
	at.Close(t.Context()) // the setting applies to new connections
	if c, err = pgx.Connect(t.Context(), address+"?search_path=dateline_archive,public"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(context.Background()) })
	return address, c
}

func run(t *testing.T, c *pgx.Conn, sql string) {
	t.Helper()
	if _, err := c.Exec(t.Context(), sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func ask[T any](t *testing.T, c *pgx.Conn, sql string) (all []T) {
	t.Helper()
	found, err := c.Query(t.Context(), sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	if all, err = pgx.CollectRows(found, pgx.RowTo[T]); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return all
}

// checkPartitions checks that a layer has a partition for each range of size fids, up to the
// highest fid given out.
func checkPartitions(t *testing.T, c *pgx.Conn, layer string, size int) {
	t.Helper()
	names := ask[string](t, c, fmt.Sprintf("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = '%s'::regclass ORDER BY pg_inherits.inhrelid", layer))
	newest := ask[int](t, c, "SELECT coalesce(max(fid), 0) FROM "+layer)[0]
	want := []string{layer + "_1"}
	for from := size + 1; from <= newest; from += size {
		want = append(want, fmt.Sprintf("%s_%d", layer, from))
	}
	if fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("%d rows of %s: %v, want %v", newest, layer, names, want)
	}
}

func checkDatabase(t *testing.T, address string, articles int) {
	t.Helper()
	v, err := archive.Verify(t.Context(), address, archive.VerifyHandler{Fault: func(what string) { t.Error(what) }})
	if err != nil || v.Undamaged != articles {
		t.Errorf("%d articles, want %d: %v", v.Undamaged, articles, err)
	}
}

// TestPartitions: partitions are created as an archive grows, several at once where it grows by
// much; rows of the oldest are removed and revised like others.
func TestPartitions(t *testing.T) {
	const size = 80
	address, c := newDatabase(t, size)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	source := documenttest.New(4)
	folder := t.TempDir()
	file, data := corpustest.Open(t, folder), corpustest.Open(t, address)
	for i, n := range []int{1, 2, 20, 5} {
		docs := source.Documents(100*i, n)
		corpustest.Put(t, data, docs)
		corpustest.Put(t, file, docs)
		for _, layer := range []string{"mentions", "fronts", "events"} {
			checkPartitions(t, c, layer, size)
		}
		gone := archive.Removal{Articles: []string{docs[0].ID}, By: "ann"}
		if _, err := file.Remove(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
		if _, err := data.Remove(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
		corpustest.CheckSame(t, data.View(), file.View())
	}
	corpustest.CheckSame(t, corpustest.Open(t, address).View(), corpustest.Open(t, folder).View())
	checkDatabase(t, address, 24)
}

// TestPartitionsOfAnOlderArchive: a database without partitions keeps its rows and the privileges
// on its views, and gets partitions for new rows.
func TestPartitionsOfAnOlderArchive(t *testing.T) {
	docs := documenttest.New(5).Documents(0, 50)
	made, from := newDatabase(t, 1000)
	if _, _, err := archive.Migrate(t.Context(), made); err != nil {
		t.Fatal(err)
	}
	want := corpustest.Open(t, made)
	corpustest.Put(t, want, docs[:40])
	if _, err := want.Remove(t.Context(), archive.Removal{Articles: []string{docs[39].ID}}); err != nil {
		t.Fatal(err) // with the highest of all fids
	}
	address, c := newDatabase(t, 60)
	if err := archive.MigrateTo(t.Context(), address, 1200); err != nil {
		t.Fatal(err)
	}
	if got := ask[string](t, c, "SELECT relkind::text FROM pg_class WHERE oid = 'mentions'::regclass"); got[0] != "r" {
		t.Fatalf("mentions are %q", got)
	}
	fill(t, from, c)
	run(t, c, "CREATE INDEX IF NOT EXISTS mentions_by_id ON mentions (id)")
	run(t, c, "GRANT SELECT ON dateline.mentions TO PUBLIC")
	lies := ask[int](t, c, "SELECT pg_relation_filenode('mentions')::int8")
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	if got := ask[int](t, c, "SELECT pg_relation_filenode('mentions_1')::int8"); got[0] != lies[0] {
		t.Error("its rows were written again")
	}
	if got := ask[bool](t, c, "SELECT has_table_privilege('public', 'dateline.mentions', 'SELECT') AND NOT has_table_privilege('public', 'dateline.fronts', 'SELECT')"); !got[0] {
		t.Error("others may read the views than before")
	}
	if got := ask[string](t, c, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"); len(got) > 0 {
		t.Errorf("indexes are not there in all partitions: %v", got)
	}
	for _, layer := range []string{"mentions", "fronts", "events"} {
		if n := ask[int](t, c, fmt.Sprintf("SELECT count(*) FROM pg_index WHERE indrelid IN ('%s'::regclass, '%[1]s_1'::regclass) GROUP BY indrelid", layer)); n[0] != n[1] {
			t.Errorf("%s has %d indexes, its first partition %d", layer, n[0], n[1])
		}
	}
	got := corpustest.Open(t, address)
	corpustest.CheckSame(t, got.View(), corpustest.Open(t, made).View())
	checkDatabase(t, address, 39)
	corpustest.Put(t, want, docs[40:])
	corpustest.Put(t, got, docs[40:])
	corpustest.CheckSame(t, corpustest.Open(t, address).View(), corpustest.Open(t, made).View())
	checkDatabase(t, address, 49)
	if n := ask[int](t, c, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'mentions'::regclass")[0]; n < 3 {
		t.Errorf("%d partitions", n)
	}
}

// fill copies the tables of an archive into the same tables of another.
func fill(t *testing.T, from, to *pgx.Conn) {
	t.Helper()
	run(t, to, "TRUNCATE dateline_deleted")
	run(t, to, "SET session_replication_role = replica") // without triggers
	for _, table := range ask[string](t, to, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'dateline_archive' AND tablename NOT LIKE 'river%' AND tablename <> 'dateline_migrations'") {
		columns := ask[string](t, to, "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '"+table+"'::regclass AND attnum > 0 AND NOT attisdropped")
		var b bytes.Buffer
		list := strings.Join(columns, ", ")
		if _, err := from.PgConn().CopyTo(t.Context(), &b, "COPY (SELECT "+list+" FROM "+table+") TO STDOUT"); err != nil {
			t.Fatal(err)
		}
		if _, err := to.PgConn().CopyFrom(t.Context(), &b, "COPY "+table+" ("+list+") FROM STDIN"); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWritersAtABorder: concurrent writers that cross into a new partition lose nothing; a failed
// transaction leaves only gaps in the numbers.
func TestWritersAtABorder(t *testing.T) {
	const writers, each = 3, 6
	address, c := newDatabase(t, 40)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	docs := documenttest.New(6).Documents(0, writers*each)
	var all errgroup.Group
	for i := range writers {
		all.Go(func() error {
			a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), address)
			if err != nil {
				return err
			}
			defer a.Close()
			for k := range each {
				ready, _ := a.PackAll(docs[i*each+k:][:1])
				given := errors.New("given up")
				if err := a.WriteTx(t.Context(), func(tx *archive.Tx) error {
					_, err := tx.Store(ready)
					if err == nil {
						err = given
					}
					return err
				}); !errors.Is(err, given) {
					return err
				}
				if _, err := a.PutPacked(t.Context(), ready); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		t.Fatal(err)
	}
	checkDatabase(t, address, writers*each)
	n := 0
	for _, d := range docs {
		n += len(d.Mentions)
	}
	if got := ask[int](t, c, "SELECT count(*) FROM mentions")[0]; got != n {
		t.Errorf("%d mentions, want %d", got, n)
	}
}

// TestCopyIntoPartitions: a copy creates partitions as it goes, and ends with the indexes that
// there were.
func TestCopyIntoPartitions(t *testing.T) {
	const size, indexes = 100, `SELECT pg_get_indexdef(indexrelid) || ' ' || indisvalid FROM pg_index WHERE indrelid IN ('mentions'::regclass, 'fronts'::regclass, 'events'::regclass) ORDER BY 1`
	address, c := newDatabase(t, size)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	before := ask[string](t, c, indexes)
	from, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), corpustest.Made(t, documenttest.New(8).Documents(0, 30)))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if n, err := archive.Copy(t.Context(), from, to, nil); err != nil || n != 30 {
		t.Fatal(n, err)
	}
	if after := ask[string](t, c, indexes); len(before) < 12 || !slices.Equal(after, before) {
		t.Errorf("indexes %q, want %q", after, before)
	}
	for _, layer := range []string{"mentions", "fronts", "events"} {
		checkPartitions(t, c, layer, size)
	}
	checkDatabase(t, address, 30)
}
