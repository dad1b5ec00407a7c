package preview

import (
	"bytes"
	_ "embed"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
)

// arabicTTF holds the letters of Arabic, Persian, Urdu and Kurdish, of Noto Sans
// Arabic Bold (see NOTICE).
//
//go:embed font/NotoSansArabic-Bold.ttf
var arabicTTF []byte

// The Go fonts have Latin, Greek and Cyrillic letters.
var (
	regular = sync.OnceValue(func() *font.Font { return parsed(goregular.TTF) })
	bold    = sync.OnceValue(func() *font.Font { return parsed(gobold.TTF) })
	arabic  = sync.OnceValue(func() *font.Font { return parsed(arabicTTF) })
)

func parsed(ttf []byte) *font.Font {
	f, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		panic(err) // it is embedded
	}
	return f.Font
}

// hand writes in one size. It is for one goroutine.
type hand struct {
	faces  [2]*font.Face // the first that has a letter is used
	size   float64       // pixels per em
	split  shaping.Segmenter
	shape  shaping.HarfbuzzShaper
	wrap   shaping.LineWrapper
	longer int // lines longer than this are not written: they would leave the picture
}

func newHand(f *font.Font, size float64) *hand {
	return &hand{faces: [2]*font.Face{font.NewFace(f), font.NewFace(arabic())}, size: size, longer: 4 * width / int(size)}
}

// ResolveFace returns the face for a letter.
func (h *hand) ResolveFace(r rune) *font.Face {
	for _, f := range h.faces {
		if _, ok := f.NominalGlyph(r); ok {
			return f
		}
	}
	return h.faces[0]
}

// writable reports whether the fonts have all letters of a text.
func (h *hand) writable(text string) bool {
	for _, r := range text {
		if _, ok := h.ResolveFace(r).NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

// line is a text as glyphs, from left to right.
type line struct {
	glyphs []glyph
	wide   float64
}

// glyph is an outline: its offset from the start of the line, and its scale in pixels.
type glyph struct {
	outline font.GlyphOutline
	x, y    float64
	unit    float64
}

// set shapes a text and puts its runs into visual order.
func (h *hand) set(text string) line {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	runes = runes[:min(len(runes), h.longer)]
	if len(runes) == 0 {
		return line{}
	}
	in := shaping.Input{Text: runes, RunEnd: len(runes), Size: fixed.Int26_6(h.size * 64), Direction: h.direction(runes)}
	var runs []shaping.Output
	for _, run := range h.split.Split(in, h) {
		runs = append(runs, h.shape.Shape(run))
	}
	lines, _ := h.wrap.WrapParagraph(shaping.WrapConfig{Direction: in.Direction}, math.MaxInt32, runes, shaping.NewSliceIterator(runs))
	var out line
	for _, l := range lines {
		sort.Slice(l, func(i, j int) bool { return l[i].VisualIndex < l[j].VisualIndex })
		for _, run := range l {
			out.add(run, h.size)
		}
	}
	return out
}

func (l *line) add(run shaping.Output, size float64) {
	unit := size / float64(run.Face.Upem())
	for _, g := range run.Glyphs {
		if outline, ok := run.Face.GlyphData(g.GlyphID).(font.GlyphOutline); ok {
			l.glyphs = append(l.glyphs, glyph{outline, l.wide + pixels(g.XOffset), -pixels(g.YOffset), unit})
		}
		l.wide += pixels(g.Advance)
	}
}

func pixels(v fixed.Int26_6) float64 { return float64(v) / 64 }

// direction returns that of the first letter.
func (h *hand) direction(runes []rune) di.Direction {
	first := slices.IndexFunc(runes, unicode.IsLetter)
	if first >= 0 && h.ResolveFace(runes[first]) == h.faces[1] {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// fitted shapes a text to a width, cut at a space if there is one.
func (h *hand) fitted(text string, room float64) line {
	if all := h.set(text); all.wide <= room && len([]rune(text)) <= h.longer {
		return all
	}
	runes := []rune(strings.Join(strings.Fields(text), " "))
	runes = runes[:min(len(runes), h.longer)]
	n := sort.Search(len(runes), func(i int) bool { return h.set(string(runes[:i+1])+" …").wide > room })
	cut := string(runes[:n])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		return h.set(cut[:space] + " …")
	}
	if cut == "" {
		return line{}
	}
	return h.set(cut + "…")
}
