//go:build !(linux || freebsd || openbsd || netbsd) || android

package kit

import "fyne.io/fyne/v2"

func desktopChooser() bool { return false }

func parentHandle(fyne.Window) string { return "" }

func chooseFile(string, FileParams, bool) (string, error) { return "", errNoChooser }
