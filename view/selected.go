package view

import (
	"context"

	"dateline/feature"
	"dateline/query"
	"dateline/work"
)

// Each calls with for every feature that q selects, in order. It returns the error of ctx, or a
// *query.CostError.
func (l *Layer) Each(ctx context.Context, q *query.Query, with func(feature.Feature)) error {
	found, err := l.find(ctx, q)
	if err != nil {
		return err
	}
	steps := work.Metered(ctx)
	for i := found.Next(0); i >= 0; i = found.Next(i + 1) {
		with(l.At(i))
		if err := steps.Add(stepsPerFeature); err != nil {
			return err
		}
	}
	return steps.Flush()
}

// stepsPerFeature is about the cost of something small done with a feature.
const stepsPerFeature = 4
