// Soak keeps a Dateline server under load for long and checks that nothing is
// lost by it: `make soak`, or in this folder
//
//	go run . -dateline ../../bin/dateline [-for 30m] [-kill 5m] [-clients 64]
//
// It stores articles through POST /articles and through `dateline ingest` into
// the same archive, while clients ask for everything that the server offers:
// some leave before the answer, some read slowly, some send filters that are
// made to be dear. Each -kill the server is killed and started again. All
// traffic stays on 127.0.0.0/8; what is started is ended by its pid.
//
// It fails when an article that was acknowledged is missing, when an answer has
// a status of 500 or above other than 503, when the archive is not sound in the
// end, or when the server, left alone, keeps over 10 % more memory than one that
// was started on the same archive and had a minute of the same load.
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
	flag.DurationVar(&o.lasts, "for", 30*time.Minute, "how long it lasts")
	flag.DurationVar(&o.kill, "kill", 5*time.Minute, "how long the server runs before it is killed")
	flag.IntVar(&o.clients, "clients", 64, "how many ask at the same time")
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
