const socialWords: readonly (readonly ['greeting' | 'thanks' | 'goodbye' | 'acknowledge', RegExp])[] = [
  [
    'greeting',
    /^(?:你好|您好|哈喽|嗨|hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[\s,，。.!！~～?？]*$/iu,
  ],
  [
    'thanks',
    /^(?:好[的滴哒]?|嗯+|哦+|行|ok(?:ay)?|cool|great|perfect|nice|got it)?[\s,，。.!！]*(?:谢谢|多谢|谢啦|谢了|3q|感谢|辛苦了|thanks?|thank you|thx|ty|tysm|cheers)(?:你|您|啦|了|哈|哦|亲| a lot| so much| very much| for (?:the|your) help| mate| again)*(?:[\s,，。.!！~～\p{Extended_Pictographic}]|\uFE0F)*$/iu,
  ],
  ['goodbye', /^(?:[再在]见|拜拜|拜|88|bye|goodbye|bye bye|see you)[\s,，。.!！~～]*$/iu],
  [
    'acknowledge',
    /^(?:好[的滴哒吧]?|嗯+|哦+|知道了|明白了?|了解|收到|行|ok|okay|alright|got it|i see|fine|cool)(?:[\s,，。.!！~～\p{Extended_Pictographic}]|\uFE0F)*$/iu,
  ],
];

/** What a text that is nothing but a greeting, thanks, goodbye or a nod is; `null` for everything else. */
export function socialWord(text: string): 'greeting' | 'thanks' | 'goodbye' | 'acknowledge' | null {
  return socialWords.find(([, words]) => words.test(text.trim()))?.[0] ?? null;
}

/** Whether somebody asks if this is a person or a machine, or who it is. */
export function asksWhatYouAre(text: string): boolean {
  return /(?:你|您|这)(?:到底)?(?:是|是不是).{0,4}(?:真人|人工|机器人|ai|人吗|活人|什么东西)|^(?:你|您)(?:是谁|叫什么.{0,3})[呀啊呢?？]*$|(?:你|您)(?:都)?(?:能|会|可以)(?:做|干|帮我?做?|办)(?:点|些)?(?:什么|啥|哪些)|\bwhat (?:can|do|could) you (?:actually |even |really )?(?:do|help)\b|\b(?:are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with))\b.{0,16}\b(?:human|bot|robot|real person|machine|ai)\b|\b(?:who are you|what are you|(?:what(?:'s| is)|do you have) (?:your|a) name)\b/iu.test(
    text.replace(/[‘’]/gu, "'"),
  );
}

/** What people say to try a machine out, or because they are bored. */
const smallTalk =
  /天气|讲.{0,3}(?:笑话|故事)|(?:写|作|背).{0,6}(?:诗|歌|作文|作业|代码|文章)|唱.{0,3}歌|(?:你|您)(?:喜欢|会|爱|几岁|多大|吃饭)|[\d一二三]\s*(?:\+|加|乘)\s*[\d一二三]|世界杯|股票|彩票|星座|翻译一下|\b(?:weather|jokes?|poems?|stor(?:y|ies) about|songs?|homework|world cup|stock market|horoscope|do you (?:like|love|sleep|eat|dream)|how old are you|translate|meaning of life|i(?:['’]m| am) bored)\b|\d\s*[+x*]\s*\d/iu;
/** Keys beside each other. */
const keyboard = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm/iu;
const LONGEST_IDLE = 56;

/** A word that points at nothing, alone. */
const vague =
  /^(?:就?(?:那个|这个|那啥|那件事|这事)(?:嘛|啊|呀|呢|吧|东西)?|就是|然后呢?|你懂的|怎么说呢|呃+|额+|emm+|嗯{2,}|(?:you know,? )?(?:it|that|this|the thing|that thing|stuff|something|well|um+|so|erm*)(?:,? you know)?|(?:h+m+|um+|well|so)?[, ]*how (?:do|can|should) i (?:put|say|explain) (?:this|it|that)|(?:嗯|呃|额|唉)?[…,，. ]*(?:怎么说呢|咋说呢|不知道怎么说))[\s,，。.!！~～…?？]*$/iu;

/** Nothing that the shop can do, and no sign of a mood, whatever a model may see in it: small talk, keys hit at random, bare marks. */
export function saysNothing(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || vague.test(text.trim())) return true;
  return isSmallTalk(text) || (text.length <= LONGEST_IDLE && keyboard.test(text));
}

/** Whether a text is small talk of a kind that the bot has no answer to: a joke asked for, the weather. */
export function isSmallTalk(text: string): boolean {
  return text.length <= LONGEST_IDLE && smallTalk.test(text);
}

/** “Until when are your people there?” asks for the hours, not for one of them. */
export function asksWhenPeopleAreThere(text: string): boolean {
  return /(?:人工|客服|真人|你们).{0,6}(?:几点|上班时间|在线时间|工作时间|上班吗|下班|什么时候(?:上班|在))|(?:到|干到|忙到)几点|\b(?:when|what time|hours)\b.{0,30}\b(?:open|close|available|online|there|hours|start|support)\b|\b(?:until|till) (?:when|what time)\b|\bhow late\b.{0,24}\b(?:you|people|agents?|human|person|someone|somebody)\b/iu.test(
    text,
  );
}
