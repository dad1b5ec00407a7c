package story

import (
	"cmp"
	"math"
	"slices"
)

// Article is what the Index needs of an article.
type Article struct {
	Number int // determines the order
	Day    int // of publication, since 1970-01-01
	Dated  bool
	Digest Digest
}

const (
	// within is the maximum number of days between the publication of two copies. Undated
	// articles are compared with undated ones.
	within = 3

	// mostLeads limits how many articles one is compared with if a band is common: the earliest
	// are taken.
	mostLeads = 64
)

// Index holds articles, numbered as they were added, and their stories. Adding costs about the
// same however many there are; removing about the number of articles that share a band. It is
// not safe for concurrent use.
type Index struct {
	all     []node
	links   []links
	buckets map[key]bucket
	copies  map[int32][]int32 // of a lead, in order
	newest  int               // highest number with a story
	pending queue
	touched map[int32]bool // leads of changed stories
	stored
}

// node is an article in the Index.
type node struct {
	Article
	lead  int32 // itself, an earlier one, or none until known
	links int32 // index of its links; none without a digest
	gone  bool
}

const none = -1

// links are the articles after one in its buckets.
type links [bands]int32

// key is a hash of a band: its hashes and the week of publication, and the number of the
// band as its lowest bits, so that a bucket is linked by one band.
type key uint32

// bucket lists the leads with a band, earliest first, and the other articles. Leads beyond
// mostLeads, which are not compared, are among the others.
type bucket struct{ leads, others int32 }

// NewIndex returns an Index without articles.
func NewIndex() *Index {
	return &Index{buckets: map[key]bucket{}, copies: map[int32][]int32{}, touched: map[int32]bool{}}
}

// Add adds an article. The first is 0, the next 1, and so on.
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
	if x.read != nil {
		x.at[a.Number] = at
	}
}

// Remove removes an article.
func (x *Index) Remove(at int) {
	n := &x.all[at]
	if n.gone {
		return
	}
	n.gone = true
	if n.links == none || n.lead == none {
		return
	}
	x.readBuckets(int32(at))
	n = &x.all[at]
	x.leave(int32(at))
	if n.lead == int32(at) {
		x.readStory(n.lead)
		n = &x.all[at]
		delete(x.copies, n.lead)
		x.askLater(int32(at))
	} else {
		x.drop(int32(at))
	}
	x.all[at].lead = none
}

// Lead returns the first article of an article's story, as of the last Changes.
func (x *Index) Lead(at int) int { return int(x.all[at].lead) }

// Article returns what an article was added as.
func (x *Index) Article(at int) Article { return x.all[at].Article }

// Changes returns the stories that are new or changed since its last call: the articles of each
// in order, the lead first. New single articles are left out.
func (x *Index) Changes() [][]int {
	x.readBuckets(x.pending.all()...)
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

// settle finds the story of an article; those of all earlier ones are known.
func (x *Index) settle(at int32) {
	if x.all[at].gone {
		return
	}
	x.readBuckets(at)
	before, lead := x.all[at].lead, x.find(at)
	if lead == before {
		return
	}
	if before != none {
		x.leave(at)
		x.drop(at)
	}
	n := &x.all[at]
	n.lead = lead
	x.enter(at)
	x.join(at)
	n = &x.all[at]
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
	x.readStory(lead)
	x.touched[lead] = true
	copies := x.copies[lead]
	i, _ := slices.BinarySearchFunc(copies, x.all[at].Number, x.compare)
	x.copies[lead] = slices.Insert(copies, i, at)
}

// drop removes an article from the story of its lead; a former lead leads nothing, or only
// itself.
func (x *Index) drop(at int32) {
	lead := x.all[at].lead
	x.readStory(lead)
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

// find returns the earliest lead that an article is near to, or itself.
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
	return n.Dated == m.Dated && max(n.Day-m.Day, m.Day-n.Day) <= within && n.Digest.IsNear(m.Digest)
}

// askLater schedules all later articles that may be compared with one.
func (x *Index) askLater(at int32) {
	x.readBuckets(at)
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

// days of a week, at least twice within: candidates lie in two of them.
const days = 7

// undated is the week of undated articles.
const undated = math.MinInt32

// weeks returns those that may have candidates for an article.
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
	return key(mixed(mixed(h)+uint64(week)))&^(bands-1) | key(band)
}
