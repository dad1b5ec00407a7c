// Package story brings articles together that are the same text: what an agency sends and
// outlets print, shortened, with a head of their own, with a sentence edited.
//
//	d := story.DigestOf(words)      // once, when the article is stored
//	x := story.NewIndex()
//	x.Add(story.Article{Number: 1, Day: 18130, Dated: true, Digest: d})
//	x.Changes()                     // whose story has changed
//	x.Lead(0)                       // the first article of the story
//
// Texts are compared by digests: a MinHash of their shingles, five words each, estimates
// which share of them two texts have in common; and for numbers and names the words around
// them are kept, so that a report which fills other figures into the same sentences, as
// daily reports do, is told from a copy. In doubt two articles are two stories.
//
// The articles come in an order, that of their numbers. Each joins the story of the
// earliest lead that its text is near to, published within a few days of it, else it leads
// a story of its own. Which stories there are depends on the articles and their order
// alone: not on when they were added, nor on what else was added and removed.
package story
