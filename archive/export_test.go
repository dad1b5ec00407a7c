package archive

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/archive/postgres"
	"dateline/document"
	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// Access to internals for the tests of the package, which compare an archive with its View.

// Connection returns the writer's connection.
func (a *Archive) Connection() *sqlite3.Conn { return a.engine.(*session).writer.conn }

// Follows reports whether the changes since s can be applied without reading the file.
func (a *Archive) Follows(s *Stored) bool { return s.before.isBehind(a.engine.mark()) }

// Schema creates an empty archive.
func Schema() string { return newTables(rows.DefaultModel()).schema() }

// SchemaOf5 is Schema as it was before version 6.
func SchemaOf5() string {
	t := newTables(rows.DefaultModel())
	schema := strings.NewReplacer(changeTables, "", correctionTables, "", t.guards(t.version), "", t.parts[rows.Events].ddl(t.version), "").Replace(t.schema())
	for _, layer := range t.layers() {
		schema = strings.Replace(schema, layer.ddl(t.version), layer.ddl(5), 1)
	}
	return schema + `ALTER TABLE dateline_archive DROP COLUMN writing; ALTER TABLE dateline_archive DROP COLUMN copied; ALTER TABLE dateline_documents DROP COLUMN digest`
}

// MigrateFile upgrades the archive of a path.
func MigrateFile(path string) error { return newTables(rows.DefaultModel()).migrate(path) }

// MigrateTo migrates as a Dateline would whose newest version is the given one.
func MigrateTo(ctx context.Context, address string, version int) error {
	t := newTables(rows.DefaultModel())
	older := slices.DeleteFunc(t.databaseMigrations(), func(m postgres.Migration) bool { return m.Version > version })
	_, _, err := postgres.Migrate(ctx, address, older)
	return errors.Join(err, postgres.Run(ctx, address, t.databaseIndexes()))
}

// ReadAsItIs reads an archive in a place that can't be written to.
func ReadAsItIs(t *testing.T, path string, to Sink) {
	t.Helper()
	s, err := newTables(rows.DefaultModel()).newSession(path, immutable)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.loader.read(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
}

// PackUnpack returns a document as it is after storing and reading it.
func PackUnpack(d *document.Document) (*document.Document, error) {
	p, err := newPacker()
	if err != nil {
		return nil, err
	}
	hash, body, err := p.packDocument(d)
	if err != nil {
		return nil, err
	}
	return p.unpack(hash, body)
}

// Before9 removes the columns copied from a gazetteer, as in archives before version 9.
func Before9() string {
	sql := Unguarded() + `ALTER TABLE dateline_archive DROP COLUMN writing; ALTER TABLE dateline_archive DROP COLUMN copied; ALTER TABLE dateline_documents DROP COLUMN digest; UPDATE dateline_documents SET rows = NULL; ALTER TABLE events DROP COLUMN corrected_by; UPDATE dateline_archive SET version = 8;`
	for _, layer := range newTables(rows.DefaultModel()).layers() {
		for _, i := range layer.Copied {
			sql += "ALTER TABLE " + layer.ID + " DROP COLUMN " + layer.Properties[i].Name + ";"
		}
	}
	return sql
}

// Unguarded removes the triggers that refuse what only Dateline may write.
func Unguarded() string {
	var sql strings.Builder
	for _, name := range regexp.MustCompile(`CREATE TRIGGER (\w+)`).FindAllStringSubmatch(newTables(rows.DefaultModel()).guards(1000), -1) {
		sql.WriteString("DROP TRIGGER " + name[1] + ";")
	}
	return sql.String()
}

// Explain turns an error of SQLite and the file system into an *Error.
func Explain(path string, err error) error { return explain(path, err) }

// ManyRows is the number of rows from which a transaction adds rows without triggers.
const ManyRows = manyRows
