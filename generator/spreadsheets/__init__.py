"""Elements and offerings as tables: templates for spreadsheets, and what stands in filled ones."""
