"""The page: asks the assistant, shows the figures, checks drafts. Wiring only."""

from __future__ import annotations

import html
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
import typer
from starlette.middleware import Middleware

from assistant.assistant import Assistant, open_assistant
from assistant.evidence.sources import Reference, parse_reference
from assistant.models import Language
from assistant.page.chat_pane import PRIVATE, ChatPane
from assistant.page.desk import Desk
from assistant.page.endpoints import Endpoints, offered
from assistant.page.figure_table import Choice, Order
from assistant.page.intake import take_report
from assistant.page.interface import language_for, texts
from assistant.page.problems import explained
from assistant.page.rendering import empty_html, head_html, verification_html
from assistant.page.serving import McpLogin, accounts, check_address, warm
from assistant.page.theme import theme
from assistant.verifying.verification import Verification
from corpus.command import run
from corpus.loading import READERS
from corpus.models import CorpusError, Kind, Part
from corpus.settings import get_settings

STATIC = Path(__file__).resolve().parent / "assistant" / "page" / "static"
ALL = ""  # the choice of all reports, kinds, years or parts
_PREFIX = "wenju_"  # keeps the page's texts apart from Gradio's own
_COLUMNS: list[str | int] = [
    "176px",
    "112px",
    "86px",
    "86px",
    "62px",
    "100px",
    "86px",
    "112px",
    "180px",
]


class Page:
    """The page over one assistant: its components as attributes, its events as methods."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.desk = Desk(assistant.store)
        self._named: dict[gr.blocks.Block, dict[str, str]] = {}
        with gr.Blocks(
            title="问据 Wenju", analytics_enabled=False, delete_cache=(3600, 3600)
        ) as ui:
            gr.HTML(head_html(), elem_id="head")
            with gr.Row(elem_id="main"):
                with gr.Column(scale=6, min_width=320), gr.Tabs():
                    with self._make(gr.Tab, label="tab_ask")():
                        self.talk = ChatPane(assistant, self.desk, self._make)
                    with self._make(gr.Tab, label="tab_figures")():
                        self._build_figures()
                    with self._make(gr.Tab, label="tab_verify")():
                        self._build_verify()
                with gr.Column(scale=5, min_width=320, elem_id="reader"):
                    self._build_reader()
            # Before the page's own events, which would take the names.
            endpoints = Endpoints(assistant)
            for endpoint in (endpoints.ask, endpoints.verify, endpoints.figures):
                gr.events.api(offered(endpoint), api_name=endpoint.__name__, queue=False)
            self.talk.wire(self.report, self.panel)
            self._wire_others(ui)
        self.ui = ui

    # Parts of the page

    def _make(self, component: Callable[..., Any], **named: str) -> Callable[..., Any]:
        """Makes a component whose texts, given by their names, are in the browser's language."""
        shown = {field: gr.I18n()(_PREFIX + name) for field, name in named.items()}

        def make(**settings: Any) -> Any:
            made = component(**shown, **settings)
            self._named[made] = named
            return made

        return make

    def _build_figures(self) -> None:
        self.words = self._make(gr.Textbox, label="filter_words", placeholder="filter_hint")(
            elem_id="words", max_lines=1
        )
        with gr.Row(elem_id="choices"):
            choice = {"choices": [("", ALL)], "value": ALL, "min_width": 120, "filterable": False}
            self.kind = self._make(gr.Dropdown, label="kind")(**choice, elem_id="kind")
            self.year = self._make(gr.Dropdown, label="year")(**choice, elem_id="year")
            self.part = self._make(gr.Dropdown, label="part")(**choice, elem_id="part")
            self.order = self._make(gr.Dropdown, label="order")(**choice, elem_id="order")
        self.count = gr.Markdown(elem_id="count")
        self.table = gr.Dataframe(
            interactive=False,
            elem_id="figures",
            max_height=420,
            buttons=[],
            show_label=False,
            wrap=True,
            column_widths=_COLUMNS,
        )
        with gr.Row():
            self.csv = self._make(gr.DownloadButton, label="download_csv")(size="sm")
            self.excel = self._make(gr.DownloadButton, label="download_excel")(size="sm")
        self.plot_title = gr.Markdown(elem_id="plot-title")
        self.plot = gr.BarPlot(
            x="indicator", y="growth", color="series", height=360, elem_id="plot", visible=False
        )
        self.pairs = gr.HTML(elem_id="pairs")

    def _build_verify(self) -> None:
        self.draft = self._make(gr.Textbox, label="draft", placeholder="draft_hint")(
            lines=7, max_lines=14, elem_id="draft"
        )
        with gr.Row():
            self.check = self._make(gr.Button, value="check")(variant="primary", elem_id="check")
            self.clear = self._make(gr.Button, value="clear")()
        self.checked = gr.HTML(elem_id="checked")
        self.found = gr.State()
        with gr.Row():
            hidden = {"size": "sm", "visible": False}
            self.markdown = self._make(gr.DownloadButton, label="download_markdown")(**hidden)
            self.word = self._make(gr.DownloadButton, label="download_word")(**hidden)

    def _build_reader(self) -> None:
        with gr.Row(elem_id="holdings"):
            self.report = self._make(gr.Dropdown, label="report")(
                choices=[("", ALL)],
                value=ALL,
                scale=4,
                elem_id="report",
                show_label=False,
                container=False,
            )
            self.upload = self._make(gr.UploadButton, label="add_report")(
                file_types=sorted(READERS), size="sm", min_width=110, elem_id="upload"
            )
        script = (STATIC / "page.js").read_text(encoding="utf-8")
        self.panel = gr.HTML(elem_id="panel", js_on_load=script)

    def _wire_others(self, ui: gr.Blocks) -> None:
        plot = [self.year, self.plot_title, self.plot, self.pairs]
        choices = [self.words, self.kind, self.year, self.part, self.order]
        show: dict[str, Any] = {
            "fn": self.list_figures,
            "inputs": [self.report, *choices],
            "outputs": [self.table, self.count, self.csv, self.excel],
            "trigger_mode": "always_last",
            "show_progress": "hidden",
            **PRIVATE,
        }
        opening = [self.talk.chat, self.kind, self.part, self.order]
        opening += [self.report, self.panel, self.checked]
        loaded = ui.load(self.translate, None, list(self._named), **PRIVATE)
        loaded = loaded.then(self.open_page, None, opening, **PRIVATE)
        shelf = [self.panel, self.talk.chat]
        chosen = self.report.input(self.open_report, self.report, shelf, **PRIVATE)
        added = self.upload.upload(
            self.add_report, self.upload, [*shelf, self.report, self.upload], **PRIVATE
        )
        for event in (loaded, chosen, added):
            event.then(self.draw, self.report, plot, **PRIVATE).then(**show)
        self.words.change(**show)
        for field in choices[1:]:  # whose choices change with the report too
            field.input(**show)
        self.table.select(self.open_row, None, self.panel, **PRIVATE)
        self.panel.open(self.open_place, None, self.panel, show_progress="hidden", **PRIVATE)
        switched = self.panel.language(
            self.switch_language,
            [self.report, self.found],
            [*self._named, self.panel, self.checked],
            show_progress="hidden",
            **PRIVATE,
        )
        switched.then(self.draw, self.report, plot, **PRIVATE).then(**show)
        files = [self.markdown, self.word]
        checking = [self.checked, self.found, *files]
        checked = self.check.click(self.verify, [self.draft, self.report], checking, **PRIVATE)
        checked.then(self.hand_out, self.found, files, show_progress="hidden", **PRIVATE)
        self.clear.click(self.clear_draft, None, [self.draft, *checking], **PRIVATE)

    # Opening the page

    def translate(self, request: gr.Request) -> list[Any]:
        """Texts in the language of ``?lang=``; without it the browser's own is there already."""
        if not request.query_params.get("lang"):
            return [gr.skip() for _ in self._named]
        said = texts(language_for(request))
        shown = [{at: said[name] for at, name in named.items()} for named in self._named.values()]
        return [gr.update(**fields) for fields in shown]  # type: ignore[arg-type]

    def switch_language(
        self,
        report: str,
        found: Verification | None,
        event: gr.EventData,
        request: gr.Request,
    ) -> dict[Any, Any]:
        """The page in the language that its address asks for now; what was asked stays."""
        language = language_for(request)
        opened = self.open_page(request)
        for component, texts_of in zip(self._named, self.translate(request), strict=True):
            kept = {"value"} if component in (self.kind, self.part, self.order, self.report) else ()
            fields = {k: v for k, v in opened.get(component, {}).items() if k not in kept}
            opened[component] = texts_of | fields
        place = parse_reference(event.place) if event.place else None
        opened[self.panel] = self.desk.read(place.report if place else report, place, language)
        if found:
            opened[self.checked] = verification_html(found, language)
        return opened

    def open_page(self, request: gr.Request) -> dict[Any, Any]:
        """What depends on the reports held and on the reader's language."""
        language = language_for(request)
        said = texts(language)
        choices = self.desk.field_choices(language)
        held = self.desk.report_choices(language)
        return {
            self.talk.chat: gr.update(
                placeholder=empty_html(said["ask_first"], said["ask_first_more"]),
                examples=self._examples(ALL, language),
            ),
            self.kind: gr.update(choices=choices["kind"], value=ALL),
            self.part: gr.update(choices=choices["part"], value=ALL),
            self.order: gr.update(choices=choices["order"], value=Order.REPORT.value),
            self.report: gr.update(choices=held, value=held[0][1]),
            self.panel: self.desk.read(ALL, None, language),
            self.checked: empty_html(said["verify_first"]),
        }

    # Figures

    def list_figures(
        self,
        report: str,
        words: str | None,
        kind: str,
        year: str,
        part: str,
        order: str,
        request: gr.Request,
    ) -> tuple[Any, str, str, str]:
        """The figures that fit, on the page and as files."""
        choice = Choice(
            words=words or "",
            kind=Kind(kind) if kind else None,
            year=int(year) if year else None,
            part=Part(part) if part else None,
            order=Order(order or Order.REPORT),
        )
        listed = self.desk.list_figures(report, choice, language_for(request))
        return listed.table, listed.told, listed.csv, listed.excel

    def draw(self, report: str, request: gr.Request) -> tuple[Any, str, Any, str]:
        """The years to choose from, and targets beside the growth of the year before."""
        said = texts(language_for(request))
        plotted = self.desk.plot(report, language_for(request))
        years = [(said["any"], ALL), *((str(year), str(year)) for year in plotted.years)]
        plot = gr.BarPlot(
            plotted.bars,
            x_title=" ",
            y_title=said["plot_axis"],
            color_title=" ",
            sort=list(plotted.bars["indicator"]),
            x_label_angle=-50,
            visible=len(plotted.bars) > 0,
        )
        title = f"### {plotted.title}" if plotted.title else ""
        return gr.update(choices=years, value=ALL), title, plot, plotted.table

    def open_row(self, event: gr.SelectData, request: gr.Request) -> str:
        """Open the passage of the row that was chosen; its last cells say where it stands."""
        *_, position, report = event.row_value
        start, end = map(int, position.split("–"))
        return self.desk.read(report, Reference(report, start, end), language_for(request))

    # Check of a draft

    def verify(
        self, draft: str | None, report: str, request: gr.Request
    ) -> tuple[str, Verification | None, Any, Any]:
        """Check a draft."""
        checked = self.desk.check(draft or "", report, language_for(request))
        gone = gr.update(visible=False)
        return checked.shown, checked.found, gone, gone

    def hand_out(self, found: Verification | None) -> tuple[Any, Any]:
        """The check as files, which take longer to write than the page."""
        if found is None:
            return gr.skip(), gr.skip()
        markdown, word = self.desk.hand_out(found)
        return gr.update(value=markdown, visible=True), gr.update(value=word, visible=True)

    def clear_draft(self, request: gr.Request) -> tuple[str, str, None, Any, Any]:
        """An empty draft."""
        gone = gr.update(visible=False)
        return "", empty_html(texts(language_for(request))["verify_first"]), None, gone, gone

    # Reports

    def open_place(self, event: gr.EventData, request: gr.Request) -> Any:
        """Open the place that a link on the page names."""
        try:
            place = parse_reference(event.place)
            return self.desk.read(place.report, place, language_for(request))
        except CorpusError as error:
            gr.Warning(html.escape(explained(error, language_for(request))))
            return gr.skip()

    def open_report(self, report: str, request: gr.Request) -> tuple[str, Any]:
        """Show the report that was chosen, and what can be asked of it."""
        language = language_for(request)
        examples = gr.update(examples=self._examples(report, language))
        return self.desk.read(report, None, language), examples

    def add_report(self, path: str, request: gr.Request) -> tuple[Any, Any, Any, Any]:
        """Hold a report that the reader sends, and make it ready for questions."""
        language = language_for(request)
        said = texts(language)
        emptied = gr.update(value=None)
        try:
            report = take_report(self.desk.store, Path(path))
            self.assistant.index.ensure_current()
        except CorpusError as error:
            reason = said["not_added_of"].format(reason=explained(error, language))
            gr.Warning(html.escape(reason), duration=15)
            return gr.skip(), gr.skip(), gr.skip(), emptied
        count = len(self.desk.store.figures(report.id))
        gr.Info(html.escape(said["added_of"].format(title=report.title, figures=count)))
        held = gr.update(choices=self.desk.report_choices(language), value=report.id)
        return *self.open_report(report.id, request), held, emptied

    def _examples(self, report: str, language: Language) -> list[dict[str, str]]:
        return [{"text": question} for question in self.desk.examples(report, language)]


cli = typer.Typer(add_completion=False)


@cli.command()
def main() -> None:
    """Serve the chat page, its API and its MCP server."""
    settings = get_settings()
    auth = accounts(settings.auth)
    check_address(settings.host, settings.port)
    print("loading the model and the reports …", file=sys.stderr, flush=True)
    assistant = open_assistant()
    warm(assistant)
    said = {
        one.value: {_PREFIX + key: text for key, text in texts(one).items()} for one in Language
    }
    Page(assistant).ui.launch(
        server_name=settings.host,
        server_port=settings.port,
        auth=auth,
        mcp_server=True,
        app_kwargs={"middleware": [Middleware(McpLogin, pairs=auth)]} if auth else None,
        share=False,
        ssr_mode=False,
        i18n=gr.I18n(**said),
        theme=theme(),
        css_paths=STATIC / "page.css",
        footer_links=["api"],
        max_file_size="50mb",
    )


if __name__ == "__main__":
    run(cli)
