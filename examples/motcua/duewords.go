package main

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// The words of the page of dossier due.
var (
	textDue      = motcua.Text{En: "due", Vi: "hẹn trả kết quả:"}
	textReceived = motcua.Text{En: "Received", Vi: "Tiếp nhận"}
	textLimit    = motcua.Text{En: "Limit", Vi: "Thời hạn"}
	textCutOff   = motcua.Text{En: "Cut-off", Vi: "Giờ chốt"}
	textHours    = motcua.Text{En: "Office hours", Vi: "Giờ làm việc"}
	textProfile  = motcua.Text{En: "Counted", Vi: "Cách tính"}
	textNow      = motcua.Text{En: "Standing", Vi: "Tình trạng"}

	textWeek     = motcua.Text{En: "%s on working days", Vi: "%s các ngày làm việc"}
	textSaturday = motcua.Text{En: "; %s on Saturdays", Vi: "; %s thứ Bảy"}
	textCutOffs  = map[workday.CutOffEffect]motcua.Text{
		workday.StartNextDay: {En: "%s; what comes later counts from the next working day", Vi: "%s; nhận sau giờ này thì tính từ ngày làm việc kế tiếp"},
		workday.DueNextDay:   {En: "%s; what comes later is due on the next working day", Vi: "%s; nhận sau giờ này thì trả vào ngày làm việc kế tiếp"},
	}

	textNotReceived = motcua.Text{En: "not received yet", Vi: "chưa tiếp nhận"}
	textTimeIsUp    = motcua.Text{En: "the time is up", Vi: "đã hết thời hạn"}
	textRemains     = motcua.Text{En: "%s left", Vi: "còn %s"}
	textOverdue     = motcua.Text{En: "overdue by %s", Vi: "quá hạn %s"}
	textOfOffice    = motcua.Text{En: "of office time", Vi: "làm việc"}
	textByClock     = motcua.Text{En: "by the clock", Vi: "liên tục"}
	textStandsStill = motcua.Text{En: "; the clock stands still", Vi: "; đang tạm dừng"}

	textNotCounted = motcua.Text{En: "What does not count", Vi: "Thời gian không tính"}
	textRest       = motcua.Text{En: "Time outside office hours", Vi: "Thời gian ngoài giờ làm việc"}
	textWeekends   = motcua.Text{En: "Saturdays and Sundays", Vi: "Thứ Bảy và Chủ nhật"}
	textSundays    = motcua.Text{
		En: "Sundays; Saturdays are no working days, though the office opens",
		Vi: "Chủ nhật; thứ Bảy không tính là ngày làm việc, dù cơ quan có mở cửa",
	}
	textWeekendsButWorked = motcua.Text{
		En: "Saturdays and Sundays, but for those worked in exchange for another day",
		Vi: "Thứ Bảy và Chủ nhật, trừ ngày làm bù",
	}
	textRestAndWeekends = motcua.Text{En: "Time outside office hours, Saturdays and Sundays", Vi: "Thời gian ngoài giờ làm việc, thứ Bảy và Chủ nhật"}
	textRestButSaturday = motcua.Text{
		En: "Time outside office hours and Sundays; of Saturdays all but their sessions",
		Vi: "Thời gian ngoài giờ làm việc và Chủ nhật; thứ Bảy trừ các buổi làm việc",
	}

	textWayThere = motcua.Text{En: "How the date comes about", Vi: "Cách tính ngày hẹn trả"}
	textGround   = motcua.Text{En: "ground: ", Vi: "căn cứ: "}

	textSettled = motcua.Text{
		En: "The days on the way are settled. A pause yet to come would still move the date.",
		Vi: "Các ngày trong khoảng này đã có thông báo chính thức. Nếu sau này có tạm dừng, ngày hẹn trả vẫn dời theo.",
	}
	textProvisional = motcua.Text{
		En: "PROVISIONAL: the date may still move",
		Vi: "TẠM TÍNH: ngày hẹn trả còn có thể thay đổi",
	}
	textNoNotice = motcua.Text{
		En: "No notice that settles the days off of %d is known; a day may still be swapped or moved.",
		Vi: "Chưa có thông báo ấn định các ngày nghỉ năm %d; một ngày còn có thể hoán đổi hoặc dời.",
	}
	textNote = motcua.Text{En: "Note: ", Vi: "Lưu ý: "}
)
