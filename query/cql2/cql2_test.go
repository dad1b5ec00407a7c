package cql2

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// written writes a tree as nested operators.
func written(e *Expression) string {
	if e.Args == nil {
		return fmt.Sprintf("%s:%v", e.Op, e.Value)
	}
	parts := make([]string, len(e.Args))
	for i, arg := range e.Args {
		parts[i] = written(arg)
	}
	return e.Op + "(" + strings.Join(parts, " ") + ")"
}

// TestTrees: text and JSON are read into the same tree.
func TestTrees(t *testing.T) {
	for text, tt := range map[string]struct{ json, want string }{
		"a = 1 OR b = 2 AND NOT c = 3": {
			`{"op":"or","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"and","args":[{"op":"=","args":[{"property":"b"},2]},{"op":"not","args":[{"op":"=","args":[{"property":"c"},3]}]}]}]}`,
			"or(=(property:a literal:1) and(=(property:b literal:2) not(=(property:c literal:3))))",
		},
		"a NOT IN (1, -2)": {
			`{"op":"not","args":[{"op":"in","args":[{"property":"a"},[1,-2]]}]}`, "not(in(property:a literal:1 literal:-2))",
		},
		"a IS NOT NULL": {`{"op":"not","args":[{"op":"isNull","args":[{"property":"a"}]}]}`, "not(isnull(property:a))"},
		"a + 2 * 3 ^ 2 > 1": {
			`{"op":">","args":[{"op":"+","args":[{"property":"a"},{"op":"*","args":[2,{"op":"^","args":[3,2]}]}]},1]}`,
			">(+(property:a *(literal:2 ^(literal:3 literal:2))) literal:1)",
		},
		"CASEI(\"the name\") LIKE 'it''s%'": {
			`{"op":"like","args":[{"op":"casei","args":[{"property":"the name"}]},"it's%"]}`, "like(casei(property:the name) literal:it's%)",
		},
		"T_AFTER(d, DATE('2020-01-02'))": {`{"op":"t_after","args":[{"property":"d"},{"date":"2020-01-02"}]}`, "t_after(property:d date:2020-01-02)"},
		"S_WITHIN(g, BBOX(1,2,3,4))":     {`{"op":"s_within","args":[{"property":"g"},{"bbox":[1,2,3,4]}]}`, "s_within(property:g bbox:[1 2 3 4])"},
	} {
		a, errText := Parse(text)
		b, errJSON := ParseJSON(tt.json)
		if errText != nil || errJSON != nil {
			t.Errorf("%s: %v, %v", text, errText, errJSON)
			continue
		}
		if got := written(a); got != tt.want || written(b) != tt.want {
			t.Errorf("%s: %s, and of JSON %s; want %s", text, got, written(b), tt.want)
		}
	}
}

// TestErrorsSayWhere: by column in text, and by path in JSON.
func TestErrorsSayWhere(t *testing.T) {
	for text, at := range map[string]string{
		"a =": "column 4", "سنة = 1 AND": "column 12", "a = 'x": "column 5", "f(1)": "column 1", "a ~ 1": "column 3",
		strings.Repeat("(", maxDepth+1) + "a": "column 101",
	} {
		var e *Error
		if _, err := Parse(text); !errors.As(err, &e) || e.At != at {
			t.Errorf("%.20s: %v, want %s", text, err, at)
		}
	}
	for text, at := range map[string]string{
		`{"op":"=","args":[{"property":"a"},null]}`: "args[1]", `{"op":"nothing","args":[]}`: "op", `{"op":"in","args":[1,2]}`: "args[1]", `{"op":`: "column 6",
		`{"op":"not","args":[{"op":"and","args":[{"bbox":["w"]}]}]}`: "args[0].args[0].bbox",
	} {
		var e *Error
		if _, err := ParseJSON(text); !errors.As(err, &e) || e.At != at {
			t.Errorf("%s: %v, want %s", text, err, at)
		}
	}
}
