// Package powercut is a disk for tests, which knows what a power cut may leave of it.
//
// It works on real files, and beside them keeps a model of what has certainly reached the disk. What hasn't is taken
// to be lost in any way that a file system may lose it: a file that wasn't synced may be empty, half there, of its
// full length and full of zeros, or whole; a name in a folder that wasn't synced may be there or not, whether a later
// one is or isn't. After each change, every combination of these is a [Cut].
package powercut

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/quiz/disk"
)

// Disk is a folder on which each change is noted.
type Disk struct {
	disk.OS
	root         string
	tree         *node
	acknowledged int
	cuts         []Cut
	seen         map[string]bool
}

// Cut is what a power cut leaves.
type Cut struct {
	after        string // the change that the program made last
	Acknowledged int    // how much it had said to be done
	left         *left
}

// New takes what a folder holds as on the disk.
func New(root string) (*Disk, error) {
	root, err := filepath.EvalSymlinks(root)
	if err != nil {
		return nil, err
	}
	tree, err := read(root)
	return &Disk{root: root, tree: tree, seen: map[string]bool{}}, err
}

// Acknowledge notes that a person has been told that what was done so far is done.
func (d *Disk) Acknowledge() {
	d.acknowledged++
	d.note("telling that it's done")
}

// Cuts are the states that a power cut may leave at any moment so far, each once for what was acknowledged.
func (d *Disk) Cuts() []Cut { return d.cuts }

// note adds the states that a power cut may leave now.
func (d *Disk) note(change string) {
	for _, l := range d.tree.leaves() {
		cut := Cut{change, d.acknowledged, l}
		if key := fmt.Sprint(d.acknowledged, l.sum()); !d.seen[key] {
			d.seen[key] = true
			d.cuts = append(d.cuts, cut)
		}
	}
}

// at is the node of a path, and the one of its folder; nil where there is none.
func (d *Disk) at(path string) (n, folder *node) {
	rel, err := filepath.Rel(d.root, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		panic("powercut: " + path + " isn't below " + d.root)
	}
	n = d.tree
	for _, name := range strings.Split(rel, string(filepath.Separator)) {
		if name == "." {
			continue
		}
		folder, n = n, n.entries()[name]
		if n == nil {
			break
		}
	}
	return n, folder
}

// name changes what the name of a path stands for: nothing, where n is nil.
func (d *Disk) name(path string, n *node) {
	_, folder := d.at(path)
	folder.pending = append(folder.pending, change{filepath.Base(path): n})
}

// file notes a new file, or one that is opened again.
func (d *Disk) file(f disk.File, err error) (disk.File, error) {
	if err != nil {
		return nil, err
	}
	n, _ := d.at(f.Name())
	if n == nil {
		n = &node{}
		d.name(f.Name(), n)
		d.note("making " + filepath.Base(f.Name()))
	}
	return &file{f, d, n}, nil
}

// Create notes a temporary file.
func (d *Disk) Create(dir string) (disk.File, error) { return d.file(d.OS.Create(dir)) }

// Append notes a file that is added to.
func (d *Disk) Append(path string) (disk.File, error) { return d.file(d.OS.Append(path)) }

// Within notes a new file, and the folders to it.
func (d *Disk) Within(dir, name string) (disk.File, error) {
	f, err := d.OS.Within(dir, name)
	if err != nil {
		return nil, err
	}
	d.folders(filepath.Dir(filepath.Join(dir, name)))
	_ = f.Close()
	return d.Append(filepath.Join(dir, name)) // its name is whole
}

// MkdirAll notes the folders that are new.
func (d *Disk) MkdirAll(dir string) error {
	err := d.OS.MkdirAll(dir)
	if err == nil {
		d.folders(dir)
	}
	return err
}

func (d *Disk) folders(dir string) {
	if n, _ := d.at(dir); n != nil {
		return
	}
	d.folders(filepath.Dir(dir))
	d.name(dir, &node{names: map[string]*node{}})
	d.note("making the folder " + filepath.Base(dir))
}

// Link notes a second name.
func (d *Disk) Link(from, to string) error {
	err := d.OS.Link(from, to)
	if err == nil {
		n, _ := d.at(from)
		d.name(to, n)
		d.note("linking " + filepath.Base(to))
	}
	return err
}

// Rename notes a move: within a folder, both names change at once.
func (d *Disk) Rename(from, to string) error {
	n, folder := d.at(from)
	if err := d.OS.Rename(from, to); err != nil {
		return err
	}
	if _, other := d.at(to); other == folder {
		folder.pending = append(folder.pending, change{filepath.Base(from): nil, filepath.Base(to): n})
	} else {
		d.name(to, n)
		d.name(from, nil)
	}
	d.note("renaming " + filepath.Base(from) + " to " + filepath.Base(to))
	return nil
}

// Remove notes that a name is gone.
func (d *Disk) Remove(path string) error {
	err := d.OS.Remove(path)
	if err == nil {
		d.name(path, nil)
		d.note("removing " + filepath.Base(path))
	}
	return err
}

// RemoveAll notes, name by name, that all in a folder is gone, and then the folder.
func (d *Disk) RemoveAll(path string) error {
	if err := d.OS.RemoveAll(path); err != nil {
		return err
	}
	n, _ := d.at(path)
	if n == nil {
		return nil
	}
	d.removed(path, n)
	return nil
}

func (d *Disk) removed(path string, n *node) {
	entries := n.entries()
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		d.removed(filepath.Join(path, name), entries[name])
	}
	d.name(path, nil)
	d.note("removing " + filepath.Base(path))
}

// SyncDir notes that the names in a folder are on the disk; those above the watched one are.
func (d *Disk) SyncDir(dir string) error {
	if up, err := filepath.Rel(dir, d.root); err == nil && up != "." && filepath.IsLocal(up) {
		return nil
	}
	n, _ := d.at(dir)
	if n == nil {
		return fmt.Errorf("there's no folder %s to sync", dir)
	}
	n.names, n.pending = n.entries(), nil
	d.note("syncing " + filepath.Base(dir))
	return nil
}

// file is one that is being written.
type file struct {
	disk.File
	disk *Disk
	node *node
}

func (f *file) Write(data []byte) (int, error) {
	n, err := f.File.Write(data)
	f.node.now = append(slices.Clip(f.node.now), data[:n]...)
	f.disk.note("writing " + filepath.Base(f.Name()))
	return n, err
}

func (f *file) Sync() error {
	f.node.kept = f.node.now
	f.disk.note("syncing " + filepath.Base(f.Name()))
	return nil
}

// Write puts what is left into a folder that is empty.
func (c Cut) Write(dir string) error { return c.left.write(dir) }

func (c Cut) String() string {
	return fmt.Sprintf("power is cut after %s, with %d acknowledged, and leaves:\n%s", c.after, c.Acknowledged, c.left.text())
}

// read takes a folder or a file as it is on the disk.
func read(path string) (*node, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		data, err := os.ReadFile(path)
		return &node{now: data, kept: data}, err
	}
	entries, err := os.ReadDir(path)
	n := &node{names: map[string]*node{}}
	for _, e := range entries {
		if n.names[e.Name()], err = read(filepath.Join(path, e.Name())); err != nil {
			return nil, err
		}
	}
	return n, err
}
