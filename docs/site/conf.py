"""How Sphinx builds one language of the documentation; ``build.py`` starts it for both."""

import os

from govdisclosure import __version__

LANGUAGES = {"en": "English", "zh-CN": "中文"}
HERE = os.environ.get("GOVDISCLOSURE_DOCS_LANGUAGE", "en")

project = "govdisclosure"
author = "The govdisclosure developers"
project_copyright = author
release = version = __version__
language = HERE.replace("-", "_")
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "undoc-members": False}
autodoc_class_signature = "separated"
add_module_names = False
copybutton_prompt_text = "$ "
html_theme = "furo"
html_title = f"govdisclosure {release}"
html_show_sourcelink = False
html_copy_source = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {"languages": LANGUAGES, "here": HERE}
