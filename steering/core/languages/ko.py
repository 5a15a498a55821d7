"""Korean: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="ko",
    if_silent=(
        "여보세요, 듣고 계신가요? {{ question }}",
        "목소리가 들리지 않습니다. {{ question }}",
    ),
    if_unclear=(
        "죄송합니다, 잘 듣지 못했습니다. {{ question }}",
        "죄송합니다, 이번에도 이해하지 못했습니다. {{ question }}",
    ),
    if_trouble="죄송합니다, 저희 쪽에 문제가 생겼습니다. 다시 말씀해 주세요.",
    goodbye="시간 내 주셔서 감사합니다. 안녕히 계세요.",
    connecting="잠시만요, 연결해 드리겠습니다.",
    one_moment="잠시만요.",
    limits=paired(
        """
        past: 그 날짜는 이미 지났습니다. | future: 그 날짜는 아직 오지 않았습니다. | today: 오늘은 안 됩니다.
        after: {{ limit }} 이후의 날짜를 말씀해 주세요. | before: {{ limit }} 이전의 날짜를 말씀해 주세요.
        from: 가장 빠른 날짜는 {{ limit }}입니다. | until: 가장 늦은 날짜는 {{ limit }}입니다.
        up to: {{ limit }}보다 많습니다. | at least: {{ limit }}보다 적습니다.
        digit: 숫자 하나를 말씀해 주세요. | digits: 필요한 자릿수는 {{ limit }}입니다.
        phone: 전화번호가 올바르지 않습니다. | email: 이메일 주소가 올바르지 않습니다.
        """
    ),
    which_half="오전인가요, 오후인가요?",
    morning=listed("오전 | 오전이요 | 오전에 | 오전입니다 | 아침 | 아침에 | 아침이요"),
    later=listed("오후 | 오후요 | 오후에 | 오후입니다 | 저녁 | 저녁에 | 저녁이요 | 낮 | 낮에"),
    night=listed("밤 | 밤에 | 밤이요 | 새벽 | 새벽에"),
    what_to_change="무엇을 바꿀까요?",
    changes=listed("바꿔 | 바꾸고 | 다른 | 틀렸어요 | 틀려요 | 틀립니다 | 변경"),
    everything=listed("전부 | 모두 | 다 | 둘 다"),
    called={
        "date": listed("날짜 | 날짜가 | 날짜요 | 날짜를 | 요일 | 요일이"),
        "time": listed("시간 | 시간이 | 시간이요 | 시간을 | 시각"),
        "money": listed("금액 | 금액이 | 금액을"),
        "number": listed("숫자 | 인원 | 수가"),
        "digits": listed("번호 | 번호가 | 번호를"),
        "phone": listed("전화번호 | 전화번호가 | 번호"),
        "email": listed("이메일 | 이메일이 | 주소"),
        "name": listed("이름 | 이름이 | 이름을 | 성함"),
        "spelling": listed("이름 | 철자"),
    },
    plain_yes=listed("네 | 예 | 네네"),
    yes=listed(
        """
        네 | 예 | 네네 | 응 | 그래요 | 그렇습니다 | 맞아요 | 맞습니다 | 물론이죠 | 물론입니다 | 당연하죠 | 동의합니다
        본인입니다 | 접니다 | 좋아요 | 알겠습니다
        """
    ),
    no=listed(
        """
        아니요 | 아니오 | 아뇨 | 아닙니다 | 아니에요 | 안 돼요 | 안돼요 | 싫어요 | 없어요 | 필요 없어요
        원하지 않아요 | 틀렸어요 | 동의하지 않습니다 | 잘못 거셨어요
        """
    ),
    unsure=listed("아마 | 아마도 | 글쎄요 | 모르겠어요 | 모르겠습니다 | 잘 모르겠어요 | 그런 것 같아요 | 확실하지 않아요"),
    neutral=listed("괜찮아요 | 문제 없어요 | 안 들려요 | 안녕하세요"),
    negations=listed("안 | 못 | 절대"),
    negations_after=listed("말고 | 아니고 | 필요 없어요 | 싫어요 | 원하지 않아요"),
    conditions=listed("만약 | 만일"),
    both=listed("그리고 | 또는 | 하지만"),
    corrections=listed("잠깐만요 | 그게 아니라 | 죄송합니다"),
    fillers=listed("음 | 어 | 그 | 저기"),
    polite=listed("감사합니다 | 부탁합니다 | 주세요"),
    greetings=listed("여보세요"),
    voicemail=listed("삐 소리 후 | 메시지를 남겨 주세요 | 음성사서함 | 소리샘 | 전화를 받을 수 없습니다"),
    repeat=listed("다시 한번 | 다시 말씀해 주세요 | 한 번 더"),
    agent=listed("상담원 | 상담사 | 직원 | 사람"),
    stop=listed("그만 | 끊을게요"),
    opt_out=listed("전화하지 마세요 | 그만 전화하세요 | 다시는 전화하지 마세요"),
    digits=listed("공 | 일 | 이 | 삼 | 사 | 오 | 육 | 칠 | 팔 | 구"),
)
