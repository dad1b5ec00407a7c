package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// lab is a folder and the programs that run in it, which are stopped at the end.
type lab struct {
	program, dir string
	as           *syscall.SysProcAttr // who runs PostgreSQL
	netns        string               // the network namespace it runs in; empty for the current one
	listen       string               // its address
	ends         []func()
}

func newLab(program string) (l *lab, err error) {
	l = &lab{program: program, listen: "127.0.0.1"}
	if l.dir, err = os.MkdirTemp("", "dateline-failover-*"); err != nil {
		return nil, err
	}
	l.ends = append(l.ends, func() { os.RemoveAll(l.dir) })
	if os.Geteuid() != 0 {
		return l, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return l, err
	}
	uid, _ := strconv.Atoi(u.Uid) // always numbers on Unix
	gid, _ := strconv.Atoi(u.Gid)
	l.as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	return l, os.Chown(l.dir, uid, gid)
}

func (l *lab) end() {
	for i := len(l.ends) - 1; i >= 0; i-- {
		l.ends[i]()
	}
}

// cluster is a PostgreSQL server.
type cluster struct {
	*lab
	data, host string
	port       int
}

// primary creates and starts a PostgreSQL. If it will have a follower, commits are acknowledged
// once they are on both disks.
func (l *lab) primary(settings ...string) (*cluster, error) {
	c := &cluster{lab: l, data: filepath.Join(l.dir, "primary"), host: l.listen, port: freePort()}
	if err := l.postgres("initdb", "-D", c.data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"); err != nil {
		return nil, err
	}
	if l.netns != "" {
		if err := c.allow(); err != nil {
			return nil, err
		}
	}
	return c, c.start(settings...)
}

// follower creates and starts a PostgreSQL that replicates another.
func (c *cluster) follower() (*cluster, error) {
	f := &cluster{lab: c.lab, data: filepath.Join(c.dir, "follower"), host: c.listen, port: freePort()}
	from := fmt.Sprintf("host=%s port=%d user=dateline application_name=follower", c.host, c.port)
	if err := c.postgres("pg_basebackup", "-d", from, "-D", f.data, "-R", "-X", "stream", "-c", "fast"); err != nil {
		return nil, err
	}
	return f, f.start()
}

func (c *cluster) start(settings ...string) error {
	options := fmt.Sprintf("-p %d -c listen_addresses=%s -c unix_socket_directories=", c.port, c.host)
	for _, s := range settings {
		options += " -c " + s
	}
	c.ends = append(c.ends, func() { _ = c.postgres("pg_ctl", "-D", c.data, "-m", "immediate", "stop") })
	err := c.postgres("pg_ctl", "-D", c.data, "-w", "-l", c.data+".log", "-o", options, "start")
	if err != nil {
		log, _ := os.ReadFile(c.data + ".log") // it may not exist yet
		return fmt.Errorf("%w%s", err, log)
	}
	return nil
}

// kill kills the server; its children then end by themselves.
func (c *cluster) kill() error {
	text, err := os.ReadFile(filepath.Join(c.data, "postmaster.pid"))
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.SplitN(string(text), "\n", 2)[0])
	if err != nil {
		return err
	}
	return syscall.Kill(pid, syscall.SIGKILL)
}

func (l *lab) postgres(program string, args ...string) error {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + program)
	if len(found) == 0 {
		return fmt.Errorf("no %s; install postgresql-15-postgis-3", program)
	}
	c := exec.Command(found[len(found)-1], args...)
	c.Dir, c.SysProcAttr = l.dir, l.as
	if l.netns != "" {
		who := l.as.Credential // entering a namespace needs root
		words := []string{"netns", "exec", l.netns, "setpriv", "--clear-groups", fmt.Sprintf("--reuid=%d", who.Uid), fmt.Sprintf("--regid=%d", who.Gid), c.Path}
		c = exec.Command("ip", append(words, args...)...)
		c.Dir = l.dir
	}
	said, err := os.CreateTemp("", "failover-*") // a pipe would stay open as long as the server runs
	if err != nil {
		return err
	}
	defer os.Remove(said.Name())
	defer said.Close()
	c.Stdout, c.Stderr = said, said
	if err := c.Run(); err != nil {
		text, _ := os.ReadFile(said.Name())
		return fmt.Errorf("%s: %w: %s", program, err, text)
	}
	return nil
}

func freePort() int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0 // if it is used up, starting the server fails
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// run runs dateline to the end.
func (l *lab) run(stdin string, args ...string) (out string, err error) {
	c := exec.Command(l.program, args...)
	var said, errors bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(stdin), &said, &errors
	if err := c.Run(); err != nil {
		return said.String(), fmt.Errorf("dateline %s: %w: %s", args[0], err, errors.Bytes())
	}
	return said.String(), nil
}

// launch starts dateline, and returns the first line that a server prints.
func (l *lab) launch(args ...string) (line string, err error) {
	c := exec.Command(l.program, args...)
	log, err := os.CreateTemp(l.dir, args[0]+"-*.log")
	if err != nil {
		return "", err
	}
	c.Stderr = log
	out, err := c.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := c.Start(); err != nil {
		return "", err
	}
	l.ends = append(l.ends, func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		_ = c.Wait()
		log.Close()
	})
	if args[0] != "serve" {
		return "", nil
	}
	line, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		text, _ := os.ReadFile(log.Name())
		return "", fmt.Errorf("dateline serve: %w: %s", err, text)
	}
	return strings.TrimSpace(line), nil
}

// until waits until a condition holds.
func until(what string, patience time.Duration, is func() bool) (time.Duration, error) {
	began := time.Now()
	for !is() {
		if time.Since(began) > patience {
			return 0, fmt.Errorf("%s: not after %v", what, patience)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Since(began), nil
}
