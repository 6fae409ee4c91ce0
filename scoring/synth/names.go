package synth

import (
	"fmt"
	"strconv"

	"github.com/motcua/motcua/dossier/npsp"
)

// procedure is what messages say of a made-up procedure.
type procedure struct {
	code, name, field, fieldName npsp.Value
	result                       npsp.Value
	fee                          npsp.Value // in đồng
}

// procedureCode is the code of a made-up procedure. The portal gives out none that
// begin with 9.
func procedureCode(x int32) string { return fmt.Sprintf("9.%06d", x+1) }

// fieldCode is the code of the field of a procedure.
func fieldCode(x int32) string { return fmt.Sprintf("G99-LM%02d", x%24+1) }

func makeProcedure(x int32) procedure {
	amounts := [...]int{5000, 8000, 10000, 15000, 20000, 25000, 30000, 50000, 75000, 100000, 150000}
	return procedure{
		code:      npsp.Value(procedureCode(x)),
		name:      npsp.Value(fmt.Sprintf("Thủ tục mẫu số %04d", x+1)),
		field:     npsp.Value(fieldCode(x)),
		fieldName: npsp.Value(fmt.Sprintf("Lĩnh vực mẫu %02d", x%24+1)),
		result:    npsp.Value(fmt.Sprintf("KQ.G99.%06d", x+1)),
		fee:       npsp.Value(strconv.Itoa(amounts[hash(uint64(x))%uint64(len(amounts))])),
	}
}

// procedures are all procedures of the world, by number.
func (w *World) procedures() []procedure {
	most := int32(0)
	for i := range w.units {
		for _, set := range w.units[i].offers {
			if len(set) > 0 {
				most = max(most, set[len(set)-1])
			}
		}
	}
	list := make([]procedure, most+1)
	for x := range list {
		list[x] = makeProcedure(int32(x))
	}
	return list
}

// People who do not exist.
var (
	owners = [...]npsp.Value{
		"Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Văn Thử", "Phạm Thị Mẫu", "Hoàng Văn Ví Dụ", "Vũ Thị Thử",
		"Đặng Văn Giả Định", "Bùi Thị Giả Định", "Đỗ Văn Mẫu", "Hồ Thị Ví Dụ", "Ngô Văn Thử", "Dương Thị Mẫu",
	}
	enterprises = [...]npsp.Value{"Công ty TNHH Mẫu", "Công ty cổ phần Ví Dụ", "Hợp tác xã Thử"}
	officials   = [...]npsp.Value{"Cán bộ Mẫu 1", "Cán bộ Mẫu 2", "Cán bộ Mẫu 3", "Cán bộ Mẫu 4"}
)
