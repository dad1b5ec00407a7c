// Package resolve decides which places the names of a text mean, all together.
//
//	r := resolve.Resolve(found, resolve.Settings{Weights: resolve.DefaultWeights(), Places: resolve.Places{}})
//	r.Taken(0)      // the place that the first name was taken for, nil for none
//	r.Confidence(0) // that it is the one meant, 0..1
//	r.IsCredible(0) // whether the name is one of a place at all
//
// Each candidate has a score of its own: how close its name is to what is written, how
// well known it is, whether it is what the class word says. Then come rounds in which
// nearness to what the neighbours were taken for is added, and what the items of a list
// have in common, until nothing changes. What the text says of where a place lies
// (containment) rules candidates out beforehand.
package resolve
