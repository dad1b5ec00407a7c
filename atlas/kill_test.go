package atlas

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"dateline/document"
	"dateline/schema"
)

// childFolder names the archive that this program, started anew by TestKill,
// fills until it is killed.
const childFolder = "DATELINE_ATLAS_TEST_FOLDER"

const (
	kills     = 32
	killSeed  = 50
	killDocs  = 800
	killBatch = 2
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		if err := ingest(dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// ingest puts the documents of the test into an archive, in small transactions,
// and tells of each that is committed.
func ingest(dir string, told io.Writer) error {
	a, err := OpenWriter(context.Background(), dir)
	if err != nil {
		return err
	}
	defer a.Close()
	docs := documentsToKill()
	for i := 0; i < len(docs); i += killBatch {
		if _, err := a.Put(context.Background(), docs[i:i+killBatch]); err != nil {
			return err
		}
		fmt.Fprintln(told, i+killBatch)
	}
	return nil
}

// documentsToKill are short, so that there are many transactions.
func documentsToKill() []document.Document {
	docs := newCorpus(killSeed).documents(0, killDocs)
	for i := range docs {
		docs[i].Mentions = docs[i].Mentions[:5]
	}
	return docs
}

// An ingest that is killed at any moment loses nothing that it had said was in,
// leaves no document half in, and goes on where it was.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	committed := 0
	for round := range kills {
		// each begins at the front, with what is known
		committed = max(committed, killedIngest(t, dir, r, committed+r.IntN(10)))
		if committed == killDocs {
			t.Fatal("an ingest came to its end before it was killed")
		}
		checked := dir
		if round%2 == 1 {
			checked = copyOf(t, dir) // so that the next child finds what was left by the kill
		}
		checkAfterKill(t, checked, committed)
		if t.Failed() {
			return
		}
	}
	t.Logf("%d documents were in after %d kills", committed, kills)
	if err := ingest(dir, io.Discard); err != nil {
		t.Fatal(err)
	}
	checkAgainstUninterrupted(t, dir)
}

// killedIngest starts an ingest, kills it a little after it told of so many
// documents and returns of how many it told.
func killedIngest(t *testing.T, dir string, r *rand.Rand, documents int) (told int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for told < documents && lines.Scan() {
		fmt.Sscan(lines.Text(), &told)
	}
	<-time.After(time.Duration(r.IntN(3000)) * time.Microsecond) // anywhere within a transaction
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() { // what it told before it was killed
		fmt.Sscan(lines.Text(), &told)
	}
	_ = child.Wait() // says that it was killed
	return told
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	for _, name := range []string{FileName, FileName + "-wal"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// checkAfterKill checks that at least so many documents are in, each once and
// wholly, and that all tables agree.
func checkAfterKill(t *testing.T, dir string, committed int) {
	t.Helper()
	a, err := Open(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	n := layerOf(t, a.View(), schema.Articles).Len()
	if n < committed {
		t.Fatalf("%d documents are in where %d were committed", n, committed)
	}
	checkView(t, a.View())
	docs := documentsToKill()[:n]
	checkSame(t, a.View(), NewView(docs))
	checkDocuments(t, a, docs)
	checkTables(t, a)
}

// checkTables checks that what the file counts is what is in it.
func checkTables(t *testing.T, a *Archive) {
	t.Helper()
	want := map[string]string{
		`PRAGMA integrity_check`: `[[ok]]`,
		`SELECT count(*) FROM articles LEFT JOIN dateline_documents d USING (fid) WHERE d.fid IS NULL`:                                               `[[0]]`,
		`SELECT count(*) FROM dateline_documents LEFT JOIN articles a USING (fid) WHERE a.fid IS NULL`:                                               `[[0]]`,
		`SELECT count(*) FROM articles a WHERE mentions <> (SELECT count(*) FROM mentions WHERE article = a.id)`:                                     `[[0]]`,
		`SELECT count(*) FROM (SELECT DISTINCT place FROM mentions WHERE place IS NOT NULL AND geom IS NOT NULL) EXCEPT SELECT count(*) FROM places`: `[]`,
		`SELECT id, mentions, articles, first, last FROM places EXCEPT
		 SELECT place, count(*), count(DISTINCT article), min(date), max(date) FROM mentions WHERE geom IS NOT NULL GROUP BY place`: `[]`,
	}
	for sql, rows := range want {
		if got := fmt.Sprint(selectRows(t, a, sql)); got != rows {
			t.Errorf("%s: %s, want %s", sql, got, rows)
		}
	}
}

// selectRows returns what a query gives, as text.
func selectRows(t *testing.T, a *Archive, sql string) [][]string {
	t.Helper()
	a.session.writer.mu.Lock()
	defer a.session.writer.mu.Unlock()
	s, _, err := a.session.writer.conn.Prepare(sql)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var rows [][]string
	for s.Step() {
		row := make([]string, s.ColumnCount())
		for i := range row {
			row[i] = s.ColumnText(i)
		}
		rows = append(rows, row)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// checkAgainstUninterrupted compares an archive with one that was filled in one
// go, row for row.
func checkAgainstUninterrupted(t *testing.T, dir string) {
	t.Helper()
	other := t.TempDir()
	if err := ingest(other, io.Discard); err != nil {
		t.Fatal(err)
	}
	a, b := mustOpen(t, dir), mustOpen(t, other)
	checkSame(t, a.View(), b.View())
	for _, table := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles, "dateline_documents"} {
		sql := "SELECT * FROM " + table + " ORDER BY fid"
		if !reflect.DeepEqual(selectRows(t, a, sql), selectRows(t, b, sql)) {
			t.Errorf("%s differ", table)
		}
	}
	sql := "SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents"
	if got, want := selectRows(t, a, sql), selectRows(t, b, sql); !reflect.DeepEqual(got, want) {
		t.Errorf("contents %v, want %v", got, want)
	}
}
