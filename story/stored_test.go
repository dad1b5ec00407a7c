package story

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// shelf is a Store in memory.
type shelf map[int]StoredArticle

func (s shelf) read(w Selection) (all []StoredArticle, err error) {
	wanted := map[int]bool{}
	for number, k := range s {
		isBand := slices.ContainsFunc(k.Bands(), func(b int32) bool { return slices.Contains(w.Bands, b) })
		if isBand || slices.Contains(w.Leads, k.Lead) || slices.Contains(w.Numbers, number) {
			wanted[number], wanted[k.Lead] = true, true
		}
	}
	for number := range wanted {
		all = append(all, s[number])
	}
	return all, nil
}

// change adds and removes articles in an Index of its own, and stores the stories.
func (s shelf) change(t *testing.T, removed []int, added []Article) {
	t.Helper()
	newest := 0
	for number := range s {
		newest = max(newest, number)
	}
	x := OpenIndex(s.read, newest)
	for _, number := range removed {
		x.RemoveNumber(number)
	}
	for _, a := range added {
		x.Add(a)
	}
	changes := x.Changes()
	if err := x.Err(); err != nil {
		t.Fatal(err)
	}
	for _, number := range removed {
		delete(s, number)
	}
	for _, a := range added {
		s[a.Number] = StoredArticle{a, a.Number}
	}
	for _, of := range changes {
		for _, at := range of {
			a := x.Article(at)
			s[a.Number] = StoredArticle{a, x.Article(of[0]).Number}
		}
	}
}

func (s shelf) compare(t *testing.T, articles map[int]Article, what string) {
	t.Helper()
	want := fresh(articles)
	for number, k := range s {
		if k.Lead != want[number] {
			t.Fatalf("%s: article %d is of the story of %d, want %d", what, number, k.Lead, want[number])
		}
	}
	if len(s) != len(articles) {
		t.Fatalf("%s: %d articles, want %d", what, len(s), len(articles))
	}
}

// TestStored: an Index that reads part of the stored articles finds the same stories as one of all.
func TestStored(t *testing.T) {
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 9))
		s, articles := shelf{}, map[int]Article{}
		for round := range 60 {
			var removed []int
			var added []Article
			for range 1 + random.IntN(6) {
				number := 1 + random.IntN(300)
				if _, in := articles[number]; in {
					if _, in := s[number]; in && !slices.Contains(removed, number) {
						removed = append(removed, number)
						delete(articles, number)
					}
					continue
				}
				a := Article{number, random.IntN(20), random.IntN(5) > 0, variant(random)}
				if !a.Dated {
					a.Day = 0
				}
				if slices.Contains(removed, number) {
					continue
				}
				articles[number] = a
				added = append(added, a)
			}
			s.change(t, removed, added)
			s.compare(t, articles, fmt.Sprintf("seed %d, round %d", seed, round))
		}
	}
}

// TestStoredFullBuckets: the same with more texts of one band than are compared.
func TestStoredFullBuckets(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	form := func(n int) Digest {
		return DigestOf(Read("", fmt.Sprintf("the daily bulletin of the centre lists %d violations of the truce in the last day and says that all of them were answered "+
			"by the side that was attacked according to officers who were there at the time", n), nil, nil))
	}
	s, articles := shelf{}, map[int]Article{}
	for number := 1; number <= 2*mostLeads; number += 8 {
		var added []Article
		for n := number; n < number+8; n++ {
			a := Article{Number: n, Day: 3, Dated: true, Digest: form(n - n%5*random.IntN(2))}
			articles[n] = a
			added = append(added, a)
		}
		s.change(t, nil, added)
	}
	s.compare(t, articles, "grown")
	for range 20 {
		number := 1 + random.IntN(2*mostLeads)
		if _, in := articles[number]; in {
			delete(articles, number)
			s.change(t, []int{number}, nil)
		}
	}
	s.compare(t, articles, "shrunk")
}

// TestStoreFails: articles that can't be read, or lack a lead, are errors.
func TestStoreFails(t *testing.T) {
	a := Article{Number: 2, Day: 3, Dated: true, Digest: DigestOf(Read("", strings.Repeat("one two three four ", 9), nil, nil))}
	for name, read := range map[string]Store{
		"lost":    func(Selection) ([]StoredArticle, error) { return nil, errors.New("lost") },
		"no lead": func(Selection) ([]StoredArticle, error) { return []StoredArticle{{a, 1}}, nil },
	} {
		x := OpenIndex(read, 2)
		x.Add(Article{Number: 3, Day: 3, Dated: true, Digest: a.Digest})
		if x.Changes(); x.Err() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
