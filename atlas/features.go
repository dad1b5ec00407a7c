package atlas

import (
	"dateline/feature"
	"dateline/geo"
)

// Features returns the document's mentions and fronts as features.
func (d *Document) Features() []feature.Feature {
	mentions, fronts := feature.NewBuilder(mentionColumns()), feature.NewBuilder(frontColumns())
	for _, r := range d.mentionRecords() {
		r.addTo(mentions)
	}
	for _, r := range d.frontRecords() {
		r.addTo(fronts)
	}
	var all []feature.Feature
	for _, t := range []*feature.Table{mentions.Table(), fronts.Table()} {
		for i := range t.Len() {
			all = append(all, t.At(i))
		}
	}
	return all
}

// The properties of the features, in the order in which they are written. They
// are the columns of the archive's layers.

func articleColumns() []feature.Column {
	return []feature.Column{
		{Name: "title", Kind: feature.Text, Own: true},
		{Name: "source", Kind: feature.Text},
		{Name: "byline", Kind: feature.Text},
		{Name: "url", Kind: feature.Text, Own: true},
		{Name: "published", Kind: feature.Date},
		{Name: "date", Kind: feature.Date},
		{Name: "language", Kind: feature.Text},
		{Name: "mentions", Kind: feature.Integer},
	}
}

func (r *articleRecord) addTo(b *feature.Builder) {
	b.Start(r.id, r.focus, feature.OneDay(r.day))
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

func mentionColumns() []feature.Column {
	return []feature.Column{
		{Name: "place", Kind: feature.Text},
		{Name: "name", Kind: feature.Text},
		{Name: "phrase", Kind: feature.Text},
		{Name: "sentence", Kind: feature.Text, Own: true},
		{Name: "start", Kind: feature.Integer},
		{Name: "end", Kind: feature.Integer},
		{Name: "article", Kind: feature.Text},
		{Name: "source", Kind: feature.Text},
		{Name: "language", Kind: feature.Text},
		{Name: "date", Kind: feature.Date},
		{Name: "date_precision", Kind: feature.Text},
		{Name: "date_from", Kind: feature.Text},
		{Name: "published", Kind: feature.Date},
		{Name: "role", Kind: feature.Text},
		{Name: "kind", Kind: feature.Text},
		{Name: "precision", Kind: feature.Text},
		{Name: "confidence", Kind: feature.Number},
	}
}

func (r *mentionRecord) addTo(b *feature.Builder) {
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

func frontColumns() []feature.Column {
	return []feature.Column{
		{Name: "kind", Kind: feature.Text},
		{Name: "phrase", Kind: feature.Text},
		{Name: "reading", Kind: feature.Text},
		{Name: "uncertainty_km", Kind: feature.Number},
		{Name: "schematic", Kind: feature.Truth},
		{Name: "anchors", Kind: feature.Text},
		{Name: "sentence", Kind: feature.Text, Own: true},
		{Name: "start", Kind: feature.Integer},
		{Name: "end", Kind: feature.Integer},
		{Name: "article", Kind: feature.Text},
		{Name: "source", Kind: feature.Text},
		{Name: "language", Kind: feature.Text},
		{Name: "date", Kind: feature.Date},
		{Name: "date_precision", Kind: feature.Text},
		{Name: "date_from", Kind: feature.Text},
		{Name: "published", Kind: feature.Date},
		{Name: "confidence", Kind: feature.Number},
	}
}

func (r *frontRecord) addTo(b *feature.Builder) {
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

func placeColumns() []feature.Column {
	return []feature.Column{
		{Name: "name", Kind: feature.Text},
		{Name: "name_ar", Kind: feature.Text},
		{Name: "kind", Kind: feature.Text},
		{Name: "precision", Kind: feature.Text},
		{Name: "mentions", Kind: feature.Integer},
		{Name: "articles", Kind: feature.Integer},
		{Name: "first", Kind: feature.Date},
		{Name: "last", Kind: feature.Date},
	}
}

// start begins the feature of a place, which is then to be added or to replace
// what it was before.
func (s *placeSum) start(b *feature.Builder) {
	days := feature.OneDay(s.first)
	if days.Known {
		days.Last = feature.DayOf(s.last)
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
