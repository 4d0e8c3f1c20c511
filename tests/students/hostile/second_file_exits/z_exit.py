"""Ends the process after the first file was loaded rightly."""
import os

os._exit(0)
