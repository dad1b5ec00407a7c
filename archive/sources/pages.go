package sources

import (
	"dateline/archive"
)

// addPages adds to sources the pages in whose place they are followed.
func addPages(tx *archive.Tx, all []Source) error {
	if has, err := tx.Has("dateline_source_pages"); err != nil || !has {
		return err
	}
	at := map[int64]*Source{}
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	for r, err := range tx.Rows(`SELECT source, page FROM dateline_source_pages ORDER BY page`) {
		if err != nil {
			return err
		}
		if s := at[r.Int(0)]; s != nil {
			s.Pages = append(s.Pages, r.Text(1))
		}
	}
	return nil
}

// notePage records that a page links a feed, which is followed in its place.
func notePage(tx *archive.Tx, page, feed string) error {
	if err := tx.MakeTables(tables); err != nil {
		return err
	}
	return tx.Exec(`INSERT INTO dateline_source_pages (page, source) VALUES (?, (SELECT id FROM dateline_sources WHERE address = ?))
		ON CONFLICT (page) DO UPDATE SET source = excluded.source`, page, feed)
}

// toFeed replaces a page with the feed that it links, if that is followed, unless the page
// itself is to be followed from now on.
func toFeed(tx *archive.Tx, s *Source) error {
	id, err := feedOf(tx, s.Address)
	switch {
	case err != nil || id == 0:
		return err
	case s.Kind != "" && s.Kind != kindFeed:
		return tx.Exec(`DELETE FROM dateline_source_pages WHERE page = ?`, s.Address)
	}
	for r, err := range tx.Rows(`SELECT address FROM dateline_sources WHERE id = ?`, id) {
		if err != nil {
			return err
		}
		s.Address, s.Kind = r.Text(0), kindFeed
	}
	return nil
}

// kindFeed is the Kind of feeds.
const kindFeed = "feed"

// feedOf returns the id of the feed that is followed in place of a page, 0 if none.
func feedOf(tx *archive.Tx, page string) (id int64, err error) {
	if has, err := tx.Has("dateline_source_pages"); err != nil || !has {
		return 0, err
	}
	return idOf(tx, `SELECT source FROM dateline_source_pages WHERE page = ?`, page)
}

// idOf returns the id that a query selects for an address, 0 if none.
func idOf(tx *archive.Tx, sql, address string) (id int64, err error) {
	for r, err := range tx.Rows(sql, address) {
		if err != nil {
			return 0, err
		}
		id = r.Int(0)
	}
	return id, nil
}
