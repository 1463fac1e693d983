import { both } from '../bilingual.ts';
import { policies, yuan } from '../policies.ts';
import type { Article } from './article.ts';

const { returns, warranty } = policies;
const [repairFrom, repairTo] = warranty.repairWorkingDays;

/** What is mended, and for how long free of charge. */
export const warrantyArticles: readonly Article[] = [
  {
    id: 'repair-service',
    chapter: 'warranty',
    intent: 'warranty.repair',
    tags: ['repair', 'warranty'],
    title: both('维修服务', 'Repairs'),
    questions: {
      zh: ['能修吗', '帐篷杆断了能配吗', '拉链头掉了可以换吗', '破了个洞能补不', '修要多少钱'],
      en: [
        'can you repair it',
        'my tent pole broke',
        'replace the zip please',
        'do you fix jackets',
        'how much is a repair',
      ],
    },
    answer: both(
      `拉链和缝线 ${warranty.zipAndSeamMonths} 个月、背包帐篷 ${warranty.tentAndPackMonths} 个月内免费修。寄回来 ${repairFrom} 到 ${repairTo} 个工作日寄还；过了保修也修，¥${yuan(warranty.repairFeeFromFen)} 起，先报价再动手。`,
      `Zips and seams are free for ${warranty.zipAndSeamMonths} months, packs and tents for ${warranty.tentAndPackMonths}. Send it in and it is back in ${repairFrom}–${repairTo} working days; after the warranty it costs from ¥${yuan(warranty.repairFeeFromFen)}, quoted first.`,
    ),
  },
  {
    id: 'warranty-terms',
    chapter: 'warranty',
    intent: 'warranty.terms',
    tags: ['warranty'],
    title: both('保修多久', 'How long the warranty is'),
    questions: {
      zh: ['保修多久', '质保期几年', '过了保修怎么办', '灯坏了保不保', '保修卡丢了能修吗'],
      en: [
        'how long is the warranty',
        'is it still under warranty',
        'do you have a guarantee',
        'i lost the warranty card',
        'my lamp stopped working, warranty?',
      ],
    },
    answer: both(
      `拉链缝线 ${warranty.zipAndSeamMonths} 个月，背包和帐篷 ${warranty.tentAndPackMonths} 个月，灯具等电器 ${warranty.electronicsMonths} 个月。凭订单号就行，不需要保修卡；人为划破、烧坏不在内，但可以修。`,
      `Zips and seams ${warranty.zipAndSeamMonths} months, packs and tents ${warranty.tentAndPackMonths}, lamps and other electronics ${warranty.electronicsMonths}. Your order is the proof, no card needed; cuts and burns are not covered but can be repaired.`,
    ),
  },
  {
    id: 'lamp-not-working',
    chapter: 'warranty',
    intent: 'warranty.electronics',
    tags: ['electronics', 'warranty'],
    title: both('灯具不亮', 'A lamp does not work'),
    questions: {
      zh: ['灯不亮了', '营地灯充不进电', '台灯闪', '充电灯一直红', '灯用半年就坏了'],
      en: [
        'the lantern wont charge',
        'desk lamp flickers',
        'light stopped working',
        'charging light stays red',
        'the lamp died after six months',
      ],
    },
    answer: both(
      `先换一根线和充电头试十分钟，营地灯长按 8 秒可以复位。还不行的话 ${warranty.electronicsMonths} 个月内直接换新，${returns.qualityWindowDays} 天内也可以退；不用寄说明书，裸机就行。`,
      `Try another cable and plug for ten minutes; the camp lantern resets with eight seconds on the button. If not, we replace it within ${warranty.electronicsMonths} months and take it back within ${returns.qualityWindowDays} days. Just the lamp, no manual needed.`,
    ),
  },
];
