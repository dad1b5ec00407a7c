package archive

import (
	"context"
	"fmt"

	"dateline/archive/postgres"
	"dateline/story"
)

// storiesAtOnce is how many articles are grouped into stories in one transaction.
const storiesAtOnce = 1000

// updateStories updates the table of stories for all articles.
func (w *databaseWriter) updateStories() error {
	for more := true; more; {
		var err error
		if more, err = w.updateSomeStories(); err != nil {
			return err
		}
	}
	return nil
}

// updateSomeStories takes out removed articles and adds some of the new ones. It reports whether
// there are more.
func (w *databaseWriter) updateSomeStories() (more bool, err error) {
	s := storyUpdate{tx: w.tx}
	if err := s.read(); err != nil || len(s.removed) == 0 && s.highest <= s.newest {
		return false, err
	}
	x := story.OpenIndex(s.kept, s.newest)
	for _, fid := range s.removed {
		x.RemoveNumber(int(fid))
	}
	for _, a := range s.added {
		x.Add(a)
	}
	changes := x.Changes()
	if err := x.Err(); err != nil {
		return false, err
	}
	if err := s.storeNew(); err != nil {
		return false, err
	}
	return s.isFull(), s.storeChanged(x, changes)
}

// storyUpdate is an update of the stories.
type storyUpdate struct {
	tx      *postgres.Tx
	newest  int     // fid of the last article in a story
	highest int     // highest fid of an article
	removed []int64 // fids
	added   []story.Article
	ids     []string // of these
}

const (
	selectNewestInStories  = `SELECT articles, (SELECT coalesce(max(fid), 0) FROM articles) FROM dateline_made WHERE what = 'stories'`
	selectRemovedInStories = `SELECT fid FROM dateline_stories WHERE digest IS NOT NULL ORDER BY fid`
	selectNewForStories    = `SELECT a.fid, a.date, d.digest, a.id FROM articles a JOIN dateline_documents d USING (fid) WHERE a.fid > ?1 AND length(d.digest) > 0 ORDER BY a.fid LIMIT ?2`

	selectKeptStories = `WITH found AS (
    SELECT fid, lead FROM dateline_stories WHERE bands && ?1::integer[]
    UNION SELECT fid, lead FROM dateline_stories WHERE lead = ANY (?2::bigint[])
    UNION SELECT fid, lead FROM dateline_stories WHERE fid = ANY (?3::bigint[]))
  SELECT s.fid, s.lead, s.day, coalesce(s.digest, d.digest) FROM dateline_stories s LEFT JOIN dateline_documents d USING (fid)
  WHERE s.fid IN (SELECT fid FROM found UNION SELECT lead FROM found)`

	deleteStories         = `DELETE FROM dateline_stories WHERE fid = ANY (?1::bigint[])`
	updateNewestInStories = `UPDATE dateline_made SET articles = greatest(articles, ?1), at = now() WHERE what = 'stories'`
	selectOutlets         = `SELECT fid, id, coalesce(source, '') FROM articles WHERE fid = ANY (?1::bigint[])`
	updateOneStory        = `UPDATE dateline_stories SET lead = ?2, story = nullif(?3, ''), also_in = nullif(?4, ''), copy = ?5, seq = nextval(pg_get_serial_sequence('dateline_stories', 'seq'))
  WHERE fid = ?1 AND (lead, coalesce(story, ''), coalesce(also_in, ''), copy) <> (?2, ?3, ?4, ?5)`
)

func (s *storyUpdate) read() error {
	for c, err := range s.tx.Rows(selectNewestInStories) {
		if err != nil {
			return err
		}
		s.newest, s.highest = int(c.Int(0)), int(c.Int(1))
	}
	for c, err := range s.tx.Rows(selectRemovedInStories) {
		if err != nil {
			return err
		}
		s.removed = append(s.removed, c.Int(0))
	}
	if s.highest <= s.newest {
		return nil
	}
	for c, err := range s.tx.Rows(selectNewForStories, int64(s.newest), int64(storiesAtOnce)) {
		if err != nil {
			return err
		}
		a := story.Article{Number: int(c.Int(0)), Dated: !c.IsNull(1), Digest: story.Digest(c.Text(2))}
		if a.Dated {
			a.Day = c.Day(1)
		}
		if !a.Digest.IsValid() {
			return fmt.Errorf("the digest of the text of article %q is invalid", c.Text(3))
		}
		s.added, s.ids = append(s.added, a), append(s.ids, c.Text(3))
	}
	return nil
}

// kept is a story.Store.
func (s *storyUpdate) kept(w story.Selection) (all []story.StoredArticle, err error) {
	for c, err := range s.tx.Rows(selectKeptStories, w.Bands, numbers(w.Leads), numbers(w.Numbers)) {
		if err != nil {
			return nil, err
		}
		k := story.StoredArticle{Article: story.Article{Number: int(c.Int(0)), Dated: !c.IsNull(2), Day: int(c.Int(2)), Digest: story.Digest(c.Text(3))}, Lead: int(c.Int(1))}
		if k.Digest == "" || !k.Digest.IsValid() {
			return nil, fmt.Errorf("the digest of the text of article %d is invalid", k.Number)
		}
		all = append(all, k)
	}
	return all, nil
}

func numbers(of []int) []int64 {
	all := make([]int64, len(of))
	for i, n := range of {
		all[i] = int64(n)
	}
	return all
}

// storeNew deletes the rows of removed articles and adds those of new ones, each in a story by itself.
func (s *storyUpdate) storeNew() error {
	if err := s.tx.Run(deleteStories, s.removed); err != nil {
		return err
	}
	rows := make([][]any, len(s.added))
	for i, a := range s.added {
		day := any(nil)
		if a.Dated {
			day = int64(a.Day)
		}
		rows[i] = []any{int64(a.Number), s.ids[i], int64(a.Number), a.Bands(), day}
	}
	if err := s.tx.Copy("dateline_stories", []string{"fid", "article", "lead", "bands", "day"}, rows); err != nil {
		return err
	}
	to := s.highest
	if s.isFull() {
		to = s.added[len(s.added)-1].Number
	}
	return s.tx.Run(updateNewestInStories, int64(to))
}

// isFull reports whether there may be more than was read.
func (s *storyUpdate) isFull() bool { return len(s.added) == storiesAtOnce }

// storeChanged stores the stories that changed; each begins with its lead.
func (s *storyUpdate) storeChanged(x *story.Index, changes [][]int) error {
	var all []int
	for _, of := range changes {
		for _, at := range of {
			all = append(all, x.Article(at).Number)
		}
	}
	if len(all) == 0 {
		return nil
	}
	ids, sources := map[int]string{}, map[int]string{}
	for c, err := range s.tx.Rows(selectOutlets, numbers(all)) {
		if err != nil {
			return err
		}
		ids[int(c.Int(0))], sources[int(c.Int(0))] = c.Text(1), c.Text(2)
	}
	for _, of := range changes {
		members := make([]int, len(of))
		outlets := make([]string, len(of))
		for i, at := range of {
			members[i] = x.Article(at).Number
			outlets[i] = sources[members[i]]
		}
		if err := s.storeStory(members, story.Outlets(outlets), ids[members[0]], sources); err != nil {
			return err
		}
	}
	return nil
}

func (s *storyUpdate) storeStory(members []int, outlets []string, lead string, sources map[int]string) error {
	for i, number := range members {
		id, alsoIn := "", ""
		if len(members) > 1 {
			id, alsoIn = lead, story.AlsoIn(outlets, sources[number])
		}
		if err := s.tx.Run(updateOneStory, int64(number), int64(members[0]), id, alsoIn, i > 0); err != nil {
			return err
		}
	}
	return nil
}

// updateAllStories updates the stories of an archive that has articles without, some articles in each
// transaction.
func updateAllStories(ctx context.Context, address string, t *tables) error {
	db, err := postgres.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	for more := true; more; {
		err := db.WriteTx(ctx, func(tx *postgres.Tx) (err error) {
			if err := tx.Lock(); err != nil {
				return err
			}
			more, err = newDatabaseWriter(t, tx).updateSomeStories()
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
