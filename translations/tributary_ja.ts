<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ui_about</name>
    <message>
        <source>Torrents of version 2 only are not downloaded: after wrong data from a stranger, libtorrent %1 could be made to write where it must not. It is mended in 2.0.14.</source>
        <translation>バージョン 2 のみの torrent はダウンロードしません。libtorrent %1 は、他人から誤ったデータを受け取った後に、書き込んではならない場所へ書き込まされるおそれがあるためです。2.0.14 で修正されています。</translation>
    </message>
    <message>
        <source>Hybrid torrents are not downloaded either, for the same reason.</source>
        <translation>同じ理由で、ハイブリッドの torrent もダウンロードしません。</translation>
    </message>
    <message>
        <source>Who sent wrong data is found out block by block and shut out alone. libtorrent would also shut out honest peers who had sent parts of the same piece.</source>
        <translation>誤ったデータの送り主はブロックごとに調べ、その相手だけを締め出します。libtorrent のままでは、同じピースの一部を送った正直なピアまで締め出されます。</translation>
    </message>
    <message>
        <source>About Tributary</source>
        <translation>Tributary について</translation>
    </message>
    <message>
        <source>A BitTorrent client. Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>BitTorrent クライアントです。GNU General Public License バージョン 3 以降に基づく自由ソフトウェアで、いかなる保証もありません。</translation>
    </message>
    <message>
        <source>What protects you from faults of this libtorrent</source>
        <translation>この libtorrent の不具合に対する備え</translation>
    </message>
    <message>
        <source>It stands on</source>
        <translation>使用しているソフトウェア</translation>
    </message>
    <message>
        <source>&amp;Copy the versions</source>
        <translation>バージョンをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>A&amp;bout Tributary</source>
        <translation>Tributary について(&amp;B)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
</context>
<context>
    <name>ui_add_torrent</name>
    <message>
        <source>Torrent</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>Magnet link</source>
        <translation>マグネットリンク</translation>
    </message>
    <message>
        <source>The file itself was left as it is.</source>
        <translation>元のファイルには手を加えていません。</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>waiting for the list of files</source>
        <translation>ファイル一覧を待っています</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>in the list already</source>
        <translation>すでに一覧にあります</translation>
    </message>
    <message>
        <source>cannot be added</source>
        <translation>追加できません</translation>
    </message>
    <message>
        <source>S&amp;how this window for every torrent</source>
        <translation>毎回この画面を表示する(&amp;H)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Add torrent</source>
        <translation>torrent の追加</translation>
    </message>
    <message>
        <source>Torrents to add</source>
        <translation>追加する torrent</translation>
    </message>
    <message>
        <source>Otherwise torrents are added at once, as the last time. Settings can bring this window back.</source>
        <translation>表示しない場合は、前回と同じ設定ですぐに追加します。設定画面でいつでも元に戻せます。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n torrent(s)</source>
        <translation>
            <numerusform>%n 件を追加(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>&amp;Add torrent file…</source>
        <translation>torrent ファイルを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Adds torrents from files on this computer</source>
        <translation>このコンピューターにあるファイルから torrent を追加します</translation>
    </message>
    <message>
        <source>Add &amp;link…</source>
        <translation>リンクを追加(&amp;L)…</translation>
    </message>
    <message>
        <source>Adds magnet links, web addresses of torrents and info-hashes</source>
        <translation>マグネットリンク、torrent の URL、インフォハッシュから追加します</translation>
    </message>
    <message>
        <source>Add torrent files</source>
        <translation>torrent ファイルの追加</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>torrent (*.torrent)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>There is no torrent, magnet link or info-hash in that.</source>
        <translation>torrent、マグネットリンク、インフォハッシュのいずれも見つかりませんでした。</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>追加しました：%1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加しました</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>リンクの追加</translation>
    </message>
    <message>
        <source>&amp;Magnet links, web addresses of torrents or info-hashes, one a line</source>
        <translation>マグネットリンク、torrent の URL、インフォハッシュを 1 行に 1 つ入力してください(&amp;M)</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>There is no link to a torrent in this text.</source>
        <translation>torrent へのリンクが見つかりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) found</source>
        <translation>
            <numerusform>%n 件見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start when added</source>
        <translation>追加したらすぐ開始する(&amp;S)</translation>
    </message>
    <message>
        <source>Download in se&amp;quence</source>
        <translation>先頭から順に(&amp;Q)</translation>
    </message>
    <message>
        <source>First and last pi&amp;eces first</source>
        <translation>最初と最後のピースを先に(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Top of the queue</source>
        <translation>順番を先頭にする(&amp;T)</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>保存先(&amp;I)</translation>
    </message>
    <message>
        <source>Folder to save in</source>
        <translation>保存先のフォルダー</translation>
    </message>
    <message>
        <source>&amp;More options</source>
        <translation>詳しい設定(&amp;M)</translation>
    </message>
    <message>
        <source>Name in the list</source>
        <translation>一覧での名前</translation>
    </message>
    <message>
        <source>As the torrent has it</source>
        <translation>torrent のとおり</translation>
    </message>
    <message>
        <source>In a folder of its own</source>
        <translation>専用のフォルダーを作る</translation>
    </message>
    <message>
        <source>Without a folder of its own</source>
        <translation>専用のフォルダーを作らない</translation>
    </message>
    <message>
        <source>How the files are laid out</source>
        <translation>ファイルの配置</translation>
    </message>
    <message>
        <source>From the beginning to the end, for looking at it on the way; slower for everyone</source>
        <translation>途中で内容を確かめられるように先頭から順に受け取ります。全体の速度は落ちます</translation>
    </message>
    <message>
        <source>Lets players open a film early</source>
        <translation>動画を早くから再生できるようになります</translation>
    </message>
    <message>
        <source>Before all other torrents that wait</source>
        <translation>待機中のほかの torrent より先にします</translation>
    </message>
    <message>
        <source>&amp;Name in the list</source>
        <translation>一覧での名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Tracker: %1</source>
        <translation>トラッカー：%1</translation>
    </message>
    <message numerus="yes">
        <source>Trackers: %1 and %n more</source>
        <translation>
            <numerusform>トラッカー：%1 ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n ファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <translation>
            <numerusform>%1／%n ファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Files to download</source>
        <translation>ダウンロードするファイル</translation>
    </message>
    <message>
        <source>Reading the torrent…</source>
        <translation>torrent を読み込んでいます…</translation>
    </message>
    <message>
        <source>Asking peers for the list of files… You can add it now and choose files later.</source>
        <translation>ピアにファイル一覧を問い合わせています… 今すぐ追加して、ファイルは後から選ぶこともできます。</translation>
    </message>
    <message>
        <source>This torrent is in the list already.</source>
        <translation>この torrent はすでに一覧にあります。</translation>
    </message>
    <message>
        <source>Choose another fol&amp;der</source>
        <translation>別のフォルダーを選ぶ(&amp;D)</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>再試行(&amp;Y)</translation>
    </message>
    <message>
        <source>Add its ne&amp;w trackers</source>
        <translation>新しいトラッカーを追加(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>カテゴリー(&amp;C)</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>タグ(&amp;G)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no category</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>カンマで区切る</translation>
    </message>
</context>
<context>
    <name>ui_automation</name>
    <message>
        <source>The file is no whole backup of Tributary. Nothing has changed.</source>
        <translation>このファイルは Tributary の完全なバックアップではありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>The backup was made by a newer version of Tributary. Nothing has changed.</source>
        <translation>このバックアップは新しいバージョンの Tributary で作成されました。何も変更されていません。</translation>
    </message>
    <message>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>その名前のファイルがすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>監視フォルダー…</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>Folders whose torrent files are added by themselves</source>
        <translation>torrent ファイルが自動で追加されるフォルダーです</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>バックアップを作成…</translation>
    </message>
    <message>
        <source>Writes the list, its labels and the settings to a file</source>
        <translation>一覧、ラベル、設定をファイルに書き出します</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Puts a backup in the place of the list and the settings</source>
        <translation>一覧と設定をバックアップの内容に置き換えます</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>バックアップの保存先</translation>
    </message>
    <message>
        <source>Backups (*.backup)</source>
        <translation>バックアップ (*.backup)</translation>
    </message>
    <message>
        <source>The backup is being written</source>
        <translation>バックアップを書き込んでいます</translation>
    </message>
    <message>
        <source>The backup has been written to %1</source>
        <translation>バックアップを %1 に書き込みました</translation>
    </message>
    <message>
        <source>The backup was not written</source>
        <translation>バックアップを書き込めませんでした</translation>
    </message>
    <message>
        <source>Restore which backup?</source>
        <translation>どのバックアップを復元しますか？</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The backup is being checked</source>
        <translation>バックアップを検査しています</translation>
    </message>
    <message>
        <source>The backup cannot be restored</source>
        <translation>バックアップを復元できません</translation>
    </message>
    <message numerus="yes">
        <source>It has %n torrent(s).</source>
        <translation>
            <numerusform>%n 個の torrent が含まれています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The files of %n of them are newer and will be checked.</source>
        <translation>
            <numerusform>そのうち %n 個はファイルのほうが新しいため、検査されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ends. When it is started again, the list, labels, feeds and settings are those of the backup. What there is now is set aside in the profile&apos;s folder; downloaded files are not touched.</source>
        <translation>プログラムは終了します。次に起動したとき、一覧、ラベル、フィード、設定はバックアップの内容になります。現在の内容はプロファイルのフォルダー内に残されます。ダウンロードしたファイルには触れません。</translation>
    </message>
    <message>
        <source>Restore the backup of %1?</source>
        <translation>%1 のバックアップを復元しますか？</translation>
    </message>
    <message>
        <source>&amp;Restore and quit</source>
        <translation>復元して終了(&amp;R)</translation>
    </message>
    <message>
        <source>Not there, or cannot be read</source>
        <translation>存在しないか、読み取れません</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, and why it was not added</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>監視中</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>変更(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>監視フォルダー</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Torrent files (.torrent) and magnet links (.magnet) that appear there are added by themselves.</source>
        <translation>ここに現れた torrent ファイル（.torrent）とマグネットリンク（.magnet）は自動で追加されます。</translation>
    </message>
    <message>
        <source>With &amp;its subfolders</source>
        <translation>サブフォルダーも含める(&amp;I)</translation>
    </message>
    <message>
        <source>Add &amp;without starting</source>
        <translation>開始せずに追加する(&amp;W)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>W&amp;atch</source>
        <translation>監視する(&amp;A)</translation>
    </message>
    <message>
        <source>Change the watched folder</source>
        <translation>監視フォルダーの変更</translation>
    </message>
    <message>
        <source>Watch which folder?</source>
        <translation>どのフォルダーを監視しますか？</translation>
    </message>
    <message>
        <source>Rename it: “.added” behind its name</source>
        <translation>名前の末尾に「.added」を付けます</translation>
    </message>
    <message>
        <source>Move it to the trash</source>
        <translation>ゴミ箱へ移動します</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>削除します</translation>
    </message>
    <message>
        <source>As in the torrent</source>
        <translation>torrent のとおり</translation>
    </message>
    <message>
        <source>Always in a folder of its own</source>
        <translation>常に専用のフォルダーに入れる</translation>
    </message>
    <message>
        <source>Without its own folder</source>
        <translation>専用のフォルダーを作らない</translation>
    </message>
    <message>
        <source>The category&apos;s, or that of the settings</source>
        <translation>カテゴリーまたは設定のフォルダー</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no category</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>コンマで区切ります</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Once added, the file</source>
        <translation>追加後のファイル(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>保存先(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>カテゴリー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>配置(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ui_create_torrent</name>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Pri&amp;vate: peers come from the trackers alone</source>
        <translation>プライベート：ピアはトラッカーからのみ(&amp;V)</translation>
    </message>
    <message>
        <source>Leave out &amp;hidden files</source>
        <translation>隠しファイルを含めない(&amp;H)</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>トラッカー</translation>
    </message>
    <message>
        <source>Web seeds</source>
        <translation>ウェブシード</translation>
    </message>
    <message>
        <source>&amp;Start seeding at once</source>
        <translation>すぐにシードを始める(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ファイル…(&amp;F)</translation>
    </message>
    <message>
        <source>Fol&amp;der…</source>
        <translation>フォルダー…(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照…(&amp;B)</translation>
    </message>
    <message>
        <source>Co&amp;ntent</source>
        <translation>共有するもの(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>保存先(&amp;W)</translation>
    </message>
    <message>
        <source>Hybrid: for clients old and new</source>
        <translation>ハイブリッド：新旧のクライアント向け</translation>
    </message>
    <message>
        <source>v1: for every client</source>
        <translation>v1：すべてのクライアント向け</translation>
    </message>
    <message>
        <source>v2: for new clients alone</source>
        <translation>v2：新しいクライアントのみ</translation>
    </message>
    <message>
        <source>By the size of the content</source>
        <translation>内容の大きさに合わせる</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Piece size</source>
        <translation>ピースの大きさ(&amp;P)</translation>
    </message>
    <message>
        <source>One a line. After an empty line: those to try when the ones above fail.</source>
        <translation>1 行に 1 つ。空行の後は、上のものが使えないときに試されます。</translation>
    </message>
    <message>
        <source>One a line: addresses where the content can be downloaded by HTTP.</source>
        <translation>1 行に 1 つ。内容を HTTP でダウンロードできるアドレスです。</translation>
    </message>
    <message>
        <source>&amp;Trackers</source>
        <translation>トラッカー(&amp;T)</translation>
    </message>
    <message>
        <source>W&amp;eb seeds</source>
        <translation>ウェブシード(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;omment</source>
        <translation>コメント(&amp;O)</translation>
    </message>
    <message>
        <source>So&amp;urce tag</source>
        <translation>ソースタグ(&amp;U)</translation>
    </message>
    <message>
        <source>Some trackers ask for one: it makes the torrent theirs</source>
        <translation>トラッカーによっては必要です。そのトラッカー専用の torrent になります</translation>
    </message>
    <message>
        <source>The file to share</source>
        <translation>共有するファイル</translation>
    </message>
    <message>
        <source>The folder to share</source>
        <translation>共有するフォルダー</translation>
    </message>
    <message>
        <source>The torrent to write</source>
        <translation>書き込む torrent</translation>
    </message>
    <message>
        <source>There is nothing in it that could be shared.</source>
        <translation>共有できるものがありません。</translation>
    </message>
    <message>
        <source>Not every system can have this name, so others would not find the file. Rename it: %1</source>
        <translation>この名前は使えないシステムがあり、ほかの人がファイルを見つけられません。名前を変えてください：%1</translation>
    </message>
    <message>
        <source>This is more than one torrent can describe. Larger pieces help, or several torrents.</source>
        <translation>1 つの torrent に収まりません。ピースを大きくするか、いくつかに分けてください。</translation>
    </message>
    <message>
        <source>Something could not be read or written, or has changed meanwhile: %1</source>
        <translation>読み書きできなかったか、途中で変更されました：%1</translation>
    </message>
    <message>
        <source>Choose content that is there, and a file to write in a folder that is there and not within the content.</source>
        <translation>存在する内容を選び、その外にある既存のフォルダーを保存先にしてください。</translation>
    </message>
    <message>
        <source>Not all addresses can be used. Trackers begin with http://, https:// or udp://, web seeds with http:// or https://.</source>
        <translation>使えないアドレスがあります。トラッカーは http://、https://、udp:// のいずれか、ウェブシードは http:// か https:// で始まります。</translation>
    </message>
    <message>
        <source>C&amp;reate</source>
        <translation>作成(&amp;R)</translation>
    </message>
    <message>
        <source>Create a torrent</source>
        <translation>torrent の作成</translation>
    </message>
    <message>
        <source>How much of the content has been read</source>
        <translation>内容を読み込んだ割合</translation>
    </message>
    <message>
        <source>The torrent has been written, but it does not seed. %1</source>
        <translation>torrent は作成されましたが、シードは始まっていません。%1</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Create torrent…</source>
        <translation>torrent を作成…(&amp;C)</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>Makes a torrent of a file or folder on this computer</source>
        <translation>このコンピューターのファイルやフォルダーから torrent を作ります</translation>
    </message>
    <message>
        <source>%1 has been made and seeds</source>
        <translation>%1 を作成し、シードしています</translation>
    </message>
    <message>
        <source>%1 has been made</source>
        <translation>%1 を作成しました</translation>
    </message>
    <message>
        <source>The installed libtorrent cannot seed or download torrents of this kind safely, so this one is made and does not seed here. Hybrid torrents are for new clients, too.</source>
        <translation>インストールされている libtorrent は、この種類の torrent を安全にシードもダウンロードもできません。作成はしますが、ここではシードしません。ハイブリッドの torrent なら新しいクライアントでも使えます。</translation>
    </message>
</context>
<context>
    <name>ui_desktop</name>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>ウィンドウをロック</translation>
    </message>
    <message>
        <source>There is no password yet: set one in the settings, under ‘Desktop’.</source>
        <translation>パスワードがまだありません。設定の「デスクトップ」で決めてください。</translation>
    </message>
    <message>
        <source>No program opens the folder. Choose one in the settings of your desktop.</source>
        <translation>フォルダーを開くプログラムがありません。デスクトップの設定で選んでください。</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロックを解除(&amp;U)</translation>
    </message>
    <message>
        <source>Tributary is locked</source>
        <translation>Tributary はロックされています</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) or link(s) opened meanwhile: shown after unlocking.</source>
        <translation>
            <numerusform>ロック中に開かれた torrent とリンクが %n 件あります。解除すると表示します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) complete</source>
        <translation>
            <numerusform>%n 件のダウンロードが完了しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) cannot go on</source>
        <translation>
            <numerusform>%n 件の torrent が続けられません</numerusform>
        </translation>
    </message>
    <message>
        <source>Torrents are being transferred</source>
        <translation>torrent を転送しています</translation>
    </message>
    <message>
        <source>&amp;Start all</source>
        <translation>すべて開始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top all</source>
        <translation>すべて停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Alternative limits</source>
        <translation>もう一組の上限(&amp;A)</translation>
    </message>
    <message>
        <source>Add &amp;link…</source>
        <translation>リンクを追加(&amp;L)…</translation>
    </message>
    <message>
        <source>L&amp;ock the window</source>
        <translation>ウィンドウをロック(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>ウィンドウを隠す(&amp;H)</translation>
    </message>
    <message>
        <source>Show the &amp;window</source>
        <translation>ウィンドウを表示(&amp;W)</translation>
    </message>
    <message>
        <source>Tributary (locked)</source>
        <translation>Tributary（ロック中）</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>パスワードが違います。</translation>
    </message>
    <message numerus="yes">
        <source>That is not the password. The next one can be tried in %n second(s).</source>
        <translation>
            <numerusform>パスワードが違います。次は %n 秒後に試せます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_dialogs</name>
    <message>
        <source>A&amp;ll</source>
        <translation>すべて(&amp;L)</translation>
    </message>
    <message>
        <source>Download all files that are shown</source>
        <translation>表示中のファイルをすべてダウンロードする</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>なし(&amp;O)</translation>
    </message>
    <message>
        <source>Download none of the files that are shown</source>
        <translation>表示中のファイルをダウンロードしない</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>優先度(&amp;P)</translation>
    </message>
    <message>
        <source>Priority of the selected files</source>
        <translation>選択したファイルの優先度</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>ファイルを絞り込む</translation>
    </message>
    <message>
        <source>Filter files by name</source>
        <translation>ファイルを名前で絞り込む</translation>
    </message>
    <message>
        <source>&amp;High</source>
        <translation>高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>普通(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Low</source>
        <translation>低(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Skip: do not download</source>
        <translation>ダウンロードしない(&amp;S)</translation>
    </message>
    <message>
        <source>Files of the torrent</source>
        <translation>torrent のファイル</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>参照：%1</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーの選択</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from the root on.</source>
        <translation>フォルダーの場所を最上位から省略せずに入力してください。</translation>
    </message>
    <message>
        <source>You may not write there. Choose another folder.</source>
        <translation>書き込みが許可されていません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Not enough room: %1 needed and %2 to be kept free, %3 free on %4.</source>
        <translation>空きが足りません：必要 %1、残しておく分 %2、%4 の空き %3。</translation>
    </message>
    <message>
        <source>Not enough room: %1 needed, %2 free on %3.</source>
        <translation>空きが足りません：必要 %1、%3 の空き %2。</translation>
    </message>
    <message>
        <source>%1 needed, %2 free on %3</source>
        <translation>必要 %1、%3 の空き %2</translation>
    </message>
    <message>
        <source>%1 free on %2</source>
        <translation>%2 の空き %1</translation>
    </message>
    <message numerus="yes">
        <source>Limits of %n torrent(s)</source>
        <translation>
            <numerusform>torrent %n 件の制限</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Set &amp;limits</source>
        <translation>制限を設定(&amp;L)</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>それぞれ異なる</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>ダウンロードの上限</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>アップロードの上限</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;Download at most</source>
        <translation>ダウンロードの上限(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Upload at most</source>
        <translation>アップロードの上限(&amp;U)</translation>
    </message>
    <message>
        <source>As in Settings</source>
        <translation>設定のとおり</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続数</translation>
    </message>
    <message>
        <source>Peers uploaded to at the same time</source>
        <translation>同時に送信するピアの数</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>接続数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Peers uploaded to at once</source>
        <translation>同時に送信するピアの数(&amp;P)</translation>
    </message>
    <message>
        <source>Stop seeding</source>
        <translation>シードの終了</translation>
    </message>
    <message>
        <source>At the &amp;ratio</source>
        <translation>共有比が次に達したとき(&amp;R)</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>共有比</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>After &amp;seeding for</source>
        <translation>シードを次の時間続けたとき(&amp;S)</translation>
    </message>
    <message>
        <source>Minutes of seeding</source>
        <translation>シードの時間（分）</translation>
    </message>
    <message>
        <source>After uploading &amp;nothing for</source>
        <translation>送信のない時間が続いたとき(&amp;N)</translation>
    </message>
    <message>
        <source>Minutes without upload</source>
        <translation>送信のない時間（分）</translation>
    </message>
    <message>
        <source>Stop the torrent</source>
        <translation>torrent を停止する</translation>
    </message>
    <message>
        <source>Remove it from the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Remove it with its files</source>
        <translation>ファイルごと削除する</translation>
    </message>
    <message>
        <source>What happens then</source>
        <translation>そのときの動作</translation>
    </message>
    <message>
        <source>&amp;Then</source>
        <translation>そのとき(&amp;T)</translation>
    </message>
    <message>
        <source>If files go to the trash and the drive has none, the torrent stops and keeps them.</source>
        <translation>ごみ箱を使う設定で、ドライブにない場合は、停止だけしてファイルを残します。</translation>
    </message>
    <message>
        <source>The first of these that is reached counts. With none of them set, the limits in Settings hold.</source>
        <translation>いずれかの条件に最初に達したときに終了します。何も選ばない場合は、設定画面の制限に従います。</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移動(&amp;M)</translation>
    </message>
    <message numerus="yes">
        <source>Move the files of %n torrent(s)?</source>
        <translation>
            <numerusform>torrent %n 件のファイルを移動しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;To the folder</source>
        <translation>移動先のフォルダー(&amp;T)</translation>
    </message>
    <message>
        <source>The list shows how far the move is, and you can cancel it there. Nothing in the new folder is overwritten, and the old files go only when all of them have arrived.</source>
        <translation>進み具合は一覧に表示され、そこから中止できます。移動先のファイルを上書きすることはなく、元のファイルはすべて移し終えてから取り除きます。</translation>
    </message>
    <message>
        <source>Folder to move to</source>
        <translation>移動先のフォルダー</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>For example 500 KiB/s, 2.5 MiB/s or 10M; 0 for no limit</source>
        <translation>例：500 KiB/s、2.5 MiB/s、10M。0 は無制限です</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>残します：%1</translation>
    </message>
    <message>
        <source>Looking up the files…</source>
        <translation>ファイルを調べています…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n torrent(s)?</source>
        <translation>
            <numerusform>torrent %n 件を一覧から外しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show the files</source>
        <translation>ファイルを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Files that go, and files that stay</source>
        <translation>なくなるファイルと残るファイル</translation>
    </message>
    <message>
        <source>&amp;Keep files</source>
        <translation>ファイルは残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Move files to trash</source>
        <translation>ファイルをごみ箱へ移動(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Delete files</source>
        <translation>ファイルを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Takes the torrents off the list; their files stay where they are</source>
        <translation>一覧から外すだけで、ファイルはそのまま残します</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n file(s) (%1) to trash</source>
        <translation>
            <numerusform>%n ファイル（%1）をごみ箱へ移動(&amp;M)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n file(s) (%1) for good</source>
        <translation>
            <numerusform>%n ファイル（%1）を完全に削除(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no trash on that drive: the files would be deleted for good.</source>
        <translation>このドライブにはごみ箱がないため、ファイルは完全に削除されます。</translation>
    </message>
    <message>
        <source>The files would be deleted for good, as set in Settings.</source>
        <translation>設定により、ファイルは完全に削除されます。</translation>
    </message>
    <message>
        <source>None of their files are on the disk.</source>
        <translation>ディスク上にファイルはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) stay in any case, because another torrent uses them.</source>
        <translation>
            <numerusform>%n ファイルは、ほかの torrent が使っているため残します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>一覧から外しています…</translation>
    </message>
    <message>
        <source>Taking the files away…</source>
        <translation>ファイルを取り除いています…</translation>
    </message>
    <message>
        <source>Rename the torrent</source>
        <translation>torrent の名前を変更</translation>
    </message>
    <message>
        <source>&amp;Name in the list</source>
        <translation>一覧での名前(&amp;N)</translation>
    </message>
    <message>
        <source>Its files keep their names.</source>
        <translation>ファイルの名前は変わりません。</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>ファイルの名前を変更</translation>
    </message>
    <message>
        <source>&amp;Name of the file</source>
        <translation>ファイルの名前(&amp;N)</translation>
    </message>
    <message>
        <source>The file is renamed on the disk, too; seeding goes on.</source>
        <translation>ディスク上のファイルの名前も変わります。シードは続きます。</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>フォルダーの名前を変更</translation>
    </message>
    <message>
        <source>&amp;Name of the folder</source>
        <translation>フォルダーの名前(&amp;N)</translation>
    </message>
    <message>
        <source>The folder is renamed on the disk, too; seeding goes on.</source>
        <translation>ディスク上のフォルダーの名前も変わります。シードは続きます。</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>変更(&amp;R)</translation>
    </message>
    <message>
        <source>A name on the disk cannot be “.” or “..”, and cannot contain “/”.</source>
        <translation>「.」と「..」は名前に使えず、「/」を含めることもできません。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>接続(&amp;O)</translation>
    </message>
    <message>
        <source>Connect to a peer?</source>
        <translation>ピアに接続しますか？</translation>
    </message>
    <message>
        <source>&amp;Address and port</source>
        <translation>アドレスとポート(&amp;A)</translation>
    </message>
    <message>
        <source>For example 198.51.100.7:6881 or [2001:db8::7]:6881. The peer appears under ‘Peers’ once it answers.</source>
        <translation>例：198.51.100.7:6881 または [2001:db8::7]:6881。応答があると「ピア」に表示されます。</translation>
    </message>
    <message>
        <source>Address and port of the peer</source>
        <translation>ピアのアドレスとポート</translation>
    </message>
    <message>
        <source>Folder of the category ‘%1’</source>
        <translation>カテゴリー「%1」のフォルダー</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新しいタグ</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新しいカテゴリー</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>作成(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>“/” puts it below another: ‘Video/Films’ is below ‘Video’.</source>
        <translation>「/」で区切ると、別のカテゴリーの下に入ります（「動画/映画」は「動画」の下）。</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>カテゴリーの名前</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>タグの名前</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>For torrents that are added to it. Empty: as the category above, or the usual folder. Torrents that are there already stay where they are.</source>
        <translation>これから追加する torrent の保存先です。空欄なら、上のカテゴリーか通常の保存先に従います。すでにある torrent の場所は変わりません。</translation>
    </message>
    <message>
        <source>Folder of the category</source>
        <translation>カテゴリーのフォルダー</translation>
    </message>
    <message>
        <source>There is a tag of this name already.</source>
        <translation>この名前のタグはすでにあります。</translation>
    </message>
    <message>
        <source>There is a category of this name already.</source>
        <translation>この名前のカテゴリーはすでにあります。</translation>
    </message>
    <message>
        <source>Remove the category ‘%1’?</source>
        <translation>カテゴリー「%1」を削除しますか？</translation>
    </message>
    <message>
        <source>Remove the tag ‘%1’?</source>
        <translation>タグ「%1」を削除しますか？</translation>
    </message>
    <message numerus="yes">
        <source>%n category(ies) below it go, too.</source>
        <translation>
            <numerusform>その下のカテゴリー %n 件も削除されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>No torrent is in it.</source>
        <translation>このカテゴリーの torrent はありません。</translation>
    </message>
    <message>
        <source>No torrent has it.</source>
        <translation>このタグの付いた torrent はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) will have no category. Their files stay where they are.</source>
        <translation>
            <numerusform>%n 件の torrent がカテゴリーなしになります。ファイルはそのまま残ります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) lose this tag. Their files stay where they are.</source>
        <translation>
            <numerusform>%n 件の torrent からこのタグが外れます。ファイルはそのまま残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>再び許可する(&amp;L)</translation>
    </message>
    <message>
        <source>Banned peers</source>
        <translation>接続を禁じたピア</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No torrent connects to these addresses or lets them in.</source>
        <translation>どのtorrentもこれらのアドレスに接続せず、相手からの接続も受け付けません。</translation>
    </message>
    <message>
        <source>Banned addresses</source>
        <translation>接続を禁じたアドレス</translation>
    </message>
    <message>
        <source>Nobody is banned.</source>
        <translation>接続を禁じた相手はいません。</translation>
    </message>
    <message>
        <source>Add which trackers?</source>
        <translation>どのトラッカーを追加しますか？</translation>
    </message>
    <message>
        <source>Change the address of the tracker?</source>
        <translation>トラッカーのアドレスを変更しますか？</translation>
    </message>
    <message>
        <source>Add which web seeds?</source>
        <translation>どのウェブシードを追加しますか？</translation>
    </message>
    <message>
        <source>Change the address of the web seed?</source>
        <translation>ウェブシードのアドレスを変更しますか？</translation>
    </message>
    <message>
        <source>A web seed is a web server that has the files. Its address begins with http:// or https://.</source>
        <translation>ウェブシードは、同じファイルを置いているウェブサーバーです。アドレスはhttp://またはhttps://で始まります。</translation>
    </message>
    <message>
        <source>They begin with http://, https:// or udp:// and are asked when those that are there do not answer.</source>
        <translation>http://、https://、udp://のいずれかで始まるアドレスです。今あるトラッカーが応答しないときに問い合わせます。</translation>
    </message>
    <message>
        <source>It begins with http://, https:// or udp://.</source>
        <translation>http://、https://、udp://のいずれかで始まるアドレスです。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>変更(&amp;H)</translation>
    </message>
    <message>
        <source>A&amp;ddresses, a line each</source>
        <translation>アドレス（1行に1つ）(&amp;D)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>アドレス(&amp;D)</translation>
    </message>
    <message>
        <source>This torrent is private: its own tracker may close your account if another one learns of it.</source>
        <translation>このtorrentはプライベートです。ほかのトラッカーに知られると、元のトラッカーの利用資格を失うことがあります。</translation>
    </message>
    <message>
        <source>‘%1’ is no address of a tracker.</source>
        <translation>「%1」はトラッカーのアドレスではありません。</translation>
    </message>
    <message>
        <source>‘%1’ is no address of a web server.</source>
        <translation>「%1」はウェブサーバーのアドレスではありません。</translation>
    </message>
</context>
<context>
    <name>ui_feeds</name>
    <message>
        <source>Feeds</source>
        <translation>フィード</translation>
    </message>
    <message>
        <source>Add feed…</source>
        <translation>フィードを追加…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>すべて更新</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>ルール…</translation>
    </message>
    <message>
        <source>Rename feed…</source>
        <translation>フィードの名前を変更…</translation>
    </message>
    <message>
        <source>Remove feed…</source>
        <translation>フィードを削除…</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>すべて既読にする</translation>
    </message>
    <message>
        <source>Copy address of the feed</source>
        <translation>フィードのアドレスをコピー</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>既読にする</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>未読に戻す</translation>
    </message>
    <message>
        <source>Copy link of the torrent</source>
        <translation>torrent のリンクをコピー</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n feed(s)?</source>
        <translation>
            <numerusform>%n 件のフィードを削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their items leave this page, and what you had read is forgotten. Torrents that came from them stay.</source>
        <translation>項目はこのページから消え、既読の記録も失われます。ここから追加した torrent はそのまま残ります。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>At most %n page(s) are opened at once.</source>
        <translation>
            <numerusform>一度に開けるのは %n ページまでです。</numerusform>
        </translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>ブラウザーを起動できませんでした。</translation>
    </message>
    <message>
        <source>The feed&apos;s own</source>
        <translation>フィード自身の名前</translation>
    </message>
    <message>
        <source>Add which feed?</source>
        <translation>どのフィードを追加しますか？</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>追加(&amp;D)</translation>
    </message>
    <message>
        <source>The address of an RSS or Atom feed begins with http:// or https://. What it lists is shown; nothing is added without you or a rule.</source>
        <translation>RSS または Atom フィードのアドレスは http:// か https:// で始まります。内容は一覧に表示されるだけで、操作かルールがない限り何も追加されません。</translation>
    </message>
    <message>
        <source>Rename the feed?</source>
        <translation>フィードの名前を変更しますか？</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>変更(&amp;R)</translation>
    </message>
    <message>
        <source>Without a name, the feed&apos;s own is shown.</source>
        <translation>空欄にすると、フィード自身の名前が表示されます。</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>This feed is there already.</source>
        <translation>このフィードはすでに登録されています。</translation>
    </message>
    <message>
        <source>A name and password in the address cannot be used.</source>
        <translation>ユーザー名とパスワードを含むアドレスは使えません。</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title of an item, its state, its feed</comment>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value, for screen readers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>フィード</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>All unread</source>
        <translation>すべての未読</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <comment>a feed and how many items</comment>
        <translation>
            <numerusform>%1、未読 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a feed, and its state</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>the server cannot be reached, or its name is not known</source>
        <translation>サーバーに接続できないか、サーバー名が見つかりません</translation>
    </message>
    <message>
        <source>the server could not prove who it is</source>
        <translation>サーバーの身元を確認できません</translation>
    </message>
    <message>
        <source>the server refused to send it; it may be gone, or you may have to sign in</source>
        <translation>サーバーに拒否されました。なくなったか、ログインが必要かもしれません</translation>
    </message>
    <message>
        <source>the answer took too long</source>
        <translation>応答に時間がかかりすぎました</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>its address, or one that it sent us on to, cannot be used</source>
        <translation>アドレスまたは転送先が使えません</translation>
    </message>
    <message>
        <source>Not readable since %1: %2.</source>
        <comment>a time and a reason</comment>
        <translation>%1 以降、読み込めません：%2。</translation>
    </message>
    <message>
        <source>Could not be read so far: %1.</source>
        <comment>a reason</comment>
        <translation>まだ一度も読み込めていません：%1。</translation>
    </message>
    <message>
        <source>Is being read…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Read %1</source>
        <comment>a time</comment>
        <translation>%1 に読み込み</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>まだ読み込んでいません</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加済み</translation>
    </message>
    <message>
        <source>No torrent</source>
        <translation>リンクなし</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>state of an item: seen</comment>
        <translation>既読</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新着</translation>
    </message>
    <message>
        <source>Add a feed and its new torrents appear here</source>
        <translation>フィードを追加すると、新しい torrent がここに表示されます</translation>
    </message>
    <message>
        <source>Items of the feeds</source>
        <translation>フィードの項目</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Filter by title</source>
        <translation>タイトルで絞り込み</translation>
    </message>
    <message>
        <source>‘%1’: %2</source>
        <comment>a feed and its problem</comment>
        <translation>「%1」：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) cannot be read.</source>
        <translation>
            <numerusform>%n 件のフィードを読み込めません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No item matches the filter</source>
        <translation>条件に合う項目はありません</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>未読はありません</translation>
    </message>
    <message>
        <source>Nothing in this feed yet</source>
        <translation>このフィードにはまだ何もありません</translation>
    </message>
    <message>
        <source>A rule needs a name.</source>
        <translation>ルールには名前が必要です。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名前が長すぎます。</translation>
    </message>
    <message>
        <source>Another rule has this name.</source>
        <translation>同じ名前のルールがあります。</translation>
    </message>
    <message>
        <source>%1, on</source>
        <comment>a rule</comment>
        <translation>%1、オン</translation>
    </message>
    <message>
        <source>%1, off</source>
        <comment>a rule</comment>
        <translation>%1、オフ</translation>
    </message>
    <message>
        <source>Episodes are written as 1x2;1x4-6;2x10-; – season, x, episode.</source>
        <translation>エピソードは 1x2;1x4-6;2x10-; のように、シーズン、x、話数の順に書きます。</translation>
    </message>
    <message>
        <source>This is no regular expression yet: %1</source>
        <translation>正規表現になっていません：%1</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>長すぎます。</translation>
    </message>
    <message>
        <source>Regular e&amp;xpressions</source>
        <translation>正規表現を使う(&amp;X)</translation>
    </message>
    <message>
        <source>Each ep&amp;isode once; a proper or repack may follow</source>
        <translation>同じ話は一度だけ（PROPER、REPACK は別）(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;ll feeds</source>
        <translation>すべてのフィード(&amp;L)</translation>
    </message>
    <message>
        <source>Add sto&amp;pped</source>
        <translation>停止した状態で追加(&amp;P)</translation>
    </message>
    <message>
        <source>Words that are all in the title; a|b: either; * and ? stand for other text</source>
        <translation>タイトルに全部含まれる語。a|b はどちらか、* と ? は任意の文字</translation>
    </message>
    <message>
        <source>None of these: a|b</source>
        <translation>どれも含まない語：a|b</translation>
    </message>
    <message>
        <source>All; or such as 1x2;1x4-6;2x10-;</source>
        <translation>すべて。または 1x2;1x4-6;2x10-; など</translation>
    </message>
    <message>
        <source>Season, x, and episodes: 1x2; is one, 1x4-6; some, 2x10-; all from there on.
Titles name them as S01E02 or 1x02.</source>
        <translation>シーズン、x、話数の順に書きます。1x2; は一話、1x4-6; は範囲、2x10-; はそれ以降すべてです。
タイトルでは S01E02 や 1x02 と書かれたものが対象です。</translation>
    </message>
    <message>
        <source>No time</source>
        <comment>how long a rule waits</comment>
        <translation>待たない</translation>
    </message>
    <message>
        <source>After an item was added by this rule, nothing else is for so long</source>
        <translation>このルールで追加したあと、この期間は何も追加しません</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number</comment>
        <translation>
            <numerusform> 日</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Must contain</source>
        <translation>含む語(&amp;M)</translation>
    </message>
    <message>
        <source>Must not c&amp;ontain</source>
        <translation>含まない語(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Episodes</source>
        <translation>エピソード(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Wait after one</source>
        <translation>追加後の休止(&amp;W)</translation>
    </message>
    <message>
        <source>Feeds that the rule is for</source>
        <translation>ルールの対象となるフィード</translation>
    </message>
    <message>
        <source>That of the category, or the usual one</source>
        <translation>カテゴリーのフォルダー、または通常のフォルダー</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no category</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>コンマで区切ります</translation>
    </message>
    <message>
        <source>As the torrent has it</source>
        <translation>torrent のとおり</translation>
    </message>
    <message>
        <source>In a folder of its own</source>
        <translation>専用のフォルダーに入れる</translation>
    </message>
    <message>
        <source>Without a folder of its own</source>
        <translation>専用のフォルダーなし</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>カテゴリー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>Layo&amp;ut</source>
        <translation>配置(&amp;U)</translation>
    </message>
    <message>
        <source>The folder has to be written with its whole path.</source>
        <translation>フォルダーは絶対パスで指定してください。</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>What the rule asks for</source>
        <translation>ルールに合う項目</translation>
    </message>
    <message>
        <source>The rule cannot be understood yet.</source>
        <translation>ルールの書き方が正しくありません。</translation>
    </message>
    <message>
        <source>Was added already</source>
        <translation>追加済み</translation>
    </message>
    <message>
        <source>Nothing: the rule is off</source>
        <translation>なし：ルールがオフ</translation>
    </message>
    <message>
        <source>Nothing: the episode was added</source>
        <translation>なし：同じ話を追加済み</translation>
    </message>
    <message>
        <source>Nothing: within the pause</source>
        <translation>なし：休止期間中</translation>
    </message>
    <message>
        <source>Would be added</source>
        <translation>追加されます</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the feeds match.</source>
        <translation>
            <numerusform>フィードの %n 件が合います。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>最初の %n 件を表示しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for more…</source>
        <translation>続きを探しています…</translation>
    </message>
    <message>
        <source>No item of the feeds matches now.</source>
        <translation>今のところ、合う項目はありません。</translation>
    </message>
    <message>
        <source>New &amp;rule</source>
        <translation>新しいルール(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>削除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Rules for feeds</source>
        <translation>フィードのルール</translation>
    </message>
    <message>
        <source>Rules add what appears in feeds by themselves</source>
        <translation>ルールは、フィードに現れたものを自動で追加します</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>The space key switches a rule on and off</source>
        <translation>スペースキーでオンとオフを切り替えます</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新しいルール</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>A rule says what the title of an item has to be like, and where it goes. ‘New rule’ begins one.</source>
        <translation>ルールでは、項目のタイトルの条件と保存先を決めます。「新しいルール」で作成します。</translation>
    </message>
    <message>
        <source>This rule cannot be saved yet: see below its fields.</source>
        <translation>このルールはまだ保存できません。各欄の下をご覧ください。</translation>
    </message>
    <message>
        <source>what is there is neither RSS nor Atom, or larger than 10 MiB</source>
        <translation>RSS でも Atom でもないか、10 MiB を超えています</translation>
    </message>
    <message>
        <source>Nothing: it was read</source>
        <translation>なし：既読</translation>
    </message>
</context>
<context>
    <name>ui_import</name>
    <message>
        <source>Torrents come with their files, progress, history and labels. Nothing is changed there, and nothing is added here before you have seen what would be.</source>
        <translation>torrent を、ファイルの場所、進み具合、履歴、ラベルとともに引き継ぎます。元のクライアントには何も変更を加えず、内容を確認していただくまで何も追加しません。</translation>
    </message>
    <message>
        <source>&amp;qBittorrent</source>
        <translation>&amp;qBittorrent</translation>
    </message>
    <message>
        <source>&amp;Transmission</source>
        <translation>&amp;Transmission</translation>
    </message>
    <message>
        <source>&amp;Folder where it keeps its torrents</source>
        <translation>torrent を保管しているフォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Folder where it keeps its torrents</source>
        <translation>torrent を保管しているフォルダー</translation>
    </message>
    <message>
        <source>Close the other client first: what it has not written yet cannot be taken over, and two programs must not write the same files.</source>
        <translation>先に元のクライアントを終了してください。まだ書き出していない内容は引き継げず、二つのクライアントが同じファイルに書き込んではいけないためです。</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>このコンピューターにはありません</translation>
    </message>
    <message>
        <source>Is being read…</source>
        <translation>読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) found</source>
        <translation>
            <numerusform>%n 件の torrent が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Found, but it cannot be read: %1</source>
        <translation>見つかりましたが、読み込めません：%1</translation>
    </message>
    <message>
        <source>&amp;Import from another client…</source>
        <translation>ほかのクライアントから引き継ぐ(&amp;I)…</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>Takes torrents over from qBittorrent or Transmission, with their places, progress and labels</source>
        <translation>qBittorrent または Transmission の torrent を、保存先、進み具合、ラベルとともに引き継ぎます</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) have been taken over.</source>
        <translation>
            <numerusform>%n 件の torrent を引き継ぎました。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Import from another client</source>
        <translation>ほかのクライアントから引き継ぐ</translation>
    </message>
    <message>
        <source>How many torrents have been taken over</source>
        <translation>引き継いだ torrent の数</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Import torrents from which client?</source>
        <translation>どのクライアントから torrent を引き継ぎますか？</translation>
    </message>
    <message>
        <source>S&amp;how what would come</source>
        <translation>内容を表示(&amp;H)</translation>
    </message>
    <message>
        <source>Import these torrents?</source>
        <translation>これらの torrent を引き継ぎますか？</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n torrent(s)</source>
        <translation>
            <numerusform>%n 件を引き継ぐ(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>引き継ぐ(&amp;I)</translation>
    </message>
    <message>
        <source>Torrents are being taken over</source>
        <translation>torrent を引き継いでいます</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>引き継ぎが終わりました</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>Is being read: %1 of %2</source>
        <translation>読み込み中：%2 件中 %1 件</translation>
    </message>
    <message>
        <source>This folder cannot be read as a store of that client. %1</source>
        <translation>このフォルダーは、そのクライアントの保管場所として読み込めません。%1</translation>
    </message>
    <message>
        <source>There are no torrents in this folder</source>
        <translation>このフォルダーに torrent はありません</translation>
    </message>
    <message numerus="yes">
        <source>0 of %n torrent(s)</source>
        <translation>
            <numerusform>%n 件中 0 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 torrents</source>
        <translation>%2 件中 %1 件</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Downloaded in part</source>
        <translation>一部ダウンロード済み</translation>
    </message>
    <message>
        <source>Changed on the disk</source>
        <translation>ディスク上で変更あり</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>Nothing downloaded</source>
        <translation>未ダウンロード</translation>
    </message>
    <message>
        <source>Cannot be taken over</source>
        <translation>引き継げません</translation>
    </message>
    <message>
        <source>In the list already</source>
        <translation>すでに一覧にあります</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>引き継がない</translation>
    </message>
    <message>
        <source>Added, stopped</source>
        <translation>停止した状態で追加</translation>
    </message>
    <message>
        <source>Added, checked first</source>
        <translation>確認してから追加</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a torrent, and what becomes of it</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value, for screen readers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>State there</source>
        <translation>元の状態</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>Take over all that can be</source>
        <translation>引き継げるものをすべて選びます</translation>
    </message>
    <message>
        <source>Take over none of them</source>
        <translation>選択をすべて外します</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>名前で絞り込み</translation>
    </message>
    <message>
        <source>Torrents of the other client</source>
        <translation>元のクライアントの torrent</translation>
    </message>
    <message>
        <source>The space key chooses the selected ones, or leaves them out</source>
        <translation>スペースキーで、選択したものを引き継ぐかどうかを切り替えます</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) are taken over, %1.</source>
        <comment>size of them</comment>
        <translation>
            <numerusform>%n 件、%1 を引き継ぎます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are in the list already.</source>
        <translation>
            <numerusform>%n 件はすでに一覧にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n 件は読み込めません。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a torrent, and why it was not taken over</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What was not taken over</source>
        <translation>引き継がなかったもの</translation>
    </message>
    <message>
        <source>Cop&amp;y the list</source>
        <translation>一覧をコピー(&amp;Y)</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be.</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>%n 件は引き継げませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not begun, because you stopped.</source>
        <comment>torrents</comment>
        <translation>
            <numerusform>%n 件は中止したため引き継いでいません。</numerusform>
        </translation>
    </message>
    <message>
        <source>They came with all that is known of them.</source>
        <translation>すべての情報とともに引き継ぎました。</translation>
    </message>
    <message>
        <source>Its category&apos;s name cannot be used here: it has none.</source>
        <translation>カテゴリーの名前がここでは使えないため、カテゴリーなしになります。</translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot be used here: it was left out.</source>
        <translation>名前がここでは使えないタグがあり、省かれました。</translation>
    </message>
    <message>
        <source>It belonged to a bandwidth group, which there is not here: set its limits if it needs any.</source>
        <translation>帯域グループに属していましたが、ここにはその機能がありません。必要なら速度の上限を設定してください。</translation>
    </message>
</context>
<context>
    <name>ui_log</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>No program opens the folder %1.</source>
        <translation>フォルダー %1 を開くプログラムがありません。</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>ログを絞り込む</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>level, time: text; for screen readers</comment>
        <translation>%1、%2：%3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the &amp;view</source>
        <translation>表示を消去(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors alone</source>
        <translation>エラーのみ</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する種類</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>言葉で絞り込む</translation>
    </message>
    <message>
        <source>The newest entry stays in sight</source>
        <translation>最新の記録を常に表示します</translation>
    </message>
    <message>
        <source>The selected entries, or all that are shown</source>
        <translation>選択した記録、または表示中のすべて</translation>
    </message>
    <message>
        <source>The file keeps everything</source>
        <translation>ファイルの記録は残ります</translation>
    </message>
    <message>
        <source>Where the log&apos;s file is</source>
        <translation>ログのファイルがある場所</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>該当する記録はありません。</translation>
    </message>
    <message>
        <source>The entries are in English, for whoever looks for a cause.</source>
        <translation>記録は、原因を調べる人のために英語で書かれています。</translation>
    </message>
</context>
<context>
    <name>ui_models</name>
    <message>
        <source>Skip</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混在</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>%1, %2, %3, priority %4</source>
        <comment>name, folder or file, size, priority</comment>
        <translation>%1、%2、%3、優先度 %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Web seed</source>
        <translation>ウェブシード</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>it connected to us</source>
        <translation>相手から接続</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column: value, for screen readers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>ソフト</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>所持</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下り</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上り</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信量</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>now</source>
        <translation>まもなく</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>time</comment>
        <translation>%1後</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>トラッカー</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>ピア</translation>
    </message>
    <message>
        <source>Asks again</source>
        <translation>次の問い合わせ</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>段</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>まだ問い合わせていません</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>問い合わせ中…</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>動作中</translation>
    </message>
    <message>
        <source>Works: %1</source>
        <translation>動作中：%1</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>Refused or failed: %1</source>
        <translation>拒否または失敗：%1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>まだ分かりません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>wanted size of whole size</comment>
        <translation>%2のうち%1</translation>
    </message>
    <message>
        <source>%1 uploaded, %2 downloaded</source>
        <translation>送信 %1、受信 %2</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>接続中 %1</translation>
    </message>
    <message>
        <source>%1, %2 in the swarm</source>
        <translation>%1、全体では %2</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>共有比</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>順番</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完了日時</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>配布中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題あり</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>下り %1</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>上り %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a row, for screen readers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This name is too long: choose a shorter one.</source>
        <translation>名前が長すぎます。短くしてください。</translation>
    </message>
    <message>
        <source>A name is missing before or after “/”.</source>
        <translation>「/」の前か後ろに名前がありません。</translation>
    </message>
    <message>
        <source>A tag cannot contain a comma, which stands between tags.</source>
        <translation>カンマはタグの区切りなので、タグの名前には使えません。</translation>
    </message>
    <message>
        <source>This name holds characters that cannot be seen: type it anew.</source>
        <translation>目に見えない文字が含まれています。入力し直してください。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Seed: it has everything</source>
        <translation>シード：すべて持っています</translation>
    </message>
    <message>
        <source>Nothing is lacking here</source>
        <translation>こちらに足りないものはありません</translation>
    </message>
    <message>
        <source>It has %1 of what is lacking here</source>
        <translation>こちらに足りないもののうち%1を持っています</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>letter of a flag: what it means</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Useful</source>
        <translation>有用度</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>private</comment>
        <translation>はい</translation>
    </message>
    <message>
        <source>Tracker errors</source>
        <translation>トラッカーの問題</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>it lets us download</source>
        <translation>ダウンロードさせてくれています</translation>
    </message>
    <message>
        <source>it lets us wait</source>
        <translation>相手の許可を待っています</translation>
    </message>
    <message>
        <source>we let it download</source>
        <translation>ダウンロードさせています</translation>
    </message>
    <message>
        <source>we let it wait</source>
        <translation>相手を待たせています</translation>
    </message>
    <message>
        <source>we try what it is worth</source>
        <translation>試しに送っています</translation>
    </message>
    <message>
        <source>it has sent nothing for a long time</source>
        <translation>長い間何も送ってきません</translation>
    </message>
    <message>
        <source>reached with the help of another peer</source>
        <translation>ほかのピアの助けで接続しました</translation>
    </message>
    <message>
        <source>named by a tracker</source>
        <translation>トラッカーから知りました</translation>
    </message>
    <message>
        <source>found by the DHT</source>
        <translation>DHTで見つけました</translation>
    </message>
    <message>
        <source>named by another peer</source>
        <translation>ほかのピアから知りました</translation>
    </message>
    <message>
        <source>found in the local network</source>
        <translation>ローカルネットワークで見つけました</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>ダウンロード量</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>入手可能性</translation>
    </message>
    <message>
        <source>Time active</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Time seeding</source>
        <translation>シード時間</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最終通信</translation>
    </message>
    <message>
        <source>Down limit</source>
        <translation>下り上限</translation>
    </message>
    <message>
        <source>Up limit</source>
        <translation>上り上限</translation>
    </message>
    <message>
        <source>Whole size</source>
        <translation>全体のサイズ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル数</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Info-hash</source>
        <translation>infoハッシュ</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード数</translation>
    </message>
</context>
<context>
    <name>ui_settings</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>&amp;Rows of lists</source>
        <translation>一覧の行間(&amp;R)</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>ゆったり</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>詰める</translation>
    </message>
    <message>
        <source>Adding and finishing</source>
        <translation>追加と完了</translation>
    </message>
    <message>
        <source>&amp;Show what will be downloaded before a torrent is added</source>
        <translation>torrent を追加する前に内容を確認する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tell me when a download completes</source>
        <translation>ダウンロードが完了したら知らせる(&amp;T)</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>保存先(&amp;S)</translation>
    </message>
    <message>
        <source>Your Downloads folder</source>
        <translation>ダウンロードフォルダー</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>&amp;Keep free on each drive</source>
        <translation>各ドライブに残す空き容量(&amp;K)</translation>
    </message>
    <message>
        <source>Downloads pause before they would use this, and go on by themselves when there is room again.</source>
        <translation>この空きを使い切る前にダウンロードを一時停止し、空きができると自動で再開します。</translation>
    </message>
    <message>
        <source>S&amp;tart torrents when they are added</source>
        <translation>追加した torrent をすぐ開始する(&amp;T)</translation>
    </message>
    <message>
        <source>Move removed files to the t&amp;rash</source>
        <translation>削除したファイルをごみ箱へ移動する(&amp;R)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;Download at most</source>
        <translation>ダウンロードの上限(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Upload at most</source>
        <translation>アップロードの上限(&amp;U)</translation>
    </message>
    <message>
        <source>Alternative limits</source>
        <translation>もう一組の上限</translation>
    </message>
    <message>
        <source>A second pair of limits, for the times when others need the line.</source>
        <translation>ほかの人が回線を使うときなどに切り替える、もう一組の上限です。</translation>
    </message>
    <message>
        <source>Use the &amp;alternative limits now</source>
        <translation>今はこちらの上限を使う(&amp;A)</translation>
    </message>
    <message>
        <source>D&amp;ownload at most</source>
        <translation>ダウンロードの上限(&amp;O)</translation>
    </message>
    <message>
        <source>U&amp;pload at most</source>
        <translation>アップロードの上限(&amp;P)</translation>
    </message>
    <message>
        <source>Queue and sharing</source>
        <translation>順番と共有</translation>
    </message>
    <message>
        <source>&amp;Downloads at the same time</source>
        <translation>同時にダウンロードする数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Seeding at the same time</source>
        <translation>同時にシードする数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Both together</source>
        <translation>両方の合計(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Checks at the same time</source>
        <translation>同時に検査する数(&amp;C)</translation>
    </message>
    <message>
        <source>What is more than that waits in the queue.</source>
        <translation>これを超えた分は順番待ちになります。</translation>
    </message>
    <message>
        <source>Stop seeding</source>
        <translation>シードの終了</translation>
    </message>
    <message>
        <source>At the &amp;ratio</source>
        <translation>共有比が次に達したとき(&amp;R)</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>A&amp;fter seeding for</source>
        <translation>シードを次の時間続けたとき(&amp;F)</translation>
    </message>
    <message>
        <source>After uploading &amp;nothing for</source>
        <translation>送信のない時間が続いたとき(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Then</source>
        <translation>そのとき(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the torrent</source>
        <translation>torrent を停止する</translation>
    </message>
    <message>
        <source>Remove it from the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Remove it with its files</source>
        <translation>ファイルごと削除する</translation>
    </message>
    <message>
        <source>If files go to the trash and the drive has none, the torrent stops and keeps them.</source>
        <translation>ごみ箱を使う設定で、ドライブにない場合は、停止だけしてファイルを残します。</translation>
    </message>
    <message>
        <source>The first of these that is reached counts. A torrent with limits of its own follows those.</source>
        <translation>いずれかの条件に最初に達したときに終了します。個別に制限を設定した torrent は、そちらに従います。</translation>
    </message>
    <message>
        <source>R&amp;andom</source>
        <translation>自動で選ぶ(&amp;A)</translation>
    </message>
    <message>
        <source>A port that no other program is known to use</source>
        <translation>ほかのソフトが使わない範囲から選びます</translation>
    </message>
    <message>
        <source>Chosen at the next start</source>
        <translation>次の起動時に決定</translation>
    </message>
    <message>
        <source>&amp;Port for incoming connections</source>
        <translation>着信用のポート(&amp;P)</translation>
    </message>
    <message>
        <source>Ask the &amp;router to let connections in (UPnP, NAT-PMP)</source>
        <translation>着信の許可をルーターに頼む（UPnP、NAT-PMP）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Only through these interfaces</source>
        <translation>使用する回線を限定(&amp;O)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Names or addresses, separated by commas; for example that of a VPN. When it is gone, nothing is sent another way.</source>
        <translation>インターフェースの名前かアドレスを、コンマで区切って入力します（VPN など）。それが切れても、ほかの経路では送信しません。</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>プロキシ(&amp;X)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Finding peers</source>
        <translation>ピアの探し方</translation>
    </message>
    <message>
        <source>&amp;DHT: a network of all clients, without trackers</source>
        <translation>DHT：トラッカーを使わず、クライアント同士で探す(&amp;D)</translation>
    </message>
    <message>
        <source>P&amp;EX: peers tell each other about peers</source>
        <translation>PEX：ピア同士で教え合う(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;LSD: peers in the local network</source>
        <translation>LSD：ローカルネットワーク内で探す(&amp;L)</translation>
    </message>
    <message>
        <source>Private torrents use none of these, whatever is set here.</source>
        <translation>プライベートな torrent では、この設定にかかわらずどれも使いません。</translation>
    </message>
    <message>
        <source>DHT starts &amp;from</source>
        <translation>DHT の最初の接続先(&amp;F)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Connections to peers</source>
        <translation>ピアとの接続</translation>
    </message>
    <message>
        <source>&amp;TCP</source>
        <translation>TCP(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;uTP, which makes way for other traffic</source>
        <translation>uTP（ほかの通信に道を譲ります）(&amp;U)</translation>
    </message>
    <message>
        <source>Try uTP &amp;before TCP: gentler, but slower on fast networks</source>
        <translation>uTP を先に試す（穏やかですが、高速回線では遅めです）(&amp;B)</translation>
    </message>
    <message>
        <source>Encr&amp;yption</source>
        <translation>暗号化(&amp;Y)</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>優先する</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必須にする</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>&amp;Connections at most</source>
        <translation>接続数の上限(&amp;C)</translation>
    </message>
    <message>
        <source>Of them for o&amp;ne torrent</source>
        <translation>torrent 1 件あたりの上限(&amp;N)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Peer&amp;s that one torrent uploads to</source>
        <translation>1 件から同時に送信するピアの数(&amp;S)</translation>
    </message>
    <message>
        <source>Write a rate such as 500 KiB/s, 2.5 MiB/s or 10M.</source>
        <translation>500 KiB/s、2.5 MiB/s、10M のように入力してください。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>設定の分類</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from the root on.</source>
        <translation>フォルダーの場所を最上位から省略せずに入力してください。</translation>
    </message>
    <message>
        <source>“%1” is neither an address nor the name of an interface. Separate several by commas.</source>
        <translation>「%1」はアドレスでもインターフェースの名前でもありません。複数ある場合はコンマで区切ってください。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>長すぎます。</translation>
    </message>
    <message>
        <source>“%1” is not of the form host:port. Separate several by commas.</source>
        <translation>「%1」は「ホスト:ポート」の形になっていません。複数ある場合はコンマで区切ってください。</translation>
    </message>
    <message>
        <source>Begin with socks5:// or http://.</source>
        <translation>socks5:// か http:// で始めてください。</translation>
    </message>
    <message>
        <source>The name of the proxy&apos;s host is missing.</source>
        <translation>プロキシのホスト名がありません。</translation>
    </message>
    <message>
        <source>The port is missing, as in socks5://127.0.0.1:9050.</source>
        <translation>ポート番号がありません。例：socks5://127.0.0.1:9050</translation>
    </message>
    <message>
        <source>Nothing may follow the port.</source>
        <translation>ポート番号の後には何も付けられません。</translation>
    </message>
    <message>
        <source>Saved. The window changes to the new language at the next start: quit with Ctrl+Q and start Tributary again.</source>
        <translation>保存しました。新しい言語は次の起動から使われます。Ctrl+Q で終了し、Tributary を起動し直してください。</translation>
    </message>
    <message>
        <source>Another language takes effect when Tributary is started again.</source>
        <translation>言語の変更は、Tributary を次に起動したときに反映されます。</translation>
    </message>
    <message>
        <source>Opening links</source>
        <translation>リンクを開くプログラム</translation>
    </message>
    <message>
        <source>Tributary opens magnet links and .torrent files.</source>
        <translation>マグネットリンクと .torrent ファイルは Tributary で開きます。</translation>
    </message>
    <message>
        <source>The desktop has not taken the choice over. Choose Tributary in the desktop&apos;s own settings for default programs.</source>
        <translation>デスクトップがこの選択を受け付けませんでした。デスクトップの既定のプログラムの設定で Tributary を選んでください。</translation>
    </message>
    <message>
        <source>Another program opens magnet links or .torrent files, or none does.</source>
        <translation>マグネットリンクか .torrent ファイルを開くプログラムが、別のものであるか、決まっていません。</translation>
    </message>
    <message>
        <source>The desktop does not know Tributary, for it was started without being installed. Install it to open links with it.</source>
        <translation>Tributary がインストールされていないため、デスクトップに登録されていません。リンクを開くにはインストールしてください。</translation>
    </message>
    <message>
        <source>The desktop did not answer. Choose Tributary in the desktop&apos;s own settings for default programs.</source>
        <translation>デスクトップから応答がありませんでした。デスクトップの既定のプログラムの設定で Tributary を選んでください。</translation>
    </message>
    <message>
        <source>What opens magnet links and .torrent files is not known.</source>
        <translation>マグネットリンクと .torrent ファイルを開くプログラムは分かりません。</translation>
    </message>
    <message>
        <source>&amp;Make Tributary the default</source>
        <translation>Tributary を既定にする(&amp;M)</translation>
    </message>
    <message>
        <source>Other programs cannot use Tributary: port %1 at %2 is used by another program, or the address is not this computer&apos;s. Choose another port.</source>
        <translation>他のプログラムは Tributary を利用できません。%2 のポート %1 を別のプログラムが使っているか、アドレスがこのコンピューターのものではありません。別のポートを選んでください。</translation>
    </message>
    <message>
        <source>Other programs cannot use Tributary: others reach %1, and there is neither a password nor a key. Set one, or choose 127.0.0.1.</source>
        <translation>他のプログラムは Tributary を利用できません。%1 は外部から届くアドレスですが、パスワードもキーもありません。どちらかを設定するか、127.0.0.1 を選んでください。</translation>
    </message>
    <message>
        <source>Other programs cannot use Tributary: the address, a host name, the certificate or its private key cannot be used. Look at them in the settings.</source>
        <translation>他のプログラムは Tributary を利用できません。アドレス、ホスト名、証明書、秘密鍵のいずれかが使えません。設定を確認してください。</translation>
    </message>
    <message>
        <source>Other programs cannot use Tributary. The log says why.</source>
        <translation>他のプログラムは Tributary を利用できません。理由はログにあります。</translation>
    </message>
    <message>
        <source>Other computers can reach and steer Tributary, at %1 port %2.</source>
        <translation>他のコンピューターから %1 のポート %2 で Tributary に接続し、操作できます。</translation>
    </message>
    <message>
        <source>What they send is not encrypted.</source>
        <translation>通信は暗号化されていません。</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>他のプログラム</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>A password and a key are set.</source>
        <translation>パスワードとキーが設定されています。</translation>
    </message>
    <message>
        <source>A password is set, and no key.</source>
        <translation>パスワードは設定されていますが、キーはありません。</translation>
    </message>
    <message>
        <source>A key is set, and no password.</source>
        <translation>キーは設定されていますが、パスワードはありません。</translation>
    </message>
    <message>
        <source>Neither a password nor a key is set: nobody can log in.</source>
        <translation>パスワードもキーも設定されていないため、誰もログインできません。</translation>
    </message>
    <message>
        <source>The system has no random numbers just now. Try again in a moment.</source>
        <translation>システムから乱数を得られません。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Set a pass&amp;word…</source>
        <translation>パスワードを設定(&amp;W)…</translation>
    </message>
    <message>
        <source>Make a new &amp;key</source>
        <translation>新しいキーを作成(&amp;K)</translation>
    </message>
    <message>
        <source>Re&amp;move the key</source>
        <translation>キーを削除(&amp;M)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>証明書(&amp;C)</translation>
    </message>
    <message>
        <source>The certificate and its private key go together: name both or neither.</source>
        <translation>証明書と秘密鍵は対になっています。両方を指定するか、どちらも指定しないでください。</translation>
    </message>
    <message>
        <source>Pri&amp;vate key</source>
        <translation>秘密鍵(&amp;V)</translation>
    </message>
    <message>
        <source>Two files in PEM form. Without them, whoever is on the way can read the password.</source>
        <translation>PEM 形式の二つのファイルです。指定しないと、経路上の誰かにパスワードを読み取られるおそれがあります。</translation>
    </message>
    <message>
        <source>Sonarr, Radarr, web pages and telephones can use Tributary as they use qBittorrent. It is off until you switch it on.</source>
        <translation>Sonarr や Radarr、ウェブページ、携帯電話などから、qBittorrent と同じように Tributary を利用できます。オンにするまで動作しません。</translation>
    </message>
    <message>
        <source>&amp;Let other programs use Tributary</source>
        <translation>他のプログラムに Tributary の利用を許可(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>127.0.0.1 is for programs on this computer alone.</source>
        <translation>127.0.0.1 は、このコンピューターのプログラムだけが利用できます。</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>ユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Host names</source>
        <translation>ホスト名(&amp;H)</translation>
    </message>
    <message>
        <source>By which other computers call this one, beside its address; separated by commas. Calls by other names are refused.</source>
        <translation>他のコンピューターがアドレスのほかに使う、このコンピューターの名前です。コンマで区切ります。それ以外の名前での接続は拒否します。</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>時間割</translation>
    </message>
    <message>
        <source>Switch to the alternative limits by the &amp;clock</source>
        <translation>時刻によってもう一組の上限に切り替える(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>開始(&amp;F)</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>終了(&amp;T)</translation>
    </message>
    <message>
        <source>A time that ends earlier than it begins lasts over midnight.</source>
        <translation>終了が開始より早い場合は、日付をまたぎます。</translation>
    </message>
    <message>
        <source>O&amp;n these days</source>
        <translation>曜日(&amp;N)</translation>
    </message>
    <message>
        <source>Choose a day, or the timetable never holds.</source>
        <translation>曜日を選ばないと、切り替わりません。</translation>
    </message>
    <message>
        <source>When a download completes</source>
        <translation>ダウンロードの完了時</translation>
    </message>
    <message>
        <source>Run this &amp;program</source>
        <translation>実行するプログラム(&amp;P)</translation>
    </message>
    <message>
        <source>The whole path of the program, then what it is given. No shell reads it; quotes only keep spaces together. %N is the name, %F the path of the content, %D the folder it is saved in, %C the category, %G the tags, %Z the size in bytes, %I the v1 info-hash, %J the v2 info-hash, %K the id.</source>
        <translation>プログラムの完全なパスに続けて、渡す引数を書きます。シェルは通しません。引用符は空白を含む語をまとめるだけです。%N は名前、%F は内容のパス、%D は保存先フォルダー、%C はカテゴリー、%G はタグ、%Z はバイト単位のサイズ、%I は v1 のインフォハッシュ、%J は v2 のインフォハッシュ、%K は ID です。</translation>
    </message>
    <message>
        <source>It runs with all your rights, after every download. Name only a program that you trust with names that strangers chose.</source>
        <translation>ダウンロードのたびに、あなたの権限で実行されます。他人の付けた名前を渡しても安全だと信頼できるプログラムだけを指定してください。</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>フィード</translation>
    </message>
    <message>
        <source>&amp;Read the feeds by themselves</source>
        <translation>フィードを自動で読み込む(&amp;R)</translation>
    </message>
    <message>
        <source>Read each again a&amp;fter</source>
        <translation>読み込みの間隔(&amp;F)</translation>
    </message>
    <message>
        <source>A feed that asks for longer pauses gets them.</source>
        <translation>フィードがより長い間隔を求める場合は、それに従います。</translation>
    </message>
    <message>
        <source>&amp;Items kept of each</source>
        <translation>フィードごとに残す件数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Add what matches a rule</source>
        <translation>ルールに合うものを追加する(&amp;A)</translation>
    </message>
    <message>
        <source>The rules are on the page of the feeds.</source>
        <translation>ルールはフィードのページにあります。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>&amp;Write backups to</source>
        <translation>バックアップの保存先(&amp;W)</translation>
    </message>
    <message>
        <source>None are made</source>
        <translation>作成しません</translation>
    </message>
    <message>
        <source>The list, its labels, feeds and settings, not what was downloaded. Best on another drive.</source>
        <translation>一覧、ラベル、フィード、設定を保存します。ダウンロードした内容は含みません。別のドライブに置くことをお勧めします。</translation>
    </message>
    <message>
        <source> d</source>
        <comment>days</comment>
        <translation> 日</translation>
    </message>
    <message>
        <source>One e&amp;very</source>
        <translation>作成の間隔(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keep the newest</source>
        <translation>残す数(&amp;K)</translation>
    </message>
    <message>
        <source>Older ones are removed from the folder.</source>
        <translation>それより古いものはフォルダーから削除します。</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>トレイ</translation>
    </message>
    <message>
        <source>Show the &amp;icon in the tray</source>
        <translation>トレイにアイコンを表示する(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Closing the window leaves Tributary running in the tray</source>
        <translation>ウィンドウを閉じても、トレイで動かし続ける(&amp;C)</translation>
    </message>
    <message>
        <source>Sta&amp;rt in the tray, without the window</source>
        <translation>ウィンドウを出さず、トレイで起動する(&amp;R)</translation>
    </message>
    <message>
        <source>Where the desktop has no tray, the window stays: nothing could bring it back. Ctrl+Q always ends Tributary.</source>
        <translation>トレイのないデスクトップでは、ウィンドウを隠しません。呼び戻す手段がないからです。Ctrl+Q を押せば、いつでも Tributary は終了します。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>&amp;Lock when the screen is locked or the machine goes to sleep</source>
        <translation>画面がロックされるか、機器がスリープするときにロックする(&amp;L)</translation>
    </message>
    <message>
        <source>Lock when the window is closed to the tra&amp;y</source>
        <translation>ウィンドウをトレイに閉じるときにロックする(&amp;Y)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Lock when it is not &amp;used for</source>
        <translation>使わないときにロックするまでの時間(&amp;U)</translation>
    </message>
    <message>
        <source>A locked window shows no names, takes nothing and asks for the password; downloads go on. This keeps others from reading along. It is no protection against programs, or against whoever can read your files.</source>
        <translation>ロックされたウィンドウは名前を表示せず、何も受け付けずに、パスワードを求めます。ダウンロードは続きます。これは、ほかの人に画面を見られないためのものです。プログラムや、ファイルを読める人からは守れません。</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake</source>
        <translation>機器をスリープさせない(&amp;K)</translation>
    </message>
    <message>
        <source>While something downloads</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>While something downloads or uploads</source>
        <translation>ダウンロード中またはアップロード中</translation>
    </message>
    <message>
        <source>It only does not fall asleep by itself; suspending it by hand or closing the lid works as ever.</source>
        <translation>自動のスリープだけを止めます。手で休止させたり、ふたを閉じたりすれば、いつもどおりスリープします。</translation>
    </message>
    <message>
        <source>Tell me when a torrent gets into &amp;trouble</source>
        <translation>torrent に問題が起きたら知らせる(&amp;T)</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Blocked addresses</source>
        <translation>拒否するアドレス</translation>
    </message>
    <message>
        <source>&amp;Block the addresses in these lists</source>
        <translation>リストにあるアドレスを拒否する(&amp;B)</translation>
    </message>
    <message>
        <source>Tributary neither connects to them nor lets them in.</source>
        <translation>これらのアドレスには接続せず、接続も受け付けません。</translation>
    </message>
    <message>
        <source>Lists of addresses</source>
        <translation>アドレスのリスト</translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation>リスト(&amp;L)</translation>
    </message>
    <message>
        <source>Files of PeerGuardian (.p2p), eMule (.dat) or CIDR ranges, also packed with gzip, or web addresses of such files.</source>
        <translation>PeerGuardian（.p2p）、eMule（.dat）、CIDR 範囲のファイル、またはそのウェブアドレスです。gzip で圧縮されていても構いません。</translation>
    </message>
    <message>
        <source>&amp;Fetch those on the web anew after</source>
        <translation>ウェブ上のリストの更新間隔(&amp;F)</translation>
    </message>
    <message>
        <source>No address is blocked by a list.</source>
        <translation>リストによって拒否されているアドレスはありません。</translation>
    </message>
    <message>
        <source>%1 ranges of addresses are blocked.</source>
        <translation>%1 個のアドレス範囲を拒否しています。</translation>
    </message>
    <message>
        <source>This list could not be read: %1. %2</source>
        <comment>list; why and what to do</comment>
        <translation>このリストを読み込めませんでした：%1。%2</translation>
    </message>
    <message>
        <source>&amp;Update now</source>
        <translation>今すぐ更新(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Add a f&amp;ile…</source>
        <translation>ファイルを追加(&amp;I)…</translation>
    </message>
    <message>
        <source>Add a web a&amp;ddress</source>
        <translation>ウェブアドレスを追加(&amp;D)</translation>
    </message>
    <message>
        <source>A list of addresses</source>
        <translation>アドレスのリスト</translation>
    </message>
    <message>
        <source>Password for the window</source>
        <translation>ウィンドウのパスワード</translation>
    </message>
    <message>
        <source>Another password for the window</source>
        <translation>ウィンドウのパスワードの変更</translation>
    </message>
    <message>
        <source>Remove the window&apos;s password?</source>
        <translation>ウィンドウのパスワードを削除しますか？</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>変更(&amp;H)</translation>
    </message>
    <message>
        <source>It keeps others from reading along, and is no protection against programs or against whoever can read your files. Only a hash of it is stored: if you forget it, nobody can tell it to you.</source>
        <translation>ほかの人に画面を見られないためのものです。プログラムや、ファイルを読める人からは守れません。保存するのはハッシュだけなので、忘れると誰にも分かりません。</translation>
    </message>
    <message>
        <source>The password until &amp;now</source>
        <translation>今までのパスワード(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>もう一度(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n character(s).</source>
        <translation>
            <numerusform>%n 文字以上にしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>二つが一致しません。</translation>
    </message>
    <message>
        <source>That is not the password until now.</source>
        <translation>今までのパスワードと違います。</translation>
    </message>
    <message>
        <source>The password was not taken. Try another one.</source>
        <translation>このパスワードは使えませんでした。別のものをお試しください。</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>削除(&amp;M)…</translation>
    </message>
    <message>
        <source>Remove the window&apos;s password</source>
        <translation>ウィンドウのパスワードを削除</translation>
    </message>
    <message>
        <source>The window has a password: Ctrl+Shift+L locks it.</source>
        <translation>ウィンドウにはパスワードがあります。Ctrl+Shift+L でロックします。</translation>
    </message>
    <message>
        <source>The window has no password and is never locked.</source>
        <translation>ウィンドウにパスワードはなく、ロックされません。</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>変更(&amp;H)…</translation>
    </message>
    <message>
        <source>S&amp;et a password…</source>
        <translation>パスワードを設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Change the window&apos;s password</source>
        <translation>ウィンドウのパスワードを変更</translation>
    </message>
    <message>
        <source>Set a password for the window</source>
        <translation>ウィンドウのパスワードを設定</translation>
    </message>
    <message>
        <source>Password for other programs</source>
        <translation>他のプログラム用のパスワード</translation>
    </message>
    <message>
        <source>Whoever knows it can add and remove torrents and files. Only a hash of it is stored.</source>
        <translation>これを知る人は torrent やファイルを追加・削除できます。保存するのはハッシュだけです。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Give it to the other program now: it is stored as a hash and never shown again. A key made before no longer opens anything.</source>
        <translation>今のうちに他のプログラムに設定してください。ハッシュとして保存され、二度と表示されません。以前のキーは使えなくなります。</translation>
    </message>
    <message>
        <source>F&amp;ile with countries</source>
        <translation>国のデータベース(&amp;I)</translation>
    </message>
    <message>
        <source>That of the system, if there is one</source>
        <translation>システムのもの（あれば）</translation>
    </message>
    <message>
        <source>A MaxMind database (.mmdb) that tells in which countries peers are.</source>
        <translation>ピアの国を調べるための MaxMind データベース（.mmdb）です。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>参照：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>section (how many rows match)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No setting matches “%1”. Try another word, or clear the search with Escape.</source>
        <translation>「%1」に該当する設定はありません。別の言葉をお試しになるか、Esc キーで検索を消してください。</translation>
    </message>
    <message>
        <source>Give the whole path of the file, from the root on.</source>
        <translation>ファイルの完全なパスをルートから指定してください。</translation>
    </message>
    <message>
        <source>Begin with the whole path of the program, from the root on.</source>
        <translation>プログラムの完全なパスをルートから書き始めてください。</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>“%1” is neither the whole path of a file nor a web address.</source>
        <translation>「%1」はファイルの完全なパスでもウェブアドレスでもありません。</translation>
    </message>
    <message>
        <source>“%1” is not of the form NAME or NAME:PORT. Separate several by commas.</source>
        <translation>「%1」は「名前」または「名前:ポート」の形ではありません。複数ある場合はコンマで区切ってください。</translation>
    </message>
    <message>
        <source>Use 12 characters or more.</source>
        <translation>12 文字以上にしてください。</translation>
    </message>
    <message>
        <source>It holds a character that cannot be typed.</source>
        <translation>入力できない文字が含まれています。</translation>
    </message>
    <message>
        <source>Write an address such as 127.0.0.1 for this computer alone, or 0.0.0.0 for all that reach it.</source>
        <translation>このコンピューターだけなら 127.0.0.1、届くすべての相手なら 0.0.0.0 のようなアドレスを書いてください。</translation>
    </message>
    <message>
        <source>Other computers reach this address: set a password or make a key first.</source>
        <translation>このアドレスには他のコンピューターから届きます。先にパスワードを設定するか、キーを作成してください。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>ui_shell</name>
    <message>
        <source> or </source>
        <comment>between two keys for one action</comment>
        <translation> または </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Paste torrents or links</source>
        <translation>torrent やリンクを貼り付け</translation>
    </message>
    <message>
        <source>The clipboard holds no torrent and no link to one.</source>
        <translation>クリップボードに torrent もそのリンクもありません。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>%1 (limit %2)</source>
        <comment>speed (its limit)</comment>
        <translation>%1（上限 %2）</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>下りの速度</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>上りの速度</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>ディスクの空き容量</translation>
    </message>
    <message>
        <source>Alternative limits</source>
        <translation>別の速度制限</translation>
    </message>
    <message>
        <source>Normal limits</source>
        <translation>通常の速度制限</translation>
    </message>
    <message>
        <source>Go back to the normal limits</source>
        <translation>通常の速度制限に戻します</translation>
    </message>
    <message>
        <source>Use the alternative limits</source>
        <translation>別の速度制限を使います</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>空き %1</translation>
    </message>
    <message>
        <source>Nobody can connect to us</source>
        <translation>外から接続できません</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>準備をしています。</translation>
    </message>
    <message>
        <source>Port %1 is open: others can connect to us.</source>
        <translation>ポート %1 は開いています。外から接続できます。</translation>
    </message>
    <message>
        <source>Nobody has connected to port %1 yet. Downloads work all the same.</source>
        <translation>ポート %1 への接続はまだありません。ダウンロードには差し支えありません。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Looking for nodes…</source>
        <translation>ノードを探しています…</translation>
    </message>
    <message numerus="yes">
        <source>Connected · %n node(s)</source>
        <translation>
            <numerusform>接続中・ノード %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui_statistics</name>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>統計(&amp;T)…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>ダウンロード量</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>アップロード量</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>共有比</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>起動してから</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <comment>duration (date and time)</comment>
        <translation>%1（%2 から）</translation>
    </message>
    <message>
        <source>Wasted: came twice or too late</source>
        <translation>無駄：重複や遅着</translation>
    </message>
    <message>
        <source>Wrong data, thrown away</source>
        <translation>破棄した誤りデータ</translation>
    </message>
    <message>
        <source>At this moment</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>ダウンロード速度</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>アップロード速度</translation>
    </message>
    <message>
        <source>Connections to peers</source>
        <translation>ピアとの接続</translation>
    </message>
    <message>
        <source>Nodes of the DHT</source>
        <translation>DHT のノード</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>the DHT</comment>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Waiting for the disk</source>
        <translation>ディスク待ち</translation>
    </message>
    <message>
        <source>Free where downloads go</source>
        <translation>保存先の空き容量</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>これまでの合計</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a figure: its value; for screen readers</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui_text</name>
    <message>
        <source>This is not a usable torrent: %1</source>
        <translation>使える torrent ではありません：%1</translation>
    </message>
    <message>
        <source>Get the torrent again from where you found it, or tell whoever made it.</source>
        <translation>入手元からもう一度取得するか、作成者に知らせてください。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が起きました。</translation>
    </message>
    <message>
        <source>Try again. The details help whoever looks for the cause.</source>
        <translation>もう一度お試しください。詳細は原因を調べるときに役立ちます。</translation>
    </message>
    <message>
        <source>This is neither a torrent nor a link to one.</source>
        <translation>torrent でも、そのリンクでもありません。</translation>
    </message>
    <message>
        <source>Use a .torrent file, a magnet link, a web address of a torrent, or an info-hash.</source>
        <translation>.torrent ファイル、マグネットリンク、torrent の URL、またはインフォハッシュを使ってください。</translation>
    </message>
    <message>
        <source>The torrent file cannot be read.</source>
        <translation>torrent ファイルを読めません。</translation>
    </message>
    <message>
        <source>Look whether it still exists and whether you may open it.</source>
        <translation>ファイルがまだあるか、開く権限があるかを確かめてください。</translation>
    </message>
    <message>
        <source>The torrent file is larger than 10 MiB.</source>
        <translation>torrent ファイルが 10 MiB を超えています。</translation>
    </message>
    <message>
        <source>It is probably not a torrent, but something else.</source>
        <translation>torrent ではない別のファイルのようです。</translation>
    </message>
    <message>
        <source>it is damaged, or another kind of file.</source>
        <translation>壊れているか、別の種類のファイルです。</translation>
    </message>
    <message>
        <source>its data are nested deeper than any real torrent.</source>
        <translation>データの入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>it holds more entries than any real torrent.</source>
        <translation>項目の数が多すぎます。</translation>
    </message>
    <message>
        <source>it does not describe any content.</source>
        <translation>内容についての情報がありません。</translation>
    </message>
    <message>
        <source>a part of its description is missing or wrong.</source>
        <translation>情報の一部が欠けているか、誤っています。</translation>
    </message>
    <message>
        <source>its piece size is not allowed.</source>
        <translation>ピースの大きさが不正です。</translation>
    </message>
    <message>
        <source>its checksums do not fit its size.</source>
        <translation>チェックサムとサイズが合いません。</translation>
    </message>
    <message>
        <source>its list of files is not valid.</source>
        <translation>ファイル一覧が不正です。</translation>
    </message>
    <message>
        <source>it has no usable name.</source>
        <translation>使える名前がありません。</translation>
    </message>
    <message>
        <source>it describes more data or files than can be handled.</source>
        <translation>データやファイルが多すぎて扱えません。</translation>
    </message>
    <message>
        <source>This torrent is of version 2 only, which the installed libtorrent cannot download safely.</source>
        <translation>この torrent は v2 専用で、いま入っている libtorrent では安全にダウンロードできません。</translation>
    </message>
    <message>
        <source>Ask for a torrent of version 1 or a hybrid one, or update libtorrent to 2.0.14.</source>
        <translation>v1 またはハイブリッドの torrent を入手するか、libtorrent を 2.0.14 に更新してください。</translation>
    </message>
    <message>
        <source>The torrent is of a newer kind than this program knows.</source>
        <translation>このソフトが知らない新しい形式の torrent です。</translation>
    </message>
    <message>
        <source>A newer version of the program may open it.</source>
        <translation>新しい版のソフトなら開けるかもしれません。</translation>
    </message>
    <message>
        <source>The magnet link is incomplete or damaged.</source>
        <translation>マグネットリンクが途中で切れているか、壊れています。</translation>
    </message>
    <message>
        <source>Copy the whole link again, from ‘magnet:’ to its end.</source>
        <translation>「magnet:」から最後まで、もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>The info-hash has the wrong length or wrong characters.</source>
        <translation>インフォハッシュの長さか文字が正しくありません。</translation>
    </message>
    <message>
        <source>It has 40 or 64 hexadecimal digits, or 32 letters and digits.</source>
        <translation>40 桁か 64 桁の十六進数、または 32 文字の英数字です。</translation>
    </message>
    <message>
        <source>The web address cannot be used.</source>
        <translation>この URL は使えません。</translation>
    </message>
    <message>
        <source>It has to begin with http:// or https:// and name a server.</source>
        <translation>http:// か https:// で始まり、サーバー名を含む必要があります。</translation>
    </message>
    <message>
        <source>The server sent us on to an address that is not safe to open.</source>
        <translation>サーバーが安全でない宛先へ転送しようとしました。</translation>
    </message>
    <message>
        <source>Download the torrent file with your browser and add the file.</source>
        <translation>ブラウザーで torrent ファイルを取得し、そのファイルを追加してください。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>サーバーに接続できません。</translation>
    </message>
    <message>
        <source>Look at the address and your connection, then try again.</source>
        <translation>URL と接続を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was downloaded from it.</source>
        <translation>サーバーが本物だと確認できないため、何もダウンロードしませんでした。</translation>
    </message>
    <message>
        <source>Look whether the clock of this computer is right, or try another source.</source>
        <translation>コンピューターの時計が正しいか確かめるか、別の入手元をお試しください。</translation>
    </message>
    <message>
        <source>The server refused to send the torrent.</source>
        <translation>サーバーが torrent を送りませんでした。</translation>
    </message>
    <message>
        <source>It may be gone, or you may have to sign in: download it with your browser and add the file.</source>
        <translation>もう存在しないか、ログインが必要なようです。ブラウザーで取得し、そのファイルを追加してください。</translation>
    </message>
    <message>
        <source>The server sent more than 10 MiB, which is no torrent.</source>
        <translation>サーバーが 10 MiB を超えるデータを送りました。torrent ではありません。</translation>
    </message>
    <message>
        <source>Look whether the address is that of the torrent itself.</source>
        <translation>torrent そのものの URL か確かめてください。</translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation>応答に時間がかかりすぎました。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Nobody has sent the file list of this magnet link yet.</source>
        <translation>このマグネットリンクのファイル一覧は、まだ誰からも届いていません。</translation>
    </message>
    <message>
        <source>Add it all the same: it starts as soon as someone has it.</source>
        <translation>そのまま追加できます。持っている人が見つかり次第始まります。</translation>
    </message>
    <message>
        <source>This torrent is in the list already.</source>
        <translation>この torrent はすでに一覧にあります。</translation>
    </message>
    <message>
        <source>The trackers were not added, because the torrent is private.</source>
        <translation>非公開の torrent なので、トラッカーは追加しませんでした。</translation>
    </message>
    <message>
        <source>Private torrents keep the trackers they were made with.</source>
        <translation>非公開の torrent のトラッカーは、作られたときのまま保たれます。</translation>
    </message>
    <message>
        <source>Another torrent writes the same files in this folder.</source>
        <translation>別の torrent がこのフォルダーの同じファイルに書き込みます。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>このフォルダーは使えません。</translation>
    </message>
    <message>
        <source>Choose a folder that exists or can be made, with its whole path.</source>
        <translation>存在するか作成できるフォルダーを、完全なパスで指定してください。</translation>
    </message>
    <message>
        <source>The torrent is no longer in the list.</source>
        <translation>この torrent はもう一覧にありません。</translation>
    </message>
    <message>
        <source>The torrent does not have this tracker.</source>
        <translation>この torrent にそのトラッカーはありません。</translation>
    </message>
    <message>
        <source>The torrent has no such file.</source>
        <translation>この torrent にそのファイルはありません。</translation>
    </message>
    <message>
        <source>The file list of this torrent is not known yet.</source>
        <translation>この torrent のファイル一覧はまだ分かりません。</translation>
    </message>
    <message>
        <source>Wait until a peer has sent it.</source>
        <translation>届くまでお待ちください。</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>この名前は使えません。</translation>
    </message>
    <message>
        <source>Choose one without ‘/’ that is not empty, ‘.’ or ‘..’.</source>
        <translation>「/」を含まず、空や「.」「..」でない名前にしてください。</translation>
    </message>
    <message>
        <source>A file of that name is there already, and nothing is ever overwritten.</source>
        <translation>同じ名前のファイルがすでにあります。上書きはしません。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>別の名前かフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is not enough free space.</source>
        <translation>空き容量が足りません。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>空きを増やすか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The drive is not connected.</source>
        <translation>ドライブが接続されていません。</translation>
    </message>
    <message>
        <source>Connect it; everything goes on by itself.</source>
        <translation>接続すると自動で再開します。</translation>
    </message>
    <message>
        <source>The files are being moved.</source>
        <translation>ファイルを移動しています。</translation>
    </message>
    <message>
        <source>Wait until they have arrived, or cancel the move.</source>
        <translation>終わるまで待つか、移動を取り消してください。</translation>
    </message>
    <message>
        <source>No files are being moved.</source>
        <translation>移動中のファイルはありません。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>取り消しました。</translation>
    </message>
    <message>
        <source>The drive has no trash, so nothing was removed.</source>
        <translation>このドライブにはごみ箱がないため、何も削除しませんでした。</translation>
    </message>
    <message>
        <source>Delete the files for good, or remove the torrent alone.</source>
        <translation>ファイルを完全に削除するか、torrent だけを取り除いてください。</translation>
    </message>
    <message>
        <source>The drive failed to read or write.</source>
        <translation>ドライブの読み書きに失敗しました。</translation>
    </message>
    <message>
        <source>Look whether it is full, locked or failing, then try again.</source>
        <translation>空き、書き込み禁止、故障がないか確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The list of torrents cannot be opened or saved.</source>
        <translation>torrent の一覧を開けないか、保存できません。</translation>
    </message>
    <message>
        <source>Look whether the profile folder can be written and its drive is not full.</source>
        <translation>プロファイルのフォルダーに書き込めるか、空きがあるかを確かめてください。</translation>
    </message>
    <message>
        <source>The list of torrents was saved by a newer version of this program.</source>
        <translation>torrent の一覧は、より新しい版で保存されています。</translation>
    </message>
    <message>
        <source>Use that version; nothing was changed.</source>
        <translation>その版をお使いください。何も変更していません。</translation>
    </message>
    <message>
        <source>The saved list of torrents is damaged.</source>
        <translation>保存された torrent の一覧が壊れています。</translation>
    </message>
    <message>
        <source>The last good copy is used where there is one.</source>
        <translation>正常な控えがあれば、それを使います。</translation>
    </message>
    <message>
        <source>The program is running already with this profile.</source>
        <translation>このプロファイルはすでに使われています。</translation>
    </message>
    <message>
        <source>Use the window that is open.</source>
        <translation>開いているウィンドウをお使いください。</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>終了しています。</translation>
    </message>
    <message>
        <source>This is no feed.</source>
        <translation>これはフィードではありません。</translation>
    </message>
    <message>
        <source>Look whether the address is that of an RSS or Atom feed itself, not of a page about it.</source>
        <translation>紹介ページではなく、RSS または Atom のフィードそのもののアドレスか確かめてください。</translation>
    </message>
    <message>
        <source>The rule cannot be understood.</source>
        <translation>このルールは解釈できません。</translation>
    </message>
    <message>
        <source>Look for a mistake in its regular expressions, or in the episodes: they are written like 1x2;1x4-6;2x10-;</source>
        <translation>正規表現か、話数の書き方に誤りがないか確かめてください。話数は 1x2;1x4-6;2x10-; のように書きます。</translation>
    </message>
    <message>
        <source>The list of addresses cannot be used.</source>
        <translation>このアドレスリストは使えません。</translation>
    </message>
    <message>
        <source>Look whether it can be opened and is a PeerGuardian, eMule or CIDR list. What it held before stays shut out.</source>
        <translation>開けるか、PeerGuardian・eMule・CIDR 形式のリストか確かめてください。以前の内容は引き続き遮断されます。</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>この値は使えません。</translation>
    </message>
    <message>
        <source>Choose one within the limits that are shown.</source>
        <translation>示された範囲の値にしてください。</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>rounded size (exact size)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second, after a unit of size</comment>
        <translation>/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two units of time, such as 3 h 20 min</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>connected (in the swarm)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Downloading, ahead of the queue</source>
        <translation>順番より先にダウンロード中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Tracker says: %1</source>
        <translation>トラッカー：%1</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for data (%n seed(s) connected)</source>
        <translation>
            <numerusform>データ待ち（シード %n 件に接続）</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for seeds (0 of %1 connected)</source>
        <translation>シード待ち（%1 件中 0 件に接続）</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for seeds (%n peer(s) connected)</source>
        <translation>
            <numerusform>シード待ち（ピア %n 件に接続）</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for peers</source>
        <translation>ピアを探しています</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>配布中</translation>
    </message>
    <message>
        <source>Seeding, nobody asks just now</source>
        <translation>配布中（今は要求なし）</translation>
    </message>
    <message numerus="yes">
        <source>Getting the file list (%n peer(s) connected)</source>
        <translation>
            <numerusform>ファイル一覧を取得中（ピア %n 件に接続）</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for peers to get the file list</source>
        <translation>ファイル一覧の取得先を探しています</translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Waiting in the queue, number %1</source>
        <translation>順番待ち（%1 番目）</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Waiting to be checked</source>
        <translation>確認の順番待ち</translation>
    </message>
    <message>
        <source>Checking files, %1 done</source>
        <translation>ファイルを確認中（%1）</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Moving files, %1 done</source>
        <translation>ファイルを移動中（%1）</translation>
    </message>
    <message>
        <source>Done, waiting to seed</source>
        <translation>完了、配布の順番待ち</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>別のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>ファイルを確認</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>エラーで停止しました</translation>
    </message>
    <message>
        <source>No space: %1 needed in %2, %3 free</source>
        <translation>空き不足：%2 に %1 必要、空き %3</translation>
    </message>
    <message>
        <source>No space left in %1</source>
        <translation>空き不足：%1</translation>
    </message>
    <message>
        <source>Drive ‘%1’ is not connected</source>
        <translation>ドライブ「%1」が未接続です</translation>
    </message>
    <message>
        <source>Files are missing or were changed</source>
        <translation>ファイルがないか、変更されています</translation>
    </message>
    <message>
        <source>Missing or changed: %1</source>
        <translation>不足または変更あり：%1</translation>
    </message>
    <message>
        <source>Not allowed to write to %1</source>
        <translation>書き込む権限がありません：%1</translation>
    </message>
    <message>
        <source>The drive failed to read or write %1</source>
        <translation>ドライブの読み書きに失敗しました：%1</translation>
    </message>
    <message>
        <source>The drive failed to read or write %1: %2</source>
        <translation>ドライブの読み書きに失敗しました：%1（%2）</translation>
    </message>
    <message>
        <source>The saved entry of this torrent cannot be read</source>
        <translation>この torrent の保存された項目を読めません</translation>
    </message>
    <message>
        <source>Another torrent writes the same files</source>
        <translation>別の torrent が同じファイルに書き込みます</translation>
    </message>
    <message>
        <source>‘%1’ writes the same files</source>
        <translation>別の torrent が同じファイルに書き込みます：%1</translation>
    </message>
    <message>
        <source>The file list that peers sent is not valid</source>
        <translation>届いたファイル一覧が不正です</translation>
    </message>
    <message>
        <source>The file list that peers sent is not valid: %1</source>
        <translation>届いたファイル一覧が不正です：%1</translation>
    </message>
    <message>
        <source>Stopped: torrents of version 2 only are not safe with libtorrent %1</source>
        <translation>停止中：libtorrent %1 では v2 専用の torrent を安全に扱えません</translation>
    </message>
    <message>
        <source>Stopped by an error: %1</source>
        <translation>エラーで停止しました：%1</translation>
    </message>
</context>
<context>
    <name>ui_transfers</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>トラッカー</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>ピア</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Select a torrent to see its details</source>
        <translation>torrent を選ぶと詳細が表示されます</translation>
    </message>
    <message numerus="yes">
        <source>%n torrent(s) selected</source>
        <translation>
            <numerusform>%n 件の torrent を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Do not download</source>
        <translation>ダウンロードしない</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Downloaded so far</source>
        <translation>取得済み</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信量</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>共有比</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Time active</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完了日時</translation>
    </message>
    <message>
        <source>Info-hash</source>
        <translation>インフォハッシュ</translation>
    </message>
    <message>
        <source>Info-hash v2</source>
        <translation>インフォハッシュ v2</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>ピース</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Web seeds</source>
        <translation>ウェブシード</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%2のうち%1（%3）</translation>
    </message>
    <message>
        <source>%1, seeding for %2</source>
        <translation>%1、うち配布 %2</translation>
    </message>
    <message>
        <source>Yes: peers come from its trackers alone</source>
        <translation>はい（接続先はトラッカーからのみ得ます）</translation>
    </message>
    <message>
        <source>%1 of %2 each</source>
        <comment>count of pieces, size of one</comment>
        <translation>%1 個、各 %2</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>date, program</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>状態で絞り込み</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n torrent(s)</source>
        <comment>a filter and how many it shows</comment>
        <translation>
            <numerusform>%1、%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>torrent</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>開始または停止</translation>
    </message>
    <message>
        <source>Start ahead of the queue</source>
        <translation>順番より先に開始</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>ファイルを確認</translation>
    </message>
    <message>
        <source>Ask the trackers now</source>
        <translation>今すぐトラッカーに問い合わせ</translation>
    </message>
    <message>
        <source>Solve the problem</source>
        <translation>問題を解決</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Move files…</source>
        <translation>ファイルを移動…</translation>
    </message>
    <message>
        <source>Cancel the move</source>
        <translation>移動を取り消す</translation>
    </message>
    <message>
        <source>Copy magnet link</source>
        <translation>マグネットリンクをコピー</translation>
    </message>
    <message>
        <source>Copy info-hash</source>
        <translation>インフォハッシュをコピー</translation>
    </message>
    <message>
        <source>To the front of the queue</source>
        <translation>順番を先頭へ</translation>
    </message>
    <message>
        <source>Up in the queue</source>
        <translation>順番を上へ</translation>
    </message>
    <message>
        <source>Down in the queue</source>
        <translation>順番を下へ</translation>
    </message>
    <message>
        <source>To the end of the queue</source>
        <translation>順番を最後へ</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>制限…</translation>
    </message>
    <message>
        <source>Download in order</source>
        <translation>順にダウンロード</translation>
    </message>
    <message>
        <source>First and last piece first</source>
        <translation>最初と最後を優先</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>順番</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>Drop a torrent or magnet link here, or press Ctrl+V</source>
        <translation>torrent やマグネットリンクをここにドロップするか、Ctrl+V を押してください</translation>
    </message>
    <message>
        <source>Add torrent…</source>
        <translation>torrent を追加…</translation>
    </message>
    <message>
        <source>No torrent matches the filter</source>
        <translation>条件に合う torrent はありません</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>一覧を絞り込む</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>詳細の表示を切り替えます</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Menu of the selection</source>
        <translation>選択項目のメニュー</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>絞り込みの表示を切り替えます</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Filter by name, path, hash, tracker</source>
        <translation>名前・場所・ハッシュ・トラッカーで絞り込み</translation>
    </message>
    <message>
        <source>‘%1’ is complete.</source>
        <translation>「%1」が完了しました。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました：%1</translation>
    </message>
    <message>
        <source>‘%1’ could not be written: %2. Choose another folder.</source>
        <translation>「%1」に書き込めませんでした：%2。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Save the torrent file</source>
        <translation>torrent ファイルを保存</translation>
    </message>
    <message>
        <source>Torrents (*.torrent)</source>
        <translation>torrent ファイル (*.torrent)</translation>
    </message>
    <message>
        <source>Connect to a peer…</source>
        <translation>ピアに接続…</translation>
    </message>
    <message>
        <source>Save torrent file…</source>
        <translation>torrent ファイルを保存…</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 に接続しています…</translation>
    </message>
    <message>
        <source>‘%1’ is not there. ‘Check the files’ finds out what is missing.</source>
        <translation>「%1」が見つかりません。「ファイルを確認」で、何が欠けているか調べられます。</translation>
    </message>
    <message>
        <source>No program opens ‘%1’. Choose one in the settings of your desktop.</source>
        <translation>「%1」を開くソフトがありません。デスクトップの設定で選んでください。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no category</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>新しいカテゴリー…</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>新しいタグ…</translation>
    </message>
    <message numerus="yes">
        <source>Start %n torrent(s)</source>
        <translation>
            <numerusform>%n 件を開始</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n torrent(s)</source>
        <translation>
            <numerusform>%n 件を停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>フォルダーを変更…</translation>
    </message>
    <message>
        <source>Remove category…</source>
        <translation>カテゴリーを削除…</translation>
    </message>
    <message>
        <source>Remove tag…</source>
        <translation>タグを削除…</translation>
    </message>
    <message>
        <source>Filter by category</source>
        <translation>カテゴリーで絞り込み</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>タグで絞り込み</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>カテゴリーなし</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>タグなし</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>一覧の列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>最初の状態に戻す(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sorted by</source>
        <translation>並べ替え(&amp;S)</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Torrents that are alike in it stand as they were sorted before.</source>
        <translation>値が同じtorrentは、その前の並べ方の順になります。</translation>
    </message>
    <message>
        <source>%1: what can be done</source>
        <comment>name of a list</comment>
        <translation>%1：操作</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no files</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Filter the files</source>
        <translation>ファイルを絞り込む</translation>
    </message>
    <message>
        <source>Download all files that are shown</source>
        <translation>表示中のファイルをすべてダウンロードする</translation>
    </message>
    <message>
        <source>Download none of the files that are shown</source>
        <translation>表示中のファイルをダウンロードしない</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3</source>
        <comment>wanted, all, size</comment>
        <translation>%2個中%1個のファイル、%3</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>入手可能</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>pieces</comment>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>every piece</source>
        <translation>すべてのピース</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>pieces that nobody has</comment>
        <translation>
            <numerusform>%n個が不在</numerusform>
        </translation>
    </message>
    <message>
        <source>Give ‘%1’ to all (%2 of %3 have it)</source>
        <comment>a tag, and how many of the selected torrents have it</comment>
        <translation>「%1」をすべてに付ける（%3件中%2件に付いています）</translation>
    </message>
    <message>
        <source>Filter by tracker</source>
        <translation>トラッカーで絞り込む</translation>
    </message>
    <message>
        <source>No tracker</source>
        <translation>トラッカーなし</translation>
    </message>
    <message>
        <source>No peer is connected.</source>
        <translation>接続中のピアはありません。</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>接続を禁止…</translation>
    </message>
    <message>
        <source>Banned peers…</source>
        <translation>接続を禁じたピア…</translation>
    </message>
    <message numerus="yes">
        <source>Ban %n peer(s)?</source>
        <translation>
            <numerusform>%n個のピアの接続を禁止しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>No torrent connects to these addresses any more, until you let them in again under ‘Banned peers’ in this menu.</source>
        <translation>どのtorrentもこれらのアドレスに接続しなくなります。このメニューの「接続を禁じたピア」で再び許可できます。</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>禁止(&amp;B)</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>直近1分</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>直近5分</translation>
    </message>
    <message>
        <source>Last 30 minutes</source>
        <translation>直近30分</translation>
    </message>
    <message>
        <source>Last 3 hours</source>
        <translation>直近3時間</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>直近24時間</translation>
    </message>
    <message>
        <source>%1 (limit %2)</source>
        <translation>%1（上限 %2）</translation>
    </message>
    <message>
        <source>The selected torrent</source>
        <translation>選択中のtorrent</translation>
    </message>
    <message>
        <source>All torrents</source>
        <translation>すべてのtorrent</translation>
    </message>
    <message>
        <source>Whose speed</source>
        <translation>速度の対象</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Down %1</source>
        <translation>下り %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>上り %1</translation>
    </message>
    <message>
        <source>No trackers: peers are found by the DHT and by other peers.</source>
        <translation>トラッカーはありません。ピアはDHTとほかのピアから見つけます。</translation>
    </message>
    <message>
        <source>Add trackers…</source>
        <translation>トラッカーを追加…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>アドレスを変更…</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>今すぐ問い合わせる</translation>
    </message>
    <message>
        <source>Ask earlier (tier up)</source>
        <translation>先に問い合わせる（段を上へ）</translation>
    </message>
    <message>
        <source>Ask later (tier down)</source>
        <translation>後で問い合わせる（段を下へ）</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n tracker(s)?</source>
        <translation>
            <numerusform>%n個のトラッカーを削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>The torrent no longer asks there for peers. An address with a pass key cannot be guessed again: copy it first if you may need it.</source>
        <translation>このtorrentは、そこへピアを問い合わせなくなります。パスキー付きのアドレスは後から思い出せません。必要になりそうなら、先にコピーしてください。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Super seeding</source>
        <translation>スーパーシード</translation>
    </message>
    <message>
        <source>Shows each peer few pieces at a time, so that a first copy spreads with less upload; slower once others have it</source>
        <translation>各ピアに少しずつ異なるピースを渡し、最初の1部を少ないアップロードで広めます。ほかにも持っている人がいるときは遅くなります</translation>
    </message>
    <message>
        <source>Columns of the list…</source>
        <translation>一覧の列…</translation>
    </message>
    <message>
        <source>Choose, order and sort the columns of the list</source>
        <translation>一覧の列を選び、並べ、並べ替えの基準を決める</translation>
    </message>
    <message>
        <source>Filter by regular expression</source>
        <translation>正規表現で絞り込む</translation>
    </message>
    <message>
        <source>This is no regular expression yet: %1</source>
        <translation>まだ正規表現になっていません：%1</translation>
    </message>
    <message>
        <source>No web seeds. If a web server has the same files, add its address here.</source>
        <translation>ウェブシードはありません。同じファイルを置いているウェブサーバーがあれば、そのアドレスをここに追加してください。</translation>
    </message>
    <message>
        <source>Add web seeds…</source>
        <translation>ウェブシードを追加…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n web seed(s)?</source>
        <translation>
            <numerusform>%n個のウェブシードを削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more is downloaded from there.</source>
        <translation>今後はそこからダウンロードしません。</translation>
    </message>
    <message>
        <source>Import from another client…</source>
        <translation>ほかのクライアントから引き継ぐ…</translation>
    </message>
    <message>
        <source>Reading your torrents…</source>
        <translation>Torrent を読み込んでいます…</translation>
    </message>
</context>
<context>
    <name>ui_widgets</name>
    <message>
        <source>Pieces</source>
        <translation>ピース</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>入手可能性</translation>
    </message>
    <message>
        <source>%1 of %2 pieces verified</source>
        <translation>%2個中%1個のピースを検証済み</translation>
    </message>
    <message>
        <source>%1, %2 on their way</source>
        <translation>%1、%2個を受信中</translation>
    </message>
    <message>
        <source>Every piece is with us or a connected peer</source>
        <translation>すべてのピースが、こちらか接続中のピアにあります</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) that no connected peer has</source>
        <translation>
            <numerusform>接続中のどのピアも持たないピースが%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed graph</source>
        <translation>速度のグラフ</translation>
    </message>
    <message>
        <source>%1 %2 now, %3 at most, %4 on average</source>
        <comment>&apos;Down&apos; or &apos;Up&apos;, three rates</comment>
        <translation>%1は現在%2、最高%3、平均%4</translation>
    </message>
    <message>
        <source>In the last %1: %2; %3.</source>
        <comment>time; sentence about down; the same about up</comment>
        <translation>直近%1：%2、%3。</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下り</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上り</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>time</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>%1: %2 down, %3 up</source>
        <comment>time, two rates</comment>
        <translation>%1：下り%2、上り%3</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みを消す</translation>
    </message>
</context>
</TS>
