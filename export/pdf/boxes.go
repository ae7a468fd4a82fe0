package pdf

import "laurel/export/page"

// boxes gives every page its boxes and cleans up its annotations.
func (f *finisher) boxes() {
	s := f.sheet
	for _, r := range f.pages {
		d := f.dict(r)
		delete(d, "Group")
		d["MediaBox"] = boxArray(0, 0, s.w, s.h)
		if s.margin > 0 {
			d["BleedBox"] = boxArray(s.marks, s.marks, s.w-s.marks, s.h-s.marks)
			d["TrimBox"] = boxArray(s.margin, s.margin, s.w-s.margin, s.h-s.margin)
		} else if f.opt.Press != nil {
			d["TrimBox"] = boxArray(0, 0, s.w, s.h)
		}
		f.annotations(d)
	}
	if pages := f.dict(f.catalog["Pages"]); pages != nil {
		delete(pages, "MediaBox")
	}
}

// annotations makes the links of a page objects of their own, printed and
// without a border.
func (f *finisher) annotations(d dict) {
	list, _ := d["Annots"].(array)
	for i, a := range list {
		link, ok := a.(dict)
		if !ok {
			continue
		}
		link["F"] = 4 // printed: PDF/A knows no hidden annotation
		if uri, ok := f.dict(link["A"])["URI"].(text); ok {
			link["Contents"] = uri // what a screen reader says of it
		}
		list[i] = f.add(link)
	}
}

// boxArray writes a rectangle: left, bottom, right, top.
func boxArray(sides ...page.Length) array {
	a := make(array, len(sides))
	for i, l := range sides {
		a[i] = token(appendThousandths(nil, int64(l)))
	}
	return a
}
