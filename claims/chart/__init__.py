"""
The picture of a question's disagreement: who gives which figure, and which can both be true.

`chart_of` draws it as SVG, `table_of` says the same in rows. Knows no HTTP.
"""

from claims.chart.picture import STYLE, chart_of
from claims.chart.table import table_of

__all__ = ["STYLE", "chart_of", "table_of"]
