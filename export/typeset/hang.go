package typeset

// hangAfter and hangBefore say how much of a character stands outside the
// measure at the end and at the beginning of a line, in thousandths of its
// width. Small dark marks hang far, letters with open sides a little.
func hangAfter(r rune) int64 {
	switch r {
	case '-', 0x2010, '.', ',':
		return 700
	case '’', '”', '\'', '"', '‘', '“':
		return 600
	case ':', ';', '…':
		return 400
	case '–':
		return 300
	case '—':
		return 200
	case '!', '?':
		return 150
	case ')', ']', 'r', 'k', 'v', 'w', 'y', 'A', 'K', 'L', 'R', 'T', 'V', 'W', 'Y':
		return 50
	}
	return 0
}

func hangBefore(r rune) int64 {
	switch r {
	case '‘', '“', '\'', '"', '’', '«', '‹':
		return 600
	case '–', '—':
		return 200
	case '(', '[', 'A', 'J', 'T', 'V', 'W', 'X', 'Y', 'v', 'w', 'y':
		return 50
	}
	return 0
}
