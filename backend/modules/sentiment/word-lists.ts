/** Own lists of words with a mood in shops. They become features; how much each list counts is learned. */
const words = (list: string): string => list.trim().split(/\s+/u).join('|').replaceAll('_', ' ');

const goodEnglish = words(`
  good great excellent amazing awesome wonderful fantastic brilliant lovely perfect superb outstanding beautiful gorgeous stunning nice kind
  helpful friendly polite patient happy pleased glad delighted satisfied grateful thankful impressed thrilled love loved loves loving like_it
  enjoy enjoyed best better_than recommend recommended thanks thank appreciate appreciated cheers quick fast smooth easy comfortable cozy cute
  works_great worth generous thoughtful reliable flawless adorable yay hooray congrats well_done saved_my solved sorted resolved
`);
const badEnglish = words(`
  bad terrible awful horrible poor poorly worst worse disappointing disappointed disappointment unacceptable ridiculous pathetic useless
  unhappy dissatisfied frustrated frustrating annoyed annoying angry mad furious upset rude unprofessional incompetent careless dishonest
  misleading overpriced flimsy cheaply fake defective shoddy nasty disgusting gross joke waste wasted regret hate hated sucks sucked lame
  embarrassing shameful shocking nightmare mess chaos horrific dreadful inexcusable unbelievable outrageous insulting ignored cheated
  scam scammed rip-off ripped_off lies lied lying liar stole stolen fraud never_again avoid sick_of tired_of fed_up fail failed failing fails
  failure screwed ruined
`);
const faultEnglish = words(`
  broken broke damaged cracked smashed shattered torn scratched dented leaking leaks faulty missing lost wrong late delayed delay delays
  cancelled canceled stuck stranded dead expired empty incomplete overcharged double_charged declined crashed hold on_hold waiting waited
  unanswered no_response no_reply no_answer no_one nobody not_working doesn't_work does_not_work stopped_working not_received never_arrived
  never_received never_came never_got still_no still_not still_waiting still_haven't still_hasn't problem problems issue issues error trouble
`);
const goodChinese = words(`
  喜欢 满意 不错 很好 好看 好用 漂亮 舒服 舒适 实惠 划算 超值 完美 精致 给力 贴心 耐心 细心 热情 专业 靠谱 放心 开心 高兴 惊喜 感动 推荐 点赞 好评
  赞 棒 爱了 回购 神速 秒到 挺好 很快 真快 超快 值得 正品 物美价廉 优秀 满分 五星 良心 感谢 谢谢 辛苦
`);
const badChinese = words(`
  失望 垃圾 差劲 太差 很差 极差 差评 恶心 生气 气愤 愤怒 无语 坑 骗 假货 忽悠 糊弄 敷衍 欺骗 欺负 过分 离谱 恶劣 不满 后悔 上当 闹心 郁闷 寒心 心寒 烦
  烂 劣质 粗糙 山寨 黑心 不靠谱 不负责 不像话 不要脸 态度差 推卸 推脱 扯皮 拖拉 虚假 浪费 讨厌 难吃 难用 难看 难闻 糟糕 火大 崩溃 受不了 不值 差远了
`);
const faultChinese = words(`
  坏了 坏的 破了 破的 碎了 碎的 裂 断了 开胶 脱胶 掉色 褪色 起球 漏水 漏液 漏发 少发 错发 发错 少了 缺 丢件 丢了 没收到 没到 没发 没人 没回 没退 不到账 不回
  不理 不发货 不动 没动静 没反应 异味 臭 污渍 划痕 瑕疵 变形 失灵 卡顿 充不进 打不开 用不了 不亮 不转 拖了 迟到 延误 太慢 很慢 好慢 降价 涨价 没更新
`);

/** The lists as patterns, named as the features they become. */
export const wordLists: readonly (readonly [string, RegExp])[] = [
  ['good', new RegExp(`\\b(?:${goodEnglish})\\b|(?<!不|没|没有)(?:${goodChinese})`, 'giu')],
  ['bad', new RegExp(`\\b(?:${badEnglish})\\b|(?<!不|没|没有|不会)(?:${badChinese})`, 'giu')],
  ['fault', new RegExp(`\\b(?:${faultEnglish})\\b|(?:${faultChinese})`, 'giu')],
  [
    'not-good',
    new RegExp(
      `\\b(?:not|never|no|isn't|wasn't|don't|doesn't|didn't|hardly)\\s+(?:\\w+\\s+){0,2}(?:${goodEnglish})\\b|(?:不|没|没有|不太|不怎么|一点都不|算不上)(?:${goodChinese})`,
      'giu',
    ),
  ],
];
