package listing

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"dateline/article"
)

// Settled is how long a file must be unchanged to count as complete.
const Settled = 2 * time.Second

// ReadFolder lists the files of a folder and its subfolders, ordered by name, without hidden and
// backup files and without following links. Files written just now may be incomplete: they are
// left out, and counted.
func ReadFolder(ctx context.Context, dir string, now time.Time) (list List, unsettled int, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == dir:
			return err
		case err != nil:
			list.Problems = append(list.Problems, err)
			return nil
		case path != dir && isAside(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular():
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil // removed in between
		}
		if age := now.Sub(info.ModTime()); age >= 0 && age < Settled {
			unsettled++
			return nil
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		list.Items = append(list.Items, Item{
			Key: hashOf("file", filepath.ToSlash(name)), Address: path,
			Mark: hashOf(fmt.Sprint(info.Size()), info.ModTime().UTC().String()),
		})
		return nil
	})
	return list, unsettled, err
}

// File reads the articles of a file of a folder.
func File(ctx context.Context, path string) (articles []article.Article, problems []error) {
	for a, err := range article.Read(ctx, path) {
		if err != nil {
			problems = append(problems, err)
			continue
		}
		articles = append(articles, a)
	}
	return articles, problems
}

// isAside reports whether a file is not meant to be read: hidden, or an editor's backup.
func isAside(name string) bool { return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") }
