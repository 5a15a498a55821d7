"""Japanese: what the engine says and hears by itself."""

from steering.core.languages import Language, listed, paired

LANGUAGE = Language(
    tag="ja",
    if_silent=(
        "もしもし、聞こえますか。 {{ question }}",
        "お声が聞こえません。 {{ question }}",
    ),
    if_unclear=(
        "すみません、聞き取れませんでした。 {{ question }}",
        "申し訳ありません、やはり聞き取れませんでした。 {{ question }}",
    ),
    if_trouble="申し訳ありません、こちらで問題が発生しました。もう一度お願いします。",
    goodbye="お時間をいただきありがとうございました。失礼いたします。",
    connecting="少々お待ちください。おつなぎします。",
    one_moment="少々お待ちください。",
    limits=paired(
        """
        past: その日付は過ぎています。 | future: その日付はまだ来ていません。 | today: 今日はお選びいただけません。
        after: {{ limit }}より後の日付をお願いします。 | before: {{ limit }}より前の日付をお願いします。
        from: {{ limit }}以降の日付をお願いします。 | until: {{ limit }}までの日付をお願いします。
        up to: {{ limit }}を超えています。 | at least: {{ limit }}に足りません。
        digit: 一桁の数字をお願いします。 | digits: {{ limit }}桁の数字をお願いします。
        phone: 電話番号が正しくないようです。 | email: メールアドレスが正しくないようです。
        """
    ),
    which_half="午前ですか、午後ですか。",
    morning=listed("午前 | 朝 | 午前中"),
    later=listed("午後 | 昼 | 夕方 | 夕"),
    night=listed("夜 | 晩 | 夜中 | 深夜"),
    what_to_change="どこを直しますか。",
    changes=listed("変え | 変更 | 違う | 違い | ちがう | ちがい | 間違 | 別の | 直し"),
    everything=listed("全部 | すべて | 全て | 両方"),
    called={
        "date": listed("日にち | 日付 | 日"),
        "time": listed("時間 | 時刻"),
        "money": listed("金額"),
        "number": listed("数 | 人数"),
        "digits": listed("番号"),
        "phone": listed("電話番号 | 電話 | 番号"),
        "email": listed("メール | アドレス"),
        "name": listed("名前"),
        "spelling": listed("名前"),
    },
    plain_yes=listed("はい | ええ | はいはい"),
    yes=listed(
        """
        はい | ええ | うん | そうです | その通りです | もちろん | もちろんです | 間違いありません | 合っています
        お願いします | 了解です | わかりました | 分かりました | 同意します
        本人です
        """
    ),
    no=listed(
        """
        いいえ | いえ | いや | 嫌です | 違います | ちがいます | そうではありません | 間違いです | だめです
        できません | いりません | 必要ありません | 結構です | 同意しません
        番号が違います
        """
    ),
    unsure=listed(
        """
        多分 | たぶん | おそらく | かもしれません | かもしれない | わかりません | 分かりません | さあ | 場合による
        考えさせてください
        """
    ),
    neutral=listed("問題ありません | 聞こえません | いいですか"),
    negations=listed("不"),
    negations_after=listed("ではありません | ではない | じゃない | はいりません | は要りません | は必要ありません | しないで"),
    conditions=listed("もし | なら | ければ"),
    both=listed("でも | または"),
    corrections=listed("いや待って | 待って | じゃなくて"),
    fillers=listed("えっと | ええと | あの | その | まあ"),
    polite=listed("お願いします | ありがとう | ありがとうございます | です"),
    greetings=listed("もしもし"),
    voicemail=listed("発信音の後に | 留守番電話 | メッセージをお願いします | 電話に出ることができません"),
    repeat=listed("もう一度 | 繰り返して"),
    agent=listed("オペレーター | 担当者 | 人間"),
    stop=listed("さようなら | 切ります"),
    opt_out=listed("電話しないで | もう電話しないで | リストから外して"),
    spaced=False,
    digits=listed("ゼロ | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九"),
)
