package party

import (
	"cmp"
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

//go:embed theatres.tsv
var theatreTable string

//go:embed parties.tsv
var partyTable string

//go:embed groups.tsv
var groupTable string

// Group is who holds places together: its actors take over from each other without
// a change of hands.
type Group struct {
	ID     string // theatre/short name, as "syria/government"
	Side   string // there is no line of contact between groups of one side
	Name   string // for a map's legend
	Colour string // #rrggbb
}

// Party is an Actor and the Group that it holds places for.
type Party struct {
	*Actor
	Group *Group
}

// Groups returns the table of groups, in the order of their IDs.
func Groups() ([]Group, error) {
	var groups []Group
	for n, f := range rowsOf(groupTable) {
		if len(f) != 4 || !colour.MatchString(f[3]) {
			return nil, fmt.Errorf("groups.tsv: row %d: not group, side, name, colour", n+1)
		}
		theatre, _, _ := strings.Cut(f[0], "/")
		groups = append(groups, Group{ID: f[0], Side: theatre + "/" + f[1], Name: f[2], Colour: f[3]})
	}
	return groups, nil
}

var colour = regexp.MustCompile("^#[0-9a-f]{6}$")

// Table finds the actor that words of a text mean. It is safe for concurrent
// use.
type Table struct {
	theatres map[string]string      // by country
	names    map[string][]partyName // by their first word, folded; longest first
	general  map[string][]partyName // likewise words that mean the party in its own theatre only
	outlets  map[string]Party       // whom outlets speak for, by their folded names
}

type partyName struct {
	words []string // folded, after the first
	party Party
}

// New reads the tables. It fails only when they are broken.
func New() (*Table, error) {
	actors, err := readActorTables()
	if err != nil {
		return nil, err
	}
	p := &Table{theatres: map[string]string{}, names: map[string][]partyName{}, general: map[string][]partyName{}}
	for n, f := range rowsOf(theatreTable) {
		if len(f) != 2 {
			return nil, fmt.Errorf("theatres.tsv: row %d: %d columns, not theatre, countries", n+1, len(f))
		}
		for _, country := range strings.Fields(f[1]) {
			p.theatres[country] = f[0]
		}
	}
	groups, err := Groups()
	if err != nil {
		return nil, err
	}
	groupOf, general, err := readPartyTable(actors)
	if err != nil {
		return nil, err
	}
	for i := range actors {
		a := &actors[i]
		g := slices.IndexFunc(groups, func(g Group) bool { return g.ID == groupOf[a.ID] })
		if g < 0 {
			return nil, fmt.Errorf("groups.tsv: no row for %s, the group of %s", groupOf[a.ID], a.ID)
		}
		party := Party{a, &groups[g]}
		for _, name := range append([]string{a.Name}, a.Names...) {
			if !addName(p.names, name, party) {
				return nil, fmt.Errorf("actor %s has an empty name", a.ID)
			}
		}
		for _, name := range general[a.ID] {
			addName(p.general, name, party)
		}
	}
	longestFirst(p.names)
	longestFirst(p.general)
	p.outlets, err = readOutlets(p)
	return p, err
}

// readPartyTable returns the group of each actor, which is its side where the table
// gives none, and the general words that mean it; by its ID.
func readPartyTable(actors []Actor) (groups map[string]string, general map[string][]string, err error) {
	groups, general = map[string]string{}, map[string][]string{}
	for i := range actors {
		groups[actors[i].ID] = actors[i].Theatre + "/" + actors[i].Side
	}
	for n, f := range rowsOf(partyTable) {
		if len(f) != 3 || groups[f[0]] == "" {
			return nil, nil, fmt.Errorf("parties.tsv: row %d: not actor, group, words, of an actor in the tables", n+1)
		}
		if f[1] != "" {
			theatre, _, _ := strings.Cut(f[0], "/")
			groups[f[0]] = theatre + "/" + f[1]
		}
		general[f[0]] = strings.Split(f[2], "|")
	}
	return groups, general, nil
}

// rowsOf returns the cells of a table's rows.
func rowsOf(table string) (rows [][]string) {
	for line := range strings.Lines(table) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// addName adds a name of a party; false where it has no words.
func addName(to map[string][]partyName, name string, party Party) bool {
	words := foldWords(name)
	if len(words) == 0 {
		return false
	}
	to[words[0]] = append(to[words[0]], partyName{words[1:], party})
	return true
}

func longestFirst(names map[string][]partyName) {
	for _, list := range names {
		slices.SortStableFunc(list, func(a, b partyName) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
}
