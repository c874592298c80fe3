package content

import (
	"fmt"
	"slices"
	"strings"

	"waymark/stages"
)

// diagnosis is the likely cause of a syntax fault.
type diagnosis struct {
	back      int // how many lines before the faulty one
	index     int // the byte in its line
	what, fix string
}

// diagnose looks for the cause of a syntax fault in its line, the last of those given: the slips that people
// make, in the order in which they can be told apart. Without a cause, what it says is empty.
func diagnose(lines []string) diagnosis {
	line := lines[len(lines)-1]
	for _, find := range []func(string) diagnosis{control, conflict, noBreakSpace, tab, noBlank} {
		if d := find(line); d.what != "" {
			return d
		}
	}
	if len(lines) > 1 {
		if d := noBreakSpace(lines[len(lines)-2]); d.what != "" {
			d.back = 1
			return d
		}
	}
	for _, find := range []func(string) diagnosis{quotes, firstCharacter, brackets, comma} {
		if d := find(line); d.what != "" {
			return d
		}
	}
	if d := indentation(lines); d.what != "" {
		return d
	}
	for _, find := range []func(string) diagnosis{colonInText, noColon} {
		if d := find(line); d.what != "" {
			return d
		}
	}
	return diagnosis{}
}

func control(line string) diagnosis {
	i := strings.IndexFunc(line, func(c rune) bool { return c != '\t' && stages.Steers(c) })
	if i < 0 {
		return diagnosis{}
	}
	c := []rune(line[i:])[0]
	return diagnosis{index: i, what: fmt.Sprintf("there's a control character, %U", c), fix: "remove it"}
}

var conflictMark = pattern(`^(<<<<<<<|=======|>>>>>>>)( |$)`)

func conflict(line string) diagnosis {
	if !conflictMark().MatchString(line) {
		return diagnosis{}
	}
	return diagnosis{what: "a merge conflict is left here", fix: "keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>"}
}

var oddSpace = pattern(`^[\s-]*[\x{a0}\x{2007}\x{202f}\x{3000}]|:[\x{a0}\x{2007}\x{202f}\x{3000}]`)

func noBreakSpace(line string) diagnosis {
	found := oddSpace().FindStringIndex(line)
	if found == nil {
		return diagnosis{}
	}
	i := strings.LastIndexAny(line[:found[1]], "\u00a0\u2007\u202f\u3000")
	return diagnosis{index: i, what: "this looks like a space, but it's another character", fix: "type a space in its place"}
}

func tab(line string) diagnosis {
	i := strings.IndexByte(line, '\t')
	if i < 0 || strings.Trim(line[:i], " -") != "" {
		return diagnosis{}
	}
	return diagnosis{index: i, what: "there's a tab, and YAML is indented by spaces only", fix: "put spaces in its place"}
}

var (
	tightColon = pattern(`^\s*(?:- +)?([a-z_]+):[^\s/]`)
	tightDash  = pattern(`^\s*-([\w{"'])`)
)

// noBlank finds a colon or a dash without the blank after it.
func noBlank(line string) diagnosis {
	if m := tightColon().FindStringSubmatchIndex(line); m != nil {
		return diagnosis{index: m[3], what: "there's no space after the colon", fix: fmt.Sprintf("write %s: and a space", line[m[2]:m[3]])}
	}
	if m := tightDash().FindStringSubmatchIndex(line); m != nil {
		return diagnosis{index: m[2], what: "there's no space after the dash", fix: "put one in"}
	}
	return diagnosis{}
}

// value is where the value of a `field: value` line begins, or of an entry of a list.
var value = pattern(`^\s*(?:- +)*(?:[\w-]+:\s+)?`)

// firstCharacter finds text that YAML takes for something else because of how it begins.
func firstCharacter(line string) diagnosis {
	i := value().FindStringIndex(line)[1]
	if i >= len(line) || !strings.ContainsRune("@`%&*!?|>", rune(line[i])) || strings.HasPrefix(line[i:], "? ") && i == 0 {
		return diagnosis{}
	}
	return diagnosis{index: i, what: fmt.Sprintf("text can't begin with %c", line[i]), fix: "put the text in quotes"}
}

var fieldAfterValue = pattern(`:\s+("[^"]*"|[^\s,"{}\[\]]+)\s+([a-z_]+):\s`)

// comma finds two fields in braces without a comma between them.
func comma(line string) diagnosis {
	m := fieldAfterValue().FindStringSubmatchIndex(line)
	if m == nil || !strings.Contains(line[:m[0]], "{") {
		return diagnosis{}
	}
	return diagnosis{index: m[4], what: fmt.Sprintf("there's no comma before %q", line[m[4]:m[5]]), fix: "put one in"}
}

// colonInText finds a colon that makes plain text a field.
func colonInText(line string) diagnosis {
	i := value().FindStringIndex(line)[1]
	if i >= len(line) || strings.ContainsRune(`"'{[#`, rune(line[i])) {
		return diagnosis{}
	}
	colon := strings.Index(line[i:], ": ")
	if colon < 0 {
		if !strings.HasSuffix(line, ":") || i == 0 {
			return diagnosis{}
		}
		colon = len(line) - 1 - i
	}
	return diagnosis{index: i + colon, what: "a colon can't stand in text like this", fix: "put the whole text in quotes"}
}

var bareWord = pattern(`^\s*(?:- +)?([a-z_]+)( |$)[^:]*$`)

func noColon(line string) diagnosis {
	m := bareWord().FindStringSubmatchIndex(line)
	if m == nil {
		return diagnosis{}
	}
	word := line[m[2]:m[3]]
	return diagnosis{index: m[3], what: fmt.Sprintf("there's no colon after %q", cut(word)), fix: fmt.Sprintf("write %s: and the value", cut(word))}
}

// indentation compares the last line's with the lines it could belong to.
func indentation(lines []string) diagnosis {
	line := lines[len(lines)-1]
	at := indent(line)
	text := line[at:]
	var open []int // the indents in force, the innermost first
	for i, least := len(lines)-2, len(line)+1; i >= 0 && least > 0; i-- {
		above := indent(lines[i])
		if above == len(lines[i]) || lines[i][above] == '#' {
			continue
		}
		entry := strings.HasPrefix(lines[i][above:], "- ")
		if entry && above < least {
			inner := above + 2
			if !slices.Contains(open, inner) && inner < least {
				open = append(open, inner)
			}
		}
		if above >= least {
			continue
		}
		if above == at && entry != strings.HasPrefix(text, "-") {
			return dash(entry, at)
		}
		if !slices.Contains(open, above) {
			open = append(open, above)
		}
		least = above
	}
	if len(open) == 0 || slices.Contains(open, at) {
		return diagnosis{}
	}
	return diagnosis{index: at, what: fmt.Sprintf("this is indented by %s, and the lines above by %s", count(at, "space"), either(open[:min(len(open), 2)])),
		fix: "indent it like the line it belongs to"}
}

func dash(missing bool, at int) diagnosis {
	if missing {
		return diagnosis{index: at, what: "there's no dash, as the entries above have", fix: "begin a new entry with a dash, or indent this like the fields above"}
	}
	return diagnosis{index: at, what: "there's a dash, and the lines above have none", fix: "remove the dash, or indent this like the entries of a list"}
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// either is one number or two, the lower first.
func either(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprint(numbers[0])
	}
	return fmt.Sprintf("%d or %d", min(numbers[0], numbers[1]), max(numbers[0], numbers[1]))
}
