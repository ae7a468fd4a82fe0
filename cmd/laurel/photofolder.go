package main

import (
	"os"
	"path/filepath"
)

// photoFolder writes photos into a folder and, if the export fails, takes those
// away again that it wrote.
type photoFolder struct {
	root   *os.Root
	prefix string // as the document names it
	made   []string
	newDir string // the folder, if it was made for this
}

// newPhotoFolder opens or makes a folder. The document names it as seen from
// where the document lies; from standard output that is the working folder.
func newPhotoFolder(folder, document string) (*photoFolder, error) {
	from := "."
	if document != "-" {
		from = filepath.Dir(document)
	}
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	if from, err = filepath.Abs(from); err != nil {
		return nil, err
	}
	p := &photoFolder{prefix: filepath.ToSlash(folder) + "/"}
	if relative, err := filepath.Rel(from, absolute); err == nil {
		p.prefix = filepath.ToSlash(relative) + "/"
	}
	if p.prefix == "./" {
		p.prefix = ""
	}
	if _, err := os.Stat(absolute); os.IsNotExist(err) {
		p.newDir = absolute
	}
	if err := os.MkdirAll(absolute, 0o755); err != nil {
		return nil, about(folder, plain(err))
	}
	p.root, err = os.OpenRoot(absolute)
	return p, err
}

func (p *photoFolder) write(name string, data []byte) error {
	if _, err := p.root.Stat(name); os.IsNotExist(err) {
		p.made = append(p.made, name)
	}
	return p.root.WriteFile(name, data, 0o644)
}

// finish closes the folder; after a failure nothing of this export stays.
func (p *photoFolder) finish(failed error) {
	if failed != nil {
		for _, name := range p.made {
			_ = p.root.Remove(name) // it is not worth a second error
		}
		if p.newDir != "" {
			_ = os.Remove(p.newDir)
		}
	}
	_ = p.root.Close()
}
