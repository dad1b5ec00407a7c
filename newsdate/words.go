package newsdate

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words
var wordFiles embed.FS

// class says what a word may be, a bit for each section of the tables.
type class uint64

const (
	isMonth class = 1 << iota
	isShort
	isPair
	isWeekday
	isBareWeekday
	isNumber
	isOrdinal
	isTeen
	isSuffix
	isUnit
	isDual
	isDecade
	isAgo
	isReckoned
	isSequel
	isSingle
	isRecent
	isOther
	isAfter
	isAbout
	isHijri
	isBefore
	isPast
	isNext
	isThis
	isYesterday
	isToday
	isTomorrow
	isFurther
	isDayPart
	isPart
	isSeason
	isAt
	isArticle
	isOf
	isBound
	isBegin
	isFuture
	isFutureTo
	isSay
	isThat
	isRelative
	isSubordinate
	isConjunction
	isAnd
	isBe
	isIn
	isFollow
	isSee
	isDuring
	isDue
	isInfinitive
	isPluperfect
	isHabit
	isClass
	isGiven
	isNameWord // of a name of several words
	isBeside
	isLabel
	isTimeOf
	isZone
	isAgency
	isArabic
)

var sections = map[string]class{
	"month": isMonth, "short": isShort, "pair": isPair, "weekday": isWeekday, "bareweekday": isBareWeekday,
	"number": isNumber, "ordinal": isOrdinal, "teen": isTeen, "suffix": isSuffix, "unit": isUnit, "dual": isDual, "decade": isDecade,
	"ago": isAgo, "reckoned": isReckoned, "sequel": isSequel, "single": isSingle, "recent": isRecent, "other": isOther, "after": isAfter, "about": isAbout, "hijri": isHijri, "before": isBefore, "past": isPast, "next": isNext, "this": isThis,
	"yesterday": isYesterday, "today": isToday, "tomorrow": isTomorrow, "further": isFurther,
	"daypart": isDayPart, "part": isPart, "season": isSeason, "at": isAt, "article": isArticle, "of": isOf,
	"bound": isBound, "begin": isBegin, "future": isFuture, "futureto": isFutureTo, "say": isSay, "that": isThat,
	"relative": isRelative, "subordinate": isSubordinate, "conjunction": isConjunction, "and": isAnd, "be": isBe, "in": isIn, "follow": isFollow, "see": isSee, "during": isDuring, "due": isDue, "infinitive": isInfinitive, "pluperfect": isPluperfect,
	"habit": isHabit, "class": isClass, "given": isGiven, "beside": isBeside, "label": isLabel, "timeof": isTimeOf, "zone": isZone, "agency": isAgency,
}

// Units are the values of words of isUnit.
const (
	unitMinute int16 = iota + 1
	unitHour
	unitDay
	unitWeek
	unitMonth
	unitYear
)

// word is what the tables say of a word.
type word struct {
	is    class
	value int16 // month, day of the week, number, unit, or minutes east of Greenwich
}

// tables are the words of all languages, a file each; nothing writes them once read.
type tables struct {
	words     map[string]word
	shapes    [32][32]shape // of the Latin words, by their first and last letters
	names     []string      // of several words, folded
	notFuture []string      // how words begin that are no Arabic future
	now       map[string]bool
}

// shape holds the lengths of words, a bit each.
type shape uint32

func (s shape) has(length int) bool { return length < 32 && s>>length&1 != 0 }

var vocabulary = sync.OnceValue(func() *tables {
	t := &tables{words: map[string]word{}, now: map[string]bool{}}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err) // embedded
	}
	for _, f := range files {
		data, err := wordFiles.ReadFile("words/" + f.Name())
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

// add gives words their class, and their value where the first field is one.
func (t *tables) add(c class, fields []string) {
	value, err := strconv.Atoi(fields[0])
	valued := err == nil
	if valued {
		fields = fields[1:]
	}
	for _, f := range fields {
		key := foldWord(f)
		w := t.words[key]
		w.is |= c
		if valued {
			w.value = int16(value)
		}
		if key[0] >= utf8.RuneSelf {
			w.is |= isArabic
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
		if t.words[f].is == 0 {
			t.add(isNameWord, []string{f})
		}
	}
}

// maxWord is how many bytes a folded word of the tables may have.
const maxWord = 40

// mayKnow is a quick look: false for most words that are in no table.
func (t *tables) mayKnow(s string) bool {
	return s != "" && (s[0] >= utf8.RuneSelf || t.shapes[s[0]&31][s[len(s)-1]&31].has(len(s)))
}

// lookUp returns what the tables say of a word. An Arabic one is looked up
// without و and ف (and), ب (in) and ل (to) too.
func (t *tables) lookUp(s string) word {
	if !t.mayKnow(s) {
		return word{} // most
	}
	var space [maxWord]byte
	folded, ok := fold(space[:0], s)
	if !ok {
		return word{}
	}
	if w, known := t.words[string(folded)]; known || folded[0] < utf8.RuneSelf {
		return w
	}
	w := word{is: isArabic}
	for range 2 {
		if !isPrefix(folded) {
			break
		}
		folded = folded[2:]
		if known, ok := t.words[string(folded)]; ok {
			return known
		}
	}
	if isFutureVerb(string(folded), t.notFuture) {
		w.is |= isFuture
	}
	return w
}

// isPrefix reports whether an Arabic word begins with a letter that may be a
// word of its own, before three letters or more.
func isPrefix(folded []byte) bool {
	switch first, _ := utf8.DecodeRune(folded); first {
	case 'و', 'ف', 'ب', 'ل':
		return len(folded) >= 8
	}
	return false
}

// isFutureVerb reports whether an Arabic word is an imperfect with س before it:
// ستبدأ, سيعقد.
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
