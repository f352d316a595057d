<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ArticleViewer</name>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %Ln min</numerusform>
            <numerusform>about %Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>Mark %n article(s) as read or unread</source>
        <translation>
            <numerusform>Mark %Ln article as read or unread</numerusform>
            <numerusform>Mark %Ln articles as read or unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n article(s) later, or no longer</source>
        <translation>
            <numerusform>Read %Ln article later, or no longer</numerusform>
            <numerusform>Read %Ln articles later, or no longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed from the read-later list</source>
        <translation>
            <numerusform>%Ln article removed from the read-later list</numerusform>
            <numerusform>%Ln articles removed from the read-later list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) kept to read later</source>
        <translation>
            <numerusform>%Ln article kept to read later</numerusform>
            <numerusform>%Ln articles kept to read later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n article(s) as read</source>
        <translation>
            <numerusform>Mark %Ln article as read</numerusform>
            <numerusform>Mark %Ln articles as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>%Ln article marked as unread</numerusform>
            <numerusform>%Ln articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>%Ln article marked as read</numerusform>
            <numerusform>%Ln articles marked as read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message numerus="yes">
        <source>“{name}” uses %n picture(s) from the web</source>
        <translation>
            <numerusform>“{name}” uses %Ln picture from the web</numerusform>
            <numerusform>“{name}” uses %Ln pictures from the web</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n article(s) are complete.</source>
        <translation>
            <numerusform>%Ln article is complete.</numerusform>
            <numerusform>%Ln articles are complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) exported.</source>
        <translation>
            <numerusform>%Ln article exported.</numerusform>
            <numerusform>%Ln articles exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are no longer in the library.</source>
        <translation>
            <numerusform>%Ln article is no longer in the library.</numerusform>
            <numerusform>%Ln articles are no longer in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are missing; their descriptions are shown instead.</source>
        <translation>
            <numerusform>%Ln picture is missing; its description is shown instead.</numerusform>
            <numerusform>%Ln pictures are missing; their descriptions are shown instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected article(s)</source>
        <translation>
            <numerusform>%Ln selected article</numerusform>
            <numerusform>%Ln selected articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n listed article(s)</source>
        <translation>
            <numerusform>The %Ln listed article</numerusform>
            <numerusform>All %Ln listed articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>Also redoes %n earlier import(s) of this folder</source>
        <translation>
            <numerusform>Also redoes %Ln earlier import of this folder</numerusform>
            <numerusform>Also redoes %Ln earlier imports of this folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also undoes %n later import(s) of this folder</source>
        <translation>
            <numerusform>Also undoes %Ln later import of this folder</numerusform>
            <numerusform>Also undoes %Ln later imports of this folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later import(s) of this folder will be undone first.</source>
        <translation>
            <numerusform>%Ln later import of this folder will be undone first.</numerusform>
            <numerusform>%Ln later imports of this folder will be undone first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation>
            <numerusform>%Ln copy</numerusform>
            <numerusform>%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed</source>
        <translation>
            <numerusform>%Ln article removed</numerusform>
            <numerusform>%Ln articles removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportNotices</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%Ln new article</numerusform>
            <numerusform>%Ln new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) redone</source>
        <translation>
            <numerusform>%Ln import redone</numerusform>
            <numerusform>%Ln imports redone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) undone</source>
        <translation>
            <numerusform>%Ln import undone</numerusform>
            <numerusform>%Ln imports undone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) so far</source>
        <translation>
            <numerusform>%Ln result so far</numerusform>
            <numerusform>%Ln results so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are still being made searchable.</source>
        <translation>
            <numerusform>%Ln article is still being made searchable.</numerusform>
            <numerusform>%Ln articles are still being made searchable.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureOffer</name>
    <message numerus="yes">
        <source>This folder uses %n picture(s) from the web</source>
        <translation>
            <numerusform>This folder uses %Ln picture from the web</numerusform>
            <numerusform>This folder uses %Ln pictures from the web</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message numerus="yes">
        <source>%n picture(s) downloaded</source>
        <translation>
            <numerusform>%Ln picture downloaded</numerusform>
            <numerusform>%Ln pictures downloaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found…</source>
        <translation>
            <numerusform>%Ln file found…</numerusform>
            <numerusform>%Ln files found…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message numerus="yes">
        <source>What was read stays in the library; %n file(s) were not read.</source>
        <translation>
            <numerusform>What was read stays in the library; %Ln file was not read.</numerusform>
            <numerusform>What was read stays in the library; %Ln files were not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n setting(s) imported.</source>
        <translation>
            <numerusform>%Ln setting imported.</numerusform>
            <numerusform>%Ln settings imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n article(s) exported</source>
        <translation>
            <numerusform>%Ln article exported</numerusform>
            <numerusform>%Ln articles exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n min read</source>
        <translation>
            <numerusform>%Ln min read</numerusform>
            <numerusform>%Ln min read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%Ln min left</numerusform>
            <numerusform>%Ln min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageDialog</name>
    <message numerus="yes">
        <source>All %n picture file(s) are sound</source>
        <translation>
            <numerusform>The %Ln picture file is sound</numerusform>
            <numerusform>All %Ln picture files are sound</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TripBox</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
