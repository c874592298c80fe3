package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

var (
	months = [...]locale.Message{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"}
	shortMonths = [...]locale.Message{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	weekdays    = [...]locale.Message{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
)

// Date writes a day as 12 March 2026.
func Date(t time.Time) string {
	return locale.Sprintf("%[1]d %[2]s %[3]d", t.Day(), months[t.Month()-1], t.Year())
}

// Day writes a day of this or the next year as 12 March.
func Day(t time.Time) string { return locale.Sprintf("%[1]d %[2]s", t.Day(), months[t.Month()-1]) }

// ShortDay writes a day of a year that's known as 12 Mar.
func ShortDay(t time.Time) string {
	return locale.Sprintf("%[1]d %[2]s", t.Day(), shortMonths[t.Month()-1])
}

// ShortDate writes a day as 12 Mar 2026.
func ShortDate(t time.Time) string {
	return locale.Sprintf("%[1]d %[2]s %[3]d", t.Day(), shortMonths[t.Month()-1], t.Year())
}

// Weeks writes a number of weeks.
func Weeks(n int) string { return locale.Plural(n, "%d week", "%d weeks", n) }

// Until says how far off a day is, by the calendar.
func Until(now, then time.Time) string {
	switch days := session.DaysTo(now, then); {
	case days < 0:
		return locale.Text("past")
	case days == 0:
		return locale.Text("today")
	case days == 1:
		return locale.Text("tomorrow")
	case days < 14:
		return locale.Sprintf("in %s days", Number(days))
	default:
		return locale.Sprintf("in %s weeks", Number(days/7))
	}
}

// lastTime tells a day that is over, as one would say it.
func lastTime(then, now time.Time) string {
	then = then.In(now.Location())
	switch {
	case then.Format(time.DateOnly) == now.Format(time.DateOnly):
		return locale.Text("today")
	case then.Before(now) && now.Sub(then) < 6*24*time.Hour:
		return locale.Sprintf("on %s", weekdays[then.Weekday()])
	}
	return locale.Sprintf("on %s", Date(then))
}

// List joins names as a sentence does: a, b and c.
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return locale.Sprintf("%[1]s and %[2]s", strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
}

var numbers = [...]locale.Message{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// Number writes a number from 0 to 12 as a word, others in digits.
func Number(n int) string {
	if n >= 0 && n < len(numbers) {
		return numbers[n].String()
	}
	return fmt.Sprint(n)
}

// Capital writes the first letter of a text, in any script, as a capital.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// lower writes the first letter of a text of the content small, for within a sentence, unless the text begins with an
// abbreviation. Only English does so: elsewhere the first word may be a noun that keeps its capital.
func lower(c *stages.Catalog, s string) string {
	if !locale.English(c.Language) {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// quote puts a text, as it will be shown, into the quotation marks of the language.
func quote(text string) string { return locale.Sprintf("\"%s\"", stages.OneLine(text)) }

// works are the kinds of work, as a person names them.
var works = map[string]locale.Message{"": "any kind", "support": "support", "engineering": "engineering", "consulting": "consulting"}

// Work names a kind of work; "any kind" where none was named.
func Work(work string) string { return works[work].String() }

// FirstSentence is a text up to the end of its first sentence, with the quotation mark that closes it.
func FirstSentence(text string) string {
	for i, c := range text {
		if !strings.ContainsRune(".?!", c) {
			continue
		}
		end := i + 1
		if mark, size := utf8.DecodeRuneInString(text[end:]); strings.ContainsRune(`"“”»«`, mark) {
			end += size
		}
		if strings.HasPrefix(text[end:], " ") {
			return text[:end]
		}
	}
	return text
}

// WholeSentences is a text up to the end of the last sentence that ends in it.
func WholeSentences(text string) string {
	end := 0
	for end < len(text) {
		gap := len(text[end:]) - len(strings.TrimLeft(text[end:], " "))
		first := FirstSentence(text[end+gap:])
		if !strings.ContainsAny(first[max(0, len(first)-len("”")-1):], ".?!") {
			break
		}
		end += gap + len(first)
	}
	return text[:end]
}

// or is a text, or what is said where nothing of it would be seen.
func or(text, otherwise string) string {
	if stages.OneLine(text) == "" {
		return otherwise
	}
	return text
}

// language is that of a text made of content, as a tag: that of the content, which is in British English where it says
// none.
func language(c *stages.Catalog) string { return or(c.Language, "en-GB") }
