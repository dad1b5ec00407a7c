package gazetteers

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/gazetteer"
	"dateline/gazetteer/download"
)

type gazetteerImport struct {
	setup.GazetteerFlag
	reparseOffer
	Sources []string `arg:"" name:"source" help:"Files: GeoNames dumps, alternateNamesV2, GeoJSON, CSV or TSV, also in a zip archive. Or what to download: a country code such as SY, allCountries, alternateNamesV2, alternatenames/SY."`
	Prefix  string   `help:"Prefix for IDs that have none; by default the name of their file." placeholder:"NAME"`
	Mirror  string   `help:"Address to download from." default:"https://download.geonames.org/export/dump/" placeholder:"URL"`
}

// namedRows is the maximum number of invalid rows of a file that are listed.
const namedRows = 5

// These end the command after it has printed the reason.
var (
	errSomeSkipped = errors.New("some rows were skipped, the others were imported; fix them and import again")
	errAllSkipped  = errors.New("all rows were skipped; fix them and import again")
)

func (c *gazetteerImport) Run(ctx context.Context, say *cli.Console) error {
	return c.thenOffer(ctx, c.GazetteerFlag, say, func() error { return c.run(ctx, say) })
}

func (c *gazetteerImport) run(ctx context.Context, say *cli.Console) error {
	store := gazetteer.NewStore(c.Gazetteers)
	list, err := store.Imports()
	if err != nil {
		return err
	}
	files, err := c.copied(ctx, store, say)
	if err == nil {
		err = c.take(ctx, store, list, files, say)
	}
	if err != nil && !cli.IsPartial(err) && len(list) > 0 {
		return errors.Join(err, store.Keep(list)) // removes the copies that were made
	}
	return err
}

// take imports files. Those already in the list replace their earlier versions, and everything
// is recompiled.
func (c *gazetteerImport) take(ctx context.Context, store gazetteer.Store, list, files []gazetteer.Imported, say *cli.Console) error {
	var before []gazetteer.Imported
	for _, i := range list {
		if !slices.ContainsFunc(files, func(f gazetteer.Imported) bool { return f.From == i.From }) {
			before = append(before, i)
		}
	}
	added := adding{ctx: ctx, say: say}
	var err error
	if len(before) < len(list) {
		err = added.rebuild(store, before, files)
	} else {
		err = added.add(store, files)
	}
	if err != nil {
		return fmt.Errorf("%w; nothing was imported", err)
	}
	if err := store.Keep(append(before, files...)); err != nil {
		return err
	}
	x, err := store.Open()
	if err != nil {
		return err
	}
	say.Say("%s: %s, %s, %.1f MB", store.File(), cli.Count(x.Len(), "place"), cli.Count(x.NameCount(), "name"), float64(x.Size())/1e6)
	switch {
	case added.skipped == 0:
		return nil
	case added.rows == 0:
		return errAllSkipped
	}
	return cli.Partly(errSomeSkipped)
}

// adding reads sources and counts their rows.
type adding struct {
	ctx           context.Context
	say           *cli.Console
	rows, skipped int
}

// add imports files, those with alternate names last.
func (a *adding) add(store gazetteer.Store, files []gazetteer.Imported) error {
	im, err := store.NewImport()
	if err != nil {
		return err
	}
	for _, alternates := range []bool{false, true} {
		for i := range files {
			sources, err := gazetteer.OpenSources(store.Path(files[i].File), files[i].Prefix)
			if err != nil {
				return err
			}
			for _, s := range sources {
				if (s.Form == gazetteer.FormAlternates) != alternates {
					continue
				}
				if err := a.source(im, &files[i], s); err != nil {
					return err
				}
			}
		}
	}
	_, err = im.Commit(a.ctx)
	return err
}

// rebuild compiles the earlier files and then new ones, and reports only the latter's rows.
func (a *adding) rebuild(store gazetteer.Store, before, files []gazetteer.Imported) error {
	unsaid := adding{ctx: a.ctx, say: &cli.Console{Quiet: true}}
	all := append(slices.Clone(before), files...)
	err := store.Rebuild(a.ctx, all, func(im *gazetteer.Import, i *gazetteer.Imported, sources []gazetteer.Source) error {
		of := a
		if slices.ContainsFunc(before, func(b gazetteer.Imported) bool { return b.From == i.From }) {
			of = &unsaid
		}
		i.Places, i.Names = 0, 0
		for _, s := range sources {
			if err := of.source(im, i, s); err != nil {
				return err
			}
		}
		return nil
	})
	copy(files, all[len(before):])
	return err
}

// source reads a source and reports its rows.
func (a *adding) source(im *gazetteer.Import, file *gazetteer.Imported, s gazetteer.Source) error {
	named := 0
	s.Name = file.SourceName(s)
	n, err := im.Add(a.ctx, s, func(row *gazetteer.RowError) {
		if named++; named <= namedRows && !a.say.Quiet {
			a.say.Fail(fmt.Sprintf("%s: %v", s.Name, row))
		}
	})
	if err != nil {
		return err
	}
	a.rows += n.Added
	a.skipped += n.Skipped
	said := fmt.Sprintf("%s: %s", s.Name, cli.Count(n.Added, "place"))
	if s.Form == gazetteer.FormAlternates {
		said = fmt.Sprintf("%s: %d names, %d of places that are not there", s.Name, n.Added, n.Unknown)
		file.Names += n.Added
	} else {
		file.Places += n.Added
	}
	if n.Skipped > 0 {
		said += fmt.Sprintf(", %d rows skipped", n.Skipped)
	}
	a.say.Say("%s", said)
	return nil
}

// copied finds files, downloads what are not files, and copies all into the store.
func (c *gazetteerImport) copied(ctx context.Context, store gazetteer.Store, say *cli.Console) ([]gazetteer.Imported, error) {
	var files []gazetteer.Imported
	for _, name := range c.Sources {
		i, err := c.copy(ctx, store, name, say)
		if err != nil {
			return nil, err
		}
		files = append(files, i)
	}
	return files, nil
}

// copy copies a file, or a download.
func (c *gazetteerImport) copy(ctx context.Context, store gazetteer.Store, name string, say *cli.Console) (gazetteer.Imported, error) {
	_, err := os.Stat(name)
	if remote, ok := remoteName(name); err != nil && ok {
		return c.fetch(ctx, store, remote, say)
	}
	if err != nil {
		return gazetteer.Imported{}, fmt.Errorf("%w, or say what to download: a country code such as SY, allCountries or alternateNamesV2", cli.FileError(name, err))
	}
	from, err := filepath.Abs(name)
	if err != nil {
		return gazetteer.Imported{}, err
	}
	return c.kept(store, gazetteer.Imported{Name: filepath.Base(name), From: from}, name)
}

// fetch downloads the server's NAME.zip.
func (c *gazetteerImport) fetch(ctx context.Context, store gazetteer.Store, name string, say *cli.Console) (gazetteer.Imported, error) {
	address, err := url.JoinPath(c.Mirror, name+".zip")
	if err != nil {
		return gazetteer.Imported{}, fmt.Errorf("--mirror %s: %w", c.Mirror, err)
	}
	file, err := c.download(ctx, address, name+".zip", say)
	if err != nil {
		return gazetteer.Imported{}, err
	}
	defer os.Remove(file)
	return c.kept(store, gazetteer.Imported{Name: name, From: address}, file)
}

// kept copies a file of places into the store.
func (c *gazetteerImport) kept(store gazetteer.Store, i gazetteer.Imported, file string) (gazetteer.Imported, error) {
	if _, err := gazetteer.OpenSources(file, c.Prefix); err != nil {
		return i, err
	}
	i.Prefix, i.Date = c.Prefix, time.Now().UTC().Truncate(time.Second)
	var err error
	i.File, err = store.Copy(file)
	return i, err
}

// remoteName returns the name of a download on the server, without its extension.
func remoteName(name string) (string, bool) {
	known := regexp.MustCompile(`^(?i:(?:alternatenames/)?[a-z]{2})$|^allCountries$|^alternateNamesV2$|^cities(500|1000|5000|15000)$`)
	if !known.MatchString(name) {
		return "", false
	}
	folder, file := path.Split(name)
	if len(file) == 2 {
		file = strings.ToUpper(file)
	}
	return strings.ToLower(folder) + file, true
}

// download downloads a file into the folder of the store.
func (c *gazetteerImport) download(ctx context.Context, address, name string, say *cli.Console) (string, error) {
	folder := filepath.Join(c.Gazetteers, "downloads")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	bar := say.ByteBar(name)
	done := int64(0)
	file := download.File{
		URL: address, Path: filepath.Join(folder, strings.ReplaceAll(name, "/", "-")), UserAgent: "dateline/" + cli.Version(),
		Progress: func(n, total int64) {
			done = n
			bar.ChangeMax64(total)
			bar.Set64(n)
		},
	}
	err := file.Fetch(ctx)
	bar.Finish()
	switch {
	case errors.Is(err, download.ErrStatus):
		return "", fmt.Errorf("%w; check the name, or give another address with --mirror", err)
	case err != nil:
		return "", fmt.Errorf("%w; without a network, copy the file here and run: dateline gazetteer import %s", err, path.Base(name))
	}
	say.Say("%s: %.1f MB", address, float64(done)/1e6)
	return file.Path, nil
}
