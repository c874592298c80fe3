package locale

// Error is an error that says a text in the language in use when it's printed.
type Error Message

func (e Error) Error() string { return Text(string(e)) }
