"""Our own decoder against pocketsphinx, whose model it reads, and against trying every way there is."""

from itertools import pairwise, product
from math import inf
from pathlib import Path

import numpy as np
import pytest
from tests.speech.reading import read
from tests.speech.test_script_aligner import PRONOUNCE, SCRIPT

from skriptstudio.speech import decoder as decoding
from skriptstudio.speech.acoustics import BLOCK_FRAMES, Floats, Position, english
from skriptstudio.speech.decoder import Decoder, Heard
from skriptstudio.speech.denoise import denoised
from skriptstudio.speech.features import COUNT, CepstraStream, FeatureStream, cepstra, features, shaped
from skriptstudio.speech.grammar import Grammar, any_phones, script_grammar
from skriptstudio.speech.hearing import FIRST
from skriptstudio.speech.likelihoods import Likelihoods
from skriptstudio.speech.network import PAUSE, Network, network
from skriptstudio.speech.sounds.phones import PHONES, SILENCE

RANDOM = np.random.default_rng(7)
SMALL = Grammar({"a": ("AA", "N"), "b": ("T",)}, ((0, 1, 0.9, "a"), (1, 2, 0.5, "b"), (1, 2, 0.5, None)), 0, 2, {})


def hear(words: Network, likelihoods: Floats, piece: int = 1000) -> tuple[Heard, ...]:
    decoder = Decoder(words)
    for start in range(0, len(likelihoods), piece):
        decoder.feed(likelihoods[start : start + piece])
    return decoder.heard()


def peer(grammar: Grammar, sound: Floats, folder: Path) -> list[tuple[str, int]]:
    """Words and their first frames, heard by pocketsphinx."""
    import pocketsphinx

    parameters = folder / "features.params"
    parameters.write_text("-feat 1s_c_d_dd\n-svspec 0-12/13-25/26-38\n-agc none\n-cmn none\n-varnorm no\n-model ptm\n")

    other = pocketsphinx.Decoder(
        pocketsphinx.Config(
            lm=None,
            dict=None,
            hmm=pocketsphinx.get_model_path("en-us/en-us"),
            featparams=str(parameters),
            beam=1e-80,
            pbeam=1e-80,
            wbeam=1e-60,
            lw=6.5,
            silprob=0.1,
            maxhmmpf=-1,
            bestpath=False,
            loglevel="FATAL",
        )
    )
    for name, phones in grammar.words.items():
        other.add_word(name, " ".join(phones), False)
    edges = [edge if edge[3] is not None else edge[:3] for edge in grammar.edges]
    other.add_fsg("script", other.create_fsg("script", grammar.start, grammar.end, edges))
    other.activate_search("script")
    other.start_utt()
    other.process_cep(np.ascontiguousarray(sound, np.float32).tobytes(), False, True)
    other.end_utt()
    return [(piece.word, piece.start_frame) for piece in other.seg() if piece.word in grammar.places]


def test_it_hears_what_pocketsphinx_hears(tmp_path: Path) -> None:
    sound = shaped(cepstra(denoised(read([SCRIPT[0], SCRIPT[2], SCRIPT[2], SCRIPT[3]]))), FIRST)
    grammar = script_grammar(dict(enumerate(map(PRONOUNCE, SCRIPT))))
    words = network(grammar, english())
    ours = [
        (piece.name, piece.start)
        for piece in hear(words, english().mixture(words.senones)(features(sound)))
        if piece.name in grammar.places
    ]
    theirs = peer(grammar, sound, tmp_path)
    assert [grammar.places[name] for name, _ in ours] == [grammar.places[name] for name, _ in theirs]
    apart = [abs(mine - other) for (_, mine), (_, other) in zip(ours, theirs, strict=True)]
    assert np.median(apart) <= 1
    assert max(apart) <= 8


def every_way(words: Network, likelihoods: Floats) -> float:
    """Value of the best of all sequences of states, by trying each."""
    end, best = len(words.stay) - 1, -inf
    arc_of = {state: arc for arc in range(len(words.names)) for state in range(words.first[arc], words.last[arc] + 1)}
    reach = {node: {node: 0.0} for node in range(len(words.inward))}
    for node, found in reach.items():
        for step in words.outward[node]:
            found[step.target] = step.weight
    target = {arc: node for node, (ways, _) in enumerate(words.inward) for arc in ways if arc < len(words.names)}
    for way in product(range(end + 1), repeat=len(likelihoods)):
        value = entered(words, reach[words.start], arc_of, way[0]) + likelihoods[0, words.columns[way[0]]]
        for before, now, sound in zip(way[:-1], way[1:], likelihoods[1:], strict=True):
            steps = [-inf]
            if now == before:
                steps.append(float(words.stay[now]))
            if now == before + 1 and arc_of[now] == arc_of[before]:
                steps.append(float(words.advance[before]))
            if before == words.last[arc_of[before]]:
                left = float(words.advance[before])
                steps.append(left + entered(words, reach[target[arc_of[before]]], arc_of, now))
            value += max(steps) + sound[words.columns[now]]
        last = way[-1]
        if last == words.last[arc_of[last]]:
            value += float(words.advance[last]) + reach[target[arc_of[last]]].get(words.end, -inf)
            best = max(best, value)
    return best


def entered(words: Network, reached: dict[int, float], arc_of: dict[int, int], state: int) -> float:
    arc = arc_of[state]
    if state != words.first[arc]:
        return -inf
    return reached.get(int(words.source[arc]), -inf) + float(words.entry[arc])


def test_no_way_is_better_than_the_one_it_finds() -> None:
    grammar = Grammar({"a": ("AA",)}, ((0, 1, 0.9, "a"), (1, 0, 0.5, None)), 0, 1, {})
    words = network(grammar, english())
    for _ in range(2):
        likelihoods = RANDOM.normal(0, 4, (5, len(words.senones))).astype(np.float32)
        decoder = Decoder(words)
        decoder.feed(likelihoods)
        found = decoder.heard()
        scores = sum(piece.score for piece in found)
        weights = sum(float(words.entry[words.names.index(piece.name)]) for piece in found)
        again = 6.5 * np.log(0.5) * sum(piece.name == "a" for piece in found[:-1])
        assert scores + weights + again == pytest.approx(every_way(words, likelihoods), abs=0.01)


@pytest.mark.parametrize("settle", [3, 10])
def test_neither_pieces_nor_forgetting_change_what_is_heard(monkeypatch: pytest.MonkeyPatch, settle: int) -> None:
    words = network(script_grammar({0: PRONOUNCE("Komm zu uns."), 1: PRONOUNCE("Bis dann.")}), english())
    likelihoods = RANDOM.normal(0, 6, (150, len(words.senones))).astype(np.float32)
    whole = hear(words, likelihoods)
    monkeypatch.setattr(decoding, "SETTLE_FRAMES", settle)
    in_pieces = hear(words, likelihoods, piece=7)
    assert [(one.name, one.start, one.end) for one in in_pieces] == [(one.name, one.start, one.end) for one in whole]
    assert whole[0].start == 0
    assert whole[-1].end == len(likelihoods)
    assert all(one.end == other.start for one, other in pairwise(whole))


def test_it_begins_where_it_is_told_to() -> None:
    words = network(SMALL, english())
    decoder = Decoder(words, {words.number[1]: 0.0})
    decoder.feed(np.zeros((20, len(words.senones)), np.float32))
    assert "a" not in {piece.name for piece in decoder.heard()}


def test_what_cannot_be_over_yet_is_not_heard() -> None:
    words = network(SMALL, english())
    decoder = Decoder(words)
    assert decoder.heard() == ()
    assert list(decoder.so_far()) == []
    decoder.feed(np.zeros((2, len(words.senones)), np.float32))
    assert decoder.heard() == ()
    assert next(decoder.so_far()).name in {"a", PAUSE}


def test_a_mixture_is_the_sum_of_its_gaussians() -> None:
    model = english()
    senones = np.array(sorted({*model.phone("AA").senones, *model.phone("S", "AA", "T", Position.INSIDE).senones}))
    sound = features(RANDOM.normal(0, 8, (BLOCK_FRAMES + 3, COUNT)).astype(np.float32))
    found = model.mixture(senones)(sound)
    assert found.shape == (len(sound), len(senones))
    assert np.allclose(found.max(axis=1), 0)
    assert np.allclose(model.mixture(senones[::-1])(sound), found[:, ::-1], atol=1e-3)
    assert np.allclose(model.mixture(senones)(sound[-3:]), found[-3:], atol=1e-2)


def test_a_phone_knows_its_neighbours_and_falls_back_to_the_plain_one() -> None:
    model = english()
    assert model.phone("T", "AA", "S", Position.INSIDE) != model.phone("T", "N", "AA", Position.INSIDE)
    assert any(model.phone("ZH", left, "OY", Position.INSIDE) == model.phone("ZH") for left in sorted(PHONES))
    assert model.phone(SILENCE, "AA", "S", Position.INSIDE) == model.phone(SILENCE)
    assert {model.book[senone] for senone in model.phone("T", "AA", "S", Position.INSIDE).senones} == {
        model.book[senone] for senone in model.phone("T").senones
    }


def test_features_that_come_in_pieces_are_the_same() -> None:
    plain = RANDOM.normal(0, 8, (40, COUNT)).astype(np.float32)
    stream = FeatureStream()
    pieces = [stream.feed(plain[start : start + 9]) for start in range(0, 40, 9)]
    assert np.allclose(np.concatenate(pieces), features(plain)[:-3])
    assert len(features(plain[:0])) == len(CepstraStream().feed(np.zeros(0, np.float32))) == 0


def test_likelihoods_of_a_stretch_are_those_of_the_whole() -> None:
    model = english()
    words = network(any_phones(), model)
    sound = RANDOM.normal(0, 8, (700, COUNT)).astype(np.float32)
    shared, alone = Likelihoods(sound, words.senones, model), Likelihoods(sound, words.senones[:0], model)
    assert np.allclose(shared.of(words, 250, 530), alone.of(words, 250, 530), atol=1e-2)
    assert shared.of(words, 10, 10).shape == (0, len(words.senones))


def test_silent_steps_must_not_go_round() -> None:
    with pytest.raises(ValueError, match="circle"):
        network(Grammar({"a": ("AA",)}, ((0, 1, 0.9, "a"), (1, 2, 1.0, None), (2, 1, 1.0, None)), 0, 2, {}), english())
