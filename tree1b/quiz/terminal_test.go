package quiz

import (
	"testing"

	"waymark/stages"
)

func TestDarkBackground(t *testing.T) {
	dark, light := true, false
	for value, want := range map[string]*bool{
		"": nil, "0": nil, "15;0": &dark, "0;15": &light, "15;default;0": &dark, "0;default;15": &light,
		"15;6": &dark, "0;7": &light, "15;8": &dark, "0;9": &light, "15;10": &light, "0;default": &light,
	} {
		switch got := darkBackground(value); {
		case (got == nil) != (want == nil):
			t.Errorf("COLORFGBG=%q is known: %v", value, got != nil)
		case got != nil && *got != *want:
			t.Errorf("COLORFGBG=%q is dark: %v", value, *got)
		}
	}
}

func TestUTF8Locale(t *testing.T) {
	for _, c := range []struct {
		all, ctype, lang string
		want             bool
	}{
		{"", "", "", true},
		{"", "", "C", false}, {"", "", "en_GB", false}, {"", "", "en_GB.UTF-8", true}, {"", "", "de_DE.utf8", true},
		{"", "C", "en_GB.UTF-8", false}, {"", "C.UTF-8", "C", true},
		{"C", "C.UTF-8", "en_GB.UTF-8", false}, {"C.UTF-8", "C", "C", true},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_CTYPE", c.ctype)
		t.Setenv("LANG", c.lang)
		if got := utf8Locale(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain, Überblick, 工場": "plain, Überblick, 工場",
		"a\x1b[31mb":           `a\x1b[31mb`,
		"a\x07\x7f\tb":         `a\a\x7f\tb`,
		"a\u009bb":             `a\u009bb`,
		"a\u202eb":             `a\u202eb`,
		"a\x9bb":               "a\ufffdb",
		"two\nlines":           "two\nlines",
		"a\r\nb":               `a\r` + "\nb",
	} {
		if got := stages.Visible(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	if got := stages.VisibleName("two\nlines\x1b"); got != `two\nlines\x1b` {
		t.Errorf("a name of two lines is shown as %q", got)
	}
}
