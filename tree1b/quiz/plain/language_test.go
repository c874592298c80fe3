package plain

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/locale/localetest"
	"waymark/quiz/session"
	"waymark/stages"
)

// TestEveryWordIsTranslated talks in a language of letters with accents and words a third longer: nothing of it is in
// English, and no line is too wide.
func TestEveryWordIsTranslated(t *testing.T) {
	localetest.Use(t)
	for _, width := range []int{0, 40} {
		for _, lines := range []string{"1|1|2|1|?|e|Ada|s|1|9|7|2|1 3|2|2 3|1|2|b", "1|2|4|3|3|4|-|b|x|2|1|1|1|b", "3|1|2|1|b", "1|1|2|2|1 2|2|2 3|6|1|5",
			"1|1|2|1|2|1 2|2|2 3|1|3|1|1|2|Ada|3|4|5|6|1|2|3"} {
			store := newMemory()
			cfg := store.config()
			cfg.Session = session.New(stages.NewBank(localetest.Cyrillic(catalog())), session.Saved{})
			cfg.Width, cfg.Command, cfg.Folder = width, "waymark --plain", "/srv"
			out, err := run(cfg, lines)
			if err != nil {
				t.Fatal(err)
			}
			if words := localetest.English(out, "Ada", "srv", "customer", "place"); len(words) > 0 {
				t.Errorf("%s says in English: %s\n%s", lines, strings.Join(words, " "), out)
			}
			for line := range strings.Lines(out) {
				if got := ansi.StringWidth(strings.TrimRight(line, "\n")); got > lineWidth(width)+1 {
					t.Errorf("at %d columns a line has %d: %s", width, got, line)
				}
			}
		}
	}
}

// TestWordsInTwoLanguages types what a translated prompt says, and what the English one does.
func TestWordsInTwoLanguages(t *testing.T) {
	localetest.Translate(t, "msgid \"s skip\"\nmsgstr \"ü überspringen\"\n\nmsgid \"q stop\"\nmsgstr \"s stopp\"\n\nmsgid \"b back\"\nmsgstr \"1 zurück\"\n")
	for line, want := range map[string]word{"ü": skip, "Überspringen": skip, "skip": skip, "s": stop, "stopp": stop, "q": stop, "quit": stop, "zurück": back, "b": back,
		"1": none, "?": why, "why": why, "9": others, "": none, "stop": stop, "nonsense": none} {
		if got := wordOf(line); got != want {
			t.Errorf("%q means %q, want %q", line, got, want)
		}
	}
}

// TestOneKeyForTwoWords types a key that a translation gives twice: it always means the same.
func TestOneKeyForTwoWords(t *testing.T) {
	localetest.Translate(t, "msgid \"s skip\"\nmsgstr \"p passer\"\n\nmsgid \"b back\"\nmsgstr \"p précédent\"\n")
	for range 200 {
		if got := wordOf("p"); got != back {
			t.Fatalf("once it means %q", got)
		}
	}
}

// TestGermanPrompts holds that what's typed for one word means no other in the language that's built in.
func TestGermanPrompts(t *testing.T) {
	localetest.Put(t, locale.Builtin("de"))
	typed := map[string]word{}
	for w, prompt := range prompts {
		key, _, _ := strings.Cut(prompt.String(), " ")
		if other, taken := typed[key]; taken || wordOf(key) != w || prompt.String() == string(prompt) {
			t.Errorf("%q is for %q, and for %q", prompt.String(), w, other)
		}
		typed[key] = w
	}
	if w := wordOf(strings.Fields(notSeen.String())[0]); w != skip {
		t.Errorf("%q is for %q", notSeen.String(), w)
	}
}
