"""The theme's scripts, published as few small files."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin


def join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put the files that the theme names in place of their parts; one of them serves all search."""
    joined = config.theme["joined_scripts"]
    # A part may belong to several.
    parts = {
        part: files.src_uris[f"scripts/{part}.js"] for each in joined.values() for part in each
    }
    for name, own in joined.items():
        content = jsmin("\n".join(parts[part].content_string for part in own))
        files.append(File.generated(config, f"scripts/{name}.js", content=content))
    for script in parts.values():
        files.remove(script)
