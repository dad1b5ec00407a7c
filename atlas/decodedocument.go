package atlas

import "encoding/json"

// givenDocument is a Document as a line of JSON gives it, before it is known
// that it is one.
type givenDocument struct {
	Document
	ID       json.RawMessage `json:"id"`
	Mentions *[]Mention      `json:"mentions"`
}

// decodeGiven reads what json.Unmarshal reads, or declines.
func decodeGiven(line string) (*givenDocument, bool) {
	d, g := decoder{text: line}, new(givenDocument)
	d.given(g)
	if d.peek(); d.at < len(line) {
		d.decline()
	}
	return g, !d.declined
}

func (d *decoder) given(g *givenDocument) {
	for key := range d.members {
		switch key {
		case "id":
			g.ID = d.raw()
		case "lang":
			d.optional(&g.Lang)
		case "title":
			d.optional(&g.Title)
		case "byline":
			d.optional(&g.Byline)
		case "source":
			d.optional(&g.Source)
		case "url":
			d.optional(&g.URL)
		case "published":
			d.optional(&g.Published)
		case "lines":
			g.Lines = d.pairOrNil(new([2]int))
		case "focus":
			g.Focus = d.focus(g.Focus)
		case "mentions":
			g.Mentions = d.mentions(g.Mentions)
		case "fronts":
			decodeList(d, &g.Fronts, d.front)
		case "aside":
			decodeList(d, &g.Aside, d.pair)
		case "text":
			d.optional(&g.Text)
		default:
			d.unknown(key)
		}
	}
}

func (d *decoder) mentions(before *[]Mention) *[]Mention {
	if d.null() {
		return nil
	}
	if before != nil {
		d.decline()
	}
	list := make([]Mention, 0, 16)
	for range d.elements {
		list = append(list, Mention{})
		d.mention(&list[len(list)-1])
	}
	return &list
}

// mentionRoom is where the pointers of a Mention point: one piece of memory.
type mentionRoom struct {
	lat, lon                     float64
	place, name, kind, precision string
	sentence                     [2]int
}

func (d *decoder) mention(m *Mention) {
	room := new(mentionRoom)
	for key := range d.members {
		switch key {
		case "start":
			d.optionalInteger(&m.Start)
		case "end":
			d.optionalInteger(&m.End)
		case "phrase":
			d.optional(&m.Phrase)
		case "lat":
			m.Lat = d.realOrNil(&room.lat)
		case "lon":
			m.Lon = d.realOrNil(&room.lon)
		case "place":
			m.Place = d.stringOrNil(&room.place)
		case "name":
			m.Name = d.stringOrNil(&room.name)
		case "kind":
			m.Kind = d.stringOrNil(&room.kind)
		case "role":
			d.optional(&m.Role)
		case "precision":
			m.Precision = d.stringOrNil(&room.precision)
		case "confidence":
			d.optionalReal(&m.Confidence)
		case "reason":
			d.optional(&m.Reason)
		case "sentence":
			m.Sentence = d.pairOrNil(&room.sentence)
		case "date":
			d.optional(&m.Date)
		case "candidates":
			decodeList(d, &m.Candidates, d.candidate)
		default:
			d.unknown(key)
		}
	}
}

func (d *decoder) candidate(c *Candidate) {
	for key := range d.members {
		switch key {
		case "place":
			d.optional(&c.Place)
		case "name":
			d.optional(&c.Name)
		case "kind":
			d.optional(&c.Kind)
		case "lat":
			d.optionalReal(&c.Lat)
		case "lon":
			d.optionalReal(&c.Lon)
		case "score":
			d.optionalReal(&c.Score)
		default:
			d.unknown(key)
		}
	}
}

func (d *decoder) front(f *Front) {
	for key := range d.members {
		switch key {
		case "start":
			d.optionalInteger(&f.Start)
		case "end":
			d.optionalInteger(&f.End)
		case "phrase":
			d.optional(&f.Phrase)
		case "kind":
			d.optional(&f.Kind)
		case "geometry":
			f.Geometry = d.raw()
		case "uncertainty_km":
			d.optionalReal(&f.UncertaintyKm)
		case "schematic":
			if !d.null() {
				f.Schematic = d.truth()
			}
		case "reading":
			d.optional(&f.Reading)
		case "tree":
			f.Tree = d.raw()
		case "confidence":
			d.optionalReal(&f.Confidence)
		case "anchors":
			decodeList(d, &f.Anchors, d.anchor)
		case "sentence":
			f.Sentence = d.pairOrNil(new([2]int))
		case "date":
			f.Date = d.stringOrNil(new(string))
		default:
			d.unknown(key)
		}
	}
}

func (d *decoder) anchor(a *Anchor) {
	for key := range d.members {
		switch key {
		case "place":
			d.optional(&a.Place)
		case "name":
			d.optional(&a.Name)
		case "lat":
			d.optionalReal(&a.Lat)
		case "lon":
			d.optionalReal(&a.Lon)
		default:
			d.unknown(key)
		}
	}
}

func (d *decoder) focus(f *Focus) *Focus {
	if d.null() {
		return nil
	}
	if f == nil {
		f = new(Focus)
	}
	for key := range d.members {
		switch key {
		case "place":
			d.optional(&f.Place)
		case "name":
			d.optional(&f.Name)
		case "admin1":
			f.Admin1 = d.stringOrNil(new(string))
		case "country":
			d.optional(&f.Country)
		case "lat":
			d.optionalReal(&f.Lat)
		case "lon":
			d.optionalReal(&f.Lon)
		case "confidence":
			d.optionalReal(&f.Confidence)
		default:
			d.unknown(key)
		}
	}
	return f
}

// decodeList reads a list, whose elements read reads; null is no list.
func decodeList[T any](d *decoder, to *[]T, read func(*T)) {
	if d.null() {
		*to = nil
		return
	}
	if *to != nil {
		d.decline() // encoding/json would mix two lists under one key
	}
	list := []T{}
	for range d.elements {
		var none T
		list = append(list, none)
		read(&list[len(list)-1])
	}
	*to = list
}

// unknown passes over the value of a key that is not known. encoding/json takes
// one in capitals for the same key.
func (d *decoder) unknown(key string) {
	for i := range len(key) {
		if c := key[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			d.decline()
			return
		}
	}
	d.skip(maxDepth)
}

// Values that may be null, which changes nothing.

func (d *decoder) optional(s *string) {
	if !d.null() {
		*s = d.string()
	}
}

func (d *decoder) optionalInteger(n *int) {
	if !d.null() {
		*n = d.integer()
	}
}

func (d *decoder) optionalReal(v *float64) {
	if !d.null() {
		*v = d.real()
	}
}

// Values that may be null, which is nil: read into the memory given.

func (d *decoder) stringOrNil(to *string) *string {
	if d.null() {
		return nil
	}
	*to = d.string()
	return to
}

func (d *decoder) realOrNil(to *float64) *float64 {
	if d.null() {
		return nil
	}
	*to = d.real()
	return to
}

func (d *decoder) pairOrNil(to *[2]int) *[2]int {
	if d.null() {
		return nil
	}
	d.pair(to)
	return to
}

// pair reads a list of two integers.
func (d *decoder) pair(to *[2]int) {
	d.must('[')
	to[0] = d.integer()
	d.must(',')
	to[1] = d.integer()
	d.must(']')
}
