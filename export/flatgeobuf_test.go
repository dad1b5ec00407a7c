package export

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// fgb is a parsed FlatGeobuf file.
type fgb struct {
	tree     []flatNode
	features []byte
}

func readFGB(t *testing.T, file []byte, count int) fgb {
	t.Helper()
	if !bytes.HasPrefix(file, []byte("fgb\x03fgb\x00")) {
		t.Fatalf("%q is no FlatGeobuf", file[:8])
	}
	rest := file[8:]
	rest = rest[4+binary.LittleEndian.Uint32(rest):]
	nodes := 0
	for n := count; count > 0; {
		nodes += n
		if n == 1 && nodes > 1 {
			break
		}
		n = (n + flatNodeSize - 1) / flatNodeSize
	}
	out := fgb{features: rest[40*nodes:]}
	for i := range nodes {
		var n flatNode
		for j := range n.box {
			n.box[j] = math.Float64frombits(binary.LittleEndian.Uint64(rest[40*i+8*j:]))
		}
		n.at = binary.LittleEndian.Uint64(rest[40*i+32:])
		out.tree = append(out.tree, n)
	}
	return out
}

// search returns the offsets of the features whose boxes intersect a box, as readers find them:
// level by level from the root.
func (f *fgb) search(box [4]float64, leaves int) []uint64 {
	var found []uint64
	queue := []int{0}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		n := f.tree[i]
		switch {
		case n.box[0] > box[2] || n.box[1] > box[3] || n.box[2] < box[0] || n.box[3] < box[1]:
		case i >= len(f.tree)-leaves:
			found = append(found, n.at)
		default:
			for j := int(n.at); j < min(int(n.at)+flatNodeSize, f.endOf(i, leaves)); j++ {
				queue = append(queue, j)
			}
		}
	}
	return found
}

// endOf returns the end of the level that contains a node's children.
func (f *fgb) endOf(node, leaves int) int {
	end := len(f.tree)
	for size := leaves; ; size = (size + flatNodeSize - 1) / flatNodeSize {
		if node >= end-size-(size+flatNodeSize-1)/flatNodeSize {
			return end
		}
		end -= size
	}
}

// TestFlatGeobufTree: the R-tree finds the same features as brute force, and their offsets.
func TestFlatGeobufTree(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 12))
	for _, n := range []int{1, 2, 16, 17, 256, 257, 1500} {
		var all []feature.Feature
		for i := range n {
			p := orb.Point{math.Round(r.Float64()*360 - 180), math.Round(r.Float64()*180 - 90)}
			var g orb.Geometry = p
			switch i % 5 {
			case 1:
				g = orb.LineString{p, {p[0] / 2, p[1] / 2}}
			case 2:
				g = nil
			}
			all = append(all, feature.NewFeature(string(rune('a'+i%26)), g, feature.Days{}, nil))
		}
		var b bytes.Buffer
		if err := FlatGeobuf(t.Context(), &b, testTable(), slices.Values(all)); err != nil {
			t.Fatal(err)
		}
		file := readFGB(t, b.Bytes(), n)
		begins := []uint64{}
		for at := uint64(0); at < uint64(len(file.features)); at += 4 + uint64(binary.LittleEndian.Uint32(file.features[at:])) {
			begins = append(begins, at)
		}
		if len(begins) != n {
			t.Fatalf("%d features of %d", len(begins), n)
		}
		for range 50 {
			a, c := orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}, orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}
			bound := orb.Bound{Min: orb.Point{min(a[0], c[0]), min(a[1], c[1])}, Max: orb.Point{max(a[0], c[0]), max(a[1], c[1])}}
			var want []uint64
			for i, f := range all {
				if f.HasGeometry() && f.Bound().Intersects(bound) {
					want = append(want, begins[i])
				}
			}
			got := file.search([4]float64{bound.Min[0], bound.Min[1], bound.Max[0], bound.Max[1]}, n)
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Fatalf("%d features, in %v: %v, want %v", n, bound, got, want)
			}
		}
	}
}

func TestFlatGeobufOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := FlatGeobuf(t.Context(), &b, testTable(), slices.Values([]feature.Feature{})); err != nil {
		t.Fatal(err)
	}
	if f := readFGB(t, b.Bytes(), 0); len(f.features) != 0 {
		t.Errorf("%d bytes of features", len(f.features))
	}
}
