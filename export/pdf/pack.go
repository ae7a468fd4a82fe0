package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
)

// pack deflates the streams of a file, on all processors.
func pack(ctx context.Context, f *file, level int) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	work := make(chan *object)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			p := packer{level: level}
			for o := range work {
				if err := p.pack(o); err != nil {
					cancel(err)
				}
			}
		})
	}
	for _, o := range f.objects {
		if o == nil || !o.isStream || !packable(o) {
			continue
		}
		select {
		case work <- o:
		case <-ctx.Done():
		}
	}
	close(work)
	group.Wait()
	return context.Cause(ctx)
}

// packable says whether a stream can be made smaller: pictures are packed
// already, and XMP must stay readable (ISO 19005-1, 6.7.2).
func packable(o *object) bool {
	d, ok := o.value.(dict)
	if !ok || d["Type"] == name("Metadata") {
		return false
	}
	return d["Filter"] == nil || d["Filter"] == name("FlateDecode")
}

// packer keeps one compressor, because a new one costs more than a page.
type packer struct {
	level  int
	writer *zlib.Writer
}

func (p *packer) pack(o *object) error {
	d := o.value.(dict)
	plain := o.stream
	if d["Filter"] != nil {
		var err error
		if plain, err = inflate(o.stream); err != nil {
			return fmt.Errorf("unpacking a stream: %w", err)
		}
	}
	packed, err := p.deflate(plain)
	if err != nil {
		return fmt.Errorf("packing a stream: %w", err)
	}
	if len(packed) < len(plain) {
		o.stream, d["Filter"] = packed, name("FlateDecode")
	} else {
		o.stream = plain
		delete(d, "Filter")
	}
	return nil
}

func (p *packer) deflate(plain []byte) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, len(plain)/2+64))
	if p.writer == nil {
		w, err := zlib.NewWriterLevel(out, p.level)
		if err != nil {
			return nil, err
		}
		p.writer = w
	} else {
		p.writer.Reset(out)
	}
	if _, err := p.writer.Write(plain); err != nil {
		return nil, err
	}
	if err := p.writer.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func inflate(packed []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
