package preview

import (
	"image"
	"image/color"
	"sort"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Fonts hold Latin, Greek and Cyrillic letters. Arabic ones must be joined, which
// the library does not do: what they can't write is left out (see writable).
var (
	regular = sync.OnceValue(func() *sfnt.Font { return parsed(goregular.TTF) })
	bold    = sync.OnceValue(func() *sfnt.Font { return parsed(gobold.TTF) })
)

func parsed(ttf []byte) *sfnt.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // it is built in
	}
	return f
}

func face(f *sfnt.Font, size float64) font.Face {
	out, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(err) // it fails for no options
	}
	return out
}

// writable reports whether a font has all letters of a text.
func writable(f *sfnt.Font, text string) bool {
	var b sfnt.Buffer
	for _, r := range text {
		if i, err := f.GlyphIndex(&b, r); err != nil || i == 0 && r != ' ' {
			return false
		}
	}
	return true
}

// write writes a text whose line begins at a point.
func (c *canvas) write(text string, x, y float64, f font.Face, colour color.NRGBA) {
	d := font.Drawer{Dst: c, Src: image.NewUniform(colour), Face: f, Dot: fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}}
	d.DrawString(text)
}

func widthOf(text string, f font.Face) float64 { return float64(font.MeasureString(f, text)) / 64 }

// fitted cuts a text to a width, at a space where there is one.
func fitted(text string, f font.Face, room float64) string {
	if widthOf(text, f) <= room {
		return text
	}
	runes := []rune(strings.Join(strings.Fields(text), " "))
	n := sort.Search(len(runes), func(i int) bool { return widthOf(string(runes[:i+1])+"…", f) > room })
	cut := string(runes[:n])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		return cut[:space] + " …"
	}
	if cut == "" {
		return ""
	}
	return cut + "…"
}
