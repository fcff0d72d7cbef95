//--- 3
//% method Is_Thread_Safe block 2
