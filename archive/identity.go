package archive

import "github.com/ncruces/go-sqlite3"

// identity finds the article that a document is, in an archive.
type identity struct {
	stored, removed, key *sqlite3.Stmt
	addKey               *sqlite3.Stmt
}

func (i *identity) prepare(c *sqlite3.Conn) (err error) {
	for _, s := range []struct {
		to  **sqlite3.Stmt
		sql string
	}{
		{&i.stored, `SELECT hash FROM articles JOIN dateline_documents USING (fid) WHERE id = ?`},
		{&i.removed, `SELECT 1 FROM dateline_removed WHERE article = ?`},
		{&i.key, `SELECT article FROM dateline_keys WHERE key = ?`},
		{&i.addKey, `INSERT OR REPLACE INTO dateline_keys VALUES (?, ?)`},
	} {
		if *s.to, err = prepare(c, s.sql); err != nil {
			return err
		}
	}
	return nil
}

// known is what an archive knows of a document.
type known int

const (
	unknown known = iota
	same          // it is in, in this text
	newer         // the article is in, in another text
	gone          // the article was removed
)

// find returns which article of the archive a document is, and how it is known.
func (i *identity) find(p *Packed) (article string, how known, err error) {
	hash, found, err := selectText(i.stored, p.article.ID)
	switch {
	case err != nil:
		return "", unknown, err
	case found && hash == string(p.article.Hash):
		return p.article.ID, same, nil
	case found:
		return i.newer(p.article.ID, p)
	}
	if _, found, err = selectText(i.removed, p.article.ID); err != nil || found {
		return p.article.ID, gone, err
	}
	for _, key := range append([]string{newKey(keyOfID, p.article.ID)}, p.keys...) {
		article, found, err := selectText(i.key, key)
		if err != nil {
			return "", unknown, err
		}
		if !found {
			continue
		}
		if _, removed, err := selectText(i.removed, article); err != nil || removed {
			return article, gone, err
		}
		if key[:1] == keyOfID || key[:1] == keyOfCore {
			return article, same, nil
		}
		return i.newer(article, p)
	}
	return "", unknown, nil
}

// newer returns newer, unless the article had the text of the document before.
func (i *identity) newer(article string, p *Packed) (string, known, error) {
	_, found, err := selectText(i.key, newKey(keyOfText, article, p.text))
	if found {
		return article, same, err
	}
	return article, newer, err
}

// remember adds names by which an article is known again.
func (i *identity) remember(article string, keys ...string) error {
	for _, key := range keys {
		if err := i.addKey.BindText(1, key); err != nil {
			return err
		}
		if err := i.addKey.BindText(2, article); err != nil {
			return err
		}
		if err := i.addKey.Exec(); err != nil {
			return err
		}
	}
	return nil
}

// selectText returns the first column of the row of an id, and whether there is one.
func selectText(s *sqlite3.Stmt, id string) (value string, found bool, err error) {
	if err := s.BindText(1, id); err != nil {
		return "", false, err
	}
	if found = s.Step(); found {
		value = s.ColumnText(0)
	}
	return value, found, s.Reset()
}
