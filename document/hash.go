package document

import "crypto/sha256"

// HashSize is how many bytes of the SHA-256 of its JSON identify a document.
const HashSize = 16

// HashOf identifies a document by its JSON.
func HashOf(document []byte) []byte {
	sum := sha256.Sum256(document)
	return sum[:HashSize]
}
