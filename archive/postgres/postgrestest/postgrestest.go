// Package postgrestest runs a PostgreSQL of its own for the tests of a package.
//
//	func TestMain(m *testing.M) { postgrestest.Main(m) }
//
//	address := postgrestest.New(t) // of an empty database
//
// It is one of version 15 or later with PostGIS that is installed on the machine. Where
// there is none, a test that asks for it is skipped, or fails when DATELINE_REQUIRE lists
// postgres.
package postgrestest

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// running is the server, started by the first test that needs it.
var running = sync.OnceValues(start)

// Main runs the tests of a package and stops the server.
func Main(m *testing.M) {
	code := m.Run()
	if started.Load() {
		if s, err := running(); err == nil {
			s.end()
		}
	}
	os.Exit(code)
}

// New returns the address of a new database with PostGIS, removed after the tests.
func New(t testing.TB) string {
	t.Helper()
	s, err := running()
	if err != nil {
		missing(t, err)
	}
	address, err := s.newDatabase(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// Shut makes a database let nobody in, until open is called.
func Shut(t testing.TB, address string) (open func()) {
	t.Helper()
	at := strings.LastIndex(address, "/") + 1
	let := func(in string) {
		c, err := pgx.Connect(context.Background(), address[:at]+"postgres")
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close(context.Background())
		if _, err := c.Exec(context.Background(), `ALTER DATABASE `+address[at:]+` ALLOW_CONNECTIONS `+in); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Exec(context.Background(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, address[at:]); err != nil {
			t.Fatal(err)
		}
	}
	let("false")
	return func() { let("true") }
}

// Cut terminates all connections to a database.
func Cut(t testing.TB, address string) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	if _, err := c.Exec(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`); err != nil {
		t.Fatal(err)
	}
}

func missing(t testing.TB, err error) {
	t.Helper()
	say := t.Skipf
	if slices.Contains(strings.Split(os.Getenv("DATELINE_REQUIRE"), ","), "postgres") {
		say = t.Fatalf
	}
	say("the tests of PostgreSQL: %v; Debian's package postgresql-15-postgis-3 brings it", err)
}

func (s *server) newDatabase(ctx context.Context) (address string, err error) {
	c, err := pgx.Connect(ctx, s.address("postgres"))
	if err != nil {
		return "", err
	}
	defer c.Close(ctx)
	name := fmt.Sprintf("test%d", s.made.Add(1))
	_, err = c.Exec(ctx, "CREATE DATABASE "+name+" TEMPLATE with_postgis STRATEGY file_copy")
	return s.address(name), err
}
