package segment

import "dateline/text"

// numberOrder tells from the dates of three numbers in short lines, where one
// can only be read in one way, how the page writes them. A page in Arabic has
// the day first. Where the dates contradict each other nothing is known.
func numberOrder(lines []string) order {
	var dayFirsts, monthFirsts, arabic, latin int
	for _, l := range lines {
		if len(l) > 4*maxMeta {
			continue
		}
		a, b := text.Letters(l)
		arabic, latin = arabic+a, latin+b
		if !hasYear(l) {
			continue
		}
		switch numberPair(newScan(l)) {
		case dayFirst:
			dayFirsts++
		case monthFirst:
			monthFirsts++
		}
	}
	switch {
	case dayFirsts > 0 && monthFirsts == 0 || dayFirsts+monthFirsts == 0 && arabic > latin:
		return dayFirst
	case monthFirsts > 0 && dayFirsts == 0:
		return monthFirst
	}
	return unknownOrder
}

// numberPair finds a date of three numbers that can be read in one way only.
func numberPair(s scan) order {
	for i := range s.tokens {
		a, b, y := s.at(i), s.at(i+1), s.at(i+2)
		if !isNumber(a) || !isNumber(b) || y.digits != 4 || !numeric(s.gap(i)) || s.gap(i) != s.gap(i+1) {
			continue
		}
		if a.number > 12 && b.number <= 12 {
			return dayFirst
		}
		if b.number > 12 && a.number <= 12 {
			return monthFirst
		}
	}
	return unknownOrder
}
