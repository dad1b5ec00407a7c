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
	memory  *resolve.Memory // of these
	off     signal.Off      // switched off
}

// New returns a Parser over a gazetteer. It fails only when the embedded
// lexicon is broken.
func New(g *gazetteer.Gazetteer) (*Parser, error) {
	lex, err := lexicon.Read()
	if err != nil {
		return nil, err
	}
	events, err := reader.New()
	if err != nil {
		return nil, err
	}
	return &Parser{gaz: g, words: token.NewVocabulary(token.Sources{Lexicon: lex, Gazetteer: g, Events: events.Word}), events: events, drawer: draw.New(g), weights: resolve.DefaultWeights(), memory: resolve.NewMemory()}, nil
}

// Gazetteer returns the gazetteer that names are looked up in.
func (p *Parser) Gazetteer() *gazetteer.Gazetteer { return p.gaz }

// Parties returns who the words of texts on wars mean.
func (p *Parser) Parties() *party.Table { return p.events.Parties() }

// Parse finds the place names of a text, decides together what they mean,
// and reads the fronts between them. It stops soon after ctx has ended and then
// returns the context's error; a panic becomes a *PanicError. A result is whole
// or there is none.
func (p *Parser) Parse(ctx context.Context, in Input) (r Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			r, err = Result{}, recovered(v)
		}
	}()
	return p.parse(token.Steps{Counter: work.New(ctx)}, in), nil
}

// parse parses a text, part by part. It panics with stopped when the context ends
// or the text holds too much.
func (p *Parser) parse(w token.Steps, in Input) Result {
	stamp, ok := datestamp.Opening(in.Text)
	if ok && stamp.Date != newsdate.Civil(in.Published) {
		in.Published = stamp.Date.Time()
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

// parsePart parses what is short enough to be read as one: each stage takes what those
// before it have found.
func (p *Parser) parsePart(w token.Steps, shared *pool, in *part) *parse {
	run := p.readNames(w, shared, in.Input)
	run.stamp = in.stamp
	if in.Spans == nil {
		run.fronts = run.drawn(spatial.Read(run.spatialInput()))
	}
	w.Look()
	return run
}

// readNames finds names and decides what they mean.
func (p *Parser) readNames(w token.Steps, shared *pool, in Input) *parse {
	text := token.NewText(w, p.words, in.Text, in.Skip)
	found, asked := p.recognise(text, in.Spans)
	meant := resolve.Resolve(found, resolve.Settings{Off: p.off, Weights: p.weights, Places: shared.places, Memory: p.memory, Given: in.Spans != nil})
	run := &parse{Parser: p, Annotated: found, Resolution: meant, pool: shared, in: in, asked: asked}
	if country, ok := meant.MainCountry(); ok {
		run.country = &country
	}
	return run
}

// recognise finds the names of a text, or takes the spans that were asked for, where
// these are not nil; asked says which of them each name is.
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

// parse is a part of a text whose names have been resolved.
type parse struct {
	*Parser
	*toponym.Annotated
	*pool
	*resolve.Resolution
	in      Input
	dates   []prose.Sentence // of each sentence; nil until they are asked for
	spans   []event.Range    // the sentences that dates are read of
	fronts  []Front
	country *gazetteer.Place // that the text speaks of most, nil when that can't be told
	stamp   event.Range      // the date that the text begins with, none elsewhere
	asked   []int            // of each name, the span asked for that it is

	ofTheDay bool // what it tells without a day happened on that of publication; set before events are dated
}
