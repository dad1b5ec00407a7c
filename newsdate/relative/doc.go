// Package relative reads dates relative to another day: "yesterday", "last week", "two days
// ago", "الأسبوع الماضي", "قبل يومين" to publication; "two days later", "the next morning",
// "اليوم التالي" to the preceding date of the text.
//
//	s := token.New("two days ago", nil)
//	relative.At(s, 0) // Unit: words.UnitDay, Count: -2, of three tokens
//
// A call looks at a bounded number of tokens.
package relative
