package archive

// bringHome copies what the journal holds into the file without waiting for anybody.
const bringHome = `PRAGMA wal_checkpoint(PASSIVE)`

// Checkpoint brings what was stored from the journal beside the file into the file,
// so that a plain copy of that is whole while the archive is open. What others are
// reading at that moment is left to the next time.
func (a *Archive) Checkpoint() error {
	if !a.InFile() {
		return nil
	}
	return a.writeFile(func(s *session) error {
		w := s.writer
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.conn == nil {
			return ErrClosed
		}
		return w.conn.Exec(bringHome)
	})
}
