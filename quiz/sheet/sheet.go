// Package sheet reads and writes the files that go from one person to another: a [Sheet] asks a mentor or a manager
// about someone, and comes back with their answers; a [Share] lets a team see what someone chose to share.
//
// # The format
//
// Both are YAML, to be read before they are sent. Comments at the top say what the file is, what it holds and what to
// do with it. The first field names the kind and the version of the format: waymark_sheet: 1, or waymark_share: 1. A
// change that this version would misread raises it. The last line holds the SHA-256 of all lines before it, whose ends
// count as line feeds, since mail changes them:
//
//	grep -v ^sha256: sheet.yaml | sha256sum
//
// It is a checksum, not a signature: it shows what happened to a file by accident, or to one that someone edited, and
// nothing about who wrote it.
package sheet

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Content names the questions that a file is about.
type Content struct {
	ID      string `yaml:"id"`
	Version string `yaml:"version"`
	SHA256  string `yaml:"sha256"`
}

// Check reports that the questions are others than those in force, and what to do.
func (c Content) Check(inForce stages.ContentRef) error {
	if c.Ref() == inForce {
		return nil
	}
	name := func(c stages.ContentRef) string {
		return fmt.Sprintf("%s, %.8s", stages.VisibleName(c.Version), stages.VisibleName(c.SHA256))
	}
	return locale.Errorf("is about other questions (version %[1]s) than those in use here (version %[2]s); use the same version of Waymark and the same questions on both sides, and make a new file",
		name(c.Ref()), name(inForce))
}

// Ref names the content as results do.
func (c Content) Ref() stages.ContentRef { return stages.ContentRef(c) }

// Sheet asks someone about another person, and holds what they answered.
type Sheet struct {
	Version int    `yaml:"waymark_sheet"`
	About   string `yaml:"about"`
	// Person tells whose sheet it is without naming them: see [PersonID].
	Person    string     `yaml:"person"`
	Asked     string     `yaml:"asked"` // the day, as 2026-03-12
	Content   Content    `yaml:"content"`
	By        string     `yaml:"by,omitempty"`       // who answers, where they say so
	Answered  string     `yaml:"answered,omitempty"` // the day of the last answer
	Seed      uint64     `yaml:"seed,omitempty"`     // draws the order of the options
	Questions []Question `yaml:"questions"`
}

// Question is one question with what was answered: options, or that it wasn't seen; neither while it is open.
type Question struct {
	ID      string    `yaml:"id"`
	Ask     string    `yaml:"ask"`
	Several bool      `yaml:"several,omitempty"`
	Options []Option  `yaml:"options"`
	Answer  *[]string `yaml:"answer,omitempty,flow"`
	NotSeen bool      `yaml:"not_seen,omitempty"`
	Example string    `yaml:"example,omitempty"`
}

// Option is one of the answers to choose from.
type Option struct {
	ID   string `yaml:"id"`
	Text string `yaml:"text"`
}

// MarshalYAML writes an option in one line.
func (o Option) MarshalYAML() (any, error) {
	type plain Option
	n := &yaml.Node{}
	err := n.Encode(plain(o))
	n.Style = yaml.FlowStyle
	n.Content[len(n.Content)-1].Style = yaml.DoubleQuotedStyle
	return n, err
}

const schema = 1

// New is a blank sheet about someone, with questions worded about them.
func New(about, person, day string, content stages.ContentRef, questions []stages.Question) Sheet {
	s := Sheet{Version: schema, About: about, Person: person, Asked: day, Content: Content(content)}
	for _, q := range questions {
		to := Question{ID: q.ID, Ask: q.Ask, Several: q.Several()}
		for _, o := range q.Options {
			to.Options = append(to.Options, Option{o.ID, o.Text})
		}
		s.Questions = append(s.Questions, to)
	}
	return s
}

// IDs are the questions, in their order.
func (s Sheet) IDs() []string {
	out := make([]string, len(s.Questions))
	for i, q := range s.Questions {
		out[i] = q.ID
	}
	return out
}

// Open is how many questions have no answer yet.
func (s Sheet) Open() int {
	n := 0
	for _, q := range s.Questions {
		if q.Answer == nil && !q.NotSeen {
			n++
		}
	}
	return n
}

// Interview is what was answered, in the order of the questions.
func (s Sheet) Interview() stages.Interview {
	iv := stages.Interview{Seed: s.Seed, Answers: stages.Answers{}}
	for _, q := range s.Questions {
		switch {
		case q.Answer != nil:
			iv = iv.With(q.ID, stages.Answer{Options: *q.Answer, Evidence: q.Example})
		case q.NotSeen:
			iv = iv.With(q.ID, stages.Answer{Skip: stages.NotSeen, Evidence: q.Example})
		}
	}
	return iv
}

// answered returns the sheet with the answers of an interview.
func (s Sheet) answered(iv stages.Interview, day string) Sheet {
	s.Seed, s.Answered = iv.Seed, day
	s.Questions = slices.Clone(s.Questions)
	for i := range s.Questions {
		q := &s.Questions[i]
		a, given := iv.Answers[q.ID]
		q.Answer, q.NotSeen, q.Example = nil, a.Skip != "", a.Evidence
		if given && a.Skip == "" {
			options := append([]string{}, a.Options...)
			q.Answer = &options
		}
	}
	return s
}

// Encode returns the file of a sheet that has a name.
func (s Sheet) Encode(name string) ([]byte, error) { return encode(s.header(name), s) }

// Decode reads the file of a sheet. Its errors follow the name of the file.
func Decode(data []byte) (Sheet, error) {
	var s Sheet
	if err := decode(data, kindSheet, &s); err != nil {
		return s, err
	}
	if !s.consistent() {
		return s, damaged{}
	}
	return s, nil
}

// consistent reports whether nothing is missing that the rest refers to, and each question has options, of one line each. Only
// a file that someone edited, checksum and all, is not.
func (s Sheet) consistent() bool {
	seen := map[string]bool{}
	for _, q := range s.Questions {
		broken := slices.ContainsFunc(q.Options, func(o Option) bool { return strings.Contains(o.Text, "\n") })
		offered := func(id string) bool { return slices.ContainsFunc(q.Options, func(o Option) bool { return o.ID == id }) }
		if seen[q.ID] || len(q.Options) == 0 || broken || q.Answer != nil && (q.NotSeen || slices.ContainsFunc(*q.Answer, func(id string) bool { return !offered(id) })) {
			return false
		}
		seen[q.ID] = true
	}
	return s.About != "" && len(s.Questions) > 0
}

// PersonID is a random number that stays the same for a person and a purpose. From those of two purposes nobody can
// tell that they are one person's, but who has the key.
func PersonID(key []byte, purpose string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(purpose))
	return fmt.Sprintf("%x", m.Sum(nil)[:12])
}

// The purposes of a [PersonID].
const (
	ForSheets = "sheet"
	ForShares = "share"
)

// The kinds of file, as their first field names them.
const (
	kindSheet = "waymark_sheet"
	kindShare = "waymark_share"
)

// What can be wrong with a file. The texts follow its name.
var (
	ErrNoSheet error = locale.Error("isn't a Waymark sheet; a sheet is made with: waymark ask -o sheet.yaml")
	ErrNoShare error = locale.Error("isn't a share for a team; a share is made with: waymark team --share -o share.yaml")
	ErrNewer   error = locale.Error("was written by a newer version of Waymark; use that version, or a newer one")
	ErrChanged error = locale.Error("was changed outside Waymark or damaged in transit; ask for the original file again, as an attachment")
)

// damaged is [ErrChanged] of a file whose checksum is right.
type damaged struct{}

func (damaged) Error() string {
	return locale.Sprintf("can't be read, though its checksum is right; %s", ErrChanged)
}

func (damaged) Unwrap() error { return ErrChanged }

const sumField = "sha256: "

// encode writes comments, an object and the checksum of both.
func encode(header string, object any) ([]byte, error) {
	var out bytes.Buffer
	for line := range strings.Lines(header) {
		out.WriteString(strings.TrimRight("# "+strings.TrimSuffix(line, "\n"), " ") + "\n")
	}
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := errors.Join(enc.Encode(object), enc.Close()); err != nil {
		return nil, err
	}
	return fmt.Appendf(out.Bytes(), "%s%x\n", sumField, sha256.Sum256(out.Bytes())), nil
}

// decode reads a file of a kind into an object.
func decode(data []byte, kind string, object any) error {
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	switch version := versionOf(text, kind); {
	case version == 0 && kind == kindShare:
		return ErrNoShare
	case version == 0:
		return ErrNoSheet
	case version > schema:
		return ErrNewer
	}
	text = strings.TrimRight(text, "\n") + "\n"
	at := strings.LastIndex(text, "\n"+sumField)
	if at < 0 || text[at+1:] != fmt.Sprintf("%s%x\n", sumField, sha256.Sum256([]byte(text[:at+1]))) {
		return ErrChanged
	}
	dec := yaml.NewDecoder(strings.NewReader(text[:at+1]))
	dec.KnownFields(true)
	if dec.Decode(object) != nil || steers(text) {
		return damaged{}
	}
	return nil
}

// versionOf is the version of a file of a kind; 0 where it is none.
func versionOf(text, kind string) int {
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, kind+": "); ok {
			var n int
			if _, err := fmt.Sscanf(rest, "%d\n", &n); err == nil {
				return n
			}
		}
	}
	return 0
}

// steers reports whether some text of a file could steer a terminal, as it stands or by an escape.
func steers(text string) bool {
	var n yaml.Node
	return yaml.Unmarshal([]byte(text), &n) != nil || nodeSteers(&n)
}

func nodeSteers(n *yaml.Node) bool {
	return strings.ContainsFunc(n.Value, stages.Steers) || n.Kind == yaml.AliasNode || slices.ContainsFunc(n.Content, nodeSteers)
}
