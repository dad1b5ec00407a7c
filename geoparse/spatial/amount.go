package spatial

import (
	"math"

	"dateline/gazetteer"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// few is the number that "a few" stands for.
const few = 3

// maxNumberWords is how many words a number may have: "two hundred and thirty-five".
const maxNumberWords = 6

// amount parses the number that ends at token at, in digits or words, and returns its first
// token.
func (r *expressionReader) amount(at int) (value float64, first int, ok bool) {
	if at < 0 {
		return 0, 0, false
	}
	t := &r.Tokens[at]
	if digits := token.WithoutAnd(t.Text); t.Shape == token.Number || t.Shape == token.Arabic && token.DigitsEnd(digits, 0) > 0 {
		value, ok = token.ParseNumber(digits)
		return value, at, ok
	}
	switch {
	case r.Lex.Amounts[t.Fold] == "few":
		if at > 0 && r.Tokens[at-1].Fold == "a" {
			at--
		}
		return few, at, true
	case r.Lex.Amounts[t.Fold] == "one": // a kilometre, half a mile, على بعد كيلومتر
		if part, isNumber := r.numberWord(at - 1); isNumber && part < 1 {
			return part, at - 1, true
		}
		if t.Shape == token.Arabic {
			at++
		}
		return 1, at, true
	}
	if part, isNumber := r.numberWord(at); isNumber && part < 1 && at > 2 && r.Tokens[at-1].Fold == "a" && r.Tokens[at-2].Fold == "and" {
		if whole := &r.Tokens[at-3]; whole.Shape == token.Number { // 2 and a half
			value, ok = token.ParseNumber(whole.Text)
			return value + part, at - 3, ok
		}
		value, first, ok = r.numberWords(at - 3)
		return value + part, first, ok
	}
	return r.numberWords(at)
}

// numberWords parses the number in words that ends at token at.
func (r *expressionReader) numberWords(at int) (value float64, first int, ok bool) {
	var values []float64
	for first = at + 1; first > 0 && len(values) < maxNumberWords; {
		v, isNumber := r.numberWord(first - 1)
		if !isNumber {
			if len(values) == 0 || r.Tokens[first-1].Fold != "and" {
				break
			}
			if v, isNumber = r.numberWord(first - 2); !isNumber || v < 100 {
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

// numberWord parses one word of a number: five, خمسة, وعشرين.
func (r *expressionReader) numberWord(i int) (float64, bool) {
	if i < 0 {
		return 0, false
	}
	t := &r.Tokens[i]
	v, ok := r.Lex.Numbers[t.Fold]
	if !ok && t.Shape == token.Arabic {
		v, ok = r.Lex.Numbers[gazetteer.FoldWord(token.WithoutAnd(t.Text))]
	}
	return v, ok
}

// vague returns the level of a distance qualified by the word at token i.
func (r *expressionReader) vague(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	switch r.Lex.Amounts[r.Tokens[i].Fold] {
	case "about", "few":
		return expr.About
	}
	return ""
}

// roundKm rounds kilometres to metres.
func roundKm(km float64) float64 { return math.Round(1000*km) / 1000 }
