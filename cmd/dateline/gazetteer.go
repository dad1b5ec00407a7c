package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"dateline/gazetteer"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// gazetteerFlag says where imported gazetteers are kept.
type gazetteerFlag struct {
	Gazetteers string `help:"Folder of imported gazetteers." default:"${gazetteers}" env:"DATELINE_GAZETTEERS" type:"path" placeholder:"DIR"`
}

func (f gazetteerFlag) open() (*gazetteer.Gazetteer, error) {
	return gazetteer.NewStore(f.Gazetteers).Gazetteer()
}

func (f gazetteerFlag) parser() (*geoparse.Parser, error) {
	g, err := f.open()
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
}

type gazetteerInfo struct {
	gazetteerFlag
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
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "places\tnames\tMB\t")
	row := func(x *gazetteer.Index, what string) {
		fmt.Fprintf(w, "%d\t%d\t%.1f\t %s\n", x.Len(), x.NameCount(), float64(x.Size())/1e6, what)
	}
	row(layers[0], "tables of the world and the theatre, built in")
	if imported != nil {
		row(imported, "imported: "+store.File())
	}
	row(layers[len(layers)-1], "cities and divisions of the world, built in")
	if err := w.Flush(); err != nil {
		return err
	}
	if imported != nil {
		fmt.Println("\nimported places by country:", countries(imported))
	}
	return nil
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

type gazetteerLookup struct {
	gazetteerFlag
	Name string `arg:"" help:"A name in any spelling and script, or an ID such as gn170063."`
}

func (c *gazetteerLookup) Run() error {
	g, err := c.open()
	if err != nil {
		return err
	}
	refs := lookedUp(g, c.Name)
	if len(refs) == 0 {
		return fmt.Errorf("no place is called %q, nor anything like it", c.Name)
	}
	for i, r := range refs {
		if i > 0 {
			fmt.Println()
		}
		printPlace(g, r)
	}
	return nil
}

func lookedUp(g *gazetteer.Gazetteer, name string) []gazetteer.Ref {
	if r, ok := g.Find(name); ok {
		return []gazetteer.Ref{r}
	}
	var refs []gazetteer.Ref
	for _, m := range g.Lookup(name, gazetteer.Wish{}) {
		refs = append(refs, m.Ref)
	}
	return refs
}

func printPlace(g *gazetteer.Gazetteer, r gazetteer.Ref) {
	p := g.Place(r)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\t%s\n", p.ID, p.Name)
	fmt.Fprintf(w, "kind\t%s\n", p.Kind)
	fmt.Fprintf(w, "lon, lat\t%.5f, %.5f\n", p.Point[0], p.Point[1])
	fmt.Fprintf(w, "in\t%s\n", where(g, &p))
	if p.Population > 0 {
		fmt.Fprintf(w, "population\t%d\n", p.Population)
	}
	for i, name := range g.Names(r) {
		label := ""
		if i == 0 {
			label = "names"
		}
		fmt.Fprintf(w, "%s\t%s\n", label, name)
	}
	fmt.Fprintf(w, "source\t%s\n", p.Source)
	w.Flush()
}

// where names the division and the country that a place lies in.
func where(g *gazetteer.Gazetteer, p *gazetteer.Place) string {
	country := p.Country
	if r, ok := g.Division(p.Country); ok {
		country = g.Place(r).Name
	}
	if division := g.DivisionName(p); division != "" {
		return division + ", " + country
	}
	return country
}

type geocodeCommand struct {
	gazetteerFlag
	Name    string `arg:"" help:"A name in any spelling and script."`
	Near    string `help:"Prefer places near here." placeholder:"LON,LAT"`
	Country string `help:"Only places in this country." placeholder:"CC"`
	Limit   int    `help:"At most so many." default:"10"`
}

func (c *geocodeCommand) Run() error {
	wish := gazetteer.Wish{Country: c.Country, Limit: c.Limit}
	if c.Near != "" {
		var p orb.Point
		if _, err := fmt.Sscanf(c.Near, "%f,%f", &p[0], &p[1]); err != nil {
			return fmt.Errorf("--near %s: want LON,LAT in degrees, as 36.65,35.44", c.Near)
		}
		wish.Near = &p
	}
	g, err := c.open()
	if err != nil {
		return err
	}
	matches := g.Lookup(c.Name, wish)
	if len(matches) == 0 {
		return fmt.Errorf("no place is called %q, nor anything like it", c.Name)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "score\tplace\tmatched\tkind\tlon\tlat\tin\tid")
	for _, m := range matches {
		fmt.Fprintf(w, "%.2f\t%s\t%s\t%s\t%.4f\t%.4f\t%s\t%s\n",
			m.Score, m.Place.Name, m.Name, m.Place.Kind, m.Place.Point[0], m.Place.Point[1], where(g, &m.Place), m.Place.ID)
	}
	return w.Flush()
}
