"""A post that tries everything: to run, to load, to lead elsewhere, to break out of where it stands."""

from __future__ import annotations

HOSTILE = """
<script>alert(1)</script><style>@import 'http://evil.example/x.css'; body{background:url(http://evil.example/b)}</style>
<img src="http://evil.example/track.gif" onerror="alert(1)" alt='"><script>alert(2)</script>'>
<a href="javascript:alert(1)">click</a> <a href="data:text/html,<script>alert(1)</script>">data</a>
<a href="file:///etc/passwd">file</a> <a href="https://good.example/&quot; onclick=&quot;alert(9)">quoted</a>
<iframe src="http://evil.example/frame" srcdoc="<script>alert(1)</script>"></iframe>
<svg onload="alert(1)"><script>alert(1)</script></svg><math><mi xlink:href="javascript:alert(1)">x</mi></math>
<form action="http://evil.example"><input type="text" onfocus="alert(1)" autofocus></form>
<object data="http://evil.example/o.swf"></object><embed src="http://evil.example/e.swf">
<video src="http://evil.example/v.mp4" poster="http://evil.example/p.jpg"></video>
<table background="http://evil.example/t"><tr><td style="background:url(http://evil.example/c)" colspan="9">cell</td>
<td>b</td></tr><tr><th>c<th>d</table><p style="x:expression(alert(1))" onclick="alert(1)">p \x0b\x01 <b>]]&gt; bold</p>
<a id="same"></a><a id="same"></a><a href="#same">there</a> <a href="#nowhere">nowhere</a>
<dl><dd>lone</dd><dt><h2>term</h2></dt></dl><ul></ul><li>stray</li><details><summary></summary>x</details>
<pre><code class="language-x&quot; onload=&quot;a">&lt;script&gt;alert(3)&lt;/script&gt; ]]&gt; &amp;nbsp;</code></pre>
&lt;img src=x onerror=alert(4)&gt; `</code>` --&gt; \ufffe \u202eturned ![i](javascript:alert(5)) <http://evil.example/auto>
"""
