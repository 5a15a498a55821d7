"""English: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

_AWAY = """
        is out | is away | is gone | is not in | is at work | is at school | is at the office | is at the store | is asleep
        is sleeping
    is on vacation | is out of town | is in the shower | is traveling | is travelling | is deceased | is dead | stepped out
        has stepped out | is stepped out | just stepped out | went out | just left | left already | has left | has gone
        has passed away
    is passed away | passed away | passed | died | has died | has moved | has moved out | moved away
    """
_GONE = tuple(f"{who} {away}" for who in ("he", "she") for away in listed(_AWAY))
_WHO_CALLS = """
    who is this | who is that | who is this calling | who is calling | who is calling me | who is speaking | who is asking | who are you
        who am i speaking to | who am i speaking with | who am i talking to | who am i talking with | who do i have
        what is this about | what is it about | what is this regarding | what is this in regard to | what is this in regards to
        what is this concerning | what is this call about | what is this call regarding | what are you calling about
        why are you calling | why are you calling me | where are you calling from | who are you calling from | who do you work for
        what company is this | what company are you with | who are you with | what is your name | what do you want
        who is this from | who may i ask is calling | who did you say you were | who did you say this was | who did you say you are
    """
_MAY_I_ASK = (
    *(f"{may} {say}" for may in listed("may i | can i | could i") for say in listed("ask | know")),
    *(f"{may} tell me" for may in listed("can you | could you | would you")),
)
_WHOSE = listed("my | the | your | our | his | her | their")
_FAMILY = listed(
    """
    husband | wife | mother | mom | mum | mama | father | dad | son | daughter | brother | sister | grandmother | grandma
    grandfather | grandpa | grandson | granddaughter | aunt | uncle | cousin | niece | nephew | fiance | caregiver
    """
)
_FOR_THEM = listed("lawyer | attorney | doctor | boss | neighbor | landlord | assistant | secretary | nurse")
_TALKING = listed("speaking with | speaking to | talking with | talking to")

_PAYING = (
    "pay ",
    "i will pay ",
    "i can pay ",
    "i want to pay ",
    "i would like to pay ",
    "let me pay ",
    "i will do ",
    "let us do ",
    "just ",
)
_WHOLE = listed(
    """
    all | all of it | it all | all of that | everything | the whole thing | the full amount | full amount | the whole amount
    the entire amount | the total | the total amount | the full balance | the whole balance | the entire balance | the balance | it off
    in full | it in full | the full bill | the whole bill | the entire bill | the lot | everything i owe | all i owe | what i owe
    """
)

LANGUAGE = Language(
    tag="en",
    if_silent=("Are you still there? {{ question }}", "I can't hear you. {{ question }}"),
    if_unclear=("Sorry, I missed that. {{ question }}", "I'm sorry, I still didn't understand. {{ question }}"),
    if_trouble="I am sorry, something went wrong on our side. Please say that again.",
    goodbye="Thank you for your time. Goodbye.",
    connecting="One moment, I will connect you.",
    one_moment="One moment.",
    take_your_time="Of course. Take your time.",
    limits=paired(
        """
        past: That date is in the past. | future: That date is still to come. | today: It can't be today.
        year: I need the day, the month and the year.
        after: I need a date after {{ limit }}. | before: I need a date before {{ limit }}.
        from: I need a date no earlier than {{ limit }}. | until: I need a date no later than {{ limit }}.
        time after: I need a time after {{ limit }}. | time before: I need a time before {{ limit }}.
        time from: I need a time no earlier than {{ limit }}. | time until: I need a time no later than {{ limit }}.
        up to: That is more than {{ limit }}. | at least: That is less than {{ limit }}.
        digit: I need one digit. | digits: I need {{ limit }} digits.
        phone: That is no complete phone number. | email: That is no complete email address.
        """
    ),
    noted="Thank you.",
    which_half="In the morning or in the afternoon?",
    morning=listed("am | a m | morning | this morning | forenoon | before noon | early"),
    later=listed("pm | p m | afternoon | evening | after noon | after lunch | after work | late"),
    night=listed("night | tonight"),
    what_to_change="What should I change?",
    changes=listed(
        """
        change | different | another | fix | wrong | not right | incorrect | not correct | mistake | instead | other | except
        apart from | aside from
        """
    ),
    everything=listed("everything | all of it | all of them | all wrong | both | the whole thing | start over | start again"),
    called={
        "date": listed("day | date"),
        "time": listed("time | hour"),
        "money": listed("amount | money | price | payment"),
        "number": listed("number | how many | count"),
        "digits": listed("number | code | digits"),
        "3 digits": listed("security code | cvv | cvc | card code | number on the back | code on the back | back of the card"),
        "phone": listed("phone | phone number | telephone | number"),
        "email": listed("email | email address | mail | address"),
        "name": listed("name"),
        "spelling": listed("spelling | name"),
    },
    none=listed(
        """
        none | nobody | no one | not any | not one | none of us | none of them | none at all
        not a single one | no one at all | nobody at all | i do not have any | we do not have any
        there is nobody | there is no one | there are none | nobody does | no one does | none thank god
        none luckily | nobody here
        """
    ),
    whole=tuple(f"{pay}{what}" for pay in ("", *_PAYING) for what in _WHOLE),
    yes=listed(
        """
        yes | yeah | yep | yup | yea | ya | yah | yeh | aye | yessir | yes i am | yes i do | uh huh | uhhuh | uhuh yes | mhm | mm hmm
        mm hm | mmhmm | mhmm | hm hmm | uh hum | um hum | affirmative | correct | that is correct | that is right | you are right
        right | exactly | precisely | absolutely | definitely | certainly | indeed | totally | by all means | of course
        of course i do | you bet | you got it | for sure | sure thing | sure | sure why not | why not | hell yes | hell yeah
        heck yes | heck yeah | go ahead | go for it | please do | do it | let us do it | let us do that | let us go | sounds good
        sounds great | sounds like a plan | sounds fine | sounds right | sounds perfect | that sounds good | that sounds great
        that sounds right | that would be me
        speaking | it is me | i am he | i am she | you are speaking to him | you are speaking to her | you are speaking with him
        you are speaking with her | that is true | true | it sure is | i sure do | i sure am | i would love that
        i would like that | i agree | agreed | i accept | i am afraid so
        i confirm | confirmed | i think so | i believe so | i certainly do | i certainly am | i definitely do | i really do
        no doubt | without a doubt | no question | you could say that | that works | that works for me | that will work
        works for me | that will do | that would work | that would be great | that would be good | that would be fine
        that would be nice | that would be lovely | that would be perfect | that would be wonderful | it would be | yes that is it
        that is it | that is the one | you have got it | you got that right | all of the above | i do indeed | very much so
        everything is ready | all is ready | everybody is ready | everyone is ready | and i are ready | of us are ready
        always | i still do | i still am | okey dokey | okie dokie | roger | roger that | ten four
        i will not miss it | we will not miss it | would not miss it | will not miss it | nothing would stop me | nothing will stop me
        nothing can stop me | nothing could stop me | nothing could keep me away | nothing will keep me away
        nothing can keep me away | not miss it for the world | i see no reason why not | i do not see why not
        can not complain about that | count me in | sign me up | deal
        gladly | with pleasure | my pleasure | naturally | obviously | can not wait | could not agree more | not a doubt
        most definitely | most certainly | that is what i said | that is what i want | i am interested | yes please do
        be my guest
        fair enough | it is correct | it is right | it is true | you are correct | everything is correct | all correct
        looks good
        looks right | looks correct | good idea | great idea | i am ready
        i would appreciate that | i would appreciate it | righto | you know it | bingo | spot on | one hundred percent
        a hundred percent | hundred percent | 100 | copy that | that makes sense | makes sense | i can do that
        i could do that | we can do that | we could do that | i can do it | i will take it | i will take that | i will do it
        i will do that | book it | feel free | i approve | approved | i consent | i authorize | i authorise
        i would be delighted | delighted | that was me | it was me | you are talking to him | you are talking to her
        you are talking with him | you are talking with her | the one and only | in the flesh | i would say so yes
        i would take that | still at that address | still the same | same address
        pretty much | basically | i am happy with that | okay by me | ok by me | good by me | i am for it | all set to go
        let us do this | why of course | it would be me | you are through to him | you are through to her | the very same
        guilty as charged | yes very much | go on then | if you would | if you would please | if you do not mind
        if that is okay | if that is ok | if you could | if you could please | if you can | if you can please
        if it is no trouble
        if you would not mind |        if it is not too much trouble | you got her | you got him | you have got her
        you have got him
        you found her
        you found him | you have her | you have him | no i mean yes
        i would say yes | going to say yes | i say yes | it is a yes | that is a yes | ready
        all ready | i am ready | loud and clear | i always do | always do | positively
        go right ahead | right on | knock yourself out
        exactly it | that is exactly it | might as well | may as well | i might as well | i may as well | who would not
        """
    ),
    plain_yes=listed("yes | yeah | yep | yup | yes indeed | yes yes"),
    agreeing=listed("i agree | i do | i do agree | i consent | i accept | i authorize"),
    soft_yes=listed(
        """
        ok | okay | okey | k | kay | fine | good | great | perfect | excellent | awesome | wonderful | fantastic | lovely | cool
        alright | all right | that is fine | that is fine with me | that is fine by me | fine by me | fine with me | it is fine
        that is good | that is great | that is ok | that is okay | that is all right | that is alright | that is perfect
        it is ok
        it is okay | okay with me | ok with me | i am fine with that | i am ok with that | i am okay with that
        i am good with that
        very well | no problem at all | not a problem | no objection | no objections | i do not mind | would not mind
        i do not object | i have no objection | i have no objections
        do not mind if i do | suits me | sounds okay | sounds ok | sounds alright | sounds all right | very good
        yeah right now | yeah right away | yeah right here
        of course not a problem | good enough | no problem yes | that is fair | okay then | ok then
        """
    ),
    ordinary=listed(
        """
        always | basically | obviously | naturally | totally | absolutely | definitely | certainly | exactly | precisely | indeed
        correct | right | true | ready | approved | confirmed | agreed | deal | delighted | gladly | fine | good | great | perfect
        excellent | awesome | wonderful | fantastic | lovely | cool | positively
        """
    ),
    openers=listed(
        """
        i | you | he | she | we | they | it | that | this | there | my | the | our | and | but | so | or | if | as | because
        since
        for | with | by | to | let | want | need | agree | will | would | can | could | do | go | just | me | him | her | mine
        is | everybody | everyone | everything | all | thank | thanks
        """
    ),
    brief_yes=listed(
        """
        i am coming | we are coming | i am planning on it
        planning on it | see you there | see you then | will be there
        i want that | i do want that | i want it
        i will be there | we will be there | i am on my way | on my way | i plan to | i intend to | i am planning to | we plan to
        that is me | this is me | this is he | this is him | this is she | this is her
        | i do | i am | i have | i can | i will | i did | i was | i would | i could | i should | we do | we are | we have | we can
        we will | we did | it is | it does | it was | it did | it has | it will | he is | she is | he does | she does | he did
        she did | they are | they do | they did | they have | there is | there are | you can | you may | you are | you do
        you did
        that is | this is | i must | i may | i had | we were | we would | please | love to
        i would love to | i would like to | i would be happy to | i would be glad to | happy to | very much | that makes me
        i want to | i do want to | i am in | i already did | i already have | i always have | always have
        """
    ),
    no=listed(
        """
        no | nope | please do not | nah | naw | nay | noo | nooo | uh uh | nuh uh | nu uh | mm mm | nuhuh | negative | no way
        no thanks
        no thank you | no ma'am | no sir | not really | not at all | not now | not right now | not today | not yet | not anymore
        not any more | not me | not mine | not for me | not here | not interested | not at this time | not at the moment
        not a chance | not in a million years | not likely | not ever | not true | not quite | not exactly | not necessarily
        not particularly | not especially | not that i know of | not that i am aware of | not to my knowledge | not this time
        not on your life | not correct | not right | not happening | not going to happen | absolutely not | definitely not
        certainly not | of course not | obviously not | hell no | heck no | never | never have | never did | i do not think so
        do not think so | i do not believe so | do not believe so | i think not | i am afraid not | afraid not | i guess not
        i would rather not | rather not | i would prefer not to | i prefer not to | prefer not | i will pass | pass | hard pass
        no deal | no can do | nothing | none | none of them | none of those | neither | nobody | wrong | that is wrong
        that is incorrect | it is wrong | incorrect | false | that is false | i disagree | disagree | i decline | decline
        declined
        i refuse | refuse | never mind | nevermind | forget it | forget about it | no need | there is no need | no longer
        do not bother | anything but | far from it | i doubt it | doubt it | no chance | no such luck | why would i | i hope not
        hopefully not | i wish | on the contrary | quite the opposite | out of the question | over my dead body | hardly
        wrong number | wrong person | you have the wrong number | you have got the wrong number | you have the wrong person
        could not care less | count me out | leave me alone | thumbs down | hell nah | not in the least | not in the slightest
        by no means | no i do not | does not sound good | does not sound right | does not work | does not work for me
        does not look right | does not look good
        no thank you very much | negatory | cancel that | cancel it | that does not work | that does not work for me
        that will not work | fat chance | you are mistaken | you are wrong | mistaken | unable to | i am unable | no siree
        no dice | nix | not for all the tea in china | when pigs fly | not gonna happen | not on my watch | not my name
        not my number | not my address | no such person | no one by that name | no one here by that name
        nobody here by that name | nobody by that name | never heard of him | never heard of her | never heard of them
        never heard of it | never heard of that
        going to say no | have to say no | i would say no | i say no | it is a no | that is a no | i doubt that | huh uh
        going to have to pass | had no idea | i had no idea | not a bit | not one bit | dialed the wrong | called the wrong
        reached the wrong
        do not you dare | do not you ever | do not you call
        you have the wrong | you must have the wrong | you got the wrong | you have got the wrong | i do not know any
        i do not know him | i do not know her | i do not know them | i do not know that person | i do not know this person
        """
    )
    + _GONE,
    gone=_GONE,
    busy=listed(
        """
        does not want to talk | does not want to speak | does not want to come to the phone | does not wish to speak | will not talk
        not a good time | not a great time | not the best time | not a good moment | not a good day | not now | not right now
        not at the moment | not today | can not talk | can not talk now | can not talk right now | do not have time
        do not have time right now | do not have the time | no comment | is not here | is not here right now | is not home
        is not home right now | is not at home | is not in right now | is not in the house | is not around | is not available
        is not available right now | is not back | is not back yet | is not up | is not there | is unavailable
        can not come to the phone | can not come to the phone right now | i am not available | i am not free
        """
    ),
    unsure=listed(
        """
        maybe | perhaps | possibly | probably | probably not | maybe not | i guess | i guess so | i suppose | i suppose so
        i wish i did not | i wish i was not | i wish i were not | i wish it was not | i wish it were not | i wish i had not
        it depends | that depends | depends | kind of | kinda | sort of | sorta | not sure | i am not sure | not too sure
        not really sure | not entirely sure | not completely sure | not quite sure | not a hundred percent sure | not so sure
        not certain | unsure | i do not know | do not know | not know | no idea | no clue | could be | might be | may be | i might
        we might | i might be | might | it might | more or less | in a way | in a sense | to some extent | somewhat | partly
        partially | a little | a bit | a little bit | half and half | fifty fifty | yes and no | yes or no | hard to say
        hard to tell | difficult to say | can not say | can not tell | i can not decide | i have not decided | have not decided
        undecided | let me think | let me see | let me check | i will think about it | i need to think | i have to think
        need to think about it | have to think about it | thinking about it | i do not remember | do not remember
        i can not remember | do not recall | i forget | i forgot | who knows | god knows | your guess is as good as mine
        beats me
        you tell me | we will see | so so | sometimes | occasionally | not always | from time to time | i would have to check
        have to check | need to check | have to ask | need to ask | i wonder | i am wondering | i hope so | hopefully
        if you say so | whatever | i do not care | do not care | does not matter | no preference | either | either one
        either way
        i imagine so | i would imagine | i would think so | i would say so | presumably | apparently | supposedly
        as far as i know
        i could go either way | on the fence | later | maybe later | some other time | another time
        it is complicated | not a clue | could not tell you | could not say | not entirely | not completely | not totally
        not a hundred percent | not one hundred percent | not 100 | not fully | only if i have to | if i have to | if i must
        i would have to think about it | i would have to think | i would need to think about it | i would have to ask
        i would need to ask | i would need to check | i would say so | it varies | iffy | who can say | not sure yet
        yeah right
        let me get back to you | i will have to see | we will have to see | i am torn | i am thinking
        can not make up my mind | could not make up my mind | have not made up my mind | not made up my mind | can not decide
        could not decide | not decided | mostly | some of it | most of it | comes and goes | do not want to say
        sleep on it | in two minds | of two minds | think it over | think about it | mull it over | chew on it | talk it over
        no it is the right number | no it is the correct number | no this is the right number | no that is the right number
        no you have the right number | no you have got the right number | no you got the right number
        no it is the right person | no you have the right person | no it is not the wrong number | not the wrong number
        i wish i did not | i wish i was not | i wish i were not | i wish i had not
        i wish i could not | i wish it was not | i wish it were not | i wish it did not
        i wish we did not | i wish we were not | i wish that i did not
        can not not | up in the air | do not rightly know | do not really know | do not actually know | do not exactly know
        do not even know
        """
    ),
    relatives=listed(
        """
        her roommate | her friend | her partner | her boyfriend | her girlfriend
        his roommate | his friend | his partner | his boyfriend | his girlfriend
        speaking for her | speaking for him | calling for her | calling for him | on her behalf | on his behalf
        """
    )
    + tuple(f"{who} {relative}" for who in ("her", "his") for relative in _FAMILY)
    + tuple(f"{relative} {there}" for relative in _FAMILY for there in ("speaking", "here", "is speaking", "is here")),
    oneself=listed(
        """
        speaking | that is me | this is me | this is he | this is him | this is she | this is her | it is me | it is i | i am he
        i am she | i am him | i am | i sure am | sure am | i still am | i certainly am | i am indeed | you are speaking to him
        you are speaking to her | you are speaking with him | you are speaking with her | you are speaking to me
        you are speaking with me | you are talking to him | you are talking to her | you are talking with him
        you are talking with her | you are talking to me | that would be me | it would be me | that was me | it was me
        the one and only | in the flesh | you got her | you got him | you have got her | you have got him | you found her
        you found him | you have her | you have him | you found me | you got me | you are through to him | you are through to her
        the very same | guilty as charged | that is my name
        """
    ),
    confirming=listed(
        """
        yea | ya | yah | yeh | aye | yessir | uh huh | uhhuh | mhm | mm hmm | mm hm | mmhmm | mhmm | hm hmm | uh hum | um hum
        affirmative | correct | that is correct | that is right | you are right | you are correct | right | exactly | precisely
        indeed | true | that is true | it is | this is | that is | it sure is | this sure is | you are | you do | you have | you did
        you got it | you have got it | you got that right | it is correct | it is right | it is true | spot on | bingo | roger
        ten four | one hundred percent | a hundred percent | yes that is it
        """
    ),
    taking=listed("yes please go ahead"),
    excuses=listed("sorry i was | i am sorry i was | sorry i did not | i am sorry i did not"),
    introductions=listed(
        """
        this is … | it is … | i am … | my name is … | you are speaking with … | you are speaking to … | you are talking to …
        you are talking with … | you have got … | you got … | you have reached … | you reached … | … speaking | … is speaking
        … here | … on the phone | … on the line | … calling
        """
    ),
    seeking=listed(
        """
        speaking with | speaking to | speak with | speak to | talking with | talking to | talk with | talk to | this | is
        is that | are you
        reached | reach | looking for | calling for | name is
        """
    ),
    asking_for=listed(
        """
        speak | speaking | talk | talking | reach | reached | looking for | calling for | name is … | is this … | is that … | this is …
        are you … | … there | … available | … home | … at home | … in ? | … around | is … ?
        """
    ),
    neutral=listed(
        """
        a little slower | a bit slower | a little louder | a bit louder | a little faster | a little bit slower | a little bit louder
        a little more slowly | a bit more slowly | slow down a little | slow down a bit | speak up a little | speak up a bit
        do not speak english | do not speak spanish | do not speak | not speak english
        no habla | no hablo | no entiendo | no comprendo | no answer
        no problem | no worries | not bad | not too bad | i am good | i am fine | i am ok | i am okay | i am great
        i am all right
        i am alright | all good | it is all good | right now | right away | right here | right there | right side | right hand
        on the right | to the right | turn right | my right | the right | right before | right after | are you sure | are you okay
        are you ok | are you there | is that right | is that okay | is that ok | is it okay | is it ok | is this right
        is that correct | is it true | is that true | i am sure | i am very sure | i am pretty sure | make sure | to be sure
        good morning | good afternoon | good evening | good night | good day | good bye | no one | no matter | no wonder
        no kidding | you know | i know | i see | you are welcome | thank you | thanks | thanks a lot | thank you very much
        thank you so much | i do not understand | do not understand | did not understand | not understand | do not get it
        did not get that | did not get it | did not catch that | did not catch | did not hear | can not hear | could not hear
        not hear | not hearing | not following | does not make sense | do not follow | what do you mean | i mean | can you
        could you | would you | will you | phone number | how are you | what is it | what it is | who it is | who this is
        who that is | what that is | where it is | who is this | i thought | as i said | is that a no | is that a yes | say no
        say yes | said yes or no | press no | not only | not just | if not | or not | whether or not | why do not you
        good question | never heard | sure you | the correct | correct number | correct address | correct name | my good | a good
        a great | a fine | the fine | a pass | the deal | a deal | big deal | great deal | good deal | very much for | speaking of
        speaking to | speaking with | speaking for | wrong with | what is wrong | something wrong | something is wrong
        anything wrong | the wrong | a wrong | not the same | true that | no doubt about | so right | there is a | there is an
        there is nothing | nothing else | i am not a robot | no name | no such thing | correct me if i am wrong
        correct me if i am mistaken | correct me
        nobody told me | no one told me | nobody said | nobody called | all right reserved | sure i have a question
        i have a question | at all right | sure that | 100 dollars
        yes or no question | is that a yes or no | is that a yes or no question | is it a yes or no question | say yes or no
        say no or yes | do i say yes or no | should i say yes or no | just say yes or no
        can not complain | never better | do not worry about it | do not worry | i know right | same as always | as always
        like always
        always been
        is ready | are ready | was ready | were ready | is all ready | are all ready
        get ready | getting ready | already | can wait | could wait | i can wait | i will wait | to wait | but only today
        was declined | were declined | is declined | got declined | gets declined | been declined | be declined | being declined
        getting declined | card declined | payment declined | they declined | it declined | bank declined
        but be quick | but be brief
        but make it quick | but make it fast | but hurry | but please hurry | but please be quick | but speak up
        but please speak up | but quickly
        but keep it short | but only a minute | but only for a minute | but i only have a minute | nothing but | no buts
        but of course | the only | only me | only us | only child | my only
        """
    ),
    conditions=listed(
        """
        if | unless | almost | nearly | as long as | so long as | only if | provided | providing | on condition | on one condition
        assuming | except
        depending | once | until | when i | after i | can i call you back | could i call you back | can you call me back
        could you call me back | can we talk later
        """
    ),
    reserves=listed(
        """
        but | let me get him | let me get her | let me get them | i will get him | i will get her | i will get them
        i will go get | let me go get | let me put him on | let me put her on | i will put him on | i will put her on
        he is right here | she is right here | here he is | here she is | what about | how about | what if | what happened to
        apart from | aside from | other than | only | just in the | just on | just between | just after | just before | between
        not before | not after | not until
        """
    ),
    both=listed("and | or | but"),
    adding=listed(
        """
        and | also | plus | as well as | another | one more | and another | and one more
        i also | i would also | can i also | could i also | can we also
        """
    ),
    questions=listed(
        """
        what | who | whom | whose | why | how | where | when | which | are you | are we | is this | is that | is it | is there
        do you | do i | does | did you | did i | can i | can you | could i | could you | may i | should i | will i | will you
        would you | would it | have you | am i | was it | has
        do not you | did not you | can not you | could not you | will not you | would not you | should not you | have not you
        are not you | is not it | is not that | is not this | is not there | was not it | was not that | was not there
        """
    )
    + tuple(f"{verb} {whose}" for verb in listed("is | are | was | were | did | does | has | will | can | could") for whose in _WHOSE),
    asking_back=listed(_WHO_CALLS)
    + tuple(f"{ask} {what}" for ask in _MAY_I_ASK for what in listed(_WHO_CALLS))
    + tuple(f"{what} again" for what in listed(_WHO_CALLS))
    + tuple(f"sure {what}" for what in listed(_WHO_CALLS))
    + listed("what is it | what is up | what is going on | what is the matter | what is wrong | what now")
    + listed("can i help you | how can i help you | how may i help you | may i help you | what can i do for you"),
    negations=listed(
        """
        not | never | no | without | nor | neither | nobody | none | nothing | hardly | rather not | no need | no reason to
        no intention of | no plan to | no plans to | no wish to | no desire to | no interest in | no point in | instead of
        anything but | other than | anything except | everything but | everything except | all but | all except | any but
        any except
        """
    ),
    nothing_of=listed("or anything | or nothing | or something | at all | whatsoever | of any kind | of any sort"),
    states=listed(
        """
        emergency | emergencies | pain | pains | fire | smoke | bleeding | injury | injuries | danger | symptoms | fever | overdose
        """
    ),
    negations_after=listed("is not | are not | was not | will not"),
    turns=listed(
        """
        but | so | because | instead | just | actually | i | you | he | she | we | they | it is | get me | give me | let me
        put me
        connect | please | wait | sorry | yes | yeah | can | could | then | except | rather | only | unless | until
        """
    ),
    carries=listed(
        """
        think | believe | suppose | say | said | saying | mean | if | whether | want | need | ask | asked | asking | like | wish
        have | had
        """
    ),
    telling=listed("had to | used to | have had to | has had to")
    + tuple(f"{if_} {who}" for if_ in listed("if | unless | in case") for who in listed("i | we | you | they | he | she | somebody"))
    + tuple(
        f"{if_} {who} {must}"
        for if_ in listed("if | unless | in case")
        for who in listed("i | we | you | they")
        for must in listed("have to | need to | had to | needed to | must | do | did")
    ),
    nearly=listed("was going to | were going to | was about to | were about to | almost | nearly"),
    granting=listed(
        "okay | ok | alright | right | fine | mind | great | good | nice | best | better | it | possible | wondering | love | like"
    ),
    spoken_with=listed(
        """
        spoke to | spoke with | talked to | talked with | spoken to | spoken with | told by | called by | heard from
        got a call from | met with | dealt with | are you | are you still | is this | is that | am i speaking with
        am i speaking to | am i talking to | am i talking with | i am | you are | you are not | hung up by
        """
    ),
    agent_tells=listed(
        """
        told | said | called | was | were | did | gave | hung | promised | sent | helped | asked | charged | transferred
        who was | who told | who said | who called | who helped | has told | had told
        """
    ),
    agent_wishes=listed("again | now | please | must | connected | transferred | demand | asking"),
    asides=listed(
        """
        do not know | do not care | do not understand | did not understand | not understand | do not hear | did not hear
        can not hear | not sure | did not catch | did not catch that | did not get that | did not hear that | did not hear you
        can not hear you | did not get it | not working | not now | not today | no thanks | no thank you | not really | not yet
        do not think so | not interested | never mind | of course not | absolutely not | not good | not right | not correct
        not true | not me | no problem | nothing else | not helpful | not helping | not fair | not funny
        """
    ),
    corrections=listed(
        """
        no wait | wait no | wait | sorry | i mean | i meant | no i mean | no i meant | scratch that | correction | actually
        actually no | no sorry | sorry no | oops | rather | no make that | make that | make it | let me start over | start over
        hold on | strike that | my mistake | no no | excuse me | or rather | i am sorry
        """
    ),
    past=listed(
        """
        already got | already had | already paid | already sent | already picked | already took | already gave | already received
        already made | already mailed | already transferred | already saw
        """
    ),
    fillers=listed(
        """
        uh | um | er | erm | ah | oh | eh | hm | hmm | umm | uhh | uhm | mm | like | you know | well | so | ehm
        """
    ),
    polite=listed(
        """
        please | thanks | thank you | thank you very much | thanks very much | sir | ma'am | madam | miss | dear
        dear
        """
    ),
    greetings=listed("hi | hello | hey | good morning | good afternoon | good evening"),
    determiners=listed("a | an | the | my | our | your | his | her | their | this | that | these | those"),
    known=listed(
        """
        about | above | accept | accident | across | action | actual | after | afternoon | again | against | alarm | alone | along
        already | also | although | always | among | amount | angry | animal | another | answer | anyone | apple | april | around
        arrive | asked | attend | august | autumn | aware | awful | baby | bathroom | beach | because | become | bedroom | before
        begin | behind | believe | belong | below | beside | better | between | beyond | birth | birthday | black | blame | blind
        blood | board | bother | bottle | bottom | bought | brain | branch | bread | break | breakfast | breath | breathe | bridge
        brief | bright | broke | brother | brought | brown | build | building | business | button | camera | cancer | careful
        carry | castle | catch | caught | cause | cellar | center | central | chair | chance | change | channel | charge | cheap
        cheat | cheek | cheese | chest | chicken | child | children | choose | church | circle | clean | clear | clerk | climb
        clock | close | cloth | clothes | cloud | coach | coffee | cold | collect | college | color | common | company | complain
        complete | concern | consider | contain | content | control | cooking | corner | correct | cough | could | council
        counsel
        count | country | couple | course | court | cousin | cover | crash | crazy | credit | cross | crowd | current | custom
        daily | damage | dance | danger | daughter | december | decide | deep | degree | delay | deliver | depend | desert
        dinner
        direct | dirty | dispute | distance | divorce | doctor | dollar | dollars | double | doubt | draft | drank | dream | dress
        drink | drive | driver | dropped | during | early | earth | easily | eight | either | elbow | eleven | else | email
        empty
        engine | enjoy | enough | enter | entire | equal | error | evening | event | every | everyone | exact | example | excuse
        expect | expense | expert | explain | extra | factor | family | famous | father | fault | favor | february | fifty | fight
        figure | filling | final | finally | finger | finish | first | floor | flower | follow | force | forget | formal | forty
        forward | found | fourth | frame | freeze | fresh | friday | fried | friend | front | fruit | fuller | funny | future
        garage | garden | gather | general | girl | glass | going | grand | grass | great | green | ground | group | grown | guess
        guest | hammer | handle | happen | happy | hardly | hated | heard | heart | heavy | height | hello | helped | hobby
        holiday | honest | horse | hospital | hotel | hour | house | however | hundred | hungry | hurry | husband | ideal | inside
        instead | invite | island | issue | itself | january | jealous | joint | joke | judge | juice | july | june | junior
        kidney | kitchen | knife | knock | known | ladder | large | later | laugh | layer | learn | least | leather | leave
        legal
        lemon | letter | level | lever | light | likely | limit | listen | little | local | loose | loser | lunch | machine
        major
        manage | march | marriage | married | massage | matter | maybe | measure | medical | medicine | meeting | member | memory
        mental | mention | message | middle | might | million | minor | minute | mirror | missed | mistake | modern | moment
        monday | money | month | morning | mother | mountain | mouse | mouth | movie | moving | music | nature | nearly | neither
        nephew | never | niece | night | ninety | ninth | noise | normal | north | nothing | notice | november | number | nurse
        object | observe | obvious | october | offer | office | often | older | onion | online | orange | order | original | other
        ought | outside | owner | paint | paper | parcel | pardon | parent | party | pass | past | patient | pavement | peace
        pencil | people | pepper | perfect | perhaps | period | phone | photo | picture | piece | place | plain | plane | plant
        plate | please | plenty | pocket | point | police | polite | poor | popular | possible | pound | power | prefer | present
        press | pretty | prevent | price | prince | principal | print | prior | prison | private | prize | probably | problem
        product | promise | proper | provide | public | purple | purpose | quarter | question | quick | quiet | quite | radio
        raise | reach | ready | really | reason | receive | recent | record | refer | reform | refuse | regular | relate | remain
        remember | remove | rent | repair | repeal | replace | replay | reply | report | request | rescue | respond | rest
        result
        retire | return | review | right | river | robot | rough | round | route | royal | rural | salary | sales | sample
        saturday | saved | scared | school | score | screen | search | season | second | secret | secure | seem | senior | sense
        september | serious | serve | service | settle | seven | several | shall | shape | share | sharp | shirt | shoes | short
        should | shoulder | shower | sick | silver | similar | simple | since | single | sister | sixty | sleep | small | smell
        smoke | social | someone | sound | south | space | speak | special | speech | spell | spend | spoke | spring | square
        staff | stage | stairs | stamp | stand | start | state | statue | status | stay | steal | still | stomach | stone | stood
        store | storm | story | straight | strange | street | string | strong | student | study | stuff | sudden | suffer | sugar
        summer | sunday | supper | supply | support | suppose | surface | swear | sweet | system | table | taken | taste | taught
        taxes | teach | teeth | thank | their | theory | there | these | thick | thing | think | third | thirty | those | though
        thought | thousand | three | throat | through | throw | thursday | ticket | tired | title | today | together | tomorrow
        tonight | tooth | total | touch | tough | toward | tower | track | trade | traffic | train | travel | treat | trial
        tried
        trouble | truck | trust | truth | trying | tuesday | twelve | twenty | twice | under | understand | until | upper | upset
        urgent | usual | vacation | value | various | vehicle | version | visit | visitor | voice | wagon | waist | waited
        waiter
        wallet | warm | warning | waste | watch | water | weather | wedding | wednesday | week | weight | weird | welcome
        western
        whatever | wheel | where | whether | which | while | white | whole | whose | willing | window | winter | without | woman
        women | wonder | worker | world | worry | worse | worth | would | wound | write | written | wrong | yellow | yesterday
        young | younger | yourself
        """
    ),
    voicemail=listed(
        """
        leave a message | leave me a message | leave us a message | leave your message | leave your name | leave a brief message
        leave a detailed message | leave a short message | record your message | record a message | after the tone
        after the beep
        at the tone | at the beep | wait for the beep | hear the beep | sound of the beep | sound of the tone | is not available
        not available to take your call | unable to take your call | can not take your call | can not come to the phone
        unable to come to the phone | not able to take your call | unable to answer | can not answer the phone
        can not get to the phone | you have reached the voicemail | you have reached the voice mail | reached the voicemail
        voicemail of | voice mail of | voice mailbox | voice mail box | voicemail box | mailbox is full | mailbox of | mailbox for
        mailbox belonging to | automatic voice message system | automated voice messaging system
        automatic voice messaging system
        forwarded to voicemail | forwarded to an automated | forwarded to an automatic | forwarded to voice mail
        the person you are trying to reach | the person you have called | the person you are calling
        the party you are trying to reach | the subscriber you have dialed | the number you have dialed
        the number you have called
        the customer you are calling | the wireless customer | away from my phone | away from my desk | away from the phone
        i will get back to you as soon | i will call you back as soon | i will return your call | we will return your call
        get back to you as soon as possible | sorry i missed your call | sorry we missed your call | finished recording
        when you have finished recording | when you are finished recording | press pound for more options
        to leave a callback number | to page this person | please leave | not in right now leave | memory is full
        google voice subscriber | stay on the line while | google subscriber | if you record your name and reason | has not set up
        has a voicemail box that has not been set up | hang up or press | beep
        """
    ),
    live=listed(
        """
        can i take a message | may i take a message | could i take a message | shall i take a message | should i take a message
        want me to take a message | like me to take a message | let me take a message | i can take a message | can i give him a message
        can i give her a message | may i ask who is calling | can i ask who is calling | can i tell him | can i tell her
        may i ask what this is about | can i ask what it is about | leave a message with me
        """
    ),
    repeat=listed(
        """
        repeat | repeat that | repeat it | say that again | say it again | say again | come again | pardon | pardon me
        i beg your pardon | beg your pardon | what | sorry what | excuse me what | sorry | i am sorry | huh | say what
        what did you say | what did you just say | what was that | what was that again | one more time | one more time please
        once more | once more please | again please | can you repeat that | can you repeat it | could you repeat that
        could you repeat it | can you repeat | could you repeat | can you say that again | can you say it again
        could you say that again | could you say it again | please repeat | please repeat that | repeat please | repeat that please
        say that again please | say it again please | come again please | repeat the question | can you repeat the question
        could you repeat the question | what was the question | say that one more time | can you repeat that please
        could you repeat that please | can you say that again please | could you say that again please | could you please repeat that
        can you please repeat that | would you repeat that | would you mind repeating that | i did not hear that | i did not catch that
        i did not get that | i did not hear you | i did not catch you | i could not hear you | i could not hear that | did not hear that
        did not catch that | did not get that | did not hear you | i can not hear you | can not hear you | i missed that
        i did not understand | i did not understand that | i did not hear what you said | i did not catch what you said
        you are breaking up | you broke up | you cut out | can you speak up | speak up | speak up please | could you speak up
        what is that | who | what now
        """
    ),
    wait=listed(
        """
        hold on | hang on | wait | wait a minute | wait a second | wait a sec | wait a moment | wait one moment
        wait one second | wait one minute | just a second | just a sec | just a minute | just a moment | just one second
        just one sec | just one minute | just one moment | one moment | one second | one sec | one minute | a moment please
        hold on a second | hold on a sec | hold on a minute | hold on a moment | hold on one second | hold on one sec
        hold on one minute | hold on one moment | hang on a second | hang on a sec | hang on a minute | hang on one second
        hang on one sec | hang on one minute | hold on just a second | hang on just a second | hold the line | bear with me
        give me a second | give me a sec | give me a minute | give me a moment | give me one second | give me one sec
        give me one minute | give me one moment | give me a couple of minutes | give me a few seconds | can you hold
        can you hold on | could you hold on | can you wait | could you wait | can you give me a second
        can you give me a minute | can you give me a moment | could you give me a minute | could you give me a second
        can you wait a minute | could you wait a minute | can you hold on a second | can you hold on a minute
        i need a second | i need a minute | i need a moment | hold | hold up | hold up a sec | hold up a second | just hold on
        hold on there | hang on there | can i have a second | can i have a sec | can i have a minute | can i have a moment
        could i have a second | could i have a minute | could i have a moment | may i have a minute | may i have a moment
        can i get a second | can i get a minute | can you hold for a second | can you hold for a minute
        can you give me just a second | can you give me just a minute | give us a second | give us a minute | just two seconds
        give me two seconds | give me two minutes | give me five minutes
        """
    ),
    fetching=listed(
        """
        let me think | let me see | let me check | let me look | let me look it up | let me find it | let me get it
        let me grab it | let me get my … | let me get a … | let me get the … | let me get something … | let me grab my …
        let me grab a … | let me grab the … | let me grab something … | let me find my … | let me find a … | let me find the …
        let me look for … | let me look at … | let me look in … | let me look up … | let me check my … | let me check the …
        let me go get … | let me go find … | let me pull up … | let me pull over … | let me turn down … | let me put on …
        let me write … | let me open … | i am getting my … | i am getting it | i am looking for … | i am looking it up
        i am looking at … | i am pulling it up | i am trying to find … | i have to find … | i have to get my …
        i need to find … | i need to get my … | i need to grab … | let me get some … | let me ask my … | let me ask him
        let me ask her | let me ask them | let me just ask my … | let me go ask … | let me check with … | let me check if …
        let me talk to my husband … | let me talk to my wife … | let me talk to my mom … | let me talk to my daughter …
        let me talk to my son … | let me see if … | let me see what … | let me see where … | let me turn off … | let me turn the …
        let me sit down | let me go outside | let me put you on speaker | someone is at the door | somebody is at the door
        someone at the door | somebody at the door | there is someone at the door | there is somebody at the door
        while i get … | while i find … | while i grab … | while i look … | while i check … | while i ask … | while i go …
        while i write … | while i put … | while i turn … | until i find … | until i get … | give me a second to …
        give me a sec to … | give me a minute to … | give me a moment to … | i need a second to … | i need a minute to …
        i need a moment to …
        """
    ),
    meanwhile=listed(
        """
        sorry | i am sorry | honey | hon | dear | sweetie | sweetheart | darling | babe | baby | kids | guys
        i am driving | i am in the car
        i am at the store | the baby is crying | my baby is crying | the dog is barking | my dog is barking | my other phone is ringing
        my other line is ringing | i have another call | i have got another call | my phone is dying | the doorbell
        """
    ),
    back=listed(
        """
        i am back | okay i am back | i am here | i am ready | ready | go ahead | you can go ahead | go on | continue | please continue
        you can continue | i have it | i got it | got it | i have a pen | i got a pen | are you there | are you still there | still there
        sorry about that | thanks for waiting | thank you for waiting | thanks for holding | where were we | what were you saying
        """
    ),
    robot=listed("are you a robot | am i talking to a person | are you human | is this a real person")
    + listed(
        "are you real | are you ai | is this ai | are you automated | is this automated | is this an automated call | is this a robocall"
    )
    + tuple(
        f"{asks} {what}"
        for asks in (*listed("are you | is this"), *(f"am i {with_}" for with_ in _TALKING))
        for what in listed(
            """
            a robot | a bot | a machine | a computer | an ai | a recording | a person | a human | a human being | a real person
            a real human | a live person | an actual person
            """
        )
    ),
    agent=listed(
        """
        agent | an agent | a person | real person | human | a human | representative | operator | someone | customer service
        live person | speak to someone | talk to someone | a real person | supervisor | manager | person | somebody | human being
        a human being | rep | live agent | live representative | live operator | customer service representative | real human
        actual person | actual human | someone else | somebody else | customer support | speak to somebody | talk to somebody
        """
    ),
    requests=listed(
        """
        i | we | want | need | would | like | to | speak | talk | with | get | give | me | us | a | an | the | can | could | just
        let
        put | through | transfer | connect | some | my | your | hand | over | rather | prefer | may | on | and | but | so | no
        not
        """
    ),
    wishes=listed("speak | talk | transfer | connect | get | give | put | want | need | like | rather | prefer | hand"),
    stop=listed(
        """
        goodbye | good bye | bye | bye bye | bye now | hang up | quit | end the call | end call | end this call
        stop the call | stop this call | can you end the call | could you end the call
        i have to go | i have got to go | i need to go | i got to go | gotta go | i am hanging up
        i will hang up | i am hanging up now | have a good day | have a nice day | have a good one
        """
    ),
    opt_out_alone=listed(
        """
        stop | stop it | stop this | just stop | stop now | i said stop | i said stop it | stop already | stop right now
        cut it out | knock it off | enough already | never ever call | never call | no calls | no robocalls | no more calling
        could you please not call | can you please not call | could you not call | please do not call | call me never
        take my name off | forget my number | i withdraw my consent | i withdraw consent | withdraw my consent
        i want to be removed | i would like to be removed | i need to be removed | i wish to be removed
        no phone calls | no robo calls | no sales calls | no spam calls | no telemarketing calls | no texts
        no calls or texts | no calls no texts
        forget this number | just forget my number | i am withdrawing my consent
        i withdraw my permission | i take back my consent | i take back my permission | i am taking back my consent
        """
    ),
    oaths=listed(
        """
        fucking | fuckin | fuck | the fuck | the f | for fuck sake | freaking | freakin | frigging | friggin | fricking | effing
        f | f ing
        motherfucking | mother fucking | bloody | goddamn | goddamned | god damn | god damned | goddam | damn | damned | darn | dang
        the hell | hell | the heck | shitty | bullshit | bull shit | crap | crappy | stinking | bleep | bleeping | sodding | flipping
        blasted | for god sake | for christ sake | for heaven sake | for pete sake | jesus | jesus christ
        """
    ),
    opt_out=listed(
        """
        stop calling | stop calling me | remove me | take me off | take me off your list | do not call | do not call me
        do not call me again | never call me again | never call again | do not contact me | stop contacting me | remove my number
        opt out | unsubscribe | quit calling | lose my number | never contact me | do not ever call | do not want you to call
        do not want you calling | do not want any more calls | do not want these calls | no more calls | stop all calls
        stop all this calling | stop phoning | do not phone me | take me off this list | take my number off
        do not want to be called | do not you ever call me again | never want you to call | asked you not to call
        told you not to call
        told you guys not to call | not to call me | do not want to hear from you again | leave me alone | stop ringing me
        stop bothering me | quit bothering me | do not bother me again | delete my number | want off your list
        off your calling list
        cease and desist | cease all communication | cease communication | revoke my consent
        """
    ),
    opting_out="""
        CALL = call/ring/phone/contact/text/message/telephone/dial/bother/harass/bug/pester/disturb/reach out to/call or text/text or call
        SPEAK = call/ring/phone/contact/telephone/text or call/call or text/reach out/call or write/call or email
        CALLED = called/contacted/phoned/rung/telephoned/texted/bothered/harassed/disturbed
        CALLS = calls/phone calls/robocalls/telephone calls/sales calls/texts/text messages/contact/communication
        ME = me/us/here/this number/my number/our number/this house/my house/my phone/my cell/this phone/my family/anyone here
        AGAIN = again/anymore/any more/back/no more/any longer
        MANY = second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth/twentieth/hundredth/thousandth/two/three/four/five/six/\
seven/eight/nine/ten/twelve/twenty/fifty/hundred/thousand/many/several/umpteenth
        PAPER = email/emails/e mail/e mails/mail/mailings/newsletter/newsletters/paper mail/letters
        LISTED = me/us/my number/our number/this number/my phone number/this phone number/my name/my phone/this phone/my details
        LIST = list/lists/call list/calling list/phone list/contact list/database/system/records
        YOU = you/you guys/you people/you all/your company/anyone/anybody/them
        OFTEN = already/before/once/twice/last week/last month/last time/yesterday/this morning/the other day/many times/\
so many times/several times/a hundred times/a thousand times/a million times/over and over
        MINE = my information/all my information/my info/all my info/my data/all my data/my contact information/my contact info/my \
personal data/my personal information
        WRITING = in writing/by mail/by letter/through my lawyer/through my attorney
        (stop/quit/cease/discontinue) (CALL/CALLED) ME
        (stop/quit/cease/discontinue) (call/ring/phone/contact/text/telephone/harass/bother/pester/bug/reaching out)
        (stop/quit/cease/end/discontinue/halt) (all/any/all the/the/these/those/all these/with the/with these/with all the/with \
your/it with the/it with these/your/all your/any further/all further/making/sending/) CALLS
        (MANY/MANY or MANY) (time/call) (already/now/) (today/this week/this month/this morning/in a row/a day/a week/already/now/) \
(so/and/) (please/just/) (stop/quit) (it/this/)
        (refrain from/desist from) SPEAK
        (enough of/enough with/enough) (the/these/your/) CALLS
        no (more/further) (of these/of those/of your/of the/damn/stupid/) CALLS
        please no CALLS
        (want/wish for/would like/would prefer/accept) no (more/further/) CALLS
        no CALLS please
        (do not/never/do not ever/never ever/must not/should not/not to/to not/to never/no longer/do not keep/do not continue \
to/never again) CALL (ME/AGAIN)
        (do not/never/do not ever/never ever) SPEAK (ME/AGAIN)
        (do not/never/do not ever/never ever) (text or call/call or text/call or write/call or email)
        (do not/do not ever/never/never ever/do not you ever/do not you dare/do not keep/should not be/should not keep/can not \
keep) (contact/telephone/harass/pester)
        do not you (ever/dare/dare to/ever ever) (call/ring/phone/text/bother)
        (do not/never) bother to SPEAK
        (do not/never) bother (calling/ringing/phoning/contacting/texting/telephoning)
        (CALL/SPEAK) (me/us/here/this number) no more
        can not (call/ring/phone/contact/text) ME (anymore/any more/any longer)
        (do not/never/no longer/not) (want/wish/like/need/care for/appreciate) (to get/getting/to receive/receiving/to have/) \
(any/any more/more/any of your/any of these/any more of your/any more of these/your/these/those/another/) \
(CALLS/call from you/phone call from you)
        (do not/never/no longer) (want/wish/like/care) (to be/being/to get) CALLED
        (do not/does not/never/no longer) (want/wish for/need/like) YOU (to/to be/to keep/) SPEAK
        (do not/never/no longer) (want/wish/care) to (hear from/be hearing from/be hearing/talk to/speak to/speak with) you \
(again/anymore/any more/ever/any longer/guys/people)
        (do not/never/no longer) (want/wish/care) to hear from you
        (not/to not/not ever/never) (to/) be CALLED (again/anymore/any more/at this number/by you/by you people/by you guys/by \
anyone/here)
        (want/wish/like/ask/asked/asking/prefer/request/demand) (not to/to not/to never) be CALLED
        (not interested in/tired of/sick of/fed up with/had enough of/done with) (getting/receiving/) (being CALLED/more calls/\
your calls/these calls/any more calls/all these calls/the calls/you calling)
        (appreciate it/appreciate/prefer/prefer it/like it/love it/grateful/thankful/happy/better/best/nice/great/rather) (if/\
it if/) you (did not/would not/do not/will not/could not/never/not/stopped/quit/no longer) (SPEAK/text/bother)
        (prefer/rather/request/ask/asking/insist/demand) (that/) you (not/do not/never/stop) (SPEAK/text/bother)
        (want/like/need/asking/ask/begging/telling/told/asked/tell/warned/warning) YOU (to stop/not to/to not/to quit/to never/\
never to) SPEAK
        (asked/told/ask/tell/asking/telling/warned) YOU (to stop/to quit)
        (asked/told/begged/warned) YOU OFTEN (not to/to not/to never/never to/to stop/to quit) SPEAK
        (delete/erase/wipe/destroy) MINE
        if you (ever/) CALL (ME/) (again/one more time) (i will/i am going to/we will/i am/we are/) (sue/suing/report/reporting/call \
the police/call my lawyer/call a lawyer/get a lawyer/press charges)
        keep CALL (ME/) (when/after/even though/although) (i/we) (already/) (said/told you/asked you/say) (stop/to stop/no/not to)
        (asked/told/begged/warned) YOU OFTEN (to stop/to quit)
        (can/could/would/will) you (please/) not CALL ME (anymore/any more/again/ever again/any longer)
        (can/could/would/will) you please not CALL ME
        no (call/calls) no more
        (if/unless) you (do not/will not/) (stop/quit/cease) CALL
        if you (keep/keep on) CALL ME
        (sue/report/suing/reporting) you if you (ever/) CALL
        (stop/quit/cease/not/never) (blow/keep blowing/be blowing) up (my/our/this) phone
        (do not/never/do not ever) be (calling/ringing/texting/contacting/bothering)
        (want/like/need) (my number/our number/this number/my name) (taken off/removed/deleted/off of)
        (only/) (contact/be contacted/communicate with) (me/us/) only WRITING
        only (contact/communicate with) (me/us) WRITING
        (contact/be contacted/communicate with) (me/us/) WRITING only
        (asked/told/ask/tell/asking/telling/warned) (you/you guys/you people/you all) (never/to never/never to/never ever) \
CALL (ME/) (AGAIN/)
        (do not/never/do not ever/never ever) CALL (him/her) (again/here/at this number)
        mind not (calling/ringing/phoning/contacting/texting) (ME/AGAIN)
        (remove/delete/erase/strike/purge/drop/scrub/wipe) (LISTED/me from/us from)
        (take/get/want/cross/pull/keep/scratch/remove/strike/delete/drop/wipe) (LISTED/us all/everyone here) (off/off of/from/\
out of) (your/the/this/that/these/all your/all the/any/any of your/every/all/) LIST
        (take/get/cross/pull/remove/delete/erase/wipe) MINE (off/off of/from/out of) (your/the/this/that/all your) LIST
        be (removed/taken off/crossed off/deleted) (from/of/) (your/the/this/that/all your/any) LIST
        (want/need/like/ask/asking) to be removed (please/right now/right away/immediately/today)
        (take/get/want/cross/pull/scratch) LISTED (off/off of/out of) (your/the/this/that/of/here/there/it)
        (take/scratch/cross/strike) (us/this number/our number/my number/my phone number/this phone/my phone) off
        lose (my/this/our/the) (number/phone number/telephone number)
        (forget/throw away/throw out/burn/shred) (my number/our number/this number) (please/exists/right now/for good)
        forget you (ever/) (had/have/called) (my number/this number/me/us)
        put (LISTED/) on (your/the/a/that/) (no call/dnc/do not contact/no contact) list
        (revoke/rescind/retract) (my/all/any/all my/any and all/our/) (consent/permission/authorization/authorisation)
        (withdraw/take back/cancel/pull/withdrawing/taking back) (my/all/any/all my/our/) (consent/permission/authorization) \
(to/for) (be CALLED/SPEAK/calls/calling/phone calls/being CALLED)
        (have/has/got/had/with) no (right/business/permission/authority/consent/cause/reason/call) (to/to be/to keep/in/) SPEAK
        not have (the right/a right/any right/my permission/permission/my consent/consent/authorization/any business) (to/to be/\
to keep/for) SPEAK
        not (allowed/permitted/authorized/authorised/welcome/supposed) to (SPEAK/be calling) (ME/AGAIN)
        (never/not) (gave/give/given) (you/anyone/anybody/you guys/you people/) (my/any/) (permission/consent/authorization) to \
(SPEAK/be calling)
        not consent to (these calls/your calls/any calls/calls/being CALLED/be CALLED/any more calls)
        (stop/quit/cease) sending (me/us/) (all/any/all the/these/those/all these/your/) CALLS
        (knock it off/cut it out/lay off/ease up) (with/) (the/these/all the/all these/your/) CALLS
        (can/could/would/will) you (please not/just not/please just not) SPEAK
        (please/just/please just) never (ever/) SPEAK
        never (ever/again) SPEAK
        (do not/never/do not ever/never ever) (phone/telephone)
        CALL (me/us/here/this number) never (again/ever/)
        (if/next time/unless) you (ever/) CALL (ME/) (AGAIN/one more time/ever again/) (i/we) (will/will be/am/are/am going to/are \
going to) (sue/report/suing/reporting/calling my lawyer/call my lawyer/calling a lawyer/call a lawyer/getting a lawyer/get a lawyer)
        CALL (me/us/here/) (again/one more time) and (i/we) (will/will be/am/are/am going to/are going to) (sue/report/suing/reporting)
        (asked/told/begged/warned) YOU OFTEN (to stop/to quit)
        keep CALL (ME/) (when/after/even though/although) (i/we) (already/) (said/told you/told you guys/told you people/asked you) \
(to/) (stop/quit)
        (i/we) (already/) said (to/) stop (OFTEN/and you keep/and you still/but you keep/but you still)
        (delete/erase/remove/wipe/destroy/purge/get rid of) (all of/) MINE
        get rid of (my number/our number/this number/my phone number)
        take (my name/our name/our names/my details) off
        leave (me/us/my family) be
        (opt out of/opt me out of/unsubscribe from/unsubscribe me from) (your/all/the/) PAPER (and/or/and also/as well as) (all/your/) CALLS
        opt (me/us/this number/my number) out
        leave (us/my family/this family) alone
        leave (me/us/my family) (the hell/the heck/the fuck/the f/hell) alone
        (last time/the last time/better be the last time) you (ever/) call (ME/AGAIN)
        """,
    no_opt_out="""
        CALLING = calling/ringing/phoning/contacting/texting/bothering
        WHO = police/cops/cop/ambulance/doctor/manager/fbi/sheriff/fire department/authorities/lawyer/attorney/nurse/bank/store/\
pharmacy/office/landlord/insurance company/insurance/credit card company/power company/electric company/phone company/company/hospital/\
clinic/dentist/vet/school/boss/agency
        TITLE = mrs/mr/ms/missus/by my first name/by my last name/by my full name/by my maiden name/by that name/by the wrong name
        PAPER = email/emails/e mail/e mails/newsletter/newsletters/paper mail/paper statements/paper statement/paper bills/paper/\
paperless/paperless billing/statements/arbitration/the survey/survey/marketing emails/promotional emails
        POLICY = policy/account/emails/newsletter/plan/loan/lease/title/deed/mortgage/paper mail/paper statements/autopay/auto pay/\
wait list/waiting list/will/bill/lien/card/team/project
        NOW = now/right now/today/tonight/at the moment/this minute/this morning
        LATER = later/tomorrow/another day/another time/some other time/next week/next month/after work/in the morning/in the \
afternoon/in the evening/this evening/this afternoon/tonight/on monday/on tuesday/on wednesday/on thursday/on friday
        (call/phone/ring/contact/text/telephone/dial/bother/disturb/harass) (the/a/my/your/our/any/) WHO
        (call/phone/ring/contact/text/telephone/dial) (on/for/) (them/911/9 1 1/nine one one/nine eleven/security/anybody \
else/someone else/somebody else)
        (you/they/he/she) never (call/ring/phone/contact/text) (me/us/) back
        (he/she/they/someone/somebody) (told/promised/assured) (me/us) (that/) (you/you guys/you all/they/it) (would/will) \
(stop/quit) CALLING (me/us/here/)
        (promised/assured) (me/us) (that/) they (would/will) (stop/quit) CALLING (me/us/here/)
        (did/have) (you/they/he/she) (ever/already/) (stop/stopped/quit) CALLING (me/us/here/)
        (he/she) (stopped/quit) CALLING
        (never/not) (told/asked/said/asking/telling) (you/you guys/you all/them/anybody/anyone/) to stop CALLING
        to stop (by/at/in/over/off)
        stop (by/at/over/off/in/here/there/for)
        (call/ring) (it/this/that/him/her) (off/that/fair/a day/names)
        (name/number) off (the/my/our/this/that/his/her/their) (account/loan/bill/policy/lease/title/deed/card/order/mortgage)
        off (hold/speaker/speakerphone/speaker phone/mute)
        call me TITLE
        call it (that/off/a/an/insurance/my)
        i (do not/never/would not/will not/can not/could not) call (it/that/this/you/him/her/them/people/those/these)
        (told/asked/advised/ordered/warned/begged) me (to stop/to quit) CALLING (me/him/her/them/there/)
        (told/asked/advised/ordered/warned/begged) me (not to/to not/never to/to never) call
        (opt out of/opt me out of/unsubscribe from/unsubscribe me from) (the/your/all/all your/any/my/) PAPER
        (remove/take/get/delete/drop/want/strike) (me/us/my name/our names/my number) (off/off of/from) (the/my/this/that/our/your/\
his/her/their/) POLICY
        remove me as
        did (you/they/he/she) (ever/already/) (delete/erase/remove/get rid of) (all/) my
        leave (me/us) alone for (a/one/just a/a few/a couple of) (second/sec/minute/moment/bit)
        (they/he/she/people) never (ever/) call
        do not call (me/us/here/) NOW , (but/and/just/so/) (please/you can/) call (me/us/) (back/again/) LATER
        call (me/us/) (back/again/) LATER , (but/and/just/so/) (please/) do not call (me/us/here/) NOW
        call me (a liar/names/stupid/crazy/honey/miss/mister/sweetheart/sweetie/dear/darling/sir/ma'am/madam/that/buddy/dude)
        """,
    contractions=paired(
        """
        don't: do not | dont: do not | doesn't: does not | doesnt: does not | didn't: did not | didnt: did not | isn't: is not
        isnt: is not | aren't: are not | arent: are not | ain't: is not | aint: is not | wasn't: was not | wasnt: was not
        weren't: were not | won't: will not | wouldn't: would not | wouldnt: would not | can't: can not | cant: can not
        cannot: can not | couldn't: could not | couldnt: could not | shouldn't: should not | haven't: have not | havent: have not
        hasn't: has not | hadn't: had not | needn't: need not | mustn't: must not | i'm: i am | im: i am | i've: i have
        ive: i have | i'd: i would | i'll: i will | it's: it is | that's: that is | thats: that is | that'll: that will
        that'd: that would | it'll: it will | he's: he is | she's: she is | he'll: he will | we're: we are | we've: we have
        we'd: we would | we'll: we will | you're: you are | you've: you have | you'd: you would | you'll: you will
        they're: they are | they've: they have | they'll: they will | there's: there is | here's: here is | what's: what is
        whats: what is | who's: who is | where's: where is | how's: how is | let's: let us | lets: let us | gonna: going to
        wanna: want to | gotta: got to | gimme: give me | lemme: let me | dunno: do not know | y'all: you all | yall: you all
        thru: through | nite: night | tonite: tonight | cheque: check | cheques: checks | grey: gray | colour: color | centre: center
        signup: sign up | checkup: check up | alot: a lot
        an: a | voicemail: voice mail | voicemails: voice mails | everything's: everything is | alrighty: alright
        someone's: someone is | 's: is
        """
    ),
)
