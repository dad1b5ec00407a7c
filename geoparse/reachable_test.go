package geoparse

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/gazetteer"
)

// reads reports whether a text is one word that folds to itself as a token's fold,
// so that a table with it as a key is not asked in vain.
func reads(folded string) bool {
	tokens := tokenize(folded)
	return len(tokens) == 1 && tokens[0].fold == folded && tokens[0].end == len(folded)
}

// TestEveryWordOfTheLexiconIsReachable tokenizes all words as they are written.
func TestEveryWordOfTheLexiconIsReachable(t *testing.T) {
	files, err := lexiconFiles.ReadDir("lexicon")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := lexiconFiles.ReadFile("lexicon/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for number, word := range wordsOf(string(text)) {
			tokens := tokenize(word)
			if len(tokens) != 1 || tokens[0].fold != gazetteer.FoldWord(word) {
				t.Errorf("lexicon/%s, line %d: no token of a text reads as %q", f.Name(), number, word)
			}
		}
	}
}

// wordsOf yields the words of a file of the lexicon with the numbers of their lines.
func wordsOf(text string) func(yield func(int, string) bool) {
	lists := (&lexicon{}).wordLists()
	return func(yield func(int, string) bool) {
		section := ""
		for n, line := range strings.Split(text, "\n") {
			line = strings.TrimSpace(line)
			name, isHeader := strings.CutPrefix(line, "[")
			if isHeader {
				section = strings.TrimSuffix(name, "]")
			}
			if line == "" || line[0] == '#' || isHeader {
				continue
			}
			words := strings.Fields(line)
			switch {
			case section == "organisation":
				words = gazetteer.Words(line)
			case lists[section] == nil && (lexiconSections[section] == 0 || section == "class"):
				words = words[:1]
			}
			for _, word := range words {
				if !yield(n+1, word) {
					return
				}
			}
		}
	}
}

// TestEveryWordOfTheCodeIsReachable reads the sources: what the fold or the base of
// a token is compared with must be folded.
func TestEveryWordOfTheCodeIsReachable(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, compared := gotoken.NewFileSet(), 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			for _, literal := range comparedWithTokens(n) {
				compared++
				if word, err := strconv.Unquote(literal.Value); err != nil || word != "" && !reads(word) {
					t.Errorf("%s: no token reads as %s", set.Position(literal.Pos()), literal.Value)
				}
			}
			return true
		})
	}
	if compared < 100 {
		t.Errorf("only %d words are compared with tokens", compared)
	}
}

// comparedWithTokens returns the literals that a node compares with the fold or the
// base of a token.
func comparedWithTokens(n ast.Node) (literals []*ast.BasicLit) {
	add := func(e ast.Expr) {
		if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == gotoken.STRING {
			literals = append(literals, literal)
		}
	}
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if (n.Op == gotoken.EQL || n.Op == gotoken.NEQ) && isTokenWord(n.X) {
			add(n.Y)
		}
	case *ast.SwitchStmt:
		if n.Tag == nil || !isTokenWord(n.Tag) {
			break
		}
		for _, clause := range n.Body.List {
			for _, e := range clause.(*ast.CaseClause).List {
				add(e)
			}
		}
	}
	return literals
}

func isTokenWord(e ast.Expr) bool {
	selector, ok := e.(*ast.SelectorExpr)
	return ok && (selector.Sel.Name == "fold" || selector.Sel.Name == "base")
}
