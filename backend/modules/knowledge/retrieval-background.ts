/**
 * How common terms are in sentences about anything, in a thousand of them: a shop of twenty articles cannot know from its own texts that “how” and
 * “can I” say nothing of what a question is about. Counted over general questions, requests and posts by
 * `npm run -s models -- search-background`.
 */
const permille = `
  么423 的349 什251 什么249 是217 我167 怎150 怎么148 在146 一144 有131 个129 不128 了122 人119 你113 这113 他101 吗101 好92 说81 上69
  哪68 里67 子66 是什66 那60 们59 可59 来54 到52 看50 道50 为48 去47 一个46 着46 要44 以43 她42 能42 下41 呢41 地41 您40 意40 手40 样40 没40
  过39 天38 生38 女37 和36 大36 就36 机36 会35 小35 用35 有什34 还33 可以31 得31 思31 想31 也30 问30 为什29 时29 谁29 意思28 最28 没有28 都28
  知27 中26 电26 事25 儿25 出25 啊25 这个25 么意24 发24 对24 现24 自24 动23 多23 尔23 开23 很23 手机23 把23 知道23 起23 几22 哪里22 家22 我的22
  男22 话22 些21 头21 孩21 斯21 色21 车21 面21 他们20 叫20 吃20 国20 行20 名19 哪个19 回19 正19 玩19 给19 个人18 么样18 信18 做18 情18 方18
  现在18 网18 西18 走18 两17 作17 后17 吧17 夫17 年17 我们17 打17 明17 法17 的人17 东16 只16 听16 心16 成16 点16 站16 老16 请16 不是15 前15
  呗15 声15 宝15 果15 爱15 穿15 花15 见15 身15 么好14 于14 从14 他的14 先14 别14 又14 在哪14 好看14 己14 德14 拉14 比14 然14 牌14 物14 经14
  这是14 长14 间14 马14 三13 公13 办13 卡13 喜13 外13 女人13 快13 才13 欢13 游13 特13 真13 种13 自己13 这样13 那么13 件12 但12 位12 候12 先生12
  喜欢12 图12 字12 学12 影12 新12 无12 服12 水12 片12 理12 白12 解12 语12 载12 钱12 下载11 世11 东西11 人在11 克11 关11 分11 友11 如11 定11
  工11 带11 干11 文11 时候11 牌子11 被11 认11 这么11 不能10 两个10 主10 么牌10 之10 买10 亲10 今10 使10 全10 向10 坐10 子的10 孩子10 它10 少10
  尼10 微10 所10 找10 是哪10 是谁10 更10 歌10 正在10 死10 而10 英10 视10 记10 词10 该10 进10 音10 高10 世界9 个女9 么办9 也不9 了一9 你的9 像9 利9
  十9 口9 同9 呀9 品9 在一9 地方9 奇9 安9 度9 当9 戏9 我不9 房9 放9 朋9 朋友9 本9 气9 求9 海9 爵9 电影9 界9 笑9 答9 结9 罗9 美9 花呗9 衣9 让9 通9 那个9
  部9 难9 不知8 义8 了吗8 住8 你们8 再8 写8 句8 叫什8 告8 哪儿8 因8 处8 太8 好玩8 实8 就是8 已8 提8 是不8 最好8 有一8 望8 游戏8 火8 男人8 百8 的是8 相8 眼8
  神8 红8 脑8 证8 费8 起来8 跑8 跟8 边8 近8 送8 金8 门8
  i316 the285 to275 my216 a204 you188 is160 for142 what134 it128 of122 that122 and117 in117 me112 do99 on98
  thi85 can79 how76 hav73 are65 be57 lik57 need56 get53 was50 with50 not47 at46 know46 your45 but44 so44 if43
  just43 pleas42 card39 from38 i'm38 tel38 when34 would33 they32 wil32 about31 he31 ther31 want30 an29 mak29
  out29 thank29 tim29 don't27 good27 one27 up27 her26 lov26 all25 as25 go25 car24 no24 credit23 now23 peopl23
  real23 or22 think22 account21 chang21 look21 tak21 mor20 new20 som20 we20 am19 day19 has19 who19 find18 list18
  should18 any17 many17 say17 see17 she17 them17 thing17 too17 by16 did16 help16 right16 why16 been15 cal15
  cost15 long15 set15 you'r15 check14 com14 got14 him14 his14 let14 nam14 pay14 way14 wher14 year14 bank13
  could13 feel13 going13 had13 last13 lol13 mean13 next13 off13 stil13 wel13 work13 becaus12 giv12 play12
  reservation12 use12 back11 can't11 even11 hop11 much11 oh11 only11 point11 put11 than11 their11 wer11 being10
  didn't10 guy10 i'd10 i'v10 invoic10 sur10 then10 actual9 bad9 befor9 better9 dat9 fuck9 gam9 great9 lif9 mad9
  man9 never9 number9 oil9 order9 phon9 shop9 someon9 someth9 song9 sorry9 start9 talk9 travel9 try9 very9 visa9
  yeah9 also8 best8 current8 flight8 interest8 into8 kind8 meet8 most8 other8 over8 plac8 post8 sam8 show8 stop8
  tir8 today8 yes8
`;

const shares = new Map(
  permille
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [, term = '', count = '0'] = /^(\D+)(\d+)$/.exec(entry) ?? [];
      return [term, Number(count) / 1000] as const;
    }),
);

/** The share of sentences about anything that have the term; 0 for a term that says something. */
export function commonness(term: string): number {
  return shares.get(term) ?? 0;
}
