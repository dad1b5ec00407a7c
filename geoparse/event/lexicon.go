package event

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event/party"
)

// wordFiles are the words of events, a file for each language.
//
//go:embed words
var wordFiles embed.FS

// wordSet is what the lexicon says of a word.
type wordSet uint64

const (
	isBe          wordSet = 1 << iota // is, was, been
	isHave                            // has, had
	isNot                             // no, not, never
	isWill                            // will, to-be plans
	isMay                             // could, might, would
	isIf                              // if, unless
	isPlan                            // plans, intends, prepares
	isTry                             // tries to, failed to
	isFail                            // failed, unable
	isSay                             // said, reported
	isClaim                           // claimed, allegedly
	isDeny                            // denied
	isSource                          // sources, agency, observatory: who says
	isIn                              // prepositions of place
	isFrom                            // from, out of
	isTo                              // to, into, towards
	isBy                              // by
	isOf                              // of
	isAnd                             // and, as well as
	isClause                          // while, after, when: begins a clause
	isRelative                        // who, which, that
	isArticle                         // the, a, this
	isThis                            // this, that, هذه
	isFiller                          // may stand inside a trigger of several words
	isActor                           // forces, army, militants: the head of an actor
	isMod                             // stands before such a head: rebel, government
	isPerson                          // civilians, people, soldiers
	isGoods                           // weapons, vehicles
	isAircraft                        // means of air strikes
	isArtillery                       // means of shelling
	isBomb                            // means of explosions
	isPlaceNoun                       // town, village: refers to a place named before
	isSettlement                      // likewise town and village, but not area: refers to no province
	isThere                           // there: does so by itself
	isPosition                        // positions, checkpoints: stand for the place they are in
	isLight                           // launch, conduct, carry out: lend a noun their subject
	isWith                            // with, against
	isPart                            // northern, outskirts, countryside: between two names
	isNoEvent                         // anniversary, fear of: what is named with it is no event
	isAdverb                          // recently, also: stand between a helping word and its verb
	isFired                           // fired, hit: what shells and bombs do
	isRoute                           // road, highway
	isDate                            // Monday, May
	isManage                          // managed, began: what is told after it is done
	isOngoing                         // continued, تستمر: tell a noun as going on
	isUndergone                       // retaken, shelled: what is done to places
	beginsTrigger                     // the words of an event begin with it
	beginsActor                       // the name of an actor does
)

var wordSections = map[string]wordSet{
	"be": isBe, "have": isHave, "not": isNot, "will": isWill, "may": isMay, "if": isIf, "plan": isPlan, "try": isTry, "fail": isFail,
	"say": isSay, "claim": isClaim, "deny": isDeny, "source": isSource, "in": isIn, "from": isFrom, "to": isTo, "by": isBy, "of": isOf,
	"and": isAnd, "clause": isClause, "relative": isRelative, "article": isArticle, "this": isThis, "filler": isFiller, "actor": isActor,
	"modifier": isMod, "person": isPerson, "goods": isGoods, "aircraft": isAircraft, "artillery": isArtillery, "bomb": isBomb,
	"placenoun": isPlaceNoun, "settlement": isSettlement, "there": isThere, "position": isPosition, "light": isLight, "with": isWith, "part": isPart,
	"noevent": isNoEvent, "adverb": isAdverb, "fired": isFired, "manage": isManage, "date": isDate, "route": isRoute, "ongoing": isOngoing, "undergone": isUndergone,
}

// form says how a trigger is built into its sentence.
type form uint8

const (
	noun       form = iota
	verb            // finite, or after a helping word
	participle      // captured, held: passive, or a past tense
	gerund          // capturing
	state           // stronghold, presence: who holds is told like who does
)

// trigger is an entry of the lexicon: words that carry an event.
type trigger struct {
	words []string // folded, after the first
	kind  class
	form  form
}

// class is a Type, or one that what stands beside it decides.
type class string

const (
	attackClass class = "attack" // a clash, unless a means is told
	strikeClass class = "strike" // an air strike, unless rockets or guns are told
	hitClass    class = "hit"    // like attack, but shells and aircraft do it
	killClass   class = "kill"   // a killing, unless a means is told
	takeClass   class = "take"   // a capture where the place is what is taken
	occupyClass class = "occupy" // a capture, as a state control
	fallClass   class = "fallto" // a capture of the place before by the actor behind
	loseClass   class = "lose"   // a withdrawal where the place is what is lost
	raidClass   class = "raid"   // a clash by forces on the ground, else an air strike
	sendClass   class = "send"   // a deployment where people are sent to a place
	oustClass   class = "oust"   // a capture where a side is driven from a place
	cutClass    class = "cut"    // a siege where a road is cut
	fleeClass   class = "flee"   // a displacement, of fighters a withdrawal
	holdClass   class = "hold"   // control where a place is held; what one manages to hold is taken
	enterClass  class = "enter"  // a capture by forces
	noneClass   class = "none"   // no event: "battle tanks"

	// Weapons are events where they are fired or hit.
	weaponClass    class = "weapon"
	bombClass      class = "bomb"
	bombsClass     class = "bombs" // dropped ones are of aircraft
	landClass      class = "land"  // lands in, falls on: what weapons do
	airWeaponClass class = "airweapon"
)

// lexicon is what words say.
type lexicon struct {
	words    map[string]wordSet
	triggers map[string][]trigger // by their first word, folded; longest first
	parties  *party.Table
}

// section is what the header of a part of a file says: its kind and its class.
type section struct{ kind, class string }

func readLexicon() (*lexicon, error) {
	parties, err := party.New()
	if err != nil {
		return nil, err
	}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil, err
	}
	lex := &lexicon{words: map[string]wordSet{}, triggers: map[string][]trigger{}, parties: parties}
	for _, f := range files {
		text, err := wordFiles.ReadFile("words/" + f.Name())
		if err != nil {
			return nil, err
		}
		if err := lex.add(string(text)); err != nil {
			return nil, fmt.Errorf("words/%s: %w", f.Name(), err)
		}
	}
	for first, list := range lex.triggers {
		lex.words[first] |= beginsTrigger
		slices.SortStableFunc(list, func(a, b trigger) int { return len(b.words) - len(a.words) })
	}
	for first := range parties.FirstWords() {
		lex.words[first] |= beginsActor
	}
	return lex, nil
}

// add reads a file of sections, each a list of words or of phrases between commas.
func (lex *lexicon) add(text string) error {
	var in section
	sections := map[section]bool{}
	irregular := map[string][4]string{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if head, ok := strings.CutPrefix(line, "["); ok {
			in.kind, in.class, _ = strings.Cut(strings.TrimSuffix(head, "]"), " ")
			if sections[in] {
				return fmt.Errorf("line %d: section %s stands twice", n+1, line)
			}
			sections[in] = true
			continue
		}
		if err := lex.addLine(in, line, irregular); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

func (lex *lexicon) addLine(in section, line string, irregular map[string][4]string) error {
	if set, ok := wordSections[in.kind]; ok {
		for _, word := range strings.Fields(line) {
			lex.words[gazetteer.FoldWord(word)] |= set
		}
		return nil
	}
	if in.kind == "irregular" {
		f := strings.Fields(line)
		if len(f) != 4 {
			return fmt.Errorf("%q is not base, past, participle and -ing", line)
		}
		irregular[f[0]] = [4]string(f)
		return nil
	}
	for _, phrase := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == '،' }) {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			continue
		}
		switch in.kind {
		case "verb":
			lex.addVerb(words, class(in.class), irregular)
		case "arabicverb":
			lex.addArabicVerb(words, class(in.class))
		case "noun":
			lex.addTrigger(words, class(in.class), noun)
		case "participle":
			lex.addTrigger(words, class(in.class), participle)
		case "state":
			lex.addTrigger(words, class(in.class), state)
		default:
			return fmt.Errorf("unknown section %q", in.kind)
		}
	}
	return nil
}

func (lex *lexicon) addTrigger(words []string, c class, f form) {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = gazetteer.FoldWord(w)
	}
	lex.triggers[folded[0]] = append(lex.triggers[folded[0]], trigger{folded[1:], c, f})
}

// addVerb adds the forms of an English verb, whose first word is inflected.
func (lex *lexicon) addVerb(words []string, c class, irregular map[string][4]string) {
	base := words[0]
	forms, ok := irregular[base]
	if !ok {
		forms = [4]string{base, inflect(base, "ed"), inflect(base, "ed"), inflect(base, "ing")}
	}
	with := func(first string, f form) { lex.addTrigger(append([]string{first}, words[1:]...), c, f) }
	with(base, verb)
	with(inflect(base, "s"), verb)
	with(forms[3], gerund)
	if forms[1] != base && forms[1] != forms[2] {
		with(forms[1], verb)
	}
	if forms[2] != base {
		with(forms[2], participle)
	}
}

// inflect adds an ending to an English verb by the rules of spelling.
func inflect(base, ending string) string {
	last := base[len(base)-1]
	beforeVowel := ending != "s"
	switch {
	case beforeVowel && last == 'e' && !strings.HasSuffix(base, "ee"):
		return base[:len(base)-1] + ending
	case ending == "ed" && strings.HasSuffix(base, "ee"):
		return base + "d"
	case last == 'y' && len(base) > 1 && !strings.ContainsRune("aeiou", rune(base[len(base)-2])) && ending != "ing":
		if ending == "s" {
			return base[:len(base)-1] + "ies"
		}
		return base[:len(base)-1] + "i" + ending
	case beforeVowel && doubles(base):
		return base + string(last) + ending
	case ending == "s" && (last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "sh")):
		return base + "es"
	}
	return base + ending
}

// doubles reports whether a verb doubles its last letter: stop, hit, but not enter.
func doubles(base string) bool {
	n := len(base)
	if n < 3 || n > 4 {
		return false
	}
	isVowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	last := base[n-1]
	return !isVowel(last) && last != 'w' && last != 'x' && last != 'y' && isVowel(base[n-2]) && !isVowel(base[n-3])
}

// addArabicVerb adds the third person of an Arabic verb, given in the past: with the
// feminine and plural endings, and in the present, whose stem is that of the past
// without an alif before it.
func (lex *lexicon) addArabicVerb(words []string, c class) {
	past := gazetteer.FoldWord(words[0])
	stem := strings.TrimPrefix(past, "ا")
	add := func(first string) {
		lex.addTrigger(append([]string{first}, words[1:]...), c, verb)
	}
	if bare, ok := strings.CutSuffix(past, "ي"); ok { // اجلى: اجلت
		add(bare + "ت")
		add(bare + "وا")
	}
	for _, form := range []string{past, past + "ت", past + "وا", past + "تا", "ي" + stem, "ت" + stem, "ي" + stem + "ون", "سي" + stem, "ست" + stem} {
		add(form)
	}
}
