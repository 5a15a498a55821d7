"""Spanish: what its words for numbers, amounts, days and hours mean."""

from steering.core.hearing.tongues.lexicon import Lexicon

LEXICON = Lexicon(
    tag="es",
    country="ES",
    currency="EUR",
    regions={
        "MX": "MXN",
        "US": "USD",
        "PR": "USD",
        "EC": "USD",
        "SV": "USD",
        "AR": "ARS",
        "CL": "CLP",
        "CO": "COP",
        "UY": "UYU",
        "DO": "DOP",
        "PE": "PEN",
    },
    pointed=frozenset({"MX", "US", "PR", "DO", "PE", "SV", "PA", "GT", "HN", "NI"}),
    numbers="""
    0: cero | 1: uno | 2: dos, un par de | 3: tres | 4: cuatro | 5: cinco | 6: seis | 7: siete | 8: ocho | 9: nueve | 10: diez
    11: once | 12: doce | 13: trece | 14: catorce | 15: quince | 16: dieciséis | 17: diecisiete | 18: dieciocho | 19: diecinueve
    20: veinte | 21: veintiuno, veintiún, veintiuna | 22: veintidós | 23: veintitrés | 24: veinticuatro | 25: veinticinco
    26: veintiséis | 27: veintisiete | 28: veintiocho | 29: veintinueve | 30: treinta | 40: cuarenta | 50: cincuenta | 60: sesenta
    70: setenta | 80: ochenta | 90: noventa | 31: treintaiuno, treintaiún | 32: treintaidós | 33: treintaitrés | 34: treintaicuatro
    35: treintaicinco | 36: treintaiséis | 37: treintaisiete | 38: treintaiocho | 39: treintainueve | 100: cien, ciento
    200: doscientos, doscientas | 300: trescientos, trescientas | 400: cuatrocientos, cuatrocientas | 500: quinientos, quinientas
    600: seiscientos, seiscientas | 700: setecientos, setecientas, sietecientos | 800: ochocientos, ochocientas
    900: novecientos, novecientas, nuevecientos | 1000: mil
    """,
    articles="1: un, una",
    articles_apart=True,
    ordinals="1: primero, primer",
    hundreds="cientos | cientas",
    scales="1000: mil, miles | 1000000: millón, millones, palos | 1000000000000: billón, billones",
    rooms={10: 10},
    joins="y",
    minus="menos | negativo",
    plus="más",
    points="coma | punto",
    halves="medio | media",
    dozens="12: docena, docenas | 10: decena | 20: veintena | 100: centenar",
    repeats="2: doble | 3: triple",
    between="guion | raya | espacio | luego | después | y luego | y después | el | coma | punto",
    counted="dígito | dígitos | cifra | cifras | números",
    currencies="""
    EUR: euro, euros, eur, pavo, pavos | USD: dólar, dólares, dolar, usd | GBP: libra, libras, libras esterlinas
    MXN: peso, pesos, mxn, pesos mexicanos | COP: pesos colombianos | ARS: pesos argentinos | CLP: pesos chilenos | JPY: yen, yenes
    CHF: franco, francos, francos suizos | PEN: sol, soles
    """,
    coins="EUR: céntimo, céntimos | USD: centavo, centavos, cent | GBP: penique, peniques",
    with_coins="con | y",
    of="de | del",
    months="""
    1: enero | 2: febrero | 3: marzo | 4: abril | 5: mayo | 6: junio | 7: julio | 8: agosto | 9: septiembre, setiembre | 10: octubre
    11: noviembre | 12: diciembre
    """,
    weekdays="0: lunes | 1: martes | 2: miércoles | 3: jueves | 4: viernes | 5: sábado, sábados | 6: domingo, domingos",
    days="""
    0: hoy, hoy mismo, esta noche, esta tarde, esta mañana | 1: mañana, mañana mismo | 2: pasado mañana, pasado | -1: ayer, anoche
    -2: anteayer, antier, antes de ayer
    """,
    which="next: próximo, próxima, siguiente, entrante | coming: que viene | this: este, esta | last: pasado, pasada",
    weeks="""
    1: la semana que viene, la próxima semana, la semana próxima, próxima semana, la siguiente semana, la semana siguiente
    1: semana que viene, semana próxima, la otra semana | 0: esta semana | -1: la semana pasada, semana pasada
    """,
    months_on="1: mes que viene, próximo mes, mes próximo, mes siguiente, mes entrante | 0: este mes, mes actual, mes en curso",
    spans="day: día, días | week: semana, semanas | month: mes, meses | year: año, años",
    ahead="dentro de | en | de aquí a | de hoy en",
    ago="hace",
    later="después | más tarde",
    earlier="atrás | antes",
    the="1: el día, día, al, del | 0: el",
    year_words="del año | de año | año",
    at="a las | a la | sobre las | hacia las | las | la | para las | como a las | desde las | hasta las | de las",
    ranges="entre",
    hours="0: hora, horas, h, hrs | 1: en punto, horas en punto",
    minutes="minuto | minutos | min",
    quarters="30: media | 15: cuarto, un cuarto | 45: tres cuartos",
    to="para | para las | para la | pa las",
    past="pasadas las",
    less="menos",
    noons="12: mediodía, medio día | 0: medianoche, media noche",
    parts_of_day="""
    am: de la mañana, por la mañana, en la mañana, de la madrugada, a primera hora, am, a m, de mañana
    pm: de la tarde, por la tarde, en la tarde, esta tarde, del mediodía, del medio día, pm, p m
    night: de la noche, por la noche, en la noche, esta noche
    """,
    bounds="""
    all: más de, menos de, por lo menos, al menos, lo menos, como mínimo, a partir de, a partir del, superior a, inferior a, excepto, salvo
    all: cualquier día menos, todos los días menos, todos menos, que no sea, fuera de, no menos de
    when: después de, después del, antes de, antes del, desde, desde el, desde las, desde la, hasta, hasta el, hasta las, hasta la, cada
    when: todos los, todas las, no antes de, no antes del
    """,
    bounds_behind="""
    all: o más, o menos, en adelante, para arriba, para abajo, como mínimo, por lo menos, al menos
    amount: y pico, o así
    when: o después, o antes, o más tarde
    """,
    either="o | u | a | hasta",
    carriers="""
    no más de | no más | como mucho | como máximo | a lo sumo | máximo de | hasta unos
    es | son | sería | serían | puedo | podría | pagar | pago | pagaría | quiero | quisiera | unos | unas | como | aproximadamente
    más o menos | alrededor de | cerca de | a | de | por | para | el | la | los | las | que | me | mi | le | te | después | luego | lo
    en | total | serán | eh | este | pues | bueno | mejor | creo | creo que | sólo | hasta | debo | y | tengo | ahora | hoy | ya | dar
    gasto | al | mes | cada | yo | estaría | está | bien | muy | casi | máximo | mínimo | abonar | abono | ingresar | vale | ok | okay
    cuota | cantidad | importe
    """,
    things="""
    persona | personas | niños | hijos | veces | vez | por ciento | habitaciones | noches | cuotas | plazos | kilómetros | kilos
    grados | metros | llamadas | años | gente | adultos | puntos | entradas | boletos
    """,
    neutral="""
    los lunes | los martes | los miércoles | los jueves | los viernes | los sábados | los domingos
    mil gracias | un momento | un momentito | un segundo | un minuto | una cosa | una pregunta | de una vez | hasta mañana | los dos
    las dos cosas | ninguno | uno de ellos | de primera | primero de todo | antes que nada | por una parte | ni una | mil veces
    mil disculpas | mil perdones | cien por cien | once again | unas cuantas
    """,
    turns="digo | perdone | quise decir | me equivoqué | o sea no | espera | perdona",
)
