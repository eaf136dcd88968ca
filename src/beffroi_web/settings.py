"""Django's settings, built from Beffroi's own (``beffroi.settings``): nothing else is read here."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from beffroi.settings import load
from beffroi_web.database.address import database
from beffroi_web.database.current_sqlite import install
from beffroi_web.mail import mail_settings
from beffroi_web.secret import secret_key

install()

BEFFROI = load()
BEFFROI.home.mkdir(parents=True, exist_ok=True)
PACKAGE = Path(__file__).parent

SECRET_KEY = secret_key(BEFFROI)
DEBUG = False
ALLOWED_HOSTS = [name.strip() for name in BEFFROI.hosts.split(",") if name.strip()]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "beffroi_web.look",
    "beffroi_web.home",
    "beffroi_web.llm",
    "beffroi_web.modeles",
    "beffroi_web.clarifier",
    "beffroi_web.relecture",
    "beffroi_web.confidentialite",
    "beffroi_web.consultation",
    "beffroi_web.knowledge",
    "beffroi_web.assistants",
    "beffroi_web.lisibilite",
    "beffroi_web.verifier",
    "beffroi_web.openings",
    "beffroi_web.public",
    "beffroi_web.accounts",
    "beffroi_web.collectivites",
    "beffroi_web.journal",
    "beffroi_web.jobs",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "beffroi_web.look.kept.KeepTyped",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "beffroi_web.collectivites.middleware.CurrentCollectivite",
    "beffroi_web.look.house.NeedsCollectivite",
    "beffroi_web.accounts.middleware.RequireSecondFactor",
    "beffroi_web.error_pages.NoPage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "beffroi_web.urls"
WSGI_APPLICATION = "beffroi_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", ["beffroi_web.look.loader.Loader"])
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": database(BEFFROI)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "beffroi_web.accounts.backends.EmailBackend",
]
if BEFFROI.oidc_issuer:  # the libraries of OpenID Connect weigh 20 MB: only where they serve
    AUTHENTICATION_BACKENDS.append("beffroi_web.accounts.oidc.ProConnect")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:connexion"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "accounts:connexion"
SESSION_ENGINE = "beffroi_web.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_SAVE_EVERY_REQUEST = False
PASSWORD_RESET_TIMEOUT = 24 * 3600

OTP_TOTP_ISSUER = "Beffroi"
OTP_TOTP_THROTTLE_FACTOR = 1

# Five wrong passwords for one address from one place close the door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "accounts/verrouille.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_USERNAME_FORM_FIELD = "username"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # the journal says who signed in
AXES_ENABLE_ADMIN = False

vars().update(mail_settings(BEFFROI))

# Cookies and headers
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEFFROI.https
SESSION_COOKIE_NAME = "__Host-session" if BEFFROI.https else "session"
CSRF_COOKIE_NAME = "__Host-jeton" if BEFFROI.https else "jeton"
CSRF_FAILURE_VIEW = "beffroi_web.look.kept.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if BEFFROI.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEFFROI.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# What a request may weigh. A document goes to a file beyond 2.5 MB, never whole in memory.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_TEMP_DIR = BEFFROI.home / "tampon"
FILE_UPLOAD_TEMP_DIR.mkdir(exist_ok=True)
FILE_UPLOAD_PERMISSIONS = 0o600
MEDIA_ROOT = BEFFROI.home / "depots"

STATIC_URL = "/statique/"
STATICFILES_DIRS = [PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 86_400
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "beffroi_web.static_files.VersionedStatic"},
}

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}
