package npsp

import "github.com/motcua/motcua/catalog/intake"

// Document returns the record in the shape of package intake, which makes a procedure of
// it and reports what is lost: [intake.FromDocument]. Nothing is lost on the way there.
func (p *Procedure) Document() intake.Document {
	d := intake.Document{
		ID: string(p.ID), Code: string(p.MATTHC), Name: string(p.TENTTHC), Publisher: string(p.MACOQUANCONGBO), Kind: string(p.LOAITTHC),
		DecisionID: string(p.IDQUYETDINHCONGBO), Status: string(p.TRANGTHAI), SubjectsNote: string(p.MOTADOITUONGTHUCHIEN),
		Reception: string(p.DIACHITIEPNHAN), Conditions: string(p.YEUCAU), Keywords: string(p.TUKHOA),
		ImplementingNote: string(p.MOTACOQUANTHUCHIEN), CompetentNote: string(p.MOTACOQUANTHAMQUYEN), Description: string(p.MOTA),
		Implementing: bodiesOut(p.COQUANTHUCHIEN), Competent: bodiesOut(p.COQUANCOTHAMQUYEN),
		Authorised: bodiesOut(p.COQUANDUOCUYQUYEN), Coordinating: bodiesOut(p.COQUANPHOIHOP),
		Related: relatedOut(p.TTHCLIENQUAN), Interconnected: relatedOut(p.TTHCLIENTHONG),
	}
	for _, l := range p.CAPTHUCHIEN {
		d.Levels = append(d.Levels, intake.Coded{Code: string(l.CAPTHUCHIEN), Name: string(l.TENCAP)})
	}
	for _, f := range p.LINHVUCTHUCHIEN {
		d.Fields = append(d.Fields, intake.Coded{Code: string(f.MALINHVUC), Name: string(f.TENLINHVUC)})
	}
	for _, s := range p.DOITUONGTHUCHIEN {
		d.Subjects = append(d.Subjects, intake.Coded{Code: string(s.MADOITUONG), Name: string(s.TENDOITUONG)})
	}
	for _, group := range p.TRINHTUTHUCHIEN {
		out := intake.DocumentSteps{Case: string(group.TRUONGHOP)}
		for _, s := range group.TRINHTU {
			out.Steps = append(out.Steps, string(s.TENTRINHTU))
		}
		d.Steps = append(d.Steps, out)
	}
	for _, group := range p.THANHPHANHOSO {
		out := intake.DocumentPapers{Case: string(group.TRUONGHOP)}
		for _, g := range group.GIAYTO {
			out.Papers = append(out.Papers, intake.DocumentPaper{
				Code: string(g.MAGIAYTO), Name: string(g.TENGIAYTO), Originals: string(g.SOBANCHINH), Copies: string(g.SOBANSAO),
				Form: string(g.TENMAUDON), URL: string(g.URL), ReplacedBy: string(g.MA_KQ_THAYTHE),
			})
		}
		d.Papers = append(d.Papers, out)
	}
	for _, k := range p.CACHTHUCTHUCHIEN {
		d.Channels = append(d.Channels, channelOut(k))
	}
	for _, r := range p.KETQUATHUCHIEN {
		d.Results = append(d.Results, intake.DocumentResult{Code: string(r.MAKETQUA), Name: string(r.TENKETQUA), File: string(r.TENTEP), URL: string(r.URL)})
	}
	for _, b := range p.CANCUPHAPLY {
		d.Bases = append(d.Bases, intake.DocumentBasis{
			Number: string(b.SOVANBAN), Title: string(b.TENVANBAN), Issued: string(b.NGAYBANHANH), Effective: string(b.NGAYHIEULUC),
			Issuer: string(b.COQUANBANHANH), URL: string(b.DIACHITRUYCAP),
		})
	}
	return d
}

func bodiesOut(list []CoQuan) []intake.Coded {
	var out []intake.Coded
	for _, b := range list {
		out = append(out, intake.Coded{Code: string(b.MADONVI), Name: string(b.TENDONVI)})
	}
	return out
}

func relatedOut(list []ThuTucLienQuan) []intake.Coded {
	var out []intake.Coded
	for _, r := range list {
		out = append(out, intake.Coded{Code: string(r.MATTHC), Name: string(r.TENTTHC)})
	}
	return out
}

func channelOut(k CachThucThucHien) intake.DocumentChannel {
	out := intake.DocumentChannel{Channel: string(k.KENH)}
	for _, t := range k.THOIGIAN {
		option := intake.DocumentTime{Value: string(t.THOIGIANGIAIQUYET), Unit: string(t.DONVITINH), Note: string(t.MOTA)}
		for _, f := range t.PHILEPHI {
			option.Fees = append(option.Fees, intake.DocumentFee{
				Code: string(f.MAPHILEPHI), Amount: string(f.SOTIEN), Unit: string(f.DONVI), Note: string(f.MOTA), File: string(f.TENTEP), URL: string(f.URL),
			})
		}
		out.Times = append(out.Times, option)
	}
	return out
}

// ProcedureOf returns the record that a document of package intake stands for. The
// number of the decision and the address of the page, which a record does not have, and
// the notes of results are left out.
func ProcedureOf(d *intake.Document) Procedure {
	p := Procedure{
		ID: Value(d.ID), MATTHC: Value(d.Code), TENTTHC: Value(d.Name), MACOQUANCONGBO: Value(d.Publisher), LOAITTHC: Value(d.Kind),
		IDQUYETDINHCONGBO: Value(d.DecisionID), TRANGTHAI: Value(d.Status), MOTADOITUONGTHUCHIEN: Value(d.SubjectsNote),
		DIACHITIEPNHAN: Value(d.Reception), YEUCAU: Value(d.Conditions), TUKHOA: Value(d.Keywords),
		MOTACOQUANTHUCHIEN: Value(d.ImplementingNote), MOTACOQUANTHAMQUYEN: Value(d.CompetentNote), MOTA: Value(d.Description),
		COQUANTHUCHIEN: bodiesIn(d.Implementing), COQUANCOTHAMQUYEN: bodiesIn(d.Competent),
		COQUANDUOCUYQUYEN: bodiesIn(d.Authorised), COQUANPHOIHOP: bodiesIn(d.Coordinating),
		TTHCLIENQUAN: relatedIn(d.Related), TTHCLIENTHONG: relatedIn(d.Interconnected),
	}
	for _, l := range d.Levels {
		p.CAPTHUCHIEN = append(p.CAPTHUCHIEN, CapThucHien{Value(l.Code), Value(l.Name)})
	}
	for _, f := range d.Fields {
		p.LINHVUCTHUCHIEN = append(p.LINHVUCTHUCHIEN, LinhVucThucHien{Value(f.Code), Value(f.Name)})
	}
	for _, s := range d.Subjects {
		p.DOITUONGTHUCHIEN = append(p.DOITUONGTHUCHIEN, DoiTuongThucHien{Value(s.Code), Value(s.Name)})
	}
	for _, group := range d.Steps {
		out := TrinhTuThucHien{TRUONGHOP: Value(group.Case)}
		for _, s := range group.Steps {
			out.TRINHTU = append(out.TRINHTU, TrinhTu{Value(s)})
		}
		p.TRINHTUTHUCHIEN = append(p.TRINHTUTHUCHIEN, out)
	}
	for _, group := range d.Papers {
		out := ThanhPhanHoSo{TRUONGHOP: Value(group.Case)}
		for _, g := range group.Papers {
			out.GIAYTO = append(out.GIAYTO, GiayTo{
				MAGIAYTO: Value(g.Code), TENGIAYTO: Value(g.Name), SOBANCHINH: Value(g.Originals), SOBANSAO: Value(g.Copies),
				TENMAUDON: Value(g.Form), URL: Value(g.URL), MA_KQ_THAYTHE: Value(g.ReplacedBy),
			})
		}
		p.THANHPHANHOSO = append(p.THANHPHANHOSO, out)
	}
	for _, k := range d.Channels {
		p.CACHTHUCTHUCHIEN = append(p.CACHTHUCTHUCHIEN, channelIn(k))
	}
	for _, r := range d.Results {
		p.KETQUATHUCHIEN = append(p.KETQUATHUCHIEN, KetQuaThucHien{Value(r.Code), Value(r.Name), Value(r.File), Value(r.URL)})
	}
	for _, b := range d.Bases {
		p.CANCUPHAPLY = append(p.CANCUPHAPLY, CanCuPhapLy{Value(b.Number), Value(b.Title), Value(b.Issued), Value(b.Effective), Value(b.Issuer), Value(b.URL)})
	}
	return p
}

func bodiesIn(list []intake.Coded) []CoQuan {
	var out []CoQuan
	for _, b := range list {
		out = append(out, CoQuan{Value(b.Code), Value(b.Name)})
	}
	return out
}

func relatedIn(list []intake.Coded) []ThuTucLienQuan {
	var out []ThuTucLienQuan
	for _, r := range list {
		out = append(out, ThuTucLienQuan{Value(r.Code), Value(r.Name)})
	}
	return out
}

func channelIn(k intake.DocumentChannel) CachThucThucHien {
	out := CachThucThucHien{KENH: Value(k.Channel)}
	for _, t := range k.Times {
		option := ThoiGian{THOIGIANGIAIQUYET: Value(t.Value), DONVITINH: Value(t.Unit), MOTA: Value(t.Note)}
		for _, f := range t.Fees {
			option.PHILEPHI = append(option.PHILEPHI, PhiLePhi{Value(f.Code), Value(f.Amount), Value(f.Unit), Value(f.Note), Value(f.File), Value(f.URL)})
		}
		out.THOIGIAN = append(out.THOIGIAN, option)
	}
	return out
}
