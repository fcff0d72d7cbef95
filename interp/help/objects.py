"""The properties that commands of the mail read of the objects they are given.

Data: the reference describes these objects, no declaration does.
"""

from __future__ import annotations

_ACCOUNT = (
    "host port user password accessTokenOAuth2 authenticationMode acceptUnsecureConnection connectionTimeOut"
    " logFile"
)
_MAIL = (
    "from to subject textBody htmlBody attachments cc bcc replyTo sender sendAt headers keywords comments references"
    " inReplyTo messageId bodyStructure bodyValues"
)
#: By command or function and parameter.
_PROPERTIES = {
    "SMTP New transporter/server": f"{_ACCOUNT} keepAlive sendTimeOut headerCharset bodyCharset",
    "POP3 New transporter/server": _ACCOUNT,
    "IMAP New transporter/parameter": f"{_ACCOUNT} checkConnectionDelay listener",
    "SMTPTransporter.send/mail": _MAIL,
    "IMAPTransporter.append/mailObj": _MAIL,
    "MAIL Convert to MIME/mail": _MAIL,
    "IMAPTransporter.getMail/options": "withBody updateSeen",
    "IMAPTransporter.getMails/options": "withBody updateSeen",
    "IMAPTransporter.getBoxList/parameters": "isSubscribed names",
}


def properties_for(title: str, parameter: str) -> list[str]:
    """The properties of the object that *parameter* of a command or function takes, the usual ones first."""
    return _PROPERTIES.get(f"{title}/{parameter}", "").split()
