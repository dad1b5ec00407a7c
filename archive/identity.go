package archive

// known is what an archive knows of a document.
type known int

const (
	unknown known = iota
	same          // stored, with this text
	newer         // the article is stored, with another text
	gone          // the article was removed
)

const (
	selectHash      = `SELECT hash FROM articles JOIN dateline_documents USING (fid) WHERE id = ?1`
	selectIsRemoved = `SELECT article FROM dateline_removed WHERE article = ?1`
	selectKey       = `SELECT article FROM dateline_keys WHERE key = ?1`
	insertKey       = `INSERT INTO dateline_keys VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET article = excluded.article`
)

// find returns which article of the archive a document is, and how it is known.
func (b *batch) find(p *Packed) (article string, how known, err error) {
	if b.lacks.ids[p.article.ID] {
		return b.findByKeys(p)
	}
	hash, found, err := first(b, selectHash, p.article.ID)
	switch {
	case err != nil:
		return "", unknown, err
	case found && hash == string(p.article.Hash):
		return p.article.ID, same, nil
	case found:
		return b.isNewer(p.article.ID, p)
	}
	if _, found, err = first(b, selectIsRemoved, p.article.ID); err != nil || found {
		return p.article.ID, gone, err
	}
	return b.findByKeys(p)
}

func (b *batch) findByKeys(p *Packed) (article string, how known, err error) {
	for _, key := range append([]string{newKey(keyOfID, p.article.ID)}, p.keys...) {
		if b.lacks.keys[key] {
			continue
		}
		article, found, err := first(b, selectKey, key)
		if err != nil {
			return "", unknown, err
		}
		if !found {
			continue
		}
		if _, removed, err := first(b, selectIsRemoved, article); err != nil || removed {
			return article, gone, err
		}
		if key[:1] == keyOfID || key[:1] == keyOfCore {
			return article, same, nil
		}
		return b.isNewer(article, p)
	}
	return "", unknown, nil
}

// isNewer returns newer, unless the article had this text earlier.
func (b *batch) isNewer(article string, p *Packed) (string, known, error) {
	_, found, err := first(b, selectKey, newKey(keyOfText, article, p.text))
	if found {
		return article, same, err
	}
	return article, newer, err
}

// names returns the keys other than its id by which a document is recognised.
func (p *Packed) names() []string {
	if p.file == "" {
		return p.keys
	}
	return append(p.keys[:len(p.keys):len(p.keys)], p.file)
}

// remember adds keys by which an article is recognised.
func (b *batch) remember(article string, keys ...string) error {
	for _, key := range keys {
		put := func() error { return run(b, insertKey, key, article) }
		if b.lacks.keys[key] {
			delete(b.lacks.keys, key)
			put = func() error { return b.putKey(key, article) }
		}
		if err := put(); err != nil {
			return err
		}
	}
	return nil
}

// lacking is what is known not to be in an archive: ids of articles, which were not removed from
// it either, and keys.
type lacking struct{ ids, keys map[string]bool }

// lackingOf returns what the archive lacks of the ids and keys of documents.
func (b *batch) lackingOf(docs []*Packed) (lacking, error) {
	ids, keys := make([]string, len(docs)), make([]string, 0, 4*len(docs))
	for i, p := range docs {
		ids[i] = p.article.ID
		keys = append(append(keys, newKey(keyOfID, p.article.ID)), p.names()...)
	}
	return b.lacking(ids, keys)
}
