//--- 6
// The session has the privileges of the role.
Session.setPrivileges(["simple"; "medium"])
