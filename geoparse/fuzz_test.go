package geoparse

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geoparse/token"
	"dateline/work"
)

// Steps that a text may cost, for each byte and for each given span. The most widely shared names
// cost most.
const (
	stepsPerByte = 20_000
	stepsAtLeast = 100_000
)

// FuzzParse parses any text, with the spans that spans encodes in four bytes each, or without if
// there are none. It must not panic, must end in linear time, and must return spans and coordinates
// in range.
func FuzzParse(f *testing.F) {
	for _, text := range fuzzTexts(f) {
		f.Add(text, []byte(nil), int64(1_560_384_000))
		f.Add(text, []byte{0, 0, 5, 0, 3, 0, 40, 0, 3, 0, 9, 0, 0, 0, 255, 255}, int64(0))
	}
	mixed := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		f.Add(mixedText(mixed), []byte(nil), int64(0))
	}
	for name, input := range costlyInputs() {
		if in := input(200); !strings.HasPrefix(name, "spans") {
			f.Add(in.Text, []byte(nil), int64(0))
		}
	}
	f.Add("\xff\xd8U.S.U.K.'s’s", []byte{0, 0, 1, 0, 1, 0, 2, 0}, int64(0))
	f.Add("Rebels took Hama On ـــ 2013 The ـ army See ـ also", []byte(nil), int64(0)) // a word that folds to nothing
	p := testParser()
	f.Fuzz(func(t *testing.T, text string, spans []byte, published int64) {
		in := Input{Text: text, Demonyms: true, Published: time.Unix(published%1e10, 0).UTC()}
		n := utf8.RuneCountInString(text)
		in.Spans = spansIn(spans, n)
		w := token.Steps{Counter: work.New(t.Context())}
		r := p.parse(w, in)
		if most := stepsAtLeast + stepsPerByte*(len(text)+len(in.Spans)); w.Total() > most {
			t.Errorf("%d steps for %d bytes and %d spans", w.Total(), len(text), len(in.Spans))
		}
		checkResult(t, &in, &r, n)
	})
}

// spansIn reads spans of a text of n code points, four bytes each: two for the start, two for the
// length. It returns nil for none.
func spansIn(b []byte, n int) []Span {
	var spans []Span
	for ; len(b) >= 4 && n > 0; b = b[4:] {
		start := int(binary.LittleEndian.Uint16(b)) % n
		spans = append(spans, Span{Start: start, End: start + 1 + int(binary.LittleEndian.Uint16(b[2:]))%(n-start)})
	}
	return spans
}

func checkResult(t *testing.T, in *Input, r *Result, n int) {
	t.Helper()
	if in.Spans != nil && len(r.Mentions) != len(in.Spans) {
		t.Fatalf("%d mentions for %d spans", len(r.Mentions), len(in.Spans))
	}
	last := 0
	for i, m := range r.Mentions {
		switch {
		case in.Spans != nil && m.Span != in.Spans[i]:
			t.Errorf("span %v became %v", in.Spans[i], m.Span)
		case in.Spans == nil && m.Start < last, m.Start >= m.End, m.End > n, m.Sentence.Start < 0, m.Sentence.End > n:
			t.Errorf("span %v in sentence %v after %d in %d code points", m.Span, m.Sentence, last, n)
		case in.Spans == nil && (m.Sentence.Start > m.Start || m.Sentence.End < m.End):
			t.Errorf("span %v is not within its sentence %v", m.Span, m.Sentence)
		case m.Confidence < 0, m.Confidence > 1, m.Place != nil && !onEarth(m.Place):
			t.Errorf("%+v at %+v", m, m.Place)
		}
		last = m.End
	}
	for i := range r.Fronts {
		f := &r.Fronts[i]
		if f.Start < 0 || f.Start >= f.End || f.End > n || f.Geometry == nil || !inRange(f.Geometry.Bound()) {
			t.Errorf("front %+v", f)
		}
		if f.Sentence.Start > f.Start || f.Sentence.End < f.End {
			t.Errorf("front %v is not within its sentence %v", f.Span, f.Sentence)
		}
	}
	if r.Focus != nil && !onEarth(&r.Focus.Place) {
		t.Errorf("focus %+v", r.Focus)
	}
}

func onEarth(place *gazetteer.Place) bool { return inRange(place.Point.Bound()) }

func inRange(b orb.Bound) bool {
	return b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90
}

// fuzzTexts are passages of the sample and, if present, of the shared material, in both scripts.
func fuzzTexts(f *testing.F) []string {
	whole := []string{sampleText(f)}
	shared := filepath.Join(cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "shared")), "eval", "dev")
	for _, name := range []string{"probes", "idrisi_lmd_ar", "geovirus"} {
		whole = append(whole, textsIn(filepath.Join(shared, name+".jsonl")))
	}
	var texts []string
	r := rand.New(rand.NewPCG(1, 1))
	for _, text := range whole {
		for range min(20, len(text)/300) {
			from := r.IntN(len(text) - 300)
			texts = append(texts, strings.ToValidUTF8(text[from:from+300], ""))
		}
	}
	return texts
}

// textsIn returns all texts of a JSON Lines file; none without the file.
func textsIn(name string) string {
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	var b strings.Builder
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var record struct{ Text string }
		if json.Unmarshal(lines.Bytes(), &record) == nil {
			b.WriteString(record.Text + "\n")
		}
	}
	return b.String()
}
