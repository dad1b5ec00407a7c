package archive

import (
	"fmt"

	"dateline/document/rows"
)

// rowCheck compares rows read with the checksums stored with their documents.
type rowCheck struct {
	summing
	open map[string]*rowsRead // by article, until all its rows are read
	last *rowsRead            // to which the last row was added
	id   string               // of its article
	lost string               // id of a row without an article, empty if none

	articles int // that were read
	bare     int // documents without a row among the articles
}

// rowsRead is the checksum of a document's rows read so far.
type rowsRead struct{ sum, stored uint32 }

func (c *rowCheck) addArticle(r *rows.Article) {
	if c.open == nil {
		c.open = map[string]*rowsRead{}
	}
	if r.ID == "" {
		c.bare++
		return
	}
	c.articles++
	read := &rowsRead{sum: c.article(0, r), stored: uint32(r.Sum)}
	if r.Sum <= rows.Unsummed {
		read = nil
	}
	c.open[r.ID] = read
}

// add adds a row of a layer; the value with that number is its article.
func (c *rowCheck) add(t *table, article int, r *rows.Row) {
	if read := c.of(r.Values[article].Text(), r.ID); read != nil {
		read.sum = c.summing.add(read.sum, t, r)
	}
}

// of returns the checksum of an article so far, usually that of the previous row; nil if there
// is nothing to compare.
func (c *rowCheck) of(article, row string) *rowsRead {
	if c.last != nil && c.id == article {
		return c.last
	}
	read, found := c.open[article]
	if !found && c.lost == "" {
		c.lost = row
	}
	c.last, c.id = read, article
	return read
}

// end returns what is wrong with the rows read, once all rows of their articles were.
func (c *rowCheck) end(path string) error {
	first, wrong := "", 0
	for id, read := range c.open {
		if read != nil && read.sum != read.stored {
			if wrong++; first == "" || id < first {
				first = id
			}
		}
	}
	lost, bare := c.lost, c.bare
	*c = rowCheck{summing: c.summing}
	e := &Error{Path: path, Hint: hintOfDamage}
	switch {
	case wrong == 1:
		e.Reason = fmt.Sprintf("is damaged: the rows of article %q are not as they were stored", first)
	case wrong > 1:
		e.Reason = fmt.Sprintf("is damaged: the rows of article %q, and of %d others, are not as they were stored", first, wrong-1)
	case bare > 0:
		e.Reason = fmt.Sprintf("is damaged: the layer of articles lacks %d of its rows", bare)
	case lost != "":
		e.Reason = fmt.Sprintf("is damaged: %q belongs to an article that is not there", lost)
	default:
		return nil
	}
	return e
}
