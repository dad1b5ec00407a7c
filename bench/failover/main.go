// Failover measures what clients lose when a database fails under load: `make failover`, or in this
// folder
//
//	go run . -dateline ../../bin/dateline [-only failover]
//
// It starts two PostgreSQL servers on this machine, the second a streaming replica of the first, and
// on them three servers and two workers of Dateline. Then it
//
//	failover   kills the first with SIGKILL and promotes the second
//	long       holds a snapshot, and then the writers' lock, for a while
//	full       fills the database's disk (as root: a tmpfs of 96 MB)
//	network    drops all packets of the first for ten seconds, and then for good, promoting the
//	           second (as root, with iproute2: in network namespaces)
//	migration  kills `dateline migrate` at ten moments
//
// It prints what clients observed, and fails if an acknowledged article is missing or the archive is
// damaged. Everything is on 127.0.0.0/8; programs are stopped by pid. It needs Debian's
// postgresql-15-postgis-3. As root it runs PostgreSQL as user postgres.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dateline := flag.String("dateline", "bin/dateline", "the program")
	only := flag.String("only", "", "failover, network, long, full or migration; empty for all")
	way := flag.String("way", "", "internal: arguments of the scenario network")
	flag.Parse()
	if err := run(*dateline, *only, *way); err != nil {
		fmt.Fprintln(os.Stderr, "failover:", err)
		os.Exit(1)
	}
}

func run(dateline, only, way string) (err error) {
	program, err := filepath.Abs(dateline)
	if err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		do   func(*lab) error
	}{{"failover", failover}, {"network", network}, {inside, func(l *lab) error { return networkInside(l, way) }}, {"long", long}, {"full", full}, {"migration", migration}} {
		if only != "" && only != s.name || only == "" && s.name == inside {
			continue
		}
		l, err := newLab(program)
		if err == nil {
			err = s.do(l)
		}
		if l != nil {
			l.end()
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w", s.name, err))
		}
	}
	return nil
}
