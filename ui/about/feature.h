// AboutFeature: "About Tributary" in the menu, and its dialog. GUI thread; lives as long as the window.
#pragma once

#include "ui/about/about_facts.h"
#include "ui/shell/feature.h"

#include <QObject>

namespace trib::ui {

class AboutFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    explicit AboutFeature(AboutFacts facts) : m_facts(std::move(facts)) {}

    void install(Shell &shell) override;

private:
    const AboutFacts m_facts;
};

} // namespace trib::ui
