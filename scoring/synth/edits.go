package synth

import "github.com/motcua/motcua"

// phuThoEdits are the figures in which phutho-2026 differs from what was published
// of Phú Thọ for 2026: published figures are of several days and reports, and no one
// set of dossiers has them all.
func phuThoEdits() []Edit {
	return []Edit{
		{"1.4", "475053/475053", "597918/597918", motcua.Text{
			Vi: "báo cáo đồng bộ chốt trước số hồ sơ; ở đây báo cáo đúng những hồ sơ có trong tệp, và đồng bộ hết như đã công bố",
			En: "the report of synchronisation closed before the dossiers were counted; here it is of the dossiers in the files, all of them synchronised as published"}},
		{"3.3", "589496/597894", "589496/597918", motcua.Text{
			Vi: "cùng đếm hồ sơ tiếp nhận như 2.1 và 4.1–4.5b, là 597918; 24 hồ sơ còn lại tính là không trực tuyến",
			En: "it counts the dossiers received as 2.1 and 4.1–4.5b do, which say 597918; the 24 others are taken as not online"}},
		{"5.2", "182/247", "182/247", motcua.Text{
			Vi: "chỉ công bố cho tháng 8; lấy cho cả năm",
			En: "published for August alone; taken for the year"}},
		{"5.3", "137/247", "137/247", motcua.Text{
			Vi: "chỉ công bố cho tháng 8; lấy cho cả năm",
			En: "published for August alone; taken for the year"}},
		{"5.4", "144574/184513", "493503/629836", motcua.Text{
			Vi: "chỉ công bố cho tháng 8: 184513 hồ sơ có trong kỳ bên cạnh 152595 hồ sơ tiếp nhận; lấy 31918 hồ sơ chuyển kỳ ấy cho đầu năm, và tỷ lệ hài lòng của tháng 8",
			En: "published for August alone: 184513 dossiers active beside 152595 received; these 31918 carried over are taken for the beginning of the year, and August's share of the content"}},
	}
}
