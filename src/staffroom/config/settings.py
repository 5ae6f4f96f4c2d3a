"""How is the office set up?

Everything a school may decide here comes from the environment; everything else is decided in the office.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from staffroom.config.content_security import write_policy
from staffroom.config.database import describe_database
from staffroom.config.demonstration import is_demonstration
from staffroom.config.place import find_folder, read_secret
from staffroom.config.structured_logs import describe_logging

FOLDER = find_folder()
PACKAGE = Path(__file__).parents[1]

# Where people find Staffroom, such as https://staffroom.school.example: used in mails and for cookies.
ADDRESS = os.environ.get("STAFFROOM_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
IS_SECURE = ADDRESS.startswith("https://")

# A made school to look at: every page says so, and no second factor is asked. Only on this machine itself.
IS_DEMONSTRATION = is_demonstration(os.environ, ADDRESS)

SECRET_KEY = os.environ.get("STAFFROOM_SECRET") or read_secret(FOLDER)
DEBUG = False
METRICS = os.environ.get("STAFFROOM_METRICS", "")  # "loopback", or a token; without it there are none
ALLOWED_HOSTS = [urlsplit(ADDRESS).hostname or "127.0.0.1", "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "staffroom.school.audit",
    "staffroom.school.clock",
    "staffroom.school.people",
    "staffroom.school.notices",
    "staffroom.school.policies",
    "staffroom.school.monitoring",
    "staffroom.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "staffroom.web.middleware.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "staffroom.web.middleware.viewers.ViewerMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "staffroom.config.urls"
WSGI_APPLICATION = "staffroom.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "staffroom.web.frame.describe_frame",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": describe_database(os.environ, FOLDER)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address
ACCOUNT_ADAPTER = "staffroom.web.account.adapter.SchoolAccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, and after twelve hours
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Passwords are watched by axes, in the database, for all processes together; these limits stand behind it,
# and watch codes and passkeys. Many sign in from one address: a school has one.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,20/900s/key"}
ACCOUNT_FORMS = {
    "login": "staffroom.web.account.forms.LoginForm",
    "reset_password": "staffroom.web.account.forms.ResetPasswordForm",
    "reset_password_from_key": "staffroom.web.account.forms.ResetPasswordKeyForm",
    "set_password": "staffroom.web.account.forms.SetPasswordForm",
    "change_password": "staffroom.web.account.forms.ChangePasswordForm",
    "reauthenticate": "staffroom.web.account.forms.ReauthenticateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Staffroom"
MFA_ADAPTER = "staffroom.web.account.adapter.SchoolFactorAdapter"
MFA_FORMS = {
    "authenticate": "staffroom.web.account.forms.AuthenticateForm",
    "reauthenticate": "staffroom.web.account.forms.ReauthenticateByCodeForm",
    "activate_totp": "staffroom.web.account.forms.ActivateTOTPForm",
    "add_webauthn": "staffroom.web.account.forms.AddWebAuthnForm",
    "edit_webauthn": "staffroom.web.account.forms.EditWebAuthnForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE
SOCIALACCOUNT_ADAPTER = "staffroom.web.account.providers.SchoolProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # the adapter finds the person, by a vouched address only
SOCIALACCOUNT_STORE_TOKENS = False
USERSESSIONS_TRACK_ACTIVITY = True

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "staffroom.web.account.attempts.name_attempt"
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["login", "username", "email", "ip_address"]
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = write_policy()
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE else None
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked for by whatever watches the server, on the machine itself
if IS_SECURE:  # a browser takes such a cookie from this very host only, and over HTTPS only
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_BACKEND = "staffroom.school.notices.django_mail.SchoolMail"
DEFAULT_FROM_EMAIL = os.environ.get("STAFFROOM_MAIL_FROM", "staffroom@localhost")

LOGGING_CONFIG = None
describe_logging(os.environ)
