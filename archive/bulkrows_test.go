package archive_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
)

// Rows added in bulk are those that statements add, whatever tables an older version made.
func TestBulkRowsAreThoseOfStatements(t *testing.T) {
	docs := documenttest.New(23).Documents(0, 130)
	docs[5].Fronts = append(docs[5].Fronts, largeFront())
	docs[6].Mentions[0].Confidence = 1 // as SQLite stores a whole number
	for _, tt := range []struct{ name, tables string }{
		{"of this version", ""},
		{"with an index of ids", `CREATE UNIQUE INDEX older ON mentions (id)`},
		{"with columns in another order", `
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE mentions ADD COLUMN reason TEXT;
ALTER TABLE events DROP COLUMN source; ALTER TABLE events ADD COLUMN source TEXT`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			inBulk, one := newArchive(t, dir), newArchive(t, t.TempDir())
			for _, a := range []*archive.Archive{inBulk, one} {
				dropGuards(t, a)
				if err := a.Connection().Exec(tt.tables); err != nil {
					t.Fatal(err)
				}
				store(t, a, docs[:1])
			}
			if got := store(t, inBulk, docs[1:]); got.Mentions < archive.ManyRows {
				t.Fatalf("%d mentions", got.Mentions)
			}
			for few := range slices.Chunk(docs[1:], 20) {
				if got := store(t, one, few); got.Mentions+got.Fronts+got.Events >= archive.ManyRows {
					t.Fatalf("%d mentions", got.Mentions)
				}
			}
			for _, layer := range []string{"mentions", "fronts", "events"} {
				if diff := firstOther(dump(t, inBulk, layer), dump(t, one, layer)); diff != "" {
					t.Errorf("%s: %s", layer, diff)
				}
			}
			corpustest.CheckTables(t, dir)
			if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { t.Error(what) }}); err != nil || v.Undamaged != len(docs) {
				t.Errorf("%+v, %v", v, err)
			}
		})
	}
}

// largeFront has a geometry that no page holds.
func largeFront() document.Front {
	line := strings.Repeat("[36,35],[37,36],", 3000)
	return document.Front{End: 6, Phrase: "Report", Kind: "axis", Geometry: json.RawMessage(`{"type":"LineString","coordinates":[` + line + `[36,35]]}`)}
}

// dropGuards lets a test change the layers.
func dropGuards(t *testing.T, a *archive.Archive) {
	t.Helper()
	var sql strings.Builder
	for _, row := range selected(t, a, `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'dateline_*_guarded'`) {
		fmt.Fprintf(&sql, "DROP TRIGGER %s;", row[0])
	}
	if err := a.Connection().Exec(sql.String()); err != nil {
		t.Fatal(err)
	}
}

// dump returns all rows of a layer, with the types that the values are stored in.
func dump(t *testing.T, a *archive.Archive, layer string) (all []string) {
	t.Helper()
	columns := selected(t, a, `SELECT name FROM pragma_table_info('`+layer+`') ORDER BY 1`)
	var list []string
	for _, c := range columns {
		list = append(list, `typeof("`+c[0]+`") || quote("`+c[0]+`")`)
	}
	for _, row := range selected(t, a, `SELECT `+strings.Join(list, ", ")+` FROM `+layer+` ORDER BY fid`) {
		all = append(all, strings.Join(row, " "))
	}
	return all
}

// firstOther returns the first row in which two layers differ.
func firstOther(got, want []string) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d rows, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			return fmt.Sprintf("%.2000s, want %.2000s", got[i], want[i])
		}
	}
	return ""
}

// TestMoreThanInBulk: rows beyond those that are added in bulk follow them one by one.
func TestMoreThanInBulk(t *testing.T) {
	if testing.Short() {
		t.Skip("stores 70 MB")
	}
	const articles, mentions = 18, 1000
	docs := make([]document.Document, articles)
	for i := range docs {
		docs[i] = documenttest.Valid()
		d := &docs[i]
		d.ID, d.Fronts, d.Mentions = fmt.Sprintf("%016x", i), nil, nil
		d.Text = strings.Repeat(string(rune('𐎠'+i)), mentions) // four bytes each
		for k := range mentions {
			d.Mentions = append(d.Mentions, document.Mention{Start: k, End: k + 1, Phrase: "𐎠", Role: "place", Sentence: &[2]int{0, mentions}})
		}
	}
	dir := t.TempDir()
	a := newArchive(t, dir)
	if got := store(t, a, docs); got.Mentions != articles*mentions {
		t.Fatalf("%d mentions", got.Mentions)
	}
	corpustest.CheckTables(t, dir)
	if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { t.Error(what) }}); err != nil || v.Undamaged != articles {
		t.Errorf("%+v, %v", v, err)
	}
	store(t, a, documenttest.New(24).Documents(0, 400)) // the next transaction can do it again
}
