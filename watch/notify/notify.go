// Package notify tells subscribers what is new in an archive, by calling their addresses.
//
// A call is a POST of a GeoJSON FeatureCollection, signed as Standard Webhooks specifies
// (https://www.standardwebhooks.com): webhook-id, the same for every attempt and never for
// another body, webhook-timestamp, that of the attempt, and webhook-signature, "v1," and the
// base64 of HMAC-SHA256 of "ID.TIMESTAMP.BODY". A subscriber's position advances when a call is
// answered with 2xx: a restart or a kill loses nothing, and a call whose success could not be
// recorded is repeated with the same id.
package notify

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dateline/archive"
	"dateline/archive/subscriptions"
	"dateline/document"
	"dateline/feature"
	"dateline/query"
	"dateline/view"
	"dateline/watch/fetch"
	"dateline/work"
)

// Config says whose subscribers are called and how. All but the last three fields are required.
type Config struct {
	Archive  *archive.Archive
	Client   *fetch.Client
	Clock    fetch.Clock
	Names    view.Names    // of the places in calls, as a server of the archive has them
	Say      func(string)  // receives errors, in a line each
	Interval time.Duration // between reads of the archive; default two seconds
	Once     bool          // end when all that are due were called
	Steps    int           // limit of a filter (package work); default that of a request, 400 million
}

// AbandonedAfter is the time after which an unfinished call counts as abandoned.
const AbandonedAfter = 5 * time.Minute

// Limits: the number of articles in a call; the steps of a filter; and the longest delay after
// failed calls.
const (
	perCall        = 1000
	maxSteps       = 400_000_000
	longestBackoff = 24 * time.Hour
)

// Run calls subscribers until ctx ends or, with Once, all that are due.
func Run(ctx context.Context, c Config) error {
	if c.Interval == 0 {
		c.Interval = 2 * time.Second
	}
	c.Steps = cmp.Or(c.Steps, maxSteps)
	said := ""
	for {
		if replaced, _ := c.Archive.Reopen(); replaced { // if it fails, Claim reports the error
			c.Say("another archive has taken the place of the one before, and is followed now")
		}
		until := c.Clock.Now().Add(AbandonedAfter)
		s, err := subscriptions.Claim(ctx, c.Archive, c.Clock.Now(), until)
		if s != nil {
			err = c.deliver(ctx, s, until)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && err.Error() != said {
			said = err.Error()
			c.Say(said)
		}
		switch {
		case s != nil && err == nil:
			continue
		case c.Once:
			return err
		}
		if err := c.Clock.Sleep(ctx, c.Interval); err != nil {
			return err
		}
	}
}

// Deliver calls the subscriber with an id, if it still exists.
func Deliver(ctx context.Context, c Config, id int64) error {
	c.Steps = cmp.Or(c.Steps, maxSteps)
	until := c.Clock.Now().Add(AbandonedAfter)
	s, err := subscriptions.ClaimOne(ctx, c.Archive, id, until)
	if err != nil || s == nil {
		return err
	}
	return c.deliver(ctx, s, until)
}

// deliver calls one subscriber.
func (c *Config) deliver(ctx context.Context, s *subscriptions.Subscription, until time.Time) error {
	failed := s.Error
	sent, called, err := c.call(ctx, s)
	now := c.Clock.Now()
	switch {
	case ctx.Err() != nil:
		sent, s.Due = nil, now // told to end, not a failure
	case err != nil:
		sent = nil
		s.Failures++
		s.Error = err.Error()
		s.Due = now.Add(backoff(s.Failures))
		if s.Error != failed {
			c.Say(fmt.Sprintf("subscription %s: %v; next try at %s", s.Name, err, s.Due.Local().Format(time.DateTime)))
		}
	default:
		s.Failures, s.Error = 0, ""
		s.Due = now
		if called {
			s.Called, s.Due = now, now.Add(s.Every)
		}
	}
	return subscriptions.Done(context.WithoutCancel(ctx), c.Archive, s, until, sent)
}

// backoff returns the delay after so many consecutive failures: a minute, doubled each time.
func backoff(failures int) time.Duration {
	return min(time.Minute<<min(failures-1, 20), longestBackoff)
}

// call sends what a subscription selects among the first new articles, and what is withdrawn; the next
// call sends what follows. It returns what was sent, and whether there was anything to send.
func (c *Config) call(ctx context.Context, s *subscriptions.Subscription) (sent *subscriptions.Delivery, called bool, err error) {
	next, err := subscriptions.NextDelivery(ctx, c.Archive, s, perCall)
	if err != nil {
		return nil, false, err
	}
	docs := make([]document.Document, 0, len(next.Articles))
	for _, id := range next.Articles {
		d, err := c.Archive.CorrectedDocument(id)
		if err != nil {
			return nil, false, err
		}
		if d != nil { // not removed since
			docs = append(docs, *d)
		}
	}
	body, any, err := selected(work.WithMeter(ctx, work.NewMeter(c.Steps, nil)), s, view.NewWith(c.Archive.Model(), c.Names, docs), next)
	if err != nil || !any {
		return next, false, err
	}
	if err := subscriptions.Begin(ctx, c.Archive, s, next); err != nil {
		return nil, false, err
	}
	return next, true, c.post(ctx, s, body)
}

// selected writes the features of a View that a subscription selects, and the ids of withdrawn
// ones; any reports whether there are any.
func selected(ctx context.Context, s *subscriptions.Subscription, v *view.View, news *subscriptions.Delivery) (body []byte, any bool, err error) {
	layer, known := v.Layer(s.Collection)
	if !known {
		return nil, false, fmt.Errorf("unknown collection %s", s.Collection)
	}
	q, err := queryOf(s, query.Fields(layer.Schema))
	if err != nil {
		return nil, false, err
	}
	positions, err := layer.Select(ctx, q)
	if err != nil {
		return nil, false, err
	}
	var features []byte
	separator := ""
	for f := range feature.Prefetched(layer.Features, positions, true) {
		features = f.AppendJSON(append(features, separator...))
		separator = ",\n"
		article, isPart := f.Property("article").(string)
		if !isPart {
			article = f.ID()
		}
		news.Selected[article] = append(news.Selected[article], f.ID())
	}
	withdrawn := news.Withdrawn()
	head, err := json.Marshal(struct {
		Type         string   `json:"type"`
		Subscription string   `json:"subscription"`
		Collection   string   `json:"collection"`
		Withdrawn    []string `json:"withdrawn"`
	}{"FeatureCollection", s.Name, s.Collection, append([]string{}, withdrawn...)})
	if err != nil {
		return nil, false, err
	}
	body = append(head[:len(head)-1], `,"features":[`...)
	return append(append(body, features...), "]}\n"...), len(positions)+len(withdrawn) > 0, nil
}

// post calls the subscriber's address. The id of a call is derived from its content: the same id
// has the same body, and a failed call whose articles have changed gets another id.
func (c *Config) post(ctx context.Context, s *subscriptions.Subscription, body []byte) error {
	id := fmt.Sprintf("%d-%d-%d-%x", s.ID, s.Sent, s.Removal, document.HashOf(body)[:8])
	at := strconv.FormatInt(c.Clock.Now().Unix(), 10)
	header := http.Header{
		"Content-Type": {"application/geo+json"}, "Webhook-Id": {id}, "Webhook-Timestamp": {at}, "Webhook-Signature": {Sign(s.Secret, id, at, body)},
	}
	return c.Client.Post(ctx, s.Address, header, body)
}

// SecretPrefix marks a secret as base64, as in Standard Webhooks. Any other is used as it is.
const SecretPrefix = "whsec_"

// Sign returns the signature of a call.
func Sign(secret, id, timestamp string, body []byte) string {
	key := []byte(secret)
	if written, is := strings.CutPrefix(secret, SecretPrefix); is {
		if b, err := base64.StdEncoding.DecodeString(written); err == nil {
			key = b
		}
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.", id, timestamp)
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
