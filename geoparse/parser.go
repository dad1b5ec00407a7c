package geoparse

import (
	"context"

	"dateline/gazetteer"
	"dateline/geoparse/classify"
	"dateline/geoparse/event"
	"dateline/geoparse/event/party"
	"dateline/geoparse/event/reader"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/recognise"
	"dateline/geoparse/resolve"
	"dateline/geoparse/signal"
	"dateline/geoparse/spatial"
	"dateline/geoparse/spatial/draw"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/newsdate/prose"
	"dateline/work"
)

// Parser finds and resolves the place names of texts. It is safe for
// concurrent use.
type Parser struct {
	gaz    *gazetteer.Gazetteer
	words  *token.Vocabulary
	drawer *draw.Drawer
	events *reader.Reader

	weights resolve.Weights
	cache   *resolve.Cache // of these
	off     signal.Off     // switched off
}

// New returns a Parser that uses a gazetteer. It fails only if the embedded lexicon is invalid.
func New(g *gazetteer.Gazetteer) (*Parser, error) {
	lex, err := lexicon.Read()
	if err != nil {
		return nil, err
	}
	events, err := reader.New()
	if err != nil {
		return nil, err
	}
	return &Parser{gaz: g, words: token.NewVocabulary(token.Sources{Lexicon: lex, Gazetteer: g, Events: events.Word}), events: events, drawer: draw.New(g), weights: resolve.DefaultWeights(), cache: resolve.NewCache()}, nil
}

// Gazetteer returns the gazetteer in use.
func (p *Parser) Gazetteer() *gazetteer.Gazetteer { return p.gaz }

// Parties returns the table of actors of wars.
func (p *Parser) Parties() *party.Table { return p.events.Parties() }

// Parse finds the toponyms of a text, resolves them jointly, and reads the fronts between them.
// It stops soon after ctx has ended and returns the context's error; a panic becomes a
// *PanicError. There are no partial results.
func (p *Parser) Parse(ctx context.Context, in Input) (r Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			r, err = Result{}, Recovered(v)
		}
	}()
	return p.parse(token.Steps{Counter: work.New(ctx)}, in), nil
}

// parse parses a text part by part. It panics with stopped when the context ends or there are
// too many mentions.
func (p *Parser) parse(w token.Steps, in Input) Result {
	stamp, ok := datestamp.Opening(in.Text)
	if ok && stamp.Date != newsdate.Civil(in.Published) {
		in.Published = stamp.Date.Time()
	}
	if in.Published.IsZero() {
		if day, ok := liveDay(in.Text); ok {
			in.Published = day.Time()
		}
	}
	whole, shared := newAssembly(in), newPool()
	rest := newSplitter(in)
	rest.stamp = event.Range{Start: stamp.Start, End: stamp.End}
	for part, ok := rest.next(); ok; part, ok = rest.next() {
		w.Spend(len(part.Text))
		whole.add(&part, p.parsePart(w, shared, &part))
	}
	return whole.result()
}

// parsePart runs the stages on one part; each takes the results of those before it.
func (p *Parser) parsePart(w token.Steps, shared *pool, in *part) *parse {
	run := p.readNames(w, shared, in.Input)
	run.stamp = in.stamp
	if in.Spans == nil {
		run.fronts = run.drawn(spatial.Read(run.spatialInput()))
	}
	w.Check()
	return run
}

// readNames recognises and resolves names.
func (p *Parser) readNames(w token.Steps, shared *pool, in Input) *parse {
	text := token.NewText(w, p.words, in.Text, in.Skip)
	found, asked := p.recognise(text, in.Spans)
	meant := resolve.Resolve(found, resolve.Settings{Off: p.off, Weights: p.weights, Places: shared.places, Cache: p.cache, Given: in.Spans != nil})
	run := &parse{Parser: p, Annotated: found, Resolution: meant, pool: shared, in: in, spanIndex: asked}
	if country, ok := meant.MainCountry(); ok {
		run.country = &country
	}
	return run
}

// recognise finds the names of a text, or takes the given spans if not nil; asked maps each name
// to its span.
func (p *Parser) recognise(text *token.Text, spans []Span) (found *toponym.Annotated, asked []int) {
	found = &toponym.Annotated{Text: text, Gaz: p.gaz}
	names := recognise.New(found, p.off)
	names.Recase()
	text.CutLines()
	if spans != nil {
		text.Step(len(spans))
		asked = names.Given(spans)
	} else {
		names.Spot()
		classify.Roles(found, p.off, names.BeginsName)
	}
	classify.Rivers(found)
	names.LookUpBySound()
	return found, asked
}

// parse is a part of a text with its resolved names.
type parse struct {
	*Parser
	*toponym.Annotated
	*pool
	*resolve.Resolution
	in        Input
	dates     []prose.Sentence // of each sentence; nil until first used
	spans     []event.Range    // the sentences searched for dates
	fronts    []Front
	country   *gazetteer.Place // that the text speaks of most; nil if unknown
	stamp     event.Range      // the date that the text begins with; empty if none
	spanIndex []int            // of each name, the index of its given span

	ofTheDay bool // undated events happened on the day of publication; set before events are dated
}
