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
        sim | pois não | claro | claro que sim | com certeza | certo | correto | exato | isso | isso mesmo | de acordo | concordo
        aceito | sou eu | tá bom | está bem | ok
        """
    ),
    no=listed(
        """
        não | não não | claro que não | de jeito nenhum | nunca | não obrigado | não obrigada | agora não | ainda não
        acho que não | número errado | não quero
        """
    ),
    unsure=listed(
        """
        talvez | quem sabe | pode ser | depende | não sei | não tenho certeza | acho que sim | acho | mais ou menos
        sim e não
        """
    ),
    neutral=listed("sem problema | não tem problema | não entendi | não ouvi | bom dia | boa tarde"),
    negations=listed("não | nunca | jamais | sem | nem | nenhum"),
    conditions=listed("se | desde que | a menos que"),
    both=listed("e | ou | mas"),
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
