package geoparse

import (
	"dateline/geoparse/resolve"
	"dateline/geoparse/signal"
)

// Signal is a kind of evidence used by the parser. Each can be switched off to measure its
// worth.
type Signal = signal.Signal

// Signals returns all signals in documented order.
func Signals() []Signal { return signal.All() }

// Without returns a parser that ignores a signal, with the same gazetteer.
func (p *Parser) Without(s Signal) *Parser {
	without := *p
	without.off = p.off.With(s)
	without.weights = p.weights.Without(s)
	without.cache = resolve.NewCache()
	return &without
}
