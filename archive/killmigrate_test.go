package archive_test

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"

	"github.com/jackc/pgx/v5"
)

// childMigrate names the database that this program, started again by TestKillMigrate, migrates.
const childMigrate = "DATELINE_ARCHIVE_TEST_MIGRATE"

// stopping records what is created or changed in a database, and by which transaction. Whoever
// reaches an object of stop_at for the given time waits for a lock.
const stopping = `CREATE TABLE public.made (n serial, tx xid8 DEFAULT pg_current_xact_id(), what text);
CREATE TABLE public.stop_at (what text, times int);
CREATE FUNCTION public.stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  FOR told IN SELECT command_tag || ' ' || object_identity FROM pg_event_trigger_ddl_commands() WHERE schema_name LIKE 'dateline%' LOOP
    INSERT INTO public.made (what) VALUES (told);
    PERFORM pg_advisory_xact_lock(20) FROM public.stop_at s WHERE what = told AND times = (SELECT count(*) FROM public.made m WHERE m.what = told);
  END LOOP;
END $$;
CREATE EVENT TRIGGER stop ON ddl_command_end EXECUTE FUNCTION public.stop()`

// middles are, as rows of stop_at, the objects in the middle of each transaction; of the
// transactions that create the tables of jobs, only those of the first.
const middles = `SELECT format('(%L, %s)', what, times) FROM (
  SELECT what, n, row_number() OVER (PARTITION BY what ORDER BY n) AS times, rank() OVER (PARTITION BY tx ORDER BY n) AS i, count(*) OVER (PARTITION BY tx) AS of,
    every(what LIKE '%.river\_%') OVER (PARTITION BY tx) AND min(n) OVER (PARTITION BY tx) > (SELECT min(n) FROM public.made WHERE what LIKE '%.river\_%') AS again
  FROM public.made) m WHERE i = (of + 1) / 2 AND NOT again ORDER BY n`

// TestKillMigrate: a migration is killed of an archive of the first version in each of its
// transactions; the next migration continues, and the result is that of an uninterrupted one.
func TestKillMigrate(t *testing.T) {
	if testing.Short() {
		t.Skip("one process after another")
	}
	made, from := newDatabase(t, 1000)
	if _, _, err := archive.Migrate(t.Context(), made); err != nil {
		t.Fatal(err)
	}
	docs := documenttest.New(7).Documents(0, 40)
	corpustest.Put(t, corpustest.Open(t, made), docs)
	older := func() (address string, c *pgx.Conn) {
		address, c = newDatabase(t, 60)
		if err := archive.MigrateTo(t.Context(), address, 11); err != nil {
			t.Fatal(err)
		}
		fill(t, from, c)
		run(t, c, stopping)
		return address, c
	}
	at, c := older()
	if _, _, err := archive.Migrate(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	stops := ask[string](t, c, middles)
	if len(stops) < 6 {
		t.Fatalf("a migration has the transactions %q", stops)
	}
	address, c := older()
	other := connect(t, address)
	for _, stop := range stops {
		run(t, c, "BEGIN; SELECT pg_advisory_xact_lock(20)")
		run(t, other, "TRUNCATE public.stop_at; INSERT INTO public.stop_at VALUES "+stop)
		killMigrating(t, address, other, stop)
		run(t, c, "ROLLBACK")
	}
	run(t, c, "DROP EVENT TRIGGER stop")
	run(t, c, "UPDATE dateline_counting SET step = 20, shared = 0")
	for _, table := range []string{"dateline_stories", "dateline_totals"} { // what the last steps fill in
		run(t, c, "BEGIN; LOCK TABLE "+table+" IN SHARE MODE")
		killMigrating(t, address, other, table)
		run(t, c, "ROLLBACK")
	}
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	corpustest.CheckSame(t, corpustest.Open(t, address).View(), corpustest.Open(t, made).View())
	checkDatabase(t, address, len(docs))
	if n := ask[int](t, c, "SELECT count(*) FROM dateline_counted")[0]; n == 0 {
		t.Error("nothing is counted")
	}
}

// killMigrating starts a process that migrates a database, and kills it once it waits for a lock
// that this process holds.
func killMigrating(t *testing.T, address string, c *pgx.Conn, what string) {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), childMigrate+"="+address)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		if ask[int](t, c, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query NOT LIKE '%pg_try_advisory%'")[0] > 0 {
			break
		}
		if time.Now().After(end) {
			t.Errorf("nobody comes to %s", what)
			break
		}
	}
	_ = child.Process.Kill()
	if err := child.Wait(); err == nil {
		t.Errorf("%s: it had ended", what)
	}
}

func connect(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	c, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(t.Context()) })
	return c
}
