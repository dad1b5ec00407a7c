package corpus

import (
	"context"
	"time"
)

// AskReady is Ready without what it found before.
func AskReady(c *Corpus) error {
	c.ready.asked = time.Time{}
	return c.Ready(context.Background())
}
