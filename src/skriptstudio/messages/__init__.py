"""From a code to a sentence, in German and English."""
