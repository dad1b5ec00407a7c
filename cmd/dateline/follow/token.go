package follow

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/access"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
)

// TokenCommand manages the tokens of a server.
type TokenCommand struct {
	Add    tokenAdd    `cmd:"" help:"Create a token and print it, once."`
	List   tokenList   `cmd:"" help:"List tokens and their rights."`
	Remove tokenRemove `cmd:"" help:"Revoke tokens, on running servers at once."`
}

// withTokens calls do with the tokens of an existing archive.
func withTokens(ctx context.Context, data string, do func(*access.Tokens) error) error {
	if err := cli.NeedFolder(data); err != nil {
		return err
	}
	tokens, _, closing, err := setup.Rights(ctx, data)
	if err != nil {
		return err
	}
	defer closing()
	return do(tokens)
}

type tokenAdd struct {
	Data      string   `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Name      string   `required:"" help:"Its name, as shown in the log of writes." placeholder:"TEXT"`
	Rights    []string `required:"" help:"Its rights: read, add, edit, admin." placeholder:"RIGHT,..."`
	Expires   string   `help:"Expiry: a date, or a time from now such as 90d or 12h; by default it does not expire." placeholder:"WHEN"`
	PerMinute int      `help:"Maximum number of writes per minute." default:"600"`
}

func (c *tokenAdd) Run(ctx context.Context) error {
	return withTokens(ctx, c.Data, c.run)
}

func (c *tokenAdd) run(tokens *access.Tokens) error {
	rights, err := access.ParseRights(c.Rights)
	if err != nil {
		return fmt.Errorf("--rights: %w", err)
	}
	if c.PerMinute < 1 {
		return fmt.Errorf("--per-minute %d: it must be 1 or more", c.PerMinute)
	}
	now := time.Now()
	expires, err := expiry(c.Expires, now)
	if err != nil {
		return fmt.Errorf("--expires %s: %w", c.Expires, err)
	}
	secret, err := tokens.Add(access.Token{Name: c.Name, Rights: rights, Expires: expires, PerMinute: c.PerMinute}, now)
	if err != nil {
		return err
	}
	fmt.Println(secret)
	return setup.NoteWrite(c.Data, "token add", fmt.Sprintf("%s: %s", c.Name, strings.Join(c.Rights, ", ")))
}

// expiry parses an expiry: a day, until its end in UTC, or a duration from now; zero if empty.
func expiry(s string, now time.Time) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day.AddDate(0, 0, 1), nil
	}
	if number, isDays := strings.CutSuffix(s, "d"); isDays {
		if n, err := strconv.Atoi(number); err == nil && n > 0 && n <= 36_500 {
			return now.AddDate(0, 0, n), nil
		}
	}
	if d, err := time.ParseDuration(s); err == nil && d > 0 {
		return now.Add(d), nil
	}
	return time.Time{}, fmt.Errorf("it must be a date such as 2027-01-31, or a time from now such as 90d or 12h")
}

type tokenList struct {
	Data string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	cli.ListFlags
}

func (c *tokenList) Run(ctx context.Context) error {
	return withTokens(ctx, c.Data, c.run)
}

func (c *tokenList) run(tokens *access.Tokens) error {
	all, err := tokens.List()
	if err != nil {
		return err
	}
	return cli.Rows(c.ListFlags, "name\trights\tcreated\texpires\tper minute", all, func(t *access.Token) any { return reportOf(t) }, tokenRow)
}

// tokenReport is a token without the hash of its secret.
type tokenReport struct {
	Name      string         `json:"name"`
	Rights    []access.Right `json:"rights"`
	Created   time.Time      `json:"created"`
	Expires   time.Time      `json:"expires,omitzero"` // never if missing
	PerMinute int            `json:"per_minute"`
}

func reportOf(t *access.Token) tokenReport {
	return tokenReport{t.Name, t.Rights, t.Created, t.Expires, t.Limit()}
}

func tokenRow(t *access.Token) string {
	rights, expires := make([]string, len(t.Rights)), "never"
	for i, r := range t.Rights {
		rights[i] = string(r)
	}
	if !t.Expires.IsZero() {
		expires = t.Expires.UTC().Format("2006-01-02 15:04")
	}
	return fmt.Sprintf("%s\t%s\t%s\t%s\t%d", t.Name, strings.Join(rights, ","), t.Created.Format(time.DateOnly), expires, t.Limit())
}

type tokenRemove struct {
	Data  string   `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Names []string `arg:"" name:"name" help:"Their names."`
}

func (c *tokenRemove) Run(ctx context.Context) error {
	return withTokens(ctx, c.Data, c.run)
}

func (c *tokenRemove) run(tokens *access.Tokens) error {
	for i, name := range c.Names {
		if err := tokens.Remove(name); err != nil {
			if i > 0 {
				return cli.Partly(err)
			}
			return err
		}
		if err := setup.NoteWrite(c.Data, "token remove", name); err != nil {
			return cli.Partly(err)
		}
	}
	return nil
}
