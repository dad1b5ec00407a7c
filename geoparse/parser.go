package geoparse

import (
	"context"
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/newsdate"
	"dateline/work"
)

// Parser finds and resolves the place names of texts. It is safe for
// concurrent use.
type Parser struct {
	gaz    *gazetteer.Gazetteer
	lex    *lexicon
	shapes *shapeCache

	weights weights
	off     []Signal // switched off
}

// New returns a Parser over a gazetteer. It fails only when the embedded
// lexicon is broken.
func New(g *gazetteer.Gazetteer) (*Parser, error) {
	lex, err := readLexicon()
	if err != nil {
		return nil, err
	}
	return &Parser{gaz: g, lex: lex, shapes: &shapeCache{}, weights: defaultWeights()}, nil
}

// Gazetteer returns the gazetteer that names are looked up in.
func (p *Parser) Gazetteer() *gazetteer.Gazetteer { return p.gaz }

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
	return p.parse(steps{work.New(ctx)}, in), nil
}

// parse parses a text, part by part. It panics with stopped when the context ends
// or the text holds too much.
func (p *Parser) parse(w steps, in Input) Result {
	whole, shared := newAssembly(in), newPool()
	rest := newSplitter(in)
	for part, ok := rest.next(); ok; part, ok = rest.next() {
		w.spend(len(part.Text))
		whole.add(&part, p.parsePart(w, shared, part.Input))
	}
	return whole.result()
}

// parsePart parses what is short enough to be read as one.
func (p *Parser) parsePart(w steps, shared *pool, in Input) *parse {
	run := p.newParse(w, shared, in)
	run.readNames()
	if in.Spans == nil {
		run.readFronts()
	}
	w.look()
	return run
}

func (p *Parser) newParse(w steps, shared *pool, in Input) *parse {
	return &parse{
		Parser: p, steps: w, pool: shared, in: in, text: unwrapped(in.Text), classOf: -1,
		persons: map[string]bool{}, settings: map[int]setting{}, fittings: map[classIn]fitting{},
		looked: map[string][]gazetteer.Hit{}, weighed: map[asName]weighed{},
	}
}

// readNames finds names and decides what they mean.
func (p *parse) readNames() {
	p.step(1 + len(p.text)/bytesPerStep + len(p.in.Spans))
	p.tokens = withoutSkipped(tokenize(p.text), p.in.Skip)
	p.readWords()
	p.recase()
	p.readLines()
	p.sentences = sentences(p.text)
	if p.in.Spans != nil {
		p.takeSpans()
	} else {
		p.spot()
		p.cue()
		p.classify()
	}
	p.resolve()
}

// parse is the state of parsing one part of a text; each stage fills what the next reads.
type parse struct {
	*Parser
	steps
	*pool
	in        Input
	text      string
	tokens    []token
	words     []wordSet // what the lexicon says of each token
	lines     []line
	sentences []textRange // in order, covering all that is not blank
	spots     []spotted
	spotOf    []int32             // of each token: the spotted name it belongs to, -1 for none
	leaning   map[string]float64  // share of the unambiguous names that lie in each country
	lowered   map[string]bool     // folded words that the text has with a small letter
	dates     []newsdate.Sentence // of each sentence; nil until they are asked for
	classOf   int                 // token of the class word that the last name took, -1 for none
	closing   int                 // where the next mark stands that closes a quotation, or line ends (closesQuotation)
	located   map[string]bool     // folded last words of names that the text says are places
	persons   map[string]bool     // folded words of people's names
	choices   []choice            // one for each spot
	support   map[string]float64  // share of the text that speaks of each country
	anchoring []bool              // of each name: whether a front can be drawn from it
	listEnd   []int32             // of each name: the last of the list that begins with it
	chainEnd  []int32             // the same of a chain, as "A-B-C"
	settings  map[int]setting     // of sentences, by their first byte
	fittings  map[classIn]fitting // by class word and sentence
	fronts    []Front
	looked    map[string][]gazetteer.Hit // names of given spans
	weighed   map[asName]weighed         // options of names
	asked     []int                      // of each spotted name, the span asked for that it is

	containers []containment   // of each spotted name
	divisions  map[string]bool // first-level divisions that the text names, by code
	counts     map[string]int  // how many names of a sense key are taken for a place
	inCountry  map[string]int  // how many names are taken for one in a country
	allTaken   int             // how many in all
}

// textRange is a stretch of text in bytes and in code points.
type textRange struct {
	start, end int
	span       Span
}

// readWords looks every token up in the lexicon, Arabic ones also without
// their prefixes, and notes which words the text has with a small letter.
func (p *parse) readWords() {
	p.words = make([]wordSet, len(p.tokens))
	p.lowered = map[string]bool{}
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.shape == lower {
			p.lowered[t.fold] = true
		}
		t.base = t.fold
		p.words[i] = p.lex.words[t.fold]
		if t.shape == arabic {
			p.readArabic(i)
		}
	}
}

// readArabic looks an Arabic token up without its prefixes.
func (p *parse) readArabic(i int) {
	t := &p.tokens[i]
	if rest := withoutAnd(t.text); rest != t.text && p.lex.words[gazetteer.FoldWord(rest)]&(isStop|isPreposition) != 0 {
		t.base = gazetteer.FoldWord(rest)
		p.words[i] = p.lex.words[t.base] // وفي, ومن: too short for a prefix otherwise
		return
	}
	if p.lex.knows(t.fold) {
		return
	}
	for _, skip := range clitics(t.text) {
		if base := gazetteer.FoldWord(t.text[skip:]); p.lex.knows(base) {
			p.words[i], t.base = p.lex.words[base], base
			return
		}
	}
}

// withoutAnd cuts و or ف (and) off the front of an Arabic word.
func withoutAnd(word string) string {
	for _, and := range [...]string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(word, and); ok {
			return rest
		}
	}
	return word
}

// runeSpan converts bytes of the text to a Span of code points.
func (p *parse) runeSpan(start, end int) Span {
	i := p.tokenAt(start)
	from := 0
	if i < len(p.tokens) {
		t := p.tokens[i]
		if start >= t.start {
			from = t.runeStart + utf8.RuneCountInString(p.text[t.start:start])
		} else {
			from = t.runeStart - utf8.RuneCountInString(p.text[start:t.start])
		}
	} else {
		from = utf8.RuneCountInString(p.text[:start])
	}
	return Span{from, from + utf8.RuneCountInString(p.text[start:end])}
}

// tokenAt returns the first token that ends after byte at.
func (p *parse) tokenAt(at int) int {
	p.step(1)
	lo, hi := 0, len(p.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.tokens[mid].end > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
