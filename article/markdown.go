package article

import (
	"encoding/json"
	"strings"

	"dateline/article/markdown"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/text"
)

// fromMarkdown reads articles from Markdown. If front matter gives a title, the text is one
// article, whose first line is that title in place of the "---"; otherwise each top-level
// heading begins an article.
func fromMarkdown(w task, s string) ([]Article, error) {
	d := markdown.Read(s)
	fields := matter(w, d)
	articles, err := fromHeaded(w, d, text.OneLine(fields.Title))
	if len(articles) == 0 {
		return nil, err
	}
	a := &articles[0]
	for _, c := range d.Captions {
		a.LeftOut = append(a.LeftOut, LeftOut{Reason: segment.Captions, Text: c})
	}
	setIf(&a.Byline, fields.Byline)
	setIf(&a.Source, fields.Source)
	a.Key, a.URL, a.Lang = fields.Key, addressOf(fields.URL), languageCode(fields.Lang)
	if !fields.Published.IsZero() {
		a.Published = fields.Published
	}
	return articles, err
}

// fromHeaded splits a text at its top-level headings, if it begins with one.
func fromHeaded(w task, d markdown.Document, title string) ([]Article, error) {
	lines := strings.Split(d.Text, "\n")
	if title != "" {
		return fromText(w, title+d.Text, segment.Single)
	}
	if len(d.Titles) == 0 || strings.TrimSpace(strings.Join(lines[:d.Titles[0]], "")) != "" {
		return fromText(w, d.Text, segment.Scraped)
	}
	var all []Article
	for i, from := range d.Titles {
		to := len(lines)
		if i+1 < len(d.Titles) {
			to = d.Titles[i+1]
		}
		articles, err := fromText(w, strings.Join(lines[from:to], "\n"), segment.Single)
		if err != nil {
			return all, err
		}
		for j := range articles {
			articles[j].moveLines(from)
		}
		all = append(all, articles...)
	}
	return all, nil
}

// moveLines shifts the line numbers of an article by n.
func (a *Article) moveLines(n int) {
	a.Lines[0], a.Lines[1] = a.Lines[0]+n, a.Lines[1]+n
	for i := range a.LeftOut {
		l := &a.LeftOut[i]
		l.Lines[0], l.Lines[1] = l.Lines[0]+n, l.Lines[1]+n
	}
}

// matter reads front matter as a record.
func matter(w task, d markdown.Document) record.Record {
	if d.Fields == nil {
		return record.Record{}
	}
	fields := map[string]any{}
	for key, value := range d.Fields {
		fields[key] = value
	}
	fields["text"] = "-" // a record needs a text
	line, err := json.Marshal(fields)
	if err != nil {
		return record.Record{} // a value that JSON does not have, such as NaN
	}
	r, _ := record.Read(line, nil, w.hint) // a bad date is ignored
	return r
}
