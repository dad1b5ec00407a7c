// Package calendar reads explicit dates, numeric ("14/08/2019", "2019-08-14"), or with the name
// of a month ("14 August", "August the fifth, last year", "الرابع عشر من أيلول", "كانون
// الثاني/يناير 2016").
//
//	s := token.New("on 14 August 2019", nil)
//	calendar.At(s, 1, newsdate.UnknownOrder) // 14 August 2019, of three tokens
//
// A call looks at a bounded number of tokens.
package calendar
