package main

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// patience is how long a program may take to start or stop.
const patience = time.Minute

// process is a program that was started, and is stopped by its pid.
type process struct {
	cmd    *exec.Cmd
	log    *os.File
	ended  chan struct{}
	signal syscall.Signal // for an orderly shutdown
}

// start starts a program, with its output in a file in the folder.
func start(dir string, env []string, uid *syscall.Credential, name string, args ...string) (*process, error) {
	log, err := os.CreateTemp(dir, filepath.Base(name)+"-*.log")
	if err != nil {
		return nil, err
	}
	p := &process{cmd: exec.Command(name, args...), log: log, ended: make(chan struct{}), signal: syscall.SIGTERM}
	p.cmd.Env, p.cmd.Dir, p.cmd.Stdout, p.cmd.Stderr = append(os.Environ(), env...), dir, log, log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Credential: uid}
	if err := p.cmd.Start(); err != nil {
		return nil, errors.Join(err, log.Close())
	}
	go func() {
		_ = p.cmd.Wait() // its log tells how it ended
		close(p.ended)
	}()
	return p, nil
}

// stop stops the program and waits for its end.
func (p *process) stop() {
	_ = p.cmd.Process.Signal(p.signal)
	select {
	case <-p.ended:
	case <-time.After(patience):
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	p.log.Close()
}

// await waits until done, and fails if the program ends first.
func (p *process) await(done func() bool) error {
	for limit := time.Now().Add(patience); time.Now().Before(limit); time.Sleep(10 * time.Millisecond) {
		select {
		case <-p.ended:
			return p.failure("ended before it answered")
		default:
		}
		if done() {
			return nil
		}
	}
	return p.failure("does not answer")
}

// failure returns an error with the program and the end of its log.
func (p *process) failure(what string) error {
	said, _ := os.ReadFile(p.log.Name())
	said = bytes.TrimSpace(said)
	return fmt.Errorf("%s %s: %s", p.cmd.Path, what, said[max(0, len(said)-1000):])
}

// awaitURL waits for the first successful answer of an address.
func (p *process) awaitURL(address string) error {
	client := http.Client{Timeout: patience}
	return p.await(func() bool {
		resp, err := client.Get(address)
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusOK
	})
}

// freePort returns an unused port.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

// memory returns the resident megabytes of the program and its children: Pss, which counts shared
// pages once (proc_pid_smaps(5)), if it is readable.
func (p *process) memory() float64 {
	sum := 0.0
	for _, pid := range family(p.cmd.Process.Pid) {
		sum += kilobytes(fmt.Sprintf("/proc/%d/smaps_rollup", pid), "Pss:") / 1000
	}
	return sum
}

// family returns a process and its children.
func family(pid int) []int {
	out := []int{pid}
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	for _, child := range strings.Fields(string(data)) {
		if n, err := strconv.Atoi(child); err == nil {
			out = append(out, family(n)...)
		}
	}
	return out
}

// kilobytes reads a field of a file of /proc, 0 if missing.
func kilobytes(path, field string) float64 {
	data, _ := os.ReadFile(path)
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, field); ok {
			n, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return n * 1.024
		}
	}
	return 0
}
