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

/** What kinds of things are called when customers speak loosely, by words that stand in titles and descriptions of the shop. */
export const kindWords: readonly (readonly [RegExp, string])[] = [
  [
    /外套|上衣外面|夹克|羽绒服|冲锋衣|jacket|coat|outerwear/i,
    '外套 羽绒 冲锋衣 夹克 大衣 jacket coat shell parka outerwear',
  ],
  [/裤|trousers|pants|skirt/i, '裤 trousers'],
  [/鞋|靴|shoes?|boots?|sneakers?|sandals?|footwear/i, '鞋 靴 shoes boots footwear'],
  [/背包|包包|双肩|包袋|挎包|backpack|rucksack|\bbags?\b|tote|duffel/i, '包 背包 daypack pack bag'],
  [/帽子|hat|cap/i, '帽 hat beanie'],
  [/杯子|水杯|cup|mug|bottle/i, '杯 mug bottle'],
  [/毛衣|sweater|jumper/i, '毛衣 sweater'],
  [/雨衣|raincoat|rain jacket/i, '冲锋衣 防雨 rain shell'],
  [/被子|毯子|blanket/i, '毯 blanket'],
  [/上衣|衬衫|T ?恤|卫衣|shirt|\btops?\b|hoodie|\btee\b/i, '衫 卫衣 T 恤 shirt tee hoodie'],
  [/帐篷|睡袋|露营|tent|sleeping bag|camping/i, '帐篷 睡袋 露营 tent sleeping bag camp'],
  [/家居|台灯|抱枕|毛巾|茶具|\bhome\b|lamp|cushion|towels?/i, '抱枕 台灯 毛巾 茶具 cushion lamp towels tea'],
  [
    /配件|围巾|手套|腰带|袜|雨伞|accessor|scarf|gloves?|belt|socks?|umbrella/i,
    '围巾 手套 皮带 袜 伞 scarf gloves belt socks umbrella',
  ],
];

/** Whether a text names a kind of thing. */
export function speaksOfKind(text: string): boolean {
  return kindWords.some(([pattern]) => pattern.test(text));
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
