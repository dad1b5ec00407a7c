// Package sqlitefile makes SQLite databases in memory
// (https://sqlite.org/fileformat2.html) of rows that come in order of rowid:
//
//	f := sqlitefile.New(sqlitefile.Table{Name: "t", SQL: "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)"})
//	var r sqlitefile.Record
//	r.Null() // the rowid
//	r.Text("one")
//	f.Add(0, 1, &r)
//	f.Finish()
//	readervfs.Create("made", f)
//
// After ATTACH 'file:made?vfs=reader' AS made, SQLite copies the rows into a table with the same
// columns, INSERT INTO main.t SELECT * FROM made.t, without looking into them, several times as
// fast as a statement for each row.
package sqlitefile
