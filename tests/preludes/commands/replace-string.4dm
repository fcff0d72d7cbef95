vtOtherVar:="a b"
vtResult:="a b"
