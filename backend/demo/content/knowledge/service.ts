import { both } from '../bilingual.ts';
import { policies } from '../policies.ts';
import { shop } from '../shop.ts';
import type { Article } from './article.ts';

const { service } = policies;

/** The account, the data, and the people behind the counter. */
export const serviceArticles: readonly Article[] = [
  {
    id: 'working-hours',
    chapter: 'service',
    intent: 'service.hours',
    tags: ['hours', 'agent'],
    title: both('人工客服几点上班', 'When people are here'),
    questions: {
      zh: ['人工客服几点到几点', '现在有人工吗', '晚上有人吗', '周末上班吗', '春节放假吗'],
      en: [
        'what are your service hours',
        'is anyone there now',
        'are you open at weekends',
        'when can i talk to a person',
        'do you work on holidays',
      ],
    },
    answer: both(
      `真人客服每天 ${service.agentsFromHour} 到 ${service.agentsToHour} 点，周末照常，春节除夕到初三除外。其余时间由智能助手先接，能查订单和办退货，需要人的会排在早上第一位。`,
      `People are here from ${service.agentsFromHour}:00 to ${service.agentsToHour}:00 every day, closed only over the Spring Festival days. Outside those hours the assistant answers, looks up orders and starts returns; anything it leaves comes first in the morning.`,
    ),
  },
  {
    id: 'talk-to-person',
    chapter: 'service',
    intent: 'service.person',
    tags: ['agent', 'handoff'],
    title: both('怎么转人工', 'How to reach a person'),
    questions: {
      zh: ['转人工', '我要找真人', '别机器人了给我接人工', '人工人工人工', '有没有活人'],
      en: [
        'agent please',
        'i want to talk to a human',
        'connect me to a person',
        'no more bot',
        'real person now',
      ],
    },
    answer: both(
      `直接说「转人工」就行，平均 ${service.typicalWaitMinutes} 分钟内有人接，前面聊过的我会一并交给他，不用您再讲。也可以打 ${shop.phone}，${service.agentsFromHour} 到 ${service.agentsToHour} 点。`,
      `Just say “agent”: someone joins in about ${service.typicalWaitMinutes} minutes and gets everything said so far, so you need not repeat it. Or ring ${shop.phone} between ${service.agentsFromHour}:00 and ${service.agentsToHour}:00.`,
    ),
  },
  {
    id: 'waiting-too-long',
    chapter: 'service',
    intent: 'service.waiting',
    tags: ['wait', 'agent'],
    title: both('排队等太久', 'Waiting too long'),
    questions: {
      zh: ['人工怎么还不来', '排了半小时了', '你们客服是不是都下班了', '一直显示排队中'],
      en: [
        'why is nobody answering',
        'been in the queue for half an hour',
        'is anyone actually there',
        'still waiting for an agent',
      ],
    },
    answer: both(
      `平均 ${service.typicalWaitMinutes} 分钟，高峰会长一些，您可以先去忙，我们接起来会通知您，不会因为您没回就结束。很急的事告诉我，我标为优先。`,
      `It is ${service.typicalWaitMinutes} minutes on average and longer at peak times. Carry on with your day: we message you when someone joins, and silence does not end the conversation. If it is urgent say so and I mark it.`,
    ),
  },
  {
    id: 'complaint',
    chapter: 'service',
    intent: 'service.complaint',
    tags: ['complaint', 'lead'],
    title: both('投诉怎么办', 'Making a complaint'),
    questions: {
      zh: ['我要投诉', '找你们经理', '你们客服什么态度', '我要投诉那个快递员', '投诉到哪里'],
      en: [
        'i want to complain',
        'let me speak to your manager',
        'your service is terrible',
        'how do i file a complaint',
        'complaint about the courier',
      ],
    },
    answer: both(
      `请直接说，组长会在 ${service.complaintFirstReplyHours} 小时内联系您，${service.complaintSettledDays} 天内给书面结论和补救。也可以打 ${shop.phone} 转 2，或写信到 ${shop.email}；12315 是您的权利，我们配合。`,
      `Say so here and a team lead contacts you within ${service.complaintFirstReplyHours} hours, with a written result and a remedy within ${service.complaintSettledDays} days. You can also ring ${shop.phone}, key 2, or write to ${shop.email}; the consumer line 12315 is your right.`,
    ),
  },
  {
    id: 'broken-promise',
    chapter: 'service',
    intent: 'service.promise',
    tags: ['complaint', 'promise'],
    title: both('说好的没做到', 'A promise was not kept'),
    questions: {
      zh: [
        '昨天说今天给我答复呢',
        '上次答应补偿的怎么没有',
        '每个客服说的都不一样',
        '承诺的券没给我',
        '你们说话算不算数',
      ],
      en: [
        'you promised me a reply yesterday',
        'where is the compensation you promised',
        'every agent says something different',
        'the coupon you promised never came',
        'someone said they would call me back',
      ],
    },
    answer: both(
      `把时间或截图发来，我们对照当时的对话：答应过的一律算数，少的补上，晚的多给。如果客服把话说错了，责任也在我们，不用您和前一位客服对质。`,
      `Send us the day or a screenshot and we compare it with that conversation: what was promised stands, what is missing is made up, and late means a little more. If someone of ours was wrong, that is our side to settle, not yours.`,
    ),
  },
  {
    id: 'sign-in-problem',
    chapter: 'account',
    intent: 'account.sign-in',
    tags: ['account', 'password'],
    title: both('登录不上', 'Cannot sign in'),
    questions: {
      zh: ['登录不上', '验证码收不到', '密码忘了', '手机号换了怎么登录', '账号被锁了'],
      en: [
        'cant log in',
        'no verification code',
        'forgot my password',
        'i changed my phone number',
        'account locked',
      ],
    },
    answer: both(
      '验证码一分钟后可以重发，也可以改用短信密码登录；手机换号请用注册邮箱申诉，核对订单后当天换绑。连错五次会锁 15 分钟，解锁后再试。',
      'Wait a minute and send the code again, or sign in by text message. New phone number: verify from the e-mail you registered, we check an order and move it the same day. Five wrong tries lock it for 15 minutes.',
    ),
  },
  {
    id: 'change-account-data',
    chapter: 'account',
    intent: 'account.change',
    tags: ['account', 'phone'],
    title: both('修改手机、邮箱、收货人', 'Changing phone, e-mail or recipient'),
    questions: {
      zh: ['换手机号怎么改', '改一下绑定的邮箱', '收货人名字写错了', '怎么删掉旧地址', '账号能转给我老婆吗'],
      en: [
        'change my phone number',
        'update my email',
        'wrong name on the address',
        'delete an old address',
        'can i transfer my account',
      ],
    },
    answer: both(
      '「我的—账号与安全」里自己改手机和邮箱，要验证码；收货人和地址在「地址管理」里改，订单已打包就改不了。账号不能转让，但可以添加家人的地址。',
      'Change phone and e-mail under “Me → Account and security” with a code. Recipient and address live under “Addresses”; once packed, an order keeps its own. Accounts cannot be passed on, but you can add a family address.',
    ),
  },
  {
    id: 'privacy-data',
    chapter: 'account',
    intent: 'account.privacy',
    tags: ['privacy', 'data'],
    title: both('个人信息与隐私', 'Privacy and your data'),
    questions: {
      zh: [
        '你们会泄露我信息吗',
        '能把我的资料发给我吗',
        '为什么给我打电话',
        '我收到诈骗电话了是不是你们泄露的',
        '能不能不要发短信',
      ],
      en: [
        'what data do you keep',
        'can i get a copy of my data',
        'someone called me, did you leak my number',
        'stop sending me messages',
        'is my information safe',
      ],
    },
    answer: both(
      `我们只留收货和售后要用的，收件信息在签收后 90 天自动打码。要一份资料副本，${service.dataExportDays} 天内发到邮箱。我们不会问验证码、不会要您转账；有人这样说就是骗子，请挂掉并告诉我们。`,
      `We keep what delivery and service need, and mask addresses 90 days after delivery. Ask for a copy and it comes to your e-mail within ${service.dataExportDays} days. We never ask for a code or a transfer: whoever does is a fraud, hang up and tell us.`,
    ),
  },
  {
    id: 'delete-account',
    chapter: 'account',
    intent: 'account.delete',
    tags: ['account', 'privacy'],
    title: both('注销账号', 'Deleting an account'),
    questions: {
      zh: ['怎么注销账号', '把我账号删了', '不用你们的东西了注销', '注销后数据会留吗'],
      en: ['delete my account', 'how do i close my account', 'remove my data', 'i want to leave'],
    },
    answer: both(
      `「账号与安全」里点「注销」，没有未完成订单和余额就能提交，${service.accountDeletionDays} 天后生效，期间登录可以撤回。依法要留的发票和订单记录保存三年，其他的都删。`,
      `Under “Account and security” choose “Delete account”; with no open orders or balance it takes effect in ${service.accountDeletionDays} days, and signing in before then undoes it. Invoices and order records stay three years as law requires; everything else goes.`,
    ),
  },
  {
    id: 'channels',
    chapter: 'service',
    intent: 'service.channels',
    tags: ['channels', 'phone'],
    title: both('有哪些联系方式', 'Ways to reach us'),
    questions: {
      zh: ['电话多少', '有没有微信客服', '邮箱是什么', '怎么联系你们', '可以视频看货吗'],
      en: [
        'phone number please',
        'do you have email',
        'how do i contact you',
        'are you on wechat',
        'contact details',
      ],
    },
    answer: both(
      `网页右下角和 App 里的对话都能找到我们，${service.agentsFromHour} 到 ${service.agentsToHour} 点有人。电话 ${shop.phone}，邮箱 ${shop.email}；换渠道不用重新说一遍，我们能看到前面的对话。`,
      `The chat on the page and in the app, with people from ${service.agentsFromHour}:00 to ${service.agentsToHour}:00. Phone ${shop.phone}, e-mail ${shop.email}. Change the channel and you need not start again: we see what was said.`,
    ),
  },
  {
    id: 'about-shop',
    chapter: 'service',
    intent: 'service.about',
    tags: ['about'],
    title: both('你们是一家什么店', 'What shop this is'),
    questions: {
      zh: ['你们店在哪里', '有实体店吗', '你们是什么牌子', '开多久了'],
      en: ['where is your shop', 'do you have a store', 'who are you', 'how long have you been around'],
    },
    answer: both(
      '山野集是一家做户外与日常衣物、家居的小店，在杭州有个工作室，周末可以预约来试。没有别的分店，网上的这个就是我们。',
      'Shanye Outfitters is a small shop for outdoor and everyday things, with a studio in Hangzhou where you can try on by appointment at weekends. There is no other store; this one is us.',
    ),
  },
  {
    id: 'slow-page',
    chapter: 'service',
    intent: 'service.page',
    tags: ['page', 'error'],
    title: both('页面打不开、图片加载慢', 'The page is slow or broken'),
    questions: {
      zh: ['网页好卡', '图片加载不出来', 'app闪退', '购物车点不了', '一直转圈'],
      en: [
        'the site is slow',
        'images dont load',
        'the app keeps crashing',
        'cart button does nothing',
        'page error',
      ],
    },
    answer: both(
      '先刷新、换个网络试试，App 更新到最新版。还不行请告诉我们手机型号和出错时间，我们马上查；下单急的话把商品发我，我替您下。',
      'Reload, try another network, and update the app. If it stays, tell us your phone and the time it happened. If you are in a hurry, send me the item and I place the order for you.',
    ),
  },
];
