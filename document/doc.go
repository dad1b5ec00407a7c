// Package document is what was found in an article, in the form in which `dateline
// parse` and POST /parse write it and `dateline ingest` takes it: the text, mentions
// with their candidates and reasons, fronts, and the focus.
//
//	r := document.Reader{Parser: parser}
//	d, err := r.Article(ctx, a)     // parse an article
//	if err := d.Check(); err != nil { // a *document.DocumentError says what is wrong
//		return err
//	}
//	err = d.WriteJSON(w)
//
// Other geoparsers' documents are read by ReadDocument, in a third of the time that
// encoding/json takes. WriteJSON holds the JSON of one mention at a time, so writing
// costs no more memory than the document has.
package document
