package sentence

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Word is a token of a sentence with what is known of it.
type Word struct {
	*event.Token
	Set     lexicon.Set // that of its event.Word
	Group   int         // of places, -1 for none
	Actor   int         // of s.actors, -1 for none
	Trigger int         // of s.triggers, -1 for none
	Depth   int         // how many brackets are open
	Comma   bool        // one stands before it
	Stop    bool        // a semicolon, colon or dash does
	Mark    bool        // a bracket or quotation mark does
	Aside   bool        // a dash between blanks does
	Dash    bool        // a hyphen joins it to the word before
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

// noteMarks notes what stands before a word.
func (w *Word) noteMarks(gap string) {
	w.Comma = strings.ContainsAny(gap, ",،")
	w.Mark = strings.ContainsAny(gap, "()[]\"“”«»")
	w.Stop = strings.ContainsAny(gap, ";؛:|\n!?…") || strings.Contains(gap, ".") && !w.Mark
	w.Aside = strings.Contains(gap, "—") || strings.Contains(gap, "– ") || strings.Contains(gap, " - ")
	w.Depth = strings.Count(gap, "(") - strings.Count(gap, ")")
}

// Says reports whether it is one of a term.
func (w *Word) Says(term lexicon.Term) bool { return w.Terms.Has(term) }
