// Soak keeps a Dateline server under load for a long time and checks that nothing is lost: `make
// soak`, or in this folder
//
//	go run . -dateline ../../bin/dateline [-for 30m] [-kill 5m] [-clients 64]
//
// It stores articles through POST /articles and `dateline ingest` in the same archive, while clients
// request everything that the server offers: some disconnect before the answer, some read slowly, some
// send expensive filters. Every -kill the server is killed and started again. All traffic stays on
// 127.0.0.0/8; programs are stopped by pid.
//
// It fails if an acknowledged article is missing, if an answer has a status of 500 or above other than
// 503, if the archive is damaged at the end, or if the idle server uses over 10 % more memory than one
// newly started on the same archive after a minute of the same load.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	dateline string
	lasts    time.Duration
	kill     time.Duration // between two kills
	clients  int
}

func run() error {
	var o options
	flag.StringVar(&o.dateline, "dateline", "bin/dateline", "the program to measure")
	flag.DurationVar(&o.lasts, "for", 30*time.Minute, "duration")
	flag.DurationVar(&o.kill, "kill", 5*time.Minute, "time between kills of the server")
	flag.IntVar(&o.clients, "clients", 64, "number of concurrent clients")
	flag.Parse()
	path, err := filepath.Abs(o.dateline)
	if err != nil {
		return err
	}
	o.dateline = path
	dir, err := os.MkdirTemp("", "dateline-soak-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	return newSoak(o, dir).run(ctx)
}
