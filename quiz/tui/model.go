// Package tui is the full-screen program: home, profile, question, review and result.
//
// The root [Model] owns the size, the inks and the way between screens; each screen is a struct of
// state and a file of its own, with a method that says what the page holds and one that takes a key.
// Keys act inside Update, at once, so that keys typed ahead land on the question the person will
// see. An answer is kept, by a function handed in, before the next question shows; where that fails
// the question stays and says so. Drawing reads state and never changes it.
package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"waymark/quiz/journal"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// Look is what the terminal can show.
type Look struct {
	Mouse  bool  // rows can be clicked; selecting text then needs Shift
	Colour bool  // false under NO_COLOR
	Dark   *bool // what the environment says of the background; nil where it does not
	ASCII  bool  // the locale cannot show the marks
}

// Config is all that the program is handed: screens touch no file, no clock and no chance.
type Config struct {
	Look
	Desk     session.Desk
	Notices  []string // told once, on home
	ReadOnly bool     // another window has the interview open
	Folder   string   // where the files lie

	Screen [2]int // for tests: the size before the terminal tells it
}

type screen int

const (
	onHome screen = iota
	onProfile
	onQuestion
	onReview
	onResult
	onPlan
	onLobby
	onSurvey
	onStrengths
	onHelp
)

// Model is the root of the program.
type Model struct {
	cfg     Config
	sheet   sheet
	bg      background
	profile colorprofile.Profile
	inks    inks

	on   screen
	desk session.Desk

	sitting  session.Attempt   // the one the person is in, under way or finished
	record   *session.Result   // the last result of the stages assessment
	whole    report.Export     // the last results and the plan, as they are told
	advice   []stages.NextStep // the steps for the record, ranked
	progress float64           // the furthest the progress has shown: it never goes back
	sentence line              // the footer's

	home      home
	setup     setup
	question  question
	review    review
	result    result
	plan      plan
	lobby     lobby
	survey    survey
	strengths strengths
	help      help
}

// New returns the program as it starts: on home.
func New(cfg Config) Model {
	m := Model{cfg: cfg, profile: colorprofile.TrueColor, desk: cfg.Desk}
	if cfg.Dark != nil {
		m.bg = light
		if *cfg.Dark {
			m.bg = dark
		}
	}
	m = m.open(stages.Stages)
	m.sheet = newSheet(cfg.Screen[0], cfg.Screen[1])
	m = m.ink().goHome()
	if len(cfg.Notices) > 0 {
		m.sentence = line{gutter: markLook, text: strings.Join(cfg.Notices, " ")}
	}
	return m
}

func (m Model) ink() Model {
	m.inks = newInks(m.bg, m.profile)
	if !m.cfg.Colour {
		m.inks = newInks(unknown, m.profile)
	}
	return m
}

// Init asks the terminal for its background. The answer may never come.
func (m Model) Init() tea.Cmd {
	if !m.cfg.Colour {
		return nil
	}
	return tea.RequestBackgroundColor
}

// Update takes one message. Everything a person does is a key.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.sheet = newSheet(msg.Width, msg.Height)
		return m.resized(), nil
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		return m.ink(), nil
	case tea.BackgroundColorMsg:
		m.bg = light
		if msg.IsDark() {
			m.bg = dark
		}
		return m.ink(), nil
	case tea.PasteMsg:
		return m.typed(msg), nil
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.MouseClickMsg:
		return m.click(msg.Y)
	case tea.MouseWheelMsg:
		return m.wheel(msg.Button)
	}
	return m, nil
}

// key routes a key: what works everywhere first, then the screen.
func (m Model) key(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	k := msg.String()
	switch {
	case k == "ctrl+c":
		return m, tea.Interrupt
	case k == "ctrl+z":
		return m, tea.Suspend
	case m.tooSmall():
		return m, nil
	case m.typing():
		return m.fieldKey(msg, k), nil
	}
	return m.press(k)
}

// press gives a key to the screen that the person is on.
func (m Model) press(k string) (tea.Model, tea.Cmd) {
	if (k == "?" || k == "f1") && m.on != onHelp {
		return m.openHelp(), nil
	}
	m.sentence = line{}
	switch m.on {
	case onHome:
		return m.homeKey(k)
	case onProfile:
		return m.setupKey(k), nil
	case onQuestion:
		return m.questionKey(k), nil
	case onReview:
		return m.reviewKey(k), nil
	case onResult:
		return m.resultKey(k), nil
	case onPlan:
		return m.planKey(k), nil
	case onLobby:
		return m.lobbyKey(k), nil
	case onSurvey:
		return m.surveyKey(k), nil
	case onStrengths:
		return m.strengthsKey(k), nil
	default:
		return m.helpKey(k), nil
	}
}

// typing reports whether keys go into a text field.
func (m Model) typing() bool {
	return m.on == onQuestion && m.question.open == noteOpen || m.on == onProfile && m.setup.naming ||
		m.on == onPlan && m.plan.writing
}

func (m Model) fieldKey(msg tea.KeyPressMsg, k string) Model {
	switch m.on {
	case onProfile:
		return m.nameKey(msg, k)
	case onPlan:
		return m.planFieldKey(msg, k)
	default:
		return m.noteKey(msg, k)
	}
}

// typed hands a message to the text field that is open.
func (m Model) typed(msg tea.Msg) Model {
	switch {
	case !m.typing():
	case m.on == onProfile:
		m.setup.name.update(msg)
	case m.on == onPlan:
		m.plan.field.update(msg)
	default:
		m.question.note.update(msg)
	}
	return m
}

func (m Model) resized() Model {
	m.question.note.resize(m.sheet.text)
	m.setup.name.resize(m.sheet.text)
	m.plan.field.resize(m.sheet.text)
	return m
}

func (m Model) tooSmall() bool {
	return m.sheet.width < leastWidth || m.sheet.height < leastHeight
}

// View draws the screen the person is on.
func (m Model) View() tea.View {
	v := tea.NewView(m.text())
	v.AltScreen = true
	if m.cfg.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (m Model) text() string {
	if m.sheet.width == 0 {
		return "" // the terminal has not told its size yet
	}
	if m.tooSmall() {
		return strings.Join(wrap(fmt.Sprintf("Waymark needs %d columns and %d rows; this is %d by %d.",
			leastWidth, leastHeight, m.sheet.width, m.sheet.height), m.sheet.width), "\n")
	}
	text := m.sheet.draw(m.page(), m.inks)
	if m.cfg.ASCII {
		text = asciiMarks.Replace(text)
	}
	return text
}

func (m Model) page() page {
	var p page
	switch m.on {
	case onHome:
		p = m.homePage()
	case onProfile:
		p = m.setupPage()
	case onQuestion:
		p = m.questionPage()
	case onReview:
		p = m.reviewPage()
	case onResult:
		p = m.resultPage()
	case onPlan:
		p = m.planPage()
	case onLobby:
		p = m.lobbyPage()
	case onSurvey:
		p = m.surveyPage()
	case onStrengths:
		p = m.strengthsPage()
	case onHelp:
		p = m.helpPage()
	}
	if m.sentence != (line{}) {
		p.sentence = m.sentence
	}
	if m.cfg.ASCII {
		p.hints = inWords(p.hints)
	}
	return p
}

// say puts a sentence into the footer, until the next key.
func (m Model) say(text string) Model {
	m.sentence = line{text: text}
	return m
}

// fail says what went wrong and what to do.
func (m Model) fail(what string, err error) Model {
	m.sentence = line{gutter: markFailed, text: m.inks.failure.Render(what + ": " + journal.Hint(err, "press the key again"))}
	return m
}
