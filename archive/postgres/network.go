package postgres

import (
	"context"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// A network can drop packets without notice. An idle connection would then last for hours, and the
// server would keep the locks of its transaction. So both ends send keepalives, and close the
// connection after silenceLimit.
const (
	silenceLimit   = 15 * time.Second // without an answer: the connection counts as lost
	probes         = 3                // in that time
	connectTimeout = 5 * time.Second  // to one host, unless the address says otherwise
	pingTimeout    = 2 * time.Second  // for the ping of an idle connection
)

// setTimeouts makes each end of a connection detect that the other is gone.
func setTimeouts(config *pgxpool.Config) {
	c := config.ConnConfig
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = connectTimeout
	}
	config.PingTimeout = pingTimeout
	d := &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: silenceLimit / probes, Interval: silenceLimit / probes, Count: probes}, Control: limitSilence}
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
