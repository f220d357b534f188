"""Who may open each address that is no record page. An address that is not here fails the build.

PUBLIC: anybody. OWN: whoever is signed in, her own things. HOME: the staff of the home named in it.
CHILD: whoever may see the child named in it. HIDDEN: guarded by a secret of its own.
RECORD: whoever works at the home of the record named in it. STAFF: whoever sees who works there.
"""

PUBLIC = {
    "health",
    "account_login",
    "account_logout",
    "manifest",
    "service-worker",
    "offline",
    "keys",
    "hide",
    "draft-key",  # answers 401 in words that the page's own script reads
}
OWN = {
    "front",
    "homes",
    "today",
    "write",
    "more",
    "floor",
    "me",
    "me-pin",
    "session-stay",
    "inbox",
    "inbox-read",
    "inbox-read-all",
    "find",
    "find-results",
    "go",
    "link-end",
    "drafts",
    "draft",
    "draft-words",
    "draft-throw-away",
    "draft-files",
    "draft-compare",
    "upload",
    "upload-small",
    "file",
    "file-small",
    "sign-in-fully",
    "children",
    "since",
    "diary-feed",
    "due-feed",
}
HOME = {
    "house-now",
    "home-choose",
    "fridge-round",
    "diary-week",
    "nights-slept",
    "rooms",
    "diary-day",
    "night",
    "child-new",
    "due",
    "due-month",
    "due-print",
    "duties",
    "duties-law",
    "duty",
}
HOME |= {"home-papers", "home-paper"}
# Of those who may see referrals, or write plans: each page asks for itself.
PAPERS = {
    "owed-child",
    "owed-child-ask",
    "owed-referral",
    "owed-referral-ask",
    "owed-came",
    "owed-home",
}
HOME |= {"register", "register-print"}
# Only for those who answer when a council asks: who comes to live here.
PLACEMENT = {"coming", "gate", "gate-lift"}
HOME |= {"welcome-home", "welcome-map"}
CHILD = {
    "child",
    "child-change",
    "child-move",
    "child-leave",
    "child-access",
    "child-access-end",
    "child-access-until",
    "child-back",
    "diary-list",
    "outing-go",
    "outing-back",
    "child-papers",
    "child-paper",
    "chronology",
    "child-file",
}
RECORD = {"visitor-again", "visitor-left", "night-look", "night-put-right"}
# Only for who may see who might come to live here: not for care workers.
COMING = {"referral-take-in", "referral-by-phone"}
COMING |= {"referral-no", "referral-maybe", "referral-words", "referral-weigh"}
MANAGER = {
    "the-log",
    "log-check",
    "log-progress",
    "tablets",
    "tablet-end",
    "invite",
    "intervals",
    "interval",
    "kept-from",
    "kept-from-end",
    "owed-rhythm",
    "manager",
    "rate",
}
CHILD |= {"first-day-begin"}
RECORD |= {"first-day", "first-day-tick", "first-day-hand-over", "first-day-name"}
RECORD |= {"first-day-heard"}
OWN |= {"my-photo", "my-photo-small"}
# Only for who may send records out: of this home, of this child, or her own.
EXPORT = {"home-bundle", "home-paper-long", "child-bundle", "child-paper-long"}
EXPORT |= {"bundle", "bundle-progress", "bundle-fetch"}
STAFF = {"person"}
HIDDEN = {"tablet", "tablet-pin", "link", "diary-ics", "due-ics"}

# Addresses of libraries, guarded by themselves and by our middleware: whole families.
FAMILIES = ("admin:", "mfa_", "account_", "usersessions_")
NAMELESS = ("admin/",)  # Django's admin redirects old addresses without a name
DECLARED = set().union(
    PUBLIC, OWN, HOME, CHILD, MANAGER, STAFF, HIDDEN, RECORD, EXPORT, COMING, PAPERS, PLACEMENT
)

# A GET that changes something by being asked: it ends the session that had the tablet, or it is
# a calendar's own address. Walks over every page leave these out; they have tests of their own.
CHANGED_BY_LOOKING = {"tablet", "tablet-pin", "hide", "account_logout"}
