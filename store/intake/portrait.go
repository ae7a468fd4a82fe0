package intake

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"laurel/model"
	"laurel/store"
)

// pictureMarks are the first bytes of the pictures that the book takes.
var pictureMarks = []string{"\x89PNG", "\xff\xd8\xff"}

// isPicture says whether a file is a photo, whatever its name ends in.
func isPicture(raw []byte) bool {
	webP := len(raw) > 12 && string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP"
	return webP || slices.ContainsFunc(pictureMarks, func(m string) bool { return bytes.HasPrefix(raw, []byte(m)) })
}

// maxTogether is how many bytes are imported at a time: all of them are held
// until they are written.
const maxTogether = 1 << 30

// Files gives what is to be read of paths: in the place of a folder stand the
// photos in it.
func Files(paths []string) ([]string, error) {
	var all []string
	var together int64
	for _, given := range paths {
		inside := []string{given}
		if info, err := os.Stat(given); err == nil && info.IsDir() {
			photos, err := pictures(os.DirFS(given))
			if err != nil || len(photos) == 0 {
				whole, _ := filepath.Abs(given) // “.” is no name
				return nil, model.Faultf(model.ErrNotFound, "There are no photos in the folder {{.Folder}}.", "Folder", filepath.Base(whole))
			}
			inside = inside[:0]
			for _, photo := range photos {
				inside = append(inside, filepath.Join(given, filepath.FromSlash(photo)))
			}
		}
		for _, file := range inside {
			if info, err := os.Stat(file); err == nil {
				together += info.Size()
			}
		}
		all = append(all, inside...)
	}
	if together > maxTogether {
		return nil, model.Faultf(model.ErrInvalid, "These files have more than {{.Limit}} MB together: import fewer at a time.", "Limit", maxTogether>>20)
	}
	return all, nil
}

// pictures lists the photos in a folder and in the folders in it, by what their
// names end in, in the order of the names. Hidden ones are passed by.
func pictures(folder fs.FS) ([]string, error) {
	var found []string
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(d.Name(), ".") && name != "."
		switch {
		case err != nil:
			return err
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		if slices.Contains([]string{".jpg", ".jpeg", ".png", ".webp"}, strings.ToLower(path.Ext(name))) {
			found = append(found, name)
		}
		return nil
	})
	return found, err
}

// planPortrait plans a photo: its file name says whose it is.
func (p *planner) planPortrait(d *Draft) error {
	row := Row{Key: fmt.Sprintf("%s/photo %d", d.Source, len(p.plan.Rows)), Source: d.Source, Kind: RowDoubtful, Name: d.Photo.FileName, Photo: d.Photo.FileName}
	sure, maybe := p.picturedIn(d.Photo.FileName)
	decision := p.options.Decisions[row.Key]
	var whose *store.PersonRow
	switch {
	case decision.Leave || decision.New || p.options.OnDoubt != Ask && p.options.OnDoubt != "" && len(sure) != 1:
		row.Kind = RowLeft
	case len(decision.Same) > 0:
		i := slices.IndexFunc(p.people, func(r store.PersonRow) bool { return r.ID == decision.Same[0] })
		if i >= 0 {
			whose = &p.people[i]
		}
	case len(sure) == 1:
		whose = &sure[0]
	case len(sure)+len(maybe) == 0:
		row.Kind, row.Unknown = RowLeft, true
	default:
		for _, r := range slices.Concat(sure, maybe) {
			row.Choices = append(row.Choices, Choice{PersonID: r.ID, Name: r.Name, Title: r.Title, Organisation: r.Organisation, PhotoKey: r.PhotoKey})
		}
	}
	if whose != nil {
		if err := p.givePhoto(&row, d.Photo, *whose); err != nil {
			return err
		}
	}
	p.plan.Rows = append(p.plan.Rows, row)
	return nil
}

// givePhoto plans a photo for somebody, unless they had this very file before.
func (p *planner) givePhoto(row *Row, photo *Photo, whose store.PersonRow) error {
	row.PersonID, row.PhotoKey, row.Name, row.Title, row.Organisation = whose.ID, whose.PhotoKey, whose.Name, whose.Title, whose.Organisation
	row.Kind = RowSame
	if p.pictured[whose.ID] {
		p.note("{{.Name}} has several photos here; {{.File}} was not taken.", "Name", whose.Name, "File", photo.FileName)
		row.Kind = RowLeft
		return nil
	}
	had, err := p.book.HasPhoto(p.ctx, whose.ID, photo.Bytes)
	if err != nil || had {
		return err
	}
	p.pictured[whose.ID] = true
	row.Kind = RowChanged
	was := ""
	if whose.PhotoKey != "" {
		was = PhotoBefore
	}
	row.Changes = append(row.Changes, Change{Field: model.FieldPhoto, Old: was, New: photo.FileName})
	p.after = append(p.after, store.AddPhoto{PersonID: whose.ID, File: photo.Bytes, FileName: photo.FileName, Credit: photo.Credit})
	return nil
}

// PhotoBefore is the old value of a change that replaces somebody's photo.
const PhotoBefore = "another photo"

// portraitWords are words of file names that name nobody.
var portraitWords = setOf(`photo photos foto portrait headshot picture pic image img bild bio profile final new neu copy kopie
	edit edited crop cropped print web large small hires highres lowres hr cmyk rgb sw bw colour color scaled`)

// fileWords are the words of a file name that may name somebody, as names are
// compared: "12_AdaExample-final (2).jpg" has ada and example.
func fileWords(file string) []string {
	name := strings.TrimSuffix(file, path.Ext(file))
	var b strings.Builder
	before := ' '
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsLetter(r) && unicode.IsDigit(before) {
			b.WriteByte(' ')
		}
		if r == '_' || r == '.' {
			r = ' '
		}
		b.WriteRune(r)
		before = r
	}
	return slices.DeleteFunc(strings.Fields(model.NameForm(b.String())), func(w string) bool {
		return portraitWords[w] || strings.Trim(w, "0123456789") == ""
	})
}

// spelledOut writes letters as file names do that have no accents.
var spelledOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "å", "aa", "ø", "oe", "æ", "ae", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe", "Æ", "Ae")

// nameWords are the forms in which a file may be named after somebody.
type nameWords struct {
	person int // of planner.people
	words  []string
}

// picturedIn finds the people after whom a file is named: all words of their
// name stand in it. Where nobody's do, those whose family name does are maybes.
func (p *planner) picturedIn(file string) (sure, maybe []store.PersonRow) {
	if p.byWord == nil {
		p.indexNames()
	}
	words := fileWords(file)
	longest := 0
	var found []int
	seen := map[int]bool{}
	for _, w := range words {
		for _, n := range p.byWord[w] {
			whole := len(n.words) > 1 || len(words) == 1
			if !whole || seen[n.person] && len(n.words) <= longest || !holdsAll(words, n.words) {
				continue
			}
			if len(n.words) > longest {
				longest, found, seen = len(n.words), nil, map[int]bool{}
			}
			if len(n.words) == longest && !seen[n.person] {
				found, seen[n.person] = append(found, n.person), true
			}
		}
	}
	for _, i := range found {
		sure = append(sure, p.people[i])
	}
	if len(sure) > 0 {
		return sure, nil
	}
	for i, r := range p.people[:p.living] {
		family := strings.Fields(model.NameForm(model.ParseName(r.Name).Family))
		if len(family) > 0 && holdsAll(words, family) {
			maybe = append(maybe, p.people[i])
		}
	}
	return nil, maybe
}

func holdsAll(words, some []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(words, w) })
}

// indexNames notes the forms of the names of all who are not in the trash.
func (p *planner) indexNames() {
	p.byWord = map[string][]nameWords{}
	for i, r := range p.people[:p.living] {
		display := model.ParseName(r.Name).Display()
		forms := []string{model.NameForm(display)}
		if other := model.NameForm(spelledOut.Replace(display)); other != forms[0] {
			forms = append(forms, other)
		}
		for _, form := range forms {
			n := nameWords{i, strings.Fields(form)}
			for _, w := range n.words {
				p.byWord[w] = append(p.byWord[w], n)
			}
		}
	}
}
