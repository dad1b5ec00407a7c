package view

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"dateline/document/rows"
)

// version is a sum of hashes over the documents with their numbers in order of arrival, so that
// a document can be subtracted. The same documents in the same order have the same version on
// any machine; different ones have different versions.
type version [2]uint64

// featureFormat is part of every version: when features are written in another way, client
// caches must expire.
const featureFormat = "dateline features 3"

func newVersion() version { return hashed([]byte(featureFormat)) }

// versionOf returns an article's share of a version. For one edited in the file it includes the
// number of the change.
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
