package recent_test

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"dateline/recent"
)

func TestAnswersAreThoseOfTheFunction(t *testing.T) {
	answers := recent.NewMemo(8, strings.ToUpper)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range 1000 {
				word := "word" + strconv.Itoa(i%20)
				if got := *answers.Get(word); got != strings.ToUpper(word) {
					t.Errorf("%s: %s", word, got)
				}
			}
		})
	}
	wait.Wait()
}

func TestTwoAreRememberedInTheSamePlaces(t *testing.T) {
	asked := 0
	answers := recent.NewMemo(2, func(word string) int { asked++; return len(word) })
	for range 3 {
		answers.Get("Hama")
		answers.Get("Homs")
	}
	if asked != 2 {
		t.Errorf("asked %d times, want once each", asked)
	}
}

func TestAnswersAreRemembered(t *testing.T) {
	tests := []struct {
		name, word string
		asked      int
	}{
		{"short", "Hama", 1},
		{"as long as may be", strings.Repeat("a", 64), 1},
		{"too long to be kept", strings.Repeat("a", 65), 2},
		{"empty", "", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			asked := 0
			answers := recent.NewMemo(2, func(word string) int { asked++; return len(word) })
			for range 2 {
				if got := *answers.Get(test.word); got != len(test.word) {
					t.Errorf("got %d", got)
				}
			}
			if asked != test.asked {
				t.Errorf("asked %d times, want %d", asked, test.asked)
			}
			const others = 64
			for i := range others {
				answers.Get("another" + strconv.Itoa(i))
			}
			if answers.Get(test.word); asked != test.asked+others+1 {
				t.Errorf("asked %d times after others took both places, want %d", asked, test.asked+others+1)
			}
		})
	}
}

// TestKeysThatDifferInOneByte: keys of any length are distinguished by each of their bytes, even if
// all share two slots.
func TestKeysThatDifferInOneByte(t *testing.T) {
	answers := recent.NewMemo(2, func(word string) string { return word })
	for length := range 40 {
		key := strings.Repeat("k", length)
		for at := range length {
			other := key[:at] + "q" + key[at+1:]
			for _, word := range []string{key, other, key + "k"} {
				if got := *answers.Get(word); got != word {
					t.Fatalf("%q got the answer for %q", word, got)
				}
			}
		}
	}
}
