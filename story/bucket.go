package story

// enter adds an article to its buckets.
func (x *Index) enter(at int32) {
	n := &x.all[at]
	for band := range bands {
		x.enterBucket(n.key(band, n.week()), at, band)
	}
}

func (x *Index) enterBucket(k key, at int32, band int) {
	b, known := x.buckets[k]
	if !known {
		b = bucket{none, none}
	}
	if x.all[at].lead != at {
		b.others = x.before(b.others, at, band)
	} else {
		x.enterLead(&b, at, band)
	}
	x.buckets[k] = b
}

// before inserts an article before a list.
func (x *Index) before(list, at int32, band int) int32 {
	x.links[x.all[at].links][band] = list
	return at
}

// next returns the link to the article after one.
func (x *Index) next(at int32, band int) *int32 { return &x.links[x.all[at].links][band] }

// enterLead adds a lead in order. If there are then too many, the last moves to the others.
func (x *Index) enterLead(b *bucket, at int32, band int) {
	to, i := &b.leads, 0
	for ; *to != none && x.all[*to].Number < x.all[at].Number; i++ {
		to = x.next(*to, band)
	}
	if i < mostLeads {
		*to = x.before(*to, at, band)
	} else {
		b.others = x.before(b.others, at, band)
	}
	for ; *to != none; i++ {
		if i == mostLeads {
			last := *to
			*to = none
			b.others = x.before(b.others, last, band)
			return
		}
		to = x.next(*to, band)
	}
}

// leave removes an article from its buckets.
func (x *Index) leave(at int32) {
	n := &x.all[at]
	for band := range bands {
		k := n.key(band, n.week())
		b := x.buckets[k]
		if x.unlink(&b.leads, at, band) {
			x.moveUp(&b, band)
		} else {
			x.unlink(&b.others, at, band)
		}
		if b.leads == none && b.others == none {
			delete(x.buckets, k)
			continue
		}
		x.buckets[k] = b
	}
}

// unlink removes an article from a list, and reports whether it was there.
func (x *Index) unlink(from *int32, at int32, band int) bool {
	for ; *from != none; from = x.next(*from, band) {
		if *from == at {
			*from = *x.next(at, band)
			return true
		}
	}
	return false
}

// moveUp moves the earliest lead among the others to the leads.
func (x *Index) moveUp(b *bucket, band int) {
	first := int32(none)
	for l := b.others; l != none; l = *x.next(l, band) {
		if x.all[l].lead == l && (first == none || x.all[l].Number < x.all[first].Number) {
			first = l
		}
	}
	if first != none {
		x.unlink(&b.others, first, band)
		x.enterLead(b, first, band)
	}
}
