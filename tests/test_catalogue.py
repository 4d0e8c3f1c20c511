"""The catalogue is a contract: names and parameters that submissions in many places are written against."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from grader.cache import cache_folder
from grader.code import reference
from grader.load import load_course

COURSE = load_course(Path(__file__).parent.parent, cache_folder())
CATALOGUE = """
documents-from-json documents_from_json(text)
split-on-marker split_on_marker(text, marker)
split-paragraphs split_paragraphs(text)
documents-from-csv documents_from_csv(text, column)
select-documents select_documents(documents, author, since, until)
tokenize tokenize(text)
build-vocabulary build_vocabulary(documents)
bag-of-words bag_of_words(documents, vocabulary)
ngrams ngrams(tokens, n)
term-frequency term_frequency(counts)
document-frequency document_frequency(counts)
inverse-document-frequency inverse_document_frequency(counts)
smooth-idf smooth_idf(counts)
tfidf tfidf(counts)
tfidf-smooth tfidf_smooth(counts)
l2-normalize l2_normalize(matrix)
cosine-similarity cosine_similarity(a, b)
rank-documents rank_documents(query, documents)
one-hot one_hot(ids, size)
nearest nearest(embeddings, query, k)
analogy analogy(embeddings, a, b, c)
skipgram-pairs skipgram_pairs(tokens, window)
cbow-pairs cbow_pairs(tokens, window)
cooccurrence cooccurrence(documents, vocabulary, window)
character-ngrams character_ngrams(word, n_min, n_max)
wordpiece wordpiece(word, vocabulary, unknown)
embedding-backward embedding_backward(dE, ids, size)
mean-pool mean_pool(hidden, mask)
rnn-step rnn_step(x, h, W_xh, W_hh, b)
rnn-forward rnn_forward(x, h0, W_xh, W_hh, b)
rnn-readout rnn_readout(H, W_hy, b_y)
rnn-step-backward rnn_step_backward(dh, x, h, W_xh, W_hh, b)
rnn-backward rnn_backward(dH, x, h0, W_xh, W_hh, b)
jacobian-norms jacobian_norms(H, W_hh)
clip-by-global-norm clip_by_global_norm(gradients, max_norm)
torch-rnn-cell RNNCell(input_size, hidden_size)
lstm-step lstm_step(x, h, c, W, U, b)
lstm-forward lstm_forward(x, h0, c0, W, U, b)
lstm-step-backward lstm_step_backward(dh, dc, x, h, c, W, U, b)
lstm-backward lstm_backward(dH, x, h0, c0, W, U, b)
gru-step gru_step(x, h, W, U, b)
gru-forward gru_forward(x, h0, W, U, b)
parameter-count parameter_count(kind, input_size, hidden_size)
cell-gradient cell_gradient(F)
torch-lstm-cell LSTMCell(input_size, hidden_size)
softmax softmax(z)
softmax-backward softmax_backward(dP, P)
project-qkv project_qkv(X, W_q, W_k, W_v)
attention-scores attention_scores(Q, K)
attention-weights attention_weights(Q, K, mask)
scaled-dot-product-attention scaled_dot_product_attention(Q, K, V, mask)
causal-mask causal_mask(size)
padding-mask padding_mask(lengths, size)
combine-masks combine_masks(lengths, size)
split-heads split_heads(X, heads)
merge-heads merge_heads(X)
multi-head-attention multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask)
attention-backward attention_backward(dO, Q, K, V)
torch-self-attention SelfAttention(d, heads)
"""
ENTRIES = [line.split(" ", 1) for line in CATALOGUE.strip().splitlines()]


def test_no_exercise_is_missing_or_unknown() -> None:
    assert {id for id, _ in ENTRIES} == set(COURSE.exercises)


@pytest.mark.parametrize(("id", "call"), ENTRIES)
def test_an_exercise_keeps_its_name_and_parameters(id: str, call: str) -> None:
    exercise = COURSE.exercises[id]
    assert f"{exercise.function}({', '.join(inspect.signature(reference(COURSE, exercise)).parameters)})" == call
