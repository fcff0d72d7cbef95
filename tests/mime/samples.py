"""Texts in many scripts, and the charsets that mails name for them."""

from __future__ import annotations

from dataclasses import dataclass

#: Words to make names, subjects and lines of, by script; every word fits every charset of its script.
WORDS = {
    "ascii": "report budget meeting order invoice draft hello minutes plan ticket review offer".split(),
    "western": "Grüße café naïve Ærø señor français Köln mañana élève Übung prêt çà".split(),
    "dos": "Grüße café naïve señor élève Köln".split(),
    "euro": "10€ cœur Žižek šálek €uro œuvre Š".split(),
    "windows": "“quoted” 5€ it’s – — … ‘so’ café naïve".split(),
    "mac": "café naïve Köln señor “quoted” œuvre élève".split(),
    "central": "żółw řeka őrült čaj łódź kůň šťáva ťava Říjen ąę".split(),
    "romanian": "șapte țară înainte mâine România Țepeș".split(),
    "baltic": "ąžuolas ēdiens šķēle žuvis ėjo lūgt".split(),
    "cyrillic": "привет отчёт Москва заказ встреча Ёлка бюджет счёт".split(),
    "ukrainian": "їжак єдність Київ ґанок вітаю зустріч".split(),
    "greek": "καλημέρα Αθήνα τιμολόγιο έκθεση σχέδιο Ώρα".split(),
    "turkish": "İstanbul ığdır şeker çiçek göğüs ölçü".split(),
    "hebrew": "שלום חשבון פגישה דוח תקציב ירושלים".split(),
    "arabic": "مرحبا تقرير اجتماع فاتورة ميزانية القاهرة".split(),
    "thai": "สวัสดี รายงาน ประชุม ใบแจ้งหนี้ แผน".split(),
    "japanese": "こんにちは 報告書 会議 請求書 予算 東京 カタカナ 山田　太郎 表示 ソフト".split(),
    "vendors": "①番 ㈱会社 髙橋 Ⅳ章 №5 ㍻年".split(),
    "kana": "ﾊﾝｶｸ ｶﾅ ﾃｽﾄ 報告書".split(),
    "simplified": "你好 报告 会议 发票 预算 北京 计划".split(),
    "gbk": "镕基 囍宴 喆 繁體 報告".split(),
    "four": "㐀字 𠀀 😀 你好".split(),
    "traditional": "您好 報告 會議 發票 預算 臺北 計畫 功能 許蓋".split(),
    "hongkong": "嘅 咗 啲 您好".split(),
    "korean": "안녕하세요 보고서 회의 청구서 예산 서울".split(),
    "cp949": "똠방 펲시 뷁 안녕하세요".split(),
    "all": "Grüße привет καλημέρα 你好 こんにちは 안녕 😀 שלום żółw 𝄞".split(),
}


@dataclass(frozen=True)
class Charset:
    """A charset as a mail names it, what encodes for it, and the script of what it can hold."""

    label: str
    codec: str
    script: str


def _named(codec: str, script: str, labels: str) -> list[Charset]:
    return [Charset(label, codec, script) for label in labels.split()]


CHARSETS = [
    *_named("utf-8", "all", "utf-8 UTF-8 utf8 UTF8 unicode-1-1-utf-8 x-unicode20utf8 utf-8 UTF-8"),
    *_named("utf-16", "all", "utf-16 UTF-16"),
    *_named("utf-16-le", "all", "utf-16le csunicode unicode"),
    *_named("utf-16-be", "all", "utf-16be unicodefffe"),
    *_named("utf-7", "all", "utf-7 unicode-1-1-utf-7 x-unicode-2-0-utf-7"),
    *_named(
        "latin-1", "western", "iso-8859-1 ISO_8859-1 latin1 latin-1 l1 iso8859-1 x-ansi ISO-8859-1 cp819"
    ),
    *_named("cp1252", "windows", "windows-1252 cp1252 x-cp1252 iso-8859-1 ISO-8859-1"),
    *_named("iso8859-15", "euro", "iso-8859-15 latin-9 latin9 l9 ISO_8859-15 csisolatin9"),
    *_named("mac-roman", "mac", "macintosh x-mac-roman mac csmacintosh"),
    *_named("cp850", "western", "ibm850 cp850 850"),
    *_named("cp437", "dos", "ibm437 cp437"),
    *_named("iso8859-2", "central", "iso-8859-2 latin2 iso_8859-2:1987 l2"),
    *_named("cp1250", "central", "windows-1250 cp1250 x-cp1250"),
    *_named("cp852", "central", "ibm852 cp852"),
    *_named("mac-latin2", "central", "x-mac-ce x-mac-centraleurroman"),
    *_named("iso8859-16", "romanian", "iso-8859-16"),
    *_named("iso8859-13", "baltic", "iso-8859-13"),
    *_named("cp1257", "baltic", "windows-1257 x-cp1257"),
    *_named("iso8859-4", "baltic", "iso-8859-4 latin4"),
    *_named("koi8-r", "cyrillic", "koi8-r KOI8-R koi8_r koi koi8 cskoi8r"),
    *_named("cp1251", "cyrillic", "windows-1251 cp1251 win-1251 x-cp1251 CP1251"),
    *_named("iso8859-5", "cyrillic", "iso-8859-5 cyrillic"),
    *_named("cp866", "cyrillic", "ibm866 cp866 866"),
    *_named("mac-cyrillic", "cyrillic", "x-mac-cyrillic"),
    *_named("koi8-u", "ukrainian", "koi8-u koi8-ru"),
    *_named("iso8859-7", "greek", "iso-8859-7 greek greek8 ecma-118 iso_8859-7"),
    *_named("cp1253", "greek", "windows-1253 cp1253"),
    *_named("mac-greek", "greek", "x-mac-greek"),
    *_named("iso8859-9", "turkish", "iso-8859-9 latin5 l5"),
    *_named("cp1254", "turkish", "windows-1254 cp1254"),
    *_named("mac-turkish", "turkish", "x-mac-turkish"),
    *_named("iso8859-8", "hebrew", "iso-8859-8 iso-8859-8-i iso-8859-8-e logical visual hebrew"),
    *_named("cp1255", "hebrew", "windows-1255 cp1255"),
    *_named("cp862", "hebrew", "dos-862 cp862"),
    *_named("iso8859-6", "arabic", "iso-8859-6 arabic ecma-114 asmo-708"),
    *_named("cp1256", "arabic", "windows-1256 cp1256"),
    *_named("cp874", "thai", "windows-874 tis-620 iso-8859-11 dos-874 TIS620"),
    *_named("shift_jis", "japanese", "shift_jis x-sjis sjis shift-jis ms_kanji csshiftjis"),
    *_named("cp932", "vendors", "windows-31j cp932 ms932 x-ms-cp932 shift_jis cswindows31j x-sjis"),
    *_named("cp932", "kana", "shift_jis windows-31j"),
    *_named("euc_jp", "japanese", "euc-jp x-euc-jp x-euc cseucpkdfmtjapanese eucjp"),
    *_named("iso2022_jp", "japanese", "iso-2022-jp ISO-2022-JP cp50220 cp50221 csiso2022jp iso-2022-jp-ms"),
    *_named("iso2022_jp_ext", "kana", "iso-2022-jp cp50221 cp50222"),
    *_named("gb2312", "simplified", "gb2312 GB2312 gb_2312-80 csgb2312 chinese x-cn-gb cn-gb euc-cn"),
    *_named("gbk", "gbk", "gb2312 GB2312 gbk x-gbk cp936 windows-936 ms936"),
    *_named("gb18030", "four", "gb18030 GB18030 gbk"),
    *_named("hz", "simplified", "hz-gb-2312 HZ-GB-2312"),
    *_named("big5", "traditional", "big5 cn-big5 x-x-big5 csbig5 Big5 cp950 windows-950 x-big5"),
    *_named("big5hkscs", "hongkong", "big5-hkscs Big5-HKSCS big5"),
    *_named("euc_kr", "korean", "euc-kr ks_c_5601-1987 ks_c_5601 korean cseuckr iso-ir-149 ksc5601 ksc_5601"),
    *_named("cp949", "cp949", "ks_c_5601-1987 euc-kr cp949 windows-949 ms949 x-windows-949"),
    *_named("iso2022_kr", "korean", "iso-2022-kr csiso2022kr"),
    *_named("johab", "korean", "johab"),
]

#: The most common ones.
COMMON = [one for one in CHARSETS if one.label in ("utf-8", "UTF-8", "iso-8859-1") and one.codec != "cp1252"]
#: Those whose bytes can stand in a header or a body as they are, over 127.
RAW = [
    one
    for one in CHARSETS
    if one.codec in ("latin-1", "cp1251", "koi8-r", "shift_jis", "gbk", "euc_kr", "big5")
]
