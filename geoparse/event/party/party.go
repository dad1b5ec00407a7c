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

// Group is a set of actors that hold places together: a handover among them is not a change of
// control.
type Group struct {
	ID     string // theatre/short name, such as "syria/government"
	Side   string // groups of one side have no line of contact between them
	Name   string // for a map's legend
	Colour string // #rrggbb
}

// Party is an Actor with the Group for which it holds places.
type Party struct {
	*Actor
	Group *Group
}

// Groups returns the table of groups, ordered by ID.
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

// Table finds the party meant by words of a text. It is safe for concurrent use.
type Table struct {
	theatres map[string]string      // by country
	names    map[string][]partyName // by first word, folded; longest first
	general  map[string][]partyName // the same for words that mean the party in its own theatre only
	outlets  map[string]Party       // parties for which outlets speak, by folded name
}

type partyName struct {
	words []string // folded, without the first
	party Party
}

// New reads the tables. It fails only if they are invalid.
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
	groupOf, general, err := readPartyTable(actors, groups)
	if err != nil {
		return nil, err
	}
	for i := range groups {
		g := &groups[i]
		theatre, _, _ := strings.Cut(g.ID, "/")
		for _, name := range general[g.ID] { // any of the group: rebels
			addName(p.general, name, Party{&Actor{ID: g.ID, Theatre: theatre, Name: g.Name}, g})
		}
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

// readPartyTable returns, by actor ID, its group, which defaults to its side, and the general
// words that mean it, also by the ID of a group.
func readPartyTable(actors []Actor, all []Group) (groups map[string]string, general map[string][]string, err error) {
	groups, general = map[string]string{}, map[string][]string{}
	for i := range actors {
		groups[actors[i].ID] = actors[i].Theatre + "/" + actors[i].Side
	}
	for n, f := range rowsOf(partyTable) {
		isGroup := slices.ContainsFunc(all, func(g Group) bool { return g.ID == f[0] })
		if len(f) != 3 || groups[f[0]] == "" && !isGroup {
			return nil, nil, fmt.Errorf("parties.tsv: row %d: not actor or group, group, words, of those in the tables", n+1)
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

// addName adds a name of a party; false if it has no words.
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
