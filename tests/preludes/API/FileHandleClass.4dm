//--- 1
//% file Resources/sample_utf_16.txt
Twenty bytes are read first, and then the rest.
//% end
