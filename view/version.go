package view

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"dateline/document/rows"
)

// version is a sum of hashes over the documents with their numbers in the order of
// arrival, so that one can be taken out again. The same documents in the same order
// have the same one, on any machine; any other documents have another.
type version [2]uint64

// featureFormat is part of every version, as what clients have cached is old
// when the features are written in another way.
const featureFormat = "dateline features 3"

func newVersion() version { return hashed([]byte(featureFormat)) }

// versionOf is what an article adds to a version. Of one that was edited in the file
// the number of the change is part.
func versionOf(a *rows.Article) version {
	b := binary.AppendVarint(nil, int64(a.Number))
	return hashed(append(binary.AppendVarint(b, int64(min(a.Sum, rows.Unsummed))), a.Hash...))
}

func hashed(b []byte) version {
	sum := sha256.Sum256(b)
	return version{binary.LittleEndian.Uint64(sum[:8]), binary.LittleEndian.Uint64(sum[8:16])}
}

func (v version) plus(w version) version { return version{v[0] + w[0], v[1] + w[1]} }

func (v version) minus(w version) version { return version{v[0] - w[0], v[1] - w[1]} }

// String returns 16 hex digits.
func (v version) String() string {
	sum := sha256.Sum256(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, v[0]), v[1]))
	return hex.EncodeToString(sum[:8])
}
