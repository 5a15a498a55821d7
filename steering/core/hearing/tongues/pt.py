"""Portuguese: what its words for numbers, amounts, days and hours mean."""

from steering.core.hearing.tongues.lexicon import Lexicon

LEXICON = Lexicon(
    tag="pt",
    country="BR",
    currency="BRL",
    regions={"PT": "EUR"},
    numbers="""
    0: zero | 1: um | 2: dois, duas | 3: três | 4: quatro | 5: cinco | 6: seis, meia, meia dúzia | 7: sete | 8: oito | 9: nove | 10: dez
    11: onze | 12: doze | 13: treze | 14: catorze, quatorze | 15: quinze | 16: dezesseis, dezasseis | 17: dezessete, dezassete
    18: dezoito | 19: dezenove, dezanove | 20: vinte | 30: trinta | 40: quarenta | 50: cinquenta | 60: sessenta | 70: setenta
    80: oitenta | 90: noventa | 100: cem, cento | 200: duzentos, duzentas | 300: trezentos, trezentas | 400: quatrocentos, quatrocentas
    500: quinhentos, quinhentas | 600: seiscentos, seiscentas | 700: setecentos, setecentas | 800: oitocentos, oitocentas
    900: novecentos, novecentas | 1000: mil
    """,
    articles="1: um, uma",
    articles_apart=True,
    ordinals="1: primeiro",
    scales="1000: mil | 1000000: milhão, milhões | 1000000000: bilhão, bilhões, mil milhões | 1000000000000: trilhão, trilhões",
    joins="e",
    minus="menos | negativo",
    plus="mais",
    points="vírgula | ponto",
    halves="meio",
    dozens="12: dúzia, dúzias | 20: vintena | 100: centena",
    repeats="2: duplo, dobrado, duas vezes o, duas vezes | 3: triplo, três vezes o, três vezes",
    between="traço | hífen | espaço | depois | e depois | aí | o | ponto | vírgula | barra",
    counted="dígitos | dígito | números | algarismos",
    currencies="""
    BRL: real, reais, brl, conto, contos, pila, r $ | EUR: euro, euros, eur | USD: dólar, dólares | GBP: libra, libras
    JPY: iene, ienes
    """,
    coins="BRL: centavo, centavos | EUR: cêntimo, cêntimos | GBP: penny, pence",
    with_coins="e | com",
    of="de | do | d | na",
    months="""
    1: janeiro | 2: fevereiro | 3: março | 4: abril | 5: maio | 6: junho | 7: julho | 8: agosto | 9: setembro | 10: outubro
    11: novembro | 12: dezembro
    """,
    weekdays="""
    0: segunda, segunda feira | 1: terça, terça feira | 2: quarta, quarta feira | 3: quinta, quinta feira | 4: sexta, sexta feira
    5: sábado | 6: domingo
    """,
    days="""
    0: hoje, hoje à noite, hoje à tarde, hoje de manhã | 1: amanhã | 2: depois de amanhã | -1: ontem | -2: anteontem, antes de ontem
    """,
    which="""
    next: próximo, próxima, seguinte | coming: que vem | this: este, esta, nesta, neste, essa, esse, nessa | last: passado, passada
    """,
    weeks="""
    1: semana que vem, a semana que vem, da semana que vem, na semana que vem, próxima semana, da próxima semana, na próxima semana
    1: semana seguinte | 0: esta semana, desta semana, essa semana, dessa semana
    -1: semana passada, da semana passada, na semana passada
    """,
    months_on="""
    1: mês que vem, do mês que vem, próximo mês, do próximo mês, mês seguinte | 0: este mês, deste mês, desse mês, do mês, corrente
    """,
    spans="day: dia, dias | week: semana, semanas | month: mês, meses | year: ano, anos",
    ahead="daqui a | em | dentro de | daqui",
    ago="há | faz",
    later="depois | mais tarde",
    earlier="atrás | antes",
    the="1: o dia, dia, no dia, do dia, ao dia, para o dia | 0: no, o",
    year_words="do ano | do ano de",
    at="""
    às | à | as | pelas | lá pelas | para as | por volta das | das | até as | depois das | antes das | pra as | pras | ao | lá pela
    pela | umas | a
    """,
    ranges="entre",
    hours="0: hora, horas, h | 1: em ponto, horas em ponto",
    hour_joins=True,
    minutes="minuto | minutos | min",
    quarters="30: meia | 15: um quarto, quarto | 45: três quartos",
    to="para as | para a | pras | pra as | para o | para | pro",
    less="menos",
    noons="12: meio dia | 0: meia noite",
    parts_of_day="""
    am: da manhã, de manhã, pela manhã, na parte da manhã, hoje de manhã, da madrugada, de madrugada
    pm: da tarde, de tarde, à tarde, na parte da tarde, hoje à tarde, pela tarde | night: da noite, de noite, à noite, hoje à noite
    """,
    bounds="""
    all: mais de, mais do que, menos de, menos do que, pelo menos, no mínimo, ao menos, a partir de, a partir do, a partir da
    all: a partir das, acima de, abaixo de, exceto, fora, tirando, não menos de
    when: depois de, depois do, depois da, depois das, após, antes de, antes do, antes da, antes das, desde, até, até o, até a, até as
    when: até dia, até o dia, cada, todo, toda, todo dia, todos os, todas as
    """,
    bounds_behind="""
    all: ou mais, ou menos, em diante, pra cima, para cima, pra frente, no mínimo, pelo menos, e pouco, e poucos
    when: ou depois, ou antes, ou mais tarde
    """,
    either="ou | a | até",
    carriers="""
    não mais de | não mais que | no máximo
    é | são | seria | seriam | posso | poderia | pagar | pago | dá | pra | dar pra | mais ou menos | cerca de | uns | umas
    por volta de | de | a | o | os | as | por | para | que | eu | me | meu | minha | então | bem | bom | acho | acho que | fica
    ficaria | melhor | total | máximo | mínimo | no | ao | mês | quero | queria | gostaria | dar | só | somente | apenas | quase | muito
    hoje | agora | devo | tenho | em | até | ok | okay | tá | tá bom | pode ser | cada | valor | parcela | depositar | né | ah | eh
    hum | vou | com | está | na
    """,
    things="""
    pessoas | pessoa | filhos | crianças | vezes | vez | por cento | quartos | noites | parcelas | prestações | quilômetros | quilos
    graus | metros | adultos | lugares | pontos | anos | ingressos | via
    """,
    neutral="""
    um momento | um momentinho | um minuto | um minutinho | um segundo | uma pergunta | um pouco | um pouquinho | uma coisa
    um instante | só um | mil obrigados | de uma vez | alguma vez | até amanhã | segunda via | segunda vez | quinta vez | terceira vez
    quarta vez | uma pessoa | um dia | cem por cento | um problema | um deles | as duas coisas | primeira vez | primeiro lugar | bom dia
    em primeiro lugar | um horário | uma consulta
    """,
    turns="digo | aliás | desculpa | perdão | me enganei | ou melhor | não não | opa | quis dizer",
)
