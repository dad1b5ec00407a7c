package archive

const (
	selectStale = `SELECT place FROM dateline_stale ORDER BY place`
	deletePlace = `DELETE FROM places WHERE id = ?1`
	forgetStale = `DELETE FROM dateline_stale`
)

// recount counts again the mentions of places whose rows were deleted or edited.
func (b *batch) recount() error {
	if n, err := count(b, selectAnyStale); err != nil || n == 0 {
		return err
	}
	if err := b.startEdits(); err != nil {
		return err
	}
	stale, err := texts(b, selectStale)
	if err != nil {
		return err
	}
	for _, id := range stale {
		if err := run(b, deletePlace, id); err != nil {
			return err
		}
		s, err := b.countPlace(id)
		if s != nil && err == nil {
			err = b.putPlace(s)
		}
		if err != nil {
			return err
		}
	}
	return run(b, forgetStale)
}
