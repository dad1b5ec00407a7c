package view

import (
	"cmp"
	"slices"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
	"dateline/snapshot"
	"dateline/story"
	"dateline/view/bitset"
)

// stories groups articles, by position, into stories. It is not safe for concurrent use.
type stories struct {
	*story.Index
	known                       int // number of positions known
	articles                    *layerBuilder
	table                       *rows.Table
	story, alsoIn, source, date int // columns of articles
}

func newStories(t *rows.Table, articles *layerBuilder) *stories {
	return &stories{
		Index: story.NewIndex(), articles: articles, table: t,
		story: t.Index("story"), alsoIn: t.Index("also_in"), source: t.Index("source"), date: t.Index("date"),
	}
}

// add adds an article at a position.
func (s *stories) add(r *rows.Article, position int32) {
	date := r.Values[s.date]
	s.put(story.Article{Number: r.Number, Day: date.Int(), Dated: !date.IsNull(), Digest: r.Digest}, int(position))
}

// restore restores a saved article.
func (s *stories) restore(f feature.Feature, number int, d story.Digest) {
	day, dated := f.Day(s.date)
	if !dated {
		day = 0
	}
	s.put(story.Article{Number: number, Day: int(day), Dated: dated, Digest: d}, f.Position())
}

// put adds an article; those between it and the previous one were removed.
func (s *stories) put(a story.Article, position int) {
	for ; s.known < position; s.known++ {
		s.Add(story.Article{})
	}
	s.Add(a)
	s.known++
}

// showStories updates the articles of changed stories.
func (g *Builder) showStories() {
	changes := g.stories.Changes()
	if len(changes) == 0 {
		return
	}
	for _, l := range g.layers() {
		if l == g.articles || slices.Contains(g.parts[:], l) {
			copies := bitset.New(l.Len())
			copy(copies, l.layer.copies)
			l.layer.copies = copies
		}
	}
	for _, articles := range changes {
		outlets := g.stories.outlets(articles)
		for i, position := range articles {
			g.stories.show(position, articles, outlets)
			g.markCopy(position, i > 0)
		}
	}
}

// outlets returns the sources of articles, without duplicates.
func (s *stories) outlets(articles []int) []string {
	sources := make([]string, len(articles))
	for i, position := range articles {
		sources[i] = s.articles.At(position).Text(s.source)
	}
	return story.Outlets(sources)
}

// show sets an article's properties on its story, unless they are set.
func (s *stories) show(position int, articles []int, outlets []string) {
	f := s.articles.At(position)
	id, alsoIn := "", ""
	if len(articles) > 1 {
		id, alsoIn = s.articles.At(articles[0]).ID(), story.AlsoIn(outlets, f.Text(s.source))
	}
	if f.Text(s.story) == id && f.Text(s.alsoIn) == alsoIn {
		return
	}
	r := rowOf(s.table, f)
	r.Values[s.story], r.Values[s.alsoIn] = schema.OfText(id), schema.OfText(alsoIn)
	start(s.articles.Builder, r, f.Days())
	s.articles.finish(position, 0)
}

// storyOf returns the first article of an article's story, by id.
func (g *Builder) storyOf(article string) string {
	if e := g.known[article]; e != nil && e.position >= 0 {
		return cmp.Or(g.articles.At(int(e.position)).Text(g.stories.story), article)
	}
	return article
}

// markCopy records whether the article at a position, with its content, is a copy.
func (g *Builder) markCopy(position int, is bool) {
	f := g.articles.At(position)
	g.articles.layer.copies.Put(position, is)
	e := g.known[f.ID()]
	for part, layer := range g.parts {
		for in := range layer.of(f.ID(), g.tables.Parts[part].Article, e.parts[part]) {
			layer.layer.copies.Put(in.Position(), is)
			if part == rows.Events {
				g.incidents.touch(in.Position())
			}
		}
	}
}

// writeDigests writes what readDigests reads.
func writeDigests(w *snapshot.Writer, all []story.Digest) {
	var b []byte
	ends := make([]int64, len(all))
	for i, d := range all {
		b = append(b, d...)
		ends[i] = int64(len(b))
	}
	snapshot.Put(w, ends)
	snapshot.Put(w, b)
}

func readDigests(r *snapshot.Reader, n int) []story.Digest {
	ends, b := snapshot.Get[int64](r, 0), snapshot.GetText(r)
	if len(ends) != n {
		r.Fail(snapshot.ErrDamaged)
	}
	all := make([]story.Digest, n)
	for i, from := 0, int64(0); i < n && r.Err() == nil; i++ {
		if ends[i] < from || ends[i] > int64(len(b)) {
			r.Fail(snapshot.ErrDamaged)
			return nil
		}
		all[i] = story.Digest(b[from:ends[i]])
		if from = ends[i]; !all[i].IsValid() {
			r.Fail(snapshot.ErrDamaged)
		}
	}
	return all
}
