package sentence

import "dateline/geoparse/event"

// Group is a list of places named together.
type Group struct {
	Key     int          // equal for groups of the same places
	Span                 // including the containers after them
	Spots   []event.Spot // at least one
	Prep    int          // the preposition that governs it, -1 if none
	Acts    bool         // a metonym of its government
	Anaphor bool         // refers to a place mentioned before
	Size    event.Size   // of the first place
}
