package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// This scenario cuts the network of a database by dropping packets, without telling either end. The
// lab runs in a network namespace with a bridge to two further ones, each with a PostgreSQL. A cut
// takes the port of one off the bridge: its link stays up, and as the addresses on the link are set
// by hand, nobody is told that a host is unreachable. Addresses are from 192.0.2.0/24, reserved for
// documentation (RFC 5737).

// inside is the name of the scenario within its namespace.
const inside = "network-inside"

// network runs the scenario in a new namespace.
func network(l *lab) error {
	if os.Geteuid() != 0 {
		fmt.Println("network: skipped: needs root")
		return nil
	}
	for tool, of := range map[string]string{"ip": "iproute2", "unshare": "util-linux", "setpriv": "util-linux"} {
		if _, err := exec.LookPath(tool); err != nil {
			fmt.Printf("network: skipped: %s is missing; install %s\n", tool, of)
			return nil
		}
	}
	if said, err := exec.Command("unshare", "-n", "ip", "link", "add", "br0", "type", "bridge").CombinedOutput(); err != nil {
		fmt.Printf("network: skipped: cannot create a network: %s", said)
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for _, way := range []string{"heal", "promote"} {
		c := exec.Command("unshare", "-n", self, "-dateline", l.program, "-only", inside, "-way", way)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		if err := c.Run(); err != nil {
			return err
		}
	}
	return nil
}

// host is a namespace with a PostgreSQL.
type host struct {
	*cluster
	name, port string // of the namespace, and of its port on the bridge
}

// ip runs commands of ip, one per line.
func ip(commands string, values ...any) error {
	for line := range strings.Lines(fmt.Sprintf(commands, values...)) {
		if words := strings.Fields(line); len(words) > 0 {
			if said, err := exec.Command("ip", words...).CombinedOutput(); err != nil {
				return fmt.Errorf("ip %s: %w: %s", strings.Join(words, " "), err, said)
			}
		}
	}
	return nil
}

const bridgeAddress, bridgeLink = "192.0.2.1", "02:00:00:00:00:01"

// newHost creates the nth namespace and connects it to the bridge.
func (l *lab) newHost(n int) (*host, error) {
	h := &host{name: fmt.Sprintf("dateline-%d-%d", os.Getpid(), n), port: fmt.Sprintf("port%d", n)}
	l.ends = append(l.ends, func() { _ = ip("netns del %s", h.name) })
	err := ip(`netns add %[1]s
		link add %[2]s type veth peer name eth0 netns %[1]s
		link set %[2]s master br0
		link set %[2]s up
		-n %[1]s link set eth0 address 02:00:00:00:00:0%[3]d
		-n %[1]s address add 192.0.2.%[3]d/24 dev eth0
		-n %[1]s link set eth0 up
		-n %[1]s link set lo up
		-n %[1]s neighbor replace %[4]s lladdr %[5]s dev eth0 nud permanent
		-n %[1]s neighbor replace 192.0.2.%[6]d lladdr 02:00:00:00:00:0%[6]d dev eth0 nud permanent
		neighbor replace 192.0.2.%[3]d lladdr 02:00:00:00:00:0%[3]d dev br0 nud permanent`, h.name, h.port, n, bridgeAddress, bridgeLink, 5-n)
	return h, err
}

// cut drops all packets from and to a host; join reconnects it.
func (h *host) cut() error  { return ip("link set %s nomaster", h.port) }
func (h *host) join() error { return ip("link set %s master br0", h.port) }

// networkInside disconnects the primary for ten seconds, and then for good, promoting the follower.
func networkInside(l *lab, way string) error {
	if err := ip(`link set lo up
		link add br0 type bridge
		link set br0 address %s
		address add %s/24 dev br0
		link set br0 up`, bridgeLink, bridgeAddress); err != nil {
		return err
	}
	first, err := l.newHost(2)
	if err != nil {
		return err
	}
	second, err := l.newHost(3)
	if err != nil {
		return err
	}
	l.netns, l.listen = first.name, "192.0.2.2"
	if first.cluster, err = l.primary("wal_level=replica", "max_wal_senders=5", "synchronous_standby_names=follower"); err != nil {
		return err
	}
	if err := first.execute("postgres", "SET synchronous_commit = local", "CREATE DATABASE news"); err != nil {
		return err
	}
	l.netns, l.listen = second.name, "192.0.2.3"
	if second.cluster, err = first.follower(); err != nil {
		return err
	}
	data := address("news", first.cluster, second.cluster)
	load, err := l.begin(data, 2, "memory", "postgis")
	if err != nil {
		return err
	}
	feed := newFeed()
	defer feed.Close()
	if err := l.follow(data, feed); err != nil {
		return err
	}
	time.Sleep(10 * time.Second)
	if err := first.cut(); err != nil {
		return err
	}
	cut := time.Now()
	what := "healed"
	if way == "heal" {
		time.Sleep(10 * time.Second)
		err = first.join()
	} else {
		what = "promoted"
		time.Sleep(2 * time.Second)
		err = l.postgres("pg_ctl", "-D", second.data, "-w", "promote")
	}
	if err != nil {
		return err
	}
	mended, asked := time.Now(), feed.entries.Load()
	if _, err := until("a write and a read on each server", 2*time.Minute, func() bool { return load.backSince(mended) }); err != nil {
		return err
	}
	workers, err := until("a look by a worker", 3*time.Minute, func() bool { return feed.entries.Load() > asked })
	if err != nil {
		return err
	}
	time.Sleep(15 * time.Second) // existing connections must survive this
	load.end()
	writes, reads := load.lateness(mended)
	from, to := load.outage(cut.Add(-time.Second))
	if way == "promote" {
		data = address("news", second.cluster) // the other one still runs
	}
	lost, stored, err := l.missing(data, load)
	if err != nil {
		return err
	}
	fmt.Printf("network: primary disconnected, %s after %.1f s: no write was acknowledged for %.1f s; the last failed write ended %.1f s after that, the last failed read %.1f s; %d writes and %d of %d reads failed; a worker checked its source %.0f s after; of %d acknowledged articles %d are missing; %d are stored\n",
		what, mended.Sub(cut).Seconds(), to.Sub(from).Seconds(), writes.Seconds(), reads.Seconds(), load.refused, len(load.failedReads), load.reads, workers.Seconds(), len(load.acked), len(lost), stored)
	if len(lost) > 0 {
		return fmt.Errorf("missing: %v", lost)
	}
	if writes > 30*time.Second || reads > 30*time.Second {
		return errors.New("not within 30 s")
	}
	return nil
}

// allow permits connections from the lab's network.
func (c *cluster) allow() error {
	f, err := os.OpenFile(filepath.Join(c.data, "pg_hba.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteString("host all all 192.0.2.0/24 trust\nhost replication all 192.0.2.0/24 trust\n")
	return errors.Join(err, f.Close())
}
