package archive

import (
	"errors"
	"strconv"

	"dateline/document/rows"
)

// otherDocuments checks the documents after the last checked one without their rows, so that
// they can be saved when a layer can't be read.
func (v *verification) otherDocuments() error {
	newest, err := selectIntegers(v.conn, selectNewestDocument, 1)
	if err != nil {
		return errors.Join(v.unread("the number of documents", err), v.documentsUpTo(v.looked+mostUnread))
	}
	for v.looked < newest[0] {
		v.looked++
		if _, err := v.alone(v.looked); err != nil {
			return err
		}
	}
	return nil
}

// mostUnread is the number of consecutive missing or unreadable documents after which the search
// stops, in a file whose end is missing.
const mostUnread = 1000

// documentsUpTo checks the documents of a file whose end is missing, up to a number, or until
// too many can't be read.
func (v *verification) documentsUpTo(last int) error {
	for v.looked < last {
		v.looked++
		found, err := v.alone(v.looked)
		if err != nil {
			return err
		}
		if found {
			last = v.looked + mostUnread
		}
	}
	return nil
}

// alone checks a document without its rows, and reports whether it exists.
func (v *verification) alone(fid int) (found bool, err error) {
	read, err := v.open(selectBody)
	if err != nil {
		return false, err
	}
	defer read.statement.Close()
	if err := read.statement.BindInt(1, fid); err != nil {
		return false, err
	}
	var article rows.Article
	var body []byte
	if found = read.step(); found {
		article.Hash, body = read.bytes(), read.bytes()
	}
	if err := read.end(); err != nil || !found {
		return false, v.unread("document "+strconv.Itoa(fid), err)
	}
	return true, v.body(fid, &article, body)
}
