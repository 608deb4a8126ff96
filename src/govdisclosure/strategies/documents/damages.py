"""What happens to published documents, each damage done by chance."""

from collections.abc import Callable
from random import Random

from .cell_damages import (
    blank_number,
    drop_number,
    full_width_digits,
    odd_blank,
    tear_number,
)
from .row_damages import (
    contradict_row,
    delete_row,
    delete_row_and_strip_next,
    drop_blanks,
    duplicate_row,
    local_row,
    move_row,
    shift_row,
    strip_label,
    swap_labels,
    tear_label,
)
from .rows import Document
from .table_damages import (
    cut_off,
    drop_heads,
    furniture,
    late_group,
    pad_rows,
    repeat_header,
    shift_labels,
    split_table,
    swap_heads,
)

Damage = Callable[[Random, Document], Document]

DAMAGES: tuple[Damage, ...] = (
    delete_row,
    delete_row_and_strip_next,
    duplicate_row,
    contradict_row,
    strip_label,
    blank_number,
    drop_number,
    odd_blank,
    full_width_digits,
    tear_number,
    tear_label,
    swap_labels,
    move_row,
    shift_row,
    shift_labels,
    swap_heads,
    drop_heads,
    furniture,
    repeat_header,
    pad_rows,
    split_table,
    drop_blanks,
    late_group,
    local_row,
    cut_off,
)
"""Every damage; its name is what happened, and its docstring says it."""
