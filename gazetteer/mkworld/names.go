package main

import (
	"unicode"

	"dateline/gazetteer"
)

// usefulNames keeps the names that English and Arabic text can contain: in Latin or Arabic
// letters, no airport codes, no vowelless transliterations in lower case, and one of those that
// fold together.
func usefulNames(usual string, names []string) []string {
	folded := map[string]bool{gazetteer.Fold(usual): true}
	var kept []string
	for _, name := range names {
		fold := gazetteer.Fold(name)
		if !folded[fold] && isReadable(name) && !isAirportCode(name) && !beginsLower(name) {
			kept = append(kept, name)
			folded[fold] = true
		}
	}
	return kept
}

func isReadable(name string) bool {
	letters := 0
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Latin, r), unicode.Is(unicode.Arabic, r):
			letters++
		case unicode.IsLetter(r) && !unicode.Is(unicode.Common, r):
			return false
		}
	}
	return letters > 1
}

func isAirportCode(name string) bool {
	if len(name) < 3 || len(name) > 4 {
		return false
	}
	for _, r := range name {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

func beginsLower(name string) bool {
	for _, r := range name {
		return unicode.IsLower(r)
	}
	return false
}
