// Shows a mail as MIME text, without sending it, in two of the four charset modes.

var $mail; $options : Object
var $mime : Text
var $mode : Text

$mail:={ \
	from: {name: "René"; email: "rene@example.com"}; \
	to: "ann@example.com"; \
	cc: ["bob@example.com"; {name: "Carol"; email: "carol@example.com"}]; \
	subject: "Où est le café ?"; \
	textBody: "À côté de la gare."; \
	messageId: "<1.cafe@example.com>"; \
	sendAt: "2024-05-03T10:00:00Z"}

For each ($mode; [mail mode UTF8; mail mode ISO88591])
	$options:={headerCharset: $mode; bodyCharset: $mode}
	$mime:=MAIL Convert to MIME($mail; $options)
	
	ALERT("--- "+$mode)
	ALERT($mime)
	ASSERT(Position("Subject:"; $mime)>0)
End for each
