// Package words is the vocabulary of dates: the months, days of the week, units of time, verbs
// of saying and so on of each language.
//
// A file of words is one language; its sections are the classes of class.go. A word may be in
// several classes, and has one value: 4 for April, Thursday and "four".
//
//	words.LookUp("نيسان") // {Is: Month | Arabic, Value: 4}
//
// The tables are read once, at the first call. A lookup takes some nanoseconds for most Latin
// words, which no word of the tables resembles in first and last letter and length, and one map
// access for others.
package words
