package newsdate

// Dates have a year of four digits, or one of these words.
const (
	isTrigger = isWeekday | isYesterday | isToday | isTomorrow | isAgo
	isCount   = isPast | isNext | isThis // with a unit: last week, and two days
	isSpan    = isUnit | isDayPart
)

// mayHaveDate is a quick look at a sentence: false where it has no date. Most
// have none. What is not in Latin script is always looked at in full.
func (t *tables) mayHaveDate(text string) bool {
	var seen class
	for i := 0; i < len(text); {
		start, kind := i, byteKinds[text[i]]
		if kind == foreignByte {
			return true
		}
		for i < len(text) && byteKinds[text[i]] == kind {
			i++
		}
		switch {
		case kind == digitByte && i-start == 4 && (text[start] == '1' || text[start] == '2'):
			return true
		case kind == digitByte:
			seen |= isCount | isNumber
		case kind == wordByte && t.mayKnow(text[start:i]):
			w := t.lookUp(text[start:i])
			if seen |= w.is; w.is&isNumber != 0 && w.value > 1 || w.is&(isReckoned|isSequel) != 0 {
				seen |= isCount
			}
			if w.is&isMonth != 0 && (text[start] < 'a' || w.is&isShort == 0) || w.is&isTrigger != 0 {
				return true
			}
		}
		if seen&isSpan != 0 && seen&isCount != 0 || seen&isMonth != 0 && seen&isNumber != 0 {
			return true
		}
	}
	return false
}

// The kinds of bytes that mayHaveDate tells apart.
const (
	otherByte = iota
	wordByte
	digitByte
	foreignByte // what Arabic letters and digits begin with
)

var byteKinds = func() (out [256]uint8) {
	for c := range out {
		switch {
		case '0' <= c && c <= '9':
			out[c] = digitByte
		case 'a' <= c|0x20 && c|0x20 <= 'z' && c < 0x80:
			out[c] = wordByte
		case 0xd8 <= c && c <= 0xdb, c == presentation:
			out[c] = foreignByte
		}
	}
	return out
}()
