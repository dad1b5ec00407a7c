package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
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
