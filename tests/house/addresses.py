"""Who may open each address that is no record page. An address that is not here fails the build.

PUBLIC: anybody. OWN: whoever is signed in, her own things. HOME: the staff of the home named in it.
CHILD: whoever may see the child named in it. HIDDEN: guarded by a secret of its own.
"""

PUBLIC = {"health", "account_login", "account_logout"}
OWN = {"front", "homes", "home-choose", "today", "write", "more", "floor"}
HOME = {"house-now"}
CHILD = set()
HIDDEN = set()

# Addresses of libraries, guarded by themselves and by our middleware: whole families.
FAMILIES = ("admin:", "mfa_", "account_", "usersessions_")
DECLARED = PUBLIC | OWN | HOME | CHILD | HIDDEN
