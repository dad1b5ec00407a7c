// Package prose reads the dates of running text, sentence by sentence, and dates what happened
// at a place in the sentence, to the day, month or year.
//
//	r := prose.NewReader(prose.Reference{Published: published})
//	s := r.Read("Jets hit Saraqib on Tuesday, 4 April 2017.")
//	e, ok := s.At(9) // 2017-04-04, newsdate.Day, prose.FromText
//
// It takes time linear in the text; more than half of all sentences have no date and take only a
// quick check.
package prose
