package model

import (
	"slices"
	"strings"
	"unicode"
)

// letterClass is a group of post-nominals; the groups stand in the order of
// precedence in which letters follow a name in Britain, the orders and
// decorations within theirs by rank.
type letterClass int

const (
	baronetcy letterClass = iota
	orders
	crownAppointments
	legalAppointments
	parliaments
	degrees
	medical
	fellowships
	institutes
	forces
)

// lettersByClass lists the known post-nominals; orders, decorations and degrees in order
// of rank. Within any other class letters keep the order they came in.
var lettersByClass = map[letterClass]string{
	baronetcy: "Bt Bart Btss",
	orders: "VC GC KG LG KT LT KP GCB OM GCSI GCMG GCIE GCVO GBE CH KCB DCB KCSI KCMG DCMG KCIE KCVO DCVO KBE DBE " +
		"CB CSI CMG CIE CVO CBE DSO LVO OBE ISO MVO MBE CGC RRC DSC MC DFC AFC ARRC DCM CGM GM DSM MM DFM AFM QGM KGM RVM BEM " +
		"QPM KPM QFSM KFSM QAM KAM QVRM KVRM ERD TD UD ED RD VRD VR AE",
	crownAppointments: "PC ADC KHP QHP KHS QHS KHDS QHDS KHN QHN KHC QHC LVA",
	legalAppointments: "KC QC SC JP DL",
	parliaments:       "MP MS AM MSP MLA MEP MHK TC",
	degrees: "DD LLD DLitt DLit LittD DSc ScD DMus MusD DPhil PhD DEng EngD EdD DBA DClinPsych DProf DPH MD MCh " +
		"BCL LLM MBA EMBA MPA MPP MPhil MLitt MRes MSc MSci MChem MPhys MMath MEng MEd MFA MMus MPH MSt MA " +
		"LLB BEng BEd BFA BMus BSc BBA BCom BTech BA PGCE PGDip PgDip PgCert GDL HND HNC DipHE",
	medical:     "MBBS MBChB MB BM BChir BCh ChB BS BDS BVSc BVMS BPharm MRCP MRCS MRCGP MRCPsych MRCVS MRPharmS FRCP FRCS FRCGP FRCPsych FRCN FRCA FRCR FRCOG FRCPath FRCVS FFPH RGN RN RM",
	fellowships: "FRS FBA FRSE FREng FMedSci FAcSS FTSE MRIA FLSW RA RSA RSW RHA",
	institutes: "FSA FRSL FRSA FRSB FRSC FRSS FRAS FRGS FRHistS FLS FGS FZS FRIBA RIBA ARB FRICS MRICS FBCS MBCS FIET MIET FIMechE MIMechE FICE MICE FIChemE " +
		"FIMA FInstP MInstP FCA ACA FCCA ACCA FCMA ACMA CGMA FCIM MCIM FCIPD MCIPD ACIPD FCMI MCMI CMgr FIDM MIDM FMRS FIoD CDir FCIPR MCIPR FCIPS MCIPS FCILT FCIArb MCIArb FIA FFA " +
		"FHEA PFHEA SFHEA CEng IEng CITP CStat CSci CPhys CChem CMath CEnv CGeol CPsychol CFA CPA CISSP CIPP CIPM CDMP PMP FAPM ChPP RDI",
	forces: "RFA RAF USN USAF USMC RM",
}

type knownLetters struct {
	class letterClass
	rank  int
	form  string
}

// lettersByForm finds letters by what they are without points, and in lower case.
var lettersByForm = func() map[string]knownLetters {
	m := map[string]knownLetters{}
	for class := baronetcy; class <= forces; class++ {
		for i, form := range strings.Fields(lettersByClass[class]) {
			if _, twice := m[form]; !twice {
				m[form] = knownLetters{class, i, form}
			}
		}
	}
	for _, k := range m {
		low := strings.ToLower(k.form)
		if _, taken := m[low]; !taken {
			m[low] = k
		}
	}
	return m
}()

// knownPostNominal finds a word among the known letters. "Ma" and "Bem" are
// names, so short letters count only in their own capitals.
func knownPostNominal(word string) (knownLetters, bool) {
	form := withoutPoints(word)
	if k, ok := lettersByForm[form]; ok && k.form == form {
		return k, true
	}
	k, ok := lettersByForm[strings.ToLower(form)]
	if !ok || len(form) < 3 {
		return knownLetters{}, false
	}
	mixed := strings.ContainsFunc(k.form, unicode.IsLower)
	capitals := strings.ToUpper(form) == form
	return k, capitals || mixed && (len(form) > 3 || k.form == "PhD" || strings.Contains(word, "."))
}

// looksLikeLetters says whether an unknown word could be letters after a name:
// "FXYZ", "MCIoX".
func looksLikeLetters(word string) bool {
	upper, letters := 0, 0
	for _, r := range withoutPoints(word) {
		switch {
		case unicode.IsUpper(r) && r < 0x80:
			upper++
			letters++
		case unicode.IsLower(r) && r < 0x80:
			letters++
		default:
			return false
		}
	}
	return letters >= 3 && letters <= 9 && upper*2 > letters && startsUpper(word)
}

// isAttachment says whether a word only adds to the letters before it:
// "BSc (Hons)", "MA (Oxon)", "MC and Bar".
func isAttachment(word string) bool {
	if strings.HasPrefix(word, "(") && strings.HasSuffix(word, ")") {
		return !strings.Contains(word, "/") // "(she/her)"
	}
	return word == "and" || word == "&" || word == "Bar" || word == "*" || word == "Oxon" || word == "Cantab" || word == "Hons"
}

func withoutPoints(word string) string {
	return strings.ReplaceAll(strings.Trim(word, ",;"), ".", "")
}

// OrderPostNominals brings letters after a name into the order of precedence:
// baronetcy, orders and decorations by rank, appointments, degrees, medical
// qualifications, learned societies, institutes, forces. It drops points and
// commas and keeps every letter; unknown letters count as those of an institute.
func OrderPostNominals(s string) string {
	type group struct {
		class letterClass
		rank  int
		text  string
	}
	var groups []group
	pending := "" // "Hon" belongs to what follows
	for _, word := range letterWords(s) {
		last := len(groups) - 1
		switch {
		case isAttachment(word) && last >= 0 && pending == "":
			groups[last].text += " " + word
		case isAttachment(word) || strings.EqualFold(word, "hon"):
			pending = spaced(pending, word)
		default:
			g := group{class: institutes, text: word}
			if k, ok := knownPostNominal(word); ok {
				g = group{k.class, 0, k.form}
				if k.class == baronetcy || k.class == orders || k.class == degrees {
					g.rank = k.rank
				}
			}
			g.text = spaced(pending, g.text)
			pending = ""
			groups = append(groups, g)
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		if a.class != b.class {
			return int(a.class - b.class)
		}
		return a.rank - b.rank
	})
	texts := make([]string, 0, len(groups)+1)
	for _, g := range groups {
		texts = append(texts, g.text)
	}
	return spaced(append(texts, pending)...)
}

// letterWords divides letters after a name at commas and spaces and drops their
// points; what stands in brackets stays together.
func letterWords(s string) []string {
	return nameWords(strings.NewReplacer(",", " ", ";", " ", ".", "").Replace(oneLine(s)))
}

// takeLetters parts the letters after a name from the words before them. Of a
// name in capitals throughout two letters count for a name: "JACK MA".
func takeLetters(words []string) (name, letters []string) {
	shouted := !strings.ContainsFunc(strings.Join(words, ""), unicode.IsLower)
	for i := 1; i < len(words); i++ {
		k, ok := knownPostNominal(words[i])
		hon := !ok && i+1 < len(words) && withoutPoints(words[i]) == "Hon"
		if hon {
			k, ok = knownPostNominal(words[i+1])
			ok = ok && k.class >= degrees
		}
		if !ok || len(k.form) < 3 && (shouted || i == 1) {
			continue
		}
		rest := words[i+1:]
		if !slices.ContainsFunc(rest, func(w string) bool { return !afterLetters(w, len(k.form) > 2 && !shouted) }) {
			return words[:i], words[i:]
		}
	}
	return words, nil
}

func afterLetters(word string, unknownToo bool) bool {
	_, ok := knownPostNominal(word)
	return ok || isAttachment(word) || withoutPoints(word) == "Hon" || unknownToo && looksLikeLetters(word)
}
