<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列表样式</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Refresh all folders</source>
        <translation>刷新所有文件夹</translation>
    </message>
    <message>
        <source>Folders…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>导入历史…</translation>
    </message>
    <message>
        <source>Offline pictures…</source>
        <translation>离线图片…</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>脱机工作</translation>
    </message>
    <message>
        <source>Storage…</source>
        <translation>存储空间…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Add the sample posts</source>
        <translation>添加示例文章</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Read aloud, or pause</source>
        <translation>朗读，或暂停</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>打开原文</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as a quotation with its source</source>
        <translation>复制为带出处的引文</translation>
    </message>
    <message>
        <source>Share by e-mail</source>
        <translation>用邮件分享</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇文章</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇文章</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>第一篇文章</translation>
    </message>
    <message>
        <source>Last article</source>
        <translation>最后一篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未读文章</translation>
    </message>
    <message>
        <source>Page down, then the next unread</source>
        <translation>向下翻页，读完转到下一篇未读</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>向上翻页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回之前读过的文章</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Reading history…</source>
        <translation>读过的文章…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>搜索文章</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>搜索整个资料库</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存此搜索…</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Next hit in the article</source>
        <translation>文中下一处</translation>
    </message>
    <message>
        <source>Previous hit in the article</source>
        <translation>文中上一处</translation>
    </message>
    <message>
        <source>Outline of the article…</source>
        <translation>文章大纲…</translation>
    </message>
    <message>
        <source>Next heading of the article</source>
        <translation>文章的下一个标题</translation>
    </message>
    <message>
        <source>Previous heading of the article</source>
        <translation>文章的上一个标题</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时光机</translation>
    </message>
    <message>
        <source>This day in earlier years</source>
        <translation>往年今日</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一栏</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏边栏</translation>
    </message>
    <message>
        <source>Wider pane</source>
        <translation>加宽当前栏</translation>
    </message>
    <message>
        <source>Narrower pane</source>
        <translation>收窄当前栏</translation>
    </message>
    <message>
        <source>Only unread articles</source>
        <translation>只看未读文章</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Text and colours…</source>
        <translation>文字与颜色…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Show hidden categories</source>
        <translation>显示隐藏的分类</translation>
    </message>
    <message>
        <source>Hidden and merged categories…</source>
        <translation>已隐藏和已合并的分类…</translation>
    </message>
    <message>
        <source>{command} ({key})</source>
        <translation>{command}（{key}）</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>恢复默认字号</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change keyboard shortcuts…</source>
        <translation>更改键盘快捷键…</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>搜索语法</translation>
    </message>
    <message>
        <source>About Broadsheet</source>
        <translation>关于 Broadsheet</translation>
    </message>
    <message>
        <source>{command}: {what}</source>
        <translation>{command}：{what}</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Like the system</source>
        <extracomment>What comes once that is ready which is added to it.</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>纯黑</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度深色</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>{source} · no longer in the folder</source>
        <translation>{source} · 已不在文件夹中</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message>
        <source>no longer in the folder</source>
        <translation>已不在文件夹中</translation>
    </message>
</context>
<context>
    <name>ArticleViewer</name>
    <message>
        <source>no text</source>
        <translation>没有正文</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in your browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>View the picture</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Download this picture</source>
        <translation>下载这张图片</translation>
    </message>
    <message>
        <source>Download the pictures of this article</source>
        <translation>下载本文的图片</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <extracomment>The date of an article and its hour.</extracomment>
        <translation>{date} {time}</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>约 %Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Table, {rows} × {columns}</source>
        <translation>表格，{rows} × {columns}</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>链接到本文的文章</translation>
    </message>
    <message>
        <source>Related articles</source>
        <translation>相关文章</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Listed in “{name}”</source>
        <translation>列在“{name}”中</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hidden and merged categories</source>
        <translation>已隐藏和已合并的分类</translation>
    </message>
    <message>
        <source>Their articles are still listed: with all others, and in the category they were merged into.</source>
        <translation>其中的文章照常列出：在全部文章中，以及在合并到的分类中。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No category is hidden or merged into another.</source>
        <translation>没有隐藏或合并到别处的分类。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>更新之前</translation>
    </message>
    <message>
        <source>Before a backup was restored</source>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>Copying… {size}</source>
        <translation>正在复制… {size}</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore the library as it was at {when}?</source>
        <translation>把资料库恢复到 {when} 的状态？</translation>
    </message>
    <message>
        <source>Articles added since then come back when their folders are imported again. What you have read and kept for later stays. The library as it is now becomes a backup. Broadsheet then restarts.</source>
        <translation>此后新增的文章，重新导入其文件夹即可找回。阅读记录和稍后阅读的文章会保留。现在的资料库会成为一份备份。随后 Broadsheet 将重新启动。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>While Broadsheet is open, it makes a backup on each day that something changed. The newest seven are kept.</source>
        <translation>Broadsheet 打开期间，资料库有变动的日子会自动备份一次，保留最近七份。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Embedded page</source>
        <translation>嵌入的网页</translation>
    </message>
    <message>
        <source>Embedded object</source>
        <translation>嵌入的内容</translation>
    </message>
    <message>
        <source>Opens in a separate window</source>
        <translation>在单独的窗口中打开</translation>
    </message>
    <message>
        <source>Not saved with the article</source>
        <translation>未随文章保存</translation>
    </message>
    <message>
        <source>opens in your browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Picture file is damaged</source>
        <translation>图片文件已损坏</translation>
    </message>
    <message>
        <source>Picture not saved yet</source>
        <translation>图片尚未保存</translation>
    </message>
    <message>
        <source>Picture not found</source>
        <translation>找不到图片</translation>
    </message>
    <message>
        <source>you are working offline</source>
        <translation>正在脱机工作</translation>
    </message>
    <message>
        <source>click to download</source>
        <translation>点击即可下载</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CategoryCommands</name>
    <message>
        <source>There is already a category of this name. Merge the two instead.</source>
        <translation>已有同名的分类。可以改为合并这两个分类。</translation>
    </message>
    <message>
        <source>Rename a category</source>
        <translation>重命名分类</translation>
    </message>
    <message>
        <source>Hide a category</source>
        <translation>隐藏分类</translation>
    </message>
    <message>
        <source>Show a category again</source>
        <translation>重新显示分类</translation>
    </message>
    <message>
        <source>“{name}” is hidden</source>
        <translation>“{name}”已隐藏</translation>
    </message>
    <message>
        <source>Colour a category</source>
        <translation>设置分类颜色</translation>
    </message>
    <message>
        <source>Move a category</source>
        <translation>移动分类</translation>
    </message>
    <message>
        <source>Sort categories by name</source>
        <translation>按名称排列分类</translation>
    </message>
    <message>
        <source>“{name}” is now listed in “{other}”</source>
        <translation>“{name}”现在列在“{other}”中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Merge a category</source>
        <translation>合并分类</translation>
    </message>
    <message>
        <source>“{name}” is shown again</source>
        <translation>“{name}”已重新显示</translation>
    </message>
    <message>
        <source>Unmerge a category</source>
        <translation>拆出分类</translation>
    </message>
    <message>
        <source>“{name}” is a category of its own again</source>
        <translation>“{name}”重新成为单独的分类</translation>
    </message>
</context>
<context>
    <name>CategoryDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>CategoryModel</name>
    <message>
        <source>Library</source>
        <extracomment>The tree has other lines now, or names for them.</extracomment>
        <translation>资料库</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>All unread</source>
        <translation>全部未读</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message>
        <source>Smart folders</source>
        <translation>智能文件夹</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>More tags…</source>
        <translation>更多标签…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Called “{name}” in posts</source>
        <translation>文章中称为“{name}”</translation>
    </message>
    <message>
        <source>Also lists “{name}”</source>
        <translation>也列出“{name}”</translation>
    </message>
</context>
<context>
    <name>ChoicesDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Drop a folder of posts here, or an archive of one</source>
        <translation>将文章文件夹或压缩包拖到这里</translation>
    </message>
    <message>
        <source>Markdown or HTML files, such as those of Hexo, Jekyll and Hugo. They are only read.</source>
        <translation>Hexo、Jekyll、Hugo 等网站的 Markdown 或 HTML 文件。
只读取，不改动原文件。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose an archive…</source>
        <translation>选择压缩包…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message numerus="yes">
        <source>Read %n article(s) later, or no longer</source>
        <translation>
            <numerusform>将 %Ln 篇文章加入或移出“稍后阅读”</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the read-later list</source>
        <translation>从“稍后阅读”中移除</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed from the read-later list</source>
        <translation>
            <numerusform>已将 %Ln 篇文章移出“稍后阅读”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) kept to read later</source>
        <translation>
            <numerusform>已将 %Ln 篇文章加入“稍后阅读”</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed from the read-later list</source>
        <translation>已从“稍后阅读”中移除</translation>
    </message>
    <message>
        <source>Kept to read later</source>
        <translation>已加入“稍后阅读”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read</source>
        <translation>
            <numerusform>将 %Ln 篇文章标为已读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为已读</numerusform>
        </translation>
    </message>
    <message>
        <source>No unread articles here</source>
        <translation>这里没有未读文章</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read or unread</source>
        <translation>
            <numerusform>将 %Ln 篇文章标为已读或未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>代码已复制</translation>
    </message>
    <message>
        <source>No other unread articles here</source>
        <translation>这里没有其他未读文章</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>This post has no link to its original</source>
        <translation>这篇文章没有注明原文地址</translation>
    </message>
    <message>
        <source>You are working offline</source>
        <translation>正在脱机工作</translation>
    </message>
    <message>
        <source>Open in your browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Opened in your browser: {host}</source>
        <translation>已在浏览器中打开：{host}</translation>
    </message>
</context>
<context>
    <name>Commas</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Today · {date}</source>
        <translation>今天 · {date}</translation>
    </message>
    <message>
        <source>Yesterday · {date}</source>
        <translation>昨天 · {date}</translation>
    </message>
</context>
<context>
    <name>DayGrid</name>
    <message>
        <source>{day}, chosen</source>
        <extracomment>How many days the keys to the right and down go on.</extracomment>
        <translation>{day}，已选定</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>No such file or directory</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>it leads nowhere</source>
        <translation>链接目标不存在</translation>
    </message>
    <message>
        <source>it leads out of the folder</source>
        <translation>链接指向文件夹之外</translation>
    </message>
    <message>
        <source>more than {} MB</source>
        <translation>超过 {} MB</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>the process that read it ended or took too long</source>
        <translation>读取它的进程意外结束或用时过长</translation>
    </message>
    <message>
        <source>this folder was read already</source>
        <translation>这个文件夹已经读取过</translation>
    </message>
    <message>
        <source>its compression is not known</source>
        <translation>不支持它的压缩方式</translation>
    </message>
    <message>
        <source>the archive is damaged here</source>
        <translation>压缩包的这一部分已损坏</translation>
    </message>
    <message>
        <source>the archive was changed meanwhile</source>
        <translation>压缩包在读取期间被改动</translation>
    </message>
    <message>
        <source>AsciiDoc is not read</source>
        <translation>不支持 AsciiDoc 格式</translation>
    </message>
    <message>
        <source>Org mode is not read</source>
        <translation>不支持 Org 格式</translation>
    </message>
    <message>
        <source>Textile is not read</source>
        <translation>不支持 Textile 格式</translation>
    </message>
    <message>
        <source>a Mac&apos;s notes about another file</source>
        <translation>Mac 为其他文件保存的附加信息</translation>
    </message>
    <message>
        <source>a hidden file</source>
        <translation>隐藏文件</translation>
    </message>
    <message>
        <source>a note about the project</source>
        <translation>项目说明文件</translation>
    </message>
    <message>
        <source>a note for programs</source>
        <translation>供程序读取的文件</translation>
    </message>
    <message>
        <source>a page that lists others</source>
        <translation>列表页</translation>
    </message>
    <message>
        <source>a part of another page</source>
        <translation>其他页面的一部分</translation>
    </message>
    <message>
        <source>a text without front matter</source>
        <translation>没有头信息的纯文本</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>its front matter is a program</source>
        <translation>头信息是一段程序</translation>
    </message>
    <message>
        <source>reStructuredText is not read</source>
        <translation>不支持 reStructuredText 格式</translation>
    </message>
    <message>
        <source>a cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>a hidden folder</source>
        <translation>隐藏文件夹</translation>
    </message>
    <message>
        <source>a theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>built pages</source>
        <translation>生成的页面</translation>
    </message>
    <message>
        <source>compiled programs</source>
        <translation>编译后的程序</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>data of a Mac archive</source>
        <translation>Mac 压缩包的附加数据</translation>
    </message>
    <message>
        <source>data of the system</source>
        <translation>系统数据</translation>
    </message>
    <message>
        <source>deleted files</source>
        <translation>已删除的文件</translation>
    </message>
    <message>
        <source>files that are copied as they are</source>
        <translation>原样复制的文件</translation>
    </message>
    <message>
        <source>installed packages</source>
        <translation>已安装的软件包</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>styles</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>styles and programs</source>
        <translation>样式和程序</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>the parts of a saved page</source>
        <translation>已保存网页的组成部分</translation>
    </message>
    <message>
        <source>translations</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>marks of a merge conflict dropped</source>
        <translation>去掉了合并冲突标记</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套层次过深</translation>
    </message>
    <message>
        <source>no closing line</source>
        <translation>缺少结束行</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>没有任何键</translation>
    </message>
    <message>
        <source>no opening line</source>
        <translation>缺少起始行</translation>
    </message>
    <message>
        <source>not YAML</source>
        <translation>不是 YAML</translation>
    </message>
    <message>
        <source>read line by line</source>
        <translation>已逐行读取</translation>
    </message>
    <message>
        <source>tabs used as indent</source>
        <translation>使用了制表符缩进</translation>
    </message>
    <message>
        <source>text after the closing line</source>
        <translation>结束行后还有文字</translation>
    </message>
    <message>
        <source>text put in quotes</source>
        <translation>已为文字加上引号</translation>
    </message>
    <message>
        <source>the first heading</source>
        <translation>正文的第一个标题</translation>
    </message>
    <message>
        <source>the month of its folder</source>
        <translation>所在文件夹的月份</translation>
    </message>
    <message>
        <source>the name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>the time of the file</source>
        <translation>文件的时间</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>值过多</translation>
    </message>
    <message>
        <source>a line of {} characters</source>
        <translation>一行长达 {} 个字符</translation>
    </message>
    <message>
        <source>a table too large</source>
        <translation>表格过大</translation>
    </message>
    <message>
        <source>brackets that nothing closes</source>
        <translation>括号没有闭合</translation>
    </message>
    <message>
        <source>too many marks</source>
        <translation>标记过多</translation>
    </message>
    <message>
        <source>too many notes or definitions</source>
        <translation>脚注或定义过多</translation>
    </message>
    <message>
        <source>{} bytes that are not UTF-8</source>
        <translation>{} 个字节不是 UTF-8</translation>
    </message>
    <message>
        <source>{} characters</source>
        <translation>{} 个字符</translation>
    </message>
    <message>
        <source>{} control characters</source>
        <translation>{} 个控制字符</translation>
    </message>
    <message>
        <source>{} lines</source>
        <translation>{} 行</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>it is larger than {} MB</source>
        <translation>超过 {} MB</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>it lies outside the folder</source>
        <translation>在文件夹之外</translation>
    </message>
    <message>
        <source>HEIC pictures need pillow-heif</source>
        <translation>显示 HEIC 图片需要安装 pillow-heif</translation>
    </message>
    <message>
        <source>SVG pictures are not shown</source>
        <translation>不显示 SVG 图片</translation>
    </message>
    <message>
        <source>it has no pixels</source>
        <translation>图片没有像素</translation>
    </message>
    <message>
        <source>it is not in the folder</source>
        <translation>不在文件夹中</translation>
    </message>
    <message>
        <source>it was removed</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>it was removed to make room</source>
        <translation>已为腾出空间而移除</translation>
    </message>
    <message>
        <source>its copy was damaged</source>
        <translation>副本已损坏</translation>
    </message>
    <message>
        <source>not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture</source>
        <translation>不是 PNG、JPEG、GIF、WebP、AVIF、BMP 或 ICO 图片</translation>
    </message>
    <message>
        <source>only its small copy was fetched</source>
        <translation>只下载了缩略图</translation>
    </message>
    <message>
        <source>too many pixels</source>
        <translation>像素过多</translation>
    </message>
    <message>
        <source>its address holds a password</source>
        <translation>地址中含有密码</translation>
    </message>
    <message>
        <source>its address is not one of the web</source>
        <translation>地址不是网址</translation>
    </message>
    <message>
        <source>its address leads round and round</source>
        <translation>地址不断重定向</translation>
    </message>
    <message>
        <source>its address leads to another service</source>
        <translation>地址指向其他服务</translation>
    </message>
    <message>
        <source>its host is in a private network</source>
        <translation>主机位于私有网络</translation>
    </message>
    <message>
        <source>its host is not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <source>its server broke off</source>
        <translation>服务器中断了连接</translation>
    </message>
    <message>
        <source>its server cannot answer now ({})</source>
        <translation>服务器暂时无法应答（{}）</translation>
    </message>
    <message>
        <source>its server cannot be reached</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>its server does not answer as expected ({})</source>
        <translation>服务器的应答不符合预期（{}）</translation>
    </message>
    <message>
        <source>its server does not give it ({})</source>
        <translation>服务器拒绝提供（{}）</translation>
    </message>
    <message>
        <source>its server no longer has it ({})</source>
        <translation>服务器上已没有这张图片（{}）</translation>
    </message>
    <message>
        <source>its server takes too long</source>
        <translation>服务器响应超时</translation>
    </message>
    <message>
        <source>its server&apos;s answer is not understood</source>
        <translation>无法理解服务器的应答</translation>
    </message>
    <message>
        <source>its server&apos;s certificate is not valid</source>
        <translation>服务器证书无效</translation>
    </message>
    <message>
        <source>the name of its host is no name</source>
        <translation>主机名无效</translation>
    </message>
    <message>
        <source>the program failed on it</source>
        <translation>程序处理时出错</translation>
    </message>
    <message>
        <source>{} x {} pixels are too many</source>
        <translation>{} × {} 像素过大</translation>
    </message>
    <message>
        <source>{file} ({reason})</source>
        <translation>{file}（{reason}）</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Version {version}
A calm, fast, private library of the posts you keep.
MIT licence.</source>
        <extracomment>A source is watched from now on, or no longer. The import dialog is there: it is made when it is wanted, or an import begins. What was imported is to be seen: of this source, or of all for 0.</extracomment>
        <translation>版本 {version}
安静、快速、私密的文章资料库。
以 MIT 许可证发布。</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>资料库：{path}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>设置：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>You are working offline</source>
        <translation>正在脱机工作</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>恢复联网</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” uses %n picture(s) from the web</source>
        <translation>
            <numerusform>“{name}”引用了 %Ln 张网上的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Pictures: {progress}</source>
        <translation>图片：{progress}</translation>
    </message>
</context>
<context>
    <name>Dragging</name>
    <message>
        <source>Too many articles for this. Export them instead.</source>
        <translation>文章太多，请改用导出。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n article(s) are complete.</source>
        <translation>
            <numerusform>已完成 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Files that were finished are kept.</source>
        <translation>已停止。已写完的文件会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported.</source>
        <translation>
            <numerusform>已导出 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are no longer in the library.</source>
        <translation>
            <numerusform>%Ln 篇文章已不在资料库中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are missing; their descriptions are shown instead.</source>
        <translation>
            <numerusform>缺少 %Ln 张图片，以文字说明代替。</numerusform>
        </translation>
    </message>
    <message>
        <source>This article: {title}</source>
        <translation>这篇文章：{title}</translation>
    </message>
    <message numerus="yes">
        <source>%n selected article(s)</source>
        <translation>
            <numerusform>所选的 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n listed article(s)</source>
        <translation>
            <numerusform>列表中的全部 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}: {name}</source>
        <translation>{articles}：{name}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>E-book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>One book, with a chapter for each</source>
        <translation>合为一本书，每篇一章</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>包含图片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>FaultBox</name>
    <message>
        <source>Something went wrong in Broadsheet. Your library is safe, and you can go on reading.</source>
        <translation>Broadsheet 出错了。资料库没有受损，你可以继续阅读。</translation>
    </message>
    <message>
        <source>Broadsheet cannot start: something went wrong. Your library is safe.</source>
        <translation>Broadsheet 无法启动：程序出了错。你的资料库完好无损。</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>还需约 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>还需约 %Ln 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>没有结果</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>moves through the list and the page</source>
        <translation>用于在列表和页面中移动</translation>
    </message>
    <message>
        <source>opens or closes a part of the sidebar</source>
        <translation>用于展开或收起边栏中的项目</translation>
    </message>
    <message>
        <source>goes from one control or link to the next</source>
        <translation>用于在控件和链接之间移动</translation>
    </message>
    <message>
        <source>opens or presses what has the focus</source>
        <translation>用于打开或按下当前的项目</translation>
    </message>
    <message>
        <source>ends a search or closes what is open</source>
        <translation>用于结束搜索或关闭已打开的内容</translation>
    </message>
    <message>
        <source>selects, copies or pastes</source>
        <translation>用于选择、复制或粘贴</translation>
    </message>
    <message>
        <source>changes what is chosen in the sidebar</source>
        <translation>用于更改边栏中所选的项目</translation>
    </message>
    <message>
        <source>opens the menu of what has the focus</source>
        <translation>用于打开当前项目的菜单</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Remove a folder</source>
        <translation>移除文件夹</translation>
    </message>
    <message>
        <source>Remove “{name}” from the library’s folders?</source>
        <translation>要从资料库的文件夹中移除“{name}”吗？</translation>
    </message>
    <message>
        <source>Its articles stay, and nothing in the folder itself is touched.</source>
        <translation>文章会保留，文件夹本身不受任何影响。</translation>
    </message>
    <message>
        <source>Remove its articles too; the import history can bring them back</source>
        <translation>同时移除其中的文章（可在导入历史中恢复）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>读取方式…</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史中显示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>全部刷新</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Imported folders</source>
        <translation>已导入的文件夹</translation>
    </message>
    <message>
        <source>No folders yet. Those you import appear here.</source>
        <translation>还没有文件夹。导入后会显示在这里。</translation>
    </message>
</context>
<context>
    <name>FootnotePopover</name>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>chosen</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>{title}, heading level {level}</source>
        <translation>{title}，{level} 级标题</translation>
    </message>
    <message>
        <source>No more headings</source>
        <translation>没有其他标题了</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>No articles</source>
        <translation>没有文章</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>Also redoes %n earlier import(s) of this folder</source>
        <translation>
            <numerusform>将一并重做此文件夹之前的 %Ln 次导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also undoes %n later import(s) of this folder</source>
        <translation>
            <numerusform>将一并撤销此文件夹之后的 %Ln 次导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import of “{name}” from {date}?</source>
        <translation>要撤销 {date} 对“{name}”的导入吗？</translation>
    </message>
    <message>
        <source>Undo an import</source>
        <translation>撤销导入</translation>
    </message>
    <message numerus="yes">
        <source>%n later import(s) of this folder will be undone first.</source>
        <translation>
            <numerusform>会先撤销此文件夹之后的 %Ln 次导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import history</source>
        <translation>导入历史</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>No imports yet. They are listed here, and can be undone.</source>
        <translation>还没有导入。每次导入做了什么都会记录在这里，并可以撤销。</translation>
    </message>
    <message>
        <source>The list of its files is no longer kept.</source>
        <translation>这次导入的文件清单已不再保留。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Plain files</source>
        <translation>普通文件</translation>
    </message>
    <message>
        <source>Next.js, Gatsby, VuePress</source>
        <translation>Next.js、Gatsby、VuePress</translation>
    </message>
    <message>
        <source>Changing the library</source>
        <translation>正在更改资料库</translation>
    </message>
    <message>
        <source>Looking for posts</source>
        <translation>正在查找文章</translation>
    </message>
    <message>
        <source>Reading posts</source>
        <translation>正在读取文章</translation>
    </message>
    <message>
        <source>Copying pictures</source>
        <translation>正在复制图片</translation>
    </message>
    <message>
        <source>Making posts searchable</source>
        <translation>正在建立搜索索引</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>新增 {number} 篇</translation>
    </message>
    <message>
        <source>{number} updated</source>
        <translation>更新 {number} 篇</translation>
    </message>
    <message>
        <source>{number} moved</source>
        <translation>移动 {number} 篇</translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation>
            <numerusform>副本 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} unchanged</source>
        <translation>无变化 {number} 篇</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>跳过 {number} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>草稿 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} no longer in the folder</source>
        <translation>{number} 篇已不在文件夹中</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed</source>
        <translation>
            <numerusform>移除 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose a folder of posts</source>
        <extracomment>What PictureOffer.answered tells.</extracomment>
        <translation>选择文章文件夹</translation>
    </message>
    <message>
        <source>Choose an archive of posts</source>
        <translation>选择文章压缩包</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Redo this import</source>
        <translation>重做这次导入</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>查看文章</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImportNotices</name>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>新增 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>The import did not finish</source>
        <translation>导入中途停止</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>查看报告</translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) redone</source>
        <translation>
            <numerusform>已重做 %Ln 次导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) undone</source>
        <translation>
            <numerusform>已撤销 %Ln 次导入</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” removed again</source>
        <translation>已再次移除“{name}”</translation>
    </message>
    <message>
        <source>“{name}” is back</source>
        <translation>已恢复“{name}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>已移除“{name}”</translation>
    </message>
</context>
<context>
    <name>ImportSettings</name>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Times without a zone are</source>
        <translation>未注明时区的时间按</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>As the site says</source>
        <translation>网站的设置</translation>
    </message>
    <message>
        <source>This computer’s</source>
        <translation>本机时区</translation>
    </message>
    <message>
        <source>Also drafts and hidden posts</source>
        <translation>包括草稿和隐藏的文章</translation>
    </message>
</context>
<context>
    <name>KeepingDialogs</name>
    <message>
        <source>The library was moved.</source>
        <translation>资料库已移动。</translation>
    </message>
    <message>
        <source>It is now in {folder}.</source>
        <translation>资料库现位于 {folder}。</translation>
    </message>
    <message>
        <source>From now on, --library or {name} must name that folder.</source>
        <translation>今后须用 --library 或 {name} 指定该文件夹。</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>在新位置打开</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Change keyboard shortcuts</source>
        <translation>更改键盘快捷键</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press keys here</source>
        <translation>在此按键</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用这些按键</translation>
    </message>
    <message>
        <source>Add to its keys</source>
        <translation>添加到按键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use the other set?</source>
        <translation>换用另一套方案？</translation>
    </message>
    <message>
        <source>The keys that you changed will be reset.</source>
        <translation>你更改过的按键将被重置。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>换用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These keys cannot be used for a command.</source>
        <translation>这样的按键不能用于命令。</translation>
    </message>
    <message>
        <source>“{keys}” {use}, and cannot be used for a command.</source>
        <extracomment>Which key, and what it does.</extracomment>
        <translation>“{keys}”{use}，不能用于命令。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“{command}”</source>
        <translation>“{command}”</translation>
    </message>
    <message>
        <source>It belongs to {commands}, which would lose it.</source>
        <translation>它现在是{commands}的按键，更改后将不再属于它。</translation>
    </message>
    <message>
        <source>It works wherever nothing is typed: in the sidebar, the list and the page.</source>
        <translation>它只在不输入文字的地方有效：边栏、列表和页面。</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>KeySets</name>
    <message>
        <source>Vim-like</source>
        <translation>类似 Vim</translation>
    </message>
</context>
<context>
    <name>LibraryChooser</name>
    <message>
        <source>The library is damaged.</source>
        <translation>资料库已损坏。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>What you have read and kept for later is also stored beside the library, and is not lost.</source>
        <translation>你读过的文章和稍后阅读的文章在资料库旁边另有记录，不会丢失。</translation>
    </message>
    <message>
        <source>Repair keeps everything that can be read; the rest comes back when its folder is refreshed.</source>
        <translation>修复会保留所有还能读取的内容，其余内容在刷新文件夹时恢复。</translation>
    </message>
    <message>
        <source>Reading the folders again loses articles whose files are gone.</source>
        <translation>重新读取文件夹会丢失源文件已不存在的文章。</translation>
    </message>
    <message>
        <source>The damaged library is kept with the backups, whatever you choose.</source>
        <translation>无论选择哪一项，损坏的资料库都会与备份一起保留。</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>恢复 {when} 的备份</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation>重新读取文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for the library</source>
        <translation>选择存放资料库的文件夹</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LibraryMover</name>
    <message>
        <source>Choose an empty folder for the library</source>
        <translation>为资料库选择一个空文件夹</translation>
    </message>
    <message>
        <source>Moving the library…</source>
        <translation>正在移动资料库…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>The library is being checked. This may take a few minutes.</source>
        <translation>正在检查资料库。这可能需要几分钟。</translation>
    </message>
    <message>
        <source>Your library is being updated for this version of Broadsheet. A copy of it as it was is kept.</source>
        <translation>正在为新版本的 Broadsheet 更新资料库。原来的资料库会保留一份副本。</translation>
    </message>
</context>
<context>
    <name>LibraryRestorer</name>
    <message>
        <source>Copying the backup…</source>
        <translation>正在复制备份…</translation>
    </message>
</context>
<context>
    <name>Lightbox</name>
    <message>
        <source>This picture cannot be shown</source>
        <translation>无法显示这张图片</translation>
    </message>
    <message>
        <source>Picture {number} of {total}</source>
        <translation>第 {number} 张图片，共 {total} 张</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>按名称排列</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>合并到其他分类…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>{words}, closed</source>
        <translation>{words}，已收起</translation>
    </message>
    <message>
        <source>{words}, opened</source>
        <translation>{words}，已展开</translation>
    </message>
    <message>
        <source>{words}, table</source>
        <translation>{words}，表格</translation>
    </message>
    <message>
        <source>{words}, picture</source>
        <translation>{words}，图片</translation>
    </message>
    <message>
        <source>{words}, picture to download</source>
        <translation>{words}，可下载的图片</translation>
    </message>
    <message>
        <source>{words}, copies the code</source>
        <translation>{words}，复制代码</translation>
    </message>
    <message>
        <source>{words}, link</source>
        <translation>{words}，链接</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Arrange the list</source>
        <translation>排列列表</translation>
    </message>
    <message>
        <source>Press {key} on an article.</source>
        <translation>选中文章后按 {key} 键即可加入。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %Ln 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln 个结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) so far</source>
        <translation>
            <numerusform>目前 %Ln 个结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln 篇未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are still being made searchable.</source>
        <translation>
            <numerusform>还有 %Ln 篇文章正在建立索引。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>暂未找到</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No article contains these words.</source>
        <translation>没有文章包含这些词语。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Nothing to read later</source>
        <translation>没有稍后阅读的文章</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部读完了</translation>
    </message>
    <message>
        <source>No unread articles here.</source>
        <translation>这里没有未读文章。</translation>
    </message>
    <message>
        <source>No articles</source>
        <translation>没有文章</translation>
    </message>
    <message>
        <source>Nothing in this list is from that time.</source>
        <translation>此列表中没有该时段的文章。</translation>
    </message>
    <message>
        <source>No article meets these conditions now.</source>
        <translation>目前没有符合这些条件的文章。</translation>
    </message>
    <message>
        <source>Nothing was published here.</source>
        <translation>这里还没有内容。</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Parts of the manual</source>
        <translation>手册的各部分</translation>
    </message>
</context>
<context>
    <name>MarkRule</name>
    <message>
        <source>When it is opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>After some seconds</source>
        <translation>若干秒后</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>读到末尾时</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>仅手动</translation>
    </message>
</context>
<context>
    <name>MarkRuleBox</name>
    <message>
        <source> s</source>
        <extracomment>Behind the number of seconds.</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Seconds until an article counts as read</source>
        <translation>多少秒后算作已读</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge into another category</source>
        <translation>合并到其他分类</translation>
    </message>
    <message>
        <source>All of “{name}” will be listed in the category you choose, including future articles. The files stay as they are. “Unmerge” in the menu of that category undoes this.</source>
        <translation>“{name}”的全部文章都会列在你选择的分类中，以后新增的也一样。文件保持原样。在那个分类的菜单中选择“拆出”，即可重新分开。</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message>
        <source>never asked for</source>
        <translation>尚未下载过</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Always fetched</source>
        <translation>自动下载</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Why a picture is missing</source>
        <translation>缺少图片的原因</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Offline pictures</source>
        <translation>离线图片</translation>
    </message>
    <message>
        <source>Always fetch for it</source>
        <translation>为它自动下载</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>缺少的图片</translation>
    </message>
    <message>
        <source>No picture is missing.</source>
        <translation>没有缺少的图片。</translation>
    </message>
    <message>
        <source>No categories yet.</source>
        <translation>还没有分类。</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset “{setting}”</source>
        <translation>重置“{setting}”</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Look</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>有助于理解时</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>The colours of window and page: light, dark, sepia, black or high contrast.</source>
        <translation>窗口和页面的颜色：浅色、深色、米黄、黑色或高对比度。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the window; articles stay as they were written.</source>
        <translation>窗口的语言；文章保持原文。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Whether panes slide and notices fade.</source>
        <translation>面板是否滑动，提示是否淡入淡出。</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>When an article counts as read.</source>
        <translation>文章何时算作已读。</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>文字与颜色</translation>
    </message>
    <message>
        <source>Font, size, spacing, width of the column, paragraphs, Chinese characters.</source>
        <translation>字体、字号、行高、栏宽、段落、简繁体。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列表样式</translation>
    </message>
    <message>
        <source>How much a row of the list shows.</source>
        <translation>列表中每一行显示多少内容。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The order in which articles are listed.</source>
        <translation>列出文章的顺序。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>What the headings in the list say.</source>
        <translation>列表中的标题按什么划分。</translation>
    </message>
    <message>
        <source>Best results first</source>
        <translation>最相关的在前</translation>
    </message>
    <message>
        <source>The best matches of a search come before the newest.</source>
        <translation>与搜索最相关的结果排在最新的之前。</translation>
    </message>
    <message>
        <source>Offline pictures</source>
        <translation>离线图片</translation>
    </message>
    <message>
        <source>Which pictures from the web are downloaded, and when.</source>
        <translation>下载哪些网络图片，以及何时下载。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>How much space pictures may take, what uses it, and where the library is.</source>
        <translation>图片可占用多少空间、空间用于何处，以及资料库的位置。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What was imported, how it is read, and whether it is watched.</source>
        <translation>导入了什么、如何读取，以及是否监视。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Copies of the library, made daily and restored when needed.</source>
        <translation>资料库的副本，每天制作，需要时恢复。</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Broadsheet’s own, or keys like Vim’s.</source>
        <translation>Broadsheet 的按键，或类似 Vim 的按键。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Give any command the keys that suit you.</source>
        <translation>为任何命令设置适合你的按键。</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Not posts</source>
        <translation>非文章</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Not a post</source>
        <translation>非文章</translation>
    </message>
    <message>
        <source>Files that became articles although something was wrong with them</source>
        <translation>有问题、但修复后成为文章的文件</translation>
    </message>
    <message>
        <source>Files that were renamed since the last import</source>
        <translation>名称与上次导入时不同的文件</translation>
    </message>
    <message>
        <source>Files with the same post as another file: one article for all</source>
        <translation>与其他文件内容相同的文件：合为一篇文章</translation>
    </message>
    <message>
        <source>Files that are no longer in the folder; their articles are kept</source>
        <translation>文件夹中已不存在的文件，文章会保留</translation>
    </message>
    <message>
        <source>Drafts and hidden posts, which were not requested</source>
        <translation>草稿和隐藏的文章（未选择导入）</translation>
    </message>
    <message>
        <source>Files and folders without posts</source>
        <translation>不含文章的文件和文件夹</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>Filter by path, title or words</source>
        <translation>按路径、标题或文字筛选</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>What became of the files</source>
        <translation>各文件的处理结果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>供程序使用 (*.json)</translation>
    </message>
    <message>
        <source>Nothing matches these words.</source>
        <translation>没有符合这些文字的文件。</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>In your library: {title}</source>
        <translation>在资料库中：{title}</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Save as PDF</source>
        <extracomment>Which article it is: of many that are selected only the open one is painted.</extracomment>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The pages could not be created.</source>
        <translation>无法生成页面。</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>页边距</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>PictureCopies</name>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The picture could not be saved: {reason}</source>
        <translation>图片未能保存：{reason}</translation>
    </message>
</context>
<context>
    <name>PictureOffer</name>
    <message numerus="yes">
        <source>This folder uses %n picture(s) from the web</source>
        <translation>
            <numerusform>这个文件夹引用了 %Ln 张网上的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Their hosts will see your network address and which pictures you fetch, not what you read.</source>
        <translation>图片所在的网站会看到你的网络地址和所下载的图片，但不会知道你读了什么。</translation>
    </message>
    <message>
        <source>Thumbnails only</source>
        <translation>仅缩略图</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Always for this folder</source>
        <translation>以后都这样处理这个文件夹</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Nothing</source>
        <translation>不下载</translation>
    </message>
    <message>
        <source>Thumbnails only</source>
        <translation>仅缩略图</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>Pictures of articles to read later</source>
        <translation>稍后阅读的文章的图片</translation>
    </message>
    <message>
        <source>You are working offline. Nothing is fetched until you go online.</source>
        <translation>正在脱机工作。结束脱机之前不会下载任何内容。</translation>
    </message>
    <message>
        <source>Pictures have reached their limit. Raise it in Storage, or clear some.</source>
        <translation>图片已占满允许的空间。请在“存储空间”中提高上限，或清除一些图片。</translation>
    </message>
    <message>
        <source>No network: no host was found. The rest waits for the next time.</source>
        <translation>没有网络：连接不到任何网站。其余的图片留待下次下载。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing already saved is lost.</source>
        <translation>磁盘已满。请腾出一些空间；已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>As for all folders</source>
        <translation>与所有文件夹相同</translation>
    </message>
    <message>
        <source>{number} could not be downloaded</source>
        <translation>{number} 张无法下载</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) downloaded</source>
        <translation>
            <numerusform>已下载 %Ln 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>{dialect}, by {marker}</source>
        <translation>{dialect}（依据 {marker}）</translation>
    </message>
    <message>
        <source>{number} of {total} files checked</source>
        <translation>已查看 {number} / {total} 个文件</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories: {names}</source>
        <translation>分类：{names}</translation>
    </message>
    <message>
        <source>No categories</source>
        <translation>没有分类</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>No files.</source>
        <translation>没有文件。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{zone}, this computer’s</source>
        <translation>{zone}（本机时区）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found…</source>
        <translation>
            <numerusform>已找到 %Ln 个文件…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file could not be read: {detail}</source>
        <translation>无法读取文件：{detail}</translation>
    </message>
    <message>
        <source>The file contains no text.</source>
        <translation>文件里没有文字内容。</translation>
    </message>
    <message>
        <source>The file is too large for a post: {detail}</source>
        <translation>文件太大，不能作为文章导入：{detail}</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is not a post: {detail}</source>
        <translation>这个文件不是文章：{detail}</translation>
    </message>
    <message>
        <source>The post is a draft or hidden: {detail}</source>
        <translation>文章是草稿或已隐藏：{detail}</translation>
    </message>
    <message>
        <source>A link that leaves the folder was not followed: {detail}</source>
        <translation>未跟随指向文件夹之外的链接：{detail}</translation>
    </message>
    <message>
        <source>The folder was not searched for posts: {detail}</source>
        <translation>未在这个文件夹中查找文章：{detail}</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {detail}.</source>
        <translation>文本不是 UTF-8 编码，已按 {detail} 读取。</translation>
    </message>
    <message>
        <source>Characters that cannot be shown were replaced: {detail}</source>
        <translation>无法显示的字符已替换：{detail}</translation>
    </message>
    <message>
        <source>The front matter was repaired: {detail}</source>
        <translation>已修复头信息（front matter）：{detail}</translation>
    </message>
    <message>
        <source>The front matter could not be read: {detail}</source>
        <translation>无法读取头信息（front matter）：{detail}</translation>
    </message>
    <message>
        <source>“{detail}” is given twice; the last one counts.</source>
        <translation>“{detail}”重复出现，以最后一次为准。</translation>
    </message>
    <message>
        <source>The date could not be read: {detail}</source>
        <translation>无法识别日期：{detail}</translation>
    </message>
    <message>
        <source>The post has no date; {detail} was used.</source>
        <translation>文章没有日期，已改用{detail}。</translation>
    </message>
    <message>
        <source>The post has no title; {detail} was used.</source>
        <translation>文章没有标题，已改用{detail}。</translation>
    </message>
    <message>
        <source>The text was too complex to convert: {detail}</source>
        <translation>正文过于复杂，只保留了文字：{detail}</translation>
    </message>
    <message>
        <source>A picture is not in the folder: {detail}</source>
        <translation>图片不在文件夹中：{detail}</translation>
    </message>
    <message>
        <source>A picture outside the folder was not read: {detail}</source>
        <translation>图片在文件夹之外，未读取：{detail}</translation>
    </message>
    <message>
        <source>A picture could not be read: {detail}</source>
        <translation>无法读取图片：{detail}</translation>
    </message>
    <message>
        <source>Broadsheet failed on this file: {detail}</source>
        <translation>Broadsheet 处理这个文件时出错：{detail}</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>QuickSwitcher</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to a category, tag, folder, command, setting or article</source>
        <translation>转到分类、标签、文件夹、命令、设置或文章</translation>
    </message>
    <message>
        <source>Places to go to</source>
        <translation>可以转到的地方</translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>ReadAloudBar</name>
    <message>
        <source>Continue reading aloud</source>
        <translation>继续朗读</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>正在朗读</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>Nothing open</source>
        <translation>尚未打开文章</translation>
    </message>
    <message>
        <source>{next} and {previous} move through the list, {unread} goes to the next unread.
{sheet} shows all keys.</source>
        <translation>按 {next} 和 {previous} 浏览列表，按 {unread} 转到下一篇未读，
按 {sheet} 查看全部快捷键。</translation>
    </message>
</context>
<context>
    <name>ReadingCourse</name>
    <message>
        <source>It cannot be read aloud: {reason}</source>
        <translation>无法朗读：{reason}</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Every file of the folder is read again. Marks are kept, and the import history can undo it.</source>
        <translation>文件夹中的每个文件都会重新读取。标记会保留，也可以在导入历史中撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Another program is using the library. Close it and try again.</source>
        <translation>另一个程序正在使用资料库。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing already saved is lost.</source>
        <translation>磁盘已满。请腾出一些空间；已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>The library cannot be written to. Check the folder’s permissions.</source>
        <translation>无法写入资料库。请检查文件夹的权限。</translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that its folder exists.</source>
        <translation>无法打开资料库。请确认它所在的文件夹存在。</translation>
    </message>
    <message>
        <source>The disk refused to read or write. Check the disk.</source>
        <translation>磁盘无法读写。请检查磁盘。</translation>
    </message>
    <message>
        <source>The library is damaged. Start Broadsheet again: it can then be repaired.</source>
        <translation>资料库已损坏。请重新启动 Broadsheet，届时可以修复。</translation>
    </message>
    <message>
        <source>Nothing of the library can be read. Restore a backup, or import again in another place.</source>
        <translation>资料库的任何内容都无法读取。请恢复备份，或在其他位置重新导入。</translation>
    </message>
    <message>
        <source>This backup is damaged. Choose another one.</source>
        <translation>这份备份已损坏。请选择另一份。</translation>
    </message>
    <message>
        <source>This backup is no longer there. Choose another one.</source>
        <translation>这份备份已不存在。请选择另一份。</translation>
    </message>
    <message>
        <source>This is not a Broadsheet library. Choose another folder.</source>
        <translation>这不是 Broadsheet 资料库。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>This library was made by a newer Broadsheet. Update the program to open it.</source>
        <translation>这个资料库由更新版本的 Broadsheet 创建。请更新程序后再打开。</translation>
    </message>
    <message>
        <source>An older Broadsheet made this library, and it cannot be updated where it is. Copy its folder to this computer.</source>
        <translation>此资料库由旧版 Broadsheet 创建，在当前位置无法更新。请把它的文件夹复制到这台电脑。</translation>
    </message>
    <message>
        <source>The library is in use elsewhere, or was not closed there. Close it there, or copy its folder to this computer.</source>
        <translation>资料库正在别处使用，或在那里没有正常关闭。请在那里关闭它，或把它的文件夹复制到这台电脑。</translation>
    </message>
    <message>
        <source>A library cannot be kept on a network drive. Choose a folder on this computer.</source>
        <translation>资料库不能放在网络驱动器上。请选择这台电脑上的文件夹。</translation>
    </message>
    <message>
        <source>There is no library here yet.</source>
        <translation>这里还没有资料库。</translation>
    </message>
    <message>
        <source>The folder cannot be read. Check that it is there, and that you may open it.</source>
        <translation>无法读取这个文件夹。请确认它存在，并且你有权打开。</translation>
    </message>
    <message>
        <source>The folder is no longer there. What was read stays; import it again to continue.</source>
        <translation>文件夹已不在原处。已读入的内容会保留；再次导入即可从中断处继续。</translation>
    </message>
    <message>
        <source>This is neither a folder nor an archive. Choose its folder.</source>
        <translation>这既不是文件夹也不是压缩包。请选择它所在的文件夹。</translation>
    </message>
    <message>
        <source>The archive is damaged or incomplete. Get it again, or import its folder.</source>
        <translation>压缩包已损坏或不完整。请重新获取，或改为导入原文件夹。</translation>
    </message>
    <message>
        <source>The archive is protected by a password. Unpack it, and import the folder.</source>
        <translation>压缩包有密码保护。请先解压，再导入文件夹。</translation>
    </message>
    <message>
        <source>The archive is not safe: “{detail}” leads out of it. Get one from a place you trust.</source>
        <translation>压缩包不安全：“{detail}”指向压缩包之外。请从可信的来源重新获取。</translation>
    </message>
    <message>
        <source>The archive contains far more than posts would. If you trust it, unpack it and import the folder.</source>
        <translation>压缩包的内容远远超出一批文章应有的大小。如果信任它，请先解压，再导入文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another place.</source>
        <translation>无法写入文件。请选择其他位置。</translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose another name.</source>
        <translation>已有同名文件。请换一个名字。</translation>
    </message>
    <message>
        <source>This drive knows no locks, which keep two programs from changing a library at once. Choose another drive.</source>
        <translation>这个驱动器不支持文件锁，而没有文件锁就无法防止两个程序同时更改资料库。请选择另一个驱动器。</translation>
    </message>
    <message>
        <source>The articles are no longer in the library. Choose others.</source>
        <translation>这些文章已不在资料库中。请选择其他文章。</translation>
    </message>
    <message>
        <source>This folder cannot hold a library. Choose an empty one.</source>
        <translation>这个文件夹不能用来存放资料库，请选择一个空文件夹。</translation>
    </message>
    <message>
        <source>No posts were found here. Choose a folder of Markdown or HTML files.</source>
        <translation>这里没有找到文章。请选择包含 Markdown 或 HTML 文件的文件夹。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Nothing had changed.</source>
        <translation>没有任何变化。</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>The folder is in the library</source>
        <translation>文件夹已导入资料库</translation>
    </message>
    <message>
        <source>What was read stays in the library.</source>
        <translation>已读取的内容保留在资料库中。</translation>
    </message>
    <message numerus="yes">
        <source>What was read stays in the library; %n file(s) were not read.</source>
        <translation>
            <numerusform>已读取的内容保留在资料库中，另有 %Ln 个文件尚未读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The import did not finish</source>
        <translation>导入中途停止</translation>
    </message>
    <message>
        <source>{number} not read yet</source>
        <translation>尚未读取 {number} 个</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>What was imported stays. Import the folder again to continue.</source>
        <translation>已导入的内容会保留。再次导入这个文件夹即可继续。</translation>
    </message>
    <message>
        <source>The folder could not be imported</source>
        <extracomment>How the download goes that was asked for here: a notice of the window would be hidden behind the dialog.</extracomment>
        <translation>无法导入这个文件夹</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>“{typed}:” is not a condition and was searched as text. Did you mean {detail}:?</source>
        <translation>没有“{typed}:”这个条件，已按文字搜索。你是不是要用 {detail}:？</translation>
    </message>
    <message>
        <source>“{typed}” is not possible here, so it was searched as text. Possible values: {detail}</source>
        <translation>这里不能用“{typed}”，已按文字搜索。可以用：{detail}</translation>
    </message>
    <message>
        <source>“{detail}” is not a date, so it was searched as text. Dates are 2022, 2022-01, 2022-01-20 or 7d.</source>
        <translation>“{detail}”不是日期，已按文字搜索。日期写作 2022、2022-01、2022-01-20 或 7d。</translation>
    </message>
    <message>
        <source>Nothing follows “{detail}:” yet, so it was ignored.</source>
        <translation>“{detail}:”后面还没有内容，已忽略。</translation>
    </message>
    <message>
        <source>The library has no “{detail}”.</source>
        <translation>资料库里没有“{detail}”。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed; the phrase reaches to the end.</source>
        <translation>引号没有闭合，短语一直算到末尾。</translation>
    </message>
    <message>
        <source>A parenthesis is not closed; the group reaches to the end.</source>
        <translation>括号没有闭合，括号里的内容一直算到末尾。</translation>
    </message>
    <message>
        <source>“{detail}” was ignored. Put it in quotation marks to search for it.</source>
        <translation>已忽略“{detail}”。要搜索它，请加上引号。</translation>
    </message>
    <message>
        <source>“{detail}” joins nothing here, so it was searched as text.</source>
        <translation>“{detail}”在这里没有可连接的内容，已按文字搜索。</translation>
    </message>
    <message>
        <source>“{detail}” was searched as text. A “-” before a word excludes what contains it.</source>
        <translation>“{detail}”已按文字搜索。要排除某个词，请在它前面加“-”。</translation>
    </message>
    <message>
        <source>This is too long; the end of it was ignored.</source>
        <translation>内容太长，末尾部分已忽略。</translation>
    </message>
    <message>
        <source>Too many parentheses are nested; some were ignored.</source>
        <translation>括号嵌套太多，部分已忽略。</translation>
    </message>
    <message>
        <source>Very many articles match: first come those with a match in the title, then the others, each newest first.</source>
        <translation>含有这些词的文章非常多：标题中含有的排在前面，其余在后，均从新到旧。</translation>
    </message>
    <message>
        <source>languages such as en and zh-CN</source>
        <translation>en、zh-CN 等语言</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SearchAssist</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Clear recent searches</source>
        <translation>清除最近的搜索</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜索</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search articles</source>
        <translation>搜索文章</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search only in “{name}”</source>
        <translation>只在“{name}”中搜索</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Search in the whole library</source>
        <translation>在整个资料库中搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Sorted by title</source>
        <translation>按标题顺序</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sorted by source</source>
        <translation>按来源顺序</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最相关</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>最相关的在前</translation>
    </message>
</context>
<context>
    <name>SearchSheet</name>
    <message>
        <source>Search help</source>
        <translation>搜索语法</translation>
    </message>
    <message>
        <source>Simplified and traditional characters, capitals, accents and full width match each other.</source>
        <translation>简体与繁体、大小写、重音、全角与半角可以互相找到。</translation>
    </message>
    <message>
        <source>The names of conditions and their values work in English and in Chinese.</source>
        <translation>条件的名称和取值可以用英文，也可以用中文。</translation>
    </message>
</context>
<context>
    <name>SearchSyntax</name>
    <message>
        <source>All of these words, anywhere</source>
        <translation>包含所有这些词，不论位置</translation>
    </message>
    <message>
        <source>These words next to each other</source>
        <translation>这些词连在一起</translation>
    </message>
    <message>
        <source>Either of the two</source>
        <translation>二者之一</translation>
    </message>
    <message>
        <source>What does not contain it; works before all of these</source>
        <translation>不包含它；可以放在以下所有条件之前</translation>
    </message>
    <message>
        <source>Parentheses group conditions</source>
        <translation>括号表示哪些是一组</translation>
    </message>
    <message>
        <source>In the title</source>
        <translation>在标题中</translation>
    </message>
    <message>
        <source>By an author of this name</source>
        <translation>作者名为此</translation>
    </message>
    <message>
        <source>In a category and all below it</source>
        <translation>在某个分类及其下级中</translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation>带有某个标签</translation>
    </message>
    <message>
        <source>From an imported folder</source>
        <translation>来自某个导入的文件夹</translation>
    </message>
    <message>
        <source>Published in that year or month, or on that day</source>
        <translation>发布于该年、该月或该日</translation>
    </message>
    <message>
        <source>Published since then</source>
        <translation>自那时起发布</translation>
    </message>
    <message>
        <source>Published before then</source>
        <translation>在那之前发布</translation>
    </message>
    <message>
        <source>In the last seven days; d, w, m and y are days, weeks, months and years</source>
        <translation>最近七天；d、w、m、y 表示天、周、月、年</translation>
    </message>
    <message>
        <source>Unread, read, bookmarked or gone</source>
        <translation>未读（unread）、已读（read）、稍后阅读（bookmarked）或已不在文件夹中（已不在，gone）</translation>
    </message>
    <message>
        <source>With a picture or a thumbnail</source>
        <translation>有图片（picture）或缩略图（thumbnail）</translation>
    </message>
    <message>
        <source>Written in a language</source>
        <translation>用某种语言写成</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>kept to read later</source>
        <translation>稍后阅读</translation>
    </message>
    <message>
        <source>no longer in the folder</source>
        <translation>已不在文件夹中</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>有图片</translation>
    </message>
    <message>
        <source>with a picture in the list</source>
        <translation>列表中有缩略图</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>seven days ago</source>
        <translation>七天前</translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation>一个月前</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>一年前</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>没有符合的设置。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Reset all settings?</source>
        <translation>重置全部设置？</translation>
    </message>
    <message>
        <source>Text, colours and keys are reset as well. The library stays as it is.</source>
        <translation>文字、颜色和按键也会重置。资料库保持不变。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>This file contains no Broadsheet settings, or cannot be read.</source>
        <translation>此文件不含 Broadsheet 的设置，或无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) imported.</source>
        <translation>
            <numerusform>已采用 %Ln 项设置。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown here, and skipped: {names}.</source>
        <translation>此处未知，已略过：{names}。</translation>
    </message>
    <message>
        <source>Skipped, since their values make no sense: {names}.</source>
        <translation>值无效，已略过：{names}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为纯文本</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>已复制为 Markdown</translation>
    </message>
    <message>
        <source>Copied as a quotation</source>
        <translation>已复制为引文</translation>
    </message>
    <message>
        <source>Too many articles for one e-mail</source>
        <translation>文章太多，一封邮件放不下</translation>
    </message>
    <message>
        <source>No mail program answered</source>
        <translation>没有可用的邮件程序</translation>
    </message>
    <message>
        <source>There is no article here</source>
        <translation>这里没有文章</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>没有打开的文章</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Too many articles for this. Export them instead.</source>
        <translation>文章太多，请改用导出。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported</source>
        <translation>
            <numerusform>已导出 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>Other keys are wanted.</extracomment>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change keyboard shortcuts…</source>
        <translation>更改键盘快捷键…</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Smart folders, folders, categories and tags</source>
        <translation>智能文件夹、文件夹、分类和标签</translation>
    </message>
</context>
<context>
    <name>SmartCommands</name>
    <message>
        <source>“{name}” is now a smart folder</source>
        <translation>已存为智能文件夹“{name}”</translation>
    </message>
    <message>
        <source>Save a smart folder</source>
        <translation>保存智能文件夹</translation>
    </message>
    <message>
        <source>Change a smart folder</source>
        <translation>更改智能文件夹</translation>
    </message>
    <message>
        <source>There is already a smart folder of this name.</source>
        <translation>已有同名的智能文件夹。</translation>
    </message>
    <message>
        <source>Move a smart folder</source>
        <translation>移动智能文件夹</translation>
    </message>
    <message>
        <source>Delete a smart folder</source>
        <translation>删除智能文件夹</translation>
    </message>
    <message>
        <source>The smart folder “{name}” is deleted</source>
        <translation>已删除智能文件夹“{name}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SmartDialog</name>
    <message>
        <source>There is already a smart folder of this name.</source>
        <translation>已有同名的智能文件夹。</translation>
    </message>
    <message>
        <source>Type the conditions as in the search box, such as: snow is:unread</source>
        <translation>条件的写法与搜索框相同，例如：雪 is:unread</translation>
    </message>
    <message>
        <source>It lists whatever meets its conditions, including future articles.</source>
        <translation>它始终列出符合条件的文章，以后导入的也包括在内。</translation>
    </message>
    <message>
        <source>Smart folder</source>
        <translation>智能文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>上次导入</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>未监视</translation>
    </message>
    <message>
        <source>Not available: {path}</source>
        <translation>现在不存在：{path}</translation>
    </message>
    <message>
        <source>As the site says</source>
        <translation>网站的设置</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>Standstill</name>
    <message>
        <source>Waiting until everything is written…</source>
        <translation>正在等待写入完成…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n min read</source>
        <translation>
            <numerusform>阅读约 %Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures: {progress}</source>
        <translation>图片：{progress}</translation>
    </message>
    <message>
        <source>Read-only: the library is on a network drive</source>
        <translation>只读：资料库位于网络驱动器上</translation>
    </message>
    <message>
        <source>Read-only: the library cannot be written to where it is</source>
        <translation>只读：资料库所在的位置无法写入</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>还剩 %Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln 篇未读</numerusform>
        </translation>
    </message>
    <message>
        <source>last import {date}</source>
        <translation>上次导入：{date}</translation>
    </message>
</context>
<context>
    <name>StorageDialog</name>
    <message>
        <source>Database {size} (search index {index}, thumbnails {thumbnails})</source>
        <translation>数据库 {size}（搜索索引 {index}，缩略图 {thumbnails}）</translation>
    </message>
    <message>
        <source>pictures {size} (from the web {web})</source>
        <translation>图片 {size}（来自网上 {web}）</translation>
    </message>
    <message>
        <source>Clear web pictures</source>
        <translation>清除网上的图片</translation>
    </message>
    <message>
        <source>Remove all pictures that were fetched from the web?</source>
        <translation>要移除从网上下载的所有图片吗？</translation>
    </message>
    <message>
        <source>Their thumbnails stay. Pictures can be fetched again as long as their hosts have them.</source>
        <translation>缩略图会保留。只要网站上还有，图片就可以重新下载。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} 个缺失</translation>
    </message>
    <message>
        <source>{number} damaged</source>
        <translation>{number} 个损坏</translation>
    </message>
    <message>
        <source>{number} that cannot be read now</source>
        <translation>{number} 个现在无法读取</translation>
    </message>
    <message>
        <source>{number} that belong to no picture</source>
        <translation>{number} 个不属于任何图片</translation>
    </message>
    <message>
        <source>{number} repaired</source>
        <translation>{number} 个已修复</translation>
    </message>
    <message numerus="yes">
        <source>All %n picture file(s) are sound</source>
        <translation>
            <numerusform>%Ln 个图片文件全部完好</numerusform>
        </translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储空间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>No folders yet.</source>
        <translation>还没有文件夹。</translation>
    </message>
    <message>
        <source>All pictures take at most</source>
        <translation>所有图片最多占用</translation>
    </message>
    <message>
        <source>One picture from the web takes at most</source>
        <translation>网上的每张图片最多占用</translation>
    </message>
    <message>
        <source>Clear web pictures…</source>
        <translation>清除网上的图片…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Move the library…</source>
        <translation>移动资料库…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>SwitcherModel</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Smart folders</source>
        <translation>智能文件夹</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Text and colours</source>
        <translation>文字与颜色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Latin font</source>
        <translation>西文字体</translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>汉字</translation>
    </message>
    <message>
        <source>{name}, less</source>
        <extracomment>What a button does with a number: &quot;Line height, less&quot;.</extracomment>
        <translation>减小{name}</translation>
    </message>
    <message>
        <source>{name}, more</source>
        <translation>增大{name}</translation>
    </message>
    <message>
        <source>Space between Chinese and Latin</source>
        <translation>中西文之间留空</translation>
    </message>
    <message>
        <source>Reset text</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>Show all times again</source>
        <translation>重新显示所有时间</translation>
    </message>
    <message>
        <source>{times}: {command}</source>
        <translation>{times}：{command}</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Time machine</source>
        <translation>时光机</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选择一天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Choose a week</source>
        <translation>选择一周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Choose a month</source>
        <translation>选择一个月</translation>
    </message>
    <message>
        <source>Earlier years</source>
        <translation>往年此日</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上一个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一个月</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{day} in earlier years</source>
        <translation>往年的 {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>{when}, {number}</source>
        <extracomment>A day or another period, and the number of its articles.</extracomment>
        <translation>{when}，{number}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Start here, or drop a folder of posts on the window.</source>
        <translation>从这里开始，或把文章文件夹拖到窗口上。</translation>
    </message>
    <message>
        <source>Search for any word in any article here: {key}</source>
        <translation>在这里可以搜到每篇文章里的每个字：{key}</translation>
    </message>
    <message>
        <source>{go} goes anywhere by name, {sheet} shows all keys. The menu has everything else.</source>
        <translation>按 {go} 输入名称即可前往任何地方，
按 {sheet} 查看全部快捷键。其余的都在菜单里。</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Nothing read yet</source>
        <translation>还没有读过文章</translation>
    </message>
</context>
<context>
    <name>TripBox</name>
    <message>
        <source>All articles</source>
        <extracomment>How many of the pictures that are meant were asked for in vain, once that is known.</extracomment>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>Unread articles</source>
        <translation>未读文章</translation>
    </message>
    <message>
        <source>Articles to read later</source>
        <translation>稍后阅读的文章</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Nothing is missing that can be fetched</source>
        <translation>没有可以下载的缺失图片</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>{pictures}, about {size}</source>
        <translation>{pictures}，约 {size}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>You are working offline. Nothing is fetched until you go online.</source>
        <translation>正在脱机工作。结束脱机之前不会下载任何内容。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Complete before my trip</source>
        <translation>出行前补全图片</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>哪些文章</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>重试失败的图片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Typography</name>
    <message>
        <source>Serif</source>
        <translation>衬线体</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>无衬线体</translation>
    </message>
    <message>
        <source>Spaced</source>
        <translation>段间留白</translation>
    </message>
    <message>
        <source>Indented</source>
        <translation>首行缩进</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>保持原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional (Taiwan)</source>
        <translation>繁体（台湾）</translation>
    </message>
    <message>
        <source>Traditional (Hong Kong)</source>
        <translation>繁体（香港）</translation>
    </message>
</context>
<context>
    <name>UndoNames</name>
    <message>
        <source>Rename a folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Nothing to undo: the articles are no longer in the library</source>
        <translation>无法撤销：这些文章已不在资料库中</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your reading library is empty</source>
        <translation>你的资料库还是空的</translation>
    </message>
    <message>
        <source>Broadsheet turns a folder of saved posts into a library. It only reads the folder.</source>
        <translation>Broadsheet 把一个文件夹里的文章变成资料库。
只读取，不改动原文件夹。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Look around with a few sample posts</source>
        <translation>先看看示例文章</translation>
    </message>
</context>
</TS>
