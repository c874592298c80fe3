package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Share is what one person lets a team see.
type Share struct {
	Version int `yaml:"waymark_share"`
	// Person tells two files of one person without naming them: see [PersonID].
	Person       string  `yaml:"person"`
	Content      Content `yaml:"content"`
	stages.Share `yaml:",inline"`
}

// NewShare is a person's share.
func NewShare(person string, content stages.ContentRef, share stages.Share) Share {
	return Share{schema, person, Content(content), share}
}

const shareHeader locale.Message = `A Waymark file for a team report.

It contains: the level of each strand, what helps or holds back at work, which
steps are in the plan, which questions were asked, and a random number, so that
two files from one person aren't counted twice. It doesn't contain a name,
answers, examples or notes.

The report only shows what at least five people have in common, and never one
person. But the person who collects these files can open each of them, and may
know who sent it. Read it first, and send it to someone you trust. They make the
report with:

    waymark team FOLDER
`

// Encode returns the file of a share.
func (s Share) Encode() ([]byte, error) {
	return encode(shareHeader.String()+"\n"+checksumNote.String(), s)
}

// DecodeShare reads the file of a share. Its errors follow the name of the file.
func DecodeShare(data []byte) (Share, error) {
	var s Share
	if err := decode(data, kindShare, &s); err != nil {
		return s, err
	}
	for _, level := range s.Strands {
		if level < 1 || level > stages.MaxLevels {
			return s, damaged{}
		}
	}
	if s.Person == "" {
		return s, damaged{}
	}
	return s, nil
}

// ReadShares reads the shares in a folder: every file there whose name ends in .yaml, which must be reached with some
// content. A file that is no share, or two of one person, is an error that names them.
func ReadShares(folder string, content stages.ContentRef) ([]stages.Share, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, locale.Errorf("%s can't be read as a folder: %s", stages.VisibleName(folder), withoutPath(err))
	}
	var out []stages.Share
	whose := map[string]string{}
	for _, e := range entries {
		if !slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(e.Name()))) {
			continue
		}
		name := stages.VisibleName(filepath.Join(folder, e.Name()))
		s, err := readShare(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("%s %w", name, err)
		}
		if err := s.Content.Check(content); err != nil {
			return nil, fmt.Errorf("%s %w", name, err)
		}
		if first, twice := whose[s.Person]; twice {
			return nil, locale.Errorf("%s and %s are from the same person; keep the newer one", first, name)
		}
		whose[s.Person] = name
		out = append(out, s.Share)
	}
	return out, nil
}

func readShare(path string) (Share, error) {
	data, err := ReadFile(path)
	if err != nil {
		return Share{}, err
	}
	return DecodeShare(data)
}
