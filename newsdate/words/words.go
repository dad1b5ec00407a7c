package words

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed *.txt
var wordFiles embed.FS

// Word is the table entry of a word; zero for an unknown one.
type Word struct {
	Is    Class
	Value int16 // month, day of the week, number, unit, or minutes east of Greenwich
}

// tables are the words of all languages, a file each, and read-only.
type tables struct {
	words     map[string]Word
	shapes    [32][32]shape // of Latin words, by first and last letter
	names     []string      // of several words, folded
	notFuture []string      // prefixes of words that are no Arabic future
	now       map[string]bool
	below     map[string]bool // folded words that are written with a hamza below the alef
}

// shape is a set of word lengths, a bit each.
type shape uint32

func (s shape) has(length int) bool { return length < 32 && s>>length&1 != 0 }

var vocabulary = sync.OnceValue(func() *tables {
	t := &tables{words: map[string]Word{}, now: map[string]bool{}, below: map[string]bool{}}
	files, err := wordFiles.ReadDir(".")
	if err != nil {
		panic(err) // embedded
	}
	for _, f := range files {
		data, err := wordFiles.ReadFile(f.Name())
		if err != nil {
			panic(err)
		}
		t.read(string(data))
	}
	return t
})

func (t *tables) read(file string) {
	section := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		case section == "name":
			t.addName(strings.Fields(line))
		case section == "now":
			t.now[foldPhrase(line)] = true
		case section == "notfuture":
			for _, w := range strings.Fields(line) {
				t.notFuture = append(t.notFuture, foldWord(w))
			}
		default:
			t.add(sections[section], strings.Fields(line))
		}
	}
}

// add adds words with their class, and their value if the first field is a number.
func (t *tables) add(c Class, fields []string) {
	value, err := strconv.Atoi(fields[0])
	valued := err == nil
	if valued {
		fields = fields[1:]
	}
	for _, f := range fields {
		key := foldWord(f)
		if strings.HasPrefix(f, hamzaBelow) {
			t.below[key] = true
		}
		w := t.words[key]
		w.Is |= c
		if valued {
			w.Value = int16(value)
		}
		if key[0] >= utf8.RuneSelf {
			w.Is |= Arabic
		}
		t.words[key] = w
		if key[0] < utf8.RuneSelf {
			t.shapes[key[0]&31][key[len(key)-1]&31] |= 1 << len(key)
		}
	}
}

func (t *tables) addName(fields []string) {
	for i, f := range fields {
		fields[i] = foldWord(f)
	}
	t.names = append(t.names, strings.Join(fields, " "))
	for _, f := range fields {
		if t.words[f].Is == 0 {
			t.add(NameWord, []string{f})
		}
	}
}

// LookUp returns the table entry of a word. An Arabic one is also looked up without و and ف
// (and), ب (in) and ل (to), and may be a future verb.
func LookUp(s string) Word { return vocabulary().lookUp(s) }

// IsNow reports whether a phrase means the present: "just now", "منذ لحظات".
func IsNow(phrase string) bool { return vocabulary().now[foldPhrase(phrase)] }

// HoldsName reports whether the words contain a name with a day or a month in it ("Black
// Friday", "الجمعة العظيمة").
func HoldsName(words []string) bool {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = foldWord(w)
	}
	window := " " + strings.Join(folded, " ") + " "
	return slices.ContainsFunc(vocabulary().names, func(name string) bool { return strings.Contains(window, " "+name+" ") })
}

// maxWord is the maximum length of a folded word in the tables, in bytes.
const maxWord = 40

// hamzaBelow is an alef; no word written with another hamza begins with it: إب is a city, آب
// August.
const hamzaBelow = "إ"

// mayKnow is a quick check: false for most unknown words.
func (t *tables) mayKnow(s string) bool {
	return s != "" && (s[0] >= utf8.RuneSelf || t.shapes[s[0]&31][s[len(s)-1]&31].has(len(s)))
}

func (t *tables) lookUp(s string) Word {
	if !t.mayKnow(s) {
		return Word{} // most
	}
	var space [maxWord]byte
	folded, ok := fold(space[:0], s)
	if !ok {
		return Word{}
	}
	if folded[0] < utf8.RuneSelf {
		return t.words[string(folded)]
	}
	if w, known := t.words[string(folded)]; known {
		return t.asSpelt(s, string(folded), w)
	}
	w := Word{Is: Arabic}
	for range 2 {
		if !isPrefix(folded) {
			break
		}
		folded = folded[2:]
		if known, ok := t.words[string(folded)]; ok {
			return t.asSpelt(s, string(folded), known)
		}
	}
	if isFutureVerb(string(folded), t.notFuture) {
		w.Is |= Future
	}
	return w
}

// asSpelt returns the entry of an Arabic word, none for a month with a hamza that it is not
// written with.
func (t *tables) asSpelt(written, folded string, w Word) Word {
	if w.Is&Month != 0 && strings.Contains(written, hamzaBelow) && !t.below[folded] {
		return Word{Is: Arabic}
	}
	return w
}

// isPrefix reports whether an Arabic word starts with a letter that may be a word of its own,
// before three letters or more; و also before two, وفي.
func isPrefix(folded []byte) bool {
	switch first, _ := utf8.DecodeRune(folded); first {
	case 'و':
		return len(folded) >= 6
	case 'ف', 'ب', 'ل':
		return len(folded) >= 8
	}
	return false
}

// isFutureVerb reports whether an Arabic word is an imperfect with the prefix س: ستبدأ, سيعقد.
func isFutureVerb(folded string, except []string) bool {
	rest, ok := strings.CutPrefix(folded, "س")
	if !ok || len(rest) < 8 || !strings.HasPrefix(rest, "ي") && !strings.HasPrefix(rest, "ت") && !strings.HasPrefix(rest, "ن") {
		return false
	}
	for _, e := range except {
		if strings.HasPrefix(folded, e) {
			return false
		}
	}
	return true
}
