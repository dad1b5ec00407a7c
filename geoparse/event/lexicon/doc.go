// Package lexicon holds the vocabulary of events: which words report one (triggers, with
// their class and form), and which govern them (auxiliaries, prepositions, negations, verbs
// of saying). The words are in tables, one file for each language (words/).
//
//	lex, err := lexicon.Read()
//	lex.Triggers["attacked"][0].Class // lexicon.AttackClass
//
// Reading the tables takes some milliseconds and is done once. A Lexicon is not changed after
// that, and safe for concurrent use.
package lexicon
