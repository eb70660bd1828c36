"""What a site has beside its programmes: settings, prose pages and files; what is wrong there."""
