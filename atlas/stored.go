package atlas

import "context"

// stored is what one transaction added to the file.
type stored struct {
	by            *session
	result        PutResult
	docs          []*Packed
	before, after newest
}

// newest are the fids of the newest rows. As rows are added only, one after
// another, it says exactly what is in the file.
type newest struct{ articles, mentions, fronts, places int }

// show makes the View show what was stored. It is not read from the file when all
// before it is in the View already.
func (a *Archive) show(ctx context.Context, s *stored) error {
	a.growing.Lock()
	defer a.growing.Unlock()
	return a.use(func(now *session) error {
		return a.grow(func() error {
			if now != s.by || !now.loader.follows(s) {
				return now.loader.read(ctx, a.builder)
			}
			for _, p := range s.docs {
				a.builder.addRows(&p.article, p.mentions, p.fronts)
			}
			now.loader.goOnAfter(s)
			return nil
		})
	})
}

// follows reports whether what was stored comes right behind what was read.
func (l *loader) follows(s *stored) bool {
	b := s.before
	return l.articles.last == b.articles && l.mentions.last == b.mentions && l.fronts.last == b.fronts
}

// goOnAfter makes read go on behind what was stored.
func (l *loader) goOnAfter(s *stored) {
	l.articles.last, l.mentions.last, l.fronts.last = s.after.articles, s.after.mentions, s.after.fronts
}
