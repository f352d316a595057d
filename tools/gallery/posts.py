"""A folder of posts to take pictures of: the sample, and more of them, so that lists are as full as a reader's."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from reader import resources

#: The last of the days on which the posts came. The pictures are taken on it.
TODAY = datetime(2024, 11, 6, 9, 30)  # noqa: DTZ001 - the zone of the pictures is UTC
#: What the folder is called.
FOLDER = "Slow news"
#: The one that has all there can be in a post.
EVERYTHING = "What a page can hold"
#: And one of scripts that run the other way, with readings, and of a table too wide for a page.
SCRIPTS = "Three scripts on one shelf"

_PICTURES = ("hills", "harbour", "night", "city", "desert", "map", "tea", "library")
_ENGLISH = (
    ("The last ferry carries the post", "Coast", "Ships", "sea, letters"),
    ("Why the orchard is pruned in the cold", "Country", "Gardens", "gardening"),
    ("A bridge that hums in the north wind", "Coast", "Bridges", "wind, sea"),
    ("Notes from a night with the clock keepers of the old town", "Town", "Crafts", "time"),
    ("Rain gauges, and the people who read them every morning", "Country", "Weather", "wind, patience"),
    ("The map room opens on Thursdays", "Town", "Libraries", "maps"),
    ("Three ways to mend a wall", "Country", "Crafts", "stone, patience"),
    ("Where the tram used to turn", "Town", "Streets", "maps, time"),
)
_CHINESE = (
    ("山里的第一场雪", "山野", "天气", "雪, 山"),
    ("旧书店搬到了河对岸，老板说书比人先习惯新的光线", "城里", "书店", "书"),
    ("渔港清晨的三种声音", "海边", "渔港", "海"),
    ("种一棵十年后才开花的树", "山野", "园子", "树, 耐心"),
    ("末班电车上的人", "城里", "街道", "城市"),
    ("茶园里的雾什么时候散", "山野", "茶园", "茶, 山"),
)
_AUTHORS = {"en": ("Ines Halloran", "Martin Oyelaran"), "zh": ("沈若溪", "顾明远")}
_WORDS = {
    "en": (
        "It is seldom noticed by those who pass, and never forgotten by those who stay.",
        "Ask anybody who works there and you are told the same: one learns to look before one learns to hurry.",
        "The rest is habit, a good lamp, and somebody who writes down what happened in the order in which it did.",
    ),
    "zh": (
        "路过的人很少留意，住下来的人却不会忘记。",
        "在那里做事的人都会告诉你：先学会看，再学会快。",
        "剩下的只是习惯、一盏好灯，和一个愿意把事情按顺序记下来的人。",
    ),
}
_EVERYTHING = """\
A post is text. It may have **strong** and *gentle* words, a [link](https://example.org/a) and a note at its foot.[^1]

汉字 and Latin letters stand side by side, `names()` too, and <ruby>漢字<rt>hàn zì</rt></ruby> says how it is read.

![The hills beyond the harbour](/images/hills.jpg)

## Quotations and lists

> Whoever copies a letter by hand has read it twice.

1. Look at what is there.
2. Write it down.
   - first the place
   - then the hour

## Tables and code

| Station | Height | Rain | Days |
|---|---:|---:|---:|
| Harbour | 4 m | 612 mm | 148 |
| Orchard | 210 m | 734 mm | 161 |
| Pass | 1,480 m | 1,302 mm | 203 |

```python
def mean(days: list[float]) -> float:
    # An empty month has no rain.
    return sum(days) / len(days) if days else 0.0
```

## What moves

<video src="https://example.org/tide.mp4" title="The tide in a minute"></video>

<details><summary>How this was measured</summary><p>With a gauge, at nine in the morning.</p></details>

---

- [x] gauges read
- [ ] wall mended

![A picture that is still on the web](https://example.org/pictures/weir.jpg)

[^1]: A note says what would stop the sentence.
"""


_SCRIPTS = """\
The shelf by the window holds three scripts. Each keeps its own pace.

<p dir="rtl" lang="ar">كل رسالة تُكتب باليد تُقرأ مرتين (مرة عند الكتابة). وصلت في 1 نوفمبر.</p>

<p lang="ja">灯台の<ruby>光<rt>ひかり</rt></ruby>は、<ruby>港<rt>みなと</rt></ruby>に戻る船を静かに待っている。</p>

<p lang="zh-TW">舊書店裡的<ruby>龍<rt>lóng</rt></ruby>，比牆上的鐘走得還慢；骨、直、門，都照原來的樣子寫。</p>

> <p dir="rtl" lang="he">מי שמעתיק מכתב קורא אותו פעמיים.</p>

| Shelf | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
| Arabic | 12 | 14 | 9 | 11 | 16 | 18 | 7 | 13 |
| Hebrew | 4 | 6 | 3 | 5 | 8 | 2 | 9 | 6 |
| Japanese | 21 | 19 | 24 | 18 | 22 | 26 | 17 | 20 |
| Chinese | 33 | 28 | 31 | 35 | 29 | 30 | 36 | 27 |
| Latin | 51 | 48 | 55 | 47 | 50 | 53 | 49 | 52 |
| Greek | 8 | 7 | 5 | 9 | 6 | 8 | 4 | 7 |
| Cyrillic | 14 | 12 | 15 | 13 | 11 | 16 | 12 | 10 |
| Devanagari | 3 | 5 | 4 | 2 | 6 | 3 | 5 | 4 |
| Georgian | 1 | 2 | 1 | 3 | 2 | 1 | 2 | 3 |
| Armenian | 2 | 1 | 3 | 2 | 1 | 2 | 3 | 1 |
"""


def write_posts(folder: Path) -> None:
    """Write all of them below a folder that is not there yet."""
    shutil.copytree(resources.path("sample"), folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    posts = folder / "source" / "_posts" / "more"
    posts.mkdir()
    when = TODAY - timedelta(minutes=45)
    for number in range(len(_ENGLISH) + len(_CHINESE)):
        language, titles = ("zh", _CHINESE) if number % 2 and number // 2 < len(_CHINESE) else ("en", _ENGLISH)
        place = number // 2 if number < 2 * len(_CHINESE) else number - len(_CHINESE)
        title, above, below, tags = titles[place]
        picture = "" if number % 4 == 3 else f"headimg: /images/{_PICTURES[number % len(_PICTURES)]}.jpg\n"
        author = f"author: {_AUTHORS[language][number % 3 - 1]}\n" if number % 3 else ""
        head = _head(title, when, [above, below], tags) + author + picture
        paragraphs = "\n\n".join(_WORDS[language] * 2)
        (posts / f"{number:02}.md").write_text(f"---\n{head}---\n\n{paragraphs}\n", encoding="utf-8")
        when -= timedelta(hours=5, minutes=17)
    head = _head(EVERYTHING, TODAY - timedelta(days=9), ["Guide", "The reader"], "start here")
    scripts = _head(SCRIPTS, TODAY - timedelta(days=10), ["Guide", "The reader"], "scripts")
    (posts / "scripts.md").write_text(f"---\n{scripts}---\n\n{_SCRIPTS}", encoding="utf-8")
    (posts / "everything.md").write_text(f"---\n{head}---\n\n{_EVERYTHING}", encoding="utf-8")


def _head(title: str, when: datetime, categories: list[str], tags: str) -> str:
    path = "".join(f"  - {name}\n" for name in categories)
    return f"title: {title}\ndate: {when:%Y-%m-%d %H:%M:%S}\ncategories:\n{path}tags: [{tags}]\n"
