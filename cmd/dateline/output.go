package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// outputFlag says where data goes.
type outputFlag struct {
	Output string `short:"o" help:"Write into this file rather than to standard output." type:"path" placeholder:"FILE"`
}

// write has do write the data. A file takes its name once it is whole, so that one
// of before stays where do fails.
func (f outputFlag) write(do func(io.Writer) error) error {
	if f.Output == "" || f.Output == "-" {
		return do(os.Stdout)
	}
	if info, err := os.Stat(f.Output); err == nil && !info.Mode().IsRegular() { // a pipe, a terminal
		out, err := os.OpenFile(f.Output, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("--output: %w", fileError(f.Output, err))
		}
		return errors.Join(do(out), out.Close())
	}
	part, err := os.CreateTemp(filepath.Dir(f.Output), filepath.Base(f.Output)+".part-*")
	if err != nil {
		return fmt.Errorf("--output: %w", fileError(f.Output, err))
	}
	defer os.Remove(part.Name()) // once it has its name there is none
	err = errors.Join(do(part), part.Close())
	if some := (partly{}); err != nil && !errors.As(err, &some) {
		return err
	}
	return errors.Join(err, os.Chmod(part.Name(), 0o644), os.Rename(part.Name(), f.Output))
}

// buffered has do write by the 64 KB.
func buffered(w io.Writer, do func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	return errors.Join(do(out), out.Flush())
}

// writeJSON writes a value as a line of JSON.
func writeJSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(value)
}

// writing returns what writes a text.
func writing(text []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
}
