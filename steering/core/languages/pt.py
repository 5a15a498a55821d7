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
    limits=paired(
        """
        past: Essa data já passou. | future: Essa data ainda não chegou. | today: Não pode ser hoje.
        after: Preciso de uma data depois desta: {{ limit }}. | before: Preciso de uma data antes desta: {{ limit }}.
        from: A primeira data possível é: {{ limit }}. | until: A última data possível é: {{ limit }}.
        up to: Isso é mais do que {{ limit }}. | at least: Isso é menos do que {{ limit }}.
        digit: Preciso de um dígito. | digits: Preciso de {{ limit }} dígitos.
        phone: Esse número de telefone não está completo. | email: Esse endereço de e-mail não está completo.
        """
    ),
    which_half="De manhã ou à tarde?",
    morning=listed("manhã | da manhã | de manhã | madrugada | antes do meio dia"),
    later=listed("tarde | da tarde | à tarde | de tarde | depois do meio dia"),
    night=listed("noite | da noite | à noite | de noite"),
    what_to_change="O que devo mudar?",
    changes=listed("mudar | mude | outro | outra | errado | errada | incorreto | incorreta | erro"),
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
    plain_yes=listed("sim | sim sim"),
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
    soft_yes=listed("tá bom | está bem | ok | okay | tudo bem | beleza | perfeito | ótimo | tá ok | tá"),
    brief_yes=listed("isso | é | pode | quero | sou | tenho | verdade | pode falar"),
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
    unsure=listed(
        """
        talvez | quem sabe | pode ser | depende | não sei | não tenho certeza | acho que sim | acho | mais ou menos | sim e não | sei lá
        talvez sim | talvez não | creio que sim | não sei dizer | não faço ideia | não lembro | não me lembro | vou pensar
        preciso pensar | tenho que pensar | deixa eu pensar | vamos ver | veremos | provavelmente | às vezes | tanto faz | mais tarde
        em parte | possivelmente | vai saber | pode ser que sim | nem sempre
        """
    ),
    neutral=listed(
        """
        sem problema | não tem problema | não entendi | não ouvi | bom dia | boa tarde | não se preocupe | não entendo
        não estou entendendo | não estou ouvindo | não escutei | não consigo ouvir | não consigo te ouvir | boa noite | sim alô
        alô sim | certo senhor | um certo | uma certa | dar certo | deu certo | não tem de quê | não desligue | tudo bem com você
        tudo bem e você | como é que
        """
    ),
    negations=listed("não | nunca | jamais | sem | nem | nenhum"),
    turns=listed("mas | porque | me passa | me passe | e sim"),
    asides=listed(
        """
        não sei | não entendi | não ouvi | agora não | ainda não | não obrigado | não obrigada | acho que não | não tenho certeza
        """
    ),
    conditions=listed("se | desde que | a menos que | só se | contanto que | caso | enquanto | a não ser que"),
    both=listed("e | ou | mas"),
    questions=listed(
        """
        quem | o que | que é isso | como | onde | quando | por que | quanto | quanta | qual | quais | do que se trata | de onde
        """
    ),
    corrections=listed("não espera | espera | espere | desculpe | quer dizer | quero dizer"),
    fillers=listed("ah | eh | hum | bem | né"),
    polite=listed("por favor | obrigado | obrigada | senhor | senhora"),
    greetings=listed("alô"),
    voicemail=listed("deixe sua mensagem | deixe seu recado | após o sinal | depois do sinal | caixa postal | não está disponível"),
    repeat=listed("repita | pode repetir | de novo | outra vez"),
    agent=listed("atendente | uma pessoa | operador | agente"),
    stop=listed("tchau | desligar"),
    opt_out=listed(
        """
        não me ligue mais | não me liguem mais | não ligue mais | não liguem mais | pare de ligar | parem de ligar | pare de me ligar
        parem de me ligar | não quero mais ligações | não quero que me liguem | chega de ligações | não me incomode mais
        me deixe em paz | me deixem em paz | me tire da lista | me tirem da lista | me tire da sua lista | apague meu número
        """
    ),
    digits=listed("zero | um | dois | três | quatro | cinco | seis | sete | oito | nove"),
)
