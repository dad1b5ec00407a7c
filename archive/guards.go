package archive

import (
	"fmt"
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// editable are the properties that may be edited in the file: those that a correction can
// change.
var editable = map[string][]string{
	schema.Mentions: {"name", "role", "date"},
	schema.Fronts:   {"kind", "date"},
	schema.Events:   {"name", "type", "status", "agent", "target", "holder", "date"},
	schema.Articles: {"title", "source", "date"},
}

// guards are triggers that refuse edits only Dateline can make: added rows, the counts of
// places, and properties that follow from the text. Their messages tell whoever edits the file
// in a GIS program why, and what to do instead.
func (t *tables) guards(version int) string {
	var sql strings.Builder
	for _, layer := range t.layers() {
		added := "Dateline reads the rows of this layer in articles: bring those with dateline ingest, and places with dateline place add"
		fmt.Fprintf(&sql, "CREATE TRIGGER dateline_%s_added BEFORE INSERT ON %[1]s WHEN %s BEGIN SELECT RAISE(ABORT, %s); END;\n", layer.ID, notWriting, sqlite3.Quote(added))
	}
	for _, of := range []string{"UPDATE", "DELETE"} {
		counted := "the layer places counts mentions: edit those"
		fmt.Fprintf(&sql, "CREATE TRIGGER dateline_places_%s BEFORE %s ON places WHEN %s BEGIN SELECT RAISE(ABORT, %s); END;\n", strings.ToLower(of), of, notWriting, sqlite3.Quote(counted))
	}
	for _, layer := range []*table{t.parts[rows.Mentions], t.parts[rows.Fronts], t.parts[rows.Events], t.articles} {
		sql.WriteString(layer.editGuard(version))
	}
	return sql.String()
}

// notWriting is true unless Dateline writes.
const notWriting = `(SELECT writing FROM dateline_archive) = 0`

// editGuard refuses edits of all columns but the editable ones.
func (t *table) editGuard(version int) string {
	may := editable[t.ID]
	kept := []string{"fid", "id"}
	for _, i := range t.Stored {
		if p := &t.Properties[i]; p.Since <= version && !slices.Contains(may, p.Name) {
			kept = append(kept, p.Name)
		}
	}
	if t.ID == schema.Fronts || t.ID == schema.Articles {
		kept = append(kept, "geom")
	} else {
		may = append([]string{"the point"}, may...)
	}
	changed := make([]string, len(kept))
	for i, name := range kept {
		name = sqlite3.QuoteIdentifier(name)
		changed[i] = "NEW." + name + " IS NOT OLD." + name
	}
	if !slices.Contains(kept, "geom") {
		changed = append(changed, "NEW.geom IS NULL AND OLD.geom IS NOT NULL")
	}
	changed = append(changed, "NEW.date IS NOT NULL AND date(NEW.date) IS NULL")
	why := fmt.Sprintf("of the layer %s can be edited: %s (a day); delete a row that is wrong altogether", t.ID, strings.Join(may, ", "))
	return fmt.Sprintf("CREATE TRIGGER dateline_%s_guarded BEFORE UPDATE ON %[1]s WHEN %s BEGIN SELECT RAISE(ABORT, %s); END;\n", t.ID, strings.Join(changed, " OR "), sqlite3.Quote(why))
}
