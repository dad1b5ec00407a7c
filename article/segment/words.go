package segment

import (
	"embed"
	"strings"
	"sync"

	"dateline/text"
)

//go:embed words
var wordFiles embed.FS

// words parses the embedded tables in the folder words, a file for each language, once.
var words = sync.OnceValue(func() *tables {
	t := newTables()
	files, _ := wordFiles.ReadDir("words") // embedded
	for _, f := range files {
		t.read(wordLines(f.Name()))
	}
	return t
})

// tables hold folded words; they are read-only.
type tables struct {
	exact      map[string]kind // whole lines of navigation
	prefixes   []phrase        // beginnings of navigation
	suffixes   []phrase        // endings of navigation
	share      []string        // parts of share texts
	bylines    []string        // "reporting by", "بقلم"
	credits    []string        // "editing by", "إعداد"
	credited   []string        // "contributed reporting"
	sources    []string        // "source", "المصدر"
	commenters []string        // "says"
	outlets    map[string]bool
	functions  map[string]bool // function words, which personal names don't have
	about      map[string]bool // footers about the author or the site
	particles  map[string]bool // particles in names
	roles      map[string]bool // "correspondent"
	menu       map[string]bool // entries of menus
	titles     []string        // "headline"
	on         []string        // words between author and date
	reports    map[string]bool // regular reports
}

func newTables() *tables {
	return &tables{
		exact: map[string]kind{}, outlets: map[string]bool{}, functions: map[string]bool{}, about: map[string]bool{},
		particles: map[string]bool{}, roles: map[string]bool{}, menu: map[string]bool{}, reports: map[string]bool{},
	}
}

type phrase struct {
	text string
	with string // must occur somewhere after it
	kind kind
}

func wordLines(name string) []string {
	data, err := wordFiles.ReadFile("words/" + name)
	if err != nil {
		return nil // cannot happen: embedded, and a test reads them all
	}
	return strings.Split(string(data), "\n")
}

func (t *tables) read(lines []string) {
	section := ""
	for _, l := range lines {
		switch l = text.Fold(l); {
		case l == "" || strings.HasPrefix(l, "//"):
		case strings.HasPrefix(l, "["):
			section = strings.Trim(l, "[]")
		default:
			t.add(section, l)
		}
	}
}

// add adds an entry; false if the section is unknown.
func (t *tables) add(section, entry string) bool {
	navigation := map[string]kind{"rule": rule, "list": list, "listend": listEnd, "link": link, "footer": footer, "about": footer, "comments": comments}
	lists := map[string]*[]string{
		"share": &t.share, "byline": &t.bylines, "credit": &t.credits, "credited": &t.credited, "source": &t.sources, "commenter": &t.commenters,
		"on": &t.on, "title": &t.titles,
	}
	sets := map[string]map[string]bool{"outlet": t.outlets, "report": t.reports, "role": t.roles, "menu": t.menu}
	ofWords := map[string]map[string]bool{"function": t.functions, "particle": t.particles}
	k, isNavigation := navigation[section]
	switch {
	case isNavigation:
		t.addNavigation(k, entry)
		if k == footer {
			t.about[entry] = section == "about"
		}
	case lists[section] != nil:
		*lists[section] = append(*lists[section], entry)
	case sets[section] != nil:
		sets[section][entry] = true
	case ofWords[section] != nil:
		for _, w := range strings.Fields(entry) {
			ofWords[section][w] = true
		}
	default:
		return false
	}
	return true
}

func (t *tables) addNavigation(k kind, entry string) {
	first, rest, inner := strings.Cut(entry, " * ")
	switch {
	case inner:
		t.prefixes = append(t.prefixes, phrase{first, strings.Trim(rest, "*"), k})
	case strings.HasPrefix(entry, "*"):
		t.suffixes = append(t.suffixes, phrase{entry[1:], "", k})
	case strings.HasSuffix(entry, "*"):
		t.prefixes = append(t.prefixes, phrase{strings.TrimSuffix(entry, "*"), "", k})
	default:
		t.exact[entry] = k
	}
}
