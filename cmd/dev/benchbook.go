package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// A book to measure with is made of the sentences that the setting is tested
// with, and of pictures that are as heavy as photos: what other programs take
// for the same work is known for books of this kind.
const (
	benchWords = 450 // of an interview, in three answers
	benchYear  = 2026

	photoWidth, photoHeight = 600, 800
	photoQuality            = 84 // with the grain below, about 95 KB
)

// benchSentences is where the sentences are, in the root of the repository.
const benchSentences = "export/typeset/testdata/sentences.txt"

// The document that laurel imports, as far as it is needed here.
type (
	benchDocument struct {
		List       string       `json:"list"`
		Year       int          `json:"year"`
		Scheme     string       `json:"scheme"`
		Size       int          `json:"size"`
		Placements []benchEntry `json:"placements"`
	}
	benchEntry struct {
		Rank         int           `json:"rank"`
		RankDisplay  string        `json:"rank_display"`
		Status       string        `json:"status"`
		People       []benchPerson `json:"people"`
		Title        string        `json:"title"`
		Organisation string        `json:"organisation"`
		Interview    []benchAnswer `json:"interview"`
		Photo        benchPhoto    `json:"photo"`
	}
	benchPerson struct {
		Name         string `json:"name"`
		Given        string `json:"given"`
		Family       string `json:"family"`
		Title        string `json:"title"`
		Organisation string `json:"organisation"`
	}
	benchAnswer struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
		Excerpt  string `json:"excerpt"`
	}
	benchPhoto struct {
		File   string `json:"file"`
		Credit string `json:"credit"`
	}
)

// benchBook makes a book of n people and gives its path.
func (d *dev) benchBook(ctx context.Context, laurel, folder string, n int) (string, error) {
	folder, err := os.MkdirTemp(folder, "people-")
	if err != nil {
		return "", fmt.Errorf("making a folder for a book to measure with: %w", err)
	}
	document, err := d.writeBenchBook(folder, n)
	if err != nil {
		return "", err
	}
	book := filepath.Join(folder, "book.laurel")
	if err := d.quietly(ctx, laurel, nil, "new", book); err != nil {
		return "", err
	}
	return book, d.quietly(ctx, laurel, nil, "import", book, document, "--on-doubt", "new")
}

// writeBenchBook writes the document of a ranked list of n people and their
// photos into a folder and gives the path of the document. The same n gives
// the same files.
func (d *dev) writeBenchBook(folder string, n int) (string, error) {
	text, err := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(benchSentences)))
	if err != nil {
		return "", fmt.Errorf("reading sentences for a book to measure with: %w", err)
	}
	sentences := strings.Split(strings.TrimSpace(string(text)), "\n")
	random := rand.New(rand.NewPCG(1, uint64(n)))
	doc := benchDocument{List: fmt.Sprintf("The Measured %d", n), Year: benchYear, Scheme: fmt.Sprintf("top %d", n), Size: n}
	for i := range n {
		doc.Placements = append(doc.Placements, benchEntryOf(i, sentences, random))
	}
	if err := writeBenchPhotos(folder, doc.Placements); err != nil {
		return "", fmt.Errorf("drawing photos to measure with: %w", err)
	}
	b, err := json.Marshal(doc)
	if err != nil {
		return "", fmt.Errorf("writing a book to measure with: %w", err)
	}
	path := filepath.Join(folder, "book.json")
	return path, os.WriteFile(path, b, 0o600)
}

var (
	benchGiven  = []string{"Amelia", "Benjamin", "Chloé", "Devika", "Emeka", "Farah", "Gwen", "Hiroshi", "Inês", "Jürgen"}
	benchFamily = []string{"Ångström", "Beaumont", "Carruthers", "Dvořák", "Eze", "Featherstone", "García", "Hathaway", "Ibáñez", "Jørgensen", "Kowalczyk"}
	benchTitles = []string{"Chief Executive", "Managing Director, Infrastructure", "Group Finance Director", "Head of Research"}
	benchOrgs   = []string{"Northgate Renewables", "Calderwood Insurance Group", "Belmont Biosciences", "Harrow & Finch"}
	benchAsks   = []string{"What was the turning point, and who helped you reach it?", "Which decision of the past year are you proudest of?", "What would you tell somebody who begins today?"}
)

func benchEntryOf(i int, sentences []string, random *rand.Rand) benchEntry {
	who := benchPerson{
		Given: benchGiven[i%len(benchGiven)], Family: benchFamily[i/len(benchGiven)%len(benchFamily)],
		Title: benchTitles[i%len(benchTitles)], Organisation: benchOrgs[i%len(benchOrgs)],
	}
	if again := i / (len(benchGiven) * len(benchFamily)); again > 0 {
		who.Given += " " + string(rune('A'+again-1)) + "."
	}
	who.Name = who.Given + " " + who.Family
	e := benchEntry{
		Rank: i + 1, RankDisplay: fmt.Sprint("No. ", i+1), Status: "signed off", People: []benchPerson{who},
		Title: who.Title, Organisation: who.Organisation,
		Photo: benchPhoto{File: fmt.Sprintf("photos/%04d.jpg", i+1), Credit: "Invented"},
	}
	for _, question := range benchAsks {
		var answer []string
		words := 0
		for _, k := range random.Perm(len(sentences)) {
			if words >= benchWords/len(benchAsks) {
				break
			}
			answer = append(answer, sentences[k])
			words += len(strings.Fields(sentences[k]))
		}
		text := strings.Join(answer, " ")
		e.Interview = append(e.Interview, benchAnswer{Question: question, Answer: text, Excerpt: text})
	}
	return e
}

// writeBenchPhotos draws one photo for each entry, on all processors.
func writeBenchPhotos(folder string, entries []benchEntry) error {
	if err := os.Mkdir(filepath.Join(folder, "photos"), 0o700); err != nil {
		return err
	}
	failures := make([]error, runtime.NumCPU())
	var group sync.WaitGroup
	for worker := range failures {
		group.Go(func() {
			for i := worker; i < len(entries) && failures[worker] == nil; i += len(failures) {
				var b bytes.Buffer
				failures[worker] = jpeg.Encode(&b, drawBenchPhoto(uint64(i)), &jpeg.Options{Quality: photoQuality})
				if failures[worker] == nil {
					failures[worker] = os.WriteFile(filepath.Join(folder, filepath.FromSlash(entries[i].Photo.File)), b.Bytes(), 0o600)
				}
			}
		})
	}
	group.Wait()
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// drawBenchPhoto draws soft light and the grain of a sensor: what makes a
// photo as heavy as it is.
func drawBenchPhoto(seed uint64) image.Image {
	random := rand.NewPCG(2, seed)
	img := image.NewYCbCr(image.Rect(0, 0, photoWidth, photoHeight), image.YCbCrSubsampleRatio420)
	slope := int(random.Uint64() % 80)
	for y := range photoHeight {
		row := img.Y[y*img.YStride:][:photoWidth]
		for x := range row {
			if x%8 == 0 {
				slope = (slope*7 + int(random.Uint64()%80)) / 8
			}
			row[x] = uint8(70 + 80*x/photoWidth + slope + int(random.Uint64()>>40)%20)
		}
	}
	for i := range img.Cb {
		x, y := i%img.CStride, i/img.CStride
		img.Cb[i] = uint8(110 + int(seed%30) + 20*x/img.CStride)
		img.Cr[i] = uint8(120 + int(seed%20) + 30*y*2/photoHeight)
	}
	return img
}
