package sentence_test

import (
	"strconv"
	"strings"
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/event/sentence"
)

// lastTrigger returns the last sentence of a marked text and its last trigger.
func lastTrigger(t testing.TB, marked string) (*sentence.Sentence, *sentence.Candidate) {
	t.Helper()
	s := readtest.Last(t, marked)
	if len(s.Triggers) == 0 {
		return s, nil
	}
	i := len(s.Triggers) - 1
	c := &sentence.Candidate{Trigger: s.Triggers[i], Index: i}
	c.Passive = s.IsPassive(&c.Trigger)
	return s, c
}

// subject returns the subject of the last trigger.
func subject(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	return s.Subject(c.First).Of(s.Text.Text)
}

// adjoining returns the actor right before the last trigger, or else its subject.
func adjoining(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	return s.Adjoining(c.First).Of(s.Text.Text)
}

// voice returns whether the last trigger is passive.
func voice(t testing.TB, marked string) string {
	switch _, c := lastTrigger(t, marked); {
	case c == nil:
		return "no trigger"
	case c.Passive:
		return "passive"
	}
	return "active"
}

// holder returns the word before the last trigger that says who holds the place after it.
func holder(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	if at := s.HolderBefore(&c.Trigger); at >= 0 {
		return s.Words[at].Of(s.Text.Text)
	}
	return "none"
}

// definite reports whether the last trigger refers to an event mentioned before.
func definite(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	if s.IsDefinite(c) {
		return "definite"
	}
	return "told anew"
}

// light returns the verb that lends the last trigger its subject.
func light(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	if at := s.LightBefore(c.First); at >= 0 {
		return s.Words[at].Of(s.Text.Text)
	}
	return "none"
}

// relativeObject returns the places before the relative clause of the last trigger.
func relativeObject(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	if g := s.RelativeObject(&c.Trigger); g >= 0 {
		return s.Groups[g].Spots[0].Of(s.Text.Text)
	}
	return "none"
}

// taker returns to whom a place falls, after the last trigger.
func taker(t testing.TB, marked string) string {
	s, c := lastTrigger(t, marked)
	if c == nil {
		return "no trigger"
	}
	return s.TakerAfter(c).Of(s.Text.Text)
}

// preposition returns the preposition that governs the last group of places.
func preposition(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	if len(s.Groups) == 0 {
		return "no place"
	}
	if at := s.PrepositionBefore(s.Groups[len(s.Groups)-1].First); at >= 0 {
		return s.Words[at].Of(s.Text.Text)
	}
	return "none"
}

// firstActors returns the first actor of a sentence with those joined to it.
func firstActors(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	return s.ActorWithin(0, 8).Of(s.Text.Text)
}

// nameAt returns the unlisted name that begins after "by".
func nameAt(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	for i := range s.Words {
		if s.Words[i].Fold == "by" {
			return s.NameFrom(i + 1).Of(s.Text.Text)
		}
	}
	return "no by"
}

// operation reports whether the first group of places begins the name of an operation.
func operation(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	if len(s.Groups) == 0 {
		return "no place"
	}
	return strconv.FormatBool(s.NamesOperation(&s.Groups[0]))
}

// breaks writes what precedes each word other than a blank: a comma, a stop, a mark, a dash, an
// aside, and the number of open brackets.
func breaks(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	var out []string
	for i := range s.Words {
		w := &s.Words[i]
		word := w.Fold
		for _, flag := range [...]struct {
			is   bool
			name string
		}{{w.Comma, "comma"}, {w.Stop, "stop"}, {w.Mark, "mark"}, {w.Aside, "aside"}, {w.Dash, "dash"}, {w.Depth > 0, "in brackets"}} {
			if flag.is {
				word += " (" + flag.name + ")"
			}
		}
		if word != w.Fold {
			out = append(out, word)
		}
	}
	return strings.Join(out, "; ")
}

// bases writes the words of a sentence that the lexicon knows, without their affixes.
func bases(t testing.TB, marked string) string {
	s := readtest.Last(t, marked)
	var out []string
	for i := range s.Words {
		if w := &s.Words[i]; w.Base != w.Fold {
			out = append(out, w.Fold+" "+w.Base)
		}
	}
	return strings.Join(out, "; ")
}
