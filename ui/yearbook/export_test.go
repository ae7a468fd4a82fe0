package yearbook

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"laurel/export/output"
)

func TestExportWritesTheBook(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	path := filepath.Join(t.TempDir(), "Quay List 2026.pdf")
	s.export.write(path)
	d.Drain()
	b, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Fatalf("not a PDF: %v", err)
	}
	if !s.export.open.Visible() || s.export.cancel.Visible() || s.export.export.Disabled() {
		t.Error("the bar does not say that it is done")
	}
	if got := s.export.text.Text(); got != "Wrote Quay List 2026.pdf" || s.export.text.Tooltip() != s.export.path {
		t.Errorf("the bar says %q", got)
	}
}

func TestEveryOutputIsWritten(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for i, o := range outputs {
		s.export.kind.Select(i)
		s.export.tell()
		path := filepath.Join(t.TempDir(), "Quay"+o.ending+".pdf")
		s.export.write(path)
		d.Drain()
		if len(d.Failed) > 0 {
			t.Fatalf("%s: %v", o.name, d.Failed)
		}
		for _, p := range []string{path, output.CoverPath(path)} {
			b, err := os.ReadFile(p)
			if p != path && !o.choice.Press {
				if err == nil {
					t.Errorf("%s came with a cover", o.name)
				}
				continue
			}
			if err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
				t.Errorf("%s: %s is no PDF: %v", o.name, filepath.Base(p), err)
			}
		}
		if s.export.hide.Visible() != o.choice.Proof {
			t.Errorf("%s: hiding ranks is offered: %t", o.name, s.export.hide.Visible())
		}
	}
}

func TestCancelledExportLeavesNothing(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	folder := t.TempDir()
	d.CancelAt = 0.01
	s.export.write(filepath.Join(folder, "Book.pdf"))
	d.Drain()
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 0 {
		t.Errorf("left behind: %v %v", files, err)
	}
	if len(d.Failed) != 0 || s.export.open.Visible() || s.export.export.Disabled() {
		t.Errorf("failed %v", d.Failed)
	}
	old := []byte("the book of last year")
	path := filepath.Join(folder, "Old.pdf")
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	s.export.write(path)
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, old) {
		t.Errorf("the file that was there is %d bytes: %v", len(b), err)
	}
}

func TestExportThatFailsIsTold(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	s.export.write(filepath.Join(t.TempDir(), "no folder", "Book.pdf"))
	if len(d.Failed) != 1 || s.export.export.Disabled() {
		t.Errorf("failed %v", d.Failed)
	}
}

func TestExportProposesWhereThisBookWentLast(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	folder, name := s.export.proposed("Quay List 2026.pdf")
	if folder != filepath.Dir(d.Book().Path()) || name != "Quay List 2026.pdf" {
		t.Errorf("the first time %s in %s is proposed", name, folder)
	}
	path := filepath.Join(t.TempDir(), "To the printer.pdf")
	s.export.write(path)
	d.Drain()
	if folder, name = s.export.proposed("Quay List 2026.pdf"); filepath.Join(folder, name) != path {
		t.Errorf("then %s in %s is proposed", name, folder)
	}
	s.export.kind.Select(1)
	if folder, name = s.export.proposed("Quay List 2026 proof.pdf"); folder == filepath.Dir(path) || name != "Quay List 2026 proof.pdf" {
		t.Errorf("for a proof %s in %s is proposed", name, folder)
	}
}
