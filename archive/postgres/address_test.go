package postgres_test

import (
	"strings"
	"testing"

	"dateline/archive/postgres"
)

func TestIsAddress(t *testing.T) {
	for at, want := range map[string]bool{
		"postgres://db/news": true, "postgresql://db/news": true, "archive": false, "/srv/postgres": false, "postgres:/db": true, "Postgres://db/news": true, "postgres": false, "https://db/news": false,
		"host=db dbname=news": true, "dbname = news": true, "password=secret": true, " user=ann": true, "HOST=db": true, "hosts=db": false, "./host=db": false, "my archive": false, "data/port=1": false,
	} {
		if got := postgres.IsAddress(at); got != want {
			t.Errorf("%s: %v", at, got)
		}
	}
}

func TestRedacted(t *testing.T) {
	for _, tt := range []struct{ address, want string }{
		{"archive/of:mine@home", "archive/of:mine@home"},
		{"postgres://ann:secret@db/news", "postgres://ann@db/news"},
		{"postgres://ann@db/news?password=secret&sslmode=disable", "postgres://ann@db/news?sslmode=disable"},
		{"postgres://ann:secret@db1:5432,db2:5433/news?target_session_attrs=read-write", "postgres://ann@db1:5432,db2:5433/news?target_session_attrs=read-write"},
		{"postgres://ann:secret@[", "postgres://…"},
		{"Postgres://ann:secret@db/news", "postgres://ann@db/news"},
		{"postgres:/ann:secret@db/news", "postgres://…"},
		{"host=db user=ann password=secret dbname=news", `"host=db user=ann dbname=news"`},
		{"postgres://ann@db/news?sslpassword=secret", "postgres://ann@db/news"},
		{"host=db sslpassword=secret", `"host=db"`},
		{"host = db password = 'secret \\' secret' dbname='my news'", `"host=db dbname='my news'"`},
		{`Password=se\ secret dbname=news`, `"dbname=news"`},
		{"host=db password='secret dbname=news", "postgres://…"},
		{"host=db password=my secret", "postgres://…"},
		{"host=db password=it's secret", "postgres://…"},
		{"host=db password= it='secret'", "postgres://…"},
		{"password= secret dbname= news user=", `"dbname=news user="`},
	} {
		if got := postgres.Redacted(tt.address); got != tt.want || strings.Contains(got, "secret") {
			t.Errorf("%s: %s, want %s", tt.address, got, tt.want)
		}
	}
}
