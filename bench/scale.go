package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// scale fills an archive in PostgreSQL step by step, and at each step asks a server that answers
// from the database:
//
//	go run . scale -dateline ../bin/dateline [-dir /var/tmp] [-steps 1000000,10000000]
//
// Mentions are written into the tables by COPY, as Dateline does, but without documents: it measures
// the database, not the reading of articles.
func scale(args []string) error {
	flags := flag.NewFlagSet("scale", flag.ContinueOnError)
	dateline := flags.String("dateline", "bin/dateline", "the program to measure")
	under := flags.String("dir", os.TempDir(), "folder of the temporary cluster")
	steps := flags.String("steps", "1000000,10000000", "number of mentions at each step")
	at := flags.String("data", "", "postgres://… of a database to fill and keep, instead of a temporary cluster")
	if err := flags.Parse(args); err != nil {
		return err
	}
	path, err := filepath.Abs(*dateline)
	if err != nil {
		return err
	}
	url, end, err := scaled(*at, *under)
	if err != nil {
		return err
	}
	defer end()
	if err := migrate(path, url); err != nil {
		return err
	}
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release() // on a signal, stop what was started
	f := &filler{ctx: ctx, maker: newMaker(gazetteer), url: url, rand: rand.New(rand.NewPCG(20, 50))}
	if err := f.goOn(); err != nil {
		return err
	}
	for step := range strings.SplitSeq(*steps, ",") {
		n, err := strconv.Atoi(step)
		if err != nil {
			return errUsage
		}
		if err := f.fill(n); err != nil {
			return err
		}
		began := time.Now()
		if err := migrate(path, url); err != nil {
			return err
		}
		fmt.Printf("  mentions counted at each point (migrate) after %.0f s\n", time.Since(began).Seconds())
		if err := f.ask(path); err != nil {
			return err
		}
	}
	return nil
}

// migrate runs migrate, which creates the tables and counts the mentions as Dateline's writers do.
func migrate(path, url string) error {
	if out, err := exec.Command(path, "migrate", "--data", url).CombinedOutput(); err != nil {
		return fmt.Errorf("migrate: %w: %s", err, out)
	}
	return nil
}

// scaled returns the address of the database to fill, which may be in a new cluster in a folder,
// and a function that removes the cluster.
func scaled(at, under string) (url string, end func(), err error) {
	if at != "" {
		return at, func() {}, nil
	}
	dir, err := os.MkdirTemp(under, "dateline-scale-*")
	if err != nil {
		return "", nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	db, err := startPostgres(dir)
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	return strings.Replace(db.url, "postgresql:", "postgres:", 1), func() { db.stop(); os.RemoveAll(dir) }, nil
}
