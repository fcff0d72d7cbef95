vtText1:="b"
vtText2:="abc"
