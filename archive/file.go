package archive

import "slices"

// Files is the set of files that exist.
type Files map[string]bool

// Add adds a file by its path.
func (f Files) Add(path string) { f[newKey(keyOfFile, path)] = true }

// SetFile records that a document is the whole content of a file, and has no address or id of its
// own: a different text in the file later is a newer text of the same article, unless another
// existing file still holds the older text. If the file was moved, the old path must not be in
// there.
func (p *Packed) SetFile(path string, there Files) {
	p.file, p.there = newKey(keyOfFile, path), there
}

const selectKeysOf = `SELECT key FROM dateline_keys WHERE article = ?1`

// findFile returns which article a document is that is the whole content of a file; find has
// returned what it is by its text alone.
func (b *batch) findFile(p *Packed, article string, how known) (string, known, error) {
	if how == unknown && b.lacks.keys[p.file] {
		return article, how, nil
	}
	holder, found, err := first(b, selectKey, p.file)
	if err != nil || how == newer || how == gone || how == unknown && !found {
		return article, how, err
	}
	if how == unknown {
		if _, removed, err := first(b, selectIsRemoved, holder); err != nil || removed {
			return holder, gone, err
		}
	}
	if how == same {
		isOld, err := b.isOld(article, p)
		switch {
		case err != nil:
			return article, same, err
		case !isOld:
			return article, same, b.remember(article, p.file)
		case holder != article:
			return article, same, nil
		}
	}
	copied, err := b.isElsewhere(holder, p)
	if err != nil || copied {
		return article, how, err
	}
	return holder, newer, nil
}

// isOld reports whether an article had the text of a document earlier, and has another now.
func (b *batch) isOld(article string, p *Packed) (bool, error) {
	_, had, err := first(b, selectKey, newKey(keyOfText, article, p.text))
	if err != nil || !had {
		return false, err
	}
	d, err := b.read(selectDocument, article)
	return d != nil && textKey(article, d) != newKey(keyOfText, article, p.text), err
}

// isElsewhere reports whether a file other than the document's holds an article.
func (b *batch) isElsewhere(article string, p *Packed) (bool, error) {
	keys, err := texts(b, selectKeysOf, article)
	return slices.ContainsFunc(keys, func(key string) bool { return key != p.file && p.there[key] }), err
}
