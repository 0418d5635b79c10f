"""Reads a workbook with openpyxl and prints what a person would see in it, as JSON."""
import datetime
import json
import sys

import openpyxl


def shown(value):
    return f"day {value:%Y-%m-%d}" if isinstance(value, datetime.datetime) else value


book = openpyxl.load_workbook(sys.argv[1])
links, meaning = book.worksheets
rows = lambda sheet: [[shown(cell.value) for cell in row] for row in sheet.iter_rows()]
print(json.dumps({"sheets": book.sheetnames, "freeze": links.freeze_panes, "rows": rows(links), "meaning": rows(meaning)}))
