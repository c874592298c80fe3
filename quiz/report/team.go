package report

import (
	"io"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// TeamText writes what the people of a team share, for a reader of text of a width, in columns.
func TeamText(out io.Writer, width int, c *stages.Catalog, team stages.Team) error {
	t := &textRenderer{width: width}
	t.heading(1, locale.Text("What the team shares"))
	t.para(locale.Sprintf("These figures come from %s people. Every number is rounded down to a multiple of %d, and anything fewer people share isn't shown.", orMore(team.People), stages.TeamLeast),
		locale.Text("Two reports that differ by one file can reveal what's in it: make a new one once five or more have changed."))
	t.heading(2, locale.Text("Strands"))
	teamList(t, teamStrands(c, team), locale.Text("No strand has been assessed for at least five people."))
	winds := map[string]string{}
	for _, w := range c.Surroundings.Winds {
		winds[w.ID] = w.Name
	}
	t.heading(2, locale.Text("What helps at work"))
	teamList(t, teamCounts(winds, team.Helps), locale.Text("Nothing that at least five people have in common."))
	t.heading(2, locale.Text("What holds people back at work"))
	teamList(t, teamCounts(winds, team.Against), locale.Text("Nothing that at least five people have in common."))
	t.heading(2, locale.Text("Steps in people's plans"))
	teamList(t, teamCounts(stepTitles(c), team.Steps), locale.Text("No step that at least five people have in common."))
	_, err := io.WriteString(out, t.String())
	return err
}

func teamList(t *textRenderer, list []listItem, none string) {
	if len(list) == 0 {
		t.para(none)
		return
	}
	t.list(false, list...)
}

// teamStrands says of each strand how many people are where, in the order of the content.
func teamStrands(c *stages.Catalog, team stages.Team) []listItem {
	var out []listItem
	for _, strand := range c.Strands {
		var at []string
		for _, s := range team.Strands {
			switch {
			case s.Strand != strand.ID:
			case s.Level == len(c.Levels):
				at = append(at, locale.Sprintf("%s at level %d", orMore(s.People), s.Level))
			default:
				at = append(at, locale.Sprintf("%s at level %d or above", orMore(s.People), s.Level))
			}
		}
		if len(at) > 0 {
			out = append(out, listItem{label: Capital(strand.Name), text: strings.Join(at, "; ")})
		}
	}
	return out
}

// teamCounts names what so many people share. What has no name is left out: no file can put words of its own here.
func teamCounts(names map[string]string, counts []stages.TeamCount) []listItem {
	var out []listItem
	for _, c := range counts {
		if name := names[c.ID]; name != "" {
			out = append(out, listItem{label: Capital(name), text: orMore(c.People)})
		}
	}
	return out
}

// stepTitles are the titles of all that can be taken on, by id.
func stepTitles(c *stages.Catalog) map[string]string {
	titles := map[string]string{}
	for i := range c.Steps {
		titles[c.Steps[i].ID] = c.Serves.Step(&c.Steps[i], "", "").Title
	}
	for _, road := range c.Crossroads.Roads {
		titles[stages.RoadStep+road.ID] = RoadStep(road).Title
	}
	for _, w := range c.Surroundings.Winds {
		titles[stages.TalkStep+w.ID] = talkTitle(w)
	}
	return titles
}

func orMore(n int) string { return locale.Sprintf("%d or more", n) }
