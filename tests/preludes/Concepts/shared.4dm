//--- 2
Use (Storage)
	Storage.mySharedCollection:=New shared collection("a")
End use
