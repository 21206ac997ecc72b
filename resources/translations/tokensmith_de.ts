<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccessWords</name>
    <message>
        <source>all accounts</source>
        <translation>alle Konten</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>alle Zonen</translation>
    </message>
    <message>
        <source>1 zone</source>
        <translation>1 Zone</translation>
    </message>
    <message>
        <source>%1 zones</source>
        <translation>%1 Zonen</translation>
    </message>
    <message>
        <source>1 bucket</source>
        <translation>1 Bucket</translation>
    </message>
    <message>
        <source>%1 buckets</source>
        <translation>%1 Buckets</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>other resources</source>
        <translation>andere Ressourcen</translation>
    </message>
    <message>
        <source>%1 permissions</source>
        <translation>%1 Rechte</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Bereich: %1</translation>
    </message>
    <message>
        <source>Not in %1</source>
        <translation>Nicht im Bereich: %1</translation>
    </message>
    <message>
        <source>Something this version can&apos;t read</source>
        <translation>Etwas, das diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1, and something this version can&apos;t read</source>
        <translation>%1 und etwas, das diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>%1, with exceptions</source>
        <translation>%1, mit Ausnahmen</translation>
    </message>
    <message>
        <source>Beyond what this version can read</source>
        <translation>Was diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>the account %1</source>
        <translation>das Konto %1</translation>
    </message>
    <message>
        <source>the accounts %1</source>
        <translation>die Konten %1</translation>
    </message>
    <message>
        <source>the zone %1</source>
        <translation>die Zone %1</translation>
    </message>
    <message>
        <source>the zones %1</source>
        <translation>die Zonen %1</translation>
    </message>
    <message>
        <source>all zones of every account</source>
        <translation>alle Zonen aller Konten</translation>
    </message>
    <message>
        <source>all zones of %1</source>
        <translation>alle Zonen von %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>one R2 bucket</source>
        <translation>ein R2-Bucket</translation>
    </message>
    <message>
        <source>%1 R2 buckets</source>
        <translation>%1 R2-Buckets</translation>
    </message>
    <message>
        <source>the user&apos;s own settings</source>
        <translation>die eigenen Einstellungen des Benutzers</translation>
    </message>
    <message>
        <source>%1: under terms this version can&apos;t read. See the Cloudflare dashboard.</source>
        <translation>%1: unter Bedingungen, die diese Version nicht lesen kann. Siehe Dashboard von Cloudflare.</translation>
    </message>
    <message>
        <source>Something this version can&apos;t read. See the Cloudflare dashboard.</source>
        <translation>Etwas, das diese Version nicht lesen kann. Siehe Dashboard von Cloudflare.</translation>
    </message>
    <message>
        <source>Something this version can&apos;t read, about %1. See the Cloudflare dashboard.</source>
        <translation>Etwas zu %1, das diese Version nicht lesen kann. Siehe Dashboard von Cloudflare.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>an unnamed permission</source>
        <translation>ein Recht ohne Namen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>%1 on %2.</source>
        <translation>%1 für %2.</translation>
    </message>
    <message>
        <source>Not allowed: %1 on %2.</source>
        <translation>Nicht erlaubt: %1 für %2.</translation>
    </message>
    <message>
        <source>No permissions.</source>
        <translation>Keine Rechte.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cloudflare code %1</source>
        <translation>Cloudflare-Code %1</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Edits %1 in each.</source>
        <translation>Bearbeitet dort jeweils %1.</translation>
    </message>
    <message>
        <source>Reads %1 in each.</source>
        <translation>Liest dort jeweils %1.</translation>
    </message>
    <message>
        <source>May do %1 in each.</source>
        <translation>Darf dort jeweils %1.</translation>
    </message>
    <message>
        <source>Reaches every account</source>
        <translation>Erreicht jedes Konto</translation>
    </message>
    <message>
        <source>Reaches every zone</source>
        <translation>Erreicht jede Zone</translation>
    </message>
    <message>
        <source>Those to come are included.</source>
        <translation>Auch künftige gehören dazu.</translation>
    </message>
    <message>
        <source>Reaches all zones of %1</source>
        <translation>Erreicht alle Zonen von %1</translation>
    </message>
    <message>
        <source>Reaches all zones of %1 accounts</source>
        <translation>Erreicht alle Zonen von %1 Konten</translation>
    </message>
    <message>
        <source>Nearly full access</source>
        <translation>Fast voller Zugriff</translation>
    </message>
    <message>
        <source>It holds %1 permissions.</source>
        <translation>Es hat %1 Rechte.</translation>
    </message>
    <message>
        <source>Holds %1 permissions</source>
        <translation>Hat %1 Rechte</translation>
    </message>
    <message>
        <source>A token for one job rarely needs more than %1.</source>
        <translation>Ein Token für eine Aufgabe braucht selten mehr als %1.</translation>
    </message>
    <message>
        <source>May make and change tokens</source>
        <translation>Darf Tokens erstellen und ändern</translation>
    </message>
    <message>
        <source>Whoever has its secret can make others with all rights of its owner.</source>
        <translation>Wer sein Geheimnis hat, kann weitere mit allen Rechten des Inhabers erstellen.</translation>
    </message>
    <message>
        <source>Has a policy this version can&apos;t read</source>
        <translation>Hat eine Regel, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>Has %1 policies this version can&apos;t read</source>
        <translation>Hat %1 Regeln, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>It may allow more than is shown here. Look at it in the Cloudflare dashboard.</source>
        <translation>Es erlaubt vielleicht mehr, als hier zu sehen ist. Sehen Sie es im Dashboard von Cloudflare an.</translation>
    </message>
    <message>
        <source>No IP limit is set.</source>
        <translation>Es ist keine IP-Grenze gesetzt.</translation>
    </message>
    <message>
        <source>Only some addresses are kept out.</source>
        <translation>Nur einige Adressen sind ausgeschlossen.</translation>
    </message>
    <message>
        <source>Its IP limit lets every address in.</source>
        <translation>Seine IP-Grenze lässt jede Adresse zu.</translation>
    </message>
    <message>
        <source>Works from any address</source>
        <translation>Gilt von jeder Adresse aus</translation>
    </message>
    <message>
        <source>It can make tokens with all rights of its owner.</source>
        <translation>Es kann Tokens mit allen Rechten seines Inhabers erstellen.</translation>
    </message>
    <message>
        <source>The bootstrap token may do more than it needs</source>
        <translation>Das Bootstrap-Token darf mehr als nötig</translation>
    </message>
    <message>
        <source>Managing tokens does not take %1.</source>
        <translation>Um Tokens zu verwalten, braucht es nicht: %1.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>No room for another token</source>
        <translation>Kein Platz für ein weiteres Token</translation>
    </message>
    <message>
        <source>Nearly out of tokens</source>
        <translation>Kaum noch Platz für Tokens</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tokens. A rotation needs room for one more for a while.</source>
        <translation>%1: %2 von %3 Tokens. Eine Rotation braucht eine Weile Platz für eines mehr.</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <source>Roll secret…</source>
        <translation>Geheimnis erneuern…</translation>
    </message>
    <message>
        <source>Set expiry…</source>
        <translation>Ablauf setzen…</translation>
    </message>
    <message>
        <source>Limit…</source>
        <translation>Begrenzen…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Es wurde nie genutzt.</translation>
    </message>
    <message>
        <source>Still in use: within the last day.</source>
        <translation>Noch in Gebrauch: innerhalb des letzten Tages.</translation>
    </message>
    <message>
        <source>Last used %1 ago.</source>
        <translation>Zuletzt vor %1 genutzt.</translation>
    </message>
    <message>
        <source>Its secret was found in public</source>
        <translation>Sein Geheimnis wurde öffentlich gefunden</translation>
    </message>
    <message>
        <source>Cloudflare has stopped it. Roll it to get a new secret, and take the old one out of where it leaked.</source>
        <translation>Cloudflare hat es gesperrt. Erneuern Sie das Geheimnis und entfernen Sie das alte dort, wo es öffentlich wurde.</translation>
    </message>
    <message>
        <source>It ended on %1 and is still listed. </source>
        <translation>Es endete am %1 und steht noch in der Liste. </translation>
    </message>
    <message>
        <source>It has ended and is still listed. </source>
        <translation>Es ist abgelaufen und steht noch in der Liste. </translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires within a day</source>
        <translation>Läuft innerhalb eines Tages ab</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>Läuft in %1 ab</translation>
    </message>
    <message>
        <source>Tokensmith works with this token and stops when it ends, on %1.</source>
        <translation>Tokensmith arbeitet mit diesem Token und steht still, wenn es endet, am %1.</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>A secret that leaks unnoticed works for good.</source>
        <translation>Ein Geheimnis, das unbemerkt bekannt wird, gilt für immer.</translation>
    </message>
    <message>
        <source>Not used for %1</source>
        <translation>Seit %1 nicht genutzt</translation>
    </message>
    <message>
        <source>Nothing seems to need it any more.</source>
        <translation>Nichts scheint es noch zu brauchen.</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie genutzt</translation>
    </message>
    <message>
        <source>It could be used for %1.</source>
        <translation>Es ist seit %1 nutzbar.</translation>
    </message>
    <message>
        <source>Made %1 ago</source>
        <translation>Vor %1 erstellt</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>Altes Geheimnis</translation>
    </message>
    <message>
        <source>%1, and neither rolled nor changed for %2.</source>
        <translation>%1 und seit %2 weder erneuert noch geändert.</translation>
    </message>
    <message>
        <source>%1 and changed %2 ago; Cloudflare does not say if that was a roll.</source>
        <translation>%1 und vor %2 geändert; Cloudflare sagt nicht, ob dabei das Geheimnis erneuert wurde.</translation>
    </message>
    <message>
        <source>%1; Cloudflare does not say if it was rolled since.</source>
        <translation>%1; Cloudflare sagt nicht, ob das Geheimnis seither erneuert wurde.</translation>
    </message>
    <message>
        <source>The secret may be old</source>
        <translation>Das Geheimnis ist vielleicht alt</translation>
    </message>
    <message>
        <source>The bootstrap token</source>
        <translation>Das Bootstrap-Token</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>SandboxLauncher</name>
    <message>
        <source>The sandbox can&apos;t be started from here. Start it in a terminal: tokensmith --sandbox</source>
        <translation>Die Sandbox lässt sich von hier nicht starten. Starten Sie sie in einem Terminal: tokensmith --sandbox</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation>in einer Minute</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min</numerusform>
            <numerusform>vor %n Min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std</numerusform>
            <numerusform>vor %n Std</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>%1 yesterday</source>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2, %1</translation>
    </message>
</context>
<context>
    <name>TokenLook</name>
    <message>
        <source>works</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>expires very soon</source>
        <translation>läuft sehr bald ab</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>exposed, revoked by Cloudflare</source>
        <translation>öffentlich geworden, von Cloudflare widerrufen</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft %1 ab</translation>
    </message>
    <message>
        <source>Starts %1</source>
        <translation>Beginnt: %1</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Öffentlich geworden</translation>
    </message>
    <message>
        <source>State unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
</context>
<context>
    <name>TokensEmpty</name>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Tokens</translation>
    </message>
    <message>
        <source>A token appears here with what it can do, when it ends and when it was last used.</source>
        <translation>Hier erscheint ein Token mit dem, was es kann, wann es endet und wann es zuletzt genutzt wurde.</translation>
    </message>
    <message>
        <source>Tokens appear here once Cloudflare has answered.</source>
        <translation>Tokens erscheinen hier, sobald Cloudflare geantwortet hat.</translation>
    </message>
    <message>
        <source>Press F5 to read the tokens from Cloudflare.</source>
        <translation>Drücken Sie F5, um die Tokens von Cloudflare zu lesen.</translation>
    </message>
    <message>
        <source>No token matches &quot;%1&quot;.</source>
        <translation>Kein Token passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>TokensNotice</name>
    <message>
        <source>Showing the list from %1.</source>
        <translation>Stand der gezeigten Liste: %1.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Versuchen Sie es in %1 s noch einmal.</translation>
    </message>
    <message>
        <source>Can&apos;t reach Cloudflare.</source>
        <translation>Cloudflare ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Cloudflare asks to wait.</source>
        <translation>Cloudflare bittet zu warten.</translation>
    </message>
    <message>
        <source>The tokens could not be read.</source>
        <translation>Die Tokens konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Some tokens are shown as they were earlier.</source>
        <translation>Einige Tokens sind auf einem früheren Stand.</translation>
    </message>
    <message>
        <source>Some tokens are missing here.</source>
        <translation>Einige Tokens fehlen hier.</translation>
    </message>
    <message>
        <source>Couldn&apos;t read those of %1. %2</source>
        <translation>Nicht lesbar: die von %1. %2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A keychain entry needs a name.</source>
        <translation>Ein Eintrag im Schlüsselbund braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name of a keychain entry can&apos;t contain a NUL character.</source>
        <translation>Der Name eines Eintrags im Schlüsselbund darf kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>There is nothing to store: the value is empty.</source>
        <translation>Es gibt nichts zu speichern: Der Wert ist leer.</translation>
    </message>
    <message>
        <source>The keychain holds UTF-8 text without NUL characters only.</source>
        <translation>Der Schlüsselbund nimmt nur UTF-8-Text ohne NUL-Zeichen auf.</translation>
    </message>
    <message>
        <source> Nothing was stored.</source>
        <translation> Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source> Nothing was removed.</source>
        <translation> Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source> The value is stored if the prompt is answered later.</source>
        <translation> Der Wert wird gespeichert, wenn die Rückfrage später beantwortet wird.</translation>
    </message>
    <message>
        <source> The value is removed if the prompt is answered later.</source>
        <translation> Der Wert wird entfernt, wenn die Rückfrage später beantwortet wird.</translation>
    </message>
    <message>
        <source>The keychain refused access. Allow it when it asks, then press Try again.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert. Erlauben Sie ihn, wenn er fragt, und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>The keychain reported an error. Press Try again, or restart it.</source>
        <translation>Der Schlüsselbund meldet einen Fehler. Drücken Sie „Noch einmal versuchen“ oder starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it, then press Try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>The keychain is still busy with an earlier request. Look for an unlock prompt, answer it, then press Try again.</source>
        <translation>Der Schlüsselbund ist noch mit einer früheren Anfrage beschäftigt. Suchen Sie nach einer Rückfrage zum Entsperren, beantworten Sie sie und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>The keychain didn&apos;t answer. Look for an unlock prompt, answer it, then press Try again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Suchen Sie nach einer Rückfrage zum Entsperren, beantworten Sie sie und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Secrets are kept in memory and forgotten when the program ends.</source>
        <translation>Geheimnisse liegen im Arbeitsspeicher und sind vergessen, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 ist bereit.</translation>
    </message>
    <message>
        <source>%1 is locked. Unlock it, then press Try again.</source>
        <translation>%1 ist gesperrt. Entsperren Sie ihn und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t answer. Restart it, then press Try again.</source>
        <translation>%1 antwortet nicht. Starten Sie ihn neu und drücken Sie dann „Noch einmal versuchen“.</translation>
    </message>
    <message>
        <source>No keychain on this session. Install GNOME Keyring or KWallet and sign in again.</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund. Installieren Sie GNOME Keyring oder KWallet und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The keychain service</source>
        <translation>Der Dienst des Schlüsselbunds</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::DesktopApp</name>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::FirstRunController</name>
    <message>
        <source>It may read and edit tokens.</source>
        <translation>Es darf Tokens lesen und bearbeiten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may read and edit tokens.</source>
        <translation>„%1“ darf Tokens lesen und bearbeiten.</translation>
    </message>
</context>
<context>
    <name>tokensmith::platform::SingleInstance</name>
    <message>
        <source>Can&apos;t write to %1. Make it writable or choose another directory.</source>
        <translation>In %1 lässt sich nicht schreiben. Machen Sie es beschreibbar oder wählen Sie ein anderes Verzeichnis.</translation>
    </message>
    <message>
        <source>A page name has lower-case letters only.</source>
        <translation>Der Name einer Seite hat nur Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>%1 is too long a path for a socket: choose a directory of at most %2 bytes.</source>
        <translation>%1 ist als Pfad für einen Socket zu lang: Wählen Sie ein Verzeichnis mit höchstens %2 Bytes.</translation>
    </message>
    <message>
        <source>Tokensmith is already running and doesn&apos;t answer. End it, then start it again.</source>
        <translation>Tokensmith läuft schon und antwortet nicht. Beenden Sie es und starten Sie es neu.</translation>
    </message>
</context>
<context>
    <name>tokensmith::tokens::Inventory</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Cloudflare</source>
        <translation>Cloudflare</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>There is no account to read tokens of.</source>
        <translation>Es gibt kein Konto, dessen Tokens gelesen werden könnten.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CheckList</name>
    <message>
        <source>Cloudflare code %1</source>
        <translation>Cloudflare-Code %1</translation>
    </message>
    <message>
        <source>%1 Copy it again, or make a new one in step 1.</source>
        <comment>what happened</comment>
        <translation>%1 Kopieren Sie es noch einmal oder erstellen Sie in Schritt 1 ein neues.</translation>
    </message>
    <message>
        <source>A user token.</source>
        <translation>Ein Token des Benutzers.</translation>
    </message>
    <message>
        <source>A user token of %1.</source>
        <translation>Ein Token des Benutzers von %1.</translation>
    </message>
    <message>
        <source>An account token.</source>
        <translation>Ein Token eines Kontos.</translation>
    </message>
    <message>
        <source>An account token of %1.</source>
        <translation>Ein Token des Kontos %1.</translation>
    </message>
    <message>
        <source>Cloudflare accepts it, and it is active</source>
        <translation>Cloudflare nimmt es an, und es ist aktiv</translation>
    </message>
    <message>
        <source>It is a user token or an account token, and whose</source>
        <translation>Ob es einem Benutzer oder einem Konto gehört und wem</translation>
    </message>
    <message>
        <source>It may read and edit tokens</source>
        <translation>Es darf Tokens lesen und bearbeiten</translation>
    </message>
    <message>
        <source>The keychain on this computer can hold it</source>
        <translation>Der Schlüsselbund dieses Rechners kann es aufbewahren</translation>
    </message>
    <message>
        <source>What is checked before it is saved</source>
        <translation>Was vor dem Speichern geprüft wird</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CheckRow</name>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>check, its state, advice</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::Chip</name>
    <message numerus="yes">
        <source>%1, %n tokens</source>
        <translation>
            <numerusform>%1, %n Token</numerusform>
            <numerusform>%1, %n Tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ConnectionCard</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>No bootstrap token</source>
        <translation>Kein Bootstrap-Token</translation>
    </message>
    <message>
        <source>Your user</source>
        <translation>Ihr Benutzer</translation>
    </message>
    <message>
        <source>User connection</source>
        <translation>Als Benutzer verbunden</translation>
    </message>
    <message>
        <source>An account</source>
        <translation>Ein Konto</translation>
    </message>
    <message>
        <source>Account connection</source>
        <translation>Als Konto verbunden</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Cloudflare</source>
        <translation>Cloudflare</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, kind of connection</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Sandbox: %1</source>
        <translation>Sandbox: %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::DashboardStep</name>
    <message>
        <source>Whom the token belongs to</source>
        <translation>Wem das Token gehört</translation>
    </message>
    <message>
        <source>My user</source>
        <translation>Mein Benutzer</translation>
    </message>
    <message>
        <source>An account</source>
        <translation>Ein Konto</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>Dashboard öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Make the bootstrap token</source>
        <translation>Bootstrap-Token erstellen</translation>
    </message>
    <message>
        <source>The Cloudflare dashboard opens with everything filled in. Choose who the token belongs to, check it and press Create there.</source>
        <translation>Das Dashboard von Cloudflare öffnet sich mit allen Angaben. Wählen Sie, wem das Token gehört, prüfen Sie sie und erstellen Sie es dort.</translation>
    </message>
    <message>
        <source>Link copied. It holds no secret.</source>
        <translation>Link kopiert. Er enthält kein Geheimnis.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::Field</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::FirstRunPage</name>
    <message>
        <source>Connect Cloudflare</source>
        <translation>Cloudflare verbinden</translation>
    </message>
    <message>
        <source>Tokensmith works with one token of yours, the bootstrap token. It may make and manage other tokens, so it is kept in your keychain and nowhere else.</source>
        <translation>Tokensmith arbeitet mit einem Ihrer Tokens, dem Bootstrap-Token. Es darf andere Tokens erstellen und verwalten; darum liegt es in Ihrem Schlüsselbund und nirgends sonst.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nothing is saved before you have seen what was found.</source>
        <translation>Gespeichert wird erst, wenn Sie gesehen haben, was gefunden wurde.</translation>
    </message>
    <message>
        <source>Enter the ID of the token&apos;s account in step 2, then check again.</source>
        <translation>Geben Sie in Schritt 2 die ID des Kontos ein, dem das Token gehört, und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>Prüfen und verbinden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::InlineMessage</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::KeychainCard</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo es aufbewahrt wird</translation>
    </message>
    <message>
        <source>Looking for the keychain of this session.</source>
        <translation>Der Schlüsselbund dieser Sitzung wird gesucht.</translation>
    </message>
    <message>
        <source>%1 No file, log or backup of Tokensmith ever holds a secret.</source>
        <comment>keychain status</comment>
        <translation>%1 Keine Datei, kein Protokoll und keine Sicherung von Tokensmith enthält je ein Geheimnis.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::LifetimeRail</name>
    <message>
        <source>Lifetime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>From %1, without end</source>
        <translation>Ab %1, ohne Ende</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::MainWindow</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::NavigationModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>page, shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::NavigationPanel</name>
    <message>
        <source>Tokensmith</source>
        <translation>Tokensmith</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::PasteStep</name>
    <message>
        <source>Bootstrap token</source>
        <translation>Bootstrap-Token</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>32 characters, 0 to 9 and a to f</source>
        <translation>32 Zeichen, 0 bis 9 und a bis f</translation>
    </message>
    <message>
        <source>It stands in the dashboard&apos;s address, after dash.cloudflare.com/.</source>
        <translation>Sie steht in der Adresse des Dashboards, nach dash.cloudflare.com/.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>Cloudflare shows the secret once, 40 characters or more. It is masked here and sent to Cloudflare only.</source>
        <translation>Cloudflare zeigt das Geheimnis einmal, mit 40 oder mehr Zeichen. Hier ist es verdeckt und geht nur an Cloudflare.</translation>
    </message>
    <message>
        <source>Not a token. A token has 40 letters and digits or more, and no blanks.</source>
        <translation>Kein Token. Ein Token hat mindestens 40 Buchstaben und Ziffern und keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Not an account ID. It has 32 characters, 0 to 9 and a to f.</source>
        <translation>Keine Konto-ID. Sie hat 32 Zeichen, 0 bis 9 und a bis f.</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Token zeigen</translation>
    </message>
    <message>
        <source>Hide the token</source>
        <translation>Token verbergen</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the token in the dashboard, then press Paste.</source>
        <translation>Die Zwischenablage enthält keinen Text. Kopieren Sie das Token im Dashboard und drücken Sie dann „Einfügen“.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SandboxCard</name>
    <message>
        <source>Open the sandbox</source>
        <translation>Sandbox öffnen</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>Nur ansehen?</translation>
    </message>
    <message>
        <source>The sandbox is a simulated Cloudflare inside the app, with sample tokens. It never touches your account.</source>
        <translation>Die Sandbox ist ein simuliertes Cloudflare im Programm, mit Beispiel-Tokens. Sie berührt Ihr Konto nie.</translation>
    </message>
    <message>
        <source>It opens in a window of its own.</source>
        <translation>Sie öffnet sich in einem eigenen Fenster.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ServerBlock</name>
    <message>
        <source>Pause all clients</source>
        <translation>Alle Clients anhalten</translation>
    </message>
    <message>
        <source>Resume all clients</source>
        <translation>Alle Clients fortsetzen</translation>
    </message>
    <message>
        <source>Try to start the server again</source>
        <translation>Server noch einmal starten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ServerControl</name>
    <message>
        <source>MCP starting</source>
        <translation>MCP startet</translation>
    </message>
    <message>
        <source>MCP on</source>
        <translation>MCP an</translation>
    </message>
    <message>
        <source>MCP paused</source>
        <translation>MCP angehalten</translation>
    </message>
    <message>
        <source>MCP off</source>
        <translation>MCP aus</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, address</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ServerMessage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Clients can&apos;t connect. %1</source>
        <comment>what to do</comment>
        <translation>Clients können sich nicht verbinden. %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenDetailsPane</name>
    <message>
        <source>Token details</source>
        <translation>Token im Einzelnen</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Was es kann</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Select a token to see what it can do</source>
        <translation>Wählen Sie ein Token, um zu sehen, was es kann</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens selected</source>
        <translation>
            <numerusform>%n Token ausgewählt</numerusform>
            <numerusform>%n Tokens ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Owned by you</source>
        <translation>Gehört Ihnen</translation>
    </message>
    <message>
        <source>Owned by %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Nothing: it has no policies.</source>
        <translation>Nichts: Es hat keine Regeln.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenFacts</name>
    <message>
        <source>None, any address works</source>
        <translation>Keine, jede Adresse geht</translation>
    </message>
    <message>
        <source>Only from %1</source>
        <translation>Nur von %1</translation>
    </message>
    <message>
        <source>Not from %1</source>
        <translation>Nicht von %1</translation>
    </message>
    <message>
        <source>Also limited in a way this version can&apos;t read</source>
        <translation>Außerdem auf eine Weise begrenzt, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>IP limits</source>
        <translation>IP-Grenzen</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
    </message>
    <message>
        <source>Copy token ID</source>
        <translation>Token-ID kopieren</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenTableModel</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Owned by %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Access: %1</source>
        <translation>Zugriff: %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft %1 ab</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Expires %1, warning</source>
        <translation>Läuft %1 ab, Warnung</translation>
    </message>
    <message>
        <source>Expires %1, urgent</source>
        <translation>Läuft %1 ab, dringend</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Zuletzt genutzt: %1</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie genutzt</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensFooter</name>
    <message>
        <source>Loading tokens…</source>
        <translation>Tokens werden geladen…</translation>
    </message>
    <message>
        <source>Loading tokens: page %1 of %2</source>
        <translation>Tokens werden geladen: Seite %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tokens</source>
        <translation>
            <numerusform>%1 von %n Token</numerusform>
            <numerusform>%1 von %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>1 owner</source>
        <translation>1 Inhaber</translation>
    </message>
    <message numerus="yes">
        <source>%n owners</source>
        <translation>
            <numerusform>%n Inhaber</numerusform>
            <numerusform>%n Inhaber</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Offline, list from %1</source>
        <translation>Offline, Stand der Liste: %1</translation>
    </message>
    <message>
        <source>List from %1</source>
        <translation>Stand der Liste: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensPage</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter by name (Ctrl+F)</source>
        <translation>Nach Namen filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensTable</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TrayIcon</name>
    <message>
        <source>Open Tokensmith</source>
        <translation>Tokensmith öffnen</translation>
    </message>
    <message>
        <source>Copy server URL</source>
        <translation>Adresse des Servers kopieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume all clients</source>
        <translation>Alle Clients fortsetzen</translation>
    </message>
    <message>
        <source>Pause all clients</source>
        <translation>Alle Clients anhalten</translation>
    </message>
    <message>
        <source>Tokensmith: %1</source>
        <translation>Tokensmith: %1</translation>
    </message>
</context>
</TS>
