package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// errSyntax says that bytes are not a PDF as gofpdf writes it: one classic
// cross-reference table, direct stream lengths, generation 0 throughout.
var errSyntax = errors.New("not a PDF of the expected form")

// maxDepth bounds how deep arrays and dictionaries may nest.
const maxDepth = 64

// scanner reads PDF values from bytes.
type scanner struct {
	b  []byte
	at int
}

func (s *scanner) fail(what string) error {
	return fmt.Errorf("%w: %s at byte %d", errSyntax, what, s.at)
}

// peek gives the byte that is n ahead, 0 beyond the end.
func (s *scanner) peek(n int) byte {
	if s.at+n >= len(s.b) {
		return 0
	}
	return s.b[s.at+n]
}

func (s *scanner) done() bool { return s.at >= len(s.b) }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (s *scanner) skipSpace() {
	for !s.done() && isSpace(s.b[s.at]) {
		s.at++
	}
}

// word reads up to the next space or delimiter.
func (s *scanner) word() string {
	start := s.at
	for !s.done() && !isSpace(s.b[s.at]) && !isDelimiter(s.b[s.at]) {
		s.at++
	}
	return string(s.b[start:s.at])
}

// number reads a whole number that is not negative.
func (s *scanner) number() (int, error) {
	s.skipSpace()
	n, err := strconv.Atoi(s.word())
	if err != nil || n < 0 {
		return 0, s.fail("no number")
	}
	return n, nil
}

// keyword reads exactly the given word.
func (s *scanner) keyword(want string) error {
	s.skipSpace()
	if s.word() != want {
		return s.fail("no " + want)
	}
	return nil
}

// value reads one value, depth levels down.
func (s *scanner) value(depth int) (value, error) {
	if depth > maxDepth {
		return nil, s.fail("nested too deep")
	}
	s.skipSpace()
	if s.done() {
		return nil, s.fail("end of file")
	}
	switch c := s.b[s.at]; {
	case c == '/':
		s.at++
		return name(s.word()), nil
	case c == '[':
		s.at++
		return s.array(depth)
	case c == '<' && s.peek(1) == '<':
		s.at += 2
		return s.dict(depth)
	case c == '<':
		s.at++
		return s.hex()
	case c == '(':
		s.at++
		return s.literal()
	default:
		return s.token()
	}
}

func (s *scanner) array(depth int) (value, error) {
	a := array{}
	for {
		s.skipSpace()
		if s.peek(0) == ']' {
			s.at++
			return a, nil
		}
		v, err := s.value(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
}

func (s *scanner) dict(depth int) (value, error) {
	d := dict{}
	for {
		s.skipSpace()
		if s.peek(0) == '>' && s.peek(1) == '>' {
			s.at += 2
			return d, nil
		}
		k, err := s.value(depth + 1)
		if err != nil {
			return nil, err
		}
		key, ok := k.(name)
		if !ok {
			return nil, s.fail("no key")
		}
		if d[key], err = s.value(depth + 1); err != nil {
			return nil, err
		}
	}
}

func (s *scanner) hex() (value, error) {
	end := bytes.IndexByte(s.b[s.at:], '>')
	if end < 0 {
		return nil, s.fail("endless string")
	}
	out := text{}
	high := -1
	for _, c := range s.b[s.at : s.at+end] {
		if isSpace(c) {
			continue
		}
		d := hexDigit(c)
		switch {
		case d < 0:
			return nil, s.fail("no hexadecimal digit")
		case high < 0:
			high = d
		default:
			out, high = append(out, byte(high<<4|d)), -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	s.at += end + 1
	return out, nil
}

// hexDigit gives the value of a hexadecimal digit, -1 for anything else.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

func (s *scanner) literal() (value, error) {
	out := text{}
	for depth := 1; !s.done(); {
		c := s.b[s.at]
		s.at++
		switch c {
		case '\\':
			if s.done() {
				return nil, s.fail("endless string")
			}
			c = s.b[s.at]
			s.at++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			}
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				return out, nil
			}
		}
		out = append(out, c)
	}
	return nil, s.fail("endless string")
}

// token reads a number, a keyword or a reference ("12 0 R").
func (s *scanner) token() (value, error) {
	w := s.word()
	if w == "" {
		return nil, s.fail("unexpected character")
	}
	n, err := strconv.Atoi(w)
	if err != nil || n <= 0 {
		return token(w), nil
	}
	back := s.at
	s.skipSpace()
	if s.word() == "0" {
		s.skipSpace()
		if s.word() == "R" {
			return ref(n), nil
		}
	}
	s.at = back
	return token(w), nil
}

// parse reads a file as gofpdf writes it. The streams share the bytes of b.
func parse(b []byte) (*file, error) {
	start := bytes.LastIndex(b, []byte("startxref"))
	if start < 0 {
		return nil, fmt.Errorf("%w: no startxref", errSyntax)
	}
	s := &scanner{b: b, at: start + len("startxref")}
	table, err := s.number()
	if err != nil {
		return nil, err
	}
	s.at = min(table, len(b))
	if err := s.keyword("xref"); err != nil {
		return nil, err
	}
	f, err := s.objects()
	if err != nil {
		return nil, err
	}
	if err := s.keyword("trailer"); err != nil {
		return nil, err
	}
	v, err := s.value(0)
	if err != nil {
		return nil, err
	}
	trailer, _ := v.(dict)
	f.root, _ = trailer["Root"].(ref)
	f.info, _ = trailer["Info"].(ref)
	if f.dict(f.root) == nil || f.dict(f.info) == nil {
		return nil, fmt.Errorf("%w: no catalog", errSyntax)
	}
	return f, nil
}

// objects reads the table of offsets and every object that it names, and
// leaves the scanner behind the table.
func (s *scanner) objects() (*file, error) {
	if first, err := s.number(); err != nil || first != 0 {
		return nil, s.fail("no table from 0")
	}
	n, err := s.number()
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([]*object, 0, min(n, len(s.b)/20+1))}
	for i := range n {
		offset, err := s.number()
		if err != nil {
			return nil, err
		}
		if _, err := s.number(); err != nil {
			return nil, err
		}
		s.skipSpace()
		kind := s.word()
		if i == 0 || kind != "n" {
			f.objects = append(f.objects, nil)
			continue
		}
		o, err := (&scanner{b: s.b, at: min(offset, len(s.b))}).object(i)
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", i, err)
		}
		f.objects = append(f.objects, o)
	}
	return f, nil
}

// object reads "n 0 obj …", with the stream if it has one.
func (s *scanner) object(want int) (*object, error) {
	if n, err := s.number(); err != nil || n != want {
		return nil, s.fail("another object")
	}
	if _, err := s.number(); err != nil {
		return nil, err
	}
	if err := s.keyword("obj"); err != nil {
		return nil, err
	}
	v, err := s.value(0)
	if err != nil {
		return nil, err
	}
	o := &object{value: v}
	s.skipSpace()
	if s.word() != "stream" {
		return o, nil
	}
	if s.peek(0) == '\r' {
		s.at++
	}
	s.at++ // the line feed after the keyword
	d, _ := v.(dict)
	length, _ := d["Length"].(token)
	n, err := strconv.Atoi(string(length))
	if err != nil || n < 0 || s.at > len(s.b) || n > len(s.b)-s.at {
		return nil, s.fail("bad stream length")
	}
	o.stream, o.isStream = s.b[s.at:s.at+n:s.at+n], true
	return o, nil
}
