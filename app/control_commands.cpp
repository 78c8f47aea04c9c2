// The commands of `tributaryd COMMAND`: a row of a table each, with the function that makes the request.
#include "app/argument_parser.h"
#include "app/command_line.h"
#include "app/command_reader.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace trib::app {
namespace {

using Reader = CommandReader;

[[nodiscard]] Result<std::int64_t> wholeNumber(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return failure(ControlErrc::WrongUsage, "\"" + text.toStdString() + "\" is no whole number");
    return number;
}

void nothing(Reader &r) { r.noMore(); }
void oneId(Reader &r) { r.takeId(); r.noMore(); }
void someIds(Reader &r) { r.takeIds(); }

[[nodiscard]] QJsonValue priorityOf(Reader &r, const QString &word)
{
    if (const auto level = wholeNumber(word))
        return qint64{*level};
    if (word.isEmpty())
        r.wrong(QStringLiteral("a priority is empty"));
    return word;
}

void add(Reader &r)
{
    if (r.has("save-path"))
        r.params[QStringLiteral("savePath")] = r.absolute(r.value("save-path"));
    r.flag("stopped", QStringLiteral("stopped"));
    r.flag("seed-mode", QStringLiteral("seedMode"));
    r.flag("sequential", QStringLiteral("sequential"));
    r.flag("first-last", QStringLiteral("firstLastFirst"));
    r.flag("top", QStringLiteral("topOfQueue"));
    r.text("name", QStringLiteral("name"));
    r.text("category", QStringLiteral("category"));
    r.list("tags", QStringLiteral("tags"));
    r.text("on-duplicate", QStringLiteral("onDuplicate"));
    r.text("on-conflict", QStringLiteral("onPathConflict"));
    if (r.has("file-priorities")) {
        QJsonArray priorities;
        for (const QString &word : r.value("file-priorities").split(u','))
            priorities.append(priorityOf(r, word));
        r.params[QStringLiteral("filePriorities")] = priorities;
    }
    QJsonArray sources;
    for (const QString &text : r.takeAll(QStringLiteral("a torrent file, a magnet link, a URL or an info-hash")))
        sources.append(r.source(text));
    r.params[QStringLiteral("sources")] = sources;
}

void preview(Reader &r)
{
    r.params[QStringLiteral("source")] = r.source(r.take(QStringLiteral("a torrent file, a magnet link, a URL or an info-hash")));
    r.noMore();
}

void show(Reader &r)
{
    oneId(r);
    r.flag("general", QStringLiteral("general"));
    r.flag("files", QStringLiteral("files"));
    r.flag("peers", QStringLiteral("peers"));
    r.flag("trackers", QStringLiteral("trackers"));
}

void start(Reader &r) { r.takeIds(); r.flag("force", QStringLiteral("forced")); }
void remove(Reader &r) { r.takeIds(); r.text("files", QStringLiteral("files")); }

void move(Reader &r)
{
    r.params[QStringLiteral("ids")] = QJsonArray{r.take(QStringLiteral("the id of a torrent"))};
    r.params[QStringLiteral("savePath")] = r.absolute(r.take(QStringLiteral("the new folder")));
    r.noMore();
}

void rename(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("name")] = r.take(QStringLiteral("the new name"));
    r.noMore();
}

void renameFile(Reader &r)
{
    r.takeId();
    const auto index = wholeNumber(r.take(QStringLiteral("the file's index")));
    if (!index)
        r.wrong(QStringLiteral("the file's index is no whole number"));
    r.params[QStringLiteral("index")] = qint64{index.value_or(0)};
    r.params[QStringLiteral("path")] = r.take(QStringLiteral("the file's new path"));
    r.noMore();
}

void renameFolder(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("from")] = r.take(QStringLiteral("the folder"));
    r.params[QStringLiteral("to")] = r.take(QStringLiteral("the folder's new path"));
    r.noMore();
}

void priority(Reader &r)
{
    r.takeId();
    QJsonArray priorities;
    for (const QString &word : r.takeAll(QStringLiteral("INDEX=PRIORITY"))) {
        const auto index = wholeNumber(word.section(u'=', 0, 0));
        if (!index || !word.contains(u'='))
            r.wrong(QStringLiteral("%1 is not of the form INDEX=skip|low|normal|high").arg(word));
        priorities.append(QJsonObject{{QStringLiteral("index"), qint64{index.value_or(0)}},
            {QStringLiteral("priority"), priorityOf(r, word.section(u'=', 1))}});
    }
    r.params[QStringLiteral("priorities")] = priorities;
}

void onOffIds(Reader &r) { r.takeOnOff(); r.takeIds(); }
void onOff(Reader &r) { r.takeOnOff(); r.noMore(); }

void queue(Reader &r)
{
    r.params[QStringLiteral("move")] = r.take(QStringLiteral("top, up, down or bottom"));
    r.takeIds();
}

void limit(Reader &r)
{
    r.number("download", QStringLiteral("download"), parseRate(r.value("download")));
    r.number("upload", QStringLiteral("upload"), parseRate(r.value("upload")));
    r.number("connections", QStringLiteral("connections"), wholeNumber(r.value("connections")));
    r.number("slots", QStringLiteral("slots"), wholeNumber(r.value("slots")));
    if (r.params.isEmpty())
        r.wrong(QStringLiteral("--download, --upload, --connections or --slots is missing"));
    if (r.anyLeft())
        r.takeIds();
}

void shareLimit(Reader &r)
{
    const QString none = QStringLiteral("none");
    if (r.value("ratio") != none)
        r.number("ratio", QStringLiteral("ratio"), parseRatio(r.value("ratio")));
    if (r.value("seeding-time") != none)
        r.number("seeding-time", QStringLiteral("seedingTime"), wholeNumber(r.value("seeding-time")));
    if (r.value("inactive-time") != none)
        r.number("inactive-time", QStringLiteral("inactiveTime"), wholeNumber(r.value("inactive-time")));
    r.text("action", QStringLiteral("action"));
    r.takeIds();
}

void someTrackers(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("trackers")] = QJsonArray::fromStringList(r.takeAll(QStringLiteral("the URL of a tracker")));
}

void replaceTracker(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("from")] = r.take(QStringLiteral("the URL of the old tracker"));
    r.params[QStringLiteral("to")] = r.take(QStringLiteral("the URL of the new tracker"));
    r.noMore();
}

void someWebSeeds(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("webSeeds")] = QJsonArray::fromStringList(r.takeAll(QStringLiteral("the URL of a web seed")));
}

void addPeer(Reader &r)
{
    r.takeId();
    r.params[QStringLiteral("endpoint")] = r.take(QStringLiteral("ADDRESS:PORT"));
    r.noMore();
}

void setCategory(Reader &r)
{
    const QString name = r.take(QStringLiteral("the name of a category, or \"\" for none"));
    if (!name.isEmpty())
        r.params[QStringLiteral("category")] = name;
    r.takeIds();
}

void changeTags(Reader &r)
{
    r.list("add", QStringLiteral("add"));
    r.list("remove", QStringLiteral("remove"));
    if (r.params.isEmpty())
        r.wrong(QStringLiteral("--add or --remove is missing"));
    r.takeIds();
}

void saveCategory(Reader &r)
{
    r.params[QStringLiteral("name")] = r.take(QStringLiteral("the name of a category"));
    if (r.has("save-path"))
        r.params[QStringLiteral("savePath")] = r.absolute(r.value("save-path"));
    r.noMore();
}

void removeCategories(Reader &r)
{
    r.params[QStringLiteral("names")] = QJsonArray::fromStringList(r.takeAll(QStringLiteral("the name of a category")));
}

void tags(Reader &r) { r.params[QStringLiteral("tags")] = QJsonArray::fromStringList(r.takeAll(QStringLiteral("a tag"))); }

void set(Reader &r)
{
    QJsonObject values;
    for (const QString &word : r.takeAll(QStringLiteral("KEY=VALUE"))) {
        if (!word.contains(u'='))
            r.wrong(QStringLiteral("%1 is not of the form KEY=VALUE").arg(word));
        values[word.section(u'=', 0, 0).trimmed()] = word.section(u'=', 1).trimmed();
    }
    r.params[QStringLiteral("values")] = values;
}

void watch(Reader &r)
{
    const QString word = r.take(QStringLiteral("list, add or remove"));
    if (word == QStringLiteral("add")) {
        r.params[QStringLiteral("path")] = r.absolute(r.take(QStringLiteral("the folder")));
        if (r.has("save-path"))
            r.params[QStringLiteral("savePath")] = r.absolute(r.value("save-path"));
        r.flag("subfolders", QStringLiteral("subfolders"));
        r.flag("stopped", QStringLiteral("stopped"));
        r.text("after", QStringLiteral("after"));
        r.text("category", QStringLiteral("category"));
        r.text("layout", QStringLiteral("layout"));
        r.list("tags", QStringLiteral("tags"));
    } else if (word == QStringLiteral("remove")) {
        QJsonArray paths;
        for (const QString &path : r.takeAll(QStringLiteral("the folder")))
            paths.append(r.absolute(path));
        r.params[QStringLiteral("paths")] = paths;
    } else if (word != QStringLiteral("list")) {
        r.wrong(QStringLiteral("%1 is none of list, add and remove").arg(word));
    }
    r.noMore();
}

void backup(Reader &r)
{
    r.params[QStringLiteral("path")] = r.absolute(r.take(QStringLiteral("the file to write")));
    r.noMore();
}

struct CommandSpec {
    const char *name;
    const char *method;
    void (*read)(Reader &);
    const char *arguments; // for the help
    std::vector<OptionSpec> options = {};
};

[[nodiscard]] const std::vector<CommandSpec> &commands()
{
    static const std::vector<CommandSpec> table{
        {"add", "add", add,
            "[--save-path DIR] [--stopped] [--seed-mode] [--sequential] [--first-last] [--top] [--name NAME]\n"
            "      [--category NAME] [--tags A,B]\n"
            "      [--on-duplicate refuse|merge] [--on-conflict refuse|suffix] [--file-priorities 0,4,7,...] SOURCE...",
            {{"save-path", true}, {"stopped", false}, {"seed-mode", false}, {"sequential", false}, {"first-last", false},
                {"top", false}, {"name", true}, {"category", true}, {"tags", true}, {"on-duplicate", true}, {"on-conflict", true}, {"file-priorities", true}}},
        {"preview", "preview", preview, "SOURCE"},
        {"list", "list", nothing, ""},
        {"show", "show", show, "ID [--general] [--files] [--peers] [--trackers]",
            {{"general", false}, {"files", false}, {"peers", false}, {"trackers", false}}},
        {"status", "status", nothing, ""}, {"settings", "settings", nothing, ""},
        {"start", "start", start, "[--force] ID...", {{"force", false}}},
        {"stop", "stop", someIds, "ID..."}, {"recheck", "recheck", someIds, "ID..."},
        {"reannounce", "reannounce", someIds, "ID..."}, {"repair", "repair", someIds, "ID..."},
        {"remove", "remove", remove, "[--files keep|trash|delete] ID...", {{"files", true}}},
        {"plan-removal", "planRemoval", someIds, "ID..."},
        {"move", "move", move, "ID DIR"},
        {"cancel-move", "cancelMove", oneId, "ID"},
        {"rename", "rename", rename, "ID NAME"},
        {"rename-file", "renameFile", renameFile, "ID INDEX PATH"}, {"rename-folder", "renameFolder", renameFolder, "ID FROM TO"},
        {"priority", "priority", priority, "ID INDEX=skip|low|normal|high ..."},
        {"sequential", "sequential", onOffIds, "on|off ID..."},
        {"first-last", "firstLast", onOffIds, "on|off ID..."},
        {"queue", "queue", queue, "top|up|down|bottom ID..."},
        {"limit", "limit", limit, "[--download RATE] [--upload RATE] [--connections N] [--slots N] [ID...]",
            {{"download", true}, {"upload", true}, {"connections", true}, {"slots", true}}},
        {"alternative", "alternative", onOff, "on|off"},
        {"share-limit", "shareLimit", shareLimit,
            "[--ratio 1.5|none] [--seeding-time MIN|none] [--inactive-time MIN|none]\n"
            "      [--action stop|remove|remove-with-files] ID...",
            {{"ratio", true}, {"seeding-time", true}, {"inactive-time", true}, {"action", true}}},
        {"merge-trackers", "mergeTrackers", someTrackers, "ID URL..."},
        {"add-trackers", "addTrackers", someTrackers, "ID URL..."},
        {"replace-tracker", "replaceTracker", replaceTracker, "ID OLD-URL NEW-URL"},
        {"remove-trackers", "removeTrackers", someTrackers, "ID URL..."},
        {"add-web-seeds", "addWebSeeds", someWebSeeds, "ID URL..."},
        {"remove-web-seeds", "removeWebSeeds", someWebSeeds, "ID URL..."},
        {"super-seeding", "superSeeding", onOffIds, "on|off ID..."},
        {"add-peer", "addPeer", addPeer, "ID ADDRESS:PORT"},
        {"labels", "labels", nothing, ""},
        {"category", "setCategory", setCategory, "NAME|\"\" ID..."},
        {"tag", "changeTags", changeTags, "[--add A,B] [--remove A,B] ID...", {{"add", true}, {"remove", true}}},
        {"save-category", "saveCategory", saveCategory, "NAME [--save-path DIR]", {{"save-path", true}}},
        {"remove-category", "removeCategories", removeCategories, "NAME..."},
        {"create-tag", "createTags", tags, "TAG..."}, {"delete-tag", "deleteTags", tags, "TAG..."},
        {"set", "set", set, "KEY=VALUE..."},
        {"export", "export", oneId, "ID FILE"},
        {"watch", "watch", watch,
            "list | remove DIR... | add [--subfolders] [--after rename|trash|delete] [--save-path DIR]\n"
            "      [--category NAME] [--tags A,B] [--stopped] [--layout original|subfolder|no-subfolder] DIR",
            {{"subfolders", false}, {"after", true}, {"save-path", true}, {"category", true}, {"tags", true}, {"stopped", false}, {"layout", true}}},
        {"backup", "backup", backup, "FILE"},
        {"shutdown", "shutdown", nothing, ""},
    };
    return table;
}

[[nodiscard]] const CommandSpec *findCommand(const QString &word)
{
    const auto &table = commands();
    const auto found = std::find_if(table.begin(), table.end(), [&](const CommandSpec &c) { return word == QLatin1String(c.name); });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

bool isCommand(const QString &word)
{
    return findCommand(word) != nullptr;
}

Result<Invocation> parseCommand(const QString &command, const QStringList &arguments, const QString &folder)
{
    const CommandSpec *spec = findCommand(command);
    if (!spec)
        return failure(ControlErrc::WrongUsage, "unknown command " + command.toStdString());
    auto options = spec->options;
    options.push_back({"json", false});
    auto parsed = parseArguments(arguments, options, After::ReadAll);
    if (!parsed)
        return failure(parsed.error());
    Invocation invocation{command, {1, QString::fromLatin1(spec->method), {}}, parsed->has("json"), {}};
    if (command == QStringLiteral("export") && parsed->positional.size() == 2)
        invocation.exportTo = QDir::cleanPath(QDir(folder).absoluteFilePath(parsed->positional.takeLast()));
    CommandReader reader(std::move(*parsed), folder);
    spec->read(reader);
    if (command == QStringLiteral("export") && invocation.exportTo.isEmpty())
        reader.wrong(QStringLiteral("the file to write is missing"));
    if (reader.error())
        return failure(*reader.error());
    invocation.request.params = reader.params;
    return invocation;
}

Result<std::int64_t> parseRate(const QString &text)
{
    QString digits = text;
    std::int64_t unit = 1;
    const QString suffixes = QStringLiteral("KMG");
    if (!text.isEmpty() && suffixes.contains(text.back().toUpper())) {
        unit = std::int64_t{1} << (10 * (suffixes.indexOf(text.back().toUpper()) + 1));
        digits.chop(1);
    }
    const auto number = wholeNumber(digits);
    if (!number || *number > (std::int64_t{1} << 40) / unit)
        return failure(ControlErrc::WrongUsage, "\"" + text.toStdString() + "\" is no rate, such as 500K or 2M");
    return *number * unit;
}

Result<std::int64_t> parseRatio(const QString &text)
{
    const QString fraction = text.contains(u'.') ? text.section(u'.', 1) : QStringLiteral("0");
    const auto whole = wholeNumber(text.section(u'.', 0, 0));
    const auto thousandths = wholeNumber(fraction.leftJustified(3, u'0'));
    if (!whole || !thousandths || fraction.isEmpty() || fraction.size() > 3 || *whole > 1'000'000)
        return failure(ControlErrc::WrongUsage, "\"" + text.toStdString() + "\" is no ratio, such as 1.5");
    return *whole * 1000 + *thousandths;
}

QString daemonHelp()
{
    QString text = QStringLiteral("Usage: tributaryd [--profile DIR] [--config FILE] [SOURCE...]\n"
                                  "Runs without a window until SIGTERM or SIGINT. When the profile is in use already, the sources go there.\n\n"
                                  "       tributaryd [--profile DIR] COMMAND ...\n"
                                  "Speaks to the program that runs on the profile, with or without a window:\n\n");
    for (const CommandSpec &command : commands())
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(command.name), QLatin1String(command.arguments));
    return text + createHelp() + importHelp() + restoreHelp()
        + QStringLiteral("\nEvery command takes --json for a result that machines read. An ID is 40 hexadecimal digits or the first 6 or more\n"
                         "of them; a RATE is bytes per second, or 500K, 2M; 0 is no limit. SOURCE is a .torrent file, a magnet link, an http(s)\n"
                         "URL of a torrent, or an info-hash.\n\n"
                         "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 nothing runs on this profile.\n\n"
                         "       tributaryd [--profile DIR] --set-api-password | --new-api-key\n"
                         "Makes what guards the API for other programs (settings remote/...); the password is read from the terminal or the\n"
                         "standard input.\n\n"
                         "       tributaryd --print-config | --version | --help\n");
}

} // namespace trib::app
