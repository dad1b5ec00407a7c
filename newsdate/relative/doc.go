// Package relative reads dates that are counted from another day: "yesterday", "last
// week", "two days ago", "الأسبوع الماضي", "قبل يومين" from publication; "two days later",
// "the next morning", "اليوم التالي" from the day that the text told last.
//
//	s := token.New("two days ago", nil)
//	relative.At(s, 0) // Unit: words.UnitDay, Count: -2, of three tokens
//
// A call looks at a bounded number of tokens.
package relative
