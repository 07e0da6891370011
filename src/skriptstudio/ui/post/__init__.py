"""What is written beside a clip: for the pages Review and Publish."""
