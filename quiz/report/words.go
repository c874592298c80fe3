package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Date writes a day as 12 March 2026.
func Date(t time.Time) string { return t.Format("2 January 2006") }

// Day writes a day of this or the next year as 12 March.
func Day(t time.Time) string { return t.Format("2 January") }

// ShortDate writes a day as 12 Mar 2026.
func ShortDate(t time.Time) string { return t.Format("2 Jan 2006") }

// Weeks writes a number of weeks.
func Weeks(n int) string { return fmt.Sprintf("%d %s", n, plural(n, "week", "weeks")) }

// Until says how far off a day is, by the calendar.
func Until(now, then time.Time) string {
	switch days := days(now, then); {
	case days < 0:
		return "past"
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days < 14:
		return locale.Sprintf("in %s days", Number(days))
	default:
		return locale.Sprintf("in %s weeks", Number(days/7))
	}
}

// days is how many days off a day is, by the calendar.
func days(now, then time.Time) int {
	day := func(t time.Time) time.Time { y, m, d := t.Date(); return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }
	return int(day(then).Sub(day(now)).Hours() / 24)
}

// lastTime tells a day that is over, as one would say it.
func lastTime(then, now time.Time) string {
	then = then.In(now.Location())
	switch {
	case then.Format(time.DateOnly) == now.Format(time.DateOnly):
		return "today"
	case then.Before(now) && now.Sub(then) < 6*24*time.Hour:
		return locale.Text("on ") + then.Weekday().String()
	}
	return locale.Text("on ") + Date(then)
}

// List joins names as a sentence does: a, b and c.
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + locale.Text(" and ") + names[len(names)-1]
}

// Number writes a number from 0 to 12 as a word, others in digits.
func Number(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Capital writes the first letter of a text, in any script, as a capital.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// lower writes the first letter of a text small, unless the text begins with an abbreviation.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// FirstSentence is a text up to the end of its first sentence, with the quotation mark that closes it.
func FirstSentence(text string) string {
	for i, c := range text {
		if !strings.ContainsRune(".?!", c) {
			continue
		}
		end := i + 1
		if strings.HasPrefix(text[end:], `"`) {
			end++
		}
		if strings.HasPrefix(text[end:], " ") {
			return text[:end]
		}
	}
	return text
}

// or is a text, or what is said where there is none.
func or(text, otherwise string) string {
	if stages.OneLine(text) == "" {
		return otherwise
	}
	return text
}
