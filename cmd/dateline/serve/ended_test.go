package serve

import (
	"context"
	"testing"

	"dateline/cmd/dateline/cli"
)

// TestToldToEndWhileLoading: a signal before the server has begun is no error.
func TestToldToEndWhileLoading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := Command{Addr: "127.0.0.1:0", Data: t.TempDir()}
	if err := c.Run(ctx, cli.NewConsole(true)); err != nil {
		t.Error(err)
	}
}
