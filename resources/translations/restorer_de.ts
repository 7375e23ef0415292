<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Restorer</source>
        <translation>Über Restorer</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Version {}</translation>
    </message>
    <message>
        <source>Gives old and damaged photographs back to the people who love them.</source>
        <translation>Gibt alte und beschädigte Fotografien denen zurück, die sie lieben.</translation>
    </message>
    <message>
        <source>Everything happens on this computer. The program never goes online by itself, counts nothing and reports nothing. Originals are only read, never written.</source>
        <translation>Alles geschieht auf diesem Rechner. Das Programm geht nie von selbst ins Netz, zählt nichts und meldet nichts. Originale werden nur gelesen, nie verändert.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt, LibRaw and libheif are used under the LGPL.</source>
        <translation>Apache License 2.0. Qt, LibRaw und libheif werden unter der LGPL verwendet.</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Beruht auf</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <source>&amp;About Restorer</source>
        <translation>Ü&amp;ber Restorer</translation>
    </message>
    <message>
        <source>&amp;Accept repair</source>
        <translation>Reparatur &amp;annehmen</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>&amp;Blinken</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy result</source>
        <translation>Ergebnis &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Device and self-test…</source>
        <translation>&amp;Gerät und Selbsttest …</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Einpa&amp;ssen</translation>
    </message>
    <message>
        <source>&amp;Guessed colours</source>
        <translation>&amp;Geratene Farben</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Labels on the photo</source>
        <translation>Besc&amp;hriftung auf dem Foto</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Linie</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>Foto ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Over and under</source>
        <translation>&amp;Übereinander</translation>
    </message>
    <message>
        <source>&amp;Packs…</source>
        <translation>&amp;Pakete …</translation>
    </message>
    <message>
        <source>&amp;Paste image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Repair panel</source>
        <translation>&amp;Reparaturleiste</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>N&amp;ebeneinander</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Use suggestions</source>
        <translation>V&amp;orschläge anwenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What was done to this picture?</source>
        <translation>&amp;Was wurde mit diesem Bild gemacht?</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>&amp;Wischen</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Add or remove what few people need: training, graphics cards</source>
        <translation>Hinzufügen oder entfernen, was wenige brauchen: Training, Grafikkarten</translation>
    </message>
    <message>
        <source>Ask for the latest release; nothing is asked unless you press this</source>
        <translation>Nach der neuesten Ausgabe fragen; gefragt wird nur, wenn Sie dies drücken</translation>
    </message>
    <message>
        <source>Before above after, moving together</source>
        <translation>Vorher über nachher, gemeinsam bewegt</translation>
    </message>
    <message>
        <source>Before and after beside each other, moving together</source>
        <translation>Vorher und nachher nebeneinander, gemeinsam bewegt</translation>
    </message>
    <message>
        <source>Before and after in turn</source>
        <translation>Vorher und nachher im Wechsel</translation>
    </message>
    <message>
        <source>Before and after on both sides of a handle; double-click the handle to turn it</source>
        <translation>Vorher und nachher zu beiden Seiten eines Griffs; Doppelklick auf den Griff dreht ihn</translation>
    </message>
    <message>
        <source>Change how the program works</source>
        <translation>Einstellen, wie das Programm arbeitet</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>Nach &amp;Aktualisierungen suchen</translation>
    </message>
    <message>
        <source>Choose what computes, and prove that it computes rightly</source>
        <translation>Wählen, was rechnet, und prüfen, ob es richtig rechnet</translation>
    </message>
    <message>
        <source>Click where you know the colour</source>
        <translation>Klicken Sie dorthin, wo Sie die Farbe kennen</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Das Foto schließen</translation>
    </message>
    <message>
        <source>Colour p&amp;in</source>
        <translation>&amp;Farbnadel</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>Näher heran</translation>
    </message>
    <message>
        <source>Put versions and what went wrong lately into the clipboard, for the makers</source>
        <translation>Versionen und was zuletzt schiefging in die Zwischenablage legen, für die Hersteller</translation>
    </message>
    <message>
        <source>Do the undone change again</source>
        <translation>Die zurückgenommene Änderung wiederholen</translation>
    </message>
    <message>
        <source>&amp;Add the open photo</source>
        <translation>Geöffnetes Foto &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Stapel</translation>
    </message>
    <message>
        <source>&amp;Inspect a folder…</source>
        <translation>Ordner &amp;untersuchen …</translation>
    </message>
    <message>
        <source>&amp;Open the folder of the results</source>
        <translation>&amp;Ordner der Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>W&amp;arteschlange</translation>
    </message>
    <message>
        <source>&amp;Restore a folder…</source>
        <translation>Ordner &amp;restaurieren …</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Train on my folder…</source>
        <translation>An meinem Ordner &amp;trainieren …</translation>
    </message>
    <message>
        <source>&amp;Undo the batch…</source>
        <translation>Stapel &amp;zurücknehmen …</translation>
    </message>
    <message>
        <source>A&amp;ll models and their cards…</source>
        <translation>Alle &amp;Modelle und ihre Karten …</translation>
    </message>
    <message>
        <source>Do what this photo needs; what you see first</source>
        <translation>Tun, was dieses Foto braucht; das Sichtbare zuerst</translation>
    </message>
    <message>
        <source>Draw a straight line over a scratch</source>
        <translation>Eine gerade Linie über einen Kratzer ziehen</translation>
    </message>
    <message>
        <source>Draw around what is to be repaired</source>
        <translation>Umfahren, was repariert werden soll</translation>
    </message>
    <message>
        <source>Era&amp;ser</source>
        <translation>Ra&amp;dierer</translation>
    </message>
    <message>
        <source>Full scree&amp;n</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Go back to the photo as it was opened</source>
        <translation>Zurück zum Foto, wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>Har&amp;der brush</source>
        <translation>Pinsel här&amp;ter</translation>
    </message>
    <message>
        <source>Hatch where a colour is a guess</source>
        <translation>Schraffieren, wo eine Farbe geraten ist</translation>
    </message>
    <message>
        <source>Hold and drag: move the photo</source>
        <translation>Halten und ziehen: Foto verschieben</translation>
    </message>
    <message>
        <source>Hold: show the photo as it was</source>
        <translation>Halten: Foto zeigen, wie es war</translation>
    </message>
    <message>
        <source>Keep the repair that is looked at, and go on</source>
        <translation>Die betrachtete Reparatur behalten und weitergehen</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pinsel &amp;größer</translation>
    </message>
    <message>
        <source>Lass&amp;o</source>
        <translation>La&amp;sso</translation>
    </message>
    <message>
        <source>Leave the photo as it was there, and go on</source>
        <translation>Das Foto dort lassen, wie es war, und weitergehen</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Das Programm verlassen</translation>
    </message>
    <message>
        <source>Let the brush cover up to its rim</source>
        <translation>Den Pinsel bis zum Rand decken lassen</translation>
    </message>
    <message>
        <source>Let the brush fade towards its rim</source>
        <translation>Den Pinsel zum Rand hin auslaufen lassen</translation>
    </message>
    <message>
        <source>Let the photo that is open join the batch</source>
        <translation>Das geöffnete Foto in den Stapel aufnehmen</translation>
    </message>
    <message>
        <source>List all photos of a folder</source>
        <translation>Alle Fotos eines Ordners auflisten</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>Alle Tastenkürzel auflisten</translation>
    </message>
    <message>
        <source>List of &amp;photos</source>
        <translation>&amp;Fotoliste</translation>
    </message>
    <message>
        <source>List the photos and places of a folder that do not belong</source>
        <translation>Fotos und Stellen eines Ordners auflisten, die nicht dazugehören</translation>
    </message>
    <message>
        <source>Look at the next repair</source>
        <translation>Die nächste Reparatur ansehen</translation>
    </message>
    <message>
        <source>Look at the repair before</source>
        <translation>Die vorige Reparatur ansehen</translation>
    </message>
    <message>
        <source>Look for scratches, dust and tears and repair what is surest, whether it was suggested or not</source>
        <translation>Kratzer, Staub und Risse suchen und reparieren, was am sichersten ist, ob vorgeschlagen oder nicht</translation>
    </message>
    <message>
        <source>M&amp;y models…</source>
        <translation>Meine Mod&amp;elle …</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Den Pinsel vergrößern</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Den Pinsel verkleinern</translation>
    </message>
    <message>
        <source>Move the photo; click an outline to refuse a repair</source>
        <translation>Foto verschieben; Klick auf einen Umriss lehnt die Reparatur ab</translation>
    </message>
    <message>
        <source>Move the results to the trash; the originals stay as they are</source>
        <translation>Die Ergebnisse in den Papierkorb legen; die Originale bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>N&amp;ext repair</source>
        <translation>Nä&amp;chste Reparatur</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open a photo from a file</source>
        <translation>Ein Foto aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Open a photograph of about 1900 that comes with the program</source>
        <translation>Eine Fotografie von etwa 1900 öffnen, die dem Programm beiliegt</translation>
    </message>
    <message>
        <source>Open the folder that the result was saved to</source>
        <translation>Den Ordner öffnen, in dem das Ergebnis liegt</translation>
    </message>
    <message>
        <source>Open the next photo of the list</source>
        <translation>Das nächste Foto der Liste öffnen</translation>
    </message>
    <message>
        <source>Open the picture in the clipboard</source>
        <translation>Das Bild aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Open the previous photo of the list</source>
        <translation>Das vorige Foto der Liste öffnen</translation>
    </message>
    <message>
        <source>Outlin&amp;es of repairs</source>
        <translation>Umr&amp;isse der Reparaturen</translation>
    </message>
    <message>
        <source>Outline what is to be repaired; click an outline to refuse it</source>
        <translation>Umranden, was repariert wird; Klick auf einen Umriss lehnt ab</translation>
    </message>
    <message>
        <source>Paint what is to be repaired; the right button or Alt erases</source>
        <translation>Malen, was repariert werden soll; rechte Taste oder Alt radiert</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Pre&amp;vious repair</source>
        <translation>Vo&amp;rige Reparatur</translation>
    </message>
    <message>
        <source>Put the restored photo into the clipboard</source>
        <translation>Das restaurierte Foto in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>R&amp;eset photo</source>
        <translation>Foto &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Re&amp;ject repair</source>
        <translation>Reparatur ablehn&amp;en</translation>
    </message>
    <message>
        <source>Remove noise</source>
        <translation>Rauschen entfernen</translation>
    </message>
    <message>
        <source>Repair damage</source>
        <translation>Schäden reparieren</translation>
    </message>
    <message>
        <source>Restore &amp;photos…</source>
        <translation>&amp;Fotos restaurieren …</translation>
    </message>
    <message>
        <source>Restore all photos of a folder; you see the plan first</source>
        <translation>Alle Fotos eines Ordners restaurieren; zuerst sehen Sie den Plan</translation>
    </message>
    <message>
        <source>Restore several photos, or add them to the batch that runs</source>
        <translation>Mehrere Fotos restaurieren oder zum laufenden Stapel hinzufügen</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>&amp;Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>Pinsel &amp;kleiner</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Save the restored photo under a new name; the original is never touched</source>
        <translation>Das restaurierte Foto unter neuem Namen speichern; das Original wird nie angetastet</translation>
    </message>
    <message>
        <source>Say in plain words what was done, and by which model</source>
        <translation>In einfachen Worten sagen, was getan wurde und von welchem Modell</translation>
    </message>
    <message>
        <source>Sho&amp;w saved photo in its folder</source>
        <translation>Gespeichertes Foto im Ordner zei&amp;gen</translation>
    </message>
    <message>
        <source>Show each pixel of the photo as one of the screen</source>
        <translation>Jeden Bildpunkt des Fotos als einen des Bildschirms zeigen</translation>
    </message>
    <message>
        <source>Show each pixel twice as large</source>
        <translation>Jeden Bildpunkt doppelt so groß zeigen</translation>
    </message>
    <message>
        <source>Show on a photograph of about 1900 how a photo is restored</source>
        <translation>An einer Fotografie von etwa 1900 zeigen, wie ein Foto restauriert wird</translation>
    </message>
    <message>
        <source>Show or hide the list of photos</source>
        <translation>Die Fotoliste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the queue of whole folders</source>
        <translation>Die Warteschlange ganzer Ordner zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the repair panel</source>
        <translation>Die Reparaturleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>Das restaurierte Foto zeigen</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>Show where the results are</source>
        <translation>Zeigen, wo die Ergebnisse liegen</translation>
    </message>
    <message>
        <source>So&amp;fter brush</source>
        <translation>Pinsel &amp;weicher</translation>
    </message>
    <message>
        <source>Start the batch, pause it, or go on</source>
        <translation>Den Stapel starten, unterbrechen oder fortsetzen</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Stop the batch; what is finished stays, the rest can be gone on with</source>
        <translation>Den Stapel anhalten; Fertiges bleibt, der Rest kann später weitergehen</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>Anhalten, was gerade läuft</translation>
    </message>
    <message>
        <source>Take away from what is to be repaired</source>
        <translation>Wegnehmen von dem, was repariert werden soll</translation>
    </message>
    <message>
        <source>Take noise, grain and traces of compression out, whether it was suggested or not</source>
        <translation>Rauschen, Korn und Spuren der Kompression herausnehmen, ob es vorgeschlagen wurde oder nicht</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Teach a model your scanner, film or album</source>
        <translation>Einem Modell Ihren Scanner, Film oder Ihr Album beibringen</translation>
    </message>
    <message>
        <source>Try the photos again that failed</source>
        <translation>Gescheiterte Fotos noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try the sa&amp;mple</source>
        <translation>&amp;Probebild öffnen</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>Use, share, add or remove models of your own</source>
        <translation>Eigene Modelle verwenden, weitergeben, hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Version, licence and what it stands on</source>
        <translation>Version, Lizenz und worauf es beruht</translation>
    </message>
    <message>
        <source>What each network was trained on, how good it is and where it fails</source>
        <translation>Womit jedes Netz trainiert wurde, wie gut es ist und wo es versagt</translation>
    </message>
    <message>
        <source>What the restoration changed, strengthened</source>
        <translation>Was die Restaurierung verändert hat, verstärkt</translation>
    </message>
    <message>
        <source>Write Before and After on the photo</source>
        <translation>Vorher und Nachher auf das Foto schreiben</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 fits, 1 shows every pixel; hold \ to see the photo before.</source>
        <translation>Plus und Minus zoomen, 0 passt ein, 1 zeigt jeden Bildpunkt; \ halten zeigt das Foto vorher.</translation>
    </message>
    <message>
        <source>Change per pixel, amplified {gain} ×</source>
        <translation>Änderung je Bildpunkt, {gain}-fach verstärkt</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>ColourDesk</name>
    <message>
        <source>Pin a colour</source>
        <translation>Farbe feststecken</translation>
    </message>
    <message>
        <source>Take a pin away</source>
        <translation>Farbnadel entfernen</translation>
    </message>
</context>
<context>
    <name>ColourGroup</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Faithful or vivid</source>
        <translation>Treu oder kräftig</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
    <message>
        <source>Take it from the photo</source>
        <translation>Aus dem Foto nehmen</translation>
    </message>
    <message>
        <source>Take the pin away</source>
        <translation>Nadel entfernen</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>warmer, {} %</source>
        <translation>wärmer, {} %</translation>
    </message>
    <message>
        <source>cooler, {} %</source>
        <translation>kühler, {} %</translation>
    </message>
    <message>
        <source>as it was learnt</source>
        <translation>wie gelernt</translation>
    </message>
    <message>
        <source>faithful, {} %</source>
        <translation>treu, {} %</translation>
    </message>
    <message>
        <source>vivid, {} %</source>
        <translation>kräftig, {} %</translation>
    </message>
    <message>
        <source>Switch colour on to pin what you know.</source>
        <translation>Schalten Sie Farbe ein, um festzustecken, was Sie wissen.</translation>
    </message>
    <message>
        <source>Now click where the photo has this colour.</source>
        <translation>Klicken Sie jetzt dorthin, wo das Foto diese Farbe hat.</translation>
    </message>
    <message>
        <source>Which colour was it here? The likeliest comes first.</source>
        <translation>Welche Farbe war es hier? Die wahrscheinlichste steht vorn.</translation>
    </message>
    <message>
        <source>Click where you know the colour.</source>
        <translation>Klicken Sie dorthin, wo Sie die Farbe kennen.</translation>
    </message>
    <message>
        <source>Take the pin and click where you know the colour; the photo follows.</source>
        <translation>Nehmen Sie die Nadel und klicken Sie dorthin, wo Sie die Farbe kennen; das Foto folgt.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Abgelegtes Bild</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped.</source>
        <translation>Im Abgelegten ist kein Bild.</translation>
    </message>
    <message>
        <source>Left out, for there is no photo in it: {}</source>
        <translation>Ausgelassen, weil kein Foto darin ist: {}</translation>
    </message>
    <message>
        <source>The photo is being saved first; then it goes on by itself.</source>
        <translation>Das Foto wird zuerst gespeichert; danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>A report was copied: versions, and what went wrong lately. It holds no photo.</source>
        <translation>Ein Bericht wurde kopiert: Versionen und was zuletzt schiefging. Er enthält kein Foto.</translation>
    </message>
    <message>
        <source>It is sent to nobody. Read it before you do.</source>
        <translation>Er wird niemandem gesendet. Lesen Sie ihn, bevor Sie es tun.</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Counting unchanged pixels</source>
        <translation>Unveränderte Bildpunkte werden gezählt</translation>
    </message>
</context>
<context>
    <name>DamageGroup</name>
    <message>
        <source>Scratches and damage</source>
        <translation>Kratzer und Schäden</translation>
    </message>
</context>
<context>
    <name>DeviceDesk</name>
    <message>
        <source>Looking for devices</source>
        <translation>Geräte werden gesucht</translation>
    </message>
    <message>
        <source>Changing the device</source>
        <translation>Das Gerät wird gewechselt</translation>
    </message>
    <message>
        <source>Testing the device</source>
        <translation>Das Gerät wird geprüft</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Das Modell wird geprüft</translation>
    </message>
</context>
<context>
    <name>DevicesWindow</name>
    <message>
        <source>Device and self-test</source>
        <translation>Gerät und Selbsttest</translation>
    </message>
    <message>
        <source>Computes now</source>
        <translation>Rechnet jetzt</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Runs the network on a test picture and compares the device with the CPU, number by number. Any other device has to pass this before it is first used, or it is refused.</source>
        <translation>Lässt das Netz auf einem Testbild laufen und vergleicht das Gerät Zahl für Zahl mit dem Prozessor. Jedes andere Gerät muss das vor dem ersten Einsatz bestehen, sonst wird es abgelehnt.</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Automatic: the fastest that can be trusted</source>
        <translation>Automatisch: das schnellste, dem zu trauen ist</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>largest difference {} of 1, {} allowed, {} s</source>
        <translation>größte Abweichung {} von 1, {} erlaubt, {} s</translation>
    </message>
    <message>
        <source>✓ {} computes rightly ({}).</source>
        <translation>✓ {} rechnet richtig ({}).</translation>
    </message>
    <message>
        <source>✗ {} computes wrongly ({}). Choose another device.</source>
        <translation>✗ {} rechnet falsch ({}). Wählen Sie ein anderes Gerät.</translation>
    </message>
</context>
<context>
    <name>Diagnosing</name>
    <message>
        <source>Looking at the photo</source>
        <translation>Das Foto wird betrachtet</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, HEIC, RAW …</source>
        <translation>JPEG, PNG, TIFF, HEIC, RAW …</translation>
    </message>
    <message>
        <source>Restore a folder</source>
        <translation>Ordner restaurieren</translation>
    </message>
    <message>
        <source>all its photos in one go</source>
        <translation>alle seine Fotos auf einmal</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probebild ansehen</translation>
    </message>
    <message>
        <source>a market street of about 1900</source>
        <translation>eine Marktstraße um 1900</translation>
    </message>
    <message>
        <source>Give an old photograph its clarity back</source>
        <translation>Geben Sie einer alten Fotografie ihre Klarheit zurück</translation>
    </message>
    <message>
        <source>Drop photos or a folder anywhere here. Everything stays on this computer.</source>
        <translation>Ziehen Sie Fotos oder einen Ordner hierher. Alles bleibt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A scratch or dust in one place</source>
        <translation>Ein Kratzer oder Staub an einer Stelle</translation>
    </message>
    <message>
        <source>An unusual photo</source>
        <translation>Ein ungewöhnliches Foto</translation>
    </message>
    <message>
        <source>Black and white: colours would be guesses</source>
        <translation>Schwarz-weiß: Farben wären geraten</translation>
    </message>
    <message>
        <source>Faded tones or a colour cast</source>
        <translation>Verblasste Töne oder ein Farbstich</translation>
    </message>
    <message>
        <source>Look closely at what comes out: this photo is unlike those the models know.</source>
        <translation>Sehen Sie sich das Ergebnis genau an: Dieses Foto gleicht keinem, das die Modelle kennen.</translation>
    </message>
    <message>
        <source>Looking at the photo…</source>
        <translation>Das Foto wird betrachtet …</translation>
    </message>
    <message>
        <source>Many scratches, much dust: {} places</source>
        <translation>Viele Kratzer, viel Staub: {} Stellen</translation>
    </message>
    <message>
        <source>No photo is open</source>
        <translation>Es ist kein Foto geöffnet</translation>
    </message>
    <message>
        <source>No plain scratches or dust</source>
        <translation>Keine deutlichen Kratzer, kein deutlicher Staub</translation>
    </message>
    <message>
        <source>Not looked at, as the models for it are not installed: {}</source>
        <translation>Nicht geprüft, weil die Modelle dafür fehlen: {}</translation>
    </message>
    <message>
        <source>Not suggested; switch it on below if you want it.</source>
        <translation>Nicht vorgeschlagen; schalten Sie es unten ein, wenn Sie es wünschen.</translation>
    </message>
    <message>
        <source>Open one, or drop it anywhere on this window.</source>
        <translation>Öffnen Sie eines, oder ziehen Sie es auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Perhaps a speck or two of damage</source>
        <translation>Vielleicht ein, zwei beschädigte Stellen</translation>
    </message>
    <message>
        <source>Restoring will help this photo</source>
        <translation>Eine Restaurierung hilft diesem Foto</translation>
    </message>
    <message>
        <source>Scratches or dust: {} places</source>
        <translation>Kratzer oder Staub: {} Stellen</translation>
    </message>
    <message>
        <source>Perhaps a watermark, a date or lettering</source>
        <translation>Vielleicht ein Wasserzeichen, ein Datum oder Schrift</translation>
    </message>
    <message>
        <source>A mark that repeats all over the photo</source>
        <translation>Ein Zeichen, das sich über das ganze Foto wiederholt</translation>
    </message>
    <message>
        <source>Faded or yellowed, or meant so</source>
        <translation>Verblasst oder vergilbt, oder so gewollt</translation>
    </message>
    <message>
        <source>No plain watermark</source>
        <translation>Kein deutliches Wasserzeichen</translation>
    </message>
    <message>
        <source>Perhaps scratches or dust: {} places</source>
        <translation>Vielleicht Kratzer oder Staub: {} Stellen</translation>
    </message>
    <message>
        <source>Perhaps this photo needs nothing</source>
        <translation>Vielleicht braucht dieses Foto nichts</translation>
    </message>
    <message>
        <source>Restoring it could take detail away. Faint scratches, dust and watermarks may be missed: paint what you see.</source>
        <translation>Eine Restaurierung könnte ihm Einzelheiten nehmen. Schwache Kratzer, Staub und Wasserzeichen werden mitunter übersehen: Malen Sie an, was Sie sehen.</translation>
    </message>
    <message>
        <source>Strength {} of 255</source>
        <translation>Stärke {} von 255</translation>
    </message>
    <message>
        <source>Suggested.</source>
        <translation>Vorgeschlagen.</translation>
    </message>
    <message>
        <source>Sure to {:.0f} %.</source>
        <translation>Zu {:.0f} % sicher.</translation>
    </message>
    <message>
        <source>The photo could not be looked at</source>
        <translation>Das Foto konnte nicht betrachtet werden</translation>
    </message>
    <message>
        <source>Thick grain, paper or printing dots</source>
        <translation>Grobes Korn, Papier oder Druckpunkte</translation>
    </message>
    <message>
        <source>This photo needs nothing</source>
        <translation>Dieses Foto braucht nichts</translation>
    </message>
    <message>
        <source>Tones and colours are fresh</source>
        <translation>Töne und Farben sind frisch</translation>
    </message>
    <message>
        <source>Unlike the photos that the models know</source>
        <translation>Anders als die Fotos, die die Modelle kennen</translation>
    </message>
    <message>
        <source>What has a circle is offered: switch it on below if you want it.</source>
        <translation>Was einen Kreis hat, wird angeboten: Schalten Sie es unten ein, wenn Sie möchten.</translation>
    </message>
    <message>
        <source>Whether it bears a watermark cannot be told</source>
        <translation>Ob es ein Wasserzeichen trägt, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>Whether it is damaged cannot be told</source>
        <translation>Ob es beschädigt ist, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>Wide damage: accept what is to be repaired</source>
        <translation>Breite Schäden: was repariert werden soll, annehmen</translation>
    </message>
    <message>
        <source>You can switch steps on all the same.</source>
        <translation>Sie können Schritte trotzdem einschalten.</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>Schäden</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>watermarks</source>
        <translation>Wasserzeichen</translation>
    </message>
</context>
<context>
    <name>FolderPage</name>
    <message>
        <source>Which photos shall it learn from?</source>
        <translation>Aus welchen Fotos soll es lernen?</translation>
    </message>
    <message>
        <source>Scans of one scanner, one film or one album work best: 60 and more, unedited. They are only read, and nothing leaves this computer.</source>
        <translation>Am besten sind Scans eines Scanners, eines Films oder eines Albums: 60 und mehr, unbearbeitet. Sie werden nur gelesen, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>Die Fotos werden betrachtet</translation>
    </message>
    <message>
        <source>Go &amp;on with it</source>
        <translation>Damit &amp;fortfahren</translation>
    </message>
    <message>
        <source>What was learnt from “{}” is not kept yet.</source>
        <translation>Was aus „{}“ gelernt wurde, ist noch nicht behalten.</translation>
    </message>
    <message>
        <source>L&amp;ook at it</source>
        <translation>An&amp;sehen</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>A training on “{}” was left before its end.</source>
        <translation>Ein Training an „{}“ wurde vor dem Ende verlassen.</translation>
    </message>
</context>
<context>
    <name>GeneralGroup</name>
    <message>
        <source>General restore</source>
        <translation>Allgemein auffrischen</translation>
    </message>
    <message>
        <source>Detail: softness, paper and grain</source>
        <translation>Einzelheiten: Unschärfe, Papier und Korn</translation>
    </message>
    <message>
        <source>Coarse: printing dots, thick grain</source>
        <translation>Grobes: Druckpunkte, dickes Korn</translation>
    </message>
    <message>
        <source>Tones: fading, colour cast, uneven light</source>
        <translation>Töne: Verblassen, Farbstich, ungleiches Licht</translation>
    </message>
</context>
<context>
    <name>GoalPage</name>
    <message>
        <source>What shall it learn?</source>
        <translation>Was soll es lernen?</translation>
    </message>
    <message>
        <source>Show the &amp;watermark…</source>
        <translation>&amp;Wasserzeichen zeigen …</translation>
    </message>
    <message>
        <source>A PNG with a transparent ground, a picture of the mark on a plain ground, or a dozen and more marked photos of one size: the mark is what they share.</source>
        <translation>Ein PNG mit durchsichtigem Grund, ein Bild des Zeichens auf einfarbigem Grund oder ein Dutzend und mehr Fotos gleicher Größe, die es tragen: Das Zeichen ist, was sie gemeinsam haben.</translation>
    </message>
    <message>
        <source>The mark that was found</source>
        <translation>Das gefundene Zeichen</translation>
    </message>
    <message>
        <source>Add a folder of c&amp;lean photos…</source>
        <translation>Ordner mit sau&amp;beren Fotos hinzufügen …</translation>
    </message>
    <message>
        <source>Optional: clean photos of anything, to be made noisy like your scans. They teach best.</source>
        <translation>Auf Wunsch: saubere Fotos von irgendetwas, die wie Ihre Scans verrauscht werden. Sie lehren am besten.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Learn for about</source>
        <translation>Lernen für etwa</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>About the model for: {}</source>
        <translation>Über das Modell für: {}</translation>
    </message>
</context>
<context>
    <name>HelpDesk</name>
    <message>
        <source>This is the latest release, {}.</source>
        <translation>Dies ist die neueste Ausgabe, {}.</translation>
    </message>
    <message>
        <source>Restorer {} is there; this is {}.</source>
        <translation>Restorer {} ist da; dies ist {}.</translation>
    </message>
    <message>
        <source>Get it at {}</source>
        <translation>Erhältlich unter {}</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <translation>Aktualisierungen werden gesucht</translation>
    </message>
</context>
<context>
    <name>InspectionDesk</name>
    <message>
        <source>Inspecting the folder</source>
        <translation>Der Ordner wird untersucht</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Das Foto wird gelesen</translation>
    </message>
</context>
<context>
    <name>InspectionWindow</name>
    <message>
        <source>Inspect a folder</source>
        <translation>Ordner untersuchen</translation>
    </message>
    <message>
        <source>Photos worth a look</source>
        <translation>Fotos, die einen Blick wert sind</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>Die Fotos werden angesehen</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>&amp;Open this photo</source>
        <translation>Dieses Foto ö&amp;ffnen</translation>
    </message>
    <message>
        <source>A model that knows intact photos looks through a folder: for damaged places, for photos that are unlike the others, and for spots that many scans share. The photos are only read.</source>
        <translation>Ein Modell, das unversehrte Fotos kennt, sieht einen Ordner durch: nach beschädigten Stellen, nach Fotos, die anders sind als die übrigen, und nach Flecken, die viele Scans gemeinsam haben. Die Fotos werden nur gelesen.</translation>
    </message>
    <message>
        <source>What does not belong here?</source>
        <translation>Was gehört nicht hierher?</translation>
    </message>
    <message>
        <source>One of {} photos is worth a look</source>
        <translation>Eines von {} Fotos ist einen Blick wert</translation>
    </message>
    <message>
        <source>{} of {} photos are worth a look</source>
        <translation>{} von {} Fotos sind einen Blick wert</translation>
    </message>
    <message>
        <source>The photos belong; the scanner’s glass wants cleaning</source>
        <translation>Die Fotos gehören dazu; das Glas des Scanners will geputzt werden</translation>
    </message>
    <message>
        <source>Everything belongs: nothing unusual was found</source>
        <translation>Alles gehört dazu: Nichts Ungewöhnliches wurde gefunden</translation>
    </message>
    <message>
        <source>The same spot is damaged in {} of {} scans, at {}: clean the scanner’s glass there.</source>
        <translation>Dieselbe Stelle ist in {} von {} Scans beschädigt, bei {}: Putzen Sie dort das Glas des Scanners.</translation>
    </message>
    <message>
        <source>Could not be read: {}</source>
        <translation>Nicht lesbar: {}</translation>
    </message>
    <message>
        <source>one place, {:.0f} % sure</source>
        <translation>eine Stelle, zu {:.0f} % sicher</translation>
    </message>
    <message>
        <source>unlike the others</source>
        <translation>anders als die übrigen</translation>
    </message>
    <message>
        <source>{} places, the surest {:.0f} %</source>
        <translation>{} Stellen, die sicherste {:.0f} %</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>still working</source>
        <translation>noch in Arbeit</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>MarkedPreview</name>
    <message>
        <source>The photo, with {} places marked</source>
        <translation>Das Foto mit {} markierten Stellen</translation>
    </message>
</context>
<context>
    <name>MaskGroup</name>
    <message>
        <source>Find it by itself</source>
        <translation>Selbst danach suchen</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>More to the right finds more, and is wrong more often. Acts at once.</source>
        <translation>Weiter rechts wird mehr gefunden, aber auch öfter geirrt. Wirkt sofort.</translation>
    </message>
    <message>
        <source>Clear what was painted</source>
        <translation>Gemaltes löschen</translation>
    </message>
    <message>
        <source>Mask as a picture</source>
        <translation>Maske als Bild</translation>
    </message>
    <message>
        <source>Load a mask</source>
        <translation>Maske laden</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Maske speichern</translation>
    </message>
    <message>
        <source>&amp;Load a mask…</source>
        <translation>Maske &amp;laden …</translation>
    </message>
    <message>
        <source>&amp;Save the mask…</source>
        <translation>Maske &amp;speichern …</translation>
    </message>
    <message>
        <source>repairs: {}</source>
        <translation>Reparaturen: {}</translation>
    </message>
    <message>
        <source>Nothing installed finds it: paint what is to go.</source>
        <translation>Nichts Installiertes findet es: Malen Sie an, was weg soll.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close other programs, or try a smaller photo.</source>
        <translation>Schließen Sie andere Programme, oder versuchen Sie ein kleineres Foto.</translation>
    </message>
    <message>
        <source>Please copy the report and send it to the makers, so that it can be mended.</source>
        <translation>Bitte kopieren Sie den Bericht und senden Sie ihn an die Hersteller, damit der Fehler behoben werden kann.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Your photo on disk has not been touched.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen. Ihr Foto auf der Platte wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colours black and white</source>
        <translation>Färbt Schwarzweiß ein</translation>
    </message>
    <message>
        <source>Finds damage</source>
        <translation>Findet Schäden</translation>
    </message>
    <message>
        <source>Finds faces, to spare them</source>
        <translation>Findet Gesichter, um sie zu schonen</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>Wie gut es ist</translation>
    </message>
    <message>
        <source>How often a find is wrong</source>
        <translation>Wie oft ein Fund falsch ist</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>Bekannte Grenzen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Of finds at {:.0f} % and more, {} in a megapixel of clean photo.</source>
        <translation>Von Funden ab {:.0f} %: {} je Megapixel eines sauberen Fotos.</translation>
    </message>
    <message>
        <source>Others, in the same run: {}</source>
        <translation>Andere, im selben Durchgang: {}</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Published: {}</source>
        <translation>Veröffentlicht: {}</translation>
    </message>
    <message>
        <source>Removes noise</source>
        <translation>Entfernt Rauschen</translation>
    </message>
    <message>
        <source>Removes watermarks</source>
        <translation>Entfernt Wasserzeichen</translation>
    </message>
    <message>
        <source>Repairs damage</source>
        <translation>Repariert Schäden</translation>
    </message>
    <message>
        <source>Restores in general</source>
        <translation>Restauriert allgemein</translation>
    </message>
    <message>
        <source>Sees around a pixel</source>
        <translation>Sieht um einen Bildpunkt</translation>
    </message>
    <message>
        <source>Takes and gives</source>
        <translation>Nimmt und gibt</translation>
    </message>
    <message>
        <source>The file is being checked …</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>built-in model</source>
        <translation>eingebautes Modell</translation>
    </message>
    <message>
        <source>colourfulness</source>
        <translation>Farbigkeit</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>squeezed to {} channels</source>
        <translation>auf {} Kanäle verdichtet</translation>
    </message>
    <message>
        <source>the whole photo</source>
        <translation>das ganze Foto</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>dieses Modell</translation>
    </message>
    <message>
        <source>{} thousand multiplications per pixel</source>
        <translation>{} Tausend Multiplikationen je Bildpunkt</translation>
    </message>
    <message>
        <source>{} dB</source>
        <translation>{} dB</translation>
    </message>
    <message>
        <source>{} pixels each way</source>
        <translation>{} Bildpunkte in jede Richtung</translation>
    </message>
    <message>
        <source>{} · version {} · licence {}</source>
        <translation>{} · Version {} · Lizenz {}</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The model’s card</source>
        <translation>Die Karte des Modells</translation>
    </message>
    <message>
        <source>The models are being looked for …</source>
        <translation>Die Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>Which models there are could not be found out; the main window says why.</source>
        <translation>Welche Modelle es gibt, ließ sich nicht feststellen; das Hauptfenster sagt, warum.</translation>
    </message>
    <message>
        <source>✓ The file is the one that this card speaks of.</source>
        <translation>✓ Die Datei ist die, von der diese Karte spricht.</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>NetworkControls</name>
    <message>
        <source>Settings of the network</source>
        <translation>Einstellungen des Netzes</translation>
    </message>
    <message>
        <source>What the built-in model knows</source>
        <translation>Was das eingebaute Modell weiß</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>From nothing takes hours instead of minutes, and needs hundreds of photos.</source>
        <translation>Ganz von vorn dauert Stunden statt Minuten und braucht Hunderte von Fotos.</translation>
    </message>
    <message>
        <source>as built in</source>
        <translation>wie eingebaut</translation>
    </message>
    <message>
        <source>&amp;Code size</source>
        <translation>Größe des &amp;Codes</translation>
    </message>
    <message>
        <source>How many numbers the network may keep of each place. Fewer: it must understand.</source>
        <translation>Wie viele Zahlen das Netz von jeder Stelle behalten darf. Weniger: Es muss verstehen.</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>&amp;Schichten</translation>
    </message>
    <message>
        <source>More see more of the photo at once, and take longer.</source>
        <translation>Mehr sehen mehr vom Foto auf einmal und brauchen länger.</translation>
    </message>
    <message>
        <source>&amp;Nodes per layer</source>
        <translation>&amp;Knoten je Schicht</translation>
    </message>
    <message>
        <source>In the first layer; each further one has twice as many. More learn finer things, slower.</source>
        <translation>In der ersten Schicht; jede weitere hat doppelt so viele. Mehr lernen Feineres, aber langsamer.</translation>
    </message>
    <message>
        <source>As built in</source>
        <translation>Wie eingebaut</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>L&amp;oss</source>
        <translation>&amp;Fehlermaß</translation>
    </message>
    <message>
        <source>What counts as a mistake. Robust keeps edges crisp. Mean squared error punishes large mistakes most: for heavy noise. Binary cross-entropy suits pictures in nearly black and white.</source>
        <translation>Was als Fehler zählt. Robust hält Kanten scharf. Der mittlere quadratische Fehler bestraft große Fehler am meisten: für starkes Rauschen. Binäre Kreuzentropie passt zu fast schwarz-weißen Bildern.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>Cro&amp;p</source>
        <translation>Ausschni&amp;tt</translation>
    </message>
    <message>
        <source>How many pixels across it sees at once while it learns.</source>
        <translation>Wie viele Bildpunkte Breite es beim Lernen auf einmal sieht.</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Sta&amp;rtzahl</translation>
    </message>
    <message>
        <source>The same seed learns the same again.</source>
        <translation>Dieselbe Startzahl lernt dasselbe noch einmal.</translation>
    </message>
</context>
<context>
    <name>NoiseGroup</name>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
</context>
<context>
    <name>OwnModelsWindow</name>
    <message>
        <source>My models</source>
        <translation>Meine Modelle</translation>
    </message>
    <message>
        <source>Models that you trained, or that somebody gave you. They stay on this computer.</source>
        <translation>Modelle, die Sie trainiert oder bekommen haben. Sie bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>&amp;Add a model from a file…</source>
        <translation>Modell aus einer Datei &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>There are none yet: “Train on my folder” makes one.</source>
        <translation>Es gibt noch keine: „An meinem Ordner trainieren“ macht eines.</translation>
    </message>
    <message>
        <source>{} (in use)</source>
        <translation>{} (in Gebrauch)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Weitergeben …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use the built-in one again</source>
        <translation>Wieder das eingebaute verwenden</translation>
    </message>
    <message>
        <source>“{}” was checked and added.</source>
        <translation>„{}“ wurde geprüft und hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>PackDesk</name>
    <message>
        <source>Installing a pack</source>
        <translation>Ein Paket wird installiert</translation>
    </message>
    <message>
        <source>Downloading a pack</source>
        <translation>Ein Paket wird heruntergeladen</translation>
    </message>
    <message>
        <source>Removing a pack</source>
        <translation>Ein Paket wird entfernt</translation>
    </message>
</context>
<context>
    <name>PacksWindow</name>
    <message>
        <source>Packs</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Restoring photos needs none of these. A pack is taken only if it is exactly the one that this version states; nothing is downloaded unless you press the button.</source>
        <translation>Zum Restaurieren ist keines davon nötig. Ein Paket wird nur angenommen, wenn es genau das ist, das diese Version nennt; heruntergeladen wird nur, wenn Sie den Knopf drücken.</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Fortschritt der Installation</translation>
    </message>
    <message>
        <source>&amp;Install from a file…</source>
        <translation>Aus einer Datei &amp;installieren …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>This copy has no packs. In a checkout, what they hold is installed with pip.</source>
        <translation>Diese Kopie hat keine Pakete. In einem Quelltextverzeichnis wird ihr Inhalt mit pip installiert.</translation>
    </message>
    <message>
        <source>Releases are not published anywhere yet, so packs can be installed from a file only.</source>
        <translation>Ausgaben sind noch nirgends veröffentlicht, darum lassen sich Pakete nur aus einer Datei installieren.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Downloading …</source>
        <translation>Wird heruntergeladen …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Unpacking …</source>
        <translation>Wird entpackt …</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation>noch etwa {} s</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Open a folder or several photos, and they are listed here.</source>
        <translation>Öffnen Sie einen Ordner oder mehrere Fotos; hier stehen sie dann.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>{}, saved</source>
        <translation>{}, gespeichert</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Your preferences could not be written to {}.</source>
        <translation>Ihre Einstellungen konnten nicht in {} geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Reduce &amp;motion: nothing blinks or slides by itself</source>
        <translation>&amp;Bewegung verringern: nichts blinkt oder gleitet von selbst</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Leave &amp;private facts out: place, names, serial numbers</source>
        <translation>&amp;Persönliches weglassen: Ort, Namen, Seriennummern</translation>
    </message>
    <message>
        <source>Write a &amp;recipe beside each result, to make it again</source>
        <translation>Neben jedes Ergebnis ein &amp;Rezept legen, um es wiederholen zu können</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>“{0}.tif” becomes “{1}.tif”</source>
        <translation>Aus „{0}.tif“ wird „{1}.tif“</translation>
    </message>
    <message>
        <source>This cannot name a file beside the original.</source>
        <translation>So kann keine Datei neben dem Original heißen.</translation>
    </message>
    <message>
        <source>{stem} stands for the photo’s own name</source>
        <translation>{stem} steht für den Namen des Fotos</translation>
    </message>
    <message>
        <source>&amp;Name of results</source>
        <translation>&amp;Name der Ergebnisse</translation>
    </message>
    <message>
        <source>For JPEG, WebP and AVIF; PNG and TIFF lose nothing</source>
        <translation>Für JPEG, WebP und AVIF; PNG und TIFF verlieren nichts</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG, WebP, AVIF</source>
        <translation>&amp;Qualität von JPEG, WebP, AVIF</translation>
    </message>
</context>
<context>
    <name>PreflightWindow</name>
    <message>
        <source>Restore a batch</source>
        <translation>Einen Stapel restaurieren</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Fortschritt des Plans</translation>
    </message>
    <message>
        <source>What is done to each photo</source>
        <translation>Was mit jedem Foto geschieht</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Choose another folder for the results</source>
        <translation>Einen anderen Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>Unterordner einschließen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse kommen nach</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf der Platte</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>Ihre Namen</translation>
    </message>
    <message>
        <source>Format and depth</source>
        <translation>Format und Tiefe</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>Wie begonnen</translation>
    </message>
    <message>
        <source>There is no plan</source>
        <translation>Es gibt keinen Plan</translation>
    </message>
    <message>
        <source>Looking through the photos</source>
        <translation>Die Fotos werden durchgesehen</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>Es gibt nichts zu restaurieren</translation>
    </message>
    <message>
        <source>Go on with {}</source>
        <translation>Weiter mit {}</translation>
    </message>
    <message>
        <source>Restore {}</source>
        <translation>{} restaurieren</translation>
    </message>
    <message>
        <source>{} to restore</source>
        <translation>{} zu restaurieren</translation>
    </message>
    <message>
        <source>{} megapixels</source>
        <translation>{} Megapixel</translation>
    </message>
    <message>
        <source>{} done before</source>
        <translation>{} schon erledigt</translation>
    </message>
    <message>
        <source>{} cannot be read</source>
        <translation>{} nicht lesbar</translation>
    </message>
    <message>
        <source>up to {} needed, {} free</source>
        <translation>bis zu {} nötig, {} frei</translation>
    </message>
    <message>
        <source>That may not be enough. The batch would pause when the disk is full, and lose nothing.</source>
        <translation>Das reicht vielleicht nicht. Der Stapel würde bei voller Platte unterbrechen und nichts verlieren.</translation>
    </message>
    <message>
        <source>Each photo keeps its format, depth, colours and metadata. What cannot be written as it is becomes PNG, or TIFF if it is deep. JPEG at quality {}.</source>
        <translation>Jedes Foto behält Format, Tiefe, Farben und Metadaten. Was sich so nicht schreiben lässt, wird PNG, bei großer Tiefe TIFF. JPEG mit Qualität {}.</translation>
    </message>
    <message>
        <source>Place, time and serial numbers are left out.</source>
        <translation>Ort, Zeit und Seriennummern werden weggelassen.</translation>
    </message>
    <message>
        <source>… and {} more that cannot be read</source>
        <translation>… und {} weitere, die nicht lesbar sind</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Diese Datei</translation>
    </message>
    <message>
        <source>… and others; the queue will say why</source>
        <translation>… und andere; die Warteschlange sagt, warum</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Keep these settings as a file, or take those of another</source>
        <translation>Diese Einstellungen als Datei aufbewahren oder andere übernehmen</translation>
    </message>
    <message>
        <source>&amp;Load a preset…</source>
        <translation>Vorgabe &amp;laden …</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Vorgabe laden</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>Als Vorgabe &amp;speichern …</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>The preset lies in {}</source>
        <translation>Die Vorgabe liegt in {}</translation>
    </message>
    <message>
        <source>The preset could not be written to {}.</source>
        <translation>Die Vorgabe konnte nicht in {} geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>Close this question</source>
        <translation>Diese Frage schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>A batch is running</source>
        <translation>Ein Stapel läuft</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation>Vor dem Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose another format</source>
        <translation>Anderes Format wählen</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Weiter restaurieren</translation>
    </message>
    <message>
        <source>Install a pack</source>
        <translation>Ein Paket installieren</translation>
    </message>
    <message>
        <source>It cannot be brought back. To keep a copy, share it first.</source>
        <translation>Es lässt sich nicht zurückholen. Um eine Kopie zu behalten, teilen Sie es vorher.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zurücklassen</translation>
    </message>
    <message>
        <source>Leave what you did by hand on “{}” behind?</source>
        <translation>Von Hand Gemachtes an „{}“ zurücklassen?</translation>
    </message>
    <message>
        <source>Models (*.restorer-model *.onnx);;All files (*)</source>
        <translation>Modelle (*.restorer-model *.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Models (*.restorer-model)</source>
        <translation>Modelle (*.restorer-model)</translation>
    </message>
    <message>
        <source>Nothing is lost: next time you are asked whether to go on where it stopped.</source>
        <translation>Nichts geht verloren: Beim nächsten Mal werden Sie gefragt, ob es dort weitergehen soll.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Otherwise the result is lost. The original stays as it is in any case.</source>
        <translation>Sonst geht das Ergebnis verloren. Das Original bleibt in jedem Fall, wie es ist.</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove the model “{}”?</source>
        <translation>Das Modell „{}“ entfernen?</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save the restored “{}” first?</source>
        <translation>Das restaurierte „{}“ zuerst speichern?</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Ergebnis speichern unter</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Share model</source>
        <translation>Modell weitergeben</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Still working</source>
        <translation>Noch in Arbeit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Anhalten und verlassen</translation>
    </message>
    <message>
        <source>Stop the batch and leave? Still to do: {}.</source>
        <translation>Stapel anhalten und verlassen? Noch nicht fertig: {}.</translation>
    </message>
    <message>
        <source>Throw away what was learnt from “{}”?</source>
        <translation>Verwerfen, was aus „{}“ gelernt wurde?</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Throw the training away</source>
        <translation>Training verwerfen</translation>
    </message>
    <message>
        <source>To learn it again takes as long once more. The photos stay as they are.</source>
        <translation>Es noch einmal zu lernen dauert ebenso lange. Die Fotos bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Unsaved result</source>
        <translation>Ungespeichertes Ergebnis</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Nicht gespeicherte Arbeit</translation>
    </message>
    <message>
        <source>What is done so far is lost. The original stays as it is in any case.</source>
        <translation>Was bisher getan ist, geht verloren. Das Original bleibt in jedem Fall, wie es ist.</translation>
    </message>
    <message>
        <source>What you painted, judged or pinned would be lost: its step is switched off, so there is no result to save. The original stays as it is in any case.</source>
        <translation>Was Sie gemalt, beurteilt oder festgesteckt haben, ginge verloren: Der Schritt ist ausgeschaltet, darum gibt es kein Ergebnis zu speichern. Das Original bleibt in jedem Fall, wie es ist.</translation>
    </message>
    <message>
        <source>“{}” is still being restored. Stop it?</source>
        <translation>„{}“ wird noch restauriert. Anhalten?</translation>
    </message>
    <message>
        <source>“{}” will not hold everything:</source>
        <translation>„{}“ kann nicht alles aufnehmen:</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Changing the device</source>
        <translation>Das Gerät wird gewechselt</translation>
    </message>
    <message>
        <source>Planning a batch</source>
        <translation>Ein Stapel wird geplant</translation>
    </message>
    <message>
        <source>Restoring a batch</source>
        <translation>Ein Stapel wird restauriert</translation>
    </message>
    <message>
        <source>Adding to the batch</source>
        <translation>Zum Stapel wird hinzugefügt</translation>
    </message>
    <message>
        <source>{} joined the batch.</source>
        <translation>{} kam in den Stapel.</translation>
    </message>
    <message>
        <source>{} had been in it already.</source>
        <translation>{} war schon darin.</translation>
    </message>
    <message>
        <source>Left out, as the queue explains: {}.</source>
        <translation>Ausgelassen, wie die Warteschlange erklärt: {}.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Taking the batch back</source>
        <translation>Der Stapel wird zurückgenommen</translation>
    </message>
    <message>
        <source>{} went to the trash.</source>
        <translation>{} kam in den Papierkorb.</translation>
    </message>
    <message>
        <source>{} stayed.</source>
        <translation>{} blieb.</translation>
    </message>
    <message>
        <source>Looking for unfinished batches</source>
        <translation>Unfertige Stapel werden gesucht</translation>
    </message>
    <message>
        <source>Forgetting a batch</source>
        <translation>Ein Stapel wird vergessen</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauriert</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird restauriert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>einige Sekunden</translation>
    </message>
    <message>
        <source>about {} {}</source>
        <translation>etwa {} {}</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} Fotos</translation>
    </message>
    <message>
        <source>{} h</source>
        <translation>{} h</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
</context>
<context>
    <name>QueueCommands</name>
    <message>
        <source>The batch is being taken back. Try again when that is over.</source>
        <translation>Der Stapel wird gerade zurückgenommen. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>What each photo needs, found out by looking at it</source>
        <translation>Was jedes Foto braucht, durch Ansehen ermittelt</translation>
    </message>
    <message>
        <source>Remove noise, grain and compression damage</source>
        <translation>Rauschen, Korn und Kompressionsschäden entfernen</translation>
    </message>
    <message>
        <source>As the photo that is open</source>
        <translation>Wie das geöffnete Foto</translation>
    </message>
    <message>
        <source>“{}” was dropped.</source>
        <translation>„{}“ wurde abgelegt.</translation>
    </message>
    <message>
        <source>{} were dropped.</source>
        <translation>{} wurden abgelegt.</translation>
    </message>
    <message>
        <source>{} files and folders</source>
        <translation>{} Dateien und Ordner</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} Dateien</translation>
    </message>
    <message>
        <source>Add to the batch</source>
        <translation>Zum Stapel hinzufügen</translation>
    </message>
    <message>
        <source>Restore as a batch…</source>
        <translation>Als Stapel restaurieren …</translation>
    </message>
    <message>
        <source>Open in the list</source>
        <translation>In der Liste öffnen</translation>
    </message>
    <message>
        <source>Look at the photos one after the other</source>
        <translation>Die Fotos nacheinander ansehen</translation>
    </message>
    <message>
        <source>Restore all of them; you see the plan first</source>
        <translation>Alle restaurieren; zuerst sehen Sie den Plan</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>Unterordner einschließen</translation>
    </message>
    <message>
        <source>“{}” joins the batch.</source>
        <translation>„{}“ kommt in den Stapel.</translation>
    </message>
    <message>
        <source>Move them to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take this batch back? {} would go to the trash.</source>
        <translation>Diesen Stapel zurücknehmen? {} kämen in den Papierkorb.</translation>
    </message>
    <message>
        <source>The originals stay as they are, and so does what you changed since.</source>
        <translation>Die Originale bleiben, wie sie sind, und ebenso, was Sie seither geändert haben.</translation>
    </message>
    <message>
        <source>There is room now</source>
        <translation>Jetzt ist Platz</translation>
    </message>
    <message>
        <source>It is back</source>
        <translation>Es ist wieder da</translation>
    </message>
    <message>
        <source>It is allowed now</source>
        <translation>Jetzt ist es erlaubt</translation>
    </message>
    <message>
        <source>Try again and go on</source>
        <translation>Noch einmal versuchen und weitermachen</translation>
    </message>
    <message>
        <source>Leave this photo out</source>
        <translation>Dieses Foto auslassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on another time</source>
        <translation>Ein andermal fortsetzen</translation>
    </message>
    <message>
        <source>The batch waits</source>
        <translation>Der Stapel wartet</translation>
    </message>
    <message>
        <source>Restored: {}</source>
        <translation>Restauriert: {}</translation>
    </message>
    <message>
        <source>left as they are: {}</source>
        <translation>unverändert gelassen: {}</translation>
    </message>
    <message>
        <source>failed: {} (the queue says why)</source>
        <translation>gescheitert: {} (die Warteschlange sagt, warum)</translation>
    </message>
    <message>
        <source>not finished: {} (Ctrl+R goes on)</source>
        <translation>nicht fertig: {} (Strg+R macht weiter)</translation>
    </message>
    <message>
        <source>The batch is over</source>
        <translation>Der Stapel ist fertig</translation>
    </message>
    <message>
        <source>A batch was interrupted: {} of “{}” wait, {} are done.</source>
        <translation>Ein Stapel wurde unterbrochen: {} aus „{}“ warten, {} sind fertig.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen …</translation>
    </message>
    <message>
        <source>You see the plan first</source>
        <translation>Zuerst sehen Sie den Plan</translation>
    </message>
    <message>
        <source>Don’t ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>Pau&amp;sieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Show only these photos</source>
        <translation>Nur diese Fotos zeigen</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show before and after above (Enter)</source>
        <translation>Vorher und nachher oben zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the result in the usual program (Ctrl+Enter)</source>
        <translation>Das Ergebnis im üblichen Programm öffnen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Das Ergebnis in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Fotos des Stapels</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Planning a batch</source>
        <translation>Ein Stapel wird geplant</translation>
    </message>
    <message>
        <source>A batch is planned</source>
        <translation>Ein Stapel ist geplant</translation>
    </message>
    <message>
        <source>Taking the batch back</source>
        <translation>Der Stapel wird zurückgenommen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Letting the open photo go first</source>
        <translation>Das geöffnete Foto geht vor</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird restauriert</translation>
    </message>
    <message>
        <source>The photos are being looked at. Nothing is written yet.</source>
        <translation>Die Fotos werden angesehen. Noch wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Look at the plan, then start it.</source>
        <translation>Sehen Sie sich den Plan an, dann starten Sie ihn.</translation>
    </message>
    <message>
        <source>The batch begins.</source>
        <translation>Der Stapel beginnt.</translation>
    </message>
    <message>
        <source>Drop photos or folders here, and they are restored one after the other.</source>
        <translation>Legen Sie Fotos oder Ordner hier ab, und sie werden nacheinander restauriert.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>{} megapixels/s</source>
        <translation>{} Megapixel/s</translation>
    </message>
</context>
<context>
    <name>RepairDesk</name>
    <message>
        <source>Repair accepted</source>
        <translation>Reparatur angenommen</translation>
    </message>
    <message>
        <source>Repair rejected</source>
        <translation>Reparatur abgelehnt</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <source>Clear what was painted</source>
        <translation>Gemaltes löschen</translation>
    </message>
    <message>
        <source>Reading the mask</source>
        <translation>Die Maske wird gelesen</translation>
    </message>
    <message>
        <source>The mask lies in {}</source>
        <translation>Die Maske liegt in {}</translation>
    </message>
    <message>
        <source>Saving the mask</source>
        <translation>Die Maske wird gespeichert</translation>
    </message>
    <message>
        <source>Mask from a file</source>
        <translation>Maske aus einer Datei</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>What this photo needs</source>
        <translation>Was dieses Foto braucht</translation>
    </message>
    <message>
        <source>Use suggestions</source>
        <translation>Vorschläge anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern …</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Removing noise</source>
        <translation>Rauschen wird entfernt</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird restauriert</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>How far the training is</source>
        <translation>Wie weit das Training ist</translation>
    </message>
    <message>
        <source>Against the built-in model</source>
        <translation>Gegen das eingebaute Modell</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Mistakes while learning (loss)</source>
        <translation>Fehler beim Lernen (Verlust)</translation>
    </message>
    <message>
        <source>&amp;Stop and keep the best</source>
        <translation>&amp;Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <source>The loss of each batch</source>
        <translation>Der Verlust jedes Stapels</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Paused. {}</source>
        <translation>Pause. {}</translation>
    </message>
    <message>
        <source>Checking the best one …</source>
        <translation>Das beste wird geprüft …</translation>
    </message>
    <message>
        <source>{} · you can go on working; it steps aside for everything else</source>
        <translation>{} · Sie können weiterarbeiten; es tritt hinter alles andere zurück</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saving {}</source>
        <translation>{} wird gespeichert</translation>
    </message>
    <message>
        <source>Copying the photo</source>
        <translation>Das Foto wird kopiert</translation>
    </message>
    <message>
        <source>Saved to {}</source>
        <translation>Gespeichert in {}</translation>
    </message>
    <message>
        <source>Saving {} was stopped.</source>
        <translation>Das Speichern von {} wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Double-click for the usual value</source>
        <translation>Doppelklick für den üblichen Wert</translation>
    </message>
    <message>
        <source>{} · suggested</source>
        <translation>{} · vorgeschlagen</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>On the photo</source>
        <translation>Auf dem Foto</translation>
    </message>
</context>
<context>
    <name>SpareFaces</name>
    <message>
        <source>Spare small and blurred faces</source>
        <translation>Kleine und unscharfe Gesichter schonen</translation>
    </message>
    <message>
        <source>Where a face is so small or soft that more would change it, half of it is done.</source>
        <translation>Wo ein Gesicht so klein oder unscharf ist, dass mehr es verändern würde, wird nur die Hälfte getan.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{} px · {} · {}</source>
        <translation>{} px · {} · {}</translation>
    </message>
    <message>
        <source>{} unchanged</source>
        <translation>{} unverändert</translation>
    </message>
    <message>
        <source>Pixels that are the same as before, to the bit</source>
        <translation>Bildpunkte, die aufs Bit genau wie vorher sind</translation>
    </message>
    <message>
        <source>Device …</source>
        <translation>Gerät …</translation>
    </message>
    <message>
        <source>Device: {}</source>
        <translation>Gerät: {}</translation>
    </message>
    <message>
        <source>What computes; click to change it</source>
        <translation>Was rechnet; Klick zum Ändern</translation>
    </message>
</context>
<context>
    <name>StepGroup</name>
    <message>
        <source>Model for: {}</source>
        <translation>Modell für: {}</translation>
    </message>
    <message>
        <source>How much of the change is taken. Acts at once; nothing is computed again.</source>
        <translation>Wie viel von der Änderung übernommen wird. Wirkt sofort; nichts wird neu berechnet.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>The model for this is not installed.</source>
        <translation>Das Modell dafür ist nicht installiert.</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <source>About this model: {}</source>
        <translation>Über dieses Modell: {}</translation>
    </message>
    <message>
        <source>{}: off</source>
        <translation>{}: aus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>What was done to this picture?</source>
        <translation>Was wurde mit diesem Bild gemacht?</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>{} of pixels</source>
        <translation>{} der Bildpunkte</translation>
    </message>
    <message>
        <source>A watermark or lettering was taken away at {} places; what lay beneath was rebuilt.</source>
        <translation>An {} Stellen wurde ein Wasserzeichen oder Schriftzug entfernt; was darunter lag, wurde nachgebildet.</translation>
    </message>
    <message>
        <source>At {} places somebody said which they were.</source>
        <translation>An {} Stellen hat jemand gesagt, welche es waren.</translation>
    </message>
    <message>
        <source>Everything else is as it was.</source>
        <translation>Alles andere ist, wie es war.</translation>
    </message>
    <message>
        <source>Faded tones were brought back, to {} %.</source>
        <translation>Verblasste Töne wurden aufgefrischt, zu {} %.</translation>
    </message>
    <message>
        <source>Small or blurred faces ({}) were spared half of that, so that they stay themselves.</source>
        <translation>Kleine oder unscharfe Gesichter ({}) wurden zur Hälfte davon verschont, damit sie sie selbst bleiben.</translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>Es ist kein Foto geöffnet.</translation>
    </message>
    <message>
        <source>No damage was repaired.</source>
        <translation>Es wurde kein Schaden repariert.</translation>
    </message>
    <message>
        <source>No watermark was taken away.</source>
        <translation>Es wurde kein Wasserzeichen entfernt.</translation>
    </message>
    <message>
        <source>Noise, film grain and traces of compression were taken out, to {} %.</source>
        <translation>Rauschen, Filmkorn und Spuren der Kompression wurden entfernt, zu {} %.</translation>
    </message>
    <message>
        <source>Nothing yet: this is the photo as it was opened.</source>
        <translation>Noch nichts: Dies ist das Foto, wie es geöffnet wurde.</translation>
    </message>
    <message>
        <source>Places that somebody marked by hand were repaired too.</source>
        <translation>Auch Stellen, die jemand von Hand markiert hat, wurden repariert.</translation>
    </message>
    <message>
        <source>Places that somebody marked by hand were repaired.</source>
        <translation>Stellen, die jemand von Hand markiert hat, wurden repariert.</translation>
    </message>
    <message>
        <source>Scratches, dust and the like were painted over at {} places, from what lies around them.</source>
        <translation>Kratzer, Staub und Ähnliches wurden an {} Stellen übermalt, nach dem, was ringsum liegt.</translation>
    </message>
    <message>
        <source>Softness and wear were taken out, to {} %.</source>
        <translation>Unschärfe und Abnutzung wurden gemildert, zu {} %.</translation>
    </message>
    <message>
        <source>Softness, wear, and coarse grain or printing dots were taken out, to {} %.</source>
        <translation>Unschärfe, Abnutzung und grobes Korn oder Druckpunkte wurden gemildert, zu {} %.</translation>
    </message>
    <message>
        <source>The colours were invented by the program: it guessed them from what things look like.</source>
        <translation>Die Farben hat das Programm erfunden: Es hat sie danach geraten, wie Dinge aussehen.</translation>
    </message>
    <message>
        <source>The original file was only read. Nothing left this computer.</source>
        <translation>Die Originaldatei wurde nur gelesen. Nichts hat diesen Rechner verlassen.</translation>
    </message>
    <message>
        <source>The photo is being restored. What was done is told here when that is over.</source>
        <translation>Das Foto wird restauriert. Was gemacht wurde, steht hier, sobald das vorbei ist.</translation>
    </message>
    <message>
        <source>Wear was taken out and faded tones were brought back, to {} %.</source>
        <translation>Abnutzung wurde gemildert, und verblasste Töne wurden aufgefrischt, zu {} %.</translation>
    </message>
    <message>
        <source>Wear, coarse grain or printing dots were taken out and faded tones were brought back, to {} %.</source>
        <translation>Abnutzung, grobes Korn oder Druckpunkte wurden gemildert, und verblasste Töne wurden aufgefrischt, zu {} %.</translation>
    </message>
    <message>
        <source>What surrounds the picture, as paper or a scanner&apos;s bed, kept its tones and colours.</source>
        <translation>Was das Bild umgibt, etwa Papier oder die Auflage des Scanners, hat seine Töne und Farben behalten.</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour {}: {}, chance {:.0f} %</source>
        <translation>Farbe {}: {}, Wahrscheinlichkeit {:.0f} %</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{:.0f} px</source>
        <translation>{:.0f} px</translation>
    </message>
    <message>
        <source>The brush’s diameter in pixels of the photo; keys [ and ]</source>
        <translation>Durchmesser des Pinsels in Bildpunkten des Fotos; Tasten [ und ]</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>How much of the brush covers fully; Shift with [ and ]</source>
        <translation>Wie viel vom Pinsel voll deckt; Umschalt mit [ und ]</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Übereinander</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Drag the line across the photo: left of it is before, right of it after. Turn the wheel to come closer; the buttons above show it in other ways, side by side for instance.</source>
        <translation>Ziehen Sie die Linie über das Foto: links davon ist vorher, rechts davon nachher. Mit dem Mausrad kommen Sie näher; die Knöpfe darüber zeigen es auf andere Weise, etwa nebeneinander.</translation>
    </message>
    <message>
        <source>Here the program says what the photo needs. Your own photos are opened with File, Open, or by dropping them on the window. An original is only ever read.</source>
        <translation>Hier sagt das Programm, was das Foto braucht. Ihre eigenen Fotos öffnen Sie mit Datei, Öffnen, oder indem Sie sie auf das Fenster ziehen. Ein Original wird immer nur gelesen.</translation>
    </message>
    <message>
        <source>Every kind of restoration has its switch here, and the button below does what was suggested. The tour now looks for dust and scratches, and repairs what is surest: specks in this sky.</source>
        <translation>Jede Art der Restaurierung hat hier ihren Schalter, und der Knopf unten tut, was vorgeschlagen wurde. Die Tour sucht jetzt Staub und Kratzer und repariert, was am sichersten ist: Flecken in diesem Himmel.</translation>
    </message>
    <message>
        <source>Here only the difference is shown, strengthened. Where there is none the photo is unchanged to the bit; how much of it that is stands below.</source>
        <translation>Hier wird nur der Unterschied gezeigt, verstärkt. Wo keiner ist, ist das Foto bis aufs Bit unverändert; wie viel davon das ist, steht unten.</translation>
    </message>
    <message>
        <source>How much is repaired</source>
        <translation>Wie viel repariert wird</translation>
    </message>
    <message>
        <source>More to the right more is found, and more of it by mistake. It costs no waiting. The full stop and the comma lead from repair to repair, X refuses one, and every change can be undone.</source>
        <translation>Weiter rechts wird mehr gefunden, und mehr davon zu Unrecht. Warten müssen Sie dafür nicht. Punkt und Komma führen von Reparatur zu Reparatur, X lehnt eine ab, und jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>See in a minute how a photo is restored, on a photograph of about 1900 that comes with the program. Everything happens on this computer, also without the internet.</source>
        <translation>Sehen Sie in einer Minute, wie ein Foto restauriert wird, an einer Fotografie von etwa 1900, die dem Programm beiliegt. Alles geschieht auf diesem Rechner, auch ohne Internet.</translation>
    </message>
    <message>
        <source>The photo, as it is</source>
        <translation>Das Foto, wie es ist</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was verändert wurde</translation>
    </message>
    <message>
        <source>“Save as” writes a new file beside the original and never over it. That was the tour; it stays in the Help menu.</source>
        <translation>„Speichern unter“ schreibt eine neue Datei neben das Original und nie darüber. Das war der Rundgang; er bleibt im Menü Hilfe.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>&amp;Skip the tour</source>
        <translation>Rundgang über&amp;springen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Tour, {} of {}</source>
        <translation>Rundgang, {} von {}</translation>
    </message>
</context>
<context>
    <name>TrainingDesk</name>
    <message>
        <source>Looking at the folder</source>
        <translation>Der Ordner wird betrachtet</translation>
    </message>
    <message>
        <source>Looking for the mark</source>
        <translation>Das Zeichen wird gesucht</translation>
    </message>
    <message>
        <source>Preparing the training</source>
        <translation>Das Training wird vorbereitet</translation>
    </message>
    <message>
        <source>The training is kept and can go on.</source>
        <translation>Das Training bleibt erhalten und kann weitergehen.</translation>
    </message>
    <message>
        <source>The training is over.</source>
        <translation>Das Training ist vorbei.</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Das Modell wird geprüft</translation>
    </message>
    <message>
        <source>The model was written to {}</source>
        <translation>Das Modell wurde nach {} geschrieben</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Das Modell wird geschrieben</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>Removing the model</source>
        <translation>Das Modell wird entfernt</translation>
    </message>
</context>
<context>
    <name>TrainingDialogs</name>
    <message>
        <source>“{}” removes the noise from now on.</source>
        <translation>„{}“ entfernt ab jetzt das Rauschen.</translation>
    </message>
    <message>
        <source>The built-in model removes the noise from now on.</source>
        <translation>Das eingebaute Modell entfernt ab jetzt das Rauschen.</translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>Train on my folder</source>
        <translation>An meinem Ordner trainieren</translation>
    </message>
    <message>
        <source>1  Folder</source>
        <translation>1  Ordner</translation>
    </message>
    <message>
        <source>2  Goal</source>
        <translation>2  Ziel</translation>
    </message>
    <message>
        <source>3  Training</source>
        <translation>3  Training</translation>
    </message>
    <message>
        <source>4  Verdict</source>
        <translation>4  Urteil</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Train &amp;again</source>
        <translation>&amp;Noch einmal trainieren</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>As good as {} so far</source>
        <translation>Bisher so gut wie {}</translation>
    </message>
    <message>
        <source>Better than {} by {} on photos it has not seen</source>
        <translation>Um {1} besser als {0}, an Fotos, die es nicht gesehen hat</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Beides zugleich</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Colours grey photos as the coloured ones of your album are.</source>
        <translation>Färbt graue Fotos so, wie die farbigen Ihres Albums sind.</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>Enough for</source>
        <translation>Genug für</translation>
    </message>
    <message>
        <source>Getting ready: reading the photos …</source>
        <translation>Vorbereitung: Fotos werden gelesen …</translation>
    </message>
    <message>
        <source>Learning. The first comparison comes soon.</source>
        <translation>Es wird gelernt. Der erste Vergleich kommt bald.</translation>
    </message>
    <message>
        <source>Learns the grain and the stripes that your scanner leaves, and takes them out.</source>
        <translation>Lernt Korn und Streifen, die Ihr Scanner hinterlässt, und entfernt sie.</translation>
    </message>
    <message>
        <source>Learns the grain of one film or paper, and leaves stripes alone.</source>
        <translation>Lernt das Korn eines Films oder Papiers und lässt Streifen in Ruhe.</translation>
    </message>
    <message>
        <source>Learns what belongs into your photos, to find dust, scratches and wrong scans.</source>
        <translation>Lernt, was in Ihre Fotos gehört, um Staub, Kratzer und falsche Scans zu finden.</translation>
    </message>
    <message>
        <source>Look alike</source>
        <translation>Gleichen sich</translation>
    </message>
    <message>
        <source>Makes your good photos old, and learns to make such photos good again.</source>
        <translation>Macht Ihre guten Fotos alt und lernt, solche Fotos wieder gut zu machen.</translation>
    </message>
    <message>
        <source>Measured on your scans: grain of {} (of 255), no stripes.</source>
        <translation>An Ihren Scans gemessen: Korn von {} (von 255), keine Streifen.</translation>
    </message>
    <message>
        <source>Measured on your scans: grain of {} and stripes of {} (of 255).</source>
        <translation>An Ihren Scans gemessen: Korn von {} und Streifen von {} (von 255).</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>Verrauscht</translation>
    </message>
    <message>
        <source>Removes one watermark that you show, and no other.</source>
        <translation>Entfernt ein Wasserzeichen, das Sie zeigen, und kein anderes.</translation>
    </message>
    <message>
        <source>Restoring photos like these</source>
        <translation>Fotos wie diese restaurieren</translation>
    </message>
    <message>
        <source>Still behind {} by {}</source>
        <translation>Noch {1} hinter {0}</translation>
    </message>
    <message>
        <source>The colours of this album</source>
        <translation>Die Farben dieses Albums</translation>
    </message>
    <message>
        <source>The grain of this film</source>
        <translation>Das Korn dieses Films</translation>
    </message>
    <message>
        <source>The noise of this scanner</source>
        <translation>Das Rauschen dieses Scanners</translation>
    </message>
    <message>
        <source>The watermark of my own archive</source>
        <translation>Das Wasserzeichen meines eigenen Archivs</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>What intact photos look like</source>
        <translation>Wie unversehrte Fotos aussehen</translation>
    </message>
    <message>
        <source>a little noise</source>
        <translation>ein wenig Rauschen</translation>
    </message>
    <message>
        <source>about {} h left</source>
        <translation>noch etwa {} h</translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation>noch etwa {} min</translation>
    </message>
    <message>
        <source>leaving the photo as it is</source>
        <translation>das Foto lassen, wie es ist</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>nothing yet: add more photos</source>
        <translation>noch nichts: fügen Sie Fotos hinzu</translation>
    </message>
    <message>
        <source>noticeable noise</source>
        <translation>deutliches Rauschen</translation>
    </message>
    <message>
        <source>strong noise</source>
        <translation>starkes Rauschen</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>das eingebaute Modell</translation>
    </message>
    <message>
        <source>{} left out</source>
        <translation>{} ausgelassen</translation>
    </message>
    <message>
        <source>{} left out: nearly the same as another one</source>
        <translation>{} ausgelassen: fast gleich einem anderen</translation>
    </message>
    <message>
        <source>{} photos are there both noisy and clean</source>
        <translation>{} Fotos sind verrauscht und sauber da</translation>
    </message>
    <message>
        <source>{} photos can be learnt from</source>
        <translation>Aus {} Fotos lässt sich lernen</translation>
    </message>
    <message>
        <source>{} photos can serve as examples of what a photo should be</source>
        <translation>{} Fotos können als Beispiel dienen, wie ein Foto sein soll</translation>
    </message>
    <message>
        <source>{} photos show compression damage</source>
        <translation>{} Fotos zeigen Kompressionsschäden</translation>
    </message>
    <message>
        <source>{} photos, with {}</source>
        <translation>{} Fotos, mit {}</translation>
    </message>
</context>
<context>
    <name>Trio</name>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>Eingebautes Modell</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>It is better</source>
        <translation>Es ist besser</translation>
    </message>
    <message>
        <source>It is not better</source>
        <translation>Es ist nicht besser</translation>
    </message>
    <message>
        <source>On {} photos kept aside: built-in {}{}, yours {}{}. Learnt from {} photos in {:.0f} min.</source>
        <translation>An {} zurückgelegten Fotos: eingebaut {}{}, Ihres {}{}. Aus {} Fotos in {:.0f} min gelernt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>&amp;Keep this model</source>
        <translation>Dieses Modell &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Use it from now on</source>
        <translation>Ab jetzt ver&amp;wenden</translation>
    </message>
    <message>
        <source>Read its &amp;card</source>
        <translation>Seine &amp;Karte lesen</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>Wei&amp;tergeben …</translation>
    </message>
    <message>
        <source>“{}” is among the models. It was checked to compute as it did when it was trained.</source>
        <translation>„{}“ ist unter den Modellen. Es wurde geprüft, dass es so rechnet wie beim Training.</translation>
    </message>
</context>
<context>
    <name>WalkBar</name>
    <message>
        <source>Repairs: {}</source>
        <translation>Reparaturen: {}</translation>
    </message>
    <message>
        <source>Repair {} of {}</source>
        <translation>Reparatur {} von {}</translation>
    </message>
    <message>
        <source>{}, rejected</source>
        <translation>{}, abgelehnt</translation>
    </message>
</context>
<context>
    <name>WatermarkGroup</name>
    <message>
        <source>Watermark</source>
        <translation>Wasserzeichen</translation>
    </message>
    <message>
        <source>Meant for pictures of your own: a date in the print, a stamp of your own shop.</source>
        <translation>Gedacht für eigene Bilder: ein Datum im Abzug, den Stempel des eigenen Ladens.</translation>
    </message>
</context>
<context>
    <name>WipeHandle</name>
    <message>
        <source>Border between before and after</source>
        <translation>Grenze zwischen vorher und nachher</translation>
    </message>
    <message>
        <source>Arrow keys move it by 1 %, with Shift by 10 %; Home and End to the borders.</source>
        <translation>Pfeiltasten bewegen sie um 1 %, mit Umschalt um 10 %; Pos1 und Ende zu den Rändern.</translation>
    </message>
    <message>
        <source>Drag to compare; double-click to turn</source>
        <translation>Ziehen zum Vergleichen; Doppelklick zum Drehen</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>32-bit float {}</source>
        <translation>32 Bit Gleitkomma {}</translation>
    </message>
    <message>
        <source>A little noise</source>
        <translation>Ein wenig Rauschen</translation>
    </message>
    <message>
        <source>Hardly any noise</source>
        <translation>Kaum Rauschen</translation>
    </message>
    <message>
        <source>Heavy compression damage</source>
        <translation>Starke Kompressionsschäden</translation>
    </message>
    <message>
        <source>Noticeable noise</source>
        <translation>Deutliches Rauschen</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Strong noise</source>
        <translation>Starkes Rauschen</translation>
    </message>
    <message>
        <source>About one wrong spot in a photo</source>
        <translation>Etwa eine falsche Stelle je Foto</translation>
    </message>
    <message>
        <source>About one wrong spot in {:.0f} photos</source>
        <translation>Etwa eine falsche Stelle in {:.0f} Fotos</translation>
    </message>
    <message>
        <source>About {:.0f} wrong spots in a photo</source>
        <translation>Etwa {:.0f} falsche Stellen je Foto</translation>
    </message>
    <message>
        <source>Hardly any compression damage</source>
        <translation>Kaum Kompressionsschäden</translation>
    </message>
    <message>
        <source>Hardly ever a wrong spot</source>
        <translation>Fast nie eine falsche Stelle</translation>
    </message>
    <message>
        <source>Traces of compression</source>
        <translation>Spuren von Kompression</translation>
    </message>
    <message>
        <source>Very strong noise</source>
        <translation>Sehr starkes Rauschen</translation>
    </message>
    <message>
        <source>Visible compression damage</source>
        <translation>Sichtbare Kompressionsschäden</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>noch einen Augenblick</translation>
    </message>
    <message>
        <source>about {} h left</source>
        <translation>noch etwa {} h</translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation>noch etwa {} min</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation>noch etwa {} s</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>own profile</source>
        <translation>eigenes Profil</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>ohne Profil</translation>
    </message>
    <message>
        <source>{} (a guess: not measured for this model)</source>
        <translation>{} (geschätzt: für dieses Modell nicht gemessen)</translation>
    </message>
    <message>
        <source>{}-bit {}</source>
        <translation>{} Bit {}</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Looking for photos</source>
        <translation>Fotos werden gesucht</translation>
    </message>
    <message>
        <source>Opening {}</source>
        <translation>{} wird geöffnet</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Noise removal</source>
        <translation>Entrauschen</translation>
    </message>
    <message>
        <source>Scratches and damage</source>
        <translation>Kratzer und Schäden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>_DropVeil</name>
    <message>
        <source>Drop to open or restore</source>
        <translation>Loslassen zum Öffnen oder Restaurieren</translation>
    </message>
</context>
<context>
    <name>_JobView</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Anhalten, was gerade läuft (Esc)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>_MessageView</name>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>_PackRow</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download: {}</source>
        <translation>Herunterladen: {}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove: {}</source>
        <translation>Entfernen: {}</translation>
    </message>
    <message>
        <source>Not installed.</source>
        <translation>Nicht installiert.</translation>
    </message>
    <message>
        <source>The one that is installed belongs to another version. Install it again.</source>
        <translation>Das installierte gehört zu einer anderen Version. Installieren Sie es erneut.</translation>
    </message>
    <message>
        <source>✓ Installed.</source>
        <translation>✓ Installiert.</translation>
    </message>
    <message>
        <source>{} MB, installed {} MB.</source>
        <translation>{} MB, installiert {} MB.</translation>
    </message>
    <message>
        <source>“{}” is installed.</source>
        <translation>„{}“ ist installiert.</translation>
    </message>
    <message>
        <source>“{}” was removed.</source>
        <translation>„{}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>There is no place to download from yet</source>
        <translation>Es gibt noch keinen Ort zum Herunterladen</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>(an estimate: there are no clean photos to compare with)</source>
        <translation>(eine Schätzung: Es gibt keine sauberen Fotos zum Vergleich)</translation>
    </message>
    <message>
        <source>1 extra channel</source>
        <translation>1 zusätzlichen Kanal</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 Bit je Kanal</translation>
    </message>
    <message>
        <source>64 hexadecimal digits in small letters</source>
        <translation>64 hexadezimale Ziffern in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 Bit je Kanal</translation>
    </message>
    <message>
        <source>A cast that belongs to the scene (a sunset, a stage, a room lit by candles) is taken for age and weakened.</source>
        <translation>Einen Farbstich, der zum Bild gehört (ein Sonnenuntergang, eine Bühne, ein Zimmer im Kerzenlicht), hält es für Alter und schwächt ihn.</translation>
    </message>
    <message>
        <source>A hint names no colour or no place.</source>
        <translation>Ein Farbhinweis nennt keine Farbe oder keinen Ort.</translation>
    </message>
    <message>
        <source>A network for “{0}” has two parts: the recipe needs finder_widths.</source>
        <translation>Ein Netz für „{0}“ hat zwei Teile: Das Rezept braucht finder_widths.</translation>
    </message>
    <message>
        <source>A part of the XMP description of this photo is damaged; it will not be kept.</source>
        <translation>Ein Teil der XMP-Beschreibung dieses Fotos ist beschädigt; er wird nicht behalten.</translation>
    </message>
    <message>
        <source>A photo in colour.</source>
        <translation>Ein Farbfoto.</translation>
    </message>
    <message>
        <source>A recipe has each step at most once.</source>
        <translation>Ein Rezept hat jeden Schritt höchstens einmal.</translation>
    </message>
    <message>
        <source>A recipe knows: {0}.</source>
        <translation>Ein Rezept kennt: {0}.</translation>
    </message>
    <message>
        <source>A sensitivity of {0} wrong repairs in a photo is not possible.</source>
        <translation>Eine Empfindlichkeit von {0} falschen Reparaturen je Foto ist nicht möglich.</translation>
    </message>
    <message>
        <source>A shared model has three files; this one has more.</source>
        <translation>Ein geteiltes Modell hat drei Dateien; dieses hat mehr.</translation>
    </message>
    <message>
        <source>A strength of {0} is not possible.</source>
        <translation>Eine Stärke von {0} ist nicht möglich.</translation>
    </message>
    <message>
        <source>A tint lies over shadows and lights alike.</source>
        <translation>Ein Farbstich liegt auf Schatten und Lichtern gleichermaßen.</translation>
    </message>
    <message>
        <source>A training run needs at least one step and one crop a step.</source>
        <translation>Ein Training braucht mindestens einen Schritt und einen Ausschnitt je Schritt.</translation>
    </message>
    <message>
        <source>A training takes time.</source>
        <translation>Ein Training braucht Zeit.</translation>
    </message>
    <message>
        <source>A {0} of {1} is not possible.</source>
        <translation>Für „{0}“ ist {1} nicht möglich.</translation>
    </message>
    <message>
        <source>Add clean photos: at least {0} are needed for this way.</source>
        <translation>Fügen Sie saubere Fotos hinzu: Für diesen Weg sind mindestens {0} nötig.</translation>
    </message>
    <message>
        <source>Add more photos.</source>
        <translation>Fügen Sie weitere Fotos hinzu.</translation>
    </message>
    <message>
        <source>Add more scans.</source>
        <translation>Fügen Sie weitere Scans hinzu.</translation>
    </message>
    <message>
        <source>Add photos with sides of at least {0} pixels.</source>
        <translation>Fügen Sie Fotos hinzu, deren Seiten mindestens {0} Bildpunkte lang sind.</translation>
    </message>
    <message>
        <source>Add scans with some sky, wall or empty border, or pairs of a noisy and a clean scan.</source>
        <translation>Fügen Sie Scans mit etwas Himmel, Wand oder leerem Rand hinzu, oder Paare aus einem verrauschten und einem sauberen Scan.</translation>
    </message>
    <message>
        <source>Add the training pack, or in a Python environment: pip install &quot;restorer[train]&quot;</source>
        <translation>Fügen Sie das Trainingspaket hinzu, oder in einer Python-Umgebung: pip install &quot;restorer[train]&quot;</translation>
    </message>
    <message>
        <source>Allow it, then go on.</source>
        <translation>Erlauben Sie es und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>An autoencoder needs one count of decoder blocks for each width but the last.</source>
        <translation>Ein Autoencoder braucht für jede Breite außer der letzten eine Anzahl von Decoder-Blöcken.</translation>
    </message>
    <message>
        <source>An autoencoder needs one count of encoder blocks for each width.</source>
        <translation>Ein Autoencoder braucht für jede Breite eine Anzahl von Encoder-Blöcken.</translation>
    </message>
    <message>
        <source>An early version, trained for half an hour: it makes a faded photo fresher, rarely as fresh as it was.</source>
        <translation>Eine frühe Fassung, eine halbe Stunde trainiert: Sie macht ein verblasstes Foto frischer, selten so frisch, wie es war.</translation>
    </message>
    <message>
        <source>Another batch is running into this folder.</source>
        <translation>Ein anderer Stapel läuft gerade in diesen Ordner.</translation>
    </message>
    <message>
        <source>Ask for the file again; nothing was taken in.</source>
        <translation>Bitten Sie noch einmal um die Datei; es wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>Ask its owner, or copy it elsewhere.</source>
        <translation>Fragen Sie den Eigentümer, oder kopieren Sie sie anderswohin.</translation>
    </message>
    <message>
        <source>Better than {0} by {1} on photos it has not seen{2}.</source>
        <translation>Um {1} besser als {0}, an Fotos, die es nicht gesehen hat{2}.</translation>
    </message>
    <message>
        <source>Black and white, toned in one colour.</source>
        <translation>Schwarzweiß, in einer Farbe getönt.</translation>
    </message>
    <message>
        <source>Black and white.</source>
        <translation>Schwarzweiß.</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Zusammensetzen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Choose a PNG with a transparent ground, a picture of the mark on a plain one, or {0} marked photos of one size and more.</source>
        <translation>Wählen Sie ein PNG mit durchsichtigem Grund, ein Bild des Zeichens auf einfarbigem Grund oder mindestens {0} Fotos gleicher Größe, die es tragen.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose a folder of unedited scans. For photos like these the built-in model is all you need.</source>
        <translation>Wählen Sie einen Ordner mit unbearbeiteten Scans. Für Fotos wie diese genügt das eingebaute Modell.</translation>
    </message>
    <message>
        <source>Choose a folder with photos in it.</source>
        <translation>Wählen Sie einen Ordner, in dem Fotos sind.</translation>
    </message>
    <message>
        <source>Choose a name for the photo.</source>
        <translation>Wählen Sie einen Namen für das Foto.</translation>
    </message>
    <message>
        <source>Choose a picture of it, or photos that bear it.</source>
        <translation>Wählen Sie ein Bild davon oder Fotos, die es tragen.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>Choose another crop or fewer levels.</source>
        <translation>Wählen Sie einen anderen Ausschnitt oder weniger Ebenen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder for the result.</source>
        <translation>Wählen Sie einen anderen Ordner für das Ergebnis.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder erlauben Sie, sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose another output folder: one beside the originals, or inside their folder.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse: einen neben den Originalen oder in ihrem Ordner.</translation>
    </message>
    <message>
        <source>Choose another, or create it first.</source>
        <translation>Wählen Sie einen anderen, oder legen Sie ihn erst an.</translation>
    </message>
    <message>
        <source>Choose at least a minute.</source>
        <translation>Wählen Sie mindestens eine Minute.</translation>
    </message>
    <message>
        <source>Choose auto or one of: {0}.</source>
        <translation>Wählen Sie auto oder eines von: {0}.</translation>
    </message>
    <message>
        <source>Choose fewer nodes per layer or smaller crops, and close other programs.</source>
        <translation>Wählen Sie weniger Knoten je Schicht oder kleinere Ausschnitte, und schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Choose from: {0}.</source>
        <translation>Zur Wahl stehen: {0}.</translation>
    </message>
    <message>
        <source>Choose one from 0 to 1 (0 to 100 %).</source>
        <translation>Wählen Sie eine von 0 bis 1 (0 bis 100 %).</translation>
    </message>
    <message>
        <source>Choose one from {0} to {1}.</source>
        <translation>Wählen Sie eine von {0} bis {1}.</translation>
    </message>
    <message>
        <source>Choose one that was.</source>
        <translation>Wählen Sie eines, das dafür gemacht ist.</translation>
    </message>
    <message>
        <source>Choose such a number.</source>
        <translation>Wählen Sie eine solche Zahl.</translation>
    </message>
    <message>
        <source>Choose the same layers and width as that model has, or start from nothing.</source>
        <translation>Wählen Sie dieselben Schichten und dieselbe Breite, wie jenes Modell sie hat, oder beginnen Sie bei null.</translation>
    </message>
    <message>
        <source>Choose the squared error, or leave the loss as it is.</source>
        <translation>Wählen Sie den quadratischen Fehler, oder lassen Sie den Verlust, wie er ist.</translation>
    </message>
    <message>
        <source>Choose {0} to {1}.</source>
        <translation>Wählen Sie {0} bis {1}.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close what still uses it, and try again.</source>
        <translation>Schließen Sie, was es noch benutzt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Compression damage of {0} (of 255).</source>
        <translation>Kompressionsschäden von {0} (von 255).</translation>
    </message>
    <message>
        <source>Compression damage of {0} (of 255): nothing to speak of.</source>
        <translation>Kompressionsschäden von {0} (von 255): nicht der Rede wert.</translation>
    </message>
    <message>
        <source>Compute on a graphics card</source>
        <translation>Auf einer Grafikkarte rechnen</translation>
    </message>
    <message>
        <source>Computing on {0}</source>
        <translation>Es rechnet: {0}</translation>
    </message>
    <message>
        <source>Connect it again, then go on.</source>
        <translation>Schließen Sie ihn wieder an, und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>Schließen Sie ihn wieder an.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Damage as soft and large as light and shadow (a faded half, a water stain without a rim) is not found.</source>
        <translation>Schäden, so weich und groß wie Licht und Schatten (eine verblasste Hälfte, ein Wasserfleck ohne Rand), findet es nicht.</translation>
    </message>
    <message>
        <source>Damage over {0} % of the photo; what is wide is repaired if you accept it.</source>
        <translation>Schäden auf {0} % des Fotos; Breites wird repariert, wenn Sie es annehmen.</translation>
    </message>
    <message>
        <source>Damage such as scratches and stains is left to the damage tools.</source>
        <translation>Schäden wie Kratzer und Flecken bleiben den Werkzeugen für Schäden überlassen.</translation>
    </message>
    <message>
        <source>Detail that a strong blur took does not come back: it sharpens what is there.</source>
        <translation>Einzelheiten, die eine starke Unschärfe nahm, kommen nicht wieder: Es schärft, was da ist.</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Faces in profile, bent down, under hats, masked, or lower than about 10 pixels in a photo shrunk to 640 are found now and then only: in a street scene of about 1900 two of the three nearest were missed.</source>
        <translation>Gesichter im Profil, gesenkt, unter Hüten, verdeckt oder niedriger als etwa 10 Pixel in einem auf 640 verkleinerten Foto findet es nur hin und wieder: In einer Straßenszene um 1900 übersah es zwei der drei nächsten.</translation>
    </message>
    <message>
        <source>Fills what is masked (scratches, dust, folds, cracks, or what you paint) from around it; changes nothing else.</source>
        <translation>Füllt, was maskiert ist (Kratzer, Staub, Knicke, Risse oder was Sie übermalen), aus der Umgebung; ändert sonst nichts.</translation>
    </message>
    <message>
        <source>Finds scratches, dust, hair, folds, cracks, tears and stains: where a photo deviates from what an autoencoder expects of an intact one.</source>
        <translation>Findet Kratzer, Staub, Haare, Knicke, Risse und Flecken: wo ein Foto von dem abweicht, was ein Autoencoder von einem unversehrten erwartet.</translation>
    </message>
    <message>
        <source>Finds what does not look like the intact photos of one collection</source>
        <translation>Findet, was nicht wie die unversehrten Fotos einer Sammlung aussieht</translation>
    </message>
    <message>
        <source>Free some space on the disk that holds {0}.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger mit {0}.</translation>
    </message>
    <message>
        <source>Free some space or choose another.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Free some space, then go on.</source>
        <translation>Schaffen Sie Platz, und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>From noisy photos alone, only the squared error learns the photo and not the noise.</source>
        <translation>Nur mit dem quadratischen Fehler lernt es aus verrauschten Fotos allein das Foto und nicht das Rauschen.</translation>
    </message>
    <message>
        <source>Give one of them another id in its card.</source>
        <translation>Geben Sie einem davon in seiner Karte eine andere Kennung.</translation>
    </message>
    <message>
        <source>Give the best.safetensors of a run with the same network.</source>
        <translation>Geben Sie best.safetensors eines Laufs mit demselben Netz an.</translation>
    </message>
    <message>
        <source>Graphics card pack</source>
        <translation>Grafikkartenpaket</translation>
    </message>
    <message>
        <source>Halftone dots of printed pictures, scratches, dust and stains are not noise: it leaves them, or softens them a little.</source>
        <translation>Rasterpunkte gedruckter Bilder, Kratzer, Staub und Flecken sind kein Rauschen: Es lässt sie, oder macht sie ein wenig weicher.</translation>
    </message>
    <message>
        <source>Hardly any of these photos is noisy ({0} of {1}): little can be learnt.</source>
        <translation>Kaum eines dieser Fotos ist verrauscht ({0} von {1}): Da lässt sich wenig lernen.</translation>
    </message>
    <message>
        <source>Hidden files are left alone.</source>
        <translation>Versteckte Dateien bleiben unberührt.</translation>
    </message>
    <message>
        <source>Hidden folders are left alone.</source>
        <translation>Versteckte Ordner bleiben unberührt.</translation>
    </message>
    <message>
        <source>How good it is was estimated from noisy photos: no clean ones were there to compare.</source>
        <translation>Wie gut es ist, wurde an verrauschten Fotos geschätzt: Saubere zum Vergleich gab es nicht.</translation>
    </message>
    <message>
        <source>In halftone prints and engravings it takes dots and strokes for damage; in crowds and folds of cloth, bright thin shapes.</source>
        <translation>In gerasterten Drucken und Stichen hält es Punkte und Striche für Schäden, in Menschenmengen und Stofffalten helle dünne Formen.</translation>
    </message>
    <message>
        <source>Install the model again, or choose another one.</source>
        <translation>Installieren Sie das Modell noch einmal, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Install the model again, or remove its folder.</source>
        <translation>Installieren Sie das Modell noch einmal, oder entfernen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>Install the pack from a file instead: {0}</source>
        <translation>Installieren Sie das Paket stattdessen aus einer Datei: {0}</translation>
    </message>
    <message>
        <source>Install the program and its training pack again.</source>
        <translation>Installieren Sie das Programm und sein Trainingspaket noch einmal.</translation>
    </message>
    <message>
        <source>Install the training pack again.</source>
        <translation>Installieren Sie das Trainingspaket noch einmal.</translation>
    </message>
    <message>
        <source>Is the disk full?</source>
        <translation>Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>It cannot be moved to the trash: {0}.</source>
        <translation>Es kann nicht in den Papierkorb gelegt werden: {0}.</translation>
    </message>
    <message>
        <source>It differs by at most {0} from the processor ({1}).</source>
        <translation>Es weicht um höchstens {0} vom Prozessor ab ({1}).</translation>
    </message>
    <message>
        <source>It has been restored already: {0}.</source>
        <translation>Es wurde schon restauriert: {0}.</translation>
    </message>
    <message>
        <source>It is not offered. Train it anew.</source>
        <translation>Es wird nicht angeboten. Trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>It is {0} on photos it has not seen{1}. It is not offered.</source>
        <translation>Es ist {0}, an Fotos, die es nicht gesehen hat{1}. Es wird nicht angeboten.</translation>
    </message>
    <message>
        <source>It learnt from few photos.</source>
        <translation>Es hat aus wenigen Fotos gelernt.</translation>
    </message>
    <message>
        <source>It may be damaged.</source>
        <translation>Sie ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>Vielleicht verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>It must take and return one float32 tensor (1, planes, H, W) of any size; the card names {0} planes in and {1} out.</source>
        <translation>Es muss einen float32-Tensor (1, Ebenen, H, W) beliebiger Größe nehmen und einen liefern; die Karte nennt {0} Ebenen hinein und {1} heraus.</translation>
    </message>
    <message>
        <source>It must take red, green and blue from 0 to 1 and return them cleaner, at the same size.</source>
        <translation>Es muss Rot, Grün und Blau von 0 bis 1 nehmen und sauberer zurückgeben, in derselben Größe.</translation>
    </message>
    <message>
        <source>It was changed since.</source>
        <translation>Es wurde seither verändert.</translation>
    </message>
    <message>
        <source>It was restored, and its result taken back.</source>
        <translation>Es wurde restauriert und das Ergebnis zurückgenommen.</translation>
    </message>
    <message>
        <source>It was thrown away. Try again, or install the pack from a file.</source>
        <translation>Es wurde verworfen. Versuchen Sie es noch einmal, oder installieren Sie das Paket aus einer Datei.</translation>
    </message>
    <message>
        <source>Its SHA-256 should be {0}. Please get it again.</source>
        <translation>Ihr SHA-256 müsste {0} sein. Bitte besorgen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Its noise of {0} is stronger than any the network was trained on: look at the result before you trust it.</source>
        <translation>Das Rauschen von {0} ist stärker als alles, woran das Netz gelernt hat: Sehen Sie sich das Ergebnis an, ehe Sie ihm trauen.</translation>
    </message>
    <message>
        <source>Its packs are: {0}.</source>
        <translation>Ihre Pakete sind: {0}.</translation>
    </message>
    <message>
        <source>Its parity sample cannot be used: {0}.</source>
        <translation>Die Vergleichsprobe ist nicht zu gebrauchen: {0}.</translation>
    </message>
    <message>
        <source>Its parts are: {0}.</source>
        <translation>Seine Teile sind: {0}.</translation>
    </message>
    <message>
        <source>JPEG artefacts were not taught anew.</source>
        <translation>JPEG-Artefakte wurden nicht neu gelehrt.</translation>
    </message>
    <message>
        <source>JPEG has no transparency; transparent parts will be opaque.</source>
        <translation>JPEG kennt keine Durchsichtigkeit; durchsichtige Teile werden deckend.</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, HEIC, AVIF and camera raw files can.</source>
        <translation>JPEG, PNG, TIFF, WebP, HEIC, AVIF und Rohdaten von Kameras können es.</translation>
    </message>
    <message>
        <source>Letters thinner than a 384th of the photo&apos;s shorter side are not found.</source>
        <translation>Buchstaben, die dünner sind als der 384. Teil der kürzeren Seite des Fotos, werden nicht gefunden.</translation>
    </message>
    <message>
        <source>Links to folders are not followed; name the folder itself.</source>
        <translation>Verweisen auf Ordner wird nicht gefolgt; nennen Sie den Ordner selbst.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Looking at the noise</source>
        <translation>Das Rauschen wird betrachtet</translation>
    </message>
    <message>
        <source>Looking at “{0}”</source>
        <translation>„{0}“ wird angesehen</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Looking through “{0}”</source>
        <translation>„{0}“ wird durchgesehen</translation>
    </message>
    <message>
        <source>Looks at the photo at about 128 pixels: small stains are not seen.</source>
        <translation>Betrachtet das Foto bei etwa 128 Pixeln: Kleine Flecken sieht es nicht.</translation>
    </message>
    <message>
        <source>Made for photos like those it learnt from: on others the built-in model is the better choice.</source>
        <translation>Gemacht für Fotos wie die, aus denen es gelernt hat: Für andere ist das eingebaute Modell die bessere Wahl.</translation>
    </message>
    <message>
        <source>Made for thin and small damage, up to about 30 pixels across; larger holes are filled with a blur.</source>
        <translation>Für dünne und kleine Schäden gemacht, bis etwa 30 Pixel breit; größere Löcher werden verschwommen gefüllt.</translation>
    </message>
    <message>
        <source>Make a mask of the photo&apos;s size.</source>
        <translation>Machen Sie eine Maske in der Größe des Fotos.</translation>
    </message>
    <message>
        <source>Make room on the disk of {0}.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger mit {0}.</translation>
    </message>
    <message>
        <source>Make room on this disk.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger.</translation>
    </message>
    <message>
        <source>Make room, and try again: it goes on where it stopped.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal: Es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>More time or more photos will hardly change that: keep the built-in model.</source>
        <translation>Mehr Zeit oder mehr Fotos werden daran kaum etwas ändern: Behalten Sie das eingebaute Modell.</translation>
    </message>
    <message>
        <source>Name a file that ends in {0}.</source>
        <translation>Nennen Sie eine Datei, die auf {0} endet.</translation>
    </message>
    <message>
        <source>No download address is configured: releases of Restorer are not published anywhere yet.</source>
        <translation>Es ist keine Adresse zum Herunterladen bekannt: Ausgaben von Restorer sind noch nirgends veröffentlicht.</translation>
    </message>
    <message>
        <source>No mark can be made out that these photos share.</source>
        <translation>Es ist kein Zeichen zu erkennen, das diese Fotos gemeinsam haben.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Es ist kein Modell installiert.</translation>
    </message>
    <message>
        <source>No model is installed; install the program again.</source>
        <translation>Es ist kein Modell installiert; installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>No model knows what intact photos look like.</source>
        <translation>Kein Modell weiß, wie unversehrte Fotos aussehen.</translation>
    </message>
    <message>
        <source>No scratch file for a picture of {0} GB could be made in {1}.</source>
        <translation>In {1} konnte keine Zwischendatei für ein Bild von {0} GB angelegt werden.</translation>
    </message>
    <message>
        <source>No plain scratches or dust.</source>
        <translation>Keine deutlichen Kratzer, kein deutlicher Staub.</translation>
    </message>
    <message>
        <source>A mark that repeats all over the photo, on {0} % of it.</source>
        <translation>Ein Zeichen, das sich über das ganze Foto wiederholt, auf {0} % davon.</translation>
    </message>
    <message>
        <source>A share of {0} of the weights to start from is none.</source>
        <translation>{0} ist kein Anteil der Gewichte, mit denen begonnen wird.</translation>
    </message>
    <message>
        <source>A training needs photos.</source>
        <translation>Zum Trainieren braucht es Fotos.</translation>
    </message>
    <message>
        <source>CBM3D {0}, FFDNet {1} (both are told σ; DPIR and SCUNet figures)</source>
        <translation>CBM3D {0}, FFDNet {1} (beiden wird σ gesagt; Zahlen von DPIR und SCUNet)</translation>
    </message>
    <message>
        <source>CC15, real camera noise</source>
        <translation>CC15, echtes Rauschen von Kameras</translation>
    </message>
    <message>
        <source>Dark dots in even places (birds in the sky, bolts, distant windows) can be taken for specks of dust.</source>
        <translation>Dunkle Punkte in gleichmäßigen Flächen (Vögel am Himmel, Schrauben, ferne Fenster) können für Staub gehalten werden.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none: of 125 clean photos from elsewhere, 480 pixels wide, 13 fell below 40 dB, one of them to 29. Look before you save.</source>
        <translation>Dichte Struktur ohne ruhige Stelle (Mauerwerk, Kies, Laub aus der Ferne) kann für Rauschen gehalten und geglättet werden, selbst in einem Foto, das keines hat: Von 125 sauberen fremden Fotos, 480 Pixel breit, fielen 13 unter 40 dB, eines davon auf 29. Sehen Sie hin, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none: of 125 clean photos from elsewhere, 480 pixels wide, 3 fell below 40 dB, one of them to 31. Look before you save.</source>
        <translation>Dichte Struktur ohne ruhige Stelle (Mauerwerk, Kies, Laub aus der Ferne) kann für Rauschen gehalten und geglättet werden, selbst in einem Foto, das keines hat: Von 125 sauberen fremden Fotos, 480 Pixel breit, fielen 3 unter 40 dB, eines davon auf 31. Sehen Sie hin, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Faint noise of {0} (of 255).</source>
        <translation>Schwaches Rauschen von {0} (von 255).</translation>
    </message>
    <message>
        <source>Finds more than half of the dates that a camera burnt in, and little else: of plain lettering, logos, bands and faint marks it misses most. Paint them. Marks that repeat all over a photo are found without it.</source>
        <translation>Findet mehr als die Hälfte der Daten, die eine Kamera einbelichtet hat, und sonst wenig: Von schlichter Schrift, Logos, Streifen und schwachen Zeichen entgeht ihm das meiste. Malen Sie sie an. Zeichen, die sich über das ganze Foto wiederholen, werden ohne es gefunden.</translation>
    </message>
    <message>
        <source>Finds visible watermarks, logos, lettering and date stamps, in photos of any size. For your own photos, and those you may change.</source>
        <translation>Findet sichtbare Wasserzeichen, Logos, Schrift und Datumsstempel in Fotos jeder Größe. Für Ihre eigenen Fotos und solche, die Sie verändern dürfen.</translation>
    </message>
    <message>
        <source>Fine texture is smoothed more than by the larger denoiser, which is 0.7 dB nearer to the truth.</source>
        <translation>Feine Struktur wird stärker geglättet als vom größeren Entrauscher, der der Wahrheit um 0,7 dB näher ist.</translation>
    </message>
    <message>
        <source>For photos of many megapixels, or a slow computer. JPEG artefacts give way less (0.7 dB at quality 10, 0.3 at 40), and of a clean photo it changes more than the larger one does (44.8 dB).</source>
        <translation>Für Fotos mit vielen Megapixeln oder einen langsamen Computer. JPEG-Artefakte weichen weniger (0,7 dB bei Qualität 10, 0,3 bei 40), und an einem sauberen Foto ändert es mehr als das größere (44,8 dB).</translation>
    </message>
    <message>
        <source>Gaussian σ = {0}</source>
        <translation>Gaußsches Rauschen, σ = {0}</translation>
    </message>
    <message>
        <source>Give the result another name, or move that file.</source>
        <translation>Geben Sie dem Ergebnis einen anderen Namen oder verschieben Sie diese Datei.</translation>
    </message>
    <message>
        <source>Give the weights that the training started from.</source>
        <translation>Geben Sie die Gewichte an, mit denen das Training begonnen hat.</translation>
    </message>
    <message>
        <source>It takes eight times as long as the usual denoiser, which is hardly worse: for single photos, or a graphics card.</source>
        <translation>Es braucht achtmal so lange wie der übliche Entrauscher, der kaum schlechter ist: für einzelne Fotos oder eine Grafikkarte.</translation>
    </message>
    <message>
        <source>JPEG artefacts are softened (1.1 dB at quality 10), not undone. Of a clean photo it changes next to nothing (51 dB); leave alone what needs nothing all the same.</source>
        <translation>JPEG-Artefakte werden gemildert (1,1 dB bei Qualität 10), nicht rückgängig gemacht. An einem sauberen Foto ändert es so gut wie nichts (51 dB); lassen Sie trotzdem in Ruhe, was nichts braucht.</translation>
    </message>
    <message>
        <source>JPEG quality {0}</source>
        <translation>JPEG-Qualität {0}</translation>
    </message>
    <message>
        <source>Lettering that belongs to the scene (shop signs, number plates) can be taken for a watermark: look before you save.</source>
        <translation>Schrift, die zur Szene gehört (Ladenschilder, Nummernschilder), kann für ein Wasserzeichen gehalten werden: Sehen Sie nach, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>No sidecar tells how “{0}” was made.</source>
        <translation>Keine Begleitdatei sagt, wie „{0}“ entstanden ist.</translation>
    </message>
    <message>
        <source>Nobody here knows what it was trained on, or how good it is: try `restorer evaluate`.</source>
        <translation>Niemand hier weiß, woraus es gelernt hat oder wie gut es ist: Versuchen Sie `restorer evaluate`.</translation>
    </message>
    <message>
        <source>Noise of {0} (of 255).</source>
        <translation>Rauschen von {0} (von 255).</translation>
    </message>
    <message>
        <source>Noise of {0} (of 255): nothing to speak of.</source>
        <translation>Rauschen von {0} (von 255): nicht der Rede wert.</translation>
    </message>
    <message>
        <source>Noise with large clumps (over about three pixels) and the banding of scanners were not taught; expect little.</source>
        <translation>Rauschen in großen Klumpen (über etwa drei Pixeln) und die Streifen von Scannern hat es nicht gelernt; erwarten Sie wenig.</translation>
    </message>
    <message>
        <source>None of these photos can be learnt from any more.</source>
        <translation>Aus keinem dieser Fotos lässt sich noch lernen.</translation>
    </message>
    <message>
        <source>Nothing can be said of {0}: the model “{1}” is made for something else.</source>
        <translation>Zu „{0}“ lässt sich nichts sagen: Das Modell „{1}“ ist für anderes gemacht.</translation>
    </message>
    <message>
        <source>Nothing may be written to “{0}”.</source>
        <translation>In „{0}“ darf nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing needs to be restored; no result was written.</source>
        <translation>Es muss nichts restauriert werden; es wurde kein Ergebnis geschrieben.</translation>
    </message>
    <message>
        <source>One scratch or fold</source>
        <translation>Ein Kratzer oder Knick</translation>
    </message>
    <message>
        <source>One scratch or fold and one speck</source>
        <translation>Ein Kratzer oder Knick und ein Fleck</translation>
    </message>
    <message>
        <source>One scratch or fold and {0} specks</source>
        <translation>Ein Kratzer oder Knick und {0} Flecken</translation>
    </message>
    <message>
        <source>One speck</source>
        <translation>Ein Fleck</translation>
    </message>
    <message>
        <source>Only {0} of these photos have the same size.</source>
        <translation>Nur {0} dieser Fotos haben dieselbe Größe.</translation>
    </message>
    <message>
        <source>Only {0} scans have noise to learn; at least {1} are needed.</source>
        <translation>Nur {0} Scans haben Rauschen, aus dem sich lernen lässt; mindestens {1} sind nötig.</translation>
    </message>
    <message>
        <source>Only {0} {1} are of use; at least {2} are needed.</source>
        <translation>Nur {0} {1} sind zu gebrauchen; mindestens {2} sind nötig.</translation>
    </message>
    <message>
        <source>Open a file inside it.</source>
        <translation>Öffnen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>Open a photo that is kept in a file.</source>
        <translation>Öffnen Sie ein Foto, das in einer Datei liegt.</translation>
    </message>
    <message>
        <source>Open another copy of it.</source>
        <translation>Öffnen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
        <source>Open another copy.</source>
        <translation>Öffnen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>Open it with the program that made it, and save it as TIFF.</source>
        <translation>Öffnen Sie sie mit dem Programm, das sie gemacht hat, und speichern Sie sie als TIFF.</translation>
    </message>
    <message>
        <source>Open it with the program that made it, and save it as a usual TIFF in RGB.</source>
        <translation>Öffnen Sie sie mit dem Programm, das sie gemacht hat, und speichern Sie sie als gewöhnliches TIFF in RGB.</translation>
    </message>
    <message>
        <source>Open the photo again and save the result once more.</source>
        <translation>Öffnen Sie das Foto noch einmal, und speichern Sie das Ergebnis erneut.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Parts of the picture are missing from this TIFF file.</source>
        <translation>In dieser TIFF-Datei fehlen Teile des Bildes.</translation>
    </message>
    <message>
        <source>Pictures of this kind of up to {0} megapixels can; the file may be damaged.</source>
        <translation>Bilder dieser Art können bis zu {0} Megapixel haben; die Datei ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>Place, names, serial numbers and descriptions will be left out, as you asked.</source>
        <translation>Ort, Namen, Seriennummern und Beschreibungen werden weggelassen, wie Sie es wünschen.</translation>
    </message>
    <message>
        <source>Please get it again.</source>
        <translation>Bitte besorgen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Please install Restorer again.</source>
        <translation>Bitte installieren Sie Restorer noch einmal.</translation>
    </message>
    <message>
        <source>Printing dots over five pixels apart need its coarse part; those over eight go only in scans of 1,200 pixels and more.</source>
        <translation>Druckpunkte mit mehr als fünf Pixeln Abstand brauchen seinen groben Teil; die mit mehr als acht verschwinden nur in Scans ab 1.200 Pixeln.</translation>
    </message>
    <message>
        <source>Proposes colours as they are in one album</source>
        <translation>Schlägt Farben vor, wie sie in einem Album sind</translation>
    </message>
    <message>
        <source>Proposes colours for a grey photo from what it shows, says how sure it is and what else would fit, and follows colour hints.</source>
        <translation>Schlägt Farben für ein graues Foto vor, nach dem, was es zeigt, sagt, wie sicher es ist und was sonst passen würde, und folgt Farbhinweisen.</translation>
    </message>
    <message>
        <source>Remove the second one.</source>
        <translation>Entfernen Sie den zweiten.</translation>
    </message>
    <message>
        <source>Remove your own only.</source>
        <translation>Entfernen Sie nur eigene.</translation>
    </message>
    <message>
        <source>Removes noise as the usual denoiser does, but looks at the photo eight times, turned, mirrored and moved: a little nearer to the truth, in eight times the time.</source>
        <translation>Entfernt Rauschen wie der übliche Entrauscher, sieht das Foto aber achtmal an, gedreht, gespiegelt und verschoben: der Wahrheit ein wenig näher, in achtfacher Zeit.</translation>
    </message>
    <message>
        <source>Removes noise, film grain and JPEG artefacts as the larger denoiser does, in a third of the time and with less detail.</source>
        <translation>Entfernt Rauschen, Filmkorn und JPEG-Artefakte wie der größere Entrauscher, in einem Drittel der Zeit und mit weniger Einzelheiten.</translation>
    </message>
    <message>
        <source>Removes noise, film grain and JPEG artefacts from colour and grey photos, without being told how much there is.</source>
        <translation>Entfernt Rauschen, Filmkorn und JPEG-Artefakte aus farbigen und grauen Fotos, ohne dass ihm gesagt wird, wie viel davon da ist.</translation>
    </message>
    <message>
        <source>Removes noise. Made elsewhere; what it needs was found out by trying it here.</source>
        <translation>Entfernt Rauschen. Anderswo gemacht; was es braucht, wurde hier durch Probieren gefunden.</translation>
    </message>
    <message>
        <source>Removes the grain of one film</source>
        <translation>Entfernt das Korn eines Films</translation>
    </message>
    <message>
        <source>Removes the noise of one scanner</source>
        <translation>Entfernt das Rauschen eines Scanners</translation>
    </message>
    <message>
        <source>Removes the watermark of one archive</source>
        <translation>Entfernt das Wasserzeichen eines Archivs</translation>
    </message>
    <message>
        <source>Restores photos like those of one collection</source>
        <translation>Restauriert Fotos wie die einer Sammlung</translation>
    </message>
    <message>
        <source>Save as TIFF instead.</source>
        <translation>Speichern Sie stattdessen als TIFF.</translation>
    </message>
    <message>
        <source>Save as TIFF.</source>
        <translation>Speichern Sie als TIFF.</translation>
    </message>
    <message>
        <source>Save it again from the program.</source>
        <translation>Speichern Sie es noch einmal aus dem Programm.</translation>
    </message>
    <message>
        <source>Save it as TIFF or JPEG elsewhere.</source>
        <translation>Speichern Sie sie anderswo als TIFF oder JPEG.</translation>
    </message>
    <message>
        <source>Save the watermark as a PNG with a transparent ground.</source>
        <translation>Speichern Sie das Wasserzeichen als PNG mit durchsichtigem Grund.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>See that the noisy and the clean photos show the same, pixel by pixel.</source>
        <translation>Achten Sie darauf, dass die verrauschten und die sauberen Fotos Punkt für Punkt dasselbe zeigen.</translation>
    </message>
    <message>
        <source>See whether this computer is online, and try again.</source>
        <translation>Sehen Sie nach, ob dieser Rechner online ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Set aside for a look: {0}</source>
        <translation>Zum Ansehen beiseitegelegt: {0}</translation>
    </message>
    <message>
        <source>Set it again on the photo.</source>
        <translation>Setzen Sie ihn noch einmal auf das Foto.</translation>
    </message>
    <message>
        <source>Soft blobs of colour can be taken for a blurred face.</source>
        <translation>Weiche Farbkleckse kann es für ein unscharfes Gesicht halten.</translation>
    </message>
    <message>
        <source>Some values of this file are negative or no numbers; they are shown as black.</source>
        <translation>Einige Werte dieser Datei sind negativ oder keine Zahlen; sie werden schwarz gezeigt.</translation>
    </message>
    <message>
        <source>Something unexpected happened: {0}: {1}</source>
        <translation>Etwas Unerwartetes ist geschehen: {0}: {1}</translation>
    </message>
    <message>
        <source>Start from nothing instead.</source>
        <translation>Beginnen Sie stattdessen bei null.</translation>
    </message>
    <message>
        <source>Start it anew.</source>
        <translation>Beginnen Sie es neu.</translation>
    </message>
    <message>
        <source>Still an early version, trained for less than five hours on one core: of tears it finds the greater part, of soft stains and of faint fingerprints next to nothing; paint them.</source>
        <translation>Noch eine frühe Fassung, keine fünf Stunden auf einem Kern trainiert: Von Rissen findet es den größeren Teil, von weichen Flecken und schwachen Fingerabdrücken so gut wie nichts; übermalen Sie sie.</translation>
    </message>
    <message>
        <source>Still an early version, trained for two hours on one core: a decibel better than the classical methods.</source>
        <translation>Noch eine frühe Fassung, zwei Stunden auf einem Kern trainiert: um ein Dezibel besser als die klassischen Verfahren.</translation>
    </message>
    <message>
        <source>Sub-folders are left alone unless they are asked for.</source>
        <translation>Unterordner bleiben unberührt, wenn sie nicht verlangt werden.</translation>
    </message>
    <message>
        <source>Takes fading, colour casts, yellowing and uneven light from a photo; sepia becomes grey.</source>
        <translation>Nimmt einem Foto Verblassen, Farbstiche, Vergilbung und ungleichmäßiges Licht; Sepia wird grau.</translation>
    </message>
    <message>
        <source>Takes softness, grain, noise, paper texture and compression from a worn photo in one go.</source>
        <translation>Nimmt einem abgenutzten Foto Unschärfe, Korn, Rauschen, Papierstruktur und Kompression in einem Zug.</translation>
    </message>
    <message>
        <source>Taking back “{0}”</source>
        <translation>„{0}“ wird zurückgenommen</translation>
    </message>
    <message>
        <source>Teach one on this folder: choose “What intact photos look like” as the goal.</source>
        <translation>Lehren Sie es eines an diesem Ordner: Wählen Sie „Wie unversehrte Fotos aussehen“ als Ziel.</translation>
    </message>
    <message>
        <source>Telea {0}, Navier-Stokes {1}</source>
        <translation>Verfahren von Telea {0}, von Navier-Stokes {1}</translation>
    </message>
    <message>
        <source>Tells where faces are in a photo shrunk to a few hundred pixels, so that small and blurred ones are spared. It knows nobody, and makes nothing.</source>
        <translation>Sagt, wo in einem auf wenige hundert Pixel verkleinerten Foto Gesichter sind, damit kleine und unscharfe verschont werden. Es kennt niemanden und erschafft nichts.</translation>
    </message>
    <message>
        <source>The EXIF data of this photo are too long for JPEG and will be left out.</source>
        <translation>Die EXIF-Daten dieses Fotos sind zu lang für JPEG und werden weggelassen.</translation>
    </message>
    <message>
        <source>The IPTC captions of this photo are too long for JPEG and will be left out.</source>
        <translation>Die IPTC-Beschriftungen dieses Fotos sind zu lang für JPEG und werden weggelassen.</translation>
    </message>
    <message>
        <source>The XMP description of this photo is too long for JPEG and will be left out.</source>
        <translation>Die XMP-Beschreibung dieses Fotos ist zu lang für JPEG und wird weggelassen.</translation>
    </message>
    <message>
        <source>The answer about the latest release makes no sense.</source>
        <translation>Die Antwort auf die Frage nach der neuesten Ausgabe ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The answer about the latest release names no secure page.</source>
        <translation>Die Antwort auf die Frage nach der neuesten Ausgabe nennt keine sichere Seite.</translation>
    </message>
    <message>
        <source>The beginning of this PNG file is damaged.</source>
        <translation>Der Anfang dieser PNG-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The code is as large as the photo itself: the network would only learn to copy. Choose a smaller code or more layers.</source>
        <translation>Der Code ist so groß wie das Foto selbst: Das Netz würde nur abschreiben lernen. Wählen Sie einen kleineren Code oder mehr Schichten.</translation>
    </message>
    <message>
        <source>The colour profile in this file is damaged or does not fit; its colours are read as sRGB.</source>
        <translation>Das Farbprofil in dieser Datei ist beschädigt oder passt nicht; ihre Farben werden als sRGB gelesen.</translation>
    </message>
    <message>
        <source>The colours came from a palette; they are now stored for each pixel.</source>
        <translation>Die Farben kamen aus einer Palette; sie werden jetzt für jeden Bildpunkt gespeichert.</translation>
    </message>
    <message>
        <source>The connection ended after {0} of {1} MB.</source>
        <translation>Die Verbindung endete nach {0} von {1} MB.</translation>
    </message>
    <message>
        <source>The crop of {0} pixels is not a multiple of {1}.</source>
        <translation>Der Ausschnitt von {0} Bildpunkten ist kein Vielfaches von {1}.</translation>
    </message>
    <message>
        <source>The disk is full; “{0}” was not saved.</source>
        <translation>Der Datenträger ist voll; „{0}“ wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The disk with “{0}” is full.</source>
        <translation>Der Datenträger mit „{0}“ ist voll.</translation>
    </message>
    <message>
        <source>The end of this JPEG file is missing.</source>
        <translation>Das Ende dieser JPEG-Datei fehlt.</translation>
    </message>
    <message>
        <source>The file may be damaged.</source>
        <translation>Die Datei ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” cannot be read.</source>
        <translation>Die Datei „{0}“ des Modells „{1}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is damaged: its checksum is wrong.</source>
        <translation>Die Datei „{0}“ des Modells „{1}“ ist beschädigt: Ihre Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is far too large.</source>
        <translation>Die Datei „{0}“ des Modells „{1}“ ist viel zu groß.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is missing.</source>
        <translation>Die Datei „{0}“ des Modells „{1}“ fehlt.</translation>
    </message>
    <message>
        <source>The file “{0}” would lie outside of the model’s folder.</source>
        <translation>Die Datei „{0}“ läge außerhalb des Ordners des Modells.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist.</source>
        <translation>Den Ordner {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be written to: {1}.</source>
        <translation>In den Ordner „{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <translation>Den Ordner „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “{0}” for the results has vanished.</source>
        <translation>Der Ordner „{0}“ für die Ergebnisse ist verschwunden.</translation>
    </message>
    <message>
        <source>The folder “{0}” has vanished.</source>
        <translation>Der Ordner „{0}“ ist verschwunden.</translation>
    </message>
    <message>
        <source>The folder “{0}” with the photos has vanished.</source>
        <translation>Der Ordner „{0}“ mit den Fotos ist verschwunden.</translation>
    </message>
    <message>
        <source>The further pages of this file are damaged; the first is shown.</source>
        <translation>Die weiteren Seiten dieser Datei sind beschädigt; die erste wird gezeigt.</translation>
    </message>
    <message>
        <source>The ground of this picture is not plain, so that no mark can be told.</source>
        <translation>Der Grund dieses Bildes ist nicht einfarbig, sodass sich kein Zeichen erkennen lässt.</translation>
    </message>
    <message>
        <source>The journal of the batch cannot be used: {0}.</source>
        <translation>Das Protokoll des Stapels ist nicht zu gebrauchen: {0}.</translation>
    </message>
    <message>
        <source>The journal of the batch cannot be written: {0}.</source>
        <translation>Das Protokoll des Stapels lässt sich nicht schreiben: {0}.</translation>
    </message>
    <message>
        <source>The journal of the batch is damaged.</source>
        <translation>Das Protokoll des Stapels ist beschädigt.</translation>
    </message>
    <message>
        <source>The list of what this HEIC file holds is damaged.</source>
        <translation>Das Verzeichnis dessen, was diese HEIC-Datei enthält, ist beschädigt.</translation>
    </message>
    <message>
        <source>The mark cannot be written to {0}: {1}.</source>
        <translation>Das Zeichen lässt sich nicht in {0} schreiben: {1}.</translation>
    </message>
    <message>
        <source>The mask has {0} × {1} pixels, the photo {2} × {3}.</source>
        <translation>Die Maske hat {0} × {1} Bildpunkte, das Foto {2} × {3}.</translation>
    </message>
    <message>
        <source>The model cannot be written to {0}: {1}.</source>
        <translation>Das Modell lässt sich nicht in {0} schreiben: {1}.</translation>
    </message>
    <message>
        <source>The model card in “{0}” cannot be read.</source>
        <translation>Die Modellkarte in „{0}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is damaged.</source>
        <translation>Die Modellkarte in „{0}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is far too large.</source>
        <translation>Die Modellkarte in „{0}“ ist viel zu groß.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is wrong: {1}.</source>
        <translation>Die Modellkarte in „{0}“ ist falsch: {1}.</translation>
    </message>
    <message>
        <source>The model card “{0}” is wrong: {1}.</source>
        <translation>Die Modellkarte „{0}“ ist falsch: {1}.</translation>
    </message>
    <message>
        <source>The model in “{0}” does not compute rightly: {1}</source>
        <translation>Das Modell in „{0}“ rechnet nicht richtig: {1}</translation>
    </message>
    <message>
        <source>The model in “{0}” is left out: “{1}” holds one with the same id.</source>
        <translation>Das Modell in „{0}“ wird übergangen: „{1}“ enthält eines mit derselben Kennung.</translation>
    </message>
    <message>
        <source>The model is too large to be one.</source>
        <translation>Das Modell ist zu groß, um eines zu sein.</translation>
    </message>
    <message>
        <source>The model sees the whole photo at once; its parts were joined by fading.</source>
        <translation>Das Modell sieht das ganze Foto auf einmal; seine Teile wurden durch Überblenden verbunden.</translation>
    </message>
    <message>
        <source>The model {0} is not made for {1}.</source>
        <translation>Das Modell {0} ist nicht dafür gemacht: {1}.</translation>
    </message>
    <message>
        <source>The model “{0}” returned a picture of another size.</source>
        <translation>Das Modell „{0}“ hat ein Bild anderer Größe geliefert.</translation>
    </message>
    <message>
        <source>The model “{0}” returned values that are no numbers.</source>
        <translation>Das Modell „{0}“ hat Werte geliefert, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The name is too long for this disk.</source>
        <translation>Der Name ist zu lang für diesen Datenträger.</translation>
    </message>
    <message>
        <source>The name needs an ending.</source>
        <translation>Der Name braucht eine Endung.</translation>
    </message>
    <message>
        <source>The name says {0}, but this is a {1} file.</source>
        <translation>Der Name sagt {0}, aber der Inhalt dieser Datei ist: {1}.</translation>
    </message>
    <message>
        <source>The network failed on the CPU: {0}.</source>
        <translation>Das Netz ist auf dem Prozessor gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The network has no part “{0}” to be frozen.</source>
        <translation>Das Netz hat keinen Teil „{0}“, der eingefroren werden könnte.</translation>
    </message>
    <message>
        <source>The network in “{0}” is not the one its card speaks of.</source>
        <translation>Das Netz in „{0}“ ist nicht das, von dem seine Karte spricht.</translation>
    </message>
    <message>
        <source>The network of the model “{0}” cannot be loaded: it is damaged, or made for another program.</source>
        <translation>Das Netz des Modells „{0}“ lässt sich nicht laden: Es ist beschädigt oder für ein anderes Programm gemacht.</translation>
    </message>
    <message>
        <source>The network of the model “{0}” {1} something else than its card says.</source>
        <translation>Das Netz des Modells „{0}“ {1} etwas anderes, als seine Karte sagt.</translation>
    </message>
    <message>
        <source>The new model does not compute rightly here: {0}</source>
        <translation>Das neue Modell rechnet hier nicht richtig: {0}</translation>
    </message>
    <message>
        <source>The noise of {0} scans will be measured and put on {1} clean photos, to learn to take it off again.</source>
        <translation>Das Rauschen von {0} Scans wird gemessen und auf {1} saubere Fotos gelegt, um zu lernen, wie man es wieder entfernt.</translation>
    </message>
    <message>
        <source>The paper may have yellowed, or its one colour is meant.</source>
        <translation>Das Papier ist vielleicht vergilbt, oder der eine Farbton ist gewollt.</translation>
    </message>
    <message>
        <source>The parts of this TIFF file are larger than its picture.</source>
        <translation>Die Teile dieser TIFF-Datei sind größer als ihr Bild.</translation>
    </message>
    <message>
        <source>The photo holds values that are no numbers.</source>
        <translation>Das Foto enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The recipe accepts or rejects repairs of a photo of another size.</source>
        <translation>Das Rezept nimmt Reparaturen eines Fotos anderer Größe an oder lehnt sie ab.</translation>
    </message>
    <message>
        <source>The recipe has an unknown step: {0}.</source>
        <translation>Das Rezept hat einen unbekannten Schritt: {0}.</translation>
    </message>
    <message>
        <source>The recipe {0} cannot be read.</source>
        <translation>Das Rezept {0} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The recipe {0} cannot be read: {1}.</source>
        <translation>Das Rezept {0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>The recipe {0} has unknown entries: {1}.</source>
        <translation>Das Rezept {0} hat unbekannte Einträge: {1}.</translation>
    </message>
    <message>
        <source>The recipe {0} is incomplete: {1}.</source>
        <translation>Das Rezept {0} ist unvollständig: {1}.</translation>
    </message>
    <message>
        <source>The recipe&apos;s mask was painted on a photo of {0} × {1} pixels.</source>
        <translation>Die Maske des Rezepts wurde auf einem Foto von {0} × {1} Bildpunkten gemalt.</translation>
    </message>
    <message>
        <source>The server sent another part of the file than was asked for.</source>
        <translation>Der Server hat einen anderen Teil der Datei geschickt als den verlangten.</translation>
    </message>
    <message>
        <source>The sidecar of “{0}” cannot be written: {1}.</source>
        <translation>Die Begleitdatei von „{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The texture of paper is found now and then only.</source>
        <translation>Die Struktur von Papier findet es nur hin und wieder.</translation>
    </message>
    <message>
        <source>The training cannot keep its files in {0}: {1}.</source>
        <translation>Das Training kann seine Dateien nicht in {0} ablegen: {1}.</translation>
    </message>
    <message>
        <source>The training cannot start from the model in “{0}”: it is another kind of network.</source>
        <translation>Das Training kann nicht mit dem Modell in „{0}“ beginnen: Es ist ein Netz anderer Art.</translation>
    </message>
    <message>
        <source>The training cannot start from {0}: {1}</source>
        <translation>Das Training kann nicht mit {0} beginnen: {1}</translation>
    </message>
    <message>
        <source>The training could not be started: {0}.</source>
        <translation>Das Training konnte nicht begonnen werden: {0}.</translation>
    </message>
    <message>
        <source>The training ended before anything could be said of it.</source>
        <translation>Das Training endete, bevor sich etwas darüber sagen ließ.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly{0}</source>
        <translation>Das Training endete unerwartet{0}</translation>
    </message>
    <message>
        <source>The training in “{0}” cannot go on: what it was to do cannot be read.</source>
        <translation>Das Training in „{0}“ kann nicht weitergehen: Was es tun sollte, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The training pack is not complete: {0}</source>
        <translation>Das Trainingspaket ist nicht vollständig: {0}</translation>
    </message>
    <message>
        <source>The training was stopped from outside, perhaps because memory ran out.</source>
        <translation>Das Training wurde von außen angehalten, vielleicht, weil der Speicher ausging.</translation>
    </message>
    <message>
        <source>The true colours of clothes, walls and cars cannot be known from a grey photo: where many would fit, it stays muted, and says that it is unsure.</source>
        <translation>Die wahren Farben von Kleidern, Wänden und Autos sind einem grauen Foto nicht anzusehen: Wo viele passen würden, bleibt es gedämpft und sagt, dass es unsicher ist.</translation>
    </message>
    <message>
        <source>The values of this file reach {0}; they were scaled to between 0 and 1.</source>
        <translation>Die Werte dieser Datei reichen bis {0}; sie wurden auf 0 bis 1 gebracht.</translation>
    </message>
    <message>
        <source>The watermark to be removed has to be shown.</source>
        <translation>Das Wasserzeichen, das entfernt werden soll, muss gezeigt werden.</translation>
    </message>
    <message>
        <source>The weights in {0} cannot be mixed with those learnt.</source>
        <translation>Die Gewichte in {0} lassen sich nicht mit den gelernten mischen.</translation>
    </message>
    <message>
        <source>The {0} bits per pixel of this file are now 8.</source>
        <translation>Die {0} Bit je Bildpunkt dieser Datei sind jetzt 8.</translation>
    </message>
    <message>
        <source>The {0} cannot be kept in {1}: {2}.</source>
        <translation>„{0}“ kann nicht in {1} aufbewahrt werden: {2}.</translation>
    </message>
    <message>
        <source>The {0} could not be removed: {1}.</source>
        <translation>„{0}“ konnte nicht entfernt werden: {1}.</translation>
    </message>
    <message>
        <source>The {0} must be from {1} to {2}.</source>
        <translation>Für „{0}“ muss ein Wert von {1} bis {2} stehen.</translation>
    </message>
    <message>
        <source>There are no photos in “{0}”.</source>
        <translation>In „{0}“ sind keine Fotos.</translation>
    </message>
    <message>
        <source>There are not enough usable photos in {0}.</source>
        <translation>In {0} sind nicht genug brauchbare Fotos.</translation>
    </message>
    <message>
        <source>There are too few even places in these photos to measure the noise.</source>
        <translation>In diesen Fotos sind zu wenige gleichmäßige Stellen, um das Rauschen zu messen.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is hardly any noise in these photos: the built-in model is all they need.</source>
        <translation>In diesen Fotos ist kaum Rauschen: Das eingebaute Modell ist alles, was sie brauchen.</translation>
    </message>
    <message>
        <source>There is no device “{0}”.</source>
        <translation>Es gibt kein Gerät „{0}“.</translation>
    </message>
    <message>
        <source>There is no file or folder “{0}”.</source>
        <translation>Es gibt keine Datei und keinen Ordner „{0}“.</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>Es gibt keine Datei „{0}“.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>Es gibt keinen Ordner „{0}“.</translation>
    </message>
    <message>
        <source>There is no loss “{0}”.</source>
        <translation>Es gibt keinen Verlust „{0}“.</translation>
    </message>
    <message>
        <source>There is no model “{0}”.</source>
        <translation>Es gibt kein Modell „{0}“.</translation>
    </message>
    <message>
        <source>There is no pack “{0}”.</source>
        <translation>Es gibt kein Paket „{0}“.</translation>
    </message>
    <message>
        <source>There is no {0} to make a model of.</source>
        <translation>Es gibt kein {0}, aus dem ein Modell werden könnte.</translation>
    </message>
    <message>
        <source>There is not enough memory for this training.</source>
        <translation>Für dieses Training ist nicht genug Speicher da.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{0}”.</source>
        <translation>Der Speicher reicht nicht, um „{0}“ zu öffnen.</translation>
    </message>
    <message>
        <source>There is not enough memory to save “{0}”.</source>
        <translation>Der Speicher reicht nicht, um „{0}“ zu speichern.</translation>
    </message>
    <message>
        <source>There is not enough room: {0} are needed, {1} are free.</source>
        <translation>Der Platz reicht nicht: {0} sind nötig, {1} sind frei.</translation>
    </message>
    <message>
        <source>There is nothing but ground in this picture.</source>
        <translation>In diesem Bild ist nichts als Grund.</translation>
    </message>
    <message>
        <source>There is nowhere to ask: releases of Restorer are not published anywhere yet.</source>
        <translation>Es gibt keinen Ort, an dem man fragen könnte: Ausgaben von Restorer sind noch nirgends veröffentlicht.</translation>
    </message>
    <message>
        <source>There is too little memory for this photo.</source>
        <translation>Für dieses Foto ist zu wenig Speicher da.</translation>
    </message>
    <message>
        <source>They were moved, changed or are too small: look at the folder again.</source>
        <translation>Sie wurden verschoben, verändert oder sind zu klein: Sehen Sie den Ordner noch einmal durch.</translation>
    </message>
    <message>
        <source>Thick grain, paper or printing dots.</source>
        <translation>Grobes Korn, Papier oder Druckpunkte.</translation>
    </message>
    <message>
        <source>Thin bright or dark lines that belong to the scene (wires, whiskers, rigging, rain) can be taken for scratches: check the mask.</source>
        <translation>Dünne helle oder dunkle Linien, die zum Bild gehören (Drähte, Schnurrhaare, Takelage, Regen), kann es für Kratzer halten: Sehen Sie die Maske durch.</translation>
    </message>
    <message>
        <source>This JPEG file ends before its picture begins.</source>
        <translation>Diese JPEG-Datei endet, bevor ihr Bild beginnt.</translation>
    </message>
    <message>
        <source>This JPEG file tells its pixels hundreds of times over, as no camera or program does.</source>
        <translation>Diese JPEG-Datei nennt ihre Bildpunkte Hunderte Male, wie es keine Kamera und kein Programm tut.</translation>
    </message>
    <message>
        <source>This archive was not made for Restorer: {0}.</source>
        <translation>Dieses Archiv wurde nicht für Restorer gemacht: {0}.</translation>
    </message>
    <message>
        <source>This batch was begun with a newer version of the program.</source>
        <translation>Dieser Stapel wurde mit einer neueren Fassung des Programms begonnen.</translation>
    </message>
    <message>
        <source>This copy has no packs; in a checkout, what they hold is installed with pip.</source>
        <translation>Diese Kopie hat keine Pakete; im Quellverzeichnis wird, was sie enthalten, mit pip installiert.</translation>
    </message>
    <message>
        <source>This file cannot be read: {0}.</source>
        <translation>Diese Datei lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>This file claims to hold {0} × {1} pixels, which is more than can be opened.</source>
        <translation>Diese Datei gibt an, {0} × {1} Bildpunkte zu enthalten, mehr, als sich öffnen lassen.</translation>
    </message>
    <message>
        <source>This file has {0} (infrared, perhaps), which will not be kept.</source>
        <translation>Diese Datei hat {0} (vielleicht Infrarot); das wird nicht erhalten.</translation>
    </message>
    <message>
        <source>This file has {0} pictures; the first is shown.</source>
        <translation>Diese Datei hat {0} Bilder; das erste wird gezeigt.</translation>
    </message>
    <message>
        <source>This file has {0} pictures; the main one is shown.</source>
        <translation>Diese Datei hat {0} Bilder; das wichtigste wird gezeigt.</translation>
    </message>
    <message>
        <source>This file has {0}{1} pages; the first is shown.</source>
        <translation>Diese Datei hat {0}{1} Seiten; die erste wird gezeigt.</translation>
    </message>
    <message>
        <source>This file holds a picture without any pixels.</source>
        <translation>Diese Datei enthält ein Bild ohne einen einzigen Bildpunkt.</translation>
    </message>
    <message>
        <source>This file is made for printing (CMYK); it was converted to sRGB {0}.</source>
        <translation>Diese Datei ist für den Druck gemacht (CMYK); sie wurde {0} in sRGB umgewandelt.</translation>
    </message>
    <message>
        <source>This file will hold {0}; this photo has {1}.</source>
        <translation>Diese Datei wird {0} enthalten; dieses Foto hat {1}.</translation>
    </message>
    <message>
        <source>This folder cannot be read: {0}.</source>
        <translation>Dieser Ordner lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>This folder holds the results of a batch; name it itself to restore those.</source>
        <translation>Dieser Ordner enthält die Ergebnisse eines Stapels; nennen Sie ihn selbst, um diese zu restaurieren.</translation>
    </message>
    <message>
        <source>This installation cannot say which packs belong to it.</source>
        <translation>Diese Installation weiß nicht, welche Pakete zu ihr gehören.</translation>
    </message>
    <message>
        <source>This is a camera raw file; it was developed with the camera&apos;s own white balance.</source>
        <translation>Dies sind Rohdaten einer Kamera; sie wurden mit dem Weißabgleich der Kamera entwickelt.</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>Dies ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>This is not a recipe.</source>
        <translation>Dies ist kein Rezept.</translation>
    </message>
    <message>
        <source>This is version {0}.</source>
        <translation>Dies ist Version {0}.</translation>
    </message>
    <message>
        <source>This links to a file in the output folder.</source>
        <translation>Dies verweist auf eine Datei im Ordner der Ergebnisse.</translation>
    </message>
    <message>
        <source>This looks unlike the photos that the networks know: {0} and {1}.</source>
        <translation>Dies gleicht keinem Foto, das die Netze kennen: {0} und {1}.</translation>
    </message>
    <message>
        <source>This looks unlike the photos that the networks know: {0}.</source>
        <translation>Dies gleicht keinem Foto, das die Netze kennen: {0}.</translation>
    </message>
    <message>
        <source>This model does not say how it was made, so that it cannot learn more.</source>
        <translation>Dieses Modell sagt nicht, wie es gemacht wurde, sodass es nicht weiterlernen kann.</translation>
    </message>
    <message>
        <source>This picture needs {0} GB of scratch space, more than the disk has left.</source>
        <translation>Dieses Bild braucht {0} GB Platz für Zwischendateien, mehr, als der Datenträger noch hat.</translation>
    </message>
    <message>
        <source>This recipe goes on where “{0}” ends.</source>
        <translation>Dieses Rezept macht weiter, wo „{0}“ endet.</translation>
    </message>
    <message>
        <source>This recipe has format {0}; this program reads up to {1}.</source>
        <translation>Dieses Rezept hat Format {0}; dieses Programm liest bis {1}.</translation>
    </message>
    <message>
        <source>This recipe needs masks of dust and hair.</source>
        <translation>Dieses Rezept braucht Masken von Staub und Haaren.</translation>
    </message>
    <message>
        <source>This recipe needs to know where faces are.</source>
        <translation>Dieses Rezept muss wissen, wo Gesichter sind.</translation>
    </message>
    <message>
        <source>This recipe takes its parts so: {0}.</source>
        <translation>Dieses Rezept nimmt seine Teile so: {0}.</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Tones and colours are fresh.</source>
        <translation>Töne und Farben sind frisch.</translation>
    </message>
    <message>
        <source>Tones and colours have changed with age.</source>
        <translation>Töne und Farben haben sich mit dem Alter verändert.</translation>
    </message>
    <message>
        <source>Tones reach from {0} to {1} % only</source>
        <translation>Die Töne reichen nur von {0} bis {1} %</translation>
    </message>
    <message>
        <source>Train longer.</source>
        <translation>Trainieren Sie länger.</translation>
    </message>
    <message>
        <source>Train longer: it was still getting better.</source>
        <translation>Trainieren Sie länger: Es wurde noch besser.</translation>
    </message>
    <message>
        <source>Train networks on photos of your own</source>
        <translation>Netze an eigenen Fotos trainieren</translation>
    </message>
    <message>
        <source>Trained for an hour and a half on one core, from what the denoiser knew: more would still help.</source>
        <translation>Eineinhalb Stunden auf einem Kern trainiert, ausgehend von dem, was der Entrauscher wusste: Mehr würde noch helfen.</translation>
    </message>
    <message>
        <source>Trained on 3,275 photos, few of them of crowds, streets, cars or old people: expect skin, sky and green to be right more often than these.</source>
        <translation>An 3.275 Fotos trainiert, wenige davon von Menschenmengen, Straßen, Autos oder alten Leuten: Haut, Himmel und Grün stimmen öfter als diese.</translation>
    </message>
    <message>
        <source>Trained on some hundred people of our time, nearly all grown-up and facing the camera.</source>
        <translation>An einigen hundert Menschen unserer Zeit trainiert, fast alle erwachsen und der Kamera zugewandt.</translation>
    </message>
    <message>
        <source>Training needs a large part of the program that is not installed.</source>
        <translation>Das Training braucht einen großen Teil des Programms, der nicht installiert ist.</translation>
    </message>
    <message>
        <source>Training pack</source>
        <translation>Trainingspaket</translation>
    </message>
    <message>
        <source>Try again when it is finished.</source>
        <translation>Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>Versuchen Sie es noch einmal: Es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Try another format.</source>
        <translation>Versuchen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Versuchen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Try to get the file again from where it came, or open another copy.</source>
        <translation>Versuchen Sie, die Datei noch einmal von dort zu bekommen, woher sie kam, oder öffnen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>Try to get the file again.</source>
        <translation>Versuchen Sie, die Datei noch einmal zu bekommen.</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Entpacken</translation>
    </message>
    <message>
        <source>Use a newer version of the program, or a model made for this one.</source>
        <translation>Benutzen Sie eine neuere Fassung des Programms oder ein Modell, das für diese gemacht ist.</translation>
    </message>
    <message>
        <source>Use a newer version of the program.</source>
        <translation>Benutzen Sie eine neuere Fassung des Programms.</translation>
    </message>
    <message>
        <source>Use a newer version.</source>
        <translation>Benutzen Sie eine neuere Fassung.</translation>
    </message>
    <message>
        <source>Use it for that photo, or save it as a preset, without the mask.</source>
        <translation>Benutzen Sie es für jenes Foto, oder speichern Sie es als Vorgabe, ohne die Maske.</translation>
    </message>
    <message>
        <source>Use it for that photo, or save it as a preset, without them.</source>
        <translation>Benutzen Sie es für jenes Foto, oder speichern Sie es als Vorgabe, ohne sie.</translation>
    </message>
    <message>
        <source>Use more photos: 60 and more, of many different things.</source>
        <translation>Nehmen Sie mehr Fotos: 60 und mehr, von vielen verschiedenen Dingen.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Benutzen Sie eine von {0}.</translation>
    </message>
    <message>
        <source>Use scans as they come from the scanner, before any noise removal or compression.</source>
        <translation>Nehmen Sie Scans, wie sie aus dem Scanner kommen, vor aller Entrauschung und Kompression.</translation>
    </message>
    <message>
        <source>Use that one.</source>
        <translation>Benutzen Sie jene.</translation>
    </message>
    <message>
        <source>Use: restorer train</source>
        <translation>Benutzen Sie: restorer train</translation>
    </message>
    <message>
        <source>Very fine texture under heavy noise (skin, cloth, foliage) is smoothed, as by every denoiser: lower the strength.</source>
        <translation>Sehr feine Struktur unter starkem Rauschen (Haut, Stoff, Laub) wird geglättet, wie von jedem Entrauscher: Verringern Sie die Stärke.</translation>
    </message>
    <message>
        <source>Wait for it, or choose another folder.</source>
        <translation>Warten Sie darauf, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Was it worked on since?</source>
        <translation>Wurde seither daran gearbeitet?</translation>
    </message>
    <message>
        <source>What Photoshop noted in this photo is too long for JPEG and will be left out.</source>
        <translation>Was Photoshop in diesem Foto vermerkt hat, ist zu lang für JPEG und wird weggelassen.</translation>
    </message>
    <message>
        <source>What came from the network is not the {0} of this release.</source>
        <translation>Was aus dem Netz kam, ist nicht „{0}“ dieser Ausgabe.</translation>
    </message>
    <message>
        <source>What shines through a mark is computed back as far as it can be told; the rest is filled from around, which suits texture and sky, not faces.</source>
        <translation>Was durch ein Zeichen hindurchscheint, wird zurückgerechnet, soweit es sich sagen lässt; der Rest wird aus der Umgebung gefüllt. Das passt für Strukturen und Himmel, nicht für Gesichter.</translation>
    </message>
    <message>
        <source>What is offered there is larger than this release&apos;s pack, so it was thrown away.</source>
        <translation>Was dort angeboten wird, ist größer als das Paket dieser Ausgabe und wurde deshalb verworfen.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none, and more of it than by one look: of 125 clean photos from elsewhere, 480 pixels wide, one fell to 30 dB, where the usual denoiser keeps 35. Look before you save.</source>
        <translation>Dichte Struktur ohne ruhige Stelle (Mauerwerk, Kies, Laub von Weitem) kann für Rauschen gehalten und geglättet werden, selbst in einem Foto, das keines hat, und mehr davon als beim einmaligen Hinsehen: Von 125 sauberen Fotos anderer Herkunft, 480 Pixel breit, fiel eines auf 30 dB, wo der übliche Entrauscher 35 behält. Sehen Sie vor dem Speichern hin.</translation>
    </message>
    <message>
        <source>No plain watermark or date stamp.</source>
        <translation>Kein deutliches Wasserzeichen, kein deutlicher Datumsstempel.</translation>
    </message>
    <message>
        <source>What it fills is smooth: in a grainy photo a wide repair can be seen by its lack of grain.</source>
        <translation>Was es füllt, ist glatt: In einem körnigen Foto verrät sich eine breite Reparatur durch fehlendes Korn.</translation>
    </message>
    <message>
        <source>What it had learnt is kept: let it go on</source>
        <translation>Was es gelernt hatte, ist noch da: Lassen Sie es weitermachen</translation>
    </message>
    <message>
        <source>What the usual denoiser does not know, it does not know either: halftone dots, scratches, large clumps, the banding of scanners.</source>
        <translation>Was der übliche Entrauscher nicht kennt, kennt auch es nicht: Rasterpunkte, Kratzer, grobe Klumpen, die Streifen von Scannern.</translation>
    </message>
    <message>
        <source>What was lost for good (an eye, a letter) is not invented.</source>
        <translation>Was für immer verloren ist (ein Auge, ein Buchstabe), wird nicht erfunden.</translation>
    </message>
    <message>
        <source>What “{0}” needs is measured on somebody&apos;s own photos.</source>
        <translation>Was „{0}“ braucht, wird an den eigenen Fotos gemessen.</translation>
    </message>
    <message>
        <source>Where a dye is gone entirely its colours do not come back.</source>
        <translation>Wo ein Farbstoff ganz verschwunden ist, kommen seine Farben nicht wieder.</translation>
    </message>
    <message>
        <source>Whether it bears a watermark cannot be told.</source>
        <translation>Ob es ein Wasserzeichen trägt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Whether it is damaged cannot be told.</source>
        <translation>Ob es beschädigt ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Works on the photo at 192 pixels: small things take the colour of what surrounds them.</source>
        <translation>Arbeitet am Foto bei 192 Pixeln: Kleines nimmt die Farbe dessen an, was es umgibt.</translation>
    </message>
    <message>
        <source>Your preferences could not be read from {0}, so the usual ones are in use.</source>
        <translation>Ihre Einstellungen konnten nicht aus {0} gelesen werden; es gelten die üblichen.</translation>
    </message>
    <message>
        <source>Your preferences could not be read, so the usual ones are in use. The old file was kept as {0}.</source>
        <translation>Ihre Einstellungen konnten nicht gelesen werden; es gelten die üblichen. Die alte Datei wurde als {0} aufgehoben.</translation>
    </message>
    <message>
        <source>`restorer models` lists what each model is for.</source>
        <translation>`restorer models` zeigt, wofür jedes Modell ist.</translation>
    </message>
    <message>
        <source>a driver or library that it needs is missing</source>
        <translation>ein Treiber oder eine Bibliothek, die es braucht, fehlt</translation>
    </message>
    <message>
        <source>a score in “{0}” must be from 0 to 1</source>
        <translation>eine Trefferzahl in „{0}“ muss von 0 bis 1 sein</translation>
    </message>
    <message>
        <source>amid {0} landscapes, skies, seas, cities, flowers and animals from the wallpaper packages of Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, free artistic licences), {1} photos of fruit, cartons and shops (MIT), {2} photos of flowers and meadows (CC-BY 2.0), {3} photos of cats and dogs (CC-BY-SA 4.0)</source>
        <translation>inmitten von {0} Landschaften, Himmeln, Meeren, Städten, Blumen und Tieren aus den Paketen mit Hintergrundbildern von Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, freie Kunstlizenzen), {1} Fotos von Obst, Kartons und Läden (MIT), {2} Fotos von Blumen und Wiesen (CC-BY 2.0), {3} Fotos von Katzen und Hunden (CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>best of {0} chains of classical methods {1}</source>
        <translation>beste von {0} Ketten klassischer Verfahren {1}</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>camera raw</source>
        <translation>Kamera-Rohdaten</translation>
    </message>
    <message>
        <source>cascade of local binary patterns (scikit-image) {0}</source>
        <translation>Kaskade lokaler Binärmuster (scikit-image) {0}</translation>
    </message>
    <message>
        <source>cascade of local binary patterns (scikit-image) {0}, with {1} places more in each photo</source>
        <translation>Kaskade lokaler Binärmuster (scikit-image) {0}, mit {1} weiteren Stellen in jedem Foto</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>clean photos</source>
        <translation>saubere Fotos</translation>
    </message>
    <message>
        <source>code size</source>
        <translation>Größe des Codes</translation>
    </message>
    <message>
        <source>colouring photos</source>
        <translation>Fotos färben</translation>
    </message>
    <message>
        <source>damage that training never saw, pixel by pixel</source>
        <translation>Schäden, die das Training nie sah, Pixel für Pixel</translation>
    </message>
    <message>
        <source>each entry of “{0}” must have “score” and “wrong_per_megapixel”</source>
        <translation>jeder Eintrag von „{0}“ muss „score“ und „wrong_per_megapixel“ haben</translation>
    </message>
    <message>
        <source>faded by code: lifted blacks, lowered whites, curves, casts of lost dyes, sepia, vignettes, uneven fading</source>
        <translation>durch Programm verblasst: angehobenes Schwarz, abgesenktes Weiß, Kurven, Farbstiche verlorener Farbstoffe, Sepia, Vignetten, ungleichmäßiges Verblassen</translation>
    </message>
    <message>
        <source>faded print: fading, casts, uneven light, all by code</source>
        <translation>verblasster Abzug: Verblassen, Farbstiche, ungleichmäßiges Licht, alles durch Programm</translation>
    </message>
    <message>
        <source>finding damage</source>
        <translation>Schäden finden</translation>
    </message>
    <message>
        <source>finding faces</source>
        <translation>Gesichter finden</translation>
    </message>
    <message>
        <source>floating-point values</source>
        <translation>Gleitkommawerte</translation>
    </message>
    <message>
        <source>from clean photos that were made old</source>
        <translation>aus sauberen Fotos, die alt gemacht wurden</translation>
    </message>
    <message>
        <source>from noisy scans alone</source>
        <translation>allein aus verrauschten Scans</translation>
    </message>
    <message>
        <source>from pairs of a noisy and a clean photo</source>
        <translation>aus Paaren eines verrauschten und eines sauberen Fotos</translation>
    </message>
    <message>
        <source>holes in the shapes of damage that training never saw, PSNR in the mask</source>
        <translation>Löcher in den Formen von Schäden, die das Training nie sah, PSNR in der Maske</translation>
    </message>
    <message>
        <source>holes in the shapes of scratches, dust, folds, cracks and brush strokes, drawn by code and from {0} masks of FilmDamageSimulator (MIT)</source>
        <translation>Löcher in den Formen von Kratzern, Staub, Falten, Rissen und Pinselstrichen, durch Programm gezeichnet und aus {0} Masken von FilmDamageSimulator (MIT)</translation>
    </message>
    <message>
        <source>how sure it is, against how often it is right (expected calibration error)</source>
        <translation>wie sicher es ist, gegen wie oft es recht hat (erwarteter Kalibrierungsfehler)</translation>
    </message>
    <message>
        <source>it computes something else than the CPU</source>
        <translation>es rechnet etwas anderes als der Prozessor</translation>
    </message>
    <message>
        <source>it computes something else than the CPU (by {0}, of 1)</source>
        <translation>es rechnet etwas anderes als der Prozessor (um {0}, von 1)</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <source>it has too little memory</source>
        <translation>es hat zu wenig Speicher</translation>
    </message>
    <message>
        <source>it is larger than {0} bytes</source>
        <translation>es ist größer als {0} Byte</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it returned a picture of another size</source>
        <translation>es hat ein Bild anderer Größe geliefert</translation>
    </message>
    <message>
        <source>it returned values that are no numbers</source>
        <translation>es hat Werte geliefert, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>its format is {0}, and this program knows format {1}</source>
        <translation>ihr Format ist {0}, und dieses Programm kennt Format {1}</translation>
    </message>
    <message>
        <source>its noise is stronger than any a network was trained on</source>
        <translation>das Rauschen ist stärker als alles, woran ein Netz gelernt hat</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>leaving photos as they are</source>
        <translation>die Fotos zu lassen, wie sie sind</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left grey {0}, sepia {1}, mean colour {2}</source>
        <translation>grau gelassen {0}, Sepia {1}, mittlere Farbe {2}</translation>
    </message>
    <message>
        <source>made grey and coloured, as it is meant</source>
        <translation>grau gemacht und gefärbt, wie es gedacht ist</translation>
    </message>
    <message>
        <source>made grey and coloured, faithful setting</source>
        <translation>grau gemacht und gefärbt, Einstellung getreu</translation>
    </message>
    <message>
        <source>made grey and coloured, vivid setting</source>
        <translation>grau gemacht und gefärbt, Einstellung lebhaft</translation>
    </message>
    <message>
        <source>made grey by code: as several kinds of film saw colours, faded, grainy, compressed; hints drawn from the true colours</source>
        <translation>durch Programm grau gemacht: wie mehrere Arten von Film Farben sahen, verblasst, körnig, komprimiert; Hinweise aus den wahren Farben gezogen</translation>
    </message>
    <message>
        <source>made noisy by code: Gaussian noise up to σ = {0}, film grain, camera noise, JPEG from quality {1}, once or twice</source>
        <translation>durch Programm verrauscht: gaußsches Rauschen bis σ = {0}, Filmkorn, Kamerarauschen, JPEG ab Qualität {1}, ein- oder zweimal</translation>
    </message>
    <message>
        <source>marked by code: texts in the fonts of the machine that trained it (one family in eight kept aside), logos made by code, patterns, camera dates; JPEG from quality {0}</source>
        <translation>vom Programm gekennzeichnet: Texte in den Schriften des Rechners, der es trainiert hat (eine Familie von acht zurückgehalten), vom Programm gezeichnete Logos, Muster, Kameradaten; JPEG ab Qualität {0}</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>Ordner der Modelle</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>mehr als {0}</translation>
    </message>
    <message>
        <source>no better than {0}</source>
        <translation>nicht besser als {0}</translation>
    </message>
    <message>
        <source>no file is like that</source>
        <translation>so ist keine Datei</translation>
    </message>
    <message>
        <source>noise {0} and compression {1} (of 255) found</source>
        <translation>Rauschen {0} und Kompression {1} (von 255) gefunden</translation>
    </message>
    <message>
        <source>non-local-means {0}, wavelet {1}, wavelet-blind {2}, total-variation {3}</source>
        <translation>nichtlokale Mittel {0}, Wavelet {1}, Wavelet blind {2}, Totalvariation {3}</translation>
    </message>
    <message>
        <source>non-local-means {0}, wavelet-blind {1}</source>
        <translation>nichtlokale Mittel {0}, Wavelet blind {1}</translation>
    </message>
    <message>
        <source>none from elsewhere</source>
        <translation>keine von anderswo</translation>
    </message>
    <message>
        <source>old print (worn and faded), with Restore and Restore tones together</source>
        <translation>alter Abzug (abgenutzt und verblasst), mit Restore und Restore tones zusammen</translation>
    </message>
    <message>
        <source>one place found</source>
        <translation>eine Stelle gefunden</translation>
    </message>
    <message>
        <source>one small or blurred face spared half of it</source>
        <translation>ein kleines oder unscharfes Gesicht zur Hälfte geschont</translation>
    </message>
    <message>
        <source>overlaid with {0} of {1} masks of dust, hair, lint, smuts, stains and scratches from FilmDamageSimulator (MIT); the others are kept aside</source>
        <translation>überlagert mit {0} von {1} Masken von Staub, Haaren, Fusseln, Ruß, Flecken und Kratzern aus FilmDamageSimulator (MIT); die anderen sind zurückbehalten</translation>
    </message>
    <message>
        <source>photos in which a face was found (%)</source>
        <translation>Fotos, in denen ein Gesicht gefunden wurde (%)</translation>
    </message>
    <message>
        <source>photos with colours</source>
        <translation>Fotos mit Farben</translation>
    </message>
    <message>
        <source>real noise</source>
        <translation>echtes Rauschen</translation>
    </message>
    <message>
        <source>removing noise</source>
        <translation>Rauschen entfernen</translation>
    </message>
    <message>
        <source>removing watermarks</source>
        <translation>Wasserzeichen entfernen</translation>
    </message>
    <message>
        <source>repairing damage</source>
        <translation>Schäden reparieren</translation>
    </message>
    <message>
        <source>restoring worn photos</source>
        <translation>gealterte Fotos restaurieren</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>liefert</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>root mean squared error</source>
        <translation>Wurzel des mittleren quadratischen Fehlers</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>scratches, folds, cracks, tears, stains and lost emulsion drawn by code; grain and JPEG from quality {0} over all</source>
        <translation>Kratzer, Falten, Sprünge, Risse, Flecken und verlorene Emulsion, durch Programm gezeichnet; Korn und JPEG ab Qualität {0} über allem</translation>
    </message>
    <message>
        <source>share of the pixels of clean photos that are taken for a mark (%)</source>
        <translation>Anteil der Pixel sauberer Fotos, die für ein Zeichen gehalten werden (%)</translation>
    </message>
    <message>
        <source>small letters, digits, dots and dashes</source>
        <translation>Kleinbuchstaben, Ziffern, Punkte und Striche</translation>
    </message>
    <message>
        <source>strength {0} %</source>
        <translation>Stärke {0} %</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>nimmt</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>das eingebaute Modell</translation>
    </message>
    <message>
        <source>the entry “{0}” is missing</source>
        <translation>der Eintrag „{0}“ fehlt</translation>
    </message>
    <message>
        <source>the photos themselves have a colourfulness of {0}</source>
        <translation>die Fotos selbst haben eine Farbigkeit von {0}</translation>
    </message>
    <message>
        <source>the result arrived empty</source>
        <translation>das Ergebnis kam leer an</translation>
    </message>
    <message>
        <source>the same dates, found and removed, PSNR in the mask</source>
        <translation>dieselben Daten, gefunden und entfernt, PSNR in der Maske</translation>
    </message>
    <message>
        <source>the same photos, damaged and clean: how far chances are from how often they are right (expected calibration error)</source>
        <translation>dieselben Fotos, beschädigt und unversehrt: wie weit die Wahrscheinlichkeiten davon abweichen, wie oft sie zutreffen (erwarteter Kalibrierungsfehler)</translation>
    </message>
    <message>
        <source>the same, {0} pixels long (%)</source>
        <translation>dasselbe, {0} Pixel lang (%)</translation>
    </message>
    <message>
        <source>through the colour profile in the file</source>
        <translation>mit dem Farbprofil in der Datei</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>top-hat AUROC {0}, AP {1}</source>
        <translation>Top-Hat AUROC {0}, AP {1}</translation>
    </message>
    <message>
        <source>top-hat {0}</source>
        <translation>Top-Hat {0}</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>what surrounds the picture left as it was</source>
        <translation>was das Bild umgibt, blieb, wie es war</translation>
    </message>
    <message>
        <source>whether fresh tones would help</source>
        <translation>ob frische Töne helfen würden</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>with one colour hint</source>
        <translation>mit einem Farbhinweis</translation>
    </message>
    <message>
        <source>with {0} colour hints</source>
        <translation>mit {0} Farbhinweisen</translation>
    </message>
    <message>
        <source>without a colour profile, so colours are a guess</source>
        <translation>ohne Farbprofil, sodass die Farben geraten sind,</translation>
    </message>
    <message>
        <source>worn by code: out of focus, shaken, too small; grain, noise, banding, paper, halftone; JPEG from quality {0}</source>
        <translation>durch Programm abgenutzt: unscharf, verwackelt, zu klein; Korn, Rauschen, Streifen, Papier, Druckraster; JPEG ab Qualität {0}</translation>
    </message>
    <message>
        <source>worn print: soft, grainy, compressed, all by code</source>
        <translation>abgenutzter Abzug: weich, körnig, komprimiert, alles durch Programm</translation>
    </message>
    <message>
        <source>worn surfaces</source>
        <translation>abgenutzte Oberflächen</translation>
    </message>
    <message>
        <source>worse than {0} by {1}</source>
        <translation>um {1} schlechter als {0}</translation>
    </message>
    <message>
        <source>your photos that were kept aside</source>
        <translation>Ihre Fotos, die zurückbehalten wurden</translation>
    </message>
    <message>
        <source>{0} It may be a mistake.</source>
        <translation>{0} Das kann ein Irrtum sein.</translation>
    </message>
    <message>
        <source>{0} It may well be meant.</source>
        <translation>{0} Das kann durchaus so gemeint sein.</translation>
    </message>
    <message>
        <source>{0} allowed</source>
        <translation>{0} erlaubt</translation>
    </message>
    <message>
        <source>{0} answered: {1} {2}.</source>
        <translation>{0} hat geantwortet: {1} {2}.</translation>
    </message>
    <message>
        <source>{0} can be written to.</source>
        <translation>In {0} lässt sich schreiben.</translation>
    </message>
    <message>
        <source>{0} cannot be asked.</source>
        <translation>{0} lässt sich nicht fragen.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} ist nicht zu gebrauchen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. {2} computes instead.</source>
        <translation>{0} ist nicht zu gebrauchen: {1}. Stattdessen rechnet {2}.</translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}.</source>
        <translation>In {0} lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot hold more than {1} pixels in a row or column.</source>
        <translation>{0} kann nicht mehr als {1} Bildpunkte in einer Zeile oder Spalte aufnehmen.</translation>
    </message>
    <message>
        <source>{0} compresses with small errors; TIFF and PNG keep every value.</source>
        <translation>{0} komprimiert mit kleinen Fehlern; TIFF und PNG bewahren jeden Wert.</translation>
    </message>
    <message>
        <source>{0} computes something else than the CPU.</source>
        <translation>{0} rechnet etwas anderes als der Prozessor.</translation>
    </message>
    <message>
        <source>{0} could not be reached: {1}.</source>
        <translation>{0} war nicht zu erreichen: {1}.</translation>
    </message>
    <message>
        <source>{0} everyday photos, kept from training</source>
        <translation>{0} Alltagsfotos, dem Training vorenthalten</translation>
    </message>
    <message>
        <source>{0} extra channels</source>
        <translation>{0} zusätzliche Kanäle</translation>
    </message>
    <message>
        <source>{0} faces in {1} official portraits (public domain, works of the United States government) and {2} photos of people (CC0, public domain, Unlicense, CC-BY-SA 4.0), boxed by a classical detector and checked by eye; {3} photos of food, offices and workshops without anybody (the same licences)</source>
        <translation>{0} Gesichter in {1} amtlichen Porträts (gemeinfrei, Werke der Regierung der Vereinigten Staaten) und {2} Fotos von Menschen (CC0, gemeinfrei, Unlicense, CC-BY-SA 4.0), von einem klassischen Verfahren umrahmt und mit dem Auge geprüft; {3} Fotos von Essen, Büros und Werkstätten ohne jemanden (dieselben Lizenzen)</translation>
    </message>
    <message>
        <source>{0} files cannot be opened on this computer.</source>
        <translation>{0}-Dateien lassen sich auf diesem Rechner nicht öffnen.</translation>
    </message>
    <message>
        <source>{0} from “{1}”</source>
        <translation>{0} aus „{1}“</translation>
    </message>
    <message>
        <source>{0} has no grey channel; this photo will be stored as colours without any colour.</source>
        <translation>{0} hat keinen Graukanal; dieses Foto wird in Farben ohne jede Farbe gespeichert.</translation>
    </message>
    <message>
        <source>{0} has no place for IPTC captions; they will be left out.</source>
        <translation>{0} hat keinen Platz für IPTC-Beschriftungen; sie werden weggelassen.</translation>
    </message>
    <message>
        <source>{0} has no place for the longer part of the XMP description; it will be left out.</source>
        <translation>{0} hat keinen Platz für den längeren Teil der XMP-Beschreibung; er wird weggelassen.</translation>
    </message>
    <message>
        <source>{0} holds {1}, not the {2} bits that were asked for.</source>
        <translation>{0} fasst {1}, nicht die {2} Bit, die verlangt wurden.</translation>
    </message>
    <message>
        <source>{0} holds {1}; this photo has {2}.</source>
        <translation>{0} fasst {1}; dieses Foto hat {2}.</translation>
    </message>
    <message>
        <source>{0} is no file or folder</source>
        <translation>{0} ist weder Datei noch Ordner</translation>
    </message>
    <message>
        <source>{0} is not available in this installation. {1} computes instead.</source>
        <translation>{0} ist in dieser Installation nicht verfügbar. Stattdessen rechnet {1}.</translation>
    </message>
    <message>
        <source>{0} landscapes, skies, seas, cities, flowers and animals from the wallpaper packages of Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, free artistic licences)</source>
        <translation>{0} Landschaften, Himmel, Meere, Städte, Blumen und Tiere aus den Paketen mit Hintergrundbildern von Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, freie Kunstlizenzen)</translation>
    </message>
    <message>
        <source>{0} leads out of it</source>
        <translation>{0} führt aus ihm hinaus</translation>
    </message>
    <message>
        <source>{0} minutes and {1} steps, begun on {2}</source>
        <translation>{0} Minuten und {1} Schritte, begonnen am {2}</translation>
    </message>
    <message>
        <source>{0} of it look damaged to a network that knows intact photos</source>
        <translation>{0} davon sehen für ein Netz, das unversehrte Fotos kennt, beschädigt aus</translation>
    </message>
    <message>
        <source>{0} official portraits (public domain, works of the United States government)</source>
        <translation>{0} amtliche Porträts (gemeinfrei, Werke der Regierung der Vereinigten Staaten)</translation>
    </message>
    <message>
        <source>{0} photos are here twice, noisy and clean: the surest teacher.</source>
        <translation>{0} Fotos sind zweimal da, verrauscht und sauber: der sicherste Lehrer.</translation>
    </message>
    <message>
        <source>{0} photos of cats and dogs (CC-BY-SA 4.0)</source>
        <translation>{0} Fotos von Katzen und Hunden (CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>{0} photos of flowers and meadows (CC-BY 2.0)</source>
        <translation>{0} Fotos von Blumen und Wiesen (CC-BY 2.0)</translation>
    </message>
    <message>
        <source>{0} photos of fruit, cartons and shops (MIT)</source>
        <translation>{0} Fotos von Obst, Kartons und Läden (MIT)</translation>
    </message>
    <message>
        <source>{0} photos of garments (CC0)</source>
        <translation>{0} Fotos von Kleidungsstücken (CC0)</translation>
    </message>
    <message>
        <source>{0} photos of people at work, offices, workshops and food (CC0, public domain, Unlicense, CC-BY-SA 4.0)</source>
        <translation>{0} Fotos von Menschen bei der Arbeit, Büros, Werkstätten und Essen (CC0, gemeinfrei, Unlicense, CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>{0} photos of things and animals, kept aside of training</source>
        <translation>{0} Fotos von Dingen und Tieren, dem Training vorenthalten</translation>
    </message>
    <message>
        <source>{0} photos of your own, {1}; {2} more were kept aside</source>
        <translation>{0} eigene Fotos, {1}; {2} weitere wurden zurückbehalten</translation>
    </message>
    <message>
        <source>{0} places found</source>
        <translation>{0} Stellen gefunden</translation>
    </message>
    <message>
        <source>{0} points of 100</source>
        <translation>{0} Punkte von 100</translation>
    </message>
    <message>
        <source>{0} ran out of memory; smaller tiles are used.</source>
        <translation>{0} ging der Speicher aus; es werden kleinere Kacheln genommen.</translation>
    </message>
    <message>
        <source>{0} scans have noise to learn; it works without a clean photo.</source>
        <translation>{0} Scans haben Rauschen, aus dem sich lernen lässt; das geht ohne ein sauberes Foto.</translation>
    </message>
    <message>
        <source>{0} scans of old black-and-white portraits, kept from training</source>
        <translation>{0} Scans alter Schwarz-Weiß-Porträts, dem Training vorenthalten</translation>
    </message>
    <message>
        <source>{0} scratches or folds</source>
        <translation>{0} Kratzer oder Knicke</translation>
    </message>
    <message>
        <source>{0} scratches or folds and one speck</source>
        <translation>{0} Kratzer oder Knicke und ein Fleck</translation>
    </message>
    <message>
        <source>{0} scratches or folds and {1} specks</source>
        <translation>{0} Kratzer oder Knicke und {1} Flecken</translation>
    </message>
    <message>
        <source>{0} small or blurred faces spared half of it</source>
        <translation>{0} kleine oder unscharfe Gesichter zur Hälfte geschont</translation>
    </message>
    <message>
        <source>{0} specks</source>
        <translation>{0} Flecken</translation>
    </message>
    <message>
        <source>{0} values of the photo become one of the code.</source>
        <translation>{0} Werte des Fotos werden zu einem des Codes.</translation>
    </message>
    <message>
        <source>{0} {1} can be learnt from.</source>
        <translation>{0} {1} taugen zum Lernen.</translation>
    </message>
    <message>
        <source>{0} differs by at most {1} from when it was made.</source>
        <translation>{0} weicht um höchstens {1} davon ab, wie es gemacht wurde.</translation>
    </message>
    <message>
        <source>Perhaps a watermark, a stamp or a date, over {0} % of the photo, or lettering in the scene.</source>
        <translation>Vielleicht ein Wasserzeichen, ein Stempel oder ein Datum, auf {0} % des Fotos, oder Schrift in der Szene.</translation>
    </message>
    <message>
        <source>The first page of this file is a small preview; the photo itself is shown.</source>
        <translation>Die erste Seite dieser Datei ist eine kleine Vorschau; gezeigt wird das Foto selbst.</translation>
    </message>
    <message>
        <source>dates that a camera burnt in alone, pixel by pixel</source>
        <translation>nur Daten, die eine Kamera eingebrannt hat, Pixel für Pixel</translation>
    </message>
    <message>
        <source>marks in fonts and with logos that training never saw, pixel by pixel; those that repeat are found without the network</source>
        <translation>Zeichen in Schriften und mit Logos, die im Training nie vorkamen, Pixel für Pixel; solche, die sich wiederholen, werden ohne das Netz gefunden</translation>
    </message>
    <message>
        <source>share of the pixels of clean photos that are said to be damaged with a chance over one half (%)</source>
        <translation>Anteil der Pixel unversehrter Fotos, die mit einer Wahrscheinlichkeit von über der Hälfte beschädigt heißen (%)</translation>
    </message>
    <message>
        <source>the same marks, found and removed, PSNR in the mask</source>
        <translation>dieselben Zeichen, gefunden und entfernt, PSNR in der Maske</translation>
    </message>
    <message>
        <source>{0} has no place for the comment in this file; it will be left out.</source>
        <translation>{0} hat keinen Platz für den Kommentar in dieser Datei; er wird weggelassen.</translation>
    </message>
    <message>
        <source>{0} has no place for the texts in this PNG file; they will be left out.</source>
        <translation>{0} hat keinen Platz für die Texte in dieser PNG-Datei; sie werden weggelassen.</translation>
    </message>
    <message>
        <source>{0} has no place for what Photoshop noted in this photo; it will be left out.</source>
        <translation>{0} hat keinen Platz für das, was Photoshop in diesem Foto vermerkt hat; es wird weggelassen.</translation>
    </message>
    <message>
        <source>{0}, and a tint lies over all of them.</source>
        <translation>{0}, und ein Farbstich liegt auf allen.</translation>
    </message>
    <message>
        <source>{0}, learnt {1}.</source>
        <translation>{0}, gelernt {1}.</translation>
    </message>
    <message>
        <source>{0}, mostly at the {1}</source>
        <translation>{0}, vor allem {1}</translation>
    </message>
    <message>
        <source>{0}, or start anew.</source>
        <translation>{0}, oder beginnen Sie neu.</translation>
    </message>
    <message>
        <source>{0}, strength {1} %, on {2}</source>
        <translation>{0}, Stärke {1} %, auf {2}</translation>
    </message>
    <message>
        <source>{0}, strength {1} %, on {2}: {3}</source>
        <translation>{0}, Stärke {1} %, auf {2}: {3}</translation>
    </message>
    <message>
        <source>{0}, with other programs closed.</source>
        <translation>{0}, während andere Programme geschlossen sind.</translation>
    </message>
    <message>
        <source>{0}. {1} computes instead.</source>
        <translation>{0}. Stattdessen rechnet {1}.</translation>
    </message>
    <message>
        <source>“halo” must not be larger than “receptive_radius”</source>
        <translation>„halo“ darf nicht größer sein als „receptive_radius“</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>„{0}“ lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be removed: {1}.</source>
        <translation>„{0}“ lässt sich nicht entfernen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be run: {1}</source>
        <translation>„{0}“ läuft nicht: {1}</translation>
    </message>
    <message>
        <source>“{0}” changed while it was read.</source>
        <translation>„{0}“ hat sich beim Lesen verändert.</translation>
    </message>
    <message>
        <source>“{0}” comes with the program and stays.</source>
        <translation>„{0}“ gehört zum Programm und bleibt.</translation>
    </message>
    <message>
        <source>“{0}” could not be installed: {1}.</source>
        <translation>„{0}“ konnte nicht installiert werden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved: {1}.</source>
        <translation>„{0}“ konnte nicht gespeichert werden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” does not return a photo as it is given one.</source>
        <translation>„{0}“ gibt kein Foto so zurück, wie es eines bekommt.</translation>
    </message>
    <message>
        <source>“{0}” does not return a photo of the size that it is given.</source>
        <translation>„{0}“ gibt kein Foto in der Größe zurück, in der es eines bekommt.</translation>
    </message>
    <message>
        <source>“{0}” exists already.</source>
        <translation>„{0}“ gibt es schon.</translation>
    </message>
    <message>
        <source>“{0}” has another size than its original.</source>
        <translation>„{0}“ hat eine andere Größe als das Original.</translation>
    </message>
    <message>
        <source>“{0}” has no transparency, so that nobody can tell the mark from its ground.</source>
        <translation>„{0}“ hat keine Durchsichtigkeit, sodass niemand das Zeichen von seinem Grund unterscheiden kann.</translation>
    </message>
    <message>
        <source>“{0}” holds characters that steer a terminal</source>
        <translation>„{0}“ enthält Zeichen, die ein Terminal steuern</translation>
    </message>
    <message>
        <source>“{0}” holds no network.</source>
        <translation>„{0}“ enthält kein Netz.</translation>
    </message>
    <message>
        <source>“{0}” is a PSD file of a kind that cannot be read.</source>
        <translation>„{0}“ ist eine PSD-Datei von einer Art, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is a TIFF file of a rare kind that cannot be read.</source>
        <translation>„{0}“ ist eine TIFF-Datei seltener Art, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is a file.</source>
        <translation>„{0}“ ist eine Datei.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not a photo.</source>
        <translation>„{0}“ ist ein Ordner, kein Foto.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>„{0}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is damaged, or made for another version than {1}.</source>
        <translation>„{0}“ ist beschädigt oder für eine andere Fassung als {1} gemacht.</translation>
    </message>
    <message>
        <source>“{0}” is empty</source>
        <translation>„{0}“ ist leer</translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation>„{0}“ ist leer.</translation>
    </message>
    <message>
        <source>“{0}” is far too large for a recipe.</source>
        <translation>„{0}“ ist viel zu groß für ein Rezept.</translation>
    </message>
    <message>
        <source>“{0}” is far too large for a sidecar.</source>
        <translation>„{0}“ ist viel zu groß für eine Begleitdatei.</translation>
    </message>
    <message>
        <source>“{0}” is in the output folder.</source>
        <translation>„{0}“ liegt im Ordner der Ergebnisse.</translation>
    </message>
    <message>
        <source>“{0}” is no pack of Restorer {1}.</source>
        <translation>„{0}“ ist kein Paket von Restorer {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no secure address, so it is not asked.</source>
        <translation>„{0}“ ist keine sichere Adresse und wird deshalb nicht gefragt.</translation>
    </message>
    <message>
        <source>“{0}” is no sidecar.</source>
        <translation>„{0}“ ist keine Begleitdatei.</translation>
    </message>
    <message>
        <source>“{0}” is not a file.</source>
        <translation>„{0}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of file that can be saved.</source>
        <translation>„{0}“ ist keine Art von Datei, die sich speichern lässt.</translation>
    </message>
    <message>
        <source>“{0}” is not a known entry</source>
        <translation>„{0}“ ist kein bekannter Eintrag</translation>
    </message>
    <message>
        <source>“{0}” is not a picture that can be opened.</source>
        <translation>„{0}“ ist kein Bild, das sich öffnen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is not a shared model, or it is damaged.</source>
        <translation>„{0}“ ist kein geteiltes Modell, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>“{0}” is not a task this program knows</source>
        <translation>„{0}“ ist keine Aufgabe, die dieses Programm kennt</translation>
    </message>
    <message>
        <source>“{0}” is the original, which is never written over.</source>
        <translation>„{0}“ ist das Original, das nie überschrieben wird.</translation>
    </message>
    <message>
        <source>“{0}” is there already and does not belong to this photo; it is kept.</source>
        <translation>„{0}“ ist schon da und gehört nicht zu diesem Foto; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>“{0}” is too large for a small picture.</source>
        <translation>„{0}“ ist zu groß für ein kleines Bild.</translation>
    </message>
    <message>
        <source>“{0}” is too large to be a model.</source>
        <translation>„{0}“ ist zu groß, um ein Modell zu sein.</translation>
    </message>
    <message>
        <source>“{0}” is too long a name to have a sidecar.</source>
        <translation>„{0}“ ist ein zu langer Name für eine Begleitdatei.</translation>
    </message>
    <message>
        <source>“{0}” is {1} GB long, which no photo of this kind and size is.</source>
        <translation>„{0}“ ist {1} GB lang, was kein Foto dieser Art und Größe ist.</translation>
    </message>
    <message>
        <source>“{0}” looks like a {1} file, but it is damaged or incomplete.</source>
        <translation>„{0}“ sieht wie eine Datei der Art {1} aus, ist aber beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>“{0}” may not be read.</source>
        <translation>„{0}“ darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{0}” must be a list of objects</source>
        <translation>„{0}“ muss eine Liste von Objekten sein</translation>
    </message>
    <message>
        <source>“{0}” must be a list of texts</source>
        <translation>„{0}“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>“{0}” must be a number that is not negative</source>
        <translation>„{0}“ muss eine Zahl sein, die nicht negativ ist</translation>
    </message>
    <message>
        <source>“{0}” must be a whole number from {1} to {2}</source>
        <translation>„{0}“ muss eine ganze Zahl von {1} bis {2} sein</translation>
    </message>
    <message>
        <source>“{0}” must be an object</source>
        <translation>„{0}“ muss ein Objekt sein</translation>
    </message>
    <message>
        <source>“{0}” must be text</source>
        <translation>„{0}“ muss Text sein</translation>
    </message>
    <message>
        <source>“{0}” must be the plain name of a file beside the card</source>
        <translation>„{0}“ muss der bloße Name einer Datei neben der Karte sein</translation>
    </message>
    <message>
        <source>“{0}” must be {1}</source>
        <translation>„{0}“ muss so sein: {1}</translation>
    </message>
    <message>
        <source>“{0}” must name one plane or more, each once</source>
        <translation>„{0}“ muss eine oder mehrere Ebenen nennen, jede einmal</translation>
    </message>
    <message>
        <source>“{0}” was changed or moved since it was opened; the result is saved, but no recipe beside it could prove what it was made from.</source>
        <translation>„{0}“ wurde seit dem Öffnen verändert oder verschoben; das Ergebnis ist gespeichert, aber kein Rezept daneben könnte belegen, woraus es gemacht wurde.</translation>
    </message>
    <message>
        <source>“{0}” was not made to find damage.</source>
        <translation>„{0}“ wurde nicht dafür gemacht, Schäden zu finden.</translation>
    </message>
    <message>
        <source>“{0}” was written by a newer program.</source>
        <translation>„{0}“ wurde von einem neueren Programm geschrieben.</translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>Restorer ended unexpectedly the last time. No original was touched.</source>
        <translation>Restorer wurde beim letzten Mal unerwartet beendet. Kein Original wurde angetastet.</translation>
    </message>
    <message>
        <source>What happened is kept on this computer only; copy it for the makers.</source>
        <translation>Was geschah, bleibt nur auf diesem Rechner; kopieren Sie es für die Hersteller.</translation>
    </message>
</context>
</TS>
