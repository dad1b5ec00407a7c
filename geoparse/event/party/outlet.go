package party

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed outlets.tsv
var outletTable string

// readOutlets returns the parties for which outlets speak, by folded name.
func readOutlets(p *Table) (map[string]Party, error) {
	outlets := map[string]Party{}
	for n, f := range rowsOf(outletTable) {
		if len(f) != 2 {
			return nil, fmt.Errorf("outlets.tsv: row %d: not names, party", n+1)
		}
		party, ok := p.Find(f[1], "")
		if !ok {
			return nil, fmt.Errorf("outlets.tsv: row %d: no table has %q", n+1, f[1])
		}
		for name := range strings.SplitSeq(f[0], "|") {
			outlets[strings.Join(foldWords(name), " ")] = party
		}
	}
	return outlets, nil
}

// Speaker returns the party that a report relies on: the source cited by the text, else the
// party for which its outlet speaks. If the text cites an unknown source, it is none. The
// country is that of Find.
func (p *Table) Speaker(said, outlet, country string) (Party, bool) {
	if said == "" {
		party, ok := p.outlets[strings.Join(foldWords(outlet), " ")]
		return party, ok
	}
	if party, ok := p.outlets[strings.Join(foldWords(said), " ")]; ok {
		return party, true
	}
	return p.Find(said, country)
}
