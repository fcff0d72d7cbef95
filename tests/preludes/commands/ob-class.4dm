//--- 1
//% class Polygon block 0
