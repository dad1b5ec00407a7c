package cli

import (
	"errors"
	"io"
	"strings"
	"testing"
)

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestWriteErrorIsToldOnce also where the buffer meets it again, and with another error.
func TestWriteErrorIsToldOnce(t *testing.T) {
	long := strings.Repeat("a", 1<<17)
	for name, do := range map[string]func(io.Writer) error{
		"while writing": func(w io.Writer) error {
			_, err := io.WriteString(w, long)
			return err
		},
		"at the end": func(w io.Writer) error {
			_, err := io.WriteString(w, "a")
			return err
		},
	} {
		if err := Buffered(full{}, do); err == nil || err.Error() != errFull.Error() {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Buffered(full{}, func(w io.Writer) error { _, _ = io.WriteString(w, "a"); return io.EOF }); !errors.Is(err, io.EOF) || !errors.Is(err, errFull) {
		t.Error(err)
	}
}
