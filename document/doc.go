// Package document is the result of reading an article, in the form that `dateline parse` and
// POST /parse write and `dateline ingest` reads: the text, mentions with their candidates and
// reasons, fronts, events, and the focus.
//
//	r := document.Reader{Parser: parser}
//	d, err := r.Article(ctx, a)     // parse an article
//	if err := d.Check(); err != nil { // a *document.DocumentError says what is wrong
//		return err
//	}
//	err = d.WriteJSON(w)
//
// ReadDocument reads documents of other geoparsers, in a third of the time that encoding/json
// takes. WriteJSON buffers the JSON of one mention at a time, so writing needs no more memory
// than the document itself.
package document
