package access

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var now = time.Date(2019, 8, 22, 12, 0, 0, 0, time.UTC)

func TestTokens(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	ours, theirs := Open(path), Open(path) // as in two processes
	if _, err := theirs.Find("anything", now); !errors.Is(err, ErrUnknown) {
		t.Errorf("without a file: %v", err)
	}
	secret, err := ours.Add(Token{Name: "desk", Rights: []Right{Read, Add}, Expires: now.Add(time.Hour)}, now)
	if err != nil || len(secret) < 40 {
		t.Fatal(secret, err)
	}
	token, err := theirs.Find(secret, now)
	if err != nil || token.Name != "desk" || !token.May(Add) || token.May(Edit) || token.Limit() != DefaultPerMinute {
		t.Errorf("%+v, %v", token, err)
	}
	if _, err := theirs.Find(secret+"x", now); !errors.Is(err, ErrUnknown) {
		t.Errorf("another: %v", err)
	}
	if _, err := theirs.Find(secret, now.Add(time.Hour)); !errors.Is(err, ErrExpired) {
		t.Errorf("too late: %v", err)
	}
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, []byte(secret)) {
		t.Errorf("the secret is stored: %s, %v", data, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	if err := ours.Remove("desk"); err != nil {
		t.Fatal(err)
	}
	if _, err := theirs.Find(secret, now); !errors.Is(err, ErrUnknown) {
		t.Errorf("revoked: %v", err)
	}
	again, err := ours.Add(Token{Name: "desk", Rights: []Right{Read}}, now)
	if err != nil || again == secret {
		t.Errorf("under the same name: %v", err)
	}
	if all, err := theirs.List(); err != nil || len(all) != 1 || all[0].May(Add) {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestBadTokens(t *testing.T) {
	tokens := Open(filepath.Join(t.TempDir(), FileName))
	if _, err := tokens.Add(Token{Name: "desk", Rights: []Right{Read}}, now); err != nil {
		t.Fatal(err)
	}
	for want, token := range map[string]Token{
		"not a valid":       {Name: "a\nb", Rights: []Right{Read}},
		"needs rights":      {Name: "other"},
		"not in the future": {Name: "other", Rights: []Right{Read}, Expires: now},
		"already exists":    {Name: "desk", Rights: []Right{Read}},
		`"" is not a valid`: {Rights: []Right{Read}},
	} {
		if _, err := tokens.Add(token, now); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", token, err, want)
		}
	}
	for name, good := range map[string]bool{strings.Repeat("ح", maxName): true, strings.Repeat("ح", maxName+1): false} {
		if _, err := tokens.Add(Token{Name: name, Rights: []Right{Read}}, now); (err == nil) != good {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := tokens.Remove("nobody"); err == nil {
		t.Error("removed what there is not")
	}
	if _, err := ParseRights([]string{"read", "write"}); err == nil || !strings.Contains(err.Error(), "read, add, edit, admin") {
		t.Error(err)
	}
}

// TestBrokenFile: an unreadable file of tokens admits nobody.
func TestBrokenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	tokens := Open(path)
	secret, err := tokens.Add(Token{Name: "desk", Rights: []Right{Read}}, now)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"{", "{}", `{"add":{"name":"x","hash":""}}`} {
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		broken := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(broken, append(whole, line+"\n"...), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(broken).Find(secret, now); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestLineBeingWritten: the last line counts only when complete, with or without its newline.
func TestLineBeingWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	secret, err := Open(path).Add(Token{Name: "desk", Rights: []Right{Read}}, now)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	revoked := strings.TrimSuffix(string(whole), "\n") + "\n" + `{"remove":"desk"}`
	tokens := Open(path)
	for n := len(whole); n <= len(revoked); n++ {
		if err := os.WriteFile(path, []byte(revoked[:n]), 0o600); err != nil {
			t.Fatal(err)
		}
		want := error(nil)
		if n == len(revoked) {
			want = ErrUnknown
		}
		if _, err := tokens.Find(secret, now); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", revoked[len(whole):n], err, want)
		}
	}
}

// TestManyAdd: tokens added concurrently are all stored.
func TestManyAdd(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			tokens, audit := Open(filepath.Join(dir, FileName)), OpenAudit(filepath.Join(dir, AuditName))
			for j := range 10 {
				if _, err := tokens.Add(Token{Name: fmt.Sprintf("t%d-%d", i, j), Rights: []Right{Read}}, now); err != nil {
					t.Error(err)
				}
				if err := audit.Add(Entry{Time: now, Who: "t", Action: "POST /articles"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if list, err := Open(filepath.Join(dir, FileName)).List(); err != nil || len(list) != 80 {
		t.Errorf("%d tokens, %v", len(list), err)
	}
	if entries, broken, err := OpenAudit(filepath.Join(dir, AuditName)).Last(1000); err != nil || len(entries) != 80 || broken != 0 {
		t.Errorf("%d entries, %d broken, %v", len(entries), broken, err)
	}
}

func TestLastEntries(t *testing.T) {
	var file strings.Builder
	for i := range 10 {
		fmt.Fprintf(&file, "{\"who\":\"w%d\",\"action\":\"a\",\"time\":\"2019-08-22T00:00:00Z\"}\n", i)
	}
	file.WriteString("{\"who\":\"cut")
	for n, want := range map[int]string{0: "", 1: "w9", 3: "w9w8w7", 10: "w9w8w7w6w5w4w3w2w1w0", 99: "w9w8w7w6w5w4w3w2w1w0"} {
		entries, broken, err := lastEntries(strings.NewReader(file.String()), n)
		got := ""
		for _, e := range entries {
			got += e.Who
		}
		if got != want || broken != 1 || err != nil {
			t.Errorf("%d: %s, %d broken, %v", n, got, broken, err)
		}
	}
}

// FuzzTokens: any file is either read or refused with an error, and every token read has the hash
// of a secret.
func FuzzTokens(f *testing.F) {
	f.Add([]byte(`{"add":{"name":"a","hash":"` + Hash("x") + `","rights":["read"]}}` + "\n" + `{"remove":"a"}`))
	f.Add([]byte("{\"remove\":\"\"}\n\n[]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		byHash, err := parseTokens(bytes.NewReader(data))
		for hash, token := range byHash {
			if err == nil && (len(hash) != 64 || token.Hash != hash) {
				t.Errorf("%q: %+v", hash, token)
			}
		}
		_, _, _ = lastEntries(bytes.NewReader(data), 3)
	})
}
