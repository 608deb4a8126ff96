"""A web page as the tests see it: parsed, with its tables as grids of cells."""

from html.parser import HTMLParser

import attrs

WITHOUT_END = {"meta", "br", "img", "input", "link", "hr"}


@attrs.define(eq=False)
class Node:
    """An element: its name, attributes, children (elements and texts) and parent."""

    name: str
    attributes: dict = attrs.field(factory=dict)
    children: list = attrs.field(factory=list)

    def find(self, name):
        """Return all elements of a name below this one, in the page's order."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child] if child.name == name else []
                found += child.find(name)
        return found

    def elements(self):
        """Return all elements below this one."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child, *child.elements()]
        return found

    @property
    def text(self):
        """The text of the element and of all below it."""
        return "".join(c.text if isinstance(c, Node) else c for c in self.children)

    @property
    def own_text(self):
        """The text of the element alone."""
        return "".join(c for c in self.children if isinstance(c, str))


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack = [Node("document")]

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in <{tag}>"
        node = Node(tag, dict(attrs))
        self.stack[-1].children.append(node)
        if tag not in WITHOUT_END:
            self.stack.append(node)

    def handle_endtag(self, tag):
        assert self.stack[-1].name == tag, f"</{tag}> closes <{self.stack[-1].name}>"
        self.stack.pop()

    def handle_data(self, data):
        self.stack[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


def parsed(page):
    """Return a page's document; elements that are not closed in order fail the test."""
    parser = _Parser()
    parser.feed(page if isinstance(page, str) else page.decode())
    parser.close()
    assert len(parser.stack) == 1
    return parser.stack[0]


def grid(table):
    """Return a table's cells by row and column, a merged one at each place that it covers."""
    found = {}
    for row, line in enumerate(table.find("tr")):
        column = 0
        for cell in line.children:
            if not isinstance(cell, Node):
                continue
            while (row, column) in found:
                column += 1
            for down in range(int(cell.attributes.get("rowspan", 1))):
                for along in range(int(cell.attributes.get("colspan", 1))):
                    place = (row + down, column + along)
                    assert place not in found, f"two cells at {place}"
                    found[place] = cell
    return found
