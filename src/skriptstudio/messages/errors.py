"""The sentence and the way out for every error.

Two short texts a code: what happened, and what to do. Fields in braces are the
error's own, see ``domain/errors.py``. A test holds that no code is forgotten.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from skriptstudio.domain.errors import (
    CaptionsElsewhere,
    ConsentMissing,
    DatesSwapped,
    EmptyScript,
    FourEyes,
    LargeScript,
    LicenceElsewhere,
    MusicUnlicensed,
    NoPicture,
    NotAScan,
    NotMedia,
    NotOnlineYet,
    OldWordScript,
    OnlineBeforeRelease,
    OutdatedState,
    PointsRefused,
    ProtectedScript,
    SkriptStudioError,
    SlotTaken,
    SpeakerMissing,
    StandInMissing,
    StillWritten,
    TooEarly,
    UnknownName,
    UnreadableCaptions,
    UnreadableScript,
    UnreadableTable,
    UnusableLength,
    UnusablePicture,
)
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.check_words import POINTS
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.words import channel_name, hat_name, kind_name, part_name, state_name

ERRORS: dict[str, tuple[str, str]] = {
    "four_eyes": ("{person} can't release this clip: {role}.", "Somebody else with the hat “press” has to release it."),
    "hat_missing": ("{person} isn't allowed to do that.", "It needs somebody with the hat “{hat}”."),
    "second_person_needed": (
        "{person} has already passed a check of this clip.",
        "The topic is delicate: each check needs somebody else.",
    ),
    "comment_plan_missing": (
        "Nobody looks after the comments of “{title}” yet, and its topic is delicate.",
        "Enter who does: skriptstudio comment-plan PRODUCTION --who N --escalate-to N --by NAME",
    ),
    "script_not_checked": (
        "The topic of “{title}” is delicate, and nobody has approved its script as it stands.",
        "Have the script approved: skriptstudio script approve PRODUCTION --by NAME",
    ),
    "topic_not_for_team": (
        "Political topics aren't for trainees: {persons}.",
        "Somebody with another hat has to write and speak it, or the topic class is another one.",
    ),
    "blackout_time": (
        "“{title}” is political, and nothing political goes out until {until}: {reason}.",
        "Release it after that day.",
    ),
    "points_refused": (
        "Points of the press check were answered with no: {points}.",
        "Return the clip with a reason, or answer the points again.",
    ),
    "slot_taken": (
        "“{title}” is already planned for {day}, perhaps by somebody else just now.",
        "Choose another day, or look at the plan again and replace it.",
    ),
    "too_early": (
        "Online since {on}, so nobody can know the figures for {moment} yet.",
        "Note them from {earliest} on, or for an earlier moment.",
    ),
    "dates_swapped": ("{last} lies before {first}.", "Enter the earlier day first."),
    "not_online_yet": (
        "{on} is still to come.",
        "Note the clip when it is online, with the day on which it went there.",
    ),
    "online_before_release": (
        "The clip was released on {released}, so it can't be online since {on}.",
        "Look the day up at the post and note that one.",
    ),
    "not_a_web_address": (
        "“{url}” isn't the address of a post.",
        "Copy it out of the address line of the browser; it begins with https://.",
    ),
    "unreadable_table": (
        "The table “{path}” can't be used: {reason}.",
        "Export it again from the platform as CSV, or note the figures by hand.",
    ),
    "not_your_account": (
        "This account belongs to {owner}, so {person} can't act here.",
        "Sign in with {person}'s own account.",
    ),
    "speaker_missing": (
        "It isn't written down yet who speaks in {takes}.",
        "Name the speaker: skriptstudio take speaker PRODUCTION TAKE --speaker NAME",
    ),
    "consent_missing": (
        "{persons} may not be shown on {channel}: there is no valid consent.",
        "Get the consent and enter it: skriptstudio consent add NAME --channel KEY --until DATE",
    ),
    "music_unlicensed": (
        "Music is heard in {takes}, and no licence is entered for it.",
        "Enter it, or use sound without music: skriptstudio take licence PRODUCTION TAKE --title T --channel KEY",
    ),
    "licence_expired": (
        "The licence has expired: {titles}.",
        "Get a new one and enter its last day, or leave it out: skriptstudio take licence PRODUCTION TAKE --until DATE",
    ),
    "licence_elsewhere": (
        "The licence doesn't allow {channel}: {titles}.",
        "Leave this channel out, or enter one that allows it: skriptstudio take licence PRODUCTION TAKE --channel KEY",
    ),
    "not_revoked": (
        "{person} still has a consent that holds.",
        "Enter the revocation first: skriptstudio consent revoke PERSON",
    ),
    "signature_missing": (
        "The consent of {person} isn't signed by {missing}.",
        "Everybody who has custody signs, and the person too. Get the signature, then enter it.",
    ),
    "captions_not_confirmed": (
        "Nobody has confirmed the captions of “{title}” as they are now.",
        "Read them and confirm: skriptstudio captions confirm PRODUCTION --by NAME",
    ),
    "not_released": (
        "“{title}” isn't released yet.",
        "Somebody with the hat “press” has to release it; a draft (--draft) can be made right now.",
    ),
    "release_void": (
        "“{title}” was changed after its release ({changed}).",
        "Have it looked at and released again.",
    ),
    "wrong_state": (
        "“{title}” stands at “{state}”, so this step doesn't fit now.",
        "First it must come to “{wanted}”.",
    ),
    "no_sound_track": (
        "“{title}” has no sound, and nothing is written in its picture.",
        "Take a film with sound, or write captions: skriptstudio captions import PRODUCTION FILE",
    ),
    "sound_distorted": (
        "The sound of “{title}” is distorted from beginning to end.",
        "Record it anew, farther away from the microphone, or take another take.",
    ),
    "captions_missing": (
        "Something is heard in “{title}”, but there are no captions.",
        "Write down what is said, or name the noise: skriptstudio captions import PRODUCTION FILE",
    ),
    "no_caption_text": (
        "Somebody speaks in “{title}”, but there is no script for the captions.",
        "Import the spoken text: skriptstudio script import PRODUCTION FILE",
    ),
    "script_not_heard": (
        "What is said in “{title}” isn't what its script says, so there are no captions yet.",
        "Bring script and take together, or import captions: skriptstudio captions import PRODUCTION FILE --by NAME",
    ),
    "nothing_recorded": (
        "“{title}” has no take yet.",
        "Record one (skriptstudio record) or import one (skriptstudio take import).",
    ),
    "take_in_use": (
        "The clip “{title}” uses this take, so it stays.",
        "Take it out of the cut first: skriptstudio cut set PRODUCTION ...",
    ),
    "outdated_state": (
        "Somebody else has changed “{title}” in the meantime; your version is kept in {kept}.",
        "Try again: the program then starts from the new version.",
    ),
    "bad_command": ("I don't understand this call: {detail}.", "skriptstudio --help shows what is possible."),
    "bad_time": ("“{text}” is no time.", "Write seconds like 12.5."),
    "bad_number": ("“{text}” doesn't fit here.", "Write one of these numbers: {allowed}."),
    "bad_hashtag": ("“{text}” makes no hashtag.", "Write a word with letters, for example Vermessung."),
    "bad_date": ("“{text}” is no date.", "Write a date like 2027-06-30."),
    "empty_text": ("Nothing was written there.", "Write at least one word."),
    "too_many_ideas": (
        "You can keep {most} ideas of your own; with this there would be {wanted}. Nothing was taken in.",
        "Delete some that nobody needs.",
    ),
    "unknown_name": ("There is no {kind} called “{name}”.", "Known: {known}"),
    "ambiguous_name": ("“{name}” could mean several.", "Use one of these: {matches}"),
    "bad_segment": (
        "The piece {segment} doesn't fit into its take, which is {seconds:.1f} seconds long.",
        "Choose a start and a later end inside the take.",
    ),
    "no_library_chosen": (
        "No library has been chosen yet.",
        "Name the folder with --library, or set SKRIPTSTUDIO_LIBRARY.",
    ),
    "guardians_missing": ("{person} is under 18, and no guardian is entered.", "Add --guardian NAME, once for each."),
    "name_taken": ("{name} is entered already.", "Use the person that is there, or add something to the name."),
    "nothing_to_record": ("Neither a camera nor a microphone was chosen.", "Choose at least one of them."),
    "missing_file": ("The file {path} isn't there.", "Check the name and the folder."),
    "not_a_scan": (
        "{path} is no scan: a PDF or a picture of at most 30 MB is needed.",
        "Scan or photograph the signed paper and choose that file.",
    ),
    "not_media": ("{path} can't be played.", "Try another copy of the file, or record again."),
    "no_container": (
        "{path} can't be handed over as it is: its kind of picture or sound fits into no usual kind of file.",
        "Convert it to MP4 elsewhere and fetch it anew, or export without the hand-over to the video team.",
    ),
    "decoder_fell": (
        "{path} can't be read: the helper that tried it crashed or hung. Your work is safe.",
        "Try once more. If that doesn't help, copy the film to this computer or convert it to MP4 elsewhere.",
    ),
    "still_written": (
        "{path} changed while it was being fetched; it is probably still being copied.",
        "Wait until the copy is finished, then fetch it once more.",
    ),
    "stand_in_missing": ("{path} is still being made ready to be watched here.", "Wait a moment."),
    "no_picture": ("{path} has sound but no picture.", "Choose a video file."),
    "unusable_picture": (
        "The picture of {path} can't be used ({width} x {height}).",
        "Choose a video between 64 and 8192 pixels a side.",
    ),
    "unusable_length": (
        "{path} says that it lasts more than {hours} hours, so its clock is probably damaged.",
        "Choose another copy, or cut out what you need with the device that filmed it.",
    ),
    "empty_script": ("There is no text in {path}.", "Write at least one sentence and save the file."),
    "unreadable_captions": (
        "{path} can't be read as captions.",
        "Save it as .srt or .vtt, in UTF-8, and try again.",
    ),
    "captions_elsewhere": (
        "None of the captions in {path} lies within the {seconds:.1f} seconds of this clip.",
        "Take the file that belongs to this clip; nothing was changed.",
    ),
    "unreadable_script": (
        "{path} can't be read as a script.",
        "Save it as .docx, .txt or .md, without a password, and try again.",
    ),
    "bad_pronunciation": (
        "Line {line} of {path} doesn't say how a word is spoken.",
        "Write it as: written = spoken, e.g. Job = Dschobb.",
    ),
    "protected_script": (
        "{path} has a password.",
        "Open it in Word, save it without a password, and try again.",
    ),
    "old_word_script": (
        "{path} is of an old Word that can't be read here.",
        "Open it in Word, save it as .docx, and try again.",
    ),
    "large_script": (
        "{path} is far too large for a script.",
        "Copy the pages that will be spoken into a new document, and try again.",
    ),
    "broken_record": (
        "A file of the library is damaged: {path}.",
        "Nothing was changed. Ask for a copy from the backup ({reason}).",
    ),
    "newer_record": (
        "{path} was written by a newer version of SkriptStudio.",
        "Ask for the new version; nothing was changed.",
    ),
    "not_a_library": (
        "{path} holds other things and is no library.",
        "Choose an empty folder or a library.",
    ),
    "no_camera": (
        "No camera answers at “{source}”.",
        "Plug it in, open its cover, close other programs that use it, and try again.",
    ),
    "login_refused": (
        "The camera at “{source}” wants a user name and password.",
        "Write both into the address, exactly as the camera's app shows them: http://NAME:PASSWORD@...",
    ),
    "tiny_picture": (
        "The pictures of the camera at “{source}” are too small ({width} x {height}).",
        "Choose a larger picture in the camera's app, or take another camera.",
    ),
    "camera_lost": ("The camera “{source}” sends no picture any more.", "Check the cable and try again."),
    "no_microphone": (
        "No microphone answers at “{source}”.",
        "Plug it in, close other programs that use it, and try again.",
    ),
    "library_gone": (
        "The library {path} can't be reached.",
        "Your videos aren't lost. Connect the drive again, then repeat the step.",
    ),
    "folder_gone": ("The folder {path} can't be reached.", "Check the path or choose another folder."),
    "library_read_only": ("Nothing may be saved in {path}.", "Ask for write permission, or choose another folder."),
    "disk_full": ("There is no room left in {path}.", "Make room or choose another drive, then repeat the step."),
    "no_room_for_take": (
        "This computer has room for less than a minute, so no take begins.",
        "Delete what you don't need any more, or empty the recycle bin; then record.",
    ),
    "library_busy": ("{path} is being saved by somebody else right now.", "Wait a moment and try again."),
    "copy_damaged": (
        "The copy of {path} arrived damaged.",
        "The original is safe on this computer. Try again: skriptstudio recover",
    ),
    "drive_fault": ("{path} can't be used: {reason}.", "Check the drive and try again."),
    "take_waits": (
        "The take is recorded and safe on this computer; the library {library} can't take it right now.",
        "As soon as the drive is back: skriptstudio recover",
    ),
    "voice_missing": ("The built-in voice can't speak.", "Choose a microphone instead."),
    "encoder_fault": ("The clip could not be made: {reason}.", "Try again; if it happens again, show this to your IT."),
    "cancelled": ("Stopped.", "Nothing half-finished was left behind."),
    "unexpected": (
        "Something went wrong that we didn't foresee ({reason}).",
        "Your data is safe. Try again; if it happens again, show this to your IT.",
    ),
}

WINDOW_HINTS = {
    "speaker_missing": "Open the take's menu on the page “Aufnehmen” and say who speaks.",
    "consent_missing": "Enter the consent on the page “Menschen”, or leave this channel out.",
    "music_unlicensed": "Enter it in the take's menu on the page “Aufnehmen”, or use sound without music.",
    "licence_expired": "Enter a new one in the take's menu on the page “Aufnehmen”, or leave it out of the clip.",
    "licence_elsewhere": "Leave this channel out, or enter a licence in the take's menu on the page “Aufnehmen”.",
    "captions_not_confirmed": "Read the captions on the page “Prüfen” and tick them.",
    "script_not_checked": "Have the script checked on the page “Schreiben”.",
    "not_revoked": "Enter the revocation first.",
    "comment_plan_missing": "Enter beside the clip who does, under “Release”.",
    "no_sound_track": "Take a film with sound, or write captions on the page “Prüfen” with A.",
    "captions_missing": "Write down what is said or name the noise, such as “[birds]”, on the page “Prüfen” with A.",
    "no_caption_text": "Write down or import what is said on the page “Schreiben”.",
    "script_not_heard": "Write the captions on the page “Prüfen” with A, or fetch them from a file.",
    "nothing_recorded": "Record a take on the page “Aufnehmen”, or fetch a finished video.",
    "not_released": "The press office has to release it; a draft can be made right now.",
    "no_library_chosen": "Choose a folder.",
    "guardians_missing": "Enter those who have custody.",
    "copy_damaged": "The original is safe on this computer and will be copied again.",
    "login_refused": "Press “Phone as camera” and enter both exactly as the app shows them.",
    "take_in_use": "Choose another take for the cut on the page “Prüfen”, then this one can go.",
    "take_waits": "It will be copied as soon as the drive is back.",
}
"""Ways out in the window, where the command line's hint would name a command."""

FOUR_EYES_ROLES = {"speaker": "this person speaks in it", "author": "this person wrote the script"}
TABLE_REASONS = {
    "empty": "it is empty",
    "too_large": "it is far larger than an export of a platform",
    "binary": "it is no text",
    "no_columns": "no column is known",
    "no_rows": "there is nothing below the names of the columns",
    "no_figures": "no column holds figures",
    "no_clip": "no column says which clip a line is about",
}
KEPT_ON_SCREEN = "this window"
ANY_CHANNEL = "any channel"
NOBODY_KNOWN = "none yet"


@dataclass(frozen=True)
class Sentence:
    """What a person reads: what happened, and what to do."""

    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


CHOSEN_FILE = (
    NotAScan | NotMedia | StillWritten | StandInMissing | NoPicture | UnusablePicture | UnusableLength | EmptyScript
    | UnreadableTable | UnreadableScript | ProtectedScript | OldWordScript | LargeScript | UnreadableCaptions
    | CaptionsElsewhere
)  # fmt: skip
"""Errors about a file that the user has just chosen: in the window its name says enough."""


def sentence(error: SkriptStudioError, speaker: Speaker, in_window: bool = False) -> Sentence:
    """The words for an error; ``in_window`` for somebody who has no command line."""
    message, hint = ERRORS[error.code]
    if in_window:
        hint = WINDOW_HINTS.get(error.code, hint)
    values = {name: _readable(value) for name, value in error.values().items()} | _named(error, speaker)
    if in_window and isinstance(error, CHOSEN_FILE):
        values["path"] = re.split(r"[\\/]", error.path)[-1]
    return Sentence(speaker.say(message, **values), speaker.say(hint, **values))


def _readable(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _named(error: SkriptStudioError, speaker: Speaker) -> dict[str, object]:
    """Fields whose value is itself a code."""
    values = error.values()
    named: dict[str, object] = {}
    if isinstance(error, OutdatedState) and not error.kept:
        named["kept"] = speaker.say(KEPT_ON_SCREEN)
    if "state" in values:
        named |= {key: state_name(str(values[key]), speaker) for key in ("state", "wanted")}
    if "hat" in values:
        named["hat"] = hat_name(str(values["hat"]), speaker)
    if "changed" in values:
        named["changed"] = ", ".join(part_name(part, speaker) for part in _strings(values["changed"]))
    if isinstance(error, FourEyes):
        named["role"] = speaker.say(FOUR_EYES_ROLES[error.role])
    if isinstance(error, SlotTaken):
        named["day"] = day_text(date.fromisoformat(error.day), speaker)
        named["title"] = error.title or speaker.say("Nothing is posted")
    if isinstance(error, PointsRefused):
        named["points"] = "; ".join(speaker.say(POINTS.get(point, point)) for point in error.points)
    if isinstance(error, MusicUnlicensed | SpeakerMissing):
        from skriptstudio.messages.take_words import named_takes  # knows the script

        named["takes"] = named_takes(", ".join(error.takes), speaker.say)
    if isinstance(error, LicenceElsewhere):
        named["channel"] = channel_name(error.channel)
    if isinstance(error, ConsentMissing):
        named["channel"] = channel_name(error.channel) if error.channel else speaker.say(ANY_CHANNEL)
    if isinstance(error, UnreadableTable):
        seen = f" ({', '.join(error.seen)})" if error.seen else ""
        named["reason"] = speaker.say(TABLE_REASONS.get(error.reason, error.reason)) + seen
    if isinstance(error, TooEarly):
        from skriptstudio.messages.result_words import moment_name  # knows all about results

        named["moment"] = moment_name(error.moment, speaker)
    if isinstance(error, TooEarly | DatesSwapped | NotOnlineYet | OnlineBeforeRelease):
        days = {name: str(value) for name, value in values.items() if name != "moment"}
        named |= {name: _day(text, speaker) for name, text in days.items()}
    if isinstance(error, UnknownName):
        named["kind"] = kind_name(error.kind, speaker)
        named["known"] = ", ".join(error.known) or speaker.say(NOBODY_KNOWN)
    return named


def _day(text: str, speaker: Speaker) -> str:
    with suppress(ValueError):
        return day_text(date.fromisoformat(text), speaker, year=True)
    return text


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
