"""How Cura writes its log: one line for each event, for people at a terminal, as JSON elsewhere.

Nothing personal stands in it but ids. What a link carries to prove itself is cut out, so that
whoever reads the log cannot use the link (ASVS 5.0: 16.2.5); JSON keeps a line one line (16.4.1).
"""

import re
import sys

import structlog

TOKEN = re.compile(r"(?<=/)[^/\s?]{40,}|(?<=\?)\S+")  # UUIDs are 36 characters


def hide_tokens(_logger, _method: str, event: dict) -> dict:
    for key in ("request", "event", "referer"):
        if isinstance(event.get(key), str):
            event[key] = TOKEN.sub("…", event[key])
    return event


COMMON = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    hide_tokens,
]


def configure(level: str) -> dict:
    """Sets structlog up and returns Django's LOGGING, which carries both kinds of logger."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *COMMON,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    for_people = sys.stderr.isatty()
    render = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        *([] if for_people else [structlog.processors.format_exc_info]),
        structlog.dev.ConsoleRenderer() if for_people else structlog.processors.JSONRenderer(),
    ]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": render,
                "foreign_pre_chain": COMMON,
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
    }
