package content

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it's first asked for: hardly any start of the program needs one.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
