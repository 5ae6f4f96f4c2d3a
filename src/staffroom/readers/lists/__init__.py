"""Lists of domains that others publish: one syntax, one file; bytes come in, domain names go on."""
