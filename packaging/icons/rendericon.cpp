// SPDX-License-Identifier: GPL-3.0-or-later
// rendericon SVG SIZE PNG: draws SVG as a square of SIZE pixels on nothing into PNG. Runs while building, for the icons
// that are installed; exit code 1 and a sentence if that fails.
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextStream>

int main(int argc, char *argv[])
{
    const auto fail = [](const char *sentence) {
        QTextStream(stderr) << "rendericon: " << sentence << '\n';
        return 1;
    };
    if (argc != 4)
        return fail("takes an SVG file, a size and a PNG file.");
    const int size = QByteArray(argv[2]).toInt();
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    if (size < 1 || !drawing.isValid())
        return fail("the size is no number or the drawing can't be read.");
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    return image.save(QString::fromLocal8Bit(argv[3]), "PNG") ? 0 : fail("the picture can't be written.");
}
