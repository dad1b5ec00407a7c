package geoparse

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// reads reports whether a text is one word that equals its own fold, so that a token can match it
// as a key of a table.
func reads(folded string) bool {
	tokens := testParser().words.Tokenize(folded)
	return len(tokens) == 1 && tokens[0].Fold == folded && tokens[0].End == len(folded)
}

// TestEveryWordOfTheCodeIsReachable reads the sources: what is compared with the fold or the base
// of a token must be folded.
func TestEveryWordOfTheCodeIsReachable(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.go", "*/*.go", "*/*/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
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

// comparedWithTokens returns the literals that a node compares with the fold or the base of a
// token.
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
	return ok && (selector.Sel.Name == "Fold" || selector.Sel.Name == "Base")
}
