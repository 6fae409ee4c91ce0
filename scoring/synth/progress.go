package synth

import "github.com/motcua/motcua/dossier/npsp"

// step is one step of progress.
type step struct {
	at    moment
	state npsp.Value
	about npsp.Value
}

// mostSteps is the most steps of one dossier.
const mostSteps = 6

// steps appends the steps of a dossier whose progress is told, in order of time.
func (g *generation) steps(list []step, d *dossier) []step {
	if !d.is(hasProgress) {
		return list
	}
	list = append(list, step{d.received, "2", "Tiếp nhận hồ sơ"})
	if d.story == reopened {
		list = append(list, step{d.a, "9", "Đã xử lý xong"}, step{d.b, "4", "Xử lý lại"})
	} else {
		list = append(list, step{g.midway(d), "4", "Thẩm định"})
	}
	switch d.end {
	case finished:
		list = append(list, step{d.ended, "9", "Đã xử lý xong"})
		if d.ended%3 == 0 {
			list = append(list, step{d.ended + 45*60, "10", "Đã trả kết quả"})
		}
	case refused:
		list = append(list, step{d.ended, "3", "Từ chối giải quyết"})
	case withdrawn:
		list = append(list, step{d.ended, "7", "Công dân rút hồ sơ"})
	case stopped:
		list = append(list, step{d.ended, "8", "Dừng xử lý"})
	case stillOpen:
	}
	return list
}

// midway is a moment between reception and end, in office hours.
func (g *generation) midway(d *dossier) moment {
	t := g.days
	came, over := t.day(d.received), t.day(d.ended)
	switch between := (came + over) / 2; {
	case came == over:
		return d.received + (d.ended-d.received)/3
	case between == came:
		return t.at(came, t.open-1)
	default:
		return t.at(between, t.open/3)
	}
}

// step appends the message of a step of dossier i.
func (w *writer) step(b []byte, i int, s *step) ([]byte, error) {
	d := &w.dossiers[i]
	p := npsp.Progress{
		MaHoSo: w.code(d), NguoiXuLy: officials[i%len(officials)], ChucDanh: "Chuyên viên", ThoiDiemXuLy: w.days.wire(s.at),
		PhongBanXuLy: "Phòng Mẫu", NoiDungXuLy: s.about, TrangThai: s.state,
		NgayBatDau: w.days.wire(d.received), NgayKetThucTheoQuyDinh: w.days.wire(d.due),
	}
	return p.AppendJSON(b)
}

// told is when the message of a dossier is sent: after the last thing it tells.
func (w *writer) told(d *dossier) moment {
	if d.is(hasProgress) && !d.is(isResulted) {
		return max(d.received, d.b, d.d) + 60
	}
	last := max(d.filed, d.received, d.ended, d.a, d.b, d.d)
	if d.ended == last && d.end == finished {
		last = w.returned(d)
	}
	return last + 60
}
