package assets

import (
	"embed"
	"strings"
)

//go:embed licences
var licences embed.FS

// Licence gives the licence text of a Go module that the program is built from,
// and the licence's usual name; ok is false for a module that has none here.
func Licence(module string) (name, text string, ok bool) {
	b, err := licences.ReadFile("licences/" + strings.ReplaceAll(module, "/", "_") + ".txt")
	if err != nil {
		return "", "", false
	}
	return licenceName(string(b)), string(b), true
}

// licenceName tells a licence by sentences that only it has.
func licenceName(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case strings.Contains(text, "UNLICENSE or the BSD"):
		return "Unlicense or BSD-3-Clause"
	case strings.Contains(text, "Apache License Version 2.0"):
		return "Apache-2.0"
	case strings.Contains(text, "Permission is hereby granted, free of charge"):
		return "MIT"
	case strings.Contains(text, "Neither the name of") || strings.Contains(text, "nor the names of its contributors") || strings.Contains(text, "names of contributors may be used"):
		return "BSD-3-Clause"
	case strings.Contains(text, "Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case strings.Contains(text, "Mozilla Public License"):
		return "MPL-2.0"
	case strings.Contains(text, "ISC License") || strings.Contains(text, "Permission to use, copy, modify, and/or distribute"):
		return "ISC"
	}
	return "see its text"
}
