"""One story as seven publishers set it, and as it stood after somebody had edited it."""

# The story as the desk has read it, with the four statements that it has checked.
TEXT = """\
Bridge to cost more

The county will need 4.2 million euros to repair the Mill Bridge, the council said on Monday.

The roads office had put the cost at 3.1 million euros in spring. “Nobody ever spoke of three \
million,” the mayor’s office said — and it’s true.

Some 1,300 lorries cross the bridge each day; another 300 take the ferry. The work will last \
18 months, the café owners’ association fears.
"""
COST = "The county will need 4.2 million euros to repair the Mill Bridge"
DENIAL = "“Nobody ever spoke of three million,” the mayor’s office said"
LORRIES = "1,300 lorries"
CAFE = "18 months, the café owners’ association fears"
RATINGS = {"false": COST, "disputed": DENIAL, "mostly-true": LORRIES, "unproven": CAFE}

PLAIN = """
<p>The county will need 4.2 million euros to repair the Mill Bridge, the council said on Monday.</p>
<p>The roads office had put the cost at 3.1 million euros in spring. “Nobody ever spoke of three
million,” the mayor’s office said — and it’s true.</p>
<p>Some 1,300 lorries cross the bridge each day; another 300 take the ferry. The work will last
18 months, the café owners’ association fears.</p>"""

INLINE = """
<p>The <em>county</em> will need <strong>4.2 <a href="/figures">million</a> euros</strong> to repair
the <a href="/mill-bridge"><i>Mill</i> Bridge</a>, the council said on Monday.</p>
<p>The roads office had put the cost at 3.1 million euros in spring.
<q>“Nobody ever spoke</q> of <span>th</span>ree million,” the mayor’s
office<sup><a href="#n1">1</a></sup>
said — and it’s true.</p>
<p>Some <b>1</b>,300 lorries cross the bridge each day; another 300 take the ferry. The work
will<br>last<br>18 months,<br>the café owners’<!-- who? --> association fears.</p>"""

STRAIGHT = """
<p>The county will need 4.2 million euros to repair the Mill Bridge, the council said on Monday.</p>
<p>The roads office had put the cost at 3.1 million euros in spring. "Nobody ever spoke of three
million," the mayor's office said - and it's true.</p>
<p>Some 1,300 lorries cross the bridge each day; another 300 take the ferry. The work will last
18 months, the cafe&#x301; owners' association fears.</p>"""

SOFT = """
<p>The coun&shy;ty will need 4.2&nbsp;mil&shy;lion&nbsp;euros to re&shy;pair   the
	Mill Bridge, the council said on Monday.</p>
<p>The roads office had put the cost at 3.1&nbsp;million euros in spring. “No&shy;body ever spoke
of&#x202f;three mil&shy;lion,” the may&shy;or’s of&shy;fice&#x200b; said — and it’s true.</p>
<p>Some 1,300&nbsp;lor&shy;ries cross the bridge each day; another 300 take the ferry. The work will
last 18&#x2009;months, the café own&shy;ers’ as&shy;so&shy;ci&shy;a&shy;tion fears.</p>"""

LIST = """
<ul>
  <li>The county will need 4.2 million euros to repair the Mill Bridge, the council said on
      Monday.</li>
  <li><p>The roads office had put the cost at 3.1 million euros in spring.</p>
      <p>“Nobody ever spoke of three million,” the mayor’s office said — and it’s true.</p></li>
  <li>Some 1,300 lorries cross the bridge each day; another 300 take the ferry.</li>
  <li>The work will last <div>18 months,</div> the café owners’ association fears.</li>
</ul>"""

TABLE = """
<div class="hidden">The county will need 4.2 million euros to repair the Mill Bridge</div>
<p><span class="drop">T</span>he county will need 4.2 million euros to repair the Mill Bridge, the
council said on Monday.</p><aside>Advertisement: 1,300 lorries for sale</aside>
<blockquote>The roads office had put the cost at 3.1 million euros in spring.<br>“Nobody ever spoke
of three million,” the mayor’s office said — and it’s true.</blockquote>
<table><tr><td>Some 1,300 lorries cross the bridge each day; another 300 take the ferry.</td>
<td>The work will last 18 months, the café owners’ association fears.</td></tr></table>"""

REPEATED = """
<p>The county will need 4.2 million euros to repair the Mill Bridge, the council said on Monday.</p>
<blockquote>“Nobody ever spoke of three million,” the mayor’s office said</blockquote>
<p>The roads office had put the cost at 3.1 million euros in spring. “Nobody ever spoke of three
million,” the mayor’s office said — and it’s true.</p>
<p>Some 1,300 lorries cross the bridge each day; another 300 take the ferry. The work will last
18 months, the café owners’ association fears.</p>
<h2>Also read</h2><p>Why 1,300 lorries are too many. 1,300 lorries and 11,300 lorries.</p>"""

ALL = {
    "plain paragraphs": PLAIN,
    "inline markup": INLINE,
    "straight quotes": STRAIGHT,
    "soft hyphens and hard spaces": SOFT,
    "a list": LIST,
    "a table, a floating initial": TABLE,
    "the same words repeated": REPEATED,
}
