package geoparse

import "time"

// eventDate returns the date that the sentence at byte at gives for what it
// tells: "August 21", "21 August 2019", "24 آب", "on Tuesday"; zero when it
// gives none. A missing year is that of the latest such day up to publication.
func (p *parse) eventDate(at int) time.Time {
	s := p.sentenceOf(at)
	d, known := p.dates[s.start]
	if !known {
		d = p.sentenceDate(s)
		p.dates[s.start] = d
	}
	return d
}

func (p *parse) sentenceDate(s textRange) time.Time {
	for i := p.tokenAt(s.start); i < len(p.tokens) && p.tokens[i].start < s.end; i++ {
		if p.words[i]&isCalendar == 0 {
			continue
		}
		if d := p.dateAt(i); !d.IsZero() {
			return d
		}
	}
	return time.Time{}
}

// dateAt reads the date whose month or weekday is token i.
func (p *parse) dateAt(i int) time.Time {
	if day, ok := weekdays[p.tokens[i].base]; ok {
		return p.lastWeekday(day)
	}
	month, ok := months[p.tokens[i].base]
	if !ok || p.tokens[i].shape == lower {
		return time.Time{}
	}
	if day := p.number(i+1, 31); day > 0 {
		return p.newDate(p.year(i+2), month, day)
	}
	if day := p.number(i-1, 31); day > 0 {
		return p.newDate(p.year(i+1), month, day)
	}
	return time.Time{}
}

// number returns the number that token i is, up to limit, with or without
// an ordinal's letters; 0 when it is none.
func (p *parse) number(i, limit int) int {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].shape != number {
		return 0
	}
	digits := 0
	for n, r := range p.tokens[i].text {
		switch {
		case '0' <= r && r <= '9':
			digits = 10*digits + int(r-'0')
		case '٠' <= r && r <= '٩':
			digits = 10*digits + int(r-'٠')
		default:
			switch p.tokens[i].text[n:] {
			case "st", "nd", "rd", "th":
				return within(digits, limit)
			}
			return 0
		}
		if digits > 9999 {
			return 0
		}
	}
	return within(digits, limit)
}

func within(n, limit int) int {
	if n > limit {
		return 0
	}
	return n
}

// year returns the year that token i is, 0 when it is none.
func (p *parse) year(i int) int {
	y := p.number(i, 2100)
	if y < 1900 {
		return 0
	}
	return y
}

// newDate makes a date, of the latest such day up to publication when the year
// is 0; zero when that can't be told.
func (p *parse) newDate(year int, month time.Month, day int) time.Time {
	published := p.in.Published
	if year == 0 {
		if published.IsZero() {
			return time.Time{}
		}
		year = published.Year()
		if time.Date(year, month, day, 0, 0, 0, 0, time.UTC).After(published.AddDate(0, 0, 1)) {
			year--
		}
	}
	d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day {
		return time.Time{} // 31 June
	}
	return d
}

// lastWeekday returns the last such day up to publication.
func (p *parse) lastWeekday(day time.Weekday) time.Time {
	if p.in.Published.IsZero() {
		return time.Time{}
	}
	y, m, d := p.in.Published.UTC().Date()
	published := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	back := (int(published.Weekday()) - int(day) + 7) % 7
	return published.AddDate(0, 0, -back)
}

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
	"احد": time.Sunday, "اثنين": time.Monday, "ثلاثاء": time.Tuesday, "اربعاء": time.Wednesday,
	"خميس": time.Thursday, "جمعه": time.Friday, "سبت": time.Saturday,
}

// months are the names of months, English and Arabic; Arabic months of two
// words are found by the first that is distinct.
var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "اغسطس": 8, "سبتمبر": 9,
	"اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
	"شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9,
}
