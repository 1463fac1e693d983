import { both } from '../bilingual.ts';

/** The shop's colour ways. The pictures know the tones of each (`backend/demo/pictures/palette.ts`). */
export const colours = {
  ink: both('墨黑', 'Ink black'),
  oat: both('燕麦米', 'Oat'),
  moss: both('苔绿', 'Moss green'),
  slate: both('岩灰', 'Slate grey'),
  lake: both('湖蓝', 'Lake blue'),
  rust: both('铁锈红', 'Rust red'),
  mustard: both('芥末黄', 'Mustard'),
  clay: both('陶土棕', 'Clay brown'),
  snow: both('雪白', 'Snow white'),
  navy: both('夜海蓝', 'Night navy'),
  plum: both('梅子紫', 'Plum'),
  sage: both('鼠尾草绿', 'Sage'),
  coral: both('珊瑚粉', 'Coral pink'),
  natural: both('原色', 'Natural'),
} as const;

/** The id of a colour way. */
export type ColourId = keyof typeof colours;
