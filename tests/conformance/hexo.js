// Loads the Hexo site in the current folder; writes the path and the HTML of each of its posts, one a line as JSON.
"use strict";
const Hexo = require(process.cwd() + "/node_modules/hexo");

async function main() {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  for (const post of hexo.model("Post").toArray()) {
    process.stdout.write(JSON.stringify({ path: `source/${post.source}`, html: post.content }) + "\n");
  }
  await hexo.exit();
}

main();
