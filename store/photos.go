package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"

	"laurel/model"
)

const photoColumns = "f.id,coalesce(f.person,''),f.master,f.width,f.height,f.credit,f.rights,f.alt,f.file_name,f.focal_x,f.focal_y,f.rights_until,f.look"

// storedPhoto is a photo with the key of the file it came from.
type storedPhoto struct {
	model.Photo
	original string
}

func scanPhoto(scan func(...any) error) (f storedPhoto, err error) {
	return f, scan(&f.ID, &f.PersonID, &f.Key, &f.Width, &f.Height, &f.Credit, &f.Rights, &f.Alt, &f.FileName, &f.FocalX, &f.FocalY, &f.RightsUntil, &f.Look, &f.original)
}

func photoByID(ctx context.Context, q querier, id model.ID) (storedPhoto, error) {
	return one(ctx, q, scanPhoto, "SELECT "+photoColumns+",f.original FROM photo f WHERE f.id=?", id, "This photo is not in the book.")
}

// Photo gives what is said of a photo; the picture itself is PhotoMaster's.
func (b *Book) Photo(ctx context.Context, id model.ID) (model.Photo, error) {
	f, err := photoByID(ctx, b.readers, id)
	return f.Photo, explain(b.params.Path, "read a photo", err)
}

// PhotosOf gives all photos of a person, newest first.
func (b *Book) PhotosOf(ctx context.Context, person model.ID) ([]model.Photo, error) {
	all, err := collect(ctx, b.readers, func(scan func(...any) error) (model.Photo, error) {
		f, err := scanPhoto(scan)
		return f.Photo, err
	}, "SELECT "+photoColumns+",f.original FROM photo f WHERE f.person=? ORDER BY f.id DESC", string(person))
	return all, explain(b.params.Path, "read the photos of a person", err)
}

// HasPhoto says whether somebody has, or had, a photo that was made of a file.
func (b *Book) HasPhoto(ctx context.Context, person model.ID, file []byte) (bool, error) {
	sum := sha256.Sum256(file)
	var found bool
	err := b.readers.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM photo WHERE person=? AND original=?)", string(person), hex.EncodeToString(sum[:])).Scan(&found)
	return found, explain(b.params.Path, "look for a photo", err)
}

// PhotoMaster gives the upright sRGB master without metadata, as JPEG.
func (b *Book) PhotoMaster(ctx context.Context, key string) ([]byte, error) {
	data, err := blob(ctx, b.readers, key)
	return data, explain(b.params.Path, "read a picture", err)
}

// Thumbnail gives a master scaled down so that its longer side has at most px
// pixels. Nothing is kept: whoever shows many keeps them.
func (b *Book) Thumbnail(ctx context.Context, key string, px int) (image.Image, error) {
	data, err := b.PhotoMaster(ctx, key)
	if err != nil {
		return nil, err
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, damaged(b.params.Path)
	}
	return shrink(img, max(px, 1)), nil
}

// Preview gives a file as the book would keep it, scaled down so that its longer
// side has at most px pixels.
func Preview(file []byte, px int) (image.Image, error) {
	p, err := readPicture(file)
	if err != nil {
		return nil, err
	}
	img, err := jpeg.Decode(bytes.NewReader(p.master))
	if err != nil {
		return nil, fmt.Errorf("preview a photo: %w", err)
	}
	return shrink(img, max(px, 1)), nil
}

func blob(ctx context.Context, q querier, key string) ([]byte, error) {
	var data []byte
	err := q.QueryRowContext(ctx, "SELECT data FROM blob WHERE key=?", key).Scan(&data)
	return data, err
}

func (s *step) insertPhoto(p storedPhoto) error {
	f := photoFields(p.Photo)
	f.set("id", p.ID)
	f.set("person", p.PersonID)
	f.set("master", p.Key)
	f.set("original", p.original)
	f.set("width", p.Width)
	f.set("height", p.Height)
	f.set("file_name", p.FileName)
	f.set("look", p.Look)
	return s.insert("photo", f)
}

func photoFields(p model.Photo) fields {
	var f fields
	f.set("credit", p.Credit)
	f.set("rights", p.Rights)
	f.set("alt", p.Alt)
	f.set("focal_x", p.FocalX)
	f.set("focal_y", p.FocalY)
	f.set("rights_until", p.RightsUntil)
	return f
}

// insertBlob keeps a picture under its hash; one that is there already is the same.
func (s *step) insertBlob(data []byte, mime string) (string, error) {
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:])
	_, err := s.exec("INSERT INTO blob(key,mime,data) SELECT ?1,?2,?3 WHERE NOT EXISTS(SELECT 1 FROM blob WHERE key=?1)", key, mime, data)
	return key, err
}

// preparedPhoto is an AddPhoto whose picture was made ready.
type preparedPhoto struct {
	AddPhoto
	picture picture
}

func (c AddPhoto) prepare() (Command, error) {
	picture, err := readPicture(c.File)
	return preparedPhoto{c, picture}, err
}

func (c AddPhoto) do(s *step) (model.Message, error) {
	ready, err := c.prepare()
	if err != nil {
		return model.Message{}, err
	}
	return ready.do(s)
}

func (c preparedPhoto) do(s *step) (model.Message, error) { return s.addPhoto(c.AddPhoto, c.picture) }

// addPhoto keeps a picture that was made ready, and makes it the one that is used.
func (s *step) addPhoto(c AddPhoto, picture picture) (model.Message, error) {
	var placement model.Placement
	var person model.Person
	var err error
	switch {
	case c.PlacementID != "":
		placement, _, err = s.thawedPlacement(c.PlacementID)
		if len(placement.Members) == 1 && c.PersonID == "" {
			c.PersonID = placement.Members[0].PersonID
		}
	case c.PersonID == "":
		err = invalid("Say whose photo this is.")
	}
	if err == nil && c.PersonID != "" {
		person, err = personByID(s.ctx, s, c.PersonID)
	}
	if err != nil {
		return model.Message{}, err
	}
	id, err := s.keepPhoto(c, picture)
	if err != nil {
		return model.Message{}, err
	}
	s.created = id
	var f fields
	f.set("photo", id)
	if c.PlacementID != "" {
		// The crop was chosen for another picture.
		for _, side := range []string{"crop_x", "crop_y", "crop_w", "crop_h"} {
			f.set(side, 0.0)
		}
		f.set("crops", map[string]model.Crop{})
		return model.Say("Add photo of {{.Name}}", "Name", placement.PrintedName()), s.update("placement", c.PlacementID, f)
	}
	return model.Say("Add photo of {{.Name}}", "Name", person.Name.Display()), s.update("person", c.PersonID, f)
}

func (s *step) keepPhoto(c AddPhoto, picture picture) (id model.ID, err error) {
	p := storedPhoto{Photo: model.Photo{
		ID: s.newID(""), PersonID: c.PersonID, Width: picture.width, Height: picture.height, Look: picture.look,
		Credit: c.Credit, Alt: c.Alt, FileName: c.FileName, FocalX: 0.5, FocalY: 0.4, // a face is above the middle
	}}
	if p.original, err = s.insertBlob(c.File, picture.mime); err != nil {
		return "", err
	}
	if p.Key, err = s.insertBlob(picture.master, "image/jpeg"); err != nil {
		return "", err
	}
	return p.ID, s.insertPhoto(p)
}

func (c UpdatePhoto) typed() string {
	var t typing
	typedIn(&t, "credit", c.Credit)
	typedIn(&t, "rights", c.Rights)
	typedIn(&t, "rights_until", c.RightsUntil)
	typedIn(&t, "alt", c.Alt)
	if c.FocalX != nil || c.FocalY != nil {
		typedIn(&t, "focal point", &c)
	}
	return t.place(c.ID)
}

func (c UpdatePhoto) do(s *step) (model.Message, error) {
	p, err := photoByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	frozen, err := collect(s.ctx, s, scanPlacement, "SELECT "+placementColumns+" FROM placement p JOIN edition e ON e.id=p.edition WHERE p.photo=? AND e.frozen=1 LIMIT 1", string(c.ID))
	if err != nil {
		return model.Message{}, err
	}
	for _, f := range frozen {
		if _, err := s.thawed(f.EditionID); err != nil {
			return model.Message{}, err
		}
	}
	give(&p.Credit, c.Credit)
	give(&p.Rights, c.Rights)
	give(&p.RightsUntil, c.RightsUntil)
	give(&p.Alt, c.Alt)
	give(&p.FocalX, c.FocalX)
	give(&p.FocalY, c.FocalY)
	if !within(p.FocalX) || !within(p.FocalY) {
		return model.Message{}, invalid("A focal point lies within the picture.")
	}
	if p.RightsUntil = clean(p.RightsUntil); p.RightsUntil != "" && !model.IsDate(p.RightsUntil) {
		return model.Message{}, invalid("“{{.Value}}” is no date: write 2026, 2026-03 or 2026-03-31.", "Value", p.RightsUntil)
	}
	if err := s.update("photo", c.ID, photoFields(p.Photo)); err != nil {
		return model.Message{}, err
	}
	name := p.FileName
	if p.PersonID != "" {
		person, err := personByID(s.ctx, s, p.PersonID)
		if err != nil {
			return model.Message{}, err
		}
		name = person.Name.Display()
	}
	return s.changeLabel("photo", c.ID, name)
}

// within is false also for what is no number.
func within(v float64) bool { return v >= 0 && v <= 1 }

// lonely are the files that neither a photo, an asset nor the history points at.
const lonely = `FROM blob WHERE key NOT IN (
	SELECT master FROM photo UNION SELECT original FROM photo UNION SELECT blob FROM asset
	UNION SELECT json_extract(old,'$.master') FROM change WHERE tbl='photo' AND kind='D'
	UNION SELECT json_extract(old,'$.original') FROM change WHERE tbl='photo' AND kind='D'
	UNION SELECT json_extract(old,'$.blob') FROM change WHERE tbl='asset' AND kind='D'
	UNION SELECT old FROM change WHERE tbl='photo' AND kind='U' AND col IN('master','original')
	UNION SELECT new FROM change WHERE tbl='photo' AND kind='U' AND col IN('master','original'))`

// collectBlobs drops the pictures that nothing points at. Where there are none,
// the file is not written.
func (b *Book) collectBlobs(ctx context.Context) error {
	var n int
	err := b.readers.QueryRowContext(ctx, "SELECT count(*) "+lonely).Scan(&n)
	if err == nil && n > 0 {
		var done func()
		if done, err = b.turn(ctx); err == nil {
			defer done()
			_, err = b.writer.ExecContext(ctx, "DELETE "+lonely)
		}
	}
	return explain(b.params.Path, "tidy up", err)
}
