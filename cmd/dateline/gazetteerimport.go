package main

import (
	"cmp"
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

	"dateline/gazetteer"
	"dateline/gazetteer/download"
)

type gazetteerImport struct {
	gazetteerFlag
	Sources []string `arg:"" name:"source" help:"Files: GeoNames dumps, alternateNamesV2, GeoJSON, CSV or TSV, also in a zip archive. Or what to download: a country code as SY, allCountries, alternateNamesV2, alternatenames/SY."`
	Prefix  string   `help:"Put before IDs that do not say whose they are; else the name of their file." placeholder:"NAME"`
	Mirror  string   `help:"Address to download from." default:"https://download.geonames.org/export/dump/" placeholder:"URL"`
}

// namedRows is how many bad rows of a file are named.
const namedRows = 5

// These make the command fail after it has said why.
var (
	errSomeSkipped = errors.New("some rows were skipped, all others are imported; mend them and import again")
	errAllSkipped  = errors.New("all rows were skipped; mend them and import again")
)

func (c *gazetteerImport) Run(ctx context.Context, say *console) error {
	return promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *gazetteerImport) run(ctx context.Context, say *console) error {
	sources, fetched, err := c.open(ctx, say)
	if err != nil {
		return err
	}
	store := gazetteer.NewStore(c.Gazetteers)
	im, err := store.NewImport()
	if err != nil {
		return err
	}
	added, skipped := 0, 0
	for _, s := range sources {
		n, err := add(ctx, im, s, say)
		if err != nil {
			return fmt.Errorf("%w; nothing was imported", err)
		}
		added += n.Added
		skipped += n.Skipped
	}
	x, err := im.Commit(ctx)
	if err != nil {
		return fmt.Errorf("%w; nothing was imported", err)
	}
	say.say("%s: %d places, %d names, %.1f MB", store.File(), x.Len(), x.NameCount(), float64(x.Size())/1e6)
	for _, file := range fetched {
		os.Remove(file)
	}
	switch {
	case skipped == 0:
		return nil
	case added == 0:
		return errAllSkipped
	}
	return partly{errSomeSkipped}
}

// add reads a source and says what became of its rows.
func add(ctx context.Context, im *gazetteer.Import, s gazetteer.Source, say *console) (gazetteer.ImportCounts, error) {
	named := 0
	n, err := im.Add(ctx, s, func(row *gazetteer.RowError) {
		if named++; named <= namedRows {
			say.fail(fmt.Sprintf("%s: %v", s.Name, row))
		}
	})
	if err != nil {
		return n, err
	}
	said := fmt.Sprintf("%s: %d places", s.Name, n.Added)
	if s.Form == gazetteer.FormAlternates {
		said = fmt.Sprintf("%s: %d names, %d of places that are not there", s.Name, n.Added, n.Unknown)
	}
	if n.Skipped > 0 {
		said += fmt.Sprintf(", %d rows skipped", n.Skipped)
	}
	say.say("%s", said)
	return n, nil
}

// open finds the sources, those with alternate names last, after having
// downloaded what is no file. It returns what was downloaded too.
func (c *gazetteerImport) open(ctx context.Context, say *console) (sources []gazetteer.Source, fetched []string, err error) {
	for _, name := range c.Sources {
		file := name
		if _, err := os.Stat(name); err != nil {
			remote, ok := remoteName(name)
			if !ok {
				return nil, nil, fmt.Errorf("%w; give a file, or to download a country code as SY, allCountries or alternateNamesV2", err)
			}
			if file, err = c.download(ctx, remote, say); err != nil {
				return nil, nil, err
			}
			fetched = append(fetched, file)
		}
		found, err := gazetteer.OpenSources(file, c.Prefix)
		if err != nil {
			return nil, nil, err
		}
		sources = append(sources, found...)
	}
	slices.SortStableFunc(sources, func(a, b gazetteer.Source) int {
		return cmp.Compare(isAlternates(a), isAlternates(b))
	})
	return sources, fetched, nil
}

func isAlternates(s gazetteer.Source) int {
	if s.Form == gazetteer.FormAlternates {
		return 1
	}
	return 0
}

// remoteName returns the name on the server of what can be downloaded.
func remoteName(name string) (string, bool) {
	known := regexp.MustCompile(`^(?i:(?:alternatenames/)?[a-z]{2})$|^allCountries$|^alternateNamesV2$|^cities(500|1000|5000|15000)$`)
	if !known.MatchString(name) {
		return "", false
	}
	folder, file := path.Split(name)
	if len(file) == 2 {
		file = strings.ToUpper(file)
	}
	return strings.ToLower(folder) + file + ".zip", true
}

// download fetches a file into the folder of the store.
func (c *gazetteerImport) download(ctx context.Context, name string, say *console) (string, error) {
	address, err := url.JoinPath(c.Mirror, name)
	if err != nil {
		return "", fmt.Errorf("--mirror %s: %w", c.Mirror, err)
	}
	folder := filepath.Join(c.Gazetteers, "downloads")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	bar := say.byteBar(name)
	done := int64(0)
	file := download.File{
		URL: address, Path: filepath.Join(folder, strings.ReplaceAll(name, "/", "-")), UserAgent: "dateline/" + version(),
		Progress: func(n, total int64) {
			done = n
			bar.ChangeMax64(total)
			bar.Set64(n)
		},
	}
	err = file.Fetch(ctx)
	bar.Finish()
	switch {
	case errors.Is(err, download.ErrStatus):
		return "", fmt.Errorf("%w; check the name, or give another address with --mirror", err)
	case err != nil:
		return "", fmt.Errorf("%w; without a network bring the file here another way and run: dateline gazetteer import %s", err, path.Base(name))
	}
	say.say("%s: %.1f MB", address, float64(done)/1e6)
	return file.Path, nil
}
