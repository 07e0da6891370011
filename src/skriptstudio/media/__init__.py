"""Pictures and sound. cv2, av, moviepy and Pillow are imported here only."""
