// Package token splits a text into words, lines and sentences, with how each word is written and
// what the lexicon knows of it.
//
//	text := token.NewText(token.Steps{Counter: work.New(ctx)}, token.NewVocabulary(from), "In Hama, they said.", nil)
//	text.Tokens[1].Fold                  // "hama"
//	text.Words[0]&lexicon.Locative != 0  // true: a place follows "in"
//	text.Breaks(1)                       // true: a comma
//
// Offsets count bytes of Text.Source; Span and RuneStart count code points of the input. A Text is
// for one goroutine at a time, as its methods count steps.
package token
