package eventlog

import "github.com/motcua/motcua"

// Why activities have no counterpart, or what to know of the one chosen.
var (
	whyCalled     = motcua.Text{Vi: "thời hạn tính từ ngày nộp, nên tiếp nhận ghi cùng lúc", En: "the term runs from the filing, so the reception is booked with it"}
	whyBegun      = motcua.Text{Vi: "nhật ký chỉ có việc nội bộ: tiếp nhận xong là chuyển xử lý ngay, không rõ ai", En: "the log knows work inside alone: the reception hands it over at once, to nobody named"}
	whyStarted    = motcua.Text{Vi: "hồ sơ tự nêu ngày bắt đầu", En: "the case itself states its start"}
	whyEnded      = motcua.Text{Vi: "không rõ kết thúc bằng gì; đã có quyết định và ngày gửi", En: "not how it ended; the decision and its sending say so"}
	whyQuestion   = motcua.Text{Vi: "câu hỏi của quy trình; việc làm, nếu có, là dòng khác", En: "a question of the process; what is done, if anything, is another row"}
	whyValue      = motcua.Text{Vi: "giá trị cho bước khác, như số ngày", En: "a value for another step, such as a number of days"}
	whyPhase      = motcua.Text{Vi: "nhãn giai đoạn do hệ thống ghi cạnh bước chính", En: "the label of a phase, written beside the step itself"}
	whyObjection  = motcua.Text{Vi: "khiếu nại, khởi kiện sau kết quả: ngoài vòng đời hồ sơ", En: "objection and appeal after the result: outside the life of a dossier"}
	whyArchive    = motcua.Text{Vi: "đóng, lưu trữ sau khi trả kết quả", En: "closing and archiving, after the result was returned"}
	whyPublic     = motcua.Text{Vi: "đăng báo, công khai: không phải bước của hồ sơ", En: "publication: no step of a dossier"}
	whyRegister   = motcua.Text{Vi: "báo cho cơ sở dữ liệu nhà ở, địa chỉ (BAG)", En: "word to the register of buildings and addresses (BAG)"}
	whyPerhaps    = motcua.Text{Vi: "tên tiếng Anh không rõ nghĩa; coi là việc nội bộ", En: "its English name is unclear; taken for work inside"}
	whyAside      = motcua.Text{Vi: "cơ quan tự tạm dừng: gần nhất là chờ cơ quan khác", En: "put off by the authority itself: nearest is waiting for another body"}
	whyLeft       = motcua.Text{Vi: "không xem xét vì thiếu giấy tờ (Awb 4:5): gần nhất là dừng", En: "left untreated for want of papers (Awb 4:5): nearest is a stop"}
	whyElsewhere  = motcua.Text{Vi: "cơ quan khác có thẩm quyền", En: "another body is competent"}
	whyAborted    = motcua.Text{Vi: "thủ tục dừng sau khi chuyển", En: "the procedure ends once it was passed on"}
	whyNone       = motcua.Text{Vi: "không cần giấy phép: quyết định vẫn được gửi", En: "no permit is needed: a decision is still sent"}
	whySilence    = motcua.Text{Vi: "cấp phép do quá hạn (im lặng là đồng ý): vòng đời không có", En: "granted because the term passed (silence is consent): the life has no such end"}
	whyDecision   = motcua.Text{Vi: "ngày quyết định: xử lý xong và đã ký", En: "the day of the decision: the work is done and signed"}
	whySent       = motcua.Text{Vi: "gửi bưu điện: phát hành và trả cùng lúc", En: "sent by post: issued and returned at once"}
	whyInitiative = motcua.Text{Vi: "cơ quan tự kết thúc", En: "ended by the authority of its own motion"}
	whyLetter     = motcua.Text{Vi: "ngày công văn gửi đi", En: "the day on which the letter was sent"}
	whyCome       = motcua.Text{Vi: "ngày nhận là câu trả lời; giờ của sự kiện là lúc nhập", En: "the day it came is the answer; the event is when it was booked"}
	whyConsult    = motcua.Text{Vi: "lấy ý kiến bên ngoài", En: "advice from outside is asked for"}
	whyAdvice     = motcua.Text{Vi: "ý kiến bên ngoài đã về", En: "advice from outside has come"}
	whyInside     = motcua.Text{Vi: "việc nội bộ, từ bàn này sang bàn khác", En: "work inside, from desk to desk"}
	whyKept       = motcua.Text{Vi: "việc của người đang giữ hồ sơ: không chuyển cho ai", En: "work of who has the dossier: it goes to nobody else"}
	whyUnnamed    = motcua.Text{Vi: "nhật ký không nêu ai làm: không rõ chuyển cho ai", En: "the log names nobody who did it, so it goes to nobody known"}
	whyAway       = motcua.Text{Vi: "việc nội bộ trong khi cơ quan khác giữ hồ sơ", En: "work inside while another body has the dossier"}
)
