package content

import (
	"fmt"
	"strings"
)

// quotes finds a quote that isn't closed in its line, and text that goes on after one.
func quotes(line string) diagnosis {
	for i := 0; i < len(line); i++ {
		if line[i] == '#' && i > 0 && line[i-1] == ' ' {
			break // a comment
		}
		if line[i] != '"' && line[i] != '\'' || !opens(line[:i]) {
			continue
		}
		end := closing(line, i)
		if end < 0 {
			return diagnosis{index: i, what: "this quote isn't closed", fix: fmt.Sprintf("put a %c at the end of the text", line[i])}
		}
		if bad := badEscape(line[i:end]); line[i] == '"' && bad >= 0 {
			return diagnosis{index: i + bad, what: fmt.Sprintf("there's no escape %s", line[i+bad:i+bad+2]), fix: `write \\ for a backslash`}
		}
		if rest := strings.TrimLeft(line[end+1:], " "); rest != "" && !strings.ContainsRune(",:]}#", rune(rest[0])) {
			return diagnosis{index: end, what: "the text in quotes ends here, and more follows", fix: inside(line[i])}
		}
		i = end
	}
	return diagnosis{}
}

// inside says how to write a quote in text that it surrounds.
func inside(quote byte) string {
	if quote == '"' {
		return `write \" for a quote inside the text`
	}
	return `write '' for an apostrophe inside the text, or put the text in double quotes`
}

// opens reports whether a quote after so much of a line begins a text, rather than being part of one.
func opens(line string) bool {
	line = strings.TrimRight(line, " ")
	return line == "" || strings.ContainsRune(":,[{-", rune(line[len(line)-1]))
}

// closing is the index of the quote that closes the one at an index, or -1.
func closing(line string, open int) int {
	for i := open + 1; i < len(line); i++ {
		switch {
		case line[open] == '"' && line[i] == '\\':
			i++
		case line[i] == line[open] && line[open] == '\'' && i+1 < len(line) && line[i+1] == '\'':
			i++
		case line[i] == line[open]:
			return i
		}
	}
	return -1
}

// badEscape is the index of an escape in double quotes that YAML doesn't know, or -1.
func badEscape(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		if !strings.ContainsRune("0abtnvfre \"/\\N_LPxuU\t", rune(text[i+1])) {
			return i
		}
		i++
	}
	return -1
}

// brackets finds a brace or bracket that isn't closed in its line, or one too many.
func brackets(line string) diagnosis {
	closes := map[byte]byte{'{': '}', '[': ']'}
	var open []int
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '#' && i > 0 && line[i-1] == ' ':
			i = len(line)
		case (c == '"' || c == '\'') && opens(line[:i]):
			i = max(i, closing(line, i))
		case (c == '{' || c == '[') && (len(open) > 0 || opens(line[:i])):
			open = append(open, i)
		case c == '}' || c == ']':
			if n := len(open); n > 0 && closes[line[open[n-1]]] == c {
				open = open[:n-1]
			} else if n > 0 {
				return diagnosis{index: i, what: fmt.Sprintf("this %c closes a %c", c, line[open[n-1]]), fix: fmt.Sprintf("write %c", closes[line[open[n-1]]])}
			} else if begins := value().FindStringIndex(line)[1]; strings.ContainsRune("{[", rune(line[begins])) {
				return diagnosis{index: i, what: fmt.Sprintf("there's one %c too many", c), fix: "remove it"}
			}
		}
	}
	if len(open) == 0 {
		return diagnosis{}
	}
	first := open[0]
	return diagnosis{index: first, what: fmt.Sprintf("this %c isn't closed", line[first]), fix: fmt.Sprintf("put a %c where it ends", closes[line[first]])}
}
