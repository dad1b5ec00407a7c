// Package lexicon says what words tell of events: which carry one, of which kind, and which
// govern them. The words are tables (words/), a file for each language.
package lexicon
