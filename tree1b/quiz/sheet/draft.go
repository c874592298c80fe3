package sheet

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"

	"waymark/quiz/disk"
	"waymark/quiz/session"
	"waymark/stages"
)

// draftFile lies beside a sheet that is being answered, under its name and ".draft". It holds what was ticked or typed
// at a question and is no answer yet, which is no part of what is sent back.
type draftFile struct {
	Version int            `json:"waymark_draft"`
	Person  string         `json:"person"` // these two tell whose sheet it is of
	Asked   string         `json:"asked"`
	Drafts  session.Drafts `json:"drafts"` // by question
}

func (f *File) draftPath() string { return f.path + ".draft" }

// drafts reads what lies beside the sheet, and reports whether it may be replaced: it is the sheet's, or there is
// nothing. A power cut may leave an empty file.
func (f *File) drafts() (found session.Drafts, mine bool) {
	info, err := os.Lstat(f.draftPath())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, true
	case err != nil || !info.Mode().IsRegular():
		return nil, false
	case info.Size() == 0:
		return nil, true
	}
	data, err := ReadFile(f.draftPath())
	var d draftFile
	if err != nil || json.Unmarshal(data, &d) != nil || d.Version != schema || d.Person != f.Sheet.Person || d.Asked != f.Sheet.Asked {
		return nil, false
	}
	for _, draft := range d.Drafts {
		if strings.ContainsFunc(draft.Text, stages.Steers) {
			return nil, false
		}
	}
	return d.Drafts, true
}

// draftsOf are those of the sheet, as a session knows them.
func (f *File) draftsOf(a session.Attempt) session.Drafts {
	found, _ := f.drafts()
	out := session.Drafts{}
	for question, draft := range found {
		out[session.QuestionDraft(a, question)] = draft
	}
	return out
}

// SaveDrafts writes what is ticked or typed, at every key, beside the sheet, and removes the file once all of it is
// answered. Where another file has the name, that stays, and nothing is kept.
func (f *File) SaveDrafts(all session.Drafts) error {
	_, mine := f.drafts()
	open := session.Drafts{}
	for name, draft := range all {
		open[name[strings.LastIndexByte(name, '/')+1:]] = draft
	}
	switch {
	case !mine:
		return nil
	case len(open) == 0:
		if err := f.disk.Remove(f.draftPath()); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := json.MarshalIndent(draftFile{schema, f.Sheet.Person, f.Sheet.Asked, open}, "", " ")
	if err != nil {
		return err
	}
	return disk.Replace(f.disk, f.draftPath(), data, false)
}
