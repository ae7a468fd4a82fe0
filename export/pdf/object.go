package pdf

import (
	"slices"
	"strconv"
	"unicode/utf16"
)

// The kinds of PDF object (ISO 32000-1, 7.3) as Go values. A value is one of
// name, ref, token, int, bool, text, array, dict.
type (
	value any
	// name is written after a slash; ours never need escaping.
	name string
	// ref is the number of an indirect object; generations are always 0.
	ref int
	// token is a number or keyword kept as it was written.
	token string
	// text is a string object, its bytes decoded.
	text  []byte
	array []value
	dict  map[name]value
)

// object is an indirect object: a value and, where it is a stream, its bytes.
type object struct {
	value    value
	stream   []byte
	picture  shelved // instead of stream
	isStream bool
}

// file is a PDF as a table of objects, index 0 unused.
type file struct {
	objects []*object
	root    ref
	info    ref
}

// add puts a new object into the file.
func (f *file) add(v value) ref {
	f.objects = append(f.objects, &object{value: v})
	return ref(len(f.objects) - 1)
}

// addStream puts a new stream into the file, not yet compressed.
func (f *file) addStream(d dict, b []byte) ref {
	r := f.add(d)
	f.objects[r].stream, f.objects[r].isStream = b, true
	return r
}

// object gives an indirect object, nil where the file has none of that number.
func (f *file) object(v value) *object {
	r, ok := v.(ref)
	if !ok || r <= 0 || int(r) >= len(f.objects) {
		return nil
	}
	return f.objects[r]
}

// dict follows a reference and gives the dictionary there, nil if there is none.
func (f *file) dict(v value) dict {
	if d, ok := v.(dict); ok {
		return d
	}
	o := f.object(v)
	if o == nil {
		return nil
	}
	d, _ := o.value.(dict)
	return d
}

// textString writes s as a text string: plain where ASCII suffices, else UTF-16.
func textString(s string) text {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7E {
			return append(text{0xFE, 0xFF}, utf16Bytes(s)...)
		}
	}
	return text(s)
}

// utf16Bytes gives s in UTF-16BE; bytes that are not UTF-8 become U+FFFD.
func utf16Bytes(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := make([]byte, 0, 2*len(units))
	for _, u := range units {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// appendValue writes a value; number gives the printed number of a reference.
func appendValue(b []byte, v value, number func(ref) int) []byte {
	switch v := v.(type) {
	case nil:
		b = append(b, "null"...)
	case name:
		b = append(append(b, '/'), v...)
	case ref:
		b = strconv.AppendInt(b, int64(number(v)), 10)
		b = append(b, " 0 R"...)
	case token:
		b = append(b, v...)
	case int:
		b = strconv.AppendInt(b, int64(v), 10)
	case bool:
		b = strconv.AppendBool(b, v)
	case text:
		b = appendText(b, v)
	case array:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendValue(b, e, number)
		}
		b = append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for _, k := range v.keys() {
			b = append(append(b, '/'), k...)
			b = append(b, ' ')
			b = appendValue(b, v[k], number)
		}
		b = append(b, ">>"...)
	}
	return b
}

// appendText writes a string: readable where it is ASCII, else in hexadecimal.
func appendText(b []byte, t text) []byte {
	for _, c := range t {
		if c < 0x20 || c > 0x7E {
			return appendHex(b, t)
		}
	}
	b = append(b, '(')
	for _, c := range t {
		if c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return append(b, ')')
}

const hexDigits = "0123456789ABCDEF"

func appendHex(b, raw []byte) []byte {
	b = append(b, '<')
	for _, c := range raw {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, '>')
}

// keys gives the keys in order, so that a dictionary is always written alike.
func (d dict) keys() []name {
	ks := make([]name, 0, len(d))
	for k := range d {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
