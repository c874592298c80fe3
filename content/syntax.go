package content

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// What is parsed again at most to find the line of a syntax fault.
const (
	maxReparsed = 4 << 20 // bytes
	maxParses   = 200
)

// syntax turns an error of the YAML parser into a fault. The parser often tells the line in which the list
// around the fault began, so the line is found here.
func syntax(f file, err error) Fault {
	lines := bytes.SplitAfter(f.data, []byte("\n"))
	line := faultyLine(f.data, lines, err)
	d := diagnose(texts(lines[:line]))
	if d.what == "" {
		d = diagnosis{what: sprintf("this isn't YAML: %s", yamlLine().ReplaceAllString(err.Error(), "")),
			fix: "check the indentation, quotes and colons here and in the line before"}
	}
	at := Position{f.name, line - d.back, 1 + utf8.RuneCountInString(string(lines[line-1-d.back][:d.index]))}
	return Fault{Position: at, Code: CodeSyntax, What: d.what, Fix: d.fix}
}

var (
	yamlLine = pattern(`^yaml: (line \d+: )?`)
	endless  = pattern(`^yaml: line (\d+): found unexpected end of stream$`)
)

// faultyLine finds the line, from 1, where a document stops being YAML. It's the one after the longest
// beginning of the file that is YAML in itself, looked for backwards from where the parser gives up; where
// that takes too long, it's the line where the parser gives up. Only of a quote that is never closed does the
// parser know the line, unless it's the first.
func faultyLine(data []byte, lines [][]byte, err error) int {
	if m := endless().FindStringSubmatch(err.Error()); m != nil {
		if line, _ := strconv.Atoi(m[1]); line < len(lines) {
			return line
		}
		return 1
	}
	stop := 1 + bytes.Count(data[:stopsAt(data)], []byte("\n"))
	end := 0
	for _, line := range lines[:stop] {
		end += len(line)
	}
	budget := maxReparsed
	for line := stop; line > max(1, stop-maxParses); line-- {
		end -= len(lines[line-1])
		if budget -= end; budget < 0 {
			return stop
		}
		if _, err := documents(data[:end]); err == nil {
			return line
		}
	}
	if stop > maxParses {
		return stop
	}
	return 1
}

// byByte hands out one byte at a time, so that what it has handed out tells how far its reader came.
type byByte struct {
	data []byte
	next int
}

func (b *byByte) Read(p []byte) (int, error) {
	if b.next == len(b.data) {
		return 0, io.EOF
	}
	p[0] = b.data[b.next]
	b.next++
	return 1, nil
}

// stopsAt is where the parser gives up, or finds something that it can only refuse: the index of a byte.
func stopsAt(data []byte) int {
	from := &byByte{data: data}
	dec := yaml.NewDecoder(from)
	for {
		var n yaml.Node
		if err := dec.Decode(&n); err != nil {
			return max(from.next-1, 0)
		}
	}
}

// texts are lines without what ends them.
func texts(lines [][]byte) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimRight(string(line), "\r\n")
	}
	return out
}
