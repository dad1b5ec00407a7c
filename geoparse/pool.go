package geoparse

import (
	"encoding/binary"
	"math"

	"dateline/geoparse/resolve"
)

// pool shares equal values between the mentions of a text, as long texts name few places very
// often.
type pool struct {
	places     resolve.Places
	candidates map[string][]resolve.Candidate
	reasons    map[string]string
}

func newPool() *pool {
	return &pool{places: resolve.Places{}, candidates: map[string][]resolve.Candidate{}, reasons: map[string]string{}}
}

// sameCandidates returns an earlier mention's candidates if they are equal.
func (p *pool) sameCandidates(candidates []resolve.Candidate) []resolve.Candidate {
	key := make([]byte, 0, 256) // enough for most
	for _, c := range candidates {
		key = append(key, c.Place.ID...)
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(c.Score))
		key = append(append(key, c.Name...), 0)
	}
	same, known := p.candidates[string(key)]
	if !known {
		same = candidates
		p.candidates[string(key)] = same
	}
	return same
}

// sameReason is sameCandidates for reasons.
func (p *pool) sameReason(reason string) string {
	same, known := p.reasons[reason]
	if !known {
		same = reason
		p.reasons[reason] = same
	}
	return same
}
