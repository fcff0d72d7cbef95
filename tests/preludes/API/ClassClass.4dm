//--- 2
//% class Person block 1
//--- 3
//% class MyFile
Class extends File
//% end
