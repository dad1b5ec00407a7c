// Package datestamp reads the printed date of a page, a feed or a record, in English or Arabic.
//
//	datestamp.Parse("June 12, 2019 6:00 EDT", newsdate.Hint{})    // 2019-06-12T06:00:00-04:00
//	datestamp.Parse("قبل ساعتين", newsdate.Hint{Now: now})
//	datestamp.Find("Vera Bell – June 12, 2019 | 3 comments", newsdate.UnknownOrder)
//
// Parse looks at the first 200 bytes; the others take time linear in the length of a line.
package datestamp
