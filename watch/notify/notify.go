// Package notify tells those who have subscribed of what has come into an archive, by
// calling the address that they gave.
//
// A call is a POST of a GeoJSON FeatureCollection, signed as Standard Webhooks has it
// (https://www.standardwebhooks.com): webhook-id, which is the same whenever the same is
// told again, and of no other body, webhook-timestamp, that of the attempt, and webhook-signature, "v1," and the base64 of HMAC-SHA256
// of "ID.TIMESTAMP.BODY". Up to where somebody was told moves on when a call was answered
// with 2xx: nothing is lost by a restart or a kill, and what was told while that could not
// be written down any more is told again, under the same id.
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

// Config says whose subscribers are told and how. All is needed but the last three.
type Config struct {
	Archive *archive.Archive
	Client  *fetch.Client
	Clock   fetch.Clock
	Names   view.Names    // of the places that are told of, as a server of the archive has them
	Say     func(string)  // is told in a line what is wrong
	Ask     time.Duration // how often the archive is asked for news; two seconds when it is 0
	Once    bool          // end when all who are due have been told
	Steps   int           // that a filter may take (package work); as many as one of a request, 400 million, when it is 0
}

// Lost is when a call that was not answered is given up for lost.
const Lost = 5 * time.Minute

// Bounds: how many articles a call tells of at most; how many steps a filter may take; and how long it is waited at most
// after calls that failed.
const (
	perCall        = 1000
	maxSteps       = 400_000_000
	longestBackoff = 24 * time.Hour
)

// Run tells subscribers until ctx ends, or, with Once, all that is to be told now.
func Run(ctx context.Context, c Config) error {
	if c.Ask == 0 {
		c.Ask = 2 * time.Second
	}
	c.Steps = cmp.Or(c.Steps, maxSteps)
	said := ""
	for {
		if replaced, _ := c.Archive.Reopen(); replaced { // where it fails, Claim says what is wrong
			c.Say("another archive has taken the place of the one before, and is followed now")
		}
		until := c.Clock.Now().Add(Lost)
		s, err := subscriptions.Claim(ctx, c.Archive, c.Clock.Now(), until)
		if s != nil {
			err = c.tell(ctx, s, until)
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
		if err := c.Clock.Sleep(ctx, c.Ask); err != nil {
			return err
		}
	}
}

// Tell tells the subscriber of an id, if it is there still, of what has come.
func Tell(ctx context.Context, c Config, id int64) error {
	c.Steps = cmp.Or(c.Steps, maxSteps)
	until := c.Clock.Now().Add(Lost)
	s, err := subscriptions.ClaimOne(ctx, c.Archive, id, until)
	if err != nil || s == nil {
		return err
	}
	return c.tell(ctx, s, until)
}

// tell tells one subscriber of the news.
func (c *Config) tell(ctx context.Context, s *subscriptions.Subscription, until time.Time) error {
	failed := s.Error
	told, called, err := c.call(ctx, s)
	now := c.Clock.Now()
	switch {
	case ctx.Err() != nil:
		told, s.Due = nil, now // told to end, nobody's fault
	case err != nil:
		told = nil
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
	return subscriptions.Done(context.WithoutCancel(ctx), c.Archive, s, until, told)
}

// backoff returns how long after so many failures in a row a call is made again: a
// minute, and each time twice as long.
func backoff(failures int) time.Duration {
	return min(time.Minute<<min(failures-1, 20), longestBackoff)
}

// call looks for what a subscription selects among the first news, and tells of it and of
// what is withdrawn; of what comes behind the next call tells. It returns what is told, and
// whether there was anything to call for.
func (c *Config) call(ctx context.Context, s *subscriptions.Subscription) (told *subscriptions.News, called bool, err error) {
	news, err := subscriptions.NewsOf(ctx, c.Archive, s, perCall)
	if err != nil {
		return nil, false, err
	}
	docs := make([]document.Document, 0, len(news.Articles))
	for _, id := range news.Articles {
		d, err := c.Archive.Shown(id)
		if err != nil {
			return nil, false, err
		}
		if d != nil { // not removed since
			docs = append(docs, *d)
		}
	}
	body, any, err := selected(work.WithMeter(ctx, work.NewMeter(c.Steps, nil)), s, view.NewOf(c.Archive.Model(), c.Names, docs), news)
	if err != nil || !any {
		return news, false, err
	}
	if err := subscriptions.Begin(ctx, c.Archive, s, news); err != nil {
		return nil, false, err
	}
	return news, true, c.post(ctx, s, body)
}

// selected writes the features of a View that a subscription selects, and the ids of those
// that are withdrawn; any tells whether there are some of either.
func selected(ctx context.Context, s *subscriptions.Subscription, v *view.View, news *subscriptions.News) (body []byte, any bool, err error) {
	layer, known := v.Layer(s.Collection)
	if !known {
		return nil, false, fmt.Errorf("there is no collection %s", s.Collection)
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
	for f := range feature.Ahead(layer.Features, positions, true) {
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

// post calls the subscriber's address. The id of a call is made of what it tells: the same
// id has the same body, and a call whose articles have changed since it failed is another.
func (c *Config) post(ctx context.Context, s *subscriptions.Subscription, body []byte) error {
	id := fmt.Sprintf("%d-%d-%d-%x", s.ID, s.Told, s.Removal, document.HashOf(body)[:8])
	at := strconv.FormatInt(c.Clock.Now().Unix(), 10)
	header := http.Header{
		"Content-Type": {"application/geo+json"}, "Webhook-Id": {id}, "Webhook-Timestamp": {at}, "Webhook-Signature": {Sign(s.Secret, id, at, body)},
	}
	return c.Client.Post(ctx, s.Address, header, body)
}

// SecretPrefix begins a secret that is the base64 of its bytes, as Standard Webhooks
// writes them. Any other is taken as it is.
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
