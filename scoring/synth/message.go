package synth

import (
	"strconv"

	"github.com/motcua/motcua/dossier/npsp"
)

// writer writes the messages of dossiers. It is used by one goroutine and reuses its
// memory.
type writer struct {
	*generation
	known   []procedure
	message npsp.Dossier
	papers  [4]npsp.TaiLieuNop
	fees    [2]npsp.LePhi
	owner   [1]npsp.DinhDanh
	bases   [2]npsp.KetNoiCSDL
	results [1]npsp.GiayToKetQua
	asked   [2]npsp.HoSoBoSung
	text    []byte
}

// code is the code of dossier i, such as 000.01.61.H44-260701-0001.
func (w *writer) code(d *dossier) npsp.Value {
	b := append(w.text[:0], w.units[d.unit].legacy...)
	day := w.days.wire(d.coded())
	b = append(append(b, '-'), day[2:8]...)
	b = append(b, "-0000"...)
	if d.serial < 10000 {
		put(b[len(b)-4:], int(d.serial))
	} else {
		b = strconv.AppendInt(b[:len(b)-4], int64(d.serial), 10)
	}
	w.text = b
	return npsp.Value(b)
}

// dice are those of what is written of dossier i.
func (w *writer) dice(i int) dice { return cast(w.seed, aboutText, uint64(i)) }

// Purposes of dice.
const (
	aboutText = 1 + iota
	aboutDuplicate
	aboutCorrection
	aboutLate
	aboutMalformed
	aboutResent
	aboutRating
	aboutLines
)

// dossier appends the message of dossier i; early is what a wrong message said before
// it: no end, other channel and papers.
func (w *writer) dossier(b []byte, i int, early bool) ([]byte, error) {
	d := w.dossiers[i]
	if early {
		d.ended, d.end, d.story = 0, stillOpen, plain
		d.flags ^= isOnline | isObligated | isDigitised
		d.flags &^= isPaid | isResulted | isReused | isPopulation | hasProgress
	}
	dice := w.dice(i)
	m := &w.message
	p := &w.known[d.procedure]
	*m = npsp.Dossier{
		MaHoSo: w.code(&d), MaTTHC: p.code, TenTTHC: p.name, MaLinhVuc: p.field, TenLinhVuc: p.fieldName,
		KenhThucHien: w.channel(&d, &dice), SoDienThoai: "0900000000", TrichYeuHoSo: "Hồ sơ mẫu",
		NgayNopHoSo: w.days.wire(d.filed), NgayTiepNhan: w.days.wire(d.received), NgayHenTra: w.days.wire(d.due),
		HinhThuc: oneIn(&dice, 5, "1", "0"), NoiNopHoSo: oneIn(&dice, 3, "1", "2"), DonViXuLy: npsp.Value(w.units[d.unit].name),
		HoSoCoThanhPhanSoHoa: flag(d.is(isDigitised)), TaiKhoanDuocXacThucVoiVNeID: flag(d.is(isOnline)),
	}
	w.identify(&d, &dice)
	w.state(&d, &dice)
	w.supplements(&d, &dice)
	w.attach(&d, &dice)
	w.charge(&d, &dice)
	return m.AppendJSON(b)
}

func flag(is bool) npsp.Value {
	if is {
		return "1"
	}
	return "0"
}

// oneIn is one value so often and else another.
func oneIn(d *dice, n int, one, other npsp.Value) npsp.Value {
	if d.below(n) == 0 {
		return one
	}
	return other
}

func (w *writer) channel(d *dossier, dice *dice) npsp.Value {
	roll := dice.below(100)
	switch {
	case d.is(isOnline):
		return "2"
	case roll < 10:
		return "3"
	case roll < 13:
		return "" // counts as in person
	}
	return "1"
}

// identify writes the owner, who does not exist.
func (w *writer) identify(d *dossier, dice *dice) {
	m := &w.message
	if m.LoaiDoiTuong = oneIn(dice, 12, "2", "1"); m.LoaiDoiTuong == "2" {
		m.ChuHoSo = enterprises[dice.below(len(enterprises))]
	} else {
		m.ChuHoSo = owners[dice.below(len(owners))]
	}
	var number [12]byte
	put(number[:], dice.below(1_000_000_000)) // 000… is no province's
	w.owner[0] = npsp.DinhDanh{LoaiDinhDanh: "1", SoDinhDanh: npsp.Value(number[:])}
	m.DinhDanhCHS = w.owner[:]
	if d.is(isOnline) {
		m.MaDoiTuong = "tech-" + npsp.Value(number[3:])
	}
	switch {
	case d.is(isPopulation):
		w.bases = [2]npsp.KetNoiCSDL{{MaCSDL: "1"}, {MaCSDL: "7"}}
		m.DSKetNoiCSDL = w.bases[:1+dice.below(8)/7]
	case dice.thousandths(50):
		w.bases[0].MaCSDL = "7"
		m.DSKetNoiCSDL = w.bases[:1]
	}
}

// state writes the state and the times of the end. Where steps of progress tell the
// end, the message does not, or only tells of the handing over.
func (w *writer) state(d *dossier, dice *dice) {
	m, ended := &w.message, w.days.wire(d.ended)
	roll := dice.below(10)
	if d.story == redated {
		m.NgayHenTra = w.days.wire(d.c)
	}
	switch {
	case d.is(isNever):
		m.NgayTiepNhan, m.NgayHenTra, m.TrangThaiHoSo = "", "", "1"
		if d.end == refused {
			m.TrangThaiHoSo, m.NgayTuChoi = "3", ended
		}
	case d.is(hasProgress) && d.is(isResulted):
		m.TrangThaiHoSo, m.NgayTra = "10", w.days.wire(w.returned(d))
	case d.is(hasProgress):
		m.TrangThaiHoSo = "4"
	case d.story == unanswered:
		m.TrangThaiHoSo = "5"
	case d.end == stillOpen:
		m.TrangThaiHoSo = oneIn(dice, 4, "2", "4")
	case d.end == refused:
		m.TrangThaiHoSo, m.NgayTuChoi = "3", ended
	case d.end == withdrawn:
		m.TrangThaiHoSo, m.NgayKetThucXuLy = "7", ended
	case d.end == stopped:
		m.TrangThaiHoSo, m.NgayKetThucXuLy = "8", ended
	case roll < 2:
		m.TrangThaiHoSo, m.NgayKetThucXuLy = "9", ended
	case roll < 3:
		m.TrangThaiHoSo, m.NgayTra = "10", ended
	default:
		m.TrangThaiHoSo, m.NgayKetThucXuLy, m.NgayTra = "10", ended, w.days.wire(w.returned(d))
	}
}

// returned is when a result was handed over: up to 40 minutes after it was done.
func (w *writer) returned(d *dossier) moment { return d.ended + 60*moment(1+hash(uint64(d.ended))%40) }

// supplements writes the requests.
func (w *writer) supplements(d *dossier, dice *dice) {
	m := &w.message
	ask := func(k int, asked, answered, due moment) {
		w.asked[k] = npsp.HoSoBoSung{
			HoSoBoSungId: npsp.Value(strconv.Itoa(k + 1)), NguoiYeuCauBoSung: officials[dice.below(len(officials))],
			NoiDungBoSung: "Bổ sung giấy tờ mẫu", NgayBoSung: w.days.wire(asked), NgayTiepNhanBoSung: w.days.wire(answered),
			TrangThaiBoSung: "true", NgayHenTraTruoc: w.days.wire(d.due), NgayHenTraMoi: w.days.wire(due),
		}
		if answered == 0 {
			w.asked[k].TrangThaiBoSung = "false"
		}
		m.DanhSachHoSoBoSung = w.asked[:k+1]
	}
	switch d.story {
	case supplemented:
		ask(0, d.a, d.b, 0)
	case redated:
		ask(0, d.a, d.b, d.c)
	case unanswered:
		ask(0, d.a, 0, 0)
	case twice:
		ask(0, d.a, d.b, 0)
		ask(1, d.c, d.d, 0)
	case plain, reopened:
	}
}

// attach writes the papers handed in and the result. A paper that was deleted says
// that it was reused, and must not count.
func (w *writer) attach(d *dossier, dice *dice) {
	n := 1 + dice.below(2)
	reused := dice.below(n)
	for k := range n {
		w.papers[k] = w.paper(k, d.is(isDigitised) && (k == 0 || dice.below(2) == 0))
	}
	if d.is(isReused) {
		p := &w.papers[reused]
		switch dice.below(3) {
		case 0:
			p.DuocTaiSuDung = "1"
		case 1:
			p.DuocTaiSuDung, p.MaKetQuaThayThe = "2", w.known[d.procedure].result
		default:
			p.DuocLayTuKhoDMQG = "1"
		}
	}
	if dice.thousandths(40) {
		w.papers[n] = w.paper(n, d.is(isDigitised))
		w.papers[n].IsDeleted, w.papers[n].DuocTaiSuDung, w.papers[n].DuocLayTuKhoDMQG = "True", "1", "1"
		n++
	}
	w.message.TaiLieuNop = w.papers[:n]
	if d.is(isResulted) {
		p := &w.known[d.procedure]
		w.results[0] = npsp.GiayToKetQua{TenGiayTo: "Kết quả mẫu", DuongDanTepTinKetQua: "https://kq.example.invalid/" + p.code, MaGiayToKetQua: p.result}
		w.message.DanhSachGiayToKetQua = w.results[:]
	}
}

// The papers handed in, by number.
var paperNames = [...][3]npsp.Value{
	{"1", "to-khai.pdf", "TP-0001"}, {"2", "giay-to.pdf", "TP-0002"}, {"3", "ban-cu.pdf", "TP-0003"},
}

func (w *writer) paper(k int, digitised bool) npsp.TaiLieuNop {
	name := &paperNames[k]
	return npsp.TaiLieuNop{
		TepDinhKemId: name[0], TenTepDinhKem: name[1], IsDeleted: "False", MaThanhPhanHoSo: name[2],
		DuongDanTaiTepTin: "https://tep.example.invalid/" + name[1], DuocSoHoa: flag(digitised), DuocTaiSuDung: "0", DuocLayTuKhoDMQG: "0",
	}
}

// charge writes fees and payment. A list of zeros is no obligation, whatever the
// payment says.
func (w *writer) charge(d *dossier, dice *dice) {
	m, p := &w.message, &w.known[d.procedure]
	w.fees[0] = npsp.LePhi{TenPhiLePhi: "Lệ phí mẫu", MaPhiLePhi: "2", HinhThucThu: "1", Gia: p.fee, LoaiPhiLePhi: "2"}
	w.fees[1] = npsp.LePhi{TenPhiLePhi: "Phí mẫu", MaPhiLePhi: "1", HinhThucThu: "1", Gia: "0", LoaiPhiLePhi: "1"}
	roll := dice.below(100)
	m.DuocThanhToanTrucTuyen = "0"
	switch {
	case d.is(isPaid):
		m.DuocThanhToanTrucTuyen = oneIn(dice, 3, "2", "1")
		m.DanhSachLePhi = w.fees[:1+roll/90]
	case d.is(isObligated):
		if roll < 10 {
			m.DuocThanhToanTrucTuyen = "3"
		}
		m.DanhSachLePhi = w.fees[:1+roll/90]
	case roll < 20:
		w.fees[0].Gia = "0"
		m.DanhSachLePhi = w.fees[:1+roll/15]
		if roll < 3 {
			m.DuocThanhToanTrucTuyen = "1"
		}
	}
}
