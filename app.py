"""The page: asks the assistant, shows the figures, checks drafts. Wiring only."""

from __future__ import annotations

import functools
import hashlib
import html
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
import typer

from assistant.assistant import Assistant, open_assistant
from assistant.conversation import Exchange, chat_messages, converse
from assistant.endpoints import Endpoints
from assistant.examples import example_questions
from assistant.export import verification_markdown, verification_word
from assistant.feedback import keep_feedback
from assistant.figure_table import (
    Row,
    choose_rows,
    csv_table,
    excel_table,
    shown_table,
    table_rows,
    years_of,
)
from assistant.growth import growth_pairs, pairs_html, plot_table
from assistant.intake import take_report
from assistant.interface import texts, wanted_language
from assistant.knowledge import prepare
from assistant.models import Language
from assistant.rendering import empty_html, report_html, verification_html
from assistant.sources import Reference, parse_reference
from assistant.verify import verify
from corpus.command import run
from corpus.loading import READERS
from corpus.models import CorpusError, Kind, Part
from corpus.settings import get_settings

STATIC = Path(__file__).resolve().parent / "assistant" / "static"
ALL = ""  # the choice of all reports, kinds, years or parts
_LOG = logging.getLogger("wenju")
_PREFIX = "wenju_"  # keeps the page's texts apart from Gradio's own
_HEAD = "".join(
    f'<div class="in-{one.value}"><div class="top"><h1>{texts(one)["name"]}</h1>'
    f"<p>{texts(one)['tagline']}</p>"
    f'<a href="?lang={other.value}" lang="{other.value}">{texts(one)["other_language"]}</a>'
    "</div></div>"
    for one, other in ((Language.ZH, Language.EN), (Language.EN, Language.ZH))
)


class Page:
    """The page over one assistant: its components as attributes, its events as methods."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.store = assistant.store
        self._labelled: dict[gr.blocks.Block, dict[str, str]] = {}
        self._files = tempfile.TemporaryDirectory(prefix="wenju-")
        with gr.Blocks(
            title="问据 Wenju", analytics_enabled=False, delete_cache=(3600, 3600)
        ) as ui:
            gr.HTML(_HEAD, elem_id="head")
            with gr.Row(elem_id="main"):
                with gr.Column(scale=6, min_width=320), gr.Tabs():
                    with self._make(gr.Tab, label="tab_ask"):
                        self._build_chat()
                    with self._make(gr.Tab, label="tab_figures"):
                        self._build_figures()
                    with self._make(gr.Tab, label="tab_verify"):
                        self._build_verify()
                with gr.Column(scale=5, min_width=320):
                    self._build_reader()
            self._wire(ui)
            offered = Endpoints(assistant)
            for endpoint in (offered.ask, offered.verify, offered.figures):
                gr.api(_told(endpoint), api_name=endpoint.__name__, concurrency_limit=4)
        self.ui = ui

    # Parts of the page

    def _make(self, component: Callable[..., Any], *, also: Any = None, **named: str) -> Any:
        """A component whose texts are in the browser's language, by their names."""
        shown = {field: gr.I18n()(_PREFIX + name) for field, name in named.items()}
        made = component(**shown, **(also or {}))
        self._labelled[made] = named
        return made

    def _build_chat(self) -> None:
        self.exchanges = gr.State([])
        self.chat = self._make(
            gr.Chatbot,
            label="chat_label",
            also={
                "elem_id": "chat",
                "height": "calc(100dvh - 262px)",
                "show_label": False,
                "buttons": [],
                "latex_delimiters": [],
                "layout": "bubble",
                "group_consecutive_messages": False,
            },
        )
        box = {"elem_id": "question", "show_label": False, "max_lines": 5, "submit_btn": True}
        self.question = self._make(
            gr.Textbox, label="question", placeholder="question_hint", also=box
        )
        self.new = self._make(
            gr.Button,
            value="new_conversation",
            also={"size": "sm", "elem_id": "new", "min_width": 10},
        )

    def _build_figures(self) -> None:
        with gr.Row():
            self.words = self._make(
                gr.Textbox,
                label="filter_words",
                placeholder="filter_hint",
                also={"scale": 3, "elem_id": "words"},
            )
            choice = {"choices": [("", ALL)], "value": ALL, "min_width": 100, "filterable": False}
            self.kind = self._make(gr.Dropdown, label="kind", also=choice | {"elem_id": "kind"})
            self.year = self._make(gr.Dropdown, label="year", also=choice | {"elem_id": "year"})
            self.part = self._make(gr.Dropdown, label="part", also=choice | {"elem_id": "part"})
        self.count = gr.Markdown(elem_id="count")
        self.table = gr.Dataframe(
            interactive=False,
            elem_id="figures",
            max_height=430,
            buttons=["fullscreen"],
            show_label=False,
        )
        with gr.Row():
            small = {"size": "sm"}
            self.csv = self._make(gr.DownloadButton, label="download_csv", also=small)
            self.excel = self._make(gr.DownloadButton, label="download_excel", also=small)
        self.plot_title = gr.Markdown(elem_id="plot-title")
        self.plot = gr.BarPlot(
            x="indicator", y="growth", color="series", height=360, elem_id="plot", visible=False
        )
        self.pairs = gr.HTML(elem_id="pairs")

    def _build_verify(self) -> None:
        self.draft = self._make(
            gr.Textbox,
            label="draft",
            placeholder="draft_hint",
            also={"lines": 8, "max_lines": 14, "elem_id": "draft"},
        )
        with gr.Row():
            self.check = self._make(
                gr.Button, value="check", also={"variant": "primary", "elem_id": "check"}
            )
            self.clear = self._make(gr.Button, value="clear")
        self.checked = gr.HTML(elem_id="checked")
        with gr.Row():
            hidden = {"size": "sm", "visible": False}
            self.markdown = self._make(gr.DownloadButton, label="download_markdown", also=hidden)
            self.word = self._make(gr.DownloadButton, label="download_word", also=hidden)

    def _build_reader(self) -> None:
        with gr.Row(elem_id="holdings"):
            choice = {"choices": [("", ALL)], "value": ALL, "scale": 4, "elem_id": "report"}
            choice |= {"show_label": False, "container": False}
            self.report = self._make(gr.Dropdown, label="report", also=choice)
            self.upload = self._make(
                gr.UploadButton,
                label="add_report",
                also={"file_types": sorted(READERS), "size": "sm", "min_width": 110},
            )
        script = (STATIC / "page.js").read_text(encoding="utf-8")
        self.panel = gr.HTML(elem_id="panel", js_on_load=script)

    def _wire(self, ui: gr.Blocks) -> None:
        hidden: dict[str, Any] = {"api_visibility": "private"}
        named = list(self._labelled)
        opening = [self.chat, self.kind, self.part, self.report, self.panel, self.checked]
        choices = [self.words, self.kind, self.year, self.part, self.report]
        table = [self.table, self.count, self.csv, self.excel]
        plot = [self.year, self.plot_title, self.plot, self.pairs]
        show = {"fn": self.filter, "inputs": choices, "outputs": table, **hidden}
        ui.load(self.translate, None, named, **hidden).then(
            self.open_page, None, opening, **hidden
        ).then(self.draw, self.report, plot, **hidden).then(**show)

        talk = [self.exchanges, self.chat, self.question]
        asked = [self.question, self.exchanges, self.report]
        answering = [
            self.question.submit(self.ask, asked, talk, show_progress="hidden", **hidden),
            self.chat.example_select(self.ask_example, asked[1:], talk, **hidden),
            self.chat.retry(self.ask_again, asked[1:], talk, **hidden),
        ]
        self.question.stop(self.rest, None, self.question, cancels=answering, **hidden)
        for event in (self.new.click, self.chat.clear):
            event(self.restart, None, talk, cancels=answering, **hidden)
        self.chat.like(self.rate, self.exchanges, None, **hidden)

        for field in (self.words, self.kind, self.year, self.part):
            once: dict[str, Any] = {"trigger_mode": "always_last", "show_progress": "hidden"}
            field.change(**show, **once)
        self.table.select(self.open_row, self.report, self.panel, **hidden)
        checking = [self.checked, self.markdown, self.word]
        self.check.click(self.verify, [self.draft, self.report], checking, **hidden)
        self.clear.click(self.clear_draft, None, [self.draft, *checking], **hidden)

        self.panel.open(self.open_place, None, self.panel, show_progress="hidden", **hidden)
        self.report.input(self.open_report, self.report, self.panel, **hidden).then(
            self.draw, self.report, plot, **hidden
        ).then(**show)
        self.upload.upload(
            self.add_report, self.upload, [self.report, self.panel, self.upload], **hidden
        ).then(self.draw, self.report, plot, **hidden).then(**show)

    # Opening the page

    def translate(self, request: gr.Request) -> list[Any]:
        """Texts in the language of ``?lang=``; without it the browser's own is there already."""
        chosen = request.query_params.get("lang")
        if not chosen:
            return [gr.skip() for _ in self._labelled]
        said = texts(_language(request))
        return [
            gr.update(**{field: said[name] for field, name in named.items()})
            for named in self._labelled.values()
        ]

    def open_page(self, request: gr.Request) -> dict[Any, Any]:
        """What depends on the reports held and on the reader's language."""
        language = _language(request)
        said = texts(language)
        held = self.store.ids()
        examples = example_questions(prepare(self.store, held[0]), language) if held else []
        kinds = [(said[f"kind_{one.value}"], one.value) for one in Kind]
        parts = [(said[f"part_{one.value}"], one.value) for one in (Part.REVIEW, Part.PLAN)]
        return {
            self.chat: gr.update(
                placeholder=empty_html(said["ask_first"], said["ask_first_more"]),
                examples=[{"text": question} for question in examples],
            ),
            self.kind: gr.update(choices=[(said["any"], ALL), *kinds], value=ALL),
            self.part: gr.update(choices=[(said["any"], ALL), *parts], value=ALL),
            self.report: self._report_choices(ALL, language),
            self.panel: self._read(ALL, None, language),
            self.checked: empty_html(said["verify_first"]),
        }

    # Chat

    def ask(
        self, question: str, exchanges: list[Exchange], report: str, request: gr.Request
    ) -> Iterator[dict[Any, Any]]:
        """Answer a question, sentence by sentence."""
        if not (question or "").strip():
            return
        language = _language(request)
        running = gr.update(value="", submit_btn=False, stop_btn=True)
        titles = self._titles()
        for grown in converse(self.assistant, exchanges, question, report or None, language):
            messages = chat_messages(grown, titles, language)
            yield {self.exchanges: grown, self.chat: messages, self.question: running}
            running = gr.skip()
        yield {self.question: self.rest()}

    def ask_example(
        self, exchanges: list[Exchange], report: str, event: gr.SelectData, request: gr.Request
    ) -> Iterator[dict[Any, Any]]:
        """Answer the example that was chosen."""
        yield from self.ask(event.value["text"], exchanges, report, request)

    def ask_again(
        self, exchanges: list[Exchange], report: str, request: gr.Request
    ) -> Iterator[dict[Any, Any]]:
        """Answer the last question anew."""
        if exchanges:
            yield from self.ask(exchanges[-1].question, exchanges[:-1], report, request)

    def rest(self) -> Any:
        """The question's box, waiting."""
        return gr.update(submit_btn=True, stop_btn=False)

    def restart(self) -> dict[Any, Any]:
        """An empty conversation."""
        return {self.exchanges: [], self.chat: [], self.question: self.rest()}

    def rate(self, exchanges: list[Exchange], event: gr.LikeData, request: gr.Request) -> None:
        """Keep a like or dislike."""
        at = event.index if isinstance(event.index, int) else event.index[0]
        answer = exchanges[at // 2].answer if at // 2 < len(exchanges) else None
        if answer and isinstance(event.liked, bool):
            keep_feedback(self.store.home, answer, event.liked)
            gr.Info(texts(_language(request))["thanks"], duration=2)

    # Figures

    def filter(
        self, words: str, kind: str, year: str, part: str, report: str, request: gr.Request
    ) -> dict[Any, Any]:
        """The figures that fit, on the page and as files."""
        language = _language(request)
        said = texts(language)
        rows = self._rows(report)
        chosen = choose_rows(
            rows,
            words or "",
            Kind(kind) if kind else None,
            int(year) if year else None,
            Part(part) if part else None,
        )
        told = said["shown_of"].format(all=len(rows), shown=len(chosen))
        return {
            self.table: shown_table(chosen, language),
            self.count: told if chosen else said["none_shown"],
            self.csv: gr.update(value=self._file("figures.csv", csv_table(chosen))),
            self.excel: gr.update(value=self._file("figures.xlsx", excel_table(chosen))),
        }

    def draw(self, report: str, request: gr.Request) -> dict[Any, Any]:
        """The years to choose from, and targets beside the growth of the year before."""
        language = _language(request)
        said = texts(language)
        held = self.store.ids()
        shown = self.store.get(report or held[0]) if held else None
        pairs = growth_pairs(shown, self.store.figures(shown.id)) if shown else []
        plotted = plot_table(pairs, language)
        year = shown.year if shown else None
        title = said["plot_of"].format(year=year, before=year - 1) if year else ""
        years = [(str(one), str(one)) for one in years_of(self._rows(report))]
        return {
            self.year: gr.update(choices=[(said["any"], ALL), *years], value=ALL),
            self.plot_title: f"### {title}",
            self.plot: gr.BarPlot(
                plotted if pairs else None,
                x_title=" ",
                y_title=said["plot_axis"],
                color_title=" ",
                sort=list(dict.fromkeys(plotted["indicator"])),
                x_label_angle=-50,
                visible=bool(pairs),
            ),
            self.pairs: pairs_html(pairs, language) or empty_html(said["plot_none"]),
        }

    def open_row(self, report: str, event: gr.SelectData, request: gr.Request) -> Any:
        """Open the passage of the row that was chosen."""
        del report
        *_, position, identifier = event.row_value
        start, end = map(int, position.split("–"))
        return self._read(identifier, Reference(identifier, start, end), _language(request))

    # Check of a draft

    def verify(self, draft: str, report: str, request: gr.Request) -> dict[Any, Any]:
        """Check a draft, on the page and as files."""
        language = _language(request)
        if not (draft or "").strip():
            return self._unchecked(texts(language)["verify_empty"])
        try:
            found = verify(draft, self.store, report or None)
        except CorpusError as error:
            return self._unchecked(str(error))
        except Exception:
            _LOG.exception("a check failed")
            return self._unchecked(texts(language)["failed_more"])
        titles = self._titles()
        text = verification_markdown(found, titles).encode()
        word = verification_word(found, titles)
        return {
            self.checked: verification_html(found, language),
            self.markdown: gr.update(value=self._file("check.md", text), visible=True),
            self.word: gr.update(value=self._file("check.docx", word), visible=True),
        }

    def clear_draft(self, request: gr.Request) -> dict[Any, Any]:
        """An empty draft."""
        return {self.draft: "", **self._unchecked(texts(_language(request))["verify_first"])}

    def _unchecked(self, message: str) -> dict[Any, Any]:
        gone = gr.update(visible=False)
        return {self.checked: empty_html(message), self.markdown: gone, self.word: gone}

    # Reports

    def open_place(self, event: gr.EventData, request: gr.Request) -> Any:
        """Open the place that a link on the page names."""
        try:
            place = parse_reference(event.place)
            return self._read(place.report, place, _language(request))
        except CorpusError as error:
            gr.Warning(html.escape(str(error)))
            return gr.skip()

    def open_report(self, report: str, request: gr.Request) -> str:
        """Show the report that was chosen."""
        return self._read(report, None, _language(request))

    def add_report(self, path: str, request: gr.Request) -> dict[Any, Any]:
        """Hold a report that the reader sends, and make it ready for questions."""
        language = _language(request)
        said = texts(language)
        empty = gr.update(value=None)
        try:
            report = take_report(self.store, Path(path))
            self.assistant.index.ensure_current()
        except CorpusError as error:
            gr.Warning(html.escape(str(error)), title=said["failed"], duration=15)
            return {self.upload: empty}
        count = len(self.store.figures(report.id))
        gr.Info(html.escape(said["added_of"].format(title=report.title, figures=count)))
        return {
            self.report: self._report_choices(report.id, language),
            self.panel: self._read(report.id, None, language),
            self.upload: empty,
        }

    def _read(self, report: str, place: Reference | None, language: Language) -> str:
        held = self.store.ids()
        if not held:
            return empty_html(texts(language)["no_report"])
        return report_html(self.store.get(report or held[0]), place, language)

    def _report_choices(self, chosen: str, language: Language) -> Any:
        held = [(title, identifier) for identifier, title in self._titles().items()]
        every = [(texts(language)["all_reports"], ALL)] if len(held) != 1 else []
        value = chosen or (ALL if every else held[0][1])
        return gr.update(choices=[*every, *held], value=value)

    def _titles(self) -> dict[str, str]:
        return {one.id: one.title for one in self.store.reports()}

    def _rows(self, report: str) -> list[Row]:
        return table_rows(self.store, (report,) if report else self.store.ids())

    def _file(self, name: str, content: bytes) -> str:
        folder = Path(self._files.name) / hashlib.sha256(content).hexdigest()[:16]
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        return str(folder / name)


def _language(request: gr.Request) -> Language:
    return wanted_language(request.query_params.get("lang"), request.headers.get("accept-language"))


def _told(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """An endpoint whose bad input reaches the caller as a message."""

    @functools.wraps(endpoint)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return endpoint(*args, **named)
        except CorpusError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return call


def _theme() -> gr.Theme:
    fonts = ["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
    mono = ["ui-monospace", "Consolas", "monospace"]
    return gr.themes.Default(
        primary_hue=gr.themes.colors.blue,
        secondary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=fonts,
        font_mono=mono,
    ).set(body_text_color_subdued="*neutral_600", body_text_color_subdued_dark="*neutral_300")


def _accounts(auth: str | None) -> list[tuple[str, str]] | None:
    """The accounts that WENJU_AUTH names.

    Raises:
        CorpusError: it has another form than "user:password,…".
    """
    if not auth:
        return None
    pairs = [one.strip().partition(":") for one in auth.split(",")]
    if not all(user and password for user, _, password in pairs):
        raise CorpusError('setting WENJU_AUTH: write "user:password", several parted by commas')
    return [(user, password) for user, _, password in pairs]


def _free(host: str, port: int) -> None:
    """See that a port can be had, before the model is loaded for nothing.

    Raises:
        CorpusError: it can't; says which setting to change.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise CorpusError(
            f"{host}:{port} can't be listened on ({error.strerror}); set WENJU_HOST and "
            "WENJU_PORT to an address of this machine and a port that is free"
        ) from error


def build_page() -> Page:
    """The page over the reports that the settings name, with everything loaded."""
    assistant = open_assistant()
    assistant.index.ensure_current()
    for identifier in assistant.store.ids():
        prepare(assistant.store, identifier)
    return Page(assistant)


cli = typer.Typer(add_completion=False)


@cli.command()
def main() -> None:
    """Serve the chat page, its API and its MCP server."""
    settings = get_settings()
    accounts = _accounts(settings.auth)
    _free(settings.host, settings.port)
    print("loading the model and the reports …", file=sys.stderr, flush=True)
    page = build_page()
    translations = {
        one.value: {_PREFIX + name: text for name, text in texts(one).items()} for one in Language
    }
    page.ui.launch(
        server_name=settings.host,
        server_port=settings.port,
        auth=accounts,
        mcp_server=True,
        share=False,
        ssr_mode=False,
        i18n=gr.I18n(**translations),
        theme=_theme(),
        css_paths=STATIC / "page.css",
        footer_links=["api"],
        max_file_size="50mb",
    )


if __name__ == "__main__":
    run(cli)
