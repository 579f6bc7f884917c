"""What programs and agents get from the running server."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client
from mcp.types import CallToolResult, TextContent, Tool

from corpus.models import Report


@pytest.fixture(scope="module")
def client(server: str) -> Client:
    return Client(server, verbose=False)


def test_ask_verify_and_figures_are_offered_and_nothing_else(client: Client) -> None:
    offered: Any = client.view_api(print_info=False, return_format="dict")
    assert sorted(offered["named_endpoints"]) == ["/ask", "/figures", "/verify"]
    assert offered["unnamed_endpoints"] == {}
    for endpoint in offered["named_endpoints"].values():
        assert len(endpoint["description"]) > 60


def test_ask_answers_in_either_language(client: Client, report: Report) -> None:
    answer = client.predict("2022年地区生产总值增长目标是多少?", api_name="/ask")
    assert answer["status"] == "answered"
    assert "7.5%以上" in answer["text"]
    cited = answer["citations"][0]
    assert cited["quote"] == report.text[cited["start"] : cited["end"]]
    answer = client.predict(question="What is the 2022 GDP growth target?", api_name="/ask")
    assert "7.5% or above" in answer["text"]
    assert answer["figures"][0]["value"] == 7.5


def test_ask_takes_report_language_and_history(client: Client, report: Report) -> None:
    history = [
        {"role": "user", "content": "2022年地区生产总值增长目标是多少?"},
        {"role": "assistant", "content": "7.5%以上[1]。"},
    ]
    answer = client.predict(
        question="那2021年呢?", report=report.id, history=history, api_name="/ask"
    )
    assert "8.7%" in answer["text"]
    answer = client.predict(
        question="2022年地区生产总值增长目标是多少?", language="en", api_name="/ask"
    )
    assert answer["language"] == "en"


def test_verify_and_figures_return_the_contracts_objects(client: Client) -> None:
    checked = client.predict("2021年地区生产总值1195.6亿元,增长9.7%。", api_name="/verify")
    assert checked["verdict"] == "contradicted"
    assert [one["verdict"] for one in checked["checks"]] == ["supported", "contradicted"]
    assert checked["checks"][1]["reported"]["value"] == 8.7
    rows = client.predict(words="地区生产总值", kind="target", year=2022, api_name="/figures")
    assert rows
    assert {row["kind"] for row in rows} == {"target"}


@pytest.mark.parametrize(
    ("endpoint", "given", "message"),
    [
        ("/ask", {"question": " "}, "empty"),
        ("/ask", {"question": "增长?", "report": "nowhere"}, "no report 'nowhere'"),
        ("/ask", {"question": "增长?", "language": "fr"}, "language"),
        ("/ask", {"question": "长" * 2001}, "2000"),
        ("/verify", {"claim": ""}, "empty"),
        ("/figures", {"kind": "hope"}, "no kind 'hope'"),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    client: Client, endpoint: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(AppError, match=message):
        client.predict(**given, api_name=endpoint)


def test_the_plain_http_call_of_the_api_page_works(server: str) -> None:
    data = ["2021年财政总收入是多少?", None, None, None]
    posted = httpx.post(f"{server}/gradio_api/call/ask", json={"data": data}, timeout=30)
    event = posted.json()["event_id"]
    streamed = httpx.get(f"{server}/gradio_api/call/ask/{event}", timeout=30).text
    shown = next(line for line in streamed.splitlines() if line.startswith("data:"))
    assert "156.8亿元" in json.loads(shown[5:])[0]["text"]


def test_the_mcp_server_offers_the_same_as_json(server: str) -> None:
    tools, answer, refused = asyncio.run(_over_mcp(f"{server}/gradio_api/mcp/"))
    assert sorted(tool.name for tool in tools) == ["ask", "figures", "verify"]
    asking = next(tool for tool in tools if tool.name == "ask")
    assert "government work reports" in (asking.description or "")
    assert asking.inputSchema["required"] == ["question"]
    assert json.loads(_text(answer))["figures"][0]["value"] == 156.8
    assert refused.isError
    assert "empty" in _text(refused)


async def _over_mcp(address: str) -> tuple[list[Tool], CallToolResult, CallToolResult]:
    async with (
        streamablehttp_client(address) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        tools = await session.list_tools()
        answer = await session.call_tool("ask", {"question": "2021年财政总收入是多少?"})
        refused = await session.call_tool("ask", {"question": " "})
        return tools.tools, answer, refused


def _text(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text
