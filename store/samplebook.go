package store

import (
	"bytes"
	"image/jpeg"
	"strings"

	"laurel/assets/sample"
	"laurel/model"
)

// yearbook adds the book definition of an edition, where the sample has one.
func (s *sampleBook) yearbook(id model.ID, e sample.Edition) {
	c := sampleYearbook{edition: id, studio: s.studio, book: model.DefaultYearbook()}
	c.book.Subtitle, c.book.Imprint = e.Subtitle, e.Imprint
	for _, y := range s.data.Yearbooks {
		if y.Edition == e.ID {
			c.from = y
		}
	}
	if e.Subtitle != "" || e.Imprint != "" || c.from.Edition != "" {
		s.add(c)
	}
}

// sampleYearbook makes a book definition; its portraits become pictures of the
// book first.
type sampleYearbook struct {
	edition model.ID
	studio  *studio
	book    model.Yearbook
	from    sample.Yearbook
}

func (c sampleYearbook) do(s *step) (model.Message, error) {
	y := &c.book
	y.Publisher, y.Place, y.Copyright = c.from.Publisher, c.from.Place, c.from.Copyright
	y.ISSN, y.Issue, y.Printer, y.Paper, y.Caliper = c.from.ISSN, c.from.Issue, c.from.Printer, c.from.Paper, c.from.Caliper
	y.Credits = strings.Join(c.from.Credits, "\n")
	used := make([]bool, len(c.from.Sections))
	for i := range y.Sections {
		for j, said := range c.from.Sections {
			if used[j] || said.Kind != string(y.Sections[i].Kind) {
				continue
			}
			used[j] = true
			if err := c.say(s, &y.Sections[i], said); err != nil {
				return model.Message{}, err
			}
			break
		}
	}
	return UpdateYearbook{EditionID: c.edition, Yearbook: *y}.do(s)
}

// say fills a section.
func (c sampleYearbook) say(s *step, section *model.Section, said sample.Section) (err error) {
	section.Title, section.Text, section.Byline, section.Role = said.Title, said.Text, said.Byline, said.Role
	if said.Portrait != nil {
		if section.Picture, err = c.picture(s, said.Portrait); err != nil {
			return err
		}
	}
	for _, p := range said.Portraits {
		id, err := c.picture(s, p)
		if err != nil {
			return err
		}
		section.Pictures = append(section.Pictures, id)
	}
	return nil
}

// picture adds a drawn portrait to the pictures of the book.
func (c sampleYearbook) picture(s *step, p *sample.Photo) (model.ID, error) {
	file, err := c.studio.photo(p)
	if err != nil {
		return "", err
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return "", err
	}
	add := AddAsset{Kind: model.AssetPicture, File: file, Name: p.FileName, Alt: p.Alt, Credit: p.Credit}
	_, err = preparedAsset{AddAsset: add, data: file, mime: "image/jpeg", width: config.Width, height: config.Height}.do(s)
	return s.created, err
}
