// Package article turns what newsrooms and scrapers hand out (text files, pages, feeds,
// lines of JSON) into Articles.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Article is one news article.
type Article struct {
	ID        string    // 16 hex digits of a hash of its content: reading it twice gives the same
	Title     string    // headline, in one line
	Byline    string    // who wrote it, as printed; may be empty
	Source    string    // outlet as printed, or title of the feed, or name of the file
	URL       string    // where it was read, when known
	Published time.Time // zero when the article does not say; midnight UTC when it gives a day only
	Lang      string    // ISO 639-1, as "en" or "ar"; "und" when it can't be told
	Text      string    // what is read: begins with the title line; offsets count its code points
	Lines     [2]int    // first and last line in the input, 1-based, inclusive; zero when it has no lines
	Omitted   []string  // what was kept out of Text: navigation, share text, comments
}

// NewID returns the ID of an article with this text.
func NewID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
