package rights

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dateline/access"
	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
)

func TestMain(m *testing.M) { postgrestest.Main(m) }

var noon = time.Date(2019, 6, 12, 12, 0, 0, 0, time.UTC)

// open opens the rights of an archive in a database, which may hold other tables.
func open(t *testing.T, address string) *Rights {
	t.Helper()
	r, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func database(t *testing.T) string {
	t.Helper()
	address := postgrestest.New(t)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	return address
}

// TestTokens: a token that one process adds is known to another, which refuses it once it is
// removed; names are unique.
func TestTokens(t *testing.T) {
	address := database(t)
	one, two := open(t, address).Tokens(), open(t, address).Tokens()
	token := access.Token{Name: "desk", Rights: []access.Right{access.Read, access.Add}, PerMinute: 7}
	secret, err := one.Add(token, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := one.Add(token, noon); err == nil {
		t.Error("the same name twice")
	}
	found := func(tokens *access.Tokens, want error) {
		t.Helper()
		var got access.Token
		for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
			if got, err = tokens.Find(secret, noon); errors.Is(err, want) {
				break
			}
		}
		if !errors.Is(err, want) || want == nil && (got.Name != "desk" || !slices.Equal(got.Rights, token.Rights) || got.Limit() != 7 || !got.Created.Equal(noon)) {
			t.Errorf("%+v, %v", got, err)
		}
	}
	found(one, nil)
	found(two, nil)
	if _, err := two.Find(secret+"x", noon); !errors.Is(err, access.ErrUnknown) {
		t.Error(err)
	}
	if err := one.Remove("nobody"); err == nil {
		t.Error("a token that there is none of was removed")
	}
	if err := one.Remove("desk"); err != nil {
		t.Fatal(err)
	}
	found(one, access.ErrUnknown)
	found(two, access.ErrUnknown)
}

// TestKnownTokensAfterLostConnections: known tokens remain valid when connections are lost.
func TestKnownTokensAfterLostConnections(t *testing.T) {
	address := database(t)
	r := open(t, address)
	tokens := r.Tokens()
	secret, err := tokens.Add(access.Token{Name: "desk", Rights: []access.Right{access.Read}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		r.asked = time.Time{}
		if _, err := tokens.Find(secret, noon); err != nil {
			t.Error(err)
		}
		postgrestest.Cut(t, address)
	}
}

// TestKnownTokensWithoutDatabase: an unreachable database is asked now and then, not for every
// request; known tokens remain valid for holdsAway, and no longer.
func TestKnownTokensWithoutDatabase(t *testing.T) {
	r := open(t, database(t))
	tokens := r.Tokens()
	secret, err := tokens.Add(access.Token{Name: "desk", Rights: []access.Right{access.Read}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tokens.Find(secret, noon); err != nil {
		t.Fatal(err)
	}
	r.Close()
	r.asked = time.Time{}
	if _, err := tokens.Find(secret, noon); err != nil || time.Since(r.asked) > time.Minute {
		t.Errorf("%v; asked at %v", err, r.asked)
	}
	r.known = r.known.Add(-holdsAway)
	r.asked = time.Time{}
	for range 2 {
		if _, err := tokens.Find(secret, noon); err == nil || errors.Is(err, access.ErrUnknown) {
			t.Errorf("%v after %v", err, holdsAway)
		}
	}
}

// TestAudit: entries come back newest first, as many as are asked for.
func TestAudit(t *testing.T) {
	address := database(t)
	one, two := open(t, address).Audit(), open(t, address).Audit()
	if entries, broken, err := one.Last(5); len(entries) != 0 || broken != 0 || err != nil {
		t.Error(entries, broken, err)
	}
	for i, log := range []access.Audit{one, two, one} {
		if err := log.Add(access.Entry{Time: noon.Add(time.Duration(i) * time.Minute), Who: "desk", Action: "POST /articles", Status: 200 + i}); err != nil {
			t.Fatal(err)
		}
	}
	got, _, err := two.Last(2)
	if err != nil || len(got) != 2 || got[0].Status != 202 || got[1].Status != 201 || !got[0].Time.Equal(noon.Add(2*time.Minute)) || got[0].Who != "desk" {
		t.Errorf("%+v, %v", got, err)
	}
}
