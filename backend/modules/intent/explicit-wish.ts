/**
 * Words with which customers ask for a person. Kept as patterns beside the model because this wish must never be missed and never be
 * guessed: rule H1 records it as the trigger.
 */
const wishes: readonly RegExp[] = [
  /(?:转|接|找|要|换|叫|请|喊|来|联系|有没有|有).{0,4}(?:人工|真人|活人|客服(?:人员|经理|小姐姐)|专员|坐席|主管|经理|负责人|领导|老板)/u,
  /(?:人工|真人)(?:客服|服务|回复|处理|接待|帮我|在吗|呢|$)/u,
  /^(?:人工|真人|转接|转客服|找客服|客服呢|人呢)[。！!.？?\s]*$/u,
  // As it is mistyped by sound.
  /^(?:我?(?:要|想))?[转专砖](?:一下)?(?:[仁任认忍]工|人[公功供攻])(?:客服)?[。！!.？?\s]*$/u,
  /(?:不要|不想|别).{0,3}(?:机器人|自动回复|智能客服)/u,
  /(?:换|找)(?:个|一个)?人(?:来)?(?:说|跟我|和我|处理|解决|聊)/u,
  /\b(?:human|agent|representative|operator|real person|live person|actual person|live chat|live agent|supervisor|manager)\b(?!\w)(?=.*)/iu,
  /\b(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?|put me through|escalate)\b.{0,20}\b(?:someone|somebody|person|human|people|staff|employee|team|support|service)\b/iu,
  /\b(?:get|give|need|want)\b.{0,12}\b(?:a|real|actual|some)\s+(?:person|human|somebody|someone)\b/iu,
  /\b(?:not|no more|stop)\b.{0,12}\b(?:a |the |this )?(?:ro)?bots?\b/iu,
];

/** What looks like the wish but is not: asking what the other side is, or thanking the person. */
const exceptions: readonly RegExp[] = [
  /(?:人工|真人|客服).{0,4}(?:几点|什么时候|何时|多晚).{0,3}(?:上班|下班|在线|营业|休息)/u,
  /\b(?:when|what time|until when|what hours)\b.{0,12}\b(?:support|service|chat|agents?|team|humans?)\b.{0,8}\b(?:open|close|start|finish|end|work)s?\b/iu,
  /(?:不用|不需要|不必|先别|暂时不)(?:转|找|要)?.{0,2}(?:人工|真人)/u,
  /(?:你|您)(?:是|是不是)(?:真人|人工|机器人)/u,
  /(?:人工|真人)(?:费|皮革|皮|合成|智能|草皮|钻石|宝石|秀)/u,
  /\b(?:no|don't|do not|without)\b.{0,12}\b(?:human|agent|representative|person)\b/iu,
  /\b(?:are you|is this|am i (?:talking|speaking) (?:to|with))\b.{0,12}\b(?:a |an )?(?:human|bot|robot|real person|agent)\b/iu,
  /\b(?:human hair|human size|cleaning agent|travel agent|your agent was|the agent was|agent (?:was|is) (?:great|helpful|nice|kind))\b/iu,
];

/** True when the message asks for a person in so many words, in either language. */
export function asksForPerson(text: string): boolean {
  const normalised = text.normalize('NFKC').replace(/[‘’]/gu, "'");
  return (
    wishes.some((wish) => wish.test(normalised)) &&
    !exceptions.some((exception) => exception.test(normalised))
  );
}
