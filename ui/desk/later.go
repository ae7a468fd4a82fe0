package desk

// Later holds back what is asked of a place until the place is there: keys that
// come while it is still being read mean it, and not what stood there before.
type Later struct {
	// Loading says whether the place is still being read.
	Loading func() bool

	asked []func()
}

// Do does something at once, or as soon as the place is there.
func (l *Later) Do(f func()) {
	if l.Loading() {
		l.asked = append(l.asked, f)
		return
	}
	f()
}

// Arrived does what was asked meanwhile, in its order, as far as that does not
// make the place be read again; the rest waits on.
func (l *Later) Arrived() {
	for len(l.asked) > 0 && !l.Loading() {
		f := l.asked[0]
		l.asked = l.asked[1:]
		f()
	}
}

// Drop forgets what was asked: the place could not be read.
func (l *Later) Drop() { l.asked = nil }
