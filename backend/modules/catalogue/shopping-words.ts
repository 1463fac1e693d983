import type { Localized } from '#shared/domain/language';

/**
 * How customers say what a thing is for or like, by the tag that products carry. Chinese first; a tag that is missing here is still found
 * by its own English word.
 */
export const tagWords: Readonly<Record<string, readonly string[]>> = {
  hiking: ['徒步', '登山', '爬山', '远足', 'hike', 'hiking', 'mountain', 'hill walking'],
  trekking: ['重装', '长线', 'trek', 'multi-day'],
  running: ['跑步', '越野跑', '跑鞋', 'run', 'running', 'jogging'],
  cycling: ['骑行', '骑车', '自行车', 'bike', 'cycling'],
  camping: ['露营', '野营', '营地', '搭帐篷', 'camp', 'camping'],
  travel: ['旅行', '旅游', '出差', '行李', 'travel', 'trip', 'holiday', 'luggage'],
  commute: ['通勤', '上班', '地铁', 'commute', 'work days'],
  office: ['办公室', '正式一点', 'office', 'smart'],
  laptop: ['电脑', '笔记本', 'laptop', 'computer'],
  gift: [
    '送人',
    '送礼',
    '礼物',
    '生日',
    '送爸',
    '送妈',
    '送女朋友',
    '送男朋友',
    'gift',
    'present',
    'birthday',
  ],
  warm: ['保暖', '暖和', '御寒', '怕冷', '很冷', 'warm', 'cold weather', 'cosy', 'cozy'],
  winter: ['冬天', '冬季', '过冬', '下雪', 'winter', 'snow'],
  summer: ['夏天', '夏季', '天热', 'summer', 'hot weather'],
  waterproof: ['防水', '防雨', 'waterproof', 'water-resistant'],
  rain: ['下雨', '雨天', '雨季', '梅雨', 'rain', 'rainy', 'wet weather'],
  windproof: ['防风', '大风', 'windproof', 'wind'],
  sun: ['防晒', '太阳', '遮阳', 'sun', 'uv'],
  light: ['轻便', '轻量', '不重', '轻一点', 'lightweight', 'light'],
  packable: ['收纳', '折叠', '好收', 'packable', 'foldable'],
  'quick-dry': ['速干', '快干', '出汗', 'quick-dry', 'sweat'],
  breathable: ['透气', '不闷', 'breathable'],
  casual: ['日常', '休闲', '百搭', 'casual', 'everyday'],
  elegant: ['优雅', '显气质', '约会', 'elegant', 'dressy'],
  wool: ['羊毛', 'wool'],
  merino: ['美利奴', 'merino'],
  cashmere: ['羊绒', 'cashmere'],
  down: ['羽绒', 'down'],
  fleece: ['抓绒', '摇粒绒', 'fleece'],
  cotton: ['纯棉', '棉的', 'cotton'],
  linen: ['亚麻', 'linen'],
  leather: ['皮的', '真皮', 'leather'],
  tea: ['喝茶', '茶具', 'tea'],
  kitchen: ['厨房', '做饭', 'kitchen', 'cooking'],
  home: ['家居', '家里', '客厅', '卧室', 'home', 'living room', 'bedroom'],
};

/** Kinds of things: how customers ask for one loosely, and what its title says where it is one. */
const kinds: readonly { asked: RegExp; title: RegExp }[] = [
  {
    asked: /外套|夹克|羽绒服|冲锋衣|大衣|jacket|\bcoats?\b|outerwear|parka/i,
    title: /外套|夹克|羽绒服|冲锋衣|大衣|背心|派克|jacket|shell|coat|parka|windbreaker|vest|liner/i,
  },
  {
    asked: /裤|半身裙|trousers|pants|skirt|leggings|shorts/i,
    title: /裤|裙|trousers|skirt|leggings|shorts/i,
  },
  {
    asked: /鞋|靴|shoes?\b|boots?\b|sneakers?|sandals?|footwear|slippers?/i,
    title: /鞋|靴|shoes|boots|sneakers|sandals|slippers/i,
  },
  {
    asked:
      /背包|包包|双肩|包袋|挎包|旅行袋|(?:买|要|看|选|挑|推荐)一?[个款只]?包(?!装|邮|裹)|的包(?!装|邮|裹)|backpack|rucksack|(?<!sleeping )\bbags?\b|tote|duffel/i,
    title: /包$|包 |背包|挎包|旅行袋|托特|收纳袋|pack|tote|sling|duffel|cubes/i,
  },
  { asked: /帽|\bhats?\b|\bcaps?\b|beanie/i, title: /帽|beanie|hat/i },
  { asked: /杯|保温壶|\bcups?\b|mug|bottle/i, title: /杯|mug|bottle/i },
  {
    asked: /上衣|衬衫|T ?恤|卫衣|毛衣|shirt|\btops?\b|hoodie|\btee\b|sweater|jumper/i,
    title: /衫|T 恤|卫衣|毛衣|shirt|tee|hoodie|sweater|fleece|base layer/i,
  },
  { asked: /帐篷|tents?\b/i, title: /帐篷|tent/i },
  { asked: /睡袋|睡垫|sleeping (?:bag|pad)/i, title: /睡袋|睡垫|sleeping/i },
  { asked: /毯|被子|blanket/i, title: /毯|blanket/i },
  { asked: /围巾|scarf/i, title: /围巾|scarf/i },
  { asked: /手套|gloves?\b/i, title: /手套|gloves/i },
  { asked: /袜|socks?\b/i, title: /袜|socks/i },
  { asked: /皮带|腰带|\bbelts?\b/i, title: /皮带|belt/i },
  { asked: /雨伞|伞|umbrella/i, title: /伞|umbrella/i },
  { asked: /灯|lamp|lantern/i, title: /灯|lamp|lantern/i },
  { asked: /茶具|tea set/i, title: /茶具|tea set/i },
];

/** For a text that names kinds of things: tells whether a title is of one of them. `null` where it names none. */
export function kindSpokenOf(text: string): ((title: Localized) => boolean) | null {
  const asked = kinds.filter((kind) => kind.asked.test(text));
  if (asked.length === 0) return null;
  return ({ zh, en }) => asked.some((kind) => kind.title.test(zh) || kind.title.test(en));
}

/** A text without the kinds of things that it names: what is asked of them. */
export function withoutKinds(text: string): string {
  return kinds.reduce((rest, { asked }) => rest.replace(new RegExp(asked, `g${asked.flags}`), ' '), text);
}

/** Whether a text names a kind of thing. */
export function speaksOfKind(text: string): boolean {
  return kindSpokenOf(text) !== null;
}

/** The tags that a text speaks of, in the order of the table. */
export function tagsSpokenOf(text: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(tagWords)
    .filter(([, words]) => words.some((word) => saysWord(lower, word)))
    .map(([tag]) => tag);
}

/** A Chinese word anywhere, an English one only as a whole word. */
function saysWord(lower: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return lower.includes(word);
  return new RegExp(`\\b${word.replaceAll('-', '[- ]')}s?\\b`).test(lower);
}
