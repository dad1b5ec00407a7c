// Package serve has the command that serves an archive on a map and as an OGC API:
//
//	dateline serve --data news --addr 127.0.0.1:8080
package serve

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"dateline/access"
	"dateline/archive/postgres"
	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/follow"
	"dateline/cmd/dateline/read"
	"dateline/cmd/dateline/setup"
	"dateline/corpus"
	"dateline/frontend"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/followed"
	"dateline/server/page"
	"dateline/view"
	"dateline/watch/fetch"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

// Command reads articles and serves them.
type Command struct {
	setup.GazetteerFlag
	Addr        string            `help:"Address to listen on; port 0 picks a free port." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Data        string            `help:"Folder of the archive; without it a temporary one, removed at exit." type:"archive" placeholder:"DIR" shared:""`
	Engine      string            `help:"Query engine: memory, which holds everything shown, or postgis, the database in --data, for archives larger than memory." enum:"memory,postgis" default:"memory" placeholder:"ENGINE"`
	TokenFile   string            `help:"File with a token that may read, add and edit, in addition to those of dateline token." type:"path" placeholder:"F"`
	Private     bool              `help:"Require a token with the right to read for everything."`
	LogRequests bool              `help:"Log every request, not only failures."`
	LogFormat   string            `help:"Log format: text or json." enum:"text,json" default:"text" placeholder:"FORMAT"`
	Public      string            `help:"Public address of the server, if it differs from --addr." placeholder:"URL"`
	Strict      bool              `help:"Let bbox select what has no geometry, and datetime what has no date, as OGC API - Features asks; for certification."`
	Layer       string            `help:"Map tiles to draw instead of the built-in basemap, such as https://tiles.example/{z}/{x}/{y}.png." placeholder:"URL"`
	LayerCredit string            `help:"Attribution of the tiles." placeholder:"TEXT"`
	Basemap     string            `help:"Vector tiles (PMTiles, Protomaps' schema) to draw below the data." type:"path" placeholder:"FILE.pmtiles"`
	MapLink     []string          `help:"Links to other maps for a place, with {lat}, {lon} and {z}; 'none' to disable." default:"OpenStreetMap=https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={z}/{lat}/{lon}" sep:"none" placeholder:"NAME=URL"`
	Columns     map[string]string `help:"Column mapping of a table, as for ingest." mapsep:","`
	Verbose     bool              `short:"v" help:"List what is left out of articles, and skipped files."`
	Open        bool              `help:"Open the page in the browser."`
	Watch       bool              `help:"Follow the archive's sources too, as dateline watch does."`
	cli.NetworkFlag
	limitFlags
	Paths []string `arg:"" optional:"" name:"path" help:"Articles to read first, as for ingest; without these and --data the sample corpus."`
}

// enginePostGIS makes the database answer.
const enginePostGIS = "postgis"

// Limits of fetching for clients without rights.
const (
	askedBytes = 4 << 20
	askedTime  = 10 * time.Second
)

// gcPercent is how much the heap, mostly the permanent View, may grow between collections; Go's
// default would let it double.
const gcPercent = 25

func (c *Command) Run(ctx context.Context, say *cli.Console) error {
	if c.Watch && c.Data == "" {
		return errors.New("--watch: sources are kept in an archive; say which with --data DIR")
	}
	if c.Engine == enginePostGIS && !postgres.IsAddress(c.Data) {
		return errors.New("--engine postgis: the archive must be in a database; give its address with --data postgres://…")
	}
	token, err := c.token()
	if err != nil {
		return err
	}
	if c.Private && c.Data == "" && token == "" {
		return errors.New("--private: nobody could read it; give an archive, which has tokens, with --data DIR, or --token-file F")
	}
	layer, err := page.NewLayer(c.Layer, c.LayerCredit)
	if err != nil {
		return fmt.Errorf("--layer: %w", err)
	}
	links, err := page.NewMapLinks(c.MapLink)
	if err != nil {
		return fmt.Errorf("--map-link: %w", err)
	}
	basemap, err := page.OpenBasemap(c.Basemap)
	if err != nil {
		return fmt.Errorf("--basemap: %w", err)
	}
	defer basemap.Close()
	debug.SetGCPercent(gcPercent)
	// Nine tenths of a container's memory, unless GOMEMLIMIT is set. A shared machine gets no
	// limit.
	if _, err := memlimit.Set(); err != nil {
		say.Fail(fmt.Sprint("the memory limit of this container could not be read; set GOMEMLIMIT: ", err))
	}
	// Listen first: if the port is taken, nothing need be read.
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return listenError(c.Addr, err)
	}
	defer listener.Close()
	dir, cleanUp, err := c.folder()
	if err != nil {
		return err
	}
	defer cleanUp()
	reader, err := c.Reader(ctx, c.Data)
	if err != nil {
		return unlessEnded(ctx, err)
	}
	articles, err := c.open(ctx, dir, reader.Names())
	if err != nil {
		return unlessEnded(ctx, err)
	}
	err = c.serve(ctx, say, listener, reader, articles, token, page.Config{Layer: layer, MapLinks: links, Basemap: basemap})
	return errors.Join(err, articles.Close())
}

// unlessEnded returns an error; nil if the server was interrupted while it started.
func unlessEnded(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

func (c *Command) serve(ctx context.Context, say *cli.Console, listener net.Listener, reader *setup.CurrentReader, articles *corpus.Corpus, token string, offers page.Config) error {
	in := read.NewIngest(articles, reader.Reader(), say)
	if source := c.articles(ctx); source != nil {
		notes := read.NewLedger(say, c.Verbose)
		err := in.Read(ctx, notes.Noting(source))
		if ctx.Err() != nil {
			return nil // told to end before it had begun
		}
		if err != nil {
			return err
		}
		say.Say("%s", in.Report())
		notes.Print()
		if c.Data != "" && in.Changed() > 0 {
			if err := setup.NoteWrite(c.Data, "serve", in.Report()); err != nil {
				return err
			}
		}
	}
	if c.Data != "" {
		go articles.Follow(ctx, func(s string) { say.Fail(s) })
		if !c.Watch { // otherwise watch follows them
			go reader.Follow(ctx, articles.OwnPlaces, func(s string) { say.Say("%s", s) })
		}
		go articles.KeepReady(ctx, func(s string) { say.Fail(s) })
	}
	if c.Watch {
		ended := make(chan struct{})
		watching, end := context.WithCancel(ctx)
		defer func() { end(); <-ended }()
		go func() {
			defer close(ended)
			if err := follow.Watch(watching, c.NetworkFlag, say, c.Data, reader, follow.Config{}); err != nil && watching.Err() == nil {
				say.Fail(fmt.Sprintf("sources are no longer watched: %v", err))
			}
		}()
	}
	client := c.Client(fetch.Options{MaxBytes: askedBytes, Timeout: askedTime})
	defer client.Close()
	log := c.log()
	tokens, audit, closing, err := c.access(ctx)
	if err != nil {
		return err
	}
	defer closing()
	config := server.Config{
		View: articles.View, Ready: articles.Ready, Token: token, Tokens: tokens, Audit: audit, Private: c.Private, LogAll: c.LogRequests, Version: cli.Version(), Address: c.Public, Log: log, Limits: c.limits(), Strict: c.Strict,
	}
	handler := api.New(api.Config{
		Config: config, Reader: reader.Reader, Page: frontend.Files(), Frontend: offers, Put: articles.Put, Edit: articles, Sources: articles.Sources, Subscriptions: articles,
		Follow: &followed.Changes{Of: follow.WebSource, Add: articles.FollowSource, Pause: articles.PauseSource, Remove: articles.Unfollow},
		Fetch: func(ctx context.Context, address string) iter.Seq2[article.Article, error] {
			return read.Fetched(ctx, client, article.Options{RefusePacked: true}, address)
		},
	})
	go debug.FreeOSMemory() // the garbage of the start, which the collector would keep for the heap to grow into
	for _, address := range networkAddresses(listener.Addr()) {
		say.Say("for others in the network: %s", address)
	}
	fmt.Println(cmp.Or(c.Public, addressOf(listener.Addr())))
	if c.Open {
		openInBrowser(say, addressOf(listener.Addr()))
	}
	return server.Serve(ctx, listener, handler)
}

// open opens the archive with its engine.
func (c *Command) open(ctx context.Context, dir string, names view.Names) (*corpus.Corpus, error) {
	if c.Engine == enginePostGIS {
		return corpus.OpenRemote(ctx, dir, names)
	}
	return corpus.Open(ctx, dir, names)
}

// access returns the tokens and the log of writes of the archive, and a function to call at the
// end; nil for a temporary archive.
func (c *Command) access(ctx context.Context) (*access.Tokens, access.Audit, func(), error) {
	if c.Data == "" {
		return nil, nil, func() {}, nil
	}
	return setup.Rights(ctx, c.Data)
}

func (c *Command) log() *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, nil))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, nil))
}

func (c *Command) token() (string, error) {
	if c.TokenFile == "" {
		return "", nil
	}
	text, err := os.ReadFile(c.TokenFile)
	if err != nil {
		return "", fmt.Errorf("--token-file: %w", cli.FileError(c.TokenFile, err))
	}
	token := strings.TrimSpace(string(text))
	if token == "" {
		return "", fmt.Errorf("--token-file %s: it is empty; write a long random string into it", c.TokenFile)
	}
	return token, nil
}
