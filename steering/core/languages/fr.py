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
    take_your_time="Bien sûr, prenez votre temps.",
    limits=paired(
        """
        past: Cette date est déjà passée. | future: Cette date n'est pas encore arrivée. | today: Ce ne peut pas être aujourd'hui.
        year: Il me faut le jour, le mois et l'année.
        after: Il me faut une date après le {{ limit }}. | before: Il me faut une date avant le {{ limit }}.
        from: Il me faut une date qui ne soit pas avant le {{ limit }}. | until: Il me faut une date qui ne soit pas après le {{ limit }}.
        time after: Il me faut une heure après {{ limit }}. | time before: Il me faut une heure avant {{ limit }}.
        time from: La première heure possible est {{ limit }}. | time until: La dernière heure possible est {{ limit }}.
        up to: C'est plus que {{ limit }}. | at least: C'est moins que {{ limit }}.
        digit: Il me faut un chiffre. | digits: Il me faut {{ limit }} chiffres.
        phone: Ce numéro de téléphone n'est pas complet. | email: Cette adresse électronique n'est pas complète.
        """
    ),
    noted="Merci.",
    which_half="Le matin ou l'après-midi ?",
    morning=listed("matin | du matin | le matin | matinée | avant midi"),
    later=listed("après-midi | après midi | de l'après-midi | soir | du soir | le soir | soirée"),
    night=listed("nuit | la nuit | cette nuit"),
    what_to_change="Que dois-je changer ?",
    changes=listed("changer | changez | autre | faux | fausse | mauvais | mauvaise | erreur | incorrect | incorrecte | sauf | excepté"),
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
    none=listed(
        """
        aucun | aucune | personne | pas un seul | pas une seule | il n'y en a pas | je n'en ai pas
        il n'y a personne
        """
    ),
    whole=listed(
        """
        tout | la totalité | le total | le tout | tout le solde | le solde entier | le montant total
        la somme totale | toute la somme | je paie tout | je règle tout | en totalité | l'intégralité
        je veux tout payer | je vais tout payer
        """
    ),
    plain_yes=listed("oui | oui oui"),
    agreeing=listed("je suis d'accord | j'accepte | j'autorise | je consens"),
    yes=listed(
        """
        oui | ouais | pourquoi pas | bien sûr | tout à fait | absolument | exactement | exact | c'est exact | volontiers | allez-y
        j'accepte | mais oui | bien entendu | bien volontiers | moi-même | lui-même | elle-même | en personne | affirmatif | carrément
        évidemment | certainement | effectivement | en effet | sans problème | sans aucun doute | avec plaisir | je veux bien
        je confirme | je suis d'accord | ça me va | ça me convient | c'est correct | voilà c'est ça | c'est bien moi | c'est bien ça
        absolument oui | ça m'intéresse | et comment | je l'ai déjà fait | c'est déjà fait | oui pourquoi pas | bien sûr que oui
        """
    ),
    soft_yes=listed(
        """
        d'accord | ok | okay | très bien | c'est bon | parfait | ça marche | entendu | super | impeccable | nickel | ça roule | ça va
        je n'ai pas d'objection | pas d'objection | aucune objection | je n'y vois pas d'inconvénient
        """
    ),
    ordinary=listed(
        """
        absolument | exactement | exact | évidemment | certainement | effectivement | carrément | voilà | parfait | entendu | super
        impeccable | nickel | volontiers | affirmatif
        """
    ),
    openers=listed("je | j | vous | c | ça | oui | mais | et | avec | allez | dites"),
    brief_yes=listed(
        """
        j'y vais | on sera là | nous serons là | nous viendrons | on viendra
        j'y serai | je viendrai | je viens | je serai là | si | si si | mais si | voilà | vrai | c'est ça | c'est vrai
        c'est juste | c'est moi
        """
    ),
    no=listed(
        """
        non | non non | pas du tout | jamais | pas vraiment | pas maintenant | non merci | certainement pas | bien sûr que non
        je ne crois pas | je ne pense pas | mauvais numéro | nan | jamais de la vie | absolument pas | surtout pas | en aucun cas
        hors de question | pas question | c'est pas moi | ce n'est pas moi | pas moi | ça ne m'intéresse pas | ça m'intéresse pas
        je ne suis pas intéressé | je ne suis pas intéressée | pas intéressé | pas intéressée | je ne veux pas | je veux pas | je refuse
        je préfère pas | je préfère ne pas | pas d'accord | je ne suis pas d'accord | je suis pas d'accord | pas aujourd'hui
        pas encore | sûrement pas | pas exactement | c'est pas ça | ce n'est pas ça | ce n'est pas exact | c'est pas exact | c'est faux
        faux | négatif | nullement | aucunement | pas la peine | sans façon | vous vous trompez | vous faites erreur | c'est une erreur
        vous vous êtes trompé | je pense pas | je crois pas | ça m'étonnerait | même pas
        """
    ),
    busy=listed(
        """
        ne veut pas vous parler | veut pas vous parler | ne veut pas parler | veut pas parler | ne souhaite pas vous parler
        n'est pas là | est pas là | n'est pas ici | est pas ici | n'est pas disponible | est pas disponible
        n'est pas à la maison | est pas à la maison | n'est pas chez lui | n'est pas chez elle | n'est pas rentrée
        n'est pas rentré | ne peut pas répondre | je ne peux pas parler | pas maintenant
        """
    ),
    unsure=listed(
        """
        no problem | je ne manquerai pas ça | je ne raterai pas ça | je ne manquerai pas | je ne vais pas le manquer | je ne le raterai pas
        je ne raterais ça pour rien au monde | si seulement non | j'aimerais bien que non
        peut-être | je ne sais pas | je sais pas | ça dépend | je suppose | je crois | probablement | plus ou moins | pas sûr
        je ne suis pas sûr | oui et non | j'en sais rien | je n'en sais rien | aucune idée | j'ai aucune idée | je n'ai aucune idée
        je crois que oui | je pense que oui | je pense | sans doute | pas sûre | je ne suis pas sûre | je suis pas sûr
        je suis pas sûre | faut voir | il faut voir | à voir | on verra | on va voir | je vais réfléchir | je dois réfléchir
        il faut que je réfléchisse | j'hésite | c'est possible | possible | ça se peut | moyen | mouais | bof | comme vous voulez
        ça m'est égal | peu importe | je ne me souviens pas | je me souviens pas | je ne me rappelle pas | parfois | plus tard
        pas forcément | pas toujours | pas complètement | j'en sais trop rien | je sais pas trop | je ne sais pas trop | je sais plus
        je ne sais plus | je ne sais pas encore | je sais pas encore
        """
    ),
    relatives=listed(
        """
        je suis son mari | c'est son mari | ici son mari | je suis sa femme | c'est sa femme | ici sa femme | je suis son épouse
        c'est son épouse | ici son épouse | je suis sa mère | c'est sa mère | ici sa mère | je suis son père | c'est son père
        ici son père | je suis son fils | c'est son fils | ici son fils | je suis sa fille | c'est sa fille | ici sa fille
        je suis son frère | c'est son frère | ici son frère | je suis sa sœur | c'est sa sœur | ici sa sœur
        je suis son compagnon | c'est son compagnon | ici son compagnon | je suis sa compagne | c'est sa compagne
        ici sa compagne
        """
    ),
    oneself=listed("c'est moi | c'est bien moi | moi-même | lui-même | elle-même | en personne | c'est lui-même | c'est elle-même"),
    confirming=listed(
        """
        ouais | mais oui | tout à fait | exactement | exact | c'est exact | effectivement | en effet | absolument | affirmatif
        c'est ça | c'est bien ça | voilà c'est ça | voilà | c'est correct | c'est vrai | c'est juste | vrai
        """
    ),
    excuses=listed("pardon j'étais | désolé j'étais | désolée j'étais | excusez-moi j'étais"),
    introductions=listed(
        """
        je suis … | c'est … | ici … | je m'appelle … | mon nom est … | vous parlez à … | vous parlez avec … | … à l'appareil
        """
    ),
    seeking=listed("à | avec | c'est | est | êtes vous | que"),
    asking_for=listed(
        """
        parle | parler | parlé | joindre | êtes-vous … | vous êtes … | c'est … | est … ? | … est là | … est disponible
        … est à la maison
        """
    ),
    neutral=listed(
        """
        je ne parle pas français | je parle pas français | ne parle pas français | ne parle pas anglais
        ne raccrochez pas | aucun problème | aucun souci
        pas de problème | pas de souci | je ne comprends pas | je n'entends pas | bonjour | pas mal | je comprends pas
        je n'ai pas compris | j'ai pas compris | j'entends pas | je ne vous entends pas | je vous entends pas | n'est-ce pas | pas grave
        c'est pas grave | ce n'est pas grave | ne quittez pas | oui allô | allô oui | oui bonjour | bonjour oui | c'est d'accord ou pas
        ça va et vous | bonsoir
        """
    ),
    negations=listed("pas | ne | n | jamais | sans | aucun | aucune"),
    turns=listed("mais | plutôt | parce que | passez-moi"),
    asides=listed(
        """
        je ne sais pas | je sais pas | pas maintenant | pas encore | pas aujourd'hui | pas du tout | je ne comprends pas
        je n'entends pas | je ne crois pas | pas vraiment
        """
    ),
    telling=listed(
        """
        j'ai dû | nous avons dû | on a dû | il a fallu | si je dois | si on doit | si nous devons | si je devais
        et si je veux | que se passe-t-il si je veux
        """
    ),
    nearly=listed("j'allais | nous allions | on allait | j'ai failli"),
    granting=listed("bien | possible | dérange"),
    spoken_with=listed(
        """
        parlé à | parlé avec | êtes-vous | vous êtes | est-ce que vous êtes | est-ce que je parle à | je parle à
        """
    ),
    agent_tells=listed("m'a dit | m'a appelé | a dit | était | m'a raccroché | m'a promis"),
    agent_wishes=listed("voudrais | veux | passez | besoin | aimerais | souhaite | donnez"),
    conditions=listed(
        """
        à condition | sauf si | à moins | si vous | s'il | si ça | si je | si on | si c'est | si cela | s'ils | si jamais | seulement si
        sous réserve | du moment que | tant que | pourvu que | quand
        """
    ),
    reserves=listed(
        """
        seulement | uniquement | entre | que le matin | que le soir | juste le matin | juste le soir | rien que
        mais | sauf | excepté | à part | je vous la passe | je vous le passe | je la passe | je le passe | je vais la chercher
        je vais le chercher
        """
    ),
    both=listed("et | ou | mais"),
    adding=listed("et | aussi | en plus | encore | un autre | une autre | et aussi | et encore"),
    questions=listed(
        """
        qui | quoi | comment | pourquoi | où | combien | quel | quelle | quels | quelles | est-ce que | qu'est-ce | c'est qui
        c'est quoi | c'est de la part de qui
        """
    ),
    asking_back=listed(
        """
        que voulez-vous | que désirez-vous | qu'est-ce qu'il y a | qu'est-ce que c'est | qu'y a-t-il | que se passe-t-il
        que puis-je pour vous | en quoi puis-je vous aider | je peux vous aider
        qui est-ce | c'est qui | qui êtes-vous | qui est à l'appareil | qui appelle | qui m'appelle | à qui ai-je l'honneur
        vous êtes qui | c'est de la part de qui | de la part de qui | c'est à quel sujet | à quel sujet | de quoi s'agit-il
        c'est pour quoi | c'est pourquoi | pourquoi m'appelez-vous | pourquoi vous m'appelez | pourquoi vous appelez
        qu'est-ce que vous voulez | vous voulez quoi
        """
    ),
    corrections=listed("non attendez | attendez | pardon | je veux dire"),
    past=listed("j'ai déjà | nous avons déjà | on a déjà | déjà payé | déjà versé | déjà envoyé"),
    fillers=listed("euh | heu | ben | bah | ah"),
    polite=listed("s'il vous plaît | merci | monsieur | madame"),
    greetings=listed("bonjour"),
    endings=listed("s"),
    determiners=listed(
        """
        le | la | les | l | un | une | des | mon | ma | mes | ton | ta | tes | son | sa | ses | notre | nos | votre | vos
        ce | cet | cette | ces
        """
    ),
    naming=listed(
        """
        je m'appelle … | mon nom est … | mon nom c'est … | le nom est … | au nom de … | moi c'est … | je suis monsieur …
        je suis madame … | je suis … | ici …
        """
    ),
    joining=listed("de | la | le | du | des | d | l"),
    known=listed(
        """
        j | je | ai | ne | sais | suis | es | est | sont | fait | froid | chaud | voudrais | veux | peux | pouvez | besoin
        mal | aux | dents | dent | tête | rendez | vous | rendez-vous | pour | avec | sans | mon | ma | mes | son | sa | ses
        fils | fille | mari | femme | père | mère | frère | sœur | malade | perdu | carte | compte | numéro | téléphone
        facture | argent | travail | heure | jour | demain | hier | maintenant | ici | là | bien | très | trop | plus | moins
        rien | tout | quelque | chose | oui | non | ça | marche | cela | il | elle | on | nous | ils | elles | tu | toi | moi
        qui | que | quoi | mais | parce | si | et | ou | dans | sur | chez | nom | prénom | monsieur | madame | médecin
        client | cliente | patient | patiente | nouveau | nouvelle | urgent | occupé | occupée | pas | merci | beaucoup | être | avoir
        faire | payer | parler | appelle | appeler | y | en | se | me | te | à | au | un | une | diabétique
        """
    ),
    voicemail=listed("laissez un message | après le bip | après le signal | messagerie vocale | répondeur | n'est pas disponible"),
    live=listed(
        """
        je peux prendre un message | puis-je prendre un message | je prends un message | je peux lui transmettre un message
        puis-je lui transmettre un message | je lui transmets | de la part de qui | qui est à l'appareil
        vous voulez que je lui dise | voulez-vous que je lui dise
        """
    ),
    repeat=listed(
        """
        répétez | répétez s'il vous plaît | pouvez-vous répéter | pouvez-vous répéter s'il vous plaît | vous pouvez répéter
        vous pouvez répéter s'il vous plaît | pourriez-vous répéter | encore une fois | encore une fois s'il vous plaît | pardon | comment
        quoi | vous dites | qu'avez-vous dit | qu'est-ce que vous avez dit | qu'est-ce que vous dites | je n'ai pas compris
        je n'ai pas entendu | j'ai pas compris | j'ai pas entendu | je n'ai pas bien entendu | j'ai pas bien entendu
        je ne vous entends pas | je vous entends pas | je vous entends mal | excusez-moi | désolé | ça coupe
        qui | qui ça
        """
    ),
    wait=listed(
        """
        attendez | attends | un instant | un moment | un petit instant | un petit moment | une minute | une petite minute
        une seconde | une petite seconde | attendez un instant | attendez un moment | attendez une minute
        attendez une seconde | attendez deux secondes | attendez deux minutes | ne quittez pas | ne raccrochez pas | patientez
        patientez un instant | donnez-moi une minute | donnez-moi une seconde | donnez-moi un instant
        donnez-moi deux minutes | laissez-moi une minute | laissez-moi une seconde
        """
    ),
    fetching=listed(
        """
        laissez-moi voir | laissez-moi réfléchir | laissez-moi regarder … | laissez-moi chercher … | laissez-moi prendre …
        je vais chercher … | je vais regarder … | je cherche … | je prends un … | je prends mon … | je prends ma …
        je le cherche | je la cherche | je regarde | deux minutes | deux secondes
        je demande à mon … | je demande à ma … | laissez-moi demander à mon … | laissez-moi demander à ma …
        je vais demander à mon … | je vais demander à ma … | quelqu'un sonne | on sonne à la porte | ça sonne à la porte
        quelqu'un est à la porte | il y a quelqu'un à la porte | le temps que je … | pendant que je cherche …
        pendant que je prends …
        """
    ),
    back=listed(
        """
        je suis là | me revoilà | je suis de retour | c'est bon | je suis prêt | je suis prête | allez-y | je vous écoute | continuez
        vous êtes là | vous êtes toujours là | ça y est | voilà | merci d'avoir patienté
        """
    ),
    robot=listed(
        """
        êtes-vous un robot | est-ce que je parle à une personne | êtes-vous humain | êtes-vous humaine | êtes-vous réel
        êtes-vous une machine | êtes-vous une vraie personne | vous êtes un robot | vous êtes une machine | c'est un robot
        c'est un enregistrement | est-ce un robot | est-ce un enregistrement | est-ce une vraie personne | je parle à un robot
        je parle à une machine | est-ce que je parle à un robot | est-ce que je parle à une machine | vous êtes une vraie personne
        """
    ),
    agent=listed("agent | conseiller | une personne | opérateur"),
    stop=listed(
        """
        au revoir | raccrocher | je raccroche | je vais raccrocher | je dois raccrocher | je dois y aller
        il faut que j'y aille | terminer l'appel | bonne journée | bonne soirée | à bientôt | salut au revoir
        """
    ),
    oaths=listed(
        """
        putain | putain de | putains de | putain d | putains d | bordel | bordel de merde | bordel de | merde | de merde | foutu | foutue
        foutus | foutues | sacré | sacrée | sacrés | sacrées | maudit | maudite | maudits | maudites | saleté de | saloperie de
        à la con | nom de dieu
        """
    ),
    opt_out=listed(
        """
        ne m'appelez plus | n'appelez plus | ne me rappelez plus | ne rappelez plus | ne m'appelez plus jamais | arrêtez de m'appeler
        arrêtez d'appeler | plus d'appels | je ne veux plus être appelé | je ne veux plus d'appels | ne me dérangez plus
        laissez-moi tranquille | retirez-moi de la liste | retirez-moi de votre liste | effacez mon numéro | supprimez mon numéro
        m'appelez plus | appelez plus | ne m'appelle plus | m'appelle plus | me rappelez plus | rappelez plus | ne me téléphonez plus
        me téléphonez plus | arrêtez de me téléphoner | arrêtez de téléphoner | arrêtez de me rappeler | cessez de m'appeler
        cessez d'appeler | arrêtez de me harceler | arrêtez de m'embêter | arrêtez de me déranger | arrêtez les appels
        fichez-moi la paix | foutez-moi la paix | laissez-moi en paix | je ne veux plus qu'on m'appelle | je veux plus qu'on m'appelle
        je ne veux plus que vous m'appeliez | je veux plus que vous m'appeliez | je ne veux pas qu'on m'appelle
        je veux plus être appelé | je ne veux plus être appelée | je ne veux plus être dérangé | je ne veux plus être dérangée
        je veux plus être dérangé | je ne souhaite plus être contacté | je ne souhaite plus être contactée
        je ne souhaite plus être appelé | je ne souhaite plus être appelée | je ne veux plus être contacté
        je ne veux plus être contactée | je veux plus être contacté | je veux plus d'appels | je ne veux plus recevoir d'appels
        je ne souhaite plus recevoir d'appels | plus aucun appel | je ne veux plus de vos appels | je veux plus de vos appels
        ne me contactez plus | me contactez plus | stop aux appels
        me dérangez plus | ne m'embêtez plus | jamais plus m'appeler | ne plus m'appeler | ne plus être appelé | ne plus être rappelé
        oubliez mon numéro | oubliez ce numéro | désinscrivez-moi | me désinscrire | désabonnez-moi | enlevez mon numéro
        retirez mon numéro | bloctel | je retire mon consentement | retirez-moi de vos listes | retirez-moi de votre fichier
        retirez-moi de vos fichiers | enlevez-moi de la liste | enlevez-moi de votre liste | enlevez-moi de vos listes
        enlevez-moi de votre fichier | enlevez-moi de vos fichiers | supprimez-moi de la liste | supprimez-moi de votre liste
        supprimez-moi de vos listes | supprimez-moi de votre fichier | supprimez-moi de vos fichiers | rayez-moi de la liste
        rayez-moi de votre liste | rayez-moi de vos listes | rayez-moi de votre fichier | rayez-moi de vos fichiers
        effacez-moi de la liste | effacez-moi de votre liste | effacez-moi de vos listes | effacez-moi de votre fichier
        effacez-moi de vos fichiers | sortez-moi de la liste | sortez-moi de votre liste | sortez-moi de vos listes
        sortez-moi de votre fichier | sortez-moi de vos fichiers | ôtez-moi de la liste | ôtez-moi de votre liste
        ôtez-moi de vos listes | ôtez-moi de votre fichier | ôtez-moi de vos fichiers
        supprimez mes données | effacez mes données | enlevez mon nom | retirez mon nom | supprimez mon nom
        effacez mon nom | s'il vous plaît n'appelez pas | n'appelez pas s'il vous plaît
        """
    ),
    no_opt_out="""
        tranquille (une/un/deux/cinq) (minute/minutes/seconde/secondes/instant/moment)
        mon nom (du/de la/de ma/de mon/de ce) (compte/contrat/facture/police/bail/prêt)
        """,
    elides=True,
    digits=listed("zéro | un | deux | trois | quatre | cinq | six | sept | huit | neuf"),
)
