package inspect

import "testing"

// TestRowsKeepToTheMeasure prints rows whose explanation is long, beside a short left part and below a long one.
func TestRowsKeepToTheMeasure(t *testing.T) {
	p := &printer{}
	const why = "in the headline and the first paragraph, 4 times in all, and once more in the caption"
	p.row("storms                       subject      0.97", why)
	p.row("content/raw/2025-10-03-night-market-moves-indoors-as-storms-close-in.txt", why)
	p.row("Ivar Holm", "")
	want := `  storms                       subject      0.97  in the headline and the first
                                                  paragraph, 4 times in all, and once
                                                  more in the caption
  content/raw/2025-10-03-night-market-moves-indoors-as-storms-close-in.txt
      in the headline and the first paragraph, 4 times in all, and once more in the
      caption
  Ivar Holm
`
	if p.String() != want {
		t.Errorf("got\n%s\nwant\n%s", p.String(), want)
	}
}
