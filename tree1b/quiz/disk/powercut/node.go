package powercut

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// node is a file or a folder: what programs see of it, and what is certainly on the disk.
type node struct {
	now, kept []byte           // a file's bytes
	names     map[string]*node // of a folder, on the disk; nil for a file
	pending   []change         // to its names, as programs see them already
}

// change is what names stand for after a change to a folder; nil is for one that is gone. It's made as a whole.
type change map[string]*node

// entries are a folder's names as programs see them.
func (n *node) entries() map[string]*node { return n.after(n.pending) }

func (n *node) after(changes []change) map[string]*node {
	out := maps.Clone(n.names)
	for _, c := range changes {
		for name, to := range c {
			if out[name] = to; to == nil {
				delete(out, name)
			}
		}
	}
	return out
}

// left is what is left of a node.
type left struct {
	data  []byte
	names map[string]*left // of a folder
}

// leaves are all that may be left of a node.
func (n *node) leaves() (out []*left) {
	if n.names == nil {
		return n.bytesLeft()
	}
	for _, names := range n.namesLeft() {
		wholes := []*left{{names: map[string]*left{}}}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			var longer []*left
			for _, whole := range wholes {
				for _, of := range names[name].leaves() {
					with := maps.Clone(whole.names)
					with[name] = of
					longer = append(longer, &left{names: with})
				}
			}
			wholes = longer
		}
		out = append(out, wholes...)
	}
	return out
}

// bytesLeft are what may be left of a file: what was there before, and of what was added nothing, half, as many
// zeros, or all.
func (n *node) bytesLeft() []*left {
	if bytes.Equal(n.now, n.kept) {
		return []*left{{data: n.now}}
	}
	added := len(n.now) - len(n.kept)
	return []*left{{data: n.kept}, {data: n.now[:len(n.kept)+added/2]}, {data: append(bytes.Clone(n.kept), make([]byte, added)...)}, {data: n.now}}
}

// namesLeft are the names that may be left in a folder: as after any number of the changes that were made, of which
// one may be missing.
func (n *node) namesLeft() []map[string]*node {
	out := []map[string]*node{n.names}
	for i := range n.pending {
		out = append(out, n.after(n.pending[:i+1]))
		for without := range i {
			out = append(out, n.after(slices.Delete(slices.Clone(n.pending[:i+1]), without, without+1)))
		}
	}
	return out
}

func (l *left) write(path string) error {
	if l.names == nil {
		return os.WriteFile(path, l.data, 0o600)
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	for name, of := range l.names {
		if err := of.write(filepath.Join(path, name)); err != nil {
			return err
		}
	}
	return nil
}

// sum tells one state from all others.
func (l *left) sum() string {
	if l.names == nil {
		return fmt.Sprintf("%x", sha256.Sum256(l.data))
	}
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(l.names)) {
		fmt.Fprintf(&out, "%q (%s)", name, l.names[name].sum())
	}
	return out.String()
}

// text is what is left, in words, and of each file how it begins.
func (l *left) text() string {
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(l.names)) {
		of := l.names[name]
		if of.names == nil {
			fmt.Fprintf(&out, "%s: %.80q, %d bytes\n", name, of.data, len(of.data))
			continue
		}
		fmt.Fprintf(&out, "%s/\n", name)
		for line := range strings.Lines(of.text()) {
			out.WriteString("  " + line)
		}
	}
	return out.String()
}
