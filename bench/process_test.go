package main

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestStopEndsWhatWasStarted(t *testing.T) {
	p, err := start(t.TempDir(), nil, nil, "sleep", "1000")
	if err != nil {
		t.Fatal(err)
	}
	if p.memory() <= 0 {
		t.Error("a process that runs takes no memory")
	}
	p.stop()
	if err := p.cmd.Process.Signal(syscall.Signal(0)); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("after stop: %v", err)
	}
}

func TestAwaitSaysWhyNothingAnswers(t *testing.T) {
	p, err := start(t.TempDir(), nil, nil, "sh", "-c", "echo no room; exit 1")
	if err != nil {
		t.Fatal(err)
	}
	defer p.stop()
	err = p.await(func() bool { return false })
	if err == nil || !strings.Contains(err.Error(), "ended before it answered: no room") {
		t.Errorf("error %v", err)
	}
}

func TestPythonNamesWhatIsMissing(t *testing.T) {
	t.Setenv("BENCH_PYTHON", "/nowhere/python")
	_, err := python("BENCH_PYTHON", "tipg uvicorn", "tipg")
	var missing errMissing
	if !errors.As(err, &missing) || !strings.Contains(err.Error(), "PyPI: tipg uvicorn") {
		t.Errorf("error %v", err)
	}
}
