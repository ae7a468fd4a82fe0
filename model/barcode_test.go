package model

import "testing"

func TestBarcode(t *testing.T) {
	for _, c := range []struct {
		name string
		book Yearbook
		year int
		want Barcode
		ok   bool
	}{
		{"nothing", Yearbook{}, 2025, Barcode{}, false},
		{"ISBN-13", Yearbook{ISBN: "978-0-306-40615-7"}, 2025, Barcode{"9780306406157", "", "ISBN 978-0-306-40615-7"}, true},
		{"ISBN-10", Yearbook{ISBN: "0-306-40615-2"}, 2025, Barcode{"9780306406157", "", "ISBN 0-306-40615-2"}, true},
		{"wrong ISBN", Yearbook{ISBN: "978-0-306-40615-8"}, 2025, Barcode{}, false},
		{"ISSN", Yearbook{ISSN: "0378-5955"}, 2025, Barcode{"9770378595002", "25", "ISSN 0378-5955"}, true},
		{"ISSN with X", Yearbook{ISSN: "2434-561X"}, 2008, Barcode{"9772434561006", "08", "ISSN 2434-561X"}, true},
		{"both", Yearbook{ISBN: "978-0-306-40615-7", ISSN: "0378-5955"}, 2025, Barcode{"9780306406157", "", "ISBN 978-0-306-40615-7"}, true},
	} {
		got, ok := c.book.Barcode(c.year)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %+v, %v; want %+v", c.name, got, ok, c.want)
		}
	}
}

func TestSpineWidth(t *testing.T) {
	for _, c := range []struct {
		book  Yearbook
		pages int
		want  float64
	}{{Yearbook{Caliper: 0.1}, 104, 5.2}, {Yearbook{Caliper: 0.1}, 3, 0.2}, {Yearbook{}, 100, 7}} {
		if got := c.book.SpineWidth(c.pages); got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("%d pages: %v mm, want %v", c.pages, got, c.want)
		}
	}
}
