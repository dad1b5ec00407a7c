// Package sentence holds a sentence as the stages of the event reader see it: words with
// what the lexicon says of them, and the labels that stages put on them: groups of places,
// actors, triggers. It answers what more than one stage asks of them.
package sentence
