import type { ReturnReason } from '../../orders/index.ts';
import type { Turn } from '../turn.ts';

/** What is to happen with a delivered order; `open` while the customer has only said what is wrong. */
export type AfterSales = 'return' | 'exchange' | 'repair' | 'open';

const reasons: readonly (readonly [ReturnReason, RegExp])[] = [
  [
    'wrong-item',
    /发错|寄错|漏发|少发|不是我(?:买|要|拍)的|wrong (?!sizes?\b|address|number|price|order|card|way)[a-z]+|missing|not what i ordered|ordered .{1,24}(?:but|and|,)? ?(?:got|received)/iu,
  ],
  [
    'fault',
    /质量|坏|破|裂|碎|断|开线|开胶|脱胶|脱线|瑕疵|掉色|褪色|缩水|起球|漏|拉链|有洞|线头|不亮|不能用|用不了|打不开|没反应|充不(?:进|上)|不(?:保温|防水|工作)了?|fault|defect|brok|torn|damaged|ripped|hole|seam|zip(?:per)?|peeling|leak|snapped|crack|smashed|shrunk|shrank|faded|bobbl|stitch|undone|stopped working|n['’]?t (?:even )?(?:charge|turn(?:ing)? on|close|work|light|start|open|power|inflate|zip)/iu,
  ],
  [
    'size',
    /尺码|大了|小了|偏大|偏小|太大|太小|太紧|太松|太长|太短|不合身|不合适|穿不(?:下|上|进)|[大小]一?[码号]|(?:wrong |the |different |another |bigger |smaller )size|too (?:big|small|tight|loose|large|long|short)|doesn['’]?t fit|not fit|size (?:is )?(?:wrong|up|down)/iu,
  ],
  [
    'mind',
    /不想要|不喜欢|不需要|不满意|后悔|买多了|买错|颜色|change(?:d)? my mind|do(?:n['’]?t| not) (?:want|like|need)|no longer (?:want|need)|by mistake|colou?r/iu,
  ],
];

/** The reasons in the order in which they are offered. */
export const reasonsOffered: readonly ReturnReason[] = ['size', 'fault', 'wrong-item', 'mind'];

/** Why something is to go back: tapped, or in words. */
export function reasonOf(turn: Turn): ReturnReason | null {
  const tapped = turn.means?.startsWith('reason:') ? turn.means.slice('reason:'.length) : null;
  if (tapped) return tapped as ReturnReason;
  return reasonIn(turn.text);
}

function reasonIn(text: string): ReturnReason | null {
  return reasons.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** So many lines ago somebody may have said what is wrong. */
const LINES_BACK = 3;

/** What was said to be wrong shortly before, in words that can only mean the goods. */
export function reasonSaidBefore({ view, text }: Turn): ReturnReason | null {
  const lines = view.transcript.filter(({ author }) => author === 'customer').slice(-LINES_BACK - 1);
  const said = lines.map((line) => (text.includes(line.text) ? null : reasonIn(line.text)));
  const reason = said.findLast((one) => one !== null) ?? null;
  return reason === 'mind' ? null : reason;
}

/** Whether the size is what is wrong. */
export function saysSize(text: string): boolean {
  return reasonIn(text) === 'size';
}

/** What a text wants done, as far as it says so. */
export function kindSaid({ text, means }: Pick<Turn, 'text' | 'means'>): AfterSales | null {
  if (means?.startsWith('kind:')) return means.slice('kind:'.length) as AfterSales;
  return kindIn(text.replace(unwanted, ' '));
}

/** “I don't want a repair”: what is not wanted is not said. */
const unwanted =
  /(?:不想要?|不要|不用|别|不)(?:再)?(?:维修|修|换货?|退货?)|\b(?:do(?:n['’]?t| not) (?:want|need)|no|not) (?:an? |to )?(?:repair\w*|fix|exchange|replacement|return|refund)\b/giu;

function kindIn(text: string): AfterSales | null {
  if (/修(?!改|身)|\b(?:repair\w*|fix(?:ed)?|mend)\b/iu.test(text)) return 'repair';
  const isExchange =
    /换(?!货运费|成人)|补发|重新发|exchange|swap|another (?:size|colou?r|one)|(?:need|want|prefer|try) (?:it |them )?(?:a|one) size (?:up|down|bigger|smaller|larger)|(?:got|have|ordered|bought)\b.{0,24}\b(?:need|want|should be) (?:an? |the )?(?:x{0,3}[sml]|small|medium|large|size \d+|\d{2})\b|[要想]大一[码号]|[要想]小一[码号]|different (?:size|colou?r)|replacement|(?:a |the )new one/iu.test(
      text,
    );
  const isReturn = /退|refund|\breturn|money back|send (?:it|them) back/iu.test(text);
  if (isReturn) return 'return';
  return isExchange ? 'exchange' : null;
}
