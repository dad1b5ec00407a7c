package query

import (
	"fmt"
	"slices"
	"strings"
)

// ParseFilter reads CQL2 text (OGC 21-065r2): basic CQL2, LIKE, BETWEEN, IN,
// CASEI, ACCENTI, comparisons of properties with each other, the functions of
// space and of time. Geometries in it are in crs. An error is a *FilterError.
//
// Where the standard leaves a choice: features know the day only, so that a
// TIMESTAMP stands for its day in UTC, and an INTERVAL for the days from its
// first to its last.
func ParseFilter(text string, fields []Field, crs CRS) (*Filter, error) {
	p := &parser{lexer: lexer{text: text}, fields: fields, crs: crs}
	if err := p.advance(); err != nil {
		return nil, err
	}
	f, err := p.expression()
	if err != nil {
		return nil, err
	}
	if p.token.class != atEnd {
		return nil, p.unexpected("AND, OR or the end")
	}
	return f, nil
}

// parser reads by recursive descent; token is the one to be read next.
type parser struct {
	lexer
	token  token
	fields []Field
	crs    CRS
	depth  int
}

// maxDepth is how deep parentheses and NOT may be nested.
const maxDepth = 100

func (p *parser) advance() (err error) {
	p.token, err = p.next()
	return err
}

// accept goes on behind a keyword or sign if it is there.
func (p *parser) accept(text string) (bool, error) {
	if !p.token.is(text) {
		return false, nil
	}
	return true, p.advance()
}

func (p *parser) expect(text string) error {
	found, err := p.accept(text)
	if err == nil && !found {
		err = p.unexpected(fmt.Sprintf("%q", text))
	}
	return err
}

func (p *parser) unexpected(wanted string) error {
	return p.fail(p.token.at, "%s stands where %s is expected", p.token, wanted)
}

// expression = term {"OR" term}
func (p *parser) expression() (*Filter, error) {
	return p.chain("OR", p.term, (*Filter).or)
}

// term = factor {"AND" factor}
func (p *parser) term() (*Filter, error) {
	return p.chain("AND", p.factor, (*Filter).And)
}

func (p *parser) chain(operator string, part func() (*Filter, error), join func(a, b *Filter) *Filter) (*Filter, error) {
	all, err := part()
	for err == nil && p.token.is(operator) {
		if err = p.advance(); err != nil {
			break
		}
		var next *Filter
		if next, err = part(); err == nil {
			all = join(all, next)
		}
	}
	return all, err
}

// factor = ["NOT"] ("(" expression ")" | predicate)
func (p *parser) factor() (*Filter, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.fail(p.token.at, "more than %d parentheses within each other", maxDepth)
	}
	defer func() { p.depth-- }()
	if found, err := p.accept("NOT"); found || err != nil {
		if err != nil {
			return nil, err
		}
		f, err := p.factor()
		if err != nil {
			return nil, err
		}
		return f.not(), nil
	}
	if found, err := p.accept("("); !found || err != nil {
		if err != nil {
			return nil, err
		}
		return p.predicate()
	}
	f, err := p.expression()
	if err != nil {
		return nil, err
	}
	return f, p.expect(")")
}

// predicate is what compares: a function of space or time, or an operator
// between scalars.
func (p *parser) predicate() (*Filter, error) {
	if p.token.class == word {
		name := strings.ToUpper(p.token.text)
		if relation, ok := spatialRelations()[name]; ok {
			return p.spatial(relation)
		}
		if relation, ok := temporalRelations()[name]; ok {
			return p.temporal(relation)
		}
		if field, ok := p.field(p.token.text); ok && field.Type == Shape {
			return p.shapeIsNull()
		}
	}
	left, err := p.scalar()
	if err != nil {
		return nil, err
	}
	return p.comparison(left)
}

// shapeIsNull = geometry "IS" ["NOT"] "NULL"
func (p *parser) shapeIsNull() (*Filter, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if !p.token.is("IS") {
		return nil, p.unexpected("IS NULL, the one thing to be asked of a geometry outside S_ functions,")
	}
	return p.isNull(hasNoShape)
}

// isNull = "IS" ["NOT"] "NULL"
func (p *parser) isNull(test *Filter) (*Filter, error) {
	if err := p.expect("IS"); err != nil {
		return nil, err
	}
	negated, err := p.accept("NOT")
	if err != nil {
		return nil, err
	}
	if negated {
		test = test.not()
	}
	return test, p.expect("NULL")
}

func (p *parser) field(name string) (Field, bool) {
	i := slices.IndexFunc(p.fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return p.fields[i], true
}

// names lists the fields for errors.
func (p *parser) names() string {
	list := make([]string, len(p.fields))
	for i, f := range p.fields {
		list[i] = f.Name
	}
	return strings.Join(list, ", ")
}
