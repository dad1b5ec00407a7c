// Package reader reads what a text reports to have happened at its places: who struck,
// took, held, left or besieged which of them, who says so, and whether it is told as done,
// claimed, denied, planned or only possible.
//
// It comes after the names, fronts and dates of a text are known and takes them as
// values (event.Text). A sentence goes through stages, a package each, which know of each
// other only what stands on its words (package sentence):
//
//  1. place puts places that are named together into groups, with what they lie in left out:
//     "Salma and Dourin in the countryside of Latakia" are two places;
//  2. actor and trigger label who is named ("the Syrian army", "قوات النظام") and the words
//     that carry events ("captured", "قصف"); anaphor finds what "the town" and "there" mean;
//  3. attach gives each trigger the group that it governs: the nearest, where words,
//     clauses and other triggers between add to the way;
//  4. mood, kind and aspect say whether it is told as done, what it is, and whether it goes on;
//  5. who says who did it, to whom, who holds the place afterwards, and who says so;
//  6. reports of one kind at the same places become one (kind).
//
// Words are data (lexicon), and so are the actors of each theatre (party). What is
// reported is not what happened: a Report says what the text says.
//
// All functions are pure. A Reader is safe for concurrent use. Cost is linear in
// the words of a text; what one trigger can look at is bounded.
package reader
