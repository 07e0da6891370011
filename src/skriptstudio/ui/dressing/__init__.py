"""Laying something over the picture, with a preview that is the picture of the file: for Review and Publish."""
