#include "ui/models/label_names.h"

#include "ui/text/tr.h"

#include <QCollator>

#include <algorithm>

namespace trib::ui {
namespace {

void sortNames(QStringList &names)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto before = [&](const QString &a, const QString &b) {
        const QStringList left = a.split(u'/');
        const QStringList right = b.split(u'/');
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
            if (const int order = collator.compare(left.at(i), right.at(i)))
                return order < 0;
            if (left.at(i) != right.at(i))
                return left.at(i) < right.at(i);
        }
        return left.size() < right.size();
    };
    std::sort(names.begin(), names.end(), before);
}

} // namespace

QStringList categoryNames(const Labels &labels)
{
    QStringList names;
    for (const Category &category : labels.categories)
        names += fromUtf8(category.name);
    sortNames(names);
    return names;
}

QStringList tagNames(const Labels &labels)
{
    QStringList names;
    for (const std::string &tag : labels.tags)
        names += fromUtf8(tag);
    sortNames(names);
    return names;
}

QString tagsText(const std::vector<std::string> &tags)
{
    QStringList names;
    for (const std::string &tag : tags)
        names += fromUtf8(tag);
    return names.join(QStringLiteral(", "));
}

QString categoryFolder(const Labels &labels, const QString &name)
{
    const auto place = std::ranges::find(labels.categories, name.toStdString(), &Category::name);
    if (place != labels.categories.end() && !place->savePath.empty())
        return fromUtf8(place->savePath);
    const qsizetype last = name.lastIndexOf(u'/');
    const QString above = last < 0 ? QString() : categoryFolder(labels, name.left(last));
    return above.isEmpty() ? QString() : above + u'/' + name.mid(last + 1);
}

QString labelFault(LabelKind kind, const QString &typed)
{
    const QString name = typed.trimmed();
    const std::string bytes = name.toStdString();
    if (name.isEmpty() || (kind == LabelKind::Category ? isCategoryName(bytes) : isTagName(bytes)))
        return {};
    if (bytes.size() > kMaxLabel)
        return TrModels::tr("This name is too long: choose a shorter one.");
    if (kind == LabelKind::Category && (name.startsWith(u'/') || name.endsWith(u'/') || name.contains(QStringLiteral("//"))))
        return TrModels::tr("A name is missing before or after “/”.");
    if (kind == LabelKind::Tag && name.contains(u','))
        return TrModels::tr("A tag cannot contain a comma, which stands between tags.");
    return TrModels::tr("This name holds characters that cannot be seen: type it anew.");
}

} // namespace trib::ui
