package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"laurel/model"
)

// Soundness is what a check of a file came to.
type Soundness string

// The results.
const (
	Sound   Soundness = "sound"
	Damaged Soundness = "damaged"
)

// Verification is what was found in a file.
type Verification struct {
	Result   Soundness
	Findings []model.Message // what is wrong with it
	Bytes    int64           // size of the file
	Photos   int             // pictures whose hash was checked
	Change   int64           // number of the last operation
}

func (v *Verification) find(text string, args ...any) {
	v.Result = Damaged
	v.Findings = append(v.Findings, model.Say(text, args...))
}

// Verify looks whether the file at path is a sound book, whatever state it is
// in: its pages and indexes, its references, its schema, every picture by its
// hash. It fails only where it could not look: no such file (model.ErrNotFound),
// no permission, cancelled.
func Verify(ctx context.Context, path string) (Verification, error) {
	v := Verification{Result: Sound}
	h, err := readHeader(path)
	switch {
	case errors.Is(err, model.ErrNotLaurel):
		v.find("The file does not begin as a book does.")
		return v, nil
	case errors.Is(err, model.ErrDamaged):
		v.find("The beginning of the file is damaged.")
		return v, nil
	case err != nil:
		return v, err
	}
	v.Bytes = h.size
	if int(h.version) > len(versions) {
		return v, model.Faultf(model.ErrNewer, "{{.Book}} was made by a newer Laurel, which must check it.", "Book", baseName(path))
	}
	err = v.look(ctx, path, h)
	switch {
	case err == nil:
		return v, nil
	case ctx.Err() != nil:
		return v, ctx.Err()
	}
	err = explain(path, "check "+filepath.Base(path), err)
	for _, cannot := range []error{model.ErrConflict, model.ErrReadOnly, fs.ErrPermission} {
		if errors.Is(err, cannot) {
			return v, err
		}
	}
	var fault *model.Fault
	if errors.As(err, &fault) {
		v.Result, v.Findings = Damaged, append(v.Findings, fault.Message)
	} else {
		v.find("It cannot be read to its end: {{.Why}}.", "Why", err)
	}
	return v, nil
}

func (v *Verification) look(ctx context.Context, path string, h header) error {
	if err := settle(ctx, path, h); err != nil {
		return err
	}
	db := connect(path, readOnly, nil)
	defer db.Close()
	found, err := texts(ctx, db, "PRAGMA integrity_check(10)")
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		for _, f := range found {
			v.find("The file's pages are damaged: {{.What}}.", "What", f)
		}
		return nil
	}
	if err := checkSchema(ctx, db, versions[h.version-1].schema); errors.Is(err, errStrangeSchema) {
		v.find("The file holds things that Laurel did not put there.")
		return nil
	} else if err != nil {
		return err
	}
	if err := foreignKeyCheck(ctx, db); errors.Is(err, errBroken) {
		v.find("Some records point at records that are not there.")
	} else if err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, "SELECT coalesce(max(id),0) FROM op").Scan(&v.Change); err != nil {
		return err
	}
	return v.lookAtPictures(ctx, db)
}

// lookAtPictures compares every picture with the hash that is its name.
func (v *Verification) lookAtPictures(ctx context.Context, q querier) error {
	keys, err := texts(ctx, q, "SELECT key FROM blob ORDER BY key")
	if err != nil {
		return err
	}
	for _, key := range keys {
		data, err := blob(ctx, q, key)
		if err != nil {
			return err
		}
		v.Photos++
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) == key {
			continue
		}
		whose, err := texts(ctx, q, `SELECT trim(w.given||' '||w.family) FROM photo f JOIN person w ON w.id=f.person
			WHERE f.master=?1 OR f.original=?1 ORDER BY f.id LIMIT 1`, key)
		if err != nil {
			return err
		}
		if len(whose) == 0 {
			whose = []string{"somebody"}
		}
		v.find("The photo of {{.Name}} is damaged.", "Name", whose[0])
	}
	return nil
}

// String is one line a person can read.
func (v Verification) String() string {
	if v.Result == Sound {
		return fmt.Sprintf("sound: %d bytes, %d pictures, %d steps", v.Bytes, v.Photos, v.Change)
	}
	return fmt.Sprintf("damaged: %s", v.Findings[0])
}
