package care

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/jsonstream"
)

// keptSuffix is the suffix of the file with what an archive keeps besides its articles.
const keptSuffix = ".kept"

// kept is a line of such a file: one of these.
type kept struct {
	Source       *sources.Source             `json:"source,omitempty"`
	Subscription *subscriptions.Subscription `json:"subscription,omitempty"`
	Correction   *correction.Correction      `json:"correction,omitempty"`
	Place        *ownplaces.Place            `json:"place,omitempty"`
}

// saveKept saves what a damaged archive keeps besides its articles, as far as readable, to a
// file, unless there is nothing. It reports errors.
func saveKept(ctx context.Context, say *cli.Console, dir, path string) {
	all, err := readKept(ctx, dir)
	if len(all) > 0 {
		err = errors.Join(err, writeKept(path, all))
		say.Say("%s of what it keeps beside articles are in %s, which restore reads", cli.Count(len(all), "line"), path)
	}
	if err != nil {
		say.Fail(fmt.Errorf("some sources, subscriptions, corrections or places could not be saved: %w", err))
	}
}

func readKept(ctx context.Context, dir string) (all []kept, err error) {
	a, err := archive.OpenReader(rows.DefaultModel(), dir)
	if err != nil {
		a, err = archive.OpenDamaged(rows.DefaultModel(), dir)
	}
	if err != nil {
		return nil, err
	}
	followed, err1 := sources.All(ctx, a)
	for i := range followed {
		all = append(all, kept{Source: &followed[i]})
	}
	told, err2 := subscriptions.All(ctx, a)
	for i := range told {
		all = append(all, kept{Subscription: &told[i]})
	}
	corrected, err3 := a.Corrections()
	for i := range corrected {
		all = append(all, kept{Correction: &corrected[i]})
	}
	places, err4 := ownplaces.All(ctx, a)
	for i := range places {
		all = append(all, kept{Place: &places[i]})
	}
	return all, errors.Join(err1, err2, err3, err4, a.Close())
}

// writeKept writes a file readable only by its owner: subscriptions have secrets.
func writeKept(path string, all []kept) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return cli.FileError(path, err)
	}
	for i := range all {
		err = errors.Join(err, cli.WriteJSON(f, all[i]))
	}
	return errors.Join(err, f.Close())
}

// takeBackKept adds the content of a file of saveKept to the archive in a folder, which is
// created if missing.
func takeBackKept(ctx context.Context, say *cli.Console, path, dir string) error {
	f, err := os.Open(path)
	if err != nil {
		return cli.FileError(path, err)
	}
	defer f.Close()
	done := 0
	err = setup.InArchive(dir, func(a *archive.Archive) error {
		err := jsonstream.Each(f, func(line []byte) error {
			var k kept
			err := json.Unmarshal(line, &k)
			if err == nil {
				err = k.takeBack(ctx, a)
			}
			if err == nil {
				done++
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	})
	if done > 0 {
		err = errors.Join(err, setup.NoteWrite(dir, "restore", path))
	}
	say.Say("%s of %s taken into %s", cli.Count(done, "line"), path, dir)
	return err
}

func (k *kept) takeBack(ctx context.Context, a *archive.Archive) (err error) {
	switch {
	case k.Source != nil:
		s := *k.Source
		s.State = sources.State{Due: time.Now()} // its known items are recognised by the articles
		if _, err = sources.Add(ctx, a, s); err == nil && s.Paused {
			err = sources.Pause(ctx, a, s.Address, true, time.Now())
		}
	case k.Subscription != nil:
		if err = subscriptions.Add(ctx, a, *k.Subscription); errors.Is(err, subscriptions.ErrTaken) {
			err = nil // it was restored before
		}
	case k.Correction != nil:
		_, err = a.Correct(ctx, []correction.Correction{*k.Correction})
	case k.Place != nil:
		err = ownplaces.Add(ctx, a, *k.Place)
	default:
		err = errors.New("it has neither a source, a subscription, a correction nor a place")
	}
	return err
}
