"""The voice that reads aloud: the platform's speech, if it exists and works."""

from __future__ import annotations

import importlib
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal


class Voice(QObject):
    """Says one thing at a time. What another program's speech can do is behind these few words, and so is a test's."""

    #: What was to be said is said to its end; not after `stop`.
    finished = Signal()
    #: It cannot be said; in words of the system.
    failed = Signal(str)

    def say(self, text: str, lang: str) -> None:
        """Begin to say something in a language, a tag such as "zh-tw"."""
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def resume(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        """Say nothing any more."""
        raise NotImplementedError


class PlatformVoice(Voice):
    """QTextToSpeech, whose module comes with PySide6's Addons: `speech` is one of its objects."""

    def __init__(self, speech: Any, states: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._states = states
        self._speaking = False
        self._locales: list[QLocale] = speech.availableLocales()
        speech.setParent(self)
        speech.stateChanged.connect(self._on_state)
        speech.errorOccurred.connect(lambda _reason, words: self.failed.emit(words))

    def say(self, text: str, lang: str) -> None:
        self._speaking = False
        locale = nearest(lang, self._locales)
        if locale is not None and locale != self._speech.locale():
            self._speech.setLocale(locale)
        self._speech.say(text)

    def pause(self) -> None:
        self._speech.pause()

    def resume(self) -> None:
        self._speech.resume()

    def stop(self) -> None:
        self._speaking = False
        self._speech.stop()

    def _on_state(self, state: object) -> None:
        if state == self._states.Speaking:
            self._speaking = True
        elif state == self._states.Ready and self._speaking:
            self._speaking = False
            self.finished.emit()


def nearest(lang: str, locales: list[QLocale]) -> QLocale | None:
    """Return the locale of a voice that fits a language tag best, None where no voice speaks the language."""
    wanted = QLocale(lang)
    spoken = [locale for locale in locales if locale.language() == wanted.language()]
    there = [locale for locale in spoken if locale.territory() == wanted.territory()]
    return next(iter(there or spoken), None)


def find_voice(parent: QObject | None = None) -> Voice | None:
    """Return the voice of the platform, None where there is none: no Addons, no engine, none that speaks."""
    try:
        module = importlib.import_module("PySide6.QtTextToSpeech")
    except ImportError:
        return None
    states = module.QTextToSpeech.State
    for name in module.QTextToSpeech.availableEngines():
        if name == "mock":  # It only pretends to speak.
            continue
        speech = module.QTextToSpeech(name)
        if speech.state() == states.Ready and speech.availableVoices():
            return PlatformVoice(speech, states, parent)
        speech.deleteLater()
    return None
