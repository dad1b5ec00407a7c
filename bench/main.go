// Bench compares the speed of Dateline's server with others: `make bench-peers`, or in this folder
//
//	go run . -dateline ../bin/dateline [-shape gazetteer|scattered] [-n 1000000] [-rounds 3] [-slot 2s]
//
// It generates points (points.go), stores them in Dateline, in PostgreSQL with PostGIS, and in
// Dateline's own tables there (own.go), starts every server that is installed, checks that they count
// the same (agree.go), and asks all of them the same questions (questions.go) over eight connections,
// in turns. It installs nothing: a missing peer is named and left out. All traffic stays on 127.0.0.1;
// every program that it starts is stopped, every file removed.
//
// It is a module of its own, so that Dateline does not depend on what peers need.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "postgis":
		err = servePostgis(os.Args[2], os.Args[3])
	case len(os.Args) == 4 && os.Args[1] == "gin":
		err = serveGin(os.Args[2], os.Args[3])
	case len(os.Args) > 1 && os.Args[1] == "scale":
		err = scale(os.Args[2:])
	default:
		err = run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("unexpected arguments; -h lists the flags")

func run() error {
	n := flag.Int("n", 1_000_000, "number of points")
	spread := flag.String("shape", string(gazetteer), "distribution of points: gazetteer, at the coordinates of 8,000 towns, or scattered, each at its own")
	rounds := flag.Int("rounds", 3, "rounds of every kind of question")
	slot := flag.Duration("slot", 2*time.Second, "duration of a round")
	dateline := flag.String("dateline", "bin/dateline", "the program to measure")
	flag.Parse()
	if flag.NArg() > 0 || *n < 1 || *rounds < 1 || shape(*spread) != gazetteer && shape(*spread) != scattered {
		return errUsage
	}
	path, err := filepath.Abs(*dateline)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "dateline-peers-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release() // on a signal, stop what was started
	b := bench{dir: dir, shape: shape(*spread), n: *n, dateline: path}
	defer b.stop()
	if err := b.start(); err != nil {
		return err
	}
	if err := b.agree(); err != nil {
		return err
	}
	if err := b.measure(ctx, *rounds, *slot); err != nil {
		return err
	}
	b.report(os.Stdout)
	return nil
}

func servePostgis(addr, url string) error {
	handler, err := newPostgis(url)
	if err != nil {
		return err
	}
	return http.ListenAndServe(addr, handler)
}

// serveGin answers every request with the same bytes.
func serveGin(addr, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.GET("/tiles/mentions/:z/:x/:y", func(c *gin.Context) { c.Data(http.StatusOK, "application/vnd.mapbox-vector-tile", data) })
	return http.ListenAndServe(addr, e)
}
