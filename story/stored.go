package story

import (
	"cmp"
	"fmt"
	"slices"
)

// StoredArticle is an article in a Store, with its story.
type StoredArticle struct {
	Article
	Lead int // number of the first article of its story; its own if it leads one
}

// Selection selects articles of a Store: those with any of some bands (Article.Bands), those of
// stories by their leads, and those with given numbers.
type Selection struct {
	Bands          []int32
	Leads, Numbers []int
}

// Store returns the selected articles, each once, with their leads, as of before the Index was
// changed.
type Store func(Selection) ([]StoredArticle, error)

// stored is the part of an Index that comes from its Store. The zero value is that of an Index
// without a Store.
type stored struct {
	read    Store
	err     error
	at      map[int]int32 // positions of articles, by number
	buckets map[key]bool  // buckets already read
	stories map[int32]bool
}

// OpenIndex returns an Index of the articles in a Store with the highest number newest. It
// reads only those whose stories may change when articles are added or removed. Check Err
// afterwards.
func OpenIndex(s Store, newest int) *Index {
	x := NewIndex()
	x.newest = newest
	x.stored = stored{read: s, at: map[int]int32{}, buckets: map[key]bool{}, stories: map[int32]bool{}}
	return x
}

// Err returns the error of reading the Store, after which the stories are wrong.
func (x *Index) Err() error { return x.err }

// RemoveNumber removes an article of the Store.
func (x *Index) RemoveNumber(number int) {
	x.load(Selection{Numbers: []int{number}})
	if at, known := x.at[number]; known {
		x.Remove(int(at))
	}
}

// Bands returns the keys by which articles to compare are found; none without a digest.
func (a Article) Bands() (all []int32) {
	if a.Digest == "" {
		return nil
	}
	n := node{Article: a}
	for band := range bands {
		all = append(all, int32(n.key(band, n.week())))
	}
	return all
}

// readBuckets reads the buckets of articles that may be compared with these.
func (x *Index) readBuckets(of ...int32) {
	if x.read == nil {
		return
	}
	var keys []key
	var wanted []int32
	for _, at := range of {
		n := &x.all[at]
		for _, week := range n.weeks() {
			for band := range bands {
				if k := n.key(band, week); !x.stored.buckets[k] {
					x.stored.buckets[k] = true
					keys, wanted = append(keys, k), append(wanted, int32(k))
				}
			}
		}
	}
	if len(keys) == 0 {
		return
	}
	read := map[key]bool{}
	for _, k := range keys {
		read[k] = true
	}
	for _, at := range x.load(Selection{Bands: wanted}) {
		n := &x.all[at]
		for band := range bands {
			if k := n.key(band, n.week()); read[k] {
				x.enterBucket(k, at, band)
			}
		}
	}
}

// readStory reads the other articles of a lead's story.
func (x *Index) readStory(lead int32) {
	if x.read == nil || x.stored.stories[lead] {
		return
	}
	x.stored.stories[lead] = true
	for _, at := range x.load(Selection{Leads: []int{x.all[lead].Number}}) {
		if at != lead && x.all[at].lead == lead {
			x.copies[lead] = append(x.copies[lead], at)
		}
	}
}

// load reads articles of the Store, and returns their positions.
func (x *Index) load(w Selection) (found []int32) {
	if x.read == nil || x.err != nil {
		return nil
	}
	all, err := x.read(w)
	if err != nil {
		x.err = err
		return nil
	}
	slices.SortFunc(all, func(a, b StoredArticle) int { return cmp.Compare(a.Number, b.Number) })
	var met []StoredArticle
	for _, k := range all {
		at, known := x.at[k.Number]
		if !known {
			at = int32(len(x.all))
			x.at[k.Number] = at
			x.all = append(x.all, node{k.Article, at, int32(len(x.links)), false})
			x.links = append(x.links, links{})
			met = append(met, k)
		}
		found = append(found, at)
	}
	for _, k := range met {
		lead, known := x.at[k.Lead]
		if !known {
			x.err = fmt.Errorf("article %d belongs to the story of article %d, which is missing", k.Number, k.Lead)
			return nil
		}
		x.all[x.at[k.Number]].lead = lead
	}
	return found
}
