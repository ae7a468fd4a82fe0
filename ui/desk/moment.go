package desk

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// Day writes a day as the language of the program does.
func Day(at time.Time) string { return at.Local().Format(lang.L("2 January 2006")) }

// Moment writes a day and the time of it.
func Moment(at time.Time) string { return at.Local().Format(lang.L("2 January 2006 15:04")) }
