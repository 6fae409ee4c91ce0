package main

import (
	"errors"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

var workdayLunarCommand = command{
	name:  "workday lunar",
	args:  "[--year YEAR]",
	short: "tell on which days of a year the lunar holidays fall",
	long: `
Tells on which days Tết (1/1) and the Hùng Kings' Commemoration Day (10/3) of the
Vietnamese lunar calendar fall, in the years 1900 to 2199. The calendar is that
of UTC+7: in 2030 it has Tết on 2 February, and the Chinese one a day later.

  {"tet":"2030-02-02","hungKings":"2030-04-12"}`,
	run: runWorkdayLunar,
}

// lunarLine is the JSON form of the lunar holidays of a year.
type lunarLine struct {
	Tet       motcua.Date `json:"tet"`
	HungKings motcua.Date `json:"hungKings"`
}

// The words for the lunar holidays.
var (
	textTet       = motcua.Text{En: "Lunar New Year (Tết), 1/1", Vi: "Tết Nguyên đán, mồng 1 tháng Giêng"}
	textHungKings = motcua.Text{En: "Hùng Kings' Commemoration Day, 10/3", Vi: "Giỗ Tổ Hùng Vương, mồng 10 tháng Ba"}
	textNoLunar   = motcua.Text{
		En: "the lunar calendar is computed for the years 1900 to 2199",
		Vi: "âm lịch được tính cho các năm 1900 đến 2199",
	}
)

// runWorkdayLunar tells the lunar holidays of a year.
func runWorkdayLunar(s *session) error {
	var year int
	s.yearFlag(&year, "`YEAR` that is asked for; that of today if absent")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if !s.given("year") {
		year, _, _ = s.today().Civil()
	}
	tet, err := workday.Lunar{Year: year, Month: 1, Day: 1}.Date()
	kings, also := workday.Lunar{Year: year, Month: 3, Day: 10}.Date()
	if errors.Join(err, also) != nil {
		s.fault("--year", "", codeReach, textNoLunar, errors.New(strconv.Itoa(year)))
		return errReported
	}
	if s.format == "table" {
		sh := sheet{header: heading("date", "weekday", "holiday")}
		for _, row := range []struct {
			day   motcua.Date
			title motcua.Text
		}{{tet, textTet}, {kings, textHungKings}} {
			sh.rows = append(sh.rows, []string{row.day.String(), s.text(weekdayWords[row.day.Weekday()]), s.text(row.title)})
		}
		return s.show(sh)
	}
	return s.show(sheet{
		header:  heading("tet", "hungKings"),
		rows:    [][]string{{tet.String(), kings.String()}},
		objects: []any{lunarLine{tet, kings}},
	})
}
