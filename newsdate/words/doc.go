// Package words holds the vocabulary of dates: which words of a language are months,
// days of the week, units of time, verbs of saying, and so on.
//
// A file of words is one language; its sections are the classes of class.go. A word
// may be in several classes, and has one value: 4 for April, Thursday and "four".
//
//	words.LookUp("نيسان") // {Is: Month | Arabic, Value: 4}
//
// The tables are read once, at the first call. Looking up costs some nanoseconds for
// most words in Latin script, whose first and last letters and length no word of the
// tables has, and one map access for others.
package words
