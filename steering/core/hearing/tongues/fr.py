"""French: what its words for numbers, amounts, days and hours mean."""

from steering.core.hearing.tongues.lexicon import Lexicon

LEXICON = Lexicon(
    tag="fr",
    country="FR",
    currency="EUR",
    regions={"CA": "CAD", "CH": "CHF"},
    respell={"œ": "oe"},
    numbers="""
    0: zéro | 2: deux | 3: trois | 4: quatre | 5: cinq | 6: six | 7: sept | 8: huit | 9: neuf | 10: dix | 11: onze | 12: douze
    13: treize | 14: quatorze | 15: quinze | 16: seize | 17: dix sept, dixsept | 18: dix huit, dixhuit | 19: dix neuf, dixneuf
    20: vingt | 30: trente | 40: quarante | 50: cinquante | 60: soixante | 70: septante
    80: quatre vingt, quatre vingts, huitante, octante | 90: nonante | 100: cent | 1000: mille
    """,
    articles="1: un, une",
    articles_apart=True,
    ordinals="1: premier, première, 1er",
    hundreds="cent | cents",
    scales="1000: mille, mil | 1000000: million, millions | 1000000000: milliard, milliards",
    rooms={60: 20, 80: 20},
    joins="et",
    minus="moins",
    plus="plus",
    points="virgule | point",
    halves="demi | demie",
    dozens="""
    10: dizaine | 12: douzaine, douzaines | 20: vingtaine | 30: trentaine | 40: quarantaine | 50: cinquantaine
    60: soixantaine | 100: centaine
    """,
    repeats="2: double, deux fois le, deux fois | 3: triple, trois fois le, trois fois",
    between="tiret | espace | puis | ensuite | et puis | le | point | virgule | slash",
    counted="chiffres | chiffre | numéros",
    currencies="""
    EUR: euro, euros, eur, balles | USD: dollar, dollars, dollars américains | GBP: livre, livres, livres sterling
    CHF: franc suisse, francs suisses, franc, francs | CAD: dollars canadiens, dollar canadien | JPY: yen, yens
    """,
    coins="EUR: centime, centimes | USD: cent, cents | GBP: penny, pence",
    with_coins="et",
    of="de | d",
    months="""
    1: janvier | 2: février | 3: mars | 4: avril | 5: mai | 6: juin | 7: juillet | 8: août | 9: septembre | 10: octobre | 11: novembre
    12: décembre
    """,
    weekdays="0: lundi | 1: mardi | 2: mercredi | 3: jeudi | 4: vendredi | 5: samedi | 6: dimanche",
    days="0: aujourd'hui, ce soir, ce matin, cet après midi | 1: demain | 2: après demain | -1: hier, hier soir | -2: avant hier",
    which="next: prochain, prochaine, suivant | coming: qui vient | this: ce, cette | last: dernier, passé",
    weeks="""
    1: la semaine prochaine, semaine prochaine, de la semaine prochaine, la semaine suivante | 2: dans deux semaines le
    0: cette semaine, de cette semaine | -1: la semaine dernière, semaine dernière
    """,
    weeks_on="1: en huit, d'en huit | 2: en quinze, d'en quinze",
    months_on="1: mois prochain, du mois prochain, mois suivant | 0: ce mois, ce mois ci, de ce mois, du mois, courant",
    spans="day: jour, jours | week: semaine, semaines | month: mois | year: an, ans, année, années",
    ahead="dans | d'ici | sous",
    ago="il y a",
    later="plus tard | après",
    earlier="plus tôt | avant",
    the="1: au, du, pour le, dès le, à partir du, date du | 0: le, né le, née le",
    year_words="en | de l'année",
    at="à | vers | pour | vers les | dès | jusqu'à | avant | après | autour de | aux alentours de | plutôt vers",
    ranges="entre",
    hours="0: heure, heures, h | 1: pile, heures pile, heure pile",
    hour_joins=True,
    minutes="minute | minutes",
    quarters="30: demi, demie | 15: quart, le quart, un quart | 45: trois quarts",
    less="moins",
    noons="12: midi | 0: minuit",
    parts_of_day="""
    am: du matin, le matin, dans la matinée, matin, ce matin, en matinée
    pm: de l'après midi, l'après midi, après midi, cet après midi, du soir, le soir, ce soir, en soirée, dans la soirée, soir
    night: de la nuit, cette nuit
    """,
    bounds="""
    all: plus de, moins de, au moins, au minimum, à partir de, à partir du, à partir d, supérieur à, inférieur à, sauf, sauf le, excepté
    all: pas moins de, plus qu, au delà de
    when: après, après le, avant, avant le, dès, dès le, depuis, depuis le, jusqu'à, jusqu'au, tous les, toutes les, chaque, pas avant
    """,
    bounds_behind="""
    all: ou plus, ou moins, et plus, au moins, au minimum, minimum
    when: ou après, ou avant, ou plus tard, et après
    """,
    either="ou | à",
    carriers="""
    pas plus de | au plus | tout au plus | au maximum | plus ou moins
    c'est | ce | c | est | sont | ça | fait | je | peux | pourrais | payer | environ | à peu près | autour de | de | d | à | par | pour
    le | la | les | me | va | que | vais | dirais | préfère | préférerais | préfèrerais | serais | plutôt | alors | donc | bon | ben
    mieux | vers | disons | il | y | a | mon | ma | total | maximum | minimum | au | mois | veux | voudrais | verser | régler | donner
    même | juste | seulement | presque | vraiment | très | bien | aujourd'hui | maintenant | dois | doit | en | moi | serait | seraient
    ok | okay | d'accord | euh | bah | chaque | jusqu'à | montant | somme | paye | paie
    """,
    things="""
    personnes | personne | enfants | enfant | fois | pour cent | chambres | nuits | mensualités | kilomètres | kilos | degrés | mètres
    adultes | couverts | places | gens | points | ans | filles | garçons
    """,
    neutral="""
    un moment | un instant | une question | une seconde | une minute | un peu | mille mercis | merci mille fois | une fois | tout neuf
    flambant neuf | d'un coup | à demain | l'un | un autre | l'une | un problème | cent pour cent | à cent pour cent | un rendez vous
    une personne | en premier | la première fois | première fois | bonjour | bonne journée | à plus | tous les deux | téléphone neuf
    est neuf | du point | un point | au point
    """,
    turns="enfin non | je voulais dire | je me trompe | pardon non | excusez moi | plutôt non | ou plutôt | attends | enfin",
)
