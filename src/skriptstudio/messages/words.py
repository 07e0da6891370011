"""Names of states, hats, sections, channels and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.messages.catalogue import Speaker

if TYPE_CHECKING:
    from skriptstudio.domain.comment_watch import CommentWatch

STATES = {
    "idea": "Idea",
    "script": "Script in progress",
    "script_check": "Script check",
    "script_ready": "Script ready",
    "record": "Recording",
    "select": "Selection",
    "cut": "Cut and captions",
    "fact_check": "Fact check",
    "press_check": "Press check",
    "lead_check": "Head of the house",
    "released": "Released",
    "packaged": "Package made",
    "published": "Published",
    "returned": "To be reworked",
    "blocked": "Blocked",
    "withdrawn": "Withdrawn",
}

HATS = {"team": "Team", "fach": "Subject department", "press": "Press office", "lead": "Management"}

TURNS = {
    "mine": "It's your turn",
    "team": "The team's turn",
    "fach": "The department's turn",
    "press": "The press office's turn",
    "lead": "The management's turn",
    "": "Nobody's turn",
}

PARTS = {
    "title": "title",
    "script": "script",
    "cut": "cut",
    "takes": "takes",
    "captions": "captions",
    "post": "post beside the clip",
}

BESIDE = {"alt": "alternative text", "location": "location", "cover": "cover"}

KINDS = {
    "production": "production",
    "person": "person",
    "take": "take",
    "profile": "target",
    "comment": "remark",
    "section": "section",
    "format": "format",
    "idea": "idea",
    "question": "question",
    "planned_day": "planned day",
    "leave": "absence",
    "occasion": "occasion",
    "result": "figures",
    "goal": "goal",
    "series": "series",
    "measure": "measure",
    "channel": "channel in the register",
    "chapter": "chapter",
    "sight": "line of the guideline",
    "hook_type": "kind of hook",
    "publication": "publication",
}

CHANNELS = {
    "tiktok": "TikTok",
    "ig_reels": "Instagram Reels",
    "yt_shorts": "YouTube Shorts",
    "fb_reels": "Facebook Reels",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "threads": "Threads",
    "x": "X",
    "website": "Website",
    "intranet": "Intranet",
    "video_team": "Videoteam",
}

TAKE_FINDINGS = {
    "no_sound": "This take has no sound.",
    "silent": "The microphone hears nothing. Is it switched on and plugged in?",
    "no_speech": "Nobody seems to speak in this take.",
    "dropped_frames": "The computer couldn't keep up and lost pictures. Close other programs.",
    "frozen": "The camera's picture stands still. Open its cover, or connect it again.",
    "camera_lost": "The camera stopped. What was recorded until then is saved.",
    "microphone_lost": "The microphone stopped. What was recorded until then is saved.",
    "interrupted": "The recording was interrupted. What was recorded until then is saved.",
    "beginning_lost": "The film's beginning has no clock and is left out. Save it as MP4 and fetch it anew.",
    "low_resolution": "The picture is small and will look soft.",
    "too_quiet": "It is recorded very quietly. Go closer to the microphone or speak up.",
    "clipped": "The sound is distorted: too loud for the microphone. Move away a little.",
    "clipped_throughout": "The sound is distorted all the time. Record it anew, farther away from the microphone.",
    "out_of_frame": "The face wasn't in the picture all the time, or far from its middle.",
    "too_fast": "Spoken quite fast. One breath after each sentence helps.",
    "too_slow": "Spoken very calmly. A little more tempo keeps people watching.",
    "disk_nearly_full": "This computer has room for less than five more minutes.",
    "disk_full": "This computer ran out of room, so the recording was ended. What was recorded is saved.",
}

CAMERA_FINDINGS = {
    "frozen": "The camera's picture stands still. Open its cover, or connect it again.",
    "black": "The picture is black. Open the cover in front of the lens and make light.",
    "few_pictures": "There are few pictures a second, it will look jerky. Make more light and close other programs.",
    "uneven": "The pictures come unevenly. A cable, or a better wireless network, helps.",
    "small": "The picture is small and will look soft. 1920 x 1080 is good.",
    "not_as_asked": "The camera gives another size than it was asked for.",
}

ROOM_TOPICS = {
    "light": ("Lighting", "Face well lit"),
    "distance": ("Distance", "Eyes on the line"),
    "quiet": ("Quiet", "The room is quiet"),
    "background": ("Background", "Calm"),
}
"""Name of a lamp of the room check, and what it says when all is well."""

ROOM_REMARKS = {
    "no_face": ("No face found", "Come into the middle of the picture and look into the lens."),
    "face_small": ("Too far away", "Go one step closer. Your face is still small in the picture."),
    "face_large": ("Very close", "Go one step back. Your face fills the picture."),
    "eyes_high": ("Eyes too high up", "Tilt the camera up a little, so that your eyes come to the line."),
    "eyes_low": ("Eyes too far down", "Tilt the camera down a little, so that your eyes come to the line."),
    "off_centre": ("Beside the middle", "Move to the middle of the picture."),
    "head_cut": ("Head cut off", "Leave some room above your head: tilt the camera up or step back."),
    "tilted": ("Picture at a slant", "Set the camera straight or hold your head upright."),
    "back_light": ("Window behind you", "The window is behind you. Turn around, and your face has light."),
    "face_clipped": ("Light too harsh", "The light is too harsh for the camera. Go a step away from lamp or window."),
    "side_light": ("Light from one side", "One half of the face is dark. Turn towards the light."),
    "too_dark": ("Picture is very dark", "Large parts are black. Switch a lamp on or go to the window."),
    "flicker": ("Lamp flickers", "The lamp flickers in the picture. Another lamp or daylight helps."),
    "grainy": ("Picture is grainy", "The camera has little light and the picture is grainy. More light helps."),
    "blurred": ("Picture isn't sharp", "Wipe the lens and wait until the camera has focused."),
    "noisy": ("Room is loud", "It is noisy here. Close the window, switch off the fan, put a sign on the door."),
    "hum": ("Mains hum", "It hums. Move the microphone away from power supplies and cables."),
    "no_voice": ("Nobody has spoken", "No voice was heard. Check once more and say the sentence aloud."),
    "too_quiet": ("Voice too quiet", "Go closer to the microphone or speak up."),
    "too_loud": ("Voice too loud", "Move away from the microphone a little."),
    "distorted": ("Sound is distorted", "The microphone is overloaded. Go away from it or turn it down."),
    "noise_under_voice": ("Voice close to the noise", "Your voice hardly stands out. Bring the microphone closer."),
    "echo": ("Room echoes", "The room echoes. A curtain or a jacket over the chair helps."),
    "clutter": ("A lot in the background", "There is a lot to see behind you. One thing that tells a story is enough."),
    "stranger": ("Somebody else in view", "Somebody else is in the picture. Ask them, or move the camera."),
}
"""In a few words, and what helps."""

SCRIPT_FINDINGS = {
    "hook_long": "The hook has {syllables} syllables; up to {limit} can be said in three seconds.",
    "hook_greeting": "“{word}” costs the first second. Start with the thing itself.",
    "hook_authority": "“{word}” is no reason to stay. Show the thing first, the office later.",
    "hook_shouted": "Capitals alone can't be heard. Emphasis comes from your voice.",
    "hook_unproven": "Anybody can say “{word}”. Better show it.",
    "hook_vague": "Nothing to see yet. A thing, a number, a place or a question holds people.",
    "sentence_long": "This sentence has {words} words; up to {limit} are easy to say and to follow.",
    "nominal": "Nouns like {words} sound like paper. Say it with verbs.",
    "passive": "Who does it? Say “I”, “we” or “you”.",
    "to_be_done": "“Is to be” sounds like a notice. Say who does it.",
    "bracket": "The verb comes only at the end: that is hard to follow. Make two sentences of it.",
    "participle_chain": "Too much stands before the noun. Say it afterwards, in a sentence of its own.",
    "genitives": "One “of the” after the other. Say it more simply.",
    "gender_sign": "“{word}” is hard to say aloud. Name both, or a word for all.",
    "in_brackets": "Nobody hears brackets. Leave it out, or make a sentence of it.",
    "semicolon": "Nobody hears a semicolon. A full stop gives you time to breathe.",
    "paragraph_sign": "Paragraphs belong into the letter. Say what they mean.",
    "slash": "A slash can't be spoken. Say “or” or “and”.",
    "link": "Nobody remembers an address. Say: the link is in the profile.",
    "sign": "“{word}” can't be spoken.",
    "long_word": "“{word}” is a long word. Can it be said in two?",
    "abbreviation": "Does everybody know “{word}”? Say it in full.",
    "numbers_many": "{count} numbers in one sentence: nobody keeps them. One is enough.",
    "number_exact": "Round numbers are easier to keep.",
    "agg_age": "“{word}” may exclude others for their age. Invite everybody.",
    "agg_origin": "“{word}” may exclude others for their origin. Say which language level you need.",
    "only_men": "“{word}” names only men. Perhaps: {better}",
    "call_missing": "What should people do now? Begin with a verb: look, write, come.",
    "calls_many": "Only one thing at a time: with two requests, people do none.",
    "call_long": "This request has {words} words; up to {limit} are kept.",
    "office_word": "“{word}” is office language. Say: {better}",
}

SCRIPT_TITLES = {
    "hook_long": "The hook takes too long",
    "hook_greeting": "The hook greets first",
    "hook_authority": "The hook names the office",
    "hook_shouted": "The hook shouts",
    "hook_unproven": "Big word, no proof",
    "hook_vague": "Nothing to see yet",
    "sentence_long": "That stumbles when spoken",
    "nominal": "Sounds like paper",
    "passive": "Nobody does anything",
    "to_be_done": "Sounds like a notice",
    "bracket": "The verb comes late",
    "participle_chain": "Nested sentence",
    "genitives": "Nested sentence",
    "gender_sign": "Hard to say aloud",
    "in_brackets": "Brackets can't be heard",
    "semicolon": "Semicolon",
    "paragraph_sign": "Paragraph sign",
    "slash": "Slash",
    "link": "Address in the text",
    "sign": "Sign that can't be spoken",
    "long_word": "A long word",
    "abbreviation": "Abbreviation",
    "numbers_many": "Many numbers",
    "number_exact": "A very exact number",
    "agg_age": "May exclude somebody",
    "agg_origin": "May exclude somebody",
    "only_men": "Not everybody is meant",
    "call_missing": "No request yet",
    "calls_many": "More than one request",
    "call_long": "The request is long",
    "office_word": "Office language",
}

CHECKS = {
    "loudness": "Loudness {value}",
    "true_peak": "Loudest peak {value}",
    "too_quiet_recorded": "Recorded too quietly ({value} had to be added): noise may be heard.",
    "silent_clip": "The clip has no sound.",
    "loudness_missed": "The loudness misses its target ({value}). Single bangs keep it down: cut them out on Review.",
    "sound_given_up": "Recorded too quietly: next to nothing is heard. Record it anew, closer to the microphone.",
    "sound_short": "There is too little sound to measure its loudness. Listen to it once.",
    "long_silence": "Nothing is heard for {value}. Is that meant?",
    "hdr": "Part of it was filmed in HDR. Its colours were turned into ordinary ones: do skin and sky look right?",
    "material_source": "Material without a source: {value}. Write down where it is from and what its licence allows.",
    "music_unasked": "Nobody has said whether music is heard in {value}. If so, it needs a licence.",
    "too_short": "The clip is shorter than this channel wants ({value}). Make it longer, or leave this channel out.",
    "too_long": "The clip is longer than this channel allows ({value}). Shorten it, or leave this channel out.",
    "too_large": "The file is larger than this channel allows ({value}). Shorten the clip, or leave this channel out.",
    "caption_speed": "Captions that stand too briefly to be read: {value}. Give them fewer words or more time.",
    "outside_safe_zone": "Text lies where the channel has its own buttons ({value} too far). Shorten it.",
    "small_text": "Too long for letters that can be read on a phone: {value}. Shorten it.",
    "card_speed": "Reading the end card takes {value}, but it stands for 2 s. Shorten it.",
    "no_captions": "The clip has no captions. Whatever is said in it has to be written down on Review.",
    "black_picture": "The picture is black for {value}. Cut this place out, or lay another picture over it.",
    "frozen_picture": "Nothing moves in the picture for {value}. If that isn't meant, cut it out or cover it.",
    "flashing": "The picture flashes {value} times in a second: that can cause a seizure. Take this place out.",
    "text_too_long": "The text is longer than this channel allows ({value} characters). Shorten the description.",
    "too_many_hashtags": "More hashtags than this channel takes ({value}); only the first ones are in the text.",
    "hashtag_spelling": "Hashtags that aren't read well or linked: {value}. Capitals begin words: #EinTagImAmt.",
    "alt_too_long": "The alternative text is longer than some channels take ({value} characters).",
    "draft": "Draft: ENTWURF stands in the picture.",
}

STAGES = {
    "render": "Making the clip",
    "stand_in": "Making the film ready to be watched",
    "sound": "Measuring the sound",
    "files": "Writing the files",
    "copy": "Copying the take into the library",
    "final_size": "Measuring how fast this computer is",
    "camera_check": "Measuring what the camera does",
}


def _named(names: dict[str, str], key: str, speaker: Speaker) -> str:
    return speaker.say(names.get(key, key))


def state_name(key: str, speaker: Speaker) -> str:
    """Name of a state as the header shows it."""
    return _named(STATES, key, speaker)


def hat_name(key: str, speaker: Speaker) -> str:
    """Name of a hat."""
    return _named(HATS, key, speaker)


def turn_text(hat: str, mine: bool, speaker: Speaker) -> str:
    """Whose turn it is, by the hat that acts next; empty for nobody."""
    return speaker.say(TURNS["mine" if mine else hat])


PLACES: dict[str, str] = {
    "title": "Title",
    "aside": "Beside the sections",
    "picture": "Picture and notes",
    "comment": "Comment",
    "footnote": "Footnote",
    "box": "Text box",
    "hidden": "Hidden text",
    "margin": "Header or footer",
}
"""Where a piece of a document stood."""


def place_name(place: str, speaker: Speaker) -> str:
    """Name of the place of a piece that is no part of the script."""
    return _named(PLACES, place, speaker)


def part_name(key: str, speaker: Speaker) -> str:
    """Name of a part that a release covers."""
    return _named(PARTS, key, speaker)


def beside_name(key: str, speaker: Speaker) -> str:
    """Name of a piece of what is written beside a clip; empty for its text and hashtags."""
    return _named(BESIDE, key, speaker) if key else ""


def grouped(count: int, speaker: Speaker) -> str:
    """A whole number as people read it: ``2.200`` in German, ``2,200`` in English."""
    return f"{count:,}".replace(",", "." if speaker.language == "de" else ",")


def kind_name(key: str, speaker: Speaker) -> str:
    """Name of a kind of thing."""
    return _named(KINDS, key, speaker)


def channel_name(key: str) -> str:
    """Name of a channel; the same in every language."""
    return CHANNELS.get(key, key)


def take_finding(key: str, speaker: Speaker) -> str:
    """Sentence for a finding about a take."""
    return _named(TAKE_FINDINGS, key, speaker)


def camera_finding(key: str, speaker: Speaker) -> str:
    """Sentence for a finding about a camera."""
    return _named(CAMERA_FINDINGS, key, speaker)


def room_topic(key: str, speaker: Speaker, silence_heard: bool = True) -> tuple[str, str]:
    """Name of a lamp of the room check, and what it says when all is well, as far as that is known."""
    name, well = ROOM_TOPICS[key]
    if key == "quiet" and not silence_heard:
        return speaker.say(name), speaker.say("Good voice. The room itself can't be heard here.")
    return speaker.say(name), speaker.say(well)


def room_remark(code: str, speaker: Speaker) -> tuple[str, str]:
    """What could be better in a room, in a few words, and the sentence that helps."""
    short, advice = ROOM_REMARKS[code]
    return speaker.say(short), speaker.say(advice)


def script_finding(key: str, values: dict[str, object], speaker: Speaker) -> str:
    """Sentence for a finding about a script."""
    return speaker.say(SCRIPT_FINDINGS[key], **values)


def script_title(key: str, speaker: Speaker) -> str:
    """What a finding about a script is, in three words."""
    return speaker.say(SCRIPT_TITLES[key])


def watch_text(watch: CommentWatch, speaker: Speaker) -> str:
    """Who looks after the comments, and until when."""
    day = watch.until.strftime("%d.%m.%Y")
    if not watch.who:
        return speaker.say(
            "Comments until {day}: nobody is named yet. Do so on the page Review, under the topic.", day=day
        )
    return speaker.say(
        "Comments until {day}: {who}, answers within {hours} hours.", day=day, who=watch.who, hours=watch.answer_hours
    )


_ABOUT_TAKES = frozenset({"material_source", "music_unasked"})
"""Checks whose value says which takes they are about."""


def check_text(key: str, value: str, speaker: Speaker) -> str:
    """Sentence for a check of a finished clip."""
    if key in _ABOUT_TAKES:
        from skriptstudio.messages.take_words import named_takes  # knows the script

        return speaker.say(CHECKS[key], value=named_takes(value, speaker.say))
    return speaker.say(CHECKS[key], value=speaker.figure(value))


def stage_name(key: str, speaker: Speaker) -> str:
    """Name of a part of a job."""
    return _named(STAGES, key, speaker)
