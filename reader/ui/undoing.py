"""The one undo stack, with the names of its commands in the menu, and without commands that changed nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from reader.ui.actions import Actions
from reader.ui.parts.problem_words import printable
from reader.ui.parts.toast import Toast

if TYPE_CHECKING:
    from reader.domain import Changes
    from reader.library.library import Library
    from reader.ui.session import LibrarySession

_LIMIT = 200
#: The commands hold the numbers of so many articles together, 24 bytes each; what is older is forgotten.
_MOST_HELD = 4_000_000
_LONGEST_NAME = 60


class JobCommand(QUndoCommand):
    """A command whose doing and undoing are jobs that write, of which `running` have not ended yet.

    Where the first is refused the command is dropped, and where a later one is, it can be asked for once more. While
    it only `moves` the stack goes over it, and it is neither to do nor to take back anything.
    """

    running = 0
    moves = False

    def __init__(self, session: LibrarySession, text: str) -> None:
        super().__init__(text)
        self._session = session
        self._first = True

    def held(self) -> int:
        """Return the number of articles that it holds."""
        return 0

    def let_go(self) -> None:
        """Hold none of them any longer: it will not be taken back, nor done again."""

    def carry_out(
        self,
        job: Callable[[Library], Changes],
        heard: Callable[[Changes], None],
        *,
        undone: bool,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Let a job do the command, or undo it; `heard` gets what it changed, and `ended` is called in any case."""
        if self.moves:
            return
        first, self._first = self._first, False
        stack = self._session.undo_stack
        refused = partial(stack.drop, self) if first else partial(stack.step_back, self, undone=undone)
        self.running += 1
        answers: list[Changes] = []

        def done(changes: Changes) -> None:
            answers.append(changes)
            heard(changes)

        def over() -> None:
            self.running -= 1
            if ended is not None:
                ended()
            if not answers:
                refused()
            stack.bound()

        self._session.write(job, done, over)


class RenameSource(JobCommand):
    """Another name for a source: `names` are the one before and the one after."""

    def __init__(self, session: LibrarySession, source: int, names: tuple[str, str]) -> None:
        super().__init__(session, QCoreApplication.translate("UndoNames", "Rename a folder"))
        self._source = source
        self._names = names

    def redo(self) -> None:
        self._rename(self._names[1], undone=False)

    def undo(self) -> None:
        self._rename(self._names[0], undone=True)

    def _rename(self, name: str, *, undone: bool) -> None:
        source = self._source
        self.carry_out(lambda library: library.rename_source(source, name), lambda _: None, undone=undone)


class UndoStack(QUndoStack):
    """Commands run in workers, and what they changed is known later: then one may get another name, or be dropped.

    `renamed` tells that what would be undone or redone is called otherwise; `found_nothing` that what a command was to
    take back is not there any more.
    """

    renamed = Signal()
    found_nothing = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setUndoLimit(_LIMIT)

    def undo(self) -> None:
        """Take back the newest command that did anything."""
        self._pass_obsolete()
        super().undo()
        # What is below may have been forgotten, and the actions are named after it.
        self._pass_obsolete()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._pass_obsolete()
        super().redo()

    def bound(self) -> None:
        """Forget the oldest commands where all of them hold too much: marks of a whole library, again and again.

        What is older than a forgotten one goes, too, so that nothing is taken back out of its turn.
        """
        held = 0
        for place in reversed(range(self.count())):
            command = self.command(place)
            held += command.held() if isinstance(command, JobCommand) else 0
            if held <= _MOST_HELD or place >= self.index() - 1:
                continue
            if not isinstance(command, JobCommand):
                command.setObsolete(True)
            elif not command.running:  # Else its own end asks again.
                command.setObsolete(True)
                command.let_go()

    def is_newest(self, command: QUndoCommand) -> bool:
        """Whether a command is the one that would be taken back next."""
        return self.canUndo() and self.command(self.index() - 1) is command

    def rename(self, command: QUndoCommand, text: str) -> None:
        """Give a command another name, now that it is known what it did."""
        if isValid(command):
            command.setText(text)
            self.renamed.emit()

    def drop(self, command: QUndoCommand) -> None:
        """Forget a command that did nothing, unless it was taken back and another one made in its place meanwhile."""
        if isValid(command):
            command.setObsolete(True)
            self._pass_obsolete()

    def step_back(self, command: JobCommand, *, undone: bool) -> None:
        """Hear that the undoing of a command, or doing it again, was refused: it can be asked for once more."""
        if not isValid(command):
            return
        command.moves = True
        # Where another one came between, its own turn comes first.
        if undone and self.canRedo() and self.command(self.index()) is command:
            super().redo()
        elif not undone and self.is_newest(command):
            super().undo()
        command.moves = False

    def tell_nothing(self, command: QUndoCommand) -> None:
        """Hear that a command was taken back, and that nothing was left of what it did."""
        self.drop(command)
        self.found_nothing.emit()

    def _pass_obsolete(self) -> None:
        # To undo or redo one of these only forgets it.
        while self.canUndo() and self.command(self.index() - 1).isObsolete():
            super().undo()
        while self.canRedo() and self.command(self.index()).isObsolete():
            super().redo()
        # Of what is forgotten so the stack says nothing.
        self.renamed.emit()


class UndoNames(QObject):
    """Says in the actions what would be undone, and when there was nothing to undo."""

    def __init__(self, stack: UndoStack, actions: Actions, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._actions = actions
        self._toast = toast
        for signal in (stack.indexChanged, stack.renamed, actions.retranslated):
            signal.connect(self.show)
        stack.indexChanged.connect(self._withdraw)
        stack.found_nothing.connect(self._tell_nothing)
        self.show()

    def show(self) -> None:
        """Name both actions after what they would do."""
        stack = self._stack
        for name, can, what in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            self._actions[name].setEnabled(can)
            self._actions.name_after(name, printable(what)[:_LONGEST_NAME])

    def _withdraw(self) -> None:
        """Let a notice go that offers to take back the newest command, since that is another one now."""
        if self._toast.offers(self._stack.undo):
            self._toast.dismiss()

    def _tell_nothing(self) -> None:
        self._toast.show_message(self.tr("Nothing to undo: the articles are no longer in the library"))
