package quiz

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"waymark/content"
	"waymark/quiz/locale"
)

func (a *app) wordsCommand() *cobra.Command {
	var name string
	cmd := &cobra.Command{
		Use: "words", Short: "Print the program's own words, to translate them",
		Long: `Prints every text of the program's own that people meet, as a gettext catalog
(PO), with the translations that the content in use has or that are built in.
Put it beside the content as program.po and translate it, by hand or with an
editor for such files. After an update of Waymark, print it again: it keeps
what's translated.

Content whose language has no catalog is asked in its own language, and the
program speaks English.`,
		Example: "  waymark content words --language fr > my-questions/program.po\n" +
			"  waymark content words --content my-questions > new.po",
		Args: takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.words(name) },
	}
	cmd.Flags().StringVar(&name, "language", "", "translate to it: de, pt-BR (default the content's)")
	nameValue(cmd.Flags(), "language", "LANGUAGE")
	return cmd
}

func (a *app) words(name string) error {
	dir, _ := a.contentDir()
	c, words := readContent(dir)
	if name != "" && name != c.Language {
		tag, err := language.Parse(name)
		if err != nil {
			return usageError{fmt.Errorf("--language: there's no language %q; write its BCP 47 tag, such as de or pt-BR", name)}
		}
		name = tag.String()
		words = locale.Builtin(name)
	} else {
		name = c.Language
	}
	_, err := io.WriteString(a.out, words.Words(name))
	return err
}

// wordsOf is the program's words in the language of content: the content's own translation, over the built-in one.
func wordsOf(c *content.Content) (*locale.Catalog, content.Faults) {
	words := locale.Builtin(c.Language)
	if c.Words.File == "" {
		return words, nil
	}
	own, found := locale.Parse(c.Words.Data)
	faults := make(content.Faults, len(found))
	for i, f := range found {
		faults[i] = content.Fault{Position: content.Position{File: c.Words.File, Line: f.Line, Column: 1}, Code: content.CodeTranslation,
			What: f.What, Fix: f.Fix}
	}
	words = own.Over(words)
	return words, faults
}

// missingWords warns of what the program will say in English, though the content is in another language. Whoever only
// uses content need not be told, and counting takes longer than a translation's own checks.
func missingWords(c *content.Content, words *locale.Catalog) content.Faults {
	if locale.English(c.Language) {
		return nil
	}
	f := content.Fault{Position: content.Position{File: c.Words.File}, Code: content.CodeWordsMissing, Warning: true}
	missing, all := words.Missing()
	switch {
	case missing == 0:
		return nil
	case words == nil:
		f.What = fmt.Sprintf("there's no translation of the program's own words into %q, so it'll say them in English", c.Language)
		f.Fix = "print them with waymark content words, and put them beside the content as " + content.WordsFile
	default:
		f.What = fmt.Sprintf("%d of the program's %d texts aren't translated into %q, so it'll say those in English", missing, all, c.Language)
		f.Fix = "print them with waymark content words, which keeps what's translated, and translate the rest"
	}
	return content.Faults{f}
}

// withWords puts faults of a translation among the others, which are in the order of their files.
func withWords(faults, words content.Faults) content.Faults {
	for _, f := range words {
		at := slices.IndexFunc(faults, func(other content.Fault) bool {
			return other.Code == content.CodeMore || other.File > f.File || other.File == f.File && other.Line > f.Line
		})
		if at < 0 {
			at = len(faults)
		}
		faults = slices.Insert(faults, at, f)
	}
	return faults
}
