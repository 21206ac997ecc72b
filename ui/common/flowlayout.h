// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace tokensmith::ui {

/** Puts widgets beside each other and goes on in the next line when there is no more room. Mirrors right to left. */
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Act { Measure, Place };

    int layOut(const QRect &rect, Act act) const;

    QList<QLayoutItem *> m_items;
};

} // namespace tokensmith::ui
