package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"laurel/model"
)

// readDocument reads one edition or an array of them.
func readDocument(ctx context.Context, src Source, text string) (Draft, error) {
	var editions []model.Document
	var err error
	if strings.HasPrefix(strings.TrimSpace(text), "[") {
		err = json.Unmarshal([]byte(text), &editions)
	} else {
		editions = make([]model.Document, 1)
		err = json.Unmarshal([]byte(text), &editions[0])
	}
	if err != nil {
		return Draft{}, model.Faultf(model.ErrInvalid, "This JSON could not be read ({{.Why}}); nothing was read.", "Why", whereJSON(text, err))
	}
	foreign := model.Faultf(model.ErrInvalid, "This JSON is not a Laurel document: it names no list and year; nothing was read.")
	if len(editions) == 0 {
		return Draft{}, foreign
	}
	r := documentReader{src: src, ctx: ctx, draft: Draft{Source: src.Name, Kind: Document}, at: map[string]int{}}
	for _, e := range editions {
		if strings.TrimSpace(e.List) == "" || e.Year < 1 || e.Year > 9999 {
			return Draft{}, foreign
		}
		if err := r.edition(e); err != nil {
			return Draft{}, err
		}
	}
	for _, e := range editions {
		r.histories(e)
	}
	r.editions(editions)
	r.unknown(text, editions)
	return r.draft, nil
}

// whereJSON says in which line a document goes wrong.
func whereJSON(text string, err error) string {
	offset := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
		err = fmt.Errorf("“%s” should not be a JSON %s", kind.Field, kind.Value)
		if kind.Field == "" {
			err = fmt.Errorf("a Laurel document is not a JSON %s", kind.Value)
		}
	}
	if offset < 0 || offset > int64(len(text)) {
		return err.Error()
	}
	return fmt.Sprintf("line %d: %s", 1+strings.Count(text[:offset], "\n"), err.Error())
}

type documentReader struct {
	src   Source
	ctx   context.Context
	draft Draft
	known []Edition
	at    map[string]int // of a placement by edition, category and entry
}

// edition reads the placements of an edition.
func (r *documentReader) edition(e model.Document) error {
	scheme, err := model.ParseScheme(e.Scheme)
	if err != nil && e.Scheme != "" {
		return err
	}
	out := Edition{List: e.List, Year: e.Year, Region: e.Region, Scheme: scheme, Size: e.Size, Stated: true, TieStyle: model.TieBefore}
	if e.Scheme == "" {
		out.Stated = false
	}
	for i, p := range e.Placements {
		if err := r.ctx.Err(); err != nil {
			return fmt.Errorf("read %s: %w", r.src.Name, err)
		}
		rank, err := rankOf(p.Rank, p.RankDisplay, p.Tied, p.Band)
		if err != nil {
			return err
		}
		if p.Tied && strings.HasSuffix(p.RankDisplay, "=") {
			out.TieStyle = model.TieAfter
		}
		if p.Category != "" && !slices.Contains(out.Categories, p.Category) {
			out.Categories = append(out.Categories, p.Category)
		}
		if rank.Band != "" && !slices.Contains(out.Scheme.Bands, rank.Band) && out.Scheme.Kind == model.SchemeBands {
			out.Scheme.Bands = append(out.Scheme.Bands, rank.Band)
		}
		for _, a := range p.Interview {
			if !slices.Contains(out.Questions, a.Question) {
				out.Questions = append(out.Questions, a.Question)
			}
		}
		placed, ok := r.placement(p, out, reasoned(rank, out.Scheme))
		if !ok {
			r.left(fmt.Sprintf("placements[%d] of %s %d", i, e.List, e.Year), "nobody is named")
			continue
		}
		r.add(placed)
	}
	r.known = append(r.known, out)
	return nil
}

// rankOf understands a rank; tied and band may say more than its display.
func rankOf(number *int, display string, tied bool, band string) (model.Rank, error) {
	text := display
	if text == "" && number != nil {
		text = fmt.Sprint(*number)
	}
	if text == "" {
		text = band
	}
	p, err := model.ParseRank(text)
	switch {
	case err != nil && number == nil && band != "":
		return model.Rank{Band: band, Source: band}, nil // a band of whatever name
	case err != nil:
		return model.Rank{}, err
	case number != nil && *number != p.Number && *number > 0:
		p.Number = *number
	}
	p.Tied = p.Tied || tied && p.Number > 0
	return p.Rank, nil
}

// placement reads an entry; false where it names nobody.
func (r *documentReader) placement(p model.DocumentPlacement, e Edition, rank model.Rank) (Placement, bool) {
	out := Placement{
		Edition: e.Key(), Rank: rank, Category: p.Category, Full: true, Status: model.Status(p.Status), Organisation: p.Organisation,
		Citation: p.Citation, Video: firstOf(videoLink(p.Video), webLink(p.Video)), Entry: p.Entry,
	}
	if !slices.Contains(model.Statuses, out.Status) {
		out.Status = model.Confirmed
	}
	if p.People == nil && p.Entry != "" && hasRole(p.Title) { // written by hand: the entry is somebody
		p.People = []model.DocumentPerson{{Name: p.Entry, Title: p.Title, Organisation: p.Organisation}}
	}
	var names model.Placement
	for _, m := range p.People {
		member := memberOf(m)
		if member.Name.IsZero() {
			return out, false
		}
		out.Members = append(out.Members, member)
		names.Members = append(names.Members, model.Member{Name: member.Name})
	}
	switch n := len(out.Members); {
	case n == 1:
		out.Kind = model.EntryPerson
	case n > 1:
		out.Kind = model.EntryJoint
	case p.Entry == "":
		return out, false
	case p.Organisation != "":
		out.Kind = model.EntryOrganisation
	default:
		out.Kind = model.EntryThing
	}
	if len(out.Members) > 0 && out.Entry == names.PrintedName() {
		out.Entry = ""
	}
	for _, a := range p.Interview {
		out.Answers = append(out.Answers, Answer{
			Question: a.Question, Original: a.Answer, Edited: firstOf(a.Edited, a.Answer), Excerpt: a.Excerpt,
			Approved: out.Status == model.SignedOff,
		})
	}
	if p.Photo != nil && p.Photo.File != "" {
		out.Photo = r.photo(*p.Photo)
	}
	return out, true
}

// webLink keeps a link that a browser may follow.
func webLink(link string) string {
	if strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") {
		return link
	}
	return ""
}

func memberOf(m model.DocumentPerson) Member {
	n := model.Name{Prefix: m.Prefix, Given: m.Given, Particle: m.Particle, Family: m.Family, PostNominals: m.PostNominals}
	if n.IsZero() {
		n = model.ParseName(m.Name)
	}
	first := n
	first.FamilyFirst = true
	closed := func(s string) string { return strings.ReplaceAll(s, " ", "") } // as names of East Asia are often written
	if closed(m.Name) == closed(first.Full()) && closed(m.Name) != closed(n.Full()) {
		n = first
	}
	return Member{ID: model.ID(m.ID), Name: n, SortKey: m.SortKey, Title: m.Title, Organisation: m.Organisation}
}

// photo reads a photo that lies beside the document. One that cannot be read is
// listed: the words are worth having without it.
func (r *documentReader) photo(p model.DocumentPhoto) *Photo {
	name := path.Clean(strings.ReplaceAll(p.File, "\\", "/"))
	if r.src.Beside == nil || !fs.ValidPath(name) {
		r.left(p.File, "the photo does not lie in the folder of the document")
		return nil
	}
	f, err := r.src.Beside.Open(name)
	if err != nil {
		r.left(p.File, "the photo is not there")
		return nil
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxPhoto+1))
	if err != nil || len(raw) > maxPhoto {
		r.left(p.File, "the photo could not be read, or is larger than 64 MB")
		return nil
	}
	return &Photo{FileName: path.Base(name), Bytes: raw, Credit: p.Credit}
}

// maxPhoto is the largest picture the store takes.
const maxPhoto = 64 << 20

func (r *documentReader) left(what, why string) {
	r.draft.Leftover = append(r.draft.Leftover, Line{Text: what, Reason: model.Say(why)})
}

// add keeps a placement; one that is known twice is kept as the fuller one.
func (r *documentReader) add(p Placement) {
	key := p.key()
	if i, have := r.at[key]; have {
		if p.Full && !r.draft.Placements[i].Full {
			r.draft.Placements[i] = p
		}
		return
	}
	r.at[key] = len(r.draft.Placements)
	r.draft.Placements = append(r.draft.Placements, p)
}

// key is equal for the same entry of the same category of the same edition.
func (p Placement) key() string {
	k := foldKey(p.Edition)
	names := make([]string, 0, len(p.Members))
	for _, m := range p.Members {
		names = append(names, firstOf(string(m.ID), model.Fold(m.Name.Display())))
	}
	slices.Sort(names)
	if len(names) == 0 {
		names = []string{"entry:" + model.Fold(p.Entry)}
	}
	return fmt.Sprintf("%s|%d|%s|%s|%s", k.List, k.Year, k.Region, model.Fold(p.Category), strings.Join(names, "+"))
}
