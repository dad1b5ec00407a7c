package watch

import "time"

// longestBackoff is the longest delay after failures, unless the source's interval is longer.
const longestBackoff = 24 * time.Hour

// backoff returns the delay after so many consecutive failures: it doubles each time, and is
// random in the upper half, so that sources that failed together are not retried together
// ("equal jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
func backoff(every time.Duration, failures int, random float64) time.Duration {
	longest := max(longestBackoff, every)
	d := every
	for range failures {
		if d *= 2; d >= longest {
			d = longest
			break
		}
	}
	return d/2 + time.Duration(random*float64(d/2))
}

// spread returns when to poll a source next, up to a tenth sooner or later than its interval, so
// that sources added together drift apart.
func spread(every time.Duration, random float64) time.Duration {
	return every + time.Duration((random-0.5)*0.2*float64(every))
}
