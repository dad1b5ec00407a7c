package token

import (
	"fmt"
	"strings"
	"testing"

	"dateline/newsdate/words"
)

// TestNew writes the tokens of a text: words as they are, numbers with their value and digits.
func TestNew(t *testing.T) {
	for text, want := range map[string]string{
		"On 4 April 2017.":        "On 4/1 April 2017/4",
		"23rd":                    "23/2 rd",
		"٢٤ آب":                   "24/2 آب",
		"10:30":                   "10/2 30/2",
		"Mi-17":                   "Mi 17/2",
		"don't":                   "don t",
		"أيّار":                   "أيّار",
		"ـ 5":                     "5/1",
		"1234567890123":           "123456789/9",
		"July 12, 20236:40 PM":    "July 12/2 2023/4 6/1 40/2 PM",
		"a count of 20236 people": "a count of 20236/5 people",
		"":                        "",
		"… – !":                   "",
	} {
		s := New(text, nil)
		var got []string
		for i := range s.Tokens {
			if token := s.At(i); token.Digits > 0 {
				got = append(got, fmt.Sprintf("%d/%d", token.Number, token.Digits))
			} else {
				got = append(got, s.Word(i))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestGaps: what separates two tokens, and what that means.
func TestGaps(t *testing.T) {
	for _, tt := range []struct {
		text                           string
		beside, tight, near, oneNumber bool
	}{
		{"4 April", true, true, true, false},
		{"4\u00a0April", true, true, true, false},
		{"4, April", false, true, false, false},
		{"mid-April", false, true, true, false},
		{"4/5", false, true, false, false},
		{"4.5", false, true, false, true},
		{"10:30", false, false, false, true},
		{"1,200", false, true, false, true},
		{"April; 4", false, false, false, false},
		{"April. 4", false, true, false, false},
		{"x      4", true, false, true, false},
	} {
		s := New(tt.text, nil)
		if s.Beside(0) != tt.beside || s.Tight(0) != tt.tight || s.Near(0) != tt.near || s.InNumber(1) != tt.oneNumber {
			t.Errorf("%q: beside %v, tight %v, near %v, one number %v", tt.text, s.Beside(0), s.Tight(0), s.Near(0), s.InNumber(1))
		}
	}
}

// TestOutside asks for tokens and gaps that do not exist.
func TestOutside(t *testing.T) {
	s := New("(in May)", nil)
	for _, i := range []int{-7, -1, 2, 100} {
		if s.Is(i, ^words.Class(0)) || s.At(i).Digits > 0 || s.Beside(i) || s.Tight(i) {
			t.Errorf("token %d is %+v", i, s.At(i))
		}
	}
	for i, want := range map[int]string{-2: "", -1: "(", 0: " ", 1: "", 2: ""} {
		if got := s.Gap(i); got != want {
			t.Errorf("gap %d: %q, want %q", i, got, want)
		}
	}
	if got := s.Tail(1); got != ")" {
		t.Errorf("the end is %q", got)
	}
}

// TestSpace: a Scan that reuses the space of another is the same.
func TestSpace(t *testing.T) {
	long := New(strings.Repeat("On Friday, 5 May 2017 ", 9), nil)
	for _, text := range []string{"في ٥ أيار", "Last week", ""} {
		a, b := New(text, nil), New(text, long.Tokens)
		if fmt.Sprint(a.Tokens, a.Arabic, a.Capitals) != fmt.Sprint(b.Tokens, b.Arabic, b.Capitals) {
			t.Errorf("%q: %v and %v", text, a.Tokens, b.Tokens)
		}
	}
}
