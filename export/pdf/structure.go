package pdf

// structure writes the reading order (ISO 32000-1, 14.7): a Document of
// sections, in them headings, paragraphs, lists and figures, each naming the
// pieces of page content that belong to it.
func (f *finisher) structure() {
	if f.opt.Press != nil {
		return // of no use to a press
	}
	root := dict{"Type": name("StructTreeRoot"), "RoleMap": ownRoles}
	b := structureBuilder{finisher: f, root: f.add(root), owner: map[*element]ref{}}
	document := f.add(nil)
	kids := array{}
	for _, s := range f.painted.tags.sections {
		if len(s.elements) > 0 {
			kids = append(kids, b.section(s, document))
		}
	}
	f.objects[document].value = dict{"S": name("Document"), "P": b.root, "K": kids}
	root["K"] = document
	root["ParentTree"] = b.parentTree()
	root["ParentTreeNextKey"] = len(f.pages) + len(b.links)
	f.catalog["StructTreeRoot"] = b.root
	f.catalog["MarkInfo"] = dict{"Marked": true}
}

type structureBuilder struct {
	*finisher
	root  ref
	owner map[*element]ref // the structure element that holds the pieces
	links []ref            // elements of annotations, by their number in the parent tree
}

// lists are the types whose elements stand together in a list of their own.
var lists = map[name]name{"LI": "L", "TOCI": "TOC", "IndexEntry": "Index"}

func (b *structureBuilder) section(s *section, parent ref) ref {
	self := b.add(nil)
	kids := array{}
	for i := 0; i < len(s.elements); {
		list, ok := lists[s.elements[i].role]
		if !ok {
			kids = append(kids, b.leaf(s.elements[i], self))
			i++
			continue
		}
		group := b.add(nil)
		entries := array{}
		for role := s.elements[i].role; i < len(s.elements) && s.elements[i].role == role; i++ {
			entries = append(entries, b.leaf(s.elements[i], group))
		}
		b.objects[group].value = dict{"S": list, "P": self, "K": entries}
		kids = append(kids, group)
	}
	b.objects[self].value = dict{"S": name("Sect"), "P": parent, "K": kids}
	return self
}

// leaf writes a block of text or a figure. What stands in a list item stands
// in the item's body.
func (b *structureBuilder) leaf(e *element, parent ref) ref {
	d := dict{"S": e.role, "P": parent}
	self := b.add(d)
	inner, holder := d, self
	if e.role == "LI" {
		inner, holder = b.child(d, self, "LBody")
	}
	if e.alt != "" {
		d["Alt"] = textString(e.alt)
		d["A"] = dict{"O": name("Layout"), "Placement": name("Block"), "BBox": boxArray(e.box...)}
	}
	if len(e.links) == 1 && len(e.pieces) > 0 {
		// The whole block is the link.
		inner, holder = b.child(inner, holder, "Link")
		b.owner[e] = holder
		inner["K"] = append(b.content(e, inner), b.annotation(e.links[0], holder))
		return self
	}
	b.owner[e] = holder
	kids := b.content(e, inner)
	for _, l := range e.links {
		link := dict{"S": name("Link"), "P": holder, "Pg": b.pages[l.page]}
		r := b.add(link)
		link["K"] = b.annotation(l, r)
		kids = append(kids, r)
	}
	inner["K"] = kids
	if len(kids) == 1 {
		inner["K"] = kids[0]
	}
	return self
}

// child puts an element inside another as its only content.
func (b *structureBuilder) child(d dict, self ref, role name) (dict, ref) {
	inner := dict{"S": role, "P": self}
	r := b.add(inner)
	d["K"] = r
	return inner, r
}

// content lists the pieces of an element and notes their page in d.
func (b *structureBuilder) content(e *element, d dict) array {
	kids := array{}
	for i, p := range e.pieces {
		if i == 0 {
			d["Pg"] = b.pages[p.page]
		}
		if p.page == e.pieces[0].page {
			kids = append(kids, p.mcid)
			continue
		}
		kids = append(kids, dict{"Type": name("MCR"), "Pg": b.pages[p.page], "MCID": p.mcid})
	}
	return kids
}

// annotation names a link in the structure and gives it its number there.
func (b *structureBuilder) annotation(l annotation, owner ref) value {
	list, _ := b.dict(b.pages[l.page])["Annots"].(array)
	if l.index >= len(list) {
		return nil
	}
	if d := b.dict(list[l.index]); d != nil {
		d["StructParent"] = len(b.pages) + len(b.links)
	}
	b.links = append(b.links, owner)
	return dict{"Type": name("OBJR"), "Obj": list[l.index], "Pg": b.pages[l.page]}
}

// parentTree leads from the pieces of a page, and from the links, back to
// their elements.
func (b *structureBuilder) parentTree() ref {
	nums := array{}
	for i, owners := range b.painted.tags.owners {
		list := make(array, len(owners))
		for j, e := range owners {
			list[j] = b.owner[e]
		}
		nums = append(nums, i, list)
		b.dict(b.pages[i])["StructParents"] = i
	}
	for i, owner := range b.links {
		nums = append(nums, len(b.pages)+i, owner)
	}
	return b.add(dict{"Nums": nums})
}
