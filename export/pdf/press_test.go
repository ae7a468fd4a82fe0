package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/typeset"
)

// pressed is a document with everything that a press file must treat specially.
func pressed(t *testing.T) (*page.Document, Options) {
	doc := tagged(t)
	doc.Bleed, doc.Folds = typeset.MM(3), []page.Length{40000}
	black := page.Color{R: 0x1C, G: 0x1C, B: 0x1B, K: 100}
	doc.Pages[0].Marks = append(doc.Pages[0].Marks,
		&page.Path{Segments: page.Rect(-9000, -9000, 50000, 50000), Fill: &page.Color{R: 255, M: 90, Y: 80}},
		&page.Text{X: 9000, Y: 9000, Color: black, Line: letter(testFace(t, "SourceSans3-Regular"), 'B')},
		&page.Picture{X: 0, Y: 0, W: 30000, H: 30000, Photo: "colour"},
		&page.Picture{X: 0, Y: 50000, W: 30000, H: 30000, Photo: "grey", Grey: true},
		&page.Path{Segments: page.Rect(0, 0, 9, 9), Fill: &page.Color{C: 100, M: 100, Y: 100, K: 100}})
	var photo bytes.Buffer
	m := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 911)
	}
	if err := jpeg.Encode(&photo, m, nil); err != nil {
		t.Fatal(err)
	}
	return doc, Options{
		Photos: &Renditions{Master: func(string) ([]byte, error) { return photo.Bytes(), nil }},
		Press:  &Press{Condition: assets.CoatedCondition, Profile: assets.CoatedProfile(), CropMarks: true},
	}
}

// TestPressFileIsPDFX4 walks a press file as a printer's preflight does, and a
// reading copy, which must not pass.
func TestPressFileIsPDFX4(t *testing.T) {
	doc, opt := pressed(t)
	for _, fault := range againstX4(t, finished(t, doc, opt)) {
		t.Error(fault)
	}
	opt.Press = nil
	if faults := againstX4(t, finished(t, doc, opt)); len(faults) < 5 {
		t.Errorf("the walk takes a reading copy: %v", faults)
	}
}

// againstX4 gives what speaks against a file as PDF/X-4.
func againstX4(t *testing.T, f *file) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	catalog, info := f.dict(f.root), f.dict(f.info)
	for _, key := range []name{"OpenAction", "AA", "AcroForm", "Names", "Encrypt", "StructTreeRoot"} {
		if catalog[key] != nil {
			fault("the catalog has %s", key)
		}
	}
	if info["Trapped"] != name("False") || info["Title"] == nil || info["CreationDate"] == nil || info["ModDate"] == nil {
		fault("the info is %v", info)
	}
	xmp := string(f.object(catalog["Metadata"]).stream)
	for _, want := range []string{
		"<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:", "<xmpMM:RenditionClass>", "<xmpMM:VersionID>",
		"<xmp:CreateDate>", "<xmp:ModifyDate>", "<xmp:MetadataDate>", "<dc:title>",
	} {
		if !strings.Contains(xmp, want) {
			fault("the metadata has no %s", want)
		}
	}
	intents, _ := catalog["OutputIntents"].(array)
	if len(intents) != 1 {
		fault("%d output intents", len(intents))
	} else {
		intent := f.dict(intents[0])
		profile := f.object(intent["DestOutputProfile"])
		if intent["S"] != name("GTS_PDFX") || string(intent["OutputConditionIdentifier"].(text)) != "FOGRA39" ||
			string(intent["RegistryName"].(text)) != "http://www.color.org" || profile == nil ||
			!bytes.HasPrefix(profile.stream[12:], []byte("prtrCMYKLab ")) {
			fault("the output intent is %v", intent)
		}
	}
	for i, r := range f.dict(catalog["Pages"])["Kids"].(array) {
		for _, s := range f.againstPage(t, f.dict(r)) {
			fault("page %d: %s", i+1, s)
		}
	}
	return append(faults, f.againstObjects()...)
}

// againstObjects looks at fonts, pictures and graphics states.
func (f *file) againstObjects() (faults []string) {
	for i, o := range f.objects {
		if o == nil {
			continue
		}
		d, _ := o.value.(dict)
		switch {
		case d["Type"] == name("FontDescriptor") && d["FontFile2"] == nil:
			faults = append(faults, fmt.Sprintf("font %v is not embedded", d["FontName"]))
		case d["Subtype"] == name("Image") && d["ColorSpace"] != name("DeviceCMYK") && d["ColorSpace"] != name("DeviceGray"):
			faults = append(faults, fmt.Sprintf("picture %d is in %v", i, d["ColorSpace"]))
		case d["Subtype"] == name("Image") && (d["SMask"] != nil || d["Alternates"] != nil || d["OPI"] != nil):
			faults = append(faults, fmt.Sprintf("picture %d is %v", i, d))
		case d["S"] == name("Transparency"):
			faults = append(faults, fmt.Sprintf("object %d is a transparency group", i))
		case d["S"] == name("JavaScript") || d["Type"] == name("Annot"):
			faults = append(faults, fmt.Sprintf("object %d is %v", i, d))
		}
	}
	return faults
}

var (
	colourOp = regexp.MustCompile(`(?m)(?:^| )(g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh)$`)
	inkOp    = regexp.MustCompile(`(?m)([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]$`)
)

// againstPage looks at boxes and operators of a page.
func (f *file) againstPage(t *testing.T, d dict) (faults []string) {
	if d["Annots"] != nil || d["AA"] != nil || d["Group"] != nil || d["ArtBox"] != nil {
		faults = append(faults, fmt.Sprintf("it has %v", d))
	}
	media, bleed, trim := sides(t, d["MediaBox"]), sides(t, d["BleedBox"]), sides(t, d["TrimBox"])
	if !holds(media, bleed) || !holds(bleed, trim) {
		faults = append(faults, fmt.Sprintf("boxes %v, %v, %v", media, bleed, trim))
	}
	if edge := typeset.MM(3).Pt(); len(bleed) == 4 && len(trim) == 4 && (math.Abs(trim[0]-bleed[0]-edge) > 0.01 || math.Abs(bleed[3]-trim[3]-edge) > 0.01) {
		faults = append(faults, fmt.Sprintf("the bleed is %v round %v", bleed, trim))
	}
	content := string(f.object(d["Contents"]).stream)
	content = strings.NewReplacer("0 g\n", "\n", "0 G\n", "\n").Replace(content) // black, as every page begins
	content = regexp.MustCompile(`(?s)q /Registration CS 1 SCN\n.*?\nQ`).ReplaceAllString(content, "")
	for _, m := range colourOp.FindAllStringSubmatch(content, -1) {
		if m[1] != "k" && m[1] != "K" {
			faults = append(faults, "a colour is set by "+m[1])
		}
	}
	for _, m := range inkOp.FindAllStringSubmatch(content, -1) {
		all := 0.0
		for _, s := range m[1:] {
			v, _ := strconv.ParseFloat(s, 64)
			all += v
		}
		if all > 3 {
			faults = append(faults, "too much ink: "+m[0])
		}
	}
	return faults
}

func sides(t *testing.T, v value) (out []float64) {
	list, _ := v.(array)
	for _, s := range list {
		n, err := strconv.ParseFloat(fmt.Sprint(s), 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

func holds(outer, inner []float64) bool {
	return len(outer) == 4 && len(inner) == 4 && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

// TestPressFileSetsBlackOverColour follows the content of a page: black type
// is black only and overprints; nothing else does.
func TestPressFileSetsBlackOverColour(t *testing.T) {
	doc, opt := pressed(t)
	f := finished(t, doc, opt)
	first := f.dict(f.dict(f.dict(f.root)["Pages"])["Kids"].(array)[0])
	over, typed, shapes := false, 0, 0
	for _, line := range strings.Split(string(f.object(first["Contents"]).stream), "\n") {
		switch {
		case strings.HasSuffix(line, " gs"):
			over = line == "/Overprint gs"
		case strings.HasPrefix(line, "BT"):
			typed++
			if !over {
				t.Error("black type does not overprint")
			}
		case line == "f" || line == "B":
			shapes++
			if over {
				t.Error("a shape overprints")
			}
		}
	}
	if typed == 0 || shapes < 2 {
		t.Errorf("%d lines of type, %d shapes", typed, shapes)
	}
	state := f.dict(f.dict(f.dict(first["Resources"])["ExtGState"])["Overprint"])
	if fmt.Sprintf("%v %v %v", state["OP"], state["op"], state["OPM"]) != "true true 1" {
		t.Errorf("overprint is %v", state)
	}
}

// TestCropMarksStandOutsideTheBleed finds every line of the marks and holds its
// ends against the boxes; a fold is marked where the document says.
func TestCropMarksStandOutsideTheBleed(t *testing.T) {
	doc, opt := pressed(t)
	f := finished(t, doc, opt)
	d := f.dict(f.dict(f.dict(f.root)["Pages"])["Kids"].(array)[0])
	bleed, trim := sides(t, d["BleedBox"]), sides(t, d["TrimBox"])
	block := regexp.MustCompile(`(?s)q /Registration CS 1 SCN\n(.*?)\nQ`).FindStringSubmatch(string(f.object(d["Contents"]).stream))
	if block == nil {
		t.Fatal("no marks")
	}
	var xs, ys []float64
	for _, m := range regexp.MustCompile(`(?m)^([\d.-]+) ([\d.-]+) [ml]$`).FindAllStringSubmatch(block[1], -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		y, _ := strconv.ParseFloat(m[2], 64)
		if x > bleed[0] && x < bleed[2] && y > bleed[1] && y < bleed[3] {
			t.Errorf("a mark ends at %v,%v, inside the bleed %v", x, y, bleed)
		}
		xs, ys = append(xs, x), append(ys, y)
	}
	if len(xs) != 16+4 {
		t.Errorf("%d ends of marks", len(xs))
	}
	near := func(list []float64, want float64) bool {
		return slices.ContainsFunc(list, func(v float64) bool { return math.Abs(v-want) < 0.01 })
	}
	for _, want := range []float64{trim[0], trim[2], trim[0] + 40} {
		if !near(xs, want) {
			t.Errorf("no mark at x = %v", want)
		}
	}
	for _, want := range []float64{trim[1], trim[3]} {
		if !near(ys, want) {
			t.Errorf("no mark at y = %v", want)
		}
	}
}
