"""Every setting of Cura. What a home sets stands in `.env.example`, each with its reason."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.contrib.messages import constants as messages

from cura import logs, schedule

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")

# ---- where things are ---------------------------------------------------------------------
DATA = Path(env("CURA_DATA", default=str(BASE_DIR / "data")))
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
DEMO = env.bool("DEMO", default=False)  # demonstration mode: no second factor, printed passwords
DEBUG = env.bool("DEBUG", default=False)
INSECURE_KEY = "insecure-only-for-a-demonstration-on-this-machine"
SECRET_KEY = env("SECRET_KEY", default=INSECURE_KEY).strip()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env("SITE_URL", default="http://localhost:8000")

# ---- apps ---------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates, for the renderer below
    "cura.core.accounts.admin_config.CuraAdminConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "guardian",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_structlog",
    "csp",
    "cura.core.ui",
    "cura.core.audit",
    "cura.core.accounts",
    "cura.core.attachments",
    "cura.core.links",
    "cura.core.deadlines",
    "cura.core.notices",
    "cura.core.search",
    "cura.core.documents",
    "cura.core.records",
    "cura.core.panels",
    "residents",
    "placements",
    "staffing",
    "safeguarding",
    "compliance",
    "cura",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cura.core.accounts.middleware.remember_access",
    "cura.core.accounts.middleware.session_limits",
    "django_structlog.middlewares.RequestMiddleware",
    "cura.core.audit.middleware.request_context",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "cura.core.accounts.middleware.second_factor_gate",
    "cura.core.accounts.middleware.private_pages",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cura.urls"
WSGI_APPLICATION = "cura.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cura.core.panels.shell.shell",
            ],
            "builtins": ["cura.core.ui.templatetags.cura_ui"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
MESSAGE_TAGS = {messages.ERROR: "danger"}

# ---- stores -------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'cura.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL and IMMEDIATE: readers never wait, writers queue. FULL: a signature outlives a power cut.
    # recursive_triggers: without it INSERT OR REPLACE walks round the guards.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 5}
    if password := env("DATABASE_PASSWORD", default="").strip():
        DATABASES["default"]["PASSWORD"] = password
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

REDIS_URL = env("REDIS_URL", default="").strip()
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
    }
}

# ---- Celery: file-system broker when there is no Redis ----------------------------------------
BROKER_FOLDER = DATA / "broker"
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
else:
    BROKER_FOLDER.mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://localhost"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(BROKER_FOLDER),
        "data_folder_out": str(BROKER_FOLDER),
        "control_folder": str(BROKER_FOLDER / "control"),
    }
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # one way of writing the log
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA / "beat-schedule")
CELERY_BEAT_SCHEDULE = schedule.SCHEDULE

# ---- who you are --------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ANONYMOUS_USER_NAME = None  # guardian: nobody is nobody
GUARDIAN_MONKEY_PATCH_USER = False
# guardian's own backend knows no dates: access.py asks its rows with them (docs/adr/0005).
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "cura.core.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# login_failed: only for codes of the second factor; for passwords accounts/lockout.py counts.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key",
    "login": "120/m/ip",
    "reset_password": "10/m/ip,3/15m/key",
}
ACCOUNT_FORMS = {
    "login": "cura.core.accounts.forms.SignInForm",
    "reauthenticate": "cura.core.accounts.forms.AgainForm",
    "change_password": "cura.core.accounts.forms.ChangePasswordForm",
    "reset_password": "cura.core.accounts.forms.ForgottenForm",
    "reset_password_from_key": "cura.core.accounts.forms.FirstPasswordForm",
}
MFA_FORMS = {
    "authenticate": "cura.core.accounts.forms.CodeForm",
    "reauthenticate": "cura.core.accounts.forms.CodeAgainForm",
    "activate_totp": "cura.core.accounts.forms.AppForm",
    "add_webauthn": "cura.core.accounts.forms.AddKeyForm",
}
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("TLS", default=False) else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO
MFA_TOTP_ISSUER = "Cura"
USERSESSIONS_TRACK_ACTIVITY = False  # else each page writes a row; sign-ins are noted anyway
SESSION_ABSOLUTE_SECONDS = env.int("SESSION_ABSOLUTE_HOURS", default=13) * 3600
SESSION_SAVE_EVERY_REQUEST = False

# ---- safe transport -----------------------------------------------------------------------
TLS = env.bool("TLS", default=False)  # a TLS proxy stands in front
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-session" if TLS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrf"
if TLS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}

# ---- mail, files, words ---------------------------------------------------------------------
MAILS = f"filemail:///{DATA}/mails" if DEMO else "consolemail://"
vars().update(env.email("EMAIL_URL", default=MAILS))
EMAIL_TIMEOUT = 20  # seconds; a mail's first gap (notices/sending.py) is far longer
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Cura <cura@example.org>")
ATTACHMENT_MAX_BYTES = env.int("ATTACHMENT_MAX_MB", default=20) * 1024 * 1024
ATTACHMENT_SCANNER = env("ATTACHMENT_SCANNER", default="")
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(DATA / "static")))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
# Compressing takes a quarter of a minute: done for a home, not for a look at the demonstration.
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if DEMO:
    STATIC_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
if DEBUG:
    STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
DATETIME_FORMAT = "D j M Y, H:i"
DATE_FORMAT = "D j M Y"
SHORT_DATE_FORMAT = "j M Y"
TIME_FORMAT = "H:i"

LOGGING = logs.configure(env("LOG_LEVEL", default="WARNING"))
