package incident

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// NearKm is how far a Spot may lie from a Town for their reports to be merged.
const NearKm = 5.0

// Incident is a set of reports, by number, ascending.
type Incident struct {
	Reports []int32
	Town    int32   // number of a report at its town, or of the first if there is none
	Against []int32 // reports, one an incident, that another party took the place within a day
}

// Lead is the number that identifies an incident: that of its first report.
func (x *Incident) Lead() int32 { return x.Reports[0] }

func (x *Incident) equal(y *Incident) bool {
	return x.Town == y.Town && slices.Equal(x.Reports, y.Reports) && slices.Equal(x.Against, y.Against)
}

// Index holds reports by number, in order of arrival, and merges them. A change costs the
// reports of the places concerned. It is not safe for concurrent use.
type Index struct {
	read   func(number int32) Report
	blocks map[key]*block
	cells  map[cell]map[key]bool
	dirty  map[key]bool
	forced map[int32]bool // reports whose incidents count as changed in any case
}

// key is a group at a place.
type key struct {
	group, place string
	point        [2]int32 // of a Spot without an id, in millionths of a degree
	size         Size
}

// block is the reports under a key, and their incidents.
type block struct {
	reports   []int32
	where     Where
	incidents []merged // of these reports alone, by day
	shown     []Incident
}

// merged is an incident within one block.
type merged struct {
	reports []int32
	day     int    // the first
	kind    string // the type, if all have the same
	who     parties
}

// cell is a part of the earth, wider than NearKm up to 75 degrees north and south.
type cell [2]int

// perDegree is how many cells a degree has.
const perDegree = 5

func cellOf(p orb.Point) cell {
	return cell{int(math.Floor(p[0] * perDegree)), int(math.Floor(p[1] * perDegree))}
}

// NewIndex returns an empty Index; read returns a report by number.
func NewIndex(read func(number int32) Report) *Index {
	return &Index{read, map[key]*block{}, map[cell]map[key]bool{}, map[key]bool{}, map[int32]bool{}}
}

// keyOf gives a report at a wide place a block of its own.
func keyOf(r *Report, number int32) key {
	if r.Where.Size == Wide {
		return key{point: [2]int32{number}}
	}
	k := key{group: Group(r.Type), place: r.Where.Place, size: r.Where.Size}
	if k.place == "" {
		k.point = [2]int32{int32(r.Where.Point[0] * 1e6), int32(r.Where.Point[1] * 1e6)}
	}
	return k
}

// Add adds a report.
func (x *Index) Add(number int32) {
	r := x.read(number)
	k := keyOf(&r, number)
	b := x.blocks[k]
	if b == nil {
		b = &block{where: r.Where}
		x.blocks[k] = b
		if k.size != Wide {
			x.cell(cellOf(r.Where.Point))[k] = true
		}
	}
	b.reports = append(b.reports, number)
	x.dirty[k] = true
}

func (x *Index) cell(c cell) map[key]bool {
	if x.cells[c] == nil {
		x.cells[c] = map[key]bool{}
	}
	return x.cells[c]
}

// Remove removes a report; an unknown one is ignored.
func (x *Index) Remove(number int32) {
	r := x.read(number)
	k := keyOf(&r, number)
	if b := x.blocks[k]; b != nil {
		b.reports = slices.DeleteFunc(b.reports, func(n int32) bool { return n == number })
		x.dirty[k] = true
	}
}

// Touch makes Changes return the incident of a report even if it has the same reports.
func (x *Index) Touch(number int32) {
	r := x.read(number)
	if k := keyOf(&r, number); x.blocks[k] != nil {
		x.dirty[k], x.forced[number] = true, true
	}
}

// Changes returns the incidents that are new or changed, by lead, and the leads of those that no
// longer exist.
func (x *Index) Changes() (put []Incident, gone []int32) {
	for k := range x.dirty {
		x.remerge(x.blocks[k])
	}
	before, after := map[int32]Incident{}, map[int32]Incident{}
	for k := range x.touched() {
		b := x.blocks[k]
		for _, was := range b.shown {
			before[was.Lead()] = was
		}
		b.shown = x.show(k, b)
		for _, is := range b.shown {
			after[is.Lead()] = is
		}
		if len(b.reports) == 0 {
			x.drop(k, b)
		}
	}
	for lead, is := range after {
		if was, known := before[lead]; !known || !is.equal(&was) || slices.ContainsFunc(is.Reports, x.isForced) {
			put = append(put, is)
		}
	}
	for lead := range before {
		if _, still := after[lead]; !still {
			gone = append(gone, lead)
		}
	}
	clear(x.dirty)
	clear(x.forced)
	slices.SortFunc(put, func(a, b Incident) int { return cmp.Compare(a.Lead(), b.Lead()) })
	slices.Sort(gone)
	return put, gone
}

func (x *Index) isForced(number int32) bool { return x.forced[number] }

// touched returns the keys of all blocks whose incidents may have changed: a spot joins a town
// near it, and may leave another.
func (x *Index) touched() map[key]bool {
	all := maps.Clone(x.dirty)
	for k := range x.dirty {
		if k.size == Wide {
			continue
		}
		for spot := range x.near(k, Spot) {
			all[spot] = true
			for town := range x.near(spot, Town) {
				all[town] = true
			}
		}
	}
	return all
}

// near returns the keys of a size, and of a key's group, within NearKm of it, including itself.
func (x *Index) near(of key, size Size) map[key]bool {
	at, found := x.blocks[of].where.Point, map[key]bool{}
	c := cellOf(at)
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for k := range x.cells[cell{c[0] + dx, c[1] + dy}] {
				if k.size == size && k.group == of.group && geo.Distance(at, x.blocks[k].where.Point) <= NearKm {
					found[k] = true
				}
			}
		}
	}
	return found
}

// remerge merges the reports of a block again.
func (x *Index) remerge(b *block) {
	b.incidents = nil
	slices.Sort(b.reports)
	if b.where.Size == Wide {
		for _, n := range b.reports {
			b.incidents = append(b.incidents, merged{reports: []int32{n}})
		}
		return
	}
	reports := make([]Report, len(b.reports))
	for i, n := range b.reports {
		reports[i] = x.read(n)
	}
	for _, members := range Merge(reports) {
		c := newCluster(reports, members)
		m := merged{reports: make([]int32, len(members)), day: math.MaxInt, kind: c.kind, who: c.who}
		for i, n := range members {
			m.reports[i], m.day = b.reports[n], min(m.day, reports[n].Day)
		}
		b.incidents = append(b.incidents, m)
	}
}

func (x *Index) drop(k key, b *block) {
	delete(x.blocks, k)
	if k.size != Wide {
		delete(x.cells[cellOf(b.where.Point)], k)
	}
}
