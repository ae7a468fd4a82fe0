package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"
	"time"
	"unicode"
)

// producer is what the file names as its maker.
const producer = "Laurel"

// pdfX is the standard of a press file (ISO 15930-7).
const pdfX = "PDF/X-4"

// metadata writes what the file says of itself, twice as PDF/A asks: in the
// Info dictionary and, in the same words, as XMP (ISO 16684-1).
func (f *finisher) metadata() {
	in := f.doc.Info
	at := time.UnixMilli(in.Date).UTC()
	date := textString("D:" + at.Format("20060102150405") + "+00'00'")
	info := dict{"Producer": textString(producer), "CreationDate": date, "ModDate": date}
	title, author, subject, creator := plain(in.Title), plain(in.Author), plain(in.Subject), plain(in.Creator)
	for key, s := range map[name]string{"Title": title, "Author": author, "Subject": subject, "Creator": creator} {
		if s != "" {
			info[key] = textString(s)
		}
	}
	f.catalog["ViewerPreferences"] = dict{"DisplayDocTitle": title != ""}
	if lang := language(in.Lang); lang != "" {
		f.catalog["Lang"] = textString(lang)
	}
	x := &xmp{}
	x.langAlt("dc:title", title)
	x.list("dc:creator", "Seq", author)
	x.langAlt("dc:description", subject)
	x.simple("dc:format", "application/pdf")
	x.simple("xmp:CreatorTool", creator)
	for _, key := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
		x.simple(key, at.Format("2006-01-02T15:04:05+00:00"))
	}
	x.simple("pdf:Producer", producer)
	switch {
	case f.opt.Press != nil:
		x.simple("pdfxid:GTS_PDFXVersion", pdfX)
		x.simple("pdf:Trapped", "False")
		x.simple("xmpMM:DocumentID", "uuid:"+f.uuid())
		x.simple("xmpMM:VersionID", "1")
		x.simple("xmpMM:RenditionClass", "default")
		info["Trapped"] = name("False")
		info["GTS_PDFXVersion"] = text(pdfX)
	case !f.opt.Compact:
		x.simple("pdfaid:part", "1")
		x.simple("pdfaid:conformance", "B")
	}
	f.objects[f.info].value = info
	f.catalog["Metadata"] = f.addStream(dict{"Type": name("Metadata"), "Subtype": name("XML")}, x.packet())
}

// plain is text in one line, without the control characters that XML cannot hold.
func plain(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

// language gives a language tag, or nothing where it is none (BCP 47).
func language(s string) string {
	for _, r := range s {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return ""
		}
	}
	return s
}

// xmp collects properties.
type xmp struct{ bytes.Buffer }

func (x *xmp) simple(key, s string) {
	if s != "" {
		x.WriteString("<" + key + ">")
		x.escape(s)
		x.WriteString("</" + key + ">\n")
	}
}

func (x *xmp) langAlt(key, s string) { x.item(key, "Alt", ` xml:lang="x-default"`, s) }

func (x *xmp) list(key, kind, s string) { x.item(key, kind, "", s) }

func (x *xmp) item(key, kind, attribute, s string) {
	if s != "" {
		x.WriteString("<" + key + "><rdf:" + kind + "><rdf:li" + attribute + ">")
		x.escape(s)
		x.WriteString("</rdf:li></rdf:" + kind + "></" + key + ">\n")
	}
}

func (x *xmp) escape(s string) {
	_ = xml.EscapeText(&x.Buffer, []byte(s)) // a Buffer takes everything
}

// packet gives the whole document.
func (x *xmp) packet() []byte {
	return []byte(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>` + "\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">` + "\n" +
		x.String() + "</rdf:Description></rdf:RDF></x:xmpmeta>\n" + `<?xpacket end="w"?>`)
}
