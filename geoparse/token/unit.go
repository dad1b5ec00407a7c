package token

import "dateline/gazetteer"

// IsUnit reports whether token i is, or ends with, a unit of distance.
func (x *Text) IsUnit(i int) bool {
	if i < 0 {
		return false
	}
	_, unit := x.NumberWithUnit(i)
	return unit != "" || x.UnitKm(i) > 0 || x.Lex.Duals[x.Tokens[i].Fold] > 0
}

// NumberWithUnit splits "35km" into number and unit.
func (x *Text) NumberWithUnit(i int) (digits, unit string) {
	t := &x.Tokens[i]
	if t.Shape != Number {
		return "", ""
	}
	end := NumberEnd(t.Text, 0)
	if unit := gazetteer.FoldWord(t.Text[end:]); x.Lex.Units[unit] > 0 {
		return t.Text[:end], unit
	}
	return "", ""
}

// UnitKm returns the length of the unit at token i, 0 if it is none. A single letter is a unit
// only after digits.
func (x *Text) UnitKm(i int) float64 {
	t := &x.Tokens[i]
	if i > 0 && (x.IsNautical(i) && x.Lex.Units[x.Tokens[i-1].Fold] > 0 || x.IsNautical(i-1) && x.Lex.Units[t.Fold] > 0) {
		return nauticalMileKm
	}
	if len(t.Fold) == 1 && (i == 0 || x.Tokens[i-1].Shape != Number) {
		return 0
	}
	return x.Lex.Units[t.Fold]
}

const nauticalMileKm = 1.852

// IsNautical reports whether token i makes a mile a nautical one.
func (x *Text) IsNautical(i int) bool { return x.Lex.Amounts[x.Tokens[i].Fold] == "nautical" }

// IsMetric reports whether the distance that ends at token i is in kilometres or metres.
func (x *Text) IsMetric(i int) bool {
	switch x.UnitKm(i) {
	case 1, 0.001:
		return true
	}
	_, unit := x.NumberWithUnit(i)
	return unit == "km"
}
