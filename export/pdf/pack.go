package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
)

// packing deflates streams on all processors while others are still being made.
type packing struct {
	work  chan *object
	group sync.WaitGroup
	mu    sync.Mutex
	err   error
}

func startPacking(level int) *packing {
	k := &packing{work: make(chan *object)}
	for range runtime.GOMAXPROCS(0) {
		k.group.Go(func() {
			p := packer{level: level}
			for o := range k.work {
				if err := p.pack(o); err != nil {
					k.mu.Lock()
					k.err = errors.Join(k.err, err)
					k.mu.Unlock()
				}
			}
		})
	}
	return k
}

// add gives a stream to be packed; it must not be looked at before wait.
func (k *packing) add(o *object) { k.work <- o }

// wait ends the work when all is done.
func (k *packing) wait() error {
	close(k.work)
	k.group.Wait()
	return k.err
}

// pack deflates the streams of a file that are not yet.
func pack(ctx context.Context, f *file, level int) error {
	k := startPacking(level)
	for _, o := range f.objects {
		if ctx.Err() == nil && o != nil && o.isStream && packable(o) {
			k.add(o)
		}
	}
	return errors.Join(k.wait(), ctx.Err())
}

// packable says whether a stream can be made smaller: pictures and pages are
// packed already, and XMP must stay readable (ISO 19005-1, 6.7.2).
func packable(o *object) bool {
	d, ok := o.value.(dict)
	return ok && d["Type"] != name("Metadata") && d["Filter"] == nil
}

// packer keeps one compressor, because a new one costs more than a page.
type packer struct {
	level  int
	writer *zlib.Writer
}

func (p *packer) pack(o *object) error {
	d := o.value.(dict)
	packed, err := p.deflate(o.stream)
	if err != nil {
		return fmt.Errorf("packing a stream: %w", err)
	}
	if len(packed) < len(o.stream) {
		o.stream, d["Filter"] = packed, name("FlateDecode")
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
