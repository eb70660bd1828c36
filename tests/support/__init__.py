"""What the tests are made with: cases read from files, and small catalogues to try them in."""
