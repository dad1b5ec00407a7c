// Package newsdate reads the dates of news, in English and Arabic.
//
// Two readers share one vocabulary (the tables in words) and one set of
// explicit forms ("4 April 2017", "August 13", "14/08/2019", "الخامس من أيار"):
//
//   - Parse and Find read the date of a page, a feed or a record, which is
//     printed to be read as one: RFC 3339, RFC 1123, Unix time, "June 12, 2019
//     6:00 EDT", "5 أيار/مايو 2019", "2 hours ago".
//   - Reader reads running text, sentence by sentence, and says on which day or
//     in which month or year something happened at a place that the sentence
//     names.
//
// A Date is a day of the calendar, not an instant: it is reckoned in the zone
// of the article. An article published on 2020-01-01T00:30:00+03:00 is of 1
// January, whatever day it is in Greenwich, and its "on Wednesday" is that day.
//
//	r := newsdate.NewReader(newsdate.Reference{Published: published})
//	s := r.Read("Jets hit Saraqib on Tuesday, 4 April 2017.")
//	e, ok := s.At(9) // 2017-04-04, Day, FromText
//
// Reading takes time linear in the bytes of the text.
package newsdate
