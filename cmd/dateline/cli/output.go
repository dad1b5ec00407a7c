package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// OutputFlag is the destination of data.
type OutputFlag struct {
	Output string `short:"o" help:"Write to this file instead of standard output." type:"path" placeholder:"FILE"`
}

// Write calls do to write the data. A file gets its name once it is complete, so that an
// existing one stays if do fails.
func (f OutputFlag) Write(do func(io.Writer) error) error {
	if f.Output == "" || f.Output == "-" {
		return do(os.Stdout)
	}
	if info, err := os.Stat(f.Output); err == nil && !info.Mode().IsRegular() { // a pipe, a terminal
		out, err := os.OpenFile(f.Output, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("--output: %w", FileError(f.Output, err))
		}
		return errors.Join(do(out), out.Close())
	}
	part, err := os.CreateTemp(filepath.Dir(f.Output), filepath.Base(f.Output)+".part-*")
	if err != nil {
		return fmt.Errorf("--output: %w", FileError(f.Output, err))
	}
	defer os.Remove(part.Name()) // fails after the renaming
	err = errors.Join(do(part), part.Close())
	if err != nil && !IsPartial(err) {
		return err
	}
	return errors.Join(err, os.Chmod(part.Name(), 0o644), os.Rename(part.Name(), f.Output))
}

// Buffered calls do with a buffer of 64 KB.
func Buffered(w io.Writer, do func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := do(out)
	if flushing := out.Flush(); !errors.Is(err, flushing) { // the buffer repeats the error of a write
		return errors.Join(err, flushing)
	}
	return err
}

// WriteJSON writes a value as a line of JSON.
func WriteJSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(value)
}

// Writing returns a function that writes a text.
func Writing(text []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
}
