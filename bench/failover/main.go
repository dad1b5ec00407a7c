// Failover loses a database under load and looks what that costs: `make failover`, or in this
// folder
//
//	go run . -dateline ../../bin/dateline [-only failover]
//
// It makes two PostgreSQLs on this machine, the second of which follows the first by
// streaming replication, three servers and two workers of Dateline over them, and then
//
//	failover   kills the first with SIGKILL and promotes the second
//	long       holds a snapshot, and then the writers' lock, for a while
//	full       fills the disk of the database (as root: a tmpfs of 96 MB)
//	network    drops all packets of the first for ten seconds, and then for good, promoting the
//	           second (as root, with iproute2: in network namespaces)
//	migration  kills `dateline migrate` at ten moments
//
// It prints what clients saw, and fails when an article that was acknowledged is missing or
// the archive is not sound. All is on 127.0.0.0/8; what is started is ended by its pid. It
// needs Debian's postgresql-15-postgis-3, and runs PostgreSQL as postgres where it is run by
// root.
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
	only := flag.String("only", "", "failover, network, long, full or migration; all when it is empty")
	way := flag.String("way", "", "of what the scenario network calls itself with")
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
