package document

import (
	"encoding/json"
	"fmt"
	"strings"

	"dateline/geoparse"

	"github.com/tidwall/gjson"
)

// An item of a list takes some hundred bytes of memory and as little as two bytes of JSON. So
// the items of a large line are counted before it is read, those of the document's own lists
// eightfold: mentions are that much larger than their candidates.
const (
	largeLine = 1 << 20 // bytes
	ownItem   = 8
	maxItems  = ownItem * geoparse.MaxMentions
	listDepth = 4 // of nested lists: document, mentions, mention, candidates
)

// checkSize refuses a line of JSON whose lists have too many items.
func checkSize(line []byte) error {
	if len(line) <= largeLine {
		return nil
	}
	var valid struct{}
	if err := json.Unmarshal(line, &valid); err != nil { // gjson relies on it
		return fmt.Errorf("not a document in JSON: %w", err)
	}
	count := itemCount{left: maxItems}
	if count.take(gjson.ParseBytes(line), ownItem, listDepth); count.left < 0 {
		return fmt.Errorf("too many items in its lists: it may have %d mentions, or less with all their candidates; split it", geoparse.MaxMentions)
	}
	return nil
}

// itemCount is how many more items are allowed.
type itemCount struct{ left int }

// take counts the items of a list, with a weight, and those of nested lists and objects, down to
// a depth. What is stored as written takes no more memory.
func (c *itemCount) take(value gjson.Result, each, depth int) {
	isList := value.IsArray()
	inside := each
	if isList {
		inside = 1
	}
	value.ForEach(func(key, v gjson.Result) bool {
		if isList {
			c.left -= each
		}
		if v.Type == gjson.JSON && depth > 0 && !isKeptAsWritten(key.Str) {
			c.take(v, inside, depth-1)
		}
		return c.left >= 0
	})
}

func isKeptAsWritten(key string) bool {
	return strings.EqualFold(key, "geometry") || strings.EqualFold(key, "tree")
}
