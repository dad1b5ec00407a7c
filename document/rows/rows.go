package rows

import (
	"slices"
	"strings"

	"dateline/document"
	"dateline/story"
)

// ArticleOf returns the row of a document's article; hash is that of the document.
func (t *Tables) ArticleOf(d *document.Document, hash []byte) Article {
	r := Article{Row: t.Articles.rows(1)[0], Hash: hash, Sum: Unsummed}
	r.ID, r.Geometry = d.ID, d.Focus.Point()
	compute(t.articleValues, &ArticleSource{d, document.ParseTime(d.Published)}, r.Values)
	return r
}

// DigestOf returns the digest by which a document's text is compared with others.
func DigestOf(d *document.Document) story.Digest {
	names := make([]story.Span, len(d.Mentions))
	for i := range d.Mentions {
		names[i] = story.Span{d.Mentions[i].Start, d.Mentions[i].End}
	}
	slices.SortFunc(names, func(a, b story.Span) int { return a[0] - b[0] })
	return story.DigestOf(story.Read(d.Title, d.Text, d.Aside, names))
}

// mentionsOf returns the rows of the document's mentions.
func (t *Tables) mentionsOf(d *document.Document) []Row {
	published, ids, sentences := document.DayOf(document.ParseTime(d.Published)), d.MentionIDs(), newSentences(d.Text)
	rows := t.Parts[Mentions].rows(len(d.Mentions))
	n := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Corrected.IsNone() {
			continue
		}
		r := &rows[n]
		n++
		r.ID, r.Geometry = ids[i], m.Point()
		compute(t.mentionValues, &MentionSource{
			d, m, sentences.around(m.Sentence, m.Start, m.End, m.Phrase), newDating(m.Date, m.DatePrecision, m.DateFrom, published), published,
		}, r.Values)
	}
	return rows[:n]
}

// frontsOf returns the rows of the fronts that are features, without those that only locate a
// place named next to them.
func (t *Tables) frontsOf(d *document.Document) []Row {
	if len(d.Fronts) == 0 {
		return nil
	}
	published, ids, sentences := document.DayOf(document.ParseTime(d.Published)), d.FrontIDs(), newSentences(d.Text)
	rows := t.Parts[Fronts].rows(len(d.Fronts))
	n, known := 0, document.Shapes{}
	for i := range d.Fronts {
		f := &d.Fronts[i]
		if f.Describes != nil || f.Corrected.IsNone() {
			continue
		}
		r := &rows[n]
		n++
		r.ID, r.Geometry = ids[i], known.Geometry(f)
		compute(t.frontValues, &FrontSource{
			d, f, sentences.around(f.Sentence, f.Start, f.End, f.Phrase), newDating(orNull(f.Date).Text(), f.DatePrecision, f.DateFrom, published), published,
		}, r.Values)
	}
	return rows[:n]
}

// anchorNames lists the names of anchors for people, in order.
func anchorNames(anchors []document.Anchor) string {
	names := make([]string, len(anchors))
	for i, a := range anchors {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}
