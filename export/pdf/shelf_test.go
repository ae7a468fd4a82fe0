package pdf

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"
)

// What fits stays in memory, what is more comes back from a file that goes with the shelf.
func TestShelf(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	s := newShelf(10)
	var all []shelved
	want := []string{"seven!!", "four", "six by", "ten or ten"}
	for _, text := range want {
		kept, err := s.put([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, kept)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) != 1 {
		t.Errorf("%d files, want one for the three that are too much", len(files))
	}
	for i, kept := range all {
		var b bytes.Buffer
		if n, err := kept.WriteTo(&b); err != nil || b.String() != want[i] || int(n) != kept.size {
			t.Errorf("%q came back as %q, %d bytes, %v", want[i], b.String(), n, err)
		}
	}
	for range 2 {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
}

// A file is the same whether its pictures waited in memory or on disk, and
// where there is no room for them the error says so.
func TestPicturesFromTheShelf(t *testing.T) {
	var files [2]bytes.Buffer
	for i, room := range []int{1 << 20, 0} {
		f := &file{objects: []*object{nil}, root: 1}
		f.add(dict{"Type": name("Catalog"), "Picture": ref(2)})
		picture, s := f.addStream(dict{"Subtype": name("Image")}, nil), newShelf(room)
		kept, err := s.put([]byte("\xFF\xD8 a picture"))
		if err != nil {
			t.Fatal(err)
		}
		f.objects[picture].picture = kept
		p := newPrinter(&files[i])
		p.classic(f, "1.4")
		if err := s.close(); err != nil || p.err != nil {
			t.Fatal(err, p.err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) || !bytes.Contains(files[0].Bytes(), fmt.Append(nil, "/Length 12")) {
		t.Errorf("the files differ:\n%q\n%q", &files[0], &files[1])
	}
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	t.Setenv("TMPDIR", nowhere)
	t.Setenv("TMP", nowhere)
	if _, err := newShelf(0).put([]byte("x")); err == nil {
		t.Error("no error without a folder for the pictures")
	}
}
