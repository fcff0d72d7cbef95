//--- 0
//% file c:\Pictures\4D.jpg
a picture
//% end
//--- 1
WPArea:=WP New("<h1>Annual report</h1><p>All is well.</p>")
