package intake

import "testing"

func TestVideoLink(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<iframe src=”https://player.vimeo.com/video/923698397?badge=0&amp;autopause=0″", "https://vimeo.com/923698397"},
		{`<iframe src="//player.vimeo.com/video/100000002?h=abcdef1234&amp;title=0">`, "https://vimeo.com/100000002/abcdef1234"},
		{"https://vimeo.com/100000002/abcdef1234", "https://vimeo.com/100000002/abcdef1234"},
		{"https://vimeo.com/channels/staff/100000003", "https://vimeo.com/100000003"},
		{"src=&#8221;https://player.vimeo.com/video/100000004?x=1&#8243;", "https://vimeo.com/100000004"},
		{"https://www.youtube.com/watch?app=desktop&amp;v=AbCdEfGhIj1&t=4", "https://youtu.be/AbCdEfGhIj1"},
		{"“https://www.youtube-nocookie.com/embed/AbCdEfGhIj_?rel=0”", "https://youtu.be/AbCdEfGhIj_"},
		{"youtu.be/AbCdEfGhIj1", "https://youtu.be/AbCdEfGhIj1"},
		{"https://films.example/100000004", ""},
		{"", ""},
	} {
		if got := videoLink(c.text); got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}
