package follow

import (
	"context"
	"errors"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
	"dateline/cmd/dateline/cli"
	"dateline/watch/fetch"
)

// retryAllowed retries at once what failed because it is in a private network, if such are
// allowed now.
func retryAllowed(ctx context.Context, a *archive.Archive, network cli.NetworkFlag) error {
	if len(network.AllowNetwork) == 0 {
		return nil
	}
	why, now := fetch.ErrPrivate.Error(), time.Now()
	return errors.Join(sources.Retry(ctx, a, why, now), subscriptions.Retry(ctx, a, why, now))
}
