"""Arabic: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="ar",
    if_silent=(
        "هل ما زلت معي؟ {{ question }}",
        "لا أستطيع سماعك. {{ question }}",
    ),
    if_unclear=(
        "عذرًا، لم أسمع ذلك. {{ question }}",
        "آسف، ما زلت لم أفهم. {{ question }}",
    ),
    if_trouble="نأسف، حدث خطأ من جانبنا. من فضلك أعد ما قلته.",
    goodbye="شكرًا على وقتك. مع السلامة.",
    connecting="لحظة من فضلك، سأوصلك.",
    one_moment="لحظة من فضلك.",
    limits=paired(
        """
        past: هذا التاريخ قد مضى. | future: هذا التاريخ لم يأت بعد. | today: لا يمكن أن يكون اليوم.
        after: أحتاج إلى تاريخ بعد هذا اليوم: {{ limit }}. | before: أحتاج إلى تاريخ قبل هذا اليوم: {{ limit }}.
        from: أول تاريخ ممكن هو: {{ limit }}. | until: آخر تاريخ ممكن هو: {{ limit }}.
        up to: هذا أكثر من {{ limit }}. | at least: هذا أقل من {{ limit }}.
        digit: أحتاج إلى رقم واحد. | digits: عدد الأرقام المطلوب هو {{ limit }}.
        phone: رقم الهاتف هذا غير مكتمل. | email: عنوان البريد الإلكتروني هذا غير مكتمل.
        """
    ),
    which_half="صباحًا أم مساءً؟",
    morning=listed("صباحا | الصباح | في الصباح | صباح | فجرا | ضحى | قبل الظهر"),
    later=listed("مساء | المساء | في المساء | ظهرا | الظهر | بعد الظهر | عصرا | العصر"),
    night=listed("ليلا | الليل | في الليل | بالليل"),
    what_to_change="ماذا أغيّر؟",
    changes=listed("غير | تغيير | آخر | أخرى | خطأ | غلط | غير صحيح"),
    everything=listed("كل شيء | الكل | كلها | كلاهما"),
    called={
        "date": listed("اليوم | يوم | التاريخ | تاريخ"),
        "time": listed("الوقت | وقت | الساعة | ساعة"),
        "money": listed("المبلغ | مبلغ | المال"),
        "number": listed("العدد | عدد"),
        "digits": listed("الرقم | رقم | الرمز | الأرقام"),
        "phone": listed("الهاتف | رقم الهاتف | الرقم"),
        "email": listed("البريد | العنوان"),
        "name": listed("الاسم | اسم"),
        "spelling": listed("الاسم | التهجئة"),
    },
    plain_yes=listed("نعم | نعم نعم | أجل"),
    yes=listed(
        """
        نعم | أجل | أيوه | بلى | طبعا | بالطبع | بالتأكيد | أكيد | صحيح | هذا صحيح | بالضبط | موافق | أوافق | حسنا
        تمام
        """
    ),
    no=listed(
        """
        لا | كلا | لا شكرا | أبدا | بالطبع لا | ليس الآن | ليس بعد | غير صحيح | خطأ | لا أريد | لا أوافق | لا أظن
        لا أعتقد | الرقم خطأ
        """
    ),
    unsure=listed("ربما | يمكن | لا أعرف | لا أدري | لست متأكدا | لست متأكد | أظن | أعتقد | يعتمد | نوعا ما"),
    neutral=listed("لا مشكلة | لا بأس | لا أفهم | لا أسمعك"),
    negations=listed("لا | لم | لن | ليس | لست | بدون | مو | مش | مب | ليست"),
    conditions=listed("إذا | لو | بشرط"),
    both=listed("أو | لكن | ولكن"),
    corrections=listed("انتظر | عفوا | أقصد | أعني"),
    fillers=listed("آه | يعني"),
    polite=listed("من فضلك | لو سمحت | شكرا"),
    greetings=listed("مرحبا"),
    voicemail=listed("اترك رسالة | بعد الصافرة | البريد الصوتي | غير متاح"),
    repeat=listed("أعد | كرر | مرة أخرى"),
    agent=listed("موظف | شخص | خدمة العملاء | مندوب"),
    stop=listed("توقف | مع السلامة"),
    opt_out=listed("لا تتصل | لا تتصلوا | لا تتصل بي | توقفوا عن الاتصال | احذف رقمي"),
    digits=listed("صفر | واحد | اثنان | ثلاثة | أربعة | خمسة | ستة | سبعة | ثمانية | تسعة"),
)
