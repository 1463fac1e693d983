/** A message with the pieces that must not be left in it; none: it must stay as it is. */
export type PersonalMessage = { text: string; secrets: readonly string[]; kind: PersonalKind | 'none' };

export type PersonalKind = 'phone' | 'id-card' | 'bank-card' | 'address' | 'email';

type Draw = {
  (most: number): number;
  of<T>(list: readonly T[]): T;
  digits(count: number): string;
};

/** Messages as customers type them, half of them in either language, every third without anything personal. The same seed gives the same. */
export function personalMessages(seed: number, count: number): PersonalMessage[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const language = i % 2 === 0 ? 'zh' : 'en';
    if (i % 3 === 2) return { text: harmless[language](draw), secrets: [], kind: 'none' };
    const kind = kinds[Math.floor(i / 2) % kinds.length] as PersonalKind;
    const { text, secret } = pieces[kind](draw, language);
    return { text: framed(draw, language, { kind, piece: text }), secrets: [secret ?? text], kind };
  });
}

const kinds: readonly PersonalKind[] = ['phone', 'id-card', 'bank-card', 'address', 'email'];

function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  return Object.assign(next, {
    of: <T>(list: readonly T[]): T => list[next(list.length)] as T,
    digits: (count: number): string => Array.from({ length: count }, () => next(10)).join(''),
  });
}

type Piece = { text: string; secret?: string };

const pieces: Record<PersonalKind, (draw: Draw, language: 'zh' | 'en') => Piece> = {
  phone(draw, language) {
    const mobile = `1${draw.of(['3', '5', '7', '8', '9'])}${draw.digits(9)}`;
    if (language === 'en' && draw(2) === 0) {
      const [area, first, last] = [
        `${2 + draw(7)}${draw.digits(2)}`,
        `${2 + draw(7)}${draw.digits(2)}`,
        draw.digits(4),
      ];
      return {
        text: draw.of([
          `+1 ${area} ${first} ${last}`,
          `(${area}) ${first}-${last}`,
          `+1-${area}-${first}-${last}`,
          `+44 7${draw.digits(3)} ${draw.digits(6)}`,
          `+65 ${8 + draw(2)}${draw.digits(3)} ${draw.digits(4)}`,
          `+852 ${5 + draw(4)}${draw.digits(3)} ${draw.digits(4)}`,
        ]),
      };
    }
    const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
    return {
      text: draw.of([
        mobile,
        mobile,
        `${a} ${b} ${c}`,
        `${a}-${b}-${c}`,
        `+86${mobile}`,
        `+86 ${mobile}`,
        `86-${mobile}`,
        wide(mobile),
        `0${draw.of(['10', '21', '571', '755'])}-${draw.digits(8)}`,
      ]),
    };
  },
  'id-card'(draw) {
    const body = `${draw.of(['110105', '310104', '440305', '330106', '510107'])}${1950 + draw(55)}${two(1 + draw(12))}${two(1 + draw(28))}${draw.digits(3)}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
    const card = `${body}${'10X98765432'[sum % 11]}`;
    return {
      text: draw.of([
        card,
        card,
        card.toLowerCase(),
        `${card.slice(0, 6)} ${card.slice(6, 14)} ${card.slice(14)}`,
      ]),
    };
  },
  'bank-card'(draw) {
    const body = `${draw.of(['6222', '6217', '6228', '4532', '5412'])}${draw.digits(draw.of([11, 14]))}`;
    const card = `${body}${luhn(body)}`;
    const grouped = card.replace(/(\d{4})(?=\d)/g, '$1 ');
    return { text: draw.of([card, grouped, grouped.replaceAll(' ', '-')]) };
  },
  address(draw, language) {
    if (language === 'en') {
      const number = 1 + draw(999);
      const street = draw.of([
        'Baker Street',
        'Oak Avenue',
        'Elm St',
        'King George Road',
        'Sunset Blvd',
        'Willow Lane',
        'Park Drive',
        'Orchard Road',
        'Nanjing West Road',
      ]);
      const flat = draw.of(['', ', Apt 5', `, Flat ${1 + draw(40)}`, ', Unit 12B', ' #07-21']);
      const town = draw.of(['', ', London', ', Singapore 238801', ', Austin, TX 78701', ', Shanghai']);
      return { text: `${number} ${street}${flat}${town}`, secret: `${number} ${street}` };
    }
    const place = draw.of([
      '浙江省杭州市西湖区',
      '上海市浦东新区',
      '北京市朝阳区',
      '广东省深圳市南山区',
      '四川省成都市武侯区',
      '江苏省苏州市吴中区',
      '杭州市余杭区',
      '',
    ]);
    const street = draw.of([
      '文三路',
      '世纪大道',
      '建国路',
      '科技园南路',
      '天府大道北段',
      '人民东路',
      '中山北街',
      '青年巷',
    ]);
    const number = `${1 + draw(900)}号`;
    const more = draw.of([
      '',
      `${1 + draw(20)}栋${1 + draw(30)}0${1 + draw(9)}室`,
      `${1 + draw(9)}单元${draw.digits(3)}`,
      '阳光小区5幢',
    ]);
    return { text: `${place}${street}${number}${more}`, secret: `${street}${number}` };
  },
  email(draw) {
    const name = `${draw.of(['li.lei', 'amy', 'wang_fang', 'j.smith', 'xiaoming', 'Tom-K', 'zhou'])}${draw.of(['', '88', '1990', '+shop'])}`;
    return {
      text: `${name}@${draw.of(['qq.com', '163.com', 'gmail.com', 'example.co.uk', 'mail.example.com'])}`,
    };
  },
};

const frames: Record<'zh' | 'en', Record<PersonalKind, readonly string[]>> = {
  zh: {
    phone: [
      '我手机号{}',
      '打我电话{}谢谢',
      '电话：{}',
      '{}这个号联系我',
      '加我微信{}',
      '收件人李雷 {}',
      '联系方式是{}，快点',
    ],
    'id-card': ['身份证{}', '我的身份证号码是{}', '实名认证用{}可以吗', '{} 这是我身份证'],
    'bank-card': ['退到这张卡{}', '银行卡号{}', '卡号：{} 工商银行', '钱打到{}就行'],
    address: ['寄到{}', '地址改成{}', '我住{}', '收货地址：{}', '送到{}，别放驿站', '新地址是{}哦'],
    email: ['邮箱{}', '发票发到{}', '我的邮箱是{}，谢谢', '{}收'],
  },
  en: {
    phone: [
      'call me at {}',
      'my phone is {}',
      'phone: {}',
      'my number is {} thanks',
      'text {} please',
      'reach me on {}.',
    ],
    'id-card': ['my ID is {}', 'id card {}', 'passport? no, id {}'],
    'bank-card': ['refund to card {}', 'card number {}', 'my card is {} visa', 'please use {}'],
    address: ['send it to {}', 'my address is {}', 'change it to {}', 'deliver to {} please', 'I live at {}'],
    email: ['my email is {}', 'send the invoice to {}', 'mail me: {}', '{} is mine'],
  },
};

function framed(
  draw: Draw,
  language: 'zh' | 'en',
  { kind, piece }: { kind: PersonalKind; piece: string },
): string {
  return draw.of(frames[language][kind]).replace('{}', () => piece);
}

/** What looks a little like something personal and is not: orders, parcels, sums, sizes, days, goods. */
const harmless: Record<'zh' | 'en', (draw: Draw) => string> = {
  zh: (draw) =>
    draw.of([
      `订单号SY2611${draw.digits(8)}到哪了`,
      `快递单号QN${draw.digits(12)}不动了`,
      `一共付了¥${draw.digits(3)}.50`,
      `我${160 + draw(30)}身高${50 + draw(40)}公斤穿什么码`,
      `${1 + draw(12)}月${1 + draw(28)}号能到吗`,
      `要${36 + draw(9)}码的 黑色`,
      `等了${2 + draw(12)}天了还没发货`,
      `预算${1 + draw(9)}00以内`,
      `满${draw.digits(2)}9减${1 + draw(9)}0怎么用`,
      `我住的地方快递不送，放驿站也行`,
      `运单${draw.digits(13)}查一下`,
      `你们在杭州哪里有店`,
      `货号SY-BG-50${draw(9)}有货吗`,
      `上海市区今天能到不`,
      `寄到北京要几天`,
      `优惠码${draw.of(['NEW', 'VIP', 'DEC'])}${draw.digits(4)}不能用`,
      `我买了${2 + draw(8)}件，第${1 + draw(3)}件坏了`,
      `邮箱收不到发票`,
      `换个地址行吗`,
      `电话打不通，没人接`,
    ]),
  en: (draw) =>
    draw.of([
      `where is order SY2611${draw.digits(8)}`,
      `tracking QN${draw.digits(12)} has not moved`,
      `I paid $${draw.digits(2)}.99`,
      `I'm ${160 + draw(30)} cm and ${50 + draw(40)} kg`,
      `will it arrive by ${draw.of(['Friday', 'Monday', '12/03', 'Dec 3'])}`,
      `size ${36 + draw(9)} in black please`,
      `waiting for ${2 + draw(12)} days now`,
      `anything under ${1 + draw(9)}00?`,
      `order #${draw.digits(6)} is missing an item`,
      `the ${20 + draw(30)} litre pack`,
      `can I change my address`,
      `my phone number changed, how do I update it`,
      `do you ship to Singapore`,
      `item SY-BG-50${draw(9)} in stock?`,
      `coupon ${draw.of(['NEW', 'VIP'])}${draw.digits(4)} does not work`,
      `I bought ${2 + draw(8)} pairs on ${draw.of(['Monday', 'Nov 11'])}`,
      `which street is your store on`,
      `the email never came`,
      `waybill ${draw.digits(13)} please`,
      `is 1,${draw.digits(3)}.00 the final price`,
    ]),
};

/** What a message in which everything personal was replaced still gives away: a secret in whole, or most of its digits in a row. */
function leaks(redacted: string, secret: string): boolean {
  if (redacted.includes(secret)) return true;
  const digits = plainDigits(secret);
  const left = plainDigits(redacted);
  if (digits.length < 7) return false;
  return Array.from({ length: digits.length - 6 }, (_, at) => digits.slice(at, at + 7)).some((run) =>
    left.includes(run),
  );
}

/** Finds and leaves: the share of personal messages of which nothing is left, and of harmless ones that were touched, in per cent. */
export function measureRedaction(
  messages: readonly PersonalMessage[],
  redact: (text: string) => string,
): { recall: number; falsePositives: number; missed: string[]; touched: string[] } {
  const personal = messages.filter(({ secrets }) => secrets.length > 0);
  const others = messages.filter(({ secrets }) => secrets.length === 0);
  const missed = personal.filter(({ text, secrets }) =>
    secrets.some((secret) => leaks(redact(text), secret)),
  );
  const touched = others.filter(({ text }) => redact(text) !== text);
  return {
    recall: 100 * (1 - missed.length / personal.length),
    falsePositives: (100 * touched.length) / others.length,
    missed: missed.map(({ text }) => text),
    touched: touched.map(({ text }) => text),
  };
}

function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

function wide(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function luhn(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
