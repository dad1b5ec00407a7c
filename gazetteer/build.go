package gazetteer

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/paulmach/orb/encoding/wkb"
)

// Build compiles entries into the bytes of an Index. Entries with the same ID become one place:
// the first determines kind and point, the others add names and missing properties: population,
// divisions, geometry. The same entries give the same bytes in any order that keeps those of one
// ID in order. It fails on an entry without ID or name, or off the globe.
func Build(entries []Entry) ([]byte, error) {
	s, err := compile(slices.Clone(entries))
	if err != nil {
		return nil, err
	}
	return layOut(&s), nil
}

// sections are the parts of an Index.
type sections [sectionCount][]byte

// compile makes the sections of an index. It clears the entries as it goes, to save memory.
func compile(entries []Entry) (sections, error) {
	b := builder{texts: map[string]uint32{}}
	b.text("") // offset 0 is the empty string
	for e, err := range merged(entries) {
		if err == nil {
			err = b.addPlace(e)
		}
		if err != nil {
			return sections{}, err
		}
	}
	var keys sync.WaitGroup
	keys.Go(b.addKeys) // its sections are separate
	b.addFolds()
	keys.Wait()
	b.addCodes()
	return b.sec, nil
}

// builder gathers the sections of an Index.
type builder struct {
	sec   sections
	texts map[string]uint32 // offsets of shared strings already stored
	names []builtName
	codes []builtCode
}

type builtName struct {
	fold    string
	key     Key
	rank    byte // how well known its place is
	hasKeys bool // whether the place has transliteration keys
}

type builtCode struct {
	code  string
	place int
}

func (b *builder) u32(sec int, v int) {
	b.sec[sec] = binary.LittleEndian.AppendUint32(b.sec[sec], uint32(v))
}

// text stores a string that places may share.
func (b *builder) text(s string) uint32 {
	at, ok := b.texts[s]
	if !ok {
		at = b.ownText(s)
		b.texts[s] = at
	}
	return at
}

// ownText stores a string of one place.
func (b *builder) ownText(s string) uint32 {
	at := uint32(len(b.sec[secStrings]))
	b.sec[secStrings] = binary.AppendUvarint(b.sec[secStrings], uint64(len(s)))
	b.sec[secStrings] = append(b.sec[secStrings], s...)
	return at
}

func (b *builder) addPlace(e *Entry) error {
	geometry := uint32(0)
	if e.Geometry != nil {
		g, err := wkb.Marshal(e.Geometry)
		if err != nil {
			return fmt.Errorf("place %s (%s): geometry: %w", e.ID, e.Name, err)
		}
		geometry = b.ownText(string(g))
	}
	place, first := len(b.sec[secPlaces])/placeSize, len(b.names)
	b.addNames(place, e)
	if code := e.Code(); code != "" {
		b.codes = append(b.codes, builtCode{code, place})
	}
	for _, v := range []uint32{
		uint32(int32(math.Round(e.Point[0] * coordinates))), uint32(int32(math.Round(e.Point[1] * coordinates))),
		uint32(min(max(e.Population, 0), math.MaxUint32)), uint32(first), b.ownText(e.ID), b.text(string(e.Kind)),
	} {
		b.u32(secPlaces, int(v))
	}
	country := append([]byte(e.Country), 0, 0)[:2]
	b.sec[secPlaces] = append(b.sec[secPlaces], country...)
	b.sec[secPlaces] = binary.LittleEndian.AppendUint16(b.sec[secPlaces], uint16(len(b.names)-first))
	for _, s := range []string{e.Admin1, e.Admin2, e.datedSource()} {
		b.u32(secPlaces, int(b.text(s)))
	}
	b.u32(secPlaces, int(geometry))
	return nil
}

func (b *builder) addNames(place int, e *Entry) {
	first := len(b.names)
	rank := byte(math.Round(255 * e.prominence(false)))
	hasKeys := isArabicSpoken(e.Country) // they are transcribed by sound
	for i, name := range e.distinctNames() {
		fold := Fold(name)
		if fold == "" && i > 0 {
			continue // it has no letters
		}
		b.u32(secNameOffsets, len(b.sec[secNameText]))
		b.sec[secNameText] = append(b.sec[secNameText], name...)
		b.u32(secNamePlaces, place)
		b.names = append(b.names, builtName{fold: fold, key: keyOfFolded(fold), rank: rank})
		hasKeys = hasKeys || isArabic(name)
	}
	for i := first; hasKeys && i < len(b.names); i++ {
		b.names[i].hasKeys = true
	}
}

// distinctNames returns the names of e without repetitions, the usual one first.
func (e *Entry) distinctNames() []string {
	names := make([]string, 0, 1+len(e.Names))
	seen := make(map[string]bool, 1+len(e.Names))
	for i := -1; i < len(e.Names) && len(names) < math.MaxUint16; i++ {
		name := e.Name
		if i >= 0 {
			name = e.Names[i]
		}
		if name = strings.TrimSpace(name); name != "" && !seen[name] {
			names = append(names, name)
			seen[name] = true
		}
	}
	return names
}

func isArabic(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return 0x600 <= r && r <= 0x6ff })
}

// order returns the numbers of the names for which keep holds, sorted by compare, and among
// equals the best known first.
func (b *builder) order(keep func(*builtName) bool, compare func(x, y *builtName) int) []uint32 {
	ids := make([]uint32, 0, len(b.names))
	for i := range b.names {
		if keep(&b.names[i]) {
			ids = append(ids, uint32(i))
		}
	}
	slices.SortFunc(ids, func(i, j uint32) int {
		x, y := &b.names[i], &b.names[j]
		return cmp.Or(compare(x, y), -cmp.Compare(x.rank, y.rank), cmp.Compare(i, j))
	})
	return ids
}

func (b *builder) addFolds() {
	b.u32(secNameOffsets, len(b.sec[secNameText]))
	starts := make([]int, 0, startsCount)
	previous, folds := "", 0
	for i, id := range b.order(
		func(n *builtName) bool { return n.fold != "" },
		func(x, y *builtName) int { return cmp.Compare(x.fold, y.fold) },
	) {
		if n := &b.names[id]; n.fold != previous {
			for len(starts) <= leadingBytes(n.fold) {
				starts = append(starts, folds)
			}
			b.u32(secFoldOffsets, len(b.sec[secFoldText]))
			b.u32(secFoldFirst, i)
			b.sec[secFoldText] = append(b.sec[secFoldText], n.fold...)
			b.sec[secFoldRanks] = append(b.sec[secFoldRanks], n.rank)
			previous = n.fold
			folds++
		}
		b.u32(secFoldNames, int(id))
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
		func(n *builtName) bool { return n.hasKeys && n.key != 0 },
		func(x, y *builtName) int { return cmp.Compare(x.key, y.key) },
	) {
		if k := b.names[id].key; k != previous {
			b.sec[secKeys] = binary.LittleEndian.AppendUint64(b.sec[secKeys], uint64(k))
			b.u32(secKeyFirst, i)
			previous = k
		}
		b.u32(secKeyNames, int(id))
	}
	b.u32(secKeyFirst, len(b.sec[secKeyNames])/4)
}

func (b *builder) addCodes() {
	slices.SortStableFunc(b.codes, func(x, y builtCode) int { return cmp.Compare(x.code, y.code) })
	for _, c := range b.codes {
		at := b.text(c.code)
		b.u32(secCodes, int(at))
		b.u32(secCodes, c.place)
	}
}
