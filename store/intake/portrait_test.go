package intake

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"laurel/model"
	"laurel/store"
)

// portrait is an invented photo; each shade is another file.
func portrait(t *testing.T, shade uint8) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 60, 80))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{Y: shade}.Y + uint8(i%7)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// whoHasPhotos makes a book of some people.
func whoHasPhotos(t *testing.T, names ...string) (*store.Book, []model.ID) {
	t.Helper()
	b := newBook(t)
	var ids []model.ID
	for _, name := range names {
		r, err := b.Do(t.Context(), store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.Created)
	}
	return b, ids
}

func photoDraft(t *testing.T, name string, shade uint8) Draft {
	t.Helper()
	d, err := Read(t.Context(), Source{Name: name, Bytes: portrait(t, shade)})
	if err != nil || d.Kind != Portrait {
		t.Fatalf("%s was read as %q: %v", name, d.Kind, err)
	}
	return d
}

func TestPhotosAreGivenToWhomTheyAreNamedAfter(t *testing.T) {
	b, _ := whoHasPhotos(t, "Dr Ada Example OBE", "Jürgen Groß", "Anna-Lena van der Meer", "Bo Sample", "Bo Sample", "Cy Meer", "Ada")
	for file, want := range map[string]string{
		"ada-example.jpg":                "Dr Ada Example OBE",
		"Example, Ada.JPG":               "Dr Ada Example OBE",
		"012_AdaExample-final (2).jpeg":  "Dr Ada Example OBE",
		"portraits/juergen_gross_HR.jpg": "Jürgen Groß",
		"Jurgen.Gross.jpg":               "Jürgen Groß",
		"anna-lena-van-der-meer.jpg":     "Anna-Lena van der Meer",
		"ada.jpg":                        "Ada",
		"bo sample.jpg":                  "? Bo Sample, Bo Sample",
		"J Gross.jpg":                    "? Jürgen Groß",
		"DSC_0042.jpg":                   "nobody",
		"somebody else.jpg":              "nobody",
	} {
		row := planOf(t, b, Options{}, photoDraft(t, file, 10)).Rows[0]
		got := row.Name
		switch {
		case row.Unknown:
			got = "nobody"
		case row.Kind == RowDoubtful:
			var names []string
			for _, c := range row.Choices {
				names = append(names, c.Name)
			}
			got = "? " + strings.Join(names, ", ")
		}
		if got != want {
			t.Errorf("%s is a photo of %s, want %s", file, got, want)
		}
	}
}

// The same file again is nothing new, another one of the same name is; undone, it
// can be taken once more.
func TestPhotosAreTakenOnce(t *testing.T) {
	b, ids := whoHasPhotos(t, "Ada Example", "Bo Sample")
	drafts := []Draft{photoDraft(t, "ada-example.jpg", 10), photoDraft(t, "bo-sample.jpg", 60), photoDraft(t, "ada example 2.jpg", 90)}
	p := apply(t, b, Options{}, drafts...)
	if got := p.Label().String(); got != "Add 3 photos" {
		t.Errorf("the step is called %q", got)
	}
	if p.Rows[2].Kind != RowLeft || len(p.Notes) != 1 {
		t.Errorf("a second photo of one person is %s, told is %v", p.Rows[2].Kind, p.Notes)
	}
	for _, id := range ids {
		photos, err := b.PhotosOf(t.Context(), id)
		if err != nil || len(photos) != 1 {
			t.Fatalf("the photos are %+v, %v", photos, err)
		}
	}
	if p := planOf(t, b, Options{}, drafts[:2]...); !p.Empty() || p.Rows[0].Kind != RowSame {
		t.Errorf("the same again would do %+v", p.Rows)
	}
	p = planOf(t, b, Options{}, photoDraft(t, "ada-example.jpg", 200))
	if want := (Change{Field: model.FieldPhoto, Old: PhotoBefore, New: "ada-example.jpg"}); len(p.Rows[0].Changes) != 1 || p.Rows[0].Changes[0] != want {
		t.Errorf("another file would do %+v", p.Rows)
	}
	if _, err := b.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p := planOf(t, b, Options{}, drafts...); p.Empty() {
		t.Error("undone, the photos cannot be taken again")
	}
}

func TestWhosePhotoItIsCanBeDecided(t *testing.T) {
	b, ids := whoHasPhotos(t, "Ada Example", "Bo Sample")
	d := photoDraft(t, "DSC_0042.jpg", 10)
	row := planOf(t, b, Options{}, d).Rows[0]
	if p := planOf(t, b, Options{Decisions: map[string]Decision{row.Key: {Same: ids[1:]}}}, d); p.Rows[0].Name != "Bo Sample" || p.Empty() {
		t.Errorf("decided, it is %+v", p.Rows[0])
	}
	if p := planOf(t, b, Options{Decisions: map[string]Decision{row.Key: {New: true}}}, d); p.Rows[0].Kind != RowLeft || !p.Empty() {
		t.Errorf("of nobody in the book, it is %+v", p.Rows[0])
	}
}

func TestFoldersStandForThePhotosInThem(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.jpg", "a/c.PNG", "a/notes.txt", ".hidden/d.jpg", ".e.jpg"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := filepath.Join(folder, "a", "notes.txt")
	got, err := Files([]string{folder, list})
	want := []string{filepath.Join(folder, "a", "c.PNG"), filepath.Join(folder, "b.jpg"), list}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("read would be %q: %v", got, err)
	}
	if _, err := Files([]string{t.TempDir()}); err == nil {
		t.Error("an empty folder is taken")
	}
}
