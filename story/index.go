package story

import (
	"cmp"
	"math"
	"slices"
)

// Article is what the Index knows of an article.
type Article struct {
	Number int // by which articles are in order
	Day    int // of publication, since 1970-01-01
	Dated  bool
	Digest Digest
}

const (
	// within is how many days may lie between the publication of two copies. What has no
	// date is compared with what has none.
	within = 3

	// mostLeads bounds with how many articles one is compared where a band tells little: the
	// earliest are taken.
	mostLeads = 64
)

// Index keeps articles, by the numbers in which they were added, and which stories they
// are. Adding one costs about the same however many there are; taking one out about what
// has a band in common with it. It is not safe for concurrent use.
type Index struct {
	all     []node
	links   []links
	buckets map[key]bucket
	copies  map[int32][]int32 // of a lead, in their order
	newest  int               // the highest number that has a story
	pending queue
	touched map[int32]bool // leads whose stories have changed
}

// node is an article in the Index.
type node struct {
	Article
	lead  int32 // itself, an earlier one, or none while that is to be found
	links int32 // number of its links; none without a digest
	gone  bool
}

const none = -1

// links are the articles after one in its buckets.
type links [bands]int32

// key is a hash of a band, of its hashes and of the week of publication.
type key uint32

// bucket is a list of leads, the earliest first, and of what else has the band. Leads that
// nothing is compared with, as there are mostLeads before them, are among the others.
type bucket struct{ leads, others int32 }

// NewIndex returns an Index without articles.
func NewIndex() *Index {
	return &Index{buckets: map[key]bucket{}, copies: map[int32][]int32{}, touched: map[int32]bool{}}
}

// Add adds an article. The first that is added is 0, the next 1, and so on.
func (x *Index) Add(a Article) {
	n, at := node{a, none, none, false}, int32(len(x.all))
	if a.Digest == "" {
		n.lead = at
	} else {
		n.links = int32(len(x.links))
		x.links = append(x.links, links{})
		x.pending.push(a.Number, at)
	}
	x.all = append(x.all, n)
}

// Remove takes an article out.
func (x *Index) Remove(at int) {
	n := &x.all[at]
	if n.gone {
		return
	}
	n.gone = true
	if n.links == none || n.lead == none {
		return
	}
	x.leave(int32(at))
	if n.lead == int32(at) {
		delete(x.copies, n.lead)
		x.askLater(int32(at))
	} else {
		x.drop(int32(at))
	}
	n.lead = none
}

// Lead returns the first article of the story of one, as of the last Changes.
func (x *Index) Lead(at int) int { return int(x.all[at].lead) }

// Article returns what an article was added as.
func (x *Index) Article(at int) Article { return x.all[at].Article }

// Changes returns the stories that are new or other than when it was last called: the
// articles of each in their order, the lead first. One that is alone and new is left out.
func (x *Index) Changes() [][]int {
	for at, more := x.pending.pop(); more; at, more = x.pending.pop() {
		x.settle(at)
	}
	var all [][]int
	for lead := range x.touched {
		if x.all[lead].gone || x.all[lead].lead != lead {
			continue
		}
		s := []int{int(lead)}
		for _, c := range x.copies[lead] {
			s = append(s, int(c))
		}
		all = append(all, s)
	}
	clear(x.touched)
	slices.SortFunc(all, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return all
}

// settle finds the story of an article; those of all before it are known.
func (x *Index) settle(at int32) {
	n := &x.all[at]
	if n.gone {
		return
	}
	before, lead := n.lead, x.find(at)
	if lead == before {
		return
	}
	if before != none {
		x.leave(at)
		x.drop(at)
	}
	n.lead = lead
	x.enter(at)
	x.join(at)
	if (before == at || lead == at) && n.Number < x.newest {
		x.askLater(at)
	}
	x.newest = max(x.newest, n.Number)
}

// join adds an article to the story of its lead.
func (x *Index) join(at int32) {
	lead := x.all[at].lead
	if lead == at {
		return
	}
	x.touched[lead] = true
	copies := x.copies[lead]
	i, _ := slices.BinarySearchFunc(copies, x.all[at].Number, x.compare)
	x.copies[lead] = slices.Insert(copies, i, at)
}

// drop takes an article out of the story of its lead; what was a lead is none any more, or
// alone.
func (x *Index) drop(at int32) {
	lead := x.all[at].lead
	x.touched[lead], x.touched[at] = true, true
	if lead == at {
		return
	}
	copies := x.copies[lead]
	if i, found := slices.BinarySearchFunc(copies, x.all[at].Number, x.compare); found {
		copies = slices.Delete(copies, i, i+1)
	}
	if x.copies[lead] = copies; len(copies) == 0 {
		delete(x.copies, lead)
	}
}

func (x *Index) compare(at int32, number int) int { return cmp.Compare(x.all[at].Number, number) }

// find returns the earliest lead that an article is near to, itself where there is none.
func (x *Index) find(at int32) int32 {
	n, found := &x.all[at], at
	for _, week := range n.weeks() {
		for band := range bands {
			k := n.key(band, week)
			b, known := x.buckets[k]
			if !known {
				continue
			}
			for l := b.leads; l != none && x.all[l].Number < x.all[found].Number; l = x.links[x.all[l].links][band] {
				if n.isNear(&x.all[l]) {
					found = l
					break
				}
			}
		}
	}
	return found
}

func (n *node) isNear(m *node) bool {
	return n.Dated == m.Dated && max(n.Day-m.Day, m.Day-n.Day) <= within && n.Digest.Near(m.Digest)
}

// askLater has found anew the stories of all later articles that may be compared with one.
func (x *Index) askLater(at int32) {
	n := &x.all[at]
	for _, week := range n.weeks() {
		for band := range bands {
			b, known := x.buckets[n.key(band, week)]
			if !known {
				continue
			}
			for _, l := range [2]int32{b.leads, b.others} {
				for ; l != none; l = x.links[x.all[l].links][band] {
					if x.all[l].Number > n.Number {
						x.pending.push(x.all[l].Number, l)
					}
				}
			}
		}
	}
}

// days of a week, which is at least twice within: what is compared lies in two of them.
const days = 7

// undated stands for the week of what has no date.
const undated = math.MinInt32

// weeks returns those in which there may be what an article is compared with.
func (n *node) weeks() []int {
	if !n.Dated {
		return []int{undated}
	}
	first, last := weekOf(n.Day-within), weekOf(n.Day+within)
	if first == last {
		return []int{first}
	}
	return []int{first, last}
}

func (n *node) week() int {
	if !n.Dated {
		return undated
	}
	return weekOf(n.Day)
}

func weekOf(day int) int { return (day - ((day%days)+days)%days) / days }

// key returns that of a band in a week.
func (n *node) key(band, week int) key {
	h := uint64(band)
	for i := 2 * rows * band; i < 2*rows*(band+1); i++ {
		h = h<<8 | uint64(n.Digest[i])
	}
	return key(mixed(mixed(h) + uint64(week)))
}
