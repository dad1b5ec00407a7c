package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"unicode"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/corpus"
	"dateline/document/rows"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/view"
)

// gazetteerFlag says where imported gazetteers are kept.
type gazetteerFlag struct {
	Gazetteers string `help:"Folder of imported gazetteers." default:"${gazetteers}" type:"path" placeholder:"DIR" shared:""`
}

// open opens the gazetteer with the places of an archive's own; of none where data is
// empty, or no archive is there yet.
func (f gazetteerFlag) open(ctx context.Context, data string) (*gazetteer.Gazetteer, error) {
	own, err := ownPlaces(ctx, data)
	if err != nil {
		return nil, err
	}
	return gazetteer.NewStore(f.Gazetteers).Gazetteer(ownplaces.Entries(own)...)
}

// parser returns the parser with the gazetteer that open opens.
func (f gazetteerFlag) parser(ctx context.Context, data string) (*geoparse.Parser, error) {
	g, err := f.open(ctx, data)
	if err != nil {
		return nil, err
	}
	return geoparse.New(g)
}

// gazetteerDir is where imports go unless told otherwise: the user's data
// folder (XDG Base Directory Specification).
func gazetteerDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "dateline")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Join(os.TempDir(), "dateline")
	}
	return filepath.Join(home, ".local", "share", "dateline")
}

type gazetteerCommand struct {
	Info   gazetteerInfo   `cmd:"" help:"Say what the gazetteer holds."`
	Lookup gazetteerLookup `cmd:"" help:"Say all that is known of a name or an ID."`
	Import gazetteerImport `cmd:"" help:"Add places and names: GeoNames, GeoJSON, CSV; files or downloads."`
	List   gazetteerList   `cmd:"" help:"Say what was imported, when and from where."`
	Update gazetteerUpdate `cmd:"" help:"Read or download again what was imported."`
	Remove gazetteerRemove `cmd:"" help:"Remove what was imported."`
}

type gazetteerInfo struct {
	gazetteerFlag
	outputFlag
	JSON bool `help:"Print a line of JSON for each part." name:"json"`
}

// part is one of the indexes that the gazetteer consists of.
type part struct {
	Part   string  `json:"part"`
	File   string  `json:"file,omitempty"`
	Places int     `json:"places"`
	Names  int     `json:"names"`
	MB     float64 `json:"mb"`
}

func (c *gazetteerInfo) Run() error {
	store := gazetteer.NewStore(c.Gazetteers)
	g, err := store.Gazetteer()
	if err != nil {
		return err
	}
	imported, err := store.Open()
	if err != nil {
		return err
	}
	layers := g.Layers()
	parts := []part{partOf(layers[0], "tables of the world and the theatres, built in", "")}
	if imported != nil {
		parts = append(parts, partOf(imported, "imported", store.File()))
	}
	parts = append(parts, partOf(layers[len(layers)-1], "cities and divisions of the world, built in", ""))
	return c.write(func(w io.Writer) error {
		if c.JSON {
			for _, p := range parts {
				if err := writeJSON(w, p); err != nil {
					return err
				}
			}
			return nil
		}
		return printParts(w, parts, imported)
	})
}

func partOf(x *gazetteer.Index, name, file string) part {
	return part{Part: name, File: file, Places: x.Len(), Names: x.NameCount(), MB: math.Round(float64(x.Size())/1e5) / 10}
}

func printParts(out io.Writer, parts []part, imported *gazetteer.Index) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "places\tnames\tMB\t")
	for _, p := range parts {
		what := p.Part
		if p.File != "" {
			what += ": " + p.File
		}
		fmt.Fprintf(w, "%d\t%d\t%.1f\t %s\n", p.Places, p.Names, p.MB, what)
	}
	err := w.Flush()
	if imported != nil {
		fmt.Fprintln(out, "\nimported places by country:", countries(imported))
	}
	return err
}

// countries counts the places of an index by country, most first.
func countries(x *gazetteer.Index) string {
	counts := map[string]int{}
	for i := range x.Len() {
		counts[cmp.Or(x.Place(i).Country, "none")]++
	}
	codes := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	out := ""
	for i, code := range codes {
		if i == 20 {
			return out + fmt.Sprintf(", and %d more", len(codes)-i)
		}
		if i > 0 {
			out += ", "
		}
		out += fmt.Sprintf("%s %d", code, counts[code])
	}
	return out
}

// openArchive opens an archive to be read, with the names that the gazetteer knows.
func (f gazetteerFlag) openArchive(ctx context.Context, dir string) (*corpus.Corpus, error) {
	if err := needFolder(dir); err != nil {
		return nil, err
	}
	g, err := f.open(ctx, dir)
	if err != nil {
		return nil, err
	}
	return corpus.OpenReader(ctx, dir, placeNames(g))
}

// openWriter opens an archive to be written to, and the gazetteer that its rows have
// names from.
func (f gazetteerFlag) openWriter(ctx context.Context, dir string) (*archive.Archive, *gazetteer.Gazetteer, error) {
	g, err := f.open(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	a, err := archive.OpenWriter(ctx, modelOf(g), dir)
	return a, g, err
}

// modelOf returns the Model of an archive that is written to, whose rows say what a
// gazetteer knows.
func modelOf(g *gazetteer.Gazetteer) rows.Model {
	m := rows.DefaultModel()
	m.Known = placeNames(g).Of
	return m
}

// placeNames looks up what the gazetteer knows of a place.
func placeNames(g *gazetteer.Gazetteer) view.Names {
	return view.Names{Version: g.Version(), Of: func(place string) rows.PlaceNames {
		r, found := g.Find(place)
		if !found {
			return rows.PlaceNames{}
		}
		p := g.Place(r)
		names := rows.PlaceNames{
			Arabic: g.NameIn(r, unicode.Arabic), Code: p.Country, Admin1: g.DivisionName(&p), Source: p.Source, SourceDate: p.SourceDate, UncertaintyKm: g.Uncertainty(r),
		}
		if country, found := g.Division(p.Country); found && p.Country != "" {
			names.Country, names.CountryArabic = g.Place(country).Name, g.NameIn(country, unicode.Arabic)
		}
		if division, found := g.Division(p.Country + "." + p.Admin1); found && p.Admin1 != "" {
			names.Admin1Arabic = g.NameIn(division, unicode.Arabic)
		}
		return names
	}}
}
