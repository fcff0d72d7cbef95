//--- 1-2
// The program has been asked to end.
Use (Storage)
	Storage.global:=New shared object("ExitNow"; True)
End use
