<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccessDiff</name>
    <message numerus="yes">
        <source>Where: %n other places, as they are</source>
        <translation>
            <numerusform>Where: %n other place, as it is</numerusform>
            <numerusform>Where: %n other places, as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalText</name>
    <message numerus="yes">
        <source>%1 (%n days)</source>
        <translation>
            <numerusform>%1 (%n day)</numerusform>
            <numerusform>%1 (%n days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientWords</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message numerus="yes">
        <source>in %n zones</source>
        <translation>
            <numerusform>in %n zone</numerusform>
            <numerusform>in %n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the same %n zones</source>
        <translation>
            <numerusform>in the same zone</numerusform>
            <numerusform>in the same %n zones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>Limited to %n addresses or ranges.</source>
        <translation>
            <numerusform>Limited to %n address or range.</numerusform>
            <numerusform>Limited to %n addresses or ranges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permissions</source>
        <translation>
            <numerusform>%n permission</numerusform>
            <numerusform>%n permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::app::DesktopApp</name>
    <message numerus="yes">
        <source>The %n selected tokens</source>
        <translation>
            <numerusform>The selected token</numerusform>
            <numerusform>The %n selected tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n tokens that are shown</source>
        <translation>
            <numerusform>The token that is shown</numerusform>
            <numerusform>The %n tokens that are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n tokens</source>
        <translation>
            <numerusform>The only token</numerusform>
            <numerusform>All %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::app::ExpiryNotifier</name>
    <message numerus="yes">
        <source>%n tokens expire soon or have expired</source>
        <translation>
            <numerusform>%n token expires soon or has expired</numerusform>
            <numerusform>%n tokens expire soon or have expired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::AccessPage</name>
    <message numerus="yes">
        <source>All %n zones</source>
        <translation>
            <numerusform>The one zone</numerusform>
            <numerusform>All %n zones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CategoryList</name>
    <message numerus="yes">
        <source>%1, %n permissions</source>
        <translation>
            <numerusform>%1, %n permission</numerusform>
            <numerusform>%1, %n permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ChangeFlow</name>
    <message numerus="yes">
        <source>%1 and %n more.</source>
        <translation>
            <numerusform>%1 and %n more.</numerusform>
            <numerusform>%1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are disabled.</source>
        <translation>
            <numerusform>%n token is disabled.</numerusform>
            <numerusform>%n tokens are disabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are enabled.</source>
        <translation>
            <numerusform>%n token is enabled.</numerusform>
            <numerusform>%n tokens are enabled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are revoked.</source>
        <translation>
            <numerusform>%n token is revoked.</numerusform>
            <numerusform>%n tokens are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n tokens?</source>
        <translation>
            <numerusform>Revoke %n token?</numerusform>
            <numerusform>Revoke %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disable %n tokens?</source>
        <translation>
            <numerusform>Disable %n token?</numerusform>
            <numerusform>Disable %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n tokens stayed as they were.</source>
        <translation>
            <numerusform>Stopped: %n token stayed as it was.</numerusform>
            <numerusform>Stopped: %n tokens stayed as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more stayed as they were.</source>
        <translation>
            <numerusform>%1 and %n more stayed as they were.</numerusform>
            <numerusform>%1 and %n more stayed as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::Chip</name>
    <message numerus="yes">
        <source>%1, %n tokens</source>
        <translation>
            <numerusform>%1, %n token</numerusform>
            <numerusform>%1, %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ClientsPage</name>
    <message numerus="yes">
        <source>%n client keys</source>
        <translation>
            <numerusform>%n client key</numerusform>
            <numerusform>%n client keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n used in the last 5 minutes</source>
        <translation>
            <numerusform>%n used in the last 5 minutes</numerusform>
            <numerusform>%n used in the last 5 minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CreateSide</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::DiffView</name>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n tokens are written to %1.</source>
        <translation>
            <numerusform>%n token is written to %1.</numerusform>
            <numerusform>%n tokens are written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::HeldCard</name>
    <message numerus="yes">
        <source>Copied. The clipboard clears in %n s.</source>
        <translation>
            <numerusform>Copied. The clipboard clears in %n s.</numerusform>
            <numerusform>Copied. The clipboard clears in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::LimitsPage</name>
    <message numerus="yes">
        <source>Until %1 (%n days)</source>
        <translation>
            <numerusform>Until %1 (%n day)</numerusform>
            <numerusform>Until %1 (%n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::NavigationModel</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::QuitDialog</name>
    <message numerus="yes">
        <source>%n change(s) under way end first, so that no secret is lost.</source>
        <translation>
            <numerusform>%n change under way ends first, so that no secret is lost.</numerusform>
            <numerusform>%n changes under way end first, so that no secret is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%1 (%n days)</source>
        <translation>
            <numerusform>%1 (%n day)</numerusform>
            <numerusform>%1 (%n days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SecretField</name>
    <message numerus="yes">
        <source>Clipboard clears in %n s</source>
        <translation>
            <numerusform>Clipboard clears in %n s</numerusform>
            <numerusform>Clipboard clears in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s) idle</source>
        <translation>
            <numerusform>%n minute idle</numerusform>
            <numerusform>%n minutes idle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::StartPage</name>
    <message numerus="yes">
        <source>%n permissions</source>
        <translation>
            <numerusform>%n permission</numerusform>
            <numerusform>%n permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TimelineChart</name>
    <message numerus="yes">
        <source>Week of %1: %n tokens</source>
        <translation>
            <numerusform>Week of %1: %n token</numerusform>
            <numerusform>Week of %1: %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenDetailsPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenFindings</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensFooter</name>
    <message numerus="yes">
        <source>%1 of %n tokens</source>
        <translation>
            <numerusform>%1 of %n token</numerusform>
            <numerusform>%1 of %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owners</source>
        <translation>
            <numerusform>%n owner</numerusform>
            <numerusform>%n owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensOverview</name>
    <message numerus="yes">
        <source>%n tokens selected</source>
        <translation>
            <numerusform>%n token selected</numerusform>
            <numerusform>%n tokens selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more owners</source>
        <translation>
            <numerusform>%n more owner</numerusform>
            <numerusform>%n more owners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TrayIcon</name>
    <message numerus="yes">
        <source>%n approvals waiting…</source>
        <translation>
            <numerusform>%n approval waiting…</numerusform>
            <numerusform>%n approvals waiting…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens expire within 30 days</source>
        <translation>
            <numerusform>%n token expires within 30 days</numerusform>
            <numerusform>%n tokens expire within 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rotations need attention</source>
        <translation>
            <numerusform>%n rotation needs attention</numerusform>
            <numerusform>%n rotations need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ZonePicker</name>
    <message numerus="yes">
        <source>%n zones of the token that was copied. Choose an account to choose others.</source>
        <translation>
            <numerusform>%n zone of the token that was copied. Choose an account to choose others.</numerusform>
            <numerusform>%n zones of the token that was copied. Choose an account to choose others.</numerusform>
        </translation>
    </message>
</context>
</TS>
