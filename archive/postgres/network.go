package postgres

import (
	"context"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// A network can drop packets without telling either end. A connection that only waits then lasts
// for hours, and the server keeps the locks of its transaction. So both ends send keepalives and
// give up after silent.
const (
	silent     = 15 * time.Second // without an answer, after which a connection counts as lost
	probes     = 3                // in that time
	connecting = 5 * time.Second  // to one host, unless the address says otherwise
	ponging    = 2 * time.Second  // for the ping of an idle connection
)

// giveUp makes both ends of a connection notice that the other is gone.
func giveUp(config *pgxpool.Config) {
	c := config.ConnConfig
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = connecting
	}
	config.PingTimeout = ponging
	d := &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: silent / probes, Interval: silent / probes, Count: probes}, Control: limitSilence}
	c.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		return d.DialContext(ctx, network, address)
	}
	for name, value := range map[string]string{
		"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3", "tcp_user_timeout": "15000",
	} {
		if _, given := c.RuntimeParams[name]; !given {
			c.RuntimeParams[name] = value
		}
	}
}

// isTCP reports whether a network is TCP, not a Unix socket.
func isTCP(network string) bool { return strings.HasPrefix(network, "tcp") }
