package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"dateline/access"
	"dateline/article"
	"dateline/corpus"
	"dateline/frontend"
	"dateline/sample"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/followed"
	"dateline/server/page"
	"dateline/watch/fetch"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

type serveCommand struct {
	gazetteerFlag
	Addr        string            `help:"Address to listen on; port 0 takes a free one." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Data        string            `help:"Folder of the archive; without it a temporary one, removed at exit." type:"path" placeholder:"DIR" shared:""`
	TokenFile   string            `help:"File with a token that may read, add and edit, beside those of dateline token." type:"path" placeholder:"F"`
	Private     bool              `help:"Show nothing but to those who have a token with the right to read."`
	LogRequests bool              `help:"Log each request, not only those that fail."`
	LogFormat   string            `help:"How the log is written: text or json." enum:"text,json" default:"text" placeholder:"FORMAT"`
	Public      string            `help:"Address that clients know the server by, where that is another." placeholder:"URL"`
	Strict      bool              `help:"Let bbox select what has no geometry, and datetime what has no date, as OGC API - Features asks; for certification."`
	Layer       string            `help:"Map tiles to draw below the data instead of the page's own basemap, as https://tiles.example/{z}/{x}/{y}.png." placeholder:"URL"`
	LayerCredit string            `help:"Whom to name for the tiles." placeholder:"TEXT"`
	Basemap     string            `help:"File of vector tiles (PMTiles, Protomaps' schema) to draw below the data." type:"path" placeholder:"FILE.pmtiles"`
	MapLink     []string          `help:"Other maps to offer for a place, with {lat}, {lon} and {z}; none for none." default:"OpenStreetMap=https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={z}/{lat}/{lon}" sep:"none" placeholder:"NAME=URL"`
	Columns     map[string]string `help:"Which columns of a table have what, as for ingest." mapsep:","`
	Verbose     bool              `short:"v" help:"List what is left out of articles, and the files that are passed over."`
	Open        bool              `help:"Open the page in the browser."`
	Watch       bool              `help:"Follow the archive's sources too, as dateline watch does."`
	networkFlag
	limitFlags
	Paths []string `arg:"" optional:"" name:"path" help:"Articles to read first, as for ingest; without these and --data the sample corpus."`
}

// Bounds of what is fetched for somebody who only asks.
const (
	askedBytes = 4 << 20
	askedTime  = 10 * time.Second
)

// limitFlags bound what requests and clients may cost.
type limitFlags struct {
	Timeout      time.Duration  `help:"How long a request may take; streams go on while they are read." default:"15s"`
	QuerySteps   int            `help:"Steps that a filter may take, each some 10 ns of a core; 0 for no limit." default:"400000000"`
	ClientSteps  int            `help:"Steps that an address may ask for in a second; 0 for no limit." default:"40000000"`
	TrustedProxy []netip.Prefix `help:"Proxies whose X-Forwarded-For says who asks, and -Proto, -Host and -Prefix how links begin, as 10.0.0.0/8." placeholder:"CIDR"`
}

func (f *limitFlags) limits() server.Limits {
	l := server.Limits{Timeout: f.Timeout, QuerySteps: f.QuerySteps, ClientSteps: f.ClientSteps, TrustedProxies: f.TrustedProxy}
	for _, n := range []*int{&l.QuerySteps, &l.ClientSteps} {
		if *n == 0 {
			*n = -1
		}
	}
	return l
}

// gcPercent lets the heap, most of which is the View and stays, grow by so
// much between collections; Go's default would let it double.
const gcPercent = 25

func (c *serveCommand) Run(ctx context.Context, say *console) error {
	if c.Watch && c.Data == "" {
		return errors.New("--watch: sources are kept in an archive; say which with --data DIR")
	}
	token, err := c.token()
	if err != nil {
		return err
	}
	if c.Private && c.Data == "" && token == "" {
		return errors.New("--private: nobody could read it; give an archive that has tokens with --data DIR, or --token-file F")
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
	// Of what a container has, nine tenths, unless GOMEMLIMIT says otherwise. A
	// machine that is shared has no limit of ours.
	if _, err := memlimit.Set(); err != nil {
		say.fail(fmt.Sprint("the memory of this container has no limit that could be read; GOMEMLIMIT can say it: ", err))
	}
	// The port first: when it is taken, nothing need be read.
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
	reader, err := c.reader(ctx, c.Data)
	if err != nil {
		return err
	}
	articles, err := corpus.Open(ctx, dir, reader.names())
	if err != nil {
		return err
	}
	err = c.serve(ctx, say, listener, reader, articles, token, page.Config{Layer: layer, MapLinks: links, Basemap: basemap})
	return errors.Join(err, articles.Close())
}

func (c *serveCommand) serve(ctx context.Context, say *console, listener net.Listener, reader *currentReader, articles *corpus.Corpus, token string, offers page.Config) error {
	first := reader.reader()
	in := ingest{into: articles, reader: first, hints: villageHints{gazetteer: first.Parser.Gazetteer()}, say: say, bar: say.bar()}
	if source := c.articles(ctx); source != nil {
		notes := ledger{say: say, verbose: c.Verbose}
		err := in.read(ctx, notes.noting(source))
		in.bar.Finish()
		if ctx.Err() != nil {
			return nil // told to end before it had begun
		}
		if err != nil {
			return err
		}
		say.say("%s", in.report())
		notes.print()
		if c.Data != "" && in.total.Added+in.total.Revised > 0 {
			if err := noteWrite(c.Data, "serve", in.report()); err != nil {
				return err
			}
		}
	}
	if c.Data != "" {
		go articles.Follow(ctx, func(s string) { say.fail(s) })
		if !c.Watch { // which follows them itself
			go reader.follow(ctx, articles.OwnPlaces, func(s string) { say.say("%s", s) })
		}
		go articles.KeepReady(ctx, func(s string) { say.fail(s) })
	}
	if c.Watch {
		ended := make(chan struct{})
		watching, end := context.WithCancel(ctx)
		defer func() { end(); <-ended }()
		go func() {
			defer close(ended)
			if err := c.watch(watching, say, c.Data, reader, false); err != nil && watching.Err() == nil {
				say.fail(fmt.Sprintf("sources are not watched any more: %v", err))
			}
		}()
	}
	client := c.client(fetch.Options{MaxBytes: askedBytes, Timeout: askedTime})
	defer client.Close()
	log := c.log()
	tokens, audit := c.access()
	handler := api.New(api.Config{
		Config: server.Config{
			View: articles.View, Token: token, Tokens: tokens, Audit: audit, Private: c.Private, LogAll: c.LogRequests, Version: version(), Address: c.Public, Log: log, Limits: c.limits(), Strict: c.Strict,
		},
		Reader: reader.reader, Page: frontend.Files(), Frontend: offers, Put: articles.Put, Edit: articles, Sources: articles.Sources, Subscriptions: articles,
		Follow: &followed.Changes{Of: webSource, Add: articles.FollowSource, Pause: articles.PauseSource, Remove: articles.Unfollow},
		Fetch: func(ctx context.Context, address string) iter.Seq2[article.Article, error] {
			return fetched(ctx, client, article.Options{Unpacked: true}, address)
		},
	})
	for _, address := range networkAddresses(listener.Addr()) {
		say.say("for others in the network: %s", address)
	}
	fmt.Println(cmp.Or(c.Public, addressOf(listener.Addr())))
	if c.Open {
		openInBrowser(say, addressOf(listener.Addr()))
	}
	return server.Serve(ctx, listener, handler)
}

// articles returns what is to be read first, nil for nothing.
func (c *serveCommand) articles(ctx context.Context) iter.Seq[reading] {
	switch {
	case len(c.Paths) > 0:
		return inputs{c.Paths, article.Options{Columns: c.Columns}, c.networkFlag}.articles(ctx)
	case c.Data != "":
		return nil
	}
	return sampleArticles(ctx)
}

// sampleArticles yields the embedded sample corpus.
func sampleArticles(ctx context.Context) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		files := sample.Files()
		names, err := fs.Glob(files, "*.txt")
		if err != nil {
			yield(reading{err: err})
			return
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				yield(reading{err: err})
				return
			}
			for a, err := range article.ReadFrom(ctx, name, strings.NewReader(string(text))) {
				if !yield(reading{a, err}) {
					return
				}
			}
		}
	}
}

// folder returns the folder of the archive and what to do with it at the end.
func (c *serveCommand) folder() (dir string, cleanUp func(), err error) {
	switch {
	case c.Data != "" && len(c.Paths) > 0: // made where there is none
		return c.Data, func() {}, nil
	case c.Data != "":
		return c.Data, func() {}, needFolder(c.Data)
	}
	dir, err = os.MkdirTemp("", "dateline-*")
	return dir, func() { os.RemoveAll(dir) }, err
}

// access returns the tokens and the log of writes of an archive that stays; nil for one
// that does not.
func (c *serveCommand) access() (*access.Tokens, *access.Audit) {
	if c.Data == "" {
		return nil, nil
	}
	return access.Open(filepath.Join(c.Data, access.FileName)), access.OpenAudit(filepath.Join(c.Data, access.AuditName))
}

func (c *serveCommand) log() *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, nil))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, nil))
}

func (c *serveCommand) token() (string, error) {
	if c.TokenFile == "" {
		return "", nil
	}
	text, err := os.ReadFile(c.TokenFile)
	if err != nil {
		return "", fmt.Errorf("--token-file: %w", fileError(c.TokenFile, err))
	}
	token := strings.TrimSpace(string(text))
	if token == "" {
		return "", fmt.Errorf("--token-file %s: it is empty; write a long random word into it", c.TokenFile)
	}
	return token, nil
}
