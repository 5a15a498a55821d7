"""Portuguese: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="pt",
    if_silent=(
        "Ainda está aí? {{ question }}",
        "Não consigo ouvi-lo. {{ question }}",
    ),
    if_unclear=(
        "Desculpe, não entendi. {{ question }}",
        "Desculpe, ainda não entendi. {{ question }}",
    ),
    if_trouble="Desculpe, algo deu errado do nosso lado. Por favor, repita.",
    goodbye="Obrigado pelo seu tempo. Até logo.",
    connecting="Um momento, vou transferir a ligação.",
    one_moment="Um momento.",
    take_your_time="Claro, fique à vontade.",
    limits=paired(
        """
        past: Essa data já passou. | future: Essa data ainda não chegou. | today: Não pode ser hoje.
        year: Preciso do dia, do mês e do ano.
        after: Preciso de uma data depois desta: {{ limit }}. | before: Preciso de uma data antes desta: {{ limit }}.
        from: A primeira data possível é: {{ limit }}. | until: A última data possível é: {{ limit }}.
        time after: Preciso de um horário depois deste: {{ limit }}. | time before: Preciso de um horário antes deste: {{ limit }}.
        time from: O primeiro horário possível é: {{ limit }}. | time until: O último horário possível é: {{ limit }}.
        up to: Isso é mais do que {{ limit }}. | at least: Isso é menos do que {{ limit }}.
        digit: Preciso de um dígito. | digits: Preciso de {{ limit }} dígitos.
        phone: Esse número de telefone não está completo. | email: Esse endereço de e-mail não está completo.
        """
    ),
    noted="Certo.",
    which_half="De manhã ou à tarde?",
    morning=listed("manhã | da manhã | de manhã | madrugada | antes do meio dia"),
    later=listed("tarde | da tarde | à tarde | de tarde | depois do meio dia"),
    night=listed("noite | da noite | à noite | de noite"),
    what_to_change="O que devo mudar?",
    changes=listed("mudar | mude | outro | outra | errado | errada | incorreto | incorreta | erro | exceto"),
    everything=listed("tudo | todos | todas | os dois | as duas | ambos"),
    called={
        "date": listed("dia | data"),
        "time": listed("hora | horário"),
        "money": listed("valor | quantia | dinheiro"),
        "number": listed("número | quantos | quantas"),
        "digits": listed("número | código | dígitos"),
        "phone": listed("telefone | número"),
        "email": listed("email | e mail | endereço"),
        "name": listed("nome"),
        "spelling": listed("nome | soletração"),
    },
    none=listed(
        """
        nenhum | nenhuma | ninguém | nem um | nem uma | não tem nenhum | não tenho nenhum | não há ninguém
        """
    ),
    whole=listed(
        """
        tudo | o total | o valor total | tudo de uma vez | todo o saldo | o saldo todo | pago tudo
        vou pagar tudo | quero pagar tudo | o valor inteiro | o valor todo | a totalidade
        """
    ),
    plain_yes=listed("sim | sim sim"),
    agreeing=listed("concordo | aceito | autorizo | estou de acordo"),
    yes=listed(
        """
        sim | pois não | claro | claro que sim | com certeza | certo | correto | exato | isso mesmo | de acordo | concordo | aceito
        sou eu | é isso | é isso mesmo | isso aí | é sim | sou eu mesmo | sou eu mesma | ele mesmo | ela mesma | eu mesmo | eu mesma
        é ele mesmo | é ela mesma | exatamente | lógico | óbvio | positivo | afirmativo | fechado | combinado | pode sim | quero sim
        tenho sim | uhum | aham | confirmo | confirmado | sem dúvida | é verdade | está correto | tá certo | está certo | com prazer
        bora | com toda certeza | por que não | por mim tudo bem | tenho interesse | me interessa | já fiz | já fiz isso | sim senhor
        sim senhora | é ele | é ela
        """
    ),
    soft_yes=listed(
        "tá bom | está bem | ok | okay | tudo bem | beleza | perfeito | ótimo | tá ok | tá | não me oponho | não tenho objeção"
    ),
    ordinary=listed(
        """
        claro | certo | correto | exato | exatamente | lógico | óbvio | positivo | afirmativo | fechado | combinado | confirmo
        confirmado | concordo | aceito | perfeito | ótimo | beleza | bora
        """
    ),
    openers=listed("eu | você | sou | sim | mas | e | que | pode | posso | quero | com | moça | moço | fala | é"),
    brief_yes=listed(
        """
        vou estar lá | irei | iremos | estaremos lá | vou comparecer | a gente vai
        estarei lá | vou sim | eu vou | isso | é | pode | quero | sou | tenho | verdade | pode falar
        """
    ),
    accented=("é",),
    no=listed(
        """
        não | não não | claro que não | de jeito nenhum | nunca | não obrigado | não obrigada | agora não | ainda não | acho que não
        número errado | não quero | negativo | de forma alguma | de maneira alguma | de forma nenhuma | de maneira nenhuma | nem pensar
        nem a pau | jamais | que nada | creio que não | não sou eu | não é ele | não é ela | não tenho interesse | sem interesse
        não me interessa | não posso | não aceito | não concordo | não está certo | não está correto | errado | está errado | tá errado
        foi engano | é engano | engano | ligou errado | prefiro que não | prefiro não | melhor não | não precisa | não é necessário
        dispenso | deixa pra lá | falso | incorreto | recuso | não é verdade | o número está errado | não é isso | não é isso mesmo
        não confirmo | não sou | não pode
        """
    ),
    busy=listed(
        """
        não quer falar | não quer atender
        não está | não está aqui | não está em casa | não está no momento | não está agora | não tá | não se encontra
        não está disponível | não pode atender | não posso falar | não posso falar agora | não chegou ainda
        """
    ),
    unsure=listed(
        """
        no problem | não perderia por nada | não perco por nada | não vou perder | não vou faltar | não faltarei | quem dera não
        quem dera que não
        talvez | quem sabe | pode ser | depende | não sei | não tenho certeza | acho que sim | acho | mais ou menos | sim e não | sei lá
        talvez sim | talvez não | creio que sim | não sei dizer | não faço ideia | não lembro | não me lembro | vou pensar
        preciso pensar | tenho que pensar | deixa eu pensar | vamos ver | veremos | provavelmente | às vezes | tanto faz | mais tarde
        em parte | possivelmente | vai saber | pode ser que sim | nem sempre
        """
    ),
    relatives=listed(
        """
        sou o marido dela | aqui é o marido dela | é o marido dela | sou o esposo dela | aqui é o esposo dela | é o esposo dela
        sou a esposa dele | aqui é a esposa dele | é a esposa dele | sou a mulher dele | aqui é a mulher dele
        é a mulher dele | sou o filho dela | aqui é o filho dela | é o filho dela | sou o filho dele | aqui é o filho dele
        é o filho dele | sou a filha dela | aqui é a filha dela | é a filha dela | sou a filha dele | aqui é a filha dele
        é a filha dele | sou a mãe dela | aqui é a mãe dela | é a mãe dela | sou a mãe dele | aqui é a mãe dele | é a mãe dele
        sou o pai dela | aqui é o pai dela | é o pai dela | sou o pai dele | aqui é o pai dele | é o pai dele | sou o irmão dela
        aqui é o irmão dela | é o irmão dela | sou o irmão dele | aqui é o irmão dele | é o irmão dele | sou a irmã dela
        aqui é a irmã dela | é a irmã dela | sou a irmã dele | aqui é a irmã dele | é a irmã dele
        """
    ),
    oneself=listed(
        """
        sou eu | sou eu mesmo | sou eu mesma | ele mesmo | ela mesma | eu mesmo | eu mesma | é ele mesmo | é ela mesma | é ele
        é ela | sou | o próprio | a própria
        """
    ),
    confirming=listed(
        """
        isso mesmo | exato | exatamente | correto | é isso | é isso mesmo | isso aí | é sim | isso | é | está correto | tá certo
        está certo | certo | afirmativo | positivo | é verdade | verdade | uhum | aham | sim senhor | sim senhora
        """
    ),
    taking=listed("pode falar | pode dizer"),
    excuses=listed("desculpe eu estava | desculpe estava"),
    introductions=listed(
        """
        sou … | sou a … | sou o … | é a … | é o … | aqui é a … | aqui é o … | aqui fala … | meu nome é … | me chamo …
        está falando com …
        """
    ),
    seeking=listed("com | com a | com o | é | é a | é o | a | o"),
    asking_for=listed(
        """
        falo | falar | falando | é a … | é o … | é … ? | a … está | o … está | está a … | está o …
        """
    ),
    neutral=listed(
        """
        não falo português | não falo inglês
        só isso | é só
        sem problemas | nenhum problema | não me importo
        sem problema | não tem problema | não entendi | não ouvi | bom dia | boa tarde | não se preocupe | não entendo
        não estou entendendo | não estou ouvindo | não escutei | não consigo ouvir | não consigo te ouvir | boa noite | sim alô
        alô sim | certo senhor | um certo | uma certa | dar certo | deu certo | não tem de quê | não desligue | tudo bem com você
        tudo bem e você | como é que
        """
    ),
    negations=listed(
        """
        não é | não há | não foi | não são | não era | não se trata de | não vá | não vão
        não | nunca | jamais | sem | nem | nenhum | não pare | não parem | não para | não deixe | não deixem | não deixa | não posso
        não consigo | não vou poder | não tenho | não temos | não quero | não vou pagar | não pago | não chego a
        não desejo | não preciso | não vou | não vamos | não pretendo | não gostaria | não é preciso | não queremos | não precisa
        não queria
        """
    ),
    negations_after=listed("não posso | não consigo | não vou poder"),
    turns=listed("mas | porque | me passa | me passe | e sim"),
    asides=listed(
        """
        não sei | não entendi | não ouvi | agora não | ainda não | não obrigado | não obrigada | acho que não | não tenho certeza
        """
    ),
    telling=listed(
        """
        tive que | tivemos que | teve que | precisei | se eu | se nós | se a gente | se eu tiver que | se tiver que | se eu precisar
        se precisar
        """
    ),
    nearly=listed("ia | eu ia | íamos | estava para"),
    granting=listed("bem | problema | possível | ser | importa | incomoda"),
    spoken_with=listed(
        """
        falei com | já falei com | falado com | você é | o senhor é | a senhora é | estou falando com
        """
    ),
    agent_tells=listed("me disse | me ligou | disse | foi | era | falou | me atendeu"),
    agent_wishes=listed("quero | queria | preciso | passe | passa | gostaria"),
    conditions=listed("se | desde que | a menos que | só se | contanto que | caso | enquanto | a não ser que"),
    reserves=listed(
        """
        só | somente | apenas | unicamente | entre as
        mas | porém | exceto | menos o | menos a | vou chamar | vou passar | já passo
        """
    ),
    both=listed("e | ou | mas"),
    adding=listed("e | também | além disso | mais | outro | outra | e também | e mais"),
    questions=listed(
        """
        quem | o que | que é isso | como | onde | quando | por que | quanto | quanta | qual | quais | do que se trata | de onde
        """
    ),
    asking_back=listed(
        """
        o que foi | o que é | que foi | o que houve | o que quer | o que aconteceu
        em que posso ajudar | posso ajudar | como posso ajudar
        quem é | quem é você | quem fala | quem está falando | com quem falo | com quem eu falo | com quem estou falando
        quem está ligando | quem gostaria | do que se trata | de que se trata | qual o assunto | qual é o assunto
        por que está ligando | por que está me ligando | por que você está ligando | por que você está me ligando
        o que deseja | o que você quer | de onde é | de onde fala | de onde está ligando | de onde você está ligando
        """
    ),
    corrections=listed("não espera | espera | espere | desculpe | quer dizer | quero dizer"),
    past=listed("já paguei | já mandei | já enviei | já dei | já depositei | já transferi | já recebi | já peguei | já retirei | já fiz"),
    fillers=listed("ah | eh | hum | bem | né"),
    polite=listed("por favor | obrigado | obrigada | senhor | senhora"),
    greetings=listed("alô"),
    endings=listed("s"),
    determiners=listed(
        """
        o | a | os | as | um | uma | uns | umas | meu | minha | meus | minhas | seu | sua | seus | suas | nosso | nossa
        este | esta | esse | essa
        """
    ),
    naming=listed(
        """
        meu nome é … | o meu nome é … | meu nome completo é … | o nome é … | me chamo … | chamo-me … | em nome de …
        quem fala é o … | quem fala é a … | quem fala é … | sou a dona … | sou o seu …
        """
    ),
    joining=listed("de | da | do | das | dos | e"),
    known=listed(
        """
        tenho | tem | estou | está | estão | é | são | era | quero | queria | preciso | posso | pode | sei | saber | dor
        dente | dentes | cabeça | frio | calor | para | pra | com | sem | meu | minha | seu | sua | me | se | te | nos | lhe
        filho | filha | marido | esposa | mulher | pai | mãe | irmão | irmã | doente | perdi | cartão | conta | número
        telefone | dinheiro | trabalho | trabalha | hora | dia | amanhã | ontem | hoje | agora | aqui | ali | bem | mal
        muito | mais | menos | nada | tudo | algo | que | quem | como | quando | porque | mas | não | nome | sobrenome
        senhor | senhora | cliente | paciente | novo | nova | consulta | obrigado | obrigada | ajuda | pagar | falar | sempre
        nunca | também | ocupado | ocupada | diabético | diabética | eu | você | ele | ela | nós | eles | ao | à | no | na
        boleto | fatura | alguém | ninguém | fazer | faz
        """
    ),
    voicemail=listed("deixe sua mensagem | deixe seu recado | após o sinal | depois do sinal | caixa postal | não está disponível"),
    live=listed(
        """
        posso anotar o recado | posso anotar um recado | quer que eu anote | quer que eu dê o recado | posso dar o recado
        eu dou o recado | eu aviso ele | eu aviso ela | quem gostaria | da parte de quem | quem está falando
        """
    ),
    repeat=listed(
        """
        repita | repita por favor | pode repetir | pode repetir por favor | poderia repetir | de novo | outra vez | mais uma vez | como
        como disse | o quê | o que disse | o que você disse | desculpe | desculpa | perdão | não entendi | não ouvi | não escutei
        não entendi direito | não ouvi direito | não estou ouvindo | não estou te ouvindo | não compreendi
        quem | quem é que
        """
    ),
    wait=listed(
        """
        espere | espera | espera aí | espere aí | espera um pouco | espere um pouco | aguarde | aguarda | um momento
        um momentinho | um instante | um instantinho | um minuto | um minutinho | um segundo | um segundinho | só um momento
        só um momentinho | só um instante | só um minuto | só um minutinho | só um segundo | só um segundinho
        espere um momento | espere um minuto | espera um minuto | espera um momento | aguarde um momento | aguarde um instante
        me dá um minuto | me dá um segundo | me dê um minuto | me dê um momento | me dá um minutinho | pode esperar
        pode aguardar | pode esperar um pouco | não desligue | peraí | pera aí
        """
    ),
    fetching=listed(
        """
        deixa eu ver | deixe-me ver | deixa eu pensar | deixa eu pegar … | deixa eu procurar … | deixa eu olhar …
        deixe eu ver | deixe eu pegar … | vou pegar … | vou buscar … | vou procurar … | estou procurando …
        deixa eu perguntar pro meu … | deixa eu perguntar para o meu … | deixa eu perguntar pra minha …
        deixa eu perguntar para a minha … | deixa eu perguntar para minha … | deixe-me perguntar ao meu …
        deixe-me perguntar à minha … | vou perguntar pro meu … | vou perguntar pra minha … | vou perguntar ao meu …
        tem alguém na porta | tem gente na porta | estão batendo na porta | tocaram a campainha
        estão tocando a campainha | enquanto eu pego … | enquanto eu procuro … | enquanto pego … | enquanto procuro …
        """
    ),
    back=listed(
        """
        voltei | já voltei | estou de volta | estou aqui | pronto | pronta | estou pronto | estou pronta | pode falar | pode continuar
        continue | pode seguir | já peguei | achei | está aí | você está aí | ainda está aí | obrigado por esperar | obrigada por esperar
        """
    ),
    robot=listed(
        """
        você é um robô | estou falando com uma pessoa | você é uma máquina | você é humano | você é humana | você é real
        você é uma pessoa | você é uma pessoa de verdade | isso é um robô | isso é uma gravação | é uma gravação
        estou falando com um robô | estou falando com uma máquina | o senhor é um robô | a senhora é um robô
        """
    ),
    agent=listed("atendente | uma pessoa | operador | agente"),
    stop=listed(
        """
        tchau | adeus | até logo | até mais | desligar | vou desligar | tenho que desligar | preciso desligar
        quero desligar | tenho que ir | preciso ir | encerrar a ligação | encerrar a chamada | tenha um bom dia
        """
    ),
    oaths=listed(
        """
        porra | caralho | merda | de merda | maldita | malditas | maldito | malditos | cacete | desgraçada | desgraçadas
        desgraçado | desgraçados | raio | pelo amor de deus | que droga
        """
    ),
    opt_out=listed(
        """
        não me ligue mais | não me liguem mais | não ligue mais | não liguem mais | pare de ligar | parem de ligar | pare de me ligar
        parem de me ligar | não quero mais ligações | não quero que me liguem | chega de ligações | não quero mais essas ligações |
        não me incomode mais
        me deixe em paz | me deixem em paz | me tire da lista | me tirem da lista | me tire da sua lista | apague meu número
        não me liga mais | não liga mais | não me ligue nunca mais | não me liguem nunca mais | nunca mais me ligue
        nunca mais me liguem | nunca mais me liga | nunca mais ligue | nunca mais liguem | não volte a ligar | não voltem a ligar
        não me volte a ligar | não me telefone mais | não me telefonem mais | não telefone mais | não telefonem mais | deixe de me ligar
        deixem de me ligar | deixem de ligar | para de me ligar | para de ligar | parem com as ligações | parem com essas ligações
        não quero receber ligação | não quero receber ligações | não quero mais receber ligação | não quero mais receber ligações
        não quero mais ligação | não quero ligação | não quero ligações | não quero mais que me liguem | não quero que vocês me liguem
        não quero mais que vocês liguem | não quero mais que vocês me liguem | não quero que liguem | não desejo receber ligações
        não desejo mais receber ligações | não quero receber chamadas | não quero mais chamadas | chega de ligação | chega de ligar
        chega de me ligar | basta de ligações | me deixa em paz | deixe-me em paz | deixem-me em paz | me esquece | esqueçam meu número
        esqueça meu número | não me incomode | não me incomodem | não me incomodem mais | não me perturbe | não me perturbem
        não entre mais em contato | não entrem mais em contato | não me contacte mais | não me contactem mais | não me contate mais
        não me contatem mais | não me procurem mais | remova meu número | remova o meu número | removam meu número | apague o meu número
        apaguem meu número | apaga meu número | apaga o meu número | exclua meu número | excluam meu número | exclui meu número
        retire meu número | retirem meu número | bloqueie meu número | retiro meu consentimento | revogo meu consentimento
        me tira da lista | me tira dessa lista | me tira da sua lista | me tira do cadastro | me tira do sistema | me tire dessa lista
        me tire do cadastro | me tire do sistema | me tirem dessa lista | me tirem da sua lista | me tirem do cadastro
        me tirem do sistema | me exclui da lista | me exclui dessa lista | me exclui da sua lista | me exclui do cadastro
        me exclui do sistema | me exclua da lista | me exclua dessa lista | me exclua da sua lista | me exclua do cadastro
        me exclua do sistema | me excluam da lista | me excluam dessa lista | me excluam da sua lista | me excluam do cadastro
        me excluam do sistema | me remova da lista | me remova dessa lista | me remova da sua lista | me remova do cadastro
        me remova do sistema | me removam da lista | me removam dessa lista | me removam da sua lista | me removam do cadastro
        me removam do sistema | tire-me da lista | tire-me dessa lista | tire-me da sua lista | tire-me do cadastro | tire-me do sistema
        tira meu número da lista | tira meu número dessa lista | tira meu número da sua lista | tira meu número do cadastro
        tira meu número do sistema | tire meu número da lista | tire meu número dessa lista | tire meu número da sua lista
        tire meu número do cadastro | tire meu número do sistema | tirem meu número da lista | tirem meu número dessa lista
        tirem meu número da sua lista | tirem meu número do cadastro | tirem meu número do sistema | tira meu nome da lista
        tira meu nome dessa lista | tira meu nome da sua lista | tira meu nome do cadastro | tira meu nome do sistema
        tire meu nome da lista | tire meu nome dessa lista | tire meu nome da sua lista | tire meu nome do cadastro
        tire meu nome do sistema | tirem meu nome da lista | tirem meu nome dessa lista | tirem meu nome da sua lista
        tirem meu nome do cadastro | tirem meu nome do sistema
        apague meus dados | apaguem meus dados | exclua meus dados | excluam meus dados | delete meus dados
        deletem meus dados | tire meu nome | tirem meu nome | retire meu nome | retirem meu nome | remova meu nome
        removam meu nome | apague os meus dados | exclua os meus dados | tire o meu nome | retire o meu nome
        remova o meu nome | por favor não liguem
        """
    ),
    no_opt_out="""
        em paz (um/dois/uns) (minuto/minutos/minutinho/momento/momentinho/instante/segundo/segundos)
        meu nome (da/do/desta/deste/dessa/desse) (conta/contrato/apólice/fatura/seguro/empréstimo)
        """,
    digits=listed("zero | um | dois | três | quatro | cinco | seis | sete | oito | nove"),
)
