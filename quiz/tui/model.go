// Package tui is the full-screen program: home, setup, question, review, result, plan and the surveys.
//
// It turns keys into actions of package session, and what comes of them into screens. The root [Model] owns
// the size, the colours and the way between screens; each screen is a struct of what is seen (a cursor, what
// is unfolded) in a file of its own, with a method that says what the page holds and one that takes a key.
// A screen opened from another remembers it on the trail, and Esc goes back along that; TestEsc is its map.
// Keys act inside Update, at once, so that keys typed ahead reach the question that the person will see.
// Drawing reads state and never changes it.
package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// Look is what the terminal can show.
type Look struct {
	Mouse  bool  // rows can be clicked; selecting text then needs Shift
	Colour bool  // false under NO_COLOR, whatever the theme
	Theme  Theme // the set of inks
	Dark   *bool // what the environment says of the background; nil where it does not
	ASCII  bool  // the locale cannot show the marks
	Still  bool  // nothing moves
}

// Config is all that the program is handed: screens touch no file, no clock and no chance.
type Config struct {
	Look
	Session session.Session
	Store   session.Store
	Now     func() time.Time
	Seed    func() uint64 // draws the seed of a new interview

	Notes func() []session.Noted // the evidence log as it is now

	Notices        []string // told once, on home
	ReadOnlyReason string   // why nothing can be kept, where the session is read-only
	Folder         string   // where the person's files are

	Opinions *report.Opinions // what others answered about the person, where the program opens on that

	Screen [2]int // for tests: the size before the terminal tells it
}

type screen int

const (
	onStart screen = iota // home, or the lobby of a survey
	onSetup
	onQuestion
	onReview
	onResult
	onPlan
	onSurvey
	onStrengths
	onHelp
	onSearch
	onArrival
	onCheckIn
	onHistory
	onCompare
)

// Model is the root of the program.
type Model struct {
	cfg        Config
	layout     layout
	background background
	profile    colorprofile.Profile
	palette    *palette // a pointer: it is large, and a Model is passed by value

	session  session.Session
	sentence line // the footer's, until the next key

	seen
	trail []spot // where Esc leads back to, the nearest last
}

// seen is the screen that a person is on, and what they see of each.
type seen struct {
	on        screen
	start     start
	setup     setup
	question  question
	review    review
	result    result
	plan      plan
	survey    survey
	strengths strengths
	help      help
	search    search
	arrival   arrival
	checkin   checkin
	history   history
	compare   compare
}

// New returns the program as it starts: on home.
func New(cfg Config) Model {
	m := Model{cfg: cfg, profile: colorprofile.TrueColor, session: cfg.Session}
	m.background = cfg.background(unknown)
	m.layout = newLayout(cfg.Screen[0], cfg.Screen[1])
	m = m.colour().goHome()
	if cfg.Opinions != nil {
		m = m.push().openCompare()
	}
	if len(cfg.Notices) > 0 {
		m.sentence = line{gutter: markLook, text: strings.Join(cfg.Notices, " ")}
	}
	return m
}

func (m Model) colour() Model {
	m.palette = newPalette(m.cfg.theme(), m.background, m.profile)
	return m
}

// answersWithin is how long a terminal has to tell its background, before inks are used that do not need it.
const answersWithin = 300 * time.Millisecond

// noAnswer says that the terminal had its time to tell its background.
type noAnswer struct{}

// ask asks the terminal for its background. The answer may never come; it is waited for once.
func (l Look) ask() tea.Cmd {
	switch {
	case !l.asks():
		return nil
	case l.background(unknown) != unknown:
		return tea.RequestBackgroundColor
	}
	return tea.Batch(tea.RequestBackgroundColor, tea.Tick(answersWithin, func(time.Time) tea.Msg { return noAnswer{} }))
}

// Init asks the terminal for its background.
func (m Model) Init() tea.Cmd { return m.cfg.ask() }

// Update takes one message. Everything a person does is a key. What opens an arrival starts its walk.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	n, cmd := m.update(msg)
	if n.walking() && !m.walking() {
		return n, tea.Batch(cmd, n.walkOn())
	}
	return n, cmd
}

func (m Model) update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case nextFrame:
		return m.stepped(msg)
	case tea.WindowSizeMsg:
		m.layout = newLayout(msg.Width, msg.Height)
		m.field().resize(m.layout.text)
		if m.checkin.field.open() {
			m.checkin.field = m.checkin.field.of(m.layout.writing())
		}
		return m, nil
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		return m.colour(), nil
	case tea.BackgroundColorMsg:
		return m.told(msg.IsDark()), nil
	case noAnswer:
		if m.background == unknown {
			m.background = unanswered
		}
		return m.colour(), nil
	case tea.PasteMsg:
		if m.field().open() {
			return m.typed(msg), nil
		}
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.MouseClickMsg:
		return m.click(msg.Y)
	case tea.MouseWheelMsg:
		return m.wheel(msg.Button)
	}
	return m, nil
}

// told takes the terminal's answer of its background, early or late.
func (m Model) told(isDark bool) Model {
	switch {
	case !m.cfg.asks():
		return m
	case isDark:
		m.background = dark
	default:
		m.background = light
	}
	return m.colour()
}

// key routes a key: what works everywhere first, then the screen.
func (m Model) key(msg tea.KeyPressMsg) (Model, tea.Cmd) {
	k := msg.String()
	switch {
	case k == "ctrl+c":
		return m, tea.Interrupt
	case k == "ctrl+z":
		return m, tea.Suspend
	case m.tooSmall():
		return m, nil
	case m.field().open():
		return m.fieldKey(msg, k), nil
	}
	return m.press(k)
}

// press gives a key to the screen that the person is on.
func (m Model) press(k string) (Model, tea.Cmd) {
	m.sentence = line{}
	if same, ok := moves[k]; ok {
		k = same
	}
	if (k == "?" || k == "f1") && m.on != onHelp {
		return m.openHelp(), nil
	}
	if k == "/" {
		return m.openSearch(), nil
	}
	switch m.on {
	case onStart:
		return m.startKey(k)
	case onSetup:
		return m.setupKey(k), nil
	case onQuestion:
		return m.questionKey(k), nil
	case onReview:
		return m.reviewKey(k), nil
	case onResult:
		return m.resultKey(k), nil
	case onPlan:
		return m.planKey(k), nil
	case onSurvey:
		return m.surveyKey(k), nil
	case onStrengths:
		return m.strengthsKey(k), nil
	case onSearch:
		return m.searchKey(nil, k), nil
	case onArrival:
		return m.arrivalKey(k), nil
	case onCheckIn:
		return m.checkInKey(k), nil
	case onHistory:
		return m.historyKey(k), nil
	case onCompare:
		return m.compareKey(k), nil
	default:
		return m.helpKey(k), nil
	}
}
