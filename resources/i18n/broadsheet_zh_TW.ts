<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
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
        <translation>顯示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>清單樣式</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>匯入資料夾…</translation>
    </message>
    <message>
        <source>Refresh all folders</source>
        <translation>重新整理所有資料夾</translation>
    </message>
    <message>
        <source>Folders…</source>
        <translation>資料夾…</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>匯入歷史…</translation>
    </message>
    <message>
        <source>Offline pictures…</source>
        <translation>離線圖片…</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>離線工作</translation>
    </message>
    <message>
        <source>Storage…</source>
        <translation>儲存空間…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>備份…</translation>
    </message>
    <message>
        <source>Add the sample posts</source>
        <translation>加入範例文章</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>標為已讀或未讀</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部標為已讀</translation>
    </message>
    <message>
        <source>Read aloud, or pause</source>
        <translation>朗讀，或暫停</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>回到開頭</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>開啟原文</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為純文字</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>複製為 Markdown</translation>
    </message>
    <message>
        <source>Copy as a quotation with its source</source>
        <translation>複製為帶出處的引文</translation>
    </message>
    <message>
        <source>Share by e-mail</source>
        <translation>用郵件分享</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存為 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
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
        <translation>最後一篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未讀文章</translation>
    </message>
    <message>
        <source>Page down, then the next unread</source>
        <translation>向下翻頁，讀完轉到下一篇未讀</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>向上翻頁</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回之前讀過的文章</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Reading history…</source>
        <translation>讀過的文章…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>轉到…</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>搜尋文章</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>搜尋整個資料庫</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>儲存此搜尋…</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>在本文中尋找</translation>
    </message>
    <message>
        <source>Next hit in the article</source>
        <translation>文中下一處</translation>
    </message>
    <message>
        <source>Previous hit in the article</source>
        <translation>文中上一處</translation>
    </message>
    <message>
        <source>Outline of the article…</source>
        <translation>文章大綱…</translation>
    </message>
    <message>
        <source>Next heading of the article</source>
        <translation>文章的下一個標題</translation>
    </message>
    <message>
        <source>Previous heading of the article</source>
        <translation>文章的上一個標題</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>時光機</translation>
    </message>
    <message>
        <source>This day in earlier years</source>
        <translation>往年今日</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一欄</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一欄</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>顯示或隱藏側邊欄</translation>
    </message>
    <message>
        <source>Wider pane</source>
        <translation>加寬目前欄</translation>
    </message>
    <message>
        <source>Narrower pane</source>
        <translation>收窄目前欄</translation>
    </message>
    <message>
        <source>Only unread articles</source>
        <translation>只看未讀文章</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊湊</translation>
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
        <translation>標題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>Text and colours…</source>
        <translation>文字與顏色…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Show hidden categories</source>
        <translation>顯示隱藏的分類</translation>
    </message>
    <message>
        <source>Hidden and merged categories…</source>
        <translation>已隱藏和已合併的分類…</translation>
    </message>
    <message>
        <source>{command} ({key})</source>
        <translation>{command}（{key}）</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>還原預設字型大小</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手冊</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Change keyboard shortcuts…</source>
        <translation>更改鍵盤快速鍵…</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>搜尋語法</translation>
    </message>
    <message>
        <source>About Broadsheet</source>
        <translation>關於 Broadsheet</translation>
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
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黃</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>純黑</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高對比淺色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高對比深色</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>{source} · no longer in the folder</source>
        <translation>{source} · 已不在資料夾中</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>標為已讀或未讀</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message>
        <source>no longer in the folder</source>
        <translation>已不在資料夾中</translation>
    </message>
</context>
<context>
    <name>ArticleViewer</name>
    <message>
        <source>no text</source>
        <translation>沒有內文</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open in your browser</source>
        <translation>在瀏覽器中開啟</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>複製連結</translation>
    </message>
    <message>
        <source>View the picture</source>
        <translation>檢視圖片</translation>
    </message>
    <message>
        <source>Download this picture</source>
        <translation>下載這張圖片</translation>
    </message>
    <message>
        <source>Download the pictures of this article</source>
        <translation>下載本文的圖片</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <extracomment>The date of an article and its hour.</extracomment>
        <translation>{date} {time}</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>約 %Ln 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Table, {rows} × {columns}</source>
        <translation>表格，{rows} × {columns}</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>連結到本文的文章</translation>
    </message>
    <message>
        <source>Related articles</source>
        <translation>相關文章</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>Hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message>
        <source>Listed in “{name}”</source>
        <translation>列在「{name}」中</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新顯示</translation>
    </message>
    <message>
        <source>Hidden and merged categories</source>
        <translation>已隱藏和已合併的分類</translation>
    </message>
    <message>
        <source>Their articles are still listed: with all others, and in the category they were merged into.</source>
        <translation>其中的文章照常列出：在全部文章中，以及在合併到的分類中。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>No category is hidden or merged into another.</source>
        <translation>沒有隱藏或合併到別處的分類。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <translation>還原備份之前</translation>
    </message>
    <message>
        <source>Copying… {size}</source>
        <translation>正在複製… {size}</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Restore the library as it was at {when}?</source>
        <translation>把資料庫還原到 {when} 的狀態？</translation>
    </message>
    <message>
        <source>Articles added since then come back when their folders are imported again. What you have read and kept for later stays. The library as it is now becomes a backup. Broadsheet then restarts.</source>
        <translation>此後新增的文章，重新匯入其資料夾即可找回。閱讀記錄和稍後閱讀的文章會保留。現在的資料庫會成為一份備份。隨後 Broadsheet 將重新啟動。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>While Broadsheet is open, it makes a backup on each day that something changed. The newest seven are kept.</source>
        <translation>Broadsheet 開啟期間，資料庫有變動的日子會自動備份一次，保留最近七份。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>還沒有備份。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音訊</translation>
    </message>
    <message>
        <source>Embedded page</source>
        <translation>嵌入的網頁</translation>
    </message>
    <message>
        <source>Embedded object</source>
        <translation>嵌入的內容</translation>
    </message>
    <message>
        <source>Opens in a separate window</source>
        <translation>在單獨的視窗中開啟</translation>
    </message>
    <message>
        <source>Not saved with the article</source>
        <translation>未隨文章儲存</translation>
    </message>
    <message>
        <source>opens in your browser</source>
        <translation>在瀏覽器中開啟</translation>
    </message>
    <message>
        <source>Picture file is damaged</source>
        <translation>圖片檔案已損壞</translation>
    </message>
    <message>
        <source>Picture not saved yet</source>
        <translation>圖片尚未儲存</translation>
    </message>
    <message>
        <source>Picture not found</source>
        <translation>找不到圖片</translation>
    </message>
    <message>
        <source>you are working offline</source>
        <translation>正在離線工作</translation>
    </message>
    <message>
        <source>click to download</source>
        <translation>點擊即可下載</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>CategoryCommands</name>
    <message>
        <source>There is already a category of this name. Merge the two instead.</source>
        <translation>已有同名的分類。可以改為合併這兩個分類。</translation>
    </message>
    <message>
        <source>Rename a category</source>
        <translation>重新命名分類</translation>
    </message>
    <message>
        <source>Hide a category</source>
        <translation>隱藏分類</translation>
    </message>
    <message>
        <source>Show a category again</source>
        <translation>重新顯示分類</translation>
    </message>
    <message>
        <source>“{name}” is hidden</source>
        <translation>「{name}」已隱藏</translation>
    </message>
    <message>
        <source>Colour a category</source>
        <translation>設定分類顏色</translation>
    </message>
    <message>
        <source>Move a category</source>
        <translation>移動分類</translation>
    </message>
    <message>
        <source>Sort categories by name</source>
        <translation>依名稱排列分類</translation>
    </message>
    <message>
        <source>“{name}” is now listed in “{other}”</source>
        <translation>「{name}」現在列在「{other}」中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Merge a category</source>
        <translation>合併分類</translation>
    </message>
    <message>
        <source>“{name}” is shown again</source>
        <translation>「{name}」已重新顯示</translation>
    </message>
    <message>
        <source>Unmerge a category</source>
        <translation>拆出分類</translation>
    </message>
    <message>
        <source>“{name}” is a category of its own again</source>
        <translation>「{name}」重新成為單獨的分類</translation>
    </message>
</context>
<context>
    <name>CategoryDelegate</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>CategoryModel</name>
    <message>
        <source>Library</source>
        <extracomment>The tree has other lines now, or names for them.</extracomment>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>All unread</source>
        <translation>全部未讀</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message>
        <source>Smart folders</source>
        <translation>智慧資料夾</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>More tags…</source>
        <translation>更多標籤…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Uncategorised</source>
        <translation>未分類</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message>
        <source>Called “{name}” in posts</source>
        <translation>文章中稱為「{name}」</translation>
    </message>
    <message>
        <source>Also lists “{name}”</source>
        <translation>也列出「{name}」</translation>
    </message>
</context>
<context>
    <name>ChoicesDialog</name>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Drop a folder of posts here, or an archive of one</source>
        <translation>將文章資料夾或壓縮檔拖到這裡</translation>
    </message>
    <message>
        <source>Markdown or HTML files, such as those of Hexo, Jekyll and Hugo. They are only read.</source>
        <translation>Hexo、Jekyll、Hugo 等網站的 Markdown 或 HTML 檔案。
只讀取，不改動原檔案。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Choose an archive…</source>
        <translation>選擇壓縮檔…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Mark as read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>標為未讀</translation>
    </message>
    <message numerus="yes">
        <source>Read %n article(s) later, or no longer</source>
        <translation>
            <numerusform>將 %Ln 篇文章加入或移出「稍後閱讀」</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the read-later list</source>
        <translation>從「稍後閱讀」中移除</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed from the read-later list</source>
        <translation>
            <numerusform>已將 %Ln 篇文章移出「稍後閱讀」</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) kept to read later</source>
        <translation>
            <numerusform>已將 %Ln 篇文章加入「稍後閱讀」</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed from the read-later list</source>
        <translation>已從「稍後閱讀」中移除</translation>
    </message>
    <message>
        <source>Kept to read later</source>
        <translation>已加入「稍後閱讀」</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部標為已讀</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read</source>
        <translation>
            <numerusform>將 %Ln 篇文章標為已讀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為未讀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>已將 %Ln 篇文章標為已讀</numerusform>
        </translation>
    </message>
    <message>
        <source>No unread articles here</source>
        <translation>這裡沒有未讀文章</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read or unread</source>
        <translation>
            <numerusform>將 %Ln 篇文章標為已讀或未讀</numerusform>
        </translation>
    </message>
    <message>
        <source>Code copied</source>
        <translation>程式碼已複製</translation>
    </message>
    <message>
        <source>No other unread articles here</source>
        <translation>這裡沒有其他未讀文章</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>回到開頭</translation>
    </message>
    <message>
        <source>This post has no link to its original</source>
        <translation>這篇文章沒有註明原文網址</translation>
    </message>
    <message>
        <source>You are working offline</source>
        <translation>正在離線工作</translation>
    </message>
    <message>
        <source>Open in your browser</source>
        <translation>在瀏覽器中開啟</translation>
    </message>
    <message>
        <source>Opened in your browser: {host}</source>
        <translation>已在瀏覽器中開啟：{host}</translation>
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
        <translation>{day}，已選定</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>No such file or directory</source>
        <translation>檔案不存在</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>沒有存取權限</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符號連結層數過多</translation>
    </message>
    <message>
        <source>it leads nowhere</source>
        <translation>連結目標不存在</translation>
    </message>
    <message>
        <source>it leads out of the folder</source>
        <translation>連結指向資料夾之外</translation>
    </message>
    <message>
        <source>more than {} MB</source>
        <translation>超過 {} MB</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是一般檔案</translation>
    </message>
    <message>
        <source>the process that read it ended or took too long</source>
        <translation>讀取它的處理程序意外結束或用時過長</translation>
    </message>
    <message>
        <source>this folder was read already</source>
        <translation>這個資料夾已經讀取過</translation>
    </message>
    <message>
        <source>its compression is not known</source>
        <translation>不支援它的壓縮方式</translation>
    </message>
    <message>
        <source>the archive is damaged here</source>
        <translation>壓縮檔的這一部分已損壞</translation>
    </message>
    <message>
        <source>the archive was changed meanwhile</source>
        <translation>壓縮檔在讀取期間被改動</translation>
    </message>
    <message>
        <source>AsciiDoc is not read</source>
        <translation>不支援 AsciiDoc 格式</translation>
    </message>
    <message>
        <source>Org mode is not read</source>
        <translation>不支援 Org 格式</translation>
    </message>
    <message>
        <source>Textile is not read</source>
        <translation>不支援 Textile 格式</translation>
    </message>
    <message>
        <source>a Mac&apos;s notes about another file</source>
        <translation>Mac 為其他檔案儲存的附加資訊</translation>
    </message>
    <message>
        <source>a hidden file</source>
        <translation>隱藏檔案</translation>
    </message>
    <message>
        <source>a note about the project</source>
        <translation>專案說明檔案</translation>
    </message>
    <message>
        <source>a note for programs</source>
        <translation>供程式讀取的檔案</translation>
    </message>
    <message>
        <source>a page that lists others</source>
        <translation>清單頁</translation>
    </message>
    <message>
        <source>a part of another page</source>
        <translation>其他頁面的一部分</translation>
    </message>
    <message>
        <source>a text without front matter</source>
        <translation>沒有標頭資訊的純文字</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message>
        <source>its front matter is a program</source>
        <translation>標頭資訊是一段程式</translation>
    </message>
    <message>
        <source>reStructuredText is not read</source>
        <translation>不支援 reStructuredText 格式</translation>
    </message>
    <message>
        <source>a cache</source>
        <translation>快取</translation>
    </message>
    <message>
        <source>a hidden folder</source>
        <translation>隱藏資料夾</translation>
    </message>
    <message>
        <source>a theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>built pages</source>
        <translation>產生的頁面</translation>
    </message>
    <message>
        <source>compiled programs</source>
        <translation>編譯後的程式</translation>
    </message>
    <message>
        <source>data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>data of a Mac archive</source>
        <translation>Mac 壓縮檔的附加資料</translation>
    </message>
    <message>
        <source>data of the system</source>
        <translation>系統資料</translation>
    </message>
    <message>
        <source>deleted files</source>
        <translation>已刪除的檔案</translation>
    </message>
    <message>
        <source>files that are copied as they are</source>
        <translation>原樣複製的檔案</translation>
    </message>
    <message>
        <source>installed packages</source>
        <translation>已安裝的套件</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>styles</source>
        <translation>樣式</translation>
    </message>
    <message>
        <source>styles and programs</source>
        <translation>樣式和程式</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>the parts of a saved page</source>
        <translation>已儲存網頁的組成部分</translation>
    </message>
    <message>
        <source>translations</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>marks of a merge conflict dropped</source>
        <translation>去掉了合併衝突標記</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>巢狀層次過深</translation>
    </message>
    <message>
        <source>no closing line</source>
        <translation>缺少結束行</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>沒有任何鍵</translation>
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
        <translation>已逐行讀取</translation>
    </message>
    <message>
        <source>tabs used as indent</source>
        <translation>使用了定位字元縮排</translation>
    </message>
    <message>
        <source>text after the closing line</source>
        <translation>結束行後還有文字</translation>
    </message>
    <message>
        <source>text put in quotes</source>
        <translation>已為文字加上引號</translation>
    </message>
    <message>
        <source>the first heading</source>
        <translation>內文的第一個標題</translation>
    </message>
    <message>
        <source>the month of its folder</source>
        <translation>所在資料夾的月份</translation>
    </message>
    <message>
        <source>the name of the file</source>
        <translation>檔名</translation>
    </message>
    <message>
        <source>the time of the file</source>
        <translation>檔案的時間</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>值過多</translation>
    </message>
    <message>
        <source>a line of {} characters</source>
        <translation>一行長達 {} 個字元</translation>
    </message>
    <message>
        <source>a table too large</source>
        <translation>表格過大</translation>
    </message>
    <message>
        <source>brackets that nothing closes</source>
        <translation>括號沒有閉合</translation>
    </message>
    <message>
        <source>too many marks</source>
        <translation>標記過多</translation>
    </message>
    <message>
        <source>too many notes or definitions</source>
        <translation>註腳或定義過多</translation>
    </message>
    <message>
        <source>{} bytes that are not UTF-8</source>
        <translation>{} 個位元組不是 UTF-8</translation>
    </message>
    <message>
        <source>{} characters</source>
        <translation>{} 個字元</translation>
    </message>
    <message>
        <source>{} control characters</source>
        <translation>{} 個控制字元</translation>
    </message>
    <message>
        <source>{} lines</source>
        <translation>{} 行</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>it is larger than {} MB</source>
        <translation>超過 {} MB</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>不是檔案</translation>
    </message>
    <message>
        <source>it lies outside the folder</source>
        <translation>在資料夾之外</translation>
    </message>
    <message>
        <source>HEIC pictures need pillow-heif</source>
        <translation>顯示 HEIC 圖片需要安裝 pillow-heif</translation>
    </message>
    <message>
        <source>SVG pictures are not shown</source>
        <translation>不顯示 SVG 圖片</translation>
    </message>
    <message>
        <source>it has no pixels</source>
        <translation>圖片沒有像素</translation>
    </message>
    <message>
        <source>it is not in the folder</source>
        <translation>不在資料夾中</translation>
    </message>
    <message>
        <source>it was removed</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>it was removed to make room</source>
        <translation>已為騰出空間而移除</translation>
    </message>
    <message>
        <source>its copy was damaged</source>
        <translation>副本已損壞</translation>
    </message>
    <message>
        <source>not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture</source>
        <translation>不是 PNG、JPEG、GIF、WebP、AVIF、BMP 或 ICO 圖片</translation>
    </message>
    <message>
        <source>only its small copy was fetched</source>
        <translation>只下載了縮圖</translation>
    </message>
    <message>
        <source>too many pixels</source>
        <translation>像素過多</translation>
    </message>
    <message>
        <source>its address holds a password</source>
        <translation>位址中含有密碼</translation>
    </message>
    <message>
        <source>its address is not one of the web</source>
        <translation>位址不是網址</translation>
    </message>
    <message>
        <source>its address leads round and round</source>
        <translation>位址不斷重新導向</translation>
    </message>
    <message>
        <source>its address leads to another service</source>
        <translation>位址指向其他服務</translation>
    </message>
    <message>
        <source>its host is in a private network</source>
        <translation>主機位於私人網路</translation>
    </message>
    <message>
        <source>its host is not found</source>
        <translation>找不到主機</translation>
    </message>
    <message>
        <source>its server broke off</source>
        <translation>伺服器中斷了連線</translation>
    </message>
    <message>
        <source>its server cannot answer now ({})</source>
        <translation>伺服器暫時無法回應（{}）</translation>
    </message>
    <message>
        <source>its server cannot be reached</source>
        <translation>無法連線到伺服器</translation>
    </message>
    <message>
        <source>its server does not answer as expected ({})</source>
        <translation>伺服器的回應不符合預期（{}）</translation>
    </message>
    <message>
        <source>its server does not give it ({})</source>
        <translation>伺服器拒絕提供（{}）</translation>
    </message>
    <message>
        <source>its server no longer has it ({})</source>
        <translation>伺服器上已沒有這張圖片（{}）</translation>
    </message>
    <message>
        <source>its server takes too long</source>
        <translation>伺服器回應逾時</translation>
    </message>
    <message>
        <source>its server&apos;s answer is not understood</source>
        <translation>無法理解伺服器的回應</translation>
    </message>
    <message>
        <source>its server&apos;s certificate is not valid</source>
        <translation>伺服器憑證無效</translation>
    </message>
    <message>
        <source>the name of its host is no name</source>
        <translation>主機名稱無效</translation>
    </message>
    <message>
        <source>the program failed on it</source>
        <translation>程式處理時出錯</translation>
    </message>
    <message>
        <source>{} x {} pixels are too many</source>
        <translation>{} × {} 像素過大</translation>
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
安靜、快速、私密的文章資料庫。
以 MIT 授權條款發佈。</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>資料庫：{path}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>設定：{path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>記錄檔：{path}</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>You are working offline</source>
        <translation>正在離線工作</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>恢復連線</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” uses %n picture(s) from the web</source>
        <translation>
            <numerusform>「{name}」引用了 %Ln 張網路上的圖片</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Pictures: {progress}</source>
        <translation>圖片：{progress}</translation>
    </message>
</context>
<context>
    <name>Dragging</name>
    <message>
        <source>Too many articles for this. Export them instead.</source>
        <translation>文章太多，請改用匯出。</translation>
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
        <translation>已停止。已寫完的檔案會保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported.</source>
        <translation>
            <numerusform>已匯出 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are no longer in the library.</source>
        <translation>
            <numerusform>%Ln 篇文章已不在資料庫中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are missing; their descriptions are shown instead.</source>
        <translation>
            <numerusform>缺少 %Ln 張圖片，以文字說明代替。</numerusform>
        </translation>
    </message>
    <message>
        <source>This article: {title}</source>
        <translation>這篇文章：{title}</translation>
    </message>
    <message numerus="yes">
        <source>%n selected article(s)</source>
        <translation>
            <numerusform>所選的 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n listed article(s)</source>
        <translation>
            <numerusform>清單中的全部 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}: {name}</source>
        <translation>{articles}：{name}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
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
        <translation>網頁</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>E-book</source>
        <translation>電子書</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>One book, with a chapter for each</source>
        <translation>合為一本書，每篇一章</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>包含圖片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
</context>
<context>
    <name>FaultBox</name>
    <message>
        <source>Something went wrong in Broadsheet. Your library is safe, and you can go on reading.</source>
        <translation>Broadsheet 出錯了。資料庫沒有受損，你可以繼續閱讀。</translation>
    </message>
    <message>
        <source>Broadsheet cannot start: something went wrong. Your library is safe.</source>
        <translation>Broadsheet 無法啟動：程式出了錯。你的資料庫完好無損。</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>複製詳細資訊</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln 位元組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>還需約 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>還需約 %Ln 分鐘</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中尋找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>沒有結果</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>moves through the list and the page</source>
        <translation>用於在清單和頁面中移動</translation>
    </message>
    <message>
        <source>opens or closes a part of the sidebar</source>
        <translation>用於展開或收起側邊欄中的項目</translation>
    </message>
    <message>
        <source>goes from one control or link to the next</source>
        <translation>用於在控制項和連結之間移動</translation>
    </message>
    <message>
        <source>opens or presses what has the focus</source>
        <translation>用於開啟或按下目前的項目</translation>
    </message>
    <message>
        <source>ends a search or closes what is open</source>
        <translation>用於結束搜尋或關閉已開啟的內容</translation>
    </message>
    <message>
        <source>selects, copies or pastes</source>
        <translation>用於選擇、複製或貼上</translation>
    </message>
    <message>
        <source>changes what is chosen in the sidebar</source>
        <translation>用於更改側邊欄中所選的項目</translation>
    </message>
    <message>
        <source>opens the menu of what has the focus</source>
        <translation>用於開啟目前項目的選單</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Remove a folder</source>
        <translation>移除資料夾</translation>
    </message>
    <message>
        <source>Remove “{name}” from the library’s folders?</source>
        <translation>要從資料庫的資料夾中移除「{name}」嗎？</translation>
    </message>
    <message>
        <source>Its articles stay, and nothing in the folder itself is touched.</source>
        <translation>文章會保留，資料夾本身不受任何影響。</translation>
    </message>
    <message>
        <source>Remove its articles too; the import history can bring them back</source>
        <translation>同時移除其中的文章（可在匯入歷史中還原）</translation>
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
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>讀取方式…</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在歷史中顯示</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>全部重新整理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Imported folders</source>
        <translation>已匯入的資料夾</translation>
    </message>
    <message>
        <source>No folders yet. Those you import appear here.</source>
        <translation>還沒有資料夾。匯入後會顯示在這裡。</translation>
    </message>
</context>
<context>
    <name>FootnotePopover</name>
    <message>
        <source>Footnote</source>
        <translation>註腳</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>chosen</source>
        <translation>目前</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>{title}, heading level {level}</source>
        <translation>{title}，{level} 級標題</translation>
    </message>
    <message>
        <source>No more headings</source>
        <translation>沒有其他標題了</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>No articles</source>
        <translation>沒有文章</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>Also redoes %n earlier import(s) of this folder</source>
        <translation>
            <numerusform>將一併重做此資料夾之前的 %Ln 次匯入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also undoes %n later import(s) of this folder</source>
        <translation>
            <numerusform>將一併復原此資料夾之後的 %Ln 次匯入</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import of “{name}” from {date}?</source>
        <translation>要復原 {date} 對「{name}」的匯入嗎？</translation>
    </message>
    <message>
        <source>Undo an import</source>
        <translation>復原匯入</translation>
    </message>
    <message numerus="yes">
        <source>%n later import(s) of this folder will be undone first.</source>
        <translation>
            <numerusform>會先復原此資料夾之後的 %Ln 次匯入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import history</source>
        <translation>匯入歷史</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>匯入記錄</translation>
    </message>
    <message>
        <source>No imports yet. They are listed here, and can be undone.</source>
        <translation>還沒有匯入。每次匯入做了什麼都會記錄在這裡，並可以復原。</translation>
    </message>
    <message>
        <source>The list of its files is no longer kept.</source>
        <translation>這次匯入的檔案清單已不再保留。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>Previous hit</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一處</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %Ln 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Plain files</source>
        <translation>一般檔案</translation>
    </message>
    <message>
        <source>Next.js, Gatsby, VuePress</source>
        <translation>Next.js、Gatsby、VuePress</translation>
    </message>
    <message>
        <source>Changing the library</source>
        <translation>正在更改資料庫</translation>
    </message>
    <message>
        <source>Looking for posts</source>
        <translation>正在尋找文章</translation>
    </message>
    <message>
        <source>Reading posts</source>
        <translation>正在讀取文章</translation>
    </message>
    <message>
        <source>Copying pictures</source>
        <translation>正在複製圖片</translation>
    </message>
    <message>
        <source>Making posts searchable</source>
        <translation>正在建立搜尋索引</translation>
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
        <translation>移動 {number} 篇</translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation>
            <numerusform>副本 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} unchanged</source>
        <translation>無變化 {number} 篇</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>略過 {number} 個</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>草稿 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} no longer in the folder</source>
        <translation>{number} 篇已不在資料夾中</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln 張圖片</numerusform>
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
        <translation>已復原</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中斷</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose a folder of posts</source>
        <extracomment>What PictureOffer.answered tells.</extracomment>
        <translation>選擇文章資料夾</translation>
    </message>
    <message>
        <source>Choose an archive of posts</source>
        <translation>選擇文章壓縮檔</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>壓縮檔</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <translation>在背景繼續</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Redo this import</source>
        <translation>重做這次匯入</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>復原這次匯入</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>檢視文章</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ImportNotices</name>
    <message>
        <source>Nothing new</source>
        <translation>沒有新內容</translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>新增 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>The import did not finish</source>
        <translation>匯入中途停止</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>檢視報告</translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) redone</source>
        <translation>
            <numerusform>已重做 %Ln 次匯入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) undone</source>
        <translation>
            <numerusform>已復原 %Ln 次匯入</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” removed again</source>
        <translation>已再次移除「{name}」</translation>
    </message>
    <message>
        <source>“{name}” is back</source>
        <translation>已還原「{name}」</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>已移除「{name}」</translation>
    </message>
</context>
<context>
    <name>ImportSettings</name>
    <message>
        <source>Read as</source>
        <translation>讀取方式</translation>
    </message>
    <message>
        <source>Times without a zone are</source>
        <translation>未註明時區的時間按</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>自動辨識</translation>
    </message>
    <message>
        <source>As the site says</source>
        <translation>網站的設定</translation>
    </message>
    <message>
        <source>This computer’s</source>
        <translation>本機時區</translation>
    </message>
    <message>
        <source>Also drafts and hidden posts</source>
        <translation>包括草稿和隱藏的文章</translation>
    </message>
</context>
<context>
    <name>KeepingDialogs</name>
    <message>
        <source>The library was moved.</source>
        <translation>資料庫已移動。</translation>
    </message>
    <message>
        <source>It is now in {folder}.</source>
        <translation>資料庫現位於 {folder}。</translation>
    </message>
    <message>
        <source>From now on, --library or {name} must name that folder.</source>
        <translation>今後須用 --library 或 {name} 指定該資料夾。</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>在新位置開啟</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Change keyboard shortcuts</source>
        <translation>更改鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>尋找命令或按鍵</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>按鍵方案</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按鍵</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>沒有這樣的命令。</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按鍵</translation>
    </message>
    <message>
        <source>Press keys here</source>
        <translation>在此按鍵</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用這些按鍵</translation>
    </message>
    <message>
        <source>Add to its keys</source>
        <translation>加入到按鍵</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不設按鍵</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Use the other set?</source>
        <translation>換用另一套方案？</translation>
    </message>
    <message>
        <source>The keys that you changed will be reset.</source>
        <translation>你更改過的按鍵將被重設。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>換用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These keys cannot be used for a command.</source>
        <translation>這樣的按鍵不能用於命令。</translation>
    </message>
    <message>
        <source>“{keys}” {use}, and cannot be used for a command.</source>
        <extracomment>Which key, and what it does.</extracomment>
        <translation>「{keys}」{use}，不能用於命令。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“{command}”</source>
        <translation>「{command}」</translation>
    </message>
    <message>
        <source>It belongs to {commands}, which would lose it.</source>
        <translation>它現在是{commands}的按鍵，更改後將不再屬於它。</translation>
    </message>
    <message>
        <source>It works wherever nothing is typed: in the sidebar, the list and the page.</source>
        <translation>它只在不輸入文字的地方有效：側邊欄、清單和頁面。</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Group</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
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
        <translation>類似 Vim</translation>
    </message>
</context>
<context>
    <name>LibraryChooser</name>
    <message>
        <source>The library is damaged.</source>
        <translation>資料庫已損壞。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>選擇其他資料夾…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>What you have read and kept for later is also stored beside the library, and is not lost.</source>
        <translation>你讀過的文章和稍後閱讀的文章在資料庫旁邊另有記錄，不會遺失。</translation>
    </message>
    <message>
        <source>Repair keeps everything that can be read; the rest comes back when its folder is refreshed.</source>
        <translation>修復會保留所有還能讀取的內容，其餘內容在重新整理資料夾時還原。</translation>
    </message>
    <message>
        <source>Reading the folders again loses articles whose files are gone.</source>
        <translation>重新讀取資料夾會遺失原始檔案已不存在的文章。</translation>
    </message>
    <message>
        <source>The damaged library is kept with the backups, whatever you choose.</source>
        <translation>無論選擇哪一項，損壞的資料庫都會與備份一起保留。</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>還原 {when} 的備份</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Read the folders again</source>
        <translation>重新讀取資料夾</translation>
    </message>
    <message>
        <source>Choose a folder for the library</source>
        <translation>選擇存放資料庫的資料夾</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>請稍候…</translation>
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
        <translation>為資料庫選擇一個空資料夾</translation>
    </message>
    <message>
        <source>Moving the library…</source>
        <translation>正在移動資料庫…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>The library is being checked. This may take a few minutes.</source>
        <translation>正在檢查資料庫。這可能需要幾分鐘。</translation>
    </message>
    <message>
        <source>Your library is being updated for this version of Broadsheet. A copy of it as it was is kept.</source>
        <translation>正在為新版本的 Broadsheet 更新資料庫。原來的資料庫會保留一份副本。</translation>
    </message>
</context>
<context>
    <name>LibraryRestorer</name>
    <message>
        <source>Copying the backup…</source>
        <translation>正在複製備份…</translation>
    </message>
</context>
<context>
    <name>Lightbox</name>
    <message>
        <source>This picture cannot be shown</source>
        <translation>無法顯示這張圖片</translation>
    </message>
    <message>
        <source>Picture {number} of {total}</source>
        <translation>第 {number} 張圖片，共 {total} 張</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一張圖片</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一張圖片</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>適合視窗</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Show again</source>
        <translation>重新顯示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部標為已讀</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
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
        <translation>依名稱排列</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>合併到其他分類…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
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
        <translation>{words}，已展開</translation>
    </message>
    <message>
        <source>{words}, table</source>
        <translation>{words}，表格</translation>
    </message>
    <message>
        <source>{words}, picture</source>
        <translation>{words}，圖片</translation>
    </message>
    <message>
        <source>{words}, picture to download</source>
        <translation>{words}，可下載的圖片</translation>
    </message>
    <message>
        <source>{words}, copies the code</source>
        <translation>{words}，複製程式碼</translation>
    </message>
    <message>
        <source>{words}, link</source>
        <translation>{words}，連結</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
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
        <translation>排列清單</translation>
    </message>
    <message>
        <source>Press {key} on an article.</source>
        <translation>選取文章後按 {key} 鍵即可加入。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已選 %Ln 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln 個結果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) so far</source>
        <translation>
            <numerusform>目前 %Ln 個結果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln 篇未讀</numerusform>
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
            <numerusform>還有 %Ln 篇文章正在建立索引。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>暫未找到</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>No article contains these words.</source>
        <translation>沒有文章包含這些詞語。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Nothing to read later</source>
        <translation>沒有稍後閱讀的文章</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部讀完了</translation>
    </message>
    <message>
        <source>No unread articles here.</source>
        <translation>這裡沒有未讀文章。</translation>
    </message>
    <message>
        <source>No articles</source>
        <translation>沒有文章</translation>
    </message>
    <message>
        <source>Nothing in this list is from that time.</source>
        <translation>此清單中沒有該時段的文章。</translation>
    </message>
    <message>
        <source>No article meets these conditions now.</source>
        <translation>目前沒有符合這些條件的文章。</translation>
    </message>
    <message>
        <source>Nothing was published here.</source>
        <translation>這裡還沒有內容。</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>手冊</translation>
    </message>
    <message>
        <source>Parts of the manual</source>
        <translation>手冊的各部分</translation>
    </message>
</context>
<context>
    <name>MarkRule</name>
    <message>
        <source>When it is opened</source>
        <translation>開啟時</translation>
    </message>
    <message>
        <source>After some seconds</source>
        <translation>若干秒後</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>讀到末尾時</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>僅手動</translation>
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
        <translation>多少秒後算作已讀</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge into another category</source>
        <translation>合併到其他分類</translation>
    </message>
    <message>
        <source>All of “{name}” will be listed in the category you choose, including future articles. The files stay as they are. “Unmerge” in the menu of that category undoes this.</source>
        <translation>「{name}」的全部文章都會列在你選擇的分類中，以後新增的也一樣。檔案保持原樣。在那個分類的選單中選擇「拆出」，即可重新分開。</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名稱的一部分</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message>
        <source>never asked for</source>
        <translation>尚未下載過</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>所有資料夾</translation>
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
        <translation>僅文字</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Always fetched</source>
        <translation>自動下載</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Why a picture is missing</source>
        <translation>缺少圖片的原因</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Offline pictures</source>
        <translation>離線圖片</translation>
    </message>
    <message>
        <source>Always fetch for it</source>
        <translation>為它自動下載</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>缺少的圖片</translation>
    </message>
    <message>
        <source>No picture is missing.</source>
        <translation>沒有缺少的圖片。</translation>
    </message>
    <message>
        <source>No categories yet.</source>
        <translation>還沒有分類。</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset “{setting}”</source>
        <translation>重設「{setting}」</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Look</source>
        <translation>介面</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Where it helps</source>
        <translation>有助於理解時</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>The colours of window and page: light, dark, sepia, black or high contrast.</source>
        <translation>視窗和頁面的顏色：淺色、深色、米黃、黑色或高對比。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Of the window; articles stay as they were written.</source>
        <translation>視窗的語言；文章保持原文。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動畫</translation>
    </message>
    <message>
        <source>Whether panes slide and notices fade.</source>
        <translation>面板是否滑動，提示是否淡入淡出。</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>When an article counts as read.</source>
        <translation>文章何時算作已讀。</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>文字與顏色</translation>
    </message>
    <message>
        <source>Font, size, spacing, width of the column, paragraphs, Chinese characters.</source>
        <translation>字型、字型大小、行高、欄寬、段落、簡繁體。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>清單樣式</translation>
    </message>
    <message>
        <source>How much a row of the list shows.</source>
        <translation>清單中每一列顯示多少內容。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The order in which articles are listed.</source>
        <translation>列出文章的順序。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>What the headings in the list say.</source>
        <translation>清單中的標題按什麼劃分。</translation>
    </message>
    <message>
        <source>Best results first</source>
        <translation>最相關的在前</translation>
    </message>
    <message>
        <source>The best matches of a search come before the newest.</source>
        <translation>與搜尋最相關的結果排在最新的之前。</translation>
    </message>
    <message>
        <source>Offline pictures</source>
        <translation>離線圖片</translation>
    </message>
    <message>
        <source>Which pictures from the web are downloaded, and when.</source>
        <translation>下載哪些網路圖片，以及何時下載。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>儲存空間</translation>
    </message>
    <message>
        <source>How much space pictures may take, what uses it, and where the library is.</source>
        <translation>圖片可佔用多少空間、空間用於何處，以及資料庫的位置。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>What was imported, how it is read, and whether it is watched.</source>
        <translation>匯入了什麼、如何讀取，以及是否監視。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Copies of the library, made daily and restored when needed.</source>
        <translation>資料庫的副本，每天製作，需要時還原。</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>按鍵方案</translation>
    </message>
    <message>
        <source>Broadsheet’s own, or keys like Vim’s.</source>
        <translation>Broadsheet 的按鍵，或類似 Vim 的按鍵。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Give any command the keys that suit you.</source>
        <translation>為任何命令設定適合你的按鍵。</translation>
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
        <translation>已修復</translation>
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
        <translation>已移動</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>無變化</translation>
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
        <translation>已略過</translation>
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
        <translation>有問題、但修復後成為文章的檔案</translation>
    </message>
    <message>
        <source>Files that were renamed since the last import</source>
        <translation>名稱與上次匯入時不同的檔案</translation>
    </message>
    <message>
        <source>Files with the same post as another file: one article for all</source>
        <translation>與其他檔案內容相同的檔案：合為一篇文章</translation>
    </message>
    <message>
        <source>Files that are no longer in the folder; their articles are kept</source>
        <translation>資料夾中已不存在的檔案，文章會保留</translation>
    </message>
    <message>
        <source>Drafts and hidden posts, which were not requested</source>
        <translation>草稿和隱藏的文章（未選擇匯入）</translation>
    </message>
    <message>
        <source>Files and folders without posts</source>
        <translation>不含文章的檔案和資料夾</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>無法讀取的檔案</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>Filter by path, title or words</source>
        <translation>依路徑、標題或文字篩選</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>What became of the files</source>
        <translation>各檔案的處理結果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>匯出清單</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>試算表 (*.csv)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>供程式使用 (*.json)</translation>
    </message>
    <message>
        <source>Nothing matches these words.</source>
        <translation>沒有符合這些文字的檔案。</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>發現的問題</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>大綱</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>In your library: {title}</source>
        <translation>在資料庫中：{title}</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Save as PDF</source>
        <extracomment>Which article it is: of many that are selected only the open one is painted.</extracomment>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The pages could not be created.</source>
        <translation>無法產生頁面。</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 頁</translation>
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
        <translation>列印</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>邊界</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>頁碼</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
</context>
<context>
    <name>PictureCopies</name>
    <message>
        <source>Save the picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>The picture could not be saved: {reason}</source>
        <translation>圖片未能儲存：{reason}</translation>
    </message>
</context>
<context>
    <name>PictureOffer</name>
    <message numerus="yes">
        <source>This folder uses %n picture(s) from the web</source>
        <translation>
            <numerusform>這個資料夾引用了 %Ln 張網路上的圖片</numerusform>
        </translation>
    </message>
    <message>
        <source>Their hosts will see your network address and which pictures you fetch, not what you read.</source>
        <translation>圖片所在的網站會看到你的網路位址和所下載的圖片，但不會知道你讀了什麼。</translation>
    </message>
    <message>
        <source>Thumbnails only</source>
        <translation>僅縮圖</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有圖片</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>Always for this folder</source>
        <translation>以後都這樣處理這個資料夾</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Nothing</source>
        <translation>不下載</translation>
    </message>
    <message>
        <source>Thumbnails only</source>
        <translation>僅縮圖</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有圖片</translation>
    </message>
    <message>
        <source>Pictures of articles to read later</source>
        <translation>稍後閱讀的文章的圖片</translation>
    </message>
    <message>
        <source>You are working offline. Nothing is fetched until you go online.</source>
        <translation>正在離線工作。結束離線之前不會下載任何內容。</translation>
    </message>
    <message>
        <source>Pictures have reached their limit. Raise it in Storage, or clear some.</source>
        <translation>圖片已佔滿允許的空間。請在「儲存空間」中提高上限，或清除一些圖片。</translation>
    </message>
    <message>
        <source>No network: no host was found. The rest waits for the next time.</source>
        <translation>沒有網路：連線不到任何網站。其餘的圖片留待下次下載。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing already saved is lost.</source>
        <translation>磁碟已滿。請騰出一些空間；已儲存的內容不會遺失。</translation>
    </message>
    <message>
        <source>As for all folders</source>
        <translation>與所有資料夾相同</translation>
    </message>
    <message>
        <source>{number} could not be downloaded</source>
        <translation>{number} 張無法下載</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) downloaded</source>
        <translation>
            <numerusform>已下載 %Ln 張圖片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>{dialect}, by {marker}</source>
        <translation>{dialect}（依據 {marker}）</translation>
    </message>
    <message>
        <source>{number} of {total} files checked</source>
        <translation>已檢視 {number} / {total} 個檔案</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories: {names}</source>
        <translation>分類：{names}</translation>
    </message>
    <message>
        <source>No categories</source>
        <translation>沒有分類</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>正在檢視資料夾…</translation>
    </message>
    <message>
        <source>No files.</source>
        <translation>沒有檔案。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>{zone}, this computer’s</source>
        <translation>{zone}（本機時區）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found…</source>
        <translation>
            <numerusform>已找到 %Ln 個檔案…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The file could not be read: {detail}</source>
        <translation>無法讀取檔案：{detail}</translation>
    </message>
    <message>
        <source>The file contains no text.</source>
        <translation>檔案裡沒有文字內容。</translation>
    </message>
    <message>
        <source>The file is too large for a post: {detail}</source>
        <translation>檔案太大，不能作為文章匯入：{detail}</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>The file is not a post: {detail}</source>
        <translation>這個檔案不是文章：{detail}</translation>
    </message>
    <message>
        <source>The post is a draft or hidden: {detail}</source>
        <translation>文章是草稿或已隱藏：{detail}</translation>
    </message>
    <message>
        <source>A link that leaves the folder was not followed: {detail}</source>
        <translation>未跟隨指向資料夾之外的連結：{detail}</translation>
    </message>
    <message>
        <source>The folder was not searched for posts: {detail}</source>
        <translation>未在這個資料夾中尋找文章：{detail}</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {detail}.</source>
        <translation>文字不是 UTF-8 編碼，已按 {detail} 讀取。</translation>
    </message>
    <message>
        <source>Characters that cannot be shown were replaced: {detail}</source>
        <translation>無法顯示的字元已取代：{detail}</translation>
    </message>
    <message>
        <source>The front matter was repaired: {detail}</source>
        <translation>已修復標頭資訊（front matter）：{detail}</translation>
    </message>
    <message>
        <source>The front matter could not be read: {detail}</source>
        <translation>無法讀取標頭資訊（front matter）：{detail}</translation>
    </message>
    <message>
        <source>“{detail}” is given twice; the last one counts.</source>
        <translation>「{detail}」重複出現，以最後一次為準。</translation>
    </message>
    <message>
        <source>The date could not be read: {detail}</source>
        <translation>無法辨識日期：{detail}</translation>
    </message>
    <message>
        <source>The post has no date; {detail} was used.</source>
        <translation>文章沒有日期，已改用{detail}。</translation>
    </message>
    <message>
        <source>The post has no title; {detail} was used.</source>
        <translation>文章沒有標題，已改用{detail}。</translation>
    </message>
    <message>
        <source>The text was too complex to convert: {detail}</source>
        <translation>內文過於複雜，只保留了文字：{detail}</translation>
    </message>
    <message>
        <source>A picture is not in the folder: {detail}</source>
        <translation>圖片不在資料夾中：{detail}</translation>
    </message>
    <message>
        <source>A picture outside the folder was not read: {detail}</source>
        <translation>圖片在資料夾之外，未讀取：{detail}</translation>
    </message>
    <message>
        <source>A picture could not be read: {detail}</source>
        <translation>無法讀取圖片：{detail}</translation>
    </message>
    <message>
        <source>Broadsheet failed on this file: {detail}</source>
        <translation>Broadsheet 處理這個檔案時出錯：{detail}</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>尋找範圍：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型：</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>資料夾：</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>資料夾</translation>
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
        <translation>轉到</translation>
    </message>
    <message>
        <source>Go to a category, tag, folder, command, setting or article</source>
        <translation>轉到分類、標籤、資料夾、命令、設定或文章</translation>
    </message>
    <message>
        <source>Places to go to</source>
        <translation>可以轉到的地方</translation>
    </message>
    <message>
        <source>Nothing of that name</source>
        <translation>沒有找到</translation>
    </message>
</context>
<context>
    <name>ReadAloudBar</name>
    <message>
        <source>Continue reading aloud</source>
        <translation>繼續朗讀</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>停止朗讀</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>正在朗讀</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>Nothing open</source>
        <translation>尚未開啟文章</translation>
    </message>
    <message>
        <source>{next} and {previous} move through the list, {unread} goes to the next unread.
{sheet} shows all keys.</source>
        <translation>按 {next} 和 {previous} 瀏覽清單，按 {unread} 轉到下一篇未讀，
按 {sheet} 檢視全部快速鍵。</translation>
    </message>
</context>
<context>
    <name>ReadingCourse</name>
    <message>
        <source>It cannot be read aloud: {reason}</source>
        <translation>無法朗讀：{reason}</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Read as</source>
        <translation>讀取方式</translation>
    </message>
    <message>
        <source>Every file of the folder is read again. Marks are kept, and the import history can undo it.</source>
        <translation>資料夾中的每個檔案都會重新讀取。標記會保留，也可以在匯入歷史中復原。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新讀取</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Another program is using the library. Close it and try again.</source>
        <translation>另一個程式正在使用資料庫。請關閉它，然後重試。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing already saved is lost.</source>
        <translation>磁碟已滿。請騰出一些空間；已儲存的內容不會遺失。</translation>
    </message>
    <message>
        <source>The library cannot be written to. Check the folder’s permissions.</source>
        <translation>無法寫入資料庫。請檢查資料夾的權限。</translation>
    </message>
    <message>
        <source>The library cannot be opened. Check that its folder exists.</source>
        <translation>無法開啟資料庫。請確認它所在的資料夾存在。</translation>
    </message>
    <message>
        <source>The disk refused to read or write. Check the disk.</source>
        <translation>磁碟無法讀寫。請檢查磁碟。</translation>
    </message>
    <message>
        <source>The library is damaged. Start Broadsheet again: it can then be repaired.</source>
        <translation>資料庫已損壞。請重新啟動 Broadsheet，屆時可以修復。</translation>
    </message>
    <message>
        <source>Nothing of the library can be read. Restore a backup, or import again in another place.</source>
        <translation>資料庫的任何內容都無法讀取。請還原備份，或在其他位置重新匯入。</translation>
    </message>
    <message>
        <source>This backup is damaged. Choose another one.</source>
        <translation>這份備份已損壞。請選擇另一份。</translation>
    </message>
    <message>
        <source>This backup is no longer there. Choose another one.</source>
        <translation>這份備份已不存在。請選擇另一份。</translation>
    </message>
    <message>
        <source>This is not a Broadsheet library. Choose another folder.</source>
        <translation>這不是 Broadsheet 資料庫。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>This library was made by a newer Broadsheet. Update the program to open it.</source>
        <translation>這個資料庫由更新版本的 Broadsheet 建立。請更新程式後再開啟。</translation>
    </message>
    <message>
        <source>An older Broadsheet made this library, and it cannot be updated where it is. Copy its folder to this computer.</source>
        <translation>此資料庫由舊版 Broadsheet 建立，在目前位置無法更新。請把它的資料夾複製到這台電腦。</translation>
    </message>
    <message>
        <source>The library is in use elsewhere, or was not closed there. Close it there, or copy its folder to this computer.</source>
        <translation>資料庫正在別處使用，或在那裡沒有正常關閉。請在那裡關閉它，或把它的資料夾複製到這台電腦。</translation>
    </message>
    <message>
        <source>A library cannot be kept on a network drive. Choose a folder on this computer.</source>
        <translation>資料庫不能放在網路磁碟機上。請選擇這台電腦上的資料夾。</translation>
    </message>
    <message>
        <source>There is no library here yet.</source>
        <translation>這裡還沒有資料庫。</translation>
    </message>
    <message>
        <source>The folder cannot be read. Check that it is there, and that you may open it.</source>
        <translation>無法讀取這個資料夾。請確認它存在，並且你有權開啟。</translation>
    </message>
    <message>
        <source>The folder is no longer there. What was read stays; import it again to continue.</source>
        <translation>資料夾已不在原處。已讀入的內容會保留；再次匯入即可從中斷處繼續。</translation>
    </message>
    <message>
        <source>This is neither a folder nor an archive. Choose its folder.</source>
        <translation>這既不是資料夾也不是壓縮檔。請選擇它所在的資料夾。</translation>
    </message>
    <message>
        <source>The archive is damaged or incomplete. Get it again, or import its folder.</source>
        <translation>壓縮檔已損壞或不完整。請重新取得，或改為匯入原資料夾。</translation>
    </message>
    <message>
        <source>The archive is protected by a password. Unpack it, and import the folder.</source>
        <translation>壓縮檔有密碼保護。請先解壓縮，再匯入資料夾。</translation>
    </message>
    <message>
        <source>The archive is not safe: “{detail}” leads out of it. Get one from a place you trust.</source>
        <translation>壓縮檔不安全：「{detail}」指向壓縮檔之外。請從可信的來源重新取得。</translation>
    </message>
    <message>
        <source>The archive contains far more than posts would. If you trust it, unpack it and import the folder.</source>
        <translation>壓縮檔的內容遠遠超出一批文章應有的大小。如果信任它，請先解壓縮，再匯入資料夾。</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another place.</source>
        <translation>無法寫入檔案。請選擇其他位置。</translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose another name.</source>
        <translation>已有同名檔案。請換一個名字。</translation>
    </message>
    <message>
        <source>This drive knows no locks, which keep two programs from changing a library at once. Choose another drive.</source>
        <translation>這個驅動器不支援檔案鎖，而沒有檔案鎖就無法防止兩個程式同時更改資料庫。請選擇另一個驅動器。</translation>
    </message>
    <message>
        <source>The articles are no longer in the library. Choose others.</source>
        <translation>這些文章已不在資料庫中。請選擇其他文章。</translation>
    </message>
    <message>
        <source>This folder cannot hold a library. Choose an empty one.</source>
        <translation>這個資料夾不能用來存放資料庫，請選擇一個空資料夾。</translation>
    </message>
    <message>
        <source>No posts were found here. Choose a folder of Markdown or HTML files.</source>
        <translation>這裡沒有找到文章。請選擇包含 Markdown 或 HTML 檔案的資料夾。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Nothing had changed.</source>
        <translation>沒有任何變化。</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>匯入已復原</translation>
    </message>
    <message>
        <source>The folder is in the library</source>
        <translation>資料夾已匯入資料庫</translation>
    </message>
    <message>
        <source>What was read stays in the library.</source>
        <translation>已讀取的內容保留在資料庫中。</translation>
    </message>
    <message numerus="yes">
        <source>What was read stays in the library; %n file(s) were not read.</source>
        <translation>
            <numerusform>已讀取的內容保留在資料庫中，另有 %Ln 個檔案尚未讀取。</numerusform>
        </translation>
    </message>
    <message>
        <source>The import did not finish</source>
        <translation>匯入中途停止</translation>
    </message>
    <message>
        <source>{number} not read yet</source>
        <translation>尚未讀取 {number} 個</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>What was imported stays. Import the folder again to continue.</source>
        <translation>已匯入的內容會保留。再次匯入這個資料夾即可繼續。</translation>
    </message>
    <message>
        <source>The folder could not be imported</source>
        <extracomment>How the download goes that was asked for here: a notice of the window would be hidden behind the dialog.</extracomment>
        <translation>無法匯入這個資料夾</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>選擇其他資料夾…</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>“{typed}:” is not a condition and was searched as text. Did you mean {detail}:?</source>
        <translation>沒有「{typed}:」這個條件，已按文字搜尋。你是不是要用 {detail}:？</translation>
    </message>
    <message>
        <source>“{typed}” is not possible here, so it was searched as text. Possible values: {detail}</source>
        <translation>這裡不能用「{typed}」，已按文字搜尋。可以用：{detail}</translation>
    </message>
    <message>
        <source>“{detail}” is not a date, so it was searched as text. Dates are 2022, 2022-01, 2022-01-20 or 7d.</source>
        <translation>「{detail}」不是日期，已按文字搜尋。日期寫作 2022、2022-01、2022-01-20 或 7d。</translation>
    </message>
    <message>
        <source>Nothing follows “{detail}:” yet, so it was ignored.</source>
        <translation>「{detail}:」後面還沒有內容，已忽略。</translation>
    </message>
    <message>
        <source>The library has no “{detail}”.</source>
        <translation>資料庫裡沒有「{detail}」。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed; the phrase reaches to the end.</source>
        <translation>引號沒有閉合，片語一直算到末尾。</translation>
    </message>
    <message>
        <source>A parenthesis is not closed; the group reaches to the end.</source>
        <translation>括號沒有閉合，括號裡的內容一直算到末尾。</translation>
    </message>
    <message>
        <source>“{detail}” was ignored. Put it in quotation marks to search for it.</source>
        <translation>已忽略「{detail}」。要搜尋它，請加上引號。</translation>
    </message>
    <message>
        <source>“{detail}” joins nothing here, so it was searched as text.</source>
        <translation>「{detail}」在這裡沒有可連接的內容，已按文字搜尋。</translation>
    </message>
    <message>
        <source>“{detail}” was searched as text. A “-” before a word excludes what contains it.</source>
        <translation>「{detail}」已按文字搜尋。要排除某個詞，請在它前面加「-」。</translation>
    </message>
    <message>
        <source>This is too long; the end of it was ignored.</source>
        <translation>內容太長，末尾部分已忽略。</translation>
    </message>
    <message>
        <source>Too many parentheses are nested; some were ignored.</source>
        <translation>括號巢狀太多，部分已忽略。</translation>
    </message>
    <message>
        <source>Very many articles match: first come those with a match in the title, then the others, each newest first.</source>
        <translation>含有這些詞的文章非常多：標題中含有的排在前面，其餘在後，均從新到舊。</translation>
    </message>
    <message>
        <source>languages such as en and zh-CN</source>
        <translation>en、zh-CN 等語言</translation>
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
        <translation>自動完成</translation>
    </message>
    <message>
        <source>Clear recent searches</source>
        <translation>清除最近的搜尋</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜尋</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search articles</source>
        <translation>搜尋文章</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Search only in “{name}”</source>
        <translation>只在「{name}」中搜尋</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>Search in the whole library</source>
        <translation>在整個資料庫中搜尋</translation>
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
        <translation>標題</translation>
    </message>
    <message>
        <source>Sorted by title</source>
        <translation>依標題順序</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Sorted by source</source>
        <translation>依來源順序</translation>
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
        <translation>最相關</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>最相關的在前</translation>
    </message>
</context>
<context>
    <name>SearchSheet</name>
    <message>
        <source>Search help</source>
        <translation>搜尋語法</translation>
    </message>
    <message>
        <source>Simplified and traditional characters, capitals, accents and full width match each other.</source>
        <translation>簡體與繁體、大小寫、重音、全形與半形可以互相找到。</translation>
    </message>
    <message>
        <source>The names of conditions and their values work in English and in Chinese.</source>
        <translation>條件的名稱和取值可以用英文，也可以用中文。</translation>
    </message>
</context>
<context>
    <name>SearchSyntax</name>
    <message>
        <source>All of these words, anywhere</source>
        <translation>包含所有這些詞，不論位置</translation>
    </message>
    <message>
        <source>These words next to each other</source>
        <translation>這些詞連在一起</translation>
    </message>
    <message>
        <source>Either of the two</source>
        <translation>二者之一</translation>
    </message>
    <message>
        <source>What does not contain it; works before all of these</source>
        <translation>不包含它；可以放在以下所有條件之前</translation>
    </message>
    <message>
        <source>Parentheses group conditions</source>
        <translation>括號表示哪些是一組</translation>
    </message>
    <message>
        <source>In the title</source>
        <translation>在標題中</translation>
    </message>
    <message>
        <source>By an author of this name</source>
        <translation>作者名為此</translation>
    </message>
    <message>
        <source>In a category and all below it</source>
        <translation>在某個分類及其下級中</translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation>帶有某個標籤</translation>
    </message>
    <message>
        <source>From an imported folder</source>
        <translation>來自某個匯入的資料夾</translation>
    </message>
    <message>
        <source>Published in that year or month, or on that day</source>
        <translation>發佈於該年、該月或該日</translation>
    </message>
    <message>
        <source>Published since then</source>
        <translation>自那時起發佈</translation>
    </message>
    <message>
        <source>Published before then</source>
        <translation>在那之前發佈</translation>
    </message>
    <message>
        <source>In the last seven days; d, w, m and y are days, weeks, months and years</source>
        <translation>最近七天；d、w、m、y 表示天、週、月、年</translation>
    </message>
    <message>
        <source>Unread, read, bookmarked or gone</source>
        <translation>未讀（unread）、已讀（read）、稍後閱讀（bookmarked）或已不在資料夾中（已不在，gone）</translation>
    </message>
    <message>
        <source>With a picture or a thumbnail</source>
        <translation>有圖片（picture）或縮圖（thumbnail）</translation>
    </message>
    <message>
        <source>Written in a language</source>
        <translation>用某種語言寫成</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>kept to read later</source>
        <translation>稍後閱讀</translation>
    </message>
    <message>
        <source>no longer in the folder</source>
        <translation>已不在資料夾中</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>有圖片</translation>
    </message>
    <message>
        <source>with a picture in the list</source>
        <translation>清單中有縮圖</translation>
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
        <translation>一個月前</translation>
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
        <translation>設定</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>尋找設定</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>沒有符合的設定。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Reset all settings?</source>
        <translation>重設全部設定？</translation>
    </message>
    <message>
        <source>Text, colours and keys are reset as well. The library stays as it is.</source>
        <translation>文字、顏色和按鍵也會重設。資料庫保持不變。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已寫入 {file}。</translation>
    </message>
    <message>
        <source>This file contains no Broadsheet settings, or cannot be read.</source>
        <translation>此檔案不含 Broadsheet 的設定，或無法讀取。</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) imported.</source>
        <translation>
            <numerusform>已採用 %Ln 項設定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown here, and skipped: {names}.</source>
        <translation>此處未知，已略過：{names}。</translation>
    </message>
    <message>
        <source>Skipped, since their values make no sense: {names}.</source>
        <translation>值無效，已略過：{names}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Copied as text</source>
        <translation>已複製為純文字</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>已複製為 Markdown</translation>
    </message>
    <message>
        <source>Copied as a quotation</source>
        <translation>已複製為引文</translation>
    </message>
    <message>
        <source>Too many articles for one e-mail</source>
        <translation>文章太多，一封郵件放不下</translation>
    </message>
    <message>
        <source>No mail program answered</source>
        <translation>沒有可用的郵件程式</translation>
    </message>
    <message>
        <source>There is no article here</source>
        <translation>這裡沒有文章</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>沒有開啟的文章</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已傳送到印表機</translation>
    </message>
    <message>
        <source>Too many articles for this. Export them instead.</source>
        <translation>文章太多，請改用匯出。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported</source>
        <translation>
            <numerusform>已匯出 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已儲存：{name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>Other keys are wanted.</extracomment>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change keyboard shortcuts…</source>
        <translation>更改鍵盤快速鍵…</translation>
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
        <translation>智慧資料夾、資料夾、分類和標籤</translation>
    </message>
</context>
<context>
    <name>SmartCommands</name>
    <message>
        <source>“{name}” is now a smart folder</source>
        <translation>已存為智慧資料夾「{name}」</translation>
    </message>
    <message>
        <source>Save a smart folder</source>
        <translation>儲存智慧資料夾</translation>
    </message>
    <message>
        <source>Change a smart folder</source>
        <translation>更改智慧資料夾</translation>
    </message>
    <message>
        <source>There is already a smart folder of this name.</source>
        <translation>已有同名的智慧資料夾。</translation>
    </message>
    <message>
        <source>Move a smart folder</source>
        <translation>移動智慧資料夾</translation>
    </message>
    <message>
        <source>Delete a smart folder</source>
        <translation>刪除智慧資料夾</translation>
    </message>
    <message>
        <source>The smart folder “{name}” is deleted</source>
        <translation>已刪除智慧資料夾「{name}」</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>SmartDialog</name>
    <message>
        <source>There is already a smart folder of this name.</source>
        <translation>已有同名的智慧資料夾。</translation>
    </message>
    <message>
        <source>Type the conditions as in the search box, such as: snow is:unread</source>
        <translation>條件的寫法與搜尋框相同，例如：雪 is:unread</translation>
    </message>
    <message>
        <source>It lists whatever meets its conditions, including future articles.</source>
        <translation>它始終列出符合條件的文章，以後匯入的也包括在內。</translation>
    </message>
    <message>
        <source>Smart folder</source>
        <translation>智慧資料夾</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>讀取方式</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>上次匯入</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>未監視</translation>
    </message>
    <message>
        <source>Not available: {path}</source>
        <translation>現在不存在：{path}</translation>
    </message>
    <message>
        <source>As the site says</source>
        <translation>網站的設定</translation>
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
        <translation>正在等待寫入完成…</translation>
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
            <numerusform>閱讀約 %Ln 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures: {progress}</source>
        <translation>圖片：{progress}</translation>
    </message>
    <message>
        <source>Read-only: the library is on a network drive</source>
        <translation>唯讀：資料庫位於網路磁碟機上</translation>
    </message>
    <message>
        <source>Read-only: the library cannot be written to where it is</source>
        <translation>唯讀：資料庫所在的位置無法寫入</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>還剩 %Ln 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩餘不到一分鐘</translation>
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
            <numerusform>%Ln 篇未讀</numerusform>
        </translation>
    </message>
    <message>
        <source>last import {date}</source>
        <translation>上次匯入：{date}</translation>
    </message>
</context>
<context>
    <name>StorageDialog</name>
    <message>
        <source>Database {size} (search index {index}, thumbnails {thumbnails})</source>
        <translation>資料庫 {size}（搜尋索引 {index}，縮圖 {thumbnails}）</translation>
    </message>
    <message>
        <source>pictures {size} (from the web {web})</source>
        <translation>圖片 {size}（來自網路 {web}）</translation>
    </message>
    <message>
        <source>Clear web pictures</source>
        <translation>清除網路上的圖片</translation>
    </message>
    <message>
        <source>Remove all pictures that were fetched from the web?</source>
        <translation>要移除從網路上下載的所有圖片嗎？</translation>
    </message>
    <message>
        <source>Their thumbnails stay. Pictures can be fetched again as long as their hosts have them.</source>
        <translation>縮圖會保留。只要網站上還有，圖片就可以重新下載。</translation>
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
        <translation>{number} 個缺失</translation>
    </message>
    <message>
        <source>{number} damaged</source>
        <translation>{number} 個損壞</translation>
    </message>
    <message>
        <source>{number} that cannot be read now</source>
        <translation>{number} 個現在無法讀取</translation>
    </message>
    <message>
        <source>{number} that belong to no picture</source>
        <translation>{number} 個不屬於任何圖片</translation>
    </message>
    <message>
        <source>{number} repaired</source>
        <translation>{number} 個已修復</translation>
    </message>
    <message numerus="yes">
        <source>All %n picture file(s) are sound</source>
        <translation>
            <numerusform>%Ln 個圖片檔案全部完好</numerusform>
        </translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>儲存空間</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>縮圖</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>No folders yet.</source>
        <translation>還沒有資料夾。</translation>
    </message>
    <message>
        <source>All pictures take at most</source>
        <translation>所有圖片最多佔用</translation>
    </message>
    <message>
        <source>One picture from the web takes at most</source>
        <translation>網路上的每張圖片最多佔用</translation>
    </message>
    <message>
        <source>Clear web pictures…</source>
        <translation>清除網路上的圖片…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Move the library…</source>
        <translation>移動資料庫…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>SwitcherModel</name>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Smart folders</source>
        <translation>智慧資料夾</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
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
        <translation>文字與顏色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字型大小</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>欄寬</translation>
    </message>
    <message>
        <source>Latin font</source>
        <translation>西文字型</translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>漢字</translation>
    </message>
    <message>
        <source>{name}, less</source>
        <extracomment>What a button does with a number: &quot;Line height, less&quot;.</extracomment>
        <translation>減小{name}</translation>
    </message>
    <message>
        <source>{name}, more</source>
        <translation>增大{name}</translation>
    </message>
    <message>
        <source>Space between Chinese and Latin</source>
        <translation>中西文之間留空</translation>
    </message>
    <message>
        <source>Reset text</source>
        <translation>還原預設</translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>Show all times again</source>
        <translation>重新顯示所有時間</translation>
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
        <translation>時光機</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>選擇一天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Choose a week</source>
        <translation>選擇一週</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Choose a month</source>
        <translation>選擇一個月</translation>
    </message>
    <message>
        <source>Earlier years</source>
        <translation>往年此日</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上一個月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一個月</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <translation>從這裡開始，或把文章資料夾拖到視窗上。</translation>
    </message>
    <message>
        <source>Search for any word in any article here: {key}</source>
        <translation>在這裡可以搜到每篇文章裡的每個字：{key}</translation>
    </message>
    <message>
        <source>{go} goes anywhere by name, {sheet} shows all keys. The menu has everything else.</source>
        <translation>按 {go} 輸入名稱即可前往任何地方，
按 {sheet} 檢視全部快速鍵。其餘的都在選單裡。</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Nothing read yet</source>
        <translation>還沒有讀過文章</translation>
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
        <translation>未讀文章</translation>
    </message>
    <message>
        <source>Articles to read later</source>
        <translation>稍後閱讀的文章</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>Nothing is missing that can be fetched</source>
        <translation>沒有可以下載的缺失圖片</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln 張圖片</numerusform>
        </translation>
    </message>
    <message>
        <source>{pictures}, about {size}</source>
        <translation>{pictures}，約 {size}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>You are working offline. Nothing is fetched until you go online.</source>
        <translation>正在離線工作。結束離線之前不會下載任何內容。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在開始…</translation>
    </message>
    <message>
        <source>Complete before my trip</source>
        <translation>出發前補齊圖片</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>哪些文章</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>重試失敗的圖片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
</context>
<context>
    <name>Typography</name>
    <message>
        <source>Serif</source>
        <translation>襯線體</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>無襯線體</translation>
    </message>
    <message>
        <source>Spaced</source>
        <translation>段間留白</translation>
    </message>
    <message>
        <source>Indented</source>
        <translation>首行縮排</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>保持原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional (Taiwan)</source>
        <translation>繁體（台灣）</translation>
    </message>
    <message>
        <source>Traditional (Hong Kong)</source>
        <translation>繁體（香港）</translation>
    </message>
</context>
<context>
    <name>UndoNames</name>
    <message>
        <source>Rename a folder</source>
        <translation>重新命名資料夾</translation>
    </message>
    <message>
        <source>Nothing to undo: the articles are no longer in the library</source>
        <translation>無法復原：這些文章已不在資料庫中</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your reading library is empty</source>
        <translation>你的資料庫還是空的</translation>
    </message>
    <message>
        <source>Broadsheet turns a folder of saved posts into a library. It only reads the folder.</source>
        <translation>Broadsheet 把一個資料夾裡的文章變成資料庫。
只讀取，不改動原資料夾。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>Look around with a few sample posts</source>
        <translation>先看看範例文章</translation>
    </message>
</context>
</TS>
