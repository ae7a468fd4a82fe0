package model

import (
	"slices"
	"strings"
)

// Namesake is another person whose name is the same, or so alike that a reader
// may take one for the other.
type Namesake struct {
	Of, Other ID
	Same      bool // accents and case apart
}

// Namesakes finds, for every one of some people, who else has their name or
// nearly so. Names that share no word at all are not compared.
func Namesakes(of, all []Person) []Namesake {
	byWord := map[string][]int{}
	for i, p := range all {
		for _, w := range strings.Fields(nameForm(p.Name.Display())) {
			if at := byWord[w]; len(at) == 0 || at[len(at)-1] != i {
				byWord[w] = append(at, i)
			}
		}
	}
	var found []Namesake
	for _, p := range of {
		seen := map[int]bool{}
		for _, w := range strings.Fields(nameForm(p.Name.Display())) {
			for _, i := range byWord[w] {
				other := &all[i]
				if seen[i] || other.ID == p.ID {
					continue
				}
				seen[i] = true
				if same := SameName(p.Name, other.Name); same || LikelySame(p.Name, other.Name) {
					found = append(found, Namesake{Of: p.ID, Other: other.ID, Same: same})
				}
			}
		}
	}
	return found
}

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
	for _, n := range Namesakes(people, people) {
		a, b := entry[n.Of], entry[n.Other]
		if n.Same && a != b && n.Of < n.Other {
			c.note(b, Warning, ProblemNamesake, FieldName, n.Other, Say("Has the name of another entry"),
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
		if words := strings.Fields(nameForm(p.Name.Display())); len(words) > 1 {
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
