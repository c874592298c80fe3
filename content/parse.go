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

// parsed is a file as nodes, or the fault for which it has none.
type parsed struct {
	root  *yaml.Node
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

// parse reads the one document of a file.
func parse(f file, holds string) parsed {
	if i := invalidUTF8(f.data); i >= 0 {
		line := 1 + bytes.Count(f.data[:i], []byte("\n"))
		column := 1 + utf8.RuneCount(f.data[bytes.LastIndexByte(f.data[:i], '\n')+1:i])
		return lost(Fault{Position: Position{f.name, line, column}, Code: CodeNotUTF8, What: "the text isn't UTF-8", Fix: "save the file as UTF-8"})
	}
	dec := yaml.NewDecoder(bytes.NewReader(f.data))
	var doc, second yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return lost(Fault{Position: Position{f.name, 1, 1}, Code: CodeFileEmpty, What: "the file is empty",
			Fix: "remove it, or write " + holds + " into it"})
	case err != nil:
		return lost(syntax(f, err))
	}
	switch err := dec.Decode(&second); {
	case err == nil:
		return lost(Fault{Position: Position{f.name, second.Line, second.Column}, Code: CodeFileRefused,
			What: "a second document begins here", Fix: "keep one document per file: remove the line ---"})
	case !errors.Is(err, io.EOF):
		return lost(syntax(f, err))
	}
	return parsed{root: doc.Content[0]}
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
