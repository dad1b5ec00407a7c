// Package resolve decides which places the names of a text mean, all together.
//
//	r := resolve.Resolve(found, resolve.Settings{Weights: resolve.DefaultWeights(), Places: resolve.Places{}})
//	r.Taken(0)      // the place that the first name was taken for, nil for none
//	r.Confidence(0) // that it is the one meant, 0..1
//	r.IsCredible(0) // whether the name is one of a place at all
//
// Each candidate has a score by itself: how close its name is to the written form, how well known
// it is, whether it fits the class word. In further rounds its nearness to the places of the
// neighbouring names counts too, and what the items of a list have in common, until nothing
// changes. Candidates that contradict the text's containment are excluded beforehand.
package resolve
