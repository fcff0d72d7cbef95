//--- 1
ARRAY TEXT(a; 2; 3)
ARRAY TEXT(atCities; 2; 6)
