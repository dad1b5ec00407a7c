package archive

import (
	_ "embed" // postgrespartitions.sql
	"fmt"

	"dateline/archive/postgres"
)

// databasePartitions creates the function that adds partitions.
//
//go:embed postgrespartitions.sql
var databasePartitions string

const (
	selectBeyond  = `SELECT dateline_beyond(?1)`
	makePartition = `SELECT dateline_make_partition(?1, ?2)`
)

// partitioned divides mentions, fronts and events into partitions. The existing rows of a layer
// become its first.
func (t *tables) partitioned(version int) string {
	sql := databasePartitions
	for _, layer := range t.parts {
		sql += fmt.Sprintf("SELECT dateline_partition('%s');\n", layer.ID) + layer.databaseFinders()
	}
	return sql + "DROP FUNCTION dateline_partition;\n" + t.databaseViews(version)
}

// makeRoom creates the partitions that the pending rows of a layer need; the caller holds the
// writers' lock. A partition is created in a transaction of its own: it exists before its rows
// become visible, and stays, empty, if they are rolled back.
func (w *databaseWriter) makeRoom(part int) error {
	kept, layer := w.parts[part], w.tables.parts[part].ID
	if len(kept) == 0 {
		return nil
	}
	last := kept[len(kept)-1][0].(int64)
	for tries := 0; last >= w.beyond[part]; tries++ {
		switch tries {
		case 0: // ask first
		case 1:
			if err := w.addPartition(layer, last); err != nil {
				return err
			}
		default:
			return fmt.Errorf("table %s has no partition for row %d", layer, last)
		}
		beyond, err := count(w.databaseConnection, selectBeyond, layer)
		if err != nil {
			return err
		}
		w.beyond[part] = int64(beyond)
	}
	return nil
}

// addPartition creates the partitions of a layer for all fids up to one. When an archive is filled,
// its writer has locked the layer, so that nobody sees any of it before the end.
func (w *databaseWriter) addPartition(layer string, last int64) error {
	add := func(tx *postgres.Tx) error { return tx.Run(makePartition, layer, last) }
	if len(w.indexes) > 0 {
		return add(w.tx)
	}
	return w.tx.Autonomous(add)
}
