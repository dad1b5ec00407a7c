package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

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
	alone, n := load.median(0)
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
	beside, m := load.median(n)
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
