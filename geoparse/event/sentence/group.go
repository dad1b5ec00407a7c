package sentence

import "dateline/geoparse/event"

// Group is places that are named together.
type Group struct {
	Key     int          // the same for groups of the same places
	Span                 // with the containers behind them
	Spots   []event.Spot // at least one
	Prep    int          // the preposition that governs it, -1 for none
	Acts    bool         // it stands for its government
	Anaphor bool         // words that refer to a place named before
	Size    event.Size   // of the first
}
