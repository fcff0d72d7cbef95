//--- 1
//% class Polygon block 0
//% class Circle
Class constructor
//% end
