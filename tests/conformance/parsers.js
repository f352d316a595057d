// Reads paths from the standard input, one a line as JSON; writes for each what two parsers of front matter make of it.
"use strict";
const fs = require("fs");
const readline = require("readline");
const hexo = require("hexo-front-matter");
const matter = require("gray-matter");

const KEYS = ["title", "date", "categories", "category", "tags", "tag"];

function pick(read) {
  let data;
  try {
    data = read();
  } catch (error) {
    return { error: String(error.message || error).split("\n")[0] };
  }
  const found = {};
  for (const key of KEYS) {
    const value = data[key];
    if (value === undefined) continue;
    found[key] = value instanceof Date ? { date: isNaN(value) ? null : value.toISOString() } : value;
  }
  // What no parser told from the body is no data; a key of any name shows that there was some.
  return { data: found, any: Object.keys(data).some((key) => key !== "_content") };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const text = fs.readFileSync(JSON.parse(line), "utf8");
  // hexo-fs takes these away before the parser sees the text.
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
  const result = {
    "hexo-front-matter": pick(() => hexo.parse(plain)),
    "gray-matter": pick(() => matter(text, { language: "yaml" }).data),
  };
  process.stdout.write(JSON.stringify(result) + "\n");
});
