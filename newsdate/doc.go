// Package newsdate holds the dates of news: days of the calendar, known to the day, the
// month or the year, and their ISO forms. Its subpackages read them from texts in English
// and Arabic:
//
//   - datestamp reads the date of a page, a feed or a record: RFC 3339, Unix time,
//     "June 12, 2019 6:00 EDT", "5 أيار/مايو 2019", "2 hours ago".
//   - prose reads running text, sentence by sentence, and says when something
//     happened at a place that the sentence names.
//
// Both split a text into tokens (token), looked up in a vocabulary (words), find the expressions in
// them (expression, of calendar and relative ones), and resolve them against the day of publication
// (resolve); prose also divides sentences into clauses (clause).
//
// A Date is a day of the calendar, not an instant. It is counted in the zone of the
// article: one published on 2020-01-01T00:30:00+03:00 is of 1 January, whatever day it is
// in Greenwich, and its "on Wednesday" is that day.
//
//	t, ok := newsdate.ISO("2020-01-01T00:30:00+03:00")
//	newsdate.Civil(t).String() // 2020-01-01
package newsdate
