// Package token cuts a text into words and numbers and says what the tables of words
// know of each.
//
//	s := token.New("on 4 April", nil)
//	s.At(1).Number            // 4
//	s.Is(2, words.Month)      // true
//	s.At(7)                   // no token: an empty one
//
// Cutting takes time linear in the bytes of the text. A Scan is not safe for concurrent
// use: it counts the tokens that are looked at.
package token
