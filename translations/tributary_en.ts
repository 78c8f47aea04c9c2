<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ui_add_torrent</name>
    <message numerus="yes">
        <source>&amp;Add %n torrent(s)</source>
        <translation>
            <numerusform>&amp;Add %n torrent</numerusform>
            <numerusform>&amp;Add %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) found</source>
        <translation>
            <numerusform>%n torrent found</numerusform>
            <numerusform>%n torrents found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trackers: %1 and %n more</source>
        <translation>
            <numerusform>Trackers: %1 and %n more</numerusform>
            <numerusform>Trackers: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <translation>
            <numerusform>%1 of %n file</numerusform>
            <numerusform>%1 of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_automation</name>
    <message numerus="yes">
        <source>It has %n torrent(s).</source>
        <translation>
            <numerusform>It has %n torrent.</numerusform>
            <numerusform>It has %n torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The files of %n of them are newer and will be checked.</source>
        <translation>
            <numerusform>The files of %n of them are newer and will be checked.</numerusform>
            <numerusform>The files of %n of them are newer and will be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_desktop</name>
    <message numerus="yes">
        <source>%n torrent(s) or link(s) opened meanwhile: shown after unlocking.</source>
        <translation>
            <numerusform>%n torrent or link opened meanwhile: shown after unlocking.</numerusform>
            <numerusform>%n torrents and links opened meanwhile: shown after unlocking.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) complete</source>
        <translation>
            <numerusform>Download complete</numerusform>
            <numerusform>%n downloads complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) cannot go on</source>
        <translation>
            <numerusform>A torrent cannot go on</numerusform>
            <numerusform>%n torrents cannot go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not the password. The next one can be tried in %n second(s).</source>
        <translation>
            <numerusform>That is not the password. The next one can be tried in %n second.</numerusform>
            <numerusform>That is not the password. The next one can be tried in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_dialogs</name>
    <message numerus="yes">
        <source>Limits of %n torrent(s)</source>
        <translation>
            <numerusform>Limits of %n torrent</numerusform>
            <numerusform>Limits of %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the files of %n torrent(s)?</source>
        <translation>
            <numerusform>Move the files of %n torrent?</numerusform>
            <numerusform>Move the files of %n torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n torrent(s)?</source>
        <translation>
            <numerusform>Remove %n torrent?</numerusform>
            <numerusform>Remove %n torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n file(s) (%1) to trash</source>
        <translation>
            <numerusform>&amp;Move %n file (%1) to trash</numerusform>
            <numerusform>&amp;Move %n files (%1) to trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n file(s) (%1) for good</source>
        <translation>
            <numerusform>&amp;Delete %n file (%1) for good</numerusform>
            <numerusform>&amp;Delete %n files (%1) for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay in any case, because another torrent uses them.</source>
        <translation>
            <numerusform>%n file stays in any case, because another torrent uses it.</numerusform>
            <numerusform>%n files stay in any case, because another torrent uses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n category(ies) below it go, too.</source>
        <translation>
            <numerusform>%n category below it goes, too.</numerusform>
            <numerusform>%n categories below it go, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) will have no category. Their files stay where they are.</source>
        <translation>
            <numerusform>%n torrent will have no category. Its files stay where they are.</numerusform>
            <numerusform>%n torrents will have no category. Their files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) lose this tag. Their files stay where they are.</source>
        <translation>
            <numerusform>%n torrent loses this tag. Its files stay where they are.</numerusform>
            <numerusform>%n torrents lose this tag. Their files stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_feeds</name>
    <message numerus="yes">
        <source>Remove %n feed(s)?</source>
        <translation>
            <numerusform>Remove %n feed?</numerusform>
            <numerusform>Remove %n feeds?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n page(s) are opened at once.</source>
        <translation>
            <numerusform>At most %n page is opened at once.</numerusform>
            <numerusform>At most %n pages are opened at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <comment>a feed and how many items</comment>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) cannot be read.</source>
        <translation>
            <numerusform>%n feed cannot be read.</numerusform>
            <numerusform>%n feeds cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the feeds match.</source>
        <translation>
            <numerusform>%n item of the feeds matches.</numerusform>
            <numerusform>%n items of the feeds match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>The first %n is shown.</numerusform>
            <numerusform>The first %n are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_import</name>
    <message numerus="yes">
        <source>%n torrent(s) found</source>
        <translation>
            <numerusform>%n torrent found</numerusform>
            <numerusform>%n torrents found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) have been taken over.</source>
        <translation>
            <numerusform>%n torrent has been taken over.</numerusform>
            <numerusform>%n torrents have been taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n torrent(s)</source>
        <translation>
            <numerusform>&amp;Import %n torrent</numerusform>
            <numerusform>&amp;Import %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>0 of %n torrent(s)</source>
        <translation>
            <numerusform>0 of %n torrent</numerusform>
            <numerusform>0 of %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) are taken over, %1.</source>
        <comment>size of them</comment>
        <translation>
            <numerusform>%n torrent is taken over, %1.</numerusform>
            <numerusform>%n torrents are taken over, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are in the list already.</source>
        <translation>
            <numerusform>%n is in the list already.</numerusform>
            <numerusform>%n are in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n cannot be read.</numerusform>
            <numerusform>%n cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>%n could not be.</numerusform>
            <numerusform>%n could not be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun, because you stopped.</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>%n was not begun, because you stopped.</numerusform>
            <numerusform>%n were not begun, because you stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_settings</name>
    <message numerus="yes">
        <source>It needs at least %n character(s).</source>
        <translation>
            <numerusform>It needs at least %n character.</numerusform>
            <numerusform>It needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_shell</name>
    <message numerus="yes">
        <source>Connected · %n node(s)</source>
        <translation>
            <numerusform>Connected · %n node</numerusform>
            <numerusform>Connected · %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_text</name>
    <message numerus="yes">
        <source>Waiting for data (%n seed(s) connected)</source>
        <translation>
            <numerusform>Waiting for data (%n seed connected)</numerusform>
            <numerusform>Waiting for data (%n seeds connected)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for seeds (%n peer(s) connected)</source>
        <translation>
            <numerusform>Waiting for seeds (%n peer connected)</numerusform>
            <numerusform>Waiting for seeds (%n peers connected)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Getting the file list (%n peer(s) connected)</source>
        <translation>
            <numerusform>Getting the file list (%n peer connected)</numerusform>
            <numerusform>Getting the file list (%n peers connected)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_transfers</name>
    <message numerus="yes">
        <source>%n torrent(s) selected</source>
        <translation>
            <numerusform>%n torrent selected</numerusform>
            <numerusform>%n torrents selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n torrent(s)</source>
        <comment>a filter and how many it shows</comment>
        <translation>
            <numerusform>%1, %n torrent</numerusform>
            <numerusform>%1, %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n torrent(s)</source>
        <translation>
            <numerusform>Start %n torrent</numerusform>
            <numerusform>Start %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n torrent(s)</source>
        <translation>
            <numerusform>Stop %n torrent</numerusform>
            <numerusform>Stop %n torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>pieces that nobody has</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ban %n peer(s)?</source>
        <translation>
            <numerusform>Ban %n peer?</numerusform>
            <numerusform>Ban %n peers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n tracker(s)?</source>
        <translation>
            <numerusform>Remove %n tracker?</numerusform>
            <numerusform>Remove %n trackers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n web seed(s)?</source>
        <translation>
            <numerusform>Remove %n web seed?</numerusform>
            <numerusform>Remove %n web seeds?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_widgets</name>
    <message numerus="yes">
        <source>%n piece(s) that no connected peer has</source>
        <translation>
            <numerusform>%n piece that no connected peer has</numerusform>
            <numerusform>%n pieces that no connected peer has</numerusform>
        </translation>
    </message>
</context>
</TS>
