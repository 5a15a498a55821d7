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
    take_your_time="Claro, tómese su tiempo.",
    limits=paired(
        """
        past: Esa fecha ya pasó. | future: Esa fecha todavía no ha llegado. | today: No puede ser hoy.
        year: Necesito el día, el mes y el año.
        after: Necesito una fecha posterior al {{ limit }}. | before: Necesito una fecha anterior al {{ limit }}.
        from: Necesito una fecha no anterior al {{ limit }}. | until: Necesito una fecha no posterior al {{ limit }}.
        time after: Necesito una hora posterior a esta: {{ limit }}. | time before: Necesito una hora anterior a esta: {{ limit }}.
        time from: La primera hora posible es: {{ limit }}. | time until: La última hora posible es: {{ limit }}.
        up to: Eso es más de {{ limit }}. | at least: Eso es menos de {{ limit }}.
        digit: Necesito un dígito. | digits: Necesito {{ limit }} dígitos.
        phone: Ese número de teléfono no está completo. | email: Esa dirección de correo no está completa.
        """
    ),
    noted="Gracias.",
    which_half="¿De la mañana o de la tarde?",
    morning=listed("mañana | de la mañana | por la mañana | madrugada | a m | am | antes del mediodía"),
    later=listed("tarde | de la tarde | por la tarde | p m | pm | después del mediodía"),
    night=listed("noche | de la noche | por la noche | esta noche"),
    what_to_change="¿Qué debo cambiar?",
    changes=listed("cambiar | cambie | otro | otra | mal | equivocado | equivocada | incorrecto | incorrecta | error | excepto | salvo"),
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
    none=listed(
        """
        ninguno | ninguna | nadie | ni uno | ni una | no hay ninguno | no hay ninguna | no hay nadie
        no tengo ninguno | no tengo ninguna
        """
    ),
    whole=listed(
        """
        todo | todo el saldo | el total | la totalidad | el saldo completo | todo lo que debo
        el importe total | la cantidad total | el monto total | lo pago todo | pago todo | quiero pagar todo
        quiero pagarlo todo | voy a pagar todo | todo completo | todo de una vez
        """
    ),
    plain_yes=listed("sí | sí sí"),
    agreeing=listed("estoy de acuerdo | acepto | autorizo"),
    yes=listed(
        """
        sí | claro | claro que sí | por supuesto | desde luego | correcto | es correcto | exacto | así es | de acuerdo | afirmativo
        cómo no | adelante | soy yo | ella misma | él mismo | con ella misma | con él mismo | servidora | a sus órdenes
        a la orden | para servirle | acepto | ajá | efectivamente | así mismo | eso mismo | con mucho gusto | con gusto | yo mismo
        yo misma | servidor | al habla | habla con él | habla con ella | con él habla | con ella habla | está hablando con él
        está hablando con ella | sin duda | dale | órale | ándele | obvio | obviamente | me parece bien | conforme | confirmo
        confirmado | es verdad | cierto | es cierto | tal cual | sip | simón | claro que quiero | por qué no | seguro que sí
        sí que quiero | no hay inconveniente | no tengo inconveniente | por mí sí | hágalo | hágale
        """
    ),
    soft_yes=listed(
        """
        vale | está bien | bueno | perfecto | muy bien | genial | listo | ok | okay | estupendo | excelente | está bueno | por mí bien
        todo está listo | no me opongo | no tengo objeción
        """
    ),
    ordinary=listed(
        """
        claro | vale | correcto | exacto | cierto | perfecto | seguro | obvio | obviamente | adelante | acepto | confirmo | conforme
        servidor | dale | bueno | listo | genial | estupendo | excelente | efectivamente | confirmado | afirmativo
        """
    ),
    openers=listed(
        """
        yo | usted | sí | pero | dígame | diga | dime | soy | quiero | puede | puedo | cuando | hombre | mujer | señorita | por | con
        y | hágalo | ahora | mándeme | envíeme | que
        """
    ),
    brief_yes=listed(
        """
        iré | voy | iremos | ahí estaremos | allí estaremos | allá estaré | cuente conmigo
        ahí estaré | allí estaré | voy a ir | con ella | con él | ella habla | él habla | yo soy | si | ya lo hice
        ya lo he hecho | lo soy | seguro | eso es
        me interesa | el mismo | la misma | ya lo creo
        """
    ),
    accented=("sí",),
    no=listed(
        """
        no | no soy | que no | claro que no | por supuesto que no | para nada | en absoluto | nunca | no gracias | ahora no | todavía no
        no es correcto | creo que no | no quiero | número equivocado | qué va | nada de eso | de ninguna manera | de ningún modo
        ni hablar | ni loco | ni loca | ni de broma | ni en broma | jamás | tampoco | negativo | no señor | no es así | no soy yo
        ese no soy yo | esa no soy yo | no me interesa | no estoy interesado | no estoy interesada | mejor no | me parece que no
        no creo | yo creo que no | diría que no | va a ser que no | se equivoca | se ha equivocado | está equivocado | está equivocada
        incorrecto | falso | no hace falta | no es necesario | prefiero que no | preferiría que no | no acepto | no estoy de acuerdo
        no autorizo | se equivocó de número | se ha equivocado de número | aquí no es | no es cierto | no es verdad | no es eso
        no me parece bien | no está hablando con él | no habla con él | no está hablando con ella | no habla con ella | no confirmo
        """
    ),
    busy=listed(
        """
        no quiere hablar | no quiere ponerse | no desea hablar
        no está | no está aquí | no está en casa | no está ahora | no está en este momento | no está disponible
        no se encuentra | no se encuentra en casa | no puede atender | no puede ponerse | no puede contestar | no ha llegado
        no vino | ya salió | ahora no puedo | no puedo hablar | no puedo hablar ahora
        """
    ),
    unsure=listed(
        """
        no problem | no me lo perdería | no me lo pierdo | no me lo voy a perder | no faltaré | no voy a faltar | no pienso faltar
        ojalá no | ojalá que no | ojalá no fuera así
        quizá | quizás | tal vez | a lo mejor | puede ser | depende | no sé | no lo sé | no estoy seguro | no estoy segura | supongo
        creo que sí | más o menos | sí y no | no lo tengo claro | no sabría decirle | no sabría | ni idea | no tengo ni idea
        quién sabe | ya veremos | vamos a ver | lo pensaré | me lo pienso | me lo pensaré | déjeme pensarlo | tengo que pensarlo
        tengo que pensármelo | tengo que consultarlo | a veces | según | en parte | no recuerdo | no me acuerdo | puede que sí
        puede que no | me da igual | da igual | como quiera | más tarde | luego lo vemos | creo | supongo que sí | supongo que no
        probablemente | posiblemente | a medias | no está claro | no lo tengo muy claro
        """
    ),
    relatives=listed(
        """
        soy su marido | habla su marido | le habla su marido | es su marido | soy su esposo | habla su esposo
        le habla su esposo | es su esposo | soy su esposa | habla su esposa | le habla su esposa | es su esposa | soy su mujer
        habla su mujer | le habla su mujer | es su mujer | soy su hijo | habla su hijo | le habla su hijo | es su hijo
        soy su hija | habla su hija | le habla su hija | es su hija | soy su madre | habla su madre | le habla su madre
        es su madre | soy su padre | habla su padre | le habla su padre | es su padre | soy su hermano | habla su hermano
        le habla su hermano | es su hermano | soy su hermana | habla su hermana | le habla su hermana | es su hermana
        soy su pareja | habla su pareja | le habla su pareja | es su pareja | soy su novio | habla su novio | le habla su novio
        es su novio | soy su novia | habla su novia | le habla su novia | es su novia
        """
    ),
    oneself=listed(
        """
        soy yo | yo soy | yo mismo | yo misma | ella misma | él mismo | con ella misma | con él mismo | con ella | con él
        ella habla | él habla | servidora | servidor | a sus órdenes | a la orden | para servirle | al habla | habla con él
        habla con ella | con él habla | con ella habla | está hablando con él | está hablando con ella | lo soy | el mismo
        la misma
        """
    ),
    confirming=listed(
        """
        así es | correcto | es correcto | exacto | efectivamente | afirmativo | cierto | es cierto | eso es | así mismo | eso mismo
        ajá | es verdad | sip | simón | si
        """
    ),
    taking=listed("diga | dígame | mande | sí bueno | bueno sí"),
    excuses=listed("perdón estaba | disculpe estaba | perdone estaba"),
    introductions=listed(
        """
        soy la señora … | soy el señor …
        soy … | habla … | le habla … | aquí … | me llamo … | mi nombre es … | habla con … | está hablando con … | … al habla
        """
    ),
    seeking=listed("con | con la | con el | es | es la | es el | está | está la | está el | es usted | usted es"),
    asking_for=listed(
        """
        hablo | hablar | hablando | comunico | comunicarme | usted … | es … ? | está … ? | está … en casa | está … ahí | está … disponible
        """
    ),
    neutral=listed(
        """
        no hablo español | no hablo inglés | no hablo | no habla español
        solo eso
        está listo | sin problema | sin problemas | ningún problema | no me importa
        no hay problema | no importa | no entiendo | no le oigo | buenos días | buenas tardes | si quiere | si quieres | por si acaso
        como si | a ver si | no sé si | no oigo | no te oigo | no le escucho | no escucho | no se oye | no lo entiendo | no le entiendo
        no comprendo | no pasa nada | no se preocupe | no hay de qué | no cuelgue | sí hola | hola sí | sí aló | aló sí
        sí bueno dígame | buenas noches | no he entendido | no le he entendido | no le he oído | no le oí | cierto día
        es cierto que no | así es como | claro está que no sé | ya no
        """
    ),
    negations=listed(
        """
        no es | no hay | no son | no fue | no era | no se trata de | no vaya a | no vayan a | no vayas a
        no | nunca | jamás | sin | ni | tampoco | no dejen | no deje | no dejes | no paren | no pare | no pares | no puedo | no podría
        no podré | no tengo | no tenemos | no cuento con | no dispongo de | no quiero | no voy a pagar | no pago | no me alcanza
        no llego a | no deseo | no necesito | no voy a | no vamos a | no pienso | no hace falta | no es necesario | no me gustaría
        no quisiera | no hay que | no queremos | no pretendo | no busco
        """
    ),
    negations_after=listed("no puedo | no podría | no podré"),
    turns=listed("pero | sino | porque | páseme | póngame"),
    asides=listed(
        """
        no sé | no lo sé | no gracias | no ahora | ahora no | todavía no | no creo | no estoy seguro | no estoy segura | no entiendo
        no le oigo | no le entiendo | no me interesa
        """
    ),
    telling=listed(
        """
        tuve que | tuvimos que | he tenido que | tuvo que | si tengo que | si tuviera que | si tenemos que | si hay que
        qué pasa si quiero | qué pasa si decido | en caso de
        """
    ),
    nearly=listed("iba a | íbamos a | estaba por"),
    granting=listed("importa | bien | problema | posible"),
    spoken_with=listed(
        """
        hablé con | he hablado con | hablamos con | ya hablé con | es usted | usted es | eres | estoy hablando con | esto es | me llamó
        """
    ),
    agent_tells=listed("me dijo | me llamó | dijo | fue | era | me colgó | me atendió"),
    agent_wishes=listed("quiero | quisiera | necesito | páseme | póngame | comuníqueme | deme"),
    conditions=listed(
        """
        siempre que | a menos que | pero si | solo si | si es que | si no | si me | si puedo | si puede | si podemos | si se | si hay
        si es | si son | si lo | si la | si le | si les | si tengo | si tiene | si usted | si ustedes | si fuera | si está | si están
        si mi | si nos | si va | si voy | si acepto | si sale | si cuesta | mientras | hasta que | depende de
        """
    ),
    reserves=listed(
        """
        solo | sólo | solamente | únicamente | entre las | nada más por la | nada más en la
        pero | salvo | excepto | menos el | menos la | menos lo | menos eso | ahora se pone | se la paso | se lo paso
        ya se la paso | ya se lo paso | le paso con ella | le paso con él | se la comunico | se lo comunico | qué hay de
        qué pasa con | y qué hay
        """
    ),
    both=listed("y | o | pero"),
    adding=listed("y | también | además | otro | otra | y otro | y otra | más"),
    questions=listed(
        """
        quién | quiénes | qué | cómo | dónde | cuándo | cuánto | cuánta | cuántos | cuál | de parte de quién | para qué | por qué
        """
    ),
    asking_back=listed(
        """
        qué pasa | qué sucede | qué ocurre | qué hay | qué necesita | qué quieren
        en qué le puedo ayudar | en qué puedo ayudarle
        quién es | quién es usted | quién habla | con quién hablo | quién llama | quién me llama | de parte de quién
        de parte de quién llama | de qué se trata | de qué es | para qué es | para qué me llama | para qué llama
        por qué me llama | por qué llama | qué quiere | qué desea | qué se le ofrece | de dónde llama | de dónde me llama
        de qué empresa llama
        """
    ),
    corrections=listed("no espere | espere | perdón | quiero decir | mejor dicho"),
    past=listed(
        """
        ya pagué | ya he pagado | ya le pagué | ya les pagué | ya di | ya he dado | ya le di | ya les di | ya envié | ya mandé
        ya deposité | ya transferí | ya recogí | ya recibí | ya fui | ya hice
        """
    ),
    fillers=listed("eh | em | este | pues | ah"),
    polite=listed("por favor | gracias | muchas gracias | señor | señora"),
    greetings=listed("hola"),
    endings=listed("s"),
    determiners=listed(
        """
        el | la | los | las | un | una | unos | unas | mi | mis | tu | tus | su | sus | nuestro | nuestra | este | esta
        ese | esa
        """
    ),
    naming=listed(
        """
        me llamo … | mi nombre es … | mi nombre completo es … | el nombre es … | a nombre de … | soy el señor …
        soy la señora … | me llaman …
        """
    ),
    joining=listed("de | la | las | los | del | y | da"),
    known=listed(
        """
        llamo | llamó | llamas | llamaba | llamará | tengo | quiero | quisiera | estoy | está | están | necesito | hace | hay
        es | son | para | por | con | sin | mi | mis | su | me | se | le | lo | te | nos | que | duele | duelen | muela
        diente | dolor | cabeza | cita | limpieza | marido | esposo | esposa | hijo | hija | padre | madre | hermano | hermana
        puede | puedo | poder | llamar | hablar | hablo | voy | va | fue | era | tiene | tienes | nada | todo | algo | mucho
        muy | más | menos | ya | ahora | hoy | mañana | ayer | luego | después | antes | aquí | allí | así | bien | mal
        gracias | ayuda | cuenta | número | teléfono | tarjeta | factura | pago | pagar | dinero | casa | trabajo | trabaja
        hora | día | días | cuando | porque | si | pero | yo | usted | él | ella | ellos | nosotros | nombre | apellido
        enfermo | enferma | paciente | cliente | nuevo | nueva | perdí | perdido | quién | cuál | frío | calor | rompió | al
        eso | esto | alguien | nadie | nunca | siempre | también | diabético | alérgico | alérgica | ocupado | ocupada
        seguro
        """
    ),
    voicemail=listed("deje su mensaje | deje un mensaje | después de la señal | después del tono | buzón de voz | no está disponible"),
    live=listed(
        """
        le doy un recado | puedo tomar el recado | puedo tomar un recado | le tomo el recado | quiere que le dé un recado
        quiere que le diga algo | puedo darle un recado | puedo tomar un mensaje | le doy el mensaje | de parte de quién
        quién lo llama | quién le llama
        """
    ),
    repeat=listed(
        """
        repita | repítalo | repita por favor | repítalo por favor | otra vez | otra vez por favor | una vez más | cómo | cómo dice
        cómo dijo | qué | qué dijo | qué dice | qué ha dicho | perdón | perdone | perdón cómo | disculpe | mande | puede repetir
        puede repetirlo | puede repetir por favor | puede repetirlo por favor | podría repetir | podría repetirlo | me lo repite
        me lo puede repetir | me puede repetir | no le oí | no le escuché | no oí | no escuché | no le entendí | no entendí | no le oigo
        no le escucho | no le oigo bien | no le escucho bien | no se escucha | no se oye | no lo escuché | no lo oí | no entiendo
        se corta
        quién | quién dice
        """
    ),
    wait=listed(
        """
        espere | espera | espéreme | espérame | espérese | aguarde | un momento | un momentito | un segundo | un segundito
        un minuto | un minutito | un instante | un momento nada más | espere un momento | espere un momentito
        espere un segundo | espere un minuto | espera un momento | espera un segundo | espera un minuto | deme un momento
        deme un segundo | deme un minuto | dame un momento | dame un segundo | dame un minuto | me da un momento
        me da un minuto | puede esperar | puede esperar un momento | no cuelgue | permítame | permítame un momento
        """
    ),
    fetching=listed(
        """
        déjeme ver | déjame ver | déjeme pensar | déjeme buscar … | déjame buscar … | déjeme mirar … | déjeme coger …
        déjeme agarrar … | déjeme sacar … | voy a buscar … | voy por … | estoy buscando … | lo estoy buscando
        la estoy buscando | ahora lo busco | ahora la busco
        déjeme preguntarle a … | déjame preguntarle a … | déjeme preguntar a mi … | déjeme consultar con mi …
        déjeme consultarlo con mi … | le pregunto a mi … | voy a preguntarle a mi … | tocan a la puerta
        están tocando la puerta | están tocando a la puerta | tocan el timbre | alguien está en la puerta
        hay alguien en la puerta | mientras busco … | mientras cojo …
        """
    ),
    back=listed(
        """
        ya estoy | ya estoy aquí | ya volví | ya he vuelto | listo | lista | ya | siga | continúe | adelante | dígame | ya lo tengo
        ya la tengo | sigue ahí | está ahí | gracias por esperar
        """
    ),
    robot=listed(
        """
        es usted un robot | eres un robot | estoy hablando con una persona | es usted una persona | eres una persona | es usted humano
        eres humano | eres humana | eres real | es usted real | es usted una máquina | eres una máquina | esto es un robot
        esto es una grabación | es una grabación | es usted una persona real | eres una persona real | estoy hablando con un robot
        estoy hablando con una máquina | hablo con una máquina | hablo con un robot | hablo con una persona
        """
    ),
    agent=listed("agente | una persona | operador | operadora | representante"),
    stop=listed(
        """
        adiós | chao | chau | hasta luego | hasta pronto | hasta la vista | colgar | cuelgo | voy a colgar
        tengo que colgar | quiero colgar | me tengo que ir | tengo que irme | terminar la llamada | que tenga un buen día
        que tenga buen día
        """
    ),
    oaths=listed(
        """
        puta | putas | puto | putos | de una puta vez | maldita | malditas | maldito | malditos | jodida | jodidas | jodido | jodidos
        pinche | pinches | de mierda | mierda | joder | coño | carajo | hostia | cojones | cabrones | cabrón | demonios
        por el amor de dios
        """
    ),
    opt_out=listed(
        """
        no me llame | no me llamen | no llame más | no llamen más | dejen de llamar | deje de llamar | dejen de llamarme
        deje de llamarme | no me vuelva a llamar | no me vuelvan a llamar | no vuelva a llamarme | no vuelvan a llamarme
        no quiero que me llame | no quiero que me llamen | no quiero más llamadas | no más llamadas | no me moleste | no me molesten
        déjeme en paz | déjenme en paz | quíteme de la lista | quítenme de la lista | quíteme de su lista | quítenme de su lista
        bórreme de la lista | bórrenme de la lista | bórreme de su lista | bórrenme de su lista | no vuelvan a llamar
        no vuelva a llamar | no vuelvas a llamar | no me vuelvas a llamar | dejen de molestar | deje de molestar | dejen de molestarme
        deje de molestarme | paren de llamar | pare de llamar | paren de llamarme | pare de llamarme | no quiero llamadas
        no quiero recibir llamadas | no quiero recibir más llamadas | no deseo recibir llamadas | no deseo recibir más llamadas
        no deseo que me llamen | no quiero que me vuelvan a llamar | no quiero que vuelvan a llamar | que no me llamen | que no me llame
        que no me llamara | que no me llamaran | que dejen de llamar | que dejen de llamarme | basta de llamadas | borre mi número
        borren mi número | elimine mi número | eliminen mi número | quite mi número | quiten mi número | saque mi número
        saquen mi número | olvide mi número | olviden mi número | no me contacte | no me contacten | no vuelvan a contactarme
        no me vuelvan a contactar | no me marque | no me marquen | no me hablen más | no me busquen más | déjame en paz
        déjeme tranquilo | déjeme tranquila | déjenme tranquilo | déjenme tranquila | nunca más me llamen | nunca más me llame
        no me estén llamando | no me esté llamando | lista robinson | retiro mi consentimiento | revoco mi consentimiento
        sáqueme de la lista | sáqueme de su lista | sáqueme de sus listas | sáqueme de la base de datos | sáqueme de su base de datos
        sáquenme de la lista | sáquenme de su lista | sáquenme de sus listas | sáquenme de la base de datos
        sáquenme de su base de datos | elimíneme de la lista | elimíneme de su lista | elimíneme de sus listas
        elimíneme de la base de datos | elimíneme de su base de datos | elimínenme de la lista | elimínenme de su lista
        elimínenme de sus listas | elimínenme de la base de datos | elimínenme de su base de datos | quíteme de sus listas
        quíteme de la base de datos | quíteme de su base de datos | quítenme de sus listas | quítenme de la base de datos
        quítenme de su base de datos | bórreme de sus listas | bórreme de la base de datos | bórreme de su base de datos
        bórrenme de sus listas | bórrenme de la base de datos | bórrenme de su base de datos | deme de baja de la lista
        deme de baja de su lista | deme de baja de sus listas | deme de baja de la base de datos | deme de baja de su base de datos
        denme de baja de la lista | denme de baja de su lista | denme de baja de sus listas | denme de baja de la base de datos
        denme de baja de su base de datos | darme de baja de la lista | darme de baja de su lista | darme de baja de sus listas
        darme de baja de la base de datos | darme de baja de su base de datos
        borre mis datos | borren mis datos | elimine mis datos | eliminen mis datos | quite mi nombre | quiten mi nombre
        saque mi nombre | saquen mi nombre | borre mi nombre | borren mi nombre | ya no llamen | por favor no llamen
        nunca llamen | no llamen nunca más
        """
    ),
    no_opt_out="""
        me (llame/llamen/llames/llaméis) (así/mentiroso/mentirosa/loco/loca)
        en paz (un/unos/dos) (momento/momentito/segundo/segundos/minuto/minutos/rato/ratito)
        mi nombre (de la/del/de mi/de esta) (cuenta/póliza/contrato/factura/hipoteca/seguro)
        """,
    digits=listed("cero | uno | dos | tres | cuatro | cinco | seis | siete | ocho | nueve"),
)
