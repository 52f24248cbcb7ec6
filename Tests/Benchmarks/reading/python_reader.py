#!/usr/bin/env python3
"""Reads a CSV file with Python's csv.reader and prints the rate, for comparison.

Usage: python_reader.py PATH
"""
import csv
import os
import sys
import time

path = sys.argv[1]
began = time.perf_counter()
rows = cells = 0
with open(path, newline="", encoding="utf-8") as file:
    reader = csv.reader(file)
    next(reader)
    for record in reader:
        rows += 1
        cells += len(record)
seconds = time.perf_counter() - began
rate = os.path.getsize(path) / 1e6 / seconds
print(f"python: {rows} rows, {cells} cells, {seconds:.3f} s, {rate:.1f} MB/s")
