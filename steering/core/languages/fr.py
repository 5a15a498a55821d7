"""French: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="fr",
    if_silent=(
        "Êtes-vous toujours là ? {{ question }}",
        "Je ne vous entends pas. {{ question }}",
    ),
    if_unclear=(
        "Pardon, je n'ai pas compris. {{ question }}",
        "Désolé, je n'ai toujours pas compris. {{ question }}",
    ),
    if_trouble="Je suis désolé, un problème est survenu de notre côté. Pouvez-vous répéter ?",
    goodbye="Merci de votre temps. Au revoir.",
    connecting="Un instant, je vous mets en relation.",
    one_moment="Un instant.",
    limits=paired(
        """
        past: Cette date est déjà passée. | future: Cette date n'est pas encore arrivée. | today: Ce ne peut pas être aujourd'hui.
        after: Il me faut une date après le {{ limit }}. | before: Il me faut une date avant le {{ limit }}.
        from: Il me faut une date qui ne soit pas avant le {{ limit }}. | until: Il me faut une date qui ne soit pas après le {{ limit }}.
        up to: C'est plus que {{ limit }}. | at least: C'est moins que {{ limit }}.
        digit: Il me faut un chiffre. | digits: Il me faut {{ limit }} chiffres.
        phone: Ce numéro de téléphone n'est pas complet. | email: Cette adresse électronique n'est pas complète.
        """
    ),
    which_half="Le matin ou l'après-midi ?",
    morning=listed("matin | du matin | le matin | matinée | avant midi"),
    later=listed("après-midi | après midi | de l'après-midi | soir | du soir | le soir | soirée"),
    night=listed("nuit | la nuit | cette nuit"),
    what_to_change="Que dois-je changer ?",
    changes=listed("changer | changez | autre | faux | fausse | mauvais | mauvaise | erreur | incorrect | incorrecte"),
    everything=listed("tout | tous | toutes | les deux"),
    called={
        "date": listed("jour | date"),
        "time": listed("heure"),
        "money": listed("montant | somme | argent"),
        "number": listed("nombre | combien"),
        "digits": listed("numéro | code | chiffres"),
        "phone": listed("téléphone | numéro"),
        "email": listed("adresse | mail | courriel"),
        "name": listed("nom"),
        "spelling": listed("nom | orthographe"),
    },
    plain_yes=listed("oui | oui oui"),
    yes=listed(
        """
        oui | ouais | pourquoi pas | bien sûr | tout à fait | absolument | exactement | exact | c'est ça | c'est exact | d'accord
        volontiers | allez-y | c'est moi | j'accepte | ok | très bien
        """
    ),
    no=listed(
        """
        non | non non | pas du tout | jamais | pas vraiment | pas maintenant | non merci | certainement pas
        bien sûr que non | je ne crois pas | je ne pense pas | mauvais numéro
        """
    ),
    unsure=listed(
        """
        peut-être | je ne sais pas | je sais pas | ça dépend | je suppose | je crois | probablement | plus ou moins
        pas sûr | je ne suis pas sûr | oui et non
        """
    ),
    neutral=listed("pas de problème | pas de souci | je ne comprends pas | je n'entends pas | bonjour"),
    negations=listed("pas | ne | n | jamais | sans | aucun"),
    conditions=listed("à condition | sauf si | à moins"),
    both=listed("et | ou | mais"),
    corrections=listed("non attendez | attendez | pardon | je veux dire"),
    fillers=listed("euh | heu | ben | bah | ah"),
    polite=listed("s'il vous plaît | merci | monsieur | madame"),
    greetings=listed("bonjour"),
    voicemail=listed("laissez un message | après le bip | après le signal | messagerie vocale | répondeur | n'est pas disponible"),
    repeat=listed("répétez | pouvez-vous répéter | encore une fois"),
    agent=listed("agent | conseiller | une personne | opérateur"),
    stop=listed("au revoir | raccrocher"),
    opt_out=listed(
        """
        ne m'appelez plus | n'appelez plus | ne me rappelez plus | ne rappelez plus | ne m'appelez plus jamais | arrêtez de m'appeler
        arrêtez d'appeler | plus d'appels | je ne veux plus être appelé | je ne veux plus d'appels | ne me dérangez plus
        laissez-moi tranquille | retirez-moi de la liste | retirez-moi de votre liste | effacez mon numéro | supprimez mon numéro
        """
    ),
    elides=True,
    digits=listed("zéro | un | deux | trois | quatre | cinq | six | sept | huit | neuf"),
)
