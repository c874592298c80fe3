package sheet

import (
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Word is a file's name as one types it in a shell.
func Word(name string) string {
	name = stages.VisibleName(name)
	if strings.ContainsAny(name, " '\"$&();<>|*?#!`\\~") || strings.HasPrefix(name, "-") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}

const checksumNote locale.Message = `The checksum in the last line shows whether the file was changed, by
accident or in an editor. It isn't a signature: it doesn't prove who wrote it.`

// header says what the file of a sheet is, what it holds, and what to do with it.
func (s Sheet) header(file string) string {
	name := Word(file)
	if s.Answered != "" {
		return s.answeredHeader(name)
	}
	return locale.Sprintf(`Questions about %[1]s, for someone who has seen %[1]s at work.

%[1]s would like to know how you'd answer these %[2]d questions. You can stop
at any time and go on later.

To answer them, with Waymark on your computer:

    waymark --for %[3]s

Line by line, for screen readers: waymark --plain --for %[3]s
To put your name to your answers: waymark --for %[3]s --as "Your name"

Your answers are kept in this file and nowhere else. When you're done, send it
back.

It holds the name above, a random number that tells %[1]s's own sheets from
other people's, which questions these are, and the questions. It holds nothing
that %[1]s answered or noted.

%[4]s
`, s.About, len(s.Questions), name, checksumNote)
}

func (s Sheet) answeredHeader(name string) string {
	state := locale.Text("All of them are answered: send it back.")
	if n := s.Open(); n > 0 {
		state = locale.Plural(n, "%[1]d of %[2]d is still open. To go on: waymark --for %[3]s", "%[1]d of %[2]d are still open. To go on: waymark --for %[3]s",
			n, len(s.Questions), name)
	}
	by := locale.Text("It doesn't say who answered.")
	if s.By != "" {
		by = locale.Sprintf("Answered by %s.", s.By)
	}
	return locale.Sprintf(`Questions about %[1]s, with answers from someone who has seen %[1]s at work.

%[2]s
%[3]s

It holds the answers and examples given and the day of the last one, for
%[1]s to read, and nothing else about the person who gave them. To compare
them with %[1]s's own answers:

    waymark compare %[4]s

%[5]s
`, s.About, state, by, name, checksumNote)
}
