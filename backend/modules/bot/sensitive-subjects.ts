/** A subject that a bot must not answer: a person takes it at once, and the bot says no more than that. */
export type SensitiveSubject =
  | 'injury'
  | 'danger'
  | 'self-harm'
  | 'legal'
  | 'privacy'
  | 'media'
  | 'fraud'
  | 'minors'
  | 'harassment';

/** The words that give each subject away, in both languages. Kept narrow: a policy question must not set them off. */
const subjects: readonly (readonly [SensitiveSubject, RegExp])[] = [
  ['self-harm', /自杀|不想活|轻生|跳楼|\b(?:kill myself|suicid\w*|end my life|hurt myself)\b/iu],
  [
    'danger',
    /着火|起火|自燃|冒烟|爆炸|漏电|触电|\b(?:caught fire|on fire|explod\w*|smok(?:ing|ed) (?:while|when)|electric shock|electrocut\w*)\b/iu,
  ],
  [
    'injury',
    /受伤|流.{0,4}血|(?:被|给).{0,8}(?:划|割|扎|砸|夹)(?:到|破|了|伤)|划伤|割伤|烫伤|摔伤|骨折|流血|过敏|起疹|皮疹|中毒|进了?医院|去了?医院|看急诊|\b(?:injur(?:ed|y|ies)|got (?:cut|burn(?:ed|t))|bleeding|allergic reaction|rash|hospital|emergency room|poison(?:ed|ing))\b/iu,
  ],
  [
    'legal',
    /律师|起诉|法院|打官司|法律途径|(?<!\d)123[14]5(?!\d)|消协|消费者协会|工商局|市场监管|仲裁|\b(?:lawyer|solicitor|attorney|sue|suing|court|legal action|small claims|trading standards|consumer protection|chargeback)\b/iu,
  ],
  [
    'privacy',
    /(?:信息|资料|隐私|电话|手机号|地址).{0,6}(?:泄露|泄漏|被卖|外泄)|泄露.{0,6}(?:信息|隐私|资料|电话)|(?:信息|资料|电话|手机号).{0,4}(?:卖|泄)|\b(?:data breach|leaked my|sold my (?:data|number|details)|my (?:data|details|address|number) (?:was|were|got) leaked|privacy violation|gdpr)\b/iu,
  ],
  [
    'media',
    /曝光|记者|上新闻|电视台|媒体|上热搜|\b(?:journalist|reporter|the press|newspaper|go(?:ing)? viral|on the news|expose you)\b/iu,
  ],
  [
    'fraud',
    /盗刷|盗号|(?:账号|帐号|账户|帐户|密码|积分).{0,4}被(?:人)?盗|诈骗|(?:让|叫|要)我(?:先)?转账|要.{0,4}验证码|被骗了?钱|假客服|冒充.{0,6}客服|刷单|\b(?:fraud(?:ulent)?|phishing|(?:account|password)\b.{0,16}\b(?:hacked|stolen|compromised)|hacked (?:my|into)|stolen card|unauthori[sz]ed (?:charge|payment|transaction)|scam(?:med)? (?:call|me out)|identity theft|(?:asked|told) me to (?:transfer|send) money|pretend(?:ing|ed) to be (?:you|your))\b/iu,
  ],
  [
    'minors',
    /未成年|(?:孩子|小孩|儿子|女儿).{0,8}(?:偷偷|自己|误|拿.{0,4}手机).{0,8}(?:买|下单|付|拍)|\b(?:underage|a minor|my (?:\d+[- ]year[- ]old|son|daughter|kid|child) (?:ordered|bought|paid))\b/iu,
  ],
  [
    'harassment',
    /骚扰|歧视|侮辱|辱骂我|\b(?:harass\w*|racis[tm]|discriminat\w*|sexis[tm]|threatened me)\b/iu,
  ],
];

/** The sensitive subject that a text touches, the gravest first, or `null`. */
export function sensitiveSubject(text: string): SensitiveSubject | null {
  const normalised = text.normalize('NFKC').replace(/[‘’]/gu, "'");
  return subjects.find(([, words]) => words.test(normalised))?.[0] ?? null;
}
