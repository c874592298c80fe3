package quiz

import (
	"fmt"
	"path/filepath"

	"waymark/quiz/disk"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/sheet"
	"waymark/stages"
)

// openSheet opens the program on the sheet of --for: the same interview, about someone else. The person's own
// journal stays closed.
func (a *app) openSheet() (state, error) {
	name := stages.VisibleName(a.sheet)
	by, err := oneName("--as NAME", a.as)
	if err != nil {
		return state{}, err
	}
	catalog, err := a.catalog()
	if err != nil {
		return state{}, err
	}
	f, err := sheet.Open(disk.OS{}, a.sheet, clock)
	if err != nil {
		return state{}, fmt.Errorf("%s %w", name, err)
	}
	if by != "" {
		f.Sheet.By = by
	}
	bank := stages.NewBank(catalog)
	questions, err := sheetQuestions(bank, f.Sheet)
	if err != nil {
		return state{}, fmt.Errorf("%s %w", name, err)
	}
	about := &stages.Catalog{ID: catalog.ID, Version: catalog.Version, Language: catalog.Language, SHA256: catalog.SHA256,
		Levels: catalog.Serves.Levels(catalog.Levels, ""), Strands: catalog.Serves.Strands(catalog.Strands, ""),
		Opinion: report.Opinion(f.Sheet.About, stages.VisibleName(filepath.Base(a.sheet)), questions)}
	asking := stages.NewBank(about)
	load := func() (session.Session, error) { return session.New(asking, f.Saved(asking)), nil }
	command := a.again() + " --for " + sheet.Word(name)
	if by != "" { // which the sheet has from the first answer on
		command += " --as " + sheet.Word(by)
	}
	return state{sheet: f, load: load, folder: name, command: command}, nil
}

// sheetQuestions are the questions of a sheet, worded about the person it asks about. A sheet about other questions is
// refused.
func sheetQuestions(bank *stages.Bank, s sheet.Sheet) ([]stages.Question, error) {
	if err := s.Content.Check(bank.Catalog().Ref()); err != nil {
		return nil, err
	}
	out := observed(bank, s.IDs(), s.About)
	if len(out) < len(s.Questions) {
		return nil, sheet.ErrChanged
	}
	return out, nil
}

var errAsAlone = usageError{locale.Error("--as puts your name into a sheet that you answer; name the sheet as well: --for FILE")}
