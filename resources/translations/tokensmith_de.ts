<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccessDiff</name>
    <message>
        <source>May: %1</source>
        <translation>Darf: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Where: the R2 bucket %1</source>
        <translation>Wo: der R2-Bucket %1</translation>
    </message>
    <message numerus="yes">
        <source>Where: %n other places, as they are</source>
        <translation>
            <numerusform>Wo: %n anderer Ort wie bisher</numerusform>
            <numerusform>Wo: %n andere Orte wie bisher</numerusform>
        </translation>
    </message>
</context>
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
        <translation>Ausgenommen: %1</translation>
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
    <message>
        <source>%1 Edit</source>
        <comment>what a token may do, in a table</comment>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>%1 Read</source>
        <comment>what a token may do, in a table</comment>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Edit %1.</source>
        <translation>Bearbeiten: %1.</translation>
    </message>
    <message>
        <source>Read %1.</source>
        <translation>Lesen: %1.</translation>
    </message>
</context>
<context>
    <name>ActivityExport</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message>
        <source>Created a token</source>
        <translation>Token erstellt</translation>
    </message>
    <message>
        <source>Asked to create a token</source>
        <translation>Wollte ein Token erstellen</translation>
    </message>
    <message>
        <source>Tried to create a token</source>
        <translation>Token nicht erstellt</translation>
    </message>
    <message>
        <source>Changed a token</source>
        <translation>Token geändert</translation>
    </message>
    <message>
        <source>Asked to change a token</source>
        <translation>Wollte ein Token ändern</translation>
    </message>
    <message>
        <source>Tried to change a token</source>
        <translation>Token nicht geändert</translation>
    </message>
    <message>
        <source>Rolled a secret</source>
        <translation>Geheimnis erneuert</translation>
    </message>
    <message>
        <source>Asked to roll a secret</source>
        <translation>Wollte ein Geheimnis erneuern</translation>
    </message>
    <message>
        <source>Tried to roll a secret</source>
        <translation>Geheimnis nicht erneuert</translation>
    </message>
    <message>
        <source>Rotated a token</source>
        <translation>Token rotiert</translation>
    </message>
    <message>
        <source>Asked to rotate a token</source>
        <translation>Wollte ein Token rotieren</translation>
    </message>
    <message>
        <source>Tried to rotate a token</source>
        <translation>Token nicht rotiert</translation>
    </message>
    <message>
        <source>Revoked a token</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Asked to revoke a token</source>
        <translation>Wollte ein Token widerrufen</translation>
    </message>
    <message>
        <source>Tried to revoke a token</source>
        <translation>Token nicht widerrufen</translation>
    </message>
    <message>
        <source>Previewed a token</source>
        <translation>Vorschau eines Tokens</translation>
    </message>
    <message>
        <source>Listed tokens</source>
        <translation>Tokens aufgelistet</translation>
    </message>
    <message>
        <source>Read a token</source>
        <translation>Token gelesen</translation>
    </message>
    <message>
        <source>Verified a token</source>
        <translation>Token geprüft</translation>
    </message>
    <message>
        <source>Looked for risky tokens</source>
        <translation>Nach riskanten Tokens gesucht</translation>
    </message>
    <message>
        <source>Listed templates</source>
        <translation>Vorlagen aufgelistet</translation>
    </message>
    <message>
        <source>Read a template</source>
        <translation>Vorlage gelesen</translation>
    </message>
    <message>
        <source>Listed accounts</source>
        <translation>Konten aufgelistet</translation>
    </message>
    <message>
        <source>Read an account</source>
        <translation>Konto gelesen</translation>
    </message>
    <message>
        <source>Listed zones</source>
        <translation>Zonen aufgelistet</translation>
    </message>
    <message>
        <source>Listed permissions</source>
        <translation>Berechtigungen aufgelistet</translation>
    </message>
    <message>
        <source>Asked how an approval ended</source>
        <translation>Nach einer Freigabe gefragt</translation>
    </message>
    <message>
        <source>Read a resource</source>
        <translation>Ressource gelesen</translation>
    </message>
    <message>
        <source>Called %1</source>
        <translation>%1 aufgerufen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Approved by you</source>
        <translation>Von Ihnen freigegeben</translation>
    </message>
    <message>
        <source>Denied by you</source>
        <translation>Von Ihnen verweigert</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>Closed unanswered</source>
        <translation>Unbeantwortet geschlossen</translation>
    </message>
    <message>
        <source>Too many changes in one minute</source>
        <translation>Zu viele Änderungen in einer Minute</translation>
    </message>
    <message>
        <source>An entry that can&apos;t be read</source>
        <translation>Ein unlesbarer Eintrag</translation>
    </message>
    <message>
        <source>%1, after %2 of waiting</source>
        <translation>%1, nach %2 Wartezeit</translation>
    </message>
    <message>
        <source>Nothing: it only read.</source>
        <translation>Nichts: es wurde nur gelesen.</translation>
    </message>
    <message>
        <source>Its place was taken by the token with the ID %1.</source>
        <translation>An seine Stelle trat das Token mit der ID %1.</translation>
    </message>
    <message>
        <source>The token with the ID %1.</source>
        <translation>Das Token mit der ID %1.</translation>
    </message>
    <message>
        <source>Window on this computer</source>
        <translation>Fenster auf diesem Rechner</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>The log is broken at entry %1.</source>
        <translation>Das Protokoll ist bei Eintrag %1 beschädigt.</translation>
    </message>
    <message>
        <source>It was changed or replaced after it was written. Those before it are as they were.</source>
        <translation>Er wurde nachträglich geändert oder ersetzt. Die davor sind unverändert.</translation>
    </message>
    <message>
        <source>The entries were put in another order. Those before it are as they were.</source>
        <translation>Die Einträge wurden umgestellt. Die davor sind unverändert.</translation>
    </message>
    <message>
        <source>It was removed. Those before it are as they were.</source>
        <translation>Er wurde entfernt. Die davor sind unverändert.</translation>
    </message>
    <message>
        <source>It and all after it were removed. Those before it are as they were.</source>
        <translation>Er und alle danach wurden entfernt. Die davor sind unverändert.</translation>
    </message>
    <message>
        <source>It was not written by Tokensmith.</source>
        <translation>Er stammt nicht von Tokensmith.</translation>
    </message>
    <message>
        <source>The log once had another end: entries were removed from it.</source>
        <translation>Das Protokoll hatte ein anderes Ende: Einträge wurden entfernt.</translation>
    </message>
</context>
<context>
    <name>ApprovalText</name>
    <message>
        <source>%1 wants to create a token</source>
        <translation>%1 will ein Token erstellen</translation>
    </message>
    <message>
        <source>%1 wants to change a token</source>
        <translation>%1 will ein Token ändern</translation>
    </message>
    <message>
        <source>%1 wants to roll a token&apos;s secret</source>
        <translation>%1 will das Geheimnis eines Tokens erneuern</translation>
    </message>
    <message>
        <source>%1 wants to rotate a token</source>
        <translation>%1 will ein Token rotieren</translation>
    </message>
    <message>
        <source>%1 wants to revoke a token</source>
        <translation>%1 will ein Token widerrufen</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Enabled: %1</source>
        <translation>Eingeschaltet: %1</translation>
    </message>
    <message>
        <source>Expires: %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>Starts: %1</source>
        <translation>Beginnt: %1</translation>
    </message>
    <message>
        <source>Works from: %1</source>
        <translation>Gilt von: %1</translation>
    </message>
    <message>
        <source>Never works from: %1</source>
        <translation>Gilt nie von: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jeder Adresse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 asks for &quot;%2&quot;</source>
        <comment>client, name of a tool</comment>
        <translation>%1 fragt nach „%2“</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>User token, yours</source>
        <translation>Benutzer-Token, Ihres</translation>
    </message>
    <message>
        <source>Account token of %1</source>
        <translation>Konto-Token von %1</translation>
    </message>
    <message>
        <source>From %1, never expires</source>
        <translation>Ab %1, läuft nie ab</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>From %1 until %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1 (1 day)</source>
        <translation>%1 (1 Tag)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n days)</source>
        <translation>
            <numerusform>%1 (%n Tag)</numerusform>
            <numerusform>%1 (%n Tage)</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
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
        <source>The secret stays hidden</source>
        <translation>Das Geheimnis bleibt verborgen</translation>
    </message>
    <message>
        <source>It goes to the keychain. %1 gets the token ID only.</source>
        <translation>Es kommt in den Schlüsselbund. %1 erhält nur die Token-ID.</translation>
    </message>
    <message>
        <source>The secret goes into the answer</source>
        <translation>Das Geheimnis steht in der Antwort</translation>
    </message>
    <message>
        <source>%1 and its AI model see it. The keychain holds it as well.</source>
        <translation>%1 und sein KI-Modell sehen es. Es liegt auch im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message>
        <source>Token %1 expires</source>
        <translation>Token %1 läuft ab</translation>
    </message>
    <message>
        <source>Owner: %1. Access: %2.</source>
        <translation>Inhaber: %1. Zugriff: %2.</translation>
    </message>
</context>
<context>
    <name>ClientWords</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 only</source>
        <comment>an account</comment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n templates</source>
        <translation>
            <numerusform>%n Vorlage</numerusform>
            <numerusform>%n Vorlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at most</source>
        <comment>a lifetime</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>None</source>
        <comment>limits</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>set at the start</source>
        <translation>beim Start gesetzt</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Old port</source>
        <translation>Alter Port</translation>
    </message>
    <message>
        <source>Unknown key</source>
        <translation>Unbekannter Schlüssel</translation>
    </message>
    <message>
        <source>Old path</source>
        <translation>Alter Pfad</translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 removed</source>
        <comment>lines</comment>
        <translation>%1, %2 entfernt</translation>
    </message>
</context>
<context>
    <name>CoversWords</name>
    <message>
        <source>Traffic figures of the account</source>
        <translation>Zahlen zum Datenverkehr des Kontos</translation>
    </message>
    <message>
        <source>Defaults for new zones, internal DNS views</source>
        <translation>Vorgaben für neue Zonen, interne DNS-Ansichten</translation>
    </message>
    <message>
        <source>The account itself and its members</source>
        <translation>Das Konto selbst und seine Mitglieder</translation>
    </message>
    <message>
        <source>Traffic figures of a zone</source>
        <translation>Zahlen zum Datenverkehr einer Zone</translation>
    </message>
    <message>
        <source>Invoices, plans and payment</source>
        <translation>Rechnungen, Tarife und Zahlung</translation>
    </message>
    <message>
        <source>Empty the cache of a zone</source>
        <translation>Den Cache einer Zone leeren</translation>
    </message>
    <message>
        <source>Tunnels and their routes</source>
        <translation>Tunnel und ihre Routen</translation>
    </message>
    <message>
        <source>SQL databases</source>
        <translation>SQL-Datenbanken</translation>
    </message>
    <message>
        <source>Records of a zone</source>
        <translation>Einträge einer Zone</translation>
    </message>
    <message>
        <source>Clusters that shield your nameservers</source>
        <translation>Cluster, die Ihre Nameserver abschirmen</translation>
    </message>
    <message>
        <source>Firewall rules of a zone</source>
        <translation>Firewall-Regeln einer Zone</translation>
    </message>
    <message>
        <source>Balancers of a zone</source>
        <translation>Lastverteiler einer Zone</translation>
    </message>
    <message>
        <source>Request logs and where they are sent</source>
        <translation>Protokolle der Anfragen und wohin sie gehen</translation>
    </message>
    <message>
        <source>The accounts you belong to</source>
        <translation>Die Konten, zu denen Sie gehören</translation>
    </message>
    <message>
        <source>Rules for addresses of a zone</source>
        <translation>Regeln für Adressen einer Zone</translation>
    </message>
    <message>
        <source>Pages projects and their deployments</source>
        <translation>Pages-Projekte und ihre Veröffentlichungen</translation>
    </message>
    <message>
        <source>Queues and their consumers</source>
        <translation>Warteschlangen und ihre Empfänger</translation>
    </message>
    <message>
        <source>Certificates and TLS settings of a zone</source>
        <translation>Zertifikate und TLS-Einstellungen einer Zone</translation>
    </message>
    <message>
        <source>Your name and e-mail address</source>
        <translation>Ihr Name und Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Key-value stores of Workers</source>
        <translation>Schlüssel-Wert-Speicher von Workers</translation>
    </message>
    <message>
        <source>Buckets and the objects in them</source>
        <translation>Buckets und die Objekte darin</translation>
    </message>
    <message>
        <source>Which addresses of a zone run a Worker</source>
        <translation>Welche Adressen einer Zone einen Worker ausführen</translation>
    </message>
    <message>
        <source>Workers and their settings</source>
        <translation>Workers und ihre Einstellungen</translation>
    </message>
    <message>
        <source>Live logs of Workers</source>
        <translation>Laufende Protokolle von Workers</translation>
    </message>
    <message>
        <source>See zones and their names</source>
        <translation>Zonen und ihre Namen sehen</translation>
    </message>
    <message>
        <source>Nameservers, CNAME flattening, SOA</source>
        <translation>Nameserver, CNAME-Flattening, SOA</translation>
    </message>
    <message>
        <source>Settings of a zone, such as caching and TLS</source>
        <translation>Einstellungen einer Zone, etwa Cache und TLS</translation>
    </message>
    <message>
        <source>Staged versions of zone settings</source>
        <translation>Vorbereitete Versionen von Zonen-Einstellungen</translation>
    </message>
</context>
<context>
    <name>CreateRefusal</name>
    <message>
        <source>Tokensmith may act in some accounts only, and this token would reach others. Choose one of the accounts it may act in, and zones of it.</source>
        <translation>Tokensmith darf nur in einigen Konten handeln, und dieses Token würde andere erreichen. Wählen Sie eines der erlaubten Konten und Zonen daraus.</translation>
    </message>
    <message>
        <source>The chosen zones don&apos;t fit. Choose zones of the account again, or all of them.</source>
        <translation>Die gewählten Zonen passen nicht. Wählen Sie erneut Zonen des Kontos oder alle.</translation>
    </message>
    <message>
        <source>Choose the account that the token acts in.</source>
        <translation>Wählen Sie das Konto, in dem das Token handelt.</translation>
    </message>
    <message>
        <source>Name the R2 buckets that the token acts on, such as backups or eu/backups, and choose their account.</source>
        <translation>Nennen Sie die R2-Buckets, für die das Token gilt, etwa backups oder eu/backups, und wählen Sie deren Konto.</translation>
    </message>
    <message>
        <source>Not an address. Use one like 203.0.113.24 or 203.0.113.0/24.</source>
        <translation>Keine Adresse. Verwenden Sie eine wie 203.0.113.24 oder 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>Give the token a name of 1 to 120 characters.</source>
        <translation>Geben Sie dem Token einen Namen mit 1 bis 120 Zeichen.</translation>
    </message>
    <message>
        <source>Choose a day before the token expires.</source>
        <translation>Wählen Sie einen Tag vor dem Ablauf des Tokens.</translation>
    </message>
    <message>
        <source>Choose a day to come.</source>
        <translation>Wählen Sie einen künftigen Tag.</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>zone names</source>
        <translation>Zonennamen</translation>
    </message>
    <message>
        <source>zones themselves</source>
        <translation>Zonen selbst</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message numerus="yes">
        <source>in %n zones</source>
        <translation>
            <numerusform>in %n Zone</numerusform>
            <numerusform>in %n Zonen</numerusform>
        </translation>
    </message>
    <message>
        <source>in every zone of every account</source>
        <translation>in jeder Zone jedes Kontos</translation>
    </message>
    <message>
        <source>in all zones of %1</source>
        <translation>in allen Zonen von %1</translation>
    </message>
    <message>
        <source>of your user</source>
        <translation>Ihres Benutzers</translation>
    </message>
    <message>
        <source>in buckets yet to be named</source>
        <translation>in noch zu nennenden Buckets</translation>
    </message>
    <message>
        <source>in every account</source>
        <translation>in jedem Konto</translation>
    </message>
    <message>
        <source>in the account %1</source>
        <translation>im Konto %1</translation>
    </message>
    <message>
        <source>Touch other zones, the account, its members or other tokens.</source>
        <translation>Andere Zonen, das Konto, seine Mitglieder oder andere Tokens anrühren.</translation>
    </message>
    <message>
        <source>Touch other tokens.</source>
        <translation>Andere Tokens anrühren.</translation>
    </message>
    <message>
        <source>Touch accounts, their members or other tokens.</source>
        <translation>Konten, deren Mitglieder oder andere Tokens anrühren.</translation>
    </message>
    <message>
        <source>Touch other zones, other accounts or other tokens.</source>
        <translation>Andere Zonen, andere Konten oder andere Tokens anrühren.</translation>
    </message>
    <message>
        <source>Touch other accounts or other tokens.</source>
        <translation>Andere Konten oder andere Tokens anrühren.</translation>
    </message>
    <message>
        <source>Touch the account, its members, other accounts or other tokens.</source>
        <translation>Das Konto, seine Mitglieder, andere Konten oder andere Tokens anrühren.</translation>
    </message>
    <message numerus="yes">
        <source>in the same %n zones</source>
        <translation>
            <numerusform>in derselben Zone</numerusform>
            <numerusform>in denselben %n Zonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change anything.</source>
        <translation>Etwas ändern.</translation>
    </message>
    <message>
        <source>Every zone of every account</source>
        <translation>Jede Zone jedes Kontos</translation>
    </message>
    <message>
        <source>All zones of %1</source>
        <translation>Alle Zonen von %1</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Jedes Konto</translation>
    </message>
    <message>
        <source>The account %1</source>
        <translation>Das Konto %1</translation>
    </message>
    <message>
        <source>Your user</source>
        <translation>Ihr Benutzer</translation>
    </message>
    <message>
        <source>%1 edit</source>
        <translation>%1-mal Bearbeiten</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1-mal Lesen</translation>
    </message>
    <message>
        <source>%1 edit, %2 read</source>
        <translation>%1-mal Bearbeiten, %2-mal Lesen</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Expires: %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Works from: %1</source>
        <translation>Gilt von: %1</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jeder Adresse</translation>
    </message>
    <message>
        <source>Never works from: %1</source>
        <translation>Gilt nie von: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>This token is in no list here.</source>
        <translation>Dieses Token steht hier in keiner Liste.</translation>
    </message>
    <message>
        <source>What it can do is not known. It may belong to an account that can&apos;t be seen.</source>
        <translation>Was es darf, ist nicht bekannt. Vielleicht gehört es zu einem Konto, das nicht zu sehen ist.</translation>
    </message>
    <message>
        <source>would be a new token, and whoever has its secret could do this.</source>
        <translation>wäre ein neues Token. Wer sein Geheimnis hat, dürfte das Folgende.</translation>
    </message>
    <message>
        <source>is as asked already: nothing would change.</source>
        <translation>ist schon wie gewünscht: Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>would be changed. Its secret and its permissions stay.</source>
        <translation>würde geändert. Geheimnis und Rechte bleiben.</translation>
    </message>
    <message>
        <source>would get a new secret. Whatever uses the old one stops working at once.</source>
        <translation>bekäme ein neues Geheimnis. Was das alte nutzt, geht sofort nicht mehr.</translation>
    </message>
    <message>
        <source>would be revoked for good. Whatever uses it stops working at once.</source>
        <translation>würde endgültig widerrufen. Was es nutzt, geht sofort nicht mehr.</translation>
    </message>
    <message>
        <source>would be replaced: a new token gets the same permissions and limits.</source>
        <translation>würde ersetzt: Ein neues Token bekommt dieselben Rechte und Grenzen.</translation>
    </message>
    <message>
        <source>Both work until the old one is revoked.</source>
        <translation>Beide gelten, bis das alte widerrufen wird.</translation>
    </message>
    <message>
        <source>The old one is revoked as soon as the new one works. Whatever still uses it then stops working.</source>
        <translation>Das alte wird widerrufen, sobald das neue gilt. Was es dann noch nutzt, geht nicht mehr.</translation>
    </message>
    <message>
        <source>The new token would never expire.</source>
        <translation>Das neue Token liefe nie ab.</translation>
    </message>
    <message>
        <source>A secret that leaks unnoticed works for good.</source>
        <translation>Ein Geheimnis, das unbemerkt bekannt wird, gilt für immer.</translation>
    </message>
    <message>
        <source>The new one works for %1.</source>
        <comment>30d</comment>
        <translation>Das neue gilt %1 lang.</translation>
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
    <name>ExportWords</name>
    <message>
        <source>Can&apos;t write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
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
        <translation>Darf dort jeweils: %1.</translation>
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
        <translation>Erneuern…</translation>
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
    <name>PermissionChoices</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>It works from any address</source>
        <translation>Es gilt von jeder Adresse aus</translation>
    </message>
    <message>
        <source>Whoever has the secret can use it anywhere. A limit to addresses prevents that.</source>
        <translation>Wer das Geheimnis hat, kann es überall nutzen. Eine Grenze auf Adressen verhindert das.</translation>
    </message>
    <message>
        <source>CI runners may use other addresses</source>
        <translation>CI-Runner nutzen vielleicht andere Adressen</translation>
    </message>
    <message>
        <source>Hosted runners change address often. A limit to %1 would block them.</source>
        <translation>Gemietete Runner wechseln oft die Adresse. Eine Grenze auf %1 würde sie aussperren.</translation>
    </message>
    <message>
        <source>It works only from where it is used</source>
        <translation>Es gilt nur dort, wo es gebraucht wird</translation>
    </message>
    <message numerus="yes">
        <source>Limited to %n addresses or ranges.</source>
        <translation>
            <numerusform>Begrenzt auf %n Adresse oder Bereich.</numerusform>
            <numerusform>Begrenzt auf %n Adressen oder Bereiche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those added later are included.</source>
        <translation>Auch künftige gehören dazu.</translation>
    </message>
    <message>
        <source>It reaches every account</source>
        <translation>Es erreicht jedes Konto</translation>
    </message>
    <message>
        <source>It reaches every zone</source>
        <translation>Es erreicht jede Zone</translation>
    </message>
    <message>
        <source>It reaches every zone of %1</source>
        <translation>Es erreicht jede Zone von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n permissions</source>
        <translation>
            <numerusform>%n Recht</numerusform>
            <numerusform>%n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays where it belongs</source>
        <translation>Es bleibt, wo es hingehört</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1, Bereich: %2.</translation>
    </message>
    <message>
        <source>No wider than needed</source>
        <translation>Nicht weiter als nötig</translation>
    </message>
    <message>
        <source>%1 in %2; nothing at account level.</source>
        <translation>%1 in %2, nichts auf Ebene des Kontos.</translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n Zone</numerusform>
            <numerusform>%n Zonen</numerusform>
        </translation>
    </message>
    <message>
        <source>It never expires</source>
        <translation>Es läuft nie ab</translation>
    </message>
    <message>
        <source>It works until somebody revokes it, also after it was forgotten.</source>
        <translation>Es gilt, bis es jemand widerruft, auch wenn es längst vergessen ist.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>It ends by itself soon</source>
        <translation>Es endet bald von selbst</translation>
    </message>
    <message>
        <source>On %1. So short a life gets no notices.</source>
        <translation>Ende: %1. Bei so kurzer Laufzeit gibt es keine Hinweise.</translation>
    </message>
    <message>
        <source>It expires, and you will be reminded</source>
        <translation>Es läuft ab, und Sie werden erinnert</translation>
    </message>
    <message>
        <source>A notice 1 day before %1.</source>
        <translation>Ein Hinweis 1 Tag vor dem %1.</translation>
    </message>
    <message>
        <source>Notices %1 day before %2.</source>
        <translation>Hinweise %1 Tag vor dem %2.</translation>
    </message>
    <message>
        <source>The name is free</source>
        <translation>Der Name ist frei</translation>
    </message>
    <message>
        <source>No other token of yours is called %1.</source>
        <translation>Keines Ihrer anderen Tokens heißt %1.</translation>
    </message>
    <message>
        <source>No other token in %1 is called %2.</source>
        <translation>Kein anderes Token in %1 heißt %2.</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>Der Name ist vergeben</translation>
    </message>
    <message>
        <source>There is a token called %1 already. They would be hard to tell apart.</source>
        <translation>Es gibt schon ein Token namens %1. Die beiden wären schwer zu unterscheiden.</translation>
    </message>
    <message>
        <source>The template leaves something out</source>
        <translation>Die Vorlage lässt etwas aus</translation>
    </message>
    <message>
        <source>%1: choose permissions yourself for a token that shall have them.</source>
        <translation>%1: Wählen Sie die Rechte selbst, wenn ein Token das haben soll.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation>Rotationen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
    <name>SearchWords</name>
    <message>
        <source>ends within 7 days</source>
        <translation>endet in den nächsten 7 Tagen</translation>
    </message>
    <message>
        <source>ends within 30 days</source>
        <translation>endet in den nächsten 30 Tagen</translation>
    </message>
    <message>
        <source>ends within 90 days</source>
        <translation>endet in den nächsten 90 Tagen</translation>
    </message>
    <message>
        <source>ends in more than a year</source>
        <translation>endet in mehr als einem Jahr</translation>
    </message>
    <message>
        <source>has no end</source>
        <translation>hat kein Ende</translation>
    </message>
    <message>
        <source>not used for 30 days</source>
        <translation>seit 30 Tagen nicht genutzt</translation>
    </message>
    <message>
        <source>not used for 90 days</source>
        <translation>seit 90 Tagen nicht genutzt</translation>
    </message>
    <message>
        <source>used in the last 7 days</source>
        <translation>in den letzten 7 Tagen genutzt</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie genutzt</translation>
    </message>
    <message>
        <source>a state, such as is:expiring</source>
        <translation>ein Zustand, etwa is:expiring</translation>
    </message>
    <message>
        <source>whose token it is</source>
        <translation>wem das Token gehört</translation>
    </message>
    <message>
        <source>a permission, such as perm:dns</source>
        <translation>ein Recht, etwa perm:dns</translation>
    </message>
    <message>
        <source>a zone it names; zone:all for every zone</source>
        <translation>eine Zone, die es nennt; zone:all für jede Zone</translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>part of the token id</source>
        <translation>Teil der Token-ID</translation>
    </message>
    <message>
        <source>when it ends, such as expires:&lt;30d</source>
        <translation>wann es endet, etwa expires:&lt;30d</translation>
    </message>
    <message>
        <source>how long not used, such as unused:&gt;90d</source>
        <translation>wie lange nicht genutzt, etwa unused:&gt;90d</translation>
    </message>
    <message>
        <source>works</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>disabled, can be enabled again</source>
        <translation>abgeschaltet, lässt sich wieder einschalten</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>ist abgelaufen</translation>
    </message>
    <message>
        <source>found in public, stopped by Cloudflare</source>
        <translation>öffentlich gefunden, von Cloudflare gesperrt</translation>
    </message>
    <message>
        <source>in a state this version does not know</source>
        <translation>in einem Zustand, den diese Version nicht kennt</translation>
    </message>
    <message>
        <source>never used, or not for 90 days</source>
        <translation>nie oder seit 90 Tagen nicht genutzt</translation>
    </message>
    <message>
        <source>reaches very much</source>
        <translation>erreicht sehr viel</translation>
    </message>
    <message>
        <source>works from any address</source>
        <translation>gilt von jeder Adresse aus</translation>
    </message>
    <message>
        <source>has findings</source>
        <translation>hat Befunde</translation>
    </message>
    <message>
        <source>No token is &quot;%1&quot;. Use a word such as expiring, unused or disabled.</source>
        <translation>Kein Token ist „%1“. Verwenden Sie ein Wort wie expiring, unused oder disabled.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Use one like &lt;30d, never or 2026-12-31.</source>
        <translation>„%1“ ist keine Zeitangabe. Verwenden Sie eine wie &lt;30d, never oder 2026-12-31.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Use one like &gt;90d or never.</source>
        <translation>„%1“ ist keine Zeitangabe. Verwenden Sie eine wie &gt;90d oder never.</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
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
    <name>TokenCells</name>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Expires %1, warning</source>
        <translation>Läuft ab: %1, Warnung</translation>
    </message>
    <message>
        <source>Expires %1, urgent</source>
        <translation>Läuft ab: %1, dringend</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Abgelaufen: %1</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>1 finding, %1</source>
        <translation>1 Befund, %1</translation>
    </message>
    <message>
        <source>%1 findings, worst %2</source>
        <translation>%1 Befunde, höchstens %2</translation>
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
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
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
        <source>Last used: %1</source>
        <translation>Zuletzt genutzt: %1</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie genutzt</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>Created at a time unknown</source>
        <translation>Erstellt: unbekannt wann</translation>
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
    <message>
        <source>No token matches &quot;%1&quot;. Did you mean %2?</source>
        <translation>Kein Token passt zu „%1“. Meinten Sie %2?</translation>
    </message>
    <message>
        <source>No token matches the chosen filters.</source>
        <translation>Kein Token passt zu den gewählten Filtern.</translation>
    </message>
    <message>
        <source>No token matches &quot;%1&quot; and the chosen filters.</source>
        <translation>Kein Token passt zu „%1“ und den gewählten Filtern.</translation>
    </message>
    <message>
        <source>Create one and it appears here with what it can do, when it ends and when it was last used.</source>
        <translation>Legen Sie eines an: Hier erscheint, was es kann, wann es endet und wann es zuletzt genutzt wurde.</translation>
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
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch läuft…</translation>
    </message>
    <message>
        <source>Next try in %1 min.</source>
        <translation>Nächster Versuch in %1 min.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Nächster Versuch in %1 s.</translation>
    </message>
    <message>
        <source>Check the connection.</source>
        <translation>Prüfen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
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
    <name>tokensmith::app::ApprovalController</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::ClientsController</name>
    <message>
        <source>%1&apos;s file has changed in the meantime. Nothing was written; this is the new difference.</source>
        <translation>Die Datei von %1 hat sich inzwischen geändert. Es wurde nichts geschrieben; dies ist der neue Unterschied.</translation>
    </message>
    <message>
        <source>The keychain has no secret of this token any more. Forget it here, too.</source>
        <translation>Der Schlüsselbund hat kein Geheimnis dieses Tokens mehr. Vergessen Sie es auch hier.</translation>
    </message>
    <message>
        <source>This connects it to the sandbox, not to your Cloudflare account.</source>
        <translation>Damit verbinden Sie es mit der Sandbox, nicht mit Ihrem Cloudflare-Konto.</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::CreateController</name>
    <message>
        <source>Your address couldn&apos;t be found out. Enter it by hand.</source>
        <translation>Ihre Adresse ließ sich nicht ermitteln. Geben Sie sie von Hand ein.</translation>
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
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Replace the bootstrap token…</source>
        <translation>Bootstrap-Token ersetzen…</translation>
    </message>
    <message>
        <source>Connection settings</source>
        <translation>Einstellungen der Verbindung</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Connect Cloudflare…</source>
        <translation>Cloudflare verbinden…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The selected token</source>
        <translation>Das ausgewählte Token</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected tokens</source>
        <translation>
            <numerusform>Das ausgewählte Token</numerusform>
            <numerusform>Die %n ausgewählten Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>The token that is shown</source>
        <translation>Das gezeigte Token</translation>
    </message>
    <message numerus="yes">
        <source>The %n tokens that are shown</source>
        <translation>
            <numerusform>Das gezeigte Token</numerusform>
            <numerusform>Die %n gezeigten Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>The only token</source>
        <translation>Das einzige Token</translation>
    </message>
    <message numerus="yes">
        <source>All %n tokens</source>
        <translation>
            <numerusform>Das einzige Token</numerusform>
            <numerusform>Alle %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::DesktopSettings</name>
    <message>
        <source>User token</source>
        <translation>Benutzer-Token</translation>
    </message>
    <message>
        <source>Account token</source>
        <translation>Konto-Token</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>A simulated Cloudflare, new at every start</source>
        <translation>Ein simuliertes Cloudflare, bei jedem Start neu</translation>
    </message>
    <message>
        <source>%1 from the environment</source>
        <comment>kind of token</comment>
        <translation>%1 aus der Umgebung</translation>
    </message>
    <message>
        <source>%1 in the keychain</source>
        <comment>kind of token</comment>
        <translation>%1 im Schlüsselbund</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>Your desktop has a tray</source>
        <translation>Ihre Arbeitsfläche hat einen Infobereich</translation>
    </message>
    <message>
        <source>Your desktop shows no tray icons, so closing quits</source>
        <translation>Ihre Arbeitsfläche hat keinen Infobereich, Schließen beendet daher</translation>
    </message>
    <message>
        <source>Your desktop doesn&apos;t say when the screen is locked</source>
        <translation>Ihre Arbeitsfläche meldet nicht, wann der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>The sandbox is started by hand</source>
        <translation>Die Sandbox wird von Hand gestartet</translation>
    </message>
    <message>
        <source>Hidden, in the tray</source>
        <translation>Verborgen, im Infobereich</translation>
    </message>
    <message>
        <source>Hidden, where a tray is there</source>
        <translation>Verborgen, wo es einen Infobereich gibt</translation>
    </message>
    <message>
        <source>Set by RATE_LIMIT_PER_MINUTE</source>
        <translation>Von RATE_LIMIT_PER_MINUTE vorgegeben</translation>
    </message>
    <message>
        <source>Set by --port</source>
        <translation>Durch --port festgelegt</translation>
    </message>
</context>
<context>
    <name>tokensmith::app::ExpiryNotifier</name>
    <message>
        <source>The first is %1, which has expired.</source>
        <translation>Das erste ist %1, schon abgelaufen.</translation>
    </message>
    <message>
        <source>The first is %1, %2.</source>
        <translation>Das erste ist %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens expire soon or have expired</source>
        <translation>
            <numerusform>%n Token läuft bald ab oder ist abgelaufen</numerusform>
            <numerusform>%n Tokens laufen bald ab oder sind abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 has expired</source>
        <translation>%1 ist abgelaufen</translation>
    </message>
    <message>
        <source>%1 expires %2</source>
        <comment>token, in 7 days</comment>
        <translation>%1 läuft %2 ab</translation>
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
    <name>tokensmith::app::LockController</name>
    <message>
        <source>Forget the bootstrap token</source>
        <translation>Bootstrap-Token vergessen</translation>
    </message>
    <message>
        <source>The keychain holds no bootstrap token any more. Quit, start Tokensmith again and connect Cloudflare.</source>
        <translation>Der Schlüsselbund enthält kein Bootstrap-Token mehr. Beenden Sie Tokensmith, starten Sie es neu und verbinden Sie Cloudflare.</translation>
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
    <message>
        <source>It was not read: the refresh was stopped.</source>
        <translation>Nicht gelesen: Das Aktualisieren wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::AccessCheck</name>
    <message>
        <source>It holds something that this version can&apos;t read.</source>
        <translation>Es enthält etwas, das diese Version nicht lesen kann.</translation>
    </message>
    <message>
        <source>It also says what the token may not do, which can&apos;t be chosen here.</source>
        <translation>Darin steht auch, was das Token nicht darf; das lässt sich hier nicht wählen.</translation>
    </message>
    <message>
        <source>It reaches several accounts, or things that can&apos;t be chosen here.</source>
        <translation>Das Token reicht in mehrere Konten oder zu etwas, das sich hier nicht wählen lässt.</translation>
    </message>
    <message>
        <source>What it can do can&apos;t be chosen here exactly as it is.</source>
        <translation>Was das Token kann, lässt sich hier nicht genau so wählen, wie es ist.</translation>
    </message>
    <message>
        <source>Not all of its zones can be seen in one account.</source>
        <translation>Nicht alle seine Zonen sind in einem Konto zu sehen.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::AccessDialog</name>
    <message>
        <source>What may %1 do?</source>
        <translation>Was darf %1?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Nothing is sent to Cloudflare before you save the changes.</source>
        <translation>An Cloudflare geht nichts, bevor Sie die Änderungen speichern.</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>Wählen Sie mindestens ein Recht.</translation>
    </message>
    <message>
        <source>Choose at least one zone, or all zones.</source>
        <translation>Wählen Sie mindestens eine Zone oder alle Zonen.</translation>
    </message>
    <message>
        <source>It is changed in the Cloudflare dashboard.</source>
        <translation>Geändert wird es im Cloudflare-Dashboard.</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>Dashboard öffnen</translation>
    </message>
    <message>
        <source>Read on Zone was added.</source>
        <translation>Lesen für Zone kam hinzu.</translation>
    </message>
    <message>
        <source>Most DNS clients look up the zone by its name.</source>
        <translation>Die meisten DNS-Programme suchen die Zone nach ihrem Namen.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::AccessPage</name>
    <message>
        <source>Which zones</source>
        <translation>Welche Zonen</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>Alle Zonen</translation>
    </message>
    <message>
        <source>Chosen zones</source>
        <translation>Gewählte Zonen</translation>
    </message>
    <message>
        <source>R2 buckets</source>
        <translation>R2-Buckets</translation>
    </message>
    <message>
        <source>Names, parted by commas</source>
        <translation>Namen, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>A bucket of a jurisdiction is written like eu/backups.</source>
        <translation>Ein Bucket mit Rechtsraum wird wie eu/backups geschrieben.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Wo?</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message numerus="yes">
        <source>All %n zones</source>
        <translation>
            <numerusform>Die eine Zone</numerusform>
            <numerusform>Alle %n Zonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen zones %1</source>
        <translation>Gewählte Zonen %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::AccessSection</name>
    <message>
        <source>Change permissions and places…</source>
        <translation>Rechte und Orte ändern…</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Open in the Cloudflare dashboard</source>
        <translation>Im Dashboard von Cloudflare öffnen</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Was es kann</translation>
    </message>
    <message>
        <source>%1, once you save.</source>
        <translation>%1, sobald Sie speichern.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2 It is changed in the Cloudflare dashboard.</source>
        <translation>%1. %2 Geändert wird es im Cloudflare-Dashboard.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityDetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Select an entry to see what happened</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, was geschah</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Copy the arguments</source>
        <translation>Argumente kopieren</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Show it on the Tokens page</source>
        <translation>Auf der Seite Tokens zeigen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Doesn&apos;t match</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>This hash</source>
        <translation>Dieser Hash</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>Der davor</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityExportDialog</name>
    <message>
        <source>Export activity</source>
        <translation>Aktivität exportieren</translation>
    </message>
    <message>
        <source>JSON lines: the entries of the chain as they are stored</source>
        <translation>JSON-Zeilen: die Einträge der Kette, wie sie gespeichert sind</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet: entries and calls</source>
        <translation>CSV für eine Tabelle: Einträge und Aufrufe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>All of it is written, whatever the list shows. There is no secret in the file, but it says who did what to which token.</source>
        <translation>Geschrieben wird alles, gleich was die Liste zeigt. Die Datei enthält kein Geheimnis, sagt aber, wer was mit welchem Token tat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Writing: %1 of %2</source>
        <translation>Schreibe: %1 von %2</translation>
    </message>
    <message>
        <source>1 entry is written to %1.</source>
        <translation>1 Eintrag ist in %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 entries are written to %2.</source>
        <translation>%1 Einträge sind in %2 geschrieben.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityFilters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityHeader</name>
    <message>
        <source>Chain not checked</source>
        <translation>Kette nicht geprüft</translation>
    </message>
    <message>
        <source>Checking: %1 of %2</source>
        <translation>Prüfe: %1 von %2</translation>
    </message>
    <message>
        <source>Chain can&apos;t be checked</source>
        <translation>Kette nicht prüfbar</translation>
    </message>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>Kette bricht bei Eintrag %1</translation>
    </message>
    <message>
        <source>Chain verified, 1 entry</source>
        <translation>Kette geprüft, 1 Eintrag</translation>
    </message>
    <message>
        <source>Chain verified, %1 entries</source>
        <translation>Kette geprüft, %1 Einträge</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>Aktivität durchsuchen</translation>
    </message>
    <message>
        <source>Search: token, client or cf-ray</source>
        <translation>Suche: Token, Client oder cf-ray</translation>
    </message>
    <message>
        <source>Check the chain again</source>
        <translation>Kette erneut prüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export (%1)</source>
        <translation>Exportieren (%1)</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Entries are never edited or deleted</source>
        <translation>Einträge werden nie geändert oder gelöscht</translation>
    </message>
    <message>
        <source>The activity can&apos;t be read</source>
        <translation>Die Aktivität ist nicht lesbar</translation>
    </message>
    <message>
        <source>No entry matches the search and what is chosen.</source>
        <translation>Kein Eintrag passt zur Suche und Auswahl.</translation>
    </message>
    <message>
        <source>Nothing of this kind happened in that time.</source>
        <translation>Nichts dergleichen geschah in dieser Zeit.</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>What clients ask for and what is changed here appears in this list.</source>
        <translation>Was Clients verlangen und was hier geändert wird, erscheint in dieser Liste.</translation>
    </message>
    <message>
        <source>%1 entries so far</source>
        <translation>Bisher %1 Einträge</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ActivityTable</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ApprovalBody</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>In the answer</source>
        <translation>In der Antwort</translation>
    </message>
    <message>
        <source>Where the secret goes</source>
        <translation>Wohin das Geheimnis kommt</translation>
    </message>
    <message>
        <source>Remember for 10 minutes</source>
        <translation>Für 10 Minuten merken</translation>
    </message>
    <message>
        <source>(every %1 of this client, secrets hidden)</source>
        <translation>(jedes %1 dieses Clients, Geheimnisse verborgen)</translation>
    </message>
    <message>
        <source>(every %1 of this client)</source>
        <translation>(jedes %1 dieses Clients)</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>Der Aufruf</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ApprovalFactsView</name>
    <message>
        <source>Resources</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ApprovalHeader</name>
    <message>
        <source>%1, %2. Denied automatically in</source>
        <comment>tool, time; followed by: 1 min 42 s</comment>
        <translation>%1, %2. Wird abgelehnt in</translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
    <message>
        <source>Denied automatically in %1</source>
        <translation>Wird abgelehnt in %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ApprovalWindow</name>
    <message>
        <source>What it would do</source>
        <translation>Was geschehen würde</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Read to the end to approve</source>
        <translation>Zum Freigeben bis zum Ende lesen</translation>
    </message>
    <message>
        <source>Hide the call</source>
        <translation>Aufruf ausblenden</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>Aufruf zeigen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::BulkBar</name>
    <message>
        <source>Selected rows</source>
        <translation>Ausgewählte Zeilen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CategoryList</name>
    <message numerus="yes">
        <source>%1, %n permissions</source>
        <translation>
            <numerusform>%1, %n Recht</numerusform>
            <numerusform>%1, %n Rechte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ChangeFlow</name>
    <message numerus="yes">
        <source>%1 and %n more.</source>
        <translation>
            <numerusform>%1 und %n weiteres.</numerusform>
            <numerusform>%1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them was ever used.</source>
        <translation>Keines davon wurde je genutzt.</translation>
    </message>
    <message>
        <source>%1 was used last, %2.</source>
        <translation>Zuletzt genutzt wurde %1, %2.</translation>
    </message>
    <message>
        <source>Disabling tokens: %1 of %2</source>
        <translation>Tokens werden abgeschaltet: %1 von %2</translation>
    </message>
    <message>
        <source>Enabling tokens: %1 of %2</source>
        <translation>Tokens werden eingeschaltet: %1 von %2</translation>
    </message>
    <message>
        <source>Revoking tokens: %1 of %2</source>
        <translation>Tokens werden widerrufen: %1 von %2</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Es wurde nie genutzt.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Es wurde zuletzt %1 genutzt.</translation>
    </message>
    <message>
        <source>%1 is disabled.</source>
        <translation>%1 ist abgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are disabled.</source>
        <translation>
            <numerusform>%n Token ist abgeschaltet.</numerusform>
            <numerusform>%n Tokens sind abgeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is enabled.</source>
        <translation>%1 ist eingeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are enabled.</source>
        <translation>
            <numerusform>%n Token ist eingeschaltet.</numerusform>
            <numerusform>%n Tokens sind eingeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 ist widerrufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are revoked.</source>
        <translation>
            <numerusform>%n Token ist widerrufen.</numerusform>
            <numerusform>%n Tokens sind widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can reach: %1.</source>
        <translation>Es erreicht: %1.</translation>
    </message>
    <message>
        <source>Whatever uses it stops working at once. This can&apos;t be undone.</source>
        <translation>Was es nutzt, geht sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Whatever uses them stops working at once. This can&apos;t be undone.</source>
        <translation>Was sie nutzt, geht sofort nicht mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n tokens?</source>
        <translation>
            <numerusform>%n Token widerrufen?</numerusform>
            <numerusform>%n Tokens widerrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Disable instead…</source>
        <translation>Lieber abschalten…</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 abschalten?</translation>
    </message>
    <message numerus="yes">
        <source>Disable %n tokens?</source>
        <translation>
            <numerusform>%n Token abschalten?</numerusform>
            <numerusform>%n Tokens abschalten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Whatever uses it stops working until you enable it again.</source>
        <translation>Was es nutzt, geht nicht mehr, bis Sie es wieder einschalten.</translation>
    </message>
    <message>
        <source>Whatever uses them stops working until you enable them again.</source>
        <translation>Was sie nutzt, geht nicht mehr, bis Sie sie wieder einschalten.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Roll the secret of %1?</source>
        <translation>Geheimnis von %1 erneuern?</translation>
    </message>
    <message>
        <source>The old secret stops working at once. The new one is put into the keychain.</source>
        <translation>Das alte Geheimnis gilt sofort nicht mehr. Das neue kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Stopped: 1 token stayed as it was.</source>
        <translation>Angehalten: 1 Token blieb, wie es war.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n tokens stayed as they were.</source>
        <translation>
            <numerusform>Angehalten: %n Token blieb, wie es war.</numerusform>
            <numerusform>Angehalten: %n Tokens blieben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stayed as it was.</source>
        <translation>%1 blieb, wie es war.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more stayed as they were.</source>
        <translation>
            <numerusform>%1 und %n weiteres blieben, wie sie waren.</numerusform>
            <numerusform>%1 und %n weitere blieben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has a new secret.</source>
        <translation>%1 hat ein neues Geheimnis.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The new secret of %1</source>
        <translation>Das neue Geheimnis von %1</translation>
    </message>
    <message>
        <source>It is in the keychain, so you can copy it again.</source>
        <translation>Es liegt im Schlüsselbund, Sie können es also wieder kopieren.</translation>
    </message>
    <message>
        <source>It is kept nowhere. Copy it before you close this.</source>
        <translation>Es ist nirgends aufbewahrt. Kopieren Sie es, bevor Sie schließen.</translation>
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
    <name>tokensmith::ui::ClientKeysModel</name>
    <message>
        <source>calls itself %1</source>
        <comment>a client</comment>
        <translation>nennt sich %1</translation>
    </message>
    <message>
        <source>speaks MCP %1</source>
        <comment>a client</comment>
        <translation>spricht MCP %1</translation>
    </message>
    <message>
        <source>More for %1</source>
        <comment>a client key</comment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ClientKeysTable</name>
    <message>
        <source>Client keys</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Hidden, in the keychain</source>
        <translation>Verborgen, im Schlüsselbund</translation>
    </message>
    <message>
        <source>Inline, in the answer…</source>
        <translation>Offen, in der Antwort…</translation>
    </message>
    <message>
        <source>More for %1</source>
        <comment>a client key</comment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Grenzen…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ClientsPage</name>
    <message>
        <source>%1 is disconnected.</source>
        <comment>a program</comment>
        <translation>%1 ist getrennt.</translation>
    </message>
    <message>
        <source>%1 is connected.</source>
        <comment>a program</comment>
        <translation>%1 ist verbunden.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>New client key</source>
        <translation>Neuer Client-Schlüssel</translation>
    </message>
    <message>
        <source>Client keys</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>What each client may do. Ask opens a window here, on your screen.</source>
        <translation>Was jeder Client darf. „Fragen“ öffnet hier ein Fenster, auf Ihrem Bildschirm.</translation>
    </message>
    <message>
        <source>There is no key yet, so nothing can call. Connect a client above, or make a key for one that isn&apos;t listed.</source>
        <translation>Es gibt noch keinen Schlüssel, also kann nichts zugreifen. Verbinden Sie oben einen Client oder erstellen Sie einen Schlüssel für einen, der dort fehlt.</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach the server</source>
        <translation>Nur Programme auf diesem Rechner erreichen den Server</translation>
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
        <source>%1, %2</source>
        <comment>client keys, of which active</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n client keys</source>
        <translation>
            <numerusform>%n Client-Schlüssel</numerusform>
            <numerusform>%n Client-Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n used in the last 5 minutes</source>
        <translation>
            <numerusform>%n in den letzten 5 Minuten genutzt</numerusform>
            <numerusform>%n in den letzten 5 Minuten genutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>The file as it was: %1.</source>
        <translation>Die Datei, wie sie war: %1.</translation>
    </message>
    <message>
        <source>Start it again so that it reads its file.</source>
        <translation>Starten Sie es neu, damit es seine Datei liest.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ComponentsPage</name>
    <message>
        <source>Components</source>
        <translation>Bausteine</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ConnectCard</name>
    <message>
        <source>Disconnect %1</source>
        <comment>a program</comment>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <comment>a program</comment>
        <translation>%1 reparieren</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <comment>a program</comment>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Write file and disconnect</source>
        <translation>Datei schreiben und trennen</translation>
    </message>
    <message>
        <source>Write file and repair</source>
        <translation>Datei schreiben und reparieren</translation>
    </message>
    <message>
        <source>Write file and connect</source>
        <translation>Datei schreiben und verbinden</translation>
    </message>
    <message>
        <source>The file is new; only you can read it.</source>
        <translation>Die Datei ist neu; nur Sie können sie lesen.</translation>
    </message>
    <message>
        <source>The rest of the file is kept as it is. A backup is made first.</source>
        <translation>Der Rest der Datei bleibt, wie er ist. Vorher entsteht eine Sicherung.</translation>
    </message>
    <message>
        <source>A new key is made: %1.</source>
        <translation>Ein neuer Schlüssel entsteht: %1.</translation>
    </message>
    <message>
        <source>Its key %1 is revoked.</source>
        <translation>Sein Schlüssel %1 wird widerrufen.</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>Was sich in der Datei ändert</translation>
    </message>
    <message>
        <source>Most clients read this. Put a key of its own in place of YOUR_KEY: New client key makes one and shows the text with it.</source>
        <translation>Die meisten Clients lesen dies. Setzen Sie für YOUR_KEY einen eigenen Schlüssel ein: „Neuer Client-Schlüssel“ erstellt einen und zeigt den Text damit.</translation>
    </message>
    <message>
        <source>Claude Desktop can also open %1, which brings what it needs and asks for a key.</source>
        <translation>Claude Desktop kann auch %1 öffnen; darin ist alles Nötige, und es fragt nach einem Schlüssel.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Any other client</source>
        <translation>Jeder andere Client</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CreateSide</name>
    <message>
        <source>In plain words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>It can&apos;t</source>
        <translation>Es kann nicht</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiteres.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::CreateWizard</name>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Back to tokens</source>
        <translation>Zurück zu den Tokens</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Leave without creating the token?</source>
        <translation>Verlassen, ohne das Token zu erstellen?</translation>
    </message>
    <message>
        <source>What you entered is lost. No token was made.</source>
        <translation>Ihre Eingaben gehen verloren. Es wurde kein Token erstellt.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Revoke this token…</source>
        <translation>Dieses Token widerrufen…</translation>
    </message>
    <message>
        <source>Create another</source>
        <translation>Noch eines erstellen</translation>
    </message>
    <message>
        <source>Part of that token&apos;s access can&apos;t be copied. Check what is chosen here.</source>
        <translation>Ein Teil des Zugriffs dieses Tokens lässt sich nicht kopieren. Prüfen Sie, was hier gewählt ist.</translation>
    </message>
    <message>
        <source>Give the token a name, 1 to 120 characters.</source>
        <translation>Geben Sie dem Token einen Namen, 1 bis 120 Zeichen.</translation>
    </message>
    <message>
        <source>Choose the token to copy.</source>
        <translation>Wählen Sie das Token, das kopiert werden soll.</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>Wählen Sie mindestens ein Recht.</translation>
    </message>
    <message>
        <source>Choose at least one zone, or all zones.</source>
        <translation>Wählen Sie mindestens eine Zone oder alle Zonen.</translation>
    </message>
    <message>
        <source>By template</source>
        <translation>Aus Vorlage</translation>
    </message>
    <message>
        <source>The token exists. Closing this page does not undo it; Revoke does.</source>
        <translation>Das Token besteht. Schließen macht das nicht rückgängig, Widerrufen schon.</translation>
    </message>
    <message>
        <source>What is the token for?</source>
        <translation>Wofür ist das Token?</translation>
    </message>
    <message>
        <source>Start from a template or a token you have, or pick everything yourself.</source>
        <translation>Beginnen Sie mit einer Vorlage oder einem vorhandenen Token, oder wählen Sie alles selbst.</translation>
    </message>
    <message>
        <source>Next: Access</source>
        <translation>Weiter: Zugriff</translation>
    </message>
    <message>
        <source>What may this token do?</source>
        <translation>Was darf dieses Token?</translation>
    </message>
    <message>
        <source>Pick as little as the job needs.</source>
        <translation>Wählen Sie so wenig, wie die Aufgabe braucht.</translation>
    </message>
    <message>
        <source>Next: Limits</source>
        <translation>Weiter: Grenzen</translation>
    </message>
    <message>
        <source>How long, and from where?</source>
        <translation>Wie lange, und von wo?</translation>
    </message>
    <message>
        <source>A token that leaks does less harm if it ends and works only where it is used.</source>
        <translation>Ein Token, das bekannt wird, schadet weniger, wenn es endet und nur gilt, wo es gebraucht wird.</translation>
    </message>
    <message>
        <source>Next: Review</source>
        <translation>Weiter: Prüfen</translation>
    </message>
    <message>
        <source>Review before creating</source>
        <translation>Vor dem Erstellen prüfen</translation>
    </message>
    <message>
        <source>This is exactly what Cloudflare will be asked for.</source>
        <translation>Genau darum wird Cloudflare gebeten.</translation>
    </message>
    <message>
        <source>Create token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <source>The token is ready</source>
        <translation>Das Token ist bereit</translation>
    </message>
    <message>
        <source>Cloudflare shows the secret only now. Put it where it belongs before you leave.</source>
        <translation>Cloudflare zeigt das Geheimnis nur jetzt. Bringen Sie es an seinen Ort, bevor Sie gehen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nothing is sent to Cloudflare before you press Create on the review step.</source>
        <translation>Nichts geht an Cloudflare, bevor Sie im Schritt „Prüfen“ auf „Token erstellen“ drücken.</translation>
    </message>
    <message>
        <source>Nothing chosen yet. The token can&apos;t do anything.</source>
        <translation>Noch nichts gewählt. Das Token kann nichts.</translation>
    </message>
    <message>
        <source>Most DNS clients look up the zone by name, so Read on Zone was added.</source>
        <translation>Die meisten DNS-Clients suchen die Zone über ihren Namen, daher kam „Zone: Lesen“ dazu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>A token that may make or change tokens can only be made in the dashboard.</source>
        <translation>Ein Token, das Tokens erstellen oder ändern darf, lässt sich nur im Dashboard erstellen.</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>Dashboard öffnen</translation>
    </message>
    <message>
        <source>Copy the secret or hold it in the keychain first: it can&apos;t be shown again.</source>
        <translation>Kopieren Sie das Geheimnis oder legen Sie es in den Schlüsselbund: Es lässt sich nicht noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>The token stops working at once, for good. If its secret is in use already, that breaks too.</source>
        <translation>Das Token gilt sofort und endgültig nicht mehr. Wo sein Geheimnis schon genutzt wird, geht nichts mehr.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>Cloudflare shows the secret only now. Put it where it belongs before you leave this page.</source>
        <translation>Cloudflare zeigt das Geheimnis nur jetzt. Bringen Sie es an seinen Ort, bevor Sie diese Seite verlassen.</translation>
    </message>
    <message>
        <source>What the template allows.</source>
        <translation>Was die Vorlage erlaubt.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
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
    <name>tokensmith::ui::DateField</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>how a day is typed</comment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::DiffView</name>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n Zeile dazu</numerusform>
            <numerusform>%n Zeilen dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::EditDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Works only from these addresses</source>
        <translation>Gilt nur von diesen Adressen</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>Addresses or ranges such as 203.0.113.0/24, parted by commas.</source>
        <translation>Adressen oder Bereiche wie 203.0.113.0/24, mit Kommas getrennt.</translation>
    </message>
    <message>
        <source>Never works from these addresses</source>
        <translation>Gilt nie von diesen Adressen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ExpiryField</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Wie bisher: %1</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>In 90 Tagen</translation>
    </message>
    <message>
        <source>In 6 months</source>
        <translation>In 6 Monaten</translation>
    </message>
    <message>
        <source>In 1 year</source>
        <translation>In 1 Jahr</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag…</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>The day it expires</source>
        <translation>Tag des Ablaufs</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ExpirySteps</name>
    <message>
        <source>Change the days</source>
        <translation>Tage ändern</translation>
    </message>
    <message>
        <source>Days before a token expires, with commas between</source>
        <translation>Tage vor dem Ablauf eines Tokens, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Days from 0 to 365, like 30, 14, 7</source>
        <translation>Tage von 0 bis 365, etwa 30, 14, 7</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ExportDialog</name>
    <message>
        <source>Export tokens</source>
        <translation>Tokens exportieren</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>CSV, for a spreadsheet</source>
        <translation>CSV, für eine Tabelle</translation>
    </message>
    <message>
        <source>JSON, for other programs</source>
        <translation>JSON, für andere Programme</translation>
    </message>
    <message>
        <source>Calendar of what expires when, with a reminder a week ahead</source>
        <translation>Kalender, was wann abläuft, mit Erinnerung eine Woche vorher</translation>
    </message>
    <message>
        <source>There is no secret in the file, but it says what each token can do.</source>
        <translation>Die Datei enthält kein Geheimnis, aber sie sagt, was jedes Token kann.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Writing: %1 of %2</source>
        <translation>Wird geschrieben: %1 von %2</translation>
    </message>
    <message>
        <source>1 token is written to %1.</source>
        <translation>1 Token steht nun in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are written to %1.</source>
        <translation>
            <numerusform>%n Token steht nun in %1.</numerusform>
            <numerusform>%n Tokens stehen nun in %1.</numerusform>
        </translation>
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
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::FoundCard</name>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>No client found</source>
        <translation>Kein Client gefunden</translation>
    </message>
    <message>
        <source>Tokensmith looks for Claude Desktop, Claude Code, Cursor, VS Code, Zed and others. In any other, use the text beside this.</source>
        <translation>Tokensmith sucht Claude Desktop, Claude Code, Cursor, VS Code, Zed und andere. Für alle übrigen gilt der Text daneben.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::FoundRow</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Disconnect %1…</source>
        <comment>a program</comment>
        <translation>%1 trennen…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Connect %1…</source>
        <comment>a program</comment>
        <translation>%1 verbinden…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Reparieren…</translation>
    </message>
    <message>
        <source>Repair %1…</source>
        <comment>a program</comment>
        <translation>%1 reparieren…</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Why…</source>
        <translation>Warum…</translation>
    </message>
    <message>
        <source>Why %1 can&apos;t be connected…</source>
        <comment>a program</comment>
        <translation>Warum %1 sich nicht verbinden lässt…</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::HeldCard</name>
    <message>
        <source>Held secrets</source>
        <translation>Aufbewahrte Geheimnisse</translation>
    </message>
    <message>
        <source>The keychain holds no secret. Those of tokens that clients make or roll go there, so that no model sees them.</source>
        <translation>Der Schlüsselbund enthält kein Geheimnis. Die von Tokens, die Clients erstellen oder erneuern, kommen dorthin, damit kein Modell sie sieht.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard clears in %n s.</source>
        <translation>
            <numerusform>Kopiert. Die Zwischenablage wird in %n s geleert.</numerusform>
            <numerusform>Kopiert. Die Zwischenablage wird in %n s geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the secret of %1?</source>
        <comment>a token</comment>
        <translation>Geheimnis von %1 zeigen?</translation>
    </message>
    <message>
        <source>Whoever sees it can use the token. To put it into a program, copy it instead.</source>
        <translation>Wer es sieht, kann das Token nutzen. Um es in ein Programm einzusetzen, kopieren Sie es lieber.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Forget the secret of %1?</source>
        <comment>a token</comment>
        <translation>Geheimnis von %1 vergessen?</translation>
    </message>
    <message>
        <source>It is removed from the keychain, and nobody can show it again. The token goes on working wherever the secret is used.</source>
        <translation>Es wird aus dem Schlüsselbund entfernt, und niemand kann es noch einmal zeigen. Das Token gilt weiter, wo immer das Geheimnis genutzt wird.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Secret of %1</source>
        <comment>a token</comment>
        <translation>Geheimnis von %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::HeldModel</name>
    <message>
        <source>You, in this window</source>
        <translation>Sie, in diesem Fenster</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>Aufbewahrt seit</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::HoldCard</name>
    <message>
        <source>Held</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Remove from keychain…</source>
        <translation>Aus Schlüsselbund entfernen…</translation>
    </message>
    <message>
        <source>Hold in keychain</source>
        <translation>In Schlüsselbund legen</translation>
    </message>
    <message>
        <source>Being removed from the keychain…</source>
        <translation>Wird aus dem Schlüsselbund entfernt…</translation>
    </message>
    <message>
        <source>Being put into the keychain…</source>
        <translation>Wird in den Schlüsselbund gelegt…</translation>
    </message>
    <message>
        <source>Kept by Tokensmith in your keychain, so you can copy it again.</source>
        <translation>Tokensmith bewahrt es im Schlüsselbund auf, Sie können es also wieder kopieren.</translation>
    </message>
    <message>
        <source>Not held. Once you leave this page, nobody can show the secret again.</source>
        <translation>Nicht aufbewahrt. Wenn Sie diese Seite verlassen, kann niemand das Geheimnis noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Remove the secret from the keychain?</source>
        <translation>Geheimnis aus dem Schlüsselbund entfernen?</translation>
    </message>
    <message>
        <source>The token goes on working. After you leave this page nobody can show its secret again.</source>
        <translation>Das Token gilt weiter. Wenn Sie diese Seite verlassen, kann niemand sein Geheimnis noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
    <name>tokensmith::ui::KeyFlow</name>
    <message>
        <source>Give secrets to %1?</source>
        <comment>a client key</comment>
        <translation>%1 Geheimnisse geben?</translation>
    </message>
    <message>
        <source>The secret of every token it makes or rolls goes into its answers, and so into the conversation with the model and wherever that is kept.</source>
        <translation>Das Geheimnis jedes Tokens, das er erstellt oder erneuert, kommt in die Antworten und damit in das Gespräch mit dem Modell und überall dorthin, wo es aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Give secrets</source>
        <translation>Geheimnisse geben</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>a client key</comment>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Calls that are open now end. The key stays the same.</source>
        <translation>Offene Aufrufe enden. Der Schlüssel bleibt derselbe.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Er wurde zuletzt %1 genutzt.</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Er wurde nie genutzt.</translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation>Schlüssel %1 widerrufen?</translation>
    </message>
    <message>
        <source>%1 Whatever uses it is refused at once. Tokens it made stay.</source>
        <comment>use</comment>
        <translation>%1 Was ihn nutzt, wird sofort abgewiesen. Tokens, die er erstellt hat, bleiben.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
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
    <name>tokensmith::ui::LimitsDialog</name>
    <message>
        <source>Limits of %1</source>
        <comment>a client key</comment>
        <translation>Grenzen von %1</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Grenzen setzen</translation>
    </message>
    <message>
        <source>Only in these accounts</source>
        <translation>Nur in diesen Konten</translation>
    </message>
    <message>
        <source>Only from these templates</source>
        <translation>Nur aus diesen Vorlagen</translation>
    </message>
    <message>
        <source>Longest lifetime of a token</source>
        <translation>Längste Laufzeit eines Tokens</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Such as 12h, 90d, 6m or 1y. With one, tokens that never end are refused.</source>
        <translation>Etwa 12h, 90d, 6m oder 1y. Tokens ohne Ende werden dann abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing ticked: no limit</source>
        <translation>Nichts angekreuzt: keine Grenze</translation>
    </message>
    <message>
        <source>None is known yet</source>
        <translation>Noch ist keines bekannt</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::LimitsPage</name>
    <message>
        <source>Works only from these addresses</source>
        <translation>Gilt nur von diesen Adressen</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>Addresses or ranges such as 203.0.113.0/24, parted by commas.</source>
        <translation>Adressen oder Bereiche wie 203.0.113.0/24, mit Kommas getrennt.</translation>
    </message>
    <message>
        <source>Never works from these addresses</source>
        <translation>Gilt nie von diesen Adressen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Add my address</source>
        <translation>Meine Adresse dazu</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 Monate</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag…</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>The day it expires</source>
        <translation>Tag des Ablaufs</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>The day it starts to work</source>
        <translation>Tag des Beginns</translation>
    </message>
    <message>
        <source>Starts to work</source>
        <translation>Gilt ab</translation>
    </message>
    <message>
        <source>It does nothing before %1.</source>
        <translation>Es kann nichts vor: %1.</translation>
    </message>
    <message>
        <source>A token that never expires works until somebody revokes it.</source>
        <translation>Ein Token, das nie abläuft, gilt, bis es jemand widerruft.</translation>
    </message>
    <message numerus="yes">
        <source>Until %1 (%n days)</source>
        <translation>
            <numerusform>Bis %1 (%n Tag)</numerusform>
            <numerusform>Bis %1 (%n Tage)</numerusform>
        </translation>
    </message>
    <message>
        <source>It would start after it expires. Choose an earlier day, or a later end.</source>
        <translation>Es würde erst nach seinem Ablauf beginnen. Wählen Sie einen früheren Tag oder ein späteres Ende.</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jede Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how long, from where</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Tokensmith is locked</source>
        <translation>Tokensmith ist gesperrt</translation>
    </message>
    <message>
        <source>The bootstrap token is forgotten until you unlock. AI clients are told so and can do nothing.</source>
        <translation>Das Bootstrap-Token ist vergessen, bis Sie entsperren. KI-Clients erfahren das und können nichts tun.</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Beenden…</translation>
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
    <message>
        <source>%1, %2</source>
        <comment>page, needs attention</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
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
    <name>tokensmith::ui::NewKeyDialog</name>
    <message>
        <source>List tokens, audit and preview</source>
        <translation>Tokens auflisten, prüfen, Vorschau</translation>
    </message>
    <message>
        <source>Create tokens</source>
        <translation>Tokens erstellen</translation>
    </message>
    <message>
        <source>Edit, roll and rotate tokens</source>
        <translation>Tokens ändern, erneuern, rotieren</translation>
    </message>
    <message>
        <source>Revoke tokens</source>
        <translation>Tokens widerrufen</translation>
    </message>
    <message>
        <source>New client key</source>
        <translation>Neuer Client-Schlüssel</translation>
    </message>
    <message>
        <source>Make key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Laptop, editor</source>
        <translation>Laptop, Editor</translation>
    </message>
    <message>
        <source>Shown wherever this client does something. One key for each client.</source>
        <translation>Steht überall, wo dieser Client etwas tut. Ein Schlüssel je Client.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was er darf</translation>
    </message>
    <message>
        <source>Ask opens a window here, on your screen. Secrets of new tokens stay hidden in the keychain unless you change that in the table.</source>
        <translation>„Fragen“ öffnet hier ein Fenster, auf Ihrem Bildschirm. Geheimnisse neuer Tokens bleiben im Schlüsselbund verborgen, wenn Sie das nicht in der Tabelle ändern.</translation>
    </message>
    <message>
        <source>For the client&apos;s configuration</source>
        <translation>Für die Konfiguration des Clients</translation>
    </message>
    <message>
        <source>This key is shown once.</source>
        <translation>Dieser Schlüssel wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Give it to one client only. Lost keys are revoked and made anew.</source>
        <translation>Geben Sie ihn nur einem Client. Verlorene Schlüssel werden widerrufen und neu erstellt.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy the key first.</source>
        <translation>Kopieren Sie erst den Schlüssel.</translation>
    </message>
    <message>
        <source>It can&apos;t be shown again. Press Done if you don&apos;t need it.</source>
        <translation>Er lässt sich nicht noch einmal zeigen. Drücken Sie „Fertig“, wenn Sie ihn nicht brauchen.</translation>
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
    <name>tokensmith::ui::PermissionDelegate</name>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::PermissionModel</name>
    <message>
        <source>Zone permissions</source>
        <translation>Rechte für Zonen</translation>
    </message>
    <message>
        <source>Account permissions</source>
        <translation>Rechte für Konten</translation>
    </message>
    <message>
        <source>User permissions</source>
        <translation>Rechte für den Benutzer</translation>
    </message>
    <message>
        <source>R2 bucket permissions</source>
        <translation>Rechte für R2-Buckets</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>permission, scope, level</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::PermissionPicker</name>
    <message>
        <source>Find a permission</source>
        <translation>Recht suchen</translation>
    </message>
    <message>
        <source>Find a permission or a category</source>
        <translation>Recht oder Bereich suchen</translation>
    </message>
    <message>
        <source>Which permissions</source>
        <translation>Welche Rechte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Chosen %1</source>
        <translation>Gewählt %1</translation>
    </message>
    <message>
        <source>A token that may make or change tokens can only be made in the dashboard.</source>
        <translation>Ein Token, das Tokens erstellen oder ändern darf, lässt sich nur im Dashboard erstellen.</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>Dashboard öffnen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>category, number of permissions</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::PolicyPill</name>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
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
    <name>tokensmith::ui::ProgressSteps</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::QuitDialog</name>
    <message>
        <source>The MCP server stops: AI clients can&apos;t work with tokens until you start Tokensmith again. Nobody is told when a token expires.</source>
        <translation>Der MCP-Server hält an: KI-Clients können nicht mit Tokens arbeiten, bis Sie Tokensmith wieder starten. Niemand erfährt, wenn ein Token abläuft.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) under way end first, so that no secret is lost.</source>
        <translation>
            <numerusform>Eine laufende Änderung wird erst beendet, damit kein Geheimnis verloren geht.</numerusform>
            <numerusform>%n laufende Änderungen werden erst beendet, damit kein Geheimnis verloren geht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Tokensmith?</source>
        <translation>Tokensmith beenden?</translation>
    </message>
    <message>
        <source>Quit Tokensmith</source>
        <translation>Tokensmith beenden</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::RequestPane</name>
    <message>
        <source>The request as</source>
        <translation>Die Anfrage als</translation>
    </message>
    <message>
        <source>Hold the secret in the keychain</source>
        <translation>Geheimnis im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Die Anfrage</translation>
    </message>
    <message>
        <source>After creating</source>
        <translation>Nach dem Erstellen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ReviewPage</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>From %1, never expires</source>
        <translation>Ab %1, läuft nie ab</translation>
    </message>
    <message>
        <source>From %1 until %2</source>
        <translation>Ab %1, bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n days)</source>
        <translation>
            <numerusform>%1 (%n Tag)</numerusform>
            <numerusform>%1 (%n Tage)</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Namen ändern</translation>
    </message>
    <message>
        <source>Edit access</source>
        <translation>Zugriff ändern</translation>
    </message>
    <message>
        <source>Edit limits</source>
        <translation>Grenzen ändern</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1 (your address now)</source>
        <translation>%1 (Ihre jetzige Adresse)</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Not from %1</source>
        <translation>Nicht von %1</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Working out what Cloudflare will be asked for…</source>
        <translation>Die Anfrage an Cloudflare wird zusammengestellt…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Your user. It acts as you.</source>
        <translation>Ihr Benutzer. Es handelt als Sie.</translation>
    </message>
    <message>
        <source>Account token of %1. It stays when a member leaves.</source>
        <translation>Konto-Token von %1. Es bleibt, wenn ein Mitglied geht.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
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
    <name>tokensmith::ui::SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>%1, remove</source>
        <translation>%1, entfernen</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Secret, shown</source>
        <translation>Geheimnis, sichtbar</translation>
    </message>
    <message>
        <source>Secret, hidden</source>
        <translation>Geheimnis, verdeckt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Clipboard clears in %n s</source>
        <translation>
            <numerusform>Zwischenablage leert sich in %n s</numerusform>
            <numerusform>Zwischenablage leert sich in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SecretPage</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
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
    <message>
        <source>Not listening</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Server starten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ServerCard</name>
    <message>
        <source>MCP server</source>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Change port…</source>
        <translation>Port ändern…</translation>
    </message>
    <message>
        <source>Address for clients</source>
        <translation>Adresse für Clients</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Approved today</source>
        <translation>Heute genehmigt</translation>
    </message>
    <message>
        <source>Calls that asked and got a yes</source>
        <translation>Aufrufe, die fragten und ein Ja bekamen</translation>
    </message>
    <message>
        <source>Denied today</source>
        <translation>Heute abgelehnt</translation>
    </message>
    <message>
        <source>Calls that asked and got a no, or no answer in time</source>
        <translation>Aufrufe, die fragten und ein Nein oder keine rechtzeitige Antwort bekamen</translation>
    </message>
    <message>
        <source>MCP server is starting</source>
        <translation>MCP-Server startet</translation>
    </message>
    <message>
        <source>For programs on this computer only</source>
        <translation>Nur für Programme auf diesem Rechner</translation>
    </message>
    <message>
        <source>MCP server is on</source>
        <translation>MCP-Server ist an</translation>
    </message>
    <message>
        <source>MCP server is paused</source>
        <translation>MCP-Server ist angehalten</translation>
    </message>
    <message>
        <source>Every client is refused until you resume</source>
        <translation>Jeder Client wird abgewiesen, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>MCP server is not running</source>
        <translation>MCP-Server läuft nicht</translation>
    </message>
    <message>
        <source>Clients can&apos;t connect</source>
        <translation>Clients können sich nicht verbinden</translation>
    </message>
    <message>
        <source>MCP server is off</source>
        <translation>Der MCP-Server ist aus</translation>
    </message>
    <message>
        <source>It does not listen; clients can&apos;t connect</source>
        <translation>Er nimmt keine Verbindungen an; Clients können sich nicht verbinden</translation>
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
    <name>tokensmith::ui::SettingsPage</name>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Changes per minute, per client</source>
        <translation>Änderungen je Minute und Client</translation>
    </message>
    <message>
        <source>Above this, a client is told when to try again</source>
        <translation>Darüber erfährt ein Client, wann er es wieder versuchen kann</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect after a restart</source>
        <translation>Gilt nach einem Neustart</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Forgets the bootstrap token until you unlock</source>
        <translation>Vergisst das Bootstrap-Token, bis Sie entsperren</translation>
    </message>
    <message>
        <source>5 minutes idle</source>
        <translation>5 Minuten Leerlauf</translation>
    </message>
    <message>
        <source>15 minutes idle</source>
        <translation>15 Minuten Leerlauf</translation>
    </message>
    <message>
        <source>30 minutes idle</source>
        <translation>30 Minuten Leerlauf</translation>
    </message>
    <message>
        <source>1 hour idle</source>
        <translation>1 Stunde Leerlauf</translation>
    </message>
    <message>
        <source>4 hours idle</source>
        <translation>4 Stunden Leerlauf</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Lock with the screen and before sleep</source>
        <translation>Mit dem Bildschirm und vor dem Ruhezustand sperren</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message>
        <source>Only if it still holds our secret</source>
        <translation>Nur wenn unser Geheimnis noch darin ist</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 Sekunden</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 Minuten</translation>
    </message>
    <message>
        <source>Keep secrets masked</source>
        <translation>Geheimnisse verdecken</translation>
    </message>
    <message>
        <source>Show reveals one for 10 seconds</source>
        <translation>„Zeigen“ zeigt eines 10 Sekunden lang</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) idle</source>
        <translation>
            <numerusform>%n Minute Leerlauf</numerusform>
            <numerusform>%n Minuten Leerlauf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Once per token and step</source>
        <translation>Einmal je Token und Schritt</translation>
    </message>
    <message>
        <source>Before a token expires</source>
        <translation>Bevor ein Token abläuft</translation>
    </message>
    <message>
        <source>Start when I sign in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Close button hides to the tray</source>
        <translation>Schließen verbirgt im Infobereich</translation>
    </message>
    <message>
        <source>Turn the MCP server on at start</source>
        <translation>MCP-Server beim Start einschalten</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Replace the bootstrap token</source>
        <translation>Bootstrap-Token ersetzen</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>Keine Einstellung passt</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Changes are saved at once</source>
        <translation>Änderungen werden sofort gespeichert</translation>
    </message>
    <message>
        <source>Tokensmith %1, Qt %2</source>
        <translation>Tokensmith %1, Qt %2</translation>
    </message>
    <message>
        <source>Nothing here is called &quot;%1&quot;.</source>
        <translation>Nichts hier heißt „%1“.</translation>
    </message>
    <message>
        <source>Port of the MCP server</source>
        <translation>Port des MCP-Servers</translation>
    </message>
    <message>
        <source>Takes effect after a restart; then repair the clients</source>
        <translation>Gilt nach einem Neustart; reparieren Sie dann die Clients</translation>
    </message>
    <message>
        <source>Deny approvals after</source>
        <translation>Freigaben ablehnen nach</translation>
    </message>
    <message>
        <source>A call of a client that nobody answers</source>
        <translation>Ein Aufruf eines Clients, auf den niemand antwortet</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>When a client waits for an approval</source>
        <translation>Wenn ein Client auf eine Freigabe wartet</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Search; clear it, close the pane, leave a wizard</source>
        <translation>Suchen; Suche leeren, Einzelheiten schließen, Assistent verlassen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Pause or resume all clients</source>
        <translation>Alle Clients anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Refresh; export</source>
        <translation>Aktualisieren; exportieren</translation>
    </message>
    <message>
        <source>Move; with Shift or Ctrl extend the selection</source>
        <translation>Bewegen; mit Umschalt oder Strg die Auswahl erweitern</translation>
    </message>
    <message>
        <source>Revoke (asks)</source>
        <translation>Widerrufen (fragt nach)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on to the next area; with Shift back</source>
        <translation>Zum nächsten Bereich; mit Umschalt zurück</translation>
    </message>
    <message>
        <source>Open the pane</source>
        <translation>Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>Edit; disable or enable</source>
        <translation>Bearbeiten; ab- oder einschalten</translation>
    </message>
    <message>
        <source>Roll the secret (asks)</source>
        <translation>Geheimnis erneuern (fragt nach)</translation>
    </message>
    <message>
        <source>Wizards</source>
        <translation>Assistenten</translation>
    </message>
    <message>
        <source>Tokens, Activity, Clients, Settings</source>
        <translation>Tokens, Aktivität, Clients, Einstellungen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Approve; deny</source>
        <translation>Freigeben; ablehnen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Read on; Approve works at the end</source>
        <translation>Weiterlesen; Freigeben geht am Ende</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::SnippetBox</name>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Text for the client&apos;s configuration</source>
        <translation>Text für die Konfiguration des Clients</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::StartPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for, such as ci-dns-records</source>
        <translation>Wofür es ist, etwa ci-dns-records</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Copy of a token</source>
        <translation>Kopie eines Tokens</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Wahl</translation>
    </message>
    <message>
        <source>Find a token to copy</source>
        <translation>Token zum Kopieren suchen</translation>
    </message>
    <message>
        <source>Find a token by its name</source>
        <translation>Token nach Namen suchen</translation>
    </message>
    <message>
        <source>Token to copy</source>
        <translation>Token zum Kopieren</translation>
    </message>
    <message>
        <source>You pick every permission yourself.</source>
        <translation>Sie wählen jedes Recht selbst.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Takes over permissions, places and addresses. You can change them on the next pages.</source>
        <translation>Übernimmt Rechte, Bereiche und Adressen. Auf den nächsten Seiten können Sie sie ändern.</translation>
    </message>
    <message>
        <source>Dashboard only</source>
        <translation>Nur im Dashboard</translation>
    </message>
    <message numerus="yes">
        <source>%n permissions</source>
        <translation>
            <numerusform>%n Recht</numerusform>
            <numerusform>%n Rechte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Your user: it acts as you</source>
        <translation>Ihr Benutzer: Es handelt als Sie</translation>
    </message>
    <message>
        <source>%1: it stays when a member leaves</source>
        <translation>%1: Es bleibt, wenn ein Mitglied geht</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::StepRail</name>
    <message>
        <source>Step %1, %2, %3</source>
        <translation>Schritt %1, %2, %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TimelineChart</name>
    <message>
        <source>Expiry by week</source>
        <translation>Abläufe nach Wochen</translation>
    </message>
    <message numerus="yes">
        <source>Week of %1: %n tokens</source>
        <translation>
            <numerusform>Woche ab %1: %n Token</numerusform>
            <numerusform>Woche ab %1: %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in the next 7 days, %2 in the 4 weeks after, %3 later</source>
        <translation>%1 in den nächsten 7 Tagen, %2 in den 4 Wochen danach, %3 später</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenActions</name>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Roll secret…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Open in the Cloudflare dashboard</source>
        <translation>Im Dashboard von Cloudflare öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenChips</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
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
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>Broad</source>
        <translation>Weitreichend</translation>
    </message>
    <message>
        <source>No IP limit</source>
        <translation>Ohne IP-Grenze</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Mit Befunden</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show only these; with Ctrl, combine</source>
        <translation>Nur diese zeigen; mit Strg verbinden</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Alle Tokens zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Fit to content</source>
        <translation>An Inhalt anpassen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
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
    <message>
        <source>%1, ID %2</source>
        <comment>zone</comment>
        <translation>%1, ID %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
    <name>tokensmith::ui::TokenFindings</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 Befund</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokenTableModel</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensEmptyState</name>
    <message>
        <source>Show all tokens</source>
        <translation>Alle Tokens zeigen</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>Nach %1 suchen</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensFilters</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show tokens of all weeks</source>
        <translation>Tokens aller Wochen zeigen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>later, per week</source>
        <translation>später, je Woche</translation>
    </message>
    <message>
        <source>Expiry, next 12 months</source>
        <translation>Abläufe, nächste 12 Monate</translation>
    </message>
    <message>
        <source>Ends from %1 to %2</source>
        <translation>Ende vom %1 bis %2</translation>
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
    <name>tokensmith::ui::TokensHeader</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>New token (Ctrl+N)</source>
        <translation>Neues Token (Strg+N)</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensNoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensOverview</name>
    <message>
        <source>The selected tokens together</source>
        <translation>Die ausgewählten Tokens zusammen</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens selected</source>
        <translation>
            <numerusform>%n Token ausgewählt</numerusform>
            <numerusform>%n Tokens ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
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
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Besitzer</translation>
    </message>
    <message numerus="yes">
        <source>%n more owners</source>
        <translation>
            <numerusform>%n weiterer Besitzer</numerusform>
            <numerusform>%n weitere Besitzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Next to expire: %1, %2</source>
        <comment>token, in 5 days</comment>
        <translation>Als Nächstes läuft ab: %1, %2</translation>
    </message>
    <message>
        <source>Expire within 30 days</source>
        <translation>Laufen innerhalb von 30 Tagen ab</translation>
    </message>
    <message>
        <source>Never expire</source>
        <translation>Laufen nie ab</translation>
    </message>
    <message>
        <source>Unused for 90 days</source>
        <translation>Seit 90 Tagen ungenutzt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Still being looked for…</source>
        <translation>Werden noch gesucht …</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Mit Befunden</translation>
    </message>
    <message>
        <source>With a serious one</source>
        <translation>Mit einem schweren</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensPage</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cloudflare can&apos;t be reached. Changes wait until it can.</source>
        <translation>Cloudflare ist nicht erreichbar. Änderungen müssen warten.</translation>
    </message>
    <message>
        <source>This token is not in the list any more.</source>
        <translation>Dieses Token ist nicht mehr in der Liste.</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::TokensSearch</name>
    <message>
        <source>Search tokens</source>
        <translation>Tokens durchsuchen</translation>
    </message>
    <message>
        <source>Search or filter: is:expiring perm:dns</source>
        <translation>Suchen oder filtern: is:expiring perm:dns</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
    <message>
        <source>New token…</source>
        <translation>Neues Token…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>1 approval waiting…</source>
        <translation>1 Freigabe wartet…</translation>
    </message>
    <message numerus="yes">
        <source>%n approvals waiting…</source>
        <translation>
            <numerusform>%n Freigabe wartet…</numerusform>
            <numerusform>%n Freigaben warten…</numerusform>
        </translation>
    </message>
    <message>
        <source>1 token expires within 30 days</source>
        <translation>1 Token läuft in 30 Tagen ab</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens expire within 30 days</source>
        <translation>
            <numerusform>%n Token läuft in 30 Tagen ab</numerusform>
            <numerusform>%n Tokens laufen in 30 Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>1 rotation needs attention</source>
        <translation>1 Rotation braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n rotations need attention</source>
        <translation>
            <numerusform>%n Rotation braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Rotationen brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked · %1</source>
        <comment>state of the server</comment>
        <translation>Gesperrt · %1</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Server starten</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::VerifyCard</name>
    <message>
        <source>Verify again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Command that tests the token</source>
        <translation>Befehl, der das Token prüft</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Try it from a shell. The command reads the secret from your environment.</source>
        <translation>Probieren Sie es in einer Shell. Der Befehl liest das Geheimnis aus Ihrer Umgebung.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Asking Cloudflare…</source>
        <translation>Cloudflare wird gefragt…</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Active, answered in %1 ms</source>
        <translation>Aktiv, Antwort in %1 ms</translation>
    </message>
    <message>
        <source>It doesn&apos;t work</source>
        <translation>Es gilt nicht</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::WizardFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>tokensmith::ui::ZonePicker</name>
    <message>
        <source>Find a zone</source>
        <translation>Zone suchen</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Loading zones…</source>
        <translation>Zonen werden geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%n zones of the token that was copied. Choose an account to choose others.</source>
        <translation>
            <numerusform>%n Zone des kopierten Tokens. Wählen Sie ein Konto, um andere zu wählen.</numerusform>
            <numerusform>%n Zonen des kopierten Tokens. Wählen Sie ein Konto, um andere zu wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an account to choose among its zones.</source>
        <translation>Wählen Sie ein Konto, um unter seinen Zonen zu wählen.</translation>
    </message>
    <message>
        <source>There are no zones in this account.</source>
        <translation>In diesem Konto gibt es keine Zonen.</translation>
    </message>
    <message>
        <source>No zone is called like &quot;%1&quot;.</source>
        <translation>Keine Zone heißt wie „%1“.</translation>
    </message>
</context>
</TS>
