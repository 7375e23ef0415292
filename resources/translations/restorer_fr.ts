<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Restorer</source>
        <translation>À propos de Restorer</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Version {}</translation>
    </message>
    <message>
        <source>Gives old and damaged photographs back to the people who love them.</source>
        <translation>Rend les photographies anciennes et abîmées à ceux qui les aiment.</translation>
    </message>
    <message>
        <source>Everything happens on this computer. The program never goes online by itself, counts nothing and reports nothing. Originals are only read, never written.</source>
        <translation>Tout se passe sur cet ordinateur. Le programme ne va jamais en ligne de lui-même, ne compte rien et ne signale rien. Les originaux sont seulement lus, jamais modifiés.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt, LibRaw and libheif are used under the LGPL.</source>
        <translation>Apache License 2.0. Qt, LibRaw et libheif sont utilisés sous LGPL.</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Repose sur</translation>
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
        <translation>À &amp;propos de Restorer</translation>
    </message>
    <message>
        <source>&amp;Accept repair</source>
        <translation>&amp;Accepter la retouche</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Après</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>Alte&amp;rnance</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinceau</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>&amp;Fermer la photo</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copier le rapport</translation>
    </message>
    <message>
        <source>&amp;Copy result</source>
        <translation>&amp;Copier le résultat</translation>
    </message>
    <message>
        <source>&amp;Device and self-test…</source>
        <translation>&amp;Appareil et autotest…</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Guessed colours</source>
        <translation>C&amp;ouleurs devinées</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>Ma&amp;in</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Labels on the photo</source>
        <translation>&amp;Légendes sur la photo</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>Lig&amp;ne</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Photo sui&amp;vante</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>&amp;Ouvrir une photo…</translation>
    </message>
    <message>
        <source>&amp;Over and under</source>
        <translation>L’un sur l’a&amp;utre</translation>
    </message>
    <message>
        <source>&amp;Packs…</source>
        <translation>&amp;Modules…</translation>
    </message>
    <message>
        <source>&amp;Paste image</source>
        <translation>&amp;Coller l’image</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Photo pr&amp;écédente</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Retouche</translation>
    </message>
    <message>
        <source>&amp;Repair panel</source>
        <translation>Pa&amp;nneau de retouche</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visite guidée</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Use suggestions</source>
        <translation>&amp;Suivre les suggestions</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affi&amp;chage</translation>
    </message>
    <message>
        <source>&amp;What was done to this picture?</source>
        <translation>&amp;Qu’a-t-on fait à cette image&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>&amp;Balayage</translation>
    </message>
    <message>
        <source>A&amp;ctual size</source>
        <translation>&amp;Taille réelle</translation>
    </message>
    <message>
        <source>Add or remove what few people need: training, graphics cards</source>
        <translation>Ajouter ou retirer ce dont peu de gens ont besoin&#xa0;: entraînement, cartes graphiques</translation>
    </message>
    <message>
        <source>Ask for the latest release; nothing is asked unless you press this</source>
        <translation>Demander la dernière version&#xa0;; rien n’est demandé sans que vous appuyiez ici</translation>
    </message>
    <message>
        <source>Before above after, moving together</source>
        <translation>Avant au-dessus d’après, déplacés ensemble</translation>
    </message>
    <message>
        <source>Before and after beside each other, moving together</source>
        <translation>Avant et après côte à côte, déplacés ensemble</translation>
    </message>
    <message>
        <source>Before and after in turn</source>
        <translation>Avant et après tour à tour</translation>
    </message>
    <message>
        <source>Before and after on both sides of a handle; double-click the handle to turn it</source>
        <translation>Avant et après de part et d’autre d’une poignée&#xa0;; un double-clic sur la poignée la tourne</translation>
    </message>
    <message>
        <source>Change how the program works</source>
        <translation>Régler le fonctionnement du programme</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>Chercher des mises à &amp;jour</translation>
    </message>
    <message>
        <source>Choose what computes, and prove that it computes rightly</source>
        <translation>Choisir ce qui calcule, et vérifier que le calcul est juste</translation>
    </message>
    <message>
        <source>Click where you know the colour</source>
        <translation>Cliquez là où vous connaissez la couleur</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Fermer la photo</translation>
    </message>
    <message>
        <source>Colour p&amp;in</source>
        <translation>Épin&amp;gle de couleur</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>S’approcher</translation>
    </message>
    <message>
        <source>Put versions and what went wrong lately into the clipboard, for the makers</source>
        <translation>Mettre les versions et les derniers incidents dans le presse-papiers, pour les auteurs</translation>
    </message>
    <message>
        <source>Do the undone change again</source>
        <translation>Refaire la modification annulée</translation>
    </message>
    <message>
        <source>&amp;Add the open photo</source>
        <translation>A&amp;jouter la photo ouverte</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Lot</translation>
    </message>
    <message>
        <source>&amp;Inspect a folder…</source>
        <translation>&amp;Inspecter un dossier…</translation>
    </message>
    <message>
        <source>&amp;Open the folder of the results</source>
        <translation>&amp;Ouvrir le dossier des résultats</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;File d’attente</translation>
    </message>
    <message>
        <source>&amp;Restore a folder…</source>
        <translation>Restaurer un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Dé&amp;marrer</translation>
    </message>
    <message>
        <source>&amp;Train on my folder…</source>
        <translation>Entraîner sur mon &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Undo the batch…</source>
        <translation>&amp;Annuler le lot…</translation>
    </message>
    <message>
        <source>A&amp;ll models and their cards…</source>
        <translation>&amp;Tous les modèles et leurs fiches…</translation>
    </message>
    <message>
        <source>Do what this photo needs; what you see first</source>
        <translation>Faire ce dont cette photo a besoin&#xa0;; la partie visible d’abord</translation>
    </message>
    <message>
        <source>Draw a straight line over a scratch</source>
        <translation>Tracer une ligne droite sur une rayure</translation>
    </message>
    <message>
        <source>Draw around what is to be repaired</source>
        <translation>Entourer ce qu’il faut retoucher</translation>
    </message>
    <message>
        <source>Era&amp;ser</source>
        <translation>Gomm&amp;e</translation>
    </message>
    <message>
        <source>Full scree&amp;n</source>
        <translation>Plein &amp;écran</translation>
    </message>
    <message>
        <source>Go back to the photo as it was opened</source>
        <translation>Revenir à la photo telle qu’elle a été ouverte</translation>
    </message>
    <message>
        <source>Har&amp;der brush</source>
        <translation>Pinceau plus du&amp;r</translation>
    </message>
    <message>
        <source>Hatch where a colour is a guess</source>
        <translation>Hachurer là où une couleur est devinée</translation>
    </message>
    <message>
        <source>Hold and drag: move the photo</source>
        <translation>Maintenir et glisser&#xa0;: déplacer la photo</translation>
    </message>
    <message>
        <source>Hold: show the photo as it was</source>
        <translation>Maintenir&#xa0;: montrer la photo telle qu’elle était</translation>
    </message>
    <message>
        <source>Keep the repair that is looked at, and go on</source>
        <translation>Garder la retouche examinée et passer à la suivante</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pinceau plus gran&amp;d</translation>
    </message>
    <message>
        <source>Lass&amp;o</source>
        <translation>Lass&amp;o</translation>
    </message>
    <message>
        <source>Leave the photo as it was there, and go on</source>
        <translation>Laisser la photo telle qu’elle était à cet endroit et continuer</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Quitter le programme</translation>
    </message>
    <message>
        <source>Let the brush cover up to its rim</source>
        <translation>Laisser le pinceau couvrir jusqu’au bord</translation>
    </message>
    <message>
        <source>Let the brush fade towards its rim</source>
        <translation>Laisser le pinceau s’estomper vers le bord</translation>
    </message>
    <message>
        <source>Let the photo that is open join the batch</source>
        <translation>Ajouter au lot la photo ouverte</translation>
    </message>
    <message>
        <source>List all photos of a folder</source>
        <translation>Lister toutes les photos d’un dossier</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>Lister tous les raccourcis</translation>
    </message>
    <message>
        <source>List of &amp;photos</source>
        <translation>Liste des &amp;photos</translation>
    </message>
    <message>
        <source>List the photos and places of a folder that do not belong</source>
        <translation>Lister les photos et les endroits d’un dossier qui n’ont rien à y faire</translation>
    </message>
    <message>
        <source>Look at the next repair</source>
        <translation>Examiner la retouche suivante</translation>
    </message>
    <message>
        <source>Look at the repair before</source>
        <translation>Examiner la retouche précédente</translation>
    </message>
    <message>
        <source>Look for scratches, dust and tears and repair what is surest, whether it was suggested or not</source>
        <translation>Chercher rayures, poussières et déchirures et réparer ce qui est le plus sûr, que ce soit suggéré ou non</translation>
    </message>
    <message>
        <source>M&amp;y models…</source>
        <translation>M&amp;es modèles…</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Agrandir le pinceau</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Réduire le pinceau</translation>
    </message>
    <message>
        <source>Move the photo; click an outline to refuse a repair</source>
        <translation>Déplacer la photo&#xa0;; un clic sur un contour refuse la retouche</translation>
    </message>
    <message>
        <source>Move the results to the trash; the originals stay as they are</source>
        <translation>Mettre les résultats à la corbeille&#xa0;; les originaux restent tels quels</translation>
    </message>
    <message>
        <source>N&amp;ext repair</source>
        <translation>Re&amp;touche suivante</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>Open a photo from a file</source>
        <translation>Ouvrir une photo à partir d’un fichier</translation>
    </message>
    <message>
        <source>Open a photograph of about 1900 that comes with the program</source>
        <translation>Ouvrir une photographie d’environ 1900 fournie avec le programme</translation>
    </message>
    <message>
        <source>Open the folder that the result was saved to</source>
        <translation>Ouvrir le dossier où le résultat a été enregistré</translation>
    </message>
    <message>
        <source>Open the next photo of the list</source>
        <translation>Ouvrir la photo suivante de la liste</translation>
    </message>
    <message>
        <source>Open the picture in the clipboard</source>
        <translation>Ouvrir l’image du presse-papiers</translation>
    </message>
    <message>
        <source>Open the previous photo of the list</source>
        <translation>Ouvrir la photo précédente de la liste</translation>
    </message>
    <message>
        <source>Outlin&amp;es of repairs</source>
        <translation>Contours des r&amp;etouches</translation>
    </message>
    <message>
        <source>Outline what is to be repaired; click an outline to refuse it</source>
        <translation>Entourer ce qui sera retouché&#xa0;; un clic sur un contour le refuse</translation>
    </message>
    <message>
        <source>Paint what is to be repaired; the right button or Alt erases</source>
        <translation>Peindre ce qu’il faut retoucher&#xa0;; le bouton droit ou Alt efface</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Préfére&amp;nces…</translation>
    </message>
    <message>
        <source>Pre&amp;vious repair</source>
        <translation>Retouc&amp;he précédente</translation>
    </message>
    <message>
        <source>Put the restored photo into the clipboard</source>
        <translation>Mettre la photo restaurée dans le presse-papiers</translation>
    </message>
    <message>
        <source>R&amp;eset photo</source>
        <translation>Réi&amp;nitialiser la photo</translation>
    </message>
    <message>
        <source>Re&amp;ject repair</source>
        <translation>Re&amp;fuser la retouche</translation>
    </message>
    <message>
        <source>Remove noise</source>
        <translation>Supprimer le bruit</translation>
    </message>
    <message>
        <source>Repair damage</source>
        <translation>Réparer les dommages</translation>
    </message>
    <message>
        <source>Restore &amp;photos…</source>
        <translation>Restaurer des p&amp;hotos…</translation>
    </message>
    <message>
        <source>Restore all photos of a folder; you see the plan first</source>
        <translation>Restaurer toutes les photos d’un dossier&#xa0;; vous voyez d’abord le plan</translation>
    </message>
    <message>
        <source>Restore several photos, or add them to the batch that runs</source>
        <translation>Restaurer plusieurs photos, ou les ajouter au lot en cours</translation>
    </message>
    <message>
        <source>Retry &amp;failed</source>
        <translation>&amp;Réessayer les échecs</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>Pin&amp;ceau plus petit</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Save the restored photo under a new name; the original is never touched</source>
        <translation>Enregistrer la photo restaurée sous un nouveau nom&#xa0;; l’original n’est jamais touché</translation>
    </message>
    <message>
        <source>Say in plain words what was done, and by which model</source>
        <translation>Dire en mots simples ce qui a été fait, et par quel modèle</translation>
    </message>
    <message>
        <source>Sho&amp;w saved photo in its folder</source>
        <translation>&amp;Montrer le résultat dans son dossier</translation>
    </message>
    <message>
        <source>Show each pixel of the photo as one of the screen</source>
        <translation>Montrer chaque pixel de la photo comme un pixel de l’écran</translation>
    </message>
    <message>
        <source>Show each pixel twice as large</source>
        <translation>Montrer chaque pixel deux fois plus grand</translation>
    </message>
    <message>
        <source>Show on a photograph of about 1900 how a photo is restored</source>
        <translation>Montrer sur une photographie d’environ 1900 comment une photo est restaurée</translation>
    </message>
    <message>
        <source>Show or hide the list of photos</source>
        <translation>Montrer ou cacher la liste des photos</translation>
    </message>
    <message>
        <source>Show or hide the queue of whole folders</source>
        <translation>Montrer ou cacher la file d’attente des dossiers</translation>
    </message>
    <message>
        <source>Show or hide the repair panel</source>
        <translation>Montrer ou cacher le panneau de retouche</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>Montrer la photo restaurée</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Montrer toute la photo</translation>
    </message>
    <message>
        <source>Show where the results are</source>
        <translation>Montrer où sont les résultats</translation>
    </message>
    <message>
        <source>So&amp;fter brush</source>
        <translation>Pinceau plus do&amp;ux</translation>
    </message>
    <message>
        <source>Start the batch, pause it, or go on</source>
        <translation>Démarrer le lot, le suspendre ou le reprendre</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Prendre du recul</translation>
    </message>
    <message>
        <source>Stop the batch; what is finished stays, the rest can be gone on with</source>
        <translation>Arrêter le lot&#xa0;; ce qui est fini reste, le reste pourra continuer</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>Arrêter ce qui est en cours</translation>
    </message>
    <message>
        <source>Take away from what is to be repaired</source>
        <translation>Retirer de ce qu’il faut retoucher</translation>
    </message>
    <message>
        <source>Take noise, grain and traces of compression out, whether it was suggested or not</source>
        <translation>Enlever le bruit, le grain et les traces de compression, que ce soit proposé ou non</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Teach a model your scanner, film or album</source>
        <translation>Apprendre à un modèle votre scanner, film ou album</translation>
    </message>
    <message>
        <source>Try the photos again that failed</source>
        <translation>Réessayer les photos en échec</translation>
    </message>
    <message>
        <source>Try the sa&amp;mple</source>
        <translation>Essayer l’e&amp;xemple</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Utiliser tout l’écran</translation>
    </message>
    <message>
        <source>Use, share, add or remove models of your own</source>
        <translation>Utiliser, partager, ajouter ou retirer vos propres modèles</translation>
    </message>
    <message>
        <source>Version, licence and what it stands on</source>
        <translation>Version, licence et ce sur quoi il repose</translation>
    </message>
    <message>
        <source>What each network was trained on, how good it is and where it fails</source>
        <translation>Sur quoi chaque réseau a été entraîné, ce qu’il vaut et où il échoue</translation>
    </message>
    <message>
        <source>What the restoration changed, strengthened</source>
        <translation>Ce que la restauration a changé, amplifié</translation>
    </message>
    <message>
        <source>Write Before and After on the photo</source>
        <translation>Écrire Avant et Après sur la photo</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>A&amp;grandir</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Rédu&amp;ire</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 fits, 1 shows every pixel; hold \ to see the photo before.</source>
        <translation>Plus et moins zooment, 0 ajuste, 1 montre chaque pixel&#xa0;; maintenez \ pour voir la photo avant.</translation>
    </message>
    <message>
        <source>Change per pixel, amplified {gain} ×</source>
        <translation>Changement par pixel, amplifié {gain} ×</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>ColourDesk</name>
    <message>
        <source>Pin a colour</source>
        <translation>Épingler une couleur</translation>
    </message>
    <message>
        <source>Take a pin away</source>
        <translation>Retirer une épingle</translation>
    </message>
</context>
<context>
    <name>ColourGroup</name>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Faithful or vivid</source>
        <translation>Fidèle ou vif</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>Vivacité</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Chaleur</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Une autre couleur…</translation>
    </message>
    <message>
        <source>Take it from the photo</source>
        <translation>La prendre dans la photo</translation>
    </message>
    <message>
        <source>Take the pin away</source>
        <translation>Retirer l’épingle</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutre</translation>
    </message>
    <message>
        <source>warmer, {} %</source>
        <translation>plus chaud, {} %</translation>
    </message>
    <message>
        <source>cooler, {} %</source>
        <translation>plus froid, {} %</translation>
    </message>
    <message>
        <source>as it was learnt</source>
        <translation>comme appris</translation>
    </message>
    <message>
        <source>faithful, {} %</source>
        <translation>fidèle, {} %</translation>
    </message>
    <message>
        <source>vivid, {} %</source>
        <translation>vif, {} %</translation>
    </message>
    <message>
        <source>Switch colour on to pin what you know.</source>
        <translation>Activez la couleur pour épingler ce que vous savez.</translation>
    </message>
    <message>
        <source>Now click where the photo has this colour.</source>
        <translation>Cliquez maintenant là où la photo a cette couleur.</translation>
    </message>
    <message>
        <source>Which colour was it here? The likeliest comes first.</source>
        <translation>Quelle était la couleur ici&#xa0;? La plus probable vient en premier.</translation>
    </message>
    <message>
        <source>Click where you know the colour.</source>
        <translation>Cliquez là où vous connaissez la couleur.</translation>
    </message>
    <message>
        <source>Take the pin and click where you know the colour; the photo follows.</source>
        <translation>Prenez l’épingle et cliquez là où vous connaissez la couleur&#xa0;; la photo suit.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Image déposée</translation>
    </message>
    <message>
        <source>There is no picture in what was dropped.</source>
        <translation>Il n’y a pas d’image dans ce qui a été déposé.</translation>
    </message>
    <message>
        <source>Left out, for there is no photo in it: {}</source>
        <translation>Laissé de côté, car il n’y a pas de photo dedans&#xa0;: {}</translation>
    </message>
    <message>
        <source>The photo is being saved first; then it goes on by itself.</source>
        <translation>La photo est d’abord enregistrée&#xa0;; la suite vient d’elle-même.</translation>
    </message>
    <message>
        <source>A report was copied: versions, and what went wrong lately. It holds no photo.</source>
        <translation>Un rapport a été copié&#xa0;: les versions et les derniers incidents. Il ne contient aucune photo.</translation>
    </message>
    <message>
        <source>It is sent to nobody. Read it before you do.</source>
        <translation>Il n’est envoyé à personne. Lisez-le avant de le faire.</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Counting unchanged pixels</source>
        <translation>Comptage des pixels inchangés</translation>
    </message>
</context>
<context>
    <name>DamageGroup</name>
    <message>
        <source>Scratches and damage</source>
        <translation>Rayures et dégâts</translation>
    </message>
</context>
<context>
    <name>DeviceDesk</name>
    <message>
        <source>Looking for devices</source>
        <translation>Recherche des appareils</translation>
    </message>
    <message>
        <source>Changing the device</source>
        <translation>Changement d’appareil</translation>
    </message>
    <message>
        <source>Testing the device</source>
        <translation>Vérification de l’appareil</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Vérification du modèle</translation>
    </message>
</context>
<context>
    <name>DevicesWindow</name>
    <message>
        <source>Device and self-test</source>
        <translation>Appareil et autotest</translation>
    </message>
    <message>
        <source>Computes now</source>
        <translation>Calcule actuellement</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autotest</translation>
    </message>
    <message>
        <source>Runs the network on a test picture and compares the device with the CPU, number by number. Any other device has to pass this before it is first used, or it is refused.</source>
        <translation>Fait tourner le réseau sur une image d’essai et compare l’appareil au processeur, nombre par nombre. Tout autre appareil doit réussir cet essai avant sa première utilisation, sinon il est refusé.</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Automatic: the fastest that can be trusted</source>
        <translation>Automatique&#xa0;: le plus rapide qui soit fiable</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>largest difference {} of 1, {} allowed, {} s</source>
        <translation>plus grand écart {} sur 1, {} permis, {} s</translation>
    </message>
    <message>
        <source>✓ {} computes rightly ({}).</source>
        <translation>✓ {} calcule juste ({}).</translation>
    </message>
    <message>
        <source>✗ {} computes wrongly ({}). Choose another device.</source>
        <translation>✗ {} calcule faux ({}). Choisissez un autre appareil.</translation>
    </message>
</context>
<context>
    <name>Diagnosing</name>
    <message>
        <source>Looking at the photo</source>
        <translation>Examen de la photo</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Open a photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, HEIC, RAW …</source>
        <translation>JPEG, PNG, TIFF, HEIC, RAW…</translation>
    </message>
    <message>
        <source>Restore a folder</source>
        <translation>Restaurer un dossier</translation>
    </message>
    <message>
        <source>all its photos in one go</source>
        <translation>toutes ses photos d’un coup</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Essayer l’exemple</translation>
    </message>
    <message>
        <source>a market street of about 1900</source>
        <translation>une rue marchande vers 1900</translation>
    </message>
    <message>
        <source>Give an old photograph its clarity back</source>
        <translation>Rendez sa clarté à une vieille photographie</translation>
    </message>
    <message>
        <source>Drop photos or a folder anywhere here. Everything stays on this computer.</source>
        <translation>Déposez ici des photos ou un dossier. Tout reste sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A scratch or dust in one place</source>
        <translation>Une rayure ou de la poussière à un endroit</translation>
    </message>
    <message>
        <source>An unusual photo</source>
        <translation>Une photo inhabituelle</translation>
    </message>
    <message>
        <source>Black and white: colours would be guesses</source>
        <translation>Noir et blanc&#xa0;: les couleurs seraient devinées</translation>
    </message>
    <message>
        <source>Faded tones or a colour cast</source>
        <translation>Tons fanés ou dominante de couleur</translation>
    </message>
    <message>
        <source>Look closely at what comes out: this photo is unlike those the models know.</source>
        <translation>Regardez bien le résultat&#xa0;: cette photo ne ressemble à aucune de celles que les modèles connaissent.</translation>
    </message>
    <message>
        <source>Looking at the photo…</source>
        <translation>Examen de la photo…</translation>
    </message>
    <message>
        <source>Many scratches, much dust: {} places</source>
        <translation>Beaucoup de rayures et de poussière&#xa0;: {} endroits</translation>
    </message>
    <message>
        <source>No photo is open</source>
        <translation>Aucune photo n’est ouverte</translation>
    </message>
    <message>
        <source>No plain scratches or dust</source>
        <translation>Ni rayures ni poussière évidentes</translation>
    </message>
    <message>
        <source>Not looked at, as the models for it are not installed: {}</source>
        <translation>Non examiné, car les modèles ne sont pas installés&#xa0;: {}</translation>
    </message>
    <message>
        <source>Not suggested; switch it on below if you want it.</source>
        <translation>Pas suggéré&#xa0;; activez-le ci-dessous si vous le souhaitez.</translation>
    </message>
    <message>
        <source>Open one, or drop it anywhere on this window.</source>
        <translation>Ouvrez-en une, ou déposez-la sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Perhaps a speck or two of damage</source>
        <translation>Peut-être une ou deux taches</translation>
    </message>
    <message>
        <source>Restoring will help this photo</source>
        <translation>Une restauration aidera cette photo</translation>
    </message>
    <message>
        <source>Scratches or dust: {} places</source>
        <translation>Rayures ou poussière&#xa0;: {} endroits</translation>
    </message>
    <message>
        <source>Perhaps a watermark, a date or lettering</source>
        <translation>Peut-être un filigrane, une date ou du texte</translation>
    </message>
    <message>
        <source>A mark that repeats all over the photo</source>
        <translation>Une marque qui se répète sur toute la photo</translation>
    </message>
    <message>
        <source>Faded or yellowed, or meant so</source>
        <translation>Pâli ou jauni, ou voulu ainsi</translation>
    </message>
    <message>
        <source>No plain watermark</source>
        <translation>Pas de filigrane net</translation>
    </message>
    <message>
        <source>Perhaps scratches or dust: {} places</source>
        <translation>Peut-être des rayures ou des poussières : {} endroits</translation>
    </message>
    <message>
        <source>Perhaps this photo needs nothing</source>
        <translation>Cette photo n’a peut-être besoin de rien</translation>
    </message>
    <message>
        <source>Restoring it could take detail away. Faint scratches, dust and watermarks may be missed: paint what you see.</source>
        <translation>La restaurer pourrait enlever des détails. Des rayures, poussières et filigranes légers peuvent échapper : peignez ce que vous voyez.</translation>
    </message>
    <message>
        <source>Strength {} of 255</source>
        <translation>Force {} sur 255</translation>
    </message>
    <message>
        <source>Suggested.</source>
        <translation>Suggéré.</translation>
    </message>
    <message>
        <source>Sure to {:.0f} %.</source>
        <translation>Sûr à {:.0f} %.</translation>
    </message>
    <message>
        <source>The photo could not be looked at</source>
        <translation>La photo n’a pas pu être examinée</translation>
    </message>
    <message>
        <source>Thick grain, paper or printing dots</source>
        <translation>Gros grain, papier ou points d’impression</translation>
    </message>
    <message>
        <source>This photo needs nothing</source>
        <translation>Cette photo n’a besoin de rien</translation>
    </message>
    <message>
        <source>Tones and colours are fresh</source>
        <translation>Tons et couleurs sont frais</translation>
    </message>
    <message>
        <source>Unlike the photos that the models know</source>
        <translation>Différente des photos que les modèles connaissent</translation>
    </message>
    <message>
        <source>What has a circle is offered: switch it on below if you want it.</source>
        <translation>Ce qui a un cercle est proposé : activez-le ci-dessous si vous le souhaitez.</translation>
    </message>
    <message>
        <source>Whether it bears a watermark cannot be told</source>
        <translation>Impossible de dire si elle porte un filigrane</translation>
    </message>
    <message>
        <source>Whether it is damaged cannot be told</source>
        <translation>Impossible de dire si elle est abîmée</translation>
    </message>
    <message>
        <source>Wide damage: accept what is to be repaired</source>
        <translation>Dommages étendus : acceptez ce qui doit être réparé</translation>
    </message>
    <message>
        <source>You can switch steps on all the same.</source>
        <translation>Vous pouvez tout de même activer des étapes.</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>dégâts</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>assez sûr</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>pas sûr</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>watermarks</source>
        <translation>filigranes</translation>
    </message>
</context>
<context>
    <name>FolderPage</name>
    <message>
        <source>Which photos shall it learn from?</source>
        <translation>De quelles photos doit-il apprendre&#xa0;?</translation>
    </message>
    <message>
        <source>Scans of one scanner, one film or one album work best: 60 and more, unedited. They are only read, and nothing leaves this computer.</source>
        <translation>Le mieux&#xa0;: les numérisations d’un même scanner, film ou album, 60 et plus, non retouchées. Elles sont seulement lues, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>Choisir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>Examen des photos</translation>
    </message>
    <message>
        <source>Go &amp;on with it</source>
        <translation>&amp;Continuer avec</translation>
    </message>
    <message>
        <source>What was learnt from “{}” is not kept yet.</source>
        <translation>Ce qui a été appris de «&#xa0;{}&#xa0;» n’est pas encore gardé.</translation>
    </message>
    <message>
        <source>L&amp;ook at it</source>
        <translation>&amp;Voir</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>&amp;Jeter</translation>
    </message>
    <message>
        <source>A training on “{}” was left before its end.</source>
        <translation>Un entraînement sur «&#xa0;{}&#xa0;» a été quitté avant la fin.</translation>
    </message>
</context>
<context>
    <name>GeneralGroup</name>
    <message>
        <source>General restore</source>
        <translation>Restauration générale</translation>
    </message>
    <message>
        <source>Detail: softness, paper and grain</source>
        <translation>Détail&#xa0;: flou, papier et grain</translation>
    </message>
    <message>
        <source>Coarse: printing dots, thick grain</source>
        <translation>Gros défauts&#xa0;: points d’impression, gros grain</translation>
    </message>
    <message>
        <source>Tones: fading, colour cast, uneven light</source>
        <translation>Tons&#xa0;: décoloration, dominante, lumière inégale</translation>
    </message>
</context>
<context>
    <name>GoalPage</name>
    <message>
        <source>What shall it learn?</source>
        <translation>Que doit-il apprendre&#xa0;?</translation>
    </message>
    <message>
        <source>Show the &amp;watermark…</source>
        <translation>Montrer le &amp;filigrane…</translation>
    </message>
    <message>
        <source>A PNG with a transparent ground, a picture of the mark on a plain ground, or a dozen and more marked photos of one size: the mark is what they share.</source>
        <translation>Un PNG à fond transparent, une image de la marque sur fond uni, ou une douzaine de photos marquées ou plus, de même taille : la marque est ce qu’elles ont en commun.</translation>
    </message>
    <message>
        <source>The mark that was found</source>
        <translation>La marque trouvée</translation>
    </message>
    <message>
        <source>Add a folder of c&amp;lean photos…</source>
        <translation>Ajouter un dossier de photos p&amp;ropres…</translation>
    </message>
    <message>
        <source>Optional: clean photos of anything, to be made noisy like your scans. They teach best.</source>
        <translation>Facultatif&#xa0;: des photos propres de n’importe quoi, rendues bruitées comme vos numérisations. Elles enseignent le mieux.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Learn for about</source>
        <translation>Apprendre pendant environ</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>About the model for: {}</source>
        <translation>À propos du modèle pour&#xa0;: {}</translation>
    </message>
</context>
<context>
    <name>HelpDesk</name>
    <message>
        <source>This is the latest release, {}.</source>
        <translation>C’est la dernière version, {}.</translation>
    </message>
    <message>
        <source>Restorer {} is there; this is {}.</source>
        <translation>Restorer {} est disponible&#xa0;; ceci est {}.</translation>
    </message>
    <message>
        <source>Get it at {}</source>
        <translation>Disponible sur {}</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <translation>Recherche de mises à jour</translation>
    </message>
</context>
<context>
    <name>InspectionDesk</name>
    <message>
        <source>Inspecting the folder</source>
        <translation>Inspection du dossier</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Lecture de la photo</translation>
    </message>
</context>
<context>
    <name>InspectionWindow</name>
    <message>
        <source>Inspect a folder</source>
        <translation>Inspecter un dossier</translation>
    </message>
    <message>
        <source>Photos worth a look</source>
        <translation>Photos à regarder</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>Examen des photos</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>Choisir un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Open this photo</source>
        <translation>&amp;Ouvrir cette photo</translation>
    </message>
    <message>
        <source>A model that knows intact photos looks through a folder: for damaged places, for photos that are unlike the others, and for spots that many scans share. The photos are only read.</source>
        <translation>Un modèle qui connaît les photos intactes parcourt un dossier : endroits abîmés, photos différentes des autres, taches que de nombreuses numérisations ont en commun. Les photos sont seulement lues.</translation>
    </message>
    <message>
        <source>What does not belong here?</source>
        <translation>Qu’est-ce qui n’a rien à faire ici ?</translation>
    </message>
    <message>
        <source>One of {} photos is worth a look</source>
        <translation>Une photo sur {} mérite un regard</translation>
    </message>
    <message>
        <source>{} of {} photos are worth a look</source>
        <translation>{} photos sur {} méritent un regard</translation>
    </message>
    <message>
        <source>The photos belong; the scanner’s glass wants cleaning</source>
        <translation>Les photos sont à leur place ; la vitre du scanner est à nettoyer</translation>
    </message>
    <message>
        <source>Everything belongs: nothing unusual was found</source>
        <translation>Tout est à sa place : rien d’inhabituel n’a été trouvé</translation>
    </message>
    <message>
        <source>The same spot is damaged in {} of {} scans, at {}: clean the scanner’s glass there.</source>
        <translation>Le même endroit est abîmé dans {} numérisations sur {}, en {} : nettoyez-y la vitre du scanner.</translation>
    </message>
    <message>
        <source>Could not be read: {}</source>
        <translation>Illisibles : {}</translation>
    </message>
    <message>
        <source>one place, {:.0f} % sure</source>
        <translation>un endroit, sûr à {:.0f} %</translation>
    </message>
    <message>
        <source>unlike the others</source>
        <translation>différente des autres</translation>
    </message>
    <message>
        <source>{} places, the surest {:.0f} %</source>
        <translation>{} endroits, le plus sûr {:.0f} %</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Repair</source>
        <translation>Retouche</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>still working</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
</context>
<context>
    <name>MarkedPreview</name>
    <message>
        <source>The photo, with {} places marked</source>
        <translation>La photo, avec {} endroits marqués</translation>
    </message>
</context>
<context>
    <name>MaskGroup</name>
    <message>
        <source>Find it by itself</source>
        <translation>Chercher automatiquement</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>More to the right finds more, and is wrong more often. Acts at once.</source>
        <translation>Plus à droite, on trouve davantage et on se trompe plus souvent. Effet immédiat.</translation>
    </message>
    <message>
        <source>Clear what was painted</source>
        <translation>Effacer ce qui a été peint</translation>
    </message>
    <message>
        <source>Mask as a picture</source>
        <translation>Masque en image</translation>
    </message>
    <message>
        <source>Load a mask</source>
        <translation>Charger un masque</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Enregistrer le masque</translation>
    </message>
    <message>
        <source>&amp;Load a mask…</source>
        <translation>&amp;Charger un masque…</translation>
    </message>
    <message>
        <source>&amp;Save the mask…</source>
        <translation>&amp;Enregistrer le masque…</translation>
    </message>
    <message>
        <source>repairs: {}</source>
        <translation>retouches&#xa0;: {}</translation>
    </message>
    <message>
        <source>Nothing installed finds it: paint what is to go.</source>
        <translation>Rien d’installé ne le trouve : peignez ce qui doit partir.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close other programs, or try a smaller photo.</source>
        <translation>Fermez d’autres programmes, ou essayez une photo plus petite.</translation>
    </message>
    <message>
        <source>Please copy the report and send it to the makers, so that it can be mended.</source>
        <translation>Copiez le rapport et envoyez-le aux auteurs, afin que l’erreur soit corrigée.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Your photo on disk has not been touched.</source>
        <translation>Quelque chose d’inattendu s’est produit. Votre photo sur le disque n’a pas été touchée.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Il n’y a pas assez de mémoire pour cela.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Checksum</source>
        <translation>Somme de contrôle</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colours black and white</source>
        <translation>Colorise le noir et blanc</translation>
    </message>
    <message>
        <source>Finds damage</source>
        <translation>Trouve les dégâts</translation>
    </message>
    <message>
        <source>Finds faces, to spare them</source>
        <translation>Trouve les visages, pour les ménager</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>Ce qu’il vaut</translation>
    </message>
    <message>
        <source>How often a find is wrong</source>
        <translation>Combien de trouvailles sont fausses</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>Limites connues</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Of finds at {:.0f} % and more, {} in a megapixel of clean photo.</source>
        <translation>Trouvailles à {:.0f} % et plus : {} par mégapixel de photo intacte.</translation>
    </message>
    <message>
        <source>Others, in the same run: {}</source>
        <translation>Autres, lors du même essai : {}</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Published: {}</source>
        <translation>Publié : {}</translation>
    </message>
    <message>
        <source>Removes noise</source>
        <translation>Enlève le bruit</translation>
    </message>
    <message>
        <source>Removes watermarks</source>
        <translation>Enlève les filigranes</translation>
    </message>
    <message>
        <source>Repairs damage</source>
        <translation>Répare les dégâts</translation>
    </message>
    <message>
        <source>Restores in general</source>
        <translation>Restaure en général</translation>
    </message>
    <message>
        <source>Sees around a pixel</source>
        <translation>Voit autour d’un pixel</translation>
    </message>
    <message>
        <source>Takes and gives</source>
        <translation>Reçoit et rend</translation>
    </message>
    <message>
        <source>The file is being checked …</source>
        <translation>Vérification du fichier…</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Le réseau</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>built-in model</source>
        <translation>modèle intégré</translation>
    </message>
    <message>
        <source>colourfulness</source>
        <translation>intensité de couleur</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>signalés</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trouvés</translation>
    </message>
    <message>
        <source>squeezed to {} channels</source>
        <translation>comprimé en {} canaux</translation>
    </message>
    <message>
        <source>the whole photo</source>
        <translation>toute la photo</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>ce modèle</translation>
    </message>
    <message>
        <source>{} thousand multiplications per pixel</source>
        <translation>{} milliers de multiplications par pixel</translation>
    </message>
    <message>
        <source>{} dB</source>
        <translation>{} dB</translation>
    </message>
    <message>
        <source>{} pixels each way</source>
        <translation>{} pixels de chaque côté</translation>
    </message>
    <message>
        <source>{} · version {} · licence {}</source>
        <translation>{} · version {} · licence {}</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>The model’s card</source>
        <translation>La fiche du modèle</translation>
    </message>
    <message>
        <source>The models are being looked for …</source>
        <translation>Recherche des modèles …</translation>
    </message>
    <message>
        <source>Which models there are could not be found out; the main window says why.</source>
        <translation>Impossible de savoir quels modèles existent&#xa0;; la fenêtre principale dit pourquoi.</translation>
    </message>
    <message>
        <source>✓ The file is the one that this card speaks of.</source>
        <translation>✓ Le fichier est bien celui dont parle cette fiche.</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigateur</translation>
    </message>
</context>
<context>
    <name>NetworkControls</name>
    <message>
        <source>Settings of the network</source>
        <translation>Réglages du réseau</translation>
    </message>
    <message>
        <source>What the built-in model knows</source>
        <translation>Ce que sait le modèle intégré</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>&amp;Partir de</translation>
    </message>
    <message>
        <source>From nothing takes hours instead of minutes, and needs hundreds of photos.</source>
        <translation>Partir de rien prend des heures au lieu de minutes et demande des centaines de photos.</translation>
    </message>
    <message>
        <source>as built in</source>
        <translation>comme intégré</translation>
    </message>
    <message>
        <source>&amp;Code size</source>
        <translation>Taille du &amp;code</translation>
    </message>
    <message>
        <source>How many numbers the network may keep of each place. Fewer: it must understand.</source>
        <translation>Combien de nombres le réseau peut garder de chaque endroit. Moins&#xa0;: il doit comprendre.</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>&amp;Couches</translation>
    </message>
    <message>
        <source>More see more of the photo at once, and take longer.</source>
        <translation>Davantage voient plus de la photo à la fois et prennent plus de temps.</translation>
    </message>
    <message>
        <source>&amp;Nodes per layer</source>
        <translation>&amp;Nœuds par couche</translation>
    </message>
    <message>
        <source>In the first layer; each further one has twice as many. More learn finer things, slower.</source>
        <translation>Dans la première couche&#xa0;; chaque suivante en a le double. Plus apprennent plus finement, mais plus lentement.</translation>
    </message>
    <message>
        <source>As built in</source>
        <translation>Comme intégré</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robuste</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Erreur quadratique moyenne</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Entropie croisée binaire</translation>
    </message>
    <message>
        <source>L&amp;oss</source>
        <translation>P&amp;erte</translation>
    </message>
    <message>
        <source>What counts as a mistake. Robust keeps edges crisp. Mean squared error punishes large mistakes most: for heavy noise. Binary cross-entropy suits pictures in nearly black and white.</source>
        <translation>Ce qui compte comme erreur. Robuste garde les contours nets. L’erreur quadratique moyenne punit surtout les grandes erreurs&#xa0;: pour un fort bruit. L’entropie croisée binaire convient aux images presque en noir et blanc.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source>Cro&amp;p</source>
        <translation>&amp;Extrait</translation>
    </message>
    <message>
        <source>How many pixels across it sees at once while it learns.</source>
        <translation>Combien de pixels de large il voit à la fois en apprenant.</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Graine</translation>
    </message>
    <message>
        <source>The same seed learns the same again.</source>
        <translation>La même graine apprend de nouveau la même chose.</translation>
    </message>
</context>
<context>
    <name>NoiseGroup</name>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
</context>
<context>
    <name>OwnModelsWindow</name>
    <message>
        <source>My models</source>
        <translation>Mes modèles</translation>
    </message>
    <message>
        <source>Models that you trained, or that somebody gave you. They stay on this computer.</source>
        <translation>Modèles que vous avez entraînés ou reçus. Ils restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>&amp;Add a model from a file…</source>
        <translation>&amp;Ajouter un modèle d’un fichier…</translation>
    </message>
    <message>
        <source>There are none yet: “Train on my folder” makes one.</source>
        <translation>Il n’y en a pas encore&#xa0;: «&#xa0;Entraîner sur mon dossier&#xa0;» en fait un.</translation>
    </message>
    <message>
        <source>{} (in use)</source>
        <translation>{} (utilisé)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Partager…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Use the built-in one again</source>
        <translation>Utiliser à nouveau le modèle intégré</translation>
    </message>
    <message>
        <source>“{}” was checked and added.</source>
        <translation>«&#xa0;{}&#xa0;» a été vérifié et ajouté.</translation>
    </message>
</context>
<context>
    <name>PackDesk</name>
    <message>
        <source>Installing a pack</source>
        <translation>Installation d’un module</translation>
    </message>
    <message>
        <source>Downloading a pack</source>
        <translation>Téléchargement d’un module</translation>
    </message>
    <message>
        <source>Removing a pack</source>
        <translation>Retrait d’un module</translation>
    </message>
</context>
<context>
    <name>PacksWindow</name>
    <message>
        <source>Packs</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Restoring photos needs none of these. A pack is taken only if it is exactly the one that this version states; nothing is downloaded unless you press the button.</source>
        <translation>Restaurer des photos n’en demande aucun. Un module n’est accepté que s’il est exactement celui que cette version indique&#xa0;; rien n’est téléchargé sans que vous appuyiez sur le bouton.</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Avancement de l’installation</translation>
    </message>
    <message>
        <source>&amp;Install from a file…</source>
        <translation>&amp;Installer depuis un fichier…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>This copy has no packs. In a checkout, what they hold is installed with pip.</source>
        <translation>Cette copie n’a pas de modules. Dans un dossier de sources, leur contenu s’installe avec pip.</translation>
    </message>
    <message>
        <source>Releases are not published anywhere yet, so packs can be installed from a file only.</source>
        <translation>Aucune version n’est encore publiée&#xa0;; les modules ne s’installent donc que depuis un fichier.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Downloading …</source>
        <translation>Téléchargement…</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Unpacking …</source>
        <translation>Décompression…</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation>encore {} s environ</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Open a folder or several photos, and they are listed here.</source>
        <translation>Ouvrez un dossier ou plusieurs photos&#xa0;; elles seront listées ici.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>{}, saved</source>
        <translation>{}, enregistrée</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Your preferences could not be written to {}.</source>
        <translation>Vos préférences n’ont pas pu être écrites dans {}.</translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Reduce &amp;motion: nothing blinks or slides by itself</source>
        <translation>Réduire les &amp;mouvements&#xa0;: rien ne clignote ni ne glisse seul</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Appareil</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Leave &amp;private facts out: place, names, serial numbers</source>
        <translation>Omettre les données &amp;privées&#xa0;: lieu, noms, numéros de série</translation>
    </message>
    <message>
        <source>Write a &amp;recipe beside each result, to make it again</source>
        <translation>Écrire une &amp;recette à côté de chaque résultat, pour le refaire</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Counts from the next start on.</source>
        <translation>Valable dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>“{0}.tif” becomes “{1}.tif”</source>
        <translation>«&#xa0;{0}.tif&#xa0;» devient «&#xa0;{1}.tif&#xa0;»</translation>
    </message>
    <message>
        <source>This cannot name a file beside the original.</source>
        <translation>Un fichier voisin de l’original ne peut pas s’appeler ainsi.</translation>
    </message>
    <message>
        <source>{stem} stands for the photo’s own name</source>
        <translation>{stem} représente le nom de la photo</translation>
    </message>
    <message>
        <source>&amp;Name of results</source>
        <translation>&amp;Nom des résultats</translation>
    </message>
    <message>
        <source>For JPEG, WebP and AVIF; PNG and TIFF lose nothing</source>
        <translation>Pour JPEG, WebP et AVIF&#xa0;; PNG et TIFF ne perdent rien</translation>
    </message>
    <message>
        <source>&amp;Quality of JPEG, WebP, AVIF</source>
        <translation>&amp;Qualité de JPEG, WebP, AVIF</translation>
    </message>
</context>
<context>
    <name>PreflightWindow</name>
    <message>
        <source>Restore a batch</source>
        <translation>Restaurer un lot</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Avancement du plan</translation>
    </message>
    <message>
        <source>What is done to each photo</source>
        <translation>Ce qui est fait à chaque photo</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Choose another folder for the results</source>
        <translation>Choisir un autre dossier pour les résultats</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Les résultats vont dans</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Place sur le disque</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>Leurs noms</translation>
    </message>
    <message>
        <source>Format and depth</source>
        <translation>Format et profondeur</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>Comme commencé</translation>
    </message>
    <message>
        <source>There is no plan</source>
        <translation>Il n’y a pas de plan</translation>
    </message>
    <message>
        <source>Looking through the photos</source>
        <translation>Examen des photos</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>Il n’y a rien à restaurer</translation>
    </message>
    <message>
        <source>Go on with {}</source>
        <translation>Continuer avec {}</translation>
    </message>
    <message>
        <source>Restore {}</source>
        <translation>Restaurer {}</translation>
    </message>
    <message>
        <source>{} to restore</source>
        <translation>{} à restaurer</translation>
    </message>
    <message>
        <source>{} megapixels</source>
        <translation>{} mégapixels</translation>
    </message>
    <message>
        <source>{} done before</source>
        <translation>{} déjà faites</translation>
    </message>
    <message>
        <source>{} cannot be read</source>
        <translation>illisibles&#xa0;: {}</translation>
    </message>
    <message>
        <source>up to {} needed, {} free</source>
        <translation>jusqu’à {} nécessaires, {} libres</translation>
    </message>
    <message>
        <source>That may not be enough. The batch would pause when the disk is full, and lose nothing.</source>
        <translation>Cela pourrait ne pas suffire. Le lot se suspendrait disque plein, sans rien perdre.</translation>
    </message>
    <message>
        <source>Each photo keeps its format, depth, colours and metadata. What cannot be written as it is becomes PNG, or TIFF if it is deep. JPEG at quality {}.</source>
        <translation>Chaque photo garde son format, sa profondeur, ses couleurs et ses métadonnées. Ce qui ne peut être écrit tel quel devient PNG, ou TIFF si la profondeur est grande. JPEG à la qualité {}.</translation>
    </message>
    <message>
        <source>Place, time and serial numbers are left out.</source>
        <translation>Lieu, date et numéros de série sont omis.</translation>
    </message>
    <message>
        <source>… and {} more that cannot be read</source>
        <translation>… et {} autres illisibles</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>«&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Ce fichier</translation>
    </message>
    <message>
        <source>… and others; the queue will say why</source>
        <translation>… et d’autres&#xa0;; la file d’attente dira pourquoi</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Keep these settings as a file, or take those of another</source>
        <translation>Garder ces réglages dans un fichier, ou en reprendre d’autres</translation>
    </message>
    <message>
        <source>&amp;Load a preset…</source>
        <translation>&amp;Charger un préréglage…</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Charger un préréglage</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>&amp;Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>The preset lies in {}</source>
        <translation>Le préréglage se trouve dans {}</translation>
    </message>
    <message>
        <source>The preset could not be written to {}.</source>
        <translation>Le préréglage n’a pas pu être écrit dans {}.</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Close this question</source>
        <translation>Fermer cette question</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>A batch is running</source>
        <translation>Un lot est en cours</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation>Avant d’enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose another format</source>
        <translation>Choisir un autre format</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Continuer la restauration</translation>
    </message>
    <message>
        <source>Install a pack</source>
        <translation>Installer un module</translation>
    </message>
    <message>
        <source>It cannot be brought back. To keep a copy, share it first.</source>
        <translation>Il ne pourra pas être récupéré. Pour en garder une copie, partagez-le d’abord.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Leave what you did by hand on “{}” behind?</source>
        <translation>Abandonner ce que vous avez fait à la main sur «&#xa0;{}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Models (*.restorer-model *.onnx);;All files (*)</source>
        <translation>Modèles (*.restorer-model *.onnx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Models (*.restorer-model)</source>
        <translation>Modèles (*.restorer-model)</translation>
    </message>
    <message>
        <source>Nothing is lost: next time you are asked whether to go on where it stopped.</source>
        <translation>Rien n’est perdu&#xa0;: la prochaine fois, on vous demandera s’il faut reprendre.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>Otherwise the result is lost. The original stays as it is in any case.</source>
        <translation>Sinon le résultat est perdu. L’original reste tel quel dans tous les cas.</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>Retirer le modèle</translation>
    </message>
    <message>
        <source>Remove the model “{}”?</source>
        <translation>Retirer le modèle «&#xa0;{}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>Save the restored “{}” first?</source>
        <translation>Enregistrer d’abord «&#xa0;{}&#xa0;» restaurée&#xa0;?</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Enregistrer le résultat sous</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Share model</source>
        <translation>Partager le modèle</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Still working</source>
        <translation>Encore en cours</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Arrêter et quitter</translation>
    </message>
    <message>
        <source>Stop the batch and leave? Still to do: {}.</source>
        <translation>Arrêter le lot et quitter&#xa0;? Encore à faire&#xa0;: {}.</translation>
    </message>
    <message>
        <source>Throw away what was learnt from “{}”?</source>
        <translation>Jeter ce qui a été appris de «&#xa0;{}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Throw the training away</source>
        <translation>Jeter l’entraînement</translation>
    </message>
    <message>
        <source>To learn it again takes as long once more. The photos stay as they are.</source>
        <translation>L’apprendre de nouveau prend autant de temps. Les photos restent telles quelles.</translation>
    </message>
    <message>
        <source>Unsaved result</source>
        <translation>Résultat non enregistré</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>What is done so far is lost. The original stays as it is in any case.</source>
        <translation>Ce qui a été fait jusqu’ici est perdu. L’original reste tel quel dans tous les cas.</translation>
    </message>
    <message>
        <source>What you painted, judged or pinned would be lost: its step is switched off, so there is no result to save. The original stays as it is in any case.</source>
        <translation>Ce que vous avez peint, jugé ou épinglé serait perdu&#xa0;: l’étape est désactivée, il n’y a donc pas de résultat à enregistrer. L’original reste dans tous les cas tel quel.</translation>
    </message>
    <message>
        <source>“{}” is still being restored. Stop it?</source>
        <translation>«&#xa0;{}&#xa0;» est encore en restauration. Arrêter&#xa0;?</translation>
    </message>
    <message>
        <source>“{}” will not hold everything:</source>
        <translation>«&#xa0;{}&#xa0;» ne pourra pas tout contenir&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Changing the device</source>
        <translation>Changement d’appareil</translation>
    </message>
    <message>
        <source>Planning a batch</source>
        <translation>Préparation d’un lot</translation>
    </message>
    <message>
        <source>Restoring a batch</source>
        <translation>Restauration d’un lot</translation>
    </message>
    <message>
        <source>Adding to the batch</source>
        <translation>Ajout au lot</translation>
    </message>
    <message>
        <source>{} joined the batch.</source>
        <translation>{} ajoutées au lot.</translation>
    </message>
    <message>
        <source>{} had been in it already.</source>
        <translation>{} y étaient déjà.</translation>
    </message>
    <message>
        <source>Left out, as the queue explains: {}.</source>
        <translation>Laissés de côté, comme l’explique la file d’attente&#xa0;: {}.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Taking the batch back</source>
        <translation>Annulation du lot</translation>
    </message>
    <message>
        <source>{} went to the trash.</source>
        <translation>{} mises à la corbeille.</translation>
    </message>
    <message>
        <source>{} stayed.</source>
        <translation>{} sont restées.</translation>
    </message>
    <message>
        <source>Looking for unfinished batches</source>
        <translation>Recherche de lots inachevés</translation>
    </message>
    <message>
        <source>Forgetting a batch</source>
        <translation>Oubli d’un lot</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restaurée</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 photo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fini</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>Ko</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Mégapixels</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restauration en cours</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>quelques secondes</translation>
    </message>
    <message>
        <source>about {} {}</source>
        <translation>environ {} {}</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
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
        <translation>{} photos</translation>
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
        <translation>Le lot est en cours d’annulation. Réessayez ensuite.</translation>
    </message>
    <message>
        <source>What each photo needs, found out by looking at it</source>
        <translation>Ce dont chaque photo a besoin, après examen</translation>
    </message>
    <message>
        <source>Remove noise, grain and compression damage</source>
        <translation>Retirer bruit, grain et traces de compression</translation>
    </message>
    <message>
        <source>As the photo that is open</source>
        <translation>Comme la photo ouverte</translation>
    </message>
    <message>
        <source>“{}” was dropped.</source>
        <translation>«&#xa0;{}&#xa0;» a été déposé.</translation>
    </message>
    <message>
        <source>{} were dropped.</source>
        <translation>{} ont été déposés.</translation>
    </message>
    <message>
        <source>{} files and folders</source>
        <translation>{} fichiers et dossiers</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} fichiers</translation>
    </message>
    <message>
        <source>Add to the batch</source>
        <translation>Ajouter au lot</translation>
    </message>
    <message>
        <source>Restore as a batch…</source>
        <translation>Restaurer en lot…</translation>
    </message>
    <message>
        <source>Open in the list</source>
        <translation>Ouvrir dans la liste</translation>
    </message>
    <message>
        <source>Look at the photos one after the other</source>
        <translation>Regarder les photos l’une après l’autre</translation>
    </message>
    <message>
        <source>Restore all of them; you see the plan first</source>
        <translation>Les restaurer toutes&#xa0;; vous voyez d’abord le plan</translation>
    </message>
    <message>
        <source>Include sub-folders</source>
        <translation>Inclure les sous-dossiers</translation>
    </message>
    <message>
        <source>“{}” joins the batch.</source>
        <translation>«&#xa0;{}&#xa0;» rejoint le lot.</translation>
    </message>
    <message>
        <source>Move them to the trash</source>
        <translation>Les mettre à la corbeille</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Take this batch back? {} would go to the trash.</source>
        <translation>Annuler ce lot&#xa0;? {} iraient à la corbeille.</translation>
    </message>
    <message>
        <source>The originals stay as they are, and so does what you changed since.</source>
        <translation>Les originaux restent tels quels, ainsi que ce que vous avez modifié depuis.</translation>
    </message>
    <message>
        <source>There is room now</source>
        <translation>Il y a de la place maintenant</translation>
    </message>
    <message>
        <source>It is back</source>
        <translation>Il est de retour</translation>
    </message>
    <message>
        <source>It is allowed now</source>
        <translation>C’est permis maintenant</translation>
    </message>
    <message>
        <source>Try again and go on</source>
        <translation>Réessayer et continuer</translation>
    </message>
    <message>
        <source>Leave this photo out</source>
        <translation>Laisser cette photo de côté</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Go on another time</source>
        <translation>Continuer une autre fois</translation>
    </message>
    <message>
        <source>The batch waits</source>
        <translation>Le lot attend</translation>
    </message>
    <message>
        <source>Restored: {}</source>
        <translation>Restaurées&#xa0;: {}</translation>
    </message>
    <message>
        <source>left as they are: {}</source>
        <translation>laissées telles quelles&#xa0;: {}</translation>
    </message>
    <message>
        <source>failed: {} (the queue says why)</source>
        <translation>échecs&#xa0;: {} (la file d’attente dit pourquoi)</translation>
    </message>
    <message>
        <source>not finished: {} (Ctrl+R goes on)</source>
        <translation>inachevées&#xa0;: {} (Ctrl+R continue)</translation>
    </message>
    <message>
        <source>The batch is over</source>
        <translation>Le lot est terminé</translation>
    </message>
    <message>
        <source>A batch was interrupted: {} of “{}” wait, {} are done.</source>
        <translation>Un lot a été interrompu&#xa0;: {} de «&#xa0;{}&#xa0;» attendent, {} sont faites.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Continuer…</translation>
    </message>
    <message>
        <source>You see the plan first</source>
        <translation>Vous voyez d’abord le plan</translation>
    </message>
    <message>
        <source>Don’t ask again</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Dé&amp;marrer</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>&amp;Suspendre</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Avancement du lot</translation>
    </message>
    <message>
        <source>Show only these photos</source>
        <translation>Montrer seulement ces photos</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Montrer toutes les photos</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Show before and after above (Enter)</source>
        <translation>Montrer avant et après ci-dessus (Entrée)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the result in the usual program (Ctrl+Enter)</source>
        <translation>Ouvrir le résultat dans le programme habituel (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Montrer le résultat dans son dossier</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Photos du lot</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Planning a batch</source>
        <translation>Préparation d’un lot</translation>
    </message>
    <message>
        <source>A batch is planned</source>
        <translation>Un lot est prévu</translation>
    </message>
    <message>
        <source>Taking the batch back</source>
        <translation>Annulation du lot</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Attend une réponse</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Letting the open photo go first</source>
        <translation>La photo ouverte passe d’abord</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restauration en cours</translation>
    </message>
    <message>
        <source>The photos are being looked at. Nothing is written yet.</source>
        <translation>Les photos sont examinées. Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>Look at the plan, then start it.</source>
        <translation>Regardez le plan, puis démarrez-le.</translation>
    </message>
    <message>
        <source>The batch begins.</source>
        <translation>Le lot commence.</translation>
    </message>
    <message>
        <source>Drop photos or folders here, and they are restored one after the other.</source>
        <translation>Déposez ici des photos ou des dossiers&#xa0;: ils seront restaurés l’un après l’autre.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>encore {}</translation>
    </message>
    <message>
        <source>{} megapixels/s</source>
        <translation>{} mégapixels/s</translation>
    </message>
</context>
<context>
    <name>RepairDesk</name>
    <message>
        <source>Repair accepted</source>
        <translation>Retouche acceptée</translation>
    </message>
    <message>
        <source>Repair rejected</source>
        <translation>Retouche refusée</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Coup de pinceau</translation>
    </message>
    <message>
        <source>Clear what was painted</source>
        <translation>Effacer ce qui a été peint</translation>
    </message>
    <message>
        <source>Reading the mask</source>
        <translation>Lecture du masque</translation>
    </message>
    <message>
        <source>The mask lies in {}</source>
        <translation>Le masque se trouve dans {}</translation>
    </message>
    <message>
        <source>Saving the mask</source>
        <translation>Enregistrement du masque</translation>
    </message>
    <message>
        <source>Mask from a file</source>
        <translation>Masque d’un fichier</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>What this photo needs</source>
        <translation>Ce dont cette photo a besoin</translation>
    </message>
    <message>
        <source>Use suggestions</source>
        <translation>Suivre les suggestions</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer…</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Removing noise</source>
        <translation>Débruitage en cours</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restauration en cours</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>How far the training is</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
    <message>
        <source>Against the built-in model</source>
        <translation>Face au modèle intégré</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>intégré</translation>
    </message>
    <message>
        <source>Mistakes while learning (loss)</source>
        <translation>Erreurs pendant l’apprentissage (perte)</translation>
    </message>
    <message>
        <source>&amp;Stop and keep the best</source>
        <translation>&amp;Arrêter et garder le meilleur</translation>
    </message>
    <message>
        <source>The loss of each batch</source>
        <translation>La perte de chaque lot</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Paused. {}</source>
        <translation>En pause. {}</translation>
    </message>
    <message>
        <source>Checking the best one …</source>
        <translation>Vérification du meilleur…</translation>
    </message>
    <message>
        <source>{} · you can go on working; it steps aside for everything else</source>
        <translation>{} · vous pouvez continuer à travailler&#xa0;; il cède le pas à tout le reste</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saving {}</source>
        <translation>Enregistrement de {}</translation>
    </message>
    <message>
        <source>Copying the photo</source>
        <translation>Copie de la photo</translation>
    </message>
    <message>
        <source>Saved to {}</source>
        <translation>Enregistré dans {}</translation>
    </message>
    <message>
        <source>Saving {} was stopped.</source>
        <translation>L’enregistrement de {} a été arrêté.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Double-click for the usual value</source>
        <translation>Double-clic pour la valeur habituelle</translation>
    </message>
    <message>
        <source>{} · suggested</source>
        <translation>{} · suggéré</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>On the photo</source>
        <translation>Sur la photo</translation>
    </message>
</context>
<context>
    <name>SpareFaces</name>
    <message>
        <source>Spare small and blurred faces</source>
        <translation>Ménager les visages petits ou flous</translation>
    </message>
    <message>
        <source>Where a face is so small or soft that more would change it, half of it is done.</source>
        <translation>Là où un visage est si petit ou si flou que davantage le changerait, on ne fait que la moitié.</translation>
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
        <translation>{} inchangés</translation>
    </message>
    <message>
        <source>Pixels that are the same as before, to the bit</source>
        <translation>Pixels identiques à avant, au bit près</translation>
    </message>
    <message>
        <source>Device …</source>
        <translation>Appareil…</translation>
    </message>
    <message>
        <source>Device: {}</source>
        <translation>Appareil&#xa0;: {}</translation>
    </message>
    <message>
        <source>What computes; click to change it</source>
        <translation>Ce qui calcule&#xa0;; cliquez pour changer</translation>
    </message>
</context>
<context>
    <name>StepGroup</name>
    <message>
        <source>Model for: {}</source>
        <translation>Modèle pour&#xa0;: {}</translation>
    </message>
    <message>
        <source>How much of the change is taken. Acts at once; nothing is computed again.</source>
        <translation>Quelle part du changement est prise. Effet immédiat&#xa0;; rien n’est recalculé.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>The model for this is not installed.</source>
        <translation>Le modèle pour cela n’est pas installé.</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>À propos de ce modèle</translation>
    </message>
    <message>
        <source>About this model: {}</source>
        <translation>À propos de ce modèle&#xa0;: {}</translation>
    </message>
    <message>
        <source>{}: off</source>
        <translation>{}&#xa0;: désactivé</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>What was done to this picture?</source>
        <translation>Qu’a-t-on fait à cette image&#xa0;?</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>{} of pixels</source>
        <translation>{} des pixels</translation>
    </message>
    <message>
        <source>A watermark or lettering was taken away at {} places; what lay beneath was rebuilt.</source>
        <translation>Un filigrane ou une inscription a été retiré à {} endroits&#xa0;; ce qui se trouvait dessous a été reconstitué.</translation>
    </message>
    <message>
        <source>At {} places somebody said which they were.</source>
        <translation>À {} endroits, quelqu’un a dit lesquelles c’étaient.</translation>
    </message>
    <message>
        <source>Everything else is as it was.</source>
        <translation>Tout le reste est comme avant.</translation>
    </message>
    <message>
        <source>Faded tones were brought back, to {} %.</source>
        <translation>Les tons fanés ont été ravivés, à {} %.</translation>
    </message>
    <message>
        <source>Small or blurred faces ({}) were spared half of that, so that they stay themselves.</source>
        <translation>Les visages petits ou flous ({}) n’en ont reçu que la moitié, pour qu’ils restent eux-mêmes.</translation>
    </message>
    <message>
        <source>No photo is open.</source>
        <translation>Aucune photo n’est ouverte.</translation>
    </message>
    <message>
        <source>No damage was repaired.</source>
        <translation>Aucun dommage n’a été réparé.</translation>
    </message>
    <message>
        <source>No watermark was taken away.</source>
        <translation>Aucun filigrane n’a été retiré.</translation>
    </message>
    <message>
        <source>Noise, film grain and traces of compression were taken out, to {} %.</source>
        <translation>Le bruit, le grain et les traces de compression ont été retirés, à {} %.</translation>
    </message>
    <message>
        <source>Nothing yet: this is the photo as it was opened.</source>
        <translation>Rien encore&#xa0;: c’est la photo telle qu’elle a été ouverte.</translation>
    </message>
    <message>
        <source>Places that somebody marked by hand were repaired too.</source>
        <translation>Des endroits marqués à la main ont aussi été retouchés.</translation>
    </message>
    <message>
        <source>Places that somebody marked by hand were repaired.</source>
        <translation>Des endroits marqués à la main ont été retouchés.</translation>
    </message>
    <message>
        <source>Scratches, dust and the like were painted over at {} places, from what lies around them.</source>
        <translation>Rayures, poussières et autres ont été recouvertes à {} endroits, d’après ce qui les entoure.</translation>
    </message>
    <message>
        <source>Softness and wear were taken out, to {} %.</source>
        <translation>Le flou et l’usure ont été atténués, à {} %.</translation>
    </message>
    <message>
        <source>Softness, wear, and coarse grain or printing dots were taken out, to {} %.</source>
        <translation>Le flou, l’usure et le gros grain ou les points d’impression ont été atténués, à {} %.</translation>
    </message>
    <message>
        <source>The colours were invented by the program: it guessed them from what things look like.</source>
        <translation>Les couleurs ont été inventées par le programme&#xa0;: il les a devinées d’après l’aspect des choses.</translation>
    </message>
    <message>
        <source>The original file was only read. Nothing left this computer.</source>
        <translation>Le fichier original a seulement été lu. Rien n’a quitté cet ordinateur.</translation>
    </message>
    <message>
        <source>The photo is being restored. What was done is told here when that is over.</source>
        <translation>La photo est en cours de restauration. Ce qui a été fait est raconté ici dès que c’est fini.</translation>
    </message>
    <message>
        <source>Wear was taken out and faded tones were brought back, to {} %.</source>
        <translation>L’usure a été atténuée et les tons fanés ravivés, à {} %.</translation>
    </message>
    <message>
        <source>Wear, coarse grain or printing dots were taken out and faded tones were brought back, to {} %.</source>
        <translation>L’usure, le gros grain ou les points d’impression ont été atténués et les tons fanés ravivés, à {} %.</translation>
    </message>
    <message>
        <source>What surrounds the picture, as paper or a scanner&apos;s bed, kept its tones and colours.</source>
        <translation>Ce qui entoure l’image, comme le papier ou la vitre du scanner, a gardé ses tons et ses couleurs.</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colour {}: {}, chance {:.0f} %</source>
        <translation>Couleur {}&#xa0;: {}, probabilité {:.0f} %</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>{:.0f} px</source>
        <translation>{:.0f} px</translation>
    </message>
    <message>
        <source>The brush’s diameter in pixels of the photo; keys [ and ]</source>
        <translation>Diamètre du pinceau en pixels de la photo&#xa0;; touches [ et ]</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>How much of the brush covers fully; Shift with [ and ]</source>
        <translation>Part du pinceau qui couvre entièrement&#xa0;; Maj avec [ et ]</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Balayage</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Superposé</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Alternance</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Drag the line across the photo: left of it is before, right of it after. Turn the wheel to come closer; the buttons above show it in other ways, side by side for instance.</source>
        <translation>Faites glisser la ligne sur la photo&#xa0;: à gauche, avant&#xa0;; à droite, après. La molette rapproche&#xa0;; les boutons au-dessus montrent la photo autrement, côte à côte par exemple.</translation>
    </message>
    <message>
        <source>Here the program says what the photo needs. Your own photos are opened with File, Open, or by dropping them on the window. An original is only ever read.</source>
        <translation>Ici, le programme dit ce dont la photo a besoin. Ouvrez vos propres photos par Fichier, Ouvrir, ou déposez-les sur la fenêtre. Un original est toujours seulement lu.</translation>
    </message>
    <message>
        <source>Every kind of restoration has its switch here, and the button below does what was suggested. The tour now looks for dust and scratches, and repairs what is surest: specks in this sky.</source>
        <translation>Chaque sorte de restauration a ici son interrupteur, et le bouton du bas fait ce qui a été suggéré. La visite cherche maintenant poussières et rayures, et répare ce qui est le plus sûr : des taches dans ce ciel.</translation>
    </message>
    <message>
        <source>Here only the difference is shown, strengthened. Where there is none the photo is unchanged to the bit; how much of it that is stands below.</source>
        <translation>Ici seule la différence est montrée, renforcée. Là où il n’y en a pas, la photo est inchangée au bit près ; la part que cela représente est indiquée en bas.</translation>
    </message>
    <message>
        <source>How much is repaired</source>
        <translation>Combien est réparé</translation>
    </message>
    <message>
        <source>More to the right more is found, and more of it by mistake. It costs no waiting. The full stop and the comma lead from repair to repair, X refuses one, and every change can be undone.</source>
        <translation>Plus à droite, on trouve davantage, et davantage par erreur. Cela ne coûte aucune attente. Le point et la virgule mènent d’une réparation à l’autre, X en refuse une, et tout changement peut être annulé.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>See in a minute how a photo is restored, on a photograph of about 1900 that comes with the program. Everything happens on this computer, also without the internet.</source>
        <translation>Voyez en une minute comment une photo est restaurée, sur une photographie d’environ 1900 fournie avec le programme. Tout se passe sur cet ordinateur, même sans internet.</translation>
    </message>
    <message>
        <source>The photo, as it is</source>
        <translation>La photo telle qu’elle est</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>“Save as” writes a new file beside the original and never over it. That was the tour; it stays in the Help menu.</source>
        <translation>«&#xa0;Enregistrer sous&#xa0;» écrit un nouveau fichier à côté de l’original, jamais par-dessus. C’était la visite&#xa0;; elle reste dans le menu Aide.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>&amp;Skip the tour</source>
        <translation>&amp;Passer la visite</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Commencer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>Tour, {} of {}</source>
        <translation>Visite, {} sur {}</translation>
    </message>
</context>
<context>
    <name>TrainingDesk</name>
    <message>
        <source>Looking at the folder</source>
        <translation>Examen du dossier</translation>
    </message>
    <message>
        <source>Looking for the mark</source>
        <translation>Recherche de la marque</translation>
    </message>
    <message>
        <source>Preparing the training</source>
        <translation>Préparation de l’entraînement</translation>
    </message>
    <message>
        <source>The training is kept and can go on.</source>
        <translation>L’entraînement est conservé et peut continuer.</translation>
    </message>
    <message>
        <source>The training is over.</source>
        <translation>L’entraînement est terminé.</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Vérification du modèle</translation>
    </message>
    <message>
        <source>The model was written to {}</source>
        <translation>Le modèle a été écrit dans {}</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Écriture du modèle</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Recherche de modèles</translation>
    </message>
    <message>
        <source>Removing the model</source>
        <translation>Retrait du modèle</translation>
    </message>
</context>
<context>
    <name>TrainingDialogs</name>
    <message>
        <source>“{}” removes the noise from now on.</source>
        <translation>«&#xa0;{}&#xa0;» retire désormais le bruit.</translation>
    </message>
    <message>
        <source>The built-in model removes the noise from now on.</source>
        <translation>Le modèle intégré retire désormais le bruit.</translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>Train on my folder</source>
        <translation>Entraîner sur mon dossier</translation>
    </message>
    <message>
        <source>1  Folder</source>
        <translation>1  Dossier</translation>
    </message>
    <message>
        <source>2  Goal</source>
        <translation>2  But</translation>
    </message>
    <message>
        <source>3  Training</source>
        <translation>3  Entraînement</translation>
    </message>
    <message>
        <source>4  Verdict</source>
        <translation>4  Verdict</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <source>Train &amp;again</source>
        <translation>Entraîner de &amp;nouveau</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>As good as {} so far</source>
        <translation>Pour l’instant aussi bon que {}</translation>
    </message>
    <message>
        <source>Better than {} by {} on photos it has not seen</source>
        <translation>Meilleur que {} de {} sur des photos jamais vues</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Les deux à la fois</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Propre</translation>
    </message>
    <message>
        <source>Colours grey photos as the coloured ones of your album are.</source>
        <translation>Colore les photos grises comme le sont celles en couleur de votre album.</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Compressées</translation>
    </message>
    <message>
        <source>Enough for</source>
        <translation>Suffit pour</translation>
    </message>
    <message>
        <source>Getting ready: reading the photos …</source>
        <translation>Préparation&#xa0;: lecture des photos…</translation>
    </message>
    <message>
        <source>Learning. The first comparison comes soon.</source>
        <translation>Apprentissage. La première comparaison vient bientôt.</translation>
    </message>
    <message>
        <source>Learns the grain and the stripes that your scanner leaves, and takes them out.</source>
        <translation>Apprend le grain et les bandes que laisse votre scanner, et les retire.</translation>
    </message>
    <message>
        <source>Learns the grain of one film or paper, and leaves stripes alone.</source>
        <translation>Apprend le grain d’un film ou d’un papier et ne touche pas aux bandes.</translation>
    </message>
    <message>
        <source>Learns what belongs into your photos, to find dust, scratches and wrong scans.</source>
        <translation>Apprend ce qui a sa place dans vos photos, pour trouver poussières, rayures et numérisations ratées.</translation>
    </message>
    <message>
        <source>Look alike</source>
        <translation>Se ressemblent</translation>
    </message>
    <message>
        <source>Makes your good photos old, and learns to make such photos good again.</source>
        <translation>Vieillit vos bonnes photos et apprend à les rendre bonnes de nouveau.</translation>
    </message>
    <message>
        <source>Measured on your scans: grain of {} (of 255), no stripes.</source>
        <translation>Mesuré sur vos numérisations&#xa0;: grain de {} (sur 255), pas de bandes.</translation>
    </message>
    <message>
        <source>Measured on your scans: grain of {} and stripes of {} (of 255).</source>
        <translation>Mesuré sur vos numérisations&#xa0;: grain de {} et bandes de {} (sur 255).</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>Bruitée</translation>
    </message>
    <message>
        <source>Removes one watermark that you show, and no other.</source>
        <translation>Retire un filigrane que vous montrez, et aucun autre.</translation>
    </message>
    <message>
        <source>Restoring photos like these</source>
        <translation>Restaurer des photos comme celles-ci</translation>
    </message>
    <message>
        <source>Still behind {} by {}</source>
        <translation>Encore derrière {} de {}</translation>
    </message>
    <message>
        <source>The colours of this album</source>
        <translation>Les couleurs de cet album</translation>
    </message>
    <message>
        <source>The grain of this film</source>
        <translation>Le grain de ce film</translation>
    </message>
    <message>
        <source>The noise of this scanner</source>
        <translation>Le bruit de ce scanner</translation>
    </message>
    <message>
        <source>The watermark of my own archive</source>
        <translation>Le filigrane de mes propres archives</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Trop petites</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisibles</translation>
    </message>
    <message>
        <source>What intact photos look like</source>
        <translation>À quoi ressemblent des photos intactes</translation>
    </message>
    <message>
        <source>a little noise</source>
        <translation>un peu de bruit</translation>
    </message>
    <message>
        <source>about {} h left</source>
        <translation>encore {} h environ</translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation>encore {} min environ</translation>
    </message>
    <message>
        <source>leaving the photo as it is</source>
        <translation>laisser la photo telle quelle</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>encore moins d’une minute</translation>
    </message>
    <message>
        <source>nothing yet: add more photos</source>
        <translation>rien encore&#xa0;: ajoutez des photos</translation>
    </message>
    <message>
        <source>noticeable noise</source>
        <translation>bruit visible</translation>
    </message>
    <message>
        <source>strong noise</source>
        <translation>bruit fort</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>le modèle intégré</translation>
    </message>
    <message>
        <source>{} left out</source>
        <translation>{} laissées de côté</translation>
    </message>
    <message>
        <source>{} left out: nearly the same as another one</source>
        <translation>{} laissées de côté&#xa0;: presque identiques à une autre</translation>
    </message>
    <message>
        <source>{} photos are there both noisy and clean</source>
        <translation>{} photos existent bruitées et propres</translation>
    </message>
    <message>
        <source>{} photos can be learnt from</source>
        <translation>On peut apprendre de {} photos</translation>
    </message>
    <message>
        <source>{} photos can serve as examples of what a photo should be</source>
        <translation>{} photos peuvent servir d’exemples de ce que doit être une photo</translation>
    </message>
    <message>
        <source>{} photos show compression damage</source>
        <translation>{} photos montrent des traces de compression</translation>
    </message>
    <message>
        <source>{} photos, with {}</source>
        <translation>{} photos, avec {}</translation>
    </message>
</context>
<context>
    <name>Trio</name>
    <message>
        <source>As it was</source>
        <translation>Comme avant</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <translation>Modèle intégré</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Le vôtre</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>It is better</source>
        <translation>Il est meilleur</translation>
    </message>
    <message>
        <source>It is not better</source>
        <translation>Il n’est pas meilleur</translation>
    </message>
    <message>
        <source>On {} photos kept aside: built-in {}{}, yours {}{}. Learnt from {} photos in {:.0f} min.</source>
        <translation>Sur {} photos mises de côté&#xa0;: intégré {}{}, le vôtre {}{}. Appris de {} photos en {:.0f} min.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>&amp;Keep this model</source>
        <translation>&amp;Garder ce modèle</translation>
    </message>
    <message>
        <source>&amp;Use it from now on</source>
        <translation>&amp;Utiliser désormais</translation>
    </message>
    <message>
        <source>Read its &amp;card</source>
        <translation>Lire sa &amp;fiche</translation>
    </message>
    <message>
        <source>S&amp;hare…</source>
        <translation>&amp;Partager…</translation>
    </message>
    <message>
        <source>“{}” is among the models. It was checked to compute as it did when it was trained.</source>
        <translation>«&#xa0;{}&#xa0;» est parmi les modèles. On a vérifié qu’il calcule comme lors de son entraînement.</translation>
    </message>
</context>
<context>
    <name>WalkBar</name>
    <message>
        <source>Repairs: {}</source>
        <translation>Retouches&#xa0;: {}</translation>
    </message>
    <message>
        <source>Repair {} of {}</source>
        <translation>Retouche {} sur {}</translation>
    </message>
    <message>
        <source>{}, rejected</source>
        <translation>{}, refusée</translation>
    </message>
</context>
<context>
    <name>WatermarkGroup</name>
    <message>
        <source>Watermark</source>
        <translation>Filigrane</translation>
    </message>
    <message>
        <source>Meant for pictures of your own: a date in the print, a stamp of your own shop.</source>
        <translation>Prévu pour vos propres images&#xa0;: une date sur le tirage, le cachet de votre propre atelier.</translation>
    </message>
</context>
<context>
    <name>WipeHandle</name>
    <message>
        <source>Border between before and after</source>
        <translation>Limite entre avant et après</translation>
    </message>
    <message>
        <source>Arrow keys move it by 1 %, with Shift by 10 %; Home and End to the borders.</source>
        <translation>Les flèches la déplacent de 1 %, avec Maj de 10 %&#xa0;; Début et Fin vers les bords.</translation>
    </message>
    <message>
        <source>Drag to compare; double-click to turn</source>
        <translation>Glisser pour comparer&#xa0;; double-clic pour tourner</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>32-bit float {}</source>
        <translation>{} 32 bits flottants</translation>
    </message>
    <message>
        <source>A little noise</source>
        <translation>Un peu de bruit</translation>
    </message>
    <message>
        <source>Hardly any noise</source>
        <translation>Presque pas de bruit</translation>
    </message>
    <message>
        <source>Heavy compression damage</source>
        <translation>Fortes traces de compression</translation>
    </message>
    <message>
        <source>Noticeable noise</source>
        <translation>Bruit visible</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RVB</translation>
    </message>
    <message>
        <source>Strong noise</source>
        <translation>Bruit fort</translation>
    </message>
    <message>
        <source>About one wrong spot in a photo</source>
        <translation>Environ un endroit faux par photo</translation>
    </message>
    <message>
        <source>About one wrong spot in {:.0f} photos</source>
        <translation>Environ un endroit faux pour {:.0f} photos</translation>
    </message>
    <message>
        <source>About {:.0f} wrong spots in a photo</source>
        <translation>Environ {:.0f} endroits faux par photo</translation>
    </message>
    <message>
        <source>Hardly any compression damage</source>
        <translation>Presque pas de traces de compression</translation>
    </message>
    <message>
        <source>Hardly ever a wrong spot</source>
        <translation>Presque jamais d’endroit faux</translation>
    </message>
    <message>
        <source>Traces of compression</source>
        <translation>Traces de compression</translation>
    </message>
    <message>
        <source>Very strong noise</source>
        <translation>Bruit très fort</translation>
    </message>
    <message>
        <source>Visible compression damage</source>
        <translation>Traces de compression visibles</translation>
    </message>
    <message>
        <source>a moment left</source>
        <translation>encore un instant</translation>
    </message>
    <message>
        <source>about {} h left</source>
        <translation>encore {} h environ</translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation>encore {} min environ</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation>encore {} s environ</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>own profile</source>
        <translation>profil propre</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>sans profil</translation>
    </message>
    <message>
        <source>{} (a guess: not measured for this model)</source>
        <translation>{} (estimation&#xa0;: non mesuré pour ce modèle)</translation>
    </message>
    <message>
        <source>{}-bit {}</source>
        <translation>{1} {0} bits</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Looking for photos</source>
        <translation>Recherche de photos</translation>
    </message>
    <message>
        <source>Opening {}</source>
        <translation>Ouverture de {}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Noise removal</source>
        <translation>Suppression du bruit</translation>
    </message>
    <message>
        <source>Scratches and damage</source>
        <translation>Rayures et dégâts</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialisation</translation>
    </message>
</context>
<context>
    <name>_DropVeil</name>
    <message>
        <source>Drop to open or restore</source>
        <translation>Déposer pour ouvrir ou restaurer</translation>
    </message>
</context>
<context>
    <name>_JobView</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Arrêter ce qui est en cours (Échap)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
</context>
<context>
    <name>_MessageView</name>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>_PackRow</name>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Download: {}</source>
        <translation>Télécharger&#xa0;: {}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove: {}</source>
        <translation>Retirer&#xa0;: {}</translation>
    </message>
    <message>
        <source>Not installed.</source>
        <translation>Pas installé.</translation>
    </message>
    <message>
        <source>The one that is installed belongs to another version. Install it again.</source>
        <translation>Celui qui est installé appartient à une autre version. Installez-le de nouveau.</translation>
    </message>
    <message>
        <source>✓ Installed.</source>
        <translation>✓ Installé.</translation>
    </message>
    <message>
        <source>{} MB, installed {} MB.</source>
        <translation>{} Mo, installé {} Mo.</translation>
    </message>
    <message>
        <source>“{}” is installed.</source>
        <translation>«&#xa0;{}&#xa0;» est installé.</translation>
    </message>
    <message>
        <source>“{}” was removed.</source>
        <translation>«&#xa0;{}&#xa0;» a été retiré.</translation>
    </message>
    <message>
        <source>There is no place to download from yet</source>
        <translation>Il n’y a pas encore d’endroit d’où télécharger</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>(an estimate: there are no clean photos to compare with)</source>
        <translation>(une estimation&#xa0;: il n’y a pas de photos propres auxquelles comparer)</translation>
    </message>
    <message>
        <source>1 extra channel</source>
        <translation>1 canal supplémentaire</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 bits par canal</translation>
    </message>
    <message>
        <source>64 hexadecimal digits in small letters</source>
        <translation>64 chiffres hexadécimaux en minuscules</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 bits par canal</translation>
    </message>
    <message>
        <source>A cast that belongs to the scene (a sunset, a stage, a room lit by candles) is taken for age and weakened.</source>
        <translation>Une dominante qui appartient à la scène (un coucher de soleil, un théâtre, une pièce aux bougies) est prise pour de l’âge et affaiblie.</translation>
    </message>
    <message>
        <source>A hint names no colour or no place.</source>
        <translation>Une indication ne nomme pas de couleur ou pas d’endroit.</translation>
    </message>
    <message>
        <source>A network for “{0}” has two parts: the recipe needs finder_widths.</source>
        <translation>Un réseau pour «&#xa0;{0}&#xa0;» a deux parties&#xa0;: la recette a besoin de finder_widths.</translation>
    </message>
    <message>
        <source>A part of the XMP description of this photo is damaged; it will not be kept.</source>
        <translation>Une partie de la description XMP de cette photo est endommagée&#xa0;; elle ne sera pas conservée.</translation>
    </message>
    <message>
        <source>A photo in colour.</source>
        <translation>Une photo en couleur.</translation>
    </message>
    <message>
        <source>A recipe has each step at most once.</source>
        <translation>Une recette contient chaque étape une fois au plus.</translation>
    </message>
    <message>
        <source>A recipe knows: {0}.</source>
        <translation>Une recette connaît&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>A sensitivity of {0} wrong repairs in a photo is not possible.</source>
        <translation>Une sensibilité de {0} retouches fausses par photo n’est pas possible.</translation>
    </message>
    <message>
        <source>A shared model has three files; this one has more.</source>
        <translation>Un modèle partagé a trois fichiers&#xa0;; celui-ci en a davantage.</translation>
    </message>
    <message>
        <source>A strength of {0} is not possible.</source>
        <translation>Une force de {0} n’est pas possible.</translation>
    </message>
    <message>
        <source>A tint lies over shadows and lights alike.</source>
        <translation>Une dominante couvre aussi bien les ombres que les lumières.</translation>
    </message>
    <message>
        <source>A training run needs at least one step and one crop a step.</source>
        <translation>Un entraînement demande au moins un pas et un extrait par pas.</translation>
    </message>
    <message>
        <source>A training takes time.</source>
        <translation>Un entraînement prend du temps.</translation>
    </message>
    <message>
        <source>A {0} of {1} is not possible.</source>
        <translation>Pour «&#xa0;{0}&#xa0;», {1} n’est pas possible.</translation>
    </message>
    <message>
        <source>Add clean photos: at least {0} are needed for this way.</source>
        <translation>Ajoutez des photos propres&#xa0;: il en faut au moins {0} pour cette manière.</translation>
    </message>
    <message>
        <source>Add more photos.</source>
        <translation>Ajoutez des photos.</translation>
    </message>
    <message>
        <source>Add more scans.</source>
        <translation>Ajoutez des numérisations.</translation>
    </message>
    <message>
        <source>Add photos with sides of at least {0} pixels.</source>
        <translation>Ajoutez des photos dont les côtés mesurent au moins {0} pixels.</translation>
    </message>
    <message>
        <source>Add scans with some sky, wall or empty border, or pairs of a noisy and a clean scan.</source>
        <translation>Ajoutez des numérisations avec un peu de ciel, de mur ou de bord vide, ou des paires d’une numérisation bruitée et d’une propre.</translation>
    </message>
    <message>
        <source>Add the training pack, or in a Python environment: pip install &quot;restorer[train]&quot;</source>
        <translation>Ajoutez le module d’entraînement ou, dans un environnement Python&#xa0;: pip install &quot;restorer[train]&quot;</translation>
    </message>
    <message>
        <source>Allow it, then go on.</source>
        <translation>Autorisez-le, puis continuez.</translation>
    </message>
    <message>
        <source>An autoencoder needs one count of decoder blocks for each width but the last.</source>
        <translation>Un autoencodeur demande un nombre de blocs de décodage pour chaque largeur sauf la dernière.</translation>
    </message>
    <message>
        <source>An autoencoder needs one count of encoder blocks for each width.</source>
        <translation>Un autoencodeur demande un nombre de blocs d’encodage pour chaque largeur.</translation>
    </message>
    <message>
        <source>An early version, trained for half an hour: it makes a faded photo fresher, rarely as fresh as it was.</source>
        <translation>Une version précoce, entraînée une demi-heure&#xa0;: elle rend une photo passée plus fraîche, rarement autant qu’elle l’était.</translation>
    </message>
    <message>
        <source>Another batch is running into this folder.</source>
        <translation>Un autre lot écrit en ce moment dans ce dossier.</translation>
    </message>
    <message>
        <source>Ask for the file again; nothing was taken in.</source>
        <translation>Redemandez le fichier&#xa0;; rien n’a été repris.</translation>
    </message>
    <message>
        <source>Ask its owner, or copy it elsewhere.</source>
        <translation>Demandez à son propriétaire, ou copiez-le ailleurs.</translation>
    </message>
    <message>
        <source>Better than {0} by {1} on photos it has not seen{2}.</source>
        <translation>Meilleur que {0} de {1}, sur des photos qu’il n’a pas vues{2}.</translation>
    </message>
    <message>
        <source>Black and white, toned in one colour.</source>
        <translation>Noir et blanc, virée dans une seule couleur.</translation>
    </message>
    <message>
        <source>Black and white.</source>
        <translation>Noir et blanc.</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Assemblage</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Choose a PNG with a transparent ground, a picture of the mark on a plain one, or {0} marked photos of one size and more.</source>
        <translation>Choisissez un PNG à fond transparent, une image de la marque sur fond uni, ou au moins {0} photos marquées de même taille.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Choisissez un dossier pour les résultats.</translation>
    </message>
    <message>
        <source>Choose a folder of unedited scans. For photos like these the built-in model is all you need.</source>
        <translation>Choisissez un dossier de numérisations non retouchées. Pour des photos comme celles-ci, le modèle intégré suffit.</translation>
    </message>
    <message>
        <source>Choose a folder with photos in it.</source>
        <translation>Choisissez un dossier qui contient des photos.</translation>
    </message>
    <message>
        <source>Choose a name for the photo.</source>
        <translation>Choisissez un nom pour la photo.</translation>
    </message>
    <message>
        <source>Choose a picture of it, or photos that bear it.</source>
        <translation>Choisissez une image de celui-ci, ou des photos qui le portent.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>Choose another crop or fewer levels.</source>
        <translation>Choisissez un autre extrait ou moins de niveaux.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another folder for the result.</source>
        <translation>Choisissez un autre dossier pour le résultat.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Choisissez un autre nom ou un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Choisissez un autre nom, ou autorisez son remplacement.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Choisissez un autre dossier pour les résultats.</translation>
    </message>
    <message>
        <source>Choose another output folder: one beside the originals, or inside their folder.</source>
        <translation>Choisissez un autre dossier pour les résultats&#xa0;: à côté des originaux, ou dans leur dossier.</translation>
    </message>
    <message>
        <source>Choose another, or create it first.</source>
        <translation>Choisissez-en un autre, ou créez-le d’abord.</translation>
    </message>
    <message>
        <source>Choose at least a minute.</source>
        <translation>Choisissez au moins une minute.</translation>
    </message>
    <message>
        <source>Choose auto or one of: {0}.</source>
        <translation>Choisissez auto ou l’un de ceux-ci&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Choose fewer nodes per layer or smaller crops, and close other programs.</source>
        <translation>Choisissez moins de nœuds par couche ou des extraits plus petits, et fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Choose from: {0}.</source>
        <translation>Choix possibles&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Choose one from 0 to 1 (0 to 100 %).</source>
        <translation>Choisissez-en une de 0 à 1 (0 à 100&#xa0;%).</translation>
    </message>
    <message>
        <source>Choose one from {0} to {1}.</source>
        <translation>Choisissez-en une de {0} à {1}.</translation>
    </message>
    <message>
        <source>Choose one that was.</source>
        <translation>Choisissez-en un qui le soit.</translation>
    </message>
    <message>
        <source>Choose such a number.</source>
        <translation>Choisissez un tel nombre.</translation>
    </message>
    <message>
        <source>Choose the same layers and width as that model has, or start from nothing.</source>
        <translation>Choisissez les mêmes couches et la même largeur que ce modèle, ou partez de zéro.</translation>
    </message>
    <message>
        <source>Choose the squared error, or leave the loss as it is.</source>
        <translation>Choisissez l’erreur quadratique, ou laissez la perte telle quelle.</translation>
    </message>
    <message>
        <source>Choose {0} to {1}.</source>
        <translation>Choisissez de {0} à {1}.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Close what still uses it, and try again.</source>
        <translation>Fermez ce qui l’utilise encore, et réessayez.</translation>
    </message>
    <message>
        <source>Compression damage of {0} (of 255).</source>
        <translation>Dégâts de compression de {0} (sur 255).</translation>
    </message>
    <message>
        <source>Compression damage of {0} (of 255): nothing to speak of.</source>
        <translation>Dégâts de compression de {0} (sur 255)&#xa0;: rien de notable.</translation>
    </message>
    <message>
        <source>Compute on a graphics card</source>
        <translation>Calculer sur une carte graphique</translation>
    </message>
    <message>
        <source>Computing on {0}</source>
        <translation>Calcul sur {0}</translation>
    </message>
    <message>
        <source>Connect it again, then go on.</source>
        <translation>Reconnectez-le, puis continuez.</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>Reconnectez-le.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Damage as soft and large as light and shadow (a faded half, a water stain without a rim) is not found.</source>
        <translation>Les dommages aussi doux et grands que l’ombre et la lumière (une moitié passée, une tache d’eau sans bord) ne sont pas trouvés.</translation>
    </message>
    <message>
        <source>Damage over {0} % of the photo; what is wide is repaired if you accept it.</source>
        <translation>Dommages sur {0} % de la photo ; ce qui est étendu est réparé si vous l’acceptez.</translation>
    </message>
    <message>
        <source>Damage such as scratches and stains is left to the damage tools.</source>
        <translation>Les dommages comme les rayures et les taches sont laissés aux outils qui leur sont destinés.</translation>
    </message>
    <message>
        <source>Detail that a strong blur took does not come back: it sharpens what is there.</source>
        <translation>Les détails qu’un flou fort a emportés ne reviennent pas&#xa0;: il rend plus net ce qui est là.</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Faces in profile, bent down, under hats, masked, or lower than about 10 pixels in a photo shrunk to 640 are found now and then only: in a street scene of about 1900 two of the three nearest were missed.</source>
        <translation>Les visages de profil, baissés, sous un chapeau, masqués, ou hauts de moins de 10 pixels environ dans une photo réduite à 640, ne sont trouvés que de temps en temps&#xa0;: dans une scène de rue vers 1900, deux des trois plus proches ont été manqués.</translation>
    </message>
    <message>
        <source>Fills what is masked (scratches, dust, folds, cracks, or what you paint) from around it; changes nothing else.</source>
        <translation>Remplit ce qui est masqué (rayures, poussière, plis, craquelures, ou ce que vous peignez) d’après ce qui l’entoure&#xa0;; ne change rien d’autre.</translation>
    </message>
    <message>
        <source>Finds scratches, dust, hair, folds, cracks, tears and stains: where a photo deviates from what an autoencoder expects of an intact one.</source>
        <translation>Trouve les rayures, la poussière, les cheveux, les plis, les craquelures, les déchirures et les taches&#xa0;: là où une photo s’écarte de ce qu’un auto-encodeur attend d’une photo intacte.</translation>
    </message>
    <message>
        <source>Finds what does not look like the intact photos of one collection</source>
        <translation>Trouve ce qui ne ressemble pas aux photos intactes d’une collection</translation>
    </message>
    <message>
        <source>Free some space on the disk that holds {0}.</source>
        <translation>Libérez de la place sur le disque qui contient {0}.</translation>
    </message>
    <message>
        <source>Free some space or choose another.</source>
        <translation>Libérez de la place ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Free some space, then go on.</source>
        <translation>Libérez de la place, puis continuez.</translation>
    </message>
    <message>
        <source>From noisy photos alone, only the squared error learns the photo and not the noise.</source>
        <translation>À partir de photos bruitées seules, seule l’erreur quadratique apprend la photo et non le bruit.</translation>
    </message>
    <message>
        <source>Give one of them another id in its card.</source>
        <translation>Donnez à l’un d’eux un autre identifiant dans sa fiche.</translation>
    </message>
    <message>
        <source>Give the best.safetensors of a run with the same network.</source>
        <translation>Indiquez le best.safetensors d’un entraînement du même réseau.</translation>
    </message>
    <message>
        <source>Graphics card pack</source>
        <translation>Paquet pour carte graphique</translation>
    </message>
    <message>
        <source>Halftone dots of printed pictures, scratches, dust and stains are not noise: it leaves them, or softens them a little.</source>
        <translation>Les points de trame des images imprimées, les rayures, la poussière et les taches ne sont pas du bruit&#xa0;: il les laisse, ou les adoucit un peu.</translation>
    </message>
    <message>
        <source>Hardly any of these photos is noisy ({0} of {1}): little can be learnt.</source>
        <translation>Presque aucune de ces photos n’est bruitée ({0} sur {1})&#xa0;: il y a peu à apprendre.</translation>
    </message>
    <message>
        <source>Hidden files are left alone.</source>
        <translation>Les fichiers cachés sont laissés de côté.</translation>
    </message>
    <message>
        <source>Hidden folders are left alone.</source>
        <translation>Les dossiers cachés sont laissés de côté.</translation>
    </message>
    <message>
        <source>How good it is was estimated from noisy photos: no clean ones were there to compare.</source>
        <translation>Sa qualité a été estimée sur des photos bruitées&#xa0;: il n’y en avait pas de propres auxquelles comparer.</translation>
    </message>
    <message>
        <source>In halftone prints and engravings it takes dots and strokes for damage; in crowds and folds of cloth, bright thin shapes.</source>
        <translation>Dans les impressions tramées et les gravures, il prend points et traits pour des dommages&#xa0;; dans les foules et les plis d’étoffe, des formes claires et minces.</translation>
    </message>
    <message>
        <source>Install the model again, or choose another one.</source>
        <translation>Réinstallez le modèle, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Install the model again, or remove its folder.</source>
        <translation>Réinstallez le modèle, ou supprimez son dossier.</translation>
    </message>
    <message>
        <source>Install the pack from a file instead: {0}</source>
        <translation>Installez plutôt le module depuis un fichier&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Install the program and its training pack again.</source>
        <translation>Réinstallez le programme et son module d’entraînement.</translation>
    </message>
    <message>
        <source>Install the training pack again.</source>
        <translation>Réinstallez le module d’entraînement.</translation>
    </message>
    <message>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>It cannot be moved to the trash: {0}.</source>
        <translation>Impossible de le mettre à la corbeille&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>It differs by at most {0} from the processor ({1}).</source>
        <translation>Il diffère du processeur d’au plus {0} ({1}).</translation>
    </message>
    <message>
        <source>It has been restored already: {0}.</source>
        <translation>Elle a déjà été restaurée&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>It is not offered. Train it anew.</source>
        <translation>Il n’est pas proposé. Entraînez-le à nouveau.</translation>
    </message>
    <message>
        <source>It is {0} on photos it has not seen{1}. It is not offered.</source>
        <translation>Il est {0}, sur des photos qu’il n’a pas vues{1}. Il n’est pas proposé.</translation>
    </message>
    <message>
        <source>It learnt from few photos.</source>
        <translation>Il a appris de peu de photos.</translation>
    </message>
    <message>
        <source>It may be damaged.</source>
        <translation>Il est peut-être endommagé.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>Il a peut-être été déplacé ou renommé.</translation>
    </message>
    <message>
        <source>It must take and return one float32 tensor (1, planes, H, W) of any size; the card names {0} planes in and {1} out.</source>
        <translation>Il doit prendre et rendre un tenseur float32 (1, plans, H, W) de taille quelconque&#xa0;; la fiche nomme {0} plans en entrée et {1} en sortie.</translation>
    </message>
    <message>
        <source>It must take red, green and blue from 0 to 1 and return them cleaner, at the same size.</source>
        <translation>Il doit prendre du rouge, du vert et du bleu de 0 à 1 et les rendre plus propres, à la même taille.</translation>
    </message>
    <message>
        <source>It was changed since.</source>
        <translation>Il a été modifié depuis.</translation>
    </message>
    <message>
        <source>It was restored, and its result taken back.</source>
        <translation>Elle a été restaurée, et son résultat repris.</translation>
    </message>
    <message>
        <source>It was thrown away. Try again, or install the pack from a file.</source>
        <translation>Cela a été jeté. Réessayez, ou installez le module depuis un fichier.</translation>
    </message>
    <message>
        <source>Its SHA-256 should be {0}. Please get it again.</source>
        <translation>Son SHA-256 devrait être {0}. Procurez-vous-le à nouveau.</translation>
    </message>
    <message>
        <source>Its noise of {0} is stronger than any the network was trained on: look at the result before you trust it.</source>
        <translation>Son bruit de {0} est plus fort que tout ce que le réseau a appris&#xa0;: regardez le résultat avant de vous y fier.</translation>
    </message>
    <message>
        <source>Its packs are: {0}.</source>
        <translation>Ses modules sont&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Its parity sample cannot be used: {0}.</source>
        <translation>Son échantillon de contrôle est inutilisable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Its parts are: {0}.</source>
        <translation>Ses parties sont : {0}.</translation>
    </message>
    <message>
        <source>JPEG artefacts were not taught anew.</source>
        <translation>Les artefacts JPEG n’ont pas été réappris.</translation>
    </message>
    <message>
        <source>JPEG has no transparency; transparent parts will be opaque.</source>
        <translation>JPEG n’a pas de transparence&#xa0;; les parties transparentes deviendront opaques.</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, HEIC, AVIF and camera raw files can.</source>
        <translation>Les fichiers JPEG, PNG, TIFF, WebP, HEIC, AVIF et bruts d’appareil le peuvent.</translation>
    </message>
    <message>
        <source>Letters thinner than a 384th of the photo&apos;s shorter side are not found.</source>
        <translation>Les lettres plus fines qu’un 384e du petit côté de la photo ne sont pas trouvées.</translation>
    </message>
    <message>
        <source>Links to folders are not followed; name the folder itself.</source>
        <translation>Les liens vers des dossiers ne sont pas suivis&#xa0;; nommez le dossier lui-même.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Looking at the noise</source>
        <translation>Examen du bruit</translation>
    </message>
    <message>
        <source>Looking at “{0}”</source>
        <translation>Examen de «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Recherche de visages</translation>
    </message>
    <message>
        <source>Looking through “{0}”</source>
        <translation>Parcours de «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Looks at the photo at about 128 pixels: small stains are not seen.</source>
        <translation>Regarde la photo à 128 pixels environ&#xa0;: les petites taches ne sont pas vues.</translation>
    </message>
    <message>
        <source>Made for photos like those it learnt from: on others the built-in model is the better choice.</source>
        <translation>Fait pour des photos comme celles dont il a appris&#xa0;: pour d’autres, le modèle intégré est un meilleur choix.</translation>
    </message>
    <message>
        <source>Made for thin and small damage, up to about 30 pixels across; larger holes are filled with a blur.</source>
        <translation>Fait pour les dommages fins et petits, jusqu’à 30 pixels de large environ&#xa0;; les trous plus grands sont remplis de flou.</translation>
    </message>
    <message>
        <source>Make a mask of the photo&apos;s size.</source>
        <translation>Faites un masque de la taille de la photo.</translation>
    </message>
    <message>
        <source>Make room on the disk of {0}.</source>
        <translation>Faites de la place sur le disque de {0}.</translation>
    </message>
    <message>
        <source>Make room on this disk.</source>
        <translation>Faites de la place sur ce disque.</translation>
    </message>
    <message>
        <source>Make room, and try again: it goes on where it stopped.</source>
        <translation>Faites de la place et réessayez&#xa0;: cela reprend là où cela s’est arrêté.</translation>
    </message>
    <message>
        <source>More time or more photos will hardly change that: keep the built-in model.</source>
        <translation>Plus de temps ou de photos n’y changeront guère&#xa0;: gardez le modèle intégré.</translation>
    </message>
    <message>
        <source>Name a file that ends in {0}.</source>
        <translation>Indiquez un fichier qui se termine par {0}.</translation>
    </message>
    <message>
        <source>No download address is configured: releases of Restorer are not published anywhere yet.</source>
        <translation>Aucune adresse de téléchargement n’est connue&#xa0;: les versions de Restorer ne sont encore publiées nulle part.</translation>
    </message>
    <message>
        <source>No mark can be made out that these photos share.</source>
        <translation>On ne distingue aucune marque que ces photos aient en commun.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Aucun modèle n’est installé.</translation>
    </message>
    <message>
        <source>No model is installed; install the program again.</source>
        <translation>Aucun modèle n’est installé&#xa0;; réinstallez le programme.</translation>
    </message>
    <message>
        <source>No model knows what intact photos look like.</source>
        <translation>Aucun modèle ne sait à quoi ressemblent des photos intactes.</translation>
    </message>
    <message>
        <source>No scratch file for a picture of {0} GB could be made in {1}.</source>
        <translation>Aucun fichier de travail pour une image de {0} Go n’a pu être créé dans {1}.</translation>
    </message>
    <message>
        <source>No plain scratches or dust.</source>
        <translation>Ni rayures ni poussière évidentes.</translation>
    </message>
    <message>
        <source>A mark that repeats all over the photo, on {0} % of it.</source>
        <translation>Une marque qui se répète sur toute la photo, sur {0} % de celle-ci.</translation>
    </message>
    <message>
        <source>A share of {0} of the weights to start from is none.</source>
        <translation>{0} n’est pas une part des poids de départ.</translation>
    </message>
    <message>
        <source>A training needs photos.</source>
        <translation>Un entraînement a besoin de photos.</translation>
    </message>
    <message>
        <source>CBM3D {0}, FFDNet {1} (both are told σ; DPIR and SCUNet figures)</source>
        <translation>CBM3D {0}, FFDNet {1} (σ est indiqué aux deux&#xa0;; chiffres de DPIR et SCUNet)</translation>
    </message>
    <message>
        <source>CC15, real camera noise</source>
        <translation>CC15, bruit réel d’appareils photo</translation>
    </message>
    <message>
        <source>Dark dots in even places (birds in the sky, bolts, distant windows) can be taken for specks of dust.</source>
        <translation>Des points sombres dans des zones unies (oiseaux dans le ciel, boulons, fenêtres lointaines) peuvent être pris pour des poussières.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none: of 125 clean photos from elsewhere, 480 pixels wide, 13 fell below 40 dB, one of them to 29. Look before you save.</source>
        <translation>Une texture dense sans zone calme (maçonnerie, gravier, feuillage au loin) peut être prise pour du bruit et lissée, même dans une photo qui n’en a pas : sur 125 photos propres venues d’ailleurs, larges de 480 pixels, 13 sont tombées sous 40 dB, dont une à 29. Regardez avant d’enregistrer.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none: of 125 clean photos from elsewhere, 480 pixels wide, 3 fell below 40 dB, one of them to 31. Look before you save.</source>
        <translation>Une texture dense sans zone calme (maçonnerie, gravier, feuillage au loin) peut être prise pour du bruit et lissée, même dans une photo qui n’en a pas : sur 125 photos propres venues d’ailleurs, larges de 480 pixels, 3 sont tombées sous 40 dB, dont une à 31. Regardez avant d’enregistrer.</translation>
    </message>
    <message>
        <source>Faint noise of {0} (of 255).</source>
        <translation>Bruit faible de {0} (sur 255).</translation>
    </message>
    <message>
        <source>Finds more than half of the dates that a camera burnt in, and little else: of plain lettering, logos, bands and faint marks it misses most. Paint them. Marks that repeat all over a photo are found without it.</source>
        <translation>Trouve plus de la moitié des dates incrustées par un appareil, et peu d’autres choses : la plupart des textes simples, logos, bandeaux et marques pâles lui échappent. Peignez-les. Les marques qui se répètent sur toute la photo sont trouvées sans lui.</translation>
    </message>
    <message>
        <source>Finds visible watermarks, logos, lettering and date stamps, in photos of any size. For your own photos, and those you may change.</source>
        <translation>Trouve les filigranes visibles, les logos, les textes et les dates incrustées, dans des photos de toute taille. Pour vos propres photos et celles que vous avez le droit de modifier.</translation>
    </message>
    <message>
        <source>Fine texture is smoothed more than by the larger denoiser, which is 0.7 dB nearer to the truth.</source>
        <translation>La texture fine est plus lissée que par le grand débruiteur, qui est plus proche de la vérité de 0,7 dB.</translation>
    </message>
    <message>
        <source>For photos of many megapixels, or a slow computer. JPEG artefacts give way less (0.7 dB at quality 10, 0.3 at 40), and of a clean photo it changes more than the larger one does (44.8 dB).</source>
        <translation>Pour les photos de nombreux mégapixels, ou un ordinateur lent. Les artefacts JPEG cèdent moins (0,7 dB à la qualité 10, 0,3 à 40), et d’une photo propre il change davantage que le grand (44,8 dB).</translation>
    </message>
    <message>
        <source>Gaussian σ = {0}</source>
        <translation>bruit gaussien, σ = {0}</translation>
    </message>
    <message>
        <source>Give the result another name, or move that file.</source>
        <translation>Donnez un autre nom au résultat, ou déplacez ce fichier.</translation>
    </message>
    <message>
        <source>Give the weights that the training started from.</source>
        <translation>Indiquez les poids dont l’apprentissage est parti.</translation>
    </message>
    <message>
        <source>It takes eight times as long as the usual denoiser, which is hardly worse: for single photos, or a graphics card.</source>
        <translation>Il faut huit fois plus de temps que le débruiteur habituel, qui est à peine moins bon : pour des photos seules, ou une carte graphique.</translation>
    </message>
    <message>
        <source>JPEG artefacts are softened (1.1 dB at quality 10), not undone. Of a clean photo it changes next to nothing (51 dB); leave alone what needs nothing all the same.</source>
        <translation>Les artefacts JPEG sont atténués (1,1 dB à la qualité 10), non annulés. D’une photo propre il ne change presque rien (51 dB)&#xa0;; laissez tout de même ce qui n’a besoin de rien.</translation>
    </message>
    <message>
        <source>JPEG quality {0}</source>
        <translation>JPEG de qualité {0}</translation>
    </message>
    <message>
        <source>Lettering that belongs to the scene (shop signs, number plates) can be taken for a watermark: look before you save.</source>
        <translation>Un texte qui appartient à la scène (enseignes, plaques d’immatriculation) peut être pris pour un filigrane : regardez avant d’enregistrer.</translation>
    </message>
    <message>
        <source>No sidecar tells how “{0}” was made.</source>
        <translation>Aucun fichier annexe ne dit comment «&#xa0;{0}&#xa0;» a été fait.</translation>
    </message>
    <message>
        <source>Nobody here knows what it was trained on, or how good it is: try `restorer evaluate`.</source>
        <translation>Personne ici ne sait de quoi il a appris, ni ce qu’il vaut&#xa0;: essayez `restorer evaluate`.</translation>
    </message>
    <message>
        <source>Noise of {0} (of 255).</source>
        <translation>Bruit de {0} (sur 255).</translation>
    </message>
    <message>
        <source>Noise of {0} (of 255): nothing to speak of.</source>
        <translation>Bruit de {0} (sur 255)&#xa0;: rien de notable.</translation>
    </message>
    <message>
        <source>Noise with large clumps (over about three pixels) and the banding of scanners were not taught; expect little.</source>
        <translation>Le bruit à gros amas (plus de trois pixels environ) et les bandes des scanners n’ont pas été appris&#xa0;; attendez-en peu.</translation>
    </message>
    <message>
        <source>None of these photos can be learnt from any more.</source>
        <translation>On ne peut plus rien apprendre d’aucune de ces photos.</translation>
    </message>
    <message>
        <source>Nothing can be said of {0}: the model “{1}” is made for something else.</source>
        <translation>On ne peut rien dire sur «&#xa0;{0}&#xa0;»&#xa0;: le modèle «&#xa0;{1}&#xa0;» est fait pour autre chose.</translation>
    </message>
    <message>
        <source>Nothing may be written to “{0}”.</source>
        <translation>Il n’est pas permis d’écrire dans «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing needs to be restored; no result was written.</source>
        <translation>Il n’y a rien à restaurer&#xa0;; aucun résultat n’a été écrit.</translation>
    </message>
    <message>
        <source>One scratch or fold</source>
        <translation>Une rayure ou pliure</translation>
    </message>
    <message>
        <source>One scratch or fold and one speck</source>
        <translation>Une rayure ou pliure et une tache</translation>
    </message>
    <message>
        <source>One scratch or fold and {0} specks</source>
        <translation>Une rayure ou pliure et {0} taches</translation>
    </message>
    <message>
        <source>One speck</source>
        <translation>Une tache</translation>
    </message>
    <message>
        <source>Only {0} of these photos have the same size.</source>
        <translation>Seulement {0} de ces photos ont la même taille.</translation>
    </message>
    <message>
        <source>Only {0} scans have noise to learn; at least {1} are needed.</source>
        <translation>Seulement {0} numérisations ont du bruit à apprendre&#xa0;; il en faut au moins {1}.</translation>
    </message>
    <message>
        <source>Only {0} {1} are of use; at least {2} are needed.</source>
        <translation>Seulement {0} {1} sont utilisables&#xa0;; il en faut au moins {2}.</translation>
    </message>
    <message>
        <source>Open a file inside it.</source>
        <translation>Ouvrez un fichier qui s’y trouve.</translation>
    </message>
    <message>
        <source>Open a photo that is kept in a file.</source>
        <translation>Ouvrez une photo conservée dans un fichier.</translation>
    </message>
    <message>
        <source>Open another copy of it.</source>
        <translation>Ouvrez-en une autre copie.</translation>
    </message>
    <message>
        <source>Open another copy.</source>
        <translation>Ouvrez une autre copie.</translation>
    </message>
    <message>
        <source>Open it with the program that made it, and save it as TIFF.</source>
        <translation>Ouvrez-le avec le programme qui l’a fait, et enregistrez-le comme TIFF.</translation>
    </message>
    <message>
        <source>Open it with the program that made it, and save it as a usual TIFF in RGB.</source>
        <translation>Ouvrez-le avec le programme qui l’a fait, et enregistrez-le comme TIFF ordinaire en RVB.</translation>
    </message>
    <message>
        <source>Open the photo again and save the result once more.</source>
        <translation>Rouvrez la photo et enregistrez encore une fois le résultat.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Parts of the picture are missing from this TIFF file.</source>
        <translation>Des parties de l’image manquent dans ce fichier TIFF.</translation>
    </message>
    <message>
        <source>Pictures of this kind of up to {0} megapixels can; the file may be damaged.</source>
        <translation>Les images de ce type peuvent aller jusqu’à {0} mégapixels&#xa0;; le fichier est peut-être endommagé.</translation>
    </message>
    <message>
        <source>Place, names, serial numbers and descriptions will be left out, as you asked.</source>
        <translation>Le lieu, les noms, les numéros de série et les descriptions seront omis, comme vous l’avez demandé.</translation>
    </message>
    <message>
        <source>Please get it again.</source>
        <translation>Procurez-vous-la à nouveau.</translation>
    </message>
    <message>
        <source>Please install Restorer again.</source>
        <translation>Veuillez réinstaller Restorer.</translation>
    </message>
    <message>
        <source>Printing dots over five pixels apart need its coarse part; those over eight go only in scans of 1,200 pixels and more.</source>
        <translation>Les points d’impression espacés de plus de cinq pixels demandent sa partie grossière&#xa0;; ceux de plus de huit ne disparaissent que dans des scans d’au moins 1200 pixels.</translation>
    </message>
    <message>
        <source>Proposes colours as they are in one album</source>
        <translation>Propose des couleurs comme celles d’un album</translation>
    </message>
    <message>
        <source>Proposes colours for a grey photo from what it shows, says how sure it is and what else would fit, and follows colour hints.</source>
        <translation>Propose des couleurs pour une photo grise d’après ce qu’elle montre, dit à quel point il en est sûr et ce qui conviendrait aussi, et suit les indications de couleur.</translation>
    </message>
    <message>
        <source>Remove the second one.</source>
        <translation>Supprimez la deuxième.</translation>
    </message>
    <message>
        <source>Remove your own only.</source>
        <translation>Ne supprimez que les vôtres.</translation>
    </message>
    <message>
        <source>Removes noise as the usual denoiser does, but looks at the photo eight times, turned, mirrored and moved: a little nearer to the truth, in eight times the time.</source>
        <translation>Enlève le bruit comme le débruiteur habituel, mais regarde la photo huit fois, tournée, retournée et décalée : un peu plus près de la vérité, en huit fois plus de temps.</translation>
    </message>
    <message>
        <source>Removes noise, film grain and JPEG artefacts as the larger denoiser does, in a third of the time and with less detail.</source>
        <translation>Enlève le bruit, le grain et les artefacts JPEG comme le grand débruiteur, en un tiers du temps et avec moins de détails.</translation>
    </message>
    <message>
        <source>Removes noise, film grain and JPEG artefacts from colour and grey photos, without being told how much there is.</source>
        <translation>Enlève le bruit, le grain et les artefacts JPEG des photos en couleurs et grises, sans qu’on lui dise combien il y en a.</translation>
    </message>
    <message>
        <source>Removes noise. Made elsewhere; what it needs was found out by trying it here.</source>
        <translation>Enlève le bruit. Fait ailleurs&#xa0;; ce qu’il lui faut a été trouvé ici en l’essayant.</translation>
    </message>
    <message>
        <source>Removes the grain of one film</source>
        <translation>Enlève le grain d’un film</translation>
    </message>
    <message>
        <source>Removes the noise of one scanner</source>
        <translation>Enlève le bruit d’un scanner</translation>
    </message>
    <message>
        <source>Removes the watermark of one archive</source>
        <translation>Enlève le filigrane d’une archive</translation>
    </message>
    <message>
        <source>Restores photos like those of one collection</source>
        <translation>Restaure des photos comme celles d’une collection</translation>
    </message>
    <message>
        <source>Save as TIFF instead.</source>
        <translation>Enregistrez plutôt en TIFF.</translation>
    </message>
    <message>
        <source>Save as TIFF.</source>
        <translation>Enregistrez en TIFF.</translation>
    </message>
    <message>
        <source>Save it again from the program.</source>
        <translation>Enregistrez-la à nouveau depuis le programme.</translation>
    </message>
    <message>
        <source>Save it as TIFF or JPEG elsewhere.</source>
        <translation>Enregistrez-le ailleurs en TIFF ou JPEG.</translation>
    </message>
    <message>
        <source>Save the watermark as a PNG with a transparent ground.</source>
        <translation>Enregistrez le filigrane en PNG à fond transparent.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>See that the noisy and the clean photos show the same, pixel by pixel.</source>
        <translation>Veillez à ce que les photos bruitées et les propres montrent la même chose, pixel par pixel.</translation>
    </message>
    <message>
        <source>See whether this computer is online, and try again.</source>
        <translation>Vérifiez que cet ordinateur est en ligne, et réessayez.</translation>
    </message>
    <message>
        <source>Set aside for a look: {0}</source>
        <translation>Mise de côté pour examen&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Set it again on the photo.</source>
        <translation>Placez-la à nouveau sur la photo.</translation>
    </message>
    <message>
        <source>Soft blobs of colour can be taken for a blurred face.</source>
        <translation>Des taches de couleur douces peuvent être prises pour un visage flou.</translation>
    </message>
    <message>
        <source>Some values of this file are negative or no numbers; they are shown as black.</source>
        <translation>Certaines valeurs de ce fichier sont négatives ou ne sont pas des nombres&#xa0;; elles sont montrées en noir.</translation>
    </message>
    <message>
        <source>Something unexpected happened: {0}: {1}</source>
        <translation>Quelque chose d’inattendu s’est produit&#xa0;: {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Start from nothing instead.</source>
        <translation>Partez plutôt de zéro.</translation>
    </message>
    <message>
        <source>Start it anew.</source>
        <translation>Recommencez-le.</translation>
    </message>
    <message>
        <source>Still an early version, trained for less than five hours on one core: of tears it finds the greater part, of soft stains and of faint fingerprints next to nothing; paint them.</source>
        <translation>Encore une version précoce, entraînée moins de cinq heures sur un cœur&#xa0;: elle trouve la plupart des déchirures, et presque rien des taches douces et des empreintes faibles&#xa0;; peignez-les.</translation>
    </message>
    <message>
        <source>Still an early version, trained for two hours on one core: a decibel better than the classical methods.</source>
        <translation>Encore une version précoce, entraînée deux heures sur un cœur&#xa0;: meilleure d’un décibel que les méthodes classiques.</translation>
    </message>
    <message>
        <source>Sub-folders are left alone unless they are asked for.</source>
        <translation>Les sous-dossiers sont laissés de côté, sauf demande.</translation>
    </message>
    <message>
        <source>Takes fading, colour casts, yellowing and uneven light from a photo; sepia becomes grey.</source>
        <translation>Enlève à une photo la pâleur, les dominantes, le jaunissement et la lumière inégale&#xa0;; le sépia devient gris.</translation>
    </message>
    <message>
        <source>Takes softness, grain, noise, paper texture and compression from a worn photo in one go.</source>
        <translation>Enlève d’un coup à une photo usée le flou, le grain, le bruit, la texture du papier et la compression.</translation>
    </message>
    <message>
        <source>Taking back “{0}”</source>
        <translation>Reprise de «&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>Teach one on this folder: choose “What intact photos look like” as the goal.</source>
        <translation>Apprenez-le à un modèle sur ce dossier&#xa0;: choisissez «&#xa0;À quoi ressemblent des photos intactes&#xa0;» comme but.</translation>
    </message>
    <message>
        <source>Telea {0}, Navier-Stokes {1}</source>
        <translation>méthode de Telea {0}, de Navier-Stokes {1}</translation>
    </message>
    <message>
        <source>Tells where faces are in a photo shrunk to a few hundred pixels, so that small and blurred ones are spared. It knows nobody, and makes nothing.</source>
        <translation>Dit où sont les visages dans une photo réduite à quelques centaines de pixels, pour épargner ceux qui sont petits ou flous. Il ne connaît personne et ne fabrique rien.</translation>
    </message>
    <message>
        <source>The EXIF data of this photo are too long for JPEG and will be left out.</source>
        <translation>Les données EXIF de cette photo sont trop longues pour JPEG et seront omises.</translation>
    </message>
    <message>
        <source>The IPTC captions of this photo are too long for JPEG and will be left out.</source>
        <translation>Les légendes IPTC de cette photo sont trop longues pour JPEG et seront omises.</translation>
    </message>
    <message>
        <source>The XMP description of this photo is too long for JPEG and will be left out.</source>
        <translation>La description XMP de cette photo est trop longue pour JPEG et sera omise.</translation>
    </message>
    <message>
        <source>The answer about the latest release makes no sense.</source>
        <translation>La réponse au sujet de la dernière version n’a pas de sens.</translation>
    </message>
    <message>
        <source>The answer about the latest release names no secure page.</source>
        <translation>La réponse au sujet de la dernière version ne nomme pas de page sûre.</translation>
    </message>
    <message>
        <source>The beginning of this PNG file is damaged.</source>
        <translation>Le début de ce fichier PNG est endommagé.</translation>
    </message>
    <message>
        <source>The code is as large as the photo itself: the network would only learn to copy. Choose a smaller code or more layers.</source>
        <translation>Le code est aussi grand que la photo elle-même&#xa0;: le réseau n’apprendrait qu’à copier. Choisissez un code plus petit ou plus de couches.</translation>
    </message>
    <message>
        <source>The colour profile in this file is damaged or does not fit; its colours are read as sRGB.</source>
        <translation>Le profil de couleur de ce fichier est endommagé ou ne convient pas&#xa0;; ses couleurs sont lues comme sRGB.</translation>
    </message>
    <message>
        <source>The colours came from a palette; they are now stored for each pixel.</source>
        <translation>Les couleurs venaient d’une palette&#xa0;; elles sont maintenant enregistrées pour chaque pixel.</translation>
    </message>
    <message>
        <source>The connection ended after {0} of {1} MB.</source>
        <translation>La connexion s’est terminée après {0} sur {1} Mo.</translation>
    </message>
    <message>
        <source>The crop of {0} pixels is not a multiple of {1}.</source>
        <translation>L’extrait de {0} pixels n’est pas un multiple de {1}.</translation>
    </message>
    <message>
        <source>The disk is full; “{0}” was not saved.</source>
        <translation>Le disque est plein&#xa0;; «&#xa0;{0}&#xa0;» n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>The disk with “{0}” is full.</source>
        <translation>Le disque qui contient «&#xa0;{0}&#xa0;» est plein.</translation>
    </message>
    <message>
        <source>The end of this JPEG file is missing.</source>
        <translation>La fin de ce fichier JPEG manque.</translation>
    </message>
    <message>
        <source>The file may be damaged.</source>
        <translation>Le fichier est peut-être endommagé.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” cannot be read.</source>
        <translation>Le fichier «&#xa0;{0}&#xa0;» du modèle «&#xa0;{1}&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is damaged: its checksum is wrong.</source>
        <translation>Le fichier «&#xa0;{0}&#xa0;» du modèle «&#xa0;{1}&#xa0;» est endommagé&#xa0;: sa somme de contrôle est fausse.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is far too large.</source>
        <translation>Le fichier «&#xa0;{0}&#xa0;» du modèle «&#xa0;{1}&#xa0;» est beaucoup trop grand.</translation>
    </message>
    <message>
        <source>The file “{0}” of the model “{1}” is missing.</source>
        <translation>Le fichier «&#xa0;{0}&#xa0;» du modèle «&#xa0;{1}&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The file “{0}” would lie outside of the model’s folder.</source>
        <translation>Le fichier «&#xa0;{0}&#xa0;» se trouverait hors du dossier du modèle.</translation>
    </message>
    <message>
        <source>The folder {0} does not exist.</source>
        <translation>Le dossier {0} n’existe pas.</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be written to: {1}.</source>
        <translation>Impossible d’écrire dans le dossier «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The folder “{0}” for the results has vanished.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» des résultats a disparu.</translation>
    </message>
    <message>
        <source>The folder “{0}” has vanished.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» a disparu.</translation>
    </message>
    <message>
        <source>The folder “{0}” with the photos has vanished.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» des photos a disparu.</translation>
    </message>
    <message>
        <source>The further pages of this file are damaged; the first is shown.</source>
        <translation>Les pages suivantes de ce fichier sont endommagées&#xa0;; la première est montrée.</translation>
    </message>
    <message>
        <source>The ground of this picture is not plain, so that no mark can be told.</source>
        <translation>Le fond de cette image n’est pas uni, si bien qu’aucune marque ne se distingue.</translation>
    </message>
    <message>
        <source>The journal of the batch cannot be used: {0}.</source>
        <translation>Le journal du lot est inutilisable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The journal of the batch cannot be written: {0}.</source>
        <translation>Le journal du lot ne peut pas être écrit&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The journal of the batch is damaged.</source>
        <translation>Le journal du lot est endommagé.</translation>
    </message>
    <message>
        <source>The list of what this HEIC file holds is damaged.</source>
        <translation>La liste de ce que contient ce fichier HEIC est endommagée.</translation>
    </message>
    <message>
        <source>The mark cannot be written to {0}: {1}.</source>
        <translation>La marque ne peut pas être écrite dans {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The mask has {0} × {1} pixels, the photo {2} × {3}.</source>
        <translation>Le masque a {0} × {1} pixels, la photo {2} × {3}.</translation>
    </message>
    <message>
        <source>The model cannot be written to {0}: {1}.</source>
        <translation>Le modèle ne peut pas être écrit dans {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The model card in “{0}” cannot be read.</source>
        <translation>La fiche de modèle dans «&#xa0;{0}&#xa0;» ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is damaged.</source>
        <translation>La fiche de modèle dans «&#xa0;{0}&#xa0;» est endommagée.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is far too large.</source>
        <translation>La fiche de modèle dans «&#xa0;{0}&#xa0;» est beaucoup trop grande.</translation>
    </message>
    <message>
        <source>The model card in “{0}” is wrong: {1}.</source>
        <translation>La fiche de modèle dans «&#xa0;{0}&#xa0;» est fausse&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The model card “{0}” is wrong: {1}.</source>
        <translation>La fiche de modèle «&#xa0;{0}&#xa0;» est fausse&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The model in “{0}” does not compute rightly: {1}</source>
        <translation>Le modèle dans «&#xa0;{0}&#xa0;» ne calcule pas juste&#xa0;: {1}</translation>
    </message>
    <message>
        <source>The model in “{0}” is left out: “{1}” holds one with the same id.</source>
        <translation>Le modèle dans «&#xa0;{0}&#xa0;» est laissé de côté&#xa0;: «&#xa0;{1}&#xa0;» en contient un de même identifiant.</translation>
    </message>
    <message>
        <source>The model is too large to be one.</source>
        <translation>Le modèle est trop grand pour en être un.</translation>
    </message>
    <message>
        <source>The model sees the whole photo at once; its parts were joined by fading.</source>
        <translation>Le modèle voit toute la photo d’un coup&#xa0;; ses parties ont été jointes en fondu.</translation>
    </message>
    <message>
        <source>The model {0} is not made for {1}.</source>
        <translation>Le modèle {0} n’est pas fait pour cela&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The model “{0}” returned a picture of another size.</source>
        <translation>Le modèle «&#xa0;{0}&#xa0;» a rendu une image d’une autre taille.</translation>
    </message>
    <message>
        <source>The model “{0}” returned values that are no numbers.</source>
        <translation>Le modèle «&#xa0;{0}&#xa0;» a rendu des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>The name is too long for this disk.</source>
        <translation>Le nom est trop long pour ce disque.</translation>
    </message>
    <message>
        <source>The name needs an ending.</source>
        <translation>Il faut une extension au nom.</translation>
    </message>
    <message>
        <source>The name says {0}, but this is a {1} file.</source>
        <translation>Le nom annonce {0}, mais le contenu de ce fichier est&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The network failed on the CPU: {0}.</source>
        <translation>Le réseau a échoué sur le processeur&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The network has no part “{0}” to be frozen.</source>
        <translation>Le réseau n’a pas de partie « {0} » à figer.</translation>
    </message>
    <message>
        <source>The network in “{0}” is not the one its card speaks of.</source>
        <translation>Le réseau dans «&#xa0;{0}&#xa0;» n’est pas celui dont parle sa fiche.</translation>
    </message>
    <message>
        <source>The network of the model “{0}” cannot be loaded: it is damaged, or made for another program.</source>
        <translation>Le réseau du modèle «&#xa0;{0}&#xa0;» ne peut pas être chargé&#xa0;: il est endommagé, ou fait pour un autre programme.</translation>
    </message>
    <message>
        <source>The network of the model “{0}” {1} something else than its card says.</source>
        <translation>Le réseau du modèle «&#xa0;{0}&#xa0;» {1} autre chose que ce que dit sa fiche.</translation>
    </message>
    <message>
        <source>The new model does not compute rightly here: {0}</source>
        <translation>Le nouveau modèle ne calcule pas juste ici&#xa0;: {0}</translation>
    </message>
    <message>
        <source>The noise of {0} scans will be measured and put on {1} clean photos, to learn to take it off again.</source>
        <translation>Le bruit de {0} numérisations sera mesuré et mis sur {1} photos propres, pour apprendre à l’enlever.</translation>
    </message>
    <message>
        <source>The paper may have yellowed, or its one colour is meant.</source>
        <translation>Le papier a peut-être jauni, ou sa couleur unique est voulue.</translation>
    </message>
    <message>
        <source>The parts of this TIFF file are larger than its picture.</source>
        <translation>Les parties de ce fichier TIFF sont plus grandes que son image.</translation>
    </message>
    <message>
        <source>The photo holds values that are no numbers.</source>
        <translation>La photo contient des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>The recipe accepts or rejects repairs of a photo of another size.</source>
        <translation>La recette accepte ou refuse des réparations d’une photo d’une autre taille.</translation>
    </message>
    <message>
        <source>The recipe has an unknown step: {0}.</source>
        <translation>La recette a une étape inconnue&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The recipe {0} cannot be read.</source>
        <translation>La recette {0} ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The recipe {0} cannot be read: {1}.</source>
        <translation>La recette {0} ne peut pas être lue&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The recipe {0} has unknown entries: {1}.</source>
        <translation>La recette {0} a des entrées inconnues&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The recipe {0} is incomplete: {1}.</source>
        <translation>La recette {0} est incomplète&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The recipe&apos;s mask was painted on a photo of {0} × {1} pixels.</source>
        <translation>Le masque de la recette a été peint sur une photo de {0} × {1} pixels.</translation>
    </message>
    <message>
        <source>The server sent another part of the file than was asked for.</source>
        <translation>Le serveur a envoyé une autre partie du fichier que celle demandée.</translation>
    </message>
    <message>
        <source>The sidecar of “{0}” cannot be written: {1}.</source>
        <translation>Le fichier annexe de «&#xa0;{0}&#xa0;» ne peut pas être écrit&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The texture of paper is found now and then only.</source>
        <translation>La texture du papier n’est trouvée que de temps en temps.</translation>
    </message>
    <message>
        <source>The training cannot keep its files in {0}: {1}.</source>
        <translation>L’entraînement ne peut pas garder ses fichiers dans {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The training cannot start from the model in “{0}”: it is another kind of network.</source>
        <translation>L’entraînement ne peut pas partir du modèle dans «&#xa0;{0}&#xa0;»&#xa0;: c’est un réseau d’un autre genre.</translation>
    </message>
    <message>
        <source>The training cannot start from {0}: {1}</source>
        <translation>L’entraînement ne peut pas partir de {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>The training could not be started: {0}.</source>
        <translation>L’entraînement n’a pas pu commencer&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The training ended before anything could be said of it.</source>
        <translation>L’entraînement s’est terminé avant qu’on puisse en dire quelque chose.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly{0}</source>
        <translation>L’entraînement s’est terminé de façon inattendue{0}</translation>
    </message>
    <message>
        <source>The training in “{0}” cannot go on: what it was to do cannot be read.</source>
        <translation>L’entraînement dans «&#xa0;{0}&#xa0;» ne peut pas continuer&#xa0;: ce qu’il devait faire ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The training pack is not complete: {0}</source>
        <translation>Le module d’entraînement n’est pas complet&#xa0;: {0}</translation>
    </message>
    <message>
        <source>The training was stopped from outside, perhaps because memory ran out.</source>
        <translation>L’entraînement a été arrêté de l’extérieur, peut-être faute de mémoire.</translation>
    </message>
    <message>
        <source>The true colours of clothes, walls and cars cannot be known from a grey photo: where many would fit, it stays muted, and says that it is unsure.</source>
        <translation>Les vraies couleurs des vêtements, des murs et des voitures ne se devinent pas dans une photo grise&#xa0;: là où plusieurs conviendraient, il reste discret et dit qu’il n’est pas sûr.</translation>
    </message>
    <message>
        <source>The values of this file reach {0}; they were scaled to between 0 and 1.</source>
        <translation>Les valeurs de ce fichier vont jusqu’à {0}&#xa0;; elles ont été ramenées entre 0 et 1.</translation>
    </message>
    <message>
        <source>The watermark to be removed has to be shown.</source>
        <translation>Il faut montrer le filigrane à enlever.</translation>
    </message>
    <message>
        <source>The weights in {0} cannot be mixed with those learnt.</source>
        <translation>Les poids de {0} ne peuvent pas être mêlés à ceux qui ont été appris.</translation>
    </message>
    <message>
        <source>The {0} bits per pixel of this file are now 8.</source>
        <translation>Les {0} bits par pixel de ce fichier sont maintenant 8.</translation>
    </message>
    <message>
        <source>The {0} cannot be kept in {1}: {2}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être gardé dans {1}&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>The {0} could not be removed: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être supprimé&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The {0} must be from {1} to {2}.</source>
        <translation>Pour «&#xa0;{0}&#xa0;», il faut une valeur de {1} à {2}.</translation>
    </message>
    <message>
        <source>There are no photos in “{0}”.</source>
        <translation>Il n’y a pas de photos dans «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There are not enough usable photos in {0}.</source>
        <translation>Il n’y a pas assez de photos utilisables dans {0}.</translation>
    </message>
    <message>
        <source>There are too few even places in these photos to measure the noise.</source>
        <translation>Il y a trop peu d’endroits unis dans ces photos pour mesurer le bruit.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Il y a&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>There is hardly any noise in these photos: the built-in model is all they need.</source>
        <translation>Il n’y a presque pas de bruit dans ces photos&#xa0;: le modèle intégré leur suffit.</translation>
    </message>
    <message>
        <source>There is no device “{0}”.</source>
        <translation>Il n’y a pas d’appareil «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no file or folder “{0}”.</source>
        <translation>Il n’y a ni fichier ni dossier «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>Il n’y a pas de fichier «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>Il n’y a pas de dossier «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no loss “{0}”.</source>
        <translation>Il n’y a pas de perte «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no model “{0}”.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no pack “{0}”.</source>
        <translation>Il n’y a pas de module «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no {0} to make a model of.</source>
        <translation>Il n&apos;y a pas de {0} dont faire un modèle.</translation>
    </message>
    <message>
        <source>There is not enough memory for this training.</source>
        <translation>Il n’y a pas assez de mémoire pour cet entraînement.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{0}”.</source>
        <translation>Il n’y a pas assez de mémoire pour ouvrir «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is not enough memory to save “{0}”.</source>
        <translation>Il n’y a pas assez de mémoire pour enregistrer «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is not enough room: {0} are needed, {1} are free.</source>
        <translation>Il n’y a pas assez de place&#xa0;: il en faut {0}, {1} sont libres.</translation>
    </message>
    <message>
        <source>There is nothing but ground in this picture.</source>
        <translation>Il n’y a que du fond dans cette image.</translation>
    </message>
    <message>
        <source>There is nowhere to ask: releases of Restorer are not published anywhere yet.</source>
        <translation>Il n’y a nulle part où demander&#xa0;: les versions de Restorer ne sont encore publiées nulle part.</translation>
    </message>
    <message>
        <source>There is too little memory for this photo.</source>
        <translation>Il y a trop peu de mémoire pour cette photo.</translation>
    </message>
    <message>
        <source>They were moved, changed or are too small: look at the folder again.</source>
        <translation>Elles ont été déplacées, modifiées ou sont trop petites&#xa0;: parcourez à nouveau le dossier.</translation>
    </message>
    <message>
        <source>Thick grain, paper or printing dots.</source>
        <translation>Gros grain, papier ou points d’impression.</translation>
    </message>
    <message>
        <source>Thin bright or dark lines that belong to the scene (wires, whiskers, rigging, rain) can be taken for scratches: check the mask.</source>
        <translation>Les lignes fines, claires ou sombres, qui appartiennent à la scène (fils, moustaches, gréement, pluie) peuvent être prises pour des rayures&#xa0;: vérifiez le masque.</translation>
    </message>
    <message>
        <source>This JPEG file ends before its picture begins.</source>
        <translation>Ce fichier JPEG se termine avant que son image commence.</translation>
    </message>
    <message>
        <source>This JPEG file tells its pixels hundreds of times over, as no camera or program does.</source>
        <translation>Ce fichier JPEG énonce ses pixels des centaines de fois, comme aucun appareil ni programme ne le fait.</translation>
    </message>
    <message>
        <source>This archive was not made for Restorer: {0}.</source>
        <translation>Cette archive n’a pas été faite pour Restorer&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This batch was begun with a newer version of the program.</source>
        <translation>Ce lot a été commencé avec une version plus récente du programme.</translation>
    </message>
    <message>
        <source>This copy has no packs; in a checkout, what they hold is installed with pip.</source>
        <translation>Cette copie n’a pas de modules&#xa0;; dans une copie des sources, leur contenu s’installe avec pip.</translation>
    </message>
    <message>
        <source>This file cannot be read: {0}.</source>
        <translation>Ce fichier ne peut pas être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This file claims to hold {0} × {1} pixels, which is more than can be opened.</source>
        <translation>Ce fichier prétend contenir {0} × {1} pixels, plus qu’on ne peut en ouvrir.</translation>
    </message>
    <message>
        <source>This file has {0} (infrared, perhaps), which will not be kept.</source>
        <translation>Ce fichier a {0} (infrarouge, peut-être), qui ne sera pas conservé.</translation>
    </message>
    <message>
        <source>This file has {0} pictures; the first is shown.</source>
        <translation>Ce fichier a {0} images&#xa0;; la première est montrée.</translation>
    </message>
    <message>
        <source>This file has {0} pictures; the main one is shown.</source>
        <translation>Ce fichier a {0} images&#xa0;; la principale est montrée.</translation>
    </message>
    <message>
        <source>This file has {0}{1} pages; the first is shown.</source>
        <translation>Ce fichier a {0}{1} pages&#xa0;; la première est montrée.</translation>
    </message>
    <message>
        <source>This file holds a picture without any pixels.</source>
        <translation>Ce fichier contient une image sans aucun pixel.</translation>
    </message>
    <message>
        <source>This file is made for printing (CMYK); it was converted to sRGB {0}.</source>
        <translation>Ce fichier est fait pour l’impression (CMJN)&#xa0;; il a été converti en sRGB {0}.</translation>
    </message>
    <message>
        <source>This file will hold {0}; this photo has {1}.</source>
        <translation>Ce fichier contiendra {0}&#xa0;; cette photo a {1}.</translation>
    </message>
    <message>
        <source>This folder cannot be read: {0}.</source>
        <translation>Ce dossier ne peut pas être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This folder holds the results of a batch; name it itself to restore those.</source>
        <translation>Ce dossier contient les résultats d’un lot&#xa0;; nommez-le lui-même pour les restaurer.</translation>
    </message>
    <message>
        <source>This installation cannot say which packs belong to it.</source>
        <translation>Cette installation ne sait pas quels modules lui appartiennent.</translation>
    </message>
    <message>
        <source>This is a camera raw file; it was developed with the camera&apos;s own white balance.</source>
        <translation>C’est un fichier brut d’appareil&#xa0;; il a été développé avec la balance des blancs de l’appareil.</translation>
    </message>
    <message>
        <source>This is no ordinary file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>This is not a recipe.</source>
        <translation>Ce n’est pas une recette.</translation>
    </message>
    <message>
        <source>This is version {0}.</source>
        <translation>C’est la version {0}.</translation>
    </message>
    <message>
        <source>This links to a file in the output folder.</source>
        <translation>Ceci renvoie à un fichier du dossier des résultats.</translation>
    </message>
    <message>
        <source>This looks unlike the photos that the networks know: {0} and {1}.</source>
        <translation>Ceci ne ressemble à aucune des photos que les réseaux connaissent&#xa0;: {0} et {1}.</translation>
    </message>
    <message>
        <source>This looks unlike the photos that the networks know: {0}.</source>
        <translation>Ceci ne ressemble à aucune des photos que les réseaux connaissent&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This model does not say how it was made, so that it cannot learn more.</source>
        <translation>Ce modèle ne dit pas comment il a été fait, si bien qu’il ne peut pas en apprendre davantage.</translation>
    </message>
    <message>
        <source>This picture needs {0} GB of scratch space, more than the disk has left.</source>
        <translation>Cette image demande {0} Go d’espace de travail, plus qu’il n’en reste sur le disque.</translation>
    </message>
    <message>
        <source>This recipe goes on where “{0}” ends.</source>
        <translation>Cette recette continue là où «&#xa0;{0}&#xa0;» s’arrête.</translation>
    </message>
    <message>
        <source>This recipe has format {0}; this program reads up to {1}.</source>
        <translation>Cette recette a le format {0}&#xa0;; ce programme lit jusqu’à {1}.</translation>
    </message>
    <message>
        <source>This recipe needs masks of dust and hair.</source>
        <translation>Cette recette demande des masques de poussière et de cheveux.</translation>
    </message>
    <message>
        <source>This recipe needs to know where faces are.</source>
        <translation>Cette recette doit savoir où sont les visages.</translation>
    </message>
    <message>
        <source>This recipe takes its parts so: {0}.</source>
        <translation>Cette recette prend ses parties ainsi&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tons</translation>
    </message>
    <message>
        <source>Tones and colours are fresh.</source>
        <translation>Les tons et les couleurs sont frais.</translation>
    </message>
    <message>
        <source>Tones and colours have changed with age.</source>
        <translation>Les tons et les couleurs ont changé avec l’âge.</translation>
    </message>
    <message>
        <source>Tones reach from {0} to {1} % only</source>
        <translation>Les tons ne vont que de {0} à {1}&#xa0;%</translation>
    </message>
    <message>
        <source>Train longer.</source>
        <translation>Entraînez plus longtemps.</translation>
    </message>
    <message>
        <source>Train longer: it was still getting better.</source>
        <translation>Entraînez plus longtemps&#xa0;: il s’améliorait encore.</translation>
    </message>
    <message>
        <source>Train networks on photos of your own</source>
        <translation>Entraîner des réseaux sur vos propres photos</translation>
    </message>
    <message>
        <source>Trained for an hour and a half on one core, from what the denoiser knew: more would still help.</source>
        <translation>Entraîné une heure et demie sur un cœur, à partir de ce que savait le débruiteur&#xa0;: davantage aiderait encore.</translation>
    </message>
    <message>
        <source>Trained on 3,275 photos, few of them of crowds, streets, cars or old people: expect skin, sky and green to be right more often than these.</source>
        <translation>Entraîné sur 3&#x202f;275 photos, dont peu de foules, de rues, de voitures ou de personnes âgées&#xa0;: la peau, le ciel et la verdure seront plus souvent justes.</translation>
    </message>
    <message>
        <source>Trained on some hundred people of our time, nearly all grown-up and facing the camera.</source>
        <translation>Entraîné sur quelques centaines de personnes de notre temps, presque toutes adultes et face à l’appareil.</translation>
    </message>
    <message>
        <source>Training needs a large part of the program that is not installed.</source>
        <translation>L’entraînement demande une grande partie du programme qui n’est pas installée.</translation>
    </message>
    <message>
        <source>Training pack</source>
        <translation>Paquet d’entraînement</translation>
    </message>
    <message>
        <source>Try again when it is finished.</source>
        <translation>Réessayez quand ce sera fini.</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>Réessayez&#xa0;: cela reprend là où cela s’est arrêté.</translation>
    </message>
    <message>
        <source>Try another format.</source>
        <translation>Essayez un autre format.</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Essayez un autre modèle.</translation>
    </message>
    <message>
        <source>Try to get the file again from where it came, or open another copy.</source>
        <translation>Essayez d’obtenir à nouveau le fichier de là où il vient, ou ouvrez une autre copie.</translation>
    </message>
    <message>
        <source>Try to get the file again.</source>
        <translation>Essayez d’obtenir à nouveau le fichier.</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Décompression</translation>
    </message>
    <message>
        <source>Use a newer version of the program, or a model made for this one.</source>
        <translation>Utilisez une version plus récente du programme, ou un modèle fait pour celle-ci.</translation>
    </message>
    <message>
        <source>Use a newer version of the program.</source>
        <translation>Utilisez une version plus récente du programme.</translation>
    </message>
    <message>
        <source>Use a newer version.</source>
        <translation>Utilisez une version plus récente.</translation>
    </message>
    <message>
        <source>Use it for that photo, or save it as a preset, without the mask.</source>
        <translation>Utilisez-la pour cette photo, ou enregistrez-la comme préréglage, sans le masque.</translation>
    </message>
    <message>
        <source>Use it for that photo, or save it as a preset, without them.</source>
        <translation>Utilisez-la pour cette photo, ou enregistrez-la comme préréglage, sans elles.</translation>
    </message>
    <message>
        <source>Use more photos: 60 and more, of many different things.</source>
        <translation>Prenez plus de photos&#xa0;: 60 et davantage, de beaucoup de choses différentes.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Utilisez l’une de {0}.</translation>
    </message>
    <message>
        <source>Use scans as they come from the scanner, before any noise removal or compression.</source>
        <translation>Prenez des numérisations telles qu’elles sortent du scanner, avant tout débruitage et toute compression.</translation>
    </message>
    <message>
        <source>Use that one.</source>
        <translation>Utilisez celle-là.</translation>
    </message>
    <message>
        <source>Use: restorer train</source>
        <translation>Utilisez&#xa0;: restorer train</translation>
    </message>
    <message>
        <source>Very fine texture under heavy noise (skin, cloth, foliage) is smoothed, as by every denoiser: lower the strength.</source>
        <translation>La texture très fine sous un bruit fort (peau, tissu, feuillage) est lissée, comme par tout débruiteur&#xa0;: diminuez la force.</translation>
    </message>
    <message>
        <source>Wait for it, or choose another folder.</source>
        <translation>Attendez qu’il finisse, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Was it worked on since?</source>
        <translation>A-t-on travaillé dessus depuis&#xa0;?</translation>
    </message>
    <message>
        <source>What Photoshop noted in this photo is too long for JPEG and will be left out.</source>
        <translation>Ce que Photoshop a noté dans cette photo est trop long pour JPEG et sera omis.</translation>
    </message>
    <message>
        <source>What came from the network is not the {0} of this release.</source>
        <translation>Ce qui est venu du réseau n’est pas «&#xa0;{0}&#xa0;» de cette version.</translation>
    </message>
    <message>
        <source>What shines through a mark is computed back as far as it can be told; the rest is filled from around, which suits texture and sky, not faces.</source>
        <translation>Ce qui transparaît sous une marque est retrouvé par le calcul, autant qu’on peut le savoir ; le reste est rempli à partir de ce qui l’entoure, ce qui convient aux textures et au ciel, pas aux visages.</translation>
    </message>
    <message>
        <source>What is offered there is larger than this release&apos;s pack, so it was thrown away.</source>
        <translation>Ce qui est proposé là est plus grand que le module de cette version, et a donc été jeté.</translation>
    </message>
    <message>
        <source>Dense texture without a calm place (masonry, gravel, leaves from afar) can be taken for noise and smoothed away, even in a photo that has none, and more of it than by one look: of 125 clean photos from elsewhere, 480 pixels wide, one fell to 30 dB, where the usual denoiser keeps 35. Look before you save.</source>
        <translation>Une texture dense sans endroit calme (maçonnerie, gravier, feuillage au loin) peut être prise pour du bruit et lissée, même dans une photo qui n&apos;en a pas, et davantage qu&apos;en un seul regard : de 125 photos propres venues d&apos;ailleurs, larges de 480 pixels, une est tombée à 30 dB, là où le débruiteur habituel en garde 35. Regardez avant d&apos;enregistrer.</translation>
    </message>
    <message>
        <source>No plain watermark or date stamp.</source>
        <translation>Ni filigrane net ni date imprimée nette.</translation>
    </message>
    <message>
        <source>What it fills is smooth: in a grainy photo a wide repair can be seen by its lack of grain.</source>
        <translation>Ce qu’il remplit est lisse&#xa0;: dans une photo granuleuse, une large réparation se voit à son manque de grain.</translation>
    </message>
    <message>
        <source>What it had learnt is kept: let it go on</source>
        <translation>Ce qu’il avait appris est conservé&#xa0;: laissez-le continuer</translation>
    </message>
    <message>
        <source>What the usual denoiser does not know, it does not know either: halftone dots, scratches, large clumps, the banding of scanners.</source>
        <translation>Ce que le débruiteur habituel ne connaît pas, il ne le connaît pas non plus : trames d&apos;impression, rayures, gros amas, bandes de scanner.</translation>
    </message>
    <message>
        <source>What was lost for good (an eye, a letter) is not invented.</source>
        <translation>Ce qui est perdu pour de bon (un œil, une lettre) n’est pas inventé.</translation>
    </message>
    <message>
        <source>What “{0}” needs is measured on somebody&apos;s own photos.</source>
        <translation>Ce qu’il faut à «&#xa0;{0}&#xa0;» se mesure sur ses propres photos.</translation>
    </message>
    <message>
        <source>Where a dye is gone entirely its colours do not come back.</source>
        <translation>Là où un colorant a entièrement disparu, ses couleurs ne reviennent pas.</translation>
    </message>
    <message>
        <source>Whether it bears a watermark cannot be told.</source>
        <translation>Impossible de dire si elle porte un filigrane.</translation>
    </message>
    <message>
        <source>Whether it is damaged cannot be told.</source>
        <translation>Impossible de dire si elle est abîmée.</translation>
    </message>
    <message>
        <source>Works on the photo at 192 pixels: small things take the colour of what surrounds them.</source>
        <translation>Travaille sur la photo réduite à 192 pixels&#xa0;: les petites choses prennent la couleur de ce qui les entoure.</translation>
    </message>
    <message>
        <source>Your preferences could not be read from {0}, so the usual ones are in use.</source>
        <translation>Vos préférences n’ont pas pu être lues dans {0}&#xa0;; celles d’origine sont utilisées.</translation>
    </message>
    <message>
        <source>Your preferences could not be read, so the usual ones are in use. The old file was kept as {0}.</source>
        <translation>Vos préférences n’ont pas pu être lues&#xa0;; celles d’origine sont utilisées. L’ancien fichier a été gardé sous {0}.</translation>
    </message>
    <message>
        <source>`restorer models` lists what each model is for.</source>
        <translation>`restorer models` dit à quoi sert chaque modèle.</translation>
    </message>
    <message>
        <source>a driver or library that it needs is missing</source>
        <translation>un pilote ou une bibliothèque dont il a besoin manque</translation>
    </message>
    <message>
        <source>a score in “{0}” must be from 0 to 1</source>
        <translation>un score dans «&#xa0;{0}&#xa0;» doit aller de 0 à 1</translation>
    </message>
    <message>
        <source>amid {0} landscapes, skies, seas, cities, flowers and animals from the wallpaper packages of Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, free artistic licences), {1} photos of fruit, cartons and shops (MIT), {2} photos of flowers and meadows (CC-BY 2.0), {3} photos of cats and dogs (CC-BY-SA 4.0)</source>
        <translation>parmi {0} paysages, ciels, mers, villes, fleurs et animaux des paquets de fonds d’écran de Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, licences artistiques libres), {1} photos de fruits, de cartons et de magasins (MIT), {2} photos de fleurs et de prés (CC-BY 2.0), {3} photos de chats et de chiens (CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>best of {0} chains of classical methods {1}</source>
        <translation>meilleure de {0} chaînes de méthodes classiques {1}</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>entropie croisée binaire</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>en bas</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>en bas à gauche</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>en bas à droite</translation>
    </message>
    <message>
        <source>camera raw</source>
        <translation>brut d’appareil</translation>
    </message>
    <message>
        <source>cascade of local binary patterns (scikit-image) {0}</source>
        <translation>cascade de motifs binaires locaux (scikit-image) {0}</translation>
    </message>
    <message>
        <source>cascade of local binary patterns (scikit-image) {0}, with {1} places more in each photo</source>
        <translation>cascade de motifs binaires locaux (scikit-image) {0}, avec {1} endroits de plus par photo</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>clean photos</source>
        <translation>photos propres</translation>
    </message>
    <message>
        <source>code size</source>
        <translation>taille du code</translation>
    </message>
    <message>
        <source>colouring photos</source>
        <translation>colorer des photos</translation>
    </message>
    <message>
        <source>damage that training never saw, pixel by pixel</source>
        <translation>dommages que l’entraînement n’a jamais vus, pixel par pixel</translation>
    </message>
    <message>
        <source>each entry of “{0}” must have “score” and “wrong_per_megapixel”</source>
        <translation>chaque entrée de «&#xa0;{0}&#xa0;» doit avoir «&#xa0;score&#xa0;» et «&#xa0;wrong_per_megapixel&#xa0;»</translation>
    </message>
    <message>
        <source>faded by code: lifted blacks, lowered whites, curves, casts of lost dyes, sepia, vignettes, uneven fading</source>
        <translation>décolorées par programme&#xa0;: noirs relevés, blancs abaissés, courbes, dominantes de colorants perdus, sépia, vignettages, décoloration inégale</translation>
    </message>
    <message>
        <source>faded print: fading, casts, uneven light, all by code</source>
        <translation>tirage décoloré&#xa0;: décoloration, dominantes, lumière inégale, le tout par programme</translation>
    </message>
    <message>
        <source>finding damage</source>
        <translation>trouver des dégâts</translation>
    </message>
    <message>
        <source>finding faces</source>
        <translation>trouver des visages</translation>
    </message>
    <message>
        <source>floating-point values</source>
        <translation>des valeurs à virgule flottante</translation>
    </message>
    <message>
        <source>from clean photos that were made old</source>
        <translation>de photos propres qu’on a vieillies</translation>
    </message>
    <message>
        <source>from noisy scans alone</source>
        <translation>de numérisations bruitées seules</translation>
    </message>
    <message>
        <source>from pairs of a noisy and a clean photo</source>
        <translation>de paires d’une photo bruitée et d’une propre</translation>
    </message>
    <message>
        <source>holes in the shapes of damage that training never saw, PSNR in the mask</source>
        <translation>trous de la forme de dommages que l’entraînement n’a jamais vus, PSNR dans le masque</translation>
    </message>
    <message>
        <source>holes in the shapes of scratches, dust, folds, cracks and brush strokes, drawn by code and from {0} masks of FilmDamageSimulator (MIT)</source>
        <translation>trous de la forme de rayures, de poussières, de plis, de craquelures et de coups de pinceau, dessinés par programme et tirés de {0} masques de FilmDamageSimulator (MIT)</translation>
    </message>
    <message>
        <source>how sure it is, against how often it is right (expected calibration error)</source>
        <translation>sa certitude, comparée à la fréquence à laquelle il a raison (erreur de calibration attendue)</translation>
    </message>
    <message>
        <source>it computes something else than the CPU</source>
        <translation>il calcule autre chose que le processeur</translation>
    </message>
    <message>
        <source>it computes something else than the CPU (by {0}, of 1)</source>
        <translation>il calcule autre chose que le processeur (de {0}, sur 1)</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>il ne répond pas</translation>
    </message>
    <message>
        <source>it has too little memory</source>
        <translation>il a trop peu de mémoire</translation>
    </message>
    <message>
        <source>it is larger than {0} bytes</source>
        <translation>elle dépasse {0} octets</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>ce n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>it returned a picture of another size</source>
        <translation>il a rendu une image d’une autre taille</translation>
    </message>
    <message>
        <source>it returned values that are no numbers</source>
        <translation>il a rendu des valeurs qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>its format is {0}, and this program knows format {1}</source>
        <translation>son format est {0}, et ce programme connaît le format {1}</translation>
    </message>
    <message>
        <source>its noise is stronger than any a network was trained on</source>
        <translation>son bruit est plus fort que tout ce qu’un réseau a appris</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>couches</translation>
    </message>
    <message>
        <source>leaving photos as they are</source>
        <translation>laisser les photos telles quelles</translation>
    </message>
    <message>
        <source>left</source>
        <translation>à gauche</translation>
    </message>
    <message>
        <source>left grey {0}, sepia {1}, mean colour {2}</source>
        <translation>laissées grises {0}, sépia {1}, couleur moyenne {2}</translation>
    </message>
    <message>
        <source>made grey and coloured, as it is meant</source>
        <translation>rendues grises et colorisées, comme prévu</translation>
    </message>
    <message>
        <source>made grey and coloured, faithful setting</source>
        <translation>rendues grises et colorisées, réglage fidèle</translation>
    </message>
    <message>
        <source>made grey and coloured, vivid setting</source>
        <translation>rendues grises et colorisées, réglage vif</translation>
    </message>
    <message>
        <source>made grey by code: as several kinds of film saw colours, faded, grainy, compressed; hints drawn from the true colours</source>
        <translation>rendues grises par programme&#xa0;: comme plusieurs sortes de films voyaient les couleurs, décolorées, granuleuses, compressées&#xa0;; indications tirées des vraies couleurs</translation>
    </message>
    <message>
        <source>made noisy by code: Gaussian noise up to σ = {0}, film grain, camera noise, JPEG from quality {1}, once or twice</source>
        <translation>bruitées par programme&#xa0;: bruit gaussien jusqu’à σ = {0}, grain de film, bruit d’appareil photo, JPEG à partir de la qualité {1}, une ou deux fois</translation>
    </message>
    <message>
        <source>marked by code: texts in the fonts of the machine that trained it (one family in eight kept aside), logos made by code, patterns, camera dates; JPEG from quality {0}</source>
        <translation>marquées par programme : textes dans les polices de la machine qui l’a entraîné (une famille sur huit mise de côté), logos dessinés par programme, motifs, dates d’appareils photo ; JPEG à partir de la qualité {0}</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>erreur quadratique moyenne</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>dossier des modèles</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>plus de {0}</translation>
    </message>
    <message>
        <source>no better than {0}</source>
        <translation>pas meilleur que {0}</translation>
    </message>
    <message>
        <source>no file is like that</source>
        <translation>aucun fichier n’est ainsi</translation>
    </message>
    <message>
        <source>noise {0} and compression {1} (of 255) found</source>
        <translation>bruit {0} et compression {1} (sur 255) trouvés</translation>
    </message>
    <message>
        <source>non-local-means {0}, wavelet {1}, wavelet-blind {2}, total-variation {3}</source>
        <translation>moyennes non locales {0}, ondelettes {1}, ondelettes à l’aveugle {2}, variation totale {3}</translation>
    </message>
    <message>
        <source>non-local-means {0}, wavelet-blind {1}</source>
        <translation>moyennes non locales {0}, ondelettes à l’aveugle {1}</translation>
    </message>
    <message>
        <source>none from elsewhere</source>
        <translation>aucune d’ailleurs</translation>
    </message>
    <message>
        <source>old print (worn and faded), with Restore and Restore tones together</source>
        <translation>vieux tirage (usé et décoloré), avec Restore et Restore tones ensemble</translation>
    </message>
    <message>
        <source>one place found</source>
        <translation>un endroit trouvé</translation>
    </message>
    <message>
        <source>one small or blurred face spared half of it</source>
        <translation>un visage petit ou flou ménagé de moitié</translation>
    </message>
    <message>
        <source>overlaid with {0} of {1} masks of dust, hair, lint, smuts, stains and scratches from FilmDamageSimulator (MIT); the others are kept aside</source>
        <translation>recouvertes de {0} des {1} masques de poussières, de cheveux, de peluches, de suie, de taches et de rayures de FilmDamageSimulator (MIT)&#xa0;; les autres sont mis de côté</translation>
    </message>
    <message>
        <source>photos in which a face was found (%)</source>
        <translation>photos dans lesquelles un visage a été trouvé (%)</translation>
    </message>
    <message>
        <source>photos with colours</source>
        <translation>photos en couleurs</translation>
    </message>
    <message>
        <source>real noise</source>
        <translation>bruit réel</translation>
    </message>
    <message>
        <source>removing noise</source>
        <translation>enlever le bruit</translation>
    </message>
    <message>
        <source>removing watermarks</source>
        <translation>enlever les filigranes</translation>
    </message>
    <message>
        <source>repairing damage</source>
        <translation>retoucher les dégâts</translation>
    </message>
    <message>
        <source>restoring worn photos</source>
        <translation>restaurer des photos usées</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>rend</translation>
    </message>
    <message>
        <source>right</source>
        <translation>à droite</translation>
    </message>
    <message>
        <source>root mean squared error</source>
        <translation>racine de l’erreur quadratique moyenne</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>saturation</translation>
    </message>
    <message>
        <source>scratches, folds, cracks, tears, stains and lost emulsion drawn by code; grain and JPEG from quality {0} over all</source>
        <translation>rayures, plis, craquelures, déchirures, taches et émulsion perdue dessinés par programme&#xa0;; grain et JPEG à partir de la qualité {0} par-dessus</translation>
    </message>
    <message>
        <source>share of the pixels of clean photos that are taken for a mark (%)</source>
        <translation>part des pixels de photos sans défaut qui sont pris pour une marque (%)</translation>
    </message>
    <message>
        <source>small letters, digits, dots and dashes</source>
        <translation>minuscules, chiffres, points et tirets</translation>
    </message>
    <message>
        <source>strength {0} %</source>
        <translation>force {0}&#xa0;%</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>prend</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>le modèle intégré</translation>
    </message>
    <message>
        <source>the entry “{0}” is missing</source>
        <translation>l’entrée «&#xa0;{0}&#xa0;» manque</translation>
    </message>
    <message>
        <source>the photos themselves have a colourfulness of {0}</source>
        <translation>les photos elles-mêmes ont une intensité de couleur de {0}</translation>
    </message>
    <message>
        <source>the result arrived empty</source>
        <translation>le résultat est arrivé vide</translation>
    </message>
    <message>
        <source>the same dates, found and removed, PSNR in the mask</source>
        <translation>les mêmes dates, trouvées et enlevées, PSNR dans le masque</translation>
    </message>
    <message>
        <source>the same photos, damaged and clean: how far chances are from how often they are right (expected calibration error)</source>
        <translation>les mêmes photos, abîmées et intactes&#xa0;: l’écart entre les probabilités et la fréquence à laquelle elles se vérifient (erreur de calibration attendue)</translation>
    </message>
    <message>
        <source>the same, {0} pixels long (%)</source>
        <translation>les mêmes, longues de {0} pixels (%)</translation>
    </message>
    <message>
        <source>through the colour profile in the file</source>
        <translation>par le profil de couleur du fichier</translation>
    </message>
    <message>
        <source>top</source>
        <translation>en haut</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>en haut à gauche</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>en haut à droite</translation>
    </message>
    <message>
        <source>top-hat AUROC {0}, AP {1}</source>
        <translation>chapeau haut de forme, AUROC {0}, AP {1}</translation>
    </message>
    <message>
        <source>top-hat {0}</source>
        <translation>chapeau haut de forme {0}</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>vivacité</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>chaleur</translation>
    </message>
    <message>
        <source>what surrounds the picture left as it was</source>
        <translation>ce qui entoure l’image laissé tel quel</translation>
    </message>
    <message>
        <source>whether fresh tones would help</source>
        <translation>l’utilité de tons ravivés</translation>
    </message>
    <message>
        <source>width</source>
        <translation>largeur</translation>
    </message>
    <message>
        <source>with one colour hint</source>
        <translation>avec une couleur indiquée</translation>
    </message>
    <message>
        <source>with {0} colour hints</source>
        <translation>avec {0} couleurs indiquées</translation>
    </message>
    <message>
        <source>without a colour profile, so colours are a guess</source>
        <translation>sans profil de couleur, si bien que les couleurs sont devinées</translation>
    </message>
    <message>
        <source>worn by code: out of focus, shaken, too small; grain, noise, banding, paper, halftone; JPEG from quality {0}</source>
        <translation>usées par programme&#xa0;: floues, bougées, trop petites&#xa0;; grain, bruit, bandes, papier, trame d’impression&#xa0;; JPEG à partir de la qualité {0}</translation>
    </message>
    <message>
        <source>worn print: soft, grainy, compressed, all by code</source>
        <translation>tirage usé&#xa0;: mou, granuleux, compressé, le tout par programme</translation>
    </message>
    <message>
        <source>worn surfaces</source>
        <translation>les surfaces usées</translation>
    </message>
    <message>
        <source>worse than {0} by {1}</source>
        <translation>moins bon que {0} de {1}</translation>
    </message>
    <message>
        <source>your photos that were kept aside</source>
        <translation>vos photos mises de côté</translation>
    </message>
    <message>
        <source>{0} It may be a mistake.</source>
        <translation>{0} C’est peut-être une erreur.</translation>
    </message>
    <message>
        <source>{0} It may well be meant.</source>
        <translation>{0} C’est peut-être voulu.</translation>
    </message>
    <message>
        <source>{0} allowed</source>
        <translation>{0} permis</translation>
    </message>
    <message>
        <source>{0} answered: {1} {2}.</source>
        <translation>{0} a répondu&#xa0;: {1} {2}.</translation>
    </message>
    <message>
        <source>{0} can be written to.</source>
        <translation>On peut écrire dans {0}.</translation>
    </message>
    <message>
        <source>{0} cannot be asked.</source>
        <translation>{0} ne peut pas être interrogé.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} est inutilisable&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. {2} computes instead.</source>
        <translation>{0} est inutilisable&#xa0;: {1}. {2} calcule à la place.</translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}.</source>
        <translation>Impossible d’écrire dans {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot hold more than {1} pixels in a row or column.</source>
        <translation>{0} ne peut pas contenir plus de {1} pixels par ligne ou colonne.</translation>
    </message>
    <message>
        <source>{0} compresses with small errors; TIFF and PNG keep every value.</source>
        <translation>{0} comprime avec de petites erreurs&#xa0;; TIFF et PNG gardent chaque valeur.</translation>
    </message>
    <message>
        <source>{0} computes something else than the CPU.</source>
        <translation>{0} calcule autre chose que le processeur.</translation>
    </message>
    <message>
        <source>{0} could not be reached: {1}.</source>
        <translation>{0} n’a pas pu être joint&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} everyday photos, kept from training</source>
        <translation>{0} photos de tous les jours, écartées de l’entraînement</translation>
    </message>
    <message>
        <source>{0} extra channels</source>
        <translation>{0} canaux supplémentaires</translation>
    </message>
    <message>
        <source>{0} faces in {1} official portraits (public domain, works of the United States government) and {2} photos of people (CC0, public domain, Unlicense, CC-BY-SA 4.0), boxed by a classical detector and checked by eye; {3} photos of food, offices and workshops without anybody (the same licences)</source>
        <translation>{0} visages dans {1} portraits officiels (domaine public, œuvres du gouvernement des États-Unis) et {2} photos de personnes (CC0, domaine public, Unlicense, CC-BY-SA 4.0), encadrés par un détecteur classique et vérifiés à l’œil&#xa0;; {3} photos de nourriture, de bureaux et d’ateliers sans personne (mêmes licences)</translation>
    </message>
    <message>
        <source>{0} files cannot be opened on this computer.</source>
        <translation>Les fichiers {0} ne peuvent pas être ouverts sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{0} from “{1}”</source>
        <translation>{0} de «&#xa0;{1}&#xa0;»</translation>
    </message>
    <message>
        <source>{0} has no grey channel; this photo will be stored as colours without any colour.</source>
        <translation>{0} n’a pas de canal gris&#xa0;; cette photo sera enregistrée en couleurs sans aucune couleur.</translation>
    </message>
    <message>
        <source>{0} has no place for IPTC captions; they will be left out.</source>
        <translation>{0} n’a pas de place pour les légendes IPTC&#xa0;; elles seront omises.</translation>
    </message>
    <message>
        <source>{0} has no place for the longer part of the XMP description; it will be left out.</source>
        <translation>{0} n’a pas de place pour la plus longue partie de la description XMP&#xa0;; elle sera omise.</translation>
    </message>
    <message>
        <source>{0} holds {1}, not the {2} bits that were asked for.</source>
        <translation>{0} contient {1}, et non les {2} bits demandés.</translation>
    </message>
    <message>
        <source>{0} holds {1}; this photo has {2}.</source>
        <translation>{0} contient {1}&#xa0;; cette photo a {2}.</translation>
    </message>
    <message>
        <source>{0} is no file or folder</source>
        <translation>{0} n’est ni fichier ni dossier</translation>
    </message>
    <message>
        <source>{0} is not available in this installation. {1} computes instead.</source>
        <translation>{0} n’est pas disponible dans cette installation. {1} calcule à la place.</translation>
    </message>
    <message>
        <source>{0} landscapes, skies, seas, cities, flowers and animals from the wallpaper packages of Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, free artistic licences)</source>
        <translation>{0} paysages, ciels, mers, villes, fleurs et animaux des paquets de fonds d’écran de Debian (CC-BY-SA, CC-BY, CC0, GPL-2+, licences artistiques libres)</translation>
    </message>
    <message>
        <source>{0} leads out of it</source>
        <translation>{0} mène hors d’elle</translation>
    </message>
    <message>
        <source>{0} minutes and {1} steps, begun on {2}</source>
        <translation>{0} minutes et {1} pas, commencé le {2}</translation>
    </message>
    <message>
        <source>{0} of it look damaged to a network that knows intact photos</source>
        <translation>{0} paraissent abîmés à un réseau qui connaît des photos intactes</translation>
    </message>
    <message>
        <source>{0} official portraits (public domain, works of the United States government)</source>
        <translation>{0} portraits officiels (domaine public, œuvres du gouvernement des États-Unis)</translation>
    </message>
    <message>
        <source>{0} photos are here twice, noisy and clean: the surest teacher.</source>
        <translation>{0} photos sont là deux fois, bruitées et propres&#xa0;: le maître le plus sûr.</translation>
    </message>
    <message>
        <source>{0} photos of cats and dogs (CC-BY-SA 4.0)</source>
        <translation>{0} photos de chats et de chiens (CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>{0} photos of flowers and meadows (CC-BY 2.0)</source>
        <translation>{0} photos de fleurs et de prés (CC-BY 2.0)</translation>
    </message>
    <message>
        <source>{0} photos of fruit, cartons and shops (MIT)</source>
        <translation>{0} photos de fruits, de cartons et de magasins (MIT)</translation>
    </message>
    <message>
        <source>{0} photos of garments (CC0)</source>
        <translation>{0} photos de vêtements (CC0)</translation>
    </message>
    <message>
        <source>{0} photos of people at work, offices, workshops and food (CC0, public domain, Unlicense, CC-BY-SA 4.0)</source>
        <translation>{0} photos de personnes au travail, de bureaux, d’ateliers et de nourriture (CC0, domaine public, Unlicense, CC-BY-SA 4.0)</translation>
    </message>
    <message>
        <source>{0} photos of things and animals, kept aside of training</source>
        <translation>{0} photos d’objets et d’animaux, écartées de l’entraînement</translation>
    </message>
    <message>
        <source>{0} photos of your own, {1}; {2} more were kept aside</source>
        <translation>{0} photos à vous, {1}&#xa0;; {2} autres ont été mises de côté</translation>
    </message>
    <message>
        <source>{0} places found</source>
        <translation>{0} endroits trouvés</translation>
    </message>
    <message>
        <source>{0} points of 100</source>
        <translation>{0} points sur 100</translation>
    </message>
    <message>
        <source>{0} ran out of memory; smaller tiles are used.</source>
        <translation>{0} a manqué de mémoire&#xa0;; des tuiles plus petites sont utilisées.</translation>
    </message>
    <message>
        <source>{0} scans have noise to learn; it works without a clean photo.</source>
        <translation>{0} numérisations ont du bruit à apprendre&#xa0;; cela marche sans photo propre.</translation>
    </message>
    <message>
        <source>{0} scans of old black-and-white portraits, kept from training</source>
        <translation>{0} scans de vieux portraits en noir et blanc, écartés de l’entraînement</translation>
    </message>
    <message>
        <source>{0} scratches or folds</source>
        <translation>{0} rayures ou pliures</translation>
    </message>
    <message>
        <source>{0} scratches or folds and one speck</source>
        <translation>{0} rayures ou pliures et une tache</translation>
    </message>
    <message>
        <source>{0} scratches or folds and {1} specks</source>
        <translation>{0} rayures ou pliures et {1} taches</translation>
    </message>
    <message>
        <source>{0} small or blurred faces spared half of it</source>
        <translation>{0} visages petits ou flous ménagés de moitié</translation>
    </message>
    <message>
        <source>{0} specks</source>
        <translation>{0} taches</translation>
    </message>
    <message>
        <source>{0} values of the photo become one of the code.</source>
        <translation>{0} valeurs de la photo deviennent une du code.</translation>
    </message>
    <message>
        <source>{0} {1} can be learnt from.</source>
        <translation>On peut apprendre de {0} {1}.</translation>
    </message>
    <message>
        <source>{0} differs by at most {1} from when it was made.</source>
        <translation>{0} diffère d’au plus {1} de ce qu’il était à sa création.</translation>
    </message>
    <message>
        <source>Perhaps a watermark, a stamp or a date, over {0} % of the photo, or lettering in the scene.</source>
        <translation>Peut-être un filigrane, un tampon ou une date, sur {0} % de la photo, ou du texte dans la scène.</translation>
    </message>
    <message>
        <source>The first page of this file is a small preview; the photo itself is shown.</source>
        <translation>La première page de ce fichier est un petit aperçu&#xa0;; c’est la photo elle-même qui est montrée.</translation>
    </message>
    <message>
        <source>dates that a camera burnt in alone, pixel by pixel</source>
        <translation>dates incrustées par un appareil photo seulement, pixel par pixel</translation>
    </message>
    <message>
        <source>marks in fonts and with logos that training never saw, pixel by pixel; those that repeat are found without the network</source>
        <translation>marques dans des polices et avec des logos jamais vus à l’entraînement, pixel par pixel ; celles qui se répètent sont trouvées sans le réseau</translation>
    </message>
    <message>
        <source>share of the pixels of clean photos that are said to be damaged with a chance over one half (%)</source>
        <translation>part des pixels de photos intactes dits abîmés avec une probabilité de plus d’une moitié (%)</translation>
    </message>
    <message>
        <source>the same marks, found and removed, PSNR in the mask</source>
        <translation>les mêmes marques, trouvées et enlevées, PSNR dans le masque</translation>
    </message>
    <message>
        <source>{0} has no place for the comment in this file; it will be left out.</source>
        <translation>{0} n’a pas de place pour le commentaire de ce fichier&#xa0;; il sera omis.</translation>
    </message>
    <message>
        <source>{0} has no place for the texts in this PNG file; they will be left out.</source>
        <translation>{0} n’a pas de place pour les textes de ce fichier PNG&#xa0;; ils seront omis.</translation>
    </message>
    <message>
        <source>{0} has no place for what Photoshop noted in this photo; it will be left out.</source>
        <translation>{0} n’a pas de place pour ce que Photoshop a noté dans cette photo&#xa0;; cela sera omis.</translation>
    </message>
    <message>
        <source>{0}, and a tint lies over all of them.</source>
        <translation>{0}, et une dominante les couvre tous.</translation>
    </message>
    <message>
        <source>{0}, learnt {1}.</source>
        <translation>{0}, appris {1}.</translation>
    </message>
    <message>
        <source>{0}, mostly at the {1}</source>
        <translation>{0}, surtout {1}</translation>
    </message>
    <message>
        <source>{0}, or start anew.</source>
        <translation>{0}, ou recommencez.</translation>
    </message>
    <message>
        <source>{0}, strength {1} %, on {2}</source>
        <translation>{0}, force {1}&#xa0;%, sur {2}</translation>
    </message>
    <message>
        <source>{0}, strength {1} %, on {2}: {3}</source>
        <translation>{0}, force {1}&#xa0;%, sur {2}&#xa0;: {3}</translation>
    </message>
    <message>
        <source>{0}, with other programs closed.</source>
        <translation>{0}, d’autres programmes étant fermés.</translation>
    </message>
    <message>
        <source>{0}. {1} computes instead.</source>
        <translation>{0}. {1} calcule à la place.</translation>
    </message>
    <message>
        <source>“halo” must not be larger than “receptive_radius”</source>
        <translation>«&#xa0;halo&#xa0;» ne doit pas dépasser «&#xa0;receptive_radius&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être lu&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be removed: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être supprimé&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be run: {1}</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas s’exécuter&#xa0;: {1}</translation>
    </message>
    <message>
        <source>“{0}” changed while it was read.</source>
        <translation>«&#xa0;{0}&#xa0;» a changé pendant la lecture.</translation>
    </message>
    <message>
        <source>“{0}” comes with the program and stays.</source>
        <translation>«&#xa0;{0}&#xa0;» fait partie du programme et reste.</translation>
    </message>
    <message>
        <source>“{0}” could not be installed: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être installé&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” does not return a photo as it is given one.</source>
        <translation>«&#xa0;{0}&#xa0;» ne rend pas une photo comme il la reçoit.</translation>
    </message>
    <message>
        <source>“{0}” does not return a photo of the size that it is given.</source>
        <translation>«&#xa0;{0}&#xa0;» ne rend pas une photo de la taille qu’il reçoit.</translation>
    </message>
    <message>
        <source>“{0}” exists already.</source>
        <translation>«&#xa0;{0}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>“{0}” has another size than its original.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas la taille de son original.</translation>
    </message>
    <message>
        <source>“{0}” has no transparency, so that nobody can tell the mark from its ground.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas de transparence, si bien qu’on ne peut distinguer la marque de son fond.</translation>
    </message>
    <message>
        <source>“{0}” holds characters that steer a terminal</source>
        <translation>«&#xa0;{0}&#xa0;» contient des caractères qui commandent un terminal</translation>
    </message>
    <message>
        <source>“{0}” holds no network.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient pas de réseau.</translation>
    </message>
    <message>
        <source>“{0}” is a PSD file of a kind that cannot be read.</source>
        <translation>«&#xa0;{0}&#xa0;» est un fichier PSD d’un genre qui ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“{0}” is a TIFF file of a rare kind that cannot be read.</source>
        <translation>«&#xa0;{0}&#xa0;» est un fichier TIFF d’un genre rare, qui ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“{0}” is a file.</source>
        <translation>«&#xa0;{0}&#xa0;» est un fichier.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not a photo.</source>
        <translation>«&#xa0;{0}&#xa0;» est un dossier, pas une photo.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>«&#xa0;{0}&#xa0;» est un dossier.</translation>
    </message>
    <message>
        <source>“{0}” is damaged, or made for another version than {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé, ou fait pour une autre version que {1}.</translation>
    </message>
    <message>
        <source>“{0}” is empty</source>
        <translation>«&#xa0;{0}&#xa0;» est vide</translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation>«&#xa0;{0}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>“{0}” is far too large for a recipe.</source>
        <translation>«&#xa0;{0}&#xa0;» est beaucoup trop grand pour une recette.</translation>
    </message>
    <message>
        <source>“{0}” is far too large for a sidecar.</source>
        <translation>«&#xa0;{0}&#xa0;» est beaucoup trop grand pour un fichier annexe.</translation>
    </message>
    <message>
        <source>“{0}” is in the output folder.</source>
        <translation>«&#xa0;{0}&#xa0;» est dans le dossier des résultats.</translation>
    </message>
    <message>
        <source>“{0}” is no pack of Restorer {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un module de Restorer {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no secure address, so it is not asked.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une adresse sûre et n’est donc pas interrogée.</translation>
    </message>
    <message>
        <source>“{0}” is no sidecar.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un fichier annexe.</translation>
    </message>
    <message>
        <source>“{0}” is not a file.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un fichier.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of file that can be saved.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un type de fichier qu’on peut enregistrer.</translation>
    </message>
    <message>
        <source>“{0}” is not a known entry</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une entrée connue</translation>
    </message>
    <message>
        <source>“{0}” is not a picture that can be opened.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une image qu’on peut ouvrir.</translation>
    </message>
    <message>
        <source>“{0}” is not a shared model, or it is damaged.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un modèle partagé, ou il est endommagé.</translation>
    </message>
    <message>
        <source>“{0}” is not a task this program knows</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une tâche que ce programme connaît</translation>
    </message>
    <message>
        <source>“{0}” is the original, which is never written over.</source>
        <translation>«&#xa0;{0}&#xa0;» est l’original, qui n’est jamais écrasé.</translation>
    </message>
    <message>
        <source>“{0}” is there already and does not belong to this photo; it is kept.</source>
        <translation>«&#xa0;{0}&#xa0;» existe déjà et ne concerne pas cette photo&#xa0;; ce fichier est conservé.</translation>
    </message>
    <message>
        <source>“{0}” is too large for a small picture.</source>
        <translation>«&#xa0;{0}&#xa0;» est trop grand pour une vignette.</translation>
    </message>
    <message>
        <source>“{0}” is too large to be a model.</source>
        <translation>«&#xa0;{0}&#xa0;» est trop grand pour être un modèle.</translation>
    </message>
    <message>
        <source>“{0}” is too long a name to have a sidecar.</source>
        <translation>«&#xa0;{0}&#xa0;» est un nom trop long pour un fichier annexe.</translation>
    </message>
    <message>
        <source>“{0}” is {1} GB long, which no photo of this kind and size is.</source>
        <translation>«&#xa0;{0}&#xa0;» fait {1} Go, ce qu’aucune photo de ce type et de cette taille ne fait.</translation>
    </message>
    <message>
        <source>“{0}” looks like a {1} file, but it is damaged or incomplete.</source>
        <translation>«&#xa0;{0}&#xa0;» ressemble à un fichier {1}, mais il est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>“{0}” may not be read.</source>
        <translation>Il n’est pas permis de lire «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>“{0}” must be a list of objects</source>
        <translation>«&#xa0;{0}&#xa0;» doit être une liste d’objets</translation>
    </message>
    <message>
        <source>“{0}” must be a list of texts</source>
        <translation>«&#xa0;{0}&#xa0;» doit être une liste de textes</translation>
    </message>
    <message>
        <source>“{0}” must be a number that is not negative</source>
        <translation>«&#xa0;{0}&#xa0;» doit être un nombre non négatif</translation>
    </message>
    <message>
        <source>“{0}” must be a whole number from {1} to {2}</source>
        <translation>«&#xa0;{0}&#xa0;» doit être un nombre entier de {1} à {2}</translation>
    </message>
    <message>
        <source>“{0}” must be an object</source>
        <translation>«&#xa0;{0}&#xa0;» doit être un objet</translation>
    </message>
    <message>
        <source>“{0}” must be text</source>
        <translation>«&#xa0;{0}&#xa0;» doit être du texte</translation>
    </message>
    <message>
        <source>“{0}” must be the plain name of a file beside the card</source>
        <translation>«&#xa0;{0}&#xa0;» doit être le simple nom d’un fichier à côté de la fiche</translation>
    </message>
    <message>
        <source>“{0}” must be {1}</source>
        <translation>«&#xa0;{0}&#xa0;» doit être&#xa0;: {1}</translation>
    </message>
    <message>
        <source>“{0}” must name one plane or more, each once</source>
        <translation>«&#xa0;{0}&#xa0;» doit nommer un plan ou plusieurs, chacun une fois</translation>
    </message>
    <message>
        <source>“{0}” was changed or moved since it was opened; the result is saved, but no recipe beside it could prove what it was made from.</source>
        <translation>«&#xa0;{0}&#xa0;» a été modifié ou déplacé depuis son ouverture&#xa0;; le résultat est enregistré, mais aucune recette à côté ne pourrait prouver de quoi il a été fait.</translation>
    </message>
    <message>
        <source>“{0}” was not made to find damage.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas été fait pour trouver des dégâts.</translation>
    </message>
    <message>
        <source>“{0}” was written by a newer program.</source>
        <translation>«&#xa0;{0}&#xa0;» a été écrit par un programme plus récent.</translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>Restorer ended unexpectedly the last time. No original was touched.</source>
        <translation>Restorer s’est arrêté inopinément la dernière fois. Aucun original n’a été touché.</translation>
    </message>
    <message>
        <source>What happened is kept on this computer only; copy it for the makers.</source>
        <translation>Ce qui s’est passé reste sur cet ordinateur&#xa0;; copiez-le pour les auteurs.</translation>
    </message>
</context>
</TS>
