"""All settings, environment first: .env.example names what can be set from outside."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from factcheck.environment import Environment
from factcheck.secret_key import kept_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment()
Environment.read_env(BASE_DIR / ".env")

# --- Who may reach us --------------------------------------------------------------------------

# Without a key of your own this is a first try: debug pages, and loopback only.
SECRET_KEY = env.str("SECRET_KEY", default="")
DEBUG = env.bool("DEBUG", default=not SECRET_KEY)
SECRET_KEY = SECRET_KEY or kept_secret_key(BASE_DIR / ".secret_key")
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=LOOPBACK)
# Where readers find this service, as in https://facts.example; empty: the request's own host.
PUBLIC_URL = env.str("PUBLIC_URL", default="").rstrip("/")
# What readers know the desk by, and the licence of what it says as data (ClaimReview), if any; with
# DEBUG, where all that is said is the demo's, one is shown.
DESK_NAME = env.str("DESK_NAME", default="factcheck")
DATA_LICENCE = env.str(
    "DATA_LICENCE", default="https://creativecommons.org/licenses/by/4.0/" if DEBUG else ""
)

# Proxies whose X-Forwarded-For is believed; without any, a caller has the connection's address.
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if not DEBUG else None
HTTPS_ONLY = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS_ONLY
SECURE_HSTS_SECONDS = 3600 * 24 * 30 if HTTPS_ONLY else 0
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # the CSRF middleware is there, as a subclass
    "security.W005",  # other subdomains,
    "security.W021",  # preload lists
    "security.W008",  # and the way from http to https are the proxy's and its operator's
]

# --- The newsroom's own rules ------------------------------------------------------------------

# Off is for a desk of one person: an author may then publish; the record says so.
FOUR_EYES = env.bool("FOUR_EYES", default=True)
# For trying webhooks on one's own machine; nothing else that is not public is ever called.
WEBHOOKS_ALLOW_LOOPBACK = env.bool("WEBHOOKS_ALLOW_LOOPBACK", default=False)
# Hosts from which an article's page may be fetched, with their subdomains as in .paper.example;
# without any, nothing is fetched.
FETCH_ALLOWED_HOSTS = env.list("FETCH_ALLOWED_HOSTS", default=[])

# Whether anybody may leave annotations at /annotations/open/: to try clients and demonstrate.
OPEN_ANNOTATIONS = env.bool("OPEN_ANNOTATIONS", default=False)

# Whether claims:search also answers what other desks have checked, behind ours.
CLAIMS_SEARCH_IMPORTED = env.bool("CLAIMS_SEARCH_IMPORTED", default=False)

# --- The house ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "factcheck.desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "corsheaders",
    "csp",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "factcheck.records",
    "factcheck.rest",
    "factcheck.index",
    "factcheck.desk",
    "accounts",
    "sources",
    "search",
    "publishing",
    "claims",
    "seeds",
    "openannotations",
]

MIDDLEWARE = [
    "factcheck.rest.request_id.RequestIdMiddleware",
    "factcheck.proxies.CallersAddress",
    "factcheck.replicas.ReplicaReads",
    "publishing.lane.ShortLane",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Outside all that refuse a request: what says so is a page, too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "factcheck.rest.cors.PublicReadsMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "factcheck.desk.middleware.DeskSessionMiddleware",
    "factcheck.desk.middleware.DeskCsrfMiddleware",
    "factcheck.desk.middleware.DeskAuthenticationMiddleware",
    "factcheck.desk.middleware.DeskMessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "factcheck" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- Databases ---------------------------------------------------------------------------------

DATABASES = {"default": env.database("DATABASE_URL", default=f"sqlite:///{BASE_DIR}/db.sqlite3")}
_default = DATABASES["default"]
if _default["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at BEGIN, so two writers queue instead of one failing late.
    _default["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;"
        ),
    }
elif not _default.get("DISABLE_SERVER_SIDE_CURSORS"):
    # Statements are kept on the server where they ask to be, and none because it comes often. With
    # the flag, which says that a pooler of transactions stands between, none at all.
    _default.setdefault("OPTIONS", {}).setdefault("prepare_threshold", 2**31)
_default["CONN_MAX_AGE"] = None
_default["CONN_HEALTH_CHECKS"] = True
# Off on purpose: with IMMEDIATE transactions every GET would take the write lock.
_default["ATOMIC_REQUESTS"] = False

# PostgreSQL's streaming standbys, for anonymous readers.
REPLICA_URLS = env.list("REPLICA_URLS", default=[])
for _number, _url in enumerate(REPLICA_URLS, 1):
    _replica = _default | env.db_url_config(_url) | {"TEST": {"MIRROR": "default"}}
    DATABASES[f"replica{_number}"] = _replica
DATABASE_ROUTERS = ["factcheck.replicas.ReplicaRouter"] if REPLICA_URLS else []

# --- People ------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.backends.RoleBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# Ten wrong passwords lock the pair of name and address for a quarter of an hour.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
# No list of when and from where everybody has logged in: nobody reads it, but somebody might.
AXES_DISABLE_ACCESS_LOG = True

# --- Languages, times, files -------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "factcheck.formats"
TIME_ZONE = "UTC"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMS_URLFIELD_ASSUME_HTTPS = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "factcheck" / "static"]
# Served from the apps' own folders while trying, from STATIC_ROOT with hashed names otherwise.
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Of a body with files in it; what a form takes as a file is smaller still.
LARGEST_UPLOAD = 6 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "factcheck.desk.uploads.NothingTooLarge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- What a page may load ----------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- The API -----------------------------------------------------------------------------------

CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
LOOPBACK_ORIGIN = r"^https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$"
CORS_ALLOWED_ORIGIN_REGEXES = [LOOPBACK_ORIGIN] if DEBUG else []
# Where any origin may read without credentials; where it may POST as well.
CORS_URLS_REGEX = r"^/(api|v1alpha1|annotations|feeds|oembed|embed)(/|$)"
# Where any origin may write without credentials, as anybody may.
PUBLIC_WRITE_PATHS = ["/annotations/open/"] if OPEN_ANNOTATIONS else []
PUBLIC_POST_PATHS = ["/api/v1/quantities/", "/api/v1/compare/", "/api/v1/match/", "/api/v1/check/"]
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "if-match",
    "if-none-match",
    "idempotency-key",
    "prefer",
    "x-request-id",
]
CORS_EXPOSE_HEADERS = [
    "Accept-Post",
    "Allow",
    "Content-Location",
    "ETag",
    "Fact-Check-State",
    "Link",
    "Location",
    "Preference-Applied",
    "Retry-After",
    "Vary",
    "X-Request-ID",
]

# How many POSTs an address, and requests a token, may make; off in tests that do not test it.
THROTTLE_RATES = {
    "anonymous": ["60/minute", "1000/day"],
    "token": ["600/minute"],
    # /annotations/open/, where suites of tests post their hundreds.
    "open": ["600/minute", "10000/day"],
}
THROTTLING = env.bool("THROTTLING", default=True)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.TokenAuthentication",
        "accounts.authentication.DeskSessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.permissions.ByTable"],
    "DEFAULT_RENDERER_CLASSES": [
        "factcheck.rest.renderers.JSONRenderer",
        "factcheck.rest.renderers.ReadOnlyBrowsableRenderer",
    ],
    "DEFAULT_PARSER_CLASSES": ["factcheck.rest.parsers.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "factcheck.rest.negotiation.Negotiation",
    "DEFAULT_FILTER_BACKENDS": ["factcheck.rest.filters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "factcheck.rest.paging.CursorPaging",
    "DEFAULT_THROTTLE_CLASSES": ["factcheck.rest.throttles.Throttle"],
    "DEFAULT_METADATA_CLASS": "factcheck.rest.metadata.ResourceMetadata",
    "DEFAULT_SCHEMA_CLASS": "factcheck.rest.schema.ApiSchema",
    "EXCEPTION_HANDLER": "factcheck.rest.problems.problem_response",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "URL_FORMAT_OVERRIDE": "format",
    "DATETIME_FORMAT": "iso-8601",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "factcheck API",
    "DESCRIPTION": (
        "Statements in news articles, who made them, and verdicts with evidence. "
        "docs/api.md tells it by example."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "DISABLE_ERRORS_AND_WARNINGS": False,
    # Choices whose fields share a name.
    "ENUM_NAME_OVERRIDES": {
        "SourceKind": "sources.models.Source.Kind",
        "FigureKind": "claims.quantities.KINDS",
        "Stand": "claims.models.attribution.Attribution.Stance",
        "EvidenceStance": "claims.models.evidence.Evidence.Stance",
        "VerdictState": "claims.models.verdict.State",
        "FigureState": "claims.models.quantity.State",
        "VersionKind": "claims.models.published_version.Kind",
        "AnchorState": "claims.models.claim_anchor.AnchorState",
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Without the handlers that it brings with it, or with DEBUG each line is written twice.
        "django": {"level": "INFO"},
        # What it finds wrong with a page, whoever sent the page is told.
        "trafilatura": {"level": "CRITICAL"},
    },
}
