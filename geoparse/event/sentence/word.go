package sentence

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Word is a token of a sentence with its labels.
type Word struct {
	*event.Token
	Set     lexicon.Set // copied from its event.Word
	Group   int         // index of its group of places, -1 if none
	Actor   int         // index in s.actors, -1 if none
	Trigger int         // index in s.triggers, -1 if none
	Depth   int         // number of open brackets
	Comma   bool        // a comma precedes it
	Stop    bool        // a semicolon, colon or dash precedes it
	Mark    bool        // a bracket or quotation mark precedes it
	Aside   bool        // a spaced dash precedes it
	Dash    bool        // a hyphen joins it to the previous word
}

func (r *Reading) word(i int) Word {
	t := &r.Tokens[i]
	w := Word{Token: t, Set: t.Word.Set, Group: -1, Actor: -1, Trigger: -1}
	if i == 0 {
		return w
	}
	switch gap := r.Text.Text[r.Tokens[i-1].End:w.Start]; gap {
	case " ":
	case ", ":
		w.Comma = true
	case "-", "‑", "–":
		w.Dash = !IsDigit(r.Tokens[i-1].Fold) && !IsDigit(w.Fold)
	default:
		w.noteMarks(gap)
	}
	return w
}

// noteMarks records the punctuation before a word.
func (w *Word) noteMarks(gap string) {
	w.Comma = strings.ContainsAny(gap, ",،")
	w.Mark = strings.ContainsAny(gap, "()[]\"“”«»")
	w.Stop = strings.ContainsAny(gap, ";؛:|\n!?…") || strings.Contains(gap, ".") && !w.Mark
	w.Aside = strings.Contains(gap, "—") || strings.Contains(gap, "– ") || strings.Contains(gap, " - ")
	w.Depth = strings.Count(gap, "(") - strings.Count(gap, ")")
}

// Says reports whether the word belongs to a term.
func (w *Word) Says(term lexicon.Term) bool { return w.Terms.Has(term) }
