"""German: what its words for numbers, amounts, days and hours mean."""

from steering.core.hearing.tongues.lexicon import Lexicon

LEXICON = Lexicon(
    tag="de",
    country="DE",
    currency="EUR",
    regions={"CH": "CHF", "LI": "CHF"},
    respell={
        "fuffz": "funfz",
        "fumfz": "funfz",
        "fuenf": "funf",
        "zwoelf": "zwolf",
        "dreizig": "dreissig",
        "maerz": "marz",
        "naechst": "nachst",
        "uebermorgen": "ubermorgen",
    },
    glued=True,
    numbers="""
    0: null | 1: eins | 2: zwei, zwo, zu zweit | 3: drei, zu dritt | 4: vier, zu viert | 5: fünf, zu fünft | 6: sechs, zu sechst
    7: sieben, zu siebt | 8: acht, zu acht | 9: neun | 10: zehn | 11: elf | 12: zwölf | 13: dreizehn | 14: vierzehn | 15: fünfzehn
    16: sechzehn | 17: siebzehn | 18: achtzehn | 19: neunzehn | 20: zwanzig | 30: dreißig | 40: vierzig | 50: fünfzig | 60: sechzig
    70: siebzig | 80: achtzig | 90: neunzig | 100: hundert | 1000: tausend
    """,
    articles="1: ein, eine, einen, einem, einer",
    articles_apart=True,
    ordinals="""
    1: erster, erste, ersten, erstes | 2: zweiter, zweite, zweiten, zwoter, zwote, zwoten | 3: dritter, dritte, dritten
    4: vierter, vierte, vierten | 5: fünfter, fünfte, fünften | 6: sechster, sechste, sechsten
    7: siebter, siebte, siebten, siebenter, siebente, siebenten | 8: achter, achte, achten | 9: neunter, neunte, neunten
    10: zehnter, zehnte, zehnten | 11: elfter, elfte, elften | 12: zwölfter, zwölfte, zwölften
    13: dreizehnter, dreizehnte, dreizehnten | 14: vierzehnter, vierzehnte, vierzehnten | 15: fünfzehnter, fünfzehnte, fünfzehnten
    16: sechzehnter, sechzehnte, sechzehnten | 17: siebzehnter, siebzehnte, siebzehnten | 18: achtzehnter, achtzehnte, achtzehnten
    19: neunzehnter, neunzehnte, neunzehnten | 20: zwanzigster, zwanzigste, zwanzigsten | 30: dreißigster, dreißigste, dreißigsten
    """,
    hundreds="hundert",
    scales="1000: tausend | 1000000: million, millionen, mio | 1000000000: milliarde, milliarden | 1000000000000: billion, billionen",
    ones_first=True,
    joins="und",
    minus="minus | negativ",
    plus="plus",
    points="komma | punkt",
    halves="einhalb | ein halb | halb | halbe | halben | 1.5: eineinhalb, anderthalb",
    dozens="12: dutzend",
    repeats="2: doppel, doppelt, zweimal die, zwei mal die | 3: dreifach, dreimal die, drei mal die",
    between="strich | bindestrich | leerzeichen | dann | danach | und dann | die | komma | punkt | schrägstrich",
    counted="stellen | ziffern | ziffer | stellig | zahlen | nummern",
    currencies="""
    EUR: euro, euros, eur | USD: dollar, dollars, us dollar | GBP: pfund, britische pfund
    CHF: franken, schweizer franken, fränkli, stutz | JPY: yen | SEK: schwedische kronen | DKK: dänische kronen
    """,
    coins="EUR: cent, cents | CHF: rappen | GBP: pence, penny",
    with_coins="und",
    months="""
    1: januar, jänner, jan | 2: februar, feber, feb | 3: märz | 4: april, apr | 5: mai | 6: juni, juno | 7: juli, julei | 8: august, aug
    9: september, sept | 10: oktober, okt | 11: november, nov | 12: dezember, dez
    """,
    weekdays="""
    0: montag, montags, mo | 1: dienstag, dienstags | 2: mittwoch, mittwochs | 3: donnerstag, donnerstags | 4: freitag, freitags
    5: samstag, samstags, sonnabend | 6: sonntag, sonntags | 0: montagmorgen, montagvormittag, montagnachmittag, montagabend
    1: dienstagmorgen, dienstagvormittag, dienstagnachmittag, dienstagabend
    2: mittwochmorgen, mittwochvormittag, mittwochnachmittag, mittwochabend
    3: donnerstagmorgen, donnerstagvormittag, donnerstagnachmittag, donnerstagabend
    4: freitagmorgen, freitagvormittag, freitagnachmittag, freitagabend
    5: samstagmorgen, samstagvormittag, samstagnachmittag, samstagabend
    6: sonntagmorgen, sonntagvormittag, sonntagnachmittag, sonntagabend
    """,
    days="""
    0: heute, heute morgen, heute früh, heute abend, heute nachmittag, heute vormittag, heut | 1: morgen, morgen früh, morgen abend
    1: morgen vormittag, morgen nachmittag | 2: übermorgen | -1: gestern, gestern abend | -2: vorgestern
    """,
    which="""
    next: nächster, nächste, nächsten, nächstes | coming: kommender, kommende, kommenden | this: dieser, diesen, diesem, diese
    last: letzter, letzten, letzte, vergangenen, vorigen
    """,
    weeks="""
    1: nächste woche, nächster woche, kommende woche, kommender woche, in der nächsten woche, der nächsten woche, folgende woche
    2: übernächste woche, übernächster woche | 0: diese woche, dieser woche, in dieser woche | -1: letzte woche, letzter woche
    """,
    months_on="""
    1: nächsten monats, nächster monat, im nächsten monat, des nächsten monats, kommenden monats | 0: diesen monats, dieses monats
    """,
    spans="day: tag, tage, tagen | week: woche, wochen | month: monat, monate, monaten | year: jahr, jahre, jahren",
    ahead="in | binnen | heute in",
    ago="vor",
    later="später | danach",
    the="1: am, dem, zum, vom, bis zum, ab dem | 0: der, den, das",
    year_words="im jahr | im jahre | des jahres",
    at="um | gegen | ab | bis | so um | ungefähr um | so gegen | kurz nach | kurz vor",
    ranges="zwischen",
    hours="1: uhr",
    hour_joins=True,
    minutes="minute | minuten",
    quarters="15: viertel | 45: dreiviertel, drei viertel",
    past="nach",
    to="vor",
    to_half="30: halb, halber | 15: viertel | 45: dreiviertel, drei viertel",
    noons="12: mittag, mittags, zwölf uhr mittags, zwölf mittags | 0: mitternacht, zwölf uhr nachts, null uhr nachts",
    parts_of_day="""
    am: morgens, am morgen, früh, in der früh, vormittags, am vormittag, vormittag, morgen früh, heute morgen, heute früh
    am: morgen vormittag, heute vormittag
    pm: nachmittags, am nachmittag, nachmittag, heute nachmittag, morgen nachmittag, abends, am abend, abend, heute abend, morgen abend
    pm: mittags | night: nachts, in der nacht, heute nacht
    """,
    bounds="""
    all: mehr als, weniger als, mindestens, wenigstens, zumindest, über, unter, außer, alles außer, nicht unter, nicht weniger als
    all: ab
    when: ab dem, ab den, nach, vor, seit, bis, bis zum, bis um, jeden, jede, jedes, alle, frühestens, spätestens, nicht vor
    """,
    bounds_behind="""
    all: oder mehr, oder weniger, und mehr, aufwärts, mindestens, und drüber
    when: oder später, oder früher, oder danach, und danach, oder davor
    """,
    either="oder | bis",
    carriers="""
    nicht mehr als | bis zu | bis zu den | nicht mehr
    es | sind | ist | wären | wäre | das | kann | könnte | zahlen | bezahlen | ich | so | etwa | ungefähr | circa | rund | um die | um
    also | ja | ungefähr so | vielleicht | möchte | will | würde | gerne | gern | bis | zu | monatlich | pro | monat | im | der | die
    den | gut | passt | mir | geht | lieber | genau | nur | maximal | höchstens | für | am | an | überweisen | heute
    jetzt | betrag | äh | ähm | hm | na | okay | ok | sagen | wir | mal | meine | mein | nummer | raten | rate | bitte | dann | doch
    schon | auf | schulde | von
    """,
    things="""
    personen | leute | kinder | kindern | mal | stunden | stunde | prozent | zimmer | nächte | raten | kilometer | kilo | grad | meter
    erwachsene | gäste | mann | stück | plätze | karten
    """,
    neutral="""
    montags | dienstags | mittwochs | donnerstags | freitags | samstags | sonntags
    einen moment | moment | ein moment | eine frage | einen augenblick | eine sekunde | eine minute | noch eine | auf einmal | erst mal
    erstmal | guten morgen | guten tag | guten abend | zum ersten mal | das erste mal | in acht | acht geben | bis morgen
    hundert prozent | hundertprozentig | tausend dank | zum einen | unter vier augen | erst einmal | einen schönen tag | schönen tag
    """,
    turns="quatsch | ich meine | beziehungsweise | nein doch | moment nein | verzeihung | sorry | stopp | äh nein | halt",
)
