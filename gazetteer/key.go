package gazetteer

import "strings"

// Key is a transliteration key: the consonant skeleton of a name, the same for its spellings in
// Latin and in Arabic script. Khan Sheikhoun, Khaan Shaykhoon, Khān Shaykhūn and خان شيخون share
// one Key.
//
// It has up to twelve consonant classes of five bits each. Vowels, w, y, ayn and hamza are
// dropped, and the article; emphatic and plain consonants, and those that the press interchanges
// (q and k, dh and d), share a class; doubled Latin consonants count once; a final -a/-ah/-eh
// (tāʾ marbūṭa) is dropped at the end of a name and is t before a genitive (Maarat al-Numan).
//
// The zero Key means fewer than three consonants, too few to be distinctive: the name must be
// matched exactly.
type Key uint64

const (
	minKeyConsonants = 3
	maxKeyConsonants = 12
)

// Consonant classes. The letters are their names, not a spelling.
const (
	classNone = iota
	classB
	classT
	classD
	classZ
	classS
	classSh
	classJ
	classKh
	classK
	classGh
	classF
	classL
	classM
	classN
	classR
	classH
)

// KeyOf returns the Key of a name in any mixture of Latin and Arabic script.
func KeyOf(name string) Key { return keyOfFolded(Fold(name)) }

// keyOfFolded returns the Key of a folded name.
func keyOfFolded(folded string) Key {
	words := strings.Fields(folded)
	var k Key
	n := 0
	for i, w := range words {
		k, n = appendWord(k, n, w, i == len(words)-1)
	}
	if n < minKeyConsonants {
		return 0
	}
	return k
}

func appendWord(k Key, n int, word string, last bool) (Key, int) {
	runes := []rune(word)
	var previous int // class of the preceding Latin letter, to detect doubled ones
	for i := 0; i < len(runes); i++ {
		class, width := consonant(runes[i:])
		final := i+width == len(runes)
		arabic := runes[i] >= 0x600
		i += width - 1
		if class == classH && final {
			if last || !arabic {
				break
			}
			class = classT
		}
		if class != classNone && (arabic || class != previous) && n < maxKeyConsonants {
			k = k<<5 | Key(class)
			n++
		}
		previous = class
	}
	return k, n
}

// consonant returns the class of the consonant at the start of runes, and the number of runes
// that spell it.
func consonant(runes []rune) (class, width int) {
	if len(runes) > 1 && runes[1] == 'h' {
		if class := digraphClass(runes[0]); class != classNone {
			return class, 2
		}
	}
	if len(runes) > 1 && runes[0] == 'd' && runes[1] == 'j' {
		return classJ, 2
	}
	return letterClass(runes[0]), 1
}

func digraphClass(first rune) int {
	switch first {
	case 's', 'c':
		return classSh
	case 'k':
		return classKh
	case 'g':
		return classGh
	case 'd':
		return classD
	case 't':
		return classT
	case 'p':
		return classF
	}
	return classNone
}

func letterClass(r rune) int {
	switch r {
	case 'b', 'p', 'ب', 'پ':
		return classB
	case 't', 'ت', 'ط', 'ث':
		return classT
	case 'd', 'د', 'ض', 'ذ', 'ظ':
		return classD
	case 'z', 'ز':
		return classZ
	case 's', 'س', 'ص':
		return classS
	case 'ش', 'چ':
		return classSh
	case 'j', 'ج':
		return classJ
	case 'x', 'خ':
		return classKh
	case 'k', 'q', 'c', 'ك', 'ق':
		return classK
	case 'g', 'غ', 'گ':
		return classGh
	case 'f', 'v', 'ف', 'ڤ':
		return classF
	case 'l', 'ل':
		return classL
	case 'm', 'م':
		return classM
	case 'n', 'ن':
		return classN
	case 'r', 'ر':
		return classR
	case 'h', 'ح', 'ه':
		return classH
	}
	return classNone
}
