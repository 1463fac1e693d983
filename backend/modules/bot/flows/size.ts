import type { SizeGuide } from '../../settings/index.ts';
import { answer, ask, type Flow, type Reaction, type Turn } from '../turn.ts';
import { faq } from './faq.ts';

/** A body in centimetres and kilograms, as far as it was told. */
export type Measures = { heightCm: number | null; weightKg: number | null };

/** Which size: from height and weight by the shop's own guide; asks for what is missing, once. */
export const size: Flow = {
  begin: (turn) => advise(turn, { heightCm: null, weightKg: null }, false),
  async resume(turn, state) {
    const said = measuresIn(turn.text);
    if (said.heightCm === null && said.weightKg === null) return null;
    const before = { heightCm: numberOf(state.data['height']), weightKg: numberOf(state.data['weight']) };
    return await advise(turn, before, true);
  },
};

async function advise(turn: Turn, before: Measures, hasAsked: boolean): Promise<Reaction> {
  const guide = await turn.shop.settings.read('size-guide');
  if (guide.length === 0) return await faq.begin(turn);
  const said = measuresIn(turn.text);
  const body = { heightCm: said.heightCm ?? before.heightCm, weightKg: said.weightKg ?? before.weightKg };
  const isEnough = body.heightCm !== null && body.weightKg !== null;
  if (!isEnough && !hasAsked) {
    const data = { height: String(body.heightCm ?? ''), weight: String(body.weightKg ?? '') };
    const text = turn.speaker.say('size.ask');
    return ask(turn, { text, choices: [], flow: { name: 'size', step: 'measures', data } });
  }
  return await tell(turn, guide, body);
}

async function tell(turn: Turn, guide: SizeGuide, body: Measures): Promise<Reaction> {
  const { language, speaker } = turn;
  const found = sizeFor(guide, body);
  const said = bodyInWords(body);
  if (found === null) {
    return { outcome: 'helped', replies: [answer(speaker.say('size.none', { body: said }))], flow: null };
  }
  const product = turn.found?.isCalled ? turn.found.product : turn.lastProduct;
  const fit = product?.attributes.find(({ name }) => /版型|^fit/iu.test(name[language]));
  const [from, to] = found.heightCm;
  const [least, most] = found.weightKg;
  const values = { body: said, size: found.size, from, to, least, most };
  const other = alsoFits(guide, body, found);
  const also = other ? speaker.say('size.also', { size: other.size, larger: found.size }) : '';
  const about =
    product && fit
      ? speaker.say('size.fit', { title: product.title[language], fit: fit.value[language] })
      : '';
  const parts = [speaker.say('size.here', values), also, about].filter((part) => part !== '');
  return {
    outcome: 'helped',
    replies: [answer(parts.join(language === 'en' ? ' ' : ''))],
    flow: null,
    tried: [{ code: 'tried.size-advised', params: { size: found.size } }],
    ...(product ? { remember: { lastProduct: product.id } } : {}),
  };
}

/** The size whose ranges are nearest; between two the larger. `null` for a body that none fits. */
export function sizeFor(guide: SizeGuide, body: Measures): SizeGuide[number] | null {
  const strain = ({ heightCm, weightKg }: SizeGuide[number]): number =>
    beyond(body.heightCm, heightCm) / 10 + beyond(body.weightKg, weightKg) / 8;
  const ranked = guide.map((size, place) => ({ size, place, strain: strain(size) }));
  const [best] = ranked.toSorted((a, b) => a.strain - b.strain || b.place - a.place);
  return best && best.strain <= 1.5 ? best.size : null;
}

/** The smaller size, where the body lies within both. */
function alsoFits(guide: SizeGuide, body: Measures, found: SizeGuide[number]): SizeGuide[number] | null {
  const fits = ({ heightCm, weightKg }: SizeGuide[number]): boolean =>
    beyond(body.heightCm, heightCm) === 0 && beyond(body.weightKg, weightKg) === 0;
  return fits(found) ? (guide.find((size) => size !== found && fits(size)) ?? null) : null;
}

function beyond(value: number | null, [from, to]: readonly [number, number]): number {
  return value === null ? 0 : Math.max(0, from - value, value - to);
}

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.4536;

/** Height and weight as customers type them: 175 70kg, 一米七五 140斤, 5'9" 155 lbs. */
export function measuresIn(text: string): Measures {
  const plain = text.normalize('NFKC').toLowerCase();
  return { heightCm: heightIn(plain), weightKg: weightIn(plain) };
}

const digits: Readonly<Record<string, number>> = { 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

function heightIn(text: string): number | null {
  const spoken = /[一1]米([五六七八九5-9])([一二三四五六七八九\d])?/u.exec(text);
  if (spoken) {
    const tens = digits[spoken[1] ?? ''] ?? Number(spoken[1]);
    const ones = spoken[2] ? '一二三四五六七八九'.indexOf(spoken[2]) + 1 || Number(spoken[2]) : 0;
    return 100 + tens * 10 + ones;
  }
  const metres = /(?<![\d.])1\.(\d{2})\s*(?:m\b|米)?/u.exec(text);
  if (metres) return 100 + Number(metres[1]);
  const feet = /(?<!\d)([4-6])\s*(?:'|ft|feet|foot)\s*(\d{1,2})?/u.exec(text);
  if (feet) return Math.round((Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * CM_PER_INCH);
  const plain = /(?<![\d.])(1[4-9]\d|20\d)(?!\d|\s*(?:斤|kg|公斤|元|块|lbs?|pounds|升|l\b))/u.exec(text);
  return plain ? Number(plain[1]) : null;
}

function weightIn(text: string): number | null {
  const kilos = /(\d{2,3}(?:\.\d)?)\s*(?:kgs?|kilos?|公斤|千克)/u.exec(text);
  if (kilos) return Number(kilos[1]);
  const half = /(\d{2,3})\s*斤/u.exec(text);
  if (half) return Number(half[1]) / 2;
  const pounds = /(\d{2,3})\s*(?:lbs?|pounds)/u.exec(text);
  if (pounds) return Math.round(Number(pounds[1]) * KG_PER_POUND);
  const bare = /(?:1[4-9]\d|20\d)\s*(?:cm|厘米|公分)?[\s,，/、]*(?:体重)?\s*(\d{2,3})(?!\d|码|升|元)/u.exec(
    text,
  );
  const said = /(?:体重|weigh)\D{0,4}(\d{2,3})/u.exec(text) ?? bare;
  const value = said ? Number(said[1]) : null;
  if (value === null) return null;
  // Nobody of an adult's height weighs 130 kilograms so often as 130 jin.
  return value > 95 ? value / 2 : value;
}

/** Whether a text asks which size somebody should take. */
export function asksForSize(text: string): boolean {
  const asks =
    /(?:穿|买|选|拿|要|传)(?:(?:什么|啥)的?(?:码|号|尺码|尺寸|合适)|(?:多大|几|哪个|多少)的?(?:码|号|尺码|尺寸|合适)|多大(?=的?[\s？?呢啊好。]|$))|(?:什么|几|哪个|多大)(?:码|号|尺码)|[smlx]+还是[smlx]+|(?:能|可以)穿[smlx]+|穿[smlx]+(?:码|号)?(?:行|可以|合适|够)|\b(?:w(?:h)?ich|what) size\b|\bsize (?:should|do|would|to)\b|\b(?:xs|s|m|l|xl) or (?:xs|s|m|l|xl)\b/iu;
  const isOwned = /买的|收到的|\bdid i (?:get|buy|order)\b|\bi (?:got|bought|ordered)\b/iu;
  return (
    asks.test(text) &&
    !isOwned.test(text) &&
    !/鞋|靴|帽|手套|皮带|腰围|脚|包|\b(?:shoe|boot|sneaker|sandal|hat|beanie|glove|belt|waist|bag|backpack|feet|foot)s?\b/iu.test(
      text,
    )
  );
}

function bodyInWords({ heightCm, weightKg }: Measures): string {
  return [heightCm === null ? null : `${heightCm} cm`, weightKg === null ? null : `${weightKg} kg`]
    .filter((part) => part !== null)
    .join(' / ');
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
