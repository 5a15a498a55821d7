"""Hindi: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="hi",
    if_silent=(
        "क्या आप लाइन पर हैं? {{ question }}",
        "मुझे आपकी आवाज़ नहीं आ रही है। {{ question }}",
    ),
    if_unclear=(
        "माफ़ कीजिए, मैं समझ नहीं पाया। {{ question }}",
        "क्षमा करें, मैं अब भी समझ नहीं पाया। {{ question }}",
    ),
    if_trouble="क्षमा करें, हमारी ओर से कुछ गड़बड़ हो गई। कृपया फिर से कहिए।",
    goodbye="आपके समय के लिए धन्यवाद। नमस्ते।",
    connecting="एक क्षण, मैं आपको जोड़ता हूँ।",
    one_moment="एक क्षण।",
    limits=paired(
        """
        past: वह तारीख बीत चुकी है। | future: वह तारीख अभी नहीं आई है। | today: आज नहीं हो सकता।
        after: मुझे इसके बाद की तारीख चाहिए: {{ limit }}। | before: मुझे इससे पहले की तारीख चाहिए: {{ limit }}।
        from: सबसे पहली तारीख यह है: {{ limit }}। | until: सबसे आख़िरी तारीख यह है: {{ limit }}।
        up to: यह {{ limit }} से ज़्यादा है। | at least: यह {{ limit }} से कम है।
        digit: मुझे एक अंक चाहिए। | digits: मुझे {{ limit }} अंक चाहिए।
        phone: यह फ़ोन नंबर पूरा नहीं है। | email: यह ईमेल पता पूरा नहीं है।
        """
    ),
    which_half="सुबह या शाम?",
    morning=listed("सुबह | सवेरे | सुबह के | सुबह में"),
    later=listed("शाम | दोपहर | दोपहर के | शाम के | शाम को | दोपहर बाद"),
    night=listed("रात | रात के | रात को | रात में"),
    what_to_change="मैं क्या बदलूँ?",
    changes=listed("बदलो | बदलना | बदलिए | बदल | दूसरा | दूसरी | गलत | ग़लत | गलती"),
    everything=listed("सब | सब कुछ | सभी | दोनों"),
    called={
        "date": listed("दिन | तारीख | तारीख़"),
        "time": listed("समय | टाइम | वक्त"),
        "money": listed("रकम | राशि | पैसे"),
        "number": listed("संख्या | कितने"),
        "digits": listed("नंबर | कोड | अंक"),
        "phone": listed("फ़ोन | फोन | नंबर"),
        "email": listed("ईमेल | पता"),
        "name": listed("नाम"),
        "spelling": listed("नाम | वर्तनी"),
    },
    plain_yes=listed("हाँ | हां | जी हाँ | जी हां | हाँ जी"),
    yes=listed(
        """
        हाँ | हां | जी | जी हाँ | जी हां | हाँ जी | बिल्कुल | ज़रूर | जरूर | सही | सही है | बेशक | मैं सहमत हूँ | सहमत
        ठीक है | मैं ही हूँ
        """
    ),
    no=listed(
        """
        नहीं | नही | ना | जी नहीं | बिल्कुल नहीं | कभी नहीं | अभी नहीं | गलत | सही नहीं है | नहीं चाहिए | नहीं धन्यवाद
        गलत नंबर
        """
    ),
    unsure=listed("शायद | हो सकता है | पता नहीं | मुझे नहीं पता | मालूम नहीं | पक्का नहीं | निर्भर करता है | लगता है"),
    neutral=listed("कोई बात नहीं | समझ नहीं आया | सुनाई नहीं दिया"),
    negations=listed("मत | बिना"),
    negations_after=listed("नहीं | मत | नहीं चाहिए | से नहीं"),
    conditions=listed("अगर | यदि | बशर्ते"),
    both=listed("और | या | लेकिन"),
    corrections=listed("रुकिए | माफ़ कीजिए | मेरा मतलब"),
    fillers=listed("अ | उम | तो"),
    polite=listed("कृपया | धन्यवाद | शुक्रिया"),
    greetings=listed("नमस्ते"),
    voicemail=listed("संदेश छोड़ें | बीप के बाद | उपलब्ध नहीं है | पहुँच से बाहर | वॉइसमेल"),
    repeat=listed("फिर से | दोबारा | दोहराइए"),
    agent=listed("एजेंट | प्रतिनिधि | ऑपरेटर | इंसान"),
    stop=listed("बंद करो | अलविदा"),
    opt_out=listed("फोन मत करो | कॉल मत करो | कॉल मत कीजिए | मेरा नंबर हटा दो"),
    digits=listed("शून्य | एक | दो | तीन | चार | पाँच | छह | सात | आठ | नौ"),
)
