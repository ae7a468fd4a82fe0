package insights

import (
	"fyne.io/fyne/v2/lang"

	"laurel/export/chart"
	"laurel/export/typeset"
	"laurel/model"
	"laurel/ui/kit"
)

// rowsIn sets the distance of a theme's rows so that n of them fill a height as
// well as they can, and gives how many fit.
func rowsIn(t *chart.Theme, n int, h chart.Length) int {
	const closest, widest = 22 * typeset.Pt, 30 * typeset.Pt
	fit := max(1, int(h/closest))
	t.Row = max(closest, min(widest, h/chart.Length(max(1, min(n, fit)))))
	return fit
}

// drawTurnover: columns, or a bar where one year is shown.
func drawTurnover(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		if len(f.turnovers) == 1 {
			return chart.TurnoverBars(t, f.turnovers, w)
		}
		return chart.TurnoverColumns(t, f.turnovers, w, h)
	}
}

// drawSectors: columns, or bars where one year is shown.
func drawSectors(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		if len(f.span) == 1 {
			return partBars(t, f.sectors, w, h)
		}
		return chart.PartColumns(t, f.sectors, w, h)
	}
}

// partBars shows as many bars as fit, the rest together.
func partBars(t *chart.Theme, b model.Breakdown, w, h chart.Length) *chart.Chart {
	parts, _ := b.Top(len(b.Parts))
	fit := rowsIn(t, len(parts), h)
	if len(parts) <= fit {
		return chart.PartBars(t, b, w, len(parts))
	}
	return chart.PartBars(t, b, w, fit-1)
}

func drawCountries(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		parts, _ := f.countries.Top(len(f.countries.Parts))
		fit := rowsIn(t, len(parts), h)
		if len(parts) > fit {
			return chart.UnitDots(t, f.countries, w, fit-1)
		}
		return chart.UnitDots(t, f.countries, w, len(parts))
	}
}

func drawOrganisations(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		return partBars(t, f.organisations, w, h)
	}
}

func drawTenure(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		rowsIn(t, len(f.tenure.People), h)
		return chart.TenureBars(t, f.tenure, f.years, w)
	}
}

// drawBump follows the line pointed at; else the heroes stand out.
func drawBump(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, follow string) *chart.Chart {
		b := f.bump
		if follow != "" {
			b = b.Following(follow)
		}
		t.Ties = f.edition.TieStyle
		return chart.Bump(t, b, w, h)
	}
}

// drawMovers sets the tables that the book prints; the screen lists people.
func drawMovers(f *figures) drawing {
	return func(t *chart.Theme, w, h chart.Length, _ string) *chart.Chart {
		t.Ties = f.edition.TieStyle
		return chart.MoverTables(t, f.movers, f.tenure, w, 7)
	}
}

// noteOf is what stands beside the title of a chart.
func noteOf(kind string, f *figures) string {
	last := f.turnovers[len(f.turnovers)-1]
	switch kind {
	case model.ChartTurnover:
		if last.Compared {
			return lang.L("{{.New}} new, {{.Back}} back, {{.Left}} gone", map[string]any{"New": kit.Number(last.New), "Back": kit.Number(last.Back), "Left": kit.Number(last.Left)})
		}
	case model.ChartSectors:
		return lang.L("share of {{.Count}} places", map[string]any{"Count": kit.Number(last.Entries)})
	case model.ChartRegions:
		return lang.L("where {{.Count}} entries come from", map[string]any{"Count": kit.Number(last.Entries)})
	case model.ChartOrganisations:
		return lang.L("with two people or more")
	case model.ChartTenure:
		return lang.L("editions since {{.Year}}", map[string]any{"Year": f.years[0]})
	case model.ChartTopTen:
		return lang.L("first {{.Count}}, {{.Years}}; point at a line to follow one entry", map[string]any{"Count": f.bump.Depth, "Years": yearsText(f.bump.Years[0], f.bump.Years[len(f.bump.Years)-1])})
	}
	return ""
}
