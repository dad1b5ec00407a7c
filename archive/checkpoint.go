package archive

// bringHome copies the content of the journal into the file without waiting for anyone.
const bringHome = `PRAGMA wal_checkpoint(PASSIVE)`

// Checkpoint copies the content of the journal into the file, so that a plain copy of the file
// is complete while the archive is open. It leaves to the next call what others are reading at
// that moment.
func (a *Archive) Checkpoint() error {
	if !a.IsFile() {
		return nil
	}
	return a.writeFile(func(s *session) error {
		return s.writer.withoutOthers(func() error { return s.writer.conn.Exec(bringHome) })
	})
}
