package desk

import "laurel/store"

// DoAndTell writes, and tells what is done, with a way to undo it.
func DoAndTell(d Desk, done string, commands ...store.Command) {
	d.Do(func(_ store.Receipt, err error) {
		if err == nil {
			d.Tell(done, true)
		}
	}, commands...)
}
