package story

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// variant writes one of a few texts, with a part of it replaced.
func variant(random *rand.Rand) Digest {
	base := rand.New(rand.NewPCG(uint64(random.IntN(4)), 0))
	words := make([]string, 40+base.IntN(20))
	for i := range words {
		words[i] = fmt.Sprint("w", string(rune('a'+base.IntN(26))), string(rune('a'+base.IntN(26))))
	}
	for i, at := range random.Perm(len(words))[:random.IntN(4)] {
		words[at] = fmt.Sprint("other", string(rune('a'+i+random.IntN(20))))
	}
	return DigestOf(Read("", strings.Join(words, " "), nil, nil))
}

// fresh returns the stories of articles, by number, in an Index of these only.
func fresh(articles map[int]Article) map[int]int {
	x, numbers := NewIndex(), []int(nil)
	for number := range articles {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	for _, number := range numbers {
		x.Add(articles[number])
	}
	x.Changes()
	stories := map[int]int{}
	for at, number := range numbers {
		stories[number] = numbers[x.Lead(at)]
	}
	return stories
}

// TestIndexGrows: an Index from which articles are added and removed, in any order, has the same
// stories as one made of the remaining articles, and reports each change.
func TestIndexGrows(t *testing.T) {
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 7))
		x, articles, at, told := NewIndex(), map[int]Article{}, map[int]int{}, map[int]int{}
		added := 0
		for range 60 {
			for range 1 + random.IntN(6) {
				number := 1 + random.IntN(300)
				if i, in := at[number]; in {
					x.Remove(i)
					delete(articles, number)
					delete(at, number)
					delete(told, number)
					continue
				}
				a := Article{number, random.IntN(20), random.IntN(5) > 0, variant(random)}
				if !a.Dated {
					a.Day = 0
				}
				x.Add(a)
				articles[number], at[number], told[number] = a, added, number
				added++
			}
			for _, s := range x.Changes() {
				for _, i := range s {
					told[x.all[i].Number] = x.all[s[0]].Number
				}
			}
			want := fresh(articles)
			for number, i := range at {
				if got := x.all[x.Lead(i)].Number; got != want[number] || told[number] != got {
					t.Fatalf("seed %d: article %d is of the story of %d, told %d, want %d", seed, number, got, told[number], want[number])
				}
			}
		}
	}
}

// TestFullBuckets: of very many texts with a common band the earliest are compared, even if some
// were removed.
func TestFullBuckets(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	form := func(n int) Digest {
		return DigestOf(Read("", fmt.Sprintf("the daily bulletin of the centre lists %d violations of the truce in the last day and says that all of them were answered "+
			"by the side that was attacked according to officers who were there at the time", n), nil, nil))
	}
	x, articles := NewIndex(), map[int]Article{}
	for number := 1; number <= 4*mostLeads; number++ {
		a := Article{Number: number, Day: 3, Dated: true, Digest: form(number - number%5*random.IntN(2))}
		x.Add(a)
		articles[number] = a
	}
	x.Changes()
	for range 100 {
		number := 1 + random.IntN(4*mostLeads)
		x.Remove(number - 1)
		delete(articles, number)
	}
	x.Changes()
	want := fresh(articles)
	for number := range articles {
		if got := x.Lead(number-1) + 1; got != want[number] {
			t.Fatalf("article %d is of the story of %d, want %d", number, got, want[number])
		}
	}
}

// TestIdenticalTexts: the cost of a text that is repeated again and again does not grow.
func TestIdenticalTexts(t *testing.T) {
	x, d := NewIndex(), variant(rand.New(rand.NewPCG(1, 1)))
	const n = 50_000
	for i := range n {
		x.Add(Article{Number: i + 1, Digest: d})
	}
	if s := x.Changes(); len(s) != 1 || len(s[0]) != n {
		t.Errorf("%d stories", len(s))
	}
}

func TestShortTextsStandAlone(t *testing.T) {
	d := DigestOf(Read("", "Shelling hit Morek. Two people were killed.", nil, nil))
	if d != "" || d.IsNear(d) {
		t.Error("a short text is a copy")
	}
}

func TestDigest(t *testing.T) {
	text := "On Monday government warplanes bombed the outskirts of Khan Shaykhun and killed 12 people, rescuers said. They said that three children were among the dead " +
		"and that the hospital of the town could not take in all of the wounded, who were brought to the border."
	for name, c := range map[string]struct {
		other string
		near  bool
	}{
		"itself":          {text, true},
		"in capitals off": {strings.Replace(text, "They said that three", "they said that Three", 1), true},
		"another number":  {strings.Replace(text, "12 people", "14 people", 1), false},
		"another town":    {strings.Replace(text, "Khan Shaykhun", "Morek", 1), false},
		"a lost word":     {strings.Replace(text, " all of", "", 1), true},
		"a tail":          {text + " The government did not comment.", true},
		"another text":    {strings.Repeat("Talks went on in the capital for days and nobody would say what about. ", 5), false},
	} {
		a, b := DigestOf(Read("", text, nil, nil)), DigestOf(Read("Head", "Head\n"+c.other, nil, nil))
		if got := a.IsNear(b); got != c.near || b.IsNear(a) != got || !a.IsValid() {
			t.Errorf("%s: near %v", name, got)
		}
	}
}

// TestReadSkipsAsides: asides are skipped, but separate what surrounds them.
func TestReadSkipsAsides(t *testing.T) {
	with, without := Read("", "Home News\nThe army shelled the town", []Span{{0, 9}}, nil), Read("", "The army shelled the town", nil, nil)
	if !slices.Equal(with.all, without.all) {
		t.Errorf("%+v, want %+v", with.all, without.all)
	}
}

func BenchmarkDigest(b *testing.B) {
	text := strings.Repeat("On Monday government warplanes bombed the outskirts of Khan Shaykhun and killed 12 people, rescuers said. ", 20)
	for b.Loop() {
		DigestOf(Read("", text, nil, nil))
	}
}

// BenchmarkIndex opens an Index of 100,000 articles.
func BenchmarkIndex(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	all := make([]Digest, 100_000)
	for i := range all {
		words := make([]string, 200)
		for k := range words {
			words[k] = fmt.Sprint("w", random.IntN(3000))
		}
		all[i] = DigestOf(Read("", strings.Join(words, " "), nil, nil))
	}
	for b.Loop() {
		x := NewIndex()
		for i, d := range all {
			x.Add(Article{Number: i + 1, Day: i / 50, Dated: true, Digest: d})
		}
		x.Changes()
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := NewIndex()
	for i, d := range all {
		x.Add(Article{Number: i + 1, Day: i / 50, Dated: true, Digest: d})
	}
	x.Changes()
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(x.all)), "bytes/article")
}
