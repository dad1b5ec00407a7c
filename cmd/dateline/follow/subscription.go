package follow

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"dateline/archive"
	"dateline/archive/subscriptions"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document/rows"
	"dateline/watch/notify"
)

// SubscriptionCommand manages the subscriptions of an archive.
type SubscriptionCommand struct {
	Add    subscriptionAdd    `cmd:"" help:"Call an address with new features."`
	List   subscriptionList   `cmd:"" help:"List subscriptions and their state."`
	Remove subscriptionRemove `cmd:"" help:"End a subscription."`
}

type subscriptionAdd struct {
	Data       string        `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Collection string        `help:"mentions, fronts, events or articles." enum:"mentions,fronts,events,articles" default:"mentions"`
	BBox       string        `name:"bbox" help:"Only features that touch this box." placeholder:"W,S,E,N"`
	Near       string        `help:"Only features within a distance of a point, in kilometres." placeholder:"LON,LAT,KM"`
	Datetime   string        `help:"Only features in this time: an instant, or FROM/TO with .. for an open end." placeholder:"T"`
	Filter     string        `help:"Only features that match this CQL2 filter: confidence > 0.8 AND name LIKE 'K%'" placeholder:"CQL2"`
	Every      time.Duration `help:"Minimum time between calls; 24h for a daily digest." default:"1h"`
	SecretFile string        `help:"File with the secret for signing calls; without it one is generated and printed." type:"path" placeholder:"F"`
	Name       string        `arg:"" help:"Name of the subscription."`
	Address    string        `arg:"" help:"Address to POST to, such as https://desk.example/hook."`
}

func (c *subscriptionAdd) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	if c.Every < time.Second {
		return fmt.Errorf("--every %v: give at least 1s", c.Every)
	}
	secret, err := c.secret()
	if err != nil {
		return err
	}
	asked := notify.Request{
		Name: c.Name, Address: c.Address, Collection: c.Collection, BBox: c.BBox, Near: c.Near, Datetime: c.Datetime, Filter: c.Filter,
		Every: int(c.Every / time.Second), Secret: secret,
	}
	s, err := asked.Subscription(time.Now())
	if err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error {
		return setup.InArchive(c.Data, func(a *archive.Archive) error {
			if err := subscriptions.Add(ctx, a, s); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			noted := setup.NoteWrite(c.Data, "subscription add", c.Name)
			say.Say("%s: added; %s calls %s with what comes from now on", c.Name, follower(c.Data), c.Address)
			if c.SecretFile == "" {
				fmt.Println(s.Secret)
			}
			return noted
		})
	})
}

// secret returns the secret for signing calls, from a file or newly made.
func (c *subscriptionAdd) secret() (string, error) {
	if c.SecretFile == "" {
		return "", nil
	}
	text, err := os.ReadFile(c.SecretFile)
	if err != nil {
		return "", fmt.Errorf("--secret-file: %w", cli.FileError(c.SecretFile, err))
	}
	secret := strings.TrimSpace(string(text))
	if secret == "" {
		return "", fmt.Errorf("--secret-file %s: it is empty; write a long random string into it", c.SecretFile)
	}
	return secret, nil
}

type subscriptionRemove struct {
	setup.DataFlag
	Name string `arg:"" help:"As listed by subscription list."`
}

func (c *subscriptionRemove) Run(ctx context.Context) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error {
		return setup.InArchive(c.Data, func(a *archive.Archive) error {
			if err := subscriptions.Remove(ctx, a, c.Name); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			return setup.NoteWrite(c.Data, "subscription remove", c.Name)
		})
	})
}

type subscriptionList struct {
	setup.DataFlag
	cli.ListFlags
}

func (c *subscriptionList) Run(ctx context.Context, say *cli.Console) error {
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *subscriptionList) run(ctx context.Context, say *cli.Console) error {
	a, err := archive.OpenReader(rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	defer a.Close()
	all, err := subscriptions.All(ctx, a)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		say.Say("no subscriptions; dateline help subscription add says how to add one")
	}
	return cli.Rows(c.ListFlags, "name\tof\tselects\taddress\tevery\tlast called\terror", all, func(s *subscriptions.Subscription) any { return s.Report() },
		func(s *subscriptions.Subscription) string {
			return fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s\t%s", s.Name, s.Collection, selects(s), s.Address, cli.ShortDuration(s.Every), cli.ClockTime(s.Called), s.Error)
		})
}

// withinFlag is the area: three numbers are a circle, four a box.
func withinFlag(within string) string {
	if strings.Count(within, ",") == 2 {
		return "--near"
	}
	return "--bbox"
}

// selects formats what a subscription selects as flags.
func selects(s *subscriptions.Subscription) string {
	var parts []string
	for _, p := range [...]struct{ flag, value string }{{withinFlag(s.Within), s.Within}, {"--datetime", s.Datetime}, {"--filter", s.Filter}} {
		if p.value != "" {
			parts = append(parts, p.flag+" "+p.value)
		}
	}
	if len(parts) == 0 {
		return "all"
	}
	return strings.Join(parts, " ")
}
