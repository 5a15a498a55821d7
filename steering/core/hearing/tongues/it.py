"""Italian: what its words for numbers, amounts, days and hours mean."""

from steering.core.hearing.tongues.lexicon import Lexicon

LEXICON = Lexicon(
    tag="it",
    country="IT",
    currency="EUR",
    regions={"CH": "CHF"},
    respell={"centott": "centoott", "centuno": "centouno", "centund": "centound"},
    glued=True,
    numbers="""
    0: zero | 1: uno | 2: due | 3: tre | 4: quattro | 5: cinque | 7: sette | 8: otto | 9: nove | 10: dieci | 11: undici | 12: dodici
    13: tredici | 14: quattordici | 15: quindici | 16: sedici | 6: in sei, tutti e sei | 17: diciassette | 18: diciotto | 19: diciannove
    20: venti | 21: ventuno, ventun | 22: ventidue | 23: ventitré | 24: ventiquattro | 25: venticinque | 26: ventisei | 27: ventisette
    28: ventotto | 29: ventinove | 30: trenta | 31: trentuno, trentun | 38: trentotto | 40: quaranta | 41: quarantuno, quarantun
    48: quarantotto | 50: cinquanta | 51: cinquantuno, cinquantun | 58: cinquantotto | 60: sessanta | 61: sessantuno, sessantun
    68: sessantotto | 70: settanta | 71: settantuno, settantun | 78: settantotto | 80: ottanta | 81: ottantuno, ottantun
    88: ottantotto | 90: novanta | 91: novantuno, novantun | 98: novantotto | 100: cento | 1000: mille
    """,
    articles="1: un, una | 6: sei",
    articles_apart=True,
    ordinals="1: primo",
    hundreds="cento",
    scales="1000: mila, mille | 1000000: milione, milioni | 1000000000: miliardo, miliardi",
    joins="e",
    minus="meno",
    plus="più",
    points="virgola | punto",
    halves="mezzo | mezza",
    dozens="12: dozzina, dozzine | 10: decina | 20: ventina | 30: trentina | 40: quarantina | 50: cinquantina | 100: centinaio",
    repeats="2: doppio, due volte | 3: triplo, tre volte",
    between="trattino | spazio | poi | e poi | dopo | il | punto | virgola | barra",
    counted="cifre | cifra | numeri",
    currencies="""
    EUR: euro, eur | USD: dollaro, dollari | GBP: sterlina, sterline | CHF: franco svizzero, franchi svizzeri, franco, franchi
    JPY: yen
    """,
    coins="EUR: centesimo, centesimi, cent | GBP: penny, pence",
    with_coins="e",
    of="di | d",
    months="""
    1: gennaio | 2: febbraio | 3: marzo | 4: aprile | 5: maggio | 6: giugno | 7: luglio | 8: agosto | 9: settembre | 10: ottobre
    11: novembre | 12: dicembre
    """,
    weekdays="0: lunedì | 1: martedì | 2: mercoledì | 3: giovedì | 4: venerdì | 5: sabato | 6: domenica",
    days="""
    0: oggi, stasera, stamattina, questa mattina, questa sera, oggi pomeriggio, stamani | 1: domani, domattina
    2: dopodomani, dopo domani | -1: ieri | -2: l'altro ieri, altro ieri, ieri l'altro, avantieri
    """,
    which="next: prossimo, prossima, successivo | coming: che viene, entrante | this: questo, questa | last: scorso, scorsa, passato",
    weeks="""
    1: la settimana prossima, la prossima settimana, settimana prossima, prossima settimana, della settimana prossima
    1: della prossima settimana | 0: questa settimana, di questa settimana
    -1: la settimana scorsa, la scorsa settimana, settimana scorsa
    """,
    months_on="""
    1: mese prossimo, prossimo mese, del mese prossimo, del prossimo mese
    0: questo mese, di questo mese, corrente mese, del mese, corrente
    """,
    spans="day: giorno, giorni | week: settimana, settimane | month: mese, mesi | year: anno, anni",
    ahead="tra | fra | entro | in | da qui a",
    later="dopo | più tardi",
    earlier="fa | prima | or sono",
    the="1: il giorno, giorno, al, del, dal, per il | 0: il",
    year_words="del | dell'anno | nell'anno",
    at="""
    alle | all | alla | alle ore | verso le | le | l | per le | dalle | ore | ore le | intorno alle | verso | dopo le | prima delle
    delle
    """,
    hours="0: ora, ore | 1: in punto",
    minutes="minuto | minuti",
    quarters="30: mezza, mezzo | 15: un quarto, quarto | 45: tre quarti",
    less="meno",
    noons="12: mezzogiorno, mezzodì | 0: mezzanotte",
    parts_of_day="""
    am: di mattina, del mattino, la mattina, al mattino, di mattino, in mattinata, stamattina, domattina, mattina, questa mattina
    pm: di pomeriggio, del pomeriggio, il pomeriggio, nel pomeriggio, di sera, della sera, la sera, stasera, in serata, pomeriggio
    pm: questa sera | pm: oggi pomeriggio, sera | night: di notte, della notte, stanotte
    """,
    bounds="""
    all: più di, meno di, almeno, come minimo, a partire da, a partire dal, a partire dalle, oltre, eccetto, tranne, tranne il, salvo
    all: non meno di
    when: dopo, dopo le, dopo il, prima di, prima del, prima delle, prima dell, da, dal, dalle, dalla, fino a, fino al, fino alle, ogni
    when: tutti i, tutte le, non prima di, non prima delle, non prima del
    """,
    bounds_behind="""
    all: o più, o meno, in su, in poi, come minimo, almeno
    when: o dopo, o prima, o più tardi
    """,
    either="o | a",
    carriers="""
    non più di | al massimo | fino a
    è | e | sono | sarebbe | sarebbero | posso | potrei | pagare | pago | circa | più o meno | intorno a | di | d | a | da | per | il
    la | i | gli | le | lo | che | direi | allora | quindi | mi | va | bene | meglio | diciamo | facciamo | ho | mio | totale | massimo
    minimo | al | mese | voglio | vorrei | versare | dare | anche | solo | soltanto | quasi | proprio | molto | oggi | adesso | ora
    devo | eh | ehm | beh | in | me | si | ok | okay | d'accordo | forse | credo | penso | ogni | fino a | importo | somma | rata | sui
    sulle | alle
    """,
    things="""
    persone | persona | figli | bambini | volte | volta | per cento | percento | camere | notti | rate | chilometri | chili | gradi
    metri | adulti | coperti | posti | punti | anni | ragazzi
    """,
    neutral="""
    un momento | un attimo | una domanda | un secondo | un minuto | un po | mille grazie | grazie mille | una volta | a domani
    un altro | una cosa | cento per cento | al cento per cento | un problema | un appuntamento | una persona | per prima cosa
    la prima volta | prima volta | buongiorno | buona giornata | tutti e due | uno di loro | del punto | un punto | a punto | di nuovo
    buona sera | sei sicuro | sei tu | chi sei
    """,
    turns="cioè | mi sbaglio | ho sbagliato | scusa | mi scusi | no scusi | aspetta | anzi no | pardon",
)
