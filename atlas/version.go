package atlas

import (
	"crypto/sha256"
	"encoding/hex"
)

// version is a chain of hashes over the documents in the order in which they
// were stored. The same documents in the same order have the same one, on any
// machine; any other documents have another.
type version [sha256.Size]byte

// featureFormat is part of every version, as what clients have cached is old
// when the features are written in another way.
const featureFormat = "dateline features 1"

func newVersion() version { return sha256.Sum256([]byte(featureFormat)) }

// with returns the version after one more document.
func (v version) with(hash []byte) version { return sha256.Sum256(append(v[:], hash...)) }

// String returns 16 hex digits.
func (v version) String() string { return hex.EncodeToString(v[:8]) }
