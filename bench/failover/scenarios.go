package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// address returns the address of a database on one or more servers; connections use the one that
// accepts writes.
func address(database string, on ...*cluster) string {
	hosts := make([]string, len(on))
	for i, c := range on {
		hosts[i] = fmt.Sprintf("%s:%d", c.host, c.port)
	}
	return "postgres://dateline@" + strings.Join(hosts, ",") + "/" + database + "?target_session_attrs=read-write&connect_timeout=2"
}

// execute runs statements in order.
func (c *cluster) execute(database string, statements ...string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address(database, c))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	for _, s := range statements {
		if _, err := conn.Exec(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// begin creates an archive and starts its servers, with these engines in turn, and clients.
func (l *lab) begin(data string, servers int, engines ...string) (*load, error) {
	if _, err := l.run("", "migrate", "--data", data); err != nil {
		return nil, err
	}
	token, err := l.run("", "token", "add", "--data", data, "--name", "load", "--rights", "read,add,edit", "--per-minute", "1000000")
	if err != nil {
		return nil, err
	}
	var at []string
	for n := range servers {
		args := []string{"serve", "--data", data, "--addr", "127.0.0.1:0", "--client-steps", "0"}
		if len(engines) > 0 {
			args = append(args, "--engine", engines[n%len(engines)])
		}
		line, err := l.launch(args...)
		if err != nil {
			return nil, err
		}
		at = append(at, line)
	}
	return newLoad(at, strings.TrimSpace(token)), nil
}

// missing returns the acknowledged articles that are not in an archive, and checks the archive.
func (l *lab) missing(data string, load *load) (missing []string, stored int, err error) {
	out, err := l.run("", "export", "--data", data, "--collection", "articles")
	if err != nil {
		return nil, 0, err
	}
	var all struct {
		Features []struct{ Properties struct{ Title string } }
	}
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		return nil, 0, err
	}
	is := map[string]int{}
	for _, f := range all.Features {
		if is[f.Properties.Title]++; is[f.Properties.Title] > 1 {
			return nil, 0, fmt.Errorf("%s is stored twice", f.Properties.Title)
		}
	}
	for title := range load.acked {
		if is[title] == 0 {
			missing = append(missing, title)
		}
	}
	_, err = l.run("", "check", "--data", data)
	return missing, len(all.Features), err
}

// feed is a feed that grows by one entry with each request.
type feed struct {
	*httptest.Server
	entries atomic.Int64 // as many as requests
}

// newFeed serves a feed.
func newFeed() *feed {
	f := new(feed)
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := f.entries.Add(1)
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Example News</title>`)
		for i := range n {
			fmt.Fprintf(w, `<item><title>Entry %d</title><guid>%[1]d</guid><description>%s</description></item>`, i, strings.Repeat(fmt.Sprintf("Shelling hit Hama, entry %d says. ", i), 40))
		}
		io.WriteString(w, `</channel></rss>`)
	}))
	return f
}

// follow starts two workers and has them follow a feed.
func (l *lab) follow(data string, f *feed) error {
	for range 2 {
		if _, err := l.launch("work", "--data", data, "--allow-network", "127.0.0.0/8"); err != nil {
			return err
		}
	}
	_, err := l.run("", "source", "add", "--data", data, "--every", "1m", f.URL)
	return err
}

// failover kills the primary under load and promotes the follower two seconds later, as a monitor
// would.
func failover(l *lab) error {
	first, err := l.primary("wal_level=replica", "max_wal_senders=5", "synchronous_standby_names=follower")
	if err != nil {
		return err
	}
	// The first statements do not wait for the follower, which does not exist yet.
	if err := first.execute("postgres", "SET synchronous_commit = local", "CREATE DATABASE news"); err != nil {
		return err
	}
	second, err := first.follower()
	if err != nil {
		return err
	}
	data := address("news", first, second)
	load, err := l.begin(data, 3)
	if err != nil {
		return err
	}
	feed := newFeed()
	defer feed.Close()
	if err := l.follow(data, feed); err != nil {
		return err
	}
	time.Sleep(10 * time.Second)
	if err := first.kill(); err != nil {
		return err
	}
	killed := time.Now()
	time.Sleep(2 * time.Second)
	if err := l.postgres("pg_ctl", "-D", second.data, "-w", "promote"); err != nil {
		return err
	}
	promoted := time.Since(killed)
	if _, err := until("a write after the promotion", time.Minute, func() bool { return load.since(killed.Add(promoted)) > 0 }); err != nil {
		return err
	}
	asked := feed.entries.Load()
	workers, err := until("a look by a worker", 3*time.Minute, func() bool { return feed.entries.Load() > asked })
	if err != nil {
		return err
	}
	time.Sleep(5 * time.Second)
	load.end()
	from, to := load.outage(killed.Add(-time.Second))
	lost, stored, err := l.missing(data, load)
	if err != nil {
		return err
	}
	fmt.Printf("failover: promoted %.1f s after the kill; no write was acknowledged for %.1f s, until %.1f s after the promotion, and %d were refused; %d of %d reads failed; a worker checked its source %.0f s after that; of %d acknowledged articles %d are missing; %d are stored\n",
		promoted.Seconds(), to.Sub(from).Seconds(), (to.Sub(killed) - promoted).Seconds(), load.refused, len(load.failedReads), load.reads, workers.Seconds(), len(load.acked), len(lost), stored)
	if len(lost) > 0 {
		return fmt.Errorf("missing: %v", lost)
	}
	return nil
}

// long holds a snapshot for a while, which writers don't notice, and then the writers' lock, for
// which writers wait and readers don't.
func long(l *lab) error {
	c, err := l.primary()
	if err != nil {
		return err
	}
	if err := c.execute("postgres", "CREATE DATABASE news"); err != nil {
		return err
	}
	data := address("news", c)
	load, err := l.begin(data, 2)
	if err != nil {
		return err
	}
	time.Sleep(5 * time.Second)
	alone, n := load.half(0)
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, data)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	hold := func(sql string, d time.Duration) error {
		tx, err := conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead})
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, sql); err != nil {
			return err
		}
		time.Sleep(d)
		return tx.Rollback(ctx)
	}
	if err := hold("SELECT count(*) FROM dateline.mentions", 10*time.Second); err != nil {
		return err
	}
	beside, m := load.half(n)
	refused, failed := load.refused, len(load.failedReads)
	began := time.Now()
	if err := hold("SELECT pg_advisory_xact_lock(7233190455493095013)", 8*time.Second); err != nil { // the writers' lock
		return err
	}
	released := time.Now()
	if _, err := until("a write after the lock", time.Minute, func() bool { return load.since(released) > 0 }); err != nil {
		return err
	}
	from, to := load.outage(began)
	load.end()
	lost, _, err := l.missing(data, load)
	if err != nil {
		return err
	}
	fmt.Printf("long: median of %d writes %.0f ms alone, of %d writes %.0f ms during a transaction that held a snapshot for 10 s; while the writers' lock was held for 8 s none was acknowledged for %.1f s, %d were refused and %d reads failed; %d missing\n",
		n, alone.Seconds()*1e3, m, beside.Seconds()*1e3, to.Sub(from).Seconds(), load.refused-refused, len(load.failedReads)-failed, len(lost))
	if len(lost) > 0 {
		return fmt.Errorf("missing: %v", lost)
	}
	return nil
}

// full fills the disk of the database, then frees space.
func full(l *lab) error {
	small := filepath.Join(l.dir, "small")
	if err := os.Mkdir(small, 0o755); err != nil {
		return err
	}
	if said, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", small).CombinedOutput(); err != nil {
		fmt.Printf("full: skipped: cannot mount a tmpfs: %s", said)
		return nil
	}
	l.ends = append(l.ends, func() { _ = exec.Command("umount", small).Run() })
	space := filepath.Join(small, "space")
	if err := os.Mkdir(space, 0o700); err != nil {
		return err
	}
	if l.as != nil {
		if err := os.Chown(space, int(l.as.Credential.Uid), int(l.as.Credential.Gid)); err != nil {
			return err
		}
	}
	c, err := l.primary()
	if err != nil {
		return err
	}
	if err := c.execute("postgres", "CREATE TABLESPACE small LOCATION '"+space+"'", "CREATE DATABASE news TABLESPACE small"); err != nil {
		return err
	}
	data := address("news", c)
	load, err := l.begin(data, 1)
	if err != nil {
		return err
	}
	time.Sleep(3 * time.Second)
	filler := filepath.Join(small, "filler")
	_ = exec.Command("dd", "if=/dev/zero", "of="+filler, "bs=1M").Run() // until the disk is full
	filled := time.Now()
	if _, err := until("a write that is refused", time.Minute, func() bool {
		load.mu.Lock()
		defer load.mu.Unlock()
		return load.refused > 3
	}); err != nil {
		return err
	}
	_, said := l.run("Shelling hit Morek. "+strings.Repeat("A long text that needs room. ", 20000), "ingest", "--data", data, "-")
	if err := os.Remove(filler); err != nil {
		return err
	}
	again := time.Now()
	wrote, err := until("a write after there is room", time.Minute, func() bool { return load.since(again) > 0 })
	if err != nil {
		return err
	}
	load.end()
	lost, _, err := l.missing(data, load)
	if err != nil {
		return err
	}
	fmt.Printf("full: %d writes were refused in %.1f s of a full disk, %d of %d reads failed; ingest printed %q; the first write was stored %.2f s after space was freed; of %d acknowledged articles %d are missing\n",
		load.refused, again.Sub(filled).Seconds(), len(load.failedReads), load.reads, fmt.Sprint(said), wrote.Seconds(), len(load.acked), len(lost))
	if len(lost) > 0 {
		return fmt.Errorf("missing: %v", lost)
	}
	return nil
}

// migration kills dateline migrate at ever later moments, and then lets it finish.
func migration(l *lab) error {
	c, err := l.primary()
	if err != nil {
		return err
	}
	cut := 0
	for i := range 10 {
		name := fmt.Sprintf("news%d", i)
		if err := c.execute("postgres", "CREATE DATABASE "+name); err != nil {
			return err
		}
		data := address(name, c)
		m := exec.Command(l.program, "migrate", "--data", data)
		if err := m.Start(); err != nil {
			return err
		}
		time.Sleep(time.Duration(i+1) * 150 * time.Millisecond)
		_ = m.Process.Kill() // it may have ended already
		if m.Wait() != nil {
			cut++
		}
		if _, err := l.run("", "migrate", "--data", data); err != nil {
			return err
		}
		if _, err := l.run("Shelling hit Morek.", "ingest", "--data", data, "-"); err != nil {
			return err
		}
		if _, err := l.run("", "check", "--data", data); err != nil {
			return err
		}
	}
	fmt.Printf("migration: %d of 10 were killed before they finished, after 0.15 to 1.5 s; the next completed each, and the archive is sound\n", cut)
	return nil
}
