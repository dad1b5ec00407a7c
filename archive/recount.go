package archive

const (
	selectPlaceNumber = `SELECT fid FROM places WHERE id = ?1`
	numberPlace       = `UPDATE places SET fid = ?2 WHERE id = ?1`
	selectStale       = `SELECT place FROM dateline_stale ORDER BY place`
	deletePlace       = `DELETE FROM places WHERE id = ?1`
	forgetStale       = `DELETE FROM dateline_stale`
)

// recount counts again the mentions of places whose rows were deleted or edited. The places keep
// their fids.
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
		if err := b.recountPlace(id); err != nil {
			return err
		}
	}
	return run(b, forgetStale)
}

func (b *batch) recountPlace(id string) error {
	number, err := count(b, selectPlaceNumber, id)
	if err != nil {
		return err
	}
	if err := run(b, deletePlace, id); err != nil {
		return err
	}
	s, err := b.countPlace(id)
	if s == nil || err != nil {
		return err
	}
	if err := b.putPlace(s); err != nil || number == 0 {
		return err
	}
	return run(b, numberPlace, id, number)
}
