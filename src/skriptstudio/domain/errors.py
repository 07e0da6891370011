"""Every way in which the program can refuse or fail, one class each.

An error carries typed fields and a stable ``code``; the sentence that a person
reads lives in ``messages/`` under the same code. The four families say whose
turn it is to act and give the command line its exit status (design.md).
"""

from inspect import get_annotations
from typing import ClassVar, dataclass_transform

from skriptstudio.domain.address import showable


@dataclass_transform()
class SkriptStudioError(Exception):
    """Root of all expected errors. Subclasses declare fields as a dataclass does.

    They aren't made by ``dataclass``, which would write and compile three methods for each: half of what
    importing this module cost, in every command.

    Attributes:
        code: stable name of the failure, the key of its sentence in ``messages/``.
        exit_status: what the command line returns (design.md, "Command line").
    """

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 4
    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields += tuple(get_annotations(cls))

    def __init__(self, *values: object, **named: object) -> None:
        given = dict(zip(self._fields, values, strict=False), **named)
        missing = [name for name in self._fields if name not in given and not hasattr(type(self), name)]
        if missing or len(given) < len(values) + len(named) or not given.keys() <= set(self._fields):
            raise TypeError(f"{type(self).__name__} takes {self._fields}, not {values} and {named}")
        vars(self).update({name: self._kept(name, value) for name, value in given.items()})
        super().__init__(*self.values().values())

    def _kept(self, field: str, value: object) -> object:
        """How a field is kept; for what nobody shall read."""
        return value

    def values(self) -> dict[str, object]:
        """The typed fields by name, for the sentence."""
        return {name: getattr(self, name) for name in self._fields}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.values() == other.values()

    def __hash__(self) -> int:
        return hash((type(self), *self.values().values()))

    def __str__(self) -> str:
        return f"{self.code} {self.values()}"


class RuleRefusal(SkriptStudioError):
    """A rule of the house or the law forbids it; nothing is broken."""

    exit_status = 1


class WrongUse(SkriptStudioError):
    """The call itself is wrong: an unknown name, a missing argument."""

    exit_status = 2


class BadInput(SkriptStudioError):
    """What came in can't be used: a broken file, an unreadable script."""

    exit_status = 3


class DeviceTrouble(SkriptStudioError):
    """A device or a disk doesn't do what it should."""

    exit_status = 4


class Cancelled(SkriptStudioError):
    """The user stopped a job. Not a failure; shown, if at all, as done."""

    code = "cancelled"
    exit_status = 130

    def values(self) -> dict[str, object]:
        return {}


# --- refused by a rule -------------------------------------------------------


class FourEyes(RuleRefusal):
    """The releaser speaks in the clip or wrote its script."""

    code = "four_eyes"
    person: str
    role: str  # "speaker" or "author"


class HatMissing(RuleRefusal):
    """The person isn't allowed to do this."""

    code = "hat_missing"
    person: str
    hat: str


class SecondPersonNeeded(RuleRefusal):
    """The topic is delicate, and the person has passed an earlier check already."""

    code = "second_person_needed"
    person: str


class CommentPlanMissing(RuleRefusal):
    """The topic is delicate, and nobody looks after the comments."""

    code = "comment_plan_missing"
    title: str


class ScriptNotChecked(RuleRefusal):
    """The topic is delicate, and nobody has approved the script as it stands."""

    code = "script_not_checked"
    title: str


class TopicNotForTeam(RuleRefusal):
    """A political clip is spoken or written by people who only wear the team's hat."""

    code = "topic_not_for_team"
    persons: tuple[str, ...]


class BlackoutTime(RuleRefusal):
    """Nothing political goes out on these days."""

    code = "blackout_time"
    title: str
    reason: str
    until: str


class PointsRefused(RuleRefusal):
    """Somebody answered points of the press check with no; ``points`` are their keys."""

    code = "points_refused"
    title: str
    points: tuple[str, ...]


class NotYourAccount(RuleRefusal):
    """The operating-system account belongs to another person of the library."""

    code = "not_your_account"
    person: str
    owner: str


class SpeakerMissing(RuleRefusal):
    """A take in the cut doesn't say who speaks."""

    code = "speaker_missing"
    takes: tuple[str, ...]  # as ``take_place`` writes them


class ConsentMissing(RuleRefusal):
    """Persons without a valid consent for a channel (``channel`` empty: for none at all)."""

    code = "consent_missing"
    persons: tuple[str, ...]
    channel: str


class MusicUnlicensed(RuleRefusal):
    """Music is heard in these takes, and no licence is entered for it."""

    code = "music_unlicensed"
    takes: tuple[str, ...]  # as ``take_place`` writes them


class LicenceExpired(RuleRefusal):
    """Licences, by what they are for, that don't hold any more."""

    code = "licence_expired"
    titles: tuple[str, ...]


class LicenceElsewhere(RuleRefusal):
    """Licences, by what they are for, that don't allow a channel."""

    code = "licence_elsewhere"
    titles: tuple[str, ...]
    channel: str


class NotRevoked(RuleRefusal):
    """Takes of a person are only deleted for good once no consent holds any more."""

    code = "not_revoked"
    person: str


class SignatureMissing(RuleRefusal):
    """Somebody who has to hasn't signed a consent."""

    code = "signature_missing"
    person: str
    missing: tuple[str, ...]


class CaptionsNotConfirmed(RuleRefusal):
    """Nobody has confirmed the captions of this cut."""

    code = "captions_not_confirmed"
    title: str


class NotReleased(RuleRefusal):
    """The clip was never released."""

    code = "not_released"
    title: str


class ReleaseVoid(RuleRefusal):
    """The clip was changed after its release."""

    code = "release_void"
    title: str
    changed: tuple[str, ...]


class WrongState(RuleRefusal):
    """The step doesn't fit the state that the production is in."""

    code = "wrong_state"
    title: str
    state: str
    wanted: str


class NothingRecorded(RuleRefusal):
    """There is no take to go on with."""

    code = "nothing_recorded"
    title: str


class TakeInUse(RuleRefusal):
    """A clip stands on the take, so it can't be thrown away."""

    code = "take_in_use"
    title: str
    take: str


class NoSoundTrack(RuleRefusal):
    """Nothing is heard in the clip, and nothing is written in its picture instead."""

    code = "no_sound_track"
    title: str


class SoundDistorted(RuleRefusal):
    """The sound of a take in the clip is distorted from beginning to end."""

    code = "sound_distorted"
    title: str


class CaptionsMissing(RuleRefusal):
    """Something is heard in the clip, but there are no captions."""

    code = "captions_missing"
    title: str


class NoCaptionText(RuleRefusal):
    """Somebody speaks in the clip, but there is no script to take the captions from."""

    code = "no_caption_text"
    title: str


class ScriptNotHeard(RuleRefusal):
    """Somebody speaks in the clip, but none of it is in the script, and nobody has written captions."""

    code = "script_not_heard"
    title: str


class SlotTaken(RuleRefusal):
    """Something else is planned for that day."""

    code = "slot_taken"
    day: str
    title: str


class TooManyIdeas(RuleRefusal):
    """The house's own ideas would be ``wanted``, more than the ``most`` that it may keep."""

    code = "too_many_ideas"
    most: int
    wanted: int


class TooEarly(RuleRefusal):
    """Figures for a moment that is still to come."""

    code = "too_early"
    moment: str  # e.g. "7d"
    on: str
    earliest: str


class OutdatedState(RuleRefusal):
    """Somebody saved in between; both states are kept."""

    code = "outdated_state"
    title: str
    kept: str


# --- wrong use ---------------------------------------------------------------


class DatesSwapped(WrongUse):
    """A span of days that ends before it begins."""

    code = "dates_swapped"
    first: str
    last: str


class NotOnlineYet(WrongUse):
    """A publication on a day that is still to come."""

    code = "not_online_yet"
    on: str


class OnlineBeforeRelease(WrongUse):
    """A publication on a day on which nobody had released the clip."""

    code = "online_before_release"
    on: str
    released: str


class NotAWebAddress(WrongUse):
    """What was given as the address of a post isn't one of the web."""

    code = "not_a_web_address"
    url: str


class BadCommand(WrongUse):
    """The command line could not be read."""

    code = "bad_command"
    detail: str


class BadTime(WrongUse):
    """Not a time in seconds."""

    code = "bad_time"
    text: str


class BadNumber(WrongUse):
    """A text that isn't one of the numbers that are wanted."""

    code = "bad_number"
    text: str
    allowed: str  # such as "0-100"


class BadHashtag(WrongUse):
    """A text that makes no hashtag."""

    code = "bad_hashtag"
    text: str


class BadDate(WrongUse):
    """Not a date."""

    code = "bad_date"
    text: str


class EmptyText(WrongUse):
    """Nothing was written where something has to be."""

    code = "empty_text"


class UnknownName(WrongUse):
    """Nothing is called that. ``kind`` is e.g. "production"; ``known`` lists close matches."""

    code = "unknown_name"
    kind: str
    name: str
    known: tuple[str, ...] = ()


class AmbiguousName(WrongUse):
    """Several things are called that."""

    code = "ambiguous_name"
    kind: str
    name: str
    matches: tuple[str, ...]


class BadSegment(WrongUse):
    """A segment of the cut lies outside its take or is empty."""

    code = "bad_segment"
    segment: str
    seconds: float


class NoLibraryChosen(WrongUse):
    """No library was named and none is set."""

    code = "no_library_chosen"


class GuardiansMissing(WrongUse):
    """A minor without guardians."""

    code = "guardians_missing"
    person: str


class NameTaken(WrongUse):
    """Somebody of that name is already there."""

    code = "name_taken"
    name: str


class NothingToRecord(WrongUse):
    """Neither picture nor sound was asked for."""

    code = "nothing_to_record"


# --- bad input ---------------------------------------------------------------


class MissingFile(BadInput):
    """The named file isn't there."""

    code = "missing_file"
    path: str


class NotAScan(BadInput):
    """The file is no picture or PDF of a signed paper, or far too large."""

    code = "not_a_scan"
    path: str


class NotMedia(BadInput):
    """The file holds nothing that can be played."""

    code = "not_media"
    path: str


class NoContainer(BadInput):
    """Picture and sound of a film fit into no kind of file in which they could be handed over as they are."""

    code = "no_container"
    path: str


class DecoderFell(NotMedia):
    """The child process that decoded the file (or one of several, by their names) fell or hung."""

    code = "decoder_fell"
    path: str


class StillWritten(BadInput):
    """A film changed while it was fetched: somebody is still copying it."""

    code = "still_written"
    path: str


class StandInMissing(BadInput):
    """What is watched in place of a film from outside isn't there yet."""

    code = "stand_in_missing"
    path: str


class NoPicture(BadInput):
    """The file has sound but no picture."""

    code = "no_picture"
    path: str


class UnusablePicture(BadInput):
    """The picture is too small or too large to be used."""

    code = "unusable_picture"
    path: str
    width: int
    height: int


class UnusableLength(BadInput):
    """The film says that it lasts longer than any take; most often its clock is damaged."""

    code = "unusable_length"
    path: str
    hours: int


class EmptyScript(BadInput):
    """The script holds no text."""

    code = "empty_script"
    path: str


class UnreadableTable(BadInput):
    """The file is no table of figures. ``reason`` is a key of ``TABLE_REASONS`` in ``messages/errors.py``."""

    code = "unreadable_table"
    path: str
    reason: str
    seen: tuple[str, ...] = ()


class UnreadableScript(BadInput):
    """The script can't be read in any form that we know."""

    code = "unreadable_script"
    path: str


class ProtectedScript(BadInput):
    """The document can only be opened with a password."""

    code = "protected_script"
    path: str


class OldWordScript(BadInput):
    """The document was written in the form of Word before 2007."""

    code = "old_word_script"
    path: str


class LargeScript(BadInput):
    """The document, or what comes out of it, is far larger than any script."""

    code = "large_script"
    path: str


class UnreadableCaptions(BadInput):
    """The file holds no captions in any form that we know."""

    code = "unreadable_captions"
    path: str


class CaptionsElsewhere(BadInput):
    """No caption of the file stands inside of the clip."""

    code = "captions_elsewhere"
    path: str
    seconds: float


class BadPronunciation(BadInput):
    """A line of the user's own list of how words are said can't be read.

    Attributes:
        line: counted from 1.
    """

    code = "bad_pronunciation"
    path: str
    line: int


class BrokenRecord(BadInput):
    """A JSON file of the library isn't what it should be."""

    code = "broken_record"
    path: str
    reason: str


class NewerRecord(BadInput):
    """A newer version of the program wrote this."""

    code = "newer_record"
    path: str
    schema: int


class NotALibrary(BadInput):
    """The folder holds other things but no library."""

    code = "not_a_library"
    path: str


# --- devices and disks -------------------------------------------------------


class CameraTrouble(DeviceTrouble):
    """A camera doesn't do what it should; its address is named without the password.

    Attributes:
        source: name or address of the camera.
    """

    source: str

    def _kept(self, field: str, value: object) -> object:
        return showable(str(value)) if field == "source" else value


class NoCamera(CameraTrouble):
    """No camera answers under this name."""

    code = "no_camera"


class LoginRefused(CameraTrouble):
    """The camera wants a user name and a password: it got none, wrong ones, or can't be asked in a way it knows."""

    code = "login_refused"


class TinyPicture(CameraTrouble):
    """The camera sends pictures that are too small to be anything."""

    code = "tiny_picture"
    width: int
    height: int


class CameraLost(CameraTrouble):
    """The camera stopped to deliver pictures before anything was recorded."""

    code = "camera_lost"


class NoMicrophone(DeviceTrouble):
    """No microphone answers under this name."""

    code = "no_microphone"
    source: str


class LibraryGone(DeviceTrouble):
    """The folder of the library can't be reached."""

    code = "library_gone"
    path: str


class FolderGone(DeviceTrouble):
    """A folder that the user named can't be reached or made."""

    code = "folder_gone"
    path: str


class LibraryReadOnly(DeviceTrouble):
    """Nothing can be written there."""

    code = "library_read_only"
    path: str


class DiskFull(DeviceTrouble):
    """No room left."""

    code = "disk_full"
    path: str


class NoRoomForTake(DeviceTrouble):
    """The local disk has room for less than the shortest take that may begin."""

    code = "no_room_for_take"


class LibraryBusy(DeviceTrouble):
    """Another program holds the record for too long."""

    code = "library_busy"
    path: str


class CopyDamaged(DeviceTrouble):
    """What arrived on the drive isn't what was sent."""

    code = "copy_damaged"
    path: str


class DriveFault(DeviceTrouble):
    """The operating system reports a fault on a file."""

    code = "drive_fault"
    path: str
    reason: str


class TakeWaits(DeviceTrouble):
    """The take is recorded and safe on this computer, but the library can't take it now."""

    code = "take_waits"
    path: str
    library: str


class VoiceMissing(DeviceTrouble):
    """The built-in voice could not speak."""

    code = "voice_missing"


class EncoderFault(DeviceTrouble):
    """Encoding failed although the input was good."""

    code = "encoder_fault"
    reason: str


class Unexpected(SkriptStudioError):
    """A defect of the program itself; the traceback is in the log."""

    code = "unexpected"
    reason: str
