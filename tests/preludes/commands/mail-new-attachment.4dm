//--- 0
//% file c:\Pictures\4D.jpg
a picture
//% end
