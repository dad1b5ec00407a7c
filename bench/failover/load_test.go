package main

import (
	"testing"
	"time"
)

// TestOutage: the outage is the longest interval without a write after a time.
func TestOutage(t *testing.T) {
	noon := time.Date(2019, 6, 12, 12, 0, 0, 0, time.UTC)
	l := &load{acked: map[string]time.Time{}}
	for title, seconds := range map[string]int{"a": 0, "b": 60, "c": 61, "d": 66, "e": 67} {
		l.acked[title] = noon.Add(time.Duration(seconds) * time.Second)
	}
	for _, tt := range []struct{ after, from, to int }{{0, 0, 60}, {60, 61, 66}, {62, 62, 66}, {66, 66, 67}} {
		from, to := l.outage(noon.Add(time.Duration(tt.after) * time.Second))
		if !from.Equal(noon.Add(time.Duration(tt.from)*time.Second)) || !to.Equal(noon.Add(time.Duration(tt.to)*time.Second)) {
			t.Errorf("after %d s: from %v to %v", tt.after, from.Sub(noon), to.Sub(noon))
		}
	}
	if n := l.since(noon.Add(time.Minute)); n != 3 {
		t.Errorf("%d writes since", n)
	}
}

// TestMedian: the median duration of the writes after the first n.
func TestMedian(t *testing.T) {
	l := &load{took: []time.Duration{9, 9, 3, 1, 2}}
	if d, n := l.median(2); d != 2 || n != 3 {
		t.Error(d, n)
	}
	if d, n := l.median(7); d != 0 || n != 0 {
		t.Error(d, n)
	}
}
