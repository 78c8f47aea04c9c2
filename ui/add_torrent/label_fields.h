// LabelFields: the category and the tags that torrents get when they are added, and what is wrong with them as they are typed. GUI thread.
#pragma once

#include "core/model/labels.h"

#include <QWidget>

class QComboBox;

namespace trib::ui {

class NoticeBar;
class TagEdit;

class LabelFields final : public QWidget {
    Q_OBJECT

public:
    explicit LabelFields(QWidget *parent);

    void setLabels(const Labels &labels); // those that there are; what is typed stays
    void setCategory(const QString &name);
    void setTags(const QStringList &tags);

    [[nodiscard]] QString category() const; // empty: none
    [[nodiscard]] QStringList tags() const;
    [[nodiscard]] bool isUsable() const;

Q_SIGNALS:
    void categoryChanged(const QString &name);
    void changed();

private:
    void check();

    QComboBox *m_category;
    TagEdit *m_tags;
    NoticeBar *m_notice;
};

} // namespace trib::ui
