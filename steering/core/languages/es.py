"""Spanish: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="es",
    if_silent=(
        "¿Sigue ahí? {{ question }}",
        "No le oigo. {{ question }}",
    ),
    if_unclear=(
        "Disculpe, no le he entendido. {{ question }}",
        "Lo siento, sigo sin entenderle. {{ question }}",
    ),
    if_trouble="Lo siento, algo ha fallado por nuestra parte. Repítalo, por favor.",
    goodbye="Gracias por su tiempo. Adiós.",
    connecting="Un momento, le comunico.",
    one_moment="Un momento.",
    limits=paired(
        """
        past: Esa fecha ya pasó. | future: Esa fecha todavía no ha llegado. | today: No puede ser hoy.
        after: Necesito una fecha posterior al {{ limit }}. | before: Necesito una fecha anterior al {{ limit }}.
        from: Necesito una fecha no anterior al {{ limit }}. | until: Necesito una fecha no posterior al {{ limit }}.
        up to: Eso es más de {{ limit }}. | at least: Eso es menos de {{ limit }}.
        digit: Necesito un dígito. | digits: Necesito {{ limit }} dígitos.
        phone: Ese número de teléfono no está completo. | email: Esa dirección de correo no está completa.
        """
    ),
    which_half="¿De la mañana o de la tarde?",
    morning=listed("mañana | de la mañana | por la mañana | madrugada | a m | am | antes del mediodía"),
    later=listed("tarde | de la tarde | por la tarde | p m | pm | después del mediodía"),
    night=listed("noche | de la noche | por la noche | esta noche"),
    what_to_change="¿Qué debo cambiar?",
    changes=listed("cambiar | cambie | otro | otra | mal | equivocado | equivocada | incorrecto | incorrecta | error"),
    everything=listed("todo | todos | todas | los dos | las dos | ambos"),
    called={
        "date": listed("día | fecha"),
        "time": listed("hora"),
        "money": listed("cantidad | importe | monto | dinero"),
        "number": listed("número | cuántos | cuántas"),
        "digits": listed("número | código | dígitos"),
        "phone": listed("teléfono | número"),
        "email": listed("correo | dirección"),
        "name": listed("nombre"),
        "spelling": listed("nombre | deletreo"),
    },
    plain_yes=listed("sí | sí sí"),
    yes=listed(
        """
        sí | claro | claro que sí | por supuesto | desde luego | correcto | es correcto | exacto | así es | eso es
        de acuerdo | afirmativo | cómo no | adelante | soy yo | acepto | vale | está bien | ajá
        """
    ),
    no=listed(
        """
        no | que no | claro que no | por supuesto que no | para nada | en absoluto | nunca | no gracias | ahora no
        todavía no | no es correcto | creo que no | no quiero | número equivocado
        """
    ),
    unsure=listed(
        """
        quizá | quizás | tal vez | a lo mejor | puede ser | depende | no sé | no lo sé | no estoy seguro
        no estoy segura | supongo | creo que sí | más o menos | sí y no
        """
    ),
    neutral=listed("no hay problema | no importa | no entiendo | no le oigo | buenos días | buenas tardes"),
    negations=listed("no | nunca | jamás | sin | ni | tampoco"),
    conditions=listed("siempre que | a menos que | pero si"),
    both=listed("y | o | pero"),
    corrections=listed("no espere | espere | perdón | quiero decir | mejor dicho"),
    fillers=listed("eh | em | este | pues | ah"),
    polite=listed("por favor | gracias | muchas gracias | señor | señora"),
    greetings=listed("hola"),
    voicemail=listed("deje su mensaje | deje un mensaje | después de la señal | después del tono | buzón de voz | no está disponible"),
    repeat=listed("repita | repítalo | otra vez | cómo dice"),
    agent=listed("agente | una persona | operador | operadora | representante"),
    stop=listed("adiós | colgar"),
    opt_out=listed(
        """
        no me llame | no me llamen | no llame más | no llamen más | dejen de llamar | deje de llamar | dejen de llamarme | deje de llamarme
        no me vuelva a llamar | no me vuelvan a llamar | no vuelva a llamarme | no vuelvan a llamarme | no quiero que me llame
        no quiero que me llamen | no quiero más llamadas | no más llamadas | no me moleste | no me molesten | déjeme en paz
        déjenme en paz | quíteme de la lista | quítenme de la lista | quíteme de su lista | quítenme de su lista | bórreme de la lista
        bórrenme de la lista | bórreme de su lista | bórrenme de su lista
        """
    ),
    digits=listed("cero | uno | dos | tres | cuatro | cinco | seis | siete | ocho | nueve"),
)
