// Package token splits a text into words and numbers and looks each word up in the tables.
//
//	s := token.New("on 4 April", nil)
//	s.At(1).Number            // 4
//	s.Is(2, words.Month)      // true
//	s.At(7)                   // no token: an empty one
//
// It takes time linear in the text. A Scan is not safe for concurrent use: it counts the tokens
// looked at.
package token
