package yearbook

import "slices"

// plannedSlots are the drawings of the slots as Laurel has them; the other
// themes change them where their character asks for it.
func plannedSlots() [slotKinds]plan {
	return [slotKinds]plan{
		slotSpread: {
			rows: 1, across: 1, spread: true, top: 0.9, quote: 4,
			portrait: portraitPlan{box: box{outer, 0, 4}, shape: 1.42, step: 1, least: 0.8, bleed: true},
			stacks: []stackPlan{
				{box: box{inner, 0, 2}, items: []itemPlan{{element: ofRank, notAbove: line{slotTop, 9}}, {element: ofMovement, gap: 2}}},
				{box: box{inner, 0, 2}, standing: true, foot: line{portraitFoot, 0}, items: []itemPlan{{element: ofCredit}}},
				{
					box: box{side: across}, recto: true, clears: true,
					items: []itemPlan{
						{element: ofName, notAbove: line{slotTop, 3}},
						{element: ofJobs, gap: 2, step: 0.5},
						{element: ofStrapline, gap: 3.5, step: 0.5},
					},
				},
			},
			answers: answersPlan{box: box{side: across}, recto: true, first: line{slotTop, 15}, gap: 4, last: line{slotFoot, -12}, rule: 2.5},
			film:    filmBand, history: historyInBand, band: bandPlan{lines: 5, parts: [2]float64{1. / 3, 2. / 3}, code: 1.5},
			most: [elements]int{ofName: 3, ofJobs: 4, ofStrapline: 4, ofCredit: 2},
		},
		slotOne: {
			rows: 1, across: 1, top: 0.86,
			portrait: portraitPlan{box: box{outer, 0, 3}, shape: 1.298, step: 0.5, least: 0.8, tall: 1.56},
			stacks: []stackPlan{
				{
					box: box{inner, 0, 3}, clears: true,
					items: []itemPlan{
						{element: ofRank},
						{element: ofMovement, gap: 2},
						{element: ofName, gap: 3.5},
						{element: ofJobs, gap: 1.5, step: 0.5},
						{element: ofStrapline, gap: 2.5, step: 0.5},
						{element: ofMovement, gap: 2.25}, // without a rank
					},
				},
				{box: box{inner, 0, 3}, standing: true, foot: line{portraitFoot, 0}, items: []itemPlan{{element: ofHistory}}},
			},
			answers: answersPlan{box: box{side: across}, first: line{portraitFoot, 1.75}, gap: 1.75, last: line{slotFoot, -5}, quoted: true},
			film:    filmLine,
			most:    [elements]int{ofName: 3, ofJobs: 8, ofStrapline: 6, ofHistory: 6},
		},
		slotTwo: {
			rows: 2, across: 1, top: 0.76, movement: movementInTwo, job: jobOnOne,
			portrait: portraitPlan{box: box{outer, 0, 2}, shape: 1.136, step: 1, least: 0.8},
			stacks: []stackPlan{
				{
					box:   box{outer, 0, 2},
					items: []itemPlan{{element: ofStrapline, notAbove: line{portraitFoot, 2}}},
				},
				{
					box: box{outer, 0, 2}, standing: true, foot: line{slotFoot, 0},
					items: []itemPlan{{element: ofHistory}, {element: ofCredit, gap: 1.25}},
				},
				{
					box:   box{inner, 0, 1},
					items: []itemPlan{{element: ofRank}, {element: ofMovement, gap: 2}},
				},
				{
					box: box{inner, 1, 3}, clears: true,
					items: []itemPlan{{element: ofName}, {element: ofJobs, gap: 1, step: 1}},
				},
			},
			answers: answersPlan{box: box{inner, 1, 3}, gap: 2, last: line{slotFoot, 0}},
			film:    filmCorner, filmBox: box{inner, 0, 1},
			most: [elements]int{ofName: 2, ofJobs: 4, ofStrapline: 5, ofHistory: 3},
		},
		slotTwoFiled: {
			rows: 2, across: 1, top: 0.76, job: jobOnOne,
			portrait: portraitPlan{box: box{outer, 0, 2}, shape: 1.136, step: 1, least: 0.8},
			stacks: []stackPlan{
				{
					box:   box{outer, 0, 2},
					items: []itemPlan{{element: ofStrapline, notAbove: line{portraitFoot, 2}}, {element: ofMovement, gap: 1.5, notAbove: line{portraitFoot, 2}}},
				},
				{
					box: box{outer, 0, 2}, standing: true, foot: line{slotFoot, 0},
					items: []itemPlan{{element: ofHistory}, {element: ofCredit, gap: 1.25}},
				},
				{
					box: box{inner, 0, 4}, clears: true,
					items: []itemPlan{{element: ofName}, {element: ofJobs, gap: 1, step: 1}},
				},
			},
			answers: answersPlan{box: box{inner, 0, 4}, gap: 2, last: line{slotFoot, 0}},
			film:    filmCorner, filmBox: box{outer, 0, 2},
			most: [elements]int{ofName: 2, ofJobs: 4, ofStrapline: 5, ofHistory: 3},
		},
		slotThree: {
			rows: 3, across: 1, top: 0.36, movement: movementBeside,
			portrait: portraitPlan{box: box{outer, 0, 1.5}, shape: 1.17, step: 1, least: 0.9},
			stacks: []stackPlan{
				{
					box: box{inner, 0, 1.5},
					items: []itemPlan{
						{element: ofName},
						{element: ofJobs, gap: 1.1, step: 0.5},
						{element: ofStrapline, gap: 1.4, optional: true},
						{element: ofRank, gap: 2.5, notAbove: line{portraitFoot, 0}},
						{element: ofMovement, gap: 1.5}, // without a rank
						{element: ofHistory, gap: 2, notAbove: line{portraitFoot, 2}},
					},
				},
			},
			answers: answersPlan{box: box{inner, 1.5, 3}, first: line{slotTop, 1}, last: line{slotFoot, 0}},
			most:    [elements]int{ofName: 4, ofJobs: 7, ofHistory: 3, ofStrapline: 4},
		},
		slotFour: {
			rows: 2, across: 2, top: 0.43, movement: movementBeside, history: historyInline,
			portrait: portraitPlan{box: box{outer, 0, 1.5}, shape: 1.17, step: 1, least: 0.9},
			stacks: []stackPlan{
				{
					box: box{inner, 0, 1.5}, clears: true,
					items: []itemPlan{
						{element: ofRank},
						{element: ofMovement},
						{element: ofName, gap: 2},
						{element: ofJobs, gap: 1.1, step: 0.5},
						{element: ofStrapline, gap: 1.2, optional: true},
						{element: ofMovement, gap: 1.4}, // without a rank: names stand level
					},
				},
				{box: box{side: across}, standing: true, foot: line{slotFoot, 0}, items: []itemPlan{{element: ofHistory}}},
			},
			answers: answersPlan{box: box{side: across}, first: line{portraitFoot, 2}, gap: 1.5, last: line{slotFoot, -1}},
			most:    [elements]int{ofName: 3, ofJobs: 7, ofHistory: 1, ofStrapline: 3},
		},
	}
}

// The width and the height of a page, in mm, from which the right-hand page of a
// spread has room for the name above its answers.
const (
	roomyWidth  = 200
	roomyHeight = 235
)

// narrowPortrait keeps the portrait of a spread upright on low pages.
func (c *composition) narrowPortrait() {
	plan := &c.plans[slotSpread]
	for ; plan.portrait.cols > 2; plan.portrait.cols -= 0.25 {
		k := c.cellAt(plan, 0)
		w := k.width(plan.portrait.box)
		if plan.portrait.bleed {
			w += c.grid.outerMargin()
		}
		if tall := c.portraitFeet(k)[0] - c.portraitTop(k); tall*float64(c.theme.Leading) >= float64(w) {
			return
		}
		if plan.portrait.at > 0 { // about the middle
			plan.portrait.at += 0.125
		}
	}
}

// smallSpread is the spread of small pages: the name stands below the portrait,
// name lines below its foot, so that the right-hand page is the answers' alone,
// and the band is lower.
func smallSpread(roomy plan, name float64) plan {
	p := roomy
	p.portrait.most = 0.56
	p.stacks = slices.Clone(roomy.stacks)
	p.stacks[len(p.stacks)-1] = stackPlan{box: box{side: across}, items: []itemPlan{
		{element: ofName, notAbove: line{portraitFoot, name}},
		{element: ofJobs, gap: 1.75, step: 0.5},
		{element: ofStrapline, gap: 2.5, step: 0.5},
	}}
	p.answers = answersPlan{box: box{side: across}, recto: true, first: line{slotTop, 1}, last: line{slotFoot, -6}}
	p.quote = 3
	p.band = bandPlan{lines: 3, parts: [2]float64{0.31, 0.58}}
	return p
}
