package geoparse

import (
	"dateline/geoparse/resolve"
	"dateline/geoparse/signal"
)

// Signal is one kind of evidence that the parser goes by. Each can be switched
// off, which shows what it is worth.
type Signal = signal.Signal

// Signals returns all signals, in the order in which they are described.
func Signals() []Signal { return signal.All() }

// Without returns a parser over the same gazetteer that does without a signal.
func (p *Parser) Without(s Signal) *Parser {
	without := *p
	without.off = p.off.With(s)
	without.weights = p.weights.Without(s)
	without.memory = resolve.NewMemory()
	return &without
}
