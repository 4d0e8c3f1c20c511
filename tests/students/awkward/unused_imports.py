"""Imports half of the standard library, as files that began as notebooks do."""
import collections, csv, datetime, functools, itertools, json, logging, math, os, pathlib, random, re, string, sys, time  # noqa: E401
import decimal, fractions, statistics, tempfile, typing, unicodedata, urllib.request, uuid, xml.etree.ElementTree  # noqa: E401
import asyncio, concurrent.futures, multiprocessing, socket, sqlite3, subprocess, threading, unittest  # noqa: E401

import numpy as np
import numpy.linalg
import numpy.random


def smooth_idf(counts):
    return np.log((1 + len(counts)) / (1 + np.count_nonzero(counts, axis=0))) + 1
