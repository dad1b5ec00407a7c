// Package recognise finds the parts of a text that may name places.
//
//	names := recognise.New(found, off)
//	names.Recase() // gives known names of a text without capitals their capitals
//	names.Spot()   // fills found.Names
//
// A name is found as it is written, after Arabic prefixes and in hashtags, in another romanisation,
// by its sound, or only because the text calls it a place: the village of X. What a name means, and
// whether it is a place at all, is decided later.
package recognise
