package story

import (
	"cmp"
	"fmt"
	"slices"
)

// Kept is an article in a Store, whose story is known.
type Kept struct {
	Article
	Lead int // number of the first article of its story, its own where it leads one
}

// Wanted is which articles an Index asks a Store for: those that have any of some bands
// (Article.Bands), those of the stories of some leads, and some by their numbers.
type Wanted struct {
	Bands          []int32
	Leads, Numbers []int
}

// Store gives the articles that are wanted, each once, with the leads of them all, as they
// were before anything was added to the Index or taken out.
type Store func(Wanted) ([]Kept, error)

// stored is what an Index has of its Store. The zero value is of an Index without one.
type stored struct {
	read    Store
	err     error
	at      map[int]int32 // where articles are, by number
	buckets map[key]bool  // which were read
	stories map[int32]bool
}

// NewIndexOf returns an Index of the articles in a Store, of which newest is the highest
// number: it reads those that what is added or taken out may change. Err says what failed.
func NewIndexOf(s Store, newest int) *Index {
	x := NewIndex()
	x.newest = newest
	x.stored = stored{read: s, at: map[int]int32{}, buckets: map[key]bool{}, stories: map[int32]bool{}}
	return x
}

// Err returns why the Store could not be read: then the stories are not right.
func (x *Index) Err() error { return x.err }

// RemoveNumber takes an article of the Store out.
func (x *Index) RemoveNumber(number int) {
	x.want(Wanted{Numbers: []int{number}})
	if at, known := x.at[number]; known {
		x.Remove(int(at))
	}
}

// Bands returns by what an article is found that is compared with others; none where it
// has no digest.
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

// read reads the buckets of what articles may be compared with.
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
	for _, at := range x.want(Wanted{Bands: wanted}) {
		n := &x.all[at]
		for band := range bands {
			if k := n.key(band, n.week()); read[k] {
				x.enterBucket(k, at, band)
			}
		}
	}
}

// readStory reads the other articles of the story of a lead.
func (x *Index) readStory(lead int32) {
	if x.read == nil || x.stored.stories[lead] {
		return
	}
	x.stored.stories[lead] = true
	for _, at := range x.want(Wanted{Leads: []int{x.all[lead].Number}}) {
		if at != lead && x.all[at].lead == lead {
			x.copies[lead] = append(x.copies[lead], at)
		}
	}
}

// want returns where the articles of the Store that are wanted are, by their numbers.
func (x *Index) want(w Wanted) (found []int32) {
	if x.read == nil || x.err != nil {
		return nil
	}
	all, err := x.read(w)
	if err != nil {
		x.err = err
		return nil
	}
	slices.SortFunc(all, func(a, b Kept) int { return cmp.Compare(a.Number, b.Number) })
	var met []Kept
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
