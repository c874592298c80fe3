package content

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"waymark/stages"
)

const (
	maxFaults  = 100   // told at once
	maxCounted = 10000 // more, before the reader gives up on lists
	maxQuoted  = 60    // characters of a name or value in a message
)

// Position is a position in a content file. Lines and columns count from 1; 0 means unknown.
type Position struct {
	File         string
	Line, Column int
}

// String is file:line:column, as editors take it. A file name that could steer a terminal is quoted.
func (p Position) String() string {
	name := p.File
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(c rune) bool { return c == '\n' || stages.Steers(c) }) {
		name = strconv.Quote(name)
	}
	if p.Line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, p.Line, p.Column)
}

// Fault is one thing that's wrong with the content.
type Fault struct {
	Position
	Code  Code
	What  string // what's wrong, with the culprit quoted
	Fix   string // what to do about it
	Meant string // the name or value that was probably meant, which Fix says as well; often empty
	// Warning marks a fault with which the content can still be used.
	Warning bool
	// Source is the line that the fault is in, as it is in the file; empty where there's no line.
	Source string
}

// Code names a kind of fault, for programs. A code keeps its meaning.
type Code string

// The kinds of fault. The last ones are only warned of.
const (
	CodeFileRefused  Code = "file-refused"  // not a file, too large, too many, can't be read
	CodeFileEmpty    Code = "file-empty"    // nothing but comments
	CodeNotUTF8      Code = "not-utf8"      // bytes that are no text
	CodeSyntax       Code = "yaml-syntax"   // not YAML
	CodeAlias        Code = "yaml-alias"    // *name, or <<
	CodeFieldUnknown Code = "field-unknown" // a field that there is not
	CodeFieldMissing Code = "field-missing" // a field that must be given
	CodeGivenTwice   Code = "given-twice"   // a field, a key, a level or a pair
	CodeTypeWrong    Code = "type-wrong"    // a number where text is wanted, and so on
	CodeTextEmpty    Code = "text-empty"    // text that says nothing
	CodeTextWide     Code = "text-wide"     // text for which lists have no room
	CodeControl      Code = "text-control"  // a character that could steer a terminal
	CodePlaceholder  Code = "text-braces"   // braces around anything but {customer}
	CodeIDMalformed  Code = "id-malformed"  // characters that an id can't have
	CodeIDTaken      Code = "id-taken"      // an id that another thing of the kind has
	CodeUnknown      Code = "name-unknown"  // the id, or the fixed word, of nothing that there is
	CodeRange        Code = "out-of-range"  // a number too low or too high
	CodeNumber       Code = "wrong-number"  // too many or too few of a thing
	CodeMisplaced    Code = "misplaced"     // what belongs elsewhere
	CodeClaims       Code = "claims-more"   // a step or strength that rests on a lower answer
	CodeStudy        Code = "study"         // people, judgements and readings that don't go together
	CodeTranslation  Code = "translation"   // a translation of the program's own words that can't be used

	CodeFieldRetired Code = "field-retired" // a field that isn't used any more
	CodeFileUnread   Code = "file-unread"   // a file that isn't read because of its name
	CodeNotScored    Code = "not-scored"    // a question, all of whose answers show the same level
	CodeOneSided     Code = "one-sided"     // a question that can't tell the levels it says it tells
	CodeFewQuestions Code = "few-questions" // a strand or a boundary between levels that too few questions tell
	CodeNoSteps      Code = "no-steps"      // a strand that nothing is advised for
	CodeNoExample    Code = "no-example"    // a question that doesn't say what counts
	CodeTextLong     Code = "text-long"     // a question or an answer that takes long to read
	CodeSameText     Code = "same-text"     // two answers that read the same
	CodeOutOfOrder   Code = "out-of-order"  // answers on a scale that go down
	CodeCurlyQuotes  Code = "curly-quotes"  // quotes that YAML takes for part of the text
	CodeSuperfluous  Code = "superfluous"   // what is never shown
	CodeWordsMissing Code = "words-missing" // what of the program's own words isn't translated
	CodeMore         Code = "more"          // how many faults aren't listed
)

func (f Fault) String() string {
	var b strings.Builder
	if place := f.Position.String(); place != "" {
		b.WriteString(place + ": ")
	}
	if f.Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(f.What)
	if f.Fix != "" {
		b.WriteString("; " + f.Fix)
	}
	return b.String()
}

// MarshalJSON writes a fault as `waymark content check --json` does. Line and column are 0 where a fault is in
// no line, and texts are empty where there's nothing to say.
func (f Fault) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		File       string `json:"file"`
		Line       int    `json:"line"`
		Column     int    `json:"column"`
		Severity   string `json:"severity"`
		Code       Code   `json:"code"`
		Message    string `json:"message"`
		Hint       string `json:"hint"`
		DidYouMean string `json:"did_you_mean"`
	}{f.File, f.Line, f.Column, f.Severity(), f.Code, f.What, f.Fix, f.Meant})
}

// Severity is "error" or "warning".
func (f Fault) Severity() string {
	if f.Warning {
		return "warning"
	}
	return "error"
}

// Count says how many errors and how many warnings there are, those that aren't listed left out.
func (fs Faults) Count() (errors, warnings int) {
	for _, f := range fs {
		switch {
		case f.Code == CodeMore:
		case f.Warning:
			warnings++
		default:
			errors++
		}
	}
	return errors, warnings
}

// Faults lists faults in the order of their positions.
type Faults []Fault

// Err returns the faults that are errors as one error, or nil.
func (fs Faults) Err() error {
	errs := slices.DeleteFunc(slices.Clone(fs), func(f Fault) bool { return f.Warning })
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// Error lists the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// notes collects faults as they are found: the first of them, and how many more there are.
type notes struct {
	faults Faults
	more   int
	failed bool // one of all is an error
}

// add records a fault, whose words may repeat what a file holds.
func (n *notes) add(f Fault) {
	n.failed = n.failed || !f.Warning
	if len(n.faults) < maxFaults {
		f.What, f.Fix = stages.VisibleName(f.What), stages.VisibleName(f.Fix)
		n.faults = append(n.faults, f)
	} else {
		n.more++
	}
}

// sorted returns the faults in the order of their positions.
func (n *notes) sorted() Faults {
	slices.SortStableFunc(n.faults, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if n.more == 0 {
		return n.faults
	}
	what := fmt.Sprintf("and %d more", n.more)
	if n.more > maxCounted {
		what = fmt.Sprintf("and over %d more", maxCounted)
	}
	return append(n.faults, Fault{Code: CodeMore, What: what, Fix: "fix these first", Warning: !n.failed})
}

// sprintf formats a message, in which strings are cut where they're long.
func sprintf(format string, args ...any) string {
	for i := range args {
		if v := reflect.ValueOf(args[i]); v.Kind() == reflect.String {
			args[i] = cut(v.String())
		}
	}
	return fmt.Sprintf(format, args...)
}

// count says how many there are of a thing.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func cut(s string) string {
	n := 0
	for i := range s {
		if n == maxQuoted {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
