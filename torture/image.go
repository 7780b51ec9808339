package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// image is a folder in memory, by the names of its files.
type image map[string]imageFile

// imageFile is a file without the zeros at its end: Badger's logs are made of
// little else.
type imageFile struct {
	data []byte
	size int64
}

func imageOf(dir string) (image, error) {
	im := image{}
	return im, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		im[name] = imageFile{bytes.Clone(bytes.TrimRight(data, "\x00")), int64(len(data))}
		return err
	})
}

func (im image) write(dir string) error {
	for name, file := range im {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := file.write(path); err != nil {
			return err
		}
	}
	return nil
}

func (f imageFile) write(path string) error {
	if err := os.WriteFile(path, f.data, 0o600); err != nil {
		return err
	}
	return os.Truncate(path, f.size)
}

// whole returns the file's bytes, zeros included.
func (f imageFile) whole() []byte {
	return append(bytes.Clone(f.data), make([]byte, f.size-int64(len(f.data)))...)
}

func (im image) names() []string { return slices.Sorted(maps.Keys(im)) }

// prepared is a store that was made once, to be copied for many tries.
type prepared struct {
	image   image
	acked   int // the newest edit that was acknowledged
	newest  int // the newest edit in it: one that was on its way may be there, too
	tables  []int
	backups int
	content string // sum over every campaign, once it is opened
}

// stores are the stores that tries begin with, and how each is made. The one
// without a name has edits and a backup, and was closed.
func stores() map[string]func(*plan, *state, string) error {
	return map[string]func(*plan, *state, string) error{
		"": (*plan).worked, "nothing": (*plan).nothing, "behind": (*plan).behind,
		"ruined": (*plan).ruined, "restored": (*plan).restored, "killed": (*plan).killed,
		"shortened": (*plan).shortened, "holed": (*plan).holed, "gone": (*plan).gone,
		"old": (*plan).old,
	}
}

// madeAs is the name under which a store is remembered: an encrypted one is
// another.
func (p *plan) madeAs(name string) string {
	if p.sealed {
		return name + " encrypted"
	}
	return name
}

// copyOf puts a copy of a store into a folder of its own and returns the data
// folder in it. The store is made the first time.
func (p *plan) copyOf(name string, st *state) (dir string, err error) {
	made, ok := p.made[p.madeAs(name)]
	if !ok {
		if made, err = p.prepare(stores()[name]); err != nil {
			return "", err
		}
		p.made[p.madeAs(name)] = made
	}
	parent, err := p.workDir()
	if err != nil {
		return "", err
	}
	st.acked, st.backups = made.acked, made.backups
	st.tables = slices.Clone(made.tables)
	return filepath.Join(parent, "data"), made.image.write(parent)
}

func (p *plan) prepare(prepare func(*plan, *state, string) error) (prepared, error) {
	parent, err := p.workDir()
	if err != nil {
		return prepared{}, err
	}
	defer os.RemoveAll(parent)
	st := state{row: &row{}}
	if err := prepare(p, &st, filepath.Join(parent, "data")); err != nil {
		return prepared{}, err
	}
	im, err := imageOf(parent)
	if err != nil {
		return prepared{}, err
	}
	found, err := p.look(filepath.Join(parent, "data"), st.tables)
	return prepared{im, st.acked, max(st.acked, found.Last), st.tables, st.backups, found.Content}, err
}
