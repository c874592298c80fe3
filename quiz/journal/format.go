package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// schema is the version of the file format.
const schema = 1

// What can be wrong with a file. The texts follow its name.
var (
	errDamaged error = locale.Error("couldn't be read")
	errChanged error = locale.Error("was changed outside Waymark or damaged")
	errNewer   error = locale.Error("was written by a newer version of Waymark; use that version, or move the file away")
)

// encode returns a file's bytes, with their checksum.
func encode(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return nil, err
	}
	return withChecksum(append(data, '\n')), nil
}

const firstLine = "{\n"

// withChecksum puts a line with the checksum of an object's bytes after the first.
func withChecksum(object []byte) []byte {
	rest := object[len(firstLine):]
	return slices.Concat([]byte(firstLine), checksumLine(rest), rest)
}

// checksumLine is the second line of a file, by the first and the lines that follow it.
func checksumLine(rest []byte) []byte {
	sum := sha256.New()
	_, _ = sum.Write([]byte(firstLine)) // a hash takes all it is given
	_, _ = sum.Write(rest)
	return fmt.Appendf(nil, " \"sha256\": \"%x\",\n", sum.Sum(nil))
}

// intact reports whether the checksum in the second line fits.
func intact(data []byte) bool {
	rest, begun := bytes.CutPrefix(data, []byte(firstLine))
	end := bytes.IndexByte(rest, '\n') + 1
	return begun && bytes.Equal(rest[:end], checksumLine(rest[end:]))
}

// decode reads a file's bytes into v. Where they hold what v needs and are not as they were written, v is
// filled and the error is errChanged.
func decode(data []byte, v stored) error {
	if err := parse(data, v); err != nil {
		return err
	}
	if v.checksum() != "" && !intact(data) {
		return errChanged
	}
	return nil
}

// parse is decode without a look at the checksum.
func parse(data []byte, v stored) error {
	switch version, err := schemaOf(data); {
	case err != nil || version < 1:
		return errDamaged
	case version > schema:
		return errNewer
	}
	if err := json.Unmarshal(data, v); err != nil || steers(data) || !v.consistent() {
		return errDamaged
	}
	return nil
}

// schemaOf reads the schema of an object, and no further.
func schemaOf(data []byte) (version int, err error) {
	err = fields(bytes.NewReader(data), map[string]any{"schema": &version})
	return version, err
}

// steers reports whether some text in valid JSON could steer a terminal. What this program writes is clean;
// a file that was changed outside it may not be.
func steers(data []byte) bool {
	for len(data) > 0 {
		if c := data[0]; c >= ' ' && c <= '~' && c != '\\' { // nearly all of a file
			data = data[1:]
			continue
		}
		c, size := utf8.DecodeRune(data)
		if c == '\\' { // only text has escapes
			c, size = escaped(data)
		} else if c < ' ' {
			c = ' ' // JSON has these between texts only, as white space
		}
		if stages.Steers(c) {
			return true
		}
		data = data[size:]
	}
	return false
}

// escaped returns the character that a JSON escape stands for, and how many bytes the escape takes.
func escaped(data []byte) (c rune, size int) {
	if len(data) >= 6 && data[1] == 'u' {
		code, _ := strconv.ParseUint(string(data[2:6]), 16, 32)
		return rune(code), 6
	}
	if strings.ContainsRune("bfrt", rune(data[1])) {
		return '\b', 2
	}
	return ' ', 2
}

// stored is the content of a file as it is decoded.
type stored interface {
	checksum() string // the file's own; "" where it has none
	consistent() bool // whether nothing is missing that the rest refers to
}

type sealed struct {
	SHA256 string `json:"sha256,omitempty"` // "" is not written: encode adds the line
}

func (s *sealed) checksum() string { return s.SHA256 }
func (s *sealed) consistent() bool { return true }

// The files. Their fields hide those of the same name in what they embed.
type (
	storedAttempt struct {
		sealed
		session.Attempt
		Interview *storedInterview `json:"interview"`
		expected  string           // the assessment
	}
	storedResult struct {
		sealed
		session.Result
		Interview *storedInterview `json:"interview"`
	}
	storedPlan struct {
		sealed
		session.Plan
	}
	storedDrafts struct {
		sealed
		Schema int            `json:"schema"`
		Drafts session.Drafts `json:"drafts"`
	}
	storedInterview struct {
		stages.Interview
		Answers map[string]storedAnswer `json:"answers"`
	}
	// storedAnswer lacks the strict decoding of an answer, which is for what people hand in.
	storedAnswer stages.Answer
)

func (s *storedAttempt) consistent() bool {
	return s.Assessment == s.expected && s.Interview.consistent()
}

func (s *storedAttempt) attempt() session.Attempt {
	s.Attempt.Interview = s.Interview.interview()
	return s.Attempt
}

func (s *storedResult) consistent() bool { return s.Interview.consistent() && s.result().Valid() }

func (s *storedResult) result() session.Result {
	s.Result.Interview = s.Interview.interview()
	return s.Result
}

// consistent reports whether there is an answer for each question asked, and no other; an answer is options
// or a skip.
func (s *storedInterview) consistent() bool {
	if s == nil || !slices.Equal(slices.Sorted(maps.Keys(s.Answers)), slices.Sorted(slices.Values(s.Asked))) {
		return false
	}
	for _, a := range s.Answers {
		if (a.Options == nil) == (a.Skip == "") {
			return false
		}
	}
	return true
}

func (s *storedInterview) interview() stages.Interview {
	iv := s.Interview
	iv.Answers = make(stages.Answers, len(s.Answers))
	for id, a := range s.Answers {
		iv.Answers[id] = stages.Answer(a)
	}
	return iv
}
