package words

// Dates have a year of four digits, or one of these words.
const (
	trigger = Weekday | Yesterday | Today | Tomorrow | Ago
	count   = Past | Next | This // with a unit: last week, and two days
	span    = Unit | DayPart
)

// MayHaveDate is a quick check: false for sentences without a date, most of them. It is true for
// any text in other than Latin script.
func MayHaveDate(text string) bool { return vocabulary().mayHaveDate(text) }

func (t *tables) mayHaveDate(text string) bool {
	var seen Class
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
			seen |= count | Number
		case kind == wordByte && t.mayKnow(text[start:i]):
			w := t.lookUp(text[start:i])
			if seen |= w.Is; w.Is&Number != 0 && w.Value > 1 || w.Is&(Reckoned|Sequel) != 0 {
				seen |= count
			}
			if w.Is&Month != 0 && (text[start] < 'a' || w.Is&Short == 0) || w.Is&trigger != 0 {
				return true
			}
		}
		if seen&span != 0 && seen&count != 0 || seen&Month != 0 && seen&Number != 0 {
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
