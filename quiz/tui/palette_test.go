package tui

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// The backgrounds that the inks are for. Dark ones are black and those of common dark themes.
var (
	darkBackgrounds  = []string{"#000000", "#16161e", "#1e1e2e"}
	lightBackgrounds = []string{"#ffffff", "#fbfbf8"}
	// The first sixteen colours are the terminal's to choose. Those of the Linux console, which is what mostly
	// has no others, are held against its black, and white.
	console = []string{"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
		"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"}
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastFormula(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#123456", "#123456", 1}} {
		if got := contrast(lipgloss.Color(row.a), lipgloss.Color(row.b)); math.Abs(got-row.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", row.a, row.b, got, row.want)
		}
	}
}

func hexOf(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// TestContrast computes the contrast of every ink of every theme, at each depth of colour, on the backgrounds
// it is for and on the bar of the row under the cursor. The terminal's own ink is its own affair.
func TestContrast(t *testing.T) {
	for _, row := range []struct {
		theme Theme
		on    background
		bgs   []string
		of16  []string // for the first sixteen colours
		text  float64
		lines float64
		inks  int
		bars  bool
	}{
		{ThemeAuto, dark, darkBackgrounds, []string{"#000000"}, 4.5, 3, 6, true},
		{ThemeAuto, light, lightBackgrounds, []string{"#ffffff"}, 4.5, 3, 6, true},
		{ThemeAuto, unknown, nil, nil, 4.5, 3, 0, false},
		{ThemeAuto, unanswered, nil, []string{"#000000", "#ffffff"}, 4.5, 3, 2, false},
		{ThemeDark, dark, darkBackgrounds, []string{"#000000"}, 4.5, 3, 6, true},
		{ThemeLight, light, lightBackgrounds, []string{"#ffffff"}, 4.5, 3, 6, true},
		{ThemeMono, dark, nil, nil, 4.5, 3, 0, false},
		{ThemeContrast, dark, darkBackgrounds, []string{"#000000"}, 7, 7, 7, true},
		{ThemeContrast, light, lightBackgrounds, []string{"#ffffff"}, 7, 7, 7, true},
		{ThemeContrast, unanswered, nil, nil, 7, 7, 0, false},
	} {
		for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			k, inks := newPalette(row.theme, row.on, profile), 0
			for _, ink := range []struct {
				name  string
				c     color.Color
				least float64
			}{
				{"focal", k.focal.GetForeground(), row.text}, {"quiet", k.quiet.GetForeground(), row.text}, {"failure", k.failure.GetForeground(), row.text},
				{"key", k.key.GetForeground(), row.text}, {"foreground", k.foreground, row.text},
				{"accent", k.accent.GetForeground(), row.lines}, {"against", k.against.GetForeground(), row.lines}, {"rule", k.rule.GetForeground(), row.lines},
			} {
				if ink.c == nil || ink.c == (lipgloss.NoColor{}) {
					continue
				}
				inks++
				c, bgs := ink.c, row.bgs
				if basic, ok := c.(ansi.BasicColor); ok {
					c, bgs = lipgloss.Color(console[basic]), row.of16
				}
				if len(bgs) == 0 {
					t.Errorf("%s on %d: %s is on no background that is stated", row.theme, row.on, ink.name)
				}
				if bar := k.bar.GetBackground(); bar != (lipgloss.NoColor{}) {
					bgs = append(slices.Clip(bgs), hexOf(bar))
				}
				for _, bg := range bgs {
					if got := contrast(c, lipgloss.Color(bg)); got < ink.least {
						t.Errorf("%s on %s, %v: %s has %.2f:1, and needs %.1f", row.theme, bg, profile, ink.name, got, ink.least)
					}
				}
			}
			if bar := k.bar.GetBackground(); bar != (lipgloss.NoColor{}) && contrast(bar, lipgloss.Color(row.bgs[0])) < 1.2 {
				t.Errorf("%s on %s, %v: the bar %s is hardly seen", row.theme, row.bgs[0], profile, hexOf(bar))
			}
			if barred, want := k.barred("a") != "a", row.bars && profile != colorprofile.ANSI; barred != want {
				t.Errorf("%s on %d, %v: the row under the cursor has a bar: %v", row.theme, row.on, profile, barred)
			}
			if named := k.chosen.GetForeground() != (lipgloss.NoColor{}); named != (row.bars && profile == colorprofile.ANSI) {
				t.Errorf("%s on %d, %v: the name under the cursor is coloured: %v", row.theme, row.on, profile, named)
			}
			if inks != row.inks {
				t.Errorf("%s on %d, %v: %d inks, want %d", row.theme, row.on, profile, inks, row.inks)
			}
		}
		for _, none := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.NoTTY} {
			if k := newPalette(row.theme, row.on, none); fmt.Sprint(k) != fmt.Sprint(newPalette(ThemeMono, row.on, none)) {
				t.Errorf("%s on %d is coloured without colour", row.theme, row.on)
			}
		}
	}
}

// asked returns what a program asks of its terminal when it starts, and the messages that a clock brings.
func asked(t *testing.T, look Look) (background bool, ticks []tea.Msg) {
	t.Helper()
	cmd := New(Config{Look: look, Now: time.Now}).Init()
	if cmd == nil {
		return false, nil
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			if got := c(); got == (noAnswer{}) {
				ticks = append(ticks, got)
			} else {
				background = true
			}
		}
	default:
		background = true
	}
	return background, ticks
}

// The terminal is asked where its answer matters, and waited for where nothing else is known: once, for it is
// the only thing that wakes an idle program.
func TestAsking(t *testing.T) {
	yes := true
	for _, row := range []struct {
		look  Look
		asks  bool
		waits int
	}{
		{Look{Colour: true}, true, 1},
		{Look{Colour: true, Theme: ThemeAuto, Dark: &yes}, true, 0},
		{Look{Colour: true, Theme: ThemeContrast}, true, 1},
		{Look{Colour: true, Theme: ThemeDark}, false, 0},
		{Look{Colour: true, Theme: ThemeLight, Dark: &yes}, false, 0},
		{Look{Colour: true, Theme: ThemeMono}, false, 0},
		{Look{Theme: ThemeDark}, false, 0}, // NO_COLOR
	} {
		if asks, ticks := asked(t, row.look); asks != row.asks || len(ticks) != row.waits {
			t.Errorf("%+v: asks %v, waits %d times", row.look, asks, len(ticks))
		}
	}
	m := New(Config{Look: Look{Colour: true}, Now: time.Now})
	if _, cmd := m.Update(noAnswer{}); cmd != nil {
		t.Error("it waits again")
	}
}

// What is known of the background, in the order in which it comes.
func TestBackgroundByMessages(t *testing.T) {
	black, white := tea.BackgroundColorMsg{Color: color.Black}, tea.BackgroundColorMsg{Color: color.White}
	yes := true
	for _, row := range []struct {
		look Look
		msgs []tea.Msg
		want background
	}{
		{Look{Colour: true}, nil, unknown},
		{Look{Colour: true}, []tea.Msg{noAnswer{}}, unanswered},
		{Look{Colour: true}, []tea.Msg{noAnswer{}, white}, light},
		{Look{Colour: true}, []tea.Msg{black, noAnswer{}}, dark},
		{Look{Colour: true, Dark: &yes}, []tea.Msg{noAnswer{}}, dark},
		{Look{Colour: true, Dark: &yes}, []tea.Msg{white}, light},
		{Look{Colour: true, Theme: ThemeDark}, []tea.Msg{white}, dark},
		{Look{Colour: true, Theme: ThemeLight}, []tea.Msg{black}, light},
	} {
		m := New(Config{Look: row.look, Now: time.Now})
		for _, msg := range row.msgs {
			next, _ := m.Update(msg)
			m = next.(Model)
		}
		if m.background != row.want {
			t.Errorf("%+v, %v: background %d, want %d", row.look, row.msgs, m.background, row.want)
		}
	}
}

// Text that is printed has the inks of the theme, and those for either background where none is known.
func TestInksForPrinting(t *testing.T) {
	yes := true
	for _, row := range []struct {
		look    Look
		profile colorprofile.Profile
		want    string
	}{
		{Look{Colour: true}, colorprofile.TrueColor, "\x1b[33m━\x1b[m"},
		{Look{Colour: true, Dark: &yes}, colorprofile.TrueColor, "\x1b[38;2;232;164;92m━\x1b[m"},
		{Look{Colour: true, Theme: ThemeLight}, colorprofile.ANSI256, "\x1b[38;5;94m━\x1b[m"},
		{Look{Colour: true, Theme: ThemeMono}, colorprofile.TrueColor, "━"},
		{Look{Theme: ThemeDark}, colorprofile.TrueColor, "━"},
		{Look{Colour: true}, colorprofile.NoTTY, "━"},
	} {
		if got := row.look.Inks(row.profile).Travelled("━"); got != row.want {
			t.Errorf("%+v: %q, want %q", row.look, got, row.want)
		}
	}
}
