package atlas

import (
	"dateline/geo"
)

// Features returns the document's mentions and fronts as features.
func (d *Document) Features() []geo.Feature {
	mentions, fronts := geo.NewBuilder(mentionColumns()), geo.NewBuilder(frontColumns())
	for _, r := range d.mentionRecords() {
		r.addTo(mentions)
	}
	for _, r := range d.frontRecords() {
		r.addTo(fronts)
	}
	var all []geo.Feature
	for _, t := range []*geo.Table{mentions.Table(), fronts.Table()} {
		for i := range t.Len() {
			all = append(all, t.At(i))
		}
	}
	return all
}

// The properties of the features, in the order in which they are written. They
// are the columns of the archive's layers.

func articleColumns() []geo.Column {
	return []geo.Column{
		{Name: "title", Kind: geo.Text, Own: true},
		{Name: "source", Kind: geo.Text},
		{Name: "byline", Kind: geo.Text},
		{Name: "url", Kind: geo.Text, Own: true},
		{Name: "published", Kind: geo.Date},
		{Name: "date", Kind: geo.Date},
		{Name: "language", Kind: geo.Text},
		{Name: "mentions", Kind: geo.Integer},
	}
}

func (r *articleRecord) addTo(b *geo.Builder) {
	b.Start(r.id, r.focus, geo.OneDay(r.day))
	b.Text(r.title)
	b.Text(r.source)
	b.Text(r.byline)
	b.Text(r.url)
	b.Date(r.day)
	b.Date(r.day)
	b.Text(r.language)
	b.Integer(r.mentions)
	b.Add()
}

func mentionColumns() []geo.Column {
	return []geo.Column{
		{Name: "place", Kind: geo.Text},
		{Name: "name", Kind: geo.Text},
		{Name: "phrase", Kind: geo.Text},
		{Name: "sentence", Kind: geo.Text, Own: true},
		{Name: "start", Kind: geo.Integer},
		{Name: "end", Kind: geo.Integer},
		{Name: "article", Kind: geo.Text},
		{Name: "source", Kind: geo.Text},
		{Name: "language", Kind: geo.Text},
		{Name: "date", Kind: geo.Date},
		{Name: "date_precision", Kind: geo.Text},
		{Name: "date_from", Kind: geo.Text},
		{Name: "published", Kind: geo.Date},
		{Name: "role", Kind: geo.Text},
		{Name: "kind", Kind: geo.Text},
		{Name: "precision", Kind: geo.Text},
		{Name: "confidence", Kind: geo.Number},
	}
}

func (r *mentionRecord) addTo(b *geo.Builder) {
	b.Start(r.id, r.point, r.date.days())
	b.Text(r.place)
	b.Text(r.name)
	b.Text(r.phrase)
	b.Text(r.sentence)
	b.Integer(r.start)
	b.Integer(r.end)
	b.Text(r.article)
	b.Text(r.source)
	b.Text(r.language)
	b.Date(r.date.day)
	b.Text(r.date.precision)
	b.Text(r.date.from)
	b.Date(r.published)
	b.Text(r.role)
	b.Text(r.kind)
	b.Text(r.precision)
	b.Number(r.confidence)
	b.Add()
}

func frontColumns() []geo.Column {
	return []geo.Column{
		{Name: "kind", Kind: geo.Text},
		{Name: "phrase", Kind: geo.Text},
		{Name: "reading", Kind: geo.Text},
		{Name: "uncertainty_km", Kind: geo.Number},
		{Name: "schematic", Kind: geo.Truth},
		{Name: "anchors", Kind: geo.Text},
		{Name: "sentence", Kind: geo.Text, Own: true},
		{Name: "start", Kind: geo.Integer},
		{Name: "end", Kind: geo.Integer},
		{Name: "article", Kind: geo.Text},
		{Name: "source", Kind: geo.Text},
		{Name: "language", Kind: geo.Text},
		{Name: "date", Kind: geo.Date},
		{Name: "date_precision", Kind: geo.Text},
		{Name: "date_from", Kind: geo.Text},
		{Name: "published", Kind: geo.Date},
		{Name: "confidence", Kind: geo.Number},
	}
}

func (r *frontRecord) addTo(b *geo.Builder) {
	b.Start(r.id, geo.AsWritten(r.geometry), r.date.days())
	b.Text(r.kind)
	b.Text(r.phrase)
	b.Text(r.reading)
	b.Number(r.uncertaintyKm)
	b.Truth(r.schematic)
	b.Text(r.anchors)
	b.Text(r.sentence)
	b.Integer(r.start)
	b.Integer(r.end)
	b.Text(r.article)
	b.Text(r.source)
	b.Text(r.language)
	b.Date(r.date.day)
	b.Text(r.date.precision)
	b.Text(r.date.from)
	b.Date(r.published)
	b.Number(r.confidence)
	b.Add()
}

func placeColumns() []geo.Column {
	return []geo.Column{
		{Name: "name", Kind: geo.Text},
		{Name: "name_ar", Kind: geo.Text},
		{Name: "kind", Kind: geo.Text},
		{Name: "precision", Kind: geo.Text},
		{Name: "mentions", Kind: geo.Integer},
		{Name: "articles", Kind: geo.Integer},
		{Name: "first", Kind: geo.Date},
		{Name: "last", Kind: geo.Date},
	}
}

// start begins the feature of a place, which is then to be added or to replace
// what it was before.
func (s *placeSum) start(b *geo.Builder) {
	days := geo.OneDay(s.first)
	if days.Known {
		days.Last = geo.DayOf(s.last)
	}
	b.Start(s.id, s.point, days)
	b.Text(s.name)
	b.Text(s.arabic)
	b.Text(s.kind)
	b.Text(s.precision)
	b.Integer(s.mentions)
	b.Integer(s.articles)
	b.Date(s.first)
	b.Date(s.last)
}
