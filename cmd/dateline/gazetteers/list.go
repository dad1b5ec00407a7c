package gazetteers

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/gazetteer"
)

type gazetteerList struct {
	setup.GazetteerFlag
	cli.ListFlags
}

// Run lists the imports, oldest first.
func (c *gazetteerList) Run(say *cli.Console) error {
	list, err := gazetteer.NewStore(c.Gazetteers).Imports()
	if err != nil {
		return err
	}
	if len(list) == 0 {
		say.Say("nothing was imported; dateline gazetteer import SY would bring the places of Syria")
	}
	return cli.Rows(c.ListFlags, "name\tplaces\tnames\timported\tfrom", list, func(i *gazetteer.Imported) any { return i }, func(i *gazetteer.Imported) string {
		return fmt.Sprintf("%s\t%d\t%d\t%s\t%s", i.Name, i.Places, i.Names, i.Date.Format(time.DateOnly), i.From)
	})
}

type gazetteerRemove struct {
	setup.GazetteerFlag
	reparseOffer
	Names []string `arg:"" name:"name" help:"Imports to remove, by name or origin, as listed by gazetteer list."`
}

func (c *gazetteerRemove) Run(ctx context.Context, say *cli.Console) error {
	return c.thenOffer(ctx, c.GazetteerFlag, say, func() error { return c.run(ctx, say) })
}

func (c *gazetteerRemove) run(ctx context.Context, say *cli.Console) error {
	store := gazetteer.NewStore(c.Gazetteers)
	list, err := store.Imports()
	if err != nil {
		return err
	}
	chosen, err := choose(list, c.Names)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(slices.Clone(list), func(i gazetteer.Imported) bool { return slices.Contains(chosen, i) })
	added := adding{ctx: ctx, say: say}
	if err := added.rebuild(store, left, nil); err != nil {
		return fmt.Errorf("%w; nothing was removed", err)
	}
	if err := store.Keep(left); err != nil {
		return err
	}
	say.Say("%s removed, %d left", cli.Count(len(chosen), "import"), len(left))
	return nil
}

// choose finds imports by name or origin.
func choose(list []gazetteer.Imported, names []string) ([]gazetteer.Imported, error) {
	var chosen []gazetteer.Imported
	for _, name := range names {
		var found []gazetteer.Imported
		for _, i := range list {
			if i.From == name || strings.EqualFold(i.Name, name) {
				found = append(found, i)
			}
		}
		switch {
		case len(found) == 0:
			return nil, fmt.Errorf("%s: no such import; dateline gazetteer list lists them", name)
		case len(found) > 1:
			return nil, fmt.Errorf("%s: %d imports have this name; give the origin, such as %s", name, len(found), found[0].From)
		}
		chosen = append(chosen, found...)
	}
	return chosen, nil
}

type gazetteerUpdate struct {
	setup.GazetteerFlag
	reparseOffer
	Names []string `arg:"" optional:"" name:"name" help:"Imports to read or download again; by default all."`
}

func (c *gazetteerUpdate) Run(ctx context.Context, say *cli.Console) error {
	return c.thenOffer(ctx, c.GazetteerFlag, say, func() error { return c.run(ctx, say) })
}

// run imports the named files and addresses again in their present form.
func (c *gazetteerUpdate) run(ctx context.Context, say *cli.Console) error {
	store := gazetteer.NewStore(c.Gazetteers)
	list, err := store.Imports()
	if err != nil {
		return err
	}
	chosen := list
	if len(c.Names) > 0 {
		if chosen, err = choose(list, c.Names); err != nil {
			return err
		}
	}
	files := slices.Clone(list)
	for n := range files {
		if !slices.Contains(chosen, files[n]) {
			continue
		}
		now, err := again(ctx, c.Gazetteers, store, &files[n], say)
		if err != nil {
			return fmt.Errorf("%w; nothing was updated", err)
		}
		files[n] = now
	}
	added := adding{ctx: ctx, say: say}
	if err := added.rebuild(store, nil, files); err != nil {
		return fmt.Errorf("%w; nothing was updated", err)
	}
	return store.Keep(files)
}

// again copies the present version of an import's origin.
func again(ctx context.Context, dir string, store gazetteer.Store, i *gazetteer.Imported, say *cli.Console) (gazetteer.Imported, error) {
	im := gazetteerImport{GazetteerFlag: setup.GazetteerFlag{Gazetteers: dir}, Prefix: i.Prefix}
	if mirror, ok := strings.CutSuffix(i.From, i.Name+".zip"); ok && cli.IsWebAddress(i.From) {
		im.Mirror = mirror
		return im.fetch(ctx, store, i.Name, say)
	}
	if _, err := os.Stat(i.From); err != nil {
		return *i, fmt.Errorf("%s: %w; import it from where it is now, or name what is to be updated", i.From, cli.Cause(err))
	}
	return im.copy(ctx, store, i.From, say)
}
