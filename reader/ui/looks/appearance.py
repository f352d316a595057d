"""Theme and language of the whole program: chosen, applied, and followed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.ui.looks.coming import Coming, Readying
from reader.ui.looks.fonts import application_font, cjk
from reader.ui.looks.icons import Icons
from reader.ui.looks.languages import LANGUAGES, Translate
from reader.ui.looks.motion import Motion
from reader.ui.looks.style import SchemeWatcher, apply, theme_for
from reader.ui.looks.theme import THEMES, Theme
from reader.ui.settings import Settings

MODES = ("auto", *THEMES)


class Appearance(QObject):
    """Owns the icons, since they follow the theme."""

    #: What comes once that is ready which is added to it.
    theme_coming, language_coming = Signal(Coming), Signal(Coming)
    theme_changed = Signal(Theme)
    language_changed = Signal(str)

    def __init__(self, app: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._translators: list[QTranslator] = []
        self._watcher = SchemeWatcher(self)
        self._watcher.changed.connect(lambda _: self.apply_theme())
        self.icons = Icons(self._theme())
        self._dressing, self._wording = Readying(self), Readying(self)
        self.language = ""
        self.apply_language()
        self.apply_theme()
        self.motion = Motion(app, settings, self)
        settings.changed.connect(self._on_setting)

    def mode(self) -> str:
        """Return which theme is chosen, one of MODES."""
        return self._settings.text("theme", "auto", MODES)

    def choose_theme(self, mode: str) -> None:
        """Wear one of MODES from now on."""
        self._settings.set("theme", mode)

    def apply_theme(self) -> None:
        """Dress the program as the setting, or the desktop, wants it, as soon as what takes long is ready."""
        theme = self._theme()
        coming = Coming(lambda: self._wear(theme), theme)
        self.theme_coming.emit(coming)
        self._dressing.begin(coming)

    def _wear(self, theme: Theme) -> None:
        apply(self._app, theme)
        self.icons.theme = theme
        self.theme_changed.emit(theme)

    def apply_language(self) -> None:
        """Speak the language of the setting, or of the desktop, as soon as what takes long is ready.

        Windows hear of it by LanguageChange.
        """
        coming = Coming(self._speak)
        if self._chosen_language() != self.language:
            self.language_coming.emit(coming)
        self._wording.begin(coming)

    def _speak(self) -> None:
        language = self._chosen_language()
        if language == self.language:
            return
        self.language = language
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale(language))
        self._app.setFont(application_font(language))
        folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resources.path("i18n")))
        self._translators = []
        for folder, name in zip(folders, (f"qtbase_{language}", f"broadsheet_{language}"), strict=True):
            translator = QTranslator(self)
            # Qt's own words have no file for English: there is nothing to translate.
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        self.language_changed.emit(language)

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            self.apply_theme()
        elif name == "language":
            self.apply_language()

    def _theme(self) -> Theme:
        return theme_for(self.mode(), dark=self._watcher.dark())

    def _chosen_language(self) -> str:
        chosen = self._settings.text("language", "auto", LANGUAGES)
        if chosen != "auto":
            return chosen
        for name in QLocale.system().uiLanguages():
            if name.startswith("zh"):
                return "zh_TW" if cjk(name) == "tc" else "zh_CN"
            if name.startswith("en"):
                return "en"
        return "en"


def language_words(language: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what one of LANGUAGES calls itself."""
    names = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}
    return names.get(language) or translate("Appearance", "Like the system")


def theme_words(mode: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what one of MODES is called."""
    names = {
        "auto": translate("Appearance", "Like the system"),
        "light": translate("Appearance", "Light"),
        "sepia": translate("Appearance", "Sepia"),
        "dark": translate("Appearance", "Dark"),
        "black": translate("Appearance", "Black"),
        "contrast-light": translate("Appearance", "High contrast, light"),
        "contrast-dark": translate("Appearance", "High contrast, dark"),
    }
    return names[mode]
