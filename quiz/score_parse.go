package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"waymark/stages"
)

// decoder reads JSON.
type decoder struct {
	*jsontext.Decoder
	data []byte
}

func newDecoder(data []byte, options ...jsontext.Options) *decoder {
	options = append(options, jsontext.AllowInvalidUTF8(true)) // becomes the mark for what isn't text
	return &decoder{jsontext.NewDecoder(bytes.NewBuffer(data), options...), data}
}

// parseJSON reads a respondent in one pass. A key that an object has twice is refused.
func parseJSON(data []byte, m *memory) (record, error) {
	r := record{memory: m}
	dec := newDecoder(data)
	err := r.read(dec)
	if err != nil {
		return r, jsonFault(err)
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		return r, errors.New("there's more after the closing brace; one respondent at a time")
	}
	return r, nil
}

// read reads the object that a respondent is. Without any, it is empty.
func (r *record) read(dec *decoder) error {
	switch kind := dec.PeekKind(); kind {
	case jsontext.KindBeginObject, jsontext.KindNull, jsontext.KindInvalid:
	default:
		return fmt.Errorf("a respondent is an object with answers; this is a JSON %s", kindName(kind))
	}
	return eachMember(dec, func(name []byte) (err error) {
		switch {
		case bytes.EqualFold(name, []byte("id")):
			r.ID, err = dec.value()
		case bytes.EqualFold(name, []byte("assessment")):
			err = r.readAssessment(dec)
		case bytes.EqualFold(name, []byte("answers")):
			err = r.readAnswers(dec)
		default:
			err = fmt.Errorf("unknown field %q; a respondent has an id, an assessment and answers", name)
		}
		return err
	})
}

func (r *record) readAssessment(dec *decoder) error {
	token, err := dec.ReadToken()
	switch {
	case err != nil:
		return err
	case token.Kind() == jsontext.KindString:
		r.Assessment = token.String()
	case token.Kind() != jsontext.KindNull:
		return kindFault("assessment", token.Kind())
	}
	return nil
}

func (r *record) readAnswers(dec *decoder) error {
	switch kind := dec.PeekKind(); kind {
	case jsontext.KindBeginObject:
		r.Answers = r.memory.given
	case jsontext.KindNull, jsontext.KindInvalid:
	default:
		return kindFault("answers", kind)
	}
	return eachMember(dec, func(question []byte) error {
		answer, err := dec.value()
		r.Answers = append(r.Answers, given{question, answer})
		return err
	})
}

// eachMember reads the object that comes next, or null for none, and calls read before each value.
func eachMember(dec *decoder, read func(name []byte) error) error {
	if token, err := dec.ReadToken(); err != nil || token.Kind() == jsontext.KindNull {
		return err
	}
	for dec.PeekKind() != jsontext.KindEndObject {
		name, err := dec.name()
		if err != nil {
			return err
		}
		if err := read(name); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// name reads the name of a member.
func (d *decoder) name() ([]byte, error) {
	if d.PeekKind() != jsontext.KindString {
		_, err := d.ReadToken() // what is no name is refused
		return nil, err
	}
	v, err := d.value()
	if err != nil {
		return nil, err
	}
	return unquoted(v), nil
}

// value reads a value whole. It's a part of the data, since the decoder's own memory holds no longer than to the next.
func (d *decoder) value() (jsontext.Value, error) {
	v, err := d.ReadValue()
	end := int(d.InputOffset())
	return d.data[end-len(v) : end : end], err
}

// unquoted is a text as it is meant, of a JSON string. Where it stands as it is meant, it takes no memory.
func unquoted(text jsontext.Value) []byte {
	if bytes.IndexByte(text, '\\') < 0 && utf8.Valid(text) {
		return text[1 : len(text)-1]
	}
	out, _ := jsontext.AppendUnquote(nil, text) // what isn't text becomes the mark for that
	return out
}

// kindFault says that a field holds what it can't.
func kindFault(field string, kind jsontext.Kind) error {
	return fmt.Errorf("%s is a JSON %s; answers is an object of question ids, assessment a text", field, kindName(kind))
}

// kindName names a kind of JSON value in the words that people know.
func kindName(kind jsontext.Kind) string {
	switch kind {
	case jsontext.KindBeginArray:
		return "array"
	case jsontext.KindBeginObject:
		return "object"
	case jsontext.KindTrue, jsontext.KindFalse:
		return "bool"
	}
	return kind.String()
}

// jsonFault says in the file's terms what the JSON package says in Go's.
func jsonFault(err error) error {
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("not valid JSON: it ends too soon")
	case errors.Is(err, jsontext.ErrDuplicateName) && errors.As(err, &syntax):
		return fmt.Errorf("%q is given twice; leave one of them out", syntax.JSONPointer.LastToken())
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at byte %d: %w", syntax.ByteOffset+1, syntax.Err)
	}
	return err
}

// idIn is the id in a line that could not be scored; nothing where it has none that can be given back.
func idIn(line []byte) jsontext.Value {
	var id jsontext.Value
	dec := newDecoder(line, jsontext.AllowDuplicateNames(true))
	err := eachMember(dec, func(name []byte) error {
		v, err := dec.value()
		if bytes.EqualFold(name, []byte("id")) {
			id = v
		}
		return err
	})
	if _, more := dec.ReadToken(); err != nil || !errors.Is(more, io.EOF) || (record{ID: id}).checkID() != nil {
		return nil
	}
	return id
}

// givenBack is an id as a result has it: what could steer a terminal is written as JSON's escapes.
func givenBack(id jsontext.Value) json.RawMessage {
	var out []byte
	for _, r := range string(id) {
		if stages.Steers(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}
