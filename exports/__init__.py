"""Workbooks and printed forms: one file per workbook or document."""
