package npsp

// isDossierCode is motcua.ParseDossier without the code it makes.
func isDossierCode(s []byte) bool {
	unit := 0
	for unit < len(s) && s[unit] != '-' {
		unit++
	}
	rest := s[unit:] // -260701-0001
	if len(rest) < 12 || len(rest) > 26 || rest[7] != '-' || run(rest, 1) != 7 || run(rest, 8) != len(rest) {
		return false
	}
	day := Moment(0)
	for _, c := range rest[1:7] {
		day = day*10 + Moment(c-'0')
	}
	return ((20e6 + day) * 1e6).exists() && isUnit(s[:unit])
}

// isUnit is motcua.ParseUnit without the code it makes.
func isUnit(s []byte) bool {
	if len(s) >= 3 && isRoot(s[:3]) && (len(s) == 3 || s[3] == '.') {
		return isUnitPath(s)
	}
	return isLegacyUnit(s)
}

// isRoot reports whether s is a capital letter and two digits.
func isRoot(s []byte) bool {
	return len(s) == 3 && s[0]-'A' < 26 && s[1]-'0' <= 9 && s[2]-'0' <= 9
}

// isUnitPath knows H56, H56.34, H56.34.12 and H56.34.12.001. A part that is zero
// has only such parts below it.
func isUnitPath(s []byte) bool {
	zero := false
	for i, rest := 0, s[3:]; len(rest) > 0; i++ {
		width := 2
		if i == 2 {
			width = 3
		}
		if i > 2 || len(rest) < width+1 || rest[0] != '.' || run(rest[:width+1], 1) != width+1 {
			return false
		}
		part := !allZero(rest[1 : width+1])
		if zero && part {
			return false
		}
		zero, rest = !part, rest[width+1:]
	}
	return true
}

// isLegacyUnit knows 000.12.34.H56.
func isLegacyUnit(s []byte) bool {
	if len(s) != 13 || s[3] != '.' || s[6] != '.' || s[9] != '.' || !isRoot(s[10:]) ||
		run(s, 0) != 3 || run(s, 4) != 6 || run(s, 7) != 9 {
		return false
	}
	large, middle, small := !allZero(s[7:9]), !allZero(s[4:6]), !allZero(s[:3])
	return (large || !middle && !small) && (middle || !small)
}

func allZero(s []byte) bool {
	for _, c := range s {
		if c != '0' {
			return false
		}
	}
	return true
}

// isProcedure is motcua.ParseProcedure without the code it makes.
func isProcedure(s []byte) (ok, suffix bool) {
	if len(s) < 8 || s[0]-'0' > 9 || s[1] != '.' || run(s[:8], 2) != 8 {
		return false, false
	}
	if len(s) == 8 {
		return true, false
	}
	ok = s[8] == '.' && isLegacyUnit(s[9:])
	return ok, ok
}
