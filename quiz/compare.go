package quiz

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/sheet"
	"waymark/stages"
)

// mostSheets is how many observers one comparison takes.
const mostSheets = 8

func (a *app) compareCommand() *cobra.Command {
	var asJSON, screen bool
	cmd := &cobra.Command{
		Use: "compare [MINE] THEIRS...", Short: "Set the answers of mentors or managers beside yours",
		Long: `Reads the sheets that came back to you, and sets their answers beside yours:
three things to talk about first, how far you agree, blind spots (you see more
than they do), hidden strengths (they see more than you do), and the level that
each one's answers point to.

THEIRS are up to eight answered sheets of yours. MINE is your last result; to
use another, name a file made with: waymark export --format json --with answers

A sheet is refused if it was changed on its way, isn't finished, is about other
questions, or is about someone else.`,
		Example: "  waymark compare ruth.yaml\n  waymark compare ruth.yaml omar.yaml --screen\n  waymark compare mine.json ruth.yaml --json",
		Args:    takes(1, mostSheets+1), ValidArgsFunction: completeSheets,
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON && screen {
				return usageError{locale.Error("--json and --screen don't go together; use one of the two")}
			}
			return a.compare(args, asJSON, screen)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	cmd.Flags().BoolVar(&screen, "screen", false, "read it in the full-screen program, which takes\n--theme, --no-motion and --mouse")
	a.screenFlags(cmd)
	return cmd
}

func (a *app) compare(files []string, asJSON, screen bool) error {
	opinions, err := a.opinions(files)
	switch {
	case err != nil:
		return err
	case asJSON:
		return opinions.JSON(a.out)
	case screen:
		look, err := a.look()
		if err != nil {
			return err
		}
		return a.fullScreen(look, &opinions)
	}
	return opinions.Text(a.out, a.textWidth())
}

// opinions reads the files of a comparison, the person's own result first where one is named.
func (a *app) opinions(files []string) (report.Opinions, error) {
	catalog, err := a.catalog()
	if err != nil {
		return report.Opinions{}, err
	}
	bank := stages.NewBank(catalog)
	mine, rest, err := a.mine(files)
	if err != nil {
		return report.Opinions{}, err
	}
	if len(rest) == 0 || len(rest) > mostSheets {
		return report.Opinions{}, usageError{locale.Errorf("name one to %d answered sheets", mostSheets)}
	}
	var theirs []report.Rated
	about, seen := "", map[string]string{}
	for _, file := range rest {
		name := stages.VisibleName(file)
		s, err := answeredSheet(file, bank, mine)
		if err != nil {
			return report.Opinions{}, fmt.Errorf("%s %w", name, err)
		}
		data, err := json.Marshal(s)
		if first, twice := seen[string(data)]; twice && err == nil {
			return report.Opinions{}, locale.Errorf("%s and %s are the same sheet; name it once", first, name)
		}
		about, seen[string(data)] = s.About, name
		theirs = append(theirs, report.Rated{Name: observerName(s, file, theirs), Interview: s.Interview()})
	}
	answers := mine.Comparable(bank)
	if len(answers.Answers) == 0 {
		return report.Opinions{}, locale.Error("your result was reached with questions that aren't in use any more, so there's nothing to compare; take it again: waymark")
	}
	return report.NewOpinions(bank, mine.Result, answers, about, theirs), nil
}

// own is the person's own result, and how their sheets are told from others'.
type own struct {
	session.Result
	person string // of their sheets; empty where nobody knows
}

// mine is the result that the first file holds where it is no sheet, else the last one of the journal.
func (a *app) mine(files []string) (own, []string, error) {
	if result, there, err := exportedResult(files[0]); there || err != nil {
		return own{Result: result}, files[1:], err
	}
	j, saved, err := a.stored()
	if err != nil {
		return own{}, nil, err
	}
	result, there := saved.Last()[stages.Stages]
	key, unmade := a.key(j)
	switch {
	case !there:
		return own{}, nil, errNoResult
	case unmade != nil:
		return own{}, nil, locale.Error("you haven't made a sheet here, so none of these can be yours; make one: waymark ask -o sheet.yaml")
	}
	return own{result, sheet.PersonID(key, sheet.ForSheets)}, files, nil
}

// exportedResult reads a file as an export. It reports false where the file is none.
func exportedResult(file string) (session.Result, bool, error) {
	data, _ := sheet.ReadFile(file) // what can't be read is told as a sheet's fault
	if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return session.Result{}, false, nil
	}
	var e report.Export
	name := stages.VisibleName(file)
	switch err := json.Unmarshal(data, &e); {
	case err != nil || !e.Result.Valid():
		return session.Result{}, false, locale.Errorf("%s isn't a result; make one with: waymark export --format json --with answers -o mine.json", name)
	case len(e.Result.Interview.Answers) == 0:
		return session.Result{}, false, locale.Errorf("%s holds no answers; make it again with: waymark export --format json --with answers -o mine.json", name)
	}
	return e.Result, true, nil
}

// answeredSheet reads a sheet that someone has answered about the person.
func answeredSheet(file string, bank *stages.Bank, mine own) (sheet.Sheet, error) {
	s, err := sheet.Read(file)
	if err != nil {
		return s, err
	}
	named := stages.OneLine(mine.Profile.Name)
	switch open := s.Open(); {
	case mine.person != "" && s.Person != mine.person, mine.person == "" && named != "" && named != s.About:
		return s, locale.Errorf("is about %s, and wasn't made by you here; name a sheet of your own, made with: waymark ask", stages.VisibleName(s.About))
	case s.Answered == "" || open == len(s.Questions):
		return s, locale.Error("isn't answered yet; send it to someone who has seen you at work")
	case open > 0:
		return s, locale.Errorf("isn't finished: %d of %d questions are open; send it back, and ask them to finish it with: waymark --for FILE", open, len(s.Questions))
	}
	_, err = sheetQuestions(bank, s)
	return s, err
}

// observerName is what an observer is called: by their name, else by that of their file, and by no other's.
func observerName(s sheet.Sheet, file string, others []report.Rated) string {
	base := stages.VisibleName(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	name := stages.OneLine(s.By)
	if name == "" {
		name = base
	}
	if slices.ContainsFunc(others, func(r report.Rated) bool { return r.Name == name }) {
		name += " (" + base + ")"
	}
	return name
}
