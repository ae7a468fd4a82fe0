package model

import (
	"slices"
	"strings"
)

// checkNamesakes warns of two people of the book who have one name, and of
// entries whose name stands in somebody else's answers: a reader should be able
// to tell who is meant.
func (c *checker) checkNamesakes() {
	var people []Person
	entry := map[ID]*Placement{}
	for i := range c.printed {
		p := &c.printed[i]
		for _, m := range p.Members {
			if entry[m.PersonID] == nil {
				entry[m.PersonID] = p
				people = append(people, Person{ID: m.PersonID, Name: m.Name})
			}
		}
	}
	first := map[string]*Placement{}
	for _, p := range people {
		form, at := NameForm(p.Name.Display()), entry[p.ID]
		switch other := first[form]; {
		case other == nil:
			first[form] = at
		case other != at:
			c.note(at, Warning, ProblemNamesake, FieldName, p.ID, Say("Has the name of another entry"),
				Say("Say in title or text who is who, or merge the two records if they are one person."))
		}
	}
	c.checkMentions(people, entry)
}

// checkMentions looks for the names of those who are printed in what others
// answered.
func (c *checker) checkMentions(people []Person, entry map[ID]*Placement) {
	type name struct {
		words  []string
		person int
	}
	byFirst := map[string][]name{}
	for i, p := range people {
		if words := strings.Fields(NameForm(p.Name.Display())); len(words) > 1 {
			byFirst[words[0]] = append(byFirst[words[0]], name{words, i})
		}
	}
	told := map[string]bool{}
	for i := range c.printed {
		by := &c.printed[i]
		for k := range by.Answers {
			words := sortWords(Fold(by.Answers[k].Edited))
			for at := range words {
				for _, n := range byFirst[words[at]] {
					who, once := people[n.person], string(by.ID)+strings.Join(n.words, " ")
					if entry[who.ID] == by || at+len(n.words) > len(words) || !slices.Equal(words[at:at+len(n.words)], n.words) || told[once] {
						continue
					}
					told[once] = true
					c.note(by, Warning, ProblemNamesake, FieldAnswer, by.Answers[k].ID,
						Say("Speaks of {{.Name}}, whose name is on the list", "Name", who.Name.Display()), Say("Make sure that the person of the list is meant."))
				}
			}
		}
	}
}
