import type { FlowName } from './turn.ts';

/**
 * Words that give a wish away where the model sees none: people complain in more ways than it was trained on. Asked only after the model and
 * the knowledge base; the first that fits.
 */
const words: readonly (readonly [FlowName, RegExp])[] = [
  [
    'cancel',
    /取消.{0,4}(?:订单|这单)|(?:^|不想要了|不要了).{0,4}取消|取消(?:吧|掉|了吧)|\b(?:cancel (?:my|the|this|that)? ?order|(?:like|want|need) to cancel|cancel (?:it|that|please|pls|everything)|(?:please|pls) cancel|(?:stop|halt|call off) (?:my|the|this|that) (?:order|shipment)|(?:take|call) back my order)\b/iu,
  ],
  ['refund', /退款|退的钱|钱.{0,6}(?:退|到账)|\b(?:refunds?|refunded|my money back|giving it back)\b/iu],
  [
    'order-status',
    /催.{0,4}(?:发货|物流|快递|一下)|(?:还|一直)没.{0,2}(?:发|到|收到)|没收到|到哪(?:儿|里)?了|没挪窝|分拨中心|中转站|(?:包裹|快递).{0,8}(?:卡|停|丢|没动)|(?:卡|停)在.{0,4}(?:路上|半路)|\b(?:where(?:'s| is) my|(?:has|have)n['’]?t (?:arrived|shipped|moved|received|got)|not (?:arrived|delivered|received)|never (?:came|arrived)|when (?:will|does|is) my .{1,40}(?:ship|arrive|come|leave)|last scan|my (?:parcel|package)|did you lose|tracking|sorting (?:hub|cent(?:er|re)))\b/iu,
  ],
  [
    'complaint',
    /不满意|很失望|太失望|投诉|差评|什么态度|态度(?:很|太)?(?:差|恶劣|不好)|\b(?:(?:not|n['’]t) (?:really |very |at all )?(?:happy|satisfied|pleased|impressed)|unhappy|disappoint\w*|complain\w*|terrible (?:service|experience)|bad experience|let down)\b/iu,
  ],
  [
    'return',
    /(?:我要|我想|想要?|给我|帮我|直接)退(?:了|货|掉|吧|$)|坏了|就坏|崩开|开线|开胶|脱胶|裂开|掉色|破了?(?:个)?洞|起球|\b(?:broken|broke|no longer (?:zips|works)|fell apart|came off|torn|ripped|doesn['’]?t (?:quite )?fit)\b/iu,
  ],
];

/** “Your colleague was so rude yesterday”: about somebody of the shop, not about its goods. */
export function complainsOfStaff(text: string): boolean {
  return /(?:客服|店员|小二|你们(?:的)?(?:人|员工)|接待我?的).{0,10}(?:太?冲|凶|阴阳怪气|不耐烦|没礼貌|不理人|骂|怼|敷衍|态度|甩脸)|爱买不买|\b(?:rude|snapped at me|hung up on me|condescending|talked down to me)\b/iu.test(
    text,
  );
}

/** The flow that the words point to, or `null`. */
export function flowByWords(text: string): FlowName | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** “How long do you usually take?”: about the shop, not about an order of one's own. */
export function asksInGeneral(text: string): boolean {
  return (
    /一般|通常|平时|正常(?:情况)?|大概都|(?:你们|你家|贵店).{0,8}(?:几天|多久|什么时候|怎么|吗|多少)|\b(?:usually|normally|generally|typically|in general|on average)\b|\bdo you (?:guys )?(?:ship|offer|have|charge|take|accept)\b/iu.test(
      text,
    ) && !/我(?:的|那|这)|\bmy\b/iu.test(text)
  );
}

/** An order placed wrongly by the customer, to be changed rather than cancelled: “ordered the wrong colour, can I change it?” */
export function wantsOrderChanged(text: string): boolean {
  const isOwnMistake =
    /[拍下选买填点]错|没选对|\b(?:ordered|chose|picked|selected|bought)\b.{0,20}\bwrong\b|\bby mistake\b|\bwrong (?:size|colou?r)\b.{0,20}\border/iu;
  const wantsChange = /改|换成|换个|换一|修改|\b(?:change|switch|make it|swap)\b/iu;
  return (
    isOwnMistake.test(text) &&
    wantsChange.test(text) &&
    !/取消|退|地址|\b(?:cancel|return|address)\b/iu.test(text)
  );
}

/** “Sent it back a week ago, where is my money?” */
export function asksForMoneyBack(text: string): boolean {
  return /(?:没|未)收到我?的?退货|退货.{0,6}(?:到哪|进度|进展|怎么样了|哪一?步|处理)|(?:寄回|退回|退货|退了|退的|寄出去).{0,16}(?:收到(?:没|了?吗|了没)|签收(?:没|了?吗)|到(?:了)?没|钱呢|款呢|钱(?:还|怎么|什么时候|咋)|没(?:退|到账|收到钱)|退款呢)|(?:退款|退的钱|货款).{0,8}(?:还没|没到|没见|到哪|呢[?？!！]*$|催)|(?:还没|没)(?:给我)?(?:退(?:款|钱)|到账)|\b(?:sent|posted|returned|gave|shipped)\b.{0,24}\b(?:back|ago|weeks?)\b.{0,40}\b(?:refund|money)\b|\b(?:sent|posted|returned|gave|shipped)\b.{0,40}\b(?:back|ago)\b.{0,30}\b(?:nothing|not a (?:cent|penny)|no money)\b|\b(?:got|received|have|arrived)\b.{0,12}\bmy return\b|\bmy return\b.{0,40}\b(?:arrived?|reach(?:ed)?|received|turn(?:ed)? up|g[eo]t there|with you)\b|\bwhere(?:['’]?s| is) my (?:refund|money)\b|\b(?:no|still waiting for (?:my|the)|never got (?:my|the|a)) refund\b/iu.test(
    text,
  );
}

/** “You refunded 10 less than I paid”: the money came, but not all of it. */
export function saysRefundShort(text: string): boolean {
  const isOfRefund =
    /退款|退(?:了|给|回|的|我)|返还|\b(?:refund\w*|money back|(?:paid|got|gave|received?|sent) (?:me |it )?back)\b/iu;
  const isShort =
    /少(?:退|给|了|\s?[\d一二三四五六七八九十几])|退少|[只才](?:退|给|收到)|没退(?:全|完|够|齐)|不(?:够|足|齐)|(?:金额|钱|数).{0,4}(?:不对|不符|对不上)|差(?:了)?\s?\d|扣(?:了|掉|我|钱)|\b(?:less than|short(?:er)?|shortfall|only (?:get|got|give|gave|received?|refund(?:ed)?|part|half|\W?\d)|not (?:the |in |a )*full|(?:isn|wasn|n)['’]?t (?:the )?full|wrong amount|deducted|partial(?:ly)?|missing|took .{1,12} off|kept|withheld|doesn['’]?t (?:match|add up))\b/iu;
  const isAsked = /\b(?:can|could|how|do) (?:i|you)\b.{0,20}\bpartial|能不能|可以.{0,6}吗/iu;
  return isOfRefund.test(text) && isShort.test(text) && !isAsked.test(text);
}

/** “Will it be here by Friday?”, of an order already placed, spoken of before or named now. */
export function asksWhetherInTime(text: string, isSpokenOf: boolean): boolean {
  const isOwn =
    /下的?单|我的?(?:订单|快递|包裹|货)|拍的|买的|来得及|赶得上|\b(?:my|it|this|they|order|parcel|package)\b/iu;
  const isInTime =
    /赶得上|赶不赶得上|[到送收]得[了到]|来得及(?:收|到|送)|(?:前|之前)(?:能|会|可以)?(?:收到|送到|到)|\b(?:make it|arrive|get here|get to|be here|come|reach|delivered)\b.{0,24}\b(?:by|before|in time|on time)\b/iu;
  return (
    (isSpokenOf || isOwn.test(text)) &&
    isInTime.test(text) &&
    !/现在(?:买|下单|拍)|\bif i (?:order|buy)\b|\border(?:ed)? (?:now|today)\b/iu.test(text)
  );
}

/** “Typo in my address, should be …”: where an order goes is to be changed. */
export function wantsAddressChanged(text: string): boolean {
  const isOfAddress =
    /地址|收货人|收件人|门牌|房号|单元号|邮编|(?:收货|收件|订单).{0,4}(?:电话|手机)|\b(?:address|(?:phone|mobile)(?: number)? (?:on|for|of) (?:the|my|this|that) (?:order|parcel|delivery)|(?:flat|apartment|apt|unit|house|door|street) (?:number|no|name)|post ?code|zip ?code|deliver(?:ed)? (?:it )?to|ship(?:ped)? (?:it )?to|send it to|where (?:my|the|this) (?:order|parcel|package) (?:goes|is going|gets sent|is sent))\b/iu;
  const wantsChange =
    /改|换(?:成|个|一)|写错|填错|留错|错了|更正|应该是|\b(?:change|correct|fix|typo|wrong|mistake|should be|instead|update|edit|new address|moved)\b/iu;
  const isElse = /e-?mail address|退货地址|return address|邮箱/iu;
  return isOfAddress.test(text) && wantsChange.test(text) && !isElse.test(text);
}

/** “Can you do it a little cheaper?”: the price is known, another is wanted. */
export function bargains(text: string): boolean {
  return /(?:能不能|可以|能|给|再)(?:再)?(?:便宜|少|优惠)(?:点|些|一点)|便宜(?:点|些)(?:吗|呗|吧|行)|打个?折|抹个?零|\b(?:cheaper|match (?:that|the price|this)|price match|best price|knock .{0,12}off|(?:a|any) discount (?:if|for|on)|lower the price)\b/iu.test(
    text,
  );
}

/** In words that can mean it: a model takes every change of an order for its end. */
export function speaksOfCancelling(text: string): boolean {
  return /取消|不要|不想要|不买|退|撤|停|删|别发|拍错|买错|下错|\b(?:cancel\w*|call(?:ing)? off|stop|halt|undo|revoke|abort|withdraw|delete|take back|scrap|no longer|changed my mind|by (?:mistake|accident)|(?:not|n['’]?t) (?:want|need)\w*)\b/iu.test(
    text,
  );
}

/** “Only one of the two”: a part of an order, which only a person can take out. */
export function wantsPartOnly(text: string): boolean {
  return /(?:只|其中|单独|部分).{0,4}(?:取消|退)|(?:取消|退).{0,4}(?:其中|部分|里面的?一)|\b(?:only|just)\b.{0,24}\b(?:one|part|some)\b|\b(?:cancel|remove|take out|return|send back)\b.{0,12}\bone (?:of|item|thing|piece)\b|\bpart(?:ly|ially| of)\b/iu.test(
    text,
  );
}

/** “It says delivered, but I have nothing.” */
export function saysNotReceived(text: string): boolean {
  return /没(?:有)?(?:收到|拿到|看到|见到|领到)|没人(?:来|送|敲门|打电话)|未收到|收不到|\b(?:never|n['’]?t|not)\b.{0,12}\b(?:got|get|received?|arrived?|came|come|here)\b|\b(?:nobody|no one|no-one) (?:came|rang|knocked|delivered|showed up)\b|\bnothing (?:here|came|arrived)\b|\b(?:missing|stolen) (?:parcel|package)\b/iu.test(
    text,
  );
}

/** “Can you send it today?”, “refund me then”, “here is the photo”: what the shop does was told, now somebody has to act on it. */
export function wantsAction({ text, means }: { text: string; means: string | null }): boolean {
  return (
    means === null &&
    /补发|重发|补寄|重新(?:发|寄)|(?:给我|直接|全额)退|赔|今天|今晚|马上|尽快|急用|照片|图片|拍了|发你|\b(?:resend|send (?:me )?(?:it again|a |the )?(?:another|new|right|missing|replacement)|replacement|refund me|my money back|today|right away|asap|urgent(?:ly)?|photos?|pictures?|picture attached)\b/iu.test(
      text,
    )
  );
}

const notSent =
  /[没不未](?:有)?(?:给我)?发(?:货|出|走)?(?:$|[呢啊呀吗的了吧，。！!？?\s])|\b(?:(?:n['’]t|not|never)(?: even)?(?: been)? (?:shipped|sent|dispatched)|unshipped)\b/iu;

/** “Not shipped yet”: about the order that has not left, whichever others there are. */
export function saysNotSent(text: string): boolean {
  return notSent.test(text);
}
