// The page was written in Paris.
//% timezone Europe/Paris
