package setup

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
	"dateline/document/rows"
)

// DataFlag is the archive.
type DataFlag struct {
	Data string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
}

// OwnFlag is an archive whose own places extend the gazetteer.
type OwnFlag struct {
	Data string `help:"Archive whose own places are known too." type:"archive" placeholder:"DIR" shared:""`
}

// OwnPlaces returns an archive's own places, none without an archive.
func OwnPlaces(ctx context.Context, data string) ([]ownplaces.Place, error) {
	if data == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(data, archive.FileName)); errors.Is(err, fs.ErrNotExist) && !postgres.IsAddress(data) {
		return nil, nil
	}
	a, err := archive.OpenReader(rows.DefaultModel(), data)
	if err != nil {
		return nil, err
	}
	all, err := ownplaces.All(ctx, a)
	return all, errors.Join(err, a.Close())
}

// InArchive calls do with the archive in a folder.
func InArchive(dir string, do func(*archive.Archive) error) error {
	a, err := archive.Open(rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	return errors.Join(do(a), a.Close())
}

// OpenWriter opens an archive for writing, as archive.OpenWriter does. It first adopts edits
// made in the file, and reports those it can't.
func OpenWriter(ctx context.Context, m rows.Model, dir string, say *cli.Console) (*archive.Archive, error) {
	a, err := archive.OpenWriter(ctx, m, dir)
	if err != nil {
		return nil, err
	}
	refused, err := a.AdoptAll(ctx)
	for _, why := range refused {
		say.Say("%v", why)
	}
	if err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}
