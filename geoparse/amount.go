package geoparse

import (
	"math"
	"strconv"
	"strings"

	"dateline/gazetteer"
)

// few is how many "a few" are.
const few = 3

// maxNumberWords is how many words a number may have: "two hundred and
// thirty-five".
const maxNumberWords = 6

// amount reads the number that ends at token at, in digits or in words, and
// returns the token that it begins with.
func (p *parse) amount(at int) (value float64, first int, ok bool) {
	if at < 0 {
		return 0, 0, false
	}
	t := &p.tokens[at]
	if digits := withoutAnd(t.text); t.shape == number || t.shape == arabic && digitsEnd(digits, 0) > 0 {
		value, ok = parseNumber(digits)
		return value, at, ok
	}
	switch {
	case p.lex.amounts[t.fold] == "few":
		if at > 0 && p.tokens[at-1].fold == "a" {
			at--
		}
		return few, at, true
	case p.lex.amounts[t.fold] == "one": // a kilometre, half a mile, على بعد كيلومتر
		if part, isNumber := p.numberWord(at - 1); isNumber && part < 1 {
			return part, at - 1, true
		}
		if t.shape == arabic {
			at++
		}
		return 1, at, true
	}
	if part, isNumber := p.numberWord(at); isNumber && part < 1 && at > 2 && p.tokens[at-1].fold == "a" && p.tokens[at-2].fold == "and" {
		if whole := &p.tokens[at-3]; whole.shape == number { // 2 and a half
			value, ok = parseNumber(whole.text)
			return value + part, at - 3, ok
		}
		value, first, ok = p.numberWords(at - 3)
		return value + part, first, ok
	}
	return p.numberWords(at)
}

// numberWords reads the number in words that ends at token at.
func (p *parse) numberWords(at int) (value float64, first int, ok bool) {
	var values []float64
	for first = at + 1; first > 0 && len(values) < maxNumberWords; {
		v, isNumber := p.numberWord(first - 1)
		if !isNumber {
			if len(values) == 0 || p.tokens[first-1].fold != "and" {
				break
			}
			if v, isNumber = p.numberWord(first - 2); !isNumber || v < 100 {
				break
			}
			first--
		}
		values = append(values, v)
		first--
	}
	for i := len(values) - 1; i >= 0; i-- {
		if v := values[i]; v >= 100 && value > 0 && value < v {
			value *= v
		} else {
			value += v
		}
	}
	return value, first, len(values) > 0
}

// numberWord reads one word of a number: five, خمسة, وعشرين.
func (p *parse) numberWord(i int) (float64, bool) {
	if i < 0 {
		return 0, false
	}
	t := &p.tokens[i]
	v, ok := p.lex.numbers[t.fold]
	if !ok && t.shape == arabic {
		v, ok = p.lex.numbers[gazetteer.FoldWord(withoutAnd(t.text))]
	}
	return v, ok
}

// vague is the level of a distance that the word at token i makes vague.
func (p *parse) vague(i int) string {
	if i < 0 {
		return ""
	}
	switch p.lex.amounts[p.tokens[i].fold] {
	case "about", "few":
		return levelAbout
	}
	return ""
}

// unitKm is the length of the unit at token i, 0 when it is none. One letter
// is a unit behind digits only.
func (p *parse) unitKm(i int) float64 {
	t := &p.tokens[i]
	if i > 0 && (p.isNautical(i) && p.lex.units[p.tokens[i-1].fold] > 0 || p.isNautical(i-1) && p.lex.units[t.fold] > 0) {
		return nauticalMileKm
	}
	if len(t.fold) == 1 && (i == 0 || p.tokens[i-1].shape != number) {
		return 0
	}
	return p.lex.units[t.fold]
}

const nauticalMileKm = 1.852

// isNautical reports whether token i makes the mile beside it a nautical one.
func (p *parse) isNautical(i int) bool { return p.lex.amounts[p.tokens[i].fold] == "nautical" }

// isUnit reports whether token i ends a distance.
func (p *parse) isUnit(i int) bool {
	if i < 0 {
		return false
	}
	_, unit := p.numberWithUnit(i)
	return unit != "" || p.unitKm(i) > 0 || p.lex.duals[p.tokens[i].fold] > 0
}

// isMetric reports whether the distance that ends at token i is given in
// kilometres or metres.
func (p *parse) isMetric(i int) bool {
	switch p.unitKm(i) {
	case 1, 0.001:
		return true
	}
	_, unit := p.numberWithUnit(i)
	return unit == "km"
}

// roundKm rounds kilometres to metres.
func roundKm(km float64) float64 { return math.Round(1000*km) / 1000 }

// formatKm writes kilometres to a tenth, or two digits below one.
func formatKm(km float64) string {
	digits := 1
	if km < 1 {
		digits = 2
	}
	s := strconv.FormatFloat(km, 'f', digits, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
