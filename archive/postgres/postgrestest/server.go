package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// server is a PostgreSQL in a temporary folder that listens on localhost only.
type server struct {
	bin, dir string
	port     int
	as       *syscall.SysProcAttr
	made     atomic.Int64 // databases
}

// started reports whether the server was needed.
var started atomic.Bool

// start starts a server with a template database that has PostGIS.
func start() (s *server, err error) {
	started.Store(true)
	s = &server{}
	if s.bin, err = programs(); err != nil {
		return nil, err
	}
	if s.dir, err = os.MkdirTemp("", "dateline-postgres-*"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.end()
		}
	}()
	if s.as, err = unprivileged(s.dir); err != nil {
		return nil, err
	}
	if s.port, err = freePort(); err != nil {
		return nil, err
	}
	data := filepath.Join(s.dir, "data")
	if err := s.run("initdb", "-D", data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"); err != nil {
		return nil, err
	}
	options := fmt.Sprintf("-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c dateline.partition_rows=500", s.port)
	if err := s.run("pg_ctl", "-D", data, "-w", "-l", filepath.Join(s.dir, "log"), "-o", options, "start"); err != nil {
		return nil, err
	}
	return s, s.template(context.Background())
}

// programs returns the folder of the newest installed PostgreSQL server.
func programs() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // the pattern is valid
	slices.Sort(found)
	if len(found) == 0 {
		initdb, err := exec.LookPath("initdb")
		if err != nil {
			return "", errors.New("no initdb is installed")
		}
		found = []string{initdb}
	}
	return filepath.Dir(found[len(found)-1]), nil
}

// unprivileged gives a folder to a user who may run PostgreSQL, as root may not.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, _ := strconv.Atoi(u.Uid) // on Unix these are always numbers
	gid, _ := strconv.Atoi(u.Gid)
	return credential(uid, gid), os.Chown(dir, uid, gid)
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func (s *server) run(program string, args ...string) error {
	c := exec.Command(filepath.Join(s.bin, program), args...)
	c.Dir, c.SysProcAttr = s.dir, s.as
	said, err := os.Create(filepath.Join(s.dir, program+".log")) // a pipe would stay open as long as the server runs
	if err != nil {
		return err
	}
	defer said.Close()
	c.Stdout, c.Stderr = said, said
	if err := c.Run(); err != nil {
		text, _ := os.ReadFile(said.Name()) // the error is the earlier one
		return fmt.Errorf("%s: %w: %s", program, err, text)
	}
	return nil
}

func (s *server) template(ctx context.Context) error {
	c, err := pgx.Connect(ctx, s.address("postgres"))
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, "CREATE DATABASE with_postgis"); err != nil {
		return err
	}
	in, err := pgx.Connect(ctx, s.address("with_postgis"))
	if err != nil {
		return err
	}
	defer in.Close(ctx)
	_, err = in.Exec(ctx, "CREATE EXTENSION postgis")
	return err
}

func (s *server) address(database string) string {
	return fmt.Sprintf("postgres://dateline@127.0.0.1:%d/%s", s.port, database)
}

func (s *server) end() {
	_ = s.run("pg_ctl", "-D", filepath.Join(s.dir, "data"), "-m", "immediate", "stop") // it may not be running
	os.RemoveAll(s.dir)
}
