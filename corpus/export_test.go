package corpus

import (
	"context"
	"time"
)

// AskReady is Ready without the cached result.
func AskReady(c *Corpus) error {
	c.ready.asked = time.Time{}
	return c.Ready(context.Background())
}
