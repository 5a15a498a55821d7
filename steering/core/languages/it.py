"""Italian: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="it",
    if_silent=(
        "È ancora in linea? {{ question }}",
        "Non la sento. {{ question }}",
    ),
    if_unclear=(
        "Mi scusi, non ho capito. {{ question }}",
        "Mi dispiace, non ho ancora capito. {{ question }}",
    ),
    if_trouble="Mi dispiace, c'è stato un problema da parte nostra. Può ripetere, per favore?",
    goodbye="Grazie per il suo tempo. Arrivederci.",
    connecting="Un attimo, la metto in contatto.",
    one_moment="Un attimo.",
    take_your_time="Certo, faccia con calma.",
    limits=paired(
        """
        past: Quella data è già passata. | future: Quella data deve ancora arrivare. | today: Non può essere oggi.
        year: Mi servono il giorno, il mese e l'anno.
        after: Mi serve una data successiva a questa: {{ limit }}. | before: Mi serve una data precedente a questa: {{ limit }}.
        from: La prima data possibile è: {{ limit }}. | until: L'ultima data possibile è: {{ limit }}.
        time after: Mi serve un orario successivo a questo: {{ limit }}.
        time before: Mi serve un orario precedente a questo: {{ limit }}.
        time from: Il primo orario possibile è: {{ limit }}. | time until: L'ultimo orario possibile è: {{ limit }}.
        up to: È più di {{ limit }}. | at least: È meno di {{ limit }}.
        digit: Mi serve una cifra. | digits: Mi servono {{ limit }} cifre.
        phone: Quel numero di telefono non è completo. | email: Quell'indirizzo e-mail non è completo.
        """
    ),
    noted="Grazie.",
    which_half="Di mattina o di pomeriggio?",
    morning=listed("mattina | mattino | di mattina | del mattino | mattinata"),
    later=listed("pomeriggio | di pomeriggio | del pomeriggio | sera | di sera | della sera | stasera"),
    night=listed("notte | di notte | stanotte"),
    what_to_change="Che cosa devo cambiare?",
    changes=listed("cambiare | cambi | altro | altra | sbagliato | sbagliata | errore | scorretto | tranne | eccetto"),
    everything=listed("tutto | tutti | tutte | entrambi | entrambe"),
    called={
        "date": listed("giorno | data"),
        "time": listed("ora | orario"),
        "money": listed("importo | somma | soldi"),
        "number": listed("numero | quanti | quante"),
        "digits": listed("numero | codice | cifre"),
        "phone": listed("telefono | numero"),
        "email": listed("mail | indirizzo"),
        "name": listed("nome"),
        "spelling": listed("nome | ortografia"),
    },
    none=listed(
        """
        nessuno | nessuna | neanche uno | neanche una | non ce ne sono | non ne ho | non ne abbiamo
        """
    ),
    whole=listed(
        """
        tutto | tutto quanto | l'intero importo | l'importo intero | il totale | tutto il saldo
        il saldo intero | l'importo totale | tutta la somma | pago tutto | per intero | voglio pagare tutto
        saldo tutto
        """
    ),
    plain_yes=listed("sì | sì sì"),
    agreeing=listed("accetto | sono d'accordo | acconsento | autorizzo"),
    yes=listed(
        """
        sì | certo | certo che sì | certamente | esatto | giusto | corretto | proprio così | assolutamente sì | volentieri | sono io
        accetto | come no | perché no | assolutamente | senz'altro | sicuro | sicuramente | ovvio | ovviamente | naturalmente
        esattamente | proprio io | in persona | confermo | sono d'accordo | mi va bene | mi sta bene | per me va bene | ci sto
        con piacere | è vero | vero | è giusto | è corretto | è così | è esatto | certo sono io | eccome | mi interessa | l'ho già fatto
        già fatto | senza dubbio
        """
    ),
    soft_yes=listed(
        """
        va bene | ok | okay | d'accordo | bene | benissimo | perfetto | ottimo | va benissimo | tutto bene
        nessuna obiezione | non ho obiezioni
        """
    ),
    ordinary=listed(
        """
        giusto | esatto | certo | corretto | sicuro | sicuramente | certamente | ovvio | ovviamente | naturalmente | assolutamente
        esattamente | vero | volentieri | eccome | bene | benissimo | perfetto | ottimo | accetto | confermo
        """
    ),
    openers=listed("io | lei | sono | sì | ma | e | che | mi | può | posso | va | dica | signora | signore | con"),
    brief_yes=listed(
        """
        sarò lì | sarò là | verremo | ci vengo
        ci sarò | ci saremo | vengo | verrò | si | lo sono | l'ho fatto
        """
    ),
    accented=("sì",),
    no=listed(
        """
        no | no no | no grazie | certo che no | assolutamente no | per niente | mai | non ora | non ancora | non credo | non penso
        credo di no | numero sbagliato | macché | ma va | ma no | neanche per sogno | nemmeno per sogno | neanche per idea | per carità
        in nessun modo | in nessun caso | direi di no | penso di no | mi sa di no | non sono io | non sono d'accordo | non mi interessa
        non m'interessa | non sono interessato | non sono interessata | non voglio | non posso | non accetto | non è vero
        non è corretto | non è giusto | non è esatto | sbagliato | è sbagliato | ha sbagliato | ha sbagliato numero | si sbaglia | falso
        niente affatto | nient'affatto | preferirei di no | preferisco di no | meglio di no | lasci stare | lasci perdere
        mai e poi mai | manco per niente | rifiuto | no davvero | non esattamente | non proprio
        """
    ),
    busy=listed(
        """
        non vuole parlare | non vuole parlarle
        non c'è | non è in casa | non è qui | non è a casa | non è disponibile | non è ancora tornata | non è ancora tornato
        non può rispondere | non posso parlare | non posso parlare adesso
        """
    ),
    unsure=listed(
        """
        no problem | non me lo perderei | non me lo perdo | non mancherò | non voglio mancare | magari no
        forse | può darsi | dipende | non so | non lo so | boh | non sono sicuro | non sono sicura | credo di sì | suppongo | più o meno
        sì e no | mah | può essere | non saprei | non ricordo | non mi ricordo | non ne sono sicuro | non ne sono sicura | penso di sì
        credo | penso | vedremo | vediamo | ci penso | ci devo pensare | devo pensarci | ci devo riflettere | probabilmente | magari
        a volte | così così | chissà | chi lo sa | non ne ho idea | fa lo stesso | è uguale | come vuole | più tardi | in parte
        non sempre | direi di sì
        """
    ),
    relatives=listed(
        """
        sono suo marito | parla suo marito | sono sua moglie | parla sua moglie | sono suo figlio | parla suo figlio
        sono sua figlia | parla sua figlia | sono sua madre | parla sua madre | sono suo padre | parla suo padre
        sono suo fratello | parla suo fratello | sono sua sorella | parla sua sorella | sono il suo compagno
        parla il suo compagno | sono la sua compagna | parla la sua compagna | sono il marito | sono la moglie | sono il figlio
        sono la figlia
        """
    ),
    oneself=listed("sono io | certo sono io | proprio io | in persona | lo sono | sì sono io"),
    confirming=listed(
        """
        esatto | giusto | corretto | proprio così | esattamente | è vero | vero | è giusto | è corretto | è così | è esatto | si
        """
    ),
    taking=listed("pronto | dica | mi dica | prego"),
    excuses=listed("scusi ero | mi scusi ero"),
    introductions=listed(
        """
        sono … | sono io … | mi chiamo … | il mio nome è … | qui parla … | sta parlando con … | parla con …
        """
    ),
    seeking=listed("con | con la | con il | è | lei è"),
    asking_for=listed(
        """
        parlo | parlando | parlare | lei è … | c'è … | è … ? | è in casa … | è … in casa
        """
    ),
    neutral=listed(
        """
        non parlo italiano | non parlo inglese
        solo questo | solo io
        nessun problema | non capisco | non la sento | buongiorno | non ho capito | non sento | non la sento bene | non si preoccupi
        non c'è problema | non fa niente | non importa | sì pronto | pronto sì | non riattacchi | buonasera | sto bene | un certo
        buona sera | una certa | non è che | sono io che
        """
    ),
    negations=listed("non | mai | senza | nessun | nessuna | nessuno | non posso | non potrei | non riesco"),
    negations_after=listed("non posso | non potrei | non riesco"),
    turns=listed("ma | però | anzi | perché | mi passi | bensì"),
    asides=listed(
        """
        non so | non lo so | non capisco | non la sento | non ora | non ancora | non credo | non sono sicuro | non sono sicura
        """
    ),
    telling=listed(
        """
        ho dovuto | abbiamo dovuto | ha dovuto | se devo | se dobbiamo | se dovessi | se dovessimo | cosa succede se voglio
        """
    ),
    nearly=listed("stavo per | stavamo per"),
    granting=listed("bene | problema | possibile"),
    spoken_with=listed("parlato con | lei è | è lei | sto parlando con | sei"),
    agent_tells=listed("mi ha detto | mi ha chiamato | ha detto | era | è stato"),
    agent_wishes=listed("voglio | vorrei | passi | bisogno | passatemi"),
    conditions=listed("se | purché | a meno che | a patto che | a condizione che | basta che | sempre che | finché | solo se"),
    reserves=listed(
        """
        solo | soltanto | solamente | unicamente | tra le | fra le
        ma | però | tranne | eccetto | salvo | glielo passo | gliela passo | le passo | ve lo passo | ve la passo
        la chiamo subito | lo chiamo subito
        """
    ),
    both=listed("e | o | ma"),
    adding=listed("e | anche | inoltre | ancora | un altro | un'altra | e anche | e ancora"),
    questions=listed("chi | cosa | che cosa | come | dove | quando | perché | quanto | quanta | quale | quali"),
    corrections=listed("no aspetti | aspetti | scusi | volevo dire | anzi"),
    past=listed("ho già | abbiamo già | già pagato | già versato | già mandato"),
    fillers=listed("eh | ehm | beh | ah"),
    polite=listed("per favore | grazie | signore | signora"),
    greetings=listed("buongiorno"),
    determiners=listed(
        """
        il | lo | la | i | gli | le | l | un | uno | una | mio | mia | miei | mie | suo | sua | nostro | nostra | questo
        questa | quel | quella
        """
    ),
    naming=listed(
        """
        mi chiamo … | il mio nome è … | il mio nome completo è … | il nome è … | a nome di … | sono il signor …
        sono la signora … | parla … | qui …
        """
    ),
    joining=listed("di | de | del | della | lo | la | li | d"),
    known=listed(
        """
        chiamo | chiamava | chiamato | ho | hai | ha | abbiamo | hanno | sono | sei | è | siamo | era | fa | fanno | male
        dente | denti | testa | freddo | caldo | vorrei | voglio | posso | può | devo | bisogno | per | con | senza | mio
        mia | miei | suo | sua | mi | ti | si | ci | vi | ne | figlio | figlia | marito | moglie | padre | madre | fratello
        sorella | malato | malata | perso | carta | conto | numero | telefono | fattura | bolletta | soldi | lavoro | ora
        giorno | domani | ieri | oggi | adesso | qui | lì | bene | molto | più | meno | niente | tutto | qualcosa | che | chi
        cosa | come | quando | perché | se | ma | e | o | non | nome | cognome | signore | signora | cliente | paziente
        nuovo | nuova | appuntamento | grazie | mille | aiuto | pagare | parlare | sempre | mai | anche | occupato | occupata
        diabetico | diabetica | al | alla | nel | lavora
        """
    ),
    voicemail=listed("lasci un messaggio | dopo il segnale | segreteria telefonica | non è disponibile | non è raggiungibile"),
    live=listed(
        """
        posso prendere un messaggio | vuole che gli dica | vuole che le dica | posso riferire | devo riferire | gli riferisco
        le riferisco | chi lo desidera | chi la desidera | con chi parlo
        """
    ),
    asking_back=listed(
        """
        che c'è | cosa c'è | che succede | che vuole | cosa succede | cosa volete
        come posso aiutarla | in cosa posso aiutarla
        chi è | chi parla | chi è lei | con chi parlo | chi chiama | chi mi chiama | di cosa si tratta
        di che cosa si tratta | di che si tratta | per cosa chiama | perché chiama | perché mi chiama | cosa vuole
        cosa desidera | da dove chiama | da parte di chi
        """
    ),
    repeat=listed(
        """
        ripeta | ripeta per favore | può ripetere | può ripetere per favore | potrebbe ripetere | me lo ripete | me lo può ripetere
        ancora una volta | un'altra volta | come | come scusi | come ha detto | scusi | mi scusi | cosa | cosa ha detto
        che cosa ha detto
        non ho capito | non ho sentito | non ho capito bene | non ho sentito bene | non la sento | non sento
        chi
        """
    ),
    wait=listed(
        """
        aspetti | aspetta | attenda | un attimo | un attimino | un momento | un momentino | un secondo | un minuto
        un minutino | aspetti un attimo | aspetti un momento | aspetti un secondo | aspetti un minuto | aspetta un attimo
        aspetta un momento | attenda un attimo | attenda un momento | mi dia un attimo | mi dia un momento | mi dia un secondo
        mi dia un minuto | mi dia un attimino | resti in linea | non riattacchi | può aspettare | può aspettare un attimo
        può attendere
        """
    ),
    fetching=listed(
        """
        mi faccia vedere | mi faccia pensare | mi faccia controllare … | mi faccia cercare … | mi faccia prendere …
        fammi vedere | vado a prendere … | vado a cercare … | prendo un … | prendo una … | prendo la … | prendo il … | cerco …
        sto cercando … | lo cerco | la cerco | lo sto cercando | la sto cercando
        chiedo a mio … | chiedo a mia … | chiedo un attimo a mio … | chiedo un attimo a mia … | mi faccia chiedere a …
        fammi chiedere a mio … | fammi chiedere a mia … | suonano alla porta | stanno suonando alla porta
        hanno suonato alla porta | c'è qualcuno alla porta | mentre cerco … | mentre prendo …
        """
    ),
    back=listed(
        """
        eccomi | rieccomi | sono tornato | sono tornata | ci sono | sono qui | sono pronto | sono pronta | pronto | pronta | continui
        continui pure | vada avanti | mi dica | ce l'ho | è ancora lì | è ancora in linea | grazie per l'attesa
        """
    ),
    robot=listed(
        """
        è un robot | sto parlando con una persona | lei è un robot | sei un robot | lei è una macchina | lei è una persona vera
        è una persona vera | lei è umano | lei è umana | è una registrazione | questa è una registrazione
        sto parlando con un robot | sto parlando con una macchina | parlo con un robot | parlo con una macchina | è una macchina
        """
    ),
    agent=listed("operatore | una persona | agente"),
    stop=listed(
        """
        arrivederci | arrivederla | addio | riattaccare | riattacco | riaggancio | devo riattaccare | devo andare
        devo andare via | terminare la chiamata | chiudere la chiamata | buona giornata
        """
    ),
    oaths=listed(
        """
        cazzo | cazzo di | del cazzo | cavolo | del cavolo | maledetta | maledette | maledetto | maledetti | fottuta | fottute | fottuto
        fottuti | porca miseria | porca puttana | di merda | merda | stramaledetta | stramaledette | per dio | per l'amor di dio
        """
    ),
    opt_out=listed(
        """
        non mi chiami più | non mi chiamate più | non chiamatemi più | non chiami più | non chiamate più | smettete di chiamare
        smettete di chiamarmi | smetta di chiamarmi | non voglio più essere chiamato | non voglio più chiamate | basta chiamate
        basta con le chiamate | basta con queste chiamate | toglietemi da questa lista | mi tolga da questa lista
        cancellatemi da questa lista | mi cancelli da questa lista
        lasciatemi in pace | mi lasci in pace | mi tolga dalla lista | toglietemi dalla lista | mi cancelli dalla lista
        cancellate il mio numero | non mi richiami più | non mi richiamate più | non richiamate più | non richiamatemi più
        non richiamatemi | non richiami | non chiamatemi | non chiamate qui | non mi telefoni più | non mi telefonate più
        non telefonate più | non telefonatemi più | mai più chiamare | non mi chiamare più | non chiamarmi più
        non voglio più essere chiamata | non voglio essere chiamato | non voglio essere chiamata | non voglio più ricevere chiamate
        non voglio ricevere chiamate | non voglio più ricevere telefonate | non voglio ricevere telefonate | non voglio più telefonate
        non voglio che mi chiamiate | non voglio più che mi chiamiate | non desidero ricevere chiamate
        non desidero più ricevere chiamate | non desidero essere chiamato | non desidero essere contattato
        non desidero essere contattata | non voglio più essere contattato | non voglio più essere contattata
        non voglio essere contattato | non voglio essere contattata | non voglio più essere disturbato
        non voglio più essere disturbata | basta telefonate | basta chiamare | basta chiamarmi | smettetela di chiamare
        smettetela di chiamarmi | la smetta di chiamare | la smetta di chiamarmi | smetta di chiamare | smetta di telefonarmi
        smettete di telefonare | smettete di telefonarmi | smettetela di telefonarmi | smettetela di disturbarmi | lasciatemi stare
        mi lasci stare | lasciami in pace | lasciatemi tranquillo | non mi disturbi più | non mi disturbate più | non disturbatemi più
        non disturbate più | non disturbi più | cancelli il mio numero | elimini il mio numero | eliminate il mio numero
        tolga il mio numero | togliete il mio numero | rimuova il mio numero | rimuovete il mio numero | dimenticate il mio numero
        non contattatemi più | non contattatemi | non mi contatti più | non mi contattate più | registro delle opposizioni
        revoco il consenso | revoco il mio consenso | mi tolga dalla vostra lista | mi tolga dalle vostre liste | mi tolga dall'elenco
        mi tolga dal vostro elenco | mi tolga dai vostri elenchi | mi tolga dal database | toglietemi dalla vostra lista
        toglietemi dalle vostre liste | toglietemi dall'elenco | toglietemi dal vostro elenco | toglietemi dai vostri elenchi
        toglietemi dal database | mi cancelli dalla vostra lista | mi cancelli dalle vostre liste | mi cancelli dall'elenco
        mi cancelli dal vostro elenco | mi cancelli dai vostri elenchi | mi cancelli dal database | cancellatemi dalla lista
        cancellatemi dalla vostra lista | cancellatemi dalle vostre liste | cancellatemi dall'elenco | cancellatemi dal vostro elenco
        cancellatemi dai vostri elenchi | cancellatemi dal database | mi rimuova dalla lista | mi rimuova dalla vostra lista
        mi rimuova dalle vostre liste | mi rimuova dall'elenco | mi rimuova dal vostro elenco | mi rimuova dai vostri elenchi
        mi rimuova dal database | rimuovetemi dalla lista | rimuovetemi dalla vostra lista | rimuovetemi dalle vostre liste
        rimuovetemi dall'elenco | rimuovetemi dal vostro elenco | rimuovetemi dai vostri elenchi | rimuovetemi dal database
        mi elimini dalla lista | mi elimini dalla vostra lista | mi elimini dalle vostre liste | mi elimini dall'elenco
        mi elimini dal vostro elenco | mi elimini dai vostri elenchi | mi elimini dal database | eliminatemi dalla lista
        eliminatemi dalla vostra lista | eliminatemi dalle vostre liste | eliminatemi dall'elenco | eliminatemi dal vostro elenco
        eliminatemi dai vostri elenchi | eliminatemi dal database
        cancelli i miei dati | cancellate i miei dati | elimini i miei dati | eliminate i miei dati | tolga il mio nome
        togliete il mio nome | cancelli il mio nome | cancellate il mio nome | per favore non chiamate
        ritiro il mio consenso | niente chiamate | niente più chiamate
        """
    ),
    no_opt_out="""
        in pace (un/due) (attimo/attimino/momento/minuto/minuti/secondo/secondi)
        il mio nome (dal/dalla/da questo/da questa) (conto/contratto/polizza/bolletta/mutuo)
        """,
    elides=True,
    digits=listed("zero | uno | due | tre | quattro | cinque | sei | sette | otto | nove"),
)
