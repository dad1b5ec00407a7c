// Package gazetteers has the commands that query the gazetteer, and those that manage its
// imports:
//
//	dateline geocode "Khan Shaykhun"
//	dateline gazetteer import SY
package gazetteers

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"text/tabwriter"

	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/gazetteer"
)

// Command is the gazetteer command.
type Command struct {
	Info   gazetteerInfo   `cmd:"" help:"Show what the gazetteer contains."`
	Lookup gazetteerLookup `cmd:"" help:"Show all that is known about a name or an ID."`
	Import gazetteerImport `cmd:"" help:"Add places and names: GeoNames, GeoJSON, CSV; files or downloads."`
	List   gazetteerList   `cmd:"" help:"List imports, with time and origin."`
	Update gazetteerUpdate `cmd:"" help:"Read or download imports again."`
	Remove gazetteerRemove `cmd:"" help:"Remove imports."`
}

type gazetteerInfo struct {
	setup.GazetteerFlag
	cli.OutputFlag
	JSON bool `help:"Print one line of JSON per part." name:"json"`
}

// part is one of the gazetteer's indexes.
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
	return c.Write(func(w io.Writer) error {
		if c.JSON {
			for _, p := range parts {
				if err := cli.WriteJSON(w, p); err != nil {
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
