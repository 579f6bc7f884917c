"""How a command ends: 0 done, 2 bad input or usage in one sentence, 1 anything else."""

from __future__ import annotations

import logging
import sys

import typer
from pydantic import ValidationError
from typer.exceptions import TyperException

from corpus.models import CorpusError

_INTERRUPTED = 130  # what Typer makes of Ctrl-C


def run(app: typer.Typer) -> None:
    """Run a command line and exit with the code that the outcome calls for.

    Bad input, a wrong option and a malformed setting print one sentence to standard error,
    without a traceback, and exit with 2.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    try:
        code = app(standalone_mode=False)
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
    except CorpusError as error:
        _fail(str(error), 2)
    except ValidationError as error:
        first = error.errors()[0]
        name = "WENJU_" + "_".join(str(part).upper() for part in first["loc"])
        _fail(f"setting {name}: {first['msg']}", 2)
    except TyperException as error:
        _fail(error.format_message(), 2)
    except (typer.Abort, KeyboardInterrupt):
        _fail("stopped", 1)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        logging.getLogger("wenju").debug("failed", exc_info=True)
        _fail(f"{type(error).__name__}: {error}", 1)
    else:
        sys.exit(code or 0)


def _fail(message: str, code: int) -> None:
    print(f"error: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(code)
