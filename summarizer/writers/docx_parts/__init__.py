"""The parts of the DOCX writer, one noun a file."""
