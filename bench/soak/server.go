package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

const token = "soak"

// server is `dateline serve`, started repeatedly on the same port.
type server struct {
	program, dir string
	port         int
	mu           sync.Mutex
	cmd          *exec.Cmd
	client       *http.Client
}

func newServer(program, dir string) *server {
	return &server{program: program, dir: dir, client: &http.Client{Timeout: time.Minute}}
}

// start starts the server and waits for the line with its address.
func (s *server) start() error {
	file := filepath.Join(s.dir, "token")
	if err := os.WriteFile(file, []byte(token), 0o600); err != nil {
		return err
	}
	cmd := exec.Command(s.program, "serve", "--addr", fmt.Sprintf("127.0.0.1:%d", s.port), "--data", filepath.Join(s.dir, "archive"), "--token-file", file)
	log, err := os.OpenFile(filepath.Join(s.dir, "serve.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stderr = log
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		said, _ := os.ReadFile(log.Name())
		return fmt.Errorf("the server did not start: %w: %s", err, said[max(0, len(said)-1000):])
	}
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(strings.TrimSpace(line), "http://"))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cmd = cmd
	s.port, err = strconv.Atoi(port)
	return err
}

// restart stops the server by a signal and starts it again.
func (s *server) restart(how os.Signal) error {
	s.end(how)
	return s.start()
}

func (s *server) stop() { s.end(os.Interrupt) }

func (s *server) end(how os.Signal) {
	s.mu.Lock()
	cmd := s.cmd
	s.cmd = nil
	s.mu.Unlock()
	if cmd != nil {
		_ = cmd.Process.Signal(how)
		_ = cmd.Wait()
	}
}

func (s *server) address(path string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Sprintf("http://127.0.0.1:%d%s", s.port, path)
}

// get requests a path, and retries for a while if the server is too busy.
func (s *server) get(ctx context.Context, path string) (status int, err error) {
	for range 20 {
		status, err = s.getOnce(ctx, path)
		if err != nil || status != http.StatusServiceUnavailable && status != http.StatusTooManyRequests {
			return status, err
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(500 * time.Millisecond):
		}
	}
	return status, err
}

func (s *server) getOnce(ctx context.Context, path string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address(path), nil)
	if err != nil {
		return 0, err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, err
}

// memory returns the resident megabytes of the server.
func (s *server) memory() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cmd == nil {
		return 0
	}
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}

// command returns a program that ends with the context.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = time.Minute
	return cmd
}
