// TransfersFeature: the page of transfers with its actions. GUI thread.
#pragma once

#include "ui/shell/feature.h"

namespace trib::ui {

class TransfersPage;

class TransfersFeature final : public Feature {
public:
    void install(Shell &shell) override;

    [[nodiscard]] TransfersPage *page() const { return m_page; } // the window's; null before install()

private:
    TransfersPage *m_page = nullptr;
};

} // namespace trib::ui
