// Package reader reads the events that a text reports at its places: who struck, took, held, left
// or besieged which of them, who says so, and whether the text presents it as done, claimed,
// denied, planned or only possible.
//
// Its input is a text whose names, fronts and dates are known (event.Text). A sentence passes
// through stages, a package each, which communicate only by labels on its words (package sentence):
//
//  1. place groups places that are listed together, without those that contain them: "Salma and
//     Dourin in the countryside of Latakia" are two places;
//  2. actor and trigger label actors ("the Syrian army", "قوات النظام") and the words that report
//     events ("captured", "قصف"); anaphor resolves "the town" and "there";
//  3. attach gives each trigger the nearest group, by a distance to which words, clauses and other
//     triggers in between add;
//  4. mood, kind and aspect decide its status, its type, and whether it goes on;
//  5. who finds agent, target, later holder and source;
//  6. reports of one type at the same places are merged (kind).
//
// Words (lexicon) and the actors of each theatre (party) are data. A Report says what the text says,
// not what happened.
//
// All functions are pure. A Reader is safe for concurrent use. Cost is linear in
// the words of a text; what one trigger can look at is bounded.
package reader
