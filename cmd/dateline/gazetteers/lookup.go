package gazetteers

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/gazetteer"
)

// optionFlags restrict and order a lookup.
type optionFlags struct {
	Near    string   `help:"Nearer places first." placeholder:"LON,LAT"`
	Country []string `help:"Only places in these countries, such as SY or SYR." placeholder:"CC"`
	Limit   int      `help:"Maximum number." default:"10"`
	Prefix  bool     `help:"Also names that start with this."`
	Fuzzy   bool     `help:"Also names within two edits, even when exact matches exist."`
}

// options returns the flags as LookupOptions.
func (f *optionFlags) options() (gazetteer.LookupOptions, error) {
	w := gazetteer.LookupOptions{Limit: f.Limit, Prefix: f.Prefix, Fuzzy: f.Fuzzy}
	if f.Limit < 1 {
		return w, fmt.Errorf("--limit %d: give 1 or more", f.Limit)
	}
	for _, c := range f.Country {
		code, err := cli.ReadCountry("--country", c)
		if err != nil {
			return w, err
		}
		w.Countries = append(w.Countries, code)
	}
	if f.Near == "" {
		return w, nil
	}
	p, err := cli.ReadPoint("--near", f.Near)
	w.Near = &p
	return w, err
}

// lookupFlags are the names to look up and the output format.
type lookupFlags struct {
	setup.GazetteerFlag
	cli.OutputFlag
	optionFlags
	setup.OwnFlag
	JSON bool `help:"Print one line of JSON per place." name:"json"`
}

// print prints the results of find for a name; none is an error.
func (f *lookupFlags) print(ctx context.Context, name string, find func(*gazetteer.Gazetteer, string, gazetteer.LookupOptions) []gazetteer.Match, printed func(io.Writer, *gazetteer.Gazetteer, []gazetteer.Match) error) error {
	options, err := f.options()
	if err != nil {
		return err
	}
	g, err := f.Open(ctx, f.Data)
	if err != nil {
		return err
	}
	matches := find(g, name, options)
	if len(matches) == 0 {
		return errNoPlace(name, options)
	}
	if f.JSON {
		printed = printJSON
	}
	return f.Write(func(w io.Writer) error { return printed(w, g, matches) })
}

type gazetteerLookup struct {
	lookupFlags
	Name string `arg:"" help:"A name in any spelling and script, or an ID such as gn170063."`
}

func (c *gazetteerLookup) Run(ctx context.Context) error {
	return c.print(ctx, c.Name, lookedUp, printPlaces)
}

// GeocodeCommand prints the places a name can mean.
type GeocodeCommand struct {
	lookupFlags
	Name string `arg:"" help:"A name in any spelling and script."`
}

// Run prints them, likeliest first.
func (c *GeocodeCommand) Run(ctx context.Context) error {
	return c.print(ctx, c.Name, (*gazetteer.Gazetteer).Lookup, printTable)
}

func errNoPlace(name string, w gazetteer.LookupOptions) error {
	where := ""
	if len(w.Countries) > 0 {
		where = " in " + strings.Join(w.Countries, ", ")
	}
	return fmt.Errorf("no place%s is called %q or anything similar; import more with: dateline gazetteer import", where, name)
}

func lookedUp(g *gazetteer.Gazetteer, name string, w gazetteer.LookupOptions) []gazetteer.Match {
	if r, ok := g.Find(name); ok {
		return []gazetteer.Match{{Ref: r, Place: g.Place(r), Name: name, Score: 1}}
	}
	return g.Lookup(name, w)
}

// placeDoc is a place in the JSON output.
type placeDoc struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Matched    string   `json:"matched"`
	How        string   `json:"how"`
	Score      float64  `json:"score"`
	Kind       string   `json:"kind"`
	Lon        float64  `json:"lon"`
	Lat        float64  `json:"lat"`
	Country    string   `json:"country"`
	Admin1     string   `json:"admin1"` // its name
	Population int      `json:"population"`
	Names      []string `json:"names"`
	Source     string   `json:"source"`
	SourceDate string   `json:"source_date,omitempty"`
	Within     float64  `json:"uncertainty_km,omitempty"`
}

func printJSON(w io.Writer, g *gazetteer.Gazetteer, matches []gazetteer.Match) error {
	for _, m := range matches {
		p := &m.Place
		if err := cli.WriteJSON(w, placeDoc{
			ID: p.ID, Name: p.Name, Matched: m.Name, How: m.Kind.String(), Score: m.Score, Kind: string(p.Kind), Lon: p.Point[0], Lat: p.Point[1],
			Country: p.Country, Admin1: g.DivisionName(p), Population: p.Population, Names: g.Names(m.Ref), Source: p.Source, SourceDate: p.SourceDate, Within: g.Uncertainty(m.Ref),
		}); err != nil {
			return err
		}
	}
	return nil
}

func printPlaces(w io.Writer, g *gazetteer.Gazetteer, matches []gazetteer.Match) error {
	for i := range matches {
		if err := printPlace(w, g, &matches[i], i); err != nil {
			return err
		}
	}
	return nil
}

func printPlace(out io.Writer, g *gazetteer.Gazetteer, m *gazetteer.Match, i int) error {
	if i > 0 {
		fmt.Fprintln(out)
	}
	p := &m.Place
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\t%s\n", p.ID, p.Name)
	fmt.Fprintf(w, "matched\t%s, %s\n", m.Name, m.Kind)
	fmt.Fprintf(w, "kind\t%s\n", p.Kind)
	within := ""
	if km := g.Uncertainty(m.Ref); km > 0 {
		within = fmt.Sprintf(", within %v km", km)
	}
	fmt.Fprintf(w, "lon, lat\t%s, %s%s\n", cli.Degrees(p.Point[0]), cli.Degrees(p.Point[1]), within)
	fmt.Fprintf(w, "in\t%s\n", setup.Where(g, p))
	if p.Population > 0 {
		fmt.Fprintf(w, "population\t%d\n", p.Population)
	}
	if shape := g.Geometry(m.Ref); shape != nil {
		fmt.Fprintf(w, "shape\t%s\n", shape.GeoJSONType())
	}
	for i, name := range g.Names(m.Ref) {
		label := ""
		if i == 0 {
			label = "names"
		}
		fmt.Fprintf(w, "%s\t%s\n", label, name)
	}
	fmt.Fprintf(w, "source\t%s\n", strings.TrimSpace(p.Source+"  "+p.SourceDate))
	return w.Flush()
}

func printTable(out io.Writer, g *gazetteer.Gazetteer, matches []gazetteer.Match) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "score\tplace\tmatched\thow\tkind\tlon\tlat\tin\tid")
	for _, m := range matches {
		fmt.Fprintf(w, "%.2f\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			m.Score, m.Place.Name, m.Name, m.Kind, m.Place.Kind, cli.Degrees(m.Place.Point[0]), cli.Degrees(m.Place.Point[1]), setup.Where(g, &m.Place), m.Place.ID)
	}
	return w.Flush()
}
