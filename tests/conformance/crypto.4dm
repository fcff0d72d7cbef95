// crypto: an RSA key signs and verifies
$key:=4D.CryptoKey.new({type: "RSA"})
ASSERT(OB Instance of($key; 4D.CryptoKey))
ASSERT(($key.type="RSA") & ($key.size=2048) & Undefined($key.curve) & Undefined($key.pem))
$signature:=$key.sign("hello world"; {type: "RSA"})
ASSERT(Length($signature)=344)
$public:=4D.CryptoKey.new({type: "PEM"; pem: $key.getPublicKey()})
ASSERT(($public.type="PEM") & ($public.size=2048) & ($public.getPrivateKey()=""))
ASSERT($public.verify("hello world"; $signature; {}).success)
$status:=$public.verify("Hello world"; $signature; {})
ASSERT(Not($status.success) & ($status.errors.length=1))
ASSERT(Not($public.verify("hello world"; $signature; {hash: "SHA512"}).success))
ASSERT(Not($public.verify("hello world"; "no Base64!"; {}).success))
$options:={hash: "SHA384"; pss: True; encoding: "Base64URL"}
$signature:=$key.sign("é"; $options)
ASSERT($public.verify("é"; $signature; $options).success)
ASSERT(Not($public.verify("é"; $signature; {hash: "SHA384"; encoding: "Base64URL"}).success))
var $blob : Blob
TEXT TO BLOB("é"; $blob; UTF8 text without length)
ASSERT($public.verify($blob; $signature; $options).success)
ASSERT($public.sign("x"; {})="")  //! sign: wanted a private key, got a public one
//---
// crypto: an RSA key of a size encrypts and decrypts
$key:=4D.CryptoKey.new({type: "RSA"; size: 1024})
ASSERT($key.size=1024)
$secret:=$key.encrypt("é secret"; {hash: "SHA1"})
$status:=$key.decrypt($secret; {hash: "SHA1"})
ASSERT($status.success & ($status.result="é secret"))
ASSERT($key.encrypt("é secret"; {hash: "SHA1"})#$secret)
$status:=$key.decrypt($secret; {hash: "SHA256"})
ASSERT(Not($status.success) & ($status.errors.length=1) & Undefined($status.result))
$options:={encodingDecrypted: "Base64"; encodingEncrypted: "Base64URL"}
ASSERT($key.decrypt($key.encrypt("AAEC"; $options); $options).result="AAEC")
$again:=4D.CryptoKey.new({type: "PEM"; pem: $key.getPrivateKey()})
ASSERT($again.getPublicKey()=$key.getPublicKey())
ASSERT($again.pem=$key.getPrivateKey())
$key.encrypt("x"*500; {})  //! encrypt: message: 500 bytes are too many for a key of 1024 bits
//---
// crypto: an ECDSA key makes signatures for tokens
$key:=4D.CryptoKey.new({type: "ECDSA"; curve: "prime256v1"})
ASSERT(($key.type="ECDSA") & ($key.curve="prime256v1") & Undefined($key.size))
$signature:=$key.sign("hello world"; {hash: "SHA256"; encoding: "Base64URL"})
ASSERT(Length($signature)=86)
ASSERT($key.verify("hello world"; $signature; {hash: "SHA256"; encoding: "Base64URL"}).success)
ASSERT(Not($key.verify("hello"; $signature; {hash: "SHA256"; encoding: "Base64URL"}).success))
ASSERT(4D.CryptoKey.new({type: "ECDSA"; curve: "secp521r1"}).curve="secp521r1")
ASSERT(4D.CryptoKey.new({type: "PEM"; pem: $key.getPrivateKey()}).curve="prime256v1")
$key.encrypt("x"; {})  //! encrypt: wanted an RSA key, an ECDSA key can only sign
//---
// crypto: a type that is none
$key:=4D.CryptoKey.new({type: "DSA"})  //! 4D.CryptoKey.new: type: wanted RSA, ECDSA or PEM, got "DSA"
//---
// crypto: no PEM
$key:=4D.CryptoKey.new({type: "PEM"; pem: "-----BEGIN PUBLIC KEY-----\nxx\n-----END PUBLIC KEY-----"})  //! wanted a public key in PEM format
//---
// crypto: blobs encrypted by a sender, and for a recipient
var $data; $private; $public; $private2; $public2 : Blob
GENERATE ENCRYPTION KEYPAIR($private; $public)
GENERATE ENCRYPTION KEYPAIR($private2; $public2; 2048)
ASSERT(BLOB to text($private; UTF8 text without length)="-----BEGIN RSA PRIVATE KEY-----@")
ASSERT(BLOB to text($public; UTF8 text without length)="-----BEGIN RSA PUBLIC KEY-----@")
TEXT TO BLOB("the message"; $data; UTF8 text without length)
ENCRYPT BLOB($data; $private)
ASSERT(Position("message"; Convert to text($data; "ISO-8859-1"))=0)
DECRYPT BLOB($data; $public)
ASSERT(BLOB to text($data; UTF8 text without length)="the message")
ENCRYPT BLOB($data; $private; $public2)
$kept:=$data
ASSERT(Undefined(Try(Decrypted_with_one($data; $public))))
DECRYPT BLOB($data; $public; $private2)
ASSERT(BLOB to text($data; UTF8 text without length)="the message")
//% method Decrypted_with_one
#DECLARE($data : Blob; $key : Blob) : Variant
DECRYPT BLOB($data; $key)
return $data
//% end
//---
// crypto: a changed blob is an error
var $data; $private; $public : Blob
GENERATE ENCRYPTION KEYPAIR($private; $public)
ENCRYPT BLOB($data; $private)
$data{BLOB size($data)-1}:=$data{BLOB size($data)-1} ^| 1
DECRYPT BLOB($data; $public)  //! DECRYPT BLOB: toDecrypt: the blob was changed, or encrypted with other keys .error -10600
//---
// crypto: a key that is none
var $data; $key : Blob
ENCRYPT BLOB($data; $key)  //! ENCRYPT BLOB: wanted a private key in PEM format
