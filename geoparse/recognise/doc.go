// Package recognise finds the stretches of a text that may name places.
//
//	names := recognise.New(found, off)
//	names.Recase() // gives known names of a text without capitals their capitals
//	names.Spot()   // fills found.Names
//
// A name is found as it is written, behind Arabic prefixes and in hashtags, in another
// romanisation, by its sound, or only by what the text calls it: the village of X. What
// a name means, and whether it is one of a place at all, is decided after.
package recognise
