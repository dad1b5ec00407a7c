package atlas

import "strconv"

// otherDocuments looks at the documents behind the last that was looked at beside
// its rows, so that they can be saved where a layer can't be read.
func (v *verification) otherDocuments() error {
	newest, err := selectIntegers(v.conn, selectNewestDocument, 1)
	if err != nil {
		return err
	}
	for v.looked < newest[0] {
		v.looked++
		if err := v.alone(v.looked); err != nil {
			return err
		}
	}
	return nil
}

// alone looks at a document without its rows.
func (v *verification) alone(fid int) error {
	rows, err := v.open(selectBody)
	if err != nil {
		return err
	}
	defer rows.statement.Close()
	if err := rows.statement.BindInt(1, fid); err != nil {
		return err
	}
	var article articleRow
	var body []byte
	found := rows.step()
	if found {
		article.hash, body = rows.bytes(), rows.bytes()
	}
	if err := rows.end(); err != nil || !found {
		return v.unread("document "+strconv.Itoa(fid), err)
	}
	return v.body(fid, &article, body)
}
