package content

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parsed is a file as nodes, one a document, or the fault for which it has none.
type parsed struct {
	roots []*yaml.Node
	fault *Fault
}

// parseAll parses files, on every core. holds names what such a file may hold.
func parseAll(files []file, holds string) []parsed {
	out := make([]parsed, len(files))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		group.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(files); i = next.Add(1) - 1 {
				out[i] = parse(files[i], holds)
			}
		})
	}
	group.Wait()
	return out
}

// parse reads the documents of a file. One without anything in it, as after a last line ---, is passed over.
func parse(f file, holds string) parsed {
	if i := invalidUTF8(f.data); i >= 0 {
		line := 1 + bytes.Count(f.data[:i], []byte("\n"))
		column := 1 + utf8.RuneCount(f.data[bytes.LastIndexByte(f.data[:i], '\n')+1:i])
		return lost(Fault{Position: Position{f.name, line, column}, Code: CodeNotUTF8, What: "the text isn't UTF-8", Fix: "save the file as UTF-8"})
	}
	roots, err := documents(f.data)
	switch {
	case err != nil:
		return lost(syntax(f, err))
	case len(roots) == 0:
		return lost(Fault{Position: Position{f.name, 1, 1}, Code: CodeFileEmpty, What: "the file is empty",
			Fix: "remove it, or write " + holds + " into it"})
	}
	return parsed{roots: roots}
}

// documents are those in YAML, without the empty ones; none where it isn't YAML.
func documents(data []byte) (roots []*yaml.Node, err error) {
	for dec := yaml.NewDecoder(bytes.NewReader(data)); ; {
		var doc yaml.Node
		switch err := dec.Decode(&doc); {
		case errors.Is(err, io.EOF):
			return roots, nil
		case err != nil:
			return nil, err
		}
		if root := doc.Content[0]; root.Tag != "!!null" || root.Value != "" {
			roots = append(roots, root)
		}
	}
}

func lost(f Fault) parsed { return parsed{fault: &f} }

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
