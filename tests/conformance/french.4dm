// Branches and loops in French, with and without accents
C_TEXTE($t)
C_ENTIER LONG($i;$n)
Boucle ($i;1;4)
	Si ($i%2=1)
		$n:=$n+$i
	Sinon
		$n:=$n-1
	Fin de si
Fin de boucle
ASSERT($n=2)
Au cas ou
	: ($n=1)
		$t:="un"
	: ($n=2)  // deux
		$t:="deux"
	Sinon
		$t:="plus"
Fin de cas
ASSERT($t="deux")
Répéter
	$n:=$n+1
Jusque ($n>=5)
repeter
	$n:=$n+1
jusque ($n>=7)
Tant que ($n>3)
	$n:=$n-1
Fin tant que
ASSERT($n=3)
Au cas où
	: ($n=3)
		$t:="trois"
Fin de cas
ASSERT($t="trois")
//---
// For each and Use in French
$liste:=Créer collection(1;2;3;4)
Pour chaque ($k;$liste) Jusque ($k=3)
	$somme:=$somme+$k
Fin de chaque
ASSERT($somme=6)
Pour chaque ($k;$liste) Tant que ($k<3)
	$somme:=$somme+$k
Fin de chaque
ASSERT($somme=9)
$objet:=Créer objet partagé("clé";1)
Utiliser ($objet)
	$objet.clé:=2
Fin utiliser
ASSERT($objet.clé=2)
ASSERT($objet.cle=Null)
//---
// Keywords without French stay English among French ones
Try
	$x:=Chaine(1)
	throw(1;"non")
Catch
	$x:="attrapé"
End try
Si ($x="attrapé")
	return
Fin de si
ASSERT(Faux)
//---
// Commands in French, without a keyword
ASSERT(Chaîne(42)="42")
ASSERT(Chaine(Vrai)=String(True))
ASSERT(Non(Faux))
ASSERT(Longueur("été")=3)
ASSERT(Sous chaîne("abcdef";2;3)="bcd")
ASSERT(REMPLACER CHAINE("aba";"a";"x")="xbx")
ASSERT(Majusc("abc")="ABC")
ASSERT(Code de caractère("A")=65)
ASSERT(Num("3")=3)
ASSERT(Ent(3.7)=3)
ASSERT(Arrondi(3.456;2)=3.46)
ASSERT(Racine carrée(9)=3)
ASSERT(Jour de(!2024-02-29!)=29)
ASSERT(Année de(Ajouter à date(!2024-02-29!;1;0;1))=2025)
//---
// Arrays in French
TABLEAU TEXTE($noms;0)
AJOUTER À TABLEAU($noms;"b")
AJOUTER A TABLEAU($noms;"a")
TRIER TABLEAU($noms)
ASSERT(Taille tableau($noms)=2)
ASSERT($noms{1}="a")
ASSERT(Chercher dans tableau($noms;"B")=2)
TABLEAU ENTIER LONG($entiers;3)
$entiers{2}:=7
ASSERT($entiers{2}=7)
//---
// Objects in French
C_OBJET($o)
$o:=Créer objet
OB FIXER($o;"nom";"Léa";"âge";7)
ASSERT(OB Lire($o;"âge")=7)
ASSERT(OB Est défini($o;"nom"))
OB SUPPRIMER($o;"nom")
ASSERT(Non(OB Est defini($o;"nom")))
//---
// Constants in French, one with an apostrophe
$o:=Créer objet("a";1)
ASSERT(OB Lire type($o;"a")=Est un numérique)
ASSERT(Type("a")=Est un texte)
ASSERT(Caractère(Retour chariot)="\r")
ASSERT(Lundi=Monday)
ASSERT(Ne pas créer d’historique=Do not create log file)
ASSERT(Ne pas creer d'historique=Do not create log file)
//---
// English names in French code mean what they always do
Si (Length("abc")=3)
	$t:=String(1)
Sinon
	$t:=Chaîne(2)
Fin de si
ASSERT($t="1")
If ($t="1")
	$t:=Chaine(3)
End if
ASSERT($t="3")
//---
// Numbers and dates in French code are those of a French system
Si (Vrai)
	ASSERT(3,5=(7/2))
	ASSERT(3.5=(7/2))
	ASSERT(!25/12/2020!=!2020-12-25!)
	ASSERT(!01/02/2020!=!2020-02-01!)
	ASSERT(!01-02-2020!=!2020-02-01!)
	ASSERT("!01/02/2020!"=("!01"+"/02/2020!"))
Fin de si
//---
// Dates in English code are not
ASSERT(!01/02/2020!=!2020-01-02!)
//---
// Texts, comments, properties and variables keep their accents and apostrophes
Si (Vrai)  // aujourd'hui "c'est
	$détruit:="l'été d’hier"  /* d'ici "là */
	$o:={détruit: 1; detruit: 2}
Fin de si
ASSERT($détruit="l'été d’hier")
ASSERT($o.détruit=1)
ASSERT($o.detruit=2)
//---
// Numbers beat names, whatever the name
ASSERT(Chaîne:C10(42)="42")
ASSERT(N'importe quoi d’autre:C10(42)="42")
ASSERT(Nom à moitié oublié:C16("abc")=3)
ASSERT(Est du texte:K8:3=Is text)
ASSERT(Type:C295("a")=Est d'un type:K8:3)
//---
// Variables named like French words
Si:=1
Sinon:=Si+1
Chaine:="a"
Vrai:=0
Faux:=Vrai+5
Boucle:=Length(Chaine)
ASSERT(Si+Sinon+Boucle=4)
ASSERT(Faux=5)
//---
// A variable that another method gives a value is not the French word
//% method GiveValue
Vrai:=12
//% end
GiveValue
ASSERT(Vrai=12)  //? Vrai is neither
//---
// A project method named like a French word
//% method Chaine
#DECLARE($x : Integer) : Text
return "mine "+String($x)
//% end
//% method Sinon
called:=1
//% end
ASSERT(Chaine(3)="mine 3")
Sinon
ASSERT(called=1)
ASSERT(Majusc("a")="A")
ASSERT(Chaine(3)="mine 3")
//---
// Methods and classes in French
//% method Double
#DECLARE($x : Integer) : Integer
Si ($x>0)
	return $x*2
Fin de si
return 0
//% end
//% class Compteur
property valeur : Integer
Class constructor($début : Integer)
	This.valeur:=$début
Function suivant() : Text
	Si (Vrai)
		This.valeur:=This.valeur+1
	Fin de si
	return Chaîne(This.valeur)
//% end
ASSERT(Double(4)=8)
$c:=cs.Compteur.new(1)
ASSERT($c.suivant()="2")
//---
// Formulas that a text describes, in French
ASSERT(Formula from string("Longueur(\"abc\")").call()=3)
EXECUTE FORMULA("résultat:=Chaîne(1)")
ASSERT(résultat="1")
//---
// An error method installed in French
//% method Erreur
atteint:=Error
//% end
APPELER SUR ERREUR("Erreur")
$x:=1
$y:=$x.longueur.a
throw(77;"zut")
ASSERT(atteint=77)
//---
// Errors name French keywords, at their place
Si (Vrai)  //! Si has no Fin de si
Boucle ($i;1;3)
Fin de boucle
//---
// An error inside a French structure
Boucle ($i;1;3)
	ALERTE("a";"b";"c";"d")  //! argument
Fin de boucle
//---
// A wrong bracket in French code
Si (Longueur("a")=1))=2  //! is not expected|without
Fin de si
//---
// A word that is French for nothing is unknown
Si (Vrai)
	Charabia("a")  //! Charabia
Fin de si
//---
//%attributes = {"lang":"fr","invisible":true}
// A method that says it is French may have one French word alone
$oui:=Vrai
ASSERT($oui)
