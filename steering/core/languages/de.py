"""German: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="de",
    if_silent=(
        "Sind Sie noch da? {{ question }}",
        "Ich kann Sie nicht hören. {{ question }}",
    ),
    if_unclear=(
        "Entschuldigung, das habe ich nicht verstanden. {{ question }}",
        "Es tut mir leid, ich habe das immer noch nicht verstanden. {{ question }}",
    ),
    if_trouble="Es tut mir leid, bei uns ist etwas schiefgegangen. Bitte sagen Sie das noch einmal.",
    goodbye="Vielen Dank für Ihre Zeit. Auf Wiederhören.",
    connecting="Einen Moment, ich verbinde Sie.",
    one_moment="Einen Moment.",
    take_your_time="Natürlich, lassen Sie sich Zeit.",
    limits=paired(
        """
        past: Dieses Datum liegt in der Vergangenheit. | future: Dieses Datum liegt noch in der Zukunft. | today: Heute geht leider nicht.
        year: Ich brauche den Tag, den Monat und das Jahr.
        after: Das Datum muss nach diesem Tag liegen: {{ limit }}. | before: Das Datum muss vor diesem Tag liegen: {{ limit }}.
        from: Der früheste Tag ist: {{ limit }}. | until: Der späteste Tag ist: {{ limit }}.
        time after: Die Uhrzeit muss nach {{ limit }} liegen. | time before: Die Uhrzeit muss vor {{ limit }} liegen.
        time from: Die früheste Uhrzeit ist {{ limit }}. | time until: Die späteste Uhrzeit ist {{ limit }}.
        up to: Das ist mehr als {{ limit }}. | at least: Das ist weniger als {{ limit }}.
        digit: Ich brauche eine Ziffer. | digits: Ich brauche {{ limit }} Ziffern.
        phone: Diese Telefonnummer ist nicht vollständig. | email: Diese E-Mail-Adresse ist nicht vollständig.
        """
    ),
    noted="Danke.",
    which_half="Am Vormittag oder am Nachmittag?",
    morning=listed("morgen | morgens | vormittag | vormittags | früh | am morgen | am vormittag"),
    later=listed("nachmittag | nachmittags | abend | abends | am nachmittag | am abend"),
    night=listed("nacht | nachts | in der nacht"),
    what_to_change="Was soll ich ändern?",
    changes=listed("ändern | andere | anderer | anderes | anderen | falsch | fehler | stimmt nicht | außer | bis auf"),
    everything=listed("alles | alle | beide | beides"),
    called={
        "date": listed("tag | datum"),
        "time": listed("uhrzeit | zeit | stunde"),
        "money": listed("betrag | summe | geld"),
        "number": listed("zahl | anzahl"),
        "digits": listed("nummer | code | ziffern"),
        "phone": listed("telefonnummer | telefon | nummer"),
        "email": listed("e mail | mail | adresse"),
        "name": listed("name | namen"),
        "spelling": listed("name | schreibweise"),
    },
    none=listed(
        """
        keiner | keine | keins | keinen | niemand | gar keine | gar keiner | überhaupt keine | ich habe keine
        wir haben keine
        """
    ),
    whole=listed(
        """
        alles | den ganzen betrag | die ganze summe | den vollen betrag | den gesamten betrag
        die gesamte summe | komplett | alles auf einmal | ich zahle alles | ich möchte alles zahlen
        ich bezahle alles | das ganze | die volle summe | den kompletten betrag
        """
    ),
    plain_yes=listed("ja | ja ja | jawohl"),
    agreeing=listed("ich stimme zu | ich bin einverstanden | einverstanden"),
    yes=listed(
        """
        ja | jawohl | warum nicht | genau | richtig | das ist richtig | korrekt | stimmt | das stimmt | natürlich | selbstverständlich
        klar | na klar | auf jeden fall | einverstanden | gerne | am apparat | das bin ich | jo | jep | jup | joa | passt | das passt
        passt so | geht klar | so ist es | genau so ist es | ganz genau | absolut | unbedingt | aber sicher | sicherlich | freilich
        logisch | logo | definitiv | sehr gerne | machen wir | machen sie das | ich bin dran | selbst am apparat | höchstpersönlich
        ich bestätige | ich stimme zu | bin einverstanden | damit bin ich einverstanden | von mir aus gern | ja doch | doch doch
        aber ja | jawoll | selbstverständlich ja | wieso nicht | das wäre schön | spricht nichts dagegen | habe ich schon gemacht
        hab ich schon gemacht
        """
    ),
    soft_yes=listed(
        """
        okay | ok | in ordnung | gut | sehr gut | alles klar | perfekt | super | prima | von mir aus | meinetwegen | geht in ordnung
        passt schon | keine einwände | ich habe keine einwände
        """
    ),
    ordinary=listed(
        """
        genau | richtig | korrekt | klar | natürlich | gerne | sicherlich | absolut | unbedingt | definitiv | freilich | logisch | gut
        super | prima | perfekt | stimmt | passt
        """
    ),
    openers=listed("ich | das | er | wir | ja | aber | und | so | mach | machen | bin | hier | da"),
    brief_yes=listed(
        """
        ich bin da | wir sind da | wir werden da sein | ich werde kommen | ich bin dabei
        ich komme | ich werde da sein | wir kommen | doch | sicher | gern | bin ich | das habe ich | das hab ich
        das möchte ich | das will ich | bestimmt
        """
    ),
    no=listed(
        """
        nein | nee | nö | nein danke | auf keinen fall | nie | niemals | nicht | gar nicht | nicht wirklich | jetzt nicht | noch nicht
        natürlich nicht | falsch | das stimmt nicht | das ist nicht richtig | ich glaube nicht | falsche nummer | falsch verbunden
        nee danke | ne danke | auf gar keinen fall | keinesfalls | keineswegs | überhaupt nicht | kommt nicht in frage
        kommt nicht infrage | lieber nicht | eher nicht | besser nicht | ich denke nicht | glaube ich nicht | ich glaub nicht
        glaub nicht | das bin ich nicht | bin ich nicht | ich nicht | ich bin das nicht | der bin ich nicht | die bin ich nicht
        kein interesse | ich habe kein interesse | kein bedarf | keine lust | ich möchte nicht | möchte ich nicht | ich will nicht
        will ich nicht | brauche ich nicht | nicht nötig | nicht interessiert | passt nicht | das passt nicht | geht nicht
        das geht nicht | geht leider nicht | verkehrt | unsinn | mitnichten | von wegen | sie irren sich | nicht einverstanden
        ich lehne ab | hier falsch | da sind sie falsch | nicht richtig | nicht korrekt | stimmt nicht | wohl kaum | kaum
        """
    ),
    busy=listed(
        """
        will nicht mit ihnen sprechen | möchte nicht mit ihnen sprechen | will nicht sprechen | will nicht mit ihnen reden
        möchte nicht sprechen
        ist nicht da | ist nicht hier | ist nicht zu hause | ist nicht zuhause | ist nicht daheim | ist gerade nicht da
        ist leider nicht da | ist leider gerade nicht da | ist im moment nicht da | ist momentan nicht da | ist jetzt nicht da
        ist gerade nicht zu hause | ist im moment nicht zu hause | ist nicht erreichbar | ist gerade nicht erreichbar
        ist noch nicht da | kann gerade nicht | kann jetzt nicht sprechen | ich kann gerade nicht
        """
    ),
    unsure=listed(
        """
        no problem | lasse ich mir nicht entgehen | das lasse ich mir nicht entgehen | das verpasse ich nicht | werde es nicht verpassen
        ich werde ihn nicht verpassen
        vielleicht | kommt darauf an | es kommt darauf an | weiß nicht | ich weiß nicht | nicht sicher | ich bin nicht sicher
        ich bin mir nicht sicher | keine ahnung | ich glaube | ich denke | jein | wahrscheinlich | ja und nein | ich glaube schon
        glaube schon | ich glaub schon | glaub schon | ich denke schon | denke schon | schon möglich | möglich | kann sein | könnte sein
        mal sehen | mal schauen | schauen wir mal | je nachdem | eventuell | weiß ich nicht | das weiß ich nicht | weiß nicht genau
        keinen schimmer | ich überlege noch | muss ich überlegen | muss ich mir überlegen | ich muss überlegen
        das muss ich mir überlegen | teils teils | mehr oder weniger | schwer zu sagen | egal | ist mir egal | mir egal | manchmal
        ein andermal | na ja | naja | vermutlich | irgendwie schon | ich hoffe es | nicht wirklich sicher | nicht immer | nicht ganz
        das kommt drauf an | kommt drauf an | es kommt drauf an | weiß ich jetzt nicht | weiß ich gerade nicht | weiß ich leider nicht
        weiß ich noch nicht | weiß ich auch nicht | weiß ich nicht genau | weiß nicht so recht
        """
    ),
    relatives=listed(
        """
        ich bin ihr mann | hier ist ihr mann | hier spricht ihr mann | das ist ihr mann | ich bin seine frau
        hier ist seine frau | hier spricht seine frau | das ist seine frau | ich bin ihr sohn | hier ist ihr sohn
        hier spricht ihr sohn | das ist ihr sohn | ich bin sein sohn | hier ist sein sohn | hier spricht sein sohn
        das ist sein sohn | ich bin ihre tochter | hier ist ihre tochter | hier spricht ihre tochter | das ist ihre tochter
        ich bin seine tochter | hier ist seine tochter | hier spricht seine tochter | das ist seine tochter
        ich bin ihre mutter | hier ist ihre mutter | hier spricht ihre mutter | das ist ihre mutter | ich bin seine mutter
        hier ist seine mutter | hier spricht seine mutter | das ist seine mutter | ich bin ihr vater | hier ist ihr vater
        hier spricht ihr vater | das ist ihr vater | ich bin sein vater | hier ist sein vater | hier spricht sein vater
        das ist sein vater | ich bin ihr bruder | hier ist ihr bruder | hier spricht ihr bruder | das ist ihr bruder
        ich bin sein bruder | hier ist sein bruder | hier spricht sein bruder | das ist sein bruder | ich bin ihre schwester
        hier ist ihre schwester | hier spricht ihre schwester | das ist ihre schwester | ich bin seine schwester
        hier ist seine schwester | hier spricht seine schwester | das ist seine schwester | ich bin ihr freund
        hier ist ihr freund | hier spricht ihr freund | das ist ihr freund | ich bin seine freundin | hier ist seine freundin
        hier spricht seine freundin | das ist seine freundin | ich bin der mann | ich bin die frau | ich bin der sohn
        ich bin die tochter
        """
    ),
    oneself=listed(
        """
        am apparat | selbst am apparat | das bin ich | bin ich | ich bin es | ich bin's | ich bin dran | höchstpersönlich
        am telefon | der bin ich | die bin ich
        """
    ),
    confirming=listed(
        """
        genau | richtig | das ist richtig | korrekt | stimmt | das stimmt | jo | jep | jup | joa | so ist es | genau so ist es
        ganz genau | ja doch | aber ja | jawoll
        """
    ),
    taking=listed("ja bitte | ja bitte sehr | ja bitte schön"),
    excuses=listed("entschuldigung ich war | tut mir leid ich war"),
    introductions=listed(
        """
        ich bin … | ich bin die … | ich bin der … | hier ist … | hier spricht … | mein name ist … | ich heiße … | sie sprechen mit …
        … am apparat | … am telefon | … hier
        """
    ),
    seeking=listed("mit | ist | sind sie | das | heißen sie"),
    asking_for=listed(
        """
        spreche | sprech | sprechen | telefoniere | verbunden | erreiche | erreicht | sind sie … | heißen sie … | ist da … | ist das … ?
        ist … ? | ist … da | ist … zu hause | ist … hier
        """
    ),
    neutral=listed(
        """
        ich spreche kein deutsch | spreche kein deutsch | kein deutsch | spreche nicht deutsch
        nur zu
        nicht auflegen | kein problem | nicht schlecht | ich verstehe nicht | guten morgen | guten tag | ich verstehe sie nicht
        nicht verstanden | ich habe sie nicht verstanden | habe ich nicht verstanden | das habe ich nicht verstanden
        ich höre nichts | ich kann sie nicht hören | ich höre sie nicht | nicht gehört | nicht wahr | oder nicht | ja hallo
        hallo ja | kein thema | macht nichts | guten abend | legen sie nicht auf | stimmt das | stimmt was nicht | ist das richtig
        ist das korrekt | die richtige nummer | der richtige | die richtige | alles gut | ja moment | ja bitte wer
        """
    ),
    negations=listed("nicht | nie | niemals | kein | keine | keinen | keinem | keiner | keinerlei | ohne"),
    negations_after=listed("nicht | ist nicht | will ich nicht | möchte ich nicht | muss ich nicht | wollte ich nicht"),
    turns=listed("sondern | aber | weil | verbinden sie | geben sie mir | lieber"),
    asides=listed(
        """
        ich weiß nicht | weiß nicht | weiß ich nicht | nicht sicher | jetzt nicht | noch nicht | nicht wirklich | ich verstehe nicht
        ich glaube nicht | gar nicht
        """
    ),
    telling=listed(
        """
        letztes mal | das letzte mal | beim letzten mal | letzte woche | letzten monat | damals | wenn ich | wenn wir | falls ich
        falls wir | sofern ich
        """
    ),
    nearly=listed("wollte eigentlich | wollte schon | wollte erst | wollten eigentlich"),
    granting=listed("okay | ok | gut | schön | nett | recht | lieb | möglich | ginge | geht"),
    spoken_with=listed("sind sie | bist du | ist das | spreche ich mit | gesprochen mit | telefoniert mit | ich bin"),
    agent_tells=listed("hat gesagt | hat mir | sagte | war | hat angerufen | hat mich | gesprochen"),
    agent_wishes=listed("möchte | will | brauche | verbinden | geben | bitte"),
    conditions=listed(
        """
        wenn | falls | sofern | außer | nur wenn | solange | es sei denn | vorausgesetzt | unter der bedingung | wenn es sein muss
        """
    ),
    reserves=listed(
        """
        nur | bloß | lediglich | zwischen
        aber | außer | bis auf | ich hole sie | ich hole ihn | ich gebe sie weiter | ich reiche weiter | was ist mit
        nur nicht
        """
    ),
    both=listed("und | oder | aber"),
    adding=listed("und | auch | noch | außerdem | dazu | und noch | und auch"),
    questions=listed(
        """
        wer | was | wie | wo | wann | warum | wieso | weshalb | woher | welche | welcher | welches | worum | wofür | sind sie
        haben sie | können sie | kann ich | darf ich
        """
    ),
    asking_back=listed(
        """
        was gibt es | was gibt's | was ist los | was ist denn | was wünschen sie | was willst du
        was kann ich für sie tun | wie kann ich ihnen helfen | kann ich ihnen helfen
        wer ist da | wer ist denn da | wer spricht | wer spricht da | wer spricht denn da | wer sind sie
        wer ist am apparat | wer ist dran | mit wem spreche ich | wer ruft an | wer ruft da an | worum geht es
        worum geht's | um was geht es | um was geht's | worum handelt es sich | warum rufen sie an | warum rufen sie mich an
        weshalb rufen sie an | was wollen sie | was möchten sie | von wo rufen sie an
        """
    ),
    corrections=listed("nein warten sie | warten sie | warte | entschuldigung | ich meine"),
    past=listed(
        """
        habe schon | habe bereits | hab schon | haben schon | haben bereits | schon bezahlt | bereits bezahlt | schon überwiesen
        bereits überwiesen
        """
    ),
    fillers=listed("äh | ähm | hm | ah | also"),
    polite=listed("bitte | danke | danke schön | vielen dank"),
    greetings=listed("hallo | guten tag"),
    endings=listed("en | em | er | es | e"),
    determiners=listed(
        """
        der | die | das | den | dem | ein | eine | einen | einem | einer | mein | meine | meinen | meinem | meiner | unser
        unsere | unseren | ihre | ihren | diese | diesen | dieses
        """
    ),
    naming=listed(
        """
        ich heiße … | mein name ist … | mein voller name ist … | der name ist … | name ist … | auf den namen … | ich bin der …
        ich bin die … | ich bin frau … | ich bin herr … | das ist …
        """
    ),
    joining=listed("von | van | der | zu | de"),
    known=listed(
        """
        ich | du | er | sie | es | wir | ihr | habe | hast | hat | haben | bin | bist | ist | sind | war | kann | können
        will | wollen | möchte | muss | müssen | brauche | brauchen | weiß | wissen | tut | tun | mir | mich | dir | ihm
        ihnen | uns | mein | meine | dein | sein | zahn | zahnschmerzen | schmerzen | weh | kopf | kalt | warm | krank
        termin | mann | frau | sohn | tochter | vater | mutter | bruder | schwester | arbeitet | arbeit | geld | rechnung
        karte | konto | nummer | telefon | haus | zeit | uhr | tag | heute | morgen | gestern | jetzt | hier | da | dort | gut
        schlecht | sehr | viel | mehr | nichts | alles | etwas | für | mit | ohne | und | oder | aber | wenn | weil | dass
        in | im | am | an | auf | bei | aus | nach | geht | gehen | patient | kunde | neu | beschäftigt | kein | keine | name
        vorname | nachname | danke | moment | jemand | niemand | immer | nie | auch | noch | schon | nur | verloren
        diabetiker | diabetikerin | allergisch
        """
    ),
    voicemail=listed(
        """
        hinterlassen sie eine nachricht | nach dem signalton | nach dem ton | anrufbeantworter | mailbox
        nicht erreichbar
        """
    ),
    live=listed(
        """
        etwas ausrichten | was ausrichten | ich richte es aus | ich richte ihm | ich richte ihr
        kann ich eine nachricht aufnehmen | wer spricht denn da | mit wem spreche ich | worum geht es denn | worum es geht
        """
    ),
    repeat=listed(
        """
        wiederholen | bitte wiederholen | wiederholen sie bitte | bitte wiederholen sie das | wiederholen sie das bitte | noch einmal
        noch einmal bitte | noch mal | noch mal bitte | nochmal | nochmal bitte | wie bitte | wie | was | was bitte | was haben sie gesagt
        was sagten sie | können sie das wiederholen | können sie das bitte wiederholen | könnten sie das wiederholen
        könnten sie das bitte wiederholen | das habe ich nicht verstanden | ich habe das nicht verstanden | ich habe sie nicht verstanden
        ich habe nicht verstanden | habe ich nicht verstanden | ich verstehe sie nicht | ich höre sie nicht | ich kann sie nicht hören
        ich habe sie nicht gehört | entschuldigung | entschuldigung wie bitte
        wer | wer denn
        """
    ),
    wait=listed(
        """
        moment | einen moment | moment mal | einen kleinen moment | einen augenblick | augenblick | sekunde | eine sekunde
        kleine sekunde | eine minute | eine kleine minute | warten | warte | warten sie | warte mal | warten sie mal
        warten sie kurz | warten sie bitte | warten sie einen moment | warten sie bitte einen moment | warten sie eine sekunde
        warten sie eine minute | bleiben sie dran | kurz warten | können sie kurz warten | können sie einen moment warten
        geben sie mir eine minute | geben sie mir eine sekunde | geben sie mir einen moment | nicht auflegen
        """
    ),
    fetching=listed(
        """
        lassen sie mich nachdenken | lassen sie mich überlegen | lassen sie mich nachsehen | lassen sie mich kurz nachsehen
        lassen sie mich schauen | lassen sie mich kurz schauen | ich schaue nach | ich schaue kurz nach | ich schaue mal nach
        ich sehe nach | ich hole kurz … | ich hole nur … | ich hole mal … | ich hole mir … | ich hole meine …
        ich hole meinen … | ich hole mein … | ich hole einen … | ich suche … | ich muss nachsehen | ich muss kurz nachsehen
        ich frage meinen … | ich frage meine … | ich frage kurz meinen … | ich frage kurz meine …
        ich frage mal meinen … | ich frage mal meine … | lassen sie mich meinen mann fragen
        lassen sie mich meine frau fragen | lassen sie mich kurz meinen mann fragen
        lassen sie mich kurz meine frau fragen | ich muss kurz meinen mann fragen | ich muss kurz meine frau fragen
        es klingelt an der tür | es hat geklingelt | es klingelt gerade | jemand ist an der tür
        da ist jemand an der tür
        """
    ),
    back=listed(
        """
        ich bin wieder da | bin wieder da | da bin ich wieder | ich bin da | so | so jetzt | fertig | ich bin so weit | bereit
        ich bin bereit | weiter | machen sie weiter | sie können weitermachen | es kann weitergehen | ich habe es | ich hab es
        sind sie noch da | sind sie noch dran | danke fürs warten
        """
    ),
    robot=listed(
        """
        sind sie ein roboter | spreche ich mit einem menschen | sind sie ein mensch | sind sie echt | sind sie eine maschine
        ist das ein roboter | ist das eine maschine | ist das ein computer | ist das eine aufnahme | ist das ein mensch
        ist das eine echte person | bist du ein roboter | bist du ein mensch | sind sie eine ki | bist du eine ki
        spreche ich mit einem roboter | spreche ich mit einer maschine | spreche ich mit einem computer
        """
    ),
    agent=listed("mitarbeiter | einen menschen | berater | eine person"),
    stop=listed(
        """
        auf wiederhören | auf wiedersehen | wiederhören | wiedersehen | tschüss | tschüs | ciao | auflegen | ich lege auf
        ich lege jetzt auf | ich muss auflegen | ich muss los | ich muss jetzt los | das gespräch beenden
        gespräch beenden | schönen tag noch | einen schönen tag noch
        """
    ),
    oaths=listed(
        """
        verdammt | verdammte | verdammten | verdammter | verdammtes | verdammt noch mal | verdammt nochmal | verflucht | verfluchte
        verfluchten | verflixt | scheiß | scheiss | scheiße | verfickt | verfickte | verfickten | gefälligst | zum teufel
        zum teufel noch mal | zum donnerwetter | herrgott | herrgott noch mal | um gottes willen
        """
    ),
    opt_out=listed(
        """
        rufen sie nicht mehr an | rufen sie mich nicht mehr an | rufen sie nie wieder an | rufen sie mich nie wieder an
        rufen sie hier nicht mehr an | nicht mehr anrufen | nie wieder anrufen | nicht mehr angerufen werden | keine anrufe mehr
        hören sie auf anzurufen | hören sie auf mich anzurufen | lassen sie mich in ruhe | löschen sie meine nummer
        streichen sie mich von der liste | streichen sie mich von ihrer liste | nehmen sie mich von der liste
        nehmen sie mich von ihrer liste | rufen sie nicht wieder an | rufen sie mich nicht wieder an | rufen sie bitte nicht mehr an
        rufen sie mich bitte nicht mehr an | rufen sie bitte nie wieder an | rufen sie mich bitte nie wieder an
        rufen sie hier bitte nicht mehr an | rufen sie hier nie wieder an | rufen sie nie mehr an | rufen sie mich nie mehr an
        rufen sie hier nie mehr an | ruf nicht mehr an | ruf mich nicht mehr an | ruft nicht mehr an | ruft mich nicht mehr an
        ruft nie wieder an | ruft mich nie wieder an | ruf nie wieder an | ruf mich nie wieder an | nie mehr anrufen
        nicht wieder anrufen | nicht länger anrufen | nicht mehr belästigen | nicht mehr kontaktieren | nicht mehr kontaktiert werden
        nicht mehr belästigt werden | nie wieder angerufen werden | keine anrufe | keine weiteren anrufe | keine werbeanrufe
        keinen anruf mehr | hören sie auf hier anzurufen | hören sie bitte auf anzurufen | hören sie bitte auf mich anzurufen
        hören sie endlich auf | aufhören mich anzurufen | aufhören anzurufen | schluss mit den anrufen | lassen sie mich bitte in ruhe
        lasst mich in ruhe | lass mich in ruhe | lassen sie mich in frieden | lassen sie mich endlich in ruhe | lassen sie uns in ruhe
        löschen sie bitte meine nummer | löschen sie diese nummer | meine nummer löschen | löschen sie meine daten
        löschen sie bitte meine daten | meine daten löschen | entfernen sie meine nummer | nehmen sie meine nummer raus
        vergessen sie meine nummer | vergessen sie diese nummer | belästigen sie mich nicht | belästigen sie mich nicht mehr
        belästigen sie mich nie wieder | kontaktieren sie mich nicht | kontaktieren sie mich nicht mehr
        kontaktieren sie mich nie wieder | melden sie sich nicht mehr | melden sie sich nie wieder | nichts mehr von ihnen hören
        widerrufe meine einwilligung | ziehe meine einwilligung zurück | nehmen sie mich bitte von der liste
        nehmen sie mich bitte von ihrer liste | nehmen sie mich bitte aus der liste | nehmen sie mich bitte aus ihrer liste
        nehmen sie mich bitte aus dem verteiler | nehmen sie mich bitte aus ihrer datenbank | nehmen sie mich aus der liste
        nehmen sie mich aus ihrer liste | nehmen sie mich aus dem verteiler | nehmen sie mich aus ihrer datenbank
        streichen sie mich bitte von der liste | streichen sie mich bitte von ihrer liste | streichen sie mich bitte aus der liste
        streichen sie mich bitte aus ihrer liste | streichen sie mich bitte aus dem verteiler
        streichen sie mich bitte aus ihrer datenbank | streichen sie mich aus der liste | streichen sie mich aus ihrer liste
        streichen sie mich aus dem verteiler | streichen sie mich aus ihrer datenbank | löschen sie mich bitte von der liste
        löschen sie mich bitte von ihrer liste | löschen sie mich bitte aus der liste | löschen sie mich bitte aus ihrer liste
        löschen sie mich bitte aus dem verteiler | löschen sie mich bitte aus ihrer datenbank | löschen sie mich von der liste
        löschen sie mich von ihrer liste | löschen sie mich aus der liste | löschen sie mich aus ihrer liste
        löschen sie mich aus dem verteiler | löschen sie mich aus ihrer datenbank | entfernen sie mich bitte von der liste
        entfernen sie mich bitte von ihrer liste | entfernen sie mich bitte aus der liste | entfernen sie mich bitte aus ihrer liste
        entfernen sie mich bitte aus dem verteiler | entfernen sie mich bitte aus ihrer datenbank | entfernen sie mich von der liste
        entfernen sie mich von ihrer liste | entfernen sie mich aus der liste | entfernen sie mich aus ihrer liste
        entfernen sie mich aus dem verteiler | entfernen sie mich aus ihrer datenbank
        löschen sie alle meine daten | streichen sie meinen namen | streichen sie bitte meinen namen
        nehmen sie meinen namen | nehmen sie bitte meinen namen | löschen sie meinen namen
        löschen sie bitte meinen namen | entfernen sie meinen namen | entfernen sie bitte meinen namen
        entfernen sie meine daten | entfernen sie bitte meine daten | bitte nicht anrufen
        """
    ),
    no_opt_out="""
        in ruhe (nachdenken/überlegen/ausreden/nachsehen/nachschauen/suchen/lesen)
        meinen namen (aus dem/von dem/vom/aus der/von der/aus diesem) (vertrag/konto/police/rechnung/versicherung/mietvertrag)
        """,
    digits=listed("null | eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun"),
)
