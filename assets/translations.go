package assets

import "embed"

//go:embed translations
var translations embed.FS

// Translations gives the words of the program in other languages,
// "translations/<language>.json" each; the key of a sentence is its British
// English. It is an embed.FS because the toolkit takes nothing else.
func Translations() embed.FS { return translations }
