package yearbook
import ("testing";"strings";"os";"fmt";"runtime";"io";"context";"time";"runtime/pprof"
"laurel/export/pdf";"laurel/export/page";"laurel/model")
type ph struct{}
func (ph) Rendition(_ context.Context, key string, _ page.Crop, w, h int, _ bool) ([]byte, int, int, error) {
 b, err := os.ReadFile("/tmp/setting/b1000/photos/"+key+".jpg"); return b, w, h, err }
func bench1000() *model.Snapshot {
 b,_ := os.ReadFile("../typeset/testdata/sentences.txt")
 ss := strings.Split(strings.TrimSpace(string(b)),"\n")
 s := invented(1000); k:=0
 for i := range s.Placements {
   base := s.Placements[i].Answers[0]; s.Placements[i].Answers=nil
   id := model.ID(fmt.Sprintf("%04d", i+1))
   s.Photos[id]=model.Photo{ID:id,Key:string(id),Width:600,Height:800}
   s.Placements[i].PhotoID=id
   for q:=0;q<3;q++ { n:=0; var x []string; for n < 150 { x=append(x,ss[(k*7919)%len(ss)]); n+=len(strings.Fields(x[len(x)-1])); k++ }
     c:=base; c.ID += model.ID(itoa(q)); c.Edited=strings.Join(x," "); c.Question="What was the turning point, and who helped you reach it?"; s.Placements[i].Answers=append(s.Placements[i].Answers,c)}
 }
 return s
}
func mem(l string, t0 time.Time){ var m runtime.MemStats; runtime.GC(); runtime.ReadMemStats(&m); fmt.Printf("%-10s %v live %d MB sys %d\n", l, time.Since(t0), m.HeapAlloc>>20, m.Sys>>20) }
func TestZM(t *testing.T){
 s := bench1000(); t0 := time.Now(); mem("start",t0)
 bk := compose(t,s); mem("composed",t0)
 f,_ := os.Create("/tmp/setting/heap1.prof"); pprof.WriteHeapProfile(f); f.Close()
 err := pdf.Write(context.Background(), bk.Document, slow{t0}, pdf.Options{Photos: ph{}}); fmt.Println(err); mem("written",t0)
 runtime.KeepAlive(bk)
}
type slow struct{ t0 time.Time }
var once bool
func (s slow) Write(b []byte)(int,error){ if !once { once=true; mem("to write", s.t0); f,_ := os.Create("/tmp/setting/heap2.prof"); pprof.WriteHeapProfile(f); f.Close() }; return io.Discard.Write(b) }
