// Package setup opens what commands work with, and has the flags for it: the gazetteer with the
// own places of an archive, the parser, the archive, and its log of writes.
//
//	parser, err := c.GazetteerFlag.Parser(ctx, c.Data)
//
// Making a parser takes some tenths of a second, most of it for the gazetteer.
package setup

import (
	"context"
	"os"
	"path/filepath"
	"unicode"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/cmd/dateline/cli"
	"dateline/corpus"
	"dateline/document/rows"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/view"

	"github.com/paulmach/orb"
)

// GazetteerFlag is the folder of imported gazetteers.
type GazetteerFlag struct {
	Gazetteers string `help:"Folder of imported gazetteers." default:"${gazetteers}" type:"path" placeholder:"DIR" shared:""`
}

// Open opens the gazetteer with the own places of an archive, if data names an existing one.
func (f GazetteerFlag) Open(ctx context.Context, data string) (*gazetteer.Gazetteer, error) {
	own, err := OwnPlaces(ctx, data)
	if err != nil {
		return nil, err
	}
	return gazetteer.NewStore(f.Gazetteers).Gazetteer(ownplaces.Entries(own)...)
}

// Parser returns the parser with the gazetteer that open opens.
func (f GazetteerFlag) Parser(ctx context.Context, data string) (*geoparse.Parser, error) {
	g, err := f.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	return geoparse.New(g)
}

// GazetteerDir is the default folder of imports: the user's data folder (XDG Base Directory
// Specification).
func GazetteerDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "dateline")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Join(os.TempDir(), "dateline")
	}
	return filepath.Join(home, ".local", "share", "dateline")
}

// OpenArchive opens an archive for reading, with names from the gazetteer.
func (f GazetteerFlag) OpenArchive(ctx context.Context, dir string) (*corpus.Corpus, error) {
	if err := cli.NeedFolder(dir); err != nil {
		return nil, err
	}
	g, err := f.Open(ctx, dir)
	if err != nil {
		return nil, err
	}
	return corpus.OpenReader(ctx, dir, placeNames(g))
}

// OpenWriter opens an archive for writing, and the gazetteer for its rows.
func (f GazetteerFlag) OpenWriter(ctx context.Context, dir string, say *cli.Console) (*archive.Archive, *gazetteer.Gazetteer, error) {
	g, err := f.Open(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	a, err := OpenWriter(ctx, ModelOf(g), dir, say)
	return a, g, err
}

// ModelOf returns the Model of a writable archive, whose rows copy what a gazetteer knows.
func ModelOf(g *gazetteer.Gazetteer) rows.Model {
	m := rows.DefaultModel()
	m.Known = placeNames(g).Of
	return m
}

// placeNames looks up a place in the gazetteer.
func placeNames(g *gazetteer.Gazetteer) view.Names {
	return view.Names{Version: g.Version(), Course: courses(g), Of: func(place string) rows.PlaceNames {
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

// courses looks up the lines of rivers and roads.
func courses(g *gazetteer.Gazetteer) func(place string) orb.Geometry {
	return func(place string) orb.Geometry {
		r, found := g.Find(place)
		if !found {
			return nil
		}
		return g.Geometry(r)
	}
}

// Where returns the names of a place's division and country.
func Where(g *gazetteer.Gazetteer, p *gazetteer.Place) string {
	country := p.Country
	if r, ok := g.Division(p.Country); ok {
		country = g.Place(r).Name
	}
	if division := g.DivisionName(p); division != "" {
		return division + ", " + country
	}
	return country
}
