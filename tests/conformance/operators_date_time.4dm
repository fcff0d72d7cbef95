// Concepts/date.md, Concepts/time.md: operators of dates and times
//---
// date: the table of operators
ASSERT((!2017-01-20!-!2017-01-01!)=19)
ASSERT((!2017-01-20!+9)=!2017-01-29!)
ASSERT((!2017-01-20!-9)=!2017-01-11!)
ASSERT(!2017-01-01!=!2017-01-01!)
ASSERT(Not(!2017-01-20!=!2017-01-01!))
ASSERT(!2017-01-20!#!2017-01-01!)
ASSERT(Not(!2017-01-20!#!2017-01-20!))
ASSERT(!2017-01-20!>!2017-01-01!)
ASSERT(Not(!2017-01-20!>!2017-01-20!))
ASSERT(!2017-01-01!<!2017-01-20!)
ASSERT(Not(!2017-01-20!<!2017-01-20!))
ASSERT(!2017-01-20!>=!2017-01-01!)
ASSERT(Not(!2017-01-01!>=!2017-01-20!))
ASSERT(!2017-01-01!<=!2017-01-20!)
ASSERT(Not(!2017-01-20!<=!2017-01-01!))
//---
// date: the table of operators on variables and properties
var $first; $twentieth : Date
var $o : Object
$first:=!2017-01-01!
$twentieth:=!2017-01-20!
$o:={first: $first; twentieth: $twentieth}
ASSERT($twentieth-$first=19)
ASSERT($twentieth+9=!2017-01-29!)
ASSERT($twentieth-9=!2017-01-11!)
ASSERT($first#$twentieth)
ASSERT($twentieth>$first)
ASSERT($first<$twentieth)
ASSERT($twentieth>=$first)
ASSERT($first<=$twentieth)
ASSERT($o.twentieth-$o.first=19)
ASSERT($o.twentieth+9=!2017-01-29!)
ASSERT($o.twentieth-9=!2017-01-11!)
ASSERT($o.first=$first)
ASSERT($o.first#$o.twentieth)
ASSERT($o.twentieth>$o.first)
ASSERT($o.first<=$o.twentieth)
//---
// date: literals
ASSERT(Year of(!1976-01-01!)=1976)
ASSERT(Month of(!2004-09-29!)=9)
ASSERT(Day of(!2015-12-31!)=31)
ASSERT(!00-00-00!=!0000-00-00!)
ASSERT(!2018/01/21!=!2018-01-21!)
ASSERT(!22-05-2002!=!2002-05-22!)
ASSERT(!12/04/98!=!1998-12-04!)
ASSERT(!12/04/20!=!2020-12-04!)
ASSERT(!12/25/92!=!1992-12-25!)
//---
// date: sums cross months, years and leap days
ASSERT((!2024-02-28!+1)=!2024-02-29!)
ASSERT((!2023-02-28!+1)=!2023-03-01!)
ASSERT((!2023-12-31!+1)=!2024-01-01!)
ASSERT((!2024-01-01!-1)=!2023-12-31!)
ASSERT((!2000-03-01!-!2000-02-01!)=29)
ASSERT((!9999-12-31!+1)>!9999-12-31!)
//---
// date: a day that is none
var $d : Date
$d:=!2024-13-01!  //! there is no such day
//---
// date: dates do not add up
var $v
$v:=!2024-01-01!+!2024-01-02!  //! \+ cannot take Date and Date
//---
// date: a date and a text are not compared
var $d : Date
var $v
$v:=($d<"2024")  //! < cannot take Date and Text
//---
// time: the table of operators
ASSERT((?02:03:04?+?01:02:03?)=?03:05:07?)
ASSERT((?02:03:04?-?01:02:03?)=?01:01:01?)
ASSERT((?02:03:04?+65)=7449)
ASSERT((?02:03:04?-65)=7319)
ASSERT((?02:03:04?*2)=14768)
ASSERT((?02:03:04?/2)=3692)
ASSERT((?02:03:04?\2)=3692)
ASSERT((?20:10:00?%?04:20:00?)=?02:50:00?)
ASSERT((?02:03:04?%2)=0)
ASSERT(?01:02:03?=?01:02:03?)
ASSERT(Not(?01:02:03?=?01:02:04?))
ASSERT(?01:02:03?#?01:02:04?)
ASSERT(Not(?01:02:03?#?01:02:03?))
ASSERT(?01:02:04?>?01:02:03?)
ASSERT(Not(?01:02:03?>?01:02:03?))
ASSERT(?01:02:03?<?01:02:04?)
ASSERT(Not(?01:02:03?<?01:02:03?))
ASSERT(?01:02:03?>=?01:02:03?)
ASSERT(Not(?01:02:03?>=?01:02:04?))
ASSERT(?01:02:03?<=?01:02:03?)
ASSERT(Not(?01:02:04?<=?01:02:03?))
//---
// time: the types of results
ASSERT(Value type(?02:03:04?+?01:02:03?)=Is time)
ASSERT(Value type(?02:03:04?-?01:02:03?)=Is time)
ASSERT(Value type(?02:03:04?+65)#Is time)
ASSERT(Value type(?02:03:04?-65)#Is time)
ASSERT(Value type(?02:03:04?*2)#Is time)
ASSERT(Value type(?02:03:04?/2)#Is time)
ASSERT(Value type(?02:03:04?\2)#Is time)
ASSERT(Value type(?20:10:00?%?04:20:00?)=Is time)
ASSERT(Value type(?02:03:04?%2)#Is time)
//---
// time: the table of operators on variables and properties
var $a; $b : Time
var $o : Object
$a:=?02:03:04?
$b:=?01:02:03?
$o:={a: $a; b: $b}
ASSERT($a+$b=?03:05:07?)
ASSERT($a-$b=?01:01:01?)
ASSERT($a+65=7449)
ASSERT($a-65=7319)
ASSERT($a*2=14768)
ASSERT($a/2=3692)
ASSERT($a\2=3692)
ASSERT($a%2=0)
ASSERT($a#$b)
ASSERT($a>$b)
ASSERT($b<$a)
ASSERT($a>=$b)
ASSERT($b<=$a)
ASSERT($o.a+$o.b=?03:05:07?)
ASSERT($o.a-$o.b=?01:01:01?)
ASSERT($o.a+65=7449)
ASSERT($o.a>$o.b)
ASSERT($o.a=$a)
//---
// time: modulo keeps within a day
var $t1; $t2 : Time
$t1:=?23:00:00?
$t2:=$t1+?02:30:00?
ASSERT($t2=?25:30:00?)
$t2:=($t1+?02:30:00?)%?24:00:00?
ASSERT($t2=?01:30:00?)
//---
// time: literals
ASSERT(?00:00:00?=0)
ASSERT(?09:30:00?=34200)
ASSERT(?13:01:59?=46919)
ASSERT(?100:00:00?=360000)
//---
// time: a Time variable takes seconds
var $t : Time
$t:=3600
ASSERT(Value type($t)=Is time)
ASSERT($t=?01:00:00?)
$t:=Current time+?01:00:00?
ASSERT(Value type($t)=Is time)
//---
// time: a time and a text do not add up
var $v
$v:=?01:00:00?+"x"  //! \+ cannot take Time and Text
//---
// date: undefined counts as no days
var $o : Object
$o:={}
ASSERT((!2024-01-01!+$o.days)=!2024-01-01!)
ASSERT(($o.days+!2024-01-01!)=!2024-01-01!)
ASSERT((!2024-01-01!-$o.days)=!2024-01-01!)
//---
// time: undefined counts as no time
var $o : Object
$o:={}
ASSERT((?10:00:00?+$o.time)=?10:00:00?)
ASSERT((?10:00:00?-$o.time)=?10:00:00?)
//---
// date: a number with decimals adds whole days
ASSERT((!2024-01-01!+1.9)=!2024-01-02!)
//---
// date: a text that is no Time
var $t : Time
$t:="10:00"  //! \$t: wanted Time, got Text
