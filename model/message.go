package model

import (
	"fmt"
	"sort"
	"strings"
)

// Message is a sentence for people that can be translated: Text is the British
// English source, with {{.Name}} where an argument stands, and is at the same
// time the key under which a translation is found.
type Message struct {
	Text string
	Args map[string]any
}

// Say makes a message; the arguments come as name, value, name, value.
func Say(text string, args ...any) Message {
	m := Message{Text: text}
	for i := 0; i+1 < len(args); i += 2 {
		if m.Args == nil {
			m.Args = map[string]any{}
		}
		m.Args[fmt.Sprint(args[i])] = args[i+1]
	}
	return m
}

// String speaks the message in its source language.
func (m Message) String() string {
	names := make([]string, 0, len(m.Args))
	for n := range m.Args {
		names = append(names, n)
	}
	sort.Strings(names)
	pairs := make([]string, 0, 2*len(names))
	for _, n := range names {
		pairs = append(pairs, "{{."+n+"}}", fmt.Sprint(m.Args[n]))
	}
	return strings.NewReplacer(pairs...).Replace(m.Text)
}
