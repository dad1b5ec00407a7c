package atlas

import (
	"dateline/document"
	"dateline/feature"
	"dateline/geo"
	"dateline/newsdate"
	"dateline/schema"
)

// Features returns a document's mentions and fronts as features.
func Features(d *document.Document) []feature.Feature {
	t := newTables(DefaultModel())
	mentions, fronts := feature.NewBuilder(feature.Columns(t.mentions.Collection)), feature.NewBuilder(feature.Columns(t.fronts.Collection))
	for _, r := range t.mentionRows(d) {
		t.addMention(&r, mentions)
	}
	for _, r := range t.frontRows(d) {
		t.addFront(&r, fronts)
	}
	var all []feature.Feature
	for _, made := range []*feature.Table{mentions.Table(), fronts.Table()} {
		for i := range made.Len() {
			all = append(all, made.At(i))
		}
	}
	return all
}

func (t *tables) addMention(r *row, to *feature.Builder) {
	r.start(to, daysOf(r.values[t.mention.date], r.values[t.mention.precision]))
	to.Add()
}

// addFront adds a front, whose geometry is as clients are given it.
func (t *tables) addFront(r *row, to *feature.Builder) {
	written := *r
	written.geometry = geo.AsWritten(r.geometry)
	written.start(to, daysOf(r.values[t.front.date], r.values[t.front.precision]))
	to.Add()
}

// addArticle adds an article, of which the archive has the instant of publication,
// and the day in the zone of the publisher apart.
func (t *tables) addArticle(r *row, to *feature.Builder) {
	date := r.values[t.article.date]
	r.values[t.article.published] = date
	r.start(to, daysOf(date, schema.Value{}))
	to.Add()
}

// daysOf returns the days on which something may have been of which a day and the
// precision of it is known, none when nothing is.
func daysOf(date, precision schema.Value) feature.Days {
	if date.IsNull() {
		return feature.Days{}
	}
	day := feature.Day(date.Int())
	days := feature.Days{First: day, Last: day, Known: true}
	if p, _ := newsdate.ReadPrecision(precision.Text()); p != newsdate.Unknown && p != newsdate.Day {
		civil := newsdate.Civil(day.Time())
		civil.Precision = p
		days.First, days.Last = feature.DayOf(civil.First()), feature.DayOf(civil.Last())
	}
	return days
}
