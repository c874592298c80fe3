package stages

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// One answer can be written in several ways, and is read the same.
func TestAnswersInJSON(t *testing.T) {
	for text, want := range map[string]Answer{
		`"led"`:                            {Options: []string{"led"}},
		`["led","advised"]`:                {Options: []string{"led", "advised"}},
		`[]`:                               {Options: []string{}},
		`{"option":"led"}`:                 {Options: []string{"led"}},
		`{"options":["led"]}`:              {Options: []string{"led"}},
		`{"options":[],"evidence":"Lyon"}`: {Options: []string{}, Evidence: "Lyon"},
		`{"skip":"unsure","seconds":2.5}`:  {Skip: Unsure, Seconds: 2.5},
	} {
		got := Answer{Options: []string{"of before"}, Skip: NoChance, Evidence: "of before", Seconds: 9}
		if err := got.UnmarshalJSON([]byte("\n " + text + " ")); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if again := (Answer{}); json.Unmarshal(data, &again) != nil || !reflect.DeepEqual(again, want) {
			t.Errorf("%s is written as %s and read as %+v", text, data, again)
		}
	}
}

func TestAnswersThatCannotBeRead(t *testing.T) {
	for text, says := range map[string]string{
		`3`:                              "3 isn't an answer",
		`null`:                           "null isn't an answer",
		``:                               " isn't an answer",
		`["led", 3]`:                     "holds option ids only",
		`{}`:                             "exactly one of option, options and skip",
		`{"evidence":"Lyon"}`:            "exactly one of option, options and skip",
		`{"option":"led","skip":"none"}`: "exactly one of option, options and skip",
		`{"option":"led","evidance":""}`: `unknown field "evidance"`,
		`{"option":3}`:                   "an answer is {option: id}",
	} {
		var a Answer
		if err := a.UnmarshalJSON([]byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", text, err, says)
		}
	}
}

func TestAnswersThatDoNotFit(t *testing.T) {
	options := []Option{{ID: "led"}, {ID: "advised"}}
	single, several := &Question{Kind: Situation, Options: options}, &Question{Kind: Checklist, Options: options}
	for _, c := range []struct {
		q    *Question
		a    Answer
		says string // "" where the answer fits
	}{
		{single, said("led"), ""},
		{single, said(), "takes one option, not 0"},
		{single, said("led", "advised"), "takes one option, not 2"},
		{single, said("gone"), `has no option "gone"; it has led, advised`},
		{several, said(), ""},
		{several, said("led", "advised"), ""},
		{several, said("led", "led"), `names option "led" twice`},
		{several, said("led", "gone"), `has no option "gone"`},
		{single, Answer{Skip: NotMyRole}, ""},
		{single, Answer{Skip: "tired"}, `skip reason "tired" is unknown; use no-chance, not-my-role or unsure`},
		{single, Answer{Skip: Unsure, Options: []string{"led"}}, "not both"},
	} {
		err := c.a.Check(c.q)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v, want %q", c.a, err, c.says)
		}
	}
}

// An interview is a value: what comes later leaves the former as it was.
func TestInterviewsAreValues(t *testing.T) {
	first := Interview{}.With("a", said("x"))
	first.Asked = append(make([]string, 0, 8), first.Asked...)
	second, other := first.With("b", said("y")), first.With("c", said("z"))
	again := second.With("a", said("w"))
	if want := (Interview{Asked: []string{"a"}, Answers: Answers{"a": said("x")}}); !reflect.DeepEqual(first, want) {
		t.Errorf("the first is %+v", first)
	}
	if want := (Interview{Asked: []string{"a", "b"}, Answers: Answers{"a": said("x"), "b": said("y")}}); !reflect.DeepEqual(second, want) {
		t.Errorf("the second is %+v after %+v", second, other)
	}
	if want := (Interview{Asked: []string{"a", "b"}, Answers: Answers{"a": said("w"), "b": said("y")}}); !reflect.DeepEqual(again, want) {
		t.Errorf("with an answer changed it is %+v", again)
	}
}
