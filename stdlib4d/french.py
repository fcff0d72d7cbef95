"""The names of 4D in French: commands and constants, each with its English name.

Data, not code, of use only for source text that is French. Sorted by the French names without accents; names that are
spelled like an English one are left out.
"""

from __future__ import annotations

#: A line for each name: the French spelling, a tab, and the English one.
NAMES = """\
4D mode distant	4D Remote Mode
4D mode local	4D Local Mode
À droite	On the Right
À gauche	On the Left
Action standard associée	Associated Standard Action
Activation fenêtre	Activate event
Activer événements autres inchangés	Enable events others unchanged
Activer événements inactiver autres	Enable events disable others
Activité langage	Activity language
Activité opérations	Activity operations
Activité réseau	Activity network
Activités toutes	Activity all
AFFICHER NOTIFICATION	DISPLAY NOTIFICATION
Ajouter a date	Add to date
Ajouter a document	Append document
AJOUTER A TABLEAU	APPEND TO ARRAY
AJOUTER ENREGISTREMENT	ADD RECORD
ALERTE	ALERT
Alias ou compte utilisateur 4D	4D user alias or account
Alias utilisateur 4D	4D user alias
Aligné à droite	Align right
Aligné à gauche	Align left
Aligné au centre	Align center
Aligné en bas	Align bottom
Aligné en haut	Align Top
Aligné par défaut	Align default
Annee de	Year of
Août	August
Apostrophe	Quote
APPELER 4D	IDLE
APPELER FORMULAIRE	CALL FORM
APPELER SUR ERREUR	ON ERR CALL
APPELER SUR EVENEMENT	ON EVENT CALL
APPELER WORKER	CALL WORKER
Application fusionnée	Merged application
Applications ou Program Files	Applications or Program Files
Arobase	At sign
Arrondi	Round
ASCII ACK	ACK ASCII code
ASCII BEL	BEL ASCII code
ASCII BS	BS ASCII code
ASCII CAN	CAN ASCII code
ASCII CR	CR ASCII code
ASCII DC1	DC1 ASCII code
ASCII DC2	DC2 ASCII code
ASCII DC3	DC3 ASCII code
ASCII DC4	DC4 ASCII code
ASCII DEL	DEL ASCII code
ASCII DLE	DLE ASCII code
ASCII EM	EM ASCII code
ASCII ENQ	ENQ ASCII code
ASCII EOT	EOT ASCII code
ASCII ESC	ESC ASCII code
ASCII Espace insécable	NBSP ASCII CODE
ASCII ETB	ETB ASCII code
ASCII ETX	ETX ASCII code
ASCII FF	FF ASCII code
ASCII FS	FS ASCII code
ASCII GS	GS ASCII code
ASCII HT	HT ASCII code
ASCII LF	LF ASCII code
ASCII NAK	NAK ASCII code
ASCII NUL	NUL ASCII code
ASCII RS	RS ASCII code
ASCII SI	SI ASCII code
ASCII SO	SO ASCII code
ASCII SOH	SOH ASCII code
ASCII SP	SP ASCII code
ASCII STX	STX ASCII code
ASCII SUB	SUB ASCII code
ASCII SYN	SYN ASCII code
ASCII US	US ASCII code
ASCII VT	VT ASCII code
Aspect texture	Texture appearance
Associer action standard	Associated standard action name
Attribut champ nom	Field attribute with name
Attribut champ numéro	Field attribute with number
Attribut couleur fond	Attribute background color
Attribut couleur texte	Attribute text color
Attribut exécutée sur serveur	Attribute Executed on server
Attribut invisible	Attribute Invisible
Attribut nom de police	Attribute font name
Attribut nom dossier	Attribute folder name
Attribut partagée	Attribute Shared
Attribut publiée SOAP	Attribute Published SOAP
Attribut publiée SQL	Attribute Published SQL
Attribut publiée Web	Attribute Published Web
Attribut publiée WSDL	Attribute Published WSDL
Attribut style barré	Attribute strikethrough style
Attribut style gras	Attribute bold style
Attribut style italique	Attribute italic style
Attribut style souligné	Attribute underline style
Attribut taille texte	Attribute text size
Aucun	None
Aucun enregistrement courant	No current record
Automatique	Automatic
Autorisations d'accès	Access Privileges
Autre process 4D	Other 4D Process
Autre process interne	Other internal process
Autre process utilisateur	Other User Process
Avec barre de titre active	Has highlight
Avec case de contrôle de taille	Has grow box
Avec case de zoom	Has zoom box
Avec mode plein écran Mac	Has full screen mode Mac
Avec titre de fenêtre	Has window title
Avril	April
Base courante est projet	Is current database a project
Base hôte est en écriture	Is host database writable
Base hôte est projet	Is host database a project
BASE64 DECODER	BASE64 DECODE
BASE64 ENCODER	BASE64 ENCODE
Bit activation fenêtre	Activate window bit
Bit bouton souris	Mouse button bit
Bit de stop un	Stop bits One
Bit de stop un et demi	Stop bits One and a half
Bit ressource heap système	System heap resource bit
Bit ressource modifiée	Changed resource bit
Bit ressource préchargée	Preloaded resource bit
Bit ressource protégée	Protected resource bit
Bit ressource purgeable	Purgeable resource bit
Bit ressource verrouillée	Locked resource bit
Bit touche commande	Command key bit
Bit touche contrôle	Control key bit
Bit touche contrôle droite	Right control key bit
Bit touche majuscule	Shift key bit
Bit touche majuscule droite	Right shift key bit
Bit touche option	Option key bit
Bit touche option droite	Right option key bit
Bit touche verrouillage maj	Caps Lock key bit
Bits de données 5	Data bits 5
Bits de données 6	Data bits 6
Bits de données 7	Data bits 7
Bits de données 8	Data bits 8
Bits de stop deux	Stop bits Two
Blanc	White
Bleu	Blue
Bleu clair	Light Blue
Bleu foncé	Dark Blue
BLOB VERS DOCUMENT	BLOB TO DOCUMENT
BLOB vers entier	BLOB to integer
BLOB vers entier long	BLOB to longint
BLOB vers reel	BLOB to real
BLOB vers texte	BLOB to text
BLOB VERS VARIABLE	BLOB TO VARIABLE
Bordure Aucune	Border None
Bordure Double	Border Double
Bordure Normal	Border Plain
Bordure Relief	Border Raised
Bordure Relief inversé	Border Sunken
Bordure Système	Border System
Bordure Trait pointillé	Border Dotted
Bouton souris enfoncé	Mouse down event
Bouton souris relâché	Mouse up event
Bureau	Desktop
C_ALPHA	C_STRING
C_BOOLEEN	C_BOOLEAN
C_ENTIER	C_INTEGER
C_ENTIER LONG	C_LONGINT
C_HEURE	C_TIME
C_IMAGE	C_PICTURE
C_OBJET	C_OBJECT
C_POINTEUR	C_POINTER
C_REEL	C_REAL
C_TEXTE	C_TEXT
Cache priorité basse	Cache Priority low
Cache priorité haute	Cache Priority high
Cache priorité normal	Cache Priority normal
Cache priorité très basse	Cache Priority very low
Cache priorité très haute	Cache Priority very high
Caractere	Char
Casse caractères moteur SQL	SQL engine case Sensitivity
Centrée horizontalement	Horizontally Centered
Centrée verticalement	Vertically Centered
Chaine	String
Chaine heure	Time string
CHANGER TAILLE DOCUMENT	SET DOCUMENT SIZE
Chemin absolu	Absolute path
Chemin classe	Path class
Chemin est POSIX	Path is POSIX
Chemin est système	Path is system
Chemin formulaire projet	Path Project form
Chemin formulaire table	Path Table form
Chemin méthode base	Path Database method
Chemin méthode projet	Path Project method
Chemin POSIX	Posix path
Chemin récursif	Recursive parsing
Chemin tous les objets	Path All objects
Chemin trigger	Path Trigger
Chemin vers objet	Path to object
CHERCHER	QUERY
Chercher dans tableau	Find in array
Chercher dans tableau trie	Find in sorted array
Chercher par formule serveur	Query by formula on server
Choisir	Choose
Client enreg requêtes Web	Client Web Log Recording
Client jeu de caractères	Client character set
Client numéro de port	Client port ID
Client numéro de port HTTPS	Client HTTPS Port ID
Client proc Web simultanés maxi	Client Max Concurrent Web Proc
Code avec tokens	Code with tokens
Code de caractere	Character code
COLLECTION VERS TABLEAU	COLLECTION TO ARRAY
Compacter table adresses	Compact address table
Compatible Intel	Intel Compatible
COMPRESSER BLOB	COMPRESS BLOB
Compte utilisateur 4D	4D user account
Compter dans tableau	Count in array
Concaténation horizontale	Horizontal concatenation
Concaténation verticale	Vertical concatenation
Configuration structure	Structure configuration
CONFIRMER	CONFIRM
Convertir chemin POSIX vers systeme	Convert path POSIX to system
Convertir chemin systeme vers POSIX	Convert path system to POSIX
CONVERTIR DEPUIS TEXTE	CONVERT FROM TEXT
Convertir vers texte	Convert to text
COPIER BLOB	COPY BLOB
COPIER DOCUMENT	COPY DOCUMENT
Copier source données XML	Copy XML Data Source
COPIER TABLEAU	COPY ARRAY
Corps formulaire	Form Detail
Correcteur orthographique	Spellchecker
Coul arrière plan	Background color
Coul claire	Light shadow color
Coul de fond texte sélect	Highlight text background color
Coul fond élément sélect désact	Disable highlight item color
Coul fond ligne menu sélect	Highlight menu background color
Coul fond transparent	Background color none
Coul premier plan	Foreground color
Coul sombre	Dark shadow color
Coul texte ligne menu sélect	Highlight menu text color
Coul texte sélect	Highlight text color
Créé par commande de menu	Created from Menu Command
Créé par dialogue d'exécution	Created from execution dialog
CREER ALIAS	CREATE ALIAS
Creer collection	New collection
Creer collection partagee	New shared collection
Creer document	Create document
CREER DOSSIER	CREATE FOLDER
CREER ENREGISTREMENT	CREATE RECORD
Creer objet	New object
Creer objet partage	New shared object
Créer un process	Create process
Dans zone contenu	In contents
Date dernière restitution	Last Restore Date
Date dernière sauvegarde	Last Backup Date
Date du jour	Current date
Date prochaine sauvegarde	Next Backup Date
Dates dans les objets	Dates inside objects
Décembre	December
DECOMPRESSER BLOB	EXPAND BLOB
Degré	Degree
Demander	Request
Démarrage Win	Startup Win_User
Démarrage Win_Tous	Startup Win_All
Démarrer un process	Start a New Process
Déplacer dans Replaced files	Move to Replaced files folder
DEPLACER DOCUMENT	MOVE DOCUMENT
Description format Texte	Description in Text Format
Description format XML	Description in XML Format
Détruit	Aborted
Deux cent cinquante six coul	Two fifty six colors
Dialogue de format impression	Page setup dialog
Dialogue impression	Print dialog
Dialogue modal	Modal dialog box
Dialogue modal déplaçable	Movable dialog box
Dialogue nouveau fichier	New file dialog
Dialogue ombré	Alternate dialog box
Dialogue simple	Plain dialog box
Digest MD5	MD5 digest
Digest SHA1	SHA1 digest
Digest SHA256	SHA256 digest
Digest SHA512	SHA512 digest
Dimanche	Sunday
Direct2D désactivé	Direct2D disabled
Direct2D lire statut actif	Direct2D get active status
Direct2D logiciel	Direct2D software
Direct2D matériel	Direct2D hardware
Direct2D statut	Direct2D status
Document avec CR	Document with CR
Document avec CRLF	Document with CRLF
Document avec format natif	Document with native format
Document avec LF	Document with LF
Document image	Picture Document
Document inchangé	Document unchanged
Document MIDI Windows	Windows MIDI Document
Document son Windows	Windows Sound Document
Document texte	Text Document
DOCUMENT VERS BLOB	DOCUMENT TO BLOB
Document vers texte	Document to text
Document vidéo Windows	Windows Video Document
Données absentes conteneur	No such data in pasteboard
Données image	Picture data
Données texte	Text data
Dossier	Folder
Dossier 4D	Get 4D folder
Dossier 4D actif	Active 4D Folder
Dossier base	Database Folder
Dossier base 4D Client	4D Client Database Folder
Dossier base syntaxe UNIX	Database Folder Unix Syntax
Dossier des thèmes éditeur	Editor theme folder
Dossier documents	Documents folder
Dossier données	Data folder
Dossier Licenses	Licenses Folder
Dossier Logs	Logs Folder
Dossier MobileApps	MobileApps folder
Dossier personnel	Home folder
Dossier racine HTML	HTML Root Folder
Dossier Resources courant	Current Resources folder
Dossier systeme	System folder
Dossier temporaire	Temporary folder
Drachme grecque	Greek Drachma
Driver PDF générique	Generic PDF driver
Ecart type	Std deviation
Échappement	Escape
EFFACER SEMAPHORE	CLEAR SEMAPHORE
EFFACER VARIABLE	CLEAR VARIABLE
ek erreurs des composants	ek errors from components
En attente drapeau interne	Waiting for internal flag
En attente entrée sortie	Waiting for input output
En attente événement	Waiting for user event
En bas	At the Bottom
En exécution	Executing
En haut	At the Top
Endormi	Delayed
ENDORMIR PROCESS	DELAY PROCESS
Enreg diagnostic	Diagnostic Log Recording
Enreg événements debogage	Debug Log Recording
Enreg historique débogage du process courant	Current process debug log recording
Enreg requêtes 4D Server	4D Server Log Recording
Enreg requêtes client	Client log Recording
ENREGISTREMENT SUIVANT	NEXT RECORD
Enregistrements trouves	Records in selection
Ent	Int
Entête formulaire	Form Header
Entête formulaire1	Form Header1
Entête formulaire10	Form Header10
Entête formulaire2	Form Header2
Entête formulaire3	Form Header3
Entête formulaire4	Form Header4
Entête formulaire5	Form Header5
Entête formulaire6	Form Header6
Entête formulaire7	Form Header7
Entête formulaire8	Form Header8
Entête formulaire9	Form Header9
ENTIER LONG VERS BLOB	LONGINT TO BLOB
ENTIER VERS BLOB	INTEGER TO BLOB
Entrée	Enter
ENVOYER PAQUET	SEND PACKET
Escudo portugais	Portuguese Escudo
Espacement	Space
Est en couleurs	Is color
Est en niveaux de gris	Is gray scale
Est un BLOB	Is BLOB
Est un booléen	Is boolean
Est un champ alpha	Is Alpha Field
Est un document	Is a document
Est un dossier	Is a folder
Est un entier	Is Integer
Est un entier 64 bits	Is Integer 64 bits
Est un entier long	Is LongInt
Est un nouvel enregistrement	New record
Est un null	Is null
Est un numérique	Is Real
Est un objet	Is object
Est un pointeur	Is Pointer
Est un tableau 2D	Array 2D
Est un tableau blob	Blob array
Est un tableau booléen	Boolean array
Est un tableau chaîne	String array
Est un tableau date	Date array
Est un tableau entier	Integer array
Est un tableau entierlong	LongInt array
Est un tableau heure	Time array
Est un tableau image	Picture array
Est un tableau numérique	Real array
Est un tableau objet	Object array
Est un tableau pointeur	Pointer array
Est un tableau texte	Text array
Est un texte	Is Text
Est un variant	Is variant
Est un XML	Is XML
Est une collection	Is collection
Est une date	Is Date
Est une heure	Is Time
Est une image	Is Picture
Est une référence DOM	Is DOM reference
Est une sous table	Is Subtable
Est une variable	Is a variable
Est une variable chaîne	Is String Var
Est une variable indéfinie	Is Undefined
Evénement disque	Disk event
Evénement nul	Null event
Evénement système	Operating system event
EXECUTER FORMULE	EXECUTE FORMULA
EXECUTER METHODE	EXECUTE METHOD
EXIF focal lens in 35 mm film	EXIF focal len in 35 mm film
Faux	False
Favoris Win	Favorites Win
Fenêtre à coins arrondis	Round corner window
Fenêtre externe	External window
Fenêtre feuille	Sheet window
Fenêtre feuille redim	Resizable sheet window
Fenêtre flottante	Floating window
Fenêtre modale	Modal dialog
Fenêtre normale	Regular window
Fenêtre palette	Palette window
Fenêtre pop up	Pop up window
Fenêtre standard	Plain window
Fenêtre standard de taille fixe	Plain fixed size window
Fenêtre standard sans zoom	Plain no zoom box window
FERMER DOCUMENT	CLOSE DOCUMENT
FERMER FENETRE	CLOSE WINDOW
Feuille de style automatique	Automatic style sheet
Feuille de style automatique_additionnel	Automatic style sheet_additional
Feuille de style automatique_texte principal	Automatic style sheet_main text
Février	February
Fichier	File
Fichier configuration sauvegarde	Backup structure settings
Fichier configuration sauvegarde courant	Current backup settings file
Fichier configuration sauvegarde pour le fichier de données	Backup data settings
Fichier de configuration application	Build application settings
Fichier dernière intégration historique	Last journal integration log file
Fichier dernière sauvegarde	Last backup file
Fichier historique des sauvegardes	Backup history file
Fichier log application générée	Build application log file
Fichier log compactage	Compacting log file
Fichier log débogage	Debug log file
Fichier log débogage HTTP	HTTP debug log file
Fichier log diagnostic	Diagnostic log file
Fichier log HTTP	HTTP log file
Fichier log HTTP Client	HTTP Client log file
Fichier log IMAP	IMAP log file
Fichier log POP3	POP3 log file
Fichier log réparation	Repair log file
Fichier log requêtes	Request log file
Fichier log sauvegarde	Backup log file
Fichier log SMTP	SMTP log file
Fichier log vérification	Verification log file
Fichier propriétés utilisateur	User settings file
Fichier propriétés utilisateur pour données	User settings file for data
Fichiers multiples	Multiple files
FIXER TAILLE BLOB	SET BLOB SIZE
FIXER VARIABLE ENVIRONNEMENT	SET ENVIRONMENT VARIABLE
fk chemin plateforme	fk platform path
fk chemin posix	fk posix path
fk dossier applications	fk applications folder
fk dossier base de données	fk database folder
fk dossier base de données distante	fk remote database folder
fk dossier bureau	fk desktop folder
fk dossier des thèmes éditeur	fk editor theme folder
fk dossier documents	fk documents folder
fk dossier données	fk data folder
fk dossier fichiers historique	fk logs folder
fk dossier licences	fk licenses folder
fk dossier mobileApps	fk mobileApps folder
fk dossier personnel	fk home folder
fk dossier préférence utilisateur	fk user preferences folder
fk dossier racine web	fk web root folder
fk dossier ressources	fk resources folder
fk dossier système	fk system folder
fk écraser	fk overwrite
fk ignorer invisibles	fk ignore invisible
fk lien alias	fk alias link
fk lien symbolique	fk symbolic link
fk récursif	fk recursive
Florin néerlandais	Netherlands Guilder
Form avec mode plein écran Mac	Form has full screen mode Mac
Form dialogue modal	Modal form dialog box
Form dialogue modal déplaçable	Movable form dialog box
Form dialogue modal déplaçable sans titre	Movable form dialog box no title
Form fenêtre barre outils	Toolbar form window
Form fenêtre contrôleur	Controller form window
Form fenêtre feuille	Sheet form window
Form fenêtre palette	Palette form window
Form fenêtre pop up	Pop up form window
Form fenêtre standard	Plain form window
Form fenêtre standard sans titre	Plain form window no title
Form hérité	Form inherited
Form page courante	Form current page
Form sans barre de menus	Form has no menu bar
Form toutes les pages	Form all pages
Format réel double Macintosh	Macintosh double real format
Format réel double PC	PC double real format
Format réel étendu	Extended real format
Format réel natif	Native real format
Formule	Formula
Formule entrée avec structure virtuelle	Formula in with virtual structure
Formule sortie avec structure virtuelle	Formula out with virtual structure
Formule sortie avec tokens	Formula out with tokens
Franc belge	Belgian Franc
Franc français	French Franc
Franc luxembourgeois	Luxembourg Franc
GENERER APPLICATION	BUILD APPLICATION
Generer digest	Generate digest
Generer UUID	Generate UUID
Gestionnaire Apple Event	Apple Event Manager
Gestionnaire de session ServerNet	ServerNet Session manager
Gestionnaire de session SQL Net	SQL Net Session manager
Gestionnaire du cache	Cache Manager
Gestionnaire du port série	Serial Port Manager
Gestionnaire d'événement	Event Manager
Gestionnaire d'index	Indexing Process
Graphe afficher la légende	Graph display legend
Graphe angle départ secteurs	Graph pie start angle
Graphe couleur fond	Graph background color
Graphe couleur fond document	Graph document background color
Graphe couleur ombre	Graph background shadow color
Graphe couleur police	Graph font color
Graphe couleur police légende	Graph legend font color
Graphe couleurs	Graph colors
Graphe décalage secteurs	Graph pie shift
Graphe direction secteurs	Graph pie direction
Graphe épaisseur des lignes	Graph line width
Graphe espacement colonnes	Graph column gap
Graphe espacement icônes légende	Graph legend icon gap
Graphe famille police	Graph font family
Graphe format des nombres	Graph number format
Graphe hauteur des points	Graph plot height
Graphe hauteur icônes légende	Graph legend icon height
Graphe hauteur par défaut	Graph default height
Graphe largeur des points	Graph plot width
Graphe largeur icônes légende	Graph legend icon width
Graphe largeur max colonne	Graph column width max
Graphe largeur min colonne	Graph column width min
Graphe largeur par défaut	Graph default width
Graphe libellés légende	Graph legend labels
Graphe marge basse	Graph bottom margin
Graphe marge droite	Graph right margin
Graphe marge gauche	Graph left margin
Graphe marge haute	Graph top margin
Graphe opacité fond	Graph background opacity
Graphe opacité fond document	Graph document background opacity
Graphe rayon des points	Graph plot radius
Graphe taille police	Graph font size
Graphe taille police des secteurs	Graph pie font size
Graphe type	Graph type
Graphe xGrille	Graph xGrid
Graphe xMax	Graph xMax
Graphe xMin	Graph xMin
Graphe xProp	Graph xProp
Graphe yGrille	Graph yGrid
Graphe yMax	Graph yMax
Graphe yMin	Graph yMin
Gras	Bold
Gras et italique	Bold and Italic
Gras et souligné	Bold and Underline
Gris	Grey
Gris clair	Light Grey
Gris foncé	Dark Grey
Guillemets	Double quote
GZIP méthode de compression compacte	GZIP best compression mode
GZIP méthode de compression rapide	GZIP fast compression mode
h mn	HH MM
h mn Matin Après Midi	HH MM AM PM
h mn s	HH MM SS
Hasard	Random
Heure	Time
Heure courante	Current time
Heures dans les objets	Times inside objects
Heures en millisecondes	Times in milliseconds
Heures en secondes	Times in seconds
Heures minutes	Hour min
Heures minutes secondes	Hour Min Sec
HTTP activer log avec body request	HTTP enable log with request body
HTTP activer log avec body response	HTTP enable log with response body
HTTP activer log avec tous body	HTTP enable log with all body parts
HTTP activer log sans body	HTTP enable log without body
HTTP afficher dial auth	HTTP display auth dial
HTTP désactiver log	HTTP disable log
HTTP effacer infos auth	HTTP reset auth settings
HTTP méthode DELETE	HTTP DELETE method
HTTP méthode GET	HTTP GET method
HTTP méthode HEAD	HTTP HEAD method
HTTP méthode OPTIONS	HTTP OPTIONS method
HTTP méthode POST	HTTP POST method
HTTP méthode PUT	HTTP PUT method
HTTP méthode TRACE	HTTP TRACE method
HTTP redirections max	HTTP max redirect
HTTP suivre redirection	HTTP follow redirect
ID PUBLIC	PUBLIC ID
ID SYSTEM	SYSTEM ID
Ignorer invisibles	Ignore invisible
IMAP Enreg historique	IMAP Log
Impression limitée avec report	Print Frame fixed with multiple records
Impression limitée par le cadre	Print Frame fixed with truncation
Inactiver événements autres inchangés	Disable events others unchanged
Indefinie	Undefined
Index BTree cluster	Cluster BTree Index
Index BTree standard	Standard BTree Index
Index de mots clés	Keywords Index
Indicateur Barber shop	Indicator Barber shop
Indicateur Barre de progression	Indicator Progress bar
Indicateur de progression asynchrone	Indicator Asynchronous progress bar
Inexistant	Does not exist
Information dernière sauvegarde	Last Backup information
Inserer chaine	Insert string
INSERER DANS BLOB	INSERT IN BLOB
INSERER DANS TABLEAU	INSERT IN ARRAY
Insertion automatique	Auto insertion
Interne date abrégé	Internal date abbreviated
Interne date court	Internal date short
Interne date court spécial	Internal date short special
Interne date long	Internal date long
ISO heure	ISO time
ISO L1 a aigu	ISO L1 a acute
ISO L1 a circonflexe	ISO L1 a circumflex
ISO L1 A majus aigu	ISO L1 Cap A acute
ISO L1 A majus circonflexe	ISO L1 Cap A circumflex
ISO L1 A majus grave	ISO L1 Cap A grave
ISO L1 A majus rond	ISO L1 Cap A ring
ISO L1 A majus tilde	ISO L1 Cap A tilde
ISO L1 A majus umlaut	ISO L1 Cap A umlaut
ISO L1 a rond	ISO L1 a ring
ISO L1 AE majus ligature	ISO L1 Cap AE ligature
ISO L1 c cédille	ISO L1 c cedilla
ISO L1 C majus cédille	ISO L1 Cap C cedilla
ISO L1 e aigu	ISO L1 e acute
ISO L1 e circonflexe	ISO L1 e circumflex
ISO L1 E majus aigu	ISO L1 Cap E acute
ISO L1 E majus circonflexe	ISO L1 Cap E circumflex
ISO L1 E majus grave	ISO L1 Cap E grave
ISO L1 E majus umlaut	ISO L1 Cap E umlaut
ISO L1 Et commercial	ISO L1 Ampersand
ISO L1 eth islandais	ISO L1 eth Icelandic
ISO L1 Eth majus islandais	ISO L1 Cap Eth Icelandic
ISO L1 Guillemets	ISO L1 Quotation mark
ISO L1 i aigu	ISO L1 i acute
ISO L1 i circonflexe	ISO L1 i circumflex
ISO L1 I majus aigu	ISO L1 Cap I acute
ISO L1 I majus circonflexe	ISO L1 Cap I circumflex
ISO L1 I majus grave	ISO L1 Cap I grave
ISO L1 I majus umlaut	ISO L1 Cap I umlaut
ISO L1 Inférieur à	ISO L1 Less than
ISO L1 Marque déposée	ISO L1 Registered
ISO L1 N majus tilde	ISO L1 Cap N tilde
ISO L1 o aigu	ISO L1 o acute
ISO L1 o barré	ISO L1 o slash
ISO L1 o circonflexe	ISO L1 o circumflex
ISO L1 O majus aigu	ISO L1 Cap O acute
ISO L1 O majus barré	ISO L1 Cap O slash
ISO L1 O majus circonflexe	ISO L1 Cap O circumflex
ISO L1 O majus grave	ISO L1 Cap O grave
ISO L1 O majus tilde	ISO L1 Cap O tilde
ISO L1 O majus umlaut	ISO L1 Cap O umlaut
ISO L1 s Es zett allemand	ISO L1 sharp s German
ISO L1 Supérieur à	ISO L1 Greater than
ISO L1 thorn islandais	ISO L1 thorn Icelandic
ISO L1 THORN majus islandais	ISO L1 Cap THORN Icelandic
ISO L1 u aigu	ISO L1 u acute
ISO L1 u circonflexe	ISO L1 u circumflex
ISO L1 U majus aigu	ISO L1 Cap U acute
ISO L1 U majus circonflexe	ISO L1 Cap U circumflex
ISO L1 U majus grave	ISO L1 Cap U grave
ISO L1 U majus umlaut	ISO L1 Cap U umlaut
ISO L1 y aigu	ISO L1 y acute
ISO L1 Y majus aigu	ISO L1 Cap Y acute
Italique	Italic
Italique et souligné	Italic and Underline
Janvier	January
Jaune	Yellow
Jeu de caractères	Character set
Jeudi	Thursday
Jointures chercher par formule	Query by formula joins
Jour de	Day of
JSON PARSE TABLEAU	JSON PARSE ARRAY
JSON Stringify tableau	JSON Stringify array
Juillet	July
Juin	June
kp aperçu aucun	kp preview none
kp aperçu automatique	kp preview automatic
kp aperçu PDF	kp preview PDF
kp aperçu XPS	kp preview XPS
LANCER PROCESS EXTERNE	LAUNCH EXTERNAL PROCESS
Langue courante	Current localization
Langue interne 4D	Internal 4D localization
Langue par défaut	Default localization
Langue système utilisateur	User system localization
LDAP mot de passe en clair	LDAP clear password
LDAP mot de passe en digest MD5	LDAP digest MD5 password
LDAP racine et suivant	LDAP root and next
LDAP racine uniquement	LDAP root only
LDAP tous niveaux	LDAP all levels
Lecture et écriture	Read and Write
Libellé AM heure système	System time AM label
Libellé PM heure système	System time PM label
Licence 4D For OCI	4D For OCI License
Licence 4D ODBC Pro	4D ODBC Pro License
Licence 4D SOAP	4D SOAP License
Licence 4D SOAP locale	4D SOAP Local License
Licence 4D SOAP une connexion	4D SOAP One Connection License
Licence 4D View	4D View License
Licence 4D Web	4D Web License
Licence 4D Web locale	4D Web Local License
Licence 4D Web une connexion	4D Web One Connection License
Licence 4D Write	4D Write License
Licence Serveur SQL 4D	4D SQL Server License
Licence Serveur SQL 4D 1 conn	4D SQL Server One Conn License
Licence Serveur SQL 4D locale	4D SQL Server Local License
Licence SOAP 4D Client	4D Client SOAP License
Licence Web 4D Client	4D Client Web License
Limitation nombre journaux	Circular log limitation
Lire chemin accès	Get Pathname
Lire italienne	Italian Lira
LIRE MOTS CLES TEXTE	GET TEXT KEYWORDS
LIRE PILE DERNIERE ERREUR	GET LAST ERROR STACK
LIRE PROPRIETES DOCUMENT	GET DOCUMENT PROPERTIES
Lire source données XML	Get XML Data Source
Liste commandes enreg	Log Command list
Liste de chiffrement SSL	SSL cipher List
LISTE DES DOCUMENTS	DOCUMENT LIST
LISTE DES DOSSIERS	FOLDER LIST
Liste énumération	Choice list
Liste exclusions	Excluded list
Liste obligations	Required list
Livre irlandaise	Irish Pound
lk affichage entête	lk header display
lk affichage pied	lk display footer
lk afficher	lk display
lk afficher enregistrement	lk display record
lk ajouter à sélection	lk add to selection
lk aucun	lk none
lk automatique	lk automatic
lk avec ellipse	lk with ellipsis
lk cacher surlignage sélection	lk hide selection highlight
lk case à cocher trois états	lk three states checkbox
lk colonne largeur max	lk column max width
lk colonne largeur min	lk column min width
lk colonne redimensionnable	lk column resizable
lk couleur de fond	lk background color
lk couleur de police	lk font color
lk double clic sur ligne	lk double click on row
lk ensemble surlignage	lk highlight set
lk expression couleur de fond	lk background color expression
lk expression couleur de police	lk font color expression
lk expression item courant	lk current item expression
lk expression items sélectionnés	lk selected items expression
lk expression meta	lk meta expression
lk expression pos item courant	lk current item pos expression
lk expression style de police	lk font style expression
lk format numérique	lk numeric format
lk hauteur barre déf hor	lk hor scrollbar height
lk hauteur imprimée	lk printed height
lk hauteur ligne auto	lk auto row height
lk hauteur ligne max	lk row max height
lk hauteur ligne min	lk row min height
lk hérité	lk inherited
lk impression terminée	lk printing is over
lk largeur barre déf ver	lk ver scrollbar width
lk ligne désactivée	lk row is disabled
lk ligne masquée	lk row is hidden
lk ligne non sélectionnable	lk row is not selectable
lk ligne rupture	lk break row
lk ligne unique	lk single
lk lignes	lk lines
lk lignes déplaçables	lk movable rows
lk lignes vides finales	lk extra rows
lk manuel	lk manual
lk marge cellule horizontal	lk cell horizontal padding
lk marge cellule vertical	lk cell vertical padding
lk masquer	lk hide
lk mode de sélection	lk selection mode
lk mode redimensionnement	lk resizing mode
lk modifier enregistrement	lk edit record
lk multilignes	lk multiple
lk multistyle	lk multi style
lk ne rien faire	lk do nothing
lk niveau	lk level
lk nom formulaire détaillé	lk detail form name
lk nombre lignes imprimées	lk printed rows
lk non	lk no
lk num dernière ligne impr	lk last printed row number
lk oui	lk yes
lk pied écart type	lk footer std deviation
lk pied max	lk footer max
lk pied min	lk footer min
lk pied moyenne	lk footer average
lk pied nombre	lk footer count
lk pied personnalisé	lk footer custom
lk pied somme	lk footer sum
lk pied somme des carrés	lk footer sum squares
lk pied variance	lk footer variance
lk remplacer sélection	lk replace selection
lk retour à la ligne	lk allow wordwrap
lk saisie sur clic unique	lk single click edit
lk sans ellipse	lk without ellipsis
lk sélection temporaire	lk named selection
lk supprimer de sélection	lk remove from selection
lk tableau contrôle	lk control array
lk tableau couleur de fond	lk background color array
lk tableau couleur de police	lk font color array
lk tableau hauteurs lignes	lk row height array
lk tableau style	lk style array
lk tout	lk all
lk triable	lk sortable
lk tronquer	lk truncate
lk type affichage	lk display type
lk unité hauteur lignes	lk row height unit
Log avertissement	Log warn
Log débogue	Log debug
Log erreur	Log error
Log niveau diagnostic	Diagnostic log level
Longueur	Length
Lundi	Monday
Mac chaîne en C	Mac C string
Mac chaîne pascal	Mac Pascal string
Mac texte avec longueur	Mac text with length
Mac texte sans longueur	Mac text without length
Mai	May
MAIL Creer piece jointe	MAIL New attachment
mail disposition dans le corps	mail disposition inline
mail disposition en pièce jointe	mail disposition attachment
mail mode UTF8 en base64	mail mode UTF8 in base64
Majusc	Uppercase
Manuel	Manual
Mardi	Tuesday
Mark allemand	Deutsche Mark
Mark finlandais	Finnish Markka
Marron	Brown
Marron foncé	Dark Brown
Mars	March
Masque activation fenêtre	Activate window mask
Masque bouton souris	Mouse button mask
Masque ressource heap système	System heap resource mask
Masque ressource modifiée	Changed resource mask
Masque ressource préchargée	Preloaded resource mask
Masque ressource protégée	Protected resource mask
Masque ressource purgeable	Purgeable resource mask
Masque ressource verrouillée	Locked resource mask
Masque touche commande	Command key mask
Masque touche contrôle	Control key mask
Masque touche contrôle droite	Right control key mask
Masque touche majuscule	Shift key mask
Masque touche majuscule droite	Right shift key mask
Masque touche option	Option key mask
Masque touche option droite	Right option key mask
Masque touche verrouillage maj	Caps Lock key mask
MAXENT	MAXINT
MAXLONGTEXTEAVANTV11	MAXTEXTLENBEFOREV11
Menu Démarrer Win	Start Menu Win_User
Menu Démarrer Win_Tous	Start Menu Win_All
Mercredi	Wednesday
Message d'avertissement	Warning Message
Message d'erreur	Error Message
Message d'information	Information Message
Messages aide activation	Tips enabled
Messages aide délai	Tips delay
Messages aide durée	Tips duration
Methode appelee sur erreur	Method called on error
Méthode de compression compacte	Compact compression mode
Méthode de compression rapide	Fast compression mode
Mettre à jour enregistrements	Update records
Milliers de couleurs	Thousands of colors
Millions de couleurs 24 bits	Millions of colors 24 bit
Millions de couleurs 32 bits	Millions of colors 32 bit
Min version TLS	Min TLS version
Minusc	Lowercase
Minutes secondes	Min Sec
Miroir horizontal	Flip horizontally
Miroir vertical	Flip vertically
Mise à jour fenêtre	Update event
mn s	MM SS
Mode écriture	Write Mode
Mode lecture	Read Mode
Mode réparation auto	Auto repair mode
Mode strict	Strict mode
Modulo	Mod
Mois de	Month of
MONTRER SUR DISQUE	SHOW ON DISK
Mosaïque	Replicated
Motif date abrégé	System date medium pattern
Motif date court	System date short pattern
Motif date long	System date long pattern
Motif heure abrégé	System time medium pattern
Motif heure court	System time short pattern
Motif heure long	System time long pattern
Moyenne	Average
Multiligne Auto	Multiline Auto
Multiligne Non	Multiline No
Multiligne Oui	Multiline Yes
Ne pas changer	Do not modify
Ne pas compacter les index	Do not compact index
Ne pas créer d'historique	Do not create log file
Nil	Is nil pointer
Niveau de compression HTTP	HTTP Compression Level
Noir	Black
Noir et blanc	Black and white
Nom DOCTYPE	DOCTYPE Name
Nom historique avec date heure	Timestamp log file name
Nom methode courante	Current method name
Nombre de formules en cache	Number of formulas in cache
Nombre de millisecondes	Milliseconds
Nombre de parametres	Count parameters
Nombre de ticks	Tickcount
Nombre e	e number
Non	Not
Non compressé	Is not compressed
Non tronquée	Scaled to Fit
Nouveau fichier	New file
Nouveau process	New process
Novembre	November
Numéro automatique table	Table Sequence Number
Numéro de port HTTPS	HTTPS port ID
Numéro de port Serveur SQL	SQL Server Port ID
Numero du jour	Day number
Numéro du port	Port ID
Numéro du port client serveur	Client Server Port ID
Numero du process courant	Current process
OB Copier	OB Copy
OB Est defini	OB Is defined
OB Est vide	OB Is empty
OB FIXER	OB SET
OB FIXER NULL	OB SET NULL
OB FIXER TABLEAU	OB SET ARRAY
OB Lire	OB Get
OB LIRE NOMS PROPRIETES	OB GET PROPERTY NAMES
OB LIRE TABLEAU	OB GET ARRAY
OB Lire type	OB Get type
OB SUPPRIMER	OB REMOVE
Objet avec focus	Object with focus
Objet conteneur sous formulaire	Object subform container
Objet courant	Object current
Objet nommé	Object named
Objet Premier ordre saisie	Object First in entry order
Objet type bouton 3D	Object type 3D button
Objet type bouton image	Object type picture button
Objet type bouton inversé	Object type highlight button
Objet type bouton invisible	Object type invisible button
Objet type bouton poussoir	Object type push button
Objet type bouton radio	Object type radio button
Objet type bouton radio 3D	Object type 3D radio button
Objet type bouton radio image	Object type picture radio button
Objet type cadran	Object type dial
Objet type case à cocher	Object type checkbox
Objet type case à cocher 3D	Object type 3D checkbox
Objet type champ radio bouton	Object type radio button field
Objet type combobox	Object type combobox
Objet type grille de boutons	Object type button grid
Objet type groupe	Object type group
Objet type image statique	Object type static picture
Objet type inconnu	Object type unknown
Objet type indicateur de progression	Object type progress indicator
Objet type ligne	Object type line
Objet type listbox	Object type listbox
Objet type listbox colonne	Object type listbox column
Objet type listbox entête	Object type listbox header
Objet type listbox pied	Object type listbox footer
Objet type liste hiérarchique	Object type hierarchical list
Objet type matrice	Object type matrix
Objet type menu déroulant hiérarchique	Object type hierarchical popup menu
Objet type onglet	Object type tab control
Objet type ovale	Object type oval
Objet type popup liste déroulante	Object type popup dropdown list
Objet type popup menu image	Object type picture popup menu
Objet type rectangle	Object type rectangle
Objet type rectangle arrondi	Object type rounded rectangle
Objet type règle	Object type ruler
Objet type saisie image	Object type picture input
Objet type saisie texte	Object type text input
Objet type séparateur	Object type splitter
Objet type sous formulaire	Object type subform
Objet type texte statique	Object type static text
Objet type zone de groupe	Object type groupbox
Objet type zone plug in	Object type plugin area
Objet type zone view pro	Object type view pro area
Objet type zone web	Object type web area
Objet type zone write pro	Object type write pro area
Objet vers chemin	Object to path
obk non saisissable	obk not enterable
obk non saisissable non focusable	obk not enterable not focusable
obk saisissable	obk enterable
Octobre	October
Optimisation RDP	RDP Optimization
Option alimentation	Paper source option
Option ancienne couche impression	Legacy printing layer option
Option aperçu avant impression	Print preview option
Option couleur	Color option
Option destination	Destination option
Option échelle	Scale option
Option intervalle de page	Page range option
Option mode impression Mac	Mac spool file format option
Option nom document à imprimer	Spooler document name option
Option nombre copies	Number of copies option
Option orientation	Orientation option
Option papier	Paper option
Option recto verso	Double sided option
Ordre octets Macintosh	Macintosh byte ordering
Ordre octets natif	Native byte ordering
Ordre octets PC	PC byte ordering
Ouverture progiciel	Package open
Ouvrir document	Open document
OUVRIR URL	OPEN URL
Parité impaire	Parity Odd
Parité paire	Parity Even
Pas de lien	No relation
Pas de parité	Parity None
Pas de sélection	No Selection
Passage en niveaux de gris	Fade to grey scale
Pause journaux	Pause logging
Périodicité écriture cache	Cache flush periodicity
Peseta espagnole	Spanish Peseta
PHP adresse IP interpréteur	PHP interpreter IP address
PHP port interpréteur	PHP interpreter port
PHP résultat brut	PHP Raw result
Pied de page formulaire	Form Footer
Point	Period
Pointeur vers	Get pointer
Polices	Fonts
Polices favorites	Favorite fonts
Polices récentes	Recent fonts
Polices système	System fonts
POP3 authentification APOP	POP3 authentication APOP
POP3 authentification CRAM MD5	POP3 authentication CRAM MD5
POP3 authentification login	POP3 authentication login
POP3 authentification simple	POP3 authentication plain
POP3 Enreg historique	POP3 Log
Port imprimante MacOS	MacOS Printer Port
Port série MacOS	MacOS Serial Port
Position année date courte	Short date year position
Position jour date courte	Short date day position
Position mois date courte	Short date month position
Posséder source données XML	Own XML Data Source
Préférences utilisateur	User Preferences_User
Préférences utilisateur_Tous	User Preferences_All
Process 4D Server interne	Internal 4D Server Process
Process CSM	MSC Process
Process DB4D Cron	DB4D Cron
Process DB4D Ecriture cache	DB4D Flush cache
Process DB4D Garbage collector	DB4D Garbage collector
Process DB4D Index builder	DB4D Index builder
Process DB4D Listener	DB4D Listener
Process DB4D Miroir	DB4D Mirror
Process DB4D Worker pool utilisateur	DB4D Worker pool user
Process de compilation	Compiler process
Process de restitution	Restore Process
Process de sauvegarde	Backup Process
Process développement	Design Process
Process du fichier d'historique	Log File Process
Process du serveur Web	Web server Process
Process d'activité	Monitor Process
Process et sessions	Processes and sessions
Process exécuté sur client	Execute on Client Process
Process exécuté sur serveur	Execute on Server Process
Process exécution méthode SQL	SQL Method Execution Process
Process gestionnaire clients	Client Manager Process
Process HTTP Ecriture historique	HTTP Log flusher
Process HTTP Listener	HTTP Listener
Process HTTP Worker pool serveur	HTTP Worker pool server
Process interface serveur	Server Interface Process
Process Logger	Logger process
Process macro éditeur de méthod	Method editor macro Process
Process minuteur interne	Internal Timer Process
Process principal	Main Process
Process principal 4D	Main 4D process
Process ServerNet Listener	ServerNet Listener
Process seulement	Processes only
Process SOAP	SOAP Process
Process SQL Listener	SQL Listener
Process SQL Worker pool serveur	SQL Worker pool server
Process sur fermeture	On Exit Process
Process Web 4D distant	Web Process on 4D Remote
Process Web sans contexte	Web Process with no Context
Process Web simultanés maxi	Max Concurrent Web Processes
Process worker	Worker process
Process Worker pool réserve	Worker pool spare
Process Worker pool utilisé	Worker pool in use
Proportionnelle	Scaled to fit proportional
Proportionnelle centrée	Scaled to fit prop centered
PROPRIETES BLOB	BLOB PROPERTIES
Propriétés structure	Structure Settings
Propriétés utilisateur	User Settings
Propriétés utilisateur pour le fichier de données	User settings for data file
Protocole Aucun	Protocol None
Protocole DTR	Protocol DTR
Protocole XONXOFF	Protocol XONXOFF
Quatre couleurs	Four colors
Raccourci avec Aide	Shortcut with Help
Raccourci avec Début	Shortcut with Home
Raccourci avec Echappement	Shortcut with Escape
Raccourci avec Effacement Arrière	Shortcut with Backspace
Raccourci avec Entrée	Shortcut with Enter
Raccourci avec F1	Shortcut with F1
Raccourci avec F10	Shortcut with F10
Raccourci avec F11	Shortcut with F11
Raccourci avec F12	Shortcut with F12
Raccourci avec F13	Shortcut with F13
Raccourci avec F14	Shortcut with F14
Raccourci avec F15	Shortcut with F15
Raccourci avec F2	Shortcut with F2
Raccourci avec F3	Shortcut with F3
Raccourci avec F4	Shortcut with F4
Raccourci avec F5	Shortcut with F5
Raccourci avec F6	Shortcut with F6
Raccourci avec F7	Shortcut with F7
Raccourci avec F8	Shortcut with F8
Raccourci avec F9	Shortcut with F9
Raccourci avec Fin	Shortcut with End
Raccourci avec Flèche bas	Shortcut with Down Arrow
Raccourci avec Flèche droite	Shortcut with Right Arrow
Raccourci avec Flèche gauche	Shortcut with Left Arrow
Raccourci avec Flèche haut	Shortcut with Up Arrow
Raccourci avec Page préc	Shortcut with Page Up
Raccourci avec Page suiv	Shortcut with Page Down
Raccourci avec Retour Charriot	Shortcut with Carriage Return
Raccourci avec Suppression	Shortcut with Delete
Raccourci avec Tabulation	Shortcut with Tabulation
Racine carree	Square root
REACTIVER PROCESS	RESUME PROCESS
Recadrage	Crop
RECEVOIR PAQUET	RECEIVE PACKET
Redim horizontal agrandir	Redim horizontal grow
Redim horizontal aucun	Resize horizontal none
Redim horizontal déplacer	Redim horizontal move
Redim vertical agrandir	Redim vertical grow
Redim vertical aucun	Redim vertical none
Redim vertical déplacer	Redim vertical move
Redimensionnement	Scale
REEL VERS BLOB	REAL TO BLOB
Réinitialisation	Reset
Remplacer chaine	Replace string
Renuméroter les enregistrements	Renumber records
Répétition touche	Auto key event
RESOUDRE ALIAS	RESOLVE ALIAS
RESOUDRE POINTEUR	RESOLVE POINTER
Retour à la ligne	Line feed
Retour arrière	Backspace
Retour chariot	Carriage return
Rouge	Red
Rupture formulaire0	Form Break0
Rupture formulaire1	Form Break1
Rupture formulaire2	Form Break2
Rupture formulaire3	Form Break3
Rupture formulaire4	Form Break4
Rupture formulaire5	Form Break5
Rupture formulaire6	Form Break6
Rupture formulaire7	Form Break7
Rupture formulaire8	Form Break8
Rupture formulaire9	Form Break9
Saisie nom de fichier	File name entry
Samedi	Saturday
Schilling autrichien	Austrian Schilling
Seize couleurs	Sixteen colors
Sélection alias	Allow alias files
Sélection multiple	Multiple Selection
Sélection progiciel	Package selection
Sélection unique	Single Selection
Selectionner document	Select document
Selectionner dossier	Select folder
Séparateur date	Date separator
Séparateur de milliers	Thousand separator
Séparateur décimal	Decimal separator
Séparateur dossier	Folder separator
Séparateur heure	Time separator
Separer chaine	Split string
Septembre	September
Sessions seulement	Sessions only
Seuil de compression HTTP	HTTP Compression Threshold
Seuil process peu cooperatif	Uncooperative process threshold
sk casse insensible	sk case insensitive
sk codes caractère	sk char codes
sk couper espaces	sk trim spaces
sk diacritique insensible	sk diacritic insensitive
sk exécuter dans la base courante	sk execute in current database
sk exécuter dans la base hôte	sk execute in host database
sk ignorer chaîne vide	sk ignore empty strings
sk kana insensible	sk kana insensitive
sk largeur insensible	sk width insensitive
sk mot complet	sk whole word
SMTP authentification CRAM MD5	SMTP authentication CRAM MD5
SMTP authentification login	SMTP authentication login
SMTP authentification simple	SMTP authentication plain
SMTP Enreg historique	SMTP Log
SOAP entrée	SOAP Input
SOAP erreur client	SOAP Client Fault
SOAP erreur serveur	SOAP Server Fault
SOAP nom méthode	SOAP Method Name
SOAP nom service	SOAP Service Name
SOAP sortie	SOAP Output
Somme	Sum
Somme des carres	Sum squares
Souligné	Underline
Source de données système	System Data Source
Source de données utilisateur	User Data Source
Sous chaine	Substring
SQL abandonner si erreur	SQL On error abort
SQL asynchrone	SQL Asynchronous
SQL confirmer si erreur	SQL On error confirm
SQL continuer si erreur	SQL On error continue
SQL jeu de caractères	SQL Charset
SQL longueur maxi données	SQL Max Data Length
SQL nombre maxi lignes	SQL Max Rows
SQL paramètre entrée	SQL Param In
SQL paramètre entrée sortie	SQL Param In Out
SQL paramètre fixer taille	SQL Param Set Size
SQL paramètre sortie	SQL Param Out
SQL taille fragment données	SQL data chunk size
SQL timeout connexion	SQL Connection Time Out
SQL timeout requête	SQL Query Time Out
SQL tous les enregistrements	SQL All Records
SQL utiliser les droits d'accès	SQL Use Access Rights
srl enregistrer réponse sans body	srl log response without body
srl enregistrer sans réponse	srl log no response
srl enregistrer tout	srl log all
ST Balises comme code XML	ST Tags as XML code
ST Balises comme texte brut	ST Tags as plain text
ST Début sélection	ST Start highlight
ST Début texte	ST Start text
ST Expressions 4D comme sources	ST 4D Expressions as sources
ST Expressions 4D comme valeurs	ST 4D Expressions as values
ST Fin sélection	ST End highlight
ST Fin texte	ST End text
ST Liens utilisateur comme libellés	ST User links as labels
ST Liens utilisateur comme liens	ST User links as links
ST Mode affichage expressions	ST Expressions display mode
ST Références comme espaces	ST References as spaces
ST Texte visible avec Expressions 4D comme sources	ST Text displayed with 4D Expression sources
ST Texte visible avec Expressions 4D comme valeurs	ST Text displayed with 4D Expression values
ST Type balise inconnue	ST Unknown tag type
ST Type brut	ST Plain type
ST Type expression	ST Expression type
ST Type image	ST Picture type
ST Type mixte	ST Mixed type
ST Type URL	ST Url type
ST Type utilisateur	ST User type
ST URL comme libellés	ST URL as labels
ST URL comme liens	ST URL as links
ST Valeurs	ST Values
Statut dernière restitution	Last Restore Status
Statut dernière sauvegarde	Last Backup Status
STOCKER ENREGISTREMENT	SAVE RECORD
STOP	ABORT
Superposition	Superimposition
Suppression autorisée	Allow deletion
Supprimer avec contenu	Delete with contents
Supprimer chaine	Delete string
SUPPRIMER DANS BLOB	DELETE FROM BLOB
SUPPRIMER DANS TABLEAU	DELETE FROM ARRAY
SUPPRIMER DOCUMENT	DELETE DOCUMENT
SUPPRIMER DOSSIER	DELETE FOLDER
SUPPRIMER MESSAGES	MESSAGES OFF
Supprimer si vide	Delete only if empty
Sur action suppression	On Delete Action
Sur activation	On Activate
Sur affichage corps	On Display Detail
Sur appel extérieur	On Outside Call
Sur appel zone du plug in	On Plug in Area
Sur après fermeture base hôte	On after host database exit
Sur après frappe clavier	On After Keystroke
Sur après modification	On After Edit
Sur après ouverture base hôte	On after host database startup
Sur après tri	On After Sort
Sur avant fermeture base hôte	On before host database exit
Sur avant frappe clavier	On Before Keystroke
Sur avant ouverture base hôte	On before host database startup
Sur avant saisie	On Before Data Entry
Sur case de fermeture	On Close Box
Sur changement de page	On Page Change
Sur chargement	On Load
Sur chargement ligne	On Load Record
Sur chargement ressource URL	On URL Resource Loading
Sur clic	On Clicked
Sur clic alternatif	On Alternative Click
Sur clic entête	On Header Click
Sur clic long	On Long Click
Sur clic pied	On Footer Click
Sur contracter	On Collapse
Sur début chargement URL	On Begin URL Loading
Sur début glisser	On Begin Drag Over
Sur début survol	On Mouse Enter
Sur défilement	On Scroll
Sur déplacement colonne	On Column Moved
Sur déplacement ligne	On Row Moved
Sur déployer	On Expand
Sur déposer	On Drop
Sur désactivation	On Deactivate
Sur données modifiées	On Data Change
Sur double clic	On Double Clicked
Sur entête	On Header
Sur erreur chargement URL	On URL Loading Error
Sur fermeture corps	On Close Detail
Sur filtrage URL	On URL Filtering
Sur fin chargement URL	On End URL Loading
Sur fin survol	On Mouse Leave
Sur fond	On Background
Sur gain focus	On Getting Focus
Sur glisser	On Drag Over
Sur impression corps	On Printing Detail
Sur impression pied de page	On Printing Footer
Sur impression sous total	On Printing Break
Sur libération	On Unload
Sur menu sélectionné	On Menu Selected
Sur minuteur	On Timer
Sur modif variable liée	On Bound Variable Change
Sur nouvelle sélection	On Selection Change
Sur objet verrouillé abandonner	On object locked abort
Sur objet verrouillé confirmer	On object locked confirm
Sur objet verrouillé réessayer	On object locked retry
Sur ouverture corps	On Open Detail
Sur ouverture lien externe	On Open External Link
Sur passage arrière plan	On application background move
Sur passage premier plan	On application foreground move
Sur perte focus	On Losing Focus
Sur redimensionnement	On Resize
Sur redimensionnement colonne	On Column Resize
Sur redimensionnement ligne	On Row Resize
Sur refus ouverture fenêtre	On Window Opening Denied
Sur relâchement bouton	On Mouse Up
Sur sauvegarde enregistrement	On Saving Existing Record Event
Sur sauvegarde nouvel enreg	On Saving New Record Event
Sur suppression enregistrement	On Deleting Record Event
Sur survol	On Mouse Move
Sur validation	On Validate
Sur VP plage changée	On VP Range Changed
Sur VP prêt	On VP Ready
SUSPENDRE PROCESS	PAUSE PROCESS
Suspendu	Paused
Symbole monétaire	Currency symbol
Synchro auto dossier Resources	Auto Synchro Resources Folder
Système	System
Système date abrégé	System date abbreviated
Système date court	System date short
Système date long	System date long
Système heure court	System time short
Système heure long	System time long
Système heure long abrégé	System time long abbreviated
TABLEAU ALPHA	ARRAY STRING
TABLEAU BLOB	ARRAY BLOB
TABLEAU BOOLEEN	ARRAY BOOLEAN
TABLEAU DATE	ARRAY DATE
TABLEAU ENTIER	ARRAY INTEGER
TABLEAU ENTIER LONG	ARRAY LONGINT
TABLEAU HEURE	ARRAY TIME
TABLEAU IMAGE	ARRAY PICTURE
TABLEAU MULTI TRI	MULTI SORT ARRAY
TABLEAU OBJET	ARRAY OBJECT
TABLEAU POINTEUR	ARRAY POINTER
TABLEAU REEL	ARRAY REAL
TABLEAU TEXTE	ARRAY TEXT
TABLEAU VERS COLLECTION	ARRAY TO COLLECTION
Tabulation	Tab
Tâche externe	External Task
Taille BLOB	BLOB size
Taille document	Get document size
Taille écran	Screen size
Taille maximum requêtes Web	Maximum Web requests size
Taille minimum libération cache	Cache unload minimum size
Taille pile process base server	Server Base Process Stack Size
Taille tableau	Size of array
TCPUDP enreg historique	TCPUDP log recording
Tester chemin acces	Test path name
Texte méthode	Full method text
Texte méthode surligné	Highlighted method text
Texte supplémentaire	Additional text
TEXTE VERS BLOB	TEXT TO BLOB
TEXTE VERS DOCUMENT	TEXT TO DOCUMENT
Timeout 4D mode distant	4D Remote Mode Timeout
Timeout 4D Server	4D Server Timeout
Timeout connexions inactives	Idle Connections Timeout
Timeout mise en veille connexion à distance	Remote connection sleep timeout
Touche aide	Help Key
Touche bas	Down Arrow Key
Touche début	Home Key
Touche droite	Right Arrow Key
Touche échappement	Escape Key
Touche enfoncée	Key down event
Touche entrée	Enter Key
Touche F1	F1 Key
Touche F10	F10 Key
Touche F11	F11 Key
Touche F12	F12 Key
Touche F13	F13 Key
Touche F14	F14 Key
Touche F15	F15 Key
Touche F2	F2 Key
Touche F3	F3 Key
Touche F4	F4 Key
Touche F5	F5 Key
Touche F6	F6 Key
Touche F7	F7 Key
Touche F8	F8 Key
Touche F9	F9 Key
Touche fin	End Key
Touche gauche	Left Arrow Key
Touche haut	Up Arrow Key
Touche page précédente	Page Up Key
Touche page suivante	Page Down Key
Touche relâchée	Key up event
Touche retour arrière	Backspace Key
Touche retour chariot	ReturnKey
Touche tab	Tab Key
TOUT SELECTIONNER	ALL RECORDS
Tout vérifier	Verify All
TRAITER BALISES 4D	PROCESS 4D TAGS
Translation	Translate
Transparence	Transparency
Trier par formule serveur	Order By Formula On Server
TRIER TABLEAU	SORT ARRAY
Troncature	Trunc
Tronquée centrée	Truncated Centered
Tronquée non centrée	Truncated non Centered
Trouver regex	Match regex
Type application	Application type
Type chaine avec fuseau horaire	String type with time zone
Type chaine sans fuseau horaire	String type without time zone
Type date	Date type
Type index par défaut	Default Index Type
URI document	Document URI
UTF8 chaîne en C	UTF8 C string
UTF8 texte avec longueur	UTF8 text with length
UTF8 texte sans longueur	UTF8 text without length
Utiliser ancienne couche réseau	Use legacy Network Layer
Utiliser définition structure	Use structure definition
Utiliser dossier par défaut	Use default folder
Utiliser fenêtre feuille	Use Sheet Window
Utiliser fichier sélectionné	Use selected file
Utiliser interpreter AST	Use AST interpreter
Utiliser réf image	Use PicRef
Valeur User param	User param value
VARIABLE VERS BLOB	VARIABLE TO BLOB
Vendredi	Friday
Vérifier enregistrements	Verify Records
Vérifier index	Verify Indexes
Vers ensemble	Into set
Vers historique commandes 4D	Into 4D Commands Log
Vers historique diagnostic	Into 4D Diagnostic Log
Vers historique requêtes 4D	Into 4D Request Log
Vers message débogage	Into 4D Debug Message
Vers observateur Windows	Into Windows Log Events
Vers sélection courante	Into current selection
Vers sélection temporaire	Into named selection
Vers sorties standard système	Into system standard outputs
Vers variable	Into variable
Version 64 bits	64 bit Version
Version application	Application version
Version de démonstration	Demo Version
Version Libldap	Libldap version
Version Libsasl	Libsasl version
Version Libzip	Libzip version
Version OpenSSL	OpenSSL version
Vert	Green
Vert foncé	Dark Green
Vide si date nulle	Blank if null date
Vide si heure nulle	Blank if null time
Violet	Purple
Vitesse 115200	Speed 115200
Vitesse 1200	Speed 1200
Vitesse 1800	Speed 1800
Vitesse 19200	Speed 19200
Vitesse 230400	Speed 230400
Vitesse 2400	Speed 2400
Vitesse 300	Speed 300
Vitesse 3600	Speed 3600
Vitesse 4800	Speed 4800
Vitesse 57600	Speed 57600
Vitesse 600	Speed 600
Vitesse 7200	Speed 7200
Vitesse 9600	Speed 9600
Vrai	True
vss disponible	vss available
vss erreur	vss error
vss mise à jour requise	vss update required
vss non disponible	vss not available
WA autoriser déposer URL	WA enable URL drop
WA autoriser inspecteur Web	WA Enable Web inspector
WA autoriser menu contextuel	WA Enable contextual menu
WA URLs précédents	WA Previous URLs
WA URLs suivants	WA Next URLs
wdl activer avec body request	wdl enable with request body
wdl activer avec body response	wdl enable with response body
wdl activer avec tous body	wdl enable with all body parts
wdl activer sans body	wdl enable without body
wdl désactiver log	wdl disable web log
Web adresse IP d'écoute	Web IP address to listen
Web chemin du cookie de session	Web Session cookie path
Web client adresse IP d'écoute	Web Client IP address to listen
Web CORS activé	Web CORS enabled
Web domaine du cookie de session	Web Session cookie domain
Web enreg requêtes	Web Log Recording
Web HSTS activé	Web HSTS enabled
Web HTTP activé	Web HTTP enabled
Web HTTPS activé	Web HTTPS enabled
Web jeu de caractères	Web Character set
Web niveau de compression HTTP	Web HTTP Compression Level
Web nom du cookie de session	Web Session cookie name
Web nombre de sessions max	Web Max sessions
Web numéro de port HTTPS	Web HTTPS Port ID
Web numéro du port	Web Port ID
Web process Web simultanés maxi	Web Max Concurrent Processes
Web propriétés CORS	Web CORS settings
Web SameSite Aucun	Web SameSite None
Web serveur de base de données	Web server database
Web serveur de base de données hôte	Web server host database
Web serveur recevant requête	Web server receiving request
Web Service afficher dial auth	Web Service display auth dialog
Web Service code erreur	Web Service Error Code
Web Service code statut HTTP	Web Service HTTP Status code
Web Service compression HTTP	Web Service HTTP Compression
Web Service dynamique	Web Service Dynamic
Web Service effacer infos auth	Web Service reset auth settings
Web Service entrée manuel	Web Service Manual In
Web Service header SOAP	Web Service SOAP Header
Web Service manuel	Web Service Manual
Web Service message	Web Service Detailed Message
Web Service origine erreur	Web Service Fault Actor
Web Service sortie manuel	Web Service Manual Out
Web Service timeout HTTP	Web Service HTTP Timeout
Web Service version SOAP	Web Service SOAP Version
Web session extensible	Web scalable session
Web sessions anciennes	Web legacy session
Web seuil de compression HTTP	Web HTTP Compression Threshold
Web taille max requêtes	Web Maximum requests size
Web timeout process	Web Inactive process timeout
Web timeout session	Web Inactive session timeout
Web TRACE HTTP	Web HTTP TRACE
Web validation adresse IP de session acctivé	Web Session IP address validation enabled
wk page web complète	wk web page complete
wk page web html 4D	wk web page html 4D
XML activé	XML enabled
XML avec échappement	XML with escaping
XML avec indentation	XML with indentation
XML casse insensible	XML case insensitive
XML casse sensible	XML case sensitive
XML codec natif	XML Native codec
XML commentaire	XML comment
XML convertir en PNG	XML Convert to PNG
XML datetime local absolu	XML datetime local absolute
XML début document	XML start Document
XML début élément	XML start Element
XML désactivé	XML disabled
XML DOM sensibilité à la casse	XML DOM case sensitivity
XML données brutes	XML raw data
XML durée	XML duration
XML encodage binaire	XML binary encoding
XML encodage chaînes	XML string encoding
XML encodage dates	XML date encoding
XML encodage heures	XML time encoding
XML encodage images	XML picture encoding
XML entité	XML entity
XML fin de ligne	XML line ending
XML fin document	XML end Document
XML fin élément	XML end Element
XML instruction de traitement	XML processing Instruction
XML résolution des entités externes	XML external entity resolution
XML sans indentation	XML no indentation
XML secondes	XML seconds
XML valeur par défaut	XML default
XY Ecran	XY Screen
XY Fenêtre courante	XY Current window
XY Fenêtre principale	XY Main window
XY Formulaire courant	XY Current form
ZIP Chiffrement AES128	ZIP Encryption AES128
ZIP Chiffrement AES192	ZIP Encryption AES192
ZIP Chiffrement AES256	ZIP Encryption AES256
ZIP Chiffrement aucun	ZIP Encryption none
ZIP Compression aucune	ZIP Compression none
ZIP Ignorer fichier invisible	ZIP Ignore invisible files
ZIP Sans dossier parent	ZIP Without enclosing folder
Zone de travail	Screen work area
"""
