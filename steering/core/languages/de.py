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
    limits=paired(
        """
        past: Dieses Datum liegt in der Vergangenheit. | future: Dieses Datum liegt noch in der Zukunft. | today: Heute geht leider nicht.
        after: Das Datum muss nach diesem Tag liegen: {{ limit }}. | before: Das Datum muss vor diesem Tag liegen: {{ limit }}.
        from: Der früheste Tag ist: {{ limit }}. | until: Der späteste Tag ist: {{ limit }}.
        up to: Das ist mehr als {{ limit }}. | at least: Das ist weniger als {{ limit }}.
        digit: Ich brauche eine Ziffer. | digits: Ich brauche {{ limit }} Ziffern.
        phone: Diese Telefonnummer ist nicht vollständig. | email: Diese E-Mail-Adresse ist nicht vollständig.
        """
    ),
    which_half="Am Vormittag oder am Nachmittag?",
    morning=listed("morgen | morgens | vormittag | vormittags | früh | am morgen | am vormittag"),
    later=listed("nachmittag | nachmittags | abend | abends | am nachmittag | am abend"),
    night=listed("nacht | nachts | in der nacht"),
    what_to_change="Was soll ich ändern?",
    changes=listed("ändern | andere | anderer | anderes | anderen | falsch | fehler | stimmt nicht"),
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
    plain_yes=listed("ja | ja ja | jawohl"),
    yes=listed(
        """
        ja | jawohl | warum nicht | genau | richtig | das ist richtig | korrekt | stimmt | das stimmt | natürlich
        selbstverständlich | klar | na klar | auf jeden fall | einverstanden | gerne | am apparat | das bin ich | okay
        ok | in ordnung
        """
    ),
    no=listed(
        """
        nein | nee | nö | nein danke | auf keinen fall | nie | niemals | nicht | gar nicht | nicht wirklich
        jetzt nicht | noch nicht | natürlich nicht | falsch | das stimmt nicht | das ist nicht richtig
        ich glaube nicht | falsche nummer | falsch verbunden
        """
    ),
    unsure=listed(
        """
        vielleicht | kommt darauf an | es kommt darauf an | weiß nicht | ich weiß nicht | nicht sicher
        ich bin nicht sicher | ich bin mir nicht sicher | keine ahnung | ich glaube | ich denke | jein
        wahrscheinlich | ja und nein
        """
    ),
    neutral=listed("kein problem | nicht schlecht | ich verstehe nicht | guten morgen | guten tag"),
    negations=listed("nicht | nie | niemals | kein | keine | keinen | ohne"),
    negations_after=listed("nicht | ist nicht"),
    conditions=listed("wenn | falls | sofern | außer"),
    both=listed("und | oder | aber"),
    corrections=listed("nein warten sie | warten sie | warte | entschuldigung | ich meine"),
    fillers=listed("äh | ähm | hm | ah | also"),
    polite=listed("bitte | danke | danke schön | vielen dank"),
    greetings=listed("hallo | guten tag"),
    voicemail=listed(
        """
        hinterlassen sie eine nachricht | nach dem signalton | nach dem ton | anrufbeantworter | mailbox
        nicht erreichbar
        """
    ),
    repeat=listed("wiederholen | noch einmal | wie bitte"),
    agent=listed("mitarbeiter | einen menschen | berater | eine person"),
    stop=listed("auf wiederhören | auflegen"),
    opt_out=listed(
        """
        rufen sie nicht mehr an | rufen sie mich nicht mehr an | rufen sie nie wieder an | rufen sie mich nie wieder an
        rufen sie hier nicht mehr an | nicht mehr anrufen | nie wieder anrufen | nicht mehr angerufen werden | keine anrufe mehr
        hören sie auf anzurufen | hören sie auf mich anzurufen | lassen sie mich in ruhe | löschen sie meine nummer
        streichen sie mich von der liste | streichen sie mich von ihrer liste | nehmen sie mich von der liste
        nehmen sie mich von ihrer liste
        """
    ),
    digits=listed("null | eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun"),
)
