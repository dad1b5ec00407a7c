package stats

import (
	"cmp"
	"slices"
	"time"

	"dateline/feature"
	"dateline/schema"
	"dateline/server"
	"dateline/view"
)

// mentioningDoc lists the articles that contain the selected mentions, newest first, undated
// ones last; if datetime selects them, first by the newest selected day in it.
type mentioningDoc struct {
	NumberMatched int           `json:"numberMatched"` // number of articles
	Articles      []articleDoc  `json:"articles"`      // at most limit
	Links         []server.Link `json:"links"`
}

type articleDoc struct {
	ID       string  `json:"id"`
	Title    *string `json:"title"`
	Source   *string `json:"source"`
	Date     *string `json:"date"`
	Language *string `json:"language"`
	Story    *string `json:"story"`              // null without copies
	AlsoIn   *string `json:"also_in"`            // outlets of the copies, separated by ;
	Told     string  `json:"told,omitempty"`     // the newest selected day, if datetime selects
	Mentions int     `json:"mentions"`           // selected
	Places   int     `json:"places"`             // number of distinct places
	Sentence string  `json:"sentence,omitempty"` // the first with the words searched for
}

// mentioning is an article with its mentions.
type mentioning struct {
	feature  feature.Feature // zero if the article is missing
	id       string
	day      feature.Day // feature.Beginning if undated
	told     feature.Day // feature.Beginning if not requested
	mentions int
	places   []uint32 // codes
	sentence string
}

// articles answers with the articles that contain the selected mentions.
func articles(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	all, err := articlesOf(req, layer)
	if err != nil {
		return nil, err
	}
	doc := mentioningDoc{NumberMatched: len(all), Articles: []articleDoc{}, Links: req.Links()}
	for _, m := range all[:min(len(all), req.Limit)] {
		doc.Articles = append(doc.Articles, m.doc())
	}
	return server.OKJSON(req, doc)
}

func articlesOf(req *server.Request, layer view.Reader) ([]*mentioning, error) {
	by := view.Grouping{Columns: []string{"article", "place"}, Days: req.Select.Datetime != nil}
	if len(req.Select.Text) > 0 {
		by.Columns = append(by.Columns, "sentence")
	}
	var of *feature.Table
	var article, place, sentence int
	known, all := map[uint32]*mentioning{}, []*mentioning(nil)
	err := eachCounted(req, layer, &req.Select, by, func(f feature.Feature, n int) {
		if of != f.Table() {
			of = f.Table()
			article, place, sentence = of.Column("article"), of.Column("place"), of.Column("sentence")
		}
		m := known[f.Code(article)]
		if m == nil {
			m = &mentioning{id: f.Text(article), day: feature.Beginning, told: feature.Beginning}
			if len(req.Select.Text) > 0 {
				m.sentence = f.Text(sentence)
			}
			known[f.Code(article)], all = m, append(all, m)
		}
		m.mentions += n
		if days := f.Days(); req.Select.Datetime != nil && days.Known {
			m.told = max(m.told, days.First)
		}
		if at := f.Code(place); at != feature.Null {
			m.places = append(m.places, at)
		}
	})
	if err != nil {
		return nil, err
	}
	if err := findArticles(req, all); err != nil {
		return nil, err
	}
	for _, m := range all {
		slices.Sort(m.places)
		m.places = slices.Compact(m.places)
	}
	slices.SortFunc(all, func(a, b *mentioning) int {
		return cmp.Or(cmp.Compare(b.told, a.told), cmp.Compare(b.day, a.day), cmp.Compare(a.id, b.id))
	})
	return all, nil
}

// findArticles looks the articles up.
func findArticles(req *server.Request, all []*mentioning) error {
	articles, _, err := req.View.Reader(req, schema.Articles, nil)
	if err != nil {
		return err
	}
	ids := make([]string, len(all))
	for i, m := range all {
		ids[i] = m.id
	}
	found, err := articles.Find(req, ids...)
	if err != nil {
		return err
	}
	for i, m := range all {
		m.feature = found[i]
		if at, ok := found[i].Property("date").(time.Time); ok {
			m.day = feature.DayOf(at)
		}
	}
	return nil
}

func (m *mentioning) doc() articleDoc {
	d := articleDoc{ID: m.id, Mentions: m.mentions, Places: len(m.places), Sentence: m.sentence}
	if m.told != feature.Beginning {
		d.Told = m.told.Time().Format(time.DateOnly)
	}
	if m.feature == (feature.Feature{}) {
		return d
	}
	text := func(name string) *string {
		if v, ok := m.feature.Property(name).(string); ok {
			return &v
		}
		return nil
	}
	d.Title, d.Source, d.Language = text("title"), text("source"), text("language")
	d.Story, d.AlsoIn = text("story"), text("also_in")
	if m.day != feature.Beginning {
		date := m.day.Time().Format(time.DateOnly)
		d.Date = &date
	}
	return d
}
