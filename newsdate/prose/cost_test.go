package prose

import (
	"strings"
	"testing"
	"time"
)

// units are repeated to make hostile texts.
var units = []string{
	"on ", "the ", "a ", "of ", "in ", "may ", "may/", "May/", "May ", "March, ", "Monday ", "Monday, ", "Tuesday and ", "last ", "next Monday ",
	"two ", "two days ago ", "ago ", "5 ", "5-", "5/", "5.5.", "5,", "12/", "2019 ", "2019-", "2019-08-22 ", "4 April 2017, ", "5 May and 6 June ",
	"(", ")", "( Monday ", "(Monday) ", "which, ", ", which Monday ", "after ", "after x ", "said ", "said on Monday that ", "will ", "will Monday ",
	"twenty-", "first ", "الخامس ", "الخامس عشر من ", "كانون ", "كانون الثاني ", "أول من ", "أمس ", "قبل ", "قبل نحو ", "قبل يومين ", "يوم ", "يوم الأحد ", "، و",
	"ب", "وب ", "ﺗﺸﺮﻳﻦ ", "\u200f", "x", "é", "é ", "ـ", "\u0301", "\n", ". ", "😀",
}

// TestCost: steps are linear in the bytes: four times the text takes at most five times the steps.
func TestCost(t *testing.T) {
	const small, large = 2000, 8000
	for _, unit := range units {
		a, b := steps(unit, small), steps(unit, large)
		if b > 5*a+1000 {
			t.Errorf("%q: %d steps for %d of it, %d for %d", unit, a, small, b, large)
		}
	}
}

func steps(unit string, n int) int {
	r := NewReader(Reference{Published: time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC)})
	r.Read("Monday " + strings.Repeat(unit, n) + " will fall on 5 May 2018")
	return r.steps
}
