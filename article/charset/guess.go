package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// sampleSize is how many bytes outside ASCII are examined to guess an encoding.
const sampleSize = 16 << 10

// guess decodes data that are not UTF-8 by the encoding guessed. Non-Latin scripts have long
// runs of bytes above 127, western languages mostly single ones.
func guess(data []byte) (string, error) {
	e := guessEncoding(data)
	if e == nil {
		return "", ErrUnknown
	}
	return transcode(data, e)
}

// guessEncoding guesses the encoding of data that are not UTF-8; nil if it can't.
func guessEncoding(data []byte) encoding.Encoding {
	if !longRuns(data) {
		if isTurkish(data[:min(len(data), sampleSize)]) {
			return charmap.Windows1254
		}
		return charmap.Windows1252
	}
	sample := data[:min(len(data), sampleSize)]
	var best encoding.Encoding
	most := 0.0
	for _, c := range candidates {
		s, err := transcode(sample, c.encoding)
		if err != nil {
			continue
		}
		if share := common(s, c.letters); share > most {
			best, most = c.encoding, share
		}
	}
	if most < minCommon {
		return nil
	}
	return best
}

// candidates are single-byte encodings, each with the commonest letters of its languages, which
// make up three quarters of a typical text.
var candidates = [...]struct {
	encoding encoding.Encoding
	letters  string
}{
	{charmap.Windows1256, "اليمونرتبعةدسفه"},
	{charmap.ISO8859_6, "اليمونرتبعةدسفه"},
	{charmap.Windows1251, "оеаинтсрвлкмдпу"},
	{charmap.KOI8R, "оеаинтсрвлкмдпу"},
	{charmap.Windows1255, "יוהלארתבשמנםדקע"},
	{charmap.Windows1253, "αοιετσνηυρπκμλς"},
}

// minCommon is the share of common letters below which a decoded text counts as garbage.
const minCommon = 0.6

// common returns the share of common letters among those outside ASCII.
func common(s, letters string) float64 {
	all, found := 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		all++
		if strings.ContainsRune(letters, unicode.ToLower(r)) {
			found++
		}
	}
	return float64(found) / float64(max(all, 1))
}

// Bytes of windows-1254: Turkish letters at the code points where western encodings have
// Icelandic ones, and Icelandic letters that Turkish does not use.
const (
	turkishOnly   = "\xd0\xdd\xde\xf0\xfd\xfe"
	icelandicOnly = "\xc1\xc9\xcd\xd3\xda\xc6\xe1\xe9\xed\xf3\xfa\xe6"
)

// minTurkish is how many Turkish letters identify Turkish.
const minTurkish = 3

// isTurkish reports whether data are Turkish, by the letters that only Turkish has.
func isTurkish(data []byte) bool {
	own, other := 0, 0
	for _, b := range data {
		switch {
		case strings.IndexByte(turkishOnly, b) >= 0:
			own++
		case strings.IndexByte(icelandicOnly, b) >= 0:
			other++
		}
	}
	return own >= minTurkish && other == 0
}

// longRuns reports whether bytes above 127 come in runs of three or more.
func longRuns(data []byte) bool {
	high, runs := 0, 0
	for i, b := range data {
		if b < utf8.RuneSelf {
			continue
		}
		high++
		if i == 0 || data[i-1] < utf8.RuneSelf {
			runs++
		}
	}
	return high > 2*runs
}

// isGarbage reports whether a text was decoded wrongly: at least one in fifty characters outside
// ASCII is not a letter of any script.
func isGarbage(s string) bool {
	all, bad := 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		all++
		if r == utf8.RuneError || r < 0xa0 || unicode.Is(unicode.Co, r) {
			bad++
		}
	}
	return bad*50 > all
}

// isMojibake reports whether a text is UTF-8 that was decoded as a single-byte encoding and
// saved again: each letter then became two, the first of which is one of a few.
func isMojibake(s string) bool {
	all, leads := 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		if all++; all > sampleSize {
			break
		}
		if strings.ContainsRune("طظØÙÃÂÐÑÚ", r) {
			leads++
		}
	}
	return all >= minMojibake && leads*5 > all*2
}

// minMojibake is how many letters outside ASCII a text must have to be judged.
const minMojibake = 20
