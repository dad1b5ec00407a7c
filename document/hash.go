package document

import "crypto/sha256"

// HashSize is the length of a document's hash, SHA-256 of its JSON.
const HashSize = 16

// HashOf identifies a document by its JSON.
func HashOf(document []byte) []byte {
	sum := sha256.Sum256(document)
	return sum[:HashSize]
}
