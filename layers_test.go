// Package dateline tests rules of the whole module.
package dateline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists the packages of the module that each may import. The order is that of the flow: from
// names and articles to the command line.
var layers = map[string][]string{
	"geo":                     {},
	"schema":                  {},
	"snapshot":                {},
	"feature":                 {"schema", "snapshot", "geo"},
	"geo/geojson":             {"jsonstream"},
	"geo/rindex":              {"feature", "snapshot", "geo"},
	"newsdate":                {},
	"newsdate/words":          {},
	"newsdate/token":          {"newsdate/words", "text"},
	"newsdate/calendar":       {"newsdate", "newsdate/token", "newsdate/words"},
	"newsdate/relative":       {"newsdate/token", "newsdate/words"},
	"newsdate/expression":     {"newsdate", "newsdate/calendar", "newsdate/relative", "newsdate/token", "newsdate/words"},
	"newsdate/resolve":        {"newsdate", "newsdate/calendar", "newsdate/expression", "newsdate/relative", "newsdate/words"},
	"newsdate/clause":         {"newsdate/expression", "newsdate/token", "newsdate/words"},
	"newsdate/datestamp":      {"newsdate", "newsdate/calendar", "newsdate/expression", "newsdate/resolve", "newsdate/token", "newsdate/words"},
	"newsdate/prose":          {"newsdate", "newsdate/calendar", "newsdate/clause", "newsdate/expression", "newsdate/resolve", "newsdate/token", "newsdate/words"},
	"text":                    {},
	"jsonstream":              {},
	"article":                 {"article/charset", "article/chat", "article/feed", "article/html", "article/mail", "article/markdown", "article/office", "article/record", "article/segment", "article/subtitle", "work", "newsdate", "newsdate/datestamp", "text", "jsonstream"},
	"article/charset":         {},
	"article/chat":            {"jsonstream", "work", "newsdate", "newsdate/datestamp", "text"},
	"article/mail":            {"article/charset", "newsdate", "newsdate/datestamp", "text"},
	"article/markdown":        {},
	"article/subtitle":        {"work"},
	"article/office":          {"work"},
	"article/feed":            {"work", "newsdate", "newsdate/datestamp", "text"},
	"article/html":            {"article/segment", "work", "newsdate", "newsdate/datestamp", "text"},
	"article/record":          {"newsdate", "newsdate/datestamp", "text", "jsonstream"},
	"article/segment":         {"work", "newsdate", "newsdate/datestamp", "text"},
	"gazetteer":               {"geo", "geo/geojson", "jsonstream", "recent"},
	"recent":                  {},
	"geoparse":                {"geoparse/classify", "geoparse/coordinates", "geoparse/event", "geoparse/event/party", "geoparse/event/reader", "geoparse/focus", "geoparse/lexicon", "geoparse/position", "geoparse/recognise", "geoparse/resolve", "geoparse/signal", "geoparse/spatial", "geoparse/spatial/draw", "geoparse/spatial/expr", "geoparse/token", "geoparse/toponym", "gazetteer", "geo", "newsdate", "newsdate/datestamp", "newsdate/prose", "text", "work"},
	"geoparse/lexicon":        {"gazetteer"},
	"geoparse/token":          {"geoparse/event", "geoparse/lexicon", "gazetteer", "recent", "text", "work"},
	"geoparse/coordinates":    {"text"},
	"geoparse/event":          {},
	"geoparse/event/lexicon":  {"geoparse/event", "geoparse/event/party", "gazetteer"},
	"geoparse/event/sentence": {"gazetteer", "geoparse/event", "geoparse/event/lexicon"},
	"geoparse/event/place":    {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/actor":    {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/trigger":  {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/anaphor":  {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/attach":   {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/mood":     {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/kind":     {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/aspect":   {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/who":      {"geoparse/event", "geoparse/event/lexicon", "geoparse/event/sentence"},
	"geoparse/event/readtest": {"geoparse/event", "geoparse/event/actor", "geoparse/event/anaphor", "geoparse/event/attach", "geoparse/event/kind", "geoparse/event/lexicon", "geoparse/event/mood", "geoparse/event/place", "geoparse/event/sentence", "geoparse/event/trigger", "gazetteer"},
	"geoparse/event/reader":   {"geoparse/event", "geoparse/event/actor", "geoparse/event/anaphor", "geoparse/event/aspect", "geoparse/event/attach", "geoparse/event/kind", "geoparse/event/lexicon", "geoparse/event/mood", "geoparse/event/party", "geoparse/event/place", "geoparse/event/sentence", "geoparse/event/trigger", "geoparse/event/who"},
	"geoparse/event/party":    {"gazetteer"},
	"geoparse/spatial/draw":   {"geoparse/spatial/expr", "gazetteer", "geo", "recent"},
	"geoparse/spatial/expr":   {"gazetteer"},
	"geoparse/recognise":      {"geoparse/lexicon", "geoparse/signal", "geoparse/token", "geoparse/toponym", "gazetteer"},
	"geoparse/signal":         {},
	"geoparse/toponym":        {"geoparse/lexicon", "geoparse/token", "gazetteer", "geo"},
	"geoparse/classify":       {"geoparse/lexicon", "geoparse/signal", "geoparse/token", "geoparse/toponym", "gazetteer", "geo"},
	"geoparse/resolve":        {"geoparse/lexicon", "geoparse/signal", "geoparse/token", "geoparse/toponym", "gazetteer", "geo", "recent"},
	"geoparse/spatial":        {"geoparse/lexicon", "geoparse/spatial/expr", "geoparse/token", "geoparse/toponym", "gazetteer", "geo"},
	"geoparse/focus":          {"geoparse/lexicon", "geoparse/token", "geoparse/toponym", "gazetteer"},
	"geoparse/position":       {"geoparse/coordinates", "geoparse/lexicon", "geoparse/token"},
	"geoparse/geoparsetest":   {"geoparse/classify", "geoparse/lexicon", "geoparse/recognise", "geoparse/signal", "geoparse/token", "geoparse/toponym", "gazetteer", "work"},
	"geoparse/score":          {"geoparse", "geoparse/event", "geo", "jsonstream"},
	"work":                    {},
	"query":                   {"query/cql2", "schema", "feature", "geo", "newsdate", "work"},
	"query/cql2":              {"geo/geojson"},
	"geopackage":              {"geo"},
	"incident":                {"geo", "text"},
	"story":                   {"text"},
	"control":                 {"document", "geoparse", "geoparse/event", "geoparse/event/party", "geo", "newsdate", "work"},
	"document":                {"article", "jsonstream", "feature", "geo", "geoparse", "geoparse/spatial/expr", "geoparse/event", "newsdate", "geo/geojson"},
	"document/rows":           {"document", "feature", "geoparse", "newsdate", "schema", "story"},
	"document/correction":     {"document", "gazetteer", "geo", "geoparse", "geoparse/event"},
	"document/documenttest":   {"document"},
	"archive":                 {"archive/counts", "archive/postgres", "archive/sqlitefile", "document", "document/correction", "document/rows", "schema", "feature", "geopackage", "story"},
	"view":                    {"control", "document", "document/rows", "schema", "feature", "geoparse", "geoparse/event", "geoparse/event/party", "incident", "newsdate", "query", "geo", "geo/rindex", "snapshot", "story", "work", "view/bitset"},
	"view/bitset":             {},
	"postgis":                 {"archive", "archive/counts", "archive/postgres", "document", "document/rows", "feature", "geo", "incident", "postgis/background", "query", "schema", "view", "work"},
	"postgis/background":      {},
	"corpus":                  {"postgis", "archive", "archive/ownplaces", "archive/sources", "archive/subscriptions", "snapshot", "view", "document", "document/rows", "document/correction"},
	"corpus/corpustest":       {"archive", "corpus", "view", "document", "document/documenttest", "document/rows", "feature", "schema"},
	"tiles":                   {"schema", "feature", "geo", "work"},
	"export":                  {"schema", "feature", "geo", "tiles", "geopackage", "work"},
	"frontend":                {},
	"sample":                  {},
	"site":                    {},
	"access":                  {"jsonstream"},
	"server":                  {"access", "jsonstream", "schema", "feature", "geoparse", "query", "view", "work"},
	"server/ogc":              {"server", "document", "schema", "feature", "query", "view", "tiles", "export", "work"},
	"server/nominatim":        {"server", "feature", "geo", "geo/rindex", "gazetteer", "geoparse/coordinates", "query", "tiles", "export", "work"},
	"server/stats":            {"server", "schema", "feature", "view", "query"},
	"server/live":             {"server", "schema", "view"},
	"server/write":            {"access", "control", "server", "document", "article", "geoparse", "archive", "view", "work"},
	"server/page":             {"server"},
	"server/preview":          {"server", "schema", "feature", "query", "view", "gazetteer", "work"},
	"server/edit":             {"access", "server", "archive", "document/correction", "gazetteer"},
	"server/followed":         {"access", "archive/sources", "server"},
	"server/subscribed":       {"access", "archive/subscriptions", "server", "watch/notify"},
	"server/signin":           {"access", "server"},
	"server/api":              {"server", "server/followed", "server/subscribed", "document", "server/edit", "server/ogc", "server/nominatim", "server/stats", "server/live", "server/write", "server/page", "server/preview", "server/signin", "schema", "gazetteer", "geoparse"},
	"server/servertest":       {"server", "server/api", "document", "gazetteer", "geoparse", "view"},
	"archive/sources":         {"archive"},
	"archive/subscriptions":   {"archive"},
	"archive/ownplaces":       {"archive", "gazetteer"},
	"archive/rights":          {"access", "archive/postgres"},
	"watch/notify":            {"archive", "archive/subscriptions", "document", "feature", "geo", "query", "view", "watch/fetch", "work"},
	"watch":                   {"archive", "archive/sources", "article", "document", "watch/fetch", "watch/listing", "watch/poll"},
	"watch/jobs":              {"archive", "archive/postgres", "archive/sources", "archive/subscriptions", "watch", "watch/fetch", "watch/listing", "watch/notify", "watch/poll"},
	"watch/fetch":             {},
	"watch/listing":           {"article", "article/html", "newsdate", "watch/fetch", "work"},
	"watch/poll":              {"article", "watch/fetch", "watch/listing"},
	"dist":                    {},
	"cmd/dateline/cli":        {"archive/postgres", "watch/fetch"},
	"cmd/dateline/parallel":   {},
	"cmd/dateline/setup":      {"archive/postgres", "access", "archive", "archive/ownplaces", "archive/rights", "cmd/dateline/cli", "corpus", "document", "document/rows", "gazetteer", "geoparse", "query", "schema", "view"},
	"cmd/dateline/read":       {"archive", "article", "article/record", "cmd/dateline/cli", "cmd/dateline/parallel", "cmd/dateline/setup", "control", "document", "gazetteer", "geoparse", "newsdate", "view", "watch/fetch", "jsonstream"},
	"cmd/dateline/reparse":    {"archive", "cmd/dateline/cli", "cmd/dateline/parallel", "cmd/dateline/setup", "document", "watch/jobs"},
	"cmd/dateline/gazetteers": {"archive/postgres", "archive", "cmd/dateline/cli", "cmd/dateline/reparse", "cmd/dateline/setup", "document", "document/rows", "gazetteer", "gazetteer/download"},
	"cmd/dateline/care":       {"access", "archive/postgres", "archive", "archive/ownplaces", "archive/sources", "archive/subscriptions", "cmd/dateline/cli", "cmd/dateline/setup", "document/correction", "document/rows", "gazetteer", "jsonstream"},
	"cmd/dateline/follow":     {"archive/postgres", "access", "archive", "archive/ownplaces", "archive/sources", "archive/subscriptions", "article", "cmd/dateline/cli", "cmd/dateline/reparse", "cmd/dateline/setup", "document", "document/rows", "postgis", "watch", "watch/fetch", "watch/jobs", "watch/listing", "watch/notify"},
	"cmd/dateline/publish":    {"archive/postgres", "archive", "cmd/dateline/cli", "cmd/dateline/setup", "corpus", "document/rows", "export", "feature", "frontend", "gazetteer", "query", "site", "tiles", "view"},
	"cmd/dateline/serve":      {"archive/postgres", "access", "article", "cmd/dateline/cli", "cmd/dateline/follow", "cmd/dateline/read", "cmd/dateline/setup", "corpus", "frontend", "postgis", "sample", "schema", "server", "server/api", "server/followed", "server/page", "view", "watch/fetch"},
	"cmd/dateline/eval":       {"article", "article/record", "cmd/dateline/cli", "cmd/dateline/parallel", "cmd/dateline/setup", "document", "geoparse", "geoparse/score", "newsdate"},
	"cmd/dateline/about":      {"cmd/dateline/cli"},
	"cmd/dateline/commands":   {"archive/postgres", "cmd/dateline/about", "cmd/dateline/care", "cmd/dateline/cli", "cmd/dateline/eval", "cmd/dateline/follow", "cmd/dateline/gazetteers", "cmd/dateline/publish", "cmd/dateline/read", "cmd/dateline/reparse", "cmd/dateline/serve", "cmd/dateline/setup"},
	"cmd/dateline":            {"cmd/dateline/commands"},
	"bench":                   {},
	"geoparse/mutate":         {},
	"bench/soak":              {},
	"bench/failover":          {},
	"gazetteer/download":      {},
	"gazetteer/mkworld":       {"gazetteer"},
	"gazetteer/mksynthetic":   {},
	"gazetteer/mktables":      {"gazetteer"},
	"gazetteer/mkoutlines":    {"gazetteer", "geo/geojson", "jsonstream"},
	"geoparse/mkcommon":       {"gazetteer"},

	"archive/counts":                {"archive/postgres", "schema"},
	"archive/postgres":              {},
	"archive/postgres/postgrestest": {},
	"archive/sqlitefile":            {},
}

// reserved lists the only packages that may import a library.
var reserved = map[string][]string{
	"github.com/tidwall/rtree":      {"geo/rindex"},
	"github.com/gin-gonic/gin":      {"server", "bench"},
	"github.com/ncruces/go-sqlite3": {"archive", "corpus/corpustest", "export", "geopackage"},
	"github.com/prometheus":         {"server"},
	"github.com/alecthomas/kong":    {"cmd/dateline/about", "cmd/dateline/commands"},
	"github.com/temoto/robotstxt":   {"watch/fetch"},
	"code.dny.dev/ssrf":             {"watch/fetch"},
	"github.com/jackc/pgx":          {"archive/postgres", "archive/postgres/postgrestest", "bench", "bench/failover", "watch/jobs"},
	"github.com/riverqueue/river":   {"archive/postgres", "watch/jobs"},
	"github.com/pressly/goose":      {"archive/postgres"},
}

func TestLayers(t *testing.T) {
	for folder, imports := range importsByFolder(t) {
		allowed, known := layers[folder]
		if !known {
			t.Errorf("package %s stands in no layer: give it a line in layers_test.go and in docs/architecture.md", folder)
			continue
		}
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "dateline/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s; it may import %v", folder, own, allowed)
			}
			for library, users := range reserved {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(users, folder) {
					t.Errorf("%s imports %s, which only %v may", folder, path, users)
				}
			}
		}
	}
}

// TestLayersAreDocumented compares the packages of docs/architecture.md with the rules.
func TestLayersAreDocumented(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, packages, _ := strings.Cut(string(text), "\n## Packages\n")
	var documented []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z/0-9]+)` \\|[^|\n]+\\|$").FindAllStringSubmatch(packages, -1) {
		documented = append(documented, row[1])
	}
	slices.Sort(documented)
	for _, folder := range documented {
		if _, known := layers[folder]; !known {
			t.Errorf("docs/architecture.md has package %s, which stands in no layer", folder)
		}
	}
	for folder := range layers {
		if _, found := slices.BinarySearch(documented, folder); !found {
			t.Errorf("%s has no row in docs/architecture.md", folder)
		}
	}
}

// importsByFolder returns the imports of each folder's Go files, except tests.
func importsByFolder(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (isForeign(d.Name()) || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		imports[folder] = append(imports[folder], "")
		for _, s := range file.Imports {
			p, err := strconv.Unquote(s.Path.Value)
			if err != nil {
				return err
			}
			imports[folder] = append(imports[folder], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}

// isForeign reports whether a folder holds no hand-written files of the module: packages of npm,
// and hidden folders of tools.
func isForeign(folder string) bool {
	return folder == "node_modules" || len(folder) > 1 && folder[0] == '.'
}
