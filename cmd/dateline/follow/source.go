// Package follow has the commands of a newsroom: the sources and subscriptions of an archive,
// the tokens of its server, and watch, which polls the sources and notifies the subscribers.
//
//	dateline source add --data news https://news.example/feed
//	dateline watch --data news
package follow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/archive/sources"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document/rows"
	"dateline/watch/listing"
)

// SourceCommand manages the sources of an archive.
type SourceCommand struct {
	Add    sourceAdd    `cmd:"" help:"Add feeds, pages, channels or folders to follow."`
	List   sourceList   `cmd:"" help:"List sources and their state."`
	Pause  sourcePause  `cmd:"" help:"Leave sources alone until they are resumed."`
	Resume sourceResume `cmd:"" help:"Resume paused sources."`
	Remove sourceRemove `cmd:"" help:"Remove sources; their articles stay."`
}

// changeSources calls do for each address, on an existing archive.
func changeSources(ctx context.Context, dir, action string, given []string, do func(*archive.Archive, string) error) error {
	if err := cli.NeedFolder(dir); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error { return withArchive(dir, action, given, do) })
}

// withArchive calls do for each address, and logs each as an action. An error in one does not
// affect the others.
func withArchive(dir, action string, given []string, do func(*archive.Archive, string) error) error {
	var failed []error
	err := setup.InArchive(dir, func(a *archive.Archive) error {
		for _, g := range given {
			address, _, err := sourceOf(g, listing.Any)
			if err == nil {
				err = do(a, address)
			}
			if err == nil {
				err = setup.NoteWrite(dir, action, address)
			}
			if err != nil {
				failed = append(failed, fmt.Errorf("%s: %w", g, err))
			}
		}
		return errors.Join(failed...)
	})
	if err != nil && len(failed) < len(given) {
		return cli.Partly(err)
	}
	return err
}

type sourceAdd struct {
	Data     string        `required:"" help:"Folder of the archive; created if missing." type:"archive" placeholder:"DIR" shared:""`
	Name     string        `help:"Name of the outlet; by default as given by the source." placeholder:"TEXT"`
	Every    time.Duration `help:"How often to check it, at least 1m; by default 15m, for folders 1m." placeholder:"DURATION"`
	Language string        `help:"Language of its articles, en or ar; detected by default." placeholder:"CODE"`
	Kind     string        `help:"feed, page, sitemap, folder or telegram; detected by default." enum:",feed,page,sitemap,folder,telegram" default:"" placeholder:"KIND"`
	Sources  []string      `arg:"" name:"source" help:"Addresses of feeds, sitemaps or pages, Telegram channels as @NAME, or folders."`
}

func (c *sourceAdd) Run(ctx context.Context, say *cli.Console) error {
	if c.Every != 0 && c.Every < time.Minute {
		return fmt.Errorf("--every %v: at least a minute, out of consideration for the server", c.Every)
	}
	if c.Language != "" && (len(c.Language) != 2 || strings.ToLower(c.Language) != c.Language) {
		return fmt.Errorf("--language %s: give two lower-case letters, such as en or ar", c.Language)
	}
	for _, s := range c.Sources {
		address, kind, err := sourceOf(s, listing.Kind(c.Kind))
		if err == nil && kind == listing.Folder {
			err = folderIsThere(address)
		}
		if err != nil {
			return err // before an archive is made
		}
	}
	return cli.Promptly(ctx, func() error {
		return withArchive(c.Data, "source add", c.Sources, func(a *archive.Archive, address string) error { return c.add(ctx, say, a, address) })
	})
}

func (c *sourceAdd) add(ctx context.Context, say *cli.Console, a *archive.Archive, address string) error {
	address, kind, err := sourceOf(address, listing.Kind(c.Kind))
	if err != nil {
		return err
	}
	s := sources.Source{Address: address, Name: c.Name, Kind: string(kind), Language: c.Language, Every: cmp.Or(c.Every, interval(kind))}
	s.Due = time.Now()
	added, err := sources.Add(ctx, a, s)
	switch {
	case err != nil:
		return err
	case added.Address != address:
		say.Say("%s: it links the feed %s, which is followed instead, with these settings; --kind page follows the page itself", address, added.Address)
	case added.New && kind == listing.Any:
		say.Say("%s: added; %s looks at it. Where it is a page that links a feed, the feed is followed in its place, as source list says then", address, follower(c.Data))
	case added.New:
		say.Say("%s: added; %s looks at it", address, follower(c.Data))
	default:
		say.Say("%s: was there; it is looked at as you said now", address)
	}
	return nil
}

// interval returns the default polling interval; polling a folder is cheap.
func interval(kind listing.Kind) time.Duration {
	if kind == listing.Folder {
		return time.Minute
	}
	return 15 * time.Minute
}

// sourceOf resolves what people enter as a source to an address and a kind.
func sourceOf(s string, kind listing.Kind) (address string, as listing.Kind, err error) {
	if page := listing.TelegramPage(s); (kind == listing.Any || kind == listing.Telegram) && listing.IsTelegramPage(page) {
		return page, listing.Telegram, nil
	}
	if cli.IsWebAddress(s) {
		u, err := url.Parse(s)
		switch {
		case err != nil || u.Hostname() == "":
			return "", kind, fmt.Errorf("%s: not an address", s)
		case strings.HasSuffix(u.Host, ":"):
			return "", kind, fmt.Errorf("%s: no port follows the colon behind %s; give one, or leave the colon out", s, u.Hostname())
		case kind == listing.Folder:
			return "", kind, fmt.Errorf("%s: an address, not a folder; leave --kind out", s)
		case u.User != nil:
			return "", kind, fmt.Errorf("%s: it contains a password, which would be stored and shown; leave it out", s)
		}
		return s, kind, nil
	}
	if kind != listing.Any && kind != listing.Folder {
		return "", kind, fmt.Errorf("%s: a %s has an address, which begins with https://", s, kind)
	}
	path, err := filepath.Abs(s)
	return path, listing.Folder, err
}

// WebSource is sourceOf for those who must not name local folders.
func WebSource(given string) (sources.Source, error) {
	address, kind, err := sourceOf(given, listing.Any)
	if err == nil && kind == listing.Folder {
		err = fmt.Errorf("%s: not an address that begins with https:// or http://", given)
	}
	return sources.Source{Address: address, Kind: string(kind)}, err
}

type sourcePause struct {
	setup.DataFlag
	Sources []string `arg:"" name:"source" help:"As listed by source list."`
}

func (c *sourcePause) Run(ctx context.Context) error {
	return changeSources(ctx, c.Data, "source pause", c.Sources, func(a *archive.Archive, s string) error { return sources.Pause(ctx, a, s, true, time.Now()) })
}

type sourceResume struct {
	setup.DataFlag
	Sources []string `arg:"" name:"source" help:"As listed by source list."`
}

func (c *sourceResume) Run(ctx context.Context) error {
	return changeSources(ctx, c.Data, "source resume", c.Sources, func(a *archive.Archive, s string) error { return sources.Pause(ctx, a, s, false, time.Now()) })
}

type sourceRemove struct {
	setup.DataFlag
	Sources []string `arg:"" name:"source" help:"As listed by source list."`
}

func (c *sourceRemove) Run(ctx context.Context) error {
	return changeSources(ctx, c.Data, "source remove", c.Sources, func(a *archive.Archive, s string) error { return sources.Remove(ctx, a, s) })
}

type sourceList struct {
	setup.DataFlag
	cli.ListFlags
	Verbose bool `short:"v" help:"Also print the items that could not be read."`
}

func (c *sourceList) Run(ctx context.Context, say *cli.Console) error {
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *sourceList) run(ctx context.Context, say *cli.Console) error {
	a, err := archive.OpenReader(rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	defer a.Close()
	all, err := sources.All(ctx, a)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		say.Say("no sources; dateline source add --data %s https://… adds one", postgres.Redacted(c.Data))
	}
	return cli.Rows(c.ListFlags, "source\tstate\tarticles\tlast new\tnext\tevery\terror", all, func(s *sources.Source) any { return s.Report() }, c.row)
}

func (c *sourceList) row(s *sources.Source) string {
	next := cli.ClockTime(s.Due)
	if s.Paused {
		next = "-"
	}
	row := fmt.Sprintf("%s\t%s\t%d\t%s\t%s\t%s\t%s", s.Address, s.Status(), s.Articles, cli.ClockTime(s.Found), next, cli.ShortDuration(s.Every), s.Error)
	for _, page := range s.Pages {
		row += "\n  in the place of " + page + ", which links it"
	}
	if c.Verbose && s.Waiting > 0 {
		row += fmt.Sprintf("\n  %d more to be read", s.Waiting)
	}
	if c.Verbose && s.Notes != "" {
		row += "\n  " + strings.ReplaceAll(s.Notes, "\n", "\n  ")
	}
	return row
}

// folderIsThere reports whether a source that is a folder can be watched.
func folderIsThere(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return cli.FileError(path, err)
	case !info.IsDir():
		return fmt.Errorf("%s: that is a file; give the folder that it is in", path)
	}
	return nil
}
