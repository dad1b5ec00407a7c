// Package event reads what a text reports to have happened at its places: who
// struck, took, held, left or besieged which of them, who says so, and whether it
// is told as done, claimed, denied, planned or only possible.
//
// It comes after the names, fronts and dates of a text are known and takes them as
// values (Text). A sentence is read in five steps:
//
//  1. its words are labelled: triggers ("captured", "قصف"), actors ("the Syrian
//     army", "قوات النظام"), places and the small words between;
//  2. places that are named together become groups, with what they lie in left out:
//     "Salma and Dourin in the countryside of Latakia" are two places;
//  3. each trigger takes the group that it governs: the nearest, where words,
//     clauses and other triggers between add to the way;
//  4. who did it, to whom, and who holds the place afterwards follow from the voice
//     of the verb and the words around the noun;
//  5. reports of one kind at the same places become one.
//
// Words are data (words/), and so are the actors of each theatre (package party). What is
// reported is not what happened: a Report says what the text says.
//
// All functions are pure. A Reader is safe for concurrent use. Cost is linear in
// the words of a text; what one trigger can look at is bounded.
package event
