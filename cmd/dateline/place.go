package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/document/rows"
)

// placeCommand keeps the places of an archive's own.
type placeCommand struct {
	Add    placeAdd    `cmd:"" help:"Have a name mean a place that the gazetteer does not know."`
	List   placeList   `cmd:"" help:"Print the places that were added."`
	Remove placeRemove `cmd:"" help:"Take places out again."`
}

// ownFlag says whose places are known beside those of the gazetteer.
type ownFlag struct {
	Data string `help:"Archive of which the places of its own are known too." type:"path" placeholder:"DIR" shared:""`
}

// ownPlaces returns the places of an archive's own, none where there is no archive.
func ownPlaces(ctx context.Context, data string) ([]ownplaces.Place, error) {
	if data == "" {
		return nil, nil
	}
	if _, err := os.Stat(filepath.Join(data, archive.FileName)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	a, err := archive.OpenReader(rows.DefaultModel(), data)
	if err != nil {
		return nil, err
	}
	all, err := ownplaces.All(ctx, a)
	return all, errors.Join(err, a.Close())
}

type placeAdd struct {
	gazetteerFlag
	Data       string   `required:"" help:"Folder of the archive; made when there is none." type:"path" placeholder:"DIR" shared:""`
	Point      string   `required:"" help:"Where it is." placeholder:"LON,LAT"`
	Also       []string `help:"Another name of it, in any script; may be repeated." sep:"none" placeholder:"NAME"`
	Kind       string   `help:"What it is, by GeoNames' class and code: P.PPL a settlement, S.CMP a camp, T.HLL a hill." default:"P.PPL" placeholder:"KIND"`
	Country    string   `help:"Its country, as SY; otherwise that in which the point lies." placeholder:"CC"`
	Population int      `help:"How many people live there." placeholder:"N"`
	By         string   `help:"Who adds it; otherwise the user of this computer." placeholder:"NAME"`
	Why        string   `help:"Why, or where that is known from." placeholder:"TEXT"`
	Name       string   `arg:"" help:"Its usual name."`
}

func (c *placeAdd) Run(ctx context.Context, say *console) error {
	p, err := c.place()
	if err != nil {
		return err
	}
	g, err := c.open(ctx, c.Data)
	if err != nil {
		return err
	}
	entry := p.Entry()
	g.Locate(&entry)
	p.Country, p.Admin1 = entry.Country, entry.Admin1
	return promptly(ctx, func() error {
		return inArchive(c.Data, func(a *archive.Archive) error {
			if err := ownplaces.Add(ctx, a, p); err != nil {
				return err
			}
			noted := noteWrite(c.Data, "place add", p.ID+" "+p.Name)
			lies := where(g, &entry.Place)
			if lies != "" {
				lies = ", " + lies
			}
			say.say("%s is at %s, %s%s, for what reads with --data %s from now on, servers that run too",
				p.Name, degrees(p.Lon), degrees(p.Lat), lies, c.Data)
			say.say("articles that were read before stay as they are: dateline reparse --data %s --dry-run says what reading again would change", c.Data)
			fmt.Println(p.ID)
			return noted
		})
	})
}

// place returns what the flags say.
func (c *placeAdd) place() (ownplaces.Place, error) {
	at, err := readPoint("--point", c.Point)
	if err != nil {
		return ownplaces.Place{}, err
	}
	country := ""
	if c.Country != "" {
		wish, err := (&wishFlags{Country: []string{c.Country}, Limit: 1}).wish()
		if err != nil {
			return ownplaces.Place{}, err
		}
		country = wish.Countries[0]
	}
	return ownplaces.New(ownplaces.Place{
		Name: c.Name, Names: c.Also, Kind: c.Kind, Lon: at[0], Lat: at[1], Country: country, Population: c.Population,
		By: whoIs(c.By), At: time.Now().UTC().Format(time.RFC3339), Why: c.Why,
	})
}

type placeList struct {
	sourcesFlag
	outputFlag
	JSON bool `help:"Print a line of JSON for each place." name:"json"`
}

func (c *placeList) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	all, err := ownPlaces(ctx, c.Data)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		say.say("no places of its own; dateline place add --data %s adds one", c.Data)
	}
	return c.write(func(w io.Writer) error {
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		if !c.JSON && len(all) > 0 {
			fmt.Fprintln(table, "id\tname\tkind\tlon\tlat\tcountry\tother names\twhy")
		}
		for i := range all {
			p := &all[i]
			if c.JSON {
				if err := writeJSON(w, p); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", p.ID, p.Name, p.Kind, degrees(p.Lon), degrees(p.Lat), p.Country, strings.Join(p.Names, ", "), p.Why)
		}
		return table.Flush()
	})
}

type placeRemove struct {
	sourcesFlag
	IDs []string `arg:"" name:"id" help:"As place list has them."`
}

func (c *placeRemove) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	removed, failed := 0, 0
	err := promptly(ctx, func() error {
		return inArchive(c.Data, func(a *archive.Archive) error {
			for _, id := range c.IDs {
				switch err := ownplaces.Remove(ctx, a, id); {
				case errors.Is(err, ownplaces.ErrUnknown):
					say.fail(fmt.Errorf("%s: %w", id, err))
					failed++
				case err != nil:
					return err
				default:
					removed++
					if err := noteWrite(c.Data, "place remove", id); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
	return errors.Join(err, failure(removed, failed))
}
