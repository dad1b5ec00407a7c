package archive_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"
)

// childFolder names the archive that this program, started again by TestKill, fills until it is
// killed.
const childFolder = "DATELINE_ARCHIVE_TEST_FOLDER"

// childEdit is the number of the edit from which the child of TestKillEdits continues.
const childEdit = "DATELINE_ARCHIVE_TEST_EDIT"

const (
	kills     = 32
	killSeed  = 50
	killDocs  = 800
	killBatch = 2
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		do := func() error { return ingest(dir, os.Stdout) }
		if from := os.Getenv(childEdit); from != "" {
			n, _ := strconv.Atoi(from)
			do = func() error { return editAll(dir, n, os.Stdout) }
		}
		if err := do(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if address := os.Getenv(childMigrate); address != "" {
		if _, _, err := archive.Migrate(context.Background(), address); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	postgrestest.Main(m)
}

// ingest puts the documents of the test into an archive, in small transactions, and reports each
// one committed.
func ingest(dir string, told io.Writer) error {
	a, err := archive.OpenWriter(context.Background(), rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	defer a.Close()
	source := documenttest.New(killSeed)
	for i := 0; i < killDocs; i += killBatch {
		ready, _ := a.PackAll(documentsToKill(source, i, killBatch))
		if _, err := a.PutPacked(context.Background(), ready); err != nil {
			return err
		}
		fmt.Fprintln(told, i+killBatch)
	}
	return nil
}

// documentsToKill are the next documents of a source, shortened so that there are many
// transactions.
func documentsToKill(source documenttest.Source, first, n int) []document.Document {
	docs := source.Documents(first, n)
	for i := range docs {
		docs[i].Mentions = docs[i].Mentions[:5]
	}
	return docs
}

// An ingest that is killed at any moment loses nothing that it reported as stored, stores no
// document in part, and continues where it was.
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
		// each child starts from the beginning, with some documents already stored
		committed = max(committed, killedIngest(t, dir, r, committed+r.IntN(10)))
		if committed == killDocs {
			t.Fatal("an ingest came to its end before it was killed")
		}
		checked := dir
		if round%2 == 1 {
			checked = corpustest.Copy(t, dir) // so that the next child finds what the kill left
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

// killedIngest starts an ingest, kills it soon after it reported so many documents, and returns how
// many it reported.
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
	for lines.Scan() { // what it reported before it was killed
		fmt.Sscan(lines.Text(), &told)
	}
	_ = child.Wait() // says that it was killed
	return told
}

// checkAfterKill checks that at least so many documents are stored, each once and completely, and
// that all tables agree.
func checkAfterKill(t *testing.T, dir string, committed int) {
	t.Helper()
	a, err := corpus.Open(context.Background(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	n := corpustest.Layer(t, a.View(), schema.Articles).Len()
	if n < committed {
		t.Fatalf("%d documents are in where %d were committed", n, committed)
	}
	corpustest.CheckView(t, a.View())
	docs := documentsToKill(documenttest.New(killSeed), 0, n)
	corpustest.CheckSame(t, a.View(), view.New(docs))
	corpustest.CheckDocuments(t, a, docs)
	corpustest.CheckTables(t, dir)
}

// checkAgainstUninterrupted compares an archive, row for row, with one that was filled without
// interruption.
func checkAgainstUninterrupted(t *testing.T, dir string) {
	t.Helper()
	other := t.TempDir()
	if err := ingest(other, io.Discard); err != nil {
		t.Fatal(err)
	}
	a, b := corpustest.Open(t, dir), corpustest.Open(t, other)
	corpustest.CheckSame(t, a.View(), b.View())
	for _, table := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles, "dateline_documents"} {
		sql := "SELECT * FROM " + table + " ORDER BY fid"
		if !reflect.DeepEqual(corpustest.Select(t, dir, sql), corpustest.Select(t, other, sql)) {
			t.Errorf("%s differ", table)
		}
	}
	sql := "SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents"
	if got, want := corpustest.Select(t, dir, sql), corpustest.Select(t, other, sql); !reflect.DeepEqual(got, want) {
		t.Errorf("contents %v, want %v", got, want)
	}
}
