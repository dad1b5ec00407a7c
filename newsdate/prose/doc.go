// Package prose reads the dates of running text, sentence by sentence, and says on which
// day or in which month or year something happened at a place that the sentence names.
//
//	r := prose.NewReader(prose.Reference{Published: published})
//	s := r.Read("Jets hit Saraqib on Tuesday, 4 April 2017.")
//	e, ok := s.At(9) // 2017-04-04, newsdate.Day, prose.FromText
//
// Reading takes time linear in the bytes of the text; more than half of all sentences have
// no date and cost a quick look.
package prose
