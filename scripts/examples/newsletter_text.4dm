// The text of one letter, in the language of its reader.
#DECLARE($reader : Object) : Text

var $lines : Collection

If ($reader.language="fr")
	$lines:=["Bonjour "+$reader.name+","; ""; "rien de nouveau aujourd'hui."]
Else 
	$lines:=["Dear "+$reader.name+","; ""; "there is no news today."]
End if 

return $lines.join("\n")
