package score

import (
	"strings"

	"dateline/geoparse"
)

// Focus is the accuracy of the focus over the documents that have a gold one.
type Focus struct {
	Gold     int     `json:"gold"`
	Silent   int     `json:"silent"` // no focus returned
	Accuracy float64 `json:"accuracy"`
}

// MeasureFocus compares the first-level division of each focus with gold.
func MeasureFocus(gold []Document, focus []*geoparse.Focus) Focus {
	var f Focus
	right := 0
	for i := range gold {
		if gold[i].Governorate == "" {
			continue
		}
		f.Gold++
		if focus[i] == nil || focus[i].Admin1 == "" {
			f.Silent++
			continue
		}
		right += count(sameDivision(gold[i].Governorate, focus[i].Admin1))
	}
	f.Accuracy = share(right, f.Gold)
	return f
}

// sameDivision compares names of divisions by their consonants, to match usual spellings. The
// countryside of Damascus counts as Damascus, as in FA-KES.
func sameDivision(a, b string) bool { return divisionKey(a) == divisionKey(b) }

func divisionKey(name string) string {
	name = strings.ToLower(name)
	for _, class := range [...]string{" governorate", " province"} {
		name = strings.TrimSuffix(name, class)
	}
	switch name {
	case "rif dimashq", "rural damascus", "dimashq":
		name = "damascus"
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range name {
		if strings.ContainsRune("aeiouwyh -'’", r) || r == last {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
