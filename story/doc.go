// Package story detects copies of a text: what an agency sends and outlets print, shortened,
// with their own headline, with a sentence edited.
//
//	d := story.DigestOf(words)      // once, when the article is stored
//	x := story.NewIndex()
//	x.Add(story.Article{Number: 1, Day: 18130, Dated: true, Digest: d})
//	x.Changes()                     // whose story has changed
//	x.Lead(0)                       // the first article of the story
//
// Texts are compared by digests: a MinHash of their shingles, five words each, estimates the
// share that two texts have in common; and numbers and names are stored with the words around
// them, so that a report with other figures in the same sentences, as daily reports have, is not
// taken for a copy. In doubt two articles are two stories.
//
// Articles are ordered by number. Each joins the story of the earliest lead that its text is
// near to, published within a few days of it, or starts its own. The stories depend only on the
// articles and their order: not on when they were added, nor on what else was added and removed.
package story
