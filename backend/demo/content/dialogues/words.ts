import type { Drawing } from '../catalogue/product.ts';

/** How people call a thing when they don't read its title aloud. */
export interface Words {
  /** Chinese measure word. */
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
  readonly isPlural: boolean;
}

/** Everyday words for what the shop sells. */
export const words: Readonly<Record<Drawing, Words>> = {
  'down-jacket': one('件', '羽绒服', 'jacket'),
  vest: one('件', '抓绒背心', 'vest'),
  shell: one('件', '冲锋衣', 'shell jacket'),
  windbreaker: one('件', '防风外套', 'windbreaker'),
  coat: one('件', '大衣', 'coat'),
  'work-jacket': one('件', '工装夹克', 'work jacket'),
  'quilted-jacket': one('件', '绗缝外套', 'quilted jacket'),
  parka: one('件', '长羽绒服', 'parka'),
  'base-layer': one('件', '打底衫', 'merino top'),
  'half-zip': one('件', '抓绒衫', 'fleece'),
  tee: one('件', 'T恤', 't-shirt'),
  'check-shirt': one('件', '格子衬衫', 'flannel shirt'),
  'linen-shirt': one('件', '亚麻衬衫', 'linen shirt'),
  sweater: one('件', '毛衣', 'sweater'),
  hoodie: one('件', '卫衣', 'hoodie'),
  trousers: many('条', '裤子', 'trousers'),
  'straight-trousers': many('条', '帆布裤', 'canvas trousers'),
  leggings: many('条', '打底裤', 'leggings'),
  'wide-trousers': many('条', '阔腿裤', 'linen trousers'),
  shorts: many('条', '短裤', 'shorts'),
  skirt: one('条', '裙子', 'skirt'),
  'trail-shoe': many('双', '跑鞋', 'trail shoes'),
  'hiking-boot': many('双', '徒步靴', 'boots'),
  slipper: many('双', '拖鞋', 'slippers'),
  sneaker: many('双', '帆布鞋', 'sneakers'),
  'chelsea-boot': many('双', '短靴', 'chelsea boots'),
  sandal: many('双', '凉鞋', 'sandals'),
  daypack: one('个', '背包', 'backpack'),
  'trek-pack': one('个', '大背包', 'trek pack'),
  tote: one('个', '帆布包', 'tote'),
  sling: one('个', '小挎包', 'sling bag'),
  duffel: one('个', '旅行袋', 'duffel'),
  cubes: many('套', '收纳袋', 'packing cubes'),
  beanie: one('顶', '毛线帽', 'beanie'),
  'bucket-hat': one('顶', '渔夫帽', 'hat'),
  socks: many('双', '袜子', 'socks'),
  scarf: one('条', '围巾', 'scarf'),
  gloves: many('双', '手套', 'gloves'),
  belt: one('条', '皮带', 'belt'),
  umbrella: one('把', '伞', 'umbrella'),
  tent: one('顶', '帐篷', 'tent'),
  'sleeping-bag': one('个', '睡袋', 'sleeping bag'),
  chair: one('把', '折叠椅', 'folding chair'),
  table: one('张', '蛋卷桌', 'camp table'),
  lantern: one('盏', '营地灯', 'lantern'),
  'sleeping-pad': one('张', '睡垫', 'sleeping pad'),
  'foam-mat': one('张', '蛋巢垫', 'foam mat'),
  quilt: one('条', '营地被', 'quilt'),
  tarp: one('顶', '天幕', 'tarp'),
  kettle: one('把', '水壶', 'kettle'),
  'enamel-mug': one('个', '搪瓷杯', 'enamel mug'),
  'ceramic-mug': one('个', '陶杯', 'mug'),
  thermos: one('个', '保温杯', 'bottle'),
  blanket: one('条', '毛毯', 'blanket'),
  cushion: one('个', '抱枕', 'cushion'),
  'desk-lamp': one('盏', '台灯', 'lamp'),
  'tea-set': one('套', '茶具', 'tea set'),
  towels: many('套', '毛巾', 'towels'),
};

function one(unit: string, zh: string, en: string): Words {
  return { unit, zh, en, isPlural: false };
}

function many(unit: string, zh: string, en: string): Words {
  return { unit, zh, en, isPlural: true };
}
