package quiz

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func (a *app) noteCommand() *cobra.Command {
	var remove int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "note [TEXT]", Short: "Note what you did, in one line, or read your notes",
		Long: `Keeps a line about something you did: what it was, and who noticed. Waymark
offers it as your example where a question or a step asks for one: press the
up arrow in the empty field.

Without TEXT, it lists your notes. With -, it reads one from standard input.
It works while Waymark is open elsewhere.`,
		Example: "  waymark note \"Storage review in Lyon; their lead asked for the drawing\"\n" +
			"  waymark note\n  waymark note --remove 3\n  git log -1 --format=%s | waymark note -",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case cmd.Flags().Changed("remove"):
				return a.removeNote(args, remove)
			case len(args) > 0:
				return a.addNote(args)
			}
			return a.listNotes(asJSON)
		},
	}
	cmd.Flags().IntVar(&remove, "remove", 0, "remove the note with this number in the list")
	nameValue(cmd.Flags(), "remove", "N")
	cmd.Flags().BoolVar(&asJSON, "json", false, "list them as JSON, for programs")
	return cmd
}

func (a *app) addNote(args []string) error {
	text := strings.Join(args, " ")
	if len(args) == 1 && args[0] == "-" {
		const most = 1 << 16
		data, err := io.ReadAll(io.LimitReader(a.in, most))
		if err != nil {
			return locale.Errorf("standard input can't be read: %s", err)
		}
		text = string(data)
	}
	text = stages.OneLine(text)
	switch length := utf8.RuneCountInString(text); {
	case length == 0:
		return usageError{locale.Error("the note is empty; write what you did, such as: waymark note \"Led the storage review\"")}
	case length > session.TextLimit:
		return locale.Errorf("the note has %d characters; it can have %d, so shorten it", length, session.TextLimit)
	}
	dir, err := dataFolder()
	if err != nil {
		return err
	}
	if err := journal.AddNote(disk.OS{}, dir, session.Noted{At: clock(), Text: text}); err != nil {
		return locale.Errorf("the note couldn't be saved: %s", err)
	}
	_, err = fmt.Fprintln(a.out, locale.Text("Noted."))
	return err
}

// notes reads them, and tells what is wrong with their file.
func (a *app) notes() (notes []session.Noted, dir string, err error) {
	if dir, err = dataFolder(); err != nil {
		return nil, "", err
	}
	whole, _, err := a.load()
	return whole.Notes, dir, err
}

func (a *app) listNotes(asJSON bool) error {
	notes, _, err := a.notes()
	switch {
	case err != nil:
		return err
	case asJSON:
		return printJSON(a.out, append([]session.Noted{}, notes...))
	case len(notes) == 0:
		_, err = fmt.Fprintln(a.out, locale.Text("No notes yet. Write one: waymark note \"what you did, and who noticed\""))
		return err
	}
	_, err = io.WriteString(a.out, report.NoteList(notes, a.textWidth(), clock()))
	return err
}

func (a *app) removeNote(args []string, number int) error {
	if len(args) > 0 {
		return usageError{locale.Error("--remove takes a number only; usage: waymark note --remove N")}
	}
	notes, dir, err := a.notes()
	switch {
	case err != nil:
		return err
	case len(notes) == 0:
		return locale.Error("there are no notes to remove")
	case number < 1 || number > len(notes):
		return usageError{locale.Errorf("--remove: there's no note %d; the list has 1 to %d", number, len(notes))}
	}
	gone := notes[number-1]
	if err := journal.RemoveNote(disk.OS{}, dir, gone); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return locale.Errorf("the note couldn't be removed: %s", err)
	}
	_, err = fmt.Fprintln(a.out, locale.Sprintf("Removed: %s", stages.OneLine(gone.Text)))
	return err
}
