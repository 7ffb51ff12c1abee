package wire

// FormatDateTime reports whether s is a date-time of RFC 3339.
func FormatDateTime(s []byte) bool {
	const date = len("2006-01-02")
	return len(s) > date && FormatDate(s[:date]) && s[date]|0x20 == 't' && FormatTime(s[date+1:])
}

// FormatDate reports whether s is a full-date of RFC 3339.
func FormatDate(s []byte) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' || !allDigits(s[:4]) {
		return false
	}
	year, month, day := digits2(s)*100+digits2(s[2:]), digits2(s[5:]), digits2(s[8:])
	return month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month)
}

// monthDays returns the number of days of a month in the Gregorian calendar, which RFC 3339 extends to year 0.
func monthDays(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	default:
		return 31
	}
}

// FormatTime reports whether s is a full-time of RFC 3339. A leap second is one only at 23:59:60 UTC.
func FormatTime(s []byte) bool {
	if len(s) < len("15:04:05Z") || s[2] != ':' || s[5] != ':' {
		return false
	}
	hour, minute, second := digits2(s), digits2(s[3:]), digits2(s[6:])
	if min(hour, minute, second) < 0 || hour > 23 || minute > 59 || second > 60 {
		return false
	}
	offset, ok := utcOffset(afterFraction(s[8:]))
	if !ok || second < 60 {
		return ok
	}
	const day = 24 * 60
	return (hour*60+minute-offset+day)%day == day-1
}

// afterFraction returns what follows a fraction of a second, if there is one.
func afterFraction(s []byte) []byte {
	if s[0] != '.' || len(s) < 2 || !isDigit(s[1]) {
		return s
	}
	i := 2
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return s[i:]
}

// utcOffset reads Z or ±HH:MM and returns minutes.
func utcOffset(s []byte) (minutes int, ok bool) {
	if len(s) == 1 {
		return 0, s[0]|0x20 == 'z'
	}
	if len(s) != len("+00:00") || s[3] != ':' || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	hour, minute := digits2(s[1:]), digits2(s[4:])
	if min(hour, minute) < 0 || hour > 23 || minute > 59 {
		return 0, false
	}
	if s[0] == '-' {
		return -hour*60 - minute, true
	}
	return hour*60 + minute, true
}

// FormatDuration reports whether s is a duration as appendix A of RFC 3339 has it: no fractions, and no unit left out
// between two others.
func FormatDuration(s []byte) bool {
	if len(s) < 2 || s[0] != 'P' {
		return false
	}
	rest := s[1:]
	if after, ok := durationUnits(rest, "W"); ok && len(after) == 0 {
		return len(rest) > 0
	}
	rest, ok := durationUnits(rest, "YMD")
	if !ok || len(rest) == 0 {
		return ok
	}
	if rest[0] != 'T' || len(rest) == 1 {
		return false
	}
	rest, ok = durationUnits(rest[1:], "HMS")
	return ok && len(rest) == 0
}

// durationUnits reads numbers with units: any of units, then those that follow it. It stops before what is no number.
func durationUnits(s []byte, units string) (rest []byte, ok bool) {
	for first := true; len(s) > 0 && isDigit(s[0]); first = false {
		i := 1
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		for first && i < len(s) && units != "" && s[i] != units[0] {
			units = units[1:]
		}
		if i == len(s) || units == "" || s[i] != units[0] {
			return s, false
		}
		s, units = s[i+1:], units[1:]
	}
	return s, true
}

// digits2 returns the number that two digits at the start of s stand for, negative if they are not digits.
func digits2(s []byte) int {
	if !isDigit(s[0]) || !isDigit(s[1]) {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// allDigits reports whether s is made of digits.
func allDigits(s []byte) bool {
	for _, ch := range s {
		if !isDigit(ch) {
			return false
		}
	}
	return true
}
