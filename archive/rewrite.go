package archive

import "context"

// Reparsed is a document made by parsing an article's present text again.
type Reparsed struct {
	*Packed
	Of []byte // hash of the Document that was read again
}

// Rewrite replaces documents with new readings in one transaction: readers see all of them or
// none. An article that has got a newer text meanwhile, or was removed, is left alone. It
// returns how many were written.
func (a *Archive) Rewrite(ctx context.Context, all []Reparsed) (written int, stored *Stored, err error) {
	stored, err = a.edit(ctx, func(b *batch) error {
		written = 0
		for _, r := range all {
			hash, found, err := first(b, selectHash, r.article.ID)
			if err != nil {
				return err
			}
			if !found || hash != string(r.Of) {
				continue
			}
			if err := b.replace(r.article.ID, r.Packed); err != nil {
				return err
			}
			written++
		}
		return nil
	})
	return written, stored, err
}
