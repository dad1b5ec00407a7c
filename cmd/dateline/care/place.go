package care

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
)

// PlaceCommand manages an archive's own places.
type PlaceCommand struct {
	Add    placeAdd    `cmd:"" help:"Add a place that the gazetteer lacks."`
	List   placeList   `cmd:"" help:"Print the places that were added."`
	Remove placeRemove `cmd:"" help:"Remove places."`
}

type placeAdd struct {
	setup.GazetteerFlag
	Data       string   `required:"" help:"Folder of the archive; created if missing." type:"archive" placeholder:"DIR" shared:""`
	Point      string   `required:"" help:"Its coordinates." placeholder:"LON,LAT"`
	Also       []string `help:"Another name of it, in any script; may be repeated." sep:"none" placeholder:"NAME"`
	Kind       string   `help:"GeoNames feature class and code: P.PPL a settlement, S.CMP a camp, T.HLL a hill." default:"P.PPL" placeholder:"KIND"`
	Country    string   `help:"Its country, such as SY; by default the one that contains the point." placeholder:"CC"`
	Population int      `help:"Population." placeholder:"N"`
	By         string   `help:"Who adds it; by default the current user." placeholder:"NAME"`
	Why        string   `help:"Reason, or source of the information." placeholder:"TEXT"`
	Name       string   `arg:"" help:"Its usual name."`
}

func (c *placeAdd) Run(ctx context.Context, say *cli.Console) error {
	p, err := c.place()
	if err != nil {
		return err
	}
	g, err := c.Open(ctx, c.Data)
	if err != nil {
		return err
	}
	entry := p.Entry()
	g.Locate(&entry)
	p.Country, p.Admin1 = entry.Country, entry.Admin1
	return cli.Promptly(ctx, func() error {
		return setup.InArchive(c.Data, func(a *archive.Archive) error {
			if err := ownplaces.Add(ctx, a, p); err != nil {
				return err
			}
			noted := setup.NoteWrite(c.Data, "place add", p.ID+" "+p.Name)
			lies := setup.Where(g, &entry.Place)
			if lies != "" {
				lies = ", " + lies
			}
			say.Say("%s is at %s, %s%s, for what reads with --data %s from now on, servers that run too",
				p.Name, cli.Degrees(p.Lon), cli.Degrees(p.Lat), lies, postgres.Redacted(c.Data))
			say.Say("articles that were read before stay as they are: dateline reparse --data %s --dry-run says what reading again would change", postgres.Redacted(c.Data))
			fmt.Println(p.ID)
			return noted
		})
	})
}

// place returns the place given by the flags.
func (c *placeAdd) place() (ownplaces.Place, error) {
	at, err := cli.ReadPoint("--point", c.Point)
	if err != nil {
		return ownplaces.Place{}, err
	}
	country := ""
	if c.Country != "" {
		if country, err = cli.ReadCountry("--country", c.Country); err != nil {
			return ownplaces.Place{}, err
		}
	}
	return ownplaces.New(ownplaces.Place{
		Name: c.Name, Names: c.Also, Kind: c.Kind, Lon: at[0], Lat: at[1], Country: country, Population: c.Population,
		By: setup.WhoIs(c.By), At: time.Now().UTC().Format(time.RFC3339), Why: c.Why,
	})
}

type placeList struct {
	setup.DataFlag
	cli.ListFlags
}

func (c *placeList) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	all, err := setup.OwnPlaces(ctx, c.Data)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		say.Say("no places of its own; dateline place add --data %s adds one", postgres.Redacted(c.Data))
	}
	return cli.Rows(c.ListFlags, "id\tname\tkind\tlon\tlat\tcountry\tother names\twhy", all, func(p *ownplaces.Place) any { return p }, func(p *ownplaces.Place) string {
		return fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", p.ID, p.Name, p.Kind, cli.Degrees(p.Lon), cli.Degrees(p.Lat), p.Country, strings.Join(p.Names, ", "), p.Why)
	})
}

type placeRemove struct {
	setup.DataFlag
	IDs []string `arg:"" name:"id" help:"As listed by place list."`
}

func (c *placeRemove) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	removed, failed := 0, 0
	err := cli.Promptly(ctx, func() error {
		return setup.InArchive(c.Data, func(a *archive.Archive) error {
			for _, id := range c.IDs {
				switch err := ownplaces.Remove(ctx, a, id); {
				case errors.Is(err, ownplaces.ErrUnknown):
					say.Fail(fmt.Errorf("%s: %w", id, err))
					failed++
				case err != nil:
					return err
				default:
					removed++
					if err := setup.NoteWrite(c.Data, "place remove", id); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
	return errors.Join(err, cli.Failure(removed, failed))
}
