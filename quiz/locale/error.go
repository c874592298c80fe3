package locale

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Error is an error that says a text in the language in use when it's printed.
type Error Message

func (e Error) Error() string { return Text(string(e)) }

// Errorf is an error that says a format in the language in use when it's printed, and fills it in. It wraps the errors
// among the arguments, and says the [Reason] of each.
func Errorf(format string, args ...any) error { return &filled{format, args} }

type filled struct {
	format string
	args   []any
}

func (f *filled) Error() string {
	args := slices.Clone(f.args)
	for i, arg := range args {
		if err, ok := arg.(error); ok {
			args[i] = Reason(err)
		}
	}
	return Sprintf(f.format, args...)
}

func (f *filled) Unwrap() (wrapped []error) {
	for _, arg := range f.args {
		if err, ok := arg.(error); ok {
			wrapped = append(wrapped, err)
		}
	}
	return wrapped
}

// Reason is what an error says, and what the operating system says of a file in it without the name of a system call,
// in the language in use: "plan.json: permission denied".
func Reason(err error) string {
	text := err.Error()
	var at *fs.PathError
	var linked *os.LinkError
	switch {
	case errors.As(err, &at):
		return instead(text, at.Error(), at.Path+": "+Text(at.Err.Error()))
	case errors.As(err, &linked):
		return instead(text, linked.Error(), linked.New+": "+Text(linked.Err.Error()))
	}
	return Text(text)
}

// instead is a text with another end.
func instead(text, end, other string) string {
	if before, ok := strings.CutSuffix(text, end); ok {
		return before + other
	}
	return text
}

// What Unix systems and package disk say of files, for translators. Windows says it in its own language.
var _ = []Message{
	"permission denied", "operation not permitted", "read-only file system",
	"no space left on device", "disk quota exceeded", "input/output error",
	"no such file or directory", "file exists", "file name too long", "too many levels of symbolic links",
	"is a directory", "not a directory", "directory not empty",
	"not a regular file; move it away",
}
