package pdf

import (
	"crypto/sha256"
	"fmt"
)

// intent says which colours the numbers in the file mean: sRGB in a reading
// copy, the printing condition in a press file.
func (f *finisher) intent() {
	if f.opt.Press != nil {
		f.pressIntent(f.opt.Press)
		return
	}
	f.catalog["OutputIntents"] = array{dict{
		"Type": name("OutputIntent"), "S": name("GTS_PDFA1"),
		"OutputConditionIdentifier": text("sRGB IEC61966-2.1"), "Info": text("sRGB IEC61966-2.1"),
		"RegistryName":      text("http://www.color.org"),
		"DestOutputProfile": f.addStream(dict{"N": 3}, sRGBProfile()),
	}}
}

// Names of resources that a press file's pages share.
const (
	registration = "Registration" // a colour: every ink there is
	overprinting = "Overprint"
	knockingOut  = "Knockout"
)

// pressIntent names the printing condition, the colour of the marks and the
// ways of laying inks over each other.
func (f *finisher) pressIntent(p *Press) {
	intent := dict{
		"Type": name("OutputIntent"), "S": name("GTS_PDFX"),
		"OutputConditionIdentifier": textString(p.Condition), "Info": textString(p.Condition),
		"RegistryName": text("http://www.color.org"),
	}
	intent["DestOutputProfile"] = f.addStream(dict{"N": 4}, p.Profile)
	f.catalog["OutputIntents"] = array{intent}
	resources := f.resources()
	resources["ColorSpace"] = dict{registration: array{name("Separation"), name("All"), name("DeviceCMYK"), dict{
		"FunctionType": 2, "Domain": array{0, 1}, "N": 1, "C0": array{0, 0, 0, 0}, "C1": array{1, 1, 1, 1},
	}}}
	resources["ExtGState"] = dict{
		overprinting: dict{"Type": name("ExtGState"), "OP": true, "op": true, "OPM": 1},
		knockingOut:  dict{"Type": name("ExtGState"), "OP": false, "op": false, "OPM": 0},
	}
}

// uuid makes an identity out of what the pages show.
func (f *finisher) uuid() string {
	h := sha256.New()
	for _, r := range f.pages {
		if o := f.object(f.dict(r)["Contents"]); o != nil {
			h.Write(o.stream)
		}
	}
	for _, s := range f.painted.slots.list {
		_, _ = f.painted.slots.got[s].jpeg.WriteTo(h) // what cannot be read fails again when it is written
	}
	sum := h.Sum(nil)
	sum[6], sum[8] = sum[6]&0x0F|0x80, sum[8]&0x3F|0x80 // version 8, RFC 9562
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
