// Package event holds what the event reader takes and gives: a Text with its words,
// sentences and places, and the Reports of what it says to have happened at them, each of a
// Type, with a Status. Package reader reads the one into the other.
package event
