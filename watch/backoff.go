package watch

import "time"

// longestBackoff is how long a source that fails is left alone at most, unless it is
// looked at less often anyway.
const longestBackoff = 24 * time.Hour

// backoff returns when a source that has failed so many times in a row is tried again:
// each time twice as late, somewhere in the later half of that time, so that what failed
// together is not tried together ("equal jitter",
// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
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

// spread returns when a source is looked at next, up to a tenth sooner or later than it
// is meant to be, so that those that were added together do not stay together.
func spread(every time.Duration, random float64) time.Duration {
	return every + time.Duration((random-0.5)*0.2*float64(every))
}
