"""Letter to sound: German words in the phones of the acoustic model."""
