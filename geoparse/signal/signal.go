// Package signal names the kinds of evidence that the parser uses, each of which can be
// switched off to measure what it is worth.
//
//	off := signal.Off{signal.Nearness}
//	off.Uses(signal.ClassWords) // true
package signal

import "slices"

// Signal is a kind of evidence used by the parser. Each can be switched off to measure its
// worth.
type Signal string

// The signals.
const (
	Prominence    Signal = "how well known the place is"
	ClassWords    Signal = "class words beside the name"
	CountryTopic  Signal = "the country the text speaks of"
	Nearness      Signal = "nearness to the other places"
	Containment   Signal = "named with what it lies in"
	ListCoherence Signal = "neighbours in a list"
	Contents      Signal = "holding the other places"
	UsualName     Signal = "the usual name before former ones"
	OneSense      Signal = "one sense a text"
	BySound       Signal = "names by their sound"
	Prefixes      Signal = "Arabic prefixes"
	People        Signal = "names of people"
	Organisations Signal = "names of organisations"
	CommonWords   Signal = "everyday words"
	Credibility   Signal = "little-known names need support"
	Unlisted      Signal = "names in no gazetteer"
)

// All returns all signals in documented order.
func All() []Signal {
	return []Signal{
		Prominence, ClassWords, CountryTopic, Nearness, Containment, ListCoherence, Contents, UsualName,
		OneSense, BySound, Prefixes, People, Organisations, CommonWords, Credibility, Unlisted,
	}
}

// Off lists the signals that are switched off.
type Off []Signal

// Uses reports whether a signal is in use.
func (off Off) Uses(s Signal) bool { return !slices.Contains(off, s) }

// With returns the list with one more signal switched off.
func (off Off) With(s Signal) Off { return append(slices.Clone(off), s) }
