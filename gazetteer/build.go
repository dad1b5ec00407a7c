package gazetteer

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb/encoding/wkb"
)

// Build compiles entries into the bytes of an Index. Entries with the same ID
// become one place: the first says what and where it is, the others add names
// and a geometry where it has none.
// The same entries in any order that keeps those of one ID apart give the same
// bytes. It fails on an entry without ID or name, or off the globe.
func Build(entries []Entry) ([]byte, error) {
	merged, err := merge(entries)
	if err != nil {
		return nil, err
	}
	b := builder{texts: map[string]uint32{}}
	b.text("") // offset 0 is the empty string
	for i := range merged {
		if err := b.addPlace(&merged[i]); err != nil {
			return nil, err
		}
	}
	b.addFolds()
	b.addKeys()
	b.addCodes(merged)
	return layOut(b.sec), nil
}

func merge(entries []Entry) ([]Entry, error) {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	out := sorted[:0]
	for _, e := range sorted {
		if err := e.check(); err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && out[n-1].ID == e.ID {
			out[n-1].Names = append(slices.Clip(out[n-1].Names), append([]string{e.Name}, e.Names...)...)
			if out[n-1].Geometry == nil {
				out[n-1].Geometry = e.Geometry
			}
			continue
		}
		out = append(out, e)
	}
	return out, nil
}

func (e *Entry) check() error {
	lon, lat := e.Point[0], e.Point[1]
	switch {
	case e.ID == "":
		return fmt.Errorf("place %q has no ID", e.Name)
	case e.Name == "":
		return fmt.Errorf("place %s has no name", e.ID)
	case !(math.Abs(lon) <= 180 && math.Abs(lat) <= 90):
		return fmt.Errorf("place %s (%s): lon %v, lat %v is not on the globe", e.ID, e.Name, lon, lat)
	case len(e.Country) != 0 && len(e.Country) != 2:
		return fmt.Errorf("place %s (%s): country %q is not two letters", e.ID, e.Name, e.Country)
	}
	return nil
}

// builder gathers the sections of an Index.
type builder struct {
	sec   [sectionCount][]byte
	texts map[string]uint32 // offsets of strings already stored
	names []builtName
}

type builtName struct {
	fold    string
	key     Key
	hasKeys bool // whether the place has transliteration keys at all
}

func (b *builder) u32(sec int, v int) {
	b.sec[sec] = binary.LittleEndian.AppendUint32(b.sec[sec], uint32(v))
}

func (b *builder) text(s string) uint32 {
	if at, ok := b.texts[s]; ok {
		return at
	}
	at := uint32(len(b.sec[secStrings]))
	b.texts[s] = at
	b.sec[secStrings] = binary.AppendUvarint(b.sec[secStrings], uint64(len(s)))
	b.sec[secStrings] = append(b.sec[secStrings], s...)
	return at
}

func (b *builder) addPlace(e *Entry) error {
	geometry := ""
	if e.Geometry != nil {
		g, err := wkb.Marshal(e.Geometry)
		if err != nil {
			return fmt.Errorf("place %s (%s): geometry: %w", e.ID, e.Name, err)
		}
		geometry = string(g)
	}
	place := len(b.sec[secPlaces]) / placeSize
	first := len(b.names)
	b.addNames(place, e)
	for _, v := range []uint32{
		uint32(int32(math.Round(e.Point[0] * coordinates))), uint32(int32(math.Round(e.Point[1] * coordinates))),
		uint32(min(max(e.Population, 0), math.MaxUint32)), uint32(first), b.text(e.ID), b.text(string(e.Kind)),
	} {
		b.u32(secPlaces, int(v))
	}
	country := append([]byte(e.Country), 0, 0)[:2]
	b.sec[secPlaces] = append(b.sec[secPlaces], country...)
	b.sec[secPlaces] = binary.LittleEndian.AppendUint16(b.sec[secPlaces], uint16(len(b.names)-first))
	for _, s := range []string{e.Admin1, e.Admin2, e.Source, geometry} {
		b.u32(secPlaces, int(b.text(s)))
	}
	return nil
}

func (b *builder) addNames(place int, e *Entry) {
	names := distinctNames(e)
	hasKeys := slices.ContainsFunc(names, isArabic)
	for _, name := range names {
		b.u32(secNameOffsets, len(b.sec[secNameText]))
		b.sec[secNameText] = append(b.sec[secNameText], name...)
		b.u32(secNamePlaces, place)
		b.names = append(b.names, builtName{fold: Fold(name), key: KeyOf(name), hasKeys: hasKeys})
	}
}

// distinctNames returns the names of e, the usual one first, without repetitions
// and without what has no letter to look up.
func distinctNames(e *Entry) []string {
	seen := map[string]bool{"": true}
	var names []string
	for _, name := range append([]string{e.Name}, e.Names...) {
		name = strings.TrimSpace(name)
		if !seen[name] && (Fold(name) != "" || len(names) == 0) && len(names) < math.MaxUint16 {
			names = append(names, name)
		}
		seen[name] = true
	}
	return names
}

func isArabic(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return 0x600 <= r && r <= 0x6ff })
}

// order returns the numbers of the names for which keep holds, sorted by
// compare and then by number.
func (b *builder) order(keep func(builtName) bool, compare func(x, y builtName) int) []int {
	var ids []int
	for i, n := range b.names {
		if keep(n) {
			ids = append(ids, i)
		}
	}
	slices.SortStableFunc(ids, func(i, j int) int { return compare(b.names[i], b.names[j]) })
	return ids
}

func (b *builder) addFolds() {
	b.u32(secNameOffsets, len(b.sec[secNameText]))
	starts := make([]int, 0, startsCount)
	previous, folds := "", 0
	for i, id := range b.order(
		func(n builtName) bool { return n.fold != "" },
		func(x, y builtName) int { return cmp.Compare(x.fold, y.fold) },
	) {
		if fold := b.names[id].fold; fold != previous {
			for len(starts) <= leadingBytes(fold) {
				starts = append(starts, folds)
			}
			b.u32(secFoldOffsets, len(b.sec[secFoldText]))
			b.u32(secFoldFirst, i)
			b.sec[secFoldText] = append(b.sec[secFoldText], fold...)
			previous = fold
			folds++
		}
		b.u32(secFoldNames, id)
	}
	b.u32(secFoldOffsets, len(b.sec[secFoldText]))
	b.u32(secFoldFirst, len(b.sec[secFoldNames])/4)
	for len(starts) < startsCount {
		starts = append(starts, folds)
	}
	for _, s := range starts {
		b.u32(secFoldStarts, s)
	}
}

func leadingBytes(s string) int {
	if len(s) == 1 {
		return int(s[0]) << 8
	}
	return int(s[0])<<8 | int(s[1])
}

func (b *builder) addKeys() {
	var previous Key
	for i, id := range b.order(
		func(n builtName) bool { return n.hasKeys && n.key != 0 },
		func(x, y builtName) int { return cmp.Compare(x.key, y.key) },
	) {
		if k := b.names[id].key; k != previous {
			b.sec[secKeys] = binary.LittleEndian.AppendUint64(b.sec[secKeys], uint64(k))
			b.u32(secKeyFirst, i)
			previous = k
		}
		b.u32(secKeyNames, id)
	}
	b.u32(secKeyFirst, len(b.sec[secKeyNames])/4)
}

func (b *builder) addCodes(places []Entry) {
	type coded struct {
		code  string
		place int
	}
	var codes []coded
	for i := range places {
		if code := places[i].Code(); code != "" {
			codes = append(codes, coded{code, i})
		}
	}
	slices.SortStableFunc(codes, func(x, y coded) int { return cmp.Compare(x.code, y.code) })
	for _, c := range codes {
		at := b.text(c.code)
		b.u32(secCodes, int(at))
		b.u32(secCodes, c.place)
	}
}

// layOut puts the sections behind a header.
func layOut(sections [sectionCount][]byte) []byte {
	size := headerSize
	for _, s := range sections {
		size += len(s) + 7
	}
	out := make([]byte, headerSize, size)
	copy(out, indexMagic)
	for i, s := range sections {
		for len(out)%8 != 0 {
			out = append(out, 0)
		}
		binary.LittleEndian.PutUint64(out[tableOffset+16*i:], uint64(len(out)))
		binary.LittleEndian.PutUint64(out[tableOffset+16*i+8:], uint64(len(s)))
		out = append(out, s...)
	}
	binary.LittleEndian.PutUint32(out[crcOffset:], checksum(out))
	return out
}
