import { extractEntities } from './entities.ts';

/** The parts of a postal address, as far as a text names them; `null` for each that it does not. */
export type AddressParts = {
  province: string | null;
  city: string | null;
  district: string | null;
  street: string | null;
  number: string | null;
  /** Building, floor, room or flat. */
  unit: string | null;
  name: string | null;
  /** Digits only. */
  phone: string | null;
};

const chinese = {
  province:
    /(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|(?:内蒙古|广西|西藏|宁夏|新疆)(?:\p{Script=Han}{0,4}自治区)?|香港|澳门/u,
  city: /\p{Script=Han}{2,5}?(?:市|自治州)(?!场|区)/u,
  district: /\p{Script=Han}{1,5}?(?:(?<!小|园|社)区|县|旗|镇)/u,
  street: /\p{Script=Han}{1,8}?(?:路|大街|街|大道|巷|弄|胡同)(?:[东南西北中](?:路|段))?/u,
  number: /^[\d０-９一二三四五六七八九十百]{1,5}(?:-\d{1,4})?号(?!楼|院)/u,
} as const;

const chineseUnit =
  /(?:\p{Script=Han}{2,10}(?:小区|花园|公寓|大厦|广场|园|苑))?(?:[A-Za-z\d一二三四五六七八九十]{1,4}(?:栋|幢|号楼|座|单元|层|楼|室)){1,4}(?:[A-Za-z]?\d{3,4}室?)?/u;

const english = {
  street:
    /\b(\d{1,5}[A-Za-z]?)\s+((?:[A-Z0-9][\w'’.-]*\s+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|square|court|way|terrace|crescent|close)\b)\.?/iu,
  unit: /\b(?:apt|apartment|flat|unit|suite|room|floor)\b\.?(?:\s*(?:no\.?|number|#))?\s*(?:to|is|was)?\s*([A-Za-z]?\d{1,4}[A-Za-z]?)\b/iu,
} as const;

const lead =
  /^.*(?:改成|改为|改到|换成|换到|寄到|送到|发到|应该是|地址(?:是|为)[：:]?|地址[：:]|(?:(?<=[\s，,。])|^)是)(?=.{3})/su;

/** Reads the parts of an address out of a text in either language; `null` where it names none of street, district, number and unit. */
export function readAddress(text: string): AddressParts | null {
  const phone = extractEntities(text).find(({ kind }) => kind === 'phone');
  const plain = phone ? text.slice(0, phone.start) + text.slice(phone.end) : text;
  const found = /\p{Script=Han}/u.test(plain) ? inChinese(plain) : inEnglish(plain);
  const { street, district, number, unit } = found;
  if ([street, district, number, unit].every((part) => part === null)) return null;
  return { ...found, phone: phone?.value ?? null };
}

/** What stands from the largest part to the smallest, each looked for behind the one before. */
function inChinese(text: string): Omit<AddressParts, 'phone'> {
  let rest = text.replace(lead, '').trimStart();
  const take = (pattern: RegExp): string | null => {
    const match = pattern.exec(rest);
    if (!match) return null;
    rest = rest.slice(match.index + match[0].length);
    return match[0];
  };
  const name = nameIn(text);
  const province = take(chinese.province);
  const city = take(chinese.city);
  const district = take(chinese.district);
  const street = take(chinese.street);
  const number = street === null ? null : take(chinese.number);
  return { province, city, district, street, number, unit: take(chineseUnit), name };
}

function inEnglish(text: string): Omit<AddressParts, 'phone'> {
  const match = english.street.exec(text);
  const behind = match ? text.slice(match.index + match[0].length) : '';
  const places = behind
    .split(/[,\n]/u)
    .map((place) => place.replace(/\b\d[\w-]*\b/gu, '').trim())
    .filter((place) => /^[A-Z][\w'’ .-]{2,30}$/u.test(place) && !english.unit.test(place));
  return {
    province: places[1] ?? null,
    city: places[0] ?? null,
    district: null,
    street: match?.[2]?.trim() ?? null,
    number: match?.[1] ?? null,
    unit: english.unit.exec(text)?.[1] ?? null,
    name: nameIn(text),
  };
}

function nameIn(text: string): string | null {
  const zh =
    /(?:收件人|收货人|联系人|姓名|名字)(?:是|为|改成|改为|换成|叫|：|:|\s)*(?:我[妈爸哥姐弟妹]|我?(?:老公|老婆|朋友|同事))?[\s，,：:]*(\p{Script=Han}{2,4})(?!\p{Script=Han})/u.exec(
      text,
    );
  const en =
    /\b(?:[Nn]ame|[Rr]ecipient|[Aa]ttn|c\/o)(?: is| should be)?[:\s]+([A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+){1,2})/u.exec(
      text,
    );
  return zh?.[1] ?? en?.[1] ?? null;
}
