// Package care has the commands that maintain an archive: check, backup, restore, correct,
// remove, compact and place. They record their changes in the archive's log of writes; a server
// may be running on it meanwhile.
//
//	dateline check --data news --rescue saved.jsonl
package care

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
)

// CheckCommand verifies an archive, and saves what is undamaged.
type CheckCommand struct {
	cli.OutputFlag
	Data   string `help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Dir    string `arg:"" optional:"" name:"dir" help:"Folder of the archive, as with --data." type:"archive" placeholder:"DIR"`
	Rescue string `help:"Write all articles that are not damaged to this file, as lines of JSON that ingest reads; sources, subscriptions, corrections and places of its own to FILE.kept, which restore reads." type:"path" placeholder:"FILE"`
	JSON   bool   `help:"Print a line of JSON." name:"json"`
}

// namedFaults is the maximum number of faults that are listed.
const namedFaults = 100

func (c *CheckCommand) Run(ctx context.Context, say *cli.Console) error {
	c.Data = cmp.Or(c.Dir, c.Data)
	if c.Data == "" {
		return errors.New("check: give the folder of an archive, as --data DIR")
	}
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *CheckCommand) run(ctx context.Context, say *cli.Console) error {
	rescue, err := newRescue(c.Rescue)
	if err != nil {
		return err
	}
	bar := say.Bar()
	faults := 0
	v, err := archive.Verify(ctx, c.Data, archive.VerifyHandler{
		Progress: func(done, total int) {
			bar.ChangeMax(total)
			bar.Set(done)
		},
		Fault: func(what string) {
			if faults++; faults <= namedFaults {
				bar.Clear()
				say.Fail(what)
			}
		},
		Intact: rescue.write,
	})
	bar.Finish()
	err = errors.Join(err, rescue.close())
	if ctx.Err() != nil {
		rescue.remove()
		return err
	}
	if c.Rescue != "" {
		saveKept(ctx, say, c.Data, c.Rescue+keptSuffix)
	}
	var unusable *archive.Error
	switch {
	case errors.As(err, &unusable) && isThere(c.Data):
		return cli.Partly(err)
	case err != nil:
		return err
	case faults > 0:
		return cli.Partly(c.damaged(&v))
	}
	return c.Write(func(w io.Writer) error {
		if c.JSON {
			return cli.WriteJSON(w, struct {
				Articles int `json:"articles"`
				Mentions int `json:"mentions"`
				Fronts   int `json:"fronts"`
				Places   int `json:"places"`
			}{v.Articles, v.Mentions, v.Fronts, v.Places})
		}
		_, err := fmt.Fprintf(w, "sound: %s, %s, %s, %s\n", cli.Count(v.Articles, "article"), cli.Count(v.Mentions, "mention"), cli.Count(v.Fronts, "front"), cli.Count(v.Places, "place"))
		return err
	})
}

// isThere reports whether a folder has an archive, however damaged.
func isThere(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, archive.FileName))
	return err == nil
}

// damaged says what to do about a damaged archive.
func (c *CheckCommand) damaged(v *archive.Verified) error {
	wayOut := "restore it from a copy, or save those with --rescue FILE and ingest that file into a new folder"
	if c.Rescue != "" {
		wayOut = "they are in " + c.Rescue + ": ingest that into a new folder"
	}
	if v.Undamaged == 0 {
		wayOut = "restore it from a copy, or move it away and ingest again"
	}
	return fmt.Errorf("%s is damaged: %s; of %s %d can be read as they were stored; %s",
		c.Data, cli.Count(v.Faults, "fault"), cli.Count(max(v.Articles, v.Undamaged), "article"), v.Undamaged, wayOut)
}

// rescue is the file for undamaged articles; nil for none.
type rescue struct {
	file *os.File
	out  *bufio.Writer
}

func newRescue(path string) (*rescue, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, fmt.Errorf("--rescue: %w", cli.FileError(path, err))
	}
	return &rescue{f, bufio.NewWriterSize(f, 1<<20)}, nil
}

func (r *rescue) write(document []byte) error {
	if r == nil {
		return nil
	}
	r.out.Write(document)
	return r.out.WriteByte('\n')
}

// remove removes the file, which is incomplete.
func (r *rescue) remove() {
	if r != nil {
		os.Remove(r.file.Name())
	}
}

func (r *rescue) close() error {
	if r == nil {
		return nil
	}
	return errors.Join(r.out.Flush(), r.file.Close())
}
