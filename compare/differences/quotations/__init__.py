"""Words within quotation marks.

`utterances` finds what was said once and is quoted twice; `quotes` tells what was altered, cut or set in marks; `cuts` and
`marks` are its rules.
"""
