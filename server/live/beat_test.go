package live

import (
	"context"
	"dateline/view"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestEventsBeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		v := view.New(nil)
		s := &hub{view: func() *view.View { return v }}
		ctx, cancel := context.WithTimeout(t.Context(), 4*heartbeat+time.Second)
		defer cancel()
		var b strings.Builder
		if err := s.stream(ctx, &b, func() bool { return true }); err != nil {
			t.Error(err)
		}
		if got := b.String(); strings.Count(got, ":\n\n") != 4 || strings.Count(got, "event: view\n") != 1 || !strings.HasPrefix(got, "retry: 5000\n") {
			t.Errorf("in a minute: %q", got)
		}
	})
}
