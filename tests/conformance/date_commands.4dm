// String: dates in each format
var $d : Date:=!2006-12-29!
ASSERT(String($d)="12/29/2006")
ASSERT(String($d; System date short)="12/29/2006")
ASSERT(String($d; System date abbreviated)="Fri, Dec 29, 2006")
ASSERT(String($d; System date long)="Friday, December 29, 2006")
ASSERT(String($d; Internal date short)="12/29/2006")
ASSERT(String($d; Internal date short special)="12/29/06")
ASSERT(String(!1896-12-29!; Internal date short special)="12/29/1896")
ASSERT(String(!2096-12-29!; Internal date short special)="12/29/2096")
ASSERT(String($d; Internal date abbreviated)="Dec 29, 2006")
ASSERT(String($d; Internal date long)="December 29, 2006")
ASSERT(String($d; ISO Date)="2006-12-29T00:00:00")
ASSERT(String($d; ISO Date; ?18:11:53?)="2006-12-29T18:11:53")
ASSERT(String(!2023-11-27!; Internal date long)="November 27, 2023")
//---
// String: GMT is the same moment in both formats
var $iso; $rfc : Text
$iso:=String(!2010-09-13!; ISO Date GMT; ?16:11:53?)
ASSERT(Match regex("2010-09-1\\dT\\d\\d:\\d1:53Z"; $iso))
$rfc:=String(!2010-09-13!; Date RFC 1123; ?16:11:53?)
ASSERT(Match regex("(Sun|Mon|Tue), 1\\d Sep 2010 \\d\\d:\\d1:53 GMT"; $rfc))
ASSERT(Position(Substring($iso; 12; 8); $rfc)=18)
//---
// String: the null date
ASSERT(String(!00-00-00!)="00/00/00")
ASSERT(String(!00-00-00!; Blank if null date)="")
ASSERT(String(!00-00-00!; Internal date long+Blank if null date)="")
ASSERT(String(!2006-12-29!; Internal date long+Blank if null date)="December 29, 2006")
ASSERT(String(?00:00:00?; HH MM+Blank if null time)="")
ASSERT(String(?01:02:03?; HH MM+Blank if null time)="01:02")
//---
// String: dates in patterns
ASSERT(String(!2023-11-27!; "EEEE d MMMM y GGGG")="Monday 27 November 2023 Anno Domini")
ASSERT(String(!2023-11-27!; "dd/MM/yyyy")="27/11/2023")
ASSERT(String(!2023-11-27!; "E dd/MM/yyyy 'at' hh:mm aa"; ?11:15:00?)="Mon 27/11/2023 at 11:15 AM")
ASSERT(String(!2000-06-15!; "QQQQ")="2nd quarter")
ASSERT(String(!2001-03-17!; "D")="76")
ASSERT(String(!1954-03-17!; "w")="11")
ASSERT(String(!1954-03-17!; "eeee")="Wednesday")
ASSERT(String(!1996-09-02!; "yy MM MMM MMMM MMMMM")="96 09 Sep September S")
ASSERT(String(!2024-01-09!; "'Day' #D 'of the year'")="Day #9 of the year")
ASSERT(String(!2024-01-09!; "dd/MM/yyyy blankIfNull")="09/01/2024")
ASSERT(String(!2024-01-09!; "yyyyyy")="002024")
//---
// String: a letter that no pattern has
$t:=String(!2024-01-09!; "jj")  //! wanted a date or time pattern, got the letter j
//---
// String: times in each format
var $t : Time:=?01:02:03?
ASSERT(String($t)="01:02:03")
ASSERT(String($t; HH MM SS)="01:02:03")
ASSERT(String($t; HH MM)="01:02")
ASSERT(String($t; HH MM AM PM)="1:02 AM")
ASSERT(String($t; Hour min)="1 hour 2 minutes")
ASSERT(String($t; Hour min sec)="1 hour 2 minutes 3 seconds")
ASSERT(String($t; ISO time)="0000-00-00T01:02:03")
ASSERT(String($t; Min sec)="62 minutes 3 seconds")
ASSERT(String($t; MM SS)="62:03")
ASSERT(String($t; System time short)="01:02:03")
ASSERT(String(?17:30:45?; HH MM AM PM)="5:30 PM")
ASSERT(String(?17:30:45?; Hour min sec)="17 hours 30 minutes 45 seconds")
ASSERT(String(Time("13:00:00"); Hour min)="13 hours 0 minute")
//---
// String: times in patterns
ASSERT(String(?17:30:45?; "hh:mm aa")="05:30 PM")
ASSERT(String(?17:30:45?; "'It is' K a")="It is 5 PM")
ASSERT(String(?15:00:00?; "a")="PM")
ASSERT(String(?18:00:00?; "K a")="6 PM")
ASSERT(String(?15:30:00?; "HH 'hours and' mm 'minutes'")="15 hours and 30 minutes")
ASSERT(Length(String(?09:10:25?; "' 'HH : mm : ss' '"))=14)
ASSERT(String(?09:10:25?; " HH : mm : ss ")="09 : 10 : 25")
ASSERT(Length(String(?09:10:25?; " HH : mm : ss "))=12)
ASSERT(String(?13:25:34?; "B")="in the afternoon")
ASSERT(String(?00:00:05?; "k")="24")
//---
// Date: of a text, in the order of the United States
ASSERT(Date("12/25/94")=!1994-12-25!)
ASSERT(Date("40/40/94")=!00-00-00!)
ASSERT(Date("13/35/94")=!00-00-00!)
ASSERT(Date("aa/12/94")=!00-00-00!)
ASSERT(Date("It was the 6/30, we were in 2016")=!2016-06-30!)
ASSERT(Date("1/2/2003")=!2003-01-02!)
ASSERT(Date("12 25 1994")=!1994-12-25!)
ASSERT(Date("12.25.1994")=!1994-12-25!)
ASSERT(Date("12,25,1994")=!1994-12-25!)
ASSERT(Date("12-25-1994")=!1994-12-25!)
ASSERT(Date("2/30/2024")=!00-00-00!)
ASSERT(Date("")=!00-00-00!)
//---
// Date: of a text as ISO writes it, and of what is no text
ASSERT(Date("2013-06-05T20:00:00")=!2013-06-05!)
ASSERT(Date("2013-11-20T10:20:00.9854")=!2013-11-20!)
var $o : Object:={expDate: "2020-11-17T00:00:00.0000"}
ASSERT(Date($o.expDate)=!2020-11-17!)
ASSERT(Date($o.creationDate)=!00-00-00!)
ASSERT(Date(!2020-11-17!)=!2020-11-17!)
//---
// SET DEFAULT CENTURY: what two digits mean
ASSERT(Date("01/25/97")=!1997-01-25!)
ASSERT(Date("01/25/30")=!1930-01-25!)
ASSERT(Date("01/25/29")=!2029-01-25!)
ASSERT(Date("01/25/07")=!2007-01-25!)
SET DEFAULT CENTURY(20)
ASSERT(Date("01/25/97")=!2097-01-25!)
SET DEFAULT CENTURY(19; 95)
ASSERT(Date("01/25/97")=!1997-01-25!)
ASSERT(Date("01/25/07")=!2007-01-25!)
ASSERT(Date("01/25/94")=!2094-01-25!)
ASSERT(Date("01/25/1997")=!1997-01-25!)
ASSERT(Date("01/25/2097")=!2097-01-25!)
ASSERT(Date("01/25/1907")=!1907-01-25!)
ASSERT(String(!1994-12-29!; Internal date short special)="12/29/1994")
ASSERT(String(!2094-12-29!; Internal date short special)="12/29/94")
SET DEFAULT CENTURY(20; 0)
ASSERT(Date("01/25/07")=!2007-01-25!)
//---
// SET DEFAULT CENTURY: a pivot year beyond two digits
SET DEFAULT CENTURY(19; 1995)  //! a pivot year from 0 to 99
//---
// Day of, Month of, Year of, Day number
ASSERT(Day of(!12/25/92!)=25)
ASSERT(Month of(!12/25/92!)=12)
ASSERT(Month of(!12/25/92!)=December)
ASSERT(Year of(!12/25/92!)=1992)
ASSERT(Year of(!12/25/1892!)=1892)
ASSERT(Year of(!12/25/2092!)=2092)
ASSERT(Day number(!2024-03-03!)=Sunday)
ASSERT(Day number(!2024-03-09!)=Saturday)
ASSERT(Day number(!00-00-00!)=2)
ASSERT(Day of(!00-00-00!)=0)
//---
// Add to date: years, months and days
ASSERT(Add to date(!2024-05-03!; 1; 0; 0)=!2025-05-03!)
ASSERT(Add to date(!2024-05-03!; 0; 1; 0)=!2024-06-03!)
ASSERT(Add to date(!2024-05-03!; 0; 0; 1)=!2024-05-04!)
ASSERT(Add to date(Current date; 0; 0; 1)=(Current date+1))
ASSERT(Add to date(!2024-05-03!; 0; 20; 0)=!2026-01-03!)
ASSERT(Add to date(!2024-05-03!; -1; -5; -3)=!2022-11-30!)
//---
// Time: of a text or of seconds
ASSERT(Time("13:00:00")=?13:00:00?)
ASSERT(Time(10000)=?02:46:40?)
ASSERT(Time((60*60)+(20*60)+5200)=?02:46:40?)
ASSERT(Time("5:30 PM")=?17:30:00?)
ASSERT(Time("17 hours 30 minutes 45 seconds")=?17:30:45?)
var $o : Object:={}
ASSERT(Time($o.nothing)=?00:00:00?)
ASSERT(Time string(86401)="24:00:01")
ASSERT(Time string(46800)="13:00:00")
ASSERT(Time string(?13:00:00?)="13:00:00")
//---
// the clock: each command of it
var $before; $ticks : Integer
ASSERT(Current time>=?00:00:00?)
ASSERT(Current time<=?23:59:59?)
ASSERT(Current date(*)>!2024-01-01!)
$before:=Milliseconds
$ticks:=Tickcount
DELAY PROCESS(1; 3)
ASSERT((Milliseconds-$before)>=40)
ASSERT((Tickcount-$ticks)>=2)
ASSERT(Match regex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"; Timestamp))
ASSERT(Abs((Current date)-Date(Timestamp))<=1)
