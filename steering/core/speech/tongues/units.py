"""Units of measure in every language but English: signs, then one, many and (in Russian) two to four.

An `f` behind the names tells that they are feminine, where that changes the number before them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    one: str
    many: str
    few: str = ""
    feminine: bool = False


_TABLES = {
    "es": """
        km: kilómetro, kilómetros; m: metro, metros; cm: centímetro, centímetros
        mm: milímetro, milímetros; m^2 m2: metro cuadrado, metros cuadrados; kg: kilo, kilos
        g: gramo, gramos; mg: miligramo, miligramos; l L: litro, litros; ml mL: mililitro, mililitros
        h hs hrs: hora, horas, f; min mins: minuto, minutos; s seg: segundo, segundos
        km/h: kilómetro por hora, kilómetros por hora; °C ºC: grado Celsius, grados Celsius
        °F: grado Fahrenheit, grados Fahrenheit; GB: gigabyte, gigabytes; MB: megabyte, megabytes
        Mbps: megabit por segundo, megabits por segundo; kWh: kilovatio hora, kilovatios hora
        W: vatio, vatios; comp. comps.: comprimido, comprimidos; cáp. cáps.: cápsula, cápsulas, f
        gts.: gota, gotas, f; uds.: unidad, unidades, f
    """,
    "fr": """
        km: kilomètre, kilomètres; m: mètre, mètres; cm: centimètre, centimètres
        mm: millimètre, millimètres; m^2 m2: mètre carré, mètres carrés; kg: kilo, kilos
        g: gramme, grammes; mg: milligramme, milligrammes; l L: litre, litres
        ml mL: millilitre, millilitres; min: minute, minutes, f; s sec: seconde, secondes, f
        km/h: kilomètre-heure, kilomètres-heure; °C: degré Celsius, degrés Celsius
        °F: degré Fahrenheit, degrés Fahrenheit; °: degré, degrés; Go GB: gigaoctet, gigaoctets
        Mo MB: mégaoctet, mégaoctets; Mbit/s Mbps: mégabit par seconde, mégabits par seconde
        kWh: kilowattheure, kilowattheures; W: watt, watts; cp cp. cps cpr: comprimé, comprimés
        gél.: gélule, gélules, f; gtes: goutte, gouttes, f; sem.: semaine, semaines, f
    """,
    "de": """
        km: Kilometer, Kilometer; m: Meter, Meter; cm: Zentimeter, Zentimeter
        mm: Millimeter, Millimeter; m^2 m2 qm: Quadratmeter, Quadratmeter; kg: Kilogramm, Kilogramm
        g: Gramm, Gramm; mg: Milligramm, Milligramm; l L: Liter, Liter; ml mL: Milliliter, Milliliter
        h Std. Std: Stunde, Stunden, f; min Min. Min: Minute, Minuten, f
        s Sek. Sek: Sekunde, Sekunden, f; km/h: Kilometer pro Stunde, Kilometer pro Stunde
        °C: Grad Celsius, Grad Celsius; °F: Grad Fahrenheit, Grad Fahrenheit; °: Grad, Grad
        GB: Gigabyte, Gigabyte; MB: Megabyte, Megabyte
        Mbit/s: Megabit pro Sekunde, Megabit pro Sekunde; kWh: Kilowattstunde, Kilowattstunden, f
        W: Watt, Watt; Mio. Mio: Million, Millionen, f; Mrd. Mrd: Milliarde, Milliarden, f
        Tsd.: Tausend, Tausend; Tbl. Tabl. Tbl: Tablette, Tabletten, f; Kps. Kps: Kapsel, Kapseln, f
        Tr.: Tropfen, Tropfen; Wo.: Woche, Wochen, f; Mon.: Monat, Monate
    """,
    "it": """
        km: chilometro, chilometri; m: metro, metri; cm: centimetro, centimetri
        mm: millimetro, millimetri; m^2 m2 mq: metro quadrato, metri quadrati; kg: chilo, chili
        g: grammo, grammi; mg: milligrammo, milligrammi; l L: litro, litri
        ml mL: millilitro, millilitri; h: ora, ore, f; min: minuto, minuti; s sec: secondo, secondi
        km/h: chilometro orario, chilometri orari; °C ºC: grado Celsius, gradi Celsius
        °F: grado Fahrenheit, gradi Fahrenheit; GB: gigabyte, gigabyte; MB: megabyte, megabyte
        Mbps: megabit al secondo, megabit al secondo; kWh: chilowattora, chilowattora; W: watt, watt
        gg gg.: giorno, giorni; cpr cpr. cp cp.: compressa, compresse, f; gtt gtt.: goccia, gocce, f
        cps cps.: capsula, capsule, f
    """,
    "pt": """
        km: quilômetro, quilômetros; m: metro, metros; cm: centímetro, centímetros
        mm: milímetro, milímetros; m^2 m2: metro quadrado, metros quadrados; kg: quilo, quilos
        g: grama, gramas; mg: miligrama, miligramas; l L: litro, litros; ml mL: mililitro, mililitros
        min: minuto, minutos; s seg: segundo, segundos
        km/h: quilômetro por hora, quilômetros por hora; °C ºC: grau Celsius, graus Celsius
        °F: grau Fahrenheit, graus Fahrenheit; °: grau, graus; GB: gigabyte, gigabytes
        MB: megabyte, megabytes; Mbps: megabit por segundo, megabits por segundo
        kWh: quilowatt-hora, quilowatts-hora; W: watt, watts; comp. comps.: comprimido, comprimidos
        cáps.: cápsula, cápsulas, f; gts.: gota, gotas, f; hrs hs: hora, horas, f
    """,
    "ru": """
        км: километр, километров, километра; м: метр, метров, метра
        см: сантиметр, сантиметров, сантиметра; мм: миллиметр, миллиметров, миллиметра
        кг: килограмм, килограммов, килограмма; г: грамм, граммов, грамма
        мг: миллиграмм, миллиграммов, миллиграмма; л: литр, литров, литра
        мл: миллилитр, миллилитров, миллилитра; ч ч.: час, часов, часа
        мин мин.: минута, минут, минуты, f; сек сек. с: секунда, секунд, секунды, f
        км/ч: километр в час, километров в час, километра в час
        °C °С: градус Цельсия, градусов Цельсия, градуса Цельсия; °: градус, градусов, градуса
        м^2 м2 кв.м: квадратный метр, квадратных метров, квадратных метра
        ГБ: гигабайт, гигабайт, гигабайта; МБ: мегабайт, мегабайт, мегабайта
        кВт·ч кВтч: киловатт-час, киловатт-часов, киловатт-часа; Вт: ватт, ватт, ватта
        млн млн.: миллион, миллионов, миллиона; млрд млрд.: миллиард, миллиардов, миллиарда
        тыс тыс.: тысяча, тысяч, тысячи, f; мес мес.: месяц, месяцев, месяца; дн дн.: день, дней, дня
        нед нед.: неделя, недель, недели, f; шт шт.: штука, штук, штуки, f
        чел чел.: человек, человек, человека; сут сут.: сутки, суток, суток
    """,
    "ja": """
        km: キロメートル, キロメートル; m: メートル, メートル; cm: センチメートル, センチメートル
        mm: ミリメートル, ミリメートル; m^2 m2: 平方メートル, 平方メートル
        kg: キログラム, キログラム; g: グラム, グラム; mg: ミリグラム, ミリグラム
        l L: リットル, リットル; ml mL: ミリリットル, ミリリットル; h: 時間, 時間; min: 分, 分
        s: 秒, 秒; km/h: キロメートル毎時, キロメートル毎時; °C ℃: 度, 度; °: 度, 度
        GB: ギガバイト, ギガバイト; MB: メガバイト, メガバイト; kWh: キロワット時, キロワット時
        W: ワット, ワット
    """,
    "ko": """
        km: 킬로미터, 킬로미터; m: 미터, 미터; cm: 센티미터, 센티미터; mm: 밀리미터, 밀리미터
        m^2 m2: 제곱미터, 제곱미터; kg: 킬로그램, 킬로그램; g: 그램, 그램; mg: 밀리그램, 밀리그램
        l L: 리터, 리터; ml mL: 밀리리터, 밀리리터; min: 분, 분; s: 초, 초
        km/h: 킬로미터 매시, 킬로미터 매시; °C ℃: 도, 도; °: 도, 도; GB: 기가바이트, 기가바이트
        MB: 메가바이트, 메가바이트; kWh: 킬로와트시, 킬로와트시; W: 와트, 와트
    """,
    "hi": """
        km किमी कि.मी.: किलोमीटर, किलोमीटर; m: मीटर, मीटर; cm सेमी: सेंटीमीटर, सेंटीमीटर
        mm: मिलीमीटर, मिलीमीटर; kg किग्रा कि.ग्रा.: किलोग्राम, किलोग्राम; g: ग्राम, ग्राम
        mg मिग्रा: मिलीग्राम, मिलीग्राम; l L: लीटर, लीटर; ml mL मिली: मिलीलीटर, मिलीलीटर
        min: मिनट, मिनट; km/h किमी/घंटा: किलोमीटर प्रति घंटा, किलोमीटर प्रति घंटा
        °C: डिग्री सेल्सियस, डिग्री सेल्सियस; °F: डिग्री फ़ारेनहाइट, डिग्री फ़ारेनहाइट
        °: डिग्री, डिग्री; GB: जीबी, जीबी; MB: एमबी, एमबी; kWh: किलोवाट घंटा, किलोवाट घंटे
        W: वाट, वाट
    """,
    "ar": """
        km كم: كيلومتر, كيلومتر, كيلومترات; m م: متر, متر, أمتار; cm سم: سنتيمتر, سنتيمتر, سنتيمترات
        mm مم: مليمتر, مليمتر, مليمترات; kg كجم كغ كغم: كيلوغرام, كيلوغرام, كيلوغرامات
        g غ: غرام, غرام, غرامات; mg ملغ مجم: مليغرام, مليغرام, مليغرامات; l L ل: لتر, لتر, لترات
        ml mL مل: مليلتر, مليلتر, مليلترات
        km/h: كيلومتر في الساعة, كيلومتر في الساعة, كيلومترات في الساعة
        °C °م: درجة مئوية, درجة مئوية, درجات مئوية, f; °: درجة, درجة, درجات, f
        GB: غيغابايت, غيغابايت, غيغابايت; MB: ميغابايت, ميغابايت, ميغابايت
        min: دقيقة, دقيقة, دقائق, f
    """,
}


def _read(table: str) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in table.replace("\n", ";").split(";"):
        signs, colon, names = entry.strip().partition(": ")
        if colon:
            words = [name.strip() for name in names.split(",")]
            feminine = words[-1] == "f"
            one, many, *few = words[:-1] if feminine else words
            unit = Unit(one, many, few[0] if few else "", feminine)
            found |= dict.fromkeys(signs.split(), unit)
    return found


UNITS = {tag: _read(table) for tag, table in _TABLES.items()}
